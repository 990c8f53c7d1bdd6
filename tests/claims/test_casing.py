"""Texts in capitals: their usual case, and readings put back on the words of the file."""

from dataclasses import replace

import pytest

from evaluation.texts import Text
from reportedly.claims.casing import guess_case, in_capitals, in_usual_case, restore_words, usual_case
from reportedly.terms import READ_KINDS, Block, is_grounded
from tests.evaluation.made_readings import Fields, bare_reading, reading_of_figures

CASES = [
    # (usual case): what it protects; each is read from its own capitals
    "Police in San Salvador said that two guerrillas were wounded.",  # names stand out, common words do not
    "The U.S. Embassy said at 6:30 p.m. on Monday that nobody was hurt.",  # abbreviations, small and big
    "They left in May. They may return on 5 March.",  # months beside a number or a small word, else a verb
    "The rebels of the FMLN did not answer.",  # no vowel: an abbreviation
    "The Farabundo Marti National Liberation Front spoke.",  # words of a name beside one that is always big
    "A front formed in the north.",  # and small elsewhere
    "It's John O'Brien's car, isn't it?",  # clitics, contractions, names with an apostrophe
    "Col Diaz and Mr. Lopez met Dr. Ana R. Ruiz.",  # titles and initials
    'He said: "We saw it." Then he left.',  # a sentence in a quotation, and the one after it
    "I know that 5,000 people fled 2.5 km.",  # numbers do not end sentences; I stays big
]


@pytest.mark.parametrize("usual", CASES)
def test_capitals_are_read_in_their_usual_case(usual: str) -> None:
    assert usual_case(usual.upper()) == usual


def test_an_abbreviation_that_is_given_in_brackets_is_known_everywhere() -> None:
    text = "THE REVOLUTIONARY ARMY (ERAZ) ATTACKED. THE ERAZ SAID SO. IT WAS A [REPORT]."
    assert usual_case(text).count("ERAZ") == 2 and "report" in usual_case(text)


@pytest.mark.parametrize("text", ["STRASSE ﬁ İZMİR ǅ", "", "'S", "...", "A\u0301B C\u200bD E", "ÉTAT D'URGENCE"])
def test_no_place_moves(text: str) -> None:
    made = usual_case(text)
    assert len(made) == len(text)
    assert made.upper() == text.upper()


CAPITALS = [
    # (text, in capitals): what it protects
    ("POLICE SAID THAT 3 PEOPLE DIED", True),
    ("AT LEAST 12 KILLED IN KABUL McDONALD", False),  # too few words for one slip
    ("NATO, UN and EU", False),  # abbreviations among small words
    ("U.S. 12", False),  # too short to tell
    ("WASHINGTON (AP) -- Police said that three people died on Monday.", False),  # a dateline alone
]


@pytest.mark.parametrize(("text", "capitals"), CAPITALS)
def test_a_block_is_in_capitals_when_nearly_all_of_it_is(text: str, capitals: bool) -> None:
    assert in_capitals(text) is capitals


def test_only_blocks_in_capitals_change() -> None:
    text = "TWO MEN KILLED IN LIMA\n\nPolice said that NATO left.\n\nSUBSCRIBE TO OUR LETTER"
    cuts = [0, 22, 24, 51, 53, len(text)]
    kinds = ("headline", "paragraph", "furniture")
    blocks = tuple(Block(kind=kind, start=cuts[2 * i], end=cuts[2 * i + 1]) for i, kind in enumerate(kinds))  # type: ignore[arg-type]
    report = replace(bare_reading(Text("a", text)).report, blocks=blocks)
    cased = in_usual_case(report, READ_KINDS)
    assert cased.text == "Two men killed in Lima\n\nPolice said that NATO left.\n\nSUBSCRIBE TO OUR LETTER"


def test_a_report_without_capitals_is_itself() -> None:
    report = bare_reading(Text("a", "Police said that three people died.")).report
    assert in_usual_case(report, READ_KINDS) is report


def test_a_reading_is_put_back_on_the_words_of_the_file() -> None:
    held = Fields(
        span=(0, 8), stated=1, unit="people", event_type="killed", source="police", places=("Lima",), said="1990"
    )
    twin = reading_of_figures(Text("a", "at least one of them"), [held])
    report = replace(twin.report, text=twin.report.text.upper())
    reading = restore_words(twin, report)
    assert reading.report is report
    assert is_grounded(report.text, reading.figures) and is_grounded(report.text, reading.claims)
    figure = reading.figures[0]
    assert (figure.exact, figure.unit and figure.unit.exact, figure.places[0].exact) == (
        "AT LEAST",
        "PEOPLE",
        "LIMA",
    )
    assert figure.unit and figure.unit.lemma == "people" and figure.id == twin.figures[0].id


def test_words_without_vowel_are_abbreviations_and_unknown_words_names() -> None:
    assert [guess_case(word) for word in ("fbi", "kgb", "soldiers", "zacatecoluca")] == [
        "Fbi",  # the rule alone: the table knows it
        "KGB",
        "soldiers",
        "Zacatecoluca",
    ]
    assert usual_case("THE FBI ASKED") == "The FBI asked"
