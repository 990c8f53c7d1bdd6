"""Words and event types that count as one in series, from the tables of this room."""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from reportedly.findings.lexicon import lexicon_rows


@cache
def groups_of(name: str) -> Mapping[str, str]:
    """What each item of a table of item, group and reason is grouped under.

    >>> groups_of("counted")["insurgent"], groups_of("counted")["body"]
    ('fighters', 'people')
    """
    return MappingProxyType({row[0]: row[1] for row in lexicon_rows(name, 3)})


@cache
def event_groups() -> Mapping[str, tuple[str, bool]]:
    """The group of each event type, and whether its counts run on (true) or stand for a moment (false).

    >>> event_groups()["homeless"], event_groups()["killed"]
    (('displaced', False), ('killed', True))
    """
    rows = lexicon_rows("event_groups", 4)
    return MappingProxyType({kind: (group, counts == "running") for kind, group, counts, _ in rows})


@cache
def runs_on(event: str | None) -> bool | None:
    """Whether counts of a group of events, or of a type, are running totals; null where it is not told.

    >>> runs_on("killed"), runs_on("missing"), runs_on("other")
    (True, False, None)
    """
    known = dict(event_groups().values()) | {kind: running for kind, (_, running) in event_groups().items()}
    return known.get(event or "")


@cache
def pairs_of(name: str) -> frozenset[frozenset[str]]:
    """The pairs of a table of item, item and reason."""
    return frozenset(frozenset(row[:2]) for row in lexicon_rows(name, 3))


@cache
def words_of(name: str) -> re.Pattern[str]:
    """A pattern that finds any of the words of a table of words and reason, the longest first.

    >>> words_of("trapped_words").search(" deep under the mud")[0]
    'under'
    """
    words = sorted((row[0] for row in lexicon_rows(name, 2)), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")


@cache
def word_list(name: str) -> frozenset[str]:
    """The words of a table of word and reason.

    >>> "officials" in word_list("anybody")
    True
    """
    return frozenset(row[0] for row in lexicon_rows(name, 2))
