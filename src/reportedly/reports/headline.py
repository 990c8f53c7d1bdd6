"""The headline of a plain text."""

import re
from collections.abc import Sequence

from reportedly.reports.furniture import is_prose

_MAX_WORDS, _MAX_CHARACTERS = 30, 220
#: A title of fewer words is taken only when nothing better stands there: it may be a menu.
_SURE_WORDS = 4
_DATELINE = re.compile(
    r"^[A-Z][A-Z .,'’/-]+(?:,\s+[A-Z][\w. ]+)?(?:\s*,\s*\w+\.? \d{1,2})?\s*\([\w ./-]+\)|(?:_|--|[—–-])$"
)
_OPEN_END = re.compile(r"[,;:_]$|\.\.\.$")
_STOP = re.compile(r"\.[\"'”’)\]»]*$")
_TITLE_BEGIN = re.compile(r"[\"'“‘«(\[]*(?:[A-Z0-9$£€]|[^\W\d_a-z])")
#: Share of the longer words of "Ten Die as Ferry Sinks Off Coast." that begin with a capital; prose has
#: fewer than half.
_TITLE_CASE_SHARE = 0.7


def find_headline(stretches: Sequence[str], free: Sequence[bool]) -> int | None:
    """Which of the stretches is the headline; null when none looks like one.

    ``free`` says which are not taken for something else already. The headline is the first title of
    four words or more before the first paragraph; failing that a title that ends with a full stop
    ("Ten Die as Ferry Sinks Off Coast.") before a paragraph; failing that a shorter title.

    >>> find_headline(["Ferry sinks off coast", "Ten people died, the coast guard said."], [True, True])
    0
    """
    left = [at for at, is_free in enumerate(free) if is_free]
    prose = [at for at in left if is_prose(stretches[at])]
    before = [at for at in left if not prose or at < prose[0]]
    titles = [at for at in before if _is_title(stretches[at])]
    sure = [at for at in titles if len(stretches[at].split()) >= _SURE_WORDS]
    if sure:
        return sure[0]
    if (
        len(prose) > 1
        and prose[0] == (before[-1] + 1 if before else left[0])
        and _is_stopped_title(stretches[prose[0]])
    ):
        return prose[0]
    return next((at for at in titles if len(stretches[at].split()) >= 2), None)


def _is_title(words: str) -> bool:
    count = len(words.split())
    return (
        count <= _MAX_WORDS
        and len(words) <= _MAX_CHARACTERS
        and _TITLE_BEGIN.match(words) is not None
        and not _OPEN_END.search(words)
        and not _DATELINE.search(words)
        and not _STOP.search(words)
    )


def _is_stopped_title(words: str) -> bool:
    long_words = [word.strip("\"'“”‘’(),.:;") for word in words.split()]
    long_words = [word for word in long_words if len(word) >= 4 and word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in long_words)
    return (
        len(words) <= _MAX_CHARACTERS
        and len(long_words) >= 3
        and capitals >= _TITLE_CASE_SHARE * len(long_words)
        and _DATELINE.search(words) is None
        and not re.search(r"[a-z]{2}[.!?][\"”’]? [A-Z]", words)  # two sentences are prose
    )
