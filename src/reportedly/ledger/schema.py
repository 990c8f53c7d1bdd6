"""Tables and views of a ledger. Append-only: the file itself refuses to change or delete a row.

    runs ─┬─ pages ── readings ─┬─ speakers
          │   texts ───┘        ├─ claims
          │                     └─ figures
          └─ skips

Every column has its meaning here as its comment; the table ``about`` carries the same words in the file.
"""

from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Numeric,
    Table,
    Text,
)

#: "REPd": marks a SQLite file as a ledger of this program (PRAGMA application_id).
APPLICATION_ID = 0x52455064
#: Rises with every change of the tables (PRAGMA user_version).
SCHEMA_VERSION = 2

METADATA = MetaData()

#: Whole numbers stay whole in the file (NUMERIC affinity); beyond 64 bits only the record is exact.
_NUMBER = Numeric(asdecimal=False)


def _column(
    name: str, kind: Any, meaning: str, *rest: ForeignKey, key: bool = False, null: bool = False
) -> Column[Any]:
    return Column(name, kind, *rest, primary_key=key, nullable=null, comment=meaning)


about = Table(
    "about",
    METADATA,
    _column("table_name", Text, "table the column belongs to", key=True),
    _column("column_name", Text, "name of the column", key=True),
    _column("meaning", Text, "what the column holds"),
)

runs = Table(
    "runs",
    METADATA,
    _column("run", Integer, "number of the run, in order", key=True),
    _column("version", Text, "version of the program"),
    _column("model", Text, "hash of the model"),
    _column("rules", Text, "hash of the rules"),
    _column("started_at", Text, "when the run began, UTC, ISO 8601"),
    _column(
        "finished_at", Text, "when the run ended, UTC; null while it runs or when it was broken off", null=True
    ),
)

pages = Table(
    "pages",
    METADATA,
    _column("report_id", Text, "id of the report made from this page, from address and bytes", key=True),
    _column("address", Text, "path or address as given"),
    _column("media_type", Text, "text/plain or text/html"),
    _column("size", Integer, "length of the page in bytes"),
    _column("page_sha256", Text, "SHA-256 of the bytes as they arrived"),
    _column("retrieved_at", Text, "when a fetched page was fetched, UTC; null for files", null=True),
    _column("run", Integer, "run that first met the page", ForeignKey("runs.run")),
    _column("recorded_at", Text, "when the ledger learned of the page, UTC"),
    Index("pages_address", "address"),
)

texts = Table(
    "texts",
    METADATA,
    _column("text_sha256", Text, "SHA-256 of the text as UTF-8", key=True),
    _column("text", Text, "the clean text; places count its Unicode code points"),
    _column("characters", Integer, "length in code points"),
)

readings = Table(
    "readings",
    METADATA,
    _column("reading", Integer, "number of the reading; the highest of a report is the one that holds", key=True),
    _column("reading_id", Text, "id from report, what made the reading and what the user said of the report"),
    _column("report_id", Text, "the report that was read", ForeignKey("pages.report_id")),
    _column("text_sha256", Text, "its text", ForeignKey("texts.text_sha256")),
    _column("run", Integer, "run that made the reading", ForeignKey("runs.run")),
    _column("version", Text, "version of the program that read"),
    _column("model", Text, "hash of the model that read"),
    _column("rules", Text, "hash of the rules that read"),
    _column("given", Text, "what the user said of the report, as JSON"),
    _column("restricted", Boolean, "1: kept out of exports and pages unless asked for"),
    _column("url", Text, "public address", null=True),
    _column("outlet", Text, "who published the report", null=True),
    _column("headline", Text, "its headline", null=True),
    _column("published", Text, "when it was published, EDTF", null=True),
    _column("published_from", Text, "where that date was found: json-ld, meta, url, text or argument", null=True),
    _column("updated", Text, "when it was last changed, EDTF", null=True),
    _column("language", Text, "language, ISO 639-1", null=True),
    _column("claim_count", Integer, "how many claims were read"),
    _column("figure_count", Integer, "how many figures were read"),
    _column("unread_reason", Text, "error slug when not all of the text was read", null=True),
    _column("rest", Text, "the record as JSON, without its text, speakers, claims and figures"),
    _column("recorded_at", Text, "when the ledger learned of the reading, UTC"),
    Index("readings_report", "report_id", "reading"),
)

speakers = Table(
    "speakers",
    METADATA,
    _column("reading", Integer, "reading the speaker belongs to", ForeignKey("readings.reading"), key=True),
    _column("position", Integer, "place in the reading, from 0", key=True),
    _column("speaker_id", Text, "id from the text and the places of the mentions"),
    _column("name", Text, "name, in its fullest form in the report", null=True),
    _column("role", Text, "office or trade, as written", null=True),
    _column("organisation", Text, "whom they speak for, as written", null=True),
    _column("country", Text, "ISO 3166 alpha-3", null=True),
    _column("kind", Text, "person, organisation, group, place, document, outlet or unknown"),
    _column("named", Boolean, "0: nobody is named"),
    _column("record", Text, "the whole speaker as JSON"),
    Index("speakers_id", "reading", "speaker_id"),
)

claims = Table(
    "claims",
    METADATA,
    _column("reading", Integer, "reading the claim belongs to", ForeignKey("readings.reading"), key=True),
    _column("position", Integer, "place in the reading, from 0", key=True),
    _column("claim_id", Text, "id from the text and the places of the words"),
    _column("source", Text, "who the words are attributed to, as written", null=True),
    _column("speaker", Text, "id of the resolved source", null=True),
    _column("cue", Text, "the words that attribute", null=True),
    _column("cue_lemma", Text, "the lemma they turn on", null=True),
    _column("stance", Text, "what the cue does: neutral, denial, estimate …", null=True),
    _column("content", Text, "what is attributed, as written"),
    _column("start", Integer, "first code point of the content"),
    _column("end", Integer, "code point after the content"),
    _column("mode", Text, "direct, indirect or mixed"),
    _column("said", Text, "when it was said, EDTF", null=True),
    _column("negated", Boolean, "1: the cue is negated (did not say)"),
    _column("hedges", Text, "hedging words, joined by a semicolon", null=True),
    _column("verification", Text, "unverified, confirmed, denied or disputed, when the words say so", null=True),
    _column("via", Text, "id of the claim this one is reported inside", null=True),
    _column("same_as", Text, "id of the earlier claim of the report that says the same", null=True),
    _column("block", Text, "kind of block it stands in"),
    _column("confidence", Float, "0 to 1"),
    _column("record", Text, "the whole claim as JSON"),
    Index("claims_id", "claim_id"),
)

figures = Table(
    "figures",
    METADATA,
    _column("reading", Integer, "reading the figure belongs to", ForeignKey("readings.reading"), key=True),
    _column("position", Integer, "place in the reading, from 0", key=True),
    _column("figure_id", Text, "id from the text and the places of the words"),
    _column("claim_id", Text, "claim it belongs to; null: in the report's own voice", null=True),
    _column("value", Text, "the value in short, as the words set it: ≤ 1,000"),
    _column("exact", Text, "bound words and number as written"),
    _column("start", Integer, "first code point of the words"),
    _column("end", Integer, "code point after the words"),
    _column("stated", _NUMBER, "the number as stated", null=True),
    _column("low", _NUMBER, "lowest value the words allow to name", null=True),
    _column("best", _NUMBER, "the value the words give", null=True),
    _column("high", _NUMBER, "highest value the words allow to name", null=True),
    _column("bound", Text, "exact, about, at_least, more_than, at_most, less_than, range or vague"),
    _column("vague", Text, "the vague word (dozens)", null=True),
    _column("measure", Text, "count, money, percent, age, duration …"),
    _column("unit", Text, "what is counted, as written", null=True),
    _column("unit_lemma", Text, "lemma of its head word", null=True),
    _column("unit_class", Text, "people, households, buildings …", null=True),
    _column("currency", Text, "ISO 4217", null=True),
    _column("per", Text, "base of a rate: day, month …", null=True),
    _column("event", Text, "what happened to those counted, as written", null=True),
    _column("event_lemma", Text, "its lemma", null=True),
    _column("event_type", Text, "its type of the closed list, or other", null=True),
    _column("negated", Boolean, "1: the event is negated", null=True),
    _column("modality", Text, "asserted, feared, possible, expected or planned", null=True),
    _column("scope", Text, "total, new, subset or unknown"),
    _column("hedges", Text, "hedging words, joined by a semicolon", null=True),
    _column("verification", Text, "unverified, confirmed, denied or disputed, when the words say so", null=True),
    _column("same_as", Text, "id of the earlier figure of the report that says the same", null=True),
    _column("confidence", Float, "0 to 1"),
    _column("record", Text, "the whole figure as JSON"),
    _column("nationality", Text, "of those counted, ISO 3166 alpha-3", null=True),
    _column("status", Text, "of those counted: civilian, soldier, student …", null=True),
    _column("agent", Text, "who is said to have done it, as written", null=True),
    _column("cause", Text, "by what means, as written", null=True),
    _column("subset_of", Text, "id of the figure of which this one is a part", null=True),
    _column("places", Text, "where it happened, names joined by a semicolon", null=True),
    _column("countries", Text, "their countries, ISO 3166 alpha-3, joined by a semicolon", null=True),
    _column("occurred", Text, "when it happened, EDTF", null=True),
    _column("counted_as_of", Text, "the moment the count holds for, EDTF", null=True),
    Index("figures_id", "figure_id"),
)

skips = Table(
    "skips",
    METADATA,
    _column("skip_id", Text, "id from address, bytes and reason", key=True),
    _column("address", Text, "path or address as given"),
    _column("reason", Text, "error slug, explained in docs/errors.md"),
    _column("detail", Text, "what was wrong, in words"),
    _column("page_sha256", Text, "SHA-256 of the bytes, where there were any", null=True),
    _column("run", Integer, "run that met it first", ForeignKey("runs.run")),
    _column("recorded_at", Text, "when the ledger learned of it, UTC"),
    Index("skips_address", "address"),
)

#: Tables whose rows are never changed or deleted; of a run only its end is filled in.
APPEND_ONLY = (pages, texts, readings, speakers, claims, figures, skips, about)
