"""Whether a claim's cue is negated: the source did not say, declined to say, has never said."""

import re
from collections.abc import Sequence

from reportedly.claims.lexicon import word_set

_WORD = re.compile(r"\w+(?:['’-]\w+)*|[^\w\s]")
_NOT = word_set("not never cannot neither nor nobody none nothing hardly")
#: Verbs that, before "to" and a verb of saying, say that it was not said.
_DECLINERS = word_set(
    "decline declines declined declining refuse refuses refused refusing fail fails failed failing neglect "
    "neglects neglected unable unwilling hesitate hesitated balk balks balked omit omitted yet"
)
_AVOIDERS = frozenset(["avoid", "avoids", "avoided", "avoiding", "without"])
_AUXILIARIES = word_set(
    "have has had having be been being was were is are am do does did will would could can may might shall "
    "should must to also yet ever so far even then still now just want wanted wants willing able going get "
    "got"
)
#: "not only said", "not just a claim": the words that follow are said all the same.
_ADDING = word_set("only just merely simply alone surprisingly unexpectedly least")
_NOBODY = frozenset(["nobody", "none", "neither", "nor"])
_STOP = frozenset('.;:!?,()—–“”"') | word_set(
    "that who which and but because while although when if where after before said says told"
)
_REACH = 8  # words before the cue that are looked at; a subject longer than that is not followed


def cue_words(text: str) -> list[str]:
    """Words and marks of a cue, lower-cased, apostrophes straight.

    >>> cue_words("didn’t say:")
    ["didn't", 'say', ':']
    """
    return [word.lower().replace("’", "'") for word in _WORD.findall(text)]


def has_negation(words: Sequence[str]) -> bool:
    """Whether the words of a cue say that the thing was not said.

    Two negations undo each other ("did not refuse to say"); "neither confirm nor deny" is one.

    >>> [has_negation(cue_words(cue)) for cue in ("declined to confirm", "not only said", "did not fail to say")]
    [True, False, False]
    """
    plain = any(_negates(words, i) for i in range(len(words)))
    return plain is not any(_declines(words, i) for i in range(len(words)))


def _negates(words: Sequence[str], i: int) -> bool:
    word = words[i]
    after = words[i + 1] if i + 1 < len(words) else ""
    if word in ("no", "any"):
        return word == "no" and after not in ("doubt", "less")
    return (word in _NOT or word.endswith("n't")) and after not in _ADDING


def _declines(words: Sequence[str], i: int) -> bool:
    """ "Refused to say" and "refused" alone; "failed" alone says nothing of what was said."""
    word = words[i]
    if word in _AVOIDERS:
        return i + 1 < len(words)
    if word not in _DECLINERS:
        return False
    if i + 1 == len(words):
        return word.startswith(("declin", "refus"))
    return words[i + 1] in ("to", "at") or word.startswith(("declin", "refus"))


def is_negated(text: str, cue_start: int, cue_end: int, sentence_start: int) -> bool:
    """Whether the cue ``text[cue_start:cue_end]`` is negated by its own words or those before it.

    A denial ("denied") is a stance and not negated; "did not deny" is. ``sentence_start`` is where
    the cue's sentence begins; places are half-open, in code points.

    >>> is_negated("No official said how many died.", 12, 16, 0), is_negated("He denied it.", 3, 9, 0)
    (True, False)
    """
    words = cue_words(text[cue_start:cue_end])
    before = cue_words(text[sentence_start:cue_start])[-_REACH:]
    start = next((i + 1 for i in range(len(before) - 1, -1, -1) if before[i] in _STOP), 0)
    before = before[start:]
    joined = _adjacent(before)
    if has_negation([*joined, *words]):
        return True
    if joined != before and _nobody(before[: len(before) - len(joined)]):
        return True
    following = cue_words(text[cue_end : cue_end + 12])
    return following[:1] == ["nothing"]


def _adjacent(before: list[str]) -> list[str]:
    """The auxiliaries, adverbs and negations that stand right before the cue."""
    i = len(before)
    while i > 0:
        word = before[i - 1]
        known = word in _AUXILIARIES or word in _NOT or word in _DECLINERS or word in _AVOIDERS
        if not (known or word.endswith(("n't", "ly"))):
            break
        i -= 1
    return before[i:]


def _nobody(subject: list[str]) -> bool:
    """ "No one", "none of the officials", "nor did the minister", "never has the ministry"."""
    for i, word in enumerate(subject):
        rest = subject[i + 1 :]
        if word in _NOBODY or (word == "no" and rest and rest[0] not in ("doubt", "longer", "matter")):
            return len(rest) <= _REACH - 3
        if word == "never" and rest and rest[0] in _AUXILIARIES:
            return True
    return False
