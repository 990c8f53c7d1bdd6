"""The ledger: readings kept in one append-only SQLite file."""

from reportedly.ledger.append import (
    Run,
    append_reading,
    append_readings,
    append_skip,
    finish_run,
    reading_id,
    start_run,
)
from reportedly.ledger.backup import back_up
from reportedly.ledger.connect import Ledger, open_ledger
from reportedly.ledger.order import ReportOrder
from reportedly.ledger.pins import load_pins
from reportedly.ledger.read import (
    Latest,
    counts,
    find_latest,
    find_report,
    known_report_ids,
    last_read,
    list_claims,
    list_figures,
    list_reports,
    list_some_reports,
    reports_named,
)
from reportedly.ledger.rows import (
    FIRST_MEASURES,
    ClaimFilter,
    ClaimRow,
    Counts,
    FigureFilter,
    FigureRow,
    ReportRow,
)
from reportedly.ledger.status import ReadBy, Status, Unfinished, find_status
from reportedly.ledger.told import load_reading, load_told
from reportedly.ledger.verify import Problem, Verification

__all__ = [
    "FIRST_MEASURES",
    "ClaimFilter",
    "ClaimRow",
    "Counts",
    "FigureFilter",
    "FigureRow",
    "Latest",
    "Ledger",
    "Problem",
    "ReadBy",
    "ReportOrder",
    "ReportRow",
    "Run",
    "Status",
    "Unfinished",
    "Verification",
    "append_reading",
    "append_readings",
    "append_skip",
    "back_up",
    "counts",
    "find_latest",
    "find_report",
    "find_status",
    "finish_run",
    "known_report_ids",
    "last_read",
    "list_claims",
    "list_figures",
    "list_reports",
    "list_some_reports",
    "load_pins",
    "load_reading",
    "load_told",
    "open_ledger",
    "reading_id",
    "reports_named",
    "start_run",
]
