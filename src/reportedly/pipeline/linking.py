"""New reports held against those of the ledger that share a key with them."""

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from reportedly.ledger import Ledger, load_told
from reportedly.ledger.index import StoryLink, find_candidates, find_placed
from reportedly.pipeline.grouping import Groups, Rules, link_of
from reportedly.terms import Link, Told

#: Readings held while reports are compared, some 100 KB each, and how many are loaded in one go.
_HELD, _AT_ONCE = 600, 25

#: What hangs together: a new report, by its id, or all of a story of the index, by its number.
Node = str | int


class Shelf:
    """Readings at hand: those used last are kept, so that one is not loaded for each of its neighbours."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._held: OrderedDict[str, Told] = OrderedDict()

    def get(self, name: str) -> Told | None:
        """The reading of a report; None where there is none that can be read (it was forgotten)."""
        return next(self.take([name]), None)

    def take(self, names: Iterable[str]) -> Iterator[Told]:
        """The readings of reports, in this order; those that cannot be read are left out."""
        asked = iter(names)
        while some := list(islice(asked, _AT_ONCE)):
            self.fetch(some)
            yield from [told for name in some if (told := self._held.get(name)) is not None]

    def fetch(self, names: Sequence[str]) -> None:
        """Have these readings, at most as many as are held, at hand."""
        missing = [name for name in names if name not in self._held]
        for told in load_told(self._ledger, missing) if missing else ():
            self._held[told.reading.report.id] = told
        for name in names:
            if name in self._held:
                self._held.move_to_end(name)
        while len(self._held) > _HELD:
            self._held.popitem(last=False)


class Linking:
    """The links of new reports, to each other and to what the index has; ``groups`` are what they form."""

    def __init__(self, ledger: Ledger, rules: Rules, shelf: Shelf, fresh: Iterable[str]) -> None:
        self._ledger, self._rules, self._shelf = ledger, rules, shelf
        self._nodes: dict[str, Node] = {name: name for name in fresh}
        self._compared: set[frozenset[str]] = set()
        self._of_others: set[frozenset[str]] = set()
        self.groups: Groups[Node] = Groups()
        self.links: list[Link] = []
        self.story_links: list[StoryLink] = []
        for name in self._nodes:
            self.groups.root(name)

    def find_repeats(self, name: str, keys: Sequence[int]) -> None:
        """Link a new report with all that it repeats, or that repeat it."""
        one = self._shelf.get(name)
        if one is None:
            return
        others = [
            other for other in self._candidates(name, keys) if frozenset((name, other)) not in self._compared
        ]
        for told in self._shelf.take(others):
            other = told.reading.report.id
            self._compared.add(frozenset((name, other)))
            link = link_of(one.reading, told.reading, self._rules)
            if link is not None:
                self.links.append(link)
                self.groups.join(name, self._nodes[other])

    def find_happening(self, name: str, keys: Sequence[int]) -> None:
        """Link a new report with one of each group that tells of the same happening: one is enough to belong."""
        by_group: dict[Node, list[str]] = {}
        for other in self._candidates(name, keys):
            by_group.setdefault(self.groups.root(self._nodes[other]), []).append(other)
        self._shelf.fetch([others[0] for others in by_group.values()][:_HELD])
        for others in by_group.values():
            joined = self.groups.root(name) == self.groups.root(self._nodes[others[0]])
            link = None if joined else self._first_link(name, others)
            if link is not None:
                self.story_links.append(link)
                self.groups.join(name, self._nodes[link.other])

    def join(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Join the reports of pairs, of which one is new at least and both are there."""
        held = [pair for pair in sorted(pairs) if any(self._nodes.get(name) == name for name in pair)]
        self._place({name for pair in held for name in pair})
        for one, other in held:
            if one in self._nodes and other in self._nodes:
                self.groups.join(self._nodes[one], self._nodes[other])

    def _first_link(self, name: str, others: Iterable[str]) -> StoryLink | None:
        one = self._shelf.get(name)
        if one is None:
            return None
        for told in self._shelf.take(other for other in others if frozenset((name, other)) not in self._of_others):
            other = told.reading.report.id
            why = self._rules.same_story(one.reading, told.reading)
            if why is not None:
                return StoryLink(report=name, other=other, why=why)
            self._of_others.add(frozenset((name, other)))
        return None

    def _candidates(self, name: str, keys: Sequence[int]) -> list[str]:
        """Reports that share a key, as far as they are new here or in a story of the index.

        One that still waits beyond this batch is compared when its turn comes.
        """
        found = find_candidates(self._ledger, keys) - {name}
        self._place(found)
        return sorted(other for other in found if other in self._nodes)

    def _place(self, names: Iterable[str]) -> None:
        unknown = sorted(set(names) - self._nodes.keys())
        for name, placed in find_placed(self._ledger, unknown).items():
            self._nodes[name] = placed.story
