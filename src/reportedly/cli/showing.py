"""One figure on the review screen: why it comes here, its words in their place, what was read of it."""

from typing import TYPE_CHECKING

from reportedly.cli.marking import Mark, find_marks
from reportedly.cli.output import harmless, one_line

if TYPE_CHECKING:
    from rich.text import Text

    from reportedly.ledger.queue import QueueRow
    from reportedly.terms import Claim, Figure, Reading, Span

#: Characters shown on either side of a figure in a long block.
_AROUND = 700
KEYS = (
    "j/k move · a accept · r reject · e edit · m missed figure · M missed claim · c comment · A accept report · "
    "u undo · q quit"
)
SELECT_KEYS = "h/l move · H/L shorter, longer · j/k other paragraph · enter take · escape back"


def context_of(reading: "Reading", at: int) -> "Span":
    """The block around a place, or as much of a long one as a screen shows."""
    for block in reading.report.blocks:
        if block.start <= at < block.end:
            return max(block.start, at - _AROUND), min(block.end, at + _AROUND)
    return max(0, at - _AROUND), min(len(reading.report.text), at + _AROUND)


def words_in_place(reading: "Reading", span: "Span", chosen: "tuple[Span, ...]") -> "Text":
    """The text of a stretch with what was read marked in it, and the words chosen in reverse."""
    from rich.text import Text

    from reportedly.cli.marking import STYLES

    start, end = span
    shown = Text(harmless(reading.report.text[start:end]))
    marks = [mark for mark in find_marks(reading) if mark.role != "content"]
    marks += [Mark(a, b, "figure") for a, b in chosen]
    for role, style in STYLES.items():
        for mark in marks:
            if mark.role == role and mark.start < end and mark.end > start:
                shown.stylize(style, max(0, mark.start - start), mark.end - start)
    for a, b in chosen:
        shown.stylize("reverse", max(0, a - start), max(0, b - start))
    return shown


def head_lines(row: "QueueRow", number: int, total: int, mark: str) -> "list[Text]":
    """Where one is in the queue, of which report, and why this comes now."""
    from rich.text import Text

    where = "  ".join(one_line(each) for each in (row.outlet, row.published, row.headline or row.address) if each)
    return [
        Text(f"{number} of {total}  {mark}".rstrip(), style="bold").append(f"   {where}", style="dim"),
        Text(row.why or "nothing in doubt", style="italic"),
        Text(""),
    ]


def field_lines(figure: "Figure", claim: "Claim | None") -> "list[Text]":
    """What was read of a figure and of its claim; nothing where nothing was."""
    from rich.text import Text

    lines = []
    for name, value in _fields(figure, claim):
        if value:
            lines.append(Text(f"{name:<12}", style="dim").append(one_line(value), style=""))
    return lines


def _fields(figure: "Figure", claim: "Claim | None") -> "list[tuple[str, str | None]]":
    from reportedly.terms import value_words

    unit, event = figure.unit, figure.event
    happened = [place.name or place.exact for place in figure.places if place.role == "happened"]
    source = claim.source.exact if claim and claim.source else None
    cue = f"{claim.cue.exact} ({claim.cue.stance})" if claim and claim.cue else None
    return [
        ("value", f"{value_words(figure)}   {figure.bound}, {figure.measure}"),
        ("unit", f"{unit.exact}   {unit.lemma}, {unit.unit_class or 'class unknown'}" if unit else None),
        ("event", _event_words(figure) if event else None),
        ("scope", figure.scope),
        ("place", ", ".join(dict.fromkeys(happened))),
        ("occurred", figure.occurred.edtf if figure.occurred else None),
        ("as of", figure.counted_as_of.edtf if figure.counted_as_of else None),
        ("agent", figure.agent.exact if figure.agent else None),
        ("cause", figure.cause.exact if figure.cause else None),
        ("checked", figure.verification.status if figure.verification else None),
        ("source", source or "the report itself"),
        ("cue", cue),
        ("said", claim.said.edtf if claim and claim.said else None),
        ("confidence", f"{figure.confidence:.2f}"),
        ("id", figure.id),
    ]


def _event_words(figure: "Figure") -> str:
    event = figure.event
    assert event is not None  # asked by who looked
    more: list[str] = [event.modality] if event.modality != "asserted" else []
    more += ["negated"] if event.negated else []
    return f"{event.exact}   {event.type}, {event.lemma}" + (f" ({', '.join(more)})" if more else "")
