"""A draft held against the ledger: one row a verdict, each with the words that make it."""

from typing import Any

import pytest

from reportedly.findings.drafts import check_draft
from reportedly.terms import (
    Claim,
    Coverage,
    Cue,
    DraftNote,
    Figure,
    Point,
    Pointer,
    Produced,
    Reading,
    Report,
    Series,
    Source,
    StoryFindings,
    Told,
    Verification,
    sha256_hex,
    value_words,
    words_at,
    words_id,
)
from tests.findings.made_figures import made_figure

PRODUCED = Produced(version="0", model="m", rules="r")


def reading(
    address: str, text: str, words: str, number: Any, *, day: str | None = None, who: str | None = None,
    hedge: str | None = None, check: str | None = None,
) -> Reading:  # fmt: skip
    """A report of one figure; ``who`` says it, ``hedge`` and ``check`` are words of the text."""
    at = (text.index(words), text.index(words) + len(words))
    text_hash = sha256_hex(text)
    name = words_id("f", text_hash + address, [("figure", (at,))])
    bound = {"at le": "at_least", "about": "about", "up to": "at_most"}.get(words[:5], "exact")
    figure: Figure = made_figure(number, bound, name, exact=words, spans=(at,))
    claims = (_claim(text, text_hash, who, hedge, check, name),) if who else ()
    if claims:
        figure = made_figure(number, bound, name, exact=words, spans=(at,), claim=claims[0].id)
    report = Report(
        id=f"r:{address}", address=address, url=None, outlet=None, headline=None, bylines=(), published=day,
        published_from="argument" if day else None, updated=None, language="en", retrieved_at=None,
        page_sha256=text_hash, text_sha256=text_hash, text=text, blocks=(),
    )  # fmt: skip
    coverage = Coverage(characters=len(text), read=len(text))
    return Reading(produced=PRODUCED, report=report, claims=claims, figures=(figure,), coverage=coverage)


def _claim(text: str, text_hash: str, who: str, hedge: str | None, check: str | None, figure: str) -> Claim:
    def found(words: str) -> dict[str, Any]:
        at = text.index(words)
        held = words_at(text, (at, at + len(words)))
        return {"exact": held.exact, "spans": held.spans}

    return Claim(
        id=words_id("c", text_hash, [("source", ((0, len(who)),))]),
        source=Source(**found(who), speaker=f"s:{who}"),
        cue=Cue(**found("said"), lemma="say", stance="neutral"), content=words_at(text, (len(who) + 6, len(text))),
        mode="indirect", figures=(figure,), confidence=1.0,
        hedges=(words_at(text, (text.index(hedge), text.index(hedge) + len(hedge))),) if hedge else (),
        verification=Verification(**found(check), status="unverified") if check else None,
    )  # fmt: skip


def point(held: Reading) -> Point:
    (figure,) = held.figures
    who = held.claims[0].source if held.claims else None
    name = who.exact if who else None
    return Point(
        pointer=Pointer(
            report=held.report.id, address=held.report.address, figure=figure.id, claim=figure.claim,
            spans=figure.spans, exact=figure.exact,
        ),
        value=value_words(figure), low=figure.low, best=figure.best, high=figure.high, bound=figure.bound,
        vague=figure.vague, unit="people", scope="total", at=held.report.published, at_basis="published",
        said=None, published=held.report.published, outlet=None, speaker=name, speaker_key=name,
        origin=name or held.report.address,
    )  # fmt: skip


def notes(draft: Reading, *ledger: Reading) -> tuple[DraftNote, ...]:
    points = tuple(point(each) for each in (*ledger, draft))
    series = Series(
        id="q:1", label="people killed", facets=(), points=points, cumulative=True, reports=1, outlets=1, origins=1
    )
    told = [Told(reading=each) for each in ledger]
    (checked,) = check_draft(draft, told, StoryFindings(series=(series,)))
    return checked.notes


FLOOR = reading("a", "Police said at least 61 people died.", "at least 61", 61, day="2024-03-05", who="Police")
WHOLE = reading("b", "Police said 61 people died.", "61", 61, day="2024-03-05", who="Police")
NEWER = reading("c", "Police said 64 people died.", "64", 64, day="2024-03-06", who="Police")
OWN = reading("d", "The flood killed 61 people.", "61", 61, day="2024-03-05")
HEDGED = reading(
    "e", "Police said reportedly 61 people died.", "61", 61, day="2024-03-05", who="Police", hedge="reportedly"
)
CHECKED = reading(
    "f", "Police said 61 people died, which nobody could check.", "61", 61, day="2024-03-05", who="Police",
    check="which nobody could check",
)  # fmt: skip
ROUND = reading("g", "Police said about 60 people died.", "about 60", 60, day="2024-03-05", who="Police")


@pytest.mark.parametrize(
    ("draft", "ledger", "verdicts"),
    [
        # the number, its bound and its source as the ledger has them
        (("Police said 61 people died.", "61", 61, "Police"), [WHOLE], ["same"]),
        (("Police said at least 61 people died.", "at least 61", 61, "Police"), [FLOOR], ["same"]),
        # one report in its own voice is enough to give the number without a source
        (("The flood killed 61 people.", "61", 61, None), [WHOLE, OWN], ["same"]),
        # a later moment has another number
        (("Police said 61 people died.", "61", 61, "Police"), [WHOLE, NEWER], ["outdated"]),
        # "at least 61" became 61
        (("Police said 61 people died.", "61", 61, "Police"), [FLOOR], ["bound_lost"]),
        # another report gives it whole: nothing is lost
        (("Police said 61 people died.", "61", 61, "Police"), [FLOOR, WHOLE], ["same"]),
        (("Police said 61 people died.", "61", 61, "Police"), [HEDGED], ["hedge_lost"]),
        (("Police said 61 people died.", "61", 61, "Police"), [CHECKED], ["hedge_lost"]),
        (("The flood killed 61 people.", "61", 61, None), [WHOLE], ["source_lost"]),
        (("The army said 61 people died.", "61", 61, "The army"), [WHOLE], ["other_source"]),
        # several things are wrong with one figure: all are told
        (("The army said 61 people died.", "61", 61, "The army"), [FLOOR, NEWER],
         ["outdated", "bound_lost", "other_source"]),
        # a number that nobody gave
        (("Police said 16 people died.", "16", 16, "Police"), [WHOLE], ["contradicted"]),
        (("Police said at least 16 people died.", "at least 16", 16, "Police"), [WHOLE], ["far_apart"]),
        (("Police said 90 people died.", "90", 90, "Police"), [FLOOR], ["far_apart"]),
        (("Police said 90 people died.", "90", 90, "Police"), [ROUND], ["contradicted"]),
        # nothing to compare with
        (("Police said 61 people died.", "61", 61, "Police"), [], ["not_found"]),
    ],
)  # fmt: skip
def test_verdicts(draft: tuple[str, str, int, str | None], ledger: list[Reading], verdicts: list[str]) -> None:
    text, words, number, who = draft
    given = notes(reading("draft", text, words, number, day="2024-03-07", who=who), *ledger)
    assert [note.verdict for note in given] == verdicts
    assert all(note.why.endswith(".") for note in given)


def test_every_verdict_but_not_found_shows_words_of_the_ledger() -> None:
    (note,) = notes(reading("draft", "The flood killed 61 people.", "61", 61), WHOLE)
    assert note.against is not None
    assert note.against.address == "b"
    assert "Police: 61" in note.why


def test_the_same_number_printed_again_later_does_not_outdate_itself() -> None:
    again = reading("h", "Police said again 61 people died.", "61", 61, day="2024-03-06", who="Police")
    draft = reading("draft", "Police said 61 people died.", "61", 61, who="Police")
    assert [note.verdict for note in notes(draft, WHOLE, again)] == ["same"]


def test_ages_and_durations_are_not_held_against_anything() -> None:
    text = "Police said he was 61."
    held = reading("draft", text, "61", 61, who="Police")
    aged = made_figure(61, "exact", held.figures[0].id, exact="61", spans=held.figures[0].spans, measure="age")
    draft = Reading(produced=PRODUCED, report=held.report, figures=(aged,), coverage=held.coverage)
    assert check_draft(draft, [], StoryFindings()) == ()
