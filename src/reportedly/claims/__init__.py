"""ROOM 3: report → claims and figures."""

from reportedly.claims.reader import LANGUAGE, Reader, produced

__all__ = ["LANGUAGE", "Reader", "produced"]
