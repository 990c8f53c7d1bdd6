"""Texts in capitals read as if they were written as usual.

A block in capitals (a wire of the time before lower case, a headline) is given the case its words
usually have, letter for letter, so that no place moves: names and abbreviations stand out again, and
every rule that looks at case works as on any other text. What is read from this twin is then put
back on the words of the file (:func:`restore_words`): the record holds the words as they stand.

How a word's usual case is found, in this order: ``lexicons/casing.tsv``; a word of the dictionary of
lemminflect is small; of the rest, one without vowel is an abbreviation, and any other a name.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from functools import lru_cache
from typing import Any

from reportedly.claims.dictionary import all_lemmas
from reportedly.claims.lexicon import lexicon_rows, word_set
from reportedly.terms import Block, Reading, Report, exact_at

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|(?<=['’])S\b|[^\W\d_]+(?:['’][^\W\d_]+)*")
_VOWEL = re.compile(r"[AEIOUYÀ-ÖØ-Ý]")
#: A block is in capitals when it has this many words of two letters or more, and all but a few in capitals.
_MIN_WORDS, _MIN_SHARE = 3, 0.9
#: What stands before the first word of a sentence; after a dateline "[TEXT]" and its like do too.
_SENTENCE_END = re.compile(
    r"[.!?]['\"”’)\]]*\s+[\"“‘'(]*$|:\s*[\"“]$|\n\s*\n\W*$|(?:--|[–—])\s*(?:\[[^\[\]]*\]\s*)+[\"“]?$"
)
_LOOK_BACK = 60
_BRACKETED = re.compile(r"[(\[]\s*([A-Z]{2,7})\s*[)\]]")
#: Between the words of a name: "Ministry of the Interior" is one.
_LINKS = word_set("of the and for de del da do van von al")
_TITLES = word_set("mr mrs ms dr messrs msgr sgt lt st ft mt jr sr gen col maj capt cmdr adm gov sen rep prof rev")
_CLITICS = word_set("s t re ve ll d m")
#: Small words that are months after words that go before a month, and beside a number.
_MONTHS = word_set("may march")
_BEFORE_MONTH = word_set(
    "in since until till last next early late mid of during by before after from this through"
)


@lru_cache(maxsize=1)
def _usual_cases() -> dict[str, tuple[str, str]]:
    """``{small word or two: (usual form, kind)}``; kind is ``always``, ``in names`` or ``pair``."""
    rows = lexicon_rows("casing", 3)
    return {form.lower(): (form, kind) for form, kind, _ in rows}


def in_capitals(text: str) -> bool:
    """Whether words of two letters or more are there and nearly all of them are in capitals.

    >>> in_capitals("AT LEAST SIX PERSONS WERE KILLED"), in_capitals("NATO and the U.N."), in_capitals("U.S.")
    (True, False, False)
    """
    if sum(map(text.count, "etaoin")) > sum(map(text.count, "ETAOIN")):
        return False  # nearly all texts: not worth a look at their words
    words = [word for word in _WORD.findall(text) if len(word) > 1]
    capitals = sum(word.isupper() for word in words)
    return len(words) >= _MIN_WORDS and capitals >= _MIN_SHARE * len(words)


def usual_case(text: str) -> str:
    """A text in capitals in the case its words usually have; as long as the text itself.

    >>> usual_case("SAN SALVADOR POLICE SAID ON MAY 5 THAT THE FMLN (ERP) KILLED COL DIAZ. IT MAY HAVE.")
    'San Salvador police said on May 5 that the FMLN (ERP) killed Col Diaz. It may have.'
    """
    words = [(match.start(), match.end()) for match in _WORD.finditer(text)]
    bracketed = frozenset(_BRACKETED.findall(text))
    forms = [_form(text[a:b], bracketed) for a, b in words]
    kinds = [kind for _, kind in forms]
    cased = [form for form, _ in forms]
    for i in _in_pairs(text, words, cased):
        cased[i] = cased[i].capitalize()
    for i in _in_names(text, words, cased, kinds):
        cased[i] = cased[i].capitalize()
    made = []
    end = 0
    for i, (a, b) in enumerate(words):
        gap = text[end:a]
        word = _in_place(text, words, cased, i)
        if not i or _starts_sentence(text, (end, a), cased[i - 1]):
            word = word[:1].upper() + word[1:]
        made += [gap, word if len(word) == b - a else text[a:b]]
        end = b
    return "".join([*made, text[end:]])


def _starts_sentence(text: str, gap: tuple[int, int], before: str) -> bool:
    """Whether a sentence starts after a gap; a point after a title or an abbreviation ends none."""
    between = text[slice(*gap)]
    if (between.isspace() and between.count("\n") < 2) or "." in before or before.lower() in _TITLES:
        return False
    return _SENTENCE_END.search(text, max(0, gap[1] - _LOOK_BACK), gap[1]) is not None


def _form(word: str, bracketed: frozenset[str]) -> tuple[str, str]:
    """A word in its usual case, and whether that is so ``always``, or small and big ``in names``."""
    lower = word.lower()
    if word == "S":  # of "U.S.'S": elsewhere it is a part of its word
        return lower, "always"
    if "." in word:  # U.S., but p.m.
        return (lower if lower in ("a.m.", "p.m.", "i.e.", "e.g.") else word), "always"
    for mark in "'’":
        stem, sign, tail = lower.partition(mark)
        if sign:
            if tail == "t":
                return lower, "always"
            if tail in _CLITICS:
                form, kind = _form(word[: len(stem)], bracketed)
                return form + sign + tail, kind
            return stem.capitalize() + sign + tail.capitalize(), "always"
    if word in bracketed and guess_case(lower) != lower:
        return word, "always"
    return _listed(lower) or (guess_case(lower), "always")


def _listed(lower: str) -> tuple[str, str] | None:
    held = _usual_cases().get(lower)
    if held is None and lower in _TITLES:
        return lower.capitalize(), "always"
    return held


@lru_cache(maxsize=50_000)
def guess_case(lower: str) -> str:
    """The usual case of a word that is in no table.

    >>> guess_case("guerrilla"), guess_case("fmln"), guess_case("tegucigalpa")
    ('guerrilla', 'FMLN', 'Tegucigalpa')
    """
    if len(lower) == 1:
        return lower if lower in "aeoy" else lower.upper()  # one letter is an initial, or a small word
    if lower in _LINKS or all_lemmas(lower):
        return lower
    return lower.capitalize() if _VOWEL.search(lower.upper()) else lower.upper()


def _in_pairs(text: str, words: list[tuple[int, int]], cased: list[str]) -> Iterator[int]:
    """Words that are big since the two of them are a name: "Red Cross"."""
    known = _usual_cases()
    for i in range(len(words) - 1):
        if f"{cased[i]} {cased[i + 1]}".lower() in known and _touch(text, words, i, i + 1):
            yield from (i, i + 1)


def _in_names(text: str, words: list[tuple[int, int]], cased: list[str], kinds: list[str]) -> Iterator[int]:
    """Words that are small on their own and big here, since they stand beside a word of a name."""
    big = [form[:1].isupper() for form in cased]
    for order in (range(len(words)), range(len(words) - 1, -1, -1)):
        step = -1 if order.step == 1 else 1
        for i in order:
            if kinds[i] != "in names" or big[i]:
                continue
            other = i + step
            while 0 <= other < len(words) and cased[other] in ("of", "the") and _touch(text, words, other, i):
                other += step
            if 0 <= other < len(words) and big[other] and _touch(text, words, other, i):
                big[i] = True
                yield i


def _touch(text: str, words: list[tuple[int, int]], one: int, other: int) -> bool:
    """Whether nothing but spaces and words stands between two words."""
    first, last = min(one, other), max(one, other)
    return all(not text[words[k][1] : words[k + 1][0]].strip() for k in range(first, last))


def _in_place(text: str, words: list[tuple[int, int]], cased: list[str], i: int) -> str:
    """The form of a word where it stands: months beside numbers."""
    form = cased[i]
    if form.lower() not in _MONTHS:
        return form
    a, b = words[i]
    beside = re.search(r"\d\s*$", text[max(0, a - 3) : a]) or re.match(r"\.?\s*\d", text[b : b + 4])
    before = cased[i - 1].lower() if i and _touch(text, words, i - 1, i) else ""
    return form.capitalize() if beside or before in _BEFORE_MONTH else form.lower()


def in_usual_case(report: Report, kinds: Iterable[str]) -> Report:
    """The report with its blocks in capitals in their usual case; the report itself when it has none.

    Only blocks of the given kinds are looked at. Places are the same in both.
    """
    wanted = frozenset(kinds)
    stretches = list(_stretches(report, wanted))
    if not stretches:
        return report
    text, made, end = report.text, [], 0
    for a, b in stretches:
        made += [text[end:a], usual_case(text[a:b])]
        end = b
    return replace(report, text="".join([*made, text[end:]]))


def _stretches(report: Report, kinds: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Blocks in capitals; blocks that follow one another are one, so that they share their abbreviations."""
    open_block: Block | None = None
    start = 0
    for block in report.blocks:
        if block.kind in kinds and in_capitals(report.text[block.start : block.end]):
            start = block.start if open_block is None else start
            open_block = block
        elif open_block is not None:
            yield start, open_block.end
            open_block = None
    if open_block is not None:
        yield start, open_block.end


def restore_words(reading: Reading, report: Report) -> Reading:
    """The reading of a twin put back on its report: all words as they stand in the file."""
    return replace(reading, report=report, **_changed(reading, report.text))


def _changed(term: object, text: str) -> dict[str, Any]:
    """The fields of a term that differ when every ``exact`` in it is read from the text again."""
    changed: dict[str, Any] = {}
    for field in fields(term):  # type: ignore[arg-type]
        value = getattr(term, field.name)
        again: object = value
        if field.name == "exact" and hasattr(term, "spans"):
            again = exact_at(text, term.spans)
        elif isinstance(value, tuple):
            again = tuple(_restored(item, text) for item in value)
        elif is_dataclass(value) and not isinstance(value, Report):
            again = _restored(value, text)
        if again != value:
            changed[field.name] = again
    return changed


def _restored(term: Any, text: str) -> Any:
    changed = _changed(term, text) if is_dataclass(term) else {}
    return replace(term, **changed) if changed else term
