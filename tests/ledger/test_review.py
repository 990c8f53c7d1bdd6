"""Judging in a ledger: every judgement is a row, what was read stays, and ids outlive another model."""

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from reportedly.errors import BadJudgement, NoReviewer, UnknownTarget, UnknownWords
from reportedly.ledger import append_reading, open_ledger, start_run
from reportedly.ledger.connect import Ledger
from reportedly.ledger.corrections import correct, newest_reading
from reportedly.ledger.judgements import Signed
from reportedly.ledger.judging.changes import Given
from reportedly.ledger.pins import load_pins
from reportedly.ledger.review import (
    accept,
    accept_report,
    add_claim,
    add_figure,
    comment,
    edit,
    history,
    join,
    part,
    reject,
    undo,
)
from reportedly.ledger.schema import figures, judgements
from reportedly.ledger.schema.decisions import corrected_figures
from reportedly.terms import AsOf, Figure, Reading, sha256_hex, words_at, words_id
from tests.ledger.made import NEWER, TEXT, made_page, made_reading

ME = Signed("A. Reader", "because")
PAGE = made_page()
READ = made_reading(PAGE)
REPORT = READ.report.id
MISSING, MONEY, AGE = READ.figures
CLAIM = READ.claims[0]


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """A ledger with one report."""
    with open_ledger(tmp_path / "l.sqlite", create=True) as opened:
        append_reading(opened, PAGE, READ, start_run(opened, READ.produced))
        yield opened


def told(ledger: Ledger) -> Reading:
    """The report as people left it."""
    with ledger.reading() as connection:
        found = newest_reading(connection, REPORT)
        assert found is not None
        return correct(connection, found[1]).reading


def figure_of(ledger: Ledger, name: str = MISSING.id) -> Figure:
    return next(each for each in told(ledger).figures if each.id == name)


def given(**values: object) -> dict[str, Given]:
    return {name: Given(value) for name, value in values.items()}  # type: ignore[arg-type]


def test_an_edit_changes_what_is_told_and_not_what_was_read(ledger: Ledger) -> None:
    made = edit(ledger, MISSING.id, given(value="148", event_type="killed", occurred="2016-01-25"), ME)
    figure = figure_of(ledger)
    assert (figure.low, figure.best, figure.high, figure.bound) == (148, 148, 148, "exact")
    assert figure.event is not None and figure.event.type == "killed"
    assert figure.occurred is not None and figure.occurred.exact == MISSING.exact  # rests on the figure's words
    assert (made.who, made.why, made.report) == ("A. Reader", "because", REPORT)
    with ledger.reading() as connection:
        assert connection.execute(select(figures.c.low).where(figures.c.figure_id == MISSING.id)).scalar() == 61


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"low": "70", "high": "60"}, "out of order"),
        ({"event_type": "exploded"}, "none of the types"),
        ({"occurred": "26 January"}, "no EDTF"),
        ({"colour": "red"}, "no field 'colour'"),
        ({"measure": "unknown"}, "cannot be unknown"),
        ({"claim": "c:nothing"}, "nothing in this report"),
        ({"subset_of": MISSING.id}, "cannot name itself"),
        ({"value": "many many"}, "no value"),
        ({"nationality": "Tajik"}, "no code of a country"),
        ({"negated": "perhaps"}, "true or false"),
        ({}, "nothing to change"),
    ],
)
def test_an_edit_that_cannot_be_is_refused_and_nothing_is_kept(
    ledger: Ledger, values: dict[str, str], said: str
) -> None:
    with pytest.raises(BadJudgement, match=said):
        edit(ledger, MISSING.id, given(**values), ME)
    with ledger.reading() as connection:
        assert connection.execute(select(judgements)).all() == []


def test_words_of_an_edit_are_found_in_the_report(ledger: Ledger) -> None:
    edit(ledger, MISSING.id, given(agent="aid group", unit="people"), ME)
    figure = figure_of(ledger)
    assert figure.agent is not None and figure.agent.spans == ((51, 60),)
    assert figure.unit == MISSING.unit
    with pytest.raises(UnknownWords, match="not in the report"):
        edit(ledger, MISSING.id, given(agent="the army"), ME)


def test_words_at_several_places_want_a_choice(tmp_path: Path) -> None:
    text = "Police said. Police came. At least 61 people were missing."
    report = dataclasses.replace(READ.report, text=text, text_sha256=sha256_hex(text), blocks=())
    bare = dataclasses.replace(READ, report=report, claims=(), figures=(), speakers=())
    with open_ledger(tmp_path / "l.sqlite", create=True) as opened:
        append_reading(opened, PAGE, bare, start_run(opened, bare.produced))
        with pytest.raises(UnknownWords, match=r"2 places(?s:.*)1  … \[Police\](?s:.*)2  … "):
            add_claim(opened, REPORT, Given("Police"), ME)
        values = {"agent": Given("Police", at=2), **given(unit="people")}
        made = add_figure(opened, REPORT, Given("At least 61"), ME, values)
        with pytest.raises(UnknownWords, match="there is no place 3"):
            edit(opened, made.target, {"agent": Given("Police", at=3)}, ME)
    assert made.figure is not None and made.figure.agent is not None
    assert made.figure.agent.spans == ((13, 19),)


def test_accept_keeps_what_is_read_from_a_newer_model(ledger: Ledger) -> None:
    accept(ledger, MISSING.id, ME)
    other = dataclasses.replace(MISSING, low=16, stated=16)
    newer = dataclasses.replace(READ, produced=NEWER, figures=(other, MONEY))
    assert append_reading(ledger, PAGE, newer, start_run(ledger, NEWER))
    assert figure_of(ledger).low == 61
    assert [each.id for each in told(ledger).figures] == [MISSING.id, MONEY.id]


def test_accepting_a_report_accepts_what_nobody_judged(ledger: Ledger) -> None:
    reject(ledger, MONEY.id, ME)
    edit(ledger, MISSING.id, given(scope="total"), ME)
    assert {each.target for each in accept_report(ledger, REPORT, ME)} == {CLAIM.id, AGE.id}
    assert accept_report(ledger, REPORT, ME) == ()


def test_what_is_rejected_stays_out_until_it_is_accepted_or_the_rejection_undone(ledger: Ledger) -> None:
    made = reject(ledger, MISSING.id, ME)
    assert MISSING.id not in {each.id for each in told(ledger).figures}
    append_reading(ledger, PAGE, dataclasses.replace(READ, produced=NEWER), start_run(ledger, NEWER))
    assert MISSING.id not in {each.id for each in told(ledger).figures}
    with pytest.raises(BadJudgement, match="was rejected"):
        edit(ledger, MISSING.id, given(scope="total"), ME)
    undo(ledger, made.id, ME)
    assert figure_of(ledger) == MISSING
    reject(ledger, MISSING.id, ME)
    accept(ledger, MISSING.id, ME)
    assert figure_of(ledger) == MISSING


def test_undo_is_a_row_and_is_undone_by_a_row(ledger: Ledger) -> None:
    made = edit(ledger, MISSING.id, given(scope="total"), ME)
    taken_back = undo(ledger, made.id, ME)
    assert figure_of(ledger).scope == MISSING.scope
    with pytest.raises(BadJudgement, match=f"undo {taken_back.id}"):
        undo(ledger, made.id, ME)
    undo(ledger, taken_back.id, ME)
    assert figure_of(ledger).scope == "total"
    rows = history(ledger, MISSING.id)
    assert [(each.action, stands) for each, stands in rows] == [("edit", True), ("undo", False), ("undo", True)]


def test_a_missed_figure_is_added_by_its_words_and_bears_the_id_a_reader_would_give(ledger: Ledger) -> None:
    reject(ledger, MISSING.id, ME)  # its place is free then
    made = add_figure(ledger, REPORT, Given("at least 61"), ME, given(unit="people", event="missing"))
    figure = figure_of(ledger)
    assert figure.id == made.target == words_id("f", READ.report.text_sha256, [("figure", ((15, 26),))])
    assert (figure.low, figure.best, figure.bound, figure.claim) == (61, None, "at_least", CLAIM.id)
    assert figure.unit is not None and figure.unit.spans == ((27, 33),)
    with pytest.raises(BadJudgement, match="read there already"):
        add_figure(ledger, REPORT, Given("61"), ME)


def test_a_missed_claim_is_added_with_its_source_and_speaker(ledger: Ledger) -> None:
    reject(ledger, MONEY.id, ME)
    values = given(source="An aid group", cue="put the bill", cue_lemma="put", stance="estimate")
    made = add_claim(ledger, REPORT, Given("at 2 million dollars"), ME, values)
    claim = next(each for each in told(ledger).claims if each.id == made.target)
    assert claim.source is not None and claim.cue is not None
    assert (claim.source.exact, claim.cue.stance, claim.cue.lemma) == ("An aid group", "estimate", "put")
    assert claim.source.speaker in {each.id for each in told(ledger).speakers}
    mayor = add_claim(ledger, REPORT, Given("missing"), ME, given(source="The mayor"))
    assert mayor.claim is not None and mayor.claim.source is not None
    assert mayor.claim.source.speaker == READ.speakers[0].id  # a mention of a speaker who is known
    edit(ledger, str(claim.source.speaker), given(name="Aid For All", kind="organisation", named="yes"), ME)
    assert "Aid For All" in {each.name for each in told(ledger).speakers}


def test_fields_of_a_report_are_corrected(ledger: Ledger) -> None:
    edit(ledger, REPORT, given(outlet="The Paper", published="2016-01-26"), ME)
    report = told(ledger).report
    assert (report.outlet, report.published, report.published_from) == ("The Paper", "2016-01-26", "argument")


def test_pins_say_what_belongs_together_and_the_last_word_counts(ledger: Ledger) -> None:
    pair = tuple(sorted((MISSING.id, MONEY.id)))
    joined = join(ledger, MISSING.id, MONEY.id, ME)
    assert load_pins(ledger).joined == {pair}
    part(ledger, MONEY.id, MISSING.id, ME)
    assert (load_pins(ledger).joined, load_pins(ledger).parted) == (frozenset(), {pair})
    undo(ledger, history(ledger, MISSING.id)[-1][0].id, ME)
    assert load_pins(ledger).joined == {pair}
    assert load_pins(ledger, AsOf(time="2000", clock="recorded")).joined == frozenset()
    undo(ledger, joined.id, ME)
    with pytest.raises(BadJudgement, match="itself"):
        join(ledger, MISSING.id, MISSING.id, ME)
    with pytest.raises(UnknownTarget, match="wanted is one of a figure"):
        join(ledger, MISSING.id, CLAIM.id, ME)


def test_a_judgement_is_signed(ledger: Ledger) -> None:
    with pytest.raises(NoReviewer, match="REPORTEDLY_REVIEWER"):
        accept(ledger, MISSING.id, Signed("  "))
    with pytest.raises(BadJudgement, match="needs words"):
        comment(ledger, MISSING.id, Signed("A. Reader"))
    assert comment(ledger, MISSING.id, Signed("A. Reader", "look again")).why == "look again"
    assert figure_of(ledger) == MISSING


def test_ids_may_be_shortened_where_they_are_the_only_one(ledger: Ledger) -> None:
    assert accept(ledger, MISSING.id[:8], ME).target == MISSING.id
    with pytest.raises(UnknownTarget, match="no figure"):
        accept(ledger, "f:ffffffff", ME)
    with pytest.raises(UnknownTarget, match="no id"):
        accept(ledger, "61 people", ME)
    with pytest.raises(UnknownTarget, match="several ids"):
        accept(ledger, "f:", ME)


def test_corrected_rows_follow_what_is_read_and_judged(ledger: Ledger) -> None:
    def rows() -> list[tuple[str, str, bool]]:
        shown = (corrected_figures.c.value, corrected_figures.c.scope, corrected_figures.c.corrected)
        with ledger.reading() as connection:
            query = select(*shown).order_by(corrected_figures.c.position)
            return [(value, scope, bool(mark)) for value, scope, mark in connection.execute(query)]

    assert rows() == []
    made = edit(ledger, MISSING.id, given(value="62"), ME)
    assert rows()[0] == ("62", "unknown", True)
    assert {mark for _, _, mark in rows()[1:]} == {False}
    newer = dataclasses.replace(READ, produced=NEWER, figures=(dataclasses.replace(MISSING, scope="new"),))
    append_reading(ledger, PAGE, newer, start_run(ledger, NEWER))
    assert rows() == [("62", "new", True)]
    undo(ledger, made.id, ME)
    assert rows() == []


def test_a_correction_outlives_a_model_that_reads_something_else(ledger: Ledger) -> None:
    edit(ledger, MISSING.id, given(value="62"), ME)
    other = dataclasses.replace(MISSING, event=None, scope="new", unit=None)
    newer = dataclasses.replace(READ, produced=NEWER, figures=(other,), speakers=())
    append_reading(ledger, PAGE, newer, start_run(ledger, NEWER))
    figure = figure_of(ledger)
    assert (figure.best, figure.scope, figure.event) == (62, "new", None)
    gone = dataclasses.replace(NEWER, version="0.3.0")
    append_reading(
        ledger, PAGE, dataclasses.replace(READ, produced=gone, figures=(), claims=()), start_run(ledger, gone)
    )
    assert figure_of(ledger).best == 62
    assert words_at(TEXT, *figure_of(ledger).spans).exact == MISSING.exact
