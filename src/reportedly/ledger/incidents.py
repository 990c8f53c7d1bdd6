"""Incidents: happenings that people make, with the figures assigned to them; and values that people code.

An incident and a coded value are judgements like any other: rows with who, when and why, undone by a row.
A coded value never changes what was read. It says what a person holds to be so, and what they left out.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sqlalchemy import Connection, select

from reportedly.errors import BadJudgement, UnknownTarget
from reportedly.ledger.connect import Ledger
from reportedly.ledger.desk import desk_at
from reportedly.ledger.judgements import Signed, judgements_where
from reportedly.ledger.schema import judgements
from reportedly.ledger.schema.index import points, series
from reportedly.ledger.targets import Target, find_target
from reportedly.terms import sha256_hex
from reportedly.terms.judgement import Change, Coded, Incident, Judgement, standing

_LENGTH = 20


def create_incident(ledger: Ledger, name: str, signed: Signed) -> Judgement:
    """Make an incident with a name; its id is made from the name.

    Raises:
        BadJudgement: no name, or there is an open incident of this name.
    """
    given = " ".join(name.split())
    if not given:
        raise BadJudgement("an incident needs a name")
    with desk_at(ledger) as desk:
        number = len([each for each in _made(desk.connection) if each.changes[0].value == given])
        for each in _incidents(desk.connection):
            if each.name == given and each.closed is None:
                raise BadJudgement(f"there is an incident “{given}” already: {each.id}")
        target = Target("incident", "i:" + sha256_hex(f"{given}\n{number}")[:_LENGTH], None)
        return desk.judge("create", target, signed, changes=(Change(field="name", value=given),))


def assign(ledger: Ledger, incident: str, figures: Iterable[str], signed: Signed) -> tuple[Judgement, ...]:
    """Assign figures to an incident, by their ids; those that are assigned already are left alone."""
    return _assign(ledger, incident, figures, signed, here=True)


def unassign(ledger: Ledger, incident: str, figures: Iterable[str], signed: Signed) -> tuple[Judgement, ...]:
    """Take figures out of an incident.

    Raises:
        BadJudgement: one is not assigned to it.
    """
    return _assign(ledger, incident, figures, signed, here=False)


def close_incident(ledger: Ledger, incident: str, signed: Signed) -> Judgement:
    """Say that an incident is settled; undo opens it again."""
    with desk_at(ledger) as desk:
        held = _open(desk.connection, incident)
        return desk.judge("close", Target("incident", held.id, None), signed)


def code_value(ledger: Ledger, name: str, coded: Coded, signed: Signed) -> Judgement:
    """Code the value of a series or an incident: what a person holds it to be, why, and what was left out.

    Raises:
        BadJudgement: no reason was given.
    """
    if not (signed.why or "").strip():
        raise BadJudgement("a coded value needs its reason: --why …")
    with desk_at(ledger) as desk:
        target = find_coded(desk.connection, name)
        return desk.code(target, replace(coded, rests_on=_figures_of(desk.connection, target)), signed)


def list_incidents(ledger: Ledger) -> tuple[Incident, ...]:
    """All incidents, in the order in which they were made."""
    with ledger.reading() as connection:
        return tuple(_incidents(connection))


def find_incident(ledger: Ledger, words: str) -> Incident:
    """The incident with an id, the start of one, or a name.

    Raises:
        UnknownTarget: none or several answer.
    """
    with ledger.reading() as connection:
        return _find(connection, words)


def coded_values(ledger: Ledger, name: str | None = None) -> tuple[Judgement, ...]:
    """The coded values that stand, in their order: of one series or incident, or of all. The last one holds."""
    with ledger.reading() as connection:
        conditions = [judgements.c.action.in_(("code", "undo"))]
        rows = standing(judgements_where(connection, *conditions))
    return tuple(each for each in rows if each.action == "code" and name in (None, each.target))


def coded_of_series(ledger: Ledger, name: str, figures: Iterable[str]) -> tuple[Judgement, ...]:
    """The values coded for a series, by its id or by the figures that were there: a series may get another id when
    it gets an earlier figure."""
    there = set(figures)
    return tuple(
        each
        for each in coded_values(ledger)
        if each.kind == "series" and each.coded is not None and (each.target == name or _mostly(each.coded, there))
    )


def _mostly(coded: Coded, figures: set[str]) -> bool:
    return len(figures & set(coded.rests_on)) * 2 > len(coded.rests_on)


def _figures_of(connection: Connection, target: Target) -> tuple[str, ...]:
    if target.kind == "incident":
        return _find(connection, target.name).figures
    query = select(points.c.figure_id).join(series, series.c.series == points.c.series)
    query = query.where(series.c.series_id == target.name, points.c.figure_id.is_not(None))
    return tuple(str(name) for name in connection.execute(query.order_by(points.c.position)).scalars())


def find_coded(connection: Connection, words: str) -> Target:
    """The incident or series that an id names."""
    try:
        return Target("incident", _find(connection, words).id, None)
    except UnknownTarget:
        return find_target(connection, words, ("series", "incident"))


def _assign(
    ledger: Ledger, incident: str, figures: Iterable[str], signed: Signed, *, here: bool
) -> tuple[Judgement, ...]:
    with desk_at(ledger) as desk:
        held = _open(desk.connection, incident)
        made: list[Judgement] = []
        for name in figures:
            figure = desk.find(name, ("figure",))
            if (figure.name in held.figures) is here:
                if here:
                    continue
                raise BadJudgement(f"{figure.name} is not assigned to “{held.name}”")
            target = Target("incident", held.id, None)
            if here:
                desk.term(figure)  # a rejected figure is assigned to nothing
            made.append(desk.judge("assign" if here else "unassign", target, signed, other=figure))
        return tuple(made)


def _open(connection: Connection, words: str) -> Incident:
    held = _find(connection, words)
    if held.closed is not None:
        raise BadJudgement(f"“{held.name}” was closed on {held.closed[:10]}: undo that first")
    return held


def _find(connection: Connection, words: str) -> Incident:
    held = tuple(_incidents(connection))
    given = " ".join(words.split())
    for fitting in (
        [each for each in held if given in (each.id, each.name)],
        [each for each in held if each.id.startswith(given) or given.casefold() in each.name.casefold()],
    ):
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            named = "".join(f"\n  {each.id}  {each.name}" for each in fitting)
            raise UnknownTarget(f"several incidents answer to “{given}”; give the id:{named}")
    raise UnknownTarget(f"no incident answers to “{given}”: see them with “reportedly incident list”")


def _made(connection: Connection) -> list[Judgement]:
    return [each for each in judgements_where(connection, judgements.c.action == "create") if each.changes]


def _incidents(connection: Connection) -> Iterator[Incident]:
    rows = standing(judgements_where(connection, judgements.c.kind.in_(("incident", "judgement"))))
    for made in rows:
        if made.action == "create":
            yield _incident(made, [each for each in rows if each.target == made.target])


def _incident(made: Judgement, rows: list[Judgement]) -> Incident:
    figures: dict[str, None] = {}
    coded = closed = None
    for each in rows:
        if each.action == "assign" and each.other is not None:
            figures[each.other] = None
        elif each.action == "unassign" and each.other is not None:
            figures.pop(each.other, None)
        elif each.action == "code":
            coded = each.id
        elif each.action == "close":
            closed = each.when
    return Incident(
        id=made.target, name=str(made.changes[0].value), created=made.when, who=made.who, why=made.why,
        figures=tuple(figures), coded=coded, closed=closed,
    )  # fmt: skip
