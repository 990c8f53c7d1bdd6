"""The record: what was read, by which run, from which page.

    runs ─┬─ pages ── readings ─┬─ speakers
          │   texts ───┘        ├─ claims
          │                     └─ figures
          └─ skips
    seals   forgotten

Every column has its meaning here as its comment; the table ``about`` carries the same words in the file.
"""

from sqlalchemy import Boolean, Float, ForeignKey, Index, Integer, LargeBinary, String, Table, Text

from reportedly.ledger.schema.columns import METADATA, NUMBER, column

alembic_version = Table(
    "alembic_version",
    METADATA,
    column("version_num", String(32), "revision of the tables: which change of their form was the last", key=True),
)

about = Table(
    "about",
    METADATA,
    column("table_name", Text, "table the column belongs to", key=True),
    column("column_name", Text, "name of the column", key=True),
    column("meaning", Text, "what the column holds"),
)

runs = Table(
    "runs",
    METADATA,
    column("run", Integer, "number of the run, in order", key=True),
    column("version", Text, "version of the program"),
    column("model", Text, "hash of the model"),
    column("rules", Text, "hash of the rules"),
    column("started_at", Text, "when the run began, UTC, ISO 8601"),
    column(
        "finished_at", Text, "when the run ended, UTC; null while it runs or when it was broken off", null=True
    ),
)

pages = Table(
    "pages",
    METADATA,
    column("report_id", Text, "id of the report made from this page, from address and bytes", key=True),
    column("address", Text, "path or address as given", words=True),
    column("media_type", Text, "text/plain or text/html"),
    column("size", Integer, "length of the page in bytes"),
    column("page_sha256", Text, "SHA-256 of the bytes as they arrived"),
    column("retrieved_at", Text, "when a fetched page was fetched, UTC; null for files", null=True),
    column("run", Integer, "run that first met the page", ForeignKey("runs.run")),
    column("recorded_at", Text, "when the ledger learned of the page, UTC"),
    Index("pages_address", "address"),
)

texts = Table(
    "texts",
    METADATA,
    column("text_sha256", Text, "SHA-256 of the text as UTF-8", key=True),
    column("text", Text, "the clean text; places count its Unicode code points", words=True),
    column("characters", Integer, "length in code points"),
)

readings = Table(
    "readings",
    METADATA,
    column("reading", Integer, "number of the reading; the highest of a report is the one that holds", key=True),
    column("reading_id", Text, "id from report, what made the reading and what the user said of the report"),
    column("report_id", Text, "the report that was read", ForeignKey("pages.report_id")),
    column("text_sha256", Text, "its text", ForeignKey("texts.text_sha256")),
    column("run", Integer, "run that made the reading", ForeignKey("runs.run")),
    column("version", Text, "version of the program that read"),
    column("model", Text, "hash of the model that read"),
    column("rules", Text, "hash of the rules that read"),
    column("given", Text, "what the user said of the report, as JSON", words=True),
    column("restricted", Boolean, "1: kept out of exports and pages unless asked for"),
    column("url", Text, "public address", null=True, words=True),
    column("outlet", Text, "who published the report", null=True, words=True),
    column("headline", Text, "its headline", null=True, words=True),
    column("published", Text, "when it was published, EDTF", null=True),
    column("published_from", Text, "where that date was found: json-ld, meta, url, text or argument", null=True),
    column("updated", Text, "when it was last changed, EDTF", null=True),
    column("language", Text, "language, ISO 639-1", null=True),
    column("claim_count", Integer, "how many claims were read"),
    column("figure_count", Integer, "how many figures were read"),
    column("unread_reason", Text, "error slug when not all of the text was read", null=True),
    column("record", LargeBinary, "the record without its text: JSON, compressed with zlib", words=True),
    column("recorded_at", Text, "when the ledger learned of the reading, UTC"),
    # holds what views and counts ask of the readings of a report, so that the long rows are not read for it
    Index("readings_report", "report_id", "reading", "restricted", "claim_count", "figure_count"),
    Index("readings_published", "published", "reading"),
    Index("readings_run", "run", "recorded_at"),
)

speakers = Table(
    "speakers",
    METADATA,
    column("reading", Integer, "reading the speaker belongs to", ForeignKey("readings.reading"), key=True),
    column("position", Integer, "place in the reading, from 0", key=True),
    column("speaker_id", Text, "id from the text and the places of the mentions"),
    column("name", Text, "name, in its fullest form in the report", null=True, words=True),
    column("role", Text, "office or trade, as written", null=True, words=True),
    column("organisation", Text, "whom they speak for, as written", null=True, words=True),
    column("country", Text, "ISO 3166 alpha-3", null=True),
    column("kind", Text, "person, organisation, group, place, document, outlet or unknown"),
    column("named", Boolean, "0: nobody is named"),
    Index("speakers_id", "reading", "speaker_id"),
)

claims = Table(
    "claims",
    METADATA,
    column("reading", Integer, "reading the claim belongs to", ForeignKey("readings.reading"), key=True),
    column("position", Integer, "place in the reading, from 0", key=True),
    column("claim_id", Text, "id from the text and the places of the words"),
    column("source", Text, "who the words are attributed to, as written", null=True, words=True),
    column("speaker", Text, "id of the resolved source", null=True),
    column("cue", Text, "the words that attribute", null=True, words=True),
    column("cue_lemma", Text, "the lemma they turn on", null=True, words=True),
    column("stance", Text, "what the cue does: neutral, denial, estimate …", null=True),
    column("content", Text, "what is attributed, as written", words=True),
    column("start", Integer, "first code point of the content"),
    column("end", Integer, "code point after the content"),
    column("mode", Text, "direct, indirect or mixed"),
    column("said", Text, "when it was said, EDTF", null=True),
    column("negated", Boolean, "1: the cue is negated (did not say)"),
    column("hedges", Text, "hedging words, joined by a semicolon", null=True, words=True),
    column("verification", Text, "unverified, confirmed, denied or disputed, when the words say so", null=True),
    column("via", Text, "id of the claim this one is reported inside", null=True),
    column("same_as", Text, "id of the earlier claim of the report that says the same", null=True),
    column("block", Text, "kind of block it stands in"),
    column("confidence", Float, "0 to 1"),
    Index("claims_id", "claim_id"),
)

figures = Table(
    "figures",
    METADATA,
    column("reading", Integer, "reading the figure belongs to", ForeignKey("readings.reading"), key=True),
    column("position", Integer, "place in the reading, from 0", key=True),
    column("figure_id", Text, "id from the text and the places of the words"),
    column("claim_id", Text, "claim it belongs to; null: in the report's own voice", null=True),
    column("value", Text, "the value in short, as the words set it: ≤ 1,000", words=True),
    column("exact", Text, "bound words and number as written", words=True),
    column("start", Integer, "first code point of the words"),
    column("end", Integer, "code point after the words"),
    column("stated", NUMBER, "the number as stated", null=True),
    column("low", NUMBER, "lowest value the words allow to name", null=True),
    column("best", NUMBER, "the value the words give", null=True),
    column("high", NUMBER, "highest value the words allow to name", null=True),
    column("bound", Text, "exact, about, at_least, more_than, at_most, less_than, range or vague"),
    column("vague", Text, "the vague word (dozens)", null=True, words=True),
    column("measure", Text, "count, money, percent, age, duration …"),
    column("unit", Text, "what is counted, as written", null=True, words=True),
    column("unit_lemma", Text, "lemma of its head word", null=True, words=True),
    column("unit_class", Text, "people, households, buildings …", null=True),
    column("currency", Text, "ISO 4217", null=True),
    column("per", Text, "base of a rate: day, month …", null=True),
    column("event", Text, "what happened to those counted, as written", null=True, words=True),
    column("event_lemma", Text, "its lemma", null=True, words=True),
    column("event_type", Text, "its type of the closed list, or other", null=True),
    column("negated", Boolean, "1: the event is negated", null=True),
    column("modality", Text, "asserted, feared, possible, expected or planned", null=True),
    column("scope", Text, "total, new, subset or unknown"),
    column("hedges", Text, "hedging words, joined by a semicolon", null=True, words=True),
    column("verification", Text, "unverified, confirmed, denied or disputed, when the words say so", null=True),
    column("same_as", Text, "id of the earlier figure of the report that says the same", null=True),
    column("confidence", Float, "0 to 1"),
    column("nationality", Text, "of those counted, ISO 3166 alpha-3", null=True),
    column("status", Text, "of those counted: civilian, soldier, student …", null=True, words=True),
    column("agent", Text, "who is said to have done it, as written", null=True, words=True),
    column("cause", Text, "by what means, as written", null=True, words=True),
    column("subset_of", Text, "id of the figure of which this one is a part", null=True),
    column("places", Text, "where it happened, names joined by a semicolon", null=True, words=True),
    column("countries", Text, "their countries, ISO 3166 alpha-3, joined by a semicolon", null=True),
    column("occurred", Text, "when it happened, EDTF", null=True),
    column("counted_as_of", Text, "the moment the count holds for, EDTF", null=True),
    Index("figures_id", "figure_id"),
)

skips = Table(
    "skips",
    METADATA,
    column("skip_id", Text, "id from address, bytes and reason", key=True),
    column("address", Text, "path or address as given", words=True),
    column("reason", Text, "error slug, explained in docs/errors.md"),
    column("detail", Text, "what was wrong, in words", words=True),
    column("page_sha256", Text, "SHA-256 of the bytes, where there were any", null=True),
    column("run", Integer, "run that met it first", ForeignKey("runs.run")),
    column("recorded_at", Text, "when the ledger learned of it, UTC"),
    Index("skips_address", "address"),
)

seals = Table(
    "seals",
    METADATA,
    column("seal_number", Integer, "place in the chain, from 1", key=True),
    column("subject", Text, "table of what was sealed: runs, readings, skips …"),
    column("subject_key", Text, "its key: number of the run or reading, id of the skip …"),
    column("rows", LargeBinary, "the first four bytes of the hash of each row sealed, in order"),
    column("seal", Text, "SHA-256 over the seal before, the subject and the hashes of its rows"),
    column("sealed_at", Text, "when it was sealed, UTC"),
)

forgotten = Table(
    "forgotten",
    METADATA,
    column("number", Integer, "in the order of forgetting", key=True),
    column("forgetting", Text, "id of the forgetting that this is part of"),
    column("table_name", Text, "table of the row whose words were taken away"),
    column("row_key", Text, "its key, parts joined by a slash"),
    column("words_sha256", Text, "the hash by which the seal knows the words that went"),
    column("left_sha256", Text, "the hash of the words that were left in their place"),
    Index("forgotten_row", "table_name", "row_key"),
)

#: Tables whose rows are never changed or deleted; of a run only its end is filled in.
APPEND_ONLY = (pages, texts, readings, speakers, claims, figures, skips, seals, forgotten)
