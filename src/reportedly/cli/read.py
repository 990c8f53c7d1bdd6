"""``reportedly read``: reports into the ledger."""

from collections import Counter
from collections.abc import Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.options import (
    GazetteerPath,
    Language,
    LedgerPath,
    MaybePaths,
    Outlet,
    Published,
    Quiet,
    Url,
    Workers,
    given_of,
    refuse_one_url_for_many,
    settings_with,
)
from reportedly.errors import NoInput

if TYPE_CHECKING:
    from reportedly.pipeline.keeping import Kept
    from reportedly.terms import Given, Page, Skipped

#: How many skips the summary tells in words; all of them are in the ledger.
_TOLD = 20


def read_into_ledger(
    paths: MaybePaths = None,
    ledger: LedgerPath = None,
    manifest: Annotated[
        str | None,
        typer.Option(
            metavar="FILE", help="A CSV with path or text, and published, outlet, url, language, restricted."
        ),
    ] = None,
    published: Published = None,
    outlet: Outlet = None,
    url: Url = None,
    language: Language = None,
    gazetteer: GazetteerPath = None,
    workers: Workers = None,
    again: Annotated[
        bool, typer.Option("--again", help="Also what the ledger was told to forget, and holds then once more.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object an input, and one for all.")] = False,
    quiet: Quiet = False,
) -> int:
    """Read reports into the ledger, and find what became of their figures.

    What the ledger holds already is not read again, so a run that was broken off goes on where
    it stopped. A newer version of the program reads again and keeps the older reading.

    \b
    Examples:
      reportedly read reports/
      reportedly read --manifest reports.csv --ledger floods.sqlite
      reportedly read report.html --published 2016-01-26 --outlet "The Paper"
    """
    from reportedly.cli.opening import open_ledger
    from reportedly.cli.output import json_line, write_json_line
    from reportedly.cli.progress import follow
    from reportedly.pipeline import LoadsWith, choose_workers
    from reportedly.pipeline.following import follow_kept
    from reportedly.pipeline.keeping import Kept, keep_pages

    if not paths and manifest is None:
        raise NoInput("nothing to read: give files or folders, or --manifest with a table of them")
    settings = settings_with(ledger, workers, gazetteer)
    given = given_of(published, outlet, url, language)
    load = LoadsWith(settings.gazetteer)
    load.check()
    pages, total = _pages(paths or [], manifest, given)
    tally: Counter[str] = Counter()
    told: list[Skipped] = []
    with open_ledger(settings.ledger, create=True) as opened:
        kept_pages = keep_pages(
            opened, pages, workers=choose_workers(settings.workers, total), load=load, produced=load.produced,
            again=again,
        )  # fmt: skip
        done = follow_kept(opened, kept_pages)
        only_kept = (each for each in done if isinstance(each, Kept))
        for kept in follow(only_kept, total if manifest is None else None, quiet=quiet):
            tally.update({kept.outcome: 1, "claims": kept.claims, "figures": kept.figures})
            if as_json:
                write_json_line(json_line(_line_of(kept)))
            elif kept.skipped is not None and len(told) < _TOLD:
                told.append(kept.skipped)
    if as_json:
        write_json_line(json_line({"ledger": str(opened.path), **_counts(tally)}))
    elif not quiet:
        _summarise(tally, told, str(opened.path))
    return 0 if tally["kept"] + tally["known"] else 3


def _pages(paths: list[str], manifest: str | None, given: "Given") -> tuple["Iterator[Page | Skipped]", int]:
    """The pages, and how many there are (of a manifest: how many at least, up to what matters)."""
    from reportedly.inputs import count_inputs, find_pages, read_manifest
    from reportedly.pipeline.workers.local import MANY

    total = count_inputs(paths)
    pages = find_pages(paths, given)
    if manifest is None:
        refuse_one_url_for_many(given.url, total)
        return pages, total
    listed = read_manifest(manifest, given)
    first = list(islice(listed, MANY))
    total += len(first)
    refuse_one_url_for_many(given.url, total)
    return chain(pages, first, listed), total


def _line_of(kept: "Kept") -> dict[str, object]:
    return {
        "address": kept.address,
        "outcome": kept.outcome,
        "report": kept.report_id,
        "claims": kept.claims,
        "figures": kept.figures,
        "reason": kept.skipped.reason if kept.skipped else None,
        "detail": kept.skipped.detail if kept.skipped else None,
    }


def _counts(tally: Counter[str]) -> dict[str, int]:
    return {
        "reports": tally["kept"],
        "claims": tally["claims"],
        "figures": tally["figures"],
        "known": tally["known"],
        "skipped": tally["skipped"],
    }


def _summarise(tally: Counter[str], told: "list[Skipped]", ledger: str) -> None:
    from reportedly.cli.output import many, one_line, write

    write(
        f"read     {many(tally['kept'], 'report')}, {many(tally['claims'], 'claim')}, "
        f"{many(tally['figures'], 'figure')} into {one_line(ledger)}"
    )
    if tally["known"]:
        write(f"known    {many(tally['known'], 'report')} the ledger held already")
    if tally["skipped"]:
        write(f"skipped  {many(tally['skipped'], 'input')}")
    for skipped in told:
        write(f"  {one_line(skipped.address)}: {one_line(skipped.detail)} [{skipped.reason}]")
    if tally["skipped"] > len(told):
        write(f"  … and {tally['skipped'] - len(told)} more; the ledger's table “skips” has them all")
