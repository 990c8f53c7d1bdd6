"""How a page is filled in: one Jinja environment, everything escaped, a few filters for numbers and dates."""

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import quote

import jinja2
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse

from reportedly.terms import number_words
from reportedly.terms.moments import extent_of
from reportedly.views.describing import label_words
from reportedly.views.web.guard import FORM_MARK, form_mark

HOME = Path(str(files("reportedly.views.web")))


def render(request: Request, name: str, status: int = 200, **context: Any) -> HTMLResponse:
    """A page from its template. Asked for by htmx, the same page: it takes the part it wants."""
    options = request.app.state.options
    held = {
        "path": request.url.path,
        "options": options,
        "mark_field": Markup('<input type="hidden" name="{}" value="{}">').format(FORM_MARK, form_mark(options)),
        "mark": form_mark(options),
        "assets": asset_version(),
        "undone": request.query_params.get("undone") == "1",
    }
    return HTMLResponse(environment().get_template(name).render(**held, **context), status_code=status)


@cache
def environment() -> jinja2.Environment:
    """The environment of all templates; what is not defined is an error, not an empty place."""
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(HOME / "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
    )
    made.filters |= {
        "number": number_words, "day": day_words, "many": many_words, "plain": plain_words, "path": path_part,
        "spark": draw_spark, "counted": label_words,
    }  # fmt: skip
    return made


def load_templates() -> None:
    """Make all templates ready, so that no reader waits for that."""
    for name in environment().list_templates(extensions=["html"]):
        environment().get_template(name)


@cache
def asset_version() -> str:
    """Changes when a file of this package changes, so that browsers keep what they have until then."""
    from importlib.metadata import version

    newest = max(int(path.stat().st_mtime) for path in (HOME / "static").glob("*.*"))
    return f"{version('reportedly')}-{newest}"


def day_words(edtf: str | None) -> str:
    """An EDTF date as people write it; anything but a day or moment as it stands; nothing for null.

    >>> day_words("2016-01-26"), day_words("2016-01-26T10:05:00Z"), day_words("2015-12~"), day_words(None)
    ('26 Jan 2016', '26 Jan 2016, 10:05', 'about Dec 2015', '')
    """
    if not edtf:
        return ""
    first, bar, last = edtf.partition("/")
    if bar:
        begin, end = day_words(first if first != ".." else None), day_words(last if last != ".." else None)
        return f"{begin} – {end}" if begin and end else f"since {begin}" if begin else f"by {end}"
    about = "about " if "~" in edtf else ""
    value = edtf.rstrip("~?%")
    extent = extent_of(value)
    if extent is None or extent.first is None or "X" in value:
        return edtf
    year = extent.first.year
    if "T" in value:
        return f"{about}{_day(value)}, {value[11:16]}"
    if len(value) == 10:
        return about + _day(value)
    if len(value) == 7 and int(value[5:]) <= 12:
        return f"{about}{_MONTHS[int(value[5:]) - 1]} {year}"
    return about + value


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def _day(value: str) -> str:
    return f"{int(value[8:10])} {_MONTHS[int(value[5:7]) - 1]} {value[:4]}"


def many_words(count: int, one: str, several: str | None = None) -> str:
    """A count with its noun.

    >>> many_words(1, "report"), many_words(1200, "report"), many_words(2, "series", "series")
    ('1 report', '1,200 reports', '2 series')
    """
    return f"{count:,} {one if count == 1 else several or one + 's'}"


def plain_words(value: str | None) -> str:
    """A type or slug as words: ``accounted_for`` → "accounted for"."""
    return (value or "").replace("_", " ")


def draw_spark(values: str | None) -> Markup:
    """A small line of a series' numbers in order of time, for a list; nothing for fewer than two.

    ``values`` are numbers parted by spaces.

    >>> str(draw_spark("61")), 'd="M0.0,20.0L100.0,0.0"' in str(draw_spark("61 148"))
    ('', True)
    """
    numbers = [float(number) for number in (values or "").split()]
    if len(numbers) < 2:
        return Markup("")
    low, high = min(numbers), max(numbers)
    span = high - low or 1.0
    dots = [(100 * at / (len(numbers) - 1), 20 - 20 * (number - low) / span) for at, number in enumerate(numbers)]
    path = "L".join(f"{x:.1f},{y:.1f}" for x, y in dots)
    return Markup(
        '<svg class="spark" viewBox="-3 -3 106 26" preserveAspectRatio="none" aria-hidden="true">'
        '<path d="M{}"/></svg>'
    ).format(path)


def path_part(value: str) -> str:
    """An id as a part of an address."""
    return quote(value, safe=":")
