"""Across reports: what claims of several reports say of each other. Pure functions over terms."""

from reportedly.findings.identities import Identity, compare_speakers

__all__ = ["Identity", "compare_speakers"]
