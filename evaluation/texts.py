"""Gold texts read by the program under measurement."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from reportedly.pipeline import ReadsReports, read_page
from reportedly.terms import Given, Page, Reading, Skipped, sha256_hex


@dataclass(frozen=True, slots=True)
class Text:
    """One text to read, as a file ``name``.txt would be; ``published`` is EDTF."""

    name: str
    body: str
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Readings:
    """Readings by the names of their texts, and the texts of which there is none."""

    by_name: Mapping[str, Reading]
    skipped: tuple[Skipped, ...] = ()


def page_of(text: Text) -> Page:
    """The page that a plain text file with this body would be."""
    body = text.body.encode("utf-8")
    return Page(
        address=f"{text.name}.txt",
        body=body,
        media_type="text/plain",
        sha256=sha256_hex(body),
        given=Given(published=text.published),
    )


def read_texts(texts: Iterable[Text], reader: ReadsReports) -> Readings:
    """Read every text as the program reads it, in order.

    Raises:
        ValueError: a report's text is not the text given, so that gold places would not hold.
    """
    read: dict[str, Reading] = {}
    skipped = []
    for text in texts:
        result = read_page(page_of(text), reader).result
        if isinstance(result, Skipped):
            skipped.append(result)
            continue
        if result.report.text != text.body:
            raise ValueError(f"{text.name}: the report's text differs from the file's; gold places do not hold")
        read[text.name] = result
    return Readings(read, tuple(skipped))


def read_file(path: Path) -> str:
    """A text as stored: UTF-8, line ends untranslated, so that offsets hold."""
    with open(path, encoding="utf-8", newline="") as file:
        return file.read()
