"""ROOM 2: a page becomes a report, its text whole and every stretch of it named."""

from reportedly.reports.limits import ReportLimits
from reportedly.reports.report import read_report

__all__ = ["ReportLimits", "read_report"]
