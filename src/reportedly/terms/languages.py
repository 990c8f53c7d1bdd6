"""Codes of languages, checked. Standard library only."""

import re

from reportedly.errors import BadOption

_CODE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{2,8})*")
_NAMES = {"english": "en", "eng": "en", "russian": "ru", "french": "fr", "german": "de", "spanish": "es",
          "arabic": "ar"}  # fmt: skip


def check_language(value: str) -> str:
    """The language of a tag in small letters, without its region.

    Raises:
        BadOption: no language tag; the message says what to write.

    >>> check_language("en-GB")
    'en'
    """
    given = value.strip()
    named = _NAMES.get(given.lower())
    if named is not None and given.lower() == "eng":
        return named
    found = _CODE.fullmatch(given)
    if found is None or named is not None:
        advice = f"write {named}" if named else "write its code of two letters, such as en, ru or ar"
        raise BadOption(f"{given!r} is no language code; {advice}")
    return found[1].lower()
