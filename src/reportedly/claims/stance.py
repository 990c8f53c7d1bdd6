"""What a cue does: the lemma it turns on, its stance by lexicon, and whether it is negated."""

from dataclasses import dataclass
from functools import lru_cache
from typing import cast, get_args

from reportedly.claims.inflections import noun_forms, verb_forms
from reportedly.claims.lexicon import lexicon_rows, word_set
from reportedly.claims.negation import cue_words, has_negation
from reportedly.terms.claim import Stance

#: Kinds of the lexicon's lines, in the order in which they are taken for the word a cue turns on.
#: A light word ("make", "decline") yields to any word that attributes ("declined to confirm").
_KINDS = ("phrase", "verb", "noun", "adjective", "light", "adverb", "preposition", "auxiliary", "mark")
_RANK = {kind: max(rank, 1) for rank, kind in enumerate(_KINDS)}  # phrase and verb alike
_STANCES = frozenset(get_args(Stance))
#: Words of a cue that never carry it, when no word of it is in the lexicon.
_EMPTY = word_set(
    "a an the his her its their our my this that these those to of in on for by with as at be is are was were "
    "been being am has have had having do does did will would can could may might shall should must not never "
    "no also again even now then later earlier just still only already so it he she they who which and or but "
    "has n't 's"
)
_MARKS = {"“": '"', "”": '"'}


@dataclass(frozen=True, slots=True)
class CueReading:
    """A cue read: the lemma it turns on, what it does, and whether it says that nothing was said."""

    lemma: str
    stance: Stance
    negated: bool


@dataclass(frozen=True, slots=True)
class _Entry:
    lemma: str
    rank: int
    stance: Stance
    words: tuple[frozenset[str], ...]


@lru_cache(maxsize=1)
def _lexicon() -> dict[str, tuple[_Entry, ...]]:
    """Entries by the written forms of their first word, phrases before single words."""
    held: dict[str, list[_Entry]] = {}
    for lemma, kind, stance, _ in lexicon_rows("stance", 4):
        if kind not in _RANK or stance not in _STANCES:
            raise ValueError(f"lexicons/stance.tsv: {lemma!r} has kind {kind!r} and stance {stance!r}")
        words = lemma.split(" ")
        entry = _Entry(lemma, _RANK[kind], cast(Stance, stance), tuple(frozenset({word}) for word in words[1:]))
        for form in _forms(words[0], kind, len(words) > 1):
            held.setdefault(form, []).append(entry)
    return {form: tuple(sorted(found, key=lambda e: (-len(e.words), e.rank))) for form, found in held.items()}


def _forms(word: str, kind: str, phrase: bool) -> tuple[str, ...]:
    if phrase and kind == "phrase" and word in ("in", "on", "as", "so-called", "per", "word", "according"):
        return (word,)
    if kind in ("verb", "light", "phrase", "auxiliary"):
        return (*verb_forms(word), "is", "are", "was", "were", "been") if word == "be" else verb_forms(word)
    return noun_forms(word) if kind == "noun" else (word,)


@lru_cache(maxsize=20_000)
def read_cue(words: str) -> CueReading:
    """What the words of a cue do; a cue of no known word is neutral and turns on its last content word.

    >>> read_cue("had confirmed")
    CueReading(lemma='confirm', stance='confirmation', negated=False)
    >>> read_cue("declined to confirm").negated, read_cue("according to").lemma
    (True, 'according to')
    """
    given = cue_words(words)
    # a possessive of the source is no part of what the cue turns on
    parts = given[given.index("'s") + 1 :] or given if "'s" in given else given
    best = _turning(parts)
    negated = has_negation(given)
    if best is None:
        return CueReading(_last_content(parts), "neutral", negated)
    return CueReading(best.lemma, best.stance, negated)


def _turning(parts: list[str]) -> _Entry | None:
    """The entry of the best kind, the first of that kind in the cue."""
    lexicon = _lexicon()
    best: _Entry | None = None
    i = 0
    while i < len(parts):
        word = _MARKS.get(parts[i], parts[i])
        entry = next((e for e in lexicon.get(word, ()) if _stands(e, parts, i)), None)
        if entry is not None and (best is None or entry.rank < best.rank):
            best = entry
        i += 1 if entry is None else 1 + len(entry.words)
    return best


def _stands(entry: _Entry, parts: list[str], i: int) -> bool:
    if i + len(entry.words) >= len(parts) + (not entry.words):
        return False
    return all(parts[i + 1 + k] in forms for k, forms in enumerate(entry.words))


def _last_content(parts: list[str]) -> str:
    """Lemma of the first word that is no helper, or of the last word there is."""
    from reportedly.claims.lemmas import lemma_of  # a dictionary, slow to load: only for unknown words

    content = [word for word in parts if word[0].isalpha() and word not in _EMPTY and not word.endswith("ly")]
    if content:
        return lemma_of(content[0], "VERB")
    return parts[-1] if parts else ""
