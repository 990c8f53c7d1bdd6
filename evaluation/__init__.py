"""Measured quality, and the floors under it."""
