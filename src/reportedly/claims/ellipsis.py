"""What is left out beside a number and said elsewhere: the event of its neighbour, the unit of its parallel."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportedly.claims.event_rivals import fate_rank
from reportedly.claims.event_roles import REMAINS
from reportedly.claims.lemmas import lemma_of
from reportedly.claims.lexicon import word_set
from reportedly.claims.quantities import Quantity
from reportedly.claims.units import unit_class
from reportedly.terms import Event, Figure, Span, Unit, words_at

#: Events that happen to people: a number without a noun beside them counts people.
OF_PEOPLE = word_set(
    "killed injured missing trapped accounted_for identified rescued displaced fled evacuated "
    "sheltered in_camp relocated returned stranded homeless joined recruited fighting arrested "
    "prosecuted convicted executed abducted released pardoned hospitalised infected recovered tested "
    "vaccinated buried"
)
#: Events that happen to households as well.
_OF_HOUSEHOLDS = word_set(
    "displaced fled evacuated sheltered in_camp relocated returned stranded homeless affected"
)
#: Units that any number of people may borrow; "Jewish people" would say too much.
_PLAIN_PEOPLE = frozenset({"people", "persons", "person"})
#: Counted as people, but not lent to the injured or the missing: "217 lives and injured 5,000".
_NOT_LENT = REMAINS | {"death", "life", "fatality", "casualty", "case"}
#: Words that make the next figure a part of the one before it, or one beside it.
_OF_US = re.compile(r"\s+of\s+(?P<who>us|you)\b")
_OF_THEM = re.compile(r"\s+of\s+(?:them|those|these|whom|which)\b")
_PART_OF = re.compile(
    r"\b(?:including|among\s+them|along\s+with|as\s+well\s+as|of\s+them|of\s+whom|of\s+which|a\s+total\s+of|"
    r"the\s+total\s+to)\s*$",
    re.IGNORECASE,
)
#: Where those of a second number were: "killed 259 people on the plane and 11 on the ground".
_PLACED = re.compile(r"\s+(?:in|on|at|near|inside|outside)\b")
#: What the number before moved from: "12 were killed, up from nine".
_EARLIER = re.compile(r"\b(?:up|down)\s+from\s+(?:just\s+|only\s+)?$", re.IGNORECASE)
#: A number given anew without a word for what is counted.
_NUMBER_AT = re.compile(
    r"\b(?:the|that|this|its|their)\s+(?:number|figure|count|total|tally)\s+(?:up\s+|down\s+)?(?:at|to|as)\s+$"
    r"|(?:\b(?:earlier|previous|initial|first|official|lower|higher)|['’]s|\b(?:gave|gives|giving|offered|cited|had)\s+an?)\s+(?:figure|number|total|tally|count)\s+of\s+$",
    re.IGNORECASE,
)
_PARALLEL = re.compile(r"(?:,|;|\band)\s*$", re.IGNORECASE)
#: A predicate whose verb is left out: "while at least 99 people had not".
_ELIDED = re.compile(
    r"(?:\s+[\w'’-]+){0,3}?\s+(?:had|have|has|were|was|are|is|did|do|does)"
    r"(?P<not>\s+not|n['’]t)?(?:\s+yet)?\s*(?=[.,;:!?)]|$)",
    re.IGNORECASE,
)
#: The whole of the shares that follow: "Among likely voters in a two-way race, …".
_SAYS = re.compile(
    r"\b(?:says?|said|gives?|gave|claims?|claimed|speaks? of|spoke of)\s+(?:only\s+|just\s+|it (?:is|was)\s+)?$"
)
_STOPS = re.compile(r"\s*(?:[.;]|\n|$)")
_AMONG = re.compile(
    r"\b(?:[Aa]mong|[Oo]f)\s+(?:all\s+|the\s+|those\s+)?(?:[\d,]+\s+)?(?P<base>[a-z][a-z-]+(?:\s+[a-z][a-z-]+){0,2}?)"
    r"(?:\s+(?:in|aged|with|from|who|under|over)\b[^,]{0,40})?,",
)
#: Nouns that tell what happened to those counted, and not who they are.
_FATES = word_set(
    "dead missing injured wounded displaced homeless sick infected hospitalised hospitalized detained"
)
#: Who is counted in a count whose value follows: "put the number of civilians killed at 171".
_NUMBER_OF = re.compile(
    r"\b(?:number|count|total)\s+of\s+(?:the\s+)?(?P<noun>[a-z]{3,})\b[^.;,]{0,40}\b(?:at|to|of)\s+$",
    re.IGNORECASE,
)
#: Nouns that only point at people spoken of before: the other 11 victims.
_POINTING = word_set("victim other rest remainder")
#: Nouns for a count that say nothing of what is counted: "the figure could be as high as 99".
_COUNTERS = word_set("figure number count tally total")
_NEAR = 9  # figures; what is farther back is of another matter


@dataclass(frozen=True, slots=True)
class Found:
    """A quantity and the half-open place of its sentence."""

    quantity: Quantity
    sentence: Span


def inherit_event(text: str, figures: Sequence[Figure], index: int, found: Sequence[Found]) -> Event | None:
    """The event of a figure, taken from one before it where its own words name none.

    "killed 258 people, including 12 Americans"; "killed 247 people in Kenya and 10 in Tanzania"; "while
    99 people had not"; "the other 11 victims are from the north".
    """
    figure = figures[index]
    own = figure.event
    if own is not None and fate_rank(own.type) == 0 and own.start >= figure.end and figure.unit is None:
        own = None if _PLACED.match(text, figure.end) else own
    if figure.measure != "count" or index == 0:
        return own
    before = figures[index - 1]
    same = found[index - 1].sentence == found[index].sentence
    told = own is not None and own != before.event and not (own.type == "other" and own.end <= before.start)
    if same and before.event is not None and before.measure == "count" and not told:
        elided = _ELIDED.match(text, figure.end, found[index].sentence[1])
        if elided is not None:
            return replace(before.event, negated=before.event.negated or elided["not"] is not None)
        between = text[before.end : figure.start]
        if (
            _PART_OF.search(between)
            or _EARLIER.search(between)
            or (figure.unit is None and _PARALLEL.search(between))
        ):
            return before.event
    if (own is None or own.type == "other") and _NUMBER_AT.search(text, max(0, figure.start - 60), figure.start):
        before_it = figures[index - 1].event
        told_before = before_it is not None and before_it.type != "other"
        return (
            before_it if told_before else _event_before(figures, index) or own
        )  # "management put the number at fewer than 2,000"
    if own is None and figure.unit is None and _says_no_more(text, figure):
        return _event_before(figures, index)
    pointing = figure.unit is not None and figure.unit.lemma in _POINTING
    if (own is None or own.type == "other") and (pointing or (own is not None and own.lemma in _COUNTERS)):
        return _event_before(figures, index) or own
    return own


def _says_no_more(text: str, figure: Figure) -> bool:
    """Whether somebody says the number alone, which is of what was told before: "The government says 29."."""
    said = _SAYS.search(text, max(0, figure.start - 40), figure.start)
    return said is not None and _STOPS.match(text, figure.end) is not None


def _event_before(figures: Sequence[Figure], index: int) -> Event | None:
    """The nearest event of people before a figure that only points at them."""
    for k in range(index - 1, max(-1, index - 4), -1):
        event = figures[k].event
        if event is not None and figures[k].measure == "count" and event.type in OF_PEOPLE:
            return event
    return None


def supply_unit(text: str, figures: Sequence[Figure], index: int, found: Sequence[Found]) -> Figure:
    """The figure with its unit, taken from a figure beside it where its own words leave it out."""
    figure = figures[index]
    if figure.unit is None and figure.measure in ("percent", "ratio"):
        base = base_of_share(text, figures, index, found)
        return figure if base is None else replace(figure, unit=replace(base, supplied=True))
    if figure.unit is not None or figure.measure != "count":
        return figure
    ours = _OF_US.match(text, figure.end)
    if ours is not None:
        words = words_at(text, ours.span("who"))
        return replace(
            figure, unit=Unit(exact=words.exact, spans=words.spans, lemma="person", unit_class="people")
        )
    of_people = figure.event is not None and figure.event.type in OF_PEOPLE
    unit = _unit_of_count(text, figure, found[index].sentence) or _parallel_unit(
        text, figures, index, found, of_people=of_people
    )
    if unit is None and of_people:
        unit = _people_nearby(text, figure)
    if unit is None:
        return figure
    return replace(figure, unit=replace(unit, supplied=True))


def _unit_of_count(text: str, figure: Figure, sentence: Span) -> Unit | None:
    """Who is counted where the number is the value of a count: "the number of civilians killed at 171"."""
    named = _NUMBER_OF.search(text, sentence[0], figure.start)
    if named is None:
        return None
    word = named["noun"]
    lemma = lemma_of(word, "NOUN")
    if unit_class(word, "NOUN") != "people" or lemma in _NOT_LENT or word.lower() in _FATES:
        return None
    words = words_at(text, named.span("noun"))
    return Unit(exact=words.exact, spans=words.spans, lemma=lemma, unit_class="people")


def base_of_share(text: str, figures: Sequence[Figure], index: int, found: Sequence[Found]) -> Unit | None:
    """What a percent or ratio is a share of, where it is said before: "Among likely voters, 46 percent …".

    Of two shares in a sentence the second is of the same whole as the first, where it names none.
    """
    start = found[index].sentence[0]
    named = list(_AMONG.finditer(text, start, figures[index].start))
    if named:
        words = words_at(text, named[-1].span("base"))
        head = words.exact.split()[-1]
        return Unit(
            exact=words.exact, spans=words.spans, lemma=lemma_of(head, "NOUN"), unit_class=unit_class(head, "NOUN")
        )
    for k in range(index - 1, -1, -1):
        if found[k].sentence[0] != start:
            return None
        if figures[k].measure == figures[index].measure and figures[k].unit is not None:
            return figures[k].unit
    return None


def lend_units_of_wholes(figures: Sequence[Figure]) -> list[Figure]:
    """The figures, a part without a unit with that of its whole: "1,000 nationals; of those, 61 returned"."""
    units = {figure.id: figure.unit for figure in figures}
    lent = []
    for figure in figures:
        unit = units.get(figure.subset_of or "")
        if unit is not None and figure.measure == "count" and (figure.unit is None or figure.unit.supplied):
            figure = replace(figure, unit=replace(unit, supplied=True))
        lent.append(figure)
    return lent


def _same_sentence(found: Sequence[Found], index: int) -> Iterator[int]:
    """The others of a figure's sentence, those before it from the nearest on, then those after it.

    The figures of a sentence follow one another, so the rest of the text is not looked at.
    """
    for places in (range(index - 1, -1, -1), range(index + 1, len(found))):
        for k in places:
            if found[k].sentence != found[index].sentence:
                break
            yield k


def _parallel_unit(
    text: str, figures: Sequence[Figure], index: int, found: Sequence[Found], *, of_people: bool
) -> Unit | None:
    """Unit of a figure beside this one that could be meant: in its sentence the nearest one before it,
    else after it; in earlier sentences, for events of people, one of the same event or of plain people.
    """
    sentence = found[index].sentence
    for k in _same_sentence(found, index):
        other = figures[k]
        if k > index and _PART_OF.search(text[figures[k - 1].end : other.start]):
            continue  # "81 wounded, among them 19 children"
        if k > index and _OF_THEM.match(text, figures[index].end):
            continue  # "400 of them" are of those told before
        if _lends(other) and (not of_people or _counts_people(other)):
            return other.unit
        if _lends(other) and _moves_households(figures[index], other):
            return other.unit
    if not of_people:
        return None
    event = figures[index].event
    for k in range(index - 1, max(-1, index - _NEAR), -1):
        other = figures[k]
        if _lends(other) and other.unit is not None and found[k].sentence != sentence:
            alike = event is not None and other.event is not None and other.event.type == event.type
            alike = alike and _counts_people(other) and not _is_part(text, figures, k, found)
            if alike or other.unit.exact.casefold() in _PLAIN_PEOPLE:
                return other.unit
    return None


def _lends(figure: Figure) -> bool:
    return figure.unit is not None and figure.measure == "count" and figure.unit.lemma != "other"


def _moves_households(figure: Figure, other: Figure) -> bool:
    """Whether both tell of the same move of homes: "3,000 households had been displaced, up from 1,200"."""
    if figure.event is None or other.event is None or other.unit is None:
        return False
    same = figure.event.type == other.event.type and figure.event.type in _OF_HOUSEHOLDS
    return same and other.unit.unit_class == "households"


def _is_part(text: str, figures: Sequence[Figure], index: int, found: Sequence[Found]) -> bool:
    """Whether a figure is a part of one before it, so that its unit says too little of all: "31 people,
    including 12 women and eight children".
    """
    for k in range(index, 0, -1):
        if found[k - 1].sentence != found[k].sentence:
            return False
        between = text[figures[k - 1].end : figures[k].start]
        if _PART_OF.search(between):
            return True
        if not _PARALLEL.search(between):
            return False
    return False


def _counts_people(figure: Figure) -> bool:
    unit = figure.unit
    return unit is not None and unit.unit_class == "people" and unit.lemma not in _NOT_LENT


def _people_nearby(text: str, figure: Figure) -> Unit | None:
    """The nearest "people" in the text, before the figure if there is one."""
    start = text.rfind("people", 0, figure.start)
    if start < 0:
        start = text.find("people", figure.end)
    while start >= 0 and not _stands_alone(text, start, start + 6):
        start = text.find("people", start + 6)
    if start < 0:
        return None
    words = words_at(text, (start, start + 6))
    return Unit(exact=words.exact, spans=words.spans, supplied=True, lemma="people", unit_class="people")


def _stands_alone(text: str, start: int, end: int) -> bool:
    return not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum())
