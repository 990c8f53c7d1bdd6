"""Care for people: what was forgotten, and whose names are held back."""

from sqlalchemy import Index, Integer, Table, Text

from reportedly.ledger.schema.columns import METADATA, column

forgettings = Table(
    "forgettings",
    METADATA,
    column("number", Integer, "in the order of forgetting", key=True),
    column("forgetting", Text, "id of the act: one for all reports that were forgotten together"),
    column("kind", Text, "report, or speaker: only what they said and are called"),
    column("target", Text, "id of the report or speaker that was to be forgotten"),
    column("report_id", Text, "a report whose words went"),
    column("recorded_at", Text, "when, UTC, ISO 8601"),
    column("who", Text, "the name of the person, as they gave it"),
    column("why", Text, "their reason", null=True),
    column("address_sha256", Text, "SHA-256 of its address as given, by which it is known should it come again"),
    column("url_sha256", Text, "SHA-256 of its public address", null=True),
    column("page_sha256", Text, "SHA-256 of the page’s bytes"),
    column("text_sha256", Text, "SHA-256 of its text", null=True),
    Index("forgettings_report", "report_id"),
    Index("forgettings_page", "page_sha256"),
    Index("forgettings_address", "address_sha256"),
    Index("forgettings_url", "url_sha256"),
    Index("forgettings_text", "text_sha256"),
)

held_names = Table(
    "held_names",
    METADATA,
    column("reading", Integer, "a reading with names that are held back", key=True),
    column("names", Text, "these names, as JSON"),
    column("public", Text, "words of names that are not held back there, as JSON"),
)

#: Rows that stay as they are; held names follow from what was read and judged, and are made anew with it.
APPEND_ONLY = (forgettings,)
