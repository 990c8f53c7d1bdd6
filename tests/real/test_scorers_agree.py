"""Our scorers and the reference scorers give the same numbers on the same input.

The input is gold bent at random (seeded), and what the reader makes of the real texts. Read from
``../shared``; skipped where that is absent.
"""

import importlib.util
import json
import random
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from evaluation import excerpts, polnear, prose, series, stories
from evaluation.attributions import Span, Spans
from evaluation.excerpts import Quantity
from evaluation.predictions import attributions_of
from evaluation.texts import Text, read_file, read_texts
from reportedly import samples
from reportedly.findings import find_in_story
from reportedly.terms import Point, Pointer, Reading, StoryFindings, Told, record_of
from tests.evaluation.made_readings import Fields, reading_of_figures

SHARED = Path(__file__).resolve().parents[3] / "shared"
SEEDS = range(6)

pytestmark = [
    pytest.mark.skipif(
        not (SHARED / "scorers").is_dir(), reason="the reference scorers are not beside the checkout (../shared)"
    ),
    # the reference scorers leave files for the collector to close
    pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"),
]


def reference(name: str) -> ModuleType:
    """A reference scorer as a module."""
    spec = importlib.util.spec_from_file_location(f"reference_{name}", SHARED / "scorers" / f"{name}.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def reader() -> Any:
    """The reader with the model of the package; skips while there is none."""
    from reportedly.claims import Reader
    from reportedly.errors import MissingModel

    try:
        return Reader.load()
    except MissingModel:
        pytest.skip("the package has no model yet")


# attributions


def bent_spans(held: Spans, size: int, dice: random.Random) -> Spans:
    """An attribution with edges moved, a role dropped, or stretches lost."""

    def moved(spans: Sequence[Span]) -> tuple[Span, ...]:
        kept = [s for s in spans if dice.random() > 0.15]
        bent = []
        for start, end in kept:
            low = min(size - 1, max(0, start + dice.choice([0, 0, 0, -9, 4, 30])))
            bent.append((low, min(size, max(low + 1, end + dice.choice([0, 0, 0, -11, 5, 60])))))
        return tuple(bent)

    return Spans(moved(held.source), moved(held.cue), moved(held.content))


def bent_attributions(gold: Sequence[Spans], size: int, dice: random.Random) -> list[Spans]:
    found = [bent_spans(held, size, dice) for held in gold if dice.random() > 0.1]
    for _ in range(len(gold) // 5 + 1):
        one, other = dice.choice(gold), dice.choice(gold)
        found.append(Spans(one.source, other.cue, one.content))
    dice.shuffle(found)
    return found


def assert_attributions_agree(found: Mapping[str, Sequence[Spans]], gold: Sequence[polnear.Article]) -> None:
    theirs = reference("attributions")
    raw = {a.stem: (a.text, [as_lists(held) for held in a.gold]) for a in gold}
    wanted = theirs.score(raw, {stem: [as_lists(held) for held in spans] for stem, spans in found.items()})
    ours = polnear.score_articles(found, gold)
    assert {name: ours.counts[name] for name in ("hits", "predicted", "gold")} == {
        name: wanted["strict"][name] for name in ("hits", "predicted", "gold")
    }
    for share, key in (("whole_f1", "f1"), ("whole_precision", "p"), ("whole_recall", "r")):
        assert round(ours.shares[share] / 100, 4) == wanted["strict"][key]
    for role in polnear.ROLES:
        assert round(ours.shares[f"{role}_words_f1"] / 100, 4) == wanted["tokens"][role]["f1"]


def as_lists(held: Spans) -> dict[str, list[list[int]]]:
    return {role: [list(span) for span in getattr(held, role)] for role in polnear.ROLES}


@pytest.fixture(scope="module")
def articles() -> list[polnear.Article]:
    return list(polnear.articles(SHARED / "data" / "polnear" / "dev"))


def test_gold_attributions_are_read_alike(articles: list[polnear.Article]) -> None:
    theirs = reference("attributions").load_gold(str(SHARED / "data" / "polnear" / "dev"))
    assert {a.stem: (a.text, [as_lists(held) for held in a.gold]) for a in articles} == theirs


def test_gold_attributions_as_predictions_get_full_marks(articles: list[polnear.Article]) -> None:
    outcome = polnear.score_articles({a.stem: a.gold for a in articles}, articles)
    assert outcome.counts["hits"] == outcome.counts["gold"] == outcome.counts["predicted"]


@pytest.mark.parametrize("seed", SEEDS)
def test_attribution_scores_agree_on_bent_gold(articles: list[polnear.Article], seed: int) -> None:
    dice = random.Random(seed)
    chosen = dice.sample(articles, 12)
    assert_attributions_agree({a.stem: bent_attributions(a.gold, len(a.text), dice) for a in chosen}, chosen)


def test_attribution_scores_agree_on_readings(articles: list[polnear.Article], reader: Any) -> None:
    chosen = articles[:: polnear.SAMPLE_STEP]
    readings = read_texts((Text(a.stem, a.text) for a in chosen), reader).by_name
    found = {name: attributions_of(reading) for name, reading in readings.items()}
    assert_attributions_agree(found, chosen)


# figures

BOUNDS = ("exact", "about", "at_least", "more_than", "at_most", "less_than", "range", "vague")


def bent_fields(held: Fields, size: int, dice: random.Random) -> Fields | None:
    """A figure with one thing wrong, two, none, or not there at all."""
    if dice.random() < 0.1:
        return None
    for _ in range(dice.choice([0, 0, 1, 2])):
        start, end = held.span
        low = min(size - 1, max(0, start + dice.choice([-8, -2, 2])))
        held = dice.choice(
            [
                replace(held, span=(low, min(size, max(low + 1, end + dice.choice([-2, 0, 9]))))),
                replace(held, stated=None),
                replace(held, low=None, best=None),
                replace(held, high=None),
                replace(held, bound=dice.choice(BOUNDS)),
                replace(held, measure=dice.choice(["count", "money", "age"])),
                replace(held, unit=dice.choice([None, "people of the town", f"young {held.unit}"])),
                replace(held, event_type=dice.choice([None, "killed", "other"])),
                replace(held, scope=dice.choice(["total", "new"])),
                replace(held, source=dice.choice([None, "the police", f"{held.source} spokesman"])),
                replace(held, speaker=dice.choice([None, "Interior Ministry", held.source])),
                replace(held, places=dice.choice([(), ("the Capital",), held.places[:1]])),
                replace(held, modality=dice.choice(["asserted", "feared"]), occurred=None),
            ]
        )
    return held


def bent_reading(name: str, body: str, gold: Sequence[Fields], dice: random.Random) -> Reading:
    found = [bent for held in gold if (bent := bent_fields(held, len(body), dice))]
    found += [replace(f, stated=1) for f in dice.sample(found, len(found) // 4)]
    for _ in range(len(gold) // 6):
        start = dice.randrange(len(body) - 4)
        found.append(Fields(span=(start, start + 4), stated=7, low=7, best=7, high=7))
    dice.shuffle(found)
    return reading_of_figures(Text(name, body), found)


def fields_of_prose(gold: prose.GoldFigure) -> Fields:
    stated, low, best, high = gold.numbers
    return Fields(
        span=(gold.start, gold.end),
        stated=stated,
        low=low,
        best=best,
        high=high,
        bound=gold.bound,
        measure=gold.measure,
        unit=gold.unit,
        event_type=gold.event_type,
        scope=gold.scope,
        places=gold.places,
        source=gold.source,
        modality=gold.modality,
        occurred=gold.occurred,
    )


PROSE = SHARED / "data" / "figures"


def assert_prose_agrees(readings: Mapping[str, Reading]) -> dict[str, float]:
    lines = [json.loads(line) for line in read_file(PROSE / "gold.jsonl").splitlines()]
    wanted: dict[str, float]
    wanted, counts = reference("prose").score(lines, {name: record_of(r) for name, r in readings.items()})
    ours = prose.score_prose(prose.load_gold(PROSE / "gold.jsonl"), readings)
    assert {name: ours.shares[name] for name in wanted} == wanted
    assert (ours.counts["gold"], ours.counts["predicted"]) == (counts["gold"], counts["pred"])
    return dict(ours.shares)


def prose_readings(make: Callable[[str, str, Sequence[Fields]], Reading]) -> dict[str, Reading]:
    gold = prose.load_gold(PROSE / "gold.jsonl")
    bodies = {text.name: text.body for text in prose.load_texts(PROSE)}
    return {
        name: make(name, bodies[name], list(map(fields_of_prose, held.figures))) for name, held in gold.items()
    }


def test_gold_of_prose_as_predictions_gets_full_marks() -> None:
    shares = assert_prose_agrees(
        prose_readings(lambda name, body, figures: reading_of_figures(Text(name, body), figures))
    )
    assert set(shares.values()) == {100.0}


@pytest.mark.parametrize("seed", SEEDS)
def test_prose_scores_agree_on_bent_gold(seed: int) -> None:
    dice = random.Random(seed)
    assert_prose_agrees(prose_readings(lambda name, body, figures: bent_reading(name, body, figures, dice)))


def test_prose_scores_agree_on_readings(reader: Any) -> None:
    assert_prose_agrees(read_texts(prose.load_texts(PROSE), reader).by_name)


STORIES = SHARED / "data" / "stories"


def fields_of_story(gold: stories.GoldFigure) -> Fields:
    low, best, high = gold.numbers
    return Fields(
        span=(gold.start, gold.end),
        low=low,
        best=best,
        high=high,
        bound=gold.bound,
        event_type=gold.event,
        source=gold.source,
        said=gold.said_on,
        places=(gold.place,) if gold.place else (),
    )


def assert_stories_agree(story: str, make: Callable[[str, str, Sequence[stories.GoldFigure]], Reading]) -> None:
    theirs = reference("stories")
    home = STORIES / story
    cuts = {page: cut for page, (_, cut) in theirs.bodies(home).items()}
    their_gold = theirs.gold_by_page(home, cuts)
    wanted: Counter[str] = Counter()
    ours: Counter[str] = Counter()
    pages = stories.load_pages(home)
    gold = stories.load_gold(home, pages)
    for page, (body, _) in pages.items():
        reading = make(page, body, gold.get(page, []))
        theirs.figures(wanted, their_gold[page], record_of(reading))
        ours += stories.count_page(page, gold.get(page, []), reading)[0]
    shares = theirs.shares(wanted)
    assert {name: stories.shares_of(ours)[name] for name in shares} == shares


@pytest.mark.parametrize("story", samples.STORIES)
@pytest.mark.parametrize("seed", SEEDS)
def test_story_scores_agree_on_bent_gold(story: str, seed: int) -> None:
    dice = random.Random(seed)
    assert_stories_agree(
        story, lambda page, body, gold: bent_reading(page, body, list(map(fields_of_story, gold)), dice)
    )


@pytest.mark.parametrize("story", samples.STORIES)
def test_story_scores_agree_on_readings(story: str, reader: Any) -> None:
    assert_stories_agree(story, lambda page, body, _: read_texts([Text(page, body)], reader).by_name[page])


def test_the_shipped_stories_are_the_shared_ones() -> None:
    from evaluation.folders import SAMPLES

    for story in samples.STORIES:
        assert stories.load_pages(SAMPLES / story) == stories.load_pages(STORIES / story)
        assert read_file(SAMPLES / story / "gold.jsonl") == read_file(STORIES / story / "gold.jsonl")


# series


def records_of(found: StoryFindings) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Series and findings as the commands print them."""

    def place(pointer: Pointer | None) -> dict[str, Any] | None:
        return None if pointer is None else {"report": pointer.address, "spans": pointer.spans}

    told = [{"points": [place(point.pointer) for point in each.points]} for each in found.series]
    ends = [{"type": f.type, "from": place(f.from_place), "to": place(f.to_place)} for f in found.findings]
    return told, ends


def bent_findings(found: StoryFindings, dice: random.Random) -> StoryFindings:
    """Points moved between series, findings lost, turned round and of another type."""
    points = [point for each in found.series for point in each.points if dice.random() > 0.05]
    parts: dict[int, list[Point]] = {}
    for point in points:
        parts.setdefault(dice.randrange(30), []).append(point)
    series_there = tuple(
        replace(found.series[0], id=f"x:{number}", points=tuple(held)) for number, held in parts.items()
    )
    kinds = sorted({each.type for each in found.findings})
    findings = tuple(
        replace(each, type=dice.choice(kinds), from_place=each.to_place, to_place=each.from_place or each.to_place)
        for each in found.findings
        if dice.random() > 0.2
    )
    return StoryFindings(series=series_there, findings=findings)


@pytest.mark.parametrize("story", samples.STORIES)
@pytest.mark.parametrize("seed", [None, *SEEDS])
def test_series_scores_agree(story: str, seed: int | None, reader: Any) -> None:
    theirs = reference("stories")
    home = STORIES / story
    cuts = {page: cut for page, (_, cut) in theirs.bodies(home).items()}
    found = find_in_story([Told(reading=reading) for reading in series.read_story(home, reader)])
    if seed is not None:
        found = bent_findings(found, random.Random(seed))
    wanted: Counter[str] = Counter()
    theirs.ledger(wanted, home, cuts, *records_of(found))
    ours = series.shares_of(series.count_story(story, series.load_story(home), found)[0])
    for name, share in theirs.ledger_shares(wanted).items():
        assert ours[name] == pytest.approx(share), name


# excerpts

IDMC = SHARED / "data" / "idmc" / "idmc_labelled.csv"


def assert_excerpts_agree(predicted: Mapping[str, Sequence[Quantity]]) -> None:
    theirs = reference("excerpts")
    as_rows = {
        name: [{"low": f.low, "high": f.high, "unit": f.unit} for f in figures]
        for name, figures in predicted.items()
    }
    wanted = theirs.score(theirs.load_gold(str(IDMC)), as_rows)
    ours = excerpts.score_excerpts(excerpts.load_gold(IDMC), predicted)
    for share, key in (("quantity_recall",) * 2, ("quantity_precision",) * 2, ("unit", "unit_accuracy")):
        assert round(ours.shares[share] / 100, 4) == wanted[key]
    assert ours.counts["predicted"] == wanted["predicted_figures"]


@pytest.mark.parametrize("seed", SEEDS)
def test_excerpt_scores_agree_on_bent_gold(seed: int) -> None:
    dice = random.Random(seed)
    predicted: dict[str, list[Quantity]] = {}
    for excerpt in excerpts.load_gold(IDMC):
        q = excerpt.quantity or 9
        choices = [
            Quantity(q, q, excerpt.unit),
            Quantity(q, None, "people"),
            Quantity(None, q),
            Quantity(None, None),
        ]
        choices += [Quantity(q - 1, q + 1, excerpt.unit.upper()), Quantity(q * 0.5, q * 2), Quantity(q + 1, q + 1)]
        if dice.random() > 0.1:
            predicted[excerpt.name] = dice.choices(choices, k=dice.randrange(4))
    assert_excerpts_agree(predicted)


def test_excerpt_scores_agree_on_readings(reader: Any) -> None:
    texts = (Text(excerpt.name, excerpt.text) for excerpt in excerpts.load_gold(IDMC))
    readings = read_texts(texts, reader).by_name
    assert_excerpts_agree({name: excerpts.predictions_of(reading) for name, reading in readings.items()})
