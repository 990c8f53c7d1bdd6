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


@lru_cache(maxsize=1024)
def _pattern(names: tuple[str, ...], public: frozenset[str]) -> re.Pattern[str] | None:
    forms: set[str] = set()
    for name in names:
        forms.add(name)
        forms.update(part for part in name.split() if len(part.rstrip(".")) >= _LEAST and part not in public)
    if not forms:
        return None
    longest = sorted(forms, key=lambda form: (-len(form), form))
    joined = "|".join(r"\s+".join(map(re.escape, form.split())) for form in longest)
    return re.compile(rf"(?<!\w)(?:{joined})(?:[ \t]+(?:{joined}))*(?!\w)")
