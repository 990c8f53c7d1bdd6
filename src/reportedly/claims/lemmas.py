"""Lemmas by part of speech, from the dictionary of lemminflect."""

from functools import lru_cache

from reportedly.claims.dictionary import lemmas_of

#: Words the dictionary gets wrong or does not know, as they stand in reports.
_OWN = {
    ("people", "NOUN"): "people",
    ("dead", "NOUN"): "dead",
    ("others", "NOUN"): "other",
    ("left", "VERB"): "leave",
    ("wounded", "VERB"): "wound",
    ("found", "VERB"): "find",
    ("data", "NOUN"): "data",
    ("police", "NOUN"): "police",
    ("troops", "NOUN"): "troop",
}


@lru_cache(maxsize=50_000)
def lemma_of(word: str, pos: str) -> str:
    """Lemma of a word, lower-cased; ``pos`` is a part of speech of Universal Dependencies.

    >>> lemma_of("nationals", "NOUN"), lemma_of("left", "VERB"), lemma_of("Iraqis", "PROPN")
    ('national', 'leave', 'iraqi')
    """
    lower = word.lower()
    own = _OWN.get((lower, pos))
    if own is not None:
        return own
    kind = "NOUN" if pos == "PROPN" and lower.endswith("s") else pos
    if kind not in ("NOUN", "VERB", "AUX", "ADJ", "ADV"):
        return lower
    found = lemmas_of(lower, kind)
    return found[0] if found else lower
