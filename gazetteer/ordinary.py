"""Names that are also something else: ordinary words, and names of persons."""

from collections.abc import Iterable
from pathlib import Path


def load_ordinary_words(keys: Iterable[str]) -> frozenset[str]:
    """Of the folded names, those made of English words only: "reading", "most", "central"."""
    from lemminflect import getAllLemmas

    small = frozenset("a an the of and or on in at to by for from with de la el los las".split())

    def is_word(word: str) -> bool:
        return word in small or bool(getAllLemmas(word))

    return frozenset(key for key in keys if key.isascii() and all(is_word(word) for word in key.split()))


def load_person_names(last: int = 20000) -> frozenset[str]:
    """First names, and the most frequent last names, of the US census of 1990, in lower case."""
    import names

    folder = Path(names.__file__).parent
    found = set()
    for file, most in (("dist.female.first", None), ("dist.male.first", None), ("dist.all.last", last)):
        lines = (folder / file).read_text(encoding="ascii").splitlines()
        found.update(line.split()[0].lower() for line in lines[:most])
    return frozenset(found)
