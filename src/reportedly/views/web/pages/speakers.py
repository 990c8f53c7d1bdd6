"""Speakers across reports: who spoke, in which words they are named, what they said over time."""

from fastapi import APIRouter, Query, Request, Response

from reportedly.errors import UnknownTarget
from reportedly.pipeline.speaking import find_speakers
from reportedly.views.web.asking import OpenLedger, Options
from reportedly.views.web.templating import render

router = APIRouter(include_in_schema=False)
#: Speakers of a page, and reports of a large ledger in which they are looked for.
MOST, NEWEST = 100, 150


@router.get("/speakers")
def show_speakers(
    request: Request, ledger: OpenLedger, options: Options, words: str = Query("", max_length=200)
) -> Response:
    """Speakers, those of most claims first."""
    found = find_speakers(
        ledger, words or None, include_restricted=options.include_restricted, include_names=options.include_names,
        limit=MOST, newest=NEWEST,
    )  # fmt: skip
    return render(request, "speakers.html", rows=found.speakers, words=words, newest=found.newest)


@router.get("/speakers/{key:path}")
def show_speaker(request: Request, ledger: OpenLedger, options: Options, key: str, name: str = "") -> Response:
    """What one speaker said over time; pairs that are perhaps one, for a person to join or part.

    ``name`` is the name under which the list has them: it is what is looked for.
    """
    found = find_speakers(
        ledger, name or None, include_restricted=options.include_restricted, include_names=options.include_names,
        key=key, newest=NEWEST,
    )  # fmt: skip
    if not found.speakers:
        raise UnknownTarget(f"no speaker of this ledger has the key {key}")
    return render(
        request,
        "speaker.html",
        row=found.speakers[0],
        said=found.said,
        perhaps=found.perhaps,
        most=MOST,
        newest=found.newest,
    )
