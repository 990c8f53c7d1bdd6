"""Keys of which speakers that may be one share at least one, so that not all need be compared with all."""

from collections.abc import Iterator

from reportedly.findings.spelling import folded_words, sound_key
from reportedly.terms import Speaker

_LINKS = frozenset("the of for and".split())


def block_keys(speaker: Speaker) -> frozenset[str]:
    """Keys by the sound of a name: its last word, all its words joined, its first word with the last's
    beginning or end, the initials of a body; none of an unnamed speaker.

    >>> a = Speaker(id="s:1", name="Sutopo Purwo Nugroho", kind="person")
    >>> b = Speaker(id="s:2", name="Sutopo Purwonugroho", kind="person")
    >>> sorted(block_keys(a) & block_keys(b))
    ['e:sotopo roho', 'j:sotopoporvonogroho']
    """
    return frozenset(_keys(speaker))


def office_key(speaker: Speaker) -> str | None:
    """Key of an office of a state: its telling words, two at least, and the country; null where it is none.

    >>> office_key(Speaker(id="s:1", role="the Interior Minister", country="TJK"))
    'o:interior minister TJK'
    >>> office_key(Speaker(id="s:2", role="mayor", country="USA")) is None  # there are too many
    True
    """
    words = sorted(set(folded_words(speaker.role or "")) - _LINKS)
    return f"o:{' '.join(words)} {speaker.country}" if speaker.country and len(words) > 1 else None


def _keys(speaker: Speaker) -> Iterator[str]:
    words = [word for word in folded_words(speaker.name or "") if word not in _LINKS]
    if not words:
        return
    sounds = [sound_key(word) for word in words]
    yield "j:" + sound_key("".join(words))
    yield f"l:{sounds[-1]}"
    if speaker.kind != "person":  # two letters stand for too many persons
        yield f"i:{words[0] if len(words) == 1 else ''.join(word[0] for word in words)}"
    if len(words) > 1:
        yield f"f:{sounds[0]} {sounds[-1][:2].replace('g', 'k')}"  # Qaddafi, Gadhafi
        yield f"e:{sounds[0]} {sounds[-1][-4:]}"  # Purwonugroho, Nugroho
