"""Names taken out of words that are given out."""

import re
from collections.abc import Iterable
from functools import lru_cache

#: What stands in place of a name.
HELD_BACK = "[name held back]"
#: A part of a name that stands alone is hidden when it has so many letters: "Li" is too short to tell.
_LEAST = 3


def hold_back(words: str | None, names: Iterable[str], public: Iterable[str] = ()) -> str | None:
    """The words without the names: in full, and by any part of them that is not of a public name too.

    >>> hold_back("Amina Yusuf said. Ms Yusuf saw Governor Said.", ["Amina Yusuf"])
    '[name held back] said. Ms [name held back] saw Governor Said.'
    """
    if not words:
        return words
    pattern = _pattern(tuple(names), frozenset(public))
    return words if pattern is None else pattern.sub(HELD_BACK, words)


def name_spans(text: str, names: Iterable[str], public: Iterable[str] = ()) -> tuple[tuple[int, int], ...]:
    """The places that :func:`hold_back` would take out of a text, half-open, in code points.

    >>> name_spans("Amina Yusuf said.", ["Amina Yusuf"])
    ((0, 11),)
    """
    pattern = _pattern(tuple(names), frozenset(public))
    return () if pattern is None else tuple(found.span() for found in pattern.finditer(text))


def name_forms(names: Iterable[str], public: Iterable[str] = ()) -> tuple[str, ...]:
    """The forms in which names may stand: whole, and each part that is long enough and of no public name.

    >>> name_forms(["Amina Yusuf", "Li Po"], public=["Yusuf"])
    ('Amina Yusuf', 'Amina', 'Li Po')
    """
    kept = frozenset(public)
    forms: set[str] = set()
    for name in names:
        if name.strip():
            forms.add(name)
            forms.update(part for part in name.split() if len(part.rstrip(".")) >= _LEAST and part not in kept)
    return tuple(sorted(forms, key=lambda form: (-len(form), form)))


@lru_cache(maxsize=1024)
def _pattern(names: tuple[str, ...], public: frozenset[str]) -> re.Pattern[str] | None:
    forms = name_forms(names, public)
    if not forms:
        return None
    joined = "|".join(r"\s+".join(map(re.escape, form.split())) for form in forms)
    return re.compile(rf"(?<!\w)(?:{joined})(?:[ \t]+(?:{joined}))*(?!\w)")
