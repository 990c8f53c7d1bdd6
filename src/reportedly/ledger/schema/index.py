"""The index: what was found across reports. Made from the record, made anew at any time, never sealed.

    waiting → blocking_keys → report_links → stories ─┬─ story_reports
                                                      ├─ series ── points
                                                      └─ findings · finding_times

Rows of a story are replaced together, in one transaction. ``finding_times`` alone outlives a rebuild: it tells
when a finding was first made, and holds nothing but ids and times; so does ``tracker_views``.
"""

from typing import Any

from sqlalchemy import BigInteger, Boolean, Column, Float, ForeignKey, Index, Integer, Table, Text

from reportedly.ledger.schema.columns import METADATA, NUMBER, column


def _of_series(name: str, meaning: str, kind: Any = Text) -> Column[Any]:
    return column(name, kind, meaning, null=True)


blocking_keys = Table(
    "blocking_keys",
    METADATA,
    column("key", BigInteger, "first 60 bits of the SHA-256 of what reports that may be alike share", key=True),
    column("reading", Integer, "reading that has it", key=True),
    Index("blocking_keys_reading", "reading"),
    sqlite_with_rowid=False,
)

report_links = Table(
    "report_links",
    METADATA,
    column("report_id", Text, "the later report", key=True),
    column("other_id", Text, "the earlier report", key=True),
    column("kind", Text, "copy, update, version, or story: of the same happening", key=True),
    column("similarity", Float, "share of the shingles that both have, 0 to 1; null for story", null=True),
    column("why", Text, "what was compared, in words"),
    Index("report_links_other", "other_id"),
)

stories = Table(
    "stories",
    METADATA,
    column("story", Integer, "number of the story in this file", key=True),
    column("story_id", Text, "id made from the earliest of its reports"),
    column("label", Text, "name for people"),
    column("places", Text, "what most of its reports name as the place, as JSON"),
    column("happening", Text, "what happened, where most of its reports name it", null=True),
    column("first", Text, "when the first of its reports was published, EDTF", null=True),
    column("last", Text, "when the last of its reports was published, EDTF", null=True),
    column("reports", Integer, "how many reports it has"),
    column("restricted", Integer, "how many of them are restricted"),
    Index("stories_id", "story_id", unique=True),
    Index("stories_reports", "reports", "story_id"),
)

story_reports = Table(
    "story_reports",
    METADATA,
    column("report_id", Text, "a report", key=True),
    column("story", Integer, "story it is of", ForeignKey("stories.story")),
    column("position", Integer, "its place among the reports of the story, from 0"),
    column("reading", Integer, "reading from which its findings were made", ForeignKey("readings.reading")),
    Index("story_reports_story", "story", "position"),
)

series = Table(
    "series",
    METADATA,
    column("series", Integer, "number of the series in this file", key=True),
    column("series_id", Text, "id of the series"),
    column("story", Integer, "story it is of", ForeignKey("stories.story")),
    column("label", Text, "name for people"),
    _of_series("event", "facet: type of the event, or its lemma"),
    _of_series("counted", "facet: who or what is counted"),
    _of_series("place", "facet: where it happened"),
    _of_series("place_key", "the place without case and accents, for looking up"),
    _of_series("happening", "facet: the happening"),
    _of_series("scope", "facet: total, new, subset or unknown"),
    _of_series("measure", "facet: count, money, percent …"),
    column("facets", Text, "all facets with the words they rest on, as JSON"),
    _of_series("cumulative", "1: running totals; 0: counts of a moment or a stretch", Boolean),
    column("figures", Integer, "how many figures it has"),
    column("restricted", Integer, "how many of them are of restricted reports"),
    column("reports", Integer, "how many reports stand behind it"),
    column("outlets", Integer, "how many outlets published them"),
    column("origins", Integer, "how many independent origins they have"),
    _of_series("newest", "value of the newest figure, in short"),
    _of_series("newest_at", "the moment it holds for, EDTF"),
    _of_series("newest_source", "who says it"),
    _of_series("revision", "the last revision, in short: 61 → 148"),
    _of_series("revised_at", "the moment the revised figure holds for, EDTF"),
    _of_series("course", "numbers of its dated figures in order of time, parted by spaces, to be drawn small"),
    column(
        "words", Text, "words to find it by, each after a letter: e event, c counted, p place, s source, l label"
    ),
    column("disputes", Integer, "how many contradictions and differences were found in it"),
    Index("series_id", "series_id", unique=True),
    # each in the order in which series are listed, so that the first of a hundred thousand are read alone
    Index("series_order", "reports", "figures", "series_id"),
    Index("series_weight", "reports", "disputes"),
    Index("series_story", "story", "reports", "figures", "series_id"),
    Index("series_event", "event", "reports", "figures", "series_id"),
    Index("series_place", "place_key", "event", "reports"),
)

points = Table(
    "points",
    METADATA,
    column("series", Integer, "series the figure is of", ForeignKey("series.series"), key=True),
    column("position", Integer, "its place in the series, from 0", key=True),
    column("report_id", Text, "report the figure stands in"),
    column("figure_id", Text, "the figure", null=True),
    column("claim_id", Text, "claim it belongs to; null: in the report's own voice", null=True),
    column("spans", Text, "places of its words in the text, as JSON"),
    column("exact", Text, "bound words and number as written"),
    column("value", Text, "the value in short: ≤ 1,000"),
    column("low", NUMBER, "lowest value the words allow to name", null=True),
    column("best", NUMBER, "the value the words give", null=True),
    column("high", NUMBER, "highest value the words allow to name", null=True),
    column("bound", Text, "exact, about, at_least, more_than, at_most, less_than, range or vague"),
    column("vague", Text, "the vague word (dozens)", null=True),
    column("unit", Text, "what is counted, as written", null=True),
    column("scope", Text, "total, new, subset or unknown"),
    column("at", Text, "the moment the count holds for, EDTF", null=True),
    column("at_basis", Text, "what that rests on: counted_as_of, occurred, said or published", null=True),
    column("said", Text, "when it was said, EDTF", null=True),
    column("published", Text, "when the report was published, EDTF", null=True),
    column("outlet", Text, "who published the report", null=True),
    column("speaker", Text, "who says it; null: the report itself", null=True),
    column("speaker_key", Text, "identity of the speaker across reports", null=True),
    column("origin", Text, "the first to say it, as far as the words tell"),
    column("chain", Text, "the way from the outlet to the origin, as JSON"),
    column("copy_of", Text, "id of the report of which this one is a copy", null=True),
    column("same_as", Text, "id of the earlier figure of the report that says the same", null=True),
    column("restricted", Boolean, "1: of a restricted report"),
    column("corrected", Boolean, "1: a person changed what was read"),
    Index("points_report", "report_id"),
    Index("points_figure", "figure_id"),
    Index("points_speaker", "speaker_key"),
    sqlite_with_rowid=False,
)

findings = Table(
    "findings",
    METADATA,
    column("finding_id", Text, "id from the type and the two places", key=True),
    column("story", Integer, "story it is of", ForeignKey("stories.story")),
    column("series_id", Text, "series it is of", null=True),
    column("type", Text, "copy, repeat, revision, lag, difference, contradiction, denial …"),
    column("at", Text, "when the newer report was published, EDTF", null=True),
    column("from_report", Text, "report of the older or reference place", null=True),
    column("from_figure", Text, "figure there", null=True),
    column("from_claim", Text, "claim there", null=True),
    column("from_spans", Text, "places of the words there, as JSON", null=True),
    column("from_exact", Text, "the words there", null=True),
    column("to_report", Text, "report of the newer place"),
    column("to_figure", Text, "figure there", null=True),
    column("to_claim", Text, "claim there", null=True),
    column("to_spans", Text, "places of the words there, as JSON"),
    column("to_exact", Text, "the words there"),
    column("why", Text, "why it was made, in one sentence"),
    column("direction", Text, "of a revision: up, down or same", null=True),
    column("ratio", Float, "of a revision: new over old", null=True),
    column("reason", Text, "of a contradiction or difference: why it may be", null=True),
    column("verdict", Text, "of a comparison: holds, does_not_hold or nothing_to_compare", null=True),
    column("apparent", Boolean, "1: both could hold once the reason is taken into account"),
    column("claims", Text, "ids of all claims it rests on, as JSON"),
    column("restricted", Boolean, "1: one of the two reports is restricted"),
    Index("findings_story", "story"),
    Index("findings_series", "series_id"),
    Index("findings_type", "type", "at"),
    Index("findings_at", "at", "finding_id"),
    Index("findings_to", "to_report"),
    Index("findings_from", "from_report"),
)

finding_times = Table(
    "finding_times",
    METADATA,
    column("finding_id", Text, "a finding, of now or of before", key=True),
    column("recorded_at", Text, "when it was first made, UTC"),
)

tracker_views = Table(
    "tracker_views",
    METADATA,
    column("tracker_id", Text, "a tracker", key=True),
    column("shown_at", Text, "when its series were last shown, UTC"),
)

waiting = Table(
    "waiting",
    METADATA,
    column("number", Integer, "in the order in which they came", key=True),
    column("report_id", Text, "report that was read or judged, and is not followed yet"),
)

TABLES = (
    blocking_keys, report_links, stories, story_reports, series, points, findings, finding_times, tracker_views,
    waiting,
)  # fmt: skip
#: Tables that a rebuild empties, the dependent ones first.
REBUILT = (findings, points, series, story_reports, stories, report_links, blocking_keys)
