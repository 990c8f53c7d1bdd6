"""Roles that a public office explains, and roles of private people: the table ``roles.tsv``."""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Literal, get_args

#: ``office``: one who holds it speaks in public; ``body``: one may speak for it; ``private``: neither.
RoleKind = Literal["office", "body", "private"]


#: What the head of a description is told before.
_OF = re.compile(r"\s+(?:of|for|to|at|in|who|whose)\s+", re.IGNORECASE)


@cache
def role_words() -> Mapping[str, RoleKind]:
    """The words of every role, in small letters, with their kind.

    >>> role_words()["interior minister"], role_words()["witness"]
    ('office', 'private')
    """
    text = (files("reportedly.ledger") / "names" / "roles.tsv").read_text(encoding="utf-8")
    found: dict[str, RoleKind] = {}
    for line in text.splitlines()[1:]:
        words, kind, _, _ = line.split("\t")
        found[words] = kind  # type: ignore[assignment]  # a test reads the table
    return found


@cache
def _pattern(kind: RoleKind) -> re.Pattern[str]:
    words = sorted((words for words, of in role_words().items() if of == kind), key=len, reverse=True)
    joined = "|".join(re.escape(each) for each in words)
    return re.compile(rf"(?<!\w)(?:{joined})(?:s|es)?(?!\w|[’']s\b)", re.IGNORECASE)


def has_role(words: str | None, kind: RoleKind) -> bool:
    """Whether a role of this kind is named.

    >>> has_role("the deputy Interior Minister", "office"), has_role("a local resident", "office")
    (True, False)
    """
    return words is not None and _pattern(kind).search(words) is not None


def role_kind(words: str | None) -> RoleKind | None:
    """The kind of the role that a description comes down to: the last one before an "of", of two there the longer.

    >>> role_kind("coast guard spokesman"), role_kind("widow of the mayor"), role_kind("passer-by")
    ('office', 'private', 'private')
    """
    head = _OF.split(words or "", maxsplit=1)[0]
    found = [
        (match.end(), len(match.group()), kind)
        for kind in get_args(RoleKind)
        for match in _pattern(kind).finditer(head)
    ]
    return max(found)[2] if found else None


def ends_in_role(words: str, kind: RoleKind) -> bool:
    """Whether the words end in a role of this kind: the title or description before a name.

    >>> ends_in_role("said the interior minister ", "office"), ends_in_role("the minister told ", "office")
    (True, False)
    """
    found = list(_pattern(kind).finditer(words))
    return bool(found) and not words[found[-1].end() :].strip(" \t\n")


def begins_with_role(words: str, kind: RoleKind) -> bool:
    """Whether a role of this kind stands at the beginning, after an article: an apposition behind a name.

    >>> begins_with_role(", the interior minister, said", "office"), begins_with_role(" met the mayor", "office")
    (True, False)
    """
    given = re.match(r",\s+(?:(?:the|a|an|its|their|his|her)\s+)?(?:[\w’'-]+\s+){0,3}?", words)
    if given is None:
        return False
    clause = words[:80].split(",")[1] if "," in words else ""
    return _pattern(kind).search(clause) is not None
