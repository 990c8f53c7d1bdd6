"""Corrections laid over readings: of the same model, of another, and on another text."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.ledger.judging.overlay import corrected
from reportedly.terms import Figure, Reading, sha256_hex, words_at, words_id
from reportedly.terms.judgement import Judgement, standing
from tests.ledger.judging.judged import change, judged, undone
from tests.ledger.made import NEWER, TEXT, made_page, made_reading

READ = made_reading(made_page())
MISSING, MONEY, AGE = READ.figures
CLAIM = READ.claims[0]


def _newer(*figures: Figure, claims: bool = True) -> Reading:
    """What another model reads in the same text."""
    kept = {figure.id for figure in figures}
    own = tuple(
        replace(claim, figures=tuple(name for name in claim.figures if name in kept)) for claim in READ.claims
    )
    return replace(READ, produced=NEWER, figures=figures, claims=own if claims else ())


def _figure(reading: Reading, name: str) -> Figure:
    return next(each for each in reading.figures if each.id == name)


def test_without_judgements_nothing_is_touched() -> None:
    assert corrected(READ, ()).reading is READ


def test_an_edit_wins_and_is_marked() -> None:
    edit = judged("edit", MISSING, READ, changes=(change("event_type", "killed"), change("low", 62)))
    found = corrected(READ, [edit])
    assert _figure(found.reading, MISSING.id).event == replace(MISSING.event, type="killed")  # type: ignore[type-var]
    assert _figure(found.reading, MISSING.id).low == 62
    assert found.changed == {MISSING.id}


def test_an_edit_wins_over_a_newer_model_and_keeps_what_was_not_edited_new() -> None:
    edit = judged("edit", MISSING, READ, changes=(change("scope", "total"),))
    newer = _newer(replace(MISSING, scope="new", confidence=0.99, hedges=(words_at(TEXT, (4, 9)),)))
    figure = _figure(corrected(newer, [edit]).reading, MISSING.id)
    assert (figure.scope, figure.confidence, len(figure.hedges)) == ("total", 0.99, 1)


def test_what_a_newer_model_no_longer_finds_is_kept_where_a_person_had_it() -> None:
    for action, changes in (("edit", (change("low", 62),)), ("accept", ())):
        row = judged(action, MISSING, READ, changes=changes)  # type: ignore[arg-type]
        found = corrected(_newer(MONEY), [row])
        figure = _figure(found.reading, MISSING.id)
        assert figure.low == (62 if changes else 61)
        assert figure.claim == CLAIM.id and found.reading.claims[0].figures == (MISSING.id,)
        assert MISSING.id in found.changed


def test_a_figure_read_with_other_bound_words_is_the_same_figure() -> None:
    number = words_id("f", READ.report.text_sha256, [("figure", ((24, 26),))])
    other = replace(MISSING, id=number, exact="61", spans=((24, 26),), bound="exact", best=61, high=61)
    rejected = corrected(_newer(other, MONEY), [judged("reject", MISSING, READ)])
    assert [figure.id for figure in rejected.reading.figures] == [MONEY.id]
    edited = corrected(_newer(other), [judged("edit", MISSING, READ, changes=(change("scope", "new"),))])
    assert [(figure.id, figure.exact, figure.scope) for figure in edited.reading.figures] == [
        (MISSING.id, "61", "new")
    ]


def test_accepted_fields_stay_whatever_is_read_later() -> None:
    found = corrected(_newer(replace(MISSING, scope="new")), [judged("accept", MISSING, READ)])
    assert _figure(found.reading, MISSING.id) == MISSING
    assert found.changed == {MISSING.id} and found.accepted == {MISSING.id}
    assert corrected(READ, [judged("accept", MISSING, READ)]).changed == frozenset()  # nothing differs: no mark


def test_rejected_ones_stay_rejected_and_nothing_points_at_them() -> None:
    part = replace(MONEY, subset_of=MISSING.id, same_as=MISSING.id)
    found = corrected(_newer(MISSING, part), [judged("reject", MISSING, READ)])
    assert [figure.id for figure in found.reading.figures] == [MONEY.id]
    assert (found.reading.figures[0].subset_of, found.reading.figures[0].same_as) == (None, None)
    assert found.reading.claims[0].figures == ()
    assert found.rejected == {MISSING.id}


def test_a_rejected_claim_gives_its_figures_to_the_report_itself() -> None:
    found = corrected(READ, [judged("reject", CLAIM, READ)])
    assert found.reading.claims == ()
    assert _figure(found.reading, MISSING.id).claim is None
    assert MISSING.id in found.changed


def test_a_claim_of_other_width_is_the_same_claim() -> None:
    wider = replace(CLAIM, id="c:wider", content=words_at(TEXT, (15, 47)))
    newer = replace(_newer(replace(MISSING, claim="c:wider")), claims=(wider,))
    assert corrected(newer, [judged("reject", CLAIM, READ)]).reading.claims == ()
    edit = judged("edit", CLAIM, READ, changes=(change("stance", "denial"),))
    claim = corrected(newer, [edit]).reading.claims[0]
    assert claim.id == CLAIM.id and claim.cue is not None and claim.cue.stance == "denial"
    assert claim.content.spans == ((15, 47),) and claim.figures == (MISSING.id,)


def test_undo_takes_back_and_undoing_the_undo_restores() -> None:
    edit = judged("edit", MISSING, READ, changes=(change("low", 62),))
    undo = undone(edit, 2)
    again = undone(undo, 3)
    assert corrected(READ, [edit, undo]).reading is READ
    assert _figure(corrected(READ, [edit, undo, again]).reading, MISSING.id).low == 62


def test_an_added_figure_that_a_newer_model_finds_is_one_figure() -> None:
    added = judged("add", replace(MISSING, scope="total", confidence=1.0), READ)
    found = corrected(_newer(MONEY), [added])
    assert [figure.id for figure in found.reading.figures] == [MISSING.id, MONEY.id]
    found = corrected(_newer(MISSING, MONEY), [added])
    assert [figure.id for figure in found.reading.figures] == [MISSING.id, MONEY.id]
    assert _figure(found.reading, MISSING.id).scope == "total"


def test_two_claims_or_figures_of_a_report_are_joined_and_parted() -> None:
    join = judged("join", MONEY, READ, 1, other=MISSING.id)
    assert _figure(corrected(READ, [join]).reading, MONEY.id).same_as == MISSING.id
    part = judged("part", MISSING, READ, 2, other=MONEY.id)
    assert _figure(corrected(READ, [join, part]).reading, MONEY.id).same_as is None


def _moved_reading(text: str, offset: int) -> Reading:
    """The same report with another text: an older one had furniture before it, or after it."""
    hashed = sha256_hex(text)
    report = replace(READ.report, text=text, text_sha256=hashed)
    spans = tuple((a + offset, b + offset) for a, b in MISSING.spans)
    figure = replace(
        MISSING, id=words_id("f", hashed, [("figure", spans)]), spans=spans, unit=None, event=None, claim=None
    )
    return replace(READ, produced=NEWER, report=report, figures=(figure,), claims=())


def test_corrections_follow_their_words_into_another_text_of_the_report() -> None:
    newer = _moved_reading("Menu\n" + TEXT, 5)
    edit = judged("edit", MISSING, READ, changes=(change("agent", "The mayor", (0, 9)),))
    found = corrected(newer, [edit, judged("reject", MONEY, READ, 2)], texts=[TEXT])
    figure = found.reading.figures[0]
    assert figure.agent is not None and figure.agent.spans == ((5, 14),)
    assert figure.id == MISSING.id and len(found.reading.figures) == 1
    assert found.adrift == frozenset()


def test_a_correction_whose_words_are_gone_is_told_and_applied_to_nothing() -> None:
    newer = _moved_reading("At first: at least 61 people were missing.", -5)
    edit = judged("edit", MISSING, READ, changes=(change("agent", "The mayor", (0, 9)),))
    found = corrected(newer, [edit], texts=[TEXT])
    assert found.reading is newer and found.adrift == {edit.id}


@given(st.lists(st.integers(0, 7), max_size=12))
@settings(max_examples=200, deadline=None)
def test_of_any_undos_those_hold_that_no_standing_one_names(aims: list[int]) -> None:
    rows: list[Judgement] = [judged("comment", MISSING, READ, 0)]
    for aim in aims:
        rows.append(undone(rows[aim % len(rows)], len(rows)))
    held = {row.id for row in standing(rows)}

    def holds(at: int) -> bool:
        later = (n for n in range(at + 1, len(rows)) if rows[n].target == rows[at].id and rows[n].action == "undo")
        return not any(holds(n) for n in later)

    assert ("j:0" in held) == holds(0)
