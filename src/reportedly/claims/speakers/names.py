"""Names compared: whether two of them, as written in one report, can be of the same one."""

from collections.abc import Sequence

from reportedly.claims.speakers.nouns import sense_of

_LIGHT = frozenset(["the", "of", "and", "for", "&", "de", "al", "-", "in", "'s", "’s", "on"])
#: Words that a body's name goes on with when it is said in full.
_ENDINGS = frozenset(
    "inc corp corporation ltd plc co company group holdings news agency newspaper site tv radio network".split()
)
_TAILS = frozenset(["jr", "jr.", "sr", "sr.", "ii", "iii"])


def name_words(words: Sequence[str]) -> tuple[str, ...]:
    """The words of a name, folded, without articles, marks and "Jr.".

    >>> name_words(["the", "Ministry", "of", "Health"]), name_words(["J.", "Smith", "Jr."])
    (('ministry', 'health'), ('j', 'smith'))
    """
    folded = (word.casefold().strip(".’'") for word in words)
    return tuple(w for w in folded if w and w not in _LIGHT and w not in _TAILS)


def initials(words: Sequence[str]) -> str:
    """First letters of the words of a name.

    >>> initials(("ministry", "health"))
    'mh'
    """
    return "".join(word[0] for word in words)


def same_person(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names of persons can be one's.

    The shorter one's words all stand in the longer, in order; an initial stands for a name.

    >>> same_person(("ramazon", "rahimzoda"), ("rahimzoda",)), same_person(("ana", "silva"), ("eva", "silva"))
    (True, False)
    >>> same_person(("r", "rahimzoda"), ("ramazon", "rahimzoda"))
    True
    """
    short, long = sorted((one, other), key=len)
    if not short:
        return False
    at = 0
    for word in short:
        while at < len(long) and not _same_word(word, long[at]):
            at += 1
        if at == len(long):
            return False
        at += 1
    # two words and more must agree in the last: "John Paul" is not "John Paul Jones" said short
    return len(short) == 1 or short[-1] == long[-1] or len(long) > 2


def _same_word(one: str, other: str) -> bool:
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    return len(short) == 1 and long.startswith(short)


def same_body(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names of organisations, outlets or places can be one's: equal, initials, or begun alike.

    >>> same_body(("world", "health", "organization"), ("who",)), same_body(("health", "ministry"), ("ministry",))
    (True, False)
    >>> same_body(("politifact",), ("politifact", "site")), same_body(("fbi",), ("fbi", "laboratory"))
    (True, False)
    >>> same_body(("argus",), ("cape", "argus"))
    True
    """
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if not short:
        return False
    if len(short) == 1 and len(long) > 1 and short[0] == initials(long):
        return True
    if long[: len(short)] == short:
        return all(word in _ENDINGS for word in long[len(short) :])
    return len(short) == 1 and len(long) < 4 and long[-1] == short[0] and sense_of(short[0]) is None
