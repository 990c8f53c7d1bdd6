"""Numbers that changed between two versions of one address, of which the newer says nothing."""

import re
from collections.abc import Iterator, Sequence

from reportedly.findings.points import Placed
from reportedly.findings.wording import make_finding, said
from reportedly.terms import Finding

#: Words by which a report owns up to a change.
_OWNED = re.compile(
    r"\b(?:correction|corrected|(?:earlier|previous) version of this|has been (?:updated|amended))\b",
    re.IGNORECASE,
)


def find_silent_changes(placed: Sequence[Placed]) -> Iterator[Finding]:
    """For each number of a series in a newer version, the one that stood in its place in the older.

    A version that says that it was corrected or that the count changed is not silent; of several numbers
    those that stand in both versions are left out first, and the rest go together in the order of the text.
    """
    reports: dict[str, list[Placed]] = {}
    for each in sorted(placed, key=lambda each: (each.stated.report, each.stated.place)):
        reports.setdefault(each.stated.key[0], []).append(each)
    for points in reports.values():
        told = points[0].stated.told
        if _OWNED.search(told.reading.report.text):
            continue
        for link in sorted(told.links, key=lambda link: link.other):
            if link.kind == "version" and link.other in reports:
                yield from _changed(reports[link.other], points)


def _changed(older: Sequence[Placed], newer: Sequence[Placed]) -> Iterator[Finding]:
    before, after = ({each.point.value for each in points} for points in (older, newer))
    gone = [each for each in older if each.point.value not in after]
    come = [each for each in newer if each.point.value not in before]
    for old, new in zip(gone, come, strict=False):
        yield make_finding(
            "silent_change",
            old,
            new,
            f"{said(old)}; a newer version of it has {new.point.pointer.exact} and says nothing of that",
        )
