"""What belongs to the page and not to the report, as the table ``lexicons/furniture.tsv`` knows it."""

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from reportedly.terms.report import BlockKind

#: A line of furniture is short; a notice may be a long sentence or two.
_MAX_FURNITURE, _MAX_NOTICE = 300, 1_200
#: A sentence of prose has so many words and a full stop, or so many words whatever stands at its end.
_SENTENCE, _LONG = 5, 25
_STOP = re.compile(r"[.!?…][\"'”’)\]»]*$")
_KINDS: tuple[BlockKind, ...] = ("furniture", "notice", "caption")
_EDGES = " \t.:;!…·•|–—-«»‹›<>()[]\"'“”‘’*"
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class _Row:
    kind: BlockKind
    where: str  # any; edge; beside
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Lexicon:
    phrases: dict[str, tuple[BlockKind, str]]
    rows: tuple[_Row, ...]


@cache
def _lexicon() -> _Lexicon:
    table = files("reportedly.reports").joinpath("lexicons/furniture.tsv").read_text(encoding="utf-8")
    phrases: dict[str, tuple[BlockKind, str]] = {}
    patterns: dict[tuple[BlockKind, str], list[str]] = {}
    for row in csv.DictReader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
        kind, where = _kind(row["kind"]), row["where"]
        if row["match"] == "phrase":
            phrases[_bare(row["pattern"])] = (kind, where)
        else:
            beginning = row["match"] == "start"
            words = rf"{re.escape(row['pattern'])}.*" if beginning else row["pattern"]
            patterns.setdefault((kind, where), []).append(f"(?:{words})")
    # one pattern for all of a kind: a text of many lines is read twice as fast
    rows = [
        _Row(kind, where, re.compile("|".join(words), re.IGNORECASE | re.DOTALL))
        for (kind, where), words in patterns.items()
    ]
    # "© 2016. All rights reserved." is a copyright line and a notice: the stronger word goes first
    return _Lexicon(phrases, tuple(sorted(rows, key=lambda row: row.kind != "notice")))


def _kind(written: str) -> BlockKind:
    for kind in _KINDS:
        if kind == written:
            return kind
    raise ValueError(f"furniture.tsv: {written!r} is no kind of block that can be looked up")


def _bare(words: str) -> str:
    return _SPACES.sub(" ", words).strip(_EDGES).casefold()


def kind_of_words(words: str, *, at_edge: bool = False, beside: bool = False) -> BlockKind | None:
    """``furniture``, ``notice`` or ``caption`` when the table knows the words as one; else null.

    ``at_edge`` says that the words stand before the first paragraph of a report or after its last:
    "World" is a menu there, and may be a heading elsewhere. ``beside`` says that they stand at the
    end with a notice or furniture next to them.

    >>> kind_of_words("Share this article"), kind_of_words("World"), kind_of_words("World", at_edge=True)
    ('furniture', None, 'furniture')
    """
    if len(words) > _MAX_NOTICE:
        return None
    lexicon = _lexicon()
    places = {"any"} | ({"edge"} if at_edge else set()) | ({"beside"} if beside else set())
    short = len(words) <= _MAX_FURNITURE
    known = lexicon.phrases.get(_bare(words)) if short else None
    if known is not None and known[1] in places:
        return known[0]
    single = _SPACES.sub(" ", words).strip()
    for row in lexicon.rows:
        if row.where in places and (short or row.kind == "notice") and row.pattern.fullmatch(single):
            return row.kind
    return None


def is_prose(words: str) -> bool:
    """Whether words are a sentence or more of running text, and not a title, a name or a label.

    >>> is_prose("At least 61 people were killed, police said."), is_prose("Police: 12 dead in blast")
    (True, False)
    """
    count = len(words.split())
    return count >= _LONG or (count >= _SENTENCE and _STOP.search(words) is not None)


def mark_furniture(stretches: Sequence[str]) -> list[BlockKind | None]:
    """Furniture, notices and captions among the stretches of a text, in their order; null for the others.

    >>> mark_furniture(["World", "Rescue goes on, the mayor of Palu said.", "Share"])
    ['furniture', None, 'furniture']
    """
    kinds = [kind_of_words(words) for words in stretches]
    prose = [at for at, words in enumerate(stretches) if kinds[at] is None and is_prose(words)]
    first, last = (prose[0], prose[-1]) if prose else (len(kinds), -1)
    for at, words in enumerate(stretches):
        if kinds[at] is None and (at < first or at > last):
            kinds[at] = kind_of_words(words, at_edge=True)
    _mark_labels(stretches, kinds)
    return kinds


def _mark_labels(stretches: Sequence[str], kinds: list[BlockKind | None]) -> None:
    """Legal labels before the first and after the last words of the report, beside what is marked already."""
    marked = ("notice", "furniture")
    for at in reversed(range(len(kinds))):  # from the end up: every one marked is company for the next
        if kinds[at] is not None:
            continue
        if at + 1 == len(kinds) or kinds[at + 1] not in marked:
            return
        kinds[at] = kind_of_words(stretches[at], beside=True)
        if kinds[at] is None:
            return
