"""What an id names: a claim, figure, speaker, report, incident or judgement of the ledger."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Column, ColumnElement, Connection, Select, null, select

from reportedly.errors import UnknownTarget
from reportedly.ledger.schema import claims, figures, judgements, pages, readings, speakers
from reportedly.ledger.schema.decisions import corrected_reports, corrected_speakers
from reportedly.ledger.schema.index import series
from reportedly.terms.judgement import Kind

_KINDS: dict[str, Kind] = {
    "c": "claim", "f": "figure", "s": "speaker", "r": "report", "i": "incident", "j": "judgement",
    "x": "series",
}  # fmt: skip
_NAMED = 5
#: Characters of a whole id: a letter, a colon and twenty digits.
_WHOLE = 22


@dataclass(frozen=True, slots=True)
class Target:
    """What was named: its kind, its whole id, and the report that stands in (null where it stands in none)."""

    kind: Kind
    name: str
    report: str | None


def find_target(connection: Connection, words: str, kinds: Iterable[Kind] = ()) -> Target:
    """The one thing that an id, or the start of one, names.

    Raises:
        UnknownTarget: nothing does, or several do, or what does is of another kind than those wanted.
    """
    given = words.strip()
    wanted = tuple(kinds)
    kind = _KINDS.get(given.partition(":")[0]) if ":" in given else None
    if kind is None:
        raise UnknownTarget(f"“{given}” is no id: ids look like {' or '.join(_examples(wanted))}")
    if wanted and kind not in wanted:
        raise UnknownTarget(f"“{given}” is the id of a {kind}; wanted is one of a {' or a '.join(wanted)}")
    found = _find(connection, kind, given)
    exact = [each for each in found if each.name == given]
    found = exact or found
    if not found:
        raise UnknownTarget(f"no {kind} of the ledger has the id {given}")
    if len({each.name for each in found}) > 1:
        named = ", ".join(sorted({each.name for each in found})[:_NAMED])
        raise UnknownTarget(f"several ids begin with {given}: {named}; give more of it")
    return found[-1]


def _examples(wanted: tuple[Kind, ...]) -> list[str]:
    letters = {kind: letter for letter, kind in _KINDS.items()}
    return [f"{letters[kind]}:3f2a… (a {kind})" for kind in wanted or ("figure", "claim") if kind in letters]


def _find(connection: Connection, kind: Kind, start: str) -> list[Target]:
    """Those whose id begins so: in what was read, the oldest first, and in what people added."""
    found: list[Target] = []
    for query in _queries(kind, start):
        rows = connection.execute(query.distinct().limit(_NAMED + 1))
        found += [Target(kind, name, report) for name, report in rows]
    return found


def _begins(column: Column[str], start: str) -> ColumnElement[bool]:
    return column == start if len(start) >= _WHOLE else column.startswith(start, autoescape=True)


def _queries(kind: Kind, start: str) -> list[Select[str, str | None]]:
    if kind == "judgement":
        column = judgements.c.judgement_id
        return [select(column, judgements.c.report_id).where(_begins(column, start))]
    if kind == "report":
        return [select(pages.c.report_id, pages.c.report_id).where(_begins(pages.c.report_id, start))]
    judged = select(judgements.c.target, judgements.c.report_id).where(
        judgements.c.kind == kind, _begins(judgements.c.target, start)
    )
    if kind == "incident":
        return [judged]
    if kind == "series":
        found = select(series.c.series_id, null().label("report_id")).where(_begins(series.c.series_id, start))
        return [found, judged]
    table, name = {
        "claim": (claims, "claim_id"), "figure": (figures, "figure_id"), "speaker": (speakers, "speaker_id"),
    }[kind]  # fmt: skip
    read = select(table.c[name], readings.c.report_id).join(readings, readings.c.reading == table.c.reading)
    queries = [read.where(_begins(table.c[name], start)), judged.where(judgements.c.report_id.is_not(None))]
    if kind == "speaker":  # one that came with a claim that was added
        column = corrected_speakers.c.speaker_id
        added = select(column, corrected_reports.c.report_id).join(
            corrected_reports, corrected_reports.c.reading == corrected_speakers.c.reading
        )
        queries.append(added.where(_begins(column, start)))
    return queries
