"""ROOM 1: bytes in. Everything given ends as a page or as a skip with its reason."""

from reportedly.inputs.files import count_inputs, find_pages, page_of_bytes
from reportedly.inputs.limits import InputLimits
from reportedly.inputs.manifest import read_manifest
from reportedly.inputs.protocol import Input

__all__ = ["Input", "InputLimits", "count_inputs", "find_pages", "page_of_bytes", "read_manifest"]
