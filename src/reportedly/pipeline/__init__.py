"""The corridor: the only place that knows all rooms and their order.

Writing into a ledger is in :mod:`reportedly.pipeline.keeping`: who only reads need not load a database.
"""

from reportedly.pipeline.demonstration import find_sample_pages
from reportedly.pipeline.reading import (
    LoadsWith,
    Read,
    ReadsReports,
    load_reader,
    read_page,
    read_pages,
    reader_produced,
)
from reportedly.pipeline.workers.local import choose_workers, read_all

__all__ = [
    "LoadsWith",
    "Read",
    "ReadsReports",
    "choose_workers",
    "find_sample_pages",
    "load_reader",
    "read_all",
    "read_page",
    "read_pages",
    "reader_produced",
]
