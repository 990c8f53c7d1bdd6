"""What a person decided about what was read: one row of the ledger each, never changed, undone by another row."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from reportedly.terms.claim import Claim
from reportedly.terms.figure import Figure
from reportedly.terms.reading import Speaker
from reportedly.terms.words import Span

#: What a person can do. ``code`` is a decision against the source and never touches what was read; the others
#: say what the reader misread, what belongs together, or what was thought.
Action = Literal[
    "accept", "reject", "edit", "add", "join", "part", "comment", "create", "assign", "unassign", "close", "code",
    "undo",
]  # fmt: skip
#: What it is done to.
Kind = Literal["claim", "figure", "speaker", "report", "series", "incident", "judgement"]
Scalar = str | int | float | bool | None

#: Actions that say what the report says; the others leave the reading as it is.
CORRECTIONS: frozenset[str] = frozenset({"accept", "reject", "edit", "add", "join", "part"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One field set to another value; ``spans`` are the words it rests on (empty: those it rested on before)."""

    field: str
    value: Scalar
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """The value a person codes for a series or an incident, signed with the judgement it stands in.

    ``low``, ``best`` and ``high`` are in order and not all null; ``left_out`` says what was not counted (ids of
    figures, or words); ``rests_on`` are the ids of the figures that were there when it was coded.

    Raises:
        ValueError: no value, or values out of order.
    """

    low: float | int | None
    best: float | int | None
    high: float | int | None
    left_out: tuple[str, ...] = ()
    rests_on: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        known = [value for value in (self.low, self.best, self.high) if value is not None]
        if not known or known != sorted(known):
            raise ValueError(f"a coded value needs bounds in order, not {known}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One decision of one person.

    ``id`` is made from its content; ``when`` is UTC, ISO 8601; ``who`` is the name the person gave; ``why`` is
    their reason in words. ``kind`` and ``target`` say what it is about, ``report`` the report that stands in;
    ``other`` is the second of a pair, or the figure assigned. ``figure``, ``claim`` and ``speaker`` hold what
    was judged as it stood then, or what was added, so that the decision outlives another reading;
    ``text_sha256`` is the text their places count in.
    """

    id: str
    when: str
    who: str
    why: str | None
    action: Action
    kind: Kind
    target: str
    report: str | None = None
    other: str | None = None
    changes: tuple[Change, ...] = ()
    figure: Figure | None = None
    claim: Claim | None = None
    speaker: Speaker | None = None
    text_sha256: str | None = None
    coded: Coded | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """A happening that a person made, with the figures assigned to it.

    ``figures`` are ids in the order in which they were assigned; ``coded`` is the id of the judgement that codes
    its value, ``closed`` when it was closed (both null as long as there is none).
    """

    id: str
    name: str
    created: str
    who: str
    why: str | None
    figures: tuple[str, ...] = ()
    coded: str | None = None
    closed: str | None = None


def holding(judgements: Iterable[Judgement]) -> frozenset[str]:
    """Ids of the judgements that hold, undos among them: those no holding ``undo`` names."""
    undone: set[str] = set()
    held: set[str] = set()
    for each in reversed(tuple(judgements)):  # what undoes comes later than what is undone
        if each.id not in undone:
            held.add(each.id)
            if each.action == "undo":
                undone.add(each.target)
    return frozenset(held)


def standing(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The judgements that hold, in order, without the undos. Undoing an undo restores.

    >>> def judged(name, action="reject", target="f:1"):
    ...     return Judgement(id=name, when="", who="", why=None, action=action, kind="figure", target=target)
    >>> rows = [judged("j:1"), judged("j:2", "undo", "j:1"), judged("j:3"), judged("j:4", "undo", "j:2")]
    >>> [each.id for each in standing(rows)]
    ['j:1', 'j:3']
    """
    rows = tuple(judgements)
    held = holding(rows)
    return tuple(each for each in rows if each.id in held and each.action != "undo")
