"""One spelling for a name however it is written."""

import re
import unicodedata
from functools import lru_cache

_APART = re.compile(r"[\s\-‑–_/]+")
_DROPPED = re.compile(r"[.,'’‘`ʻʼ\"()]")
_LETTERS = str.maketrans(
    {"ø": "o", "đ": "d", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ə": "a", "ð": "d"}
)
_SHORT = {"saint": "st", "mt": "mount", "ft": "fort"}


@lru_cache(maxsize=16384)
def fold_name(name: str) -> str:
    """The name in lower case without accents, full stops and apostrophes; hyphens are spaces; saint is st.

    >>> fold_name("Saint-Étienne"), fold_name("N'Djamena"), fold_name("ST. LOUIS")
    ('st etienne', 'ndjamena', 'st louis')
    """
    plain = name.casefold()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain)
        plain = "".join(c for c in plain if not unicodedata.combining(c)).translate(_LETTERS)
    words = _APART.sub(" ", _DROPPED.sub("", plain)).strip().split(" ")
    return " ".join([_SHORT.get(w, w) for w in words])
