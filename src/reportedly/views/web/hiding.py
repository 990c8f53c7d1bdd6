"""Names of people not in public office, kept off pages unless the server was started with leave to show them."""

from collections.abc import Callable

from reportedly.ledger.names import find_held_names, hold_back, name_spans
from reportedly.ledger.names.finding import public_words
from reportedly.terms import Reading, Span
from reportedly.views.web.options import WebOptions

#: Takes the names of a report out of words; null stays null.
Hides = Callable[[str | None], str | None]


def hides_in(reading: Reading, options: WebOptions) -> Hides:
    """What takes the held-back names of a report out of words of it."""
    if options.include_names:
        return _as_they_are
    names = tuple(each.name for each in find_held_names(reading))
    public = public_words(reading) if names else frozenset()
    return (lambda words: hold_back(words, names, public)) if names else _as_they_are


def hidden_spans(reading: Reading, options: WebOptions) -> tuple[Span, ...]:
    """The places of the text at which such names stand."""
    if options.include_names:
        return ()
    names = tuple(each.name for each in find_held_names(reading))
    return name_spans(reading.report.text, names, public_words(reading)) if names else ()


def _as_they_are(words: str | None) -> str | None:
    return words
