"""What a number counts: the noun phrase it belongs to, by syntax first, by neighbourhood second."""

import bisect
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import cast

from reportedly.claims.lemmas import lemma_of
from reportedly.claims.places.countries import country_of
from reportedly.claims.sentences import Tokens
from reportedly.claims.syntax import Syntax
from reportedly.terms.figure import UnitClass
from reportedly.terms.words import Span

_LEXICON = Path(__file__).parent / "lexicons" / "units.tsv"

#: Relations by which a number hangs from what it counts.
_COUNTING = frozenset({"nummod", "amod", "compound", "det", "nmod:unmarked", "advmod"})
_NOUNS = frozenset({"NOUN", "PROPN"})
#: Words between the number and its noun that are no part of the noun phrase counted.
_SKIPPED = frozenset(
    (
        "more additional extra further of the those these them his her their its our my your this that a "
        "an such about some all strong odd"
    ).split()
)
#: States that stand for the people in them: 11 dead, 150 missing. What is counted is left out.
STATES = frozenset(
    (
        "dead missing injured wounded hurt homeless unaccounted trapped displaced stranded killed damaged "
        "destroyed evacuated affected arrested detained rescued hospitalised hospitalized collapsed flooded"
    ).split()
)
#: Heads that tell no thing: "up to 30 more were hurt".
_AMOUNTS = frozenset({"more", "fewer", "less"})
_NUMBER_OF = (["the", "number", "of"], ["the", "total", "of"])
_PERIODS = frozenset({"day", "week", "month", "quarter", "year", "decade"})
_WHEN = frozenset({"earlier", "later", "ago", "before"})  # "61,000 a week earlier"
_POINTING = frozenset({"those", "these", "them", "which", "whom", "us", "you", "they"})


@dataclass(frozen=True, slots=True)
class Counted:
    """What a number counts. ``head`` is the word it turns on, ``span`` its place in code points.

    ``anchor`` is the word by which the number hangs in its sentence (the noun, or the number
    itself where the noun is left out); ``first`` and ``last`` are the number's own words, half-open;
    ``tied`` is true where a hyphen ties the noun to the number (a 22-story block).
    """

    first: int
    last: int
    anchor: int
    head: int | None
    span: Span | None
    tied: bool = False


def words_within(tokens: Tokens, start: int, end: int) -> tuple[int, int]:
    """Half-open range of the words that touch ``[start, end)``."""
    return bisect.bisect_right(tokens.ends, start), bisect.bisect_left(tokens.starts, end)


def find_counted(tokens: Tokens, syntax: Syntax, start: int, end: int) -> Counted:
    """What the number at ``[start, end)`` counts; ``head`` is None where the noun is left out."""
    first, last = words_within(tokens, start, end)
    anchor = _number_anchor(syntax, first, last)
    tied = _hyphenated(tokens, last, end)
    if _is_lapse(tokens, last):
        return Counted(first, last, anchor, None, None)
    if _is_bare_state(tokens, syntax, last):  # "one was killed, three wounded and 150 houses destroyed"
        return Counted(first, last, last, None, None)
    listed = _after_colon(tokens, syntax, first, last)
    if listed is not None:
        return Counted(first, last, listed, listed, _phrase(tokens, syntax, last + 1, listed, listed))
    head = (
        tied
        or _loosely_hyphened(tokens, syntax, last)
        or _complement(tokens, syntax, first, last)
        or _modified(tokens, syntax, anchor, last)
        or _following(tokens, syntax, anchor, last)
    )
    if head is None or tokens.word(head).lower() in _POINTING or _is_finite(tokens, syntax, last, head):
        return Counted(first, last, anchor, None, None)
    if tokens.word(head).lower() in STATES | _AMOUNTS:
        return Counted(first, last, head, None, None)
    if not tied:
        head = _whole_compound(tokens, syntax, last, head)
    joined = _joined_plural(tokens, syntax, head)
    return Counted(first, last, head, joined, _phrase(tokens, syntax, last, head, joined), tied is not None)


def _is_lapse(tokens: Tokens, word: int) -> bool:
    """Whether what follows a number says when it held: "3,480 three years earlier", "down 12% year on year"."""
    words = [tokens.word(w).lower() for w in range(word, min(len(tokens), word + 3))]
    if len(words) < 3:
        return False
    if words[0] in _PERIODS and words[1] in ("on", "over", "-"):
        return words[2] in (words[0], "on", "over")
    return words[1].removesuffix("s") in _PERIODS and words[2] in _WHEN


def _is_finite(tokens: Tokens, syntax: Syntax, last: int, head: int) -> bool:
    """Whether the parse took the verb of a bare number for its noun: "five died"."""
    return head == last and syntax.pos[head] == "VERB" and tokens.word(head).lower().endswith(("ed", "id"))


def _whole_compound(tokens: Tokens, syntax: Syntax, last: int, head: int) -> int:
    """The noun counted, where the parse stopped short at a hyphen or ran past a possessive.

    "two would-be robbers" are robbers; "three countries' ministers" are countries.
    """
    whole = tokens.word(last).lower() == "of"  # "55 of the tower's 136 flats" are flats
    for word in range(last, head):
        after = word + 1
        possessive = after <= head and tokens.word(after) in ("'", "’", "'s", "’s")
        if possessive and not whole and syntax.pos[word] in _NOUNS:
            return word
    while (
        head + 2 < len(tokens)
        and tokens.word(head + 1) == "-"
        and tokens.starts[head + 1] == tokens.ends[head]
        and tokens.starts[head + 2] == tokens.ends[head + 1]
    ):
        further = _chunk_end(tokens, syntax, head + 2)
        if further is None and _same_sentence(tokens, head, head + 3):  # "would-be robbers", "so-called experts"
            further = _chunk_end(tokens, syntax, head + 3)
        if further is None:
            break
        head = further
    return head


def _is_bare_state(tokens: Tokens, syntax: Syntax, word: int) -> bool:
    """Whether a state stands for the people in it, and no noun follows: three wounded and …, 113 missing, …"""
    if not _same_sentence(tokens, word - 1, word + 1) or tokens.word(word).lower() not in STATES:
        return False
    return syntax.pos[word] != "NOUN" and (
        syntax.pos[word + 1] in ("CCONJ", "PUNCT", "ADP") and tokens.word(word + 1) not in '-“"‘('
    )


def _number_anchor(syntax: Syntax, first: int, last: int) -> int:
    for word in range(last - 1, first - 1, -1):
        if not first <= syntax.heads[word] < last:
            return word
    return last - 1


def _same_sentence(tokens: Tokens, a: int, b: int) -> bool:
    return b < len(tokens) and tokens.sentences[a] == tokens.sentences[b]


def _hyphenated(tokens: Tokens, last: int, end: int) -> int | None:
    """The word tied to the number by a hyphen: 22-story, 5,000-strong gives none."""
    if last + 1 < len(tokens) and tokens.word(last) in "-–‑" and tokens.starts[last] == end:
        word = tokens.word(last + 1)
        if (
            tokens.starts[last + 1] == tokens.ends[last]
            and word.isalpha()
            and word.lower() not in ("strong", "odd")
        ):
            return last + 1
    return None


def _after_colon(tokens: Tokens, syntax: Syntax, first: int, last: int) -> int | None:
    """The noun of a line of a list of numbers: "2,073: bodies recovered"."""
    if last + 1 >= len(tokens) or tokens.word(last) != ":" or not _same_sentence(tokens, first, last + 1):
        return None
    if first > 0 and tokens.sentences[first - 1] == tokens.sentences[first]:
        return None
    return _chunk_end(tokens, syntax, last + 1)


def _loosely_hyphened(tokens: Tokens, syntax: Syntax, last: int) -> int | None:
    """The noun after words tied by hyphens that the parse takes apart: would-be robbers, gas-fired plants."""
    if not _same_sentence(tokens, last, last + 2) or tokens.word(last + 1) != "-":
        return None
    if tokens.starts[last + 1] != tokens.ends[last] or not tokens.word(last).isalpha():
        return None
    at = last + 2
    if tokens.word(at).lower() in ("and", "or"):
        at += 1
    elif syntax.pos[at] in _NOUNS:
        return None  # the parse holds: tea-party members
    while _same_sentence(tokens, last, at + 2) and tokens.word(at + 1) == "-":
        at += 2
    return _chunk_end(tokens, syntax, at + 1)


def _complement(tokens: Tokens, syntax: Syntax, first: int, last: int) -> int | None:
    """The noun after "of": dozens of people, 12 of the students, brought to nine the number of people."""
    if not _same_sentence(tokens, first, last):
        return None
    if [tokens.word(i).lower() for i in range(last, min(last + 3, len(tokens)))] in _NUMBER_OF:
        return _chunk_end(tokens, syntax, min(last + 3, len(tokens) - 1))
    if tokens.word(last).lower() != "of":
        return None
    found = [
        c for w in range(first, last) for c in syntax.children[w] if c > last and syntax.relations[c] == "nmod"
    ]
    if found and syntax.pos[min(found)] != "NUM":
        return min(found)
    return _chunk_end(tokens, syntax, last + 1)


def _modified(tokens: Tokens, syntax: Syntax, anchor: int, last: int) -> int | None:
    """The noun of which the number is a modifier."""
    head = syntax.heads[anchor]
    if head < last or syntax.relations[anchor] not in _COUNTING or tokens.word(head).lower() in _WHEN:
        return None
    if syntax.pos[head] in ("VERB", "AUX", "ADP", "PUNCT", "ADV") and syntax.relations[anchor] != "nummod":
        return None
    if head - last > 8 or not _same_sentence(tokens, anchor, head) or syntax.pos[head] in ("PUNCT", "SYM", "NUM"):
        return None
    if any(tokens.word(i) in ":;()" or (syntax.pos[i] == "ADP" and i > last) for i in range(last, head)):
        return None
    if tokens.word(last) == "," and syntax.relations[anchor] != "nummod":
        return None
    above = syntax.heads[head]  # "10 union leaders", the number hung from "union"
    whole = above == head + 1 and syntax.relations[head] == "compound" and syntax.pos[above] == "NOUN"
    return above if whole else head


def _following(tokens: Tokens, syntax: Syntax, anchor: int, last: int) -> int | None:
    """The end of the noun phrase that follows at once, where the parse ties the number elsewhere."""
    if not _same_sentence(tokens, anchor, last) or syntax.pos[last] not in ("NOUN", "PROPN", "ADJ"):
        return None
    head = _chunk_end(tokens, syntax, last)
    if head is None:
        return None
    aside = syntax.heads[head] == anchor and syntax.relations[head] in ("appos", "obl:unmarked", "parataxis")
    return None if aside and not (syntax.pos[last] == "ADJ" and tokens.word(head).endswith("s")) else head


def _chunk_end(tokens: Tokens, syntax: Syntax, word: int) -> int | None:
    """Last noun of the run of adjectives and nouns that begins at a word."""
    found = None
    at = word
    while _same_sentence(tokens, word, at) and (
        syntax.pos[at] in ("NOUN", "PROPN", "ADJ", "DET", "PRON", "NUM")
        or tokens.word(at) in "-“\"'‘"
        or syntax.relations[at] in ("amod", "compound")
    ):
        if syntax.pos[at] in _NOUNS or (
            syntax.pos[at] in ("PRON", "DET") and tokens.word(at).lower() in _POINTING
        ):
            found = at
        at += 1
    return found


def _joined_plural(tokens: Tokens, syntax: Syntax, head: int) -> int:
    """The second noun of a bare pair of plurals that is counted as one: women and children."""
    if not (
        tokens.word(head).endswith(("s", "men", "women", "children", "people")) and syntax.pos[head] == "NOUN"
    ):
        return head
    after = head + 2
    if (
        _same_sentence(tokens, head, after)
        and tokens.word(head + 1).lower() == "and"
        and syntax.heads[after] == head
        and syntax.relations[after] == "conj"
        and syntax.pos[after] == "NOUN"
        and tokens.word(after).endswith(("s", "men", "women", "children", "people"))
        and not any(syntax.relations[c] in ("det", "nummod") for c in syntax.children[after])
    ):
        return after
    return head


def _phrase(tokens: Tokens, syntax: Syntax, last: int, head: int, joined: int) -> Span:
    """Place of the noun phrase: the head with what stands before it, no determiner."""
    low = last if last <= head else head
    if [tokens.word(i).lower() for i in range(low, min(low + 3, head))] in _NUMBER_OF:
        low += 3
    if head - low > 8:
        low = head
    for word in range(head - 1, low - 1, -1):
        if syntax.pos[word] in ("ADP", "VERB", "AUX", "SCONJ", "CCONJ", "NUM") and syntax.heads[word] != head:
            low = word + 1
            break
    for word in range(head - 1, low - 1, -1):
        if syntax.pos[word] == "NUM":  # "12 of the 40 passengers", "the tower's 136 flats"
            low = word + 1
            break
    while low < head and (tokens.word(low).lower() in _SKIPPED or not tokens.word(low)[0].isalnum()):
        low += 1
    return tokens.starts[low], tokens.ends[joined]


@lru_cache(maxsize=1)
def _classes() -> dict[str, UnitClass]:
    rows = (line.split("\t") for line in _LEXICON.read_text(encoding="utf-8").splitlines()[1:] if line)
    return {lemma: cast(UnitClass, name) for lemma, name, *_ in rows}


@lru_cache(maxsize=4096)
def unit_class(word: str, pos: str) -> UnitClass | None:
    """Class of a counted noun (people, households, buildings …), None where the table is silent.

    A plural name such as "Americans" is people.

    >>> unit_class("families", "NOUN"), unit_class("Kenyans", "PROPN"), unit_class("gadgets", "NOUN")
    ('households', 'people', None)
    """
    found = _classes().get(lemma_of(word, pos)) or _classes().get(lemma_of(word, "NOUN"))
    if found is not None or not word[:1].isupper():
        return found
    demonym = word.endswith(("ans", "is", "ese", "men")) or (word.endswith("s") and country_of(word[:-1]))
    return "people" if demonym else None
