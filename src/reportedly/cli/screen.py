"""The terminal as a screen: keys in, lines out. The only part of reviewing that needs one."""

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from rich.text import Text

#: Keys that terminals send as sequences, by the names used here.
_NAMED = {
    "\x1b[A": "up", "\x1b[B": "down", "\x1b[C": "right", "\x1b[D": "left", "\x1bOA": "up", "\x1bOB": "down",
    "\x1bOC": "right", "\x1bOD": "left", "\r": "enter", "\n": "enter", "\x1b": "escape", "\x03": "q", "\x04": "q",
}  # fmt: skip


class Screen(Protocol):
    """What a session needs of a terminal."""

    @property
    def width(self) -> int:
        """Characters in a line."""

    def key(self) -> str:
        """The next key: a character, or up, down, left, right, enter, escape."""

    def ask(self, question: str, given: str = "") -> str | None:
        """A line typed in answer, with something to begin with; None when it was broken off."""

    def draw(self, lines: "list[Text]") -> None:
        """Show these lines, and nothing else."""

    def close(self) -> None:
        """Give the terminal back as it was."""


class Terminal:
    """A real terminal; what stood in it comes back when it is closed."""

    def __init__(self) -> None:
        from rich.console import Console

        self._console: Console = Console(markup=False, highlight=False, emoji=False)
        self._console.set_alt_screen(True)

    @property
    def width(self) -> int:
        """Characters in a line."""
        return self._console.width

    def key(self) -> str:
        """The next key; Ctrl-C and Ctrl-D are q, and so is the end of the input."""
        from click import getchar

        try:
            pressed = getchar()
        except (KeyboardInterrupt, EOFError):
            return "q"
        return _NAMED.get(pressed, pressed)

    def ask(self, question: str, given: str = "") -> str | None:
        """A line typed in answer; Ctrl-C and Ctrl-D break it off."""
        import readline

        readline.set_startup_hook(lambda: readline.insert_text(given))
        try:
            return input(f"{question} ")
        except (KeyboardInterrupt, EOFError):
            return None
        finally:
            readline.set_startup_hook(None)

    def draw(self, lines: "list[Text]") -> None:
        """Show the lines that fit."""
        self._console.clear()
        left = self._console.height - 1
        for line in lines:
            rows = line.wrap(self._console, self._console.width) or [line]
            for row in list(rows)[:left]:
                self._console.print(row, overflow="ellipsis", no_wrap=True)
            left -= len(rows)
            if left <= 0:
                break

    def close(self) -> None:
        """Give the terminal back."""
        self._console.set_alt_screen(False)
