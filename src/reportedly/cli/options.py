"""Options that several commands share, and what is made of them."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar, cast

import typer

from reportedly.errors import BadOption

if TYPE_CHECKING:
    from reportedly.settings import Settings
    from reportedly.terms import AsOf, Clock, Given

Name = TypeVar("Name", bound=str)

Paths = Annotated[
    list[str],
    typer.Argument(
        help="Files, folders, patterns such as 'news/*.html', addresses of the web, or - for standard input."
    ),
]
MaybePaths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PATH]...", help="Files, folders, patterns, addresses of the web, or - for standard input."
    ),
]
Published = Annotated[
    str | None, typer.Option(metavar="DATE", help="When it was published: 2016-01-26, 2016-01 or 2016.")
]
Outlet = Annotated[str | None, typer.Option(metavar="NAME", help="Who published it.")]
Url = Annotated[str | None, typer.Option(metavar="URL", help="Its public address; for a single input.")]
Language = Annotated[str | None, typer.Option(metavar="CODE", help="Its language, such as en; else found out.")]
Workers = Annotated[
    int | None, typer.Option(min=1, metavar="N", help="Processes that read; else as the work is worth.")
]
GazetteerPath = Annotated[
    Path | None,
    typer.Option("--gazetteer", metavar="FILE", help="Your own places: a CSV with name, iso3, lat, lon …"),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no summary.")]
LedgerPath = Annotated[
    str | None,
    typer.Option(
        "--ledger", metavar="FILE", help="The ledger, or postgresql://user@host/database [default: ledger.sqlite]."
    ),
]
Source = Annotated[str | None, typer.Option(metavar="WORDS", help="Only where these words are in the source.")]
Event = Annotated[str | None, typer.Option(metavar="TYPE", help="Only this event: killed, missing, displaced …")]
Unit = Annotated[str | None, typer.Option(metavar="WORDS", help="Only where these words are in what is counted.")]
Counted = Annotated[
    str | None, typer.Option(metavar="WORDS", help="Only where these words are in who or what is counted.")
]
Place = Annotated[str | None, typer.Option(metavar="WORDS", help="Only where these words are in the place.")]
StoryWords = Annotated[
    str | None, typer.Option("--story", metavar="WORDS", help="Only this story: words of its label, or its id.")
]
RuleName = Annotated[
    str, typer.Option("--rule", metavar="NAME", help="How one value is made of many: as-stated, ucdp-like …")
]
VagueName = Annotated[
    str, typer.Option("--vague", metavar="NAME", help="How vague words are read: none, plain or acled-like.")
]
InReport = Annotated[
    str | None,
    typer.Option(
        "--report", metavar="WORDS", help="Only reports with these words in address, outlet or headline."
    ),
]
Limit = Annotated[int | None, typer.Option(min=1, metavar="N", help="At most so many rows.")]
AsOfTime = Annotated[
    str | None,
    typer.Option(
        "--as-of", metavar="TIME", help="Only what had come by then: 2021-06-25T14:00-04:00, 2021-06-25."
    ),
]
ClockName = Annotated[
    str | None,
    typer.Option(
        "--clock", metavar="CLOCK", help="By which clock: published, said or recorded [default: published]."
    ),
]
Names = Annotated[bool, typer.Option("--include-names", help="Names of victims, witnesses and the like too.")]
Restricted = Annotated[bool, typer.Option("--include-restricted", help="Restricted reports too.")]


def given_of(published: str | None, outlet: str | None, url: str | None, language: str | None) -> "Given":
    """What the user says of the inputs.

    Raises:
        BadOption: a date that is none, or a language that is none.
    """
    from reportedly.terms import Given
    from reportedly.terms.dates import check_published
    from reportedly.terms.languages import check_language

    return Given(
        published=check_published(published) if published is not None else None,
        outlet=outlet or None,
        url=url or None,
        language=check_language(language) if language is not None else None,
    )


def as_of_of(time: str | None, clock: str | None) -> "AsOf | None":
    """The moment as of which the user asks, or null.

    Raises:
        BadOption: a time that is none, a clock that is none, or a clock without a time.
    """
    if time is None:
        if clock is not None:
            raise BadOption("--clock says how --as-of is meant: give --as-of too")
        return None
    from reportedly.terms import AsOf

    return AsOf(time=time, clock=cast("Clock", clock or "published"))


def chosen(name: str, known: Sequence[Name], option: str) -> Name:
    """The one of the names that was given.

    Raises:
        BadOption: it is none of them.
    """
    for each in known:
        if each == name:
            return each
    raise BadOption(f"{option}: there is no {name!r}; choose one of {', '.join(known)}")


def refuse_one_url_for_many(url: str | None, inputs: int) -> None:
    """Raise BadOption when one address is given for several inputs."""
    if url and inputs > 1:
        raise BadOption(
            f"--url names one report, and {inputs} inputs were given: use a manifest (read --manifest)"
        )


def settings_with(ledger: str | None, workers: int | None = None, gazetteer: Path | None = None) -> "Settings":
    """The settings, with what the command says in place of what they hold."""
    from dataclasses import replace

    from reportedly.settings import ledger_at, load_settings

    settings = load_settings()
    if ledger is not None:
        settings = replace(settings, ledger=ledger_at(ledger))
    if workers is not None:
        settings = replace(settings, workers=workers)
    if gazetteer is not None:
        settings = replace(settings, gazetteer=gazetteer)
    return settings
