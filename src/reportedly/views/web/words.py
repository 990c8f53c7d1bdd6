"""Addresses that lead to the very words on a live page (URL text fragments)."""

from urllib.parse import quote, urlsplit

#: Beyond this many words a browser finds the stretch by its first and last words.
_WHOLE, _EDGE = 8, 4


def words_address(url: str | None, words: str) -> str | None:
    """The address with the words to be found and marked there; null without an address of the web.

    >>> words_address("https://example.org/a", "at least 61 people")
    'https://example.org/a#:~:text=at%20least%2061%20people'
    >>> words_address("javascript:alert(1)", "61") is None
    True
    """
    if url is None:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return None
    held = words.split()
    if not held:
        return url
    pieces = [held] if len(held) <= _WHOLE else [held[:_EDGE], held[-_EDGE:]]
    wanted = ",".join(quote(" ".join(piece), safe="").replace("-", "%2D") for piece in pieces)
    return f"{url}{'' if parts.fragment else '#'}:~:text={wanted}"
