"""What people decided: rows that are added and never changed, and what follows from them for reports."""

from sqlalchemy import Boolean, Column, Index, Integer, Table, Text

from reportedly.ledger.schema.columns import METADATA, NUMBER, column
from reportedly.ledger.schema.record import claims, figures, speakers

judgements = Table(
    "judgements",
    METADATA,
    column("judgement", Integer, "number of the judgement, in order", key=True),
    column("judgement_id", Text, "id from its content"),
    column("recorded_at", Text, "when it was made, UTC, ISO 8601"),
    column("who", Text, "the name of the person, as they gave it"),
    column("why", Text, "their reason, or the words of a comment", null=True, words=True),
    column("action", Text, "accept, reject, edit, add, join, part, comment, create, assign, code, undo …"),
    column("kind", Text, "what it is about: claim, figure, speaker, report, series, incident or judgement"),
    column("target", Text, "id of what it is about"),
    column("report_id", Text, "the report that stands in; null where it stands in none or in many", null=True),
    column("other", Text, "id of the second of a pair, or of the figure assigned", null=True),
    column("text_sha256", Text, "the text in which its places count", null=True),
    column("low", NUMBER, "lowest value coded", null=True),
    column("best", NUMBER, "value coded", null=True),
    column("high", NUMBER, "highest value coded", null=True),
    column("record", Text, "the whole judgement as JSON; empty when it was forgotten", words=True),
    Index("judgements_id", "judgement_id", unique=True),
    Index("judgements_target", "target"),
    Index("judgements_report", "report_id"),
)

corrected_reports = Table(
    "corrected_reports",
    METADATA,
    column("reading", Integer, "reading over which corrections are laid: the one that holds", key=True),
    column("report_id", Text, "its report"),
    column("outlet", Text, "who published the report, as corrected", null=True),
    column("headline", Text, "its headline, as corrected", null=True),
    column("url", Text, "public address, as corrected", null=True),
    column("published", Text, "when it was published, EDTF, as corrected", null=True),
    column("language", Text, "language, ISO 639-1, as corrected", null=True),
    column("restricted", Boolean, "what a person said of that; null: nothing", null=True),
    Index("corrected_reports_report", "report_id"),
)


def _corrected(table: Table) -> Table:
    """The same rows as a person left them, for reports with corrections; read in place of those of the table."""
    columns = [
        Column(each.name, each.type, primary_key=each.primary_key, nullable=each.nullable, comment=each.comment)
        for each in table.columns
    ]
    mark = column("corrected", Boolean, "1: a person changed or added it")
    return Table(f"corrected_{table.name}", METADATA, *columns, mark)


corrected_speakers = _corrected(speakers)
corrected_claims = _corrected(claims)
corrected_figures = _corrected(figures)

#: Tables that follow from what was read and judged; what changes their form drops them and makes them anew.
CORRECTED = (corrected_reports, corrected_speakers, corrected_claims, corrected_figures)
#: Rows that stay as they are; the corrected ones follow from them and are made anew with every judgement.
APPEND_ONLY = (judgements,)
