"""Numbers that are the value of a count named elsewhere: "the death toll rose to 98", "the missing number 12"."""

import re
from functools import lru_cache

from reportedly.claims.event_types import event_of_people, event_type
from reportedly.claims.inflections import verb_forms
from reportedly.claims.lemmas import lemma_of
from reportedly.claims.lexicon import word_set
from reportedly.claims.sentences import Tokens
from reportedly.claims.syntax import Syntax

#: Verbs between a count and its value.
_LINKS = word_set(
    "rise climb grow increase jump leap soar surge mount swell fall drop decline decrease shrink dip sink stand "
    "number total reach hit exceed top pass surpass cross near approach come go be remain stay end settle bring "
    "raise lift push put take cut lower reduce revise set keep run creep edge hover estimate place fear say put "
    "double triple quadruple halve give"
)
#: Those that take the value as their object: "the dead number 832", "the toll is 98".
_DIRECT = word_set("number total reach hit exceed top pass surpass cross near approach be remain stand")
#: Verbs that a list takes: "the list of the missing has 14 names".
_HOLDING = word_set("have hold contain include show carry")
_LISTS = word_set("list toll tally count register")
_AUXILIARIES = word_set("will would could may might can should must")
_TO_VALUE = word_set("to at by from past above beyond over between near around up down as")
#: Words that may stand between the verb and the value.
_STOPS = frozenset(';:.!?()“”"') | word_set("who which that where while when because after before but and or than")
#: Nouns and states that name a count of people by themselves, and their event type.
_COUNTS = {
    "toll": "killed",
    "deaths": "killed",
    "dead": "killed",
    "fatalities": "killed",
    "killed": "killed",
    "missing": "missing",
    "unaccounted": "missing",
    "accounted-for": "accounted_for",
    "accounted": "accounted_for",
    "injured": "injured",
    "injuries": "injured",
    "wounded": "injured",
    "hurt": "injured",
    "displaced": "displaced",
    "homeless": "homeless",
    "hospitalised": "hospitalised",
    "hospitalized": "hospitalised",
    "infections": "infected",
    "arrests": "arrested",
    "evacuees": "evacuated",
    "refugees": "displaced",
    "survivors": "rescued",
    "turnout": "voted",
    **dict.fromkeys("profit profits revenue revenues sales earnings income turnover".split(), "earned"),
}
#: States that name a count only as nouns: after an article, a name, or a word for counting.
_STATES = word_set(
    "dead killed missing unaccounted accounted injured wounded hurt displaced homeless hospitalised hospitalized"
)
_NOMINAL_BEFORE = word_set("the of confirmed official known 's ’s total as new current potentially seriously")
_COUNTERS = word_set("number count tally total toll figure list")
#: Those among whom the ones counted are: the dead include 12 children, among the injured were 3 nurses.
_GROUPS = {"bodies": "killed", "remains": "killed", "victims": "killed", "corpses": "killed"}
#: Where people died, the number of victims is that of the dead.
_DEADLY = re.compile(
    r"\b(?:killed|dead|died|deaths?|bodies|murdered|massacred?|explosions?|blasts?|bomb\w*|crash\w*|\w*quakes?)\b",
    re.IGNORECASE,
)
_PHRASE_ENDS = ("VERB", "AUX", "PUNCT", "SCONJ", "CCONJ", "PRON")  # no words of one noun phrase
_REACH_LINK, _REACH_COUNT = 8, 18  # words; a count farther away is another's


def find_tally(tokens: Tokens, syntax: Syntax, start: int) -> tuple[int, str] | None:
    """The word that names the count of which the figure at word ``start`` is the value, and its event type.

    ``start`` is the first word of the figure, bound words included. None where the figure is not the
    value of a count: the words before it must be a verb of change or being, and a preposition.
    """
    link = _link(tokens, syntax, start)
    if link is None:
        return _member(tokens, start)
    sentence = tokens.sentences[link]
    if _link_forms().get(tokens.word(link).lower()) is None and tokens.word(link) not in (":", "of", "now"):
        return _listed(tokens, syntax, link)
    for word in range(start - 1, max(-1, link - _REACH_COUNT), -1):
        if tokens.sentences[word] != sentence or (word < link and tokens.word(word) == ";"):
            break
        if word == link:
            continue
        if word < link and syntax.pos[word] == "NUM":
            break  # another number's count: "12 were dead as attacks fell to 9"
        kind = _COUNTS.get(tokens.word(word).lower())
        if kind is not None and _names_count(tokens, syntax, word):
            return word, kind
    return _subject(tokens, syntax, link) or _member(tokens, start)


@lru_cache(maxsize=1)
def _link_forms() -> dict[str, str]:
    """Lemma of every written form of the verbs that tie a value to its count."""
    return {form: verb for verb in sorted(_LINKS) for form in verb_forms(verb)}


def _link(tokens: Tokens, syntax: Syntax, start: int) -> int | None:
    """The verb, colon or noun that ties the value to its count."""
    before = start - 1
    if before < 0 or start >= len(tokens) or tokens.sentences[before] != tokens.sentences[start]:
        return None
    word = tokens.word(before).lower()
    named = tokens.word(before - 1).lower() if before > 0 else ""
    if word in (":", "of") and named in ("toll", "deaths", "dead", "missing"):
        return before
    if word == "now" and "toll" in [tokens.word(w).lower() for w in range(max(0, before - _REACH_LINK), before)]:
        return before  # a headline without a verb: "Death toll in market attack now 53"
    to_value = word in _TO_VALUE or tokens.word(start).lower() in _TO_VALUE
    for at in range(before, max(-1, before - _REACH_LINK), -1):
        written = tokens.word(at).lower()
        if tokens.sentences[at] != tokens.sentences[before] or written in _STOPS:
            return None
        lemma = _link_forms().get(written)
        if (
            at > 0
            and written in ("number", "total")
            and tokens.word(at - 1).lower() in ("the", "a", "its", "their")
        ):
            lemma = None  # "put the number of detainees at 1,300"
        if lemma is not None and (to_value or lemma in _DIRECT):  # the parse often takes "rose", "number" as nouns
            return at
        if syntax.pos[at] in ("VERB", "AUX") and written not in _AUXILIARIES:
            lemma = lemma_of(written, "VERB")
            if at > 0 and syntax.pos[at - 1] == "DET" and at + 1 < start:
                continue  # "the confirmed dead", "the accounted-for"
            if lemma == "have" and at + 1 < start and _link_forms().get(tokens.word(at + 1).lower()):
                continue
            return at if lemma in _HOLDING and at == before else None
        if not to_value and syntax.pos[at] not in ("ADV", "PART", "AUX", "ADJ"):
            return None
    return None


def _member(tokens: Tokens, start: int) -> tuple[int, str] | None:
    """The group that those counted are among: "the dead include 12 children", "among the injured were 3"."""
    words = [tokens.word(w).lower() for w in range(max(0, start - _REACH_LINK), start)]
    offset = start - len(words)
    for at in range(len(words) - 1, -1, -1):
        kind = _COUNTS.get(words[at]) or _GROUPS.get(words[at])
        if kind is None or tokens.sentences[offset + at] != tokens.sentences[start]:
            continue
        after = words[at + 1 :]
        includes = any(word in ("include", "includes", "included") for word in after[:3])
        among = words[max(0, at - 2) : at] in (["among", "the"], ["amongst", "the"]) and bool(
            set(after[:1]) & {"are", "were", "is", "was", "at"}
        )
        if (includes or among) and not {".", ";", ","} & set(after):
            return offset + at, kind
    return None


def _names_count(tokens: Tokens, syntax: Syntax, word: int) -> bool:
    """Whether a word stands as the name of a count, and not inside a phrase of place or cause."""
    written = tokens.word(word).lower()
    sentence = tokens.sentences[word]
    first = word == 0 or tokens.sentences[word - 1] != sentence
    before = "" if first else tokens.word(word - 1).lower()
    if written in _STATES and not (first or before in _NOMINAL_BEFORE or _after_counter(tokens, word)):
        return False
    for at in range(word - 1, max(-1, word - 4), -1):
        if tokens.sentences[at] != sentence or syntax.pos[at] in _PHRASE_ENDS:
            return True
        if syntax.pos[at] == "ADP":  # "as the toll reaches 341" opens a clause, whatever the parse
            return tokens.word(at).lower() in ("of", "as")
    return True


def _after_counter(tokens: Tokens, word: int) -> bool:
    """ "The number of people still missing", "the count of missing"."""
    return any(tokens.word(at).lower() in _COUNTERS for at in range(max(0, word - 5), word))


def _listed(tokens: Tokens, syntax: Syntax, link: int) -> tuple[int, str] | None:
    """What a list is of: "the list of the missing has 14 names"."""
    for child in syntax.children[link]:
        if syntax.relations[child] == "nsubj" and lemma_of(tokens.word(child), "NOUN") in _LISTS:
            for word in range(child, link):
                kind = _COUNTS.get(tokens.word(word).lower())
                if kind is not None:
                    return word, kind
    return None


def _subject(tokens: Tokens, syntax: Syntax, link: int) -> tuple[int, str] | None:
    """The subject or object of the verb, where it is a happening or people counted: attacks rose to 9."""
    holder = link
    while holder >= 0 and syntax.relations[holder] in ("cop", "xcomp", "aux") and syntax.heads[holder] != link:
        holder = syntax.heads[holder]
    for child in syntax.children[holder] if holder >= 0 else ():
        if syntax.relations[child] not in ("nsubj", "nsubj:pass", "obj") or child > link + _REACH_LINK:
            continue
        lemma = lemma_of(tokens.word(child), "NOUN")
        named = _COUNTS.get(tokens.word(child).lower())
        if named is not None:
            return child, named
        if lemma in _COUNTERS:
            inner = [c for c in syntax.children[child] if syntax.relations[c] in ("nmod", "compound")]
            found = next((found for word in inner if (found := _type_of(tokens, word))), None)
            if found is None and any(tokens.word(word).lower() in _GROUPS for word in inner):
                found = "killed" if _DEADLY.search(tokens.text) else None  # "the number of victims is 59"
            return child, found or "other"
        if syntax.pos[child] == "NOUN":
            found = _type_of(tokens, child)
            if found:
                return child, found
    return None


def _type_of(tokens: Tokens, word: int) -> str | None:
    lemma = lemma_of(tokens.word(word), "NOUN")
    found = event_type(lemma, "noun") or event_of_people(lemma)
    return None if found == "other" else found
