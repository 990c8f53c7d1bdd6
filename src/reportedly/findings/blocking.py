"""Keys of which speakers that may be one share at least one, so that not all need be compared with all."""

from collections.abc import Iterator

from reportedly.findings.spelling import folded_words, sound_key
from reportedly.terms import Speaker

_LINKS = frozenset("the of for and".split())


def block_keys(speaker: Speaker) -> frozenset[str]:
    """Keys by the sound of a name: its last word, all its words joined, its first word with the last's
    beginning, its initials; of an unnamed speaker by its role and country.

    >>> a = Speaker(id="s:1", name="Sutopo Purwo Nugroho", kind="person")
    >>> b = Speaker(id="s:2", name="Sutopo Purwonugroho", kind="person")
    >>> sorted(block_keys(a) & block_keys(b))
    ['e:sotopo roho', 'j:sotopoporvonogroho']
    """
    return frozenset(_keys(speaker))


def _keys(speaker: Speaker) -> Iterator[str]:
    if speaker.role and speaker.country and not speaker.name:
        yield f"r:{folded_words(speaker.role)[-1:]}{speaker.country}"
    words = [word for word in folded_words(speaker.name or "") if word not in _LINKS]
    if not words:
        return
    if speaker.role and speaker.country:  # may be the holder of an office that another report leaves unnamed
        yield f"r:{folded_words(speaker.role)[-1:]}{speaker.country}"
    sounds = [sound_key(word) for word in words]
    yield "j:" + sound_key("".join(words))
    yield f"l:{sounds[-1]}"
    if len(words) == 1:
        yield f"i:{words[0]}"
        return
    yield f"f:{sounds[0]} {sounds[-1][:2]}"
    yield f"e:{sounds[0]} {sounds[-1][-4:]}"  # Purwonugroho, Nugroho
    yield "i:" + "".join(word[0] for word in words)
