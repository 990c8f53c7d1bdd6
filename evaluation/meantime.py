"""Values and factuality of MEANTIME: 120 Wikinews articles on companies and markets.

values      of the annotated values (numbers with their unit sign: "$ 40 billion", "9 %", "up to 60"):
            share overlapped by a figure
money, percent, quantity
            of the values of that type overlapped: a figure of measure ``money``, of measure
            ``percent``, of neither
precision   figures that overlap a value, over all figures; ages and durations, which are times
            there, are left out
factual     of figures whose event's words hold an event annotated with a certainty: asserted and not
            negated exactly where the event is certain, affirmed and not in the future; of several annotated
            in the words, the last verb counts
unfactual   the same of those where either side says anything but a fact

Only what is annotated is read, headline, date and some five sentences of each article, with the date
it was annotated against. The tokens are put together as they would be printed; headline and date are
paragraphs of their own, and so is the rest, whose paragraphs are not kept there.

``python -m evaluation.meantime [--half odd|even] [--slips KIND]`` prints both halves of the articles.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from evaluation.attributions import Span
from evaluation.folders import SHARED
from evaluation.halves import Half, half_of, print_halves
from evaluation.outcome import Outcome, Slip, around, percent
from evaluation.texts import Text, read_texts
from reportedly.pipeline import ReadsReports
from reportedly.terms import Figure, Reading
from reportedly.terms.dates import is_edtf

_TIMES = frozenset({"age", "duration"})
_NO_SPACE_BEFORE = frozenset({".", ",", ";", ":", ")", "]", "%", "!", "?", "''", "”", "'s", "’s", "n't", "'"})
_NO_SPACE_AFTER = frozenset({"(", "[", "$", "US$", "AU$", "£", "€", "``", "“", "#"})


@dataclass(frozen=True, slots=True)
class GoldValue:
    """One annotated value at its place; ``kind`` is MONEY, PERCENT or QUANTITY."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """One event mention that was annotated with a certainty: whether it is told as a fact, and is a verb."""

    start: int
    end: int
    factual: bool
    verb: bool = True


@dataclass(frozen=True, slots=True)
class Article:
    """The annotated part of one article as a text, with what was annotated in it."""

    text: Text
    values: tuple[GoldValue, ...]
    events: tuple[GoldEvent, ...]


def load_articles(home: Path) -> list[Article]:
    """The articles of a folder of the corpus (``intra-doc_annotation``), by name."""
    return [_article(path) for path in sorted(home.glob("*/*.xml"), key=lambda path: path.name)]


def _article(path: Path) -> Article:
    root = ElementTree.parse(path).getroot()
    sentences = {token.get("t_id", ""): int(token.get("sentence", 0)) for token in root.iterfind("token")}
    anchors = [anchor.get("t_id", "") for anchor in root.iterfind("Markables/*/token_anchor")]
    body, places = _printed(root, max(sentences[anchor] for anchor in anchors))
    values, events = [], []
    published = None
    for mention in root.iterfind("Markables/*"):
        if mention.get("functionInDocument") == "CREATION_TIME":
            written = mention.get("value", "")
            published = written if is_edtf(written) else None  # one is no date; its line is in the text
        ids = [anchor.get("t_id", "") for anchor in mention.iterfind("token_anchor")]
        if mention.tag == "VALUE":
            values.append(GoldValue(places[ids[0]][0], places[ids[-1]][1], mention.get("type", "")))
        elif mention.tag == "EVENT_MENTION" and mention.get("certainty") in ("CERTAIN", "PROBABLE", "POSSIBLE"):
            place = places[ids[0]][0], places[ids[-1]][1]
            events.append(GoldEvent(*place, is_factual(mention.attrib), mention.get("pos") == "VERB"))
    return Article(Text(path.stem, body, published), tuple(values), tuple(events))


def printed_articles(home: Path) -> Iterator[tuple[str, str, str]]:
    """Name, headline and whole text of every article, without its date line, annotated or not."""
    for path in sorted(home.glob("*/*.xml"), key=lambda path: path.name):
        body, _ = _printed(ElementTree.parse(path).getroot(), sys.maxsize)
        headline, _, rest = body.split("\n\n", 2)
        yield path.stem, headline, rest


def is_factual(marks: Mapping[str, str]) -> bool:
    """Whether an event is certain, affirmed, and has happened or holds.

    >>> is_factual({"certainty": "CERTAIN", "polarity": "POS", "time": "NON_FUTURE"})
    True
    """
    return (marks.get("certainty"), marks.get("polarity"), marks.get("time")) == ("CERTAIN", "POS", "NON_FUTURE")


def _printed(root: ElementTree.Element, last: int) -> tuple[str, dict[str, Span]]:
    """The text up to a sentence, counted from 0, with the places of its tokens."""
    body = ""
    places: dict[str, Span] = {}
    before, sentence_before = "", 0
    for token in root.iterfind("token"):
        word, sentence = token.text or "", int(token.get("sentence", 0))
        if sentence > last:
            break
        if sentence != sentence_before and sentence <= 2:
            body += "\n\n"  # after the headline and after the date
        elif body and word not in _NO_SPACE_BEFORE and before not in _NO_SPACE_AFTER:
            body += " "
        places[token.get("t_id", "")] = (len(body), len(body) + len(word))
        body += word
        before, sentence_before = word, sentence
    return body + "\n", places


def _overlap(figure: Figure, start: int, end: int) -> bool:
    return figure.start < end and start < figure.end


def right_kind(kind: str, figures: Iterable[Figure]) -> bool:
    """Whether one of the figures measures what a value of this type does."""
    measures = {figure.measure for figure in figures}
    if kind == "QUANTITY":
        return bool(measures - {"money", "percent"})
    return kind.lower() in measures


def is_told_as_fact(figure: Figure) -> bool:
    """Whether what happened to those counted is asserted and not negated."""
    return figure.event is not None and figure.event.modality == "asserted" and not figure.event.negated


def score_articles(articles: Iterable[Article], readings: Mapping[str, Reading]) -> Outcome:
    """Shares over all articles; of one without a reading nothing is found."""
    counts: Counter[str] = Counter()
    slips: list[Slip] = []
    for article in articles:
        reading = readings.get(article.text.name)
        figures = list(reading.figures) if reading else []
        slips += _score_values(counts, article, figures)
        slips += _score_events(counts, article, figures)
    names = ("values", "precision", "money", "percent", "quantity", "factual", "unfactual")
    shares = {name: percent(counts[name], counts[f"{name}_of"]) for name in names}
    return Outcome(shares=shares, counts=counts, slips=tuple(slips))


def _score_values(counts: Counter[str], article: Article, figures: list[Figure]) -> Iterator[Slip]:
    body, name = article.text.body, article.text.name
    counts["values_of"] += len(article.values)
    for value in article.values:
        there = [figure for figure in figures if _overlap(figure, value.start, value.end)]
        words, place = body[value.start : value.end], around(body, value.start, value.end)
        if not there:
            yield Slip(text=name, kind="missed", gold=f"{value.kind} {words}", around=place)
            continue
        right = right_kind(value.kind, there)
        counts.update({"values": 1, f"{value.kind.lower()}_of": 1, value.kind.lower(): right})
        if not right:
            measured = ", ".join(figure.measure for figure in there)
            yield Slip(text=name, kind=value.kind.lower(), gold=words, predicted=measured, around=place)
    for figure in figures:
        held = any(_overlap(figure, value.start, value.end) for value in article.values)
        if held or figure.measure not in _TIMES:
            counts.update({"precision_of": 1, "precision": held})
            if not held:
                place = around(body, figure.start, figure.end)
                yield Slip(text=name, kind="spurious", predicted=figure.exact, around=place)


def _score_events(counts: Counter[str], article: Article, figures: Iterable[Figure]) -> Iterator[Slip]:
    for figure in figures:
        spans = figure.event.spans if figure.event else ()
        held = [e for e in article.events if any(a <= e.start and e.end <= b for a, b in spans)]
        if not held or figure.event is None:
            continue
        told = is_told_as_fact(figure)
        # of several, the last verb is the head: "are expected to rise", "cut 30,000 jobs"
        head = max(held, key=lambda e: (e.verb, e.start))
        right = told == head.factual
        counts.update({"factual_of": 1, "factual": right})
        if not (told and head.factual):
            counts.update({"unfactual_of": 1, "unfactual": right})
        if not right:
            event = figure.event
            yield Slip(
                text=article.text.name,
                kind="factual",
                gold="fact" if head.factual else "no fact",
                predicted=f"{'not ' if event.negated else ''}{event.modality} ({event.exact})",
                around=around(article.text.body, figure.start, figure.end),
            )


def measure(
    home: Path, reader: ReadsReports, *, sample: bool = False, half: Half | None = None
) -> tuple[Outcome, list[Reading]]:
    """Read the articles of ``home`` (``intra-doc_annotation``) and score them; there is no sample."""
    del sample
    articles = half_of(load_articles(home), half)
    readings = read_texts((article.text for article in articles), reader).by_name
    return score_articles(articles, readings), list(readings.values())


if __name__ == "__main__":
    sys.exit(
        print_halves(
            lambda home, reader, half: measure(home, reader, half=half)[0],
            SHARED / "data" / "meantime" / "intra-doc_annotation",
        )
    )
