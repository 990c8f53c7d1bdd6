"""A session of reviewing: keys make judgements, one figure after the other."""

import re
import shlex
from collections.abc import Callable
from typing import TYPE_CHECKING

from reportedly.cli.judging import judgement_line, values_of
from reportedly.cli.showing import KEYS, SELECT_KEYS, context_of, field_lines, head_lines, words_in_place
from reportedly.errors import BadOption, ReportedlyError

if TYPE_CHECKING:
    from reportedly.cli.screen import Screen
    from reportedly.ledger import Ledger
    from reportedly.ledger.judgements import Signed
    from reportedly.ledger.judging.changes import Given
    from reportedly.ledger.judging.overlay import Corrected
    from reportedly.ledger.queue import QueueFilter, QueueRow
    from reportedly.terms import Figure, Reading, Span
    from reportedly.terms.judgement import Judgement

_WORD = re.compile(r"[^\W_](?:\S*[^\W_])?%?|[^\W_]")
_MOVES = {"down": "j", "up": "k", "left": "h", "right": "l", " ": "j"}


class Session:
    """The queue at a screen. What is judged is kept at once; leaving loses nothing."""

    def __init__(self, ledger: "Ledger", wanted: "QueueFilter", signed: "Signed", screen: "Screen") -> None:
        from reportedly.ledger.queue import review_queue

        self._ledger = ledger
        self._signed = signed
        self._screen = screen
        self._rows = review_queue(ledger, wanted)
        self._at = 0
        self._made: list[tuple[Judgement, int]] = []
        self._marks: dict[int, str] = {}
        self._message = KEYS

    def run(self) -> int:
        """Review until the reviewer leaves; gives how many judgements were made."""
        keys: dict[str, Callable[[], None]] = {
            "j": self._next, "k": self._previous, "a": self._accept, "r": self._reject, "e": self._edit,
            "m": self._add_figure, "M": self._add_claim, "c": self._comment, "A": self._accept_report,
            "u": self._undo, "?": self._help,
        }  # fmt: skip
        try:
            while self._rows:
                self._draw()
                pressed = self._screen.key()
                pressed = _MOVES.get(pressed, pressed)
                if pressed in ("q", "escape"):
                    break
                self._message = ""
                try:
                    keys.get(pressed, self._help)()
                except ReportedlyError as error:
                    self._message = str(error)
        finally:
            self._screen.close()
        return len(self._made)

    @property
    def _row(self) -> "QueueRow":
        return self._rows[self._at]

    def _state(self) -> "Corrected":
        from reportedly.ledger.corrections import load_corrected

        return load_corrected(self._ledger, self._row.report_id)

    def _figure(self, reading: "Reading") -> "Figure | None":
        return next((each for each in reading.figures if each.id == self._row.figure_id), None)

    def _draw(self) -> None:
        from rich.text import Text

        reading = self._state().reading
        figure = self._figure(reading)
        lines = head_lines(self._row, self._at + 1, len(self._rows), self._marks.get(self._at, ""))
        if figure is None:
            lines.append(Text("rejected: a or u takes it back in", style="red"))
        else:
            claims = {claim.id: claim for claim in reading.claims}
            lines.append(words_in_place(reading, context_of(reading, figure.start), figure.spans))
            lines += [Text(""), *field_lines(figure, claims.get(figure.claim or ""))]
        lines += [Text(""), Text(self._message or KEYS, style="dim" if self._message in ("", KEYS) else "bold")]
        self._screen.draw(lines)

    def _next(self) -> None:
        if self._at + 1 < len(self._rows):
            self._at += 1
        else:
            self._message = "this is the last one; q ends"

    def _previous(self) -> None:
        self._at = max(0, self._at - 1)

    def _help(self) -> None:
        self._message = KEYS

    def _accept(self) -> None:
        from reportedly.ledger.review import accept

        self._keep(accept(self._ledger, self._row.figure_id, self._signed), "accepted")
        self._next()

    def _reject(self) -> None:
        from reportedly.ledger.review import reject

        self._keep(reject(self._ledger, self._row.figure_id, self._signed), "rejected")
        self._next()

    def _edit(self) -> None:
        from reportedly.ledger.review import edit

        typed = self._screen.ask("field=value …:")
        if typed and typed.strip():
            values = values_of(_parted(typed))
            self._keep(edit(self._ledger, self._row.figure_id, values, self._because()), "corrected")

    def _comment(self) -> None:
        from dataclasses import replace

        from reportedly.ledger.review import comment

        words = self._screen.ask("comment:")
        if words and words.strip():
            self._keep(comment(self._ledger, self._row.figure_id, replace(self._signed, why=words)), None)

    def _accept_report(self) -> None:
        from reportedly.ledger.review import accept_report

        made = accept_report(self._ledger, self._row.report_id, self._signed)
        accepted = {each.target for each in made}
        for at, row in enumerate(self._rows):
            if row.figure_id in accepted:
                self._marks[at] = "accepted"
        self._made += [(each, self._at) for each in made]
        self._message = f"accepted {len(made)} claims and figures of this report; u takes back one at a time"

    def _add_figure(self) -> None:
        from reportedly.ledger.review import add_figure

        words = self._choose_words()
        if words is None:
            return
        typed = self._screen.ask("value=… if the words do not say it, unit=… event_type=… :")
        if typed is None:
            return
        values = values_of(_parted(typed))
        self._keep(add_figure(self._ledger, self._row.report_id, words, self._because(), values), None)

    def _add_claim(self) -> None:
        from reportedly.ledger.review import add_claim

        words = self._choose_words()
        if words is None:
            return
        typed = self._screen.ask("source=… cue=… stance=… :")
        if typed is None:
            return
        values = values_of(_parted(typed))
        self._keep(add_claim(self._ledger, self._row.report_id, words, self._because(), values), None)

    def _undo(self) -> None:
        from reportedly.ledger.review import undo

        if not self._made:
            self._message = "nothing was judged in this session; “reportedly undo” takes back older judgements"
            return
        judgement, at = self._made.pop()
        undo(self._ledger, judgement.id, self._signed)
        self._marks.pop(at, None)
        self._at = at
        self._message = "undone: " + judgement_line(judgement)

    def _because(self) -> "Signed":
        """The signature with a reason, where the reviewer gives one."""
        from dataclasses import replace

        if self._signed.why:
            return self._signed
        why = self._screen.ask("why (may be empty):")
        return replace(self._signed, why=why or None)

    def _keep(self, judgement: "Judgement", mark: str | None) -> None:
        self._made.append((judgement, self._at))
        if mark is not None:
            self._marks[self._at] = mark
        self._message = judgement_line(judgement)

    def _choose_words(self) -> "Given | None":
        from reportedly.ledger.judging.changes import Given

        reading = self._state().reading
        chooser = Chooser(reading, self._screen, self._row_place(reading))
        span = chooser.choose()
        return None if span is None else Given(spans=(span,))

    def _row_place(self, reading: "Reading") -> int:
        figure = self._figure(reading)
        return figure.start if figure is not None else 0


class Chooser:
    """Words of a report chosen with the keyboard, paragraph by paragraph."""

    def __init__(self, reading: "Reading", screen: "Screen", at: int) -> None:
        self._reading = reading
        self._screen = screen
        blocks = [(block.start, block.end) for block in reading.report.blocks]
        self._blocks: list[Span] = blocks or [(0, len(reading.report.text))]
        self._block = next((n for n, (a, b) in enumerate(self._blocks) if a <= at < b), 0)
        self._words = self._words_here()
        self._first = next((n for n, (a, b) in enumerate(self._words) if a <= at < b), 0)
        self._last = self._first

    def choose(self) -> "Span | None":
        """The place of the words taken; None when the reviewer goes back."""
        while True:
            self._draw()
            pressed = self._screen.key()
            pressed = _MOVES.get(pressed, pressed)
            if pressed in ("q", "escape"):
                return None
            if pressed == "enter" and self._words:
                return self._words[self._first][0], self._words[self._last][1]
            self._move(pressed)

    def _move(self, pressed: str) -> None:
        end = len(self._words) - 1
        if pressed in ("j", "k"):
            self._block = max(0, min(len(self._blocks) - 1, self._block + (1 if pressed == "j" else -1)))
            self._words = self._words_here()
            self._first = self._last = 0
        elif pressed in ("h", "l"):
            self._first = max(0, min(end, self._first + (1 if pressed == "l" else -1)))
            self._last = self._first
        elif pressed in ("H", "L"):
            self._last = max(self._first, min(end, self._last + (1 if pressed == "L" else -1)))

    def _words_here(self) -> "list[Span]":
        start, end = self._blocks[self._block]
        return [match.span() for match in _WORD.finditer(self._reading.report.text, start, end)]

    def _draw(self) -> None:
        from rich.text import Text

        span = self._blocks[self._block]
        chosen = (self._words[self._first][0], self._words[self._last][1]) if self._words else span
        start, end = context_of(self._reading, chosen[0]) if self._words else span
        lines: list[Text] = [
            Text("choose the words", style="bold"), Text(""),
            words_in_place(self._reading, (start, end), (chosen,)), Text(""), Text(SELECT_KEYS, style="dim"),
        ]  # fmt: skip
        self._screen.draw(lines)


def _parted(typed: str) -> list[str]:
    """Fields as in a shell: parted by spaces, quotation marks around those that hold some."""
    try:
        return shlex.split(typed)
    except ValueError as error:
        raise BadOption(f"{typed!r}: {error}; put both quotation marks") from error
