"""Which claims a place lies in: found without a look at every claim, so that long texts take their length."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from reportedly.terms import Claim


class Contents:
    """The contents of claims, to be asked for places. The claims may come in any order."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._claims = claims
        self._order = sorted(range(len(claims)), key=lambda i: claims[i].content.start)
        self._starts = [claims[i].content.start for i in self._order]
        self._ends = [max(b for _, b in claims[i].content.spans) for i in self._order]
        self._furthest = list(accumulate(self._ends, max))  # the end of what begins here or before

    def holding(self, start: int, end: int) -> list[Claim]:
        """The claims of which one stretch of the content holds the half-open place, in the order given."""
        found = []
        at = bisect_right(self._starts, start) - 1
        while at >= 0 and self._furthest[at] >= end:
            if self._ends[at] >= end:
                index = self._order[at]
                if any(a <= start and end <= b for a, b in self._claims[index].content.spans):
                    found.append(index)
            at -= 1
        return [self._claims[index] for index in sorted(found)]
