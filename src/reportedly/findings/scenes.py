"""Where a story happens, and which of its figures are told of a part of that place.

A place counts only where it stands in the figure's own sentence: what the reader supplied from elsewhere says
where the report is, not where the count was made. The main place is the one that most reports begin with. A
place that contains it, or with which a report begins, is another name for the whole; a place with a smaller
count beside a larger one of the same report is a part.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from reportedly.findings.slots import Slot
from reportedly.findings.spelling import folded_words
from reportedly.findings.stated import Stated, sentence_ends
from reportedly.findings.values import named_number
from reportedly.terms import Place

#: Words that say what kind of place it is and not which.
_KINDS = frozenset(
    (
        "city town village district regency province state county valley island region municipality area the of"
    ).split()
)
_WIDE = ("country", "admin1")
#: Places of one list stand no further apart than this many code points ("Palu, Donggala, and Sigi").
_NEXT = 8
#: Numbers nearer than this are one number rounded.
_ROUNDED = 1.1
#: A line shorter than this, in code points, is no sentence to begin a report with.
_SENTENCE = 30
#: A comma between figure and place counts for as many code points.
_COMMA = 60


@dataclass(frozen=True, kw_only=True)
class Scene:
    """What the story says of its places: which names are of the whole, and which parts go together."""

    whole: frozenset[str]
    region: Mapping[str, str]

    def part_of(self, stated: Stated) -> tuple[str, ...] | None:
        """The part of the scene that a figure is told of; null for the whole or where no word tells.

        Names of one region ("Balaroa and Petobo") stand for it.
        """
        names = [node_of(place) for place in own_places(stated)]
        if not names or any(name in self.whole for name in names):
            return None
        return tuple(sorted({self.region.get(name, name) for name in names}))


def read_scene(figures: Sequence[Stated], slots: Mapping[tuple[str, str], Slot]) -> Scene:
    """The scene of a story from its figures and what they count."""
    leads, known = _leads(figures)
    parts = _parts(figures, slots)
    main = _main(leads, parts, figures)
    whole = {name for name, _ in leads.items() if name not in parts} | main
    whole |= {name for name, place in known.items() if any(_contains(place, known[m]) for m in main)}
    return Scene(whole=frozenset(whole), region=_regions(figures, frozenset(whole)))


@cache
def _node(words: tuple[str, ...]) -> str:
    kept = [word for word in words if word not in _KINDS]
    return " ".join(kept or words)


def node_of(place: Place) -> str:
    """A place's name without what kind of place it is.

    >>> node_of(Place(exact="Serat valley", spans=((0, 12),), name="Serat valley"))
    'serat'
    """
    return _node(folded_words(place.name or place.exact))


def own_places(stated: Stated) -> list[Place]:
    """The places that the figure's own sentence names for it: the nearest one, with those of the same list."""
    said = [p for p in stated.figure.places if p.role != "spoken from" and _own(stated, p)]
    if not said:
        return []
    said.sort(key=lambda place: place.spans)
    middle = min(range(len(said)), key=lambda i: (_distance(stated, said[i]), said[i].spans))
    low = high = middle
    while low > 0 and said[low].start - said[low - 1].end <= _NEXT:
        low -= 1
    while high + 1 < len(said) and said[high + 1].start - said[high].end <= _NEXT:
        high += 1
    return said[low : high + 1]


def _own(stated: Stated, place: Place) -> bool:
    if place.exact.isupper() and len(place.exact) <= 3:
        return False  # "UN", "WHO": a body and no place
    if stated.in_sentence(place.spans):
        return True
    return place.supplied and " there" in stated.after


def _distance(stated: Stated, place: Place) -> int:
    """Code points between figure and place; after the figure is nearer than before, and a comma parts.

    ("Most were found in Palu, he said, but eleven deaths came from Donggala.")
    """
    figure, text = stated.figure, stated.reading.report.text
    if place.start >= figure.end:
        between, weight = text[figure.end : place.start], 1
    else:
        between, weight = text[place.end : figure.start], 2
    return weight * len(between) + _COMMA * any(mark in between for mark in ",;:")


def _leads(figures: Sequence[Stated]) -> tuple[Counter[str], dict[str, Place]]:
    """Places that reports begin with (headline and first sentence) by the number of reports; all places known."""
    leads: dict[str, set[int]] = defaultdict(set)
    known: dict[str, Place] = {}
    ends: dict[int, int] = {}
    for stated in figures:
        if stated.report not in ends:
            ends[stated.report] = _lead_end(stated)
        for place in stated.figure.places:
            if place.exact.isupper() and len(place.exact) <= 3:
                continue
            name = node_of(place)
            if name not in known or (known[name].lat is None and place.lat is not None):
                known[name] = place
            if place.role != "spoken from" and place.start < ends[stated.report]:
                leads[name].add(stated.report)
    return Counter({name: len(reports) for name, reports in leads.items()}), known


def _lead_end(stated: Stated) -> int:
    """Where the first sentence of the body ends; short lines before it are headlines."""
    report = stated.reading.report
    body = next((b.start for b in report.blocks if b.kind in ("paragraph", "list", "table", "caption")), 0)
    ends = sentence_ends(report.text)
    starts = [0, *ends]
    return next(
        end
        for start, end in zip(starts, ends, strict=False)
        if end == ends[-1] or (end > body and end - max(start, body) >= _SENTENCE)
    )


def _main(leads: Counter[str], parts: Iterable[str], figures: Sequence[Stated]) -> frozenset[str]:
    """The place that most reports begin with; of several, the one most figures are told of."""
    told = Counter(node_of(place) for stated in figures for place in stated.figure.places)
    outside = set(parts)
    ranked = sorted(leads, key=lambda name: (-leads[name], name in outside, -told[name], name))
    return frozenset(ranked[:1])


def _parts(figures: Sequence[Stated], slots: Mapping[tuple[str, str], Slot]) -> set[str]:
    """Places told with a smaller number beside a larger one of the same count that is told of no such place."""
    held: dict[tuple[int, str | None, str | None], list[tuple[float, frozenset[str]]]] = defaultdict(list)
    for stated in figures:
        number, slot = named_number(stated.figure), slots[stated.key]
        if number is not None and slot.measure == "count" and slot.scope != "new" and slot.happening is None:
            places = frozenset(node_of(place) for place in own_places(stated))
            held[stated.report, slot.event, slot.counted].append((number, places))
    parts: set[str] = set()
    for counts in held.values():
        top, at = max(counts, key=lambda each: (each[0], sorted(each[1])))
        for number, places in counts:
            if number * _ROUNDED < top and not places & at:
                parts |= places
    return parts


def _contains(outer: Place, inner: Place) -> bool:
    if outer.precision not in _WIDE or outer.iso3 is None or outer.iso3 != inner.iso3:
        return False
    if outer.precision == "country":
        return inner.precision != "country"
    return inner.admin1 is not None and inner.admin1 == (outer.name or outer.exact)


def _regions(figures: Sequence[Stated], whole: frozenset[str]) -> dict[str, str]:
    """Parts told of together, each under the first name of its list in alphabetical order."""
    region: dict[str, str] = {}

    def root(name: str) -> str:
        while region.get(name, name) != name:
            name = region[name]
        return name

    for stated in figures:
        names = sorted({node_of(place) for place in own_places(stated)})
        if any(name in whole for name in names):
            continue
        for name in names[1:]:
            one, other = sorted((root(names[0]), root(name)))
            region[other] = one
    return {name: root(name) for name in region}
