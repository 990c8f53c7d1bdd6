"""Reading a text for a browser: one model for all requests, one text at a time."""

import re
import threading
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from reportedly.errors import BadOption
from reportedly.inputs import page_of_bytes
from reportedly.inputs.web import fetch_page, is_address
from reportedly.ledger import Ledger
from reportedly.pipeline import ReadsReports, load_reader, read_page, reader_produced
from reportedly.pipeline.following import follow_reports
from reportedly.pipeline.keeping import Kept, keep_pages
from reportedly.terms import Given, Page, Reading, Skipped
from reportedly.terms.dates import check_published

#: Characters of the outlet in the address of a pasted text.
_OUTLET = 40
_LOCK = threading.Lock()
_READERS: dict[Path | None, ReadsReports] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pasted:
    """What a person put into the form: a text, or a file with its name; and what they say of it."""

    text: str = ""
    file: bytes = b""
    name: str = ""
    published: str = ""
    outlet: str = ""
    url: str = ""
    restricted: bool = False


def page_of(pasted: Pasted) -> Page | Skipped:
    """The page that was pasted or uploaded.

    A text gets an address made of its outlet and its own hash: the same text pasted twice is one report, and two
    where two outlets printed it. A text that is nothing but the address of a page of the web is fetched.

    Raises:
        BadOption: neither text nor file, or a date that is none.
    """
    if not pasted.file and not pasted.text.strip():
        raise BadOption("there is nothing to read yet: paste a text, choose a file or give an address")
    given = Given(
        published=check_published(pasted.published) if pasted.published.strip() else None,
        outlet=pasted.outlet.strip() or None,
        url=pasted.url.strip() or None,
        restricted=pasted.restricted,
    )
    if pasted.file:
        return page_of_bytes(pasted.name or "upload", pasted.file, given)
    if is_address(pasted.text) and len(pasted.text.split()) == 1:
        return fetch_page(pasted.text.strip(), given)
    body = pasted.text.replace("\r\n", "\n").encode("utf-8", "replace")
    page = page_of_bytes("pasted.txt", body, given)
    if isinstance(page, Skipped):
        return page
    name = "-".join(re.findall(r"\w+", (given.outlet or "").lower()))[:_OUTLET]
    return page_of_bytes(f"pasted-{name}{'-' * bool(name)}{page.sha256[:12]}{_ending(page)}", body, given)


def read_once(page: Page | Skipped, gazetteer: Path | None = None) -> Reading | Skipped:
    """What the page says; nothing is kept.

    Raises:
        MissingModel, BadGazetteer: the reader cannot be loaded.
    """
    with _LOCK:  # the model takes all it can get of the processor: two texts at once are no faster
        return read_page(page, reader_for(gazetteer)).result


def keep_once(ledger: Ledger, page: Page, gazetteer: Path | None = None) -> Kept:
    """Read a page into the ledger and find what it changes; what became of it.

    Raises:
        LedgerError: one of its kinds; then nothing was kept.
    """
    with _LOCK:
        load, produced = partial(reader_for, gazetteer), partial(reader_produced, gazetteer)
        (kept,) = keep_pages(ledger, [page], load=load, produced=produced)
        for _ in follow_reports(ledger):
            pass
    return kept


def reader_for(gazetteer: Path | None = None) -> ReadsReports:
    """The reader of this process with a user's own places or without, loaded when first asked for."""
    if gazetteer not in _READERS:
        _READERS[gazetteer] = load_reader(gazetteer)
    return _READERS[gazetteer]


def _ending(page: Page) -> str:
    return ".html" if page.media_type == "text/html" else ".txt"
