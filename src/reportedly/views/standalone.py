"""A series or a story as one HTML file to mail or publish: chart, words, rule, method and seal, nothing loaded."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from markupsafe import Markup

from reportedly.terms import Finding, Series
from reportedly.views.charts import Look, chart_file
from reportedly.views.describing import describe_series
from reportedly.views.drawn import draw_series
from reportedly.views.resolved import Rule, VagueReading, resolve_series, resolved_words
from reportedly.views.web.templating import HOME, environment
from reportedly.views.web.words import words_address


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A series with what was found in it; ``urls`` are the public addresses of its reports, by their ids."""

    series: Series
    findings: tuple[Finding, ...]
    urls: dict[str, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """How the file was made: named in it, so that whoever reads it can make it again.

    ``as_of`` says the moment and the clock in words, or is null; ``seal`` is the ledger's head seal; ``made`` is
    UTC.
    """

    rule: Rule = "as-stated"
    vague: VagueReading = "none"
    as_of: str | None = None
    seal: str | None = None
    version: str = ""
    made: str = ""


def html_report(title: str, shown: Sequence[Shown], method: Method) -> str:
    """The file as text; the chart of each series is drawn into it as SVG.

    Raises:
        MissingCharts: the part of the program that draws files is not installed.
    """
    parts = []
    for each in shown:
        drawn = bool(draw_series(each.series).rows)
        svg = chart_file(each.series, each.findings, "svg", Look(width=720)).decode() if drawn else None
        resolved = resolve_series(each.series, method.rule, method.vague)
        parts.append(
            {
                "series": each.series,
                "findings": each.findings,
                "words": resolved_words(resolved),
                "described": describe_series(each.series, each.findings),
                "chart": Markup(svg) if svg else None,  # made by the chart library, its texts escaped there
                "live": {
                    point.pointer.figure: words_address(each.urls.get(point.pointer.report), point.pointer.exact)
                    for point in each.series.points
                },
            }
        )
    style = Markup((HOME / "static/reportedly.css").read_text("utf-8"))
    made = method.made or datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    template = environment().get_template("standalone.html")
    return template.render(title=title, parts=parts, method=method, made=made, style=style)
