"""After reading: what the new reports say of the others, kept in the index of the ledger.

Each waiting report is held against those that share a key with it; the stories it touches are found anew, each
from its own readings alone. So one more report costs what its story costs, however large the ledger is, and
the index is the same for every order of reading and whatever batches the work was cut into. Broken off at any
point, it goes on where it stopped: what was not put into the index still waits.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reportedly.ledger import Ledger, load_pins
from reportedly.ledger.index import (
    FollowedReport,
    FoundStory,
    Placed,
    clear_index,
    drop_report_links,
    find_links,
    find_members,
    find_placed,
    find_readings,
    keep_keys,
    keep_links,
    list_waiting,
    replace_stories,
    stop_waiting,
)
from reportedly.pipeline.grouping import Groups, Keys, Rules, group_reports, keys_of, load_rules
from reportedly.pipeline.hiding import hide_names
from reportedly.pipeline.keeping import Kept
from reportedly.pipeline.linking import Linking, Node, Shelf
from reportedly.terms import Told

#: Reports followed in one go: each story they touch is found once for all of them.
EVERY = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """Stories to be put in the place of others.

    ``before`` is where all their reports are in the index now; where people ``parted`` some, all are in one group
    that is yet to be parted.
    """

    before: dict[str, Placed]
    groups: list[list[str]]
    parted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """What came of one batch: how many reports were followed, and what their stories hold now."""

    reports: int = 0
    stories: int = 0
    series: int = 0
    findings: int = 0


def follow_reports(ledger: Ledger, *, every: int = EVERY, rules: Rules | None = None) -> Iterator[Followed]:
    """Follow all waiting reports, so many at a time; yields what came of each batch, once it is kept.

    Raises:
        LedgerError: one of its kinds; what was kept before stays.
    """
    while True:
        waiting, until = list_waiting(ledger, every)
        if not waiting:
            return
        yield _Batch(ledger, rules or load_rules(), until).follow(waiting)


def follow_kept(
    ledger: Ledger, kept: Iterable[Kept], *, every: int = EVERY, rules: Rules | None = None
) -> Iterator[Kept | Followed]:
    """What was kept, as it comes, and in between what came of following it; at the end all that still waits."""
    fresh = 0
    for each in kept:
        yield each
        fresh += each.outcome == "kept"
        if fresh == every:
            yield from follow_reports(ledger, every=every, rules=rules)
            fresh = 0
    yield from follow_reports(ledger, every=every, rules=rules)


def rebuild_index(ledger: Ledger, *, every: int = EVERY, rules: Rules | None = None) -> Iterator[Followed]:
    """Make the index anew from the record; it comes out as it was, but for what a newer version finds."""
    clear_index(ledger)
    yield from follow_reports(ledger, every=every, rules=rules)


class _Batch:
    """Some waiting reports, followed together."""

    def __init__(self, ledger: Ledger, rules: Rules, until: int) -> None:
        self._ledger, self._rules, self._until = ledger, rules, until
        self._pins = load_pins(ledger)
        self._shelf = Shelf(ledger)

    def follow(self, waiting: Sequence[str]) -> Followed:
        """Find the stories of these reports anew, and keep what was found."""
        placed = find_placed(self._ledger, waiting)
        # a report that the index has was read again or judged: its story may fall apart, so all of it is compared
        before = find_members(self._ledger, {each.story for each in placed.values()})
        numbers = find_readings(self._ledger, [*waiting, *before])
        there = self._shelf.take(dict.fromkeys([*waiting, *before]))
        fresh = {told.reading.report.id: numbers[told.reading.report.id] for told in there}
        drop_report_links(self._ledger, list(before))
        groups = self._link(fresh, self._keep_keys(fresh, before))
        done = Followed(reports=len(waiting))
        for work in self._works(groups, before):
            done = self._carry_out(work, fresh, done)
        stop_waiting(self._ledger, [name for name in waiting if name not in fresh], self._until)
        return done

    def _keep_keys(self, fresh: Mapping[str, int], before: Mapping[str, Placed]) -> dict[str, Keys]:
        keys = {told.reading.report.id: keys_of(told.reading, self._rules) for told in self._shelf.take(fresh)}
        rows: dict[int, Iterable[int]] = {placed.reading: () for placed in before.values()}
        rows |= {fresh[name]: (*held.copy, *held.story) for name, held in keys.items()}
        keep_keys(self._ledger, rows)
        return keys

    def _link(self, fresh: Mapping[str, int], keys: Mapping[str, Keys]) -> list[list[Node]]:
        """The groups that new reports and stories of the index form; their links are kept."""
        linking = Linking(self._ledger, self._rules, self._shelf, fresh)
        for name in fresh:
            linking.find_repeats(name, keys[name].copy)
        for name in fresh:
            linking.find_happening(name, keys[name].sought)
        keep_links(self._ledger, linking.links, linking.story_links)
        linking.join(self._pins.stories_joined)
        # a story of the index that nothing new hangs on stays as it is
        return [nodes for nodes in linking.groups.groups() if any(isinstance(node, str) for node in nodes)]

    def _works(self, formed: Sequence[Sequence[Node]], before: Mapping[str, Placed]) -> Iterator[Work]:
        """What must be replaced together: groups whose reports were of one story, or are to be parted."""
        together: Groups[Node] = Groups()
        for group in formed:
            for node in group:
                together.join(group[0], node)
        for name, placed in before.items():
            together.join(placed.story, name)
        parted = self._join_parted(together)
        for nodes in together.groups():
            held = frozenset(nodes)
            inside = [self._members(group) for group in formed if group[0] in held]
            if held & parted:
                inside = [self._members(nodes)]
            yield Work(before=self._placed(nodes), groups=inside, parted=bool(held & parted))

    def _join_parted(self, together: Groups[Node]) -> frozenset[Node]:
        """Let both sides of pairs that people parted be found together, so that they are parted anew.

        Gives the nodes that the pairs are of.
        """
        known = {node for group in together.groups() for node in group if isinstance(node, str)}
        nodes: dict[str, Node] = {name: name for name in known}
        names = {name for pair in self._pins.stories_parted for name in pair}
        for name, placed in find_placed(self._ledger, sorted(names - known)).items():
            nodes[name] = placed.story
        pairs = [(nodes[a], nodes[b]) for a, b in sorted(self._pins.stories_parted) if a in nodes and b in nodes]
        touched: set[Node] = set()
        grown = True
        while grown:
            held = {node for group in together.groups() for node in group}
            new = [pair for pair in pairs if not held.isdisjoint(pair) and not touched.issuperset(pair)]
            for one, other in new:
                together.join(one, other)
                touched |= {one, other}
            grown = bool(new)
        return frozenset(touched)

    def _members(self, nodes: Sequence[Node]) -> list[str]:
        names = [node for node in nodes if isinstance(node, str)]
        return list(dict.fromkeys([*names, *find_members(self._ledger, _stories(nodes))]))

    def _placed(self, nodes: Sequence[Node]) -> dict[str, Placed]:
        names = [node for node in nodes if isinstance(node, str)]
        return find_members(self._ledger, _stories(nodes)) | find_placed(self._ledger, names)

    def _carry_out(self, work: Work, fresh: Mapping[str, int], done: Followed) -> Followed:
        found = [each for names in work.groups for each in self._find(names, work, fresh)]
        if not replace_stories(self._ledger, work.before, found, self._until):
            return done  # another process was here: the reports still wait, and come again
        return replace(
            done,
            stories=done.stories + len(found),
            series=done.series + sum(len(each.found.series) for each in found),
            findings=done.findings + sum(len(each.found.findings) for each in found),
        )

    def _find(self, names: Sequence[str], work: Work, fresh: Mapping[str, int]) -> Iterator[FoundStory]:
        told = list(self._shelf.take(names))
        for group in self._grouped(told, work) if told else ():
            found = self._rules.find_in_story(group, self._pins)
            story, found = hide_names(self._rules.describe_story(group), found, group)
            reports = tuple(
                FollowedReport(
                    report_id=each.reading.report.id,
                    reading=fresh.get(each.reading.report.id) or work.before[each.reading.report.id].reading,
                    published=each.reading.report.published,
                    restricted=each.restricted,
                    text=each.reading.report.text,
                )
                for each in group
            )
            yield FoundStory(story=story, reports=reports, found=found)

    def _grouped(self, told: Sequence[Told], work: Work) -> list[tuple[Told, ...]]:
        if work.parted:
            return group_reports(told, self._pins, self._rules)
        links = find_links(self._ledger, [each.reading.report.id for each in told])
        linked = [replace(each, links=links.get(each.reading.report.id, ())) for each in told]
        return [tuple(sorted(linked, key=lambda each: self._rules.order_of(each.reading)))]


def _stories(nodes: Iterable[Node]) -> list[int]:
    return [node for node in nodes if isinstance(node, int)]
