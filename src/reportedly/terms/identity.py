"""Ids made from content: the same words keep the same id, whoever reads them."""

import hashlib
from collections.abc import Iterable

from reportedly.terms.words import Span

_LENGTH = 20  # hexadecimal digits: 80 bits, no collision to expect in a billion claims


def sha256_hex(data: bytes | str) -> str:
    """SHA-256 of bytes, or of a text as UTF-8, in hexadecimal digits."""
    given = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    return hashlib.sha256(given).hexdigest()


def report_id(address: str, page_sha256: str) -> str:
    """Id of a report: the same bytes at another address are another report."""
    return "r:" + sha256_hex(f"{address}\n{page_sha256}")[:_LENGTH]


def words_id(letter: str, text_sha256: str, roles: Iterable[tuple[str, tuple[Span, ...]]]) -> str:
    """Id of something made of words: from the hash of the text, the roles and their places.

    >>> words_id("f", "ab", [("figure", ((3, 5),))]) == words_id("f", "ab", [("figure", ((3, 5),))])
    True
    """
    places = ";".join(f"{role}:{','.join(f'{a}-{b}' for a, b in spans)}" for role, spans in roles)
    return f"{letter}:" + sha256_hex(f"{text_sha256}\n{places}")[:_LENGTH]
