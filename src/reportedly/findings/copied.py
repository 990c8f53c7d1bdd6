"""Reports that repeat another: found by their links, told by their first words."""

from collections.abc import Iterator, Sequence

from reportedly.findings.wording import finding_id, sentence
from reportedly.terms import Finding, Pointer, Reading, Told, exact_at


def find_copies(told: Sequence[Told]) -> Iterator[Finding]:
    """A finding for each link of a copy whose two reports are in the story, in the order of ids."""
    readings = {each.reading.report.id: each.reading for each in told}
    for each in sorted(told, key=lambda each: each.reading.report.id):
        for link in sorted(each.links, key=lambda link: (link.kind, link.other)):
            other = readings.get(link.other)
            if link.kind != "copy" or other is None:
                continue
            first, again = _beginning(other), _beginning(each.reading)
            if first is not None and again is not None:
                yield Finding(
                    id=finding_id("copy", first, again),
                    type="copy",
                    from_place=first,
                    to_place=again,
                    why=sentence(f"{again.address} repeats {first.address}: {link.why}"),
                )


def _beginning(reading: Reading) -> Pointer | None:
    """The first words of a report that are read; null for an empty one."""
    report = reading.report
    for block in report.blocks:
        if block.kind in ("headline", "paragraph"):
            line = report.text[block.start : block.end].partition("\n")[0]
            spans = ((block.start, block.start + len(line)),)
            if line:
                return Pointer(
                    report=report.id,
                    address=report.address,
                    figure=None,
                    claim=None,
                    spans=spans,
                    exact=exact_at(report.text, spans),
                )
    return None
