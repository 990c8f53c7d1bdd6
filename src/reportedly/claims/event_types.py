"""What happened to those counted: trigger words and the closed list of event types they stand for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from reportedly.claims.inflections import noun_forms, third_person, verb_forms
from reportedly.claims.lexicon import lexicon_rows, word_set
from reportedly.claims.modality import modality_of, trigger_negated

__all__ = [
    "Trigger",
    "event_of_people",
    "event_of_victims",
    "event_type",
    "find_triggers",
    "modality_of",
    "trigger_negated",
]

#: Stands for up to ``_GAP`` words in a trigger: "claim … life" is in "claimed at least 12 lives".
_ELLIPSIS = "…"
_GAP = 5
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d.,]*|[^\w\s]")
_BREAKS = frozenset('.;:!?,()—“”"')
_DETERMINERS = word_set("a an the his her its their our my your this that these those any some all each no")
_VERB_BEFORE = word_set(
    "to be is are was were been being am has have had having will would can could may might must shall should "
    "do does did not n't never also he she it they we i you who which that were reportedly allegedly"
)
_NOUN_BEFORE = word_set("of in by from for with after during following amid since several many more most new")
#: Notes of nouns for people: those to whom it happens, and those who do it to others.
_OF_PERSONS = ("person", "doer")
_TAGS = {
    "verb": "verb",
    "aux": "verb",
    "noun": "noun",
    "propn": "noun",
    "adj": "adjective",
    "adjective": "adjective",
}


@dataclass(frozen=True, slots=True)
class Trigger:
    """A trigger in a text: half-open place, lemma as in the table, type, part of speech.

    ``people`` is true for nouns that name those counted ("refugees", "fighters"): what happened to
    them is better told by a verb, where there is one.
    """

    start: int
    end: int
    lemma: str
    type: str
    pos: str
    people: bool = False


@dataclass(frozen=True, slots=True)
class _Entry:
    lemma: str
    pos: str
    type: str
    note: str
    rest: tuple[frozenset[str], ...] = ()


@dataclass(frozen=True, slots=True)
class _Table:
    lemmas: dict[tuple[str, str], _Entry]
    forms: dict[str, tuple[_Entry, ...]]
    phrases: dict[str, tuple[_Entry, ...]]


@lru_cache(maxsize=1)
def _table() -> _Table:
    lemmas: dict[tuple[str, str], _Entry] = {}
    forms: dict[str, list[_Entry]] = {}
    phrases: dict[str, list[_Entry]] = {}
    for trigger, pos, kind, note, _ in lexicon_rows("event_triggers", 5):
        first, *rest = trigger.split(" ")
        lemma = " ".join(word for word in (first, *rest) if word != _ELLIPSIS)
        entry = _Entry(lemma, pos, kind, note, tuple(frozenset(noun_forms(word)) for word in rest))
        lemmas.setdefault((lemma, pos), entry)
        where = phrases if rest else forms
        for form in _first_forms(first, pos, bool(rest)):
            where.setdefault(form, []).append(entry)
    for held in phrases.values():
        held.sort(key=lambda entry: -len(entry.rest))
    return _Table(lemmas, _frozen(forms), _frozen(phrases))


def _frozen(lists: dict[str, list[_Entry]]) -> dict[str, tuple[_Entry, ...]]:
    return {form: tuple(entries) for form, entries in lists.items()}


def _first_forms(word: str, pos: str, phrase: bool) -> tuple[str, ...]:
    if pos == "verb":
        return verb_forms(word)
    if pos == "noun" and not phrase:
        return noun_forms(word)
    return (word,)


def event_type(lemma: str, pos: str, *, money: bool | None = None) -> str | None:
    """Event type of a lemma, or None where the table has none.

    ``pos`` is verb, noun or adjective, or a tag of Universal Dependencies. Participles may come as
    adjectives or nouns ("the wounded", "killings"). Nouns that name people give None here; see
    :func:`event_of_people`. With ``money`` false, triggers that are of the listed type only when
    they are about money ("give", "commit") give None.

    >>> event_type("kill", "VERB"), event_type("dead", "adjective"), event_type("say", "verb")
    ('killed', 'killed', None)
    >>> event_type("give", "verb", money=False) is event_type("refugee", "noun") is None
    True
    """
    kind, word = _TAGS.get(pos.lower()), lemma.lower()
    if kind is None:
        return None
    table = _table()
    entry = table.lemmas.get((word, kind))
    if entry is None and kind != "verb":
        entry = table.lemmas.get((word, "adjective")) or _participle(word, table)
    if entry is None or entry.note in _OF_PERSONS or (entry.note == "money" and money is False):
        return None
    return entry.type


def _participle(word: str, table: _Table) -> _Entry | None:
    if not word.endswith(("ed", "ing", "en", "ain", "urt")):
        return None
    return next((entry for entry in table.forms.get(word, ()) if entry.pos == "verb"), None)


def event_of_people(lemma: str) -> str | None:
    """Event type that a noun for people stands for when no verb says more.

    >>> event_of_people("refugee"), event_of_people("protester"), event_of_people("minister")
    ('displaced', 'protested', None)
    """
    entry = _table().lemmas.get((lemma.lower(), "noun"))
    return entry.type if entry is not None and entry.note == "person" else None


def event_of_victims(lemma: str) -> str | None:
    """Event type of those to whom the people named by a noun did it: the killers of the six.

    >>> event_of_victims("killer"), event_of_victims("kidnapper"), event_of_victims("refugee")
    ('killed', 'abducted', None)
    """
    entry = _table().lemmas.get((lemma.lower(), "noun"))
    return entry.type if entry is not None and entry.note == "doer" else None


def find_triggers(text: str, start: int, end: int) -> tuple[Trigger, ...]:
    """Triggers in ``text[start:end]``, in order, the longest where several begin at a word.

    >>> [(t.lemma, t.type) for t in find_triggers("12 were shot dead and 30 lost their homes.", 0, 42)]
    [('shoot dead', 'killed'), ('lose home', 'homeless')]
    """
    table = _table()
    words = list(_WORD.finditer(text, start, end))
    lower = [word.group().lower().replace("’", "'") for word in words]
    found = []
    i = 0
    while i < len(words):
        entry, last = _longest(table, lower, i)
        if entry is None and not _is_month(words, lower, i):
            entry, last = _single(table, lower, i), i
        if entry is None:
            i += 1
            continue
        place = words[i].start(), words[last].end()
        found.append(Trigger(*place, entry.lemma, entry.type, entry.pos, entry.note in _OF_PERSONS))
        i = last + 1
    return tuple(found)


def _longest(table: _Table, lower: list[str], i: int) -> tuple[_Entry | None, int]:
    best: tuple[_Entry | None, int] = (None, i)
    for entry in table.phrases.get(lower[i], ()):
        last = _phrase_end(entry.rest, lower, i)
        if last > best[1]:
            best = entry, last
    return best


def _phrase_end(rest: tuple[frozenset[str], ...], lower: list[str], i: int) -> int:
    """Index of the word the phrase ends at, -1 where it does not stand at word ``i``."""
    j, allowance = i, 0
    for forms in rest:
        if _ELLIPSIS in forms:
            allowance = _GAP
            continue
        k = j + 1
        k = next(_candidates(forms, lower, k, allowance), -1)
        if k < 0:
            return -1
        j, allowance = k, 0
    return j


def _candidates(forms: frozenset[str], lower: list[str], k: int, allowance: int) -> Iterator[int]:
    while k < len(lower) and lower[k] not in _BREAKS:
        if lower[k] in forms:
            yield k
            return
        if lower[k] not in _DETERMINERS:
            allowance -= 1
            if allowance < 0:
                return
        k += 1


def _is_month(words: list[re.Match[str]], lower: list[str], i: int) -> bool:
    """ "March 3", "in March": the month, not people marching."""
    if words[i].group() != "March":
        return False
    after = lower[i + 1] if i + 1 < len(lower) else ""
    before = lower[i - 1] if i else ""
    return (
        after[:1].isdigit() or before[:1].isdigit() or before in _NOUN_BEFORE or before in ("last", "next", "late")
    )


def _single(table: _Table, lower: list[str], i: int) -> _Entry | None:
    entries = table.forms.get(lower[i])
    if not entries:
        return None
    before = lower[i - 1] if i else ""
    counted = before[:1].isdigit()
    nominal = counted or before in _DETERMINERS or before in _NOUN_BEFORE or before == "'s"
    participle = lower[i].endswith(("ed", "ing"))
    if len(entries) == 1:  # "the storm", "300 houses": nouns that are triggers as verbs only
        return None if nominal and entries[0].pos == "verb" and lower[i] in _bare_forms(entries[0]) else entries[0]
    if before in _VERB_BEFORE or before.endswith("n't"):
        wanted = ("verb", "adjective", "noun")
    elif counted:
        wanted = ("adjective", "noun", "verb")
    elif nominal:
        wanted = ("noun", "adjective", "verb")
    elif participle:
        wanted = ("verb", "adjective", "noun")
    else:
        wanted = ("noun", "adjective", "verb")
    return min(entries, key=lambda entry: wanted.index(entry.pos))


def _bare_forms(entry: _Entry) -> tuple[str, str]:
    return entry.lemma, third_person(entry.lemma)
