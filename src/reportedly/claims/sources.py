"""Sources the linker left open, taken from the parse; and what is no source: a strike that is blamed."""

from collections.abc import Sequence
from dataclasses import replace

from reportedly.claims.attribution import SOURCE, Attribution
from reportedly.claims.doers import happenings
from reportedly.claims.lemmas import lemma_of
from reportedly.claims.sentences import Tokens
from reportedly.claims.syntax import Syntax

#: Participles behind a happening that say who is held to have done it.
_BLAMED = {("blamed", "on"), ("attributed", "to"), ("claimed", "by")}
#: What offices and forces do to people.
_ACTS = frozenset("arrest detain sentence jail imprison convict acquit execute hang deport evacuate".split())
_NUMBERS = frozenset("number numbers figure figures toll count total".split())
#: Subjects that name nobody.
_EMPTY = frozenset(["that", "which", "what", "there", "it", "this", "these", "those"])
#: Relations by which words belong to the name or noun phrase of a subject.
_INSIDE = frozenset("det amod compound nmod:poss flat nummod case nmod conj cc punct".split())


def complete_sources(
    tokens: Tokens, syntax: Syntax, attributions: Sequence[Attribution], stretches: Sequence[tuple[int, int, int]]
) -> list[Attribution]:
    """The attributions; those without source take the subject of their cue's verb where there is one.

    ``stretches`` are the tagged ones ``(role, start, end)``: a subject inside a tagged source takes its
    whole stretch. On PolNeAR dev this mends more than it harms (the model card has the figures).
    """
    sources = [(start, end) for role, start, end in stretches if role == SOURCE]
    return [
        each if each.source is not None else _with_source(tokens, syntax, each, sources)
        for each in attributions
        if not (_is_blamed(tokens, each) or _is_told(tokens, syntax, each) or _is_act(tokens, syntax, each))
    ]


def _is_act(tokens: Tokens, syntax: Syntax, each: Attribution) -> bool:
    """Whether the verb is what was done to people, and nothing is said: "a court sentenced 22 men"."""
    for verb in reversed(range(*each.cue)):
        if syntax.pos[verb] == "VERB":
            lemma = lemma_of(tokens.word(verb), "VERB")
            done = syntax.child(verb, "obj", "nsubj:pass")
            charged = lemma == "charge" and done is not None and syntax.child(done, "nummod") is not None
            return charged or (lemma in _ACTS and syntax.child(verb, "ccomp") is None)
    return False


def _is_told(tokens: Tokens, syntax: Syntax, each: Attribution) -> bool:
    """Whether it is a number that somebody gave: "three times the number reported a day earlier"."""
    if each.source is None or each.cue != (each.source[1], each.source[1] + 1):
        return False
    participle = syntax.relations[each.cue[0]] == "acl" and not tokens.word(each.cue[0]).lower().endswith("ing")
    return participle and tokens.word(each.source[1] - 1).lower() in _NUMBERS


def _with_source(
    tokens: Tokens, syntax: Syntax, each: Attribution, sources: Sequence[tuple[int, int]]
) -> Attribution:
    by = _doer(tokens, syntax, each)
    if by is None:
        return replace(each, source=_subject(tokens, syntax, each, sources))
    start, end = phrase_around(syntax, by)
    case = syntax.child(by, "case")
    start = max(start, (by if case is None else case) + 1)
    first = start if case is None else case
    contents = [
        (a, b) for c in each.contents for a, b in ((c[0], min(c[1], first)), (max(c[0], end), c[1])) if a < b
    ]
    behind = {w for a, b in contents for w in range(a, b) if a >= end}
    kept = tuple(c for c in contents if c[0] < first or any(syntax.pos[w] == "NUM" for w in behind))
    return replace(each, source=(start, end), contents=kept) if kept else replace(each, source=(start, end))


def _doer(tokens: Tokens, syntax: Syntax, each: Attribution) -> int | None:
    """Who says it in a passive: "nine people were reported dead by the coast guard"."""
    for verb in reversed(range(*each.cue)):
        if syntax.pos[verb] == "VERB" and syntax.child(verb, "aux:pass") is not None:
            by = syntax.child(verb, "obl:agent")
            case = None if by is None else syntax.child(by, "case")
            named = case is not None and case > verb and tokens.word(case).lower() == "by"
            return by if named and syntax.pos[by or 0] in ("NOUN", "PROPN", "PRON") else None
    return None


def _is_blamed(tokens: Tokens, each: Attribution) -> bool:
    """Whether it is a happening that somebody is blamed for: "a strike blamed on rebels killed 14"."""
    if each.source is None or each.source[1] != each.cue[0]:
        return False
    cue = [tokens.word(word).lower() for word in range(*each.cue)]
    return tuple(cue) in _BLAMED and lemma_of(tokens.word(each.source[1] - 1), "NOUN") in happenings()


def _subject(
    tokens: Tokens, syntax: Syntax, found: Attribution, sources: Sequence[tuple[int, int]]
) -> tuple[int, int] | None:
    for verb in reversed(range(*found.cue)):
        if syntax.pos[verb] != "VERB":
            continue
        for word in syntax.children[verb]:
            if syntax.relations[word] != "nsubj" or found.cue[0] <= word < found.cue[1]:
                continue
            if tokens.word(word).lower() in _EMPTY or any(a <= word < b for a, b in found.contents):
                return None
            tagged = next(((a, b) for a, b in sources if a <= word < b), None)
            return tagged or phrase_around(syntax, word)
    return None


def name_start(tokens: Tokens, syntax: Syntax, first: int) -> int:
    """Where the name begins of which a phrase has only the end: officials of "Miami-Dade officials".

    The parse may tie the parts of a name to each other and to nothing else.
    """
    start = first
    while start > 0 and tokens.sentences[start - 1] == tokens.sentences[first]:
        before = start - 1
        hyphened = tokens.ends[before] == tokens.starts[start] and "-" in (tokens.word(before), tokens.word(start))
        named = syntax.pos[before] == "PROPN" and syntax.relations[before] in ("flat", "compound")
        own = named and syntax.heads[before] <= first and (start == first or syntax.pos[start] == "PROPN")
        if not hyphened and not (own and _is_name(syntax, syntax.heads[before], before, first)):
            break
        start = before
    return start


def _is_name(syntax: Syntax, head: int, word: int, first: int) -> bool:
    """Whether only names stand between a word and its head, or the head is the phrase itself."""
    between = range(min(head, word), max(head, word) + 1)
    return head == first or (head >= 0 and all(syntax.pos[w] in ("PROPN", "PUNCT") for w in between))


def phrase_around(syntax: Syntax, head: int) -> tuple[int, int]:
    """The unbroken run of words around a noun that belong to its phrase, commas outside."""
    inside = {head}
    waiting = [head]
    while waiting:
        for child in syntax.children[waiting.pop()]:
            if syntax.relations[child] in _INSIDE and child not in inside:
                inside.add(child)
                waiting.append(child)
    low = high = head
    while low - 1 in inside and syntax.relations[low - 1] != "punct":
        low -= 1
    while high + 1 in inside and syntax.relations[high + 1] != "punct":
        high += 1
    return low, high + 1
