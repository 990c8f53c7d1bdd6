"""The dictionary of lemminflect, searched where it lies.

The library makes nested dicts of its eighty thousand lines before it says the first lemma, which takes
longer than reading a report. Its lines are in byte order, so a word is found here by halving; words
that are not listed go to the library, which guesses from their letters. What comes out is the same.
"""

import gzip
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

#: Lemmas of a word by part of speech, the usual spelling first.
Lemmas = dict[str, tuple[str, ...]]

_PARTS = {"MODAL": "AUX"}  # the dictionary's name for a part of speech, where it is another


class Dictionary:
    """Lines ``word,part of speech,lemma/lemma`` in byte order, and lines that go before them."""

    def __init__(self, lines: bytes, overrides: str = "") -> None:
        """``overrides`` are lines ``word,part of speech,lemma``; empty ones and those with # are passed over."""
        self._lines = lines if lines.endswith(b"\n") else lines + b"\n"
        self._overrides: dict[str, Lemmas] = {}
        for line in overrides.splitlines():
            if line.strip() and not line.strip().startswith("#"):
                word, part, lemma = line.strip().split(",")
                self._overrides.setdefault(word, {})[part] = (lemma,)

    def lemmas(self, word: str) -> Lemmas:
        """Lemmas of a word in lower case by part of speech; nothing for a word that is not listed.

        >>> Dictionary(b"fell,noun,fell\\nfell,verb,fall/fell\\nfelt,verb,feel\\n").lemmas("fell")
        {'NOUN': ('fell',), 'VERB': ('fall', 'fell')}
        """
        found: Lemmas = {}
        key = word.encode("utf-8", "surrogatepass") + b","
        at = self._first(key)
        while self._lines.startswith(key, at):
            end = self._lines.index(b"\n", at)
            cells = self._lines[at:end].decode().strip().split(",")
            if cells[0] == word:  # else the word has a comma itself
                part = cells[1].upper()
                found[_PARTS.get(part, part)] = tuple(form.lower() for form in cells[2].split("/"))
            at = end + 1
        return found | {part: (form.lower(),) for part, (form,) in self._overrides.get(word, {}).items()}

    def _first(self, key: bytes) -> int:
        """Place of the first line that is not before the key, by its beginning with the comma."""
        low, high = 0, len(self._lines)  # both are where a line starts
        word = key[:-1]
        while low < high:
            start = self._lines.rfind(b"\n", low, (low + high) // 2) + 1 or low
            end = self._lines.index(b"\n", start) + 1
            if self._lines[start : self._lines.index(b",", start)] < word:
                low = end
            else:
                high = start
        return low


@lru_cache(maxsize=1)
def load_dictionary() -> Dictionary | None:
    """The dictionary that is installed; None where the library keeps it in another way."""
    spec = find_spec("lemminflect")  # without the import, which would look for spaCy and load that too
    folder = Path(spec.origin).parent / "resources" if spec is not None and spec.origin else Path()
    try:
        packed = (folder / "lemma_lu.csv.gz").read_bytes()
        overrides = (folder / "lemma_overrides.csv").read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    return Dictionary(gzip.decompress(packed), overrides)


def all_lemmas(word: str) -> Lemmas:
    """Lemmas of a listed word in lower case by part of speech of Universal Dependencies.

    >>> all_lemmas("leaves")
    {'NOUN': ('leave', 'leaf'), 'VERB': ('leave',)}
    """
    dictionary = load_dictionary()
    if dictionary is not None:
        return dictionary.lemmas(word)
    from lemminflect import getAllLemmas

    found: Lemmas = getAllLemmas(word)
    return found


def lemmas_of(word: str, part: str) -> tuple[str, ...]:
    """Lemmas of a word in lower case: those listed, else a guess; none where there is nothing to guess by.

    ``part`` is NOUN, VERB, AUX, ADJ or ADV.

    >>> lemmas_of("houses", "NOUN"), lemmas_of("blorgs", "NOUN"), lemmas_of("blorgs", "AUX")
    (('house',), ('blorg',), ())
    """
    listed = all_lemmas(word).get(part)
    if listed is not None:
        return listed
    from lemminflect import getAllLemmasOOV  # only for words that are not listed

    guessed: Lemmas = getAllLemmasOOV(word, part)
    return guessed.get(part, ())
