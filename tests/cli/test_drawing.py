"""What is drawn on a terminal: marks at their places, tables without markup, the bar only when wanted."""

import io
import time

from hypothesis import given
from hypothesis import strategies as st

from reportedly.cli import progress
from reportedly.cli.figures import HEADINGS, event_words
from reportedly.cli.marking import Mark, marked_text, styled_text
from reportedly.cli.output import harmless
from reportedly.cli.show import _figure_lines
from reportedly.cli.tables import Heading, _draw
from reportedly.ledger import FigureRow

TEXT = "Police say 61 died on Monday"


def test_marks_that_cross_are_closed_and_opened_again() -> None:
    marks = [Mark(0, 13, "content"), Mark(11, 18, "figure")]
    assert marked_text(TEXT, marks) == "[content: Police say [figure: 61]][figure:  died] on Monday"


def test_styles_stand_at_their_places() -> None:
    drawn = styled_text(TEXT, [Mark(0, 6, "source"), Mark(11, 13, "figure")])
    assert [(span.start, span.end, span.style) for span in drawn.spans] == [
        (0, 6, "bold cyan"), (11, 13, "bold yellow"),
    ]  # fmt: skip


_MARKS = st.lists(
    st.tuples(st.integers(0, 27), st.integers(1, 28), st.sampled_from(["source", "cue", "content", "figure"])).map(
        lambda drawn: Mark(min(drawn[0], drawn[1] - 1), max(drawn[0] + 1, drawn[1]), drawn[2])
    )
)


@given(_MARKS)
def test_no_word_is_lost_and_every_mark_is_closed(marks: list[Mark]) -> None:
    shown = marked_text(TEXT, marks)
    depth, bare, at = 0, "", 0
    while at < len(shown):
        if shown[at] == "[":
            depth, at = depth + 1, shown.index(": ", at) + 2
        elif shown[at] == "]":
            depth, at = depth - 1, at + 1
        else:
            bare, at = bare + shown[at], at + 1
    assert (bare, depth) == (TEXT, 0)


@given(st.text())
def test_harmless_text_is_as_long_as_before(text: str) -> None:
    assert len(harmless(text)) == len(text)


def test_square_brackets_in_a_cell_are_no_markup(capsys) -> None:
    _draw(["[red]x[/red]"], [Heading("words", lambda row: row)], 10)
    assert "[red]x[/red]" in capsys.readouterr().out


def test_rows_left_out_are_told(capsys) -> None:
    assert _draw(["a", "b", "c"], [Heading("words", lambda row: row)], 2) == 2
    assert "the first 2" in capsys.readouterr().err


def _row(**held: object) -> FigureRow:
    blank = dict.fromkeys(FigureRow.__dataclass_fields__)
    return FigureRow(**{**blank, **held})  # type: ignore[arg-type]


def test_an_event_says_when_it_did_not_happen_or_is_unsure() -> None:
    assert event_words(_row(event_type="killed", negated=True)) == "not killed"
    assert event_words(_row(event_type="accounted_for", modality="expected")) == "accounted for (expected)"
    assert event_words(_row(event_type="other", event_lemma="sing", modality="asserted")) == "sing"
    assert event_words(_row()) is None


def test_headings_fit_rows_with_everything_unknown() -> None:
    assert [heading.cell(_row()) for heading in HEADINGS] == [None] * len(HEADINGS)


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def _slow_items():
    for item in range(4):
        time.sleep(0.03)
        yield item


def test_a_bar_shows_on_a_terminal_once_work_takes_longer(monkeypatch) -> None:
    monkeypatch.setattr(progress, "_PATIENCE", 0.01)
    monkeypatch.setattr("sys.stderr", terminal := _Terminal())
    assert list(progress.follow(_slow_items(), 4, quiet=False)) == [0, 1, 2, 3]
    assert "reports" in terminal.getvalue()


def test_no_bar_for_quick_work_for_pipes_or_when_quiet(monkeypatch) -> None:
    monkeypatch.setattr("sys.stderr", terminal := _Terminal())
    assert list(progress.follow([1, 2], 2, quiet=False)) == [1, 2]
    monkeypatch.setattr(progress, "_PATIENCE", 0.01)
    assert len(list(progress.follow(_slow_items(), 4, quiet=True))) == 4
    assert terminal.getvalue() == ""
    monkeypatch.setattr("sys.stderr", pipe := io.StringIO())
    assert len(list(progress.follow(_slow_items(), 4, quiet=False))) == 4
    assert pipe.getvalue() == ""


def test_a_date_is_not_broken_on_a_narrow_terminal(capsys, monkeypatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    _draw([_row(published="2024-05-06", address="reports/strike.txt", source="health officials")], HEADINGS, 10)
    assert "2024-05-06" in capsys.readouterr().out


def test_show_names_a_place_once() -> None:
    import reportedly

    text = (
        "KANO, Nigeria - At least 14 people were killed when floods swept through the city of Kano, police said."
    )
    lines = list(_figure_lines(reportedly.read_text(text, language="en"), {}))
    assert lines
    assert all("Kano, Kano" not in line for line in lines)
