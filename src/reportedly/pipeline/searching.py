"""Words found in the texts of a ledger, each in its surroundings, with the claim and the figure they stand in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from reportedly.errors import BadOption
from reportedly.ledger import Ledger, load_told
from reportedly.ledger.fulltext import STAR, Phrase, Token, phrases_of, tokens_of
from reportedly.ledger.index.search import SearchFilter, find_texts
from reportedly.ledger.names import find_held_names, hold_back
from reportedly.ledger.names.finding import public_words
from reportedly.terms import Claim, Figure, Reading, Span, Told, value_words

#: Code points shown on either side of what was found.
_AROUND = 70
#: Places of one report that are shown.
_PLACES = 3
#: Reports loaded in one go: a page of places needs some ten.
_AT_ONCE = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A place where words were found: ``words`` are those around it, ``start`` and ``end`` the place itself.

    ``source``, ``cue``, ``said`` and ``claim_id`` are of the claim that the place stands in; ``value``, ``unit``
    and ``figure_id`` of the figure nearest to it there, or close by.
    """

    published: str | None
    outlet: str | None
    headline: str | None
    address: str
    url: str | None
    words: str
    start: int
    end: int
    source: str | None
    cue: str | None
    said: str | None
    value: str | None
    unit: str | None
    report_id: str
    claim_id: str | None
    figure_id: str | None
    restricted: bool


def search_reports(ledger: Ledger, asked: Sequence[str], wanted: SearchFilter) -> Iterator[Hit]:
    """Places where the words are, the newest report first; at most a few of each report.

    Words of one argument, or in quotation marks, stand together; one that ends in a star stands for all that
    begin so. A name that is held back is not found.

    Raises:
        BadOption: nothing was asked for.
    """
    phrases = phrases_of(asked)
    if not phrases:
        raise BadOption("give words to look for: letters or digits")
    yield from islice(_hits(ledger, phrases, wanted), wanted.limit)


def _hits(ledger: Ledger, phrases: Sequence[Phrase], wanted: SearchFilter) -> Iterator[Hit]:
    for told in _told(ledger, find_texts(ledger, phrases, wanted)):
        hide = _Hiding(told.reading, wanted.include_names)
        places = _places(told.reading.report.text, phrases)
        shown = (_hit(told.reading, place, hide, told.restricted) for place in places)
        # a place may be nothing but a name that is held back
        yield from islice((hit for hit in shown if _still_there(hit.words, phrases)), _PLACES)


def _told(ledger: Ledger, names: Iterator[str]) -> Iterator[Told]:
    while some := list(islice(names, _AT_ONCE)):
        yield from load_told(ledger, some)


class _Hiding:
    def __init__(self, reading: Reading, include_names: bool) -> None:
        self._names = () if include_names else tuple(each.name for each in find_held_names(reading))
        self._public = public_words(reading) if self._names else frozenset()

    def __call__(self, words: str | None) -> str | None:
        return hold_back(words, self._names, self._public)


def _places(text: str, phrases: Sequence[Phrase]) -> Iterator[Span]:
    """Where the phrases are, in order of the text, each place once."""
    tokens = list(tokens_of(text))
    found = {span for phrase in phrases for span in _places_of(tokens, phrase)}
    last = -1
    for start, end in sorted(found):
        if start > last:  # what lies in the surroundings of the place before is shown there
            yield start, end
            last = end + _AROUND


def _places_of(tokens: Sequence[Token], phrase: Phrase) -> Iterator[Span]:
    words = [word for word in phrase if word != STAR]
    for at in range(len(tokens) - len(words) + 1):
        here = tokens[at : at + len(words)]
        whole = all(token.word == word for token, word in zip(here[:-1], words[:-1], strict=True))
        last = here[-1].word.startswith(words[-1]) if phrase[-1] == STAR else here[-1].word == words[-1]
        if whole and last:
            yield here[0].start, here[-1].end


def _still_there(words: str, phrases: Sequence[Phrase]) -> bool:
    tokens = list(tokens_of(words))
    return any(next(_places_of(tokens, phrase), None) is not None for phrase in phrases)


def _hit(reading: Reading, place: Span, hide: _Hiding, restricted: bool) -> Hit:
    report = reading.report
    claim = _claim_at(reading, place)
    figure = _figure_near(reading, place, claim)
    return Hit(
        published=report.published, outlet=report.outlet, headline=hide(report.headline), address=report.address,
        url=report.url, words=hide(surroundings(report.text, place)) or "", start=place[0], end=place[1],
        source=hide(claim.source.exact) if claim and claim.source else None,
        cue=claim.cue.exact if claim and claim.cue else None,
        said=claim.said.edtf if claim and claim.said else None,
        value=value_words(figure) if figure else None,
        unit=hide(figure.unit.exact) if figure and figure.unit else None, report_id=report.id,
        claim_id=claim.id if claim else None, figure_id=figure.id if figure else None, restricted=restricted,
    )  # fmt: skip


def surroundings(text: str, place: Span) -> str:
    """The words around a place, cut between words, on one line."""
    start, end = max(0, place[0] - _AROUND), min(len(text), place[1] + _AROUND)
    if start:
        start = text.find(" ", start, place[0]) + 1 or start
    if end < len(text):
        cut = text.rfind(" ", place[1], end)
        end = cut if cut > 0 else end
    shown = " ".join(text[start:end].split())
    return f"{'… ' if start else ''}{shown}{' …' if end < len(text) else ''}"


def _claim_at(reading: Reading, place: Span) -> Claim | None:
    """The innermost claim whose words hold the place."""

    def held(claim: Claim) -> list[Span]:
        parts = (claim.source, claim.cue, claim.content)
        return [span for part in parts if part is not None for span in part.spans]

    inside = [claim for claim in reading.claims if any(a <= place[0] and place[1] <= b for a, b in held(claim))]
    return min(inside, key=lambda claim: claim.content.end - claim.content.start, default=None)


def _figure_near(reading: Reading, place: Span, claim: Claim | None) -> Figure | None:
    """The figure nearest to the place: of the claim, or else of the report's own voice close by."""

    def away(figure: Figure) -> int:
        return max(0, figure.start - place[1], place[0] - figure.end)

    own = claim.id if claim else None
    near = [figure for figure in reading.figures if figure.claim == own]
    nearest = min(near, key=away, default=None)
    return nearest if nearest is not None and (claim is not None or away(nearest) <= _AROUND) else None
