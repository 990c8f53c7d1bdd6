"""The index of a ledger: what was found across reports, made from the record and made anew at any time."""

from reportedly.ledger.index.ask import (
    count_found,
    find_reports_of,
    find_series,
    list_series,
    list_stories,
    load_series,
)
from reportedly.ledger.index.found import find_report_ids, findings_of, list_findings
from reportedly.ledger.index.links import (
    StoryLink,
    find_candidates,
    find_links,
    find_links_at,
    keep_keys,
    keep_links,
    key_number,
)
from reportedly.ledger.index.replace import (
    clear_index,
    drop_report_links,
    find_members,
    find_placed,
    forget_in_index,
    replace_stories,
)
from reportedly.ledger.index.rows import (
    FindingFilter,
    FindingRow,
    FollowedReport,
    Found,
    FoundStory,
    Placed,
    SeriesFilter,
    SeriesRow,
    StoryRow,
)
from reportedly.ledger.index.summary import fits, is_id, series_row, story_fits
from reportedly.ledger.index.waiting import add_waiting, count_waiting, find_readings, list_waiting, stop_waiting

__all__ = [
    "FindingFilter",
    "FindingRow",
    "FollowedReport",
    "Found",
    "FoundStory",
    "Placed",
    "SeriesFilter",
    "SeriesRow",
    "StoryLink",
    "StoryRow",
    "add_waiting",
    "clear_index",
    "count_found",
    "count_waiting",
    "drop_report_links",
    "find_candidates",
    "find_links",
    "find_links_at",
    "find_members",
    "find_placed",
    "find_readings",
    "find_report_ids",
    "find_reports_of",
    "find_series",
    "findings_of",
    "fits",
    "forget_in_index",
    "is_id",
    "keep_keys",
    "keep_links",
    "key_number",
    "list_findings",
    "list_series",
    "list_stories",
    "list_waiting",
    "load_series",
    "replace_stories",
    "series_row",
    "stop_waiting",
    "story_fits",
]
