"""Trackers: named questions that new reports feed. Append-only; to remove one is a row."""

from sqlalchemy import Index, Integer, Table, Text

from reportedly.ledger.schema.columns import METADATA, column

trackers = Table(
    "trackers",
    METADATA,
    column("number", Integer, "in the order in which they were made", key=True),
    column("tracker_id", Text, "id from the name"),
    column("action", Text, "add (in place of an earlier one of the name) or remove"),
    column("name", Text, "what people call it"),
    column("event", Text, "only this event", null=True),
    column("counted", Text, "only where these words are in what is counted", null=True),
    column("place", Text, "only where these words are in the place", null=True),
    column("since", Text, "only figures that hold for this EDTF date or later", null=True),
    column("who", Text, "name of the person, as they gave it", null=True),
    column("recorded_at", Text, "when it was made or removed, UTC"),
    Index("trackers_id", "tracker_id", "number"),
)

APPEND_ONLY = (trackers,)
