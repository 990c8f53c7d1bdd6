"""Readings of short texts without a model: what copies and stories look at, and nothing else."""

from typing import Any

from reportedly.terms import Block, Coverage, Figure, Produced, Reading, Report, Speaker, report_id, sha256_hex

PRODUCED = Produced(version="0.1.0", model="sha256:aa", rules="sha256:bb")


def made_report(text: str, address: str = "a.txt", **more: Any) -> Report:
    """A report whose paragraphs are its lines; ``headline`` stands before them in the text."""
    headline = more.pop("headline", None)
    whole = f"{headline}\n{text}" if headline else text
    blocks, start = [], 0
    for number, line in enumerate(whole.split("\n")):
        if line:
            kind = "headline" if headline and number == 0 else "paragraph"
            blocks.append(Block(kind=kind, start=start, end=start + len(line)))  # type: ignore[arg-type]
        start += len(line) + 1
    fields: dict[str, Any] = {
        "url": None, "outlet": None, "bylines": (), "published": None, "updated": None, "language": "en",
        "retrieved_at": None,
    }  # fmt: skip
    fields |= more
    return Report(
        id=report_id(address, sha256_hex(whole)), address=address, headline=headline,
        published_from="argument" if fields["published"] else None, page_sha256=sha256_hex(whole),
        text_sha256=sha256_hex(whole), text=whole, blocks=tuple(blocks), **fields,
    )  # fmt: skip


def made_reading(
    text: str,
    address: str = "a.txt",
    *,
    figures: tuple[Figure, ...] = (),
    speakers: tuple[Speaker, ...] = (),
    **more: Any,
) -> Reading:
    """The reading of a report: nothing in it but what is given."""
    report = made_report(text, address, **more)
    length = len(report.text)
    return Reading(
        produced=PRODUCED, report=report, figures=figures, speakers=speakers,
        coverage=Coverage(characters=length, read=length),
    )  # fmt: skip
