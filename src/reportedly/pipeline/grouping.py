"""Reports put together into stories, from the readings alone: the same for every order of reading.

Reports are linked where one is a copy, an update or a newer version of the other, or where both are about one
happening; a story is what hangs together by links. What people decided wins: pairs they joined are joined, and
pairs they parted never end up in one story, however others hang together.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Generic, Protocol, TypeVar

from reportedly.ledger.index import key_number
from reportedly.terms import Link, Pins, Reading, Story, StoryFindings, StoryKeys, Told

Node = TypeVar("Node", bound=Hashable)


class FindsInStory(Protocol):
    """What is found in the readings of one story."""

    def __call__(self, told: Sequence[Told], pins: Pins = ...) -> StoryFindings: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The pure functions over readings that decide what belongs together and what is found in it."""

    copy_keys: Callable[[Reading], Sequence[str]]
    story_keys: Callable[[Reading], StoryKeys]
    compare_reports: Callable[[Reading, Reading], Link | None]
    same_story: Callable[[Reading, Reading], str | None]
    order_of: Callable[[Reading], tuple[str, ...]]
    describe_story: Callable[[Sequence[Told]], Story]
    find_in_story: FindsInStory


def load_rules() -> Rules:
    """The rules of this version."""
    from reportedly.findings.copies import compare_reports, copy_keys, order_of
    from reportedly.findings.meeting import story_keys
    from reportedly.findings.stories import describe_story, same_story
    from reportedly.findings.story import find_in_story

    return Rules(
        copy_keys=copy_keys, story_keys=story_keys, compare_reports=compare_reports, same_story=same_story,
        order_of=order_of, describe_story=describe_story, find_in_story=find_in_story,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of a reading: reports that share one of the first may repeat one another; those that have one
    ``sought`` among those of their story may tell of the same happening.
    """

    copy: tuple[int, ...]
    story: tuple[int, ...]
    sought: tuple[int, ...]


def keys_of(reading: Reading, rules: Rules) -> Keys:
    """The keys of a reading, as numbers."""
    happening = rules.story_keys(reading)
    kinds = (("copy", rules.copy_keys(reading)), ("story", happening.kept), ("story", happening.sought))
    return Keys(*(tuple(sorted({key_number(kind, name) for name in names})) for kind, names in kinds))


def link_of(one: Reading, other: Reading, rules: Rules) -> Link | None:
    """The link of two reports, the earlier of which is found by their order."""
    earlier, later = sorted((one, other), key=rules.order_of)
    return rules.compare_reports(earlier, later)


class Groups(Generic[Node]):
    """Things that hang together (disjoint sets); of two groups joined the lesser name is kept."""

    def __init__(self) -> None:
        self._over: dict[Node, Node] = {}

    def root(self, node: Node) -> Node:
        """The name of the group of a thing; a new thing is a group of its own."""
        over = self._over
        at = over.setdefault(node, node)
        while over[at] != at:
            over[at] = over[over[at]]
            at = over[at]
        return at

    def join(self, one: Node, other: Node) -> None:
        """Let the groups of two things be one."""
        a, b = sorted((self.root(one), self.root(other)), key=repr)
        self._over[b] = a

    def groups(self) -> list[list[Node]]:
        """All groups, each in the order in which its things came."""
        found: dict[Node, list[Node]] = defaultdict(list)
        for node in self._over:
            found[self.root(node)].append(node)
        return list(found.values())


def group_reports(told: Sequence[Told], pins: Pins, rules: Rules) -> list[tuple[Told, ...]]:
    """The stories of some readings, all held against all that share a key; each told with its links."""
    held = sorted(told, key=lambda each: rules.order_of(each.reading))
    by_id = {each.reading.report.id: each.reading for each in held}
    keys = {name: keys_of(reading, rules) for name, reading in by_id.items()}
    links = [
        link
        for one, other in pairs_meeting({name: (each.copy, each.copy) for name, each in keys.items()})
        if (link := link_of(by_id[one], by_id[other], rules)) is not None
    ]
    groups: Groups[str] = Groups()
    for name in by_id:
        groups.root(name)
    apart = _Apart(pins.stories_parted)
    for one, other in sorted(pins.stories_joined):
        if one in by_id and other in by_id:
            apart.join(groups, one, other)
    ranks = {name: rank for rank, name in enumerate(by_id)}
    for link in sorted(links, key=lambda link: (ranks[link.report], ranks[link.other])):
        apart.join(groups, link.report, link.other)
    pairs = pairs_meeting({name: (each.story, each.sought) for name, each in keys.items()})
    for one, other in sorted(pairs, key=lambda pair: (ranks[pair[1]], ranks[pair[0]])):
        joined = groups.root(one) == groups.root(other)
        if not joined and rules.same_story(by_id[one], by_id[other]) is not None:
            apart.join(groups, one, other)
    return _with_links(held, groups, links)


def find_in_reports(told: Sequence[Told], pins: Pins, rules: Rules) -> Iterator[tuple[Story, StoryFindings]]:
    """The stories of some readings and what is found in each, by nothing but the readings and the pins."""
    for group in group_reports(told, pins, rules):
        yield rules.describe_story(group), rules.find_in_story(group, pins)


class _Apart:
    """Pairs that must not end up in one group."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self._pairs = tuple(pairs)

    def join(self, groups: Groups[str], one: str, other: str) -> None:
        """Let two groups be one, unless that would bring a pair together."""
        roots = {groups.root(one), groups.root(other)}
        if len(roots) == 2 and not any({groups.root(a), groups.root(b)} == roots for a, b in self._pairs):
            groups.join(one, other)


def pairs_meeting(
    keys: Mapping[Node, tuple[Iterable[Hashable], Iterable[Hashable]]],
) -> set[tuple[Node, Node]]:
    """Pairs of which one finds the other, by the keys kept and sought of each; each pair in the order given.

    >>> sorted(pairs_meeting({"a": ("x", "x"), "b": ("y", "xy"), "c": ("z", "y")}))
    [('a', 'b'), ('b', 'c')]
    """
    keeping: dict[Hashable, list[Node]] = defaultdict(list)
    pairs: set[tuple[Node, Node]] = set()
    for name, (kept, sought) in keys.items():
        pairs.update((other, name) for key in sought for other in keeping[key])
        for key in kept:
            keeping[key].append(name)
    return pairs


def _with_links(held: Sequence[Told], groups: Groups[str], links: Iterable[Link]) -> list[tuple[Told, ...]]:
    of_report: dict[str, list[Link]] = defaultdict(list)
    for link in sorted(links, key=lambda link: (link.other, link.kind)):
        of_report[link.report].append(link)
    stories: dict[str, list[Told]] = defaultdict(list)
    for each in held:
        name = each.reading.report.id
        stories[groups.root(name)].append(replace(each, links=tuple(of_report[name])))
    return [tuple(story) for story in stories.values()]
