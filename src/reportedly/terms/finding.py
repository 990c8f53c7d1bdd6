"""What one claim or report says of another: found by the program, never judged."""

from dataclasses import dataclass
from typing import Literal

from reportedly.terms.series import Pointer, Series

FindingType = Literal[
    "copy", "repeat", "revision", "lag", "difference", "contradiction", "corroboration", "denial", "coverage",
    "comparison", "silent_change",
]  # fmt: skip
#: Why two numbers may differ although nobody need be wrong.
Reason = Literal["scope", "date", "unit", "status", "agent", "digit", "method", "dispute", "unknown"]
#: What became of a claim of change when it was held against the ledger.
Verdict = Literal["holds", "does_not_hold", "nothing_to_compare"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One relation between two places of the ledger.

    ``id`` comes from the type and the two places, so that the same finding keeps its id. ``from_place`` is the
    older or the reference (``from`` in what is printed; null where an earlier number is only implied),
    ``to_place`` the newer (``to``). ``direction`` and ``ratio`` (new over old) are of revisions; ``reason`` is of
    contradictions and differences, ``verdict`` of comparisons. ``why`` says in one sentence why it was made;
    ``claims`` are the ids of all claims it rests on. ``apparent``: both could hold once the reason is
    taken into account.
    """

    id: str
    type: FindingType
    from_place: Pointer | None
    to_place: Pointer
    why: str
    series: str | None = None
    direction: Literal["up", "down", "same"] | None = None
    ratio: float | None = None
    reason: Reason | None = None
    verdict: Verdict | None = None
    apparent: bool = False
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryFindings:
    """All that was found in one story: its series, and what their figures say of each other."""

    series: tuple[Series, ...] = ()
    findings: tuple[Finding, ...] = ()
