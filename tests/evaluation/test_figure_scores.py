"""Figures of prose, stories and excerpts: hand-made cases, and gold against itself."""

from collections import Counter
from dataclasses import replace

import pytest

from evaluation import excerpts, prose, stories
from evaluation.excerpts import Excerpt, Quantity
from evaluation.prose import GoldFigure, GoldText
from evaluation.texts import Text
from reportedly.terms import Reading, Unit
from tests.evaluation.made_readings import Fields, reading_of_figures

TEXT = Text(
    "a", "Police said at least 61 nationals of the country left, while some 148 died and 3 fled.", "2016-01-26"
)


def span(words: str) -> tuple[int, int]:
    return TEXT.body.index(words), TEXT.body.index(words) + len(words)


def gold_of(held: Fields, *, doubt: bool = False) -> GoldFigure:
    """The gold line that a predicted figure's fields answer to in full."""
    return GoldFigure(
        start=held.span[0],
        end=held.span[1],
        exact=TEXT.body[slice(*held.span)],
        numbers=(held.stated, held.low, held.best, held.high),
        bound=held.bound,
        measure=held.measure,
        unit=held.unit,
        event_type=held.event_type,
        scope=held.scope,
        places=held.places,
        source=held.source,
        source_exact=held.source,
        modality=held.modality,
        occurred=held.occurred,
        doubt=doubt,
    )


LEFT = Fields(
    span=span("at least 61"),
    stated=61,
    low=61,
    bound="at_least",
    unit="nationals of the country",
    event_type="fled",
    source="Police",
    places=("the country",),
    modality="feared",
    occurred="2016-01",
    said="2016-01-25",
)
DIED = Fields(span=span("some 148"), stated=148, best=148, bound="about", event_type="killed")
FLED = Fields(span=span("3"), stated=3, low=3, best=3, high=3, event_type="fled")
GOLD = {"a": GoldText(tuple(map(gold_of, (LEFT, DIED, FLED))), ())}


def read(*figures: Fields) -> dict[str, Reading]:
    return {"a": reading_of_figures(TEXT, figures)}


def test_gold_of_prose_as_prediction_gets_full_marks() -> None:
    outcome = prose.score_prose(GOLD, read(LEFT, DIED, FLED))
    assert set(outcome.shares.values()) == {100.0}
    assert not outcome.slips


WRONG = [
    # (predicted in place of LEFT, share that falls): each field is looked at by itself
    (replace(LEFT, low=60), "numbers"),
    (replace(LEFT, bound="exact"), "bound"),
    (replace(LEFT, measure="money"), "measure"),
    (replace(LEFT, unit="country"), "unit"),
    (replace(LEFT, event_type=None), "event"),
    (replace(LEFT, scope="new"), "scope"),
    (replace(LEFT, source=None), "source"),
    (replace(LEFT, source="A baker"), "source"),
    (replace(LEFT, places=()), "places"),
    (replace(LEFT, occurred="2016"), "occurred"),
    (replace(LEFT, occurred=None), "occurred"),
]


@pytest.mark.parametrize(("predicted", "share"), WRONG)
def test_a_wrong_field_lowers_its_own_share_only(predicted: Fields, share: str) -> None:
    outcome = prose.score_prose(GOLD, read(predicted, DIED, FLED))
    assert {name for name, value in outcome.shares.items() if value < 100} == {share}
    assert [slip.kind for slip in outcome.slips] == [share]


def test_what_gold_leaves_open_stays_open() -> None:
    outcome = prose.score_prose(GOLD, read(LEFT, replace(DIED, places=("town",), occurred="2016"), FLED))
    assert {slip.kind for slip in outcome.slips} == {"unplaced", "undated"}
    assert (outcome.shares["unplaced"], outcome.shares["undated"]) == (50, 50)


def test_modality_is_counted_of_all_and_of_what_is_not_asserted() -> None:
    shares = prose.score_prose(GOLD, read(replace(LEFT, modality="possible"), DIED, FLED)).shares
    assert shares["modality"] == pytest.approx(200 / 3) and shares["unasserted"] == 0
    shares = prose.score_prose(GOLD, read(LEFT, replace(DIED, modality="planned"), FLED)).shares
    assert shares["modality"] == pytest.approx(200 / 3) and shares["unasserted"] == 50


def test_dates_agree_by_the_days_they_cover() -> None:
    whole_month = replace(LEFT, occurred="2016-01-01/2016-01-31")
    assert prose.score_prose(GOLD, read(whole_month, DIED, FLED)).shares["occurred"] == 100


def test_head_word_decides_the_unit() -> None:
    outcome = prose.score_prose(GOLD, read(replace(LEFT, unit="61 nationals"), DIED, FLED))
    assert outcome.shares["unit"] == 100


def test_the_resolved_speaker_helps_the_source() -> None:
    named = gold_of(replace(LEFT, source="Interior Ministry"))
    gold = {"a": GoldText((replace(named, source_exact="they"),), ())}
    assert prose.score_prose(gold, read(replace(LEFT, source="it"))).shares["source"] == 0
    known = replace(LEFT, source="it", speaker="Interior Ministry")
    assert prose.score_prose(gold, read(known)).shares["source"] == 100


def test_missed_and_spurious_figures_are_counted_and_named() -> None:
    outcome = prose.score_prose(GOLD, read(LEFT, Fields(span=span("Police"), stated=1)))
    assert outcome.shares["found"] == pytest.approx(100 / 3) and outcome.shares["precision"] == 50
    assert Counter(slip.kind for slip in outcome.slips) == {"missed": 2, "spurious": 1}


def test_doubtful_numbers_neither_help_nor_harm() -> None:
    gold = {"a": GoldText((gold_of(LEFT), gold_of(DIED, doubt=True)), (DIED.span, FLED.span))}
    for predicted in ((LEFT,), (LEFT, DIED, FLED)):
        assert prose.score_prose(gold, read(*predicted)).counts["predicted"] == 1


def test_a_text_without_reading_is_all_missed() -> None:
    assert prose.score_prose(GOLD, {}).counts["gold"] == 3


def story_gold(held: Fields) -> stories.GoldFigure:
    same = {"more_than": "at_least", "less_than": "at_most"}
    return stories.GoldFigure(
        start=held.span[0],
        end=held.span[1],
        quote=TEXT.body[slice(*held.span)],
        numbers=(held.low, held.best, held.high),
        bound=same.get(held.bound, held.bound),
        event=held.event_type,
        source=held.source,
        said_on=held.said,
        place=held.places[0] if held.places else None,
    )


STORY_WRONG = [
    # (predicted in place of LEFT, share that falls)
    (replace(LEFT, low=60), "numbers"),
    (replace(LEFT, bound="exact"), "bound"),
    (replace(LEFT, event_type=None), "event"),
    (replace(LEFT, source="A baker"), "source"),
    (replace(LEFT, places=("town",)), "places"),
    (replace(LEFT, counted_as_of="2016-01-24"), "meant"),
]


@pytest.mark.parametrize(("predicted", "share"), STORY_WRONG)
def test_a_wrong_field_of_a_story_lowers_its_own_share_only(predicted: Fields, share: str) -> None:
    gold = list(map(story_gold, (LEFT, DIED, FLED)))
    counts, slips = stories.count_page("a", gold, read(predicted, DIED, FLED)["a"])
    fallen = {share, "places_told"} if share == "places" else {share}
    assert {name for name, value in stories.shares_of(counts).items() if value < 100} == fallen
    assert {slip.kind for slip in slips} == fallen


def test_places_that_the_page_names_are_counted_apart() -> None:
    told = story_gold(LEFT)
    elsewhere = replace(told, place="Atlantis")  # no word of it on the page
    for gold, judged in ((told, 1), (elsewhere, 0)):
        assert stories.count_page("a", [gold], read(LEFT)["a"])[0]["places_told_of"] == judged


def test_a_story_figure_without_claim_is_said_at_the_reports_date() -> None:
    gold = [replace(story_gold(DIED), said_on="2016-01-26")]
    assert stories.count_page("a", gold, read(DIED)["a"])[0]["said"] == 1
    claimed = replace(DIED, source="Police")  # a claim whose time is not known: no date stands in here
    assert stories.count_page("a", gold, read(claimed)["a"])[0]["said"] == 0


def test_gold_of_a_story_as_prediction_gets_full_marks() -> None:
    figures = (LEFT, DIED, FLED, Fields(span=span("country"), measure="age", stated=3))
    counts, slips = stories.count_page("a", list(map(story_gold, figures[:3])), read(*figures)["a"])
    assert set(stories.shares_of(counts).values()) == {100.0}
    assert not slips


def test_more_than_counts_as_at_least_in_stories() -> None:
    more = replace(LEFT, bound="more_than")
    counts, _ = stories.count_page("a", [story_gold(LEFT)], read(more)["a"])
    assert counts["bound"] == 1


def test_a_story_page_without_reading_is_all_missed() -> None:
    counts, slips = stories.count_page("a", [story_gold(LEFT)], None)
    assert (counts["gold"], counts["found"], len(slips)) == (1, 0, 1)


def test_events_of_stories_match_by_type_or_lemma() -> None:
    gold = replace(story_gold(FLED), event="accounted for")
    page = read(replace(FLED, event_type="accounted_for"))["a"]
    assert stories.count_page("a", [gold], page)[0]["event"] == 1


MATCHES = [
    # (low, high, quantity 1,000 matched): what it protects
    (1000, 1000, True),  # exact
    (1000, None, True),  # at least
    (None, 1000, True),  # at most
    (950, 1100, True),  # a tight range around it
    (500, 1500, False),  # too wide a range
    (500, 1000, True),  # a wide range whose bound it is
    (999, 999, False),  # another number
    (None, None, False),  # a vague word
]


@pytest.mark.parametrize(("low", "high", "matched"), MATCHES)
def test_a_quantity_matches_by_bound_or_tight_range(low: int | None, high: int | None, matched: bool) -> None:
    assert excerpts.matches(Quantity(low, high), 1000) is matched


def test_excerpts_without_quantity_are_left_out_and_extra_figures_cost_precision() -> None:
    gold = [
        Excerpt("1", "…", 1000, "People"),
        Excerpt("2", "…", None, "People"),
        Excerpt("3", "…", 5, "Households"),
    ]
    found = {"1": [Quantity(1000, None, "people", True), Quantity(7, 7)], "2": [Quantity(9, 9)]}
    outcome = excerpts.score_excerpts(gold, found)
    assert [outcome.shares[n] for n in ("quantity_recall", "quantity_precision", "unit")] == [50, 50, 100]
    assert outcome.shares["recorded_precision"] == 100 and outcome.shares["recorded_recall"] == 50


UNITS = [
    # (lemma, class, recorded as): what it protects
    ("villager", "people", "People"),
    ("household", "households", "Households"),
    ("house", "buildings", "Households"),  # the monitor counts a destroyed home as a household
    ("family", None, "Households"),  # by its word, where the class is not known
    ("truck", "vehicles", None),
]


@pytest.mark.parametrize(("lemma", "unit_class", "recorded"), UNITS)
def test_units_are_named_as_the_monitor_does(lemma: str, unit_class: str | None, recorded: str | None) -> None:
    figure = reading_of_figures(TEXT, [FLED]).figures[0]
    unit = Unit(exact=lemma, spans=(FLED.span,), lemma=lemma, unit_class=unit_class)  # type: ignore[arg-type]
    assert excerpts.counted_as(replace(figure, unit=unit)) == recorded


def test_only_counts_with_a_number_are_predicted_for_excerpts() -> None:
    dozens = Fields(span=span("died"), bound="vague")
    money = replace(FLED, measure="money")
    reading = reading_of_figures(TEXT, [LEFT, DIED, dozens, money])
    assert excerpts.predictions_of(reading) == [
        Quantity(61, None, None, True),  # fled: what the monitor records
        Quantity(148, 148),  # killed: what it does not
    ]
