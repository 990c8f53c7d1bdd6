"""A figure's value in short, as its words set it: ``≤ 1,000``, ``~82,000``, ``500–700``, ``dozens``."""

from reportedly.terms.figure import Figure

_SIGNS = {"at_least": "≥ ", "more_than": "> ", "at_most": "≤ ", "less_than": "< ", "about": "~"}
#: "nearly 2,000" lies below the number, "just over 2,000" above it.
_LEANS = {"below": "≲ ", "above": "≳ "}


def number_words(number: float | int | None) -> str:
    """A number with separators of thousands; nothing for an unknown one.

    >>> number_words(82000), number_words(1.5), number_words(61.0), number_words(None)
    ('82,000', '1.5', '61', '')
    """
    if number is None:
        return ""
    if isinstance(number, float) and number.is_integer():
        number = int(number)
    return f"{number:,}"


def value_words(figure: Figure) -> str:
    """The value with its bound, and what it is measured in where that is part of it.

    Empty bounds stay empty: a vague word is given as written, never as a number.
    """
    value = _bounded(figure)
    if figure.measure == "percent":
        value += "%"
    if figure.currency is not None:
        value += f" {figure.currency}"
    if figure.per is not None:
        value += f" / {figure.per}"
    return value


def _bounded(figure: Figure) -> str:
    if figure.bound == "range":
        return f"{number_words(figure.low)}–{number_words(figure.high)}"
    known = [number for number in (figure.best, figure.low, figure.high, figure.stated) if number is not None]
    if not known:
        return figure.vague or figure.exact
    sign = _SIGNS.get(figure.bound, "")
    if figure.lean is not None:
        sign = _LEANS[figure.lean]
    return sign + number_words(known[0])
