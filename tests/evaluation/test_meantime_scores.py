"""Values and factuality of MEANTIME: how articles are read, and what readings get. The article is made up."""

from dataclasses import replace
from pathlib import Path

import pytest

from evaluation import meantime
from evaluation.meantime import Article, GoldEvent, GoldValue
from evaluation.texts import Text
from reportedly.terms import Figure
from tests.evaluation.made_readings import Fields, reading_of_figures

WORDS = [
    ["Bakers", "gain"],
    ["May", "2", ",", "2008"],
    ["They", "won", "$", "40", "(", "9", "%", ")", "."],
    ["It"],
]
XML = """<?xml version="1.0"?><Document doc_id="1">{tokens}<Markables>
<TIMEX3 functionInDocument="CREATION_TIME" m_id="1" value="2008-05-02"><token_anchor t_id="3"/></TIMEX3>
<VALUE m_id="2" type="MONEY"><token_anchor t_id="9"/><token_anchor t_id="10"/></VALUE>
<VALUE m_id="3" type="PERCENT"><token_anchor t_id="12"/><token_anchor t_id="13"/></VALUE>
<EVENT_MENTION m_id="4" certainty="CERTAIN" polarity="POS" time="NON_FUTURE">
<token_anchor t_id="8"/></EVENT_MENTION>
<EVENT_MENTION m_id="5" certainty="UNDERSPECIFIED"><token_anchor t_id="2"/></EVENT_MENTION>
<EVENT_MENTION m_id="6" TAG_DESCRIPTOR="an event instance"/>
</Markables></Document>"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    words = [(number, word) for number, sentence in enumerate(WORDS) for word in sentence]
    tokens = "".join(
        f'<token number="{i}" sentence="{number}" t_id="{i}">{word}</token>'
        for i, (number, word) in enumerate(words, start=1)
    )
    (tmp_path / "bakers").mkdir()
    (tmp_path / "bakers" / "1_Bakers.xml").write_text(XML.format(tokens=tokens), encoding="utf-8")
    return tmp_path


def test_an_article_is_put_together_as_it_would_be_printed(home: Path) -> None:
    (article,) = meantime.load_articles(home)
    body = article.text.body
    assert body == "Bakers gain\n\nMay 2, 2008\n\nThey won $40 (9%).\n"  # and not what is not annotated
    assert (article.text.name, article.text.published) == ("1_Bakers", "2008-05-02")
    assert [(body[v.start : v.end], v.kind) for v in article.values] == [("$40", "MONEY"), ("9%", "PERCENT")]
    assert [(body[e.start : e.end], e.factual) for e in article.events] == [("won", True)]


TEXT = Text("a", "Sales rose 9% to $40, or 7 loaves. Later 3 more were sold.")
RISE = Fields(span=(11, 13), stated=9, measure="percent", event_type="other")
MONEY = Fields(span=(17, 20), stated=40, measure="money")
LOAVES = Fields(span=(25, 26), stated=7)
GOLD = Article(TEXT, (GoldValue(11, 13, "PERCENT"), GoldValue(17, 20, "MONEY"), GoldValue(25, 26, "QUANTITY")), ())


def shares_of(*figures: Fields) -> dict[str, float]:
    reading = reading_of_figures(TEXT, figures)
    return dict(meantime.score_articles([GOLD], {"a": reading}).shares)


def test_values_are_found_by_figures_of_their_kind() -> None:
    shares = shares_of(RISE, MONEY, LOAVES)
    assert all(shares[name] == 100 for name in ("values", "precision", "money", "percent", "quantity"))
    shares = shares_of(replace(RISE, measure="count"), replace(LOAVES, measure="money"))
    assert (shares["percent"], shares["quantity"]) == (0, 0)
    assert shares["values"] == pytest.approx(200 / 3)


def test_figures_beside_values_cost_precision_unless_they_are_times() -> None:
    extra = Fields(span=(0, 5), stated=1)
    assert shares_of(RISE, extra)["precision"] == 50
    assert shares_of(RISE, replace(extra, measure="duration"))["precision"] == 100


def test_an_article_without_a_reading_is_missed() -> None:
    outcome = meantime.score_articles([GOLD], {})
    assert outcome.counts["values_of"] == 3 and [slip.kind for slip in outcome.slips] == ["missed"] * 3


FACTS = [
    # (modality read, negated, fact in the gold, right): what it protects
    ("asserted", False, True, True),
    ("possible", False, True, False),
    ("asserted", True, True, False),
    ("asserted", False, False, False),
    ("expected", False, False, True),
    ("asserted", True, False, True),  # a negated event is no fact
]


def told(modality: str, *, negated: bool) -> Figure:
    figure = reading_of_figures(TEXT, [RISE]).figures[0]
    assert figure.event is not None
    event = replace(figure.event, exact="rose", spans=((6, 10),), modality=modality, negated=negated)  # type: ignore[arg-type]
    return replace(figure, event=event)


@pytest.mark.parametrize(("modality", "negated", "fact", "right"), FACTS)
def test_facts_are_what_is_asserted_and_affirmed(modality: str, negated: bool, fact: bool, right: bool) -> None:
    reading = replace(reading_of_figures(TEXT, []), figures=(told(modality, negated=negated),))
    article = replace(GOLD, events=(GoldEvent(6, 10, fact),))
    counts = meantime.score_articles([article], {"a": reading}).counts
    assert (counts["factual"], counts["factual_of"]) == (right, 1)
    assert counts["unfactual_of"] == (not (fact and (modality, negated) == ("asserted", False)))


def test_of_several_events_in_the_words_the_last_verb_counts() -> None:
    reading = replace(reading_of_figures(TEXT, []), figures=(told("asserted", negated=False),))
    verb, noun = GoldEvent(6, 7, False), GoldEvent(8, 10, True, verb=False)  # "cut 30,000 jobs", the jobs a fact
    for events, right in (((verb, noun), 0), ((replace(verb, factual=True), noun), 1), ((noun,), 1)):
        counts = meantime.score_articles([replace(GOLD, events=events)], {"a": reading}).counts
        assert counts["factual"] == right


def test_events_elsewhere_are_not_judged() -> None:
    reading = replace(reading_of_figures(TEXT, []), figures=(told("asserted", negated=False),))
    article = replace(GOLD, events=(GoldEvent(0, 5, False),))
    assert meantime.score_articles([article], {"a": reading}).counts["factual_of"] == 0


@pytest.mark.parametrize("marks", [{"polarity": "NEG"}, {"certainty": "PROBABLE"}, {"time": "FUTURE"}])
def test_anything_but_certain_affirmed_and_not_future_is_no_fact(marks: dict[str, str]) -> None:
    assert not meantime.is_factual({"certainty": "CERTAIN", "polarity": "POS", "time": "NON_FUTURE"} | marks)
