"""A reading as findings see it: with what is known of its report across the ledger."""

from dataclasses import dataclass
from typing import Literal

from reportedly.terms.reading import Reading

LinkKind = Literal["copy", "update", "version"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One report is another's copy, an update of it, or a newer version of the same address.

    ``report`` and ``other`` are ids, ``other`` the earlier one; ``similarity`` is the share of shingles both
    have, 0 to 1; ``why`` says in words what was compared.
    """

    report: str
    other: str
    kind: LinkKind
    similarity: float
    why: str


@dataclass(frozen=True, slots=True)
class StoryKeys:
    """Keys of a report for finding those of its story: under ``kept`` others find it, by ``sought`` it finds them.

    Of two reports one finds the other if and only if it is found by it.
    """

    kept: frozenset[str]
    sought: frozenset[str]

    def meet(self, other: "StoryKeys") -> bool:
        """Whether one finds the other.

        >>> dated = StoryKeys(kept=frozenset({"week 1", "dated"}), sought=frozenset({"week 1", "undated"}))
        >>> undated = StoryKeys(kept=frozenset({"undated"}), sought=frozenset({"dated", "undated"}))
        >>> dated.meet(undated), undated.meet(dated), undated.meet(undated)
        (True, True, True)
        """
        return not self.kept.isdisjoint(other.sought)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The reading of a report that holds, corrected by people where they did.

    ``corrected`` are ids of claims and figures that a person changed or added; ``links`` are those in which the
    report is the later one; ``recorded_at`` is when the ledger learned of it, UTC.
    """

    reading: Reading
    restricted: bool = False
    recorded_at: str | None = None
    corrected: frozenset[str] = frozenset()
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pins:
    """What people decided about what belongs together; it wins over what the program would do.

    Pairs of figure ids that are of one series (``joined``) or are not (``parted``), pairs of report ids of one
    story or not, and pairs of speaker ids (of any reports) that are one speaker or are not.
    """

    joined: frozenset[tuple[str, str]] = frozenset()
    parted: frozenset[tuple[str, str]] = frozenset()
    stories_joined: frozenset[tuple[str, str]] = frozenset()
    stories_parted: frozenset[tuple[str, str]] = frozenset()
    speakers_joined: frozenset[tuple[str, str]] = frozenset()
    speakers_parted: frozenset[tuple[str, str]] = frozenset()
