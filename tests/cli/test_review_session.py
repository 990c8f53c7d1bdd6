"""The review screen, driven by keys, without a terminal."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reportedly.cli.session import Session
from reportedly.ledger import append_reading, open_ledger, start_run
from reportedly.ledger.connect import Ledger
from reportedly.ledger.corrections import load_corrected
from reportedly.ledger.judgements import Signed
from reportedly.ledger.queue import QueueFilter
from tests.ledger.made import made_page, made_reading

if TYPE_CHECKING:
    from rich.text import Text

READ = made_reading(made_page())
MISSING, MONEY, _ = READ.figures


class Keys:
    """A screen that is given its keys and answers, and keeps what was drawn."""

    width = 100

    def __init__(self, keys: str, *answers: str | None) -> None:
        named = {">": "right", "<": "left", "!": "enter", "^": "escape", "v": "down"}
        self._keys = [named.get(key, key) for key in keys]
        self._answers = list(answers)
        self.drawn: list[str] = []
        self.closed = False

    def key(self) -> str:
        return self._keys.pop(0) if self._keys else "q"

    def ask(self, question: str, given: str = "") -> str | None:
        del given
        return self._answers.pop(0) if question else None

    def draw(self, lines: "list[Text]") -> None:
        self.drawn.append("\n".join(line.plain for line in lines))

    def close(self) -> None:
        self.closed = True


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "l.sqlite", create=True) as opened:
        append_reading(opened, made_page(), READ, start_run(opened, READ.produced))
        yield opened


def review(ledger: Ledger, keys: Keys, why: str | None = "w") -> int:
    judged = Session(ledger, QueueFilter(), Signed("A. Reader", why), keys).run()
    assert keys.closed
    return judged


def figures(ledger: Ledger) -> dict[str, str]:
    left = load_corrected(ledger, READ.report.id)
    return {each.id: each.scope for each in left.reading.figures}


def test_the_screen_shows_the_words_in_their_place_and_why_it_comes(ledger: Ledger) -> None:
    keys = Keys("j")
    assert review(ledger, keys) == 0
    assert keys.drawn[0].startswith("1 of 2") and keys.drawn[1].startswith("2 of 2")
    assert "An aid group put the bill at 2 million dollars." in keys.drawn[0]
    assert "no event read" in keys.drawn[0]
    assert "source      The mayor" in keys.drawn[1] and "unit        people" in keys.drawn[1]


def test_accepting_moves_on_and_is_kept_at_once(ledger: Ledger) -> None:
    keys = Keys("aak")
    assert review(ledger, keys) == 2
    assert load_corrected(ledger, READ.report.id).accepted == {MISSING.id, MONEY.id}
    assert "accepted" in keys.drawn[-1].splitlines()[0]
    assert review(ledger, Keys("")) == 0  # nothing waits: no screen is drawn


def test_rejecting_is_undone_with_a_key(ledger: Ledger) -> None:
    keys = Keys("rku")
    assert review(ledger, keys) == 0
    assert "rejected: a or u takes it back in" in keys.drawn[2]
    assert "undone" in keys.drawn[3] and MONEY.id in figures(ledger)
    keys = Keys("u")
    review(ledger, keys)
    assert "nothing was judged in this session" in keys.drawn[1]


def test_editing_takes_fields_and_says_what_is_wrong(ledger: Ledger) -> None:
    keys = Keys("eee", "scope=new", "scope=nothing", "scope='new")
    assert review(ledger, keys) == 1
    assert figures(ledger)[MONEY.id] == "new"
    assert "is none of" in keys.drawn[2] and "quotation marks" in keys.drawn[3]
    assert review(ledger, Keys("e", None)) == 0  # broken off


def test_missed_words_are_chosen_with_the_keyboard(ledger: Ledger) -> None:
    keys = Keys("jm" + "h" * 20 + "lL!", "value=1")  # "mayor said"
    assert review(ledger, keys) == 1
    left = load_corrected(ledger, READ.report.id).reading
    assert "mayor said" in {figure.exact for figure in left.figures}
    keys = Keys("jm^")
    assert review(ledger, keys) == 0


def test_missed_claims_and_comments_are_taken(ledger: Ledger) -> None:
    keys = Keys("jM" + "<" * 20 + "L!", "stance=denial source=people")
    assert review(ledger, keys) == 0
    assert "a claim without a cue has no stance" in "".join(keys.drawn)
    keys = Keys("jM" + "<" * 20 + "L!c", "cue=said source=people stance=denial", "well", "and so")
    assert review(ledger, keys) == 2
    claims = load_corrected(ledger, READ.report.id).reading.claims
    assert "denial" in {claim.cue.stance for claim in claims if claim.cue}


def test_a_report_is_accepted_with_one_key(ledger: Ledger) -> None:
    keys = Keys("A")
    assert review(ledger, keys) == 4
    assert "accepted 4 claims and figures" in keys.drawn[1]
