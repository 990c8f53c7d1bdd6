"""Written forms of English verbs and nouns, made by rule: what a lexicon of lemmas is looked up by."""

import re
from functools import lru_cache

from reportedly.claims.lexicon import lexicon_rows

_DOUBLING = re.compile(r"[^aeiou][aeiou][bdglmnprtvz]$")  # stop, stopped; admit, admitted
_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$")
_NOUNS = {
    "person": "people",
    "child": "children",
    "man": "men",
    "woman": "women",
    "life": "lives",
    "wife": "wives",
}


@lru_cache(maxsize=1)
def irregular_verbs() -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Past forms and participles by lemma, from ``irregular_verbs.tsv``."""
    return {
        lemma: (tuple(past.split(",")), tuple(participle.split(",")))
        for lemma, past, participle, _ in lexicon_rows("irregular_verbs", 4)
    }


def third_person(lemma: str) -> str:
    """The form in -s.

    >>> [third_person(verb) for verb in ("deny", "say", "reach", "have")]
    ['denies', 'says', 'reaches', 'has']
    """
    if lemma in ("have", "be", "do", "go"):
        return {"have": "has", "be": "is", "do": "does", "go": "goes"}[lemma]
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + ("es" if _SIBILANT.search(lemma) else "s")


def past_forms(lemma: str) -> tuple[str, ...]:
    """Past tense and past participle; both spellings where the last letter may double.

    >>> past_forms("admit")
    ('admited', 'admitted')
    >>> past_forms("flee")
    ('fled',)
    """
    found = irregular_verbs().get(lemma)
    if found:
        return tuple(dict.fromkeys((*found[0], *found[1])))
    if lemma.endswith("e"):
        return (lemma + "d",)
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return (lemma[:-1] + "ied",)
    if lemma.endswith("c"):
        return (lemma + "ked", lemma + "ed")
    return (lemma + "ed", lemma + lemma[-1] + "ed") if _DOUBLING.search(lemma) else (lemma + "ed",)


def present_participles(lemma: str) -> tuple[str, ...]:
    """The form in -ing; both spellings where the last letter may double.

    >>> present_participles("die"), present_participles("flee"), present_participles("shell")
    (('dying',), ('fleeing',), ('shelling',))
    """
    if lemma.endswith("ie"):
        return (lemma[:-2] + "ying",)
    if lemma.endswith("e") and not lemma.endswith(("ee", "ye", "oe")) and lemma != "be":
        return (lemma[:-1] + "ing",)
    if lemma.endswith("c"):
        return (lemma + "king", lemma + "ing")
    return (lemma + "ing", lemma + lemma[-1] + "ing") if _DOUBLING.search(lemma) else (lemma + "ing",)


@lru_cache(maxsize=4096)
def verb_forms(lemma: str) -> tuple[str, ...]:
    """Every form of a verb, lemma first. A form that nobody writes does no harm in a look-up.

    >>> verb_forms("say")
    ('say', 'says', 'said', 'saying')
    """
    forms = (lemma, third_person(lemma), *past_forms(lemma), *present_participles(lemma))
    return tuple(dict.fromkeys(forms))


@lru_cache(maxsize=4096)
def noun_forms(lemma: str) -> tuple[str, ...]:
    """Singular and plural.

    >>> noun_forms("casualty"), noun_forms("man")
    (('casualty', 'casualties'), ('man', 'men'))
    """
    return tuple(dict.fromkeys((lemma, _NOUNS.get(lemma, third_person(lemma)))))
