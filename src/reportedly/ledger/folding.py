"""Words compared without case and accents."""

import unicodedata


def fold(text: str | None) -> str | None:
    """Text for comparing: without case and accents.

    >>> fold("MÜLLER’s")
    'muller’s'
    """
    if text is None:
        return None
    if text.isascii():
        return text.lower()
    # parted first: a letter of another style (ℬ) has no small one before it is a plain letter
    parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(character for character in parts if not unicodedata.combining(character))
