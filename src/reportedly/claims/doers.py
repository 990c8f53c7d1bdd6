"""The doer of a verb in the parse: its subject, that of the verb above it, or a happening behind a participle."""

import re
from functools import lru_cache

from reportedly.claims.event_types import event_type
from reportedly.claims.lemmas import lemma_of
from reportedly.claims.lexicon import lexicon_rows
from reportedly.claims.sentences import Tokens
from reportedly.claims.syntax import Syntax
from reportedly.claims.units import unit_class

#: Participles that say who is held to have done what stands before them.
BLAMED = re.compile(
    r"\b(?:blamed\s+on|attributed\s+to|claimed\s+by|carried\s+out\s+by|staged\s+by|conducted\s+by|launched\s+by"
    r"|perpetrated\s+by|mounted\s+by|executed\s+by|fired\s+by)\s+",
    re.IGNORECASE,
)
#: Verbs above another one: "killing" below "opened fire".
_CLIMB = 3
_PAIR = 6  # words between two verbs with a number each, or between a participle and the verb
#: Relations of a verb that has the subject of the one above.
_BELOW_VERB = ("conj", "advcl", "xcomp")
#: Verbs whose object is who is said to have done it.
_ACCUSE = frozenset(["accuse", "blame", "suspect", "convict", "acquit", "charge"])
_PASSIVE = ("aux:pass", "nsubj:pass")
_RELATIVE = ("that", "which", "who")


def subjects_of(tokens: Tokens, syntax: Syntax, verb: int) -> list[int]:
    """The doer in subject place of an active verb, also over "who" and "which", and of "…, killing 9"."""
    if syntax.pos[verb] != "VERB" or any(syntax.relations[c] in _PASSIVE for c in syntax.children[verb]):
        return []
    has_object = any(
        c > verb and (syntax.relations[c] in ("obj", "ccomp", "obl:unmarked") or syntax.pos[c] == "NUM")
        for c in syntax.children[verb]
    )
    if not has_object and not _takes_number(tokens, syntax, verb):
        return []
    found = [c for c in syntax.children[verb] if syntax.relations[c] in ("nsubj", "csubj") and c < verb]
    for auxiliary in syntax.children[verb]:  # "soldiers had burned", the subject hung from "had"
        if not found and syntax.relations[auxiliary] == "aux":
            found = [c for c in syntax.children[auxiliary] if syntax.relations[c] == "nsubj"]
    above, relation = _verb_above(syntax, verb)
    if not found and above >= 0:
        if relation in _BELOW_VERB and syntax.pos[above] == "VERB":
            found = _subject_above(tokens, syntax, verb)
        elif syntax.relations[verb] == "acl" and (has_object or tokens.word(verb).lower().endswith("ing")):
            found = [above]  # with an object it is the main verb: "a stampede at a stadium killed 125 fans"
    elif found and syntax.relations[verb] == "acl:relcl" and tokens.word(found[0]).lower() in _RELATIVE:
        while above >= 0 and not is_cause(tokens, syntax, above) and syntax.relations[above] == "nmod":
            above = syntax.heads[above]  # "bombings at two embassies, which killed": the bombings
        found = [above]
    return found


def _takes_number(tokens: Tokens, syntax: Syntax, verb: int) -> bool:
    """Whether a number follows the verb, bound words between: "abducted at least 20", "wounding nine"."""
    for word in range(verb + 1, min(verb + 5, len(tokens))):
        if syntax.pos[word] == "NUM":
            return True
        if syntax.pos[word] in ("NOUN", "PROPN", "VERB", "PUNCT"):
            return False
    return False


def _antecedent(tokens: Tokens, syntax: Syntax, word: int) -> int:
    """The noun before "which" or "who", where the parse took the pronoun for the subject of the main verb."""
    if tokens.word(word).lower() not in _RELATIVE:
        return word
    return next((w for w in range(word - 1, max(-1, word - 4), -1) if syntax.pos[w] in ("NOUN", "PROPN")), word)


def _verb_above(syntax: Syntax, verb: int) -> tuple[int, str]:
    """The head of a verb and its relation; the verb over its object where the parse joined it to that.

    "killed two and injured 7"; in "killed two soldiers and injured 7 civilians" the second verb is often taken
    for a word that describes the civilians.
    """
    above, relation = syntax.heads[verb], syntax.relations[verb]
    if relation == "amod" and above > verb and syntax.relations[above] == "conj":
        above, relation = syntax.heads[above], "conj"
    if above >= 0 and relation == "conj" and syntax.pos[above] in ("NUM", "NOUN"):
        holder = syntax.heads[above]
        if holder >= 0 and syntax.pos[holder] == "VERB" and syntax.relations[above] == "obj":
            return holder, relation
    return above, relation


def _subject_above(tokens: Tokens, syntax: Syntax, verb: int) -> list[int]:
    """The subject of the nearest verb above that has one: "forces opened fire, killing two and wounding nine"."""
    for _ in range(_CLIMB):
        above, relation = _verb_above(syntax, verb)
        if above >= 0 and relation == "acl" and syntax.relations[above] == "obj":
            above = syntax.heads[above] if _is_accused(tokens, syntax, above) else above
        if above < 0 or relation not in (*_BELOW_VERB, "acl") or syntax.pos[above] != "VERB":
            break
        found = [c for c in syntax.children[above] if syntax.relations[c][1:].startswith("subj") and c < above]
        accused = syntax.child(above, "obj") if lemma_of(tokens.word(above), "VERB") in _ACCUSE else None
        if accused is not None:  # "accused the army of killing 22"
            return [accused]
        if not found:
            auxiliaries = [c for c in syntax.children[above] if syntax.relations[c] == "aux"]
            found = [c for a in auxiliaries for c in syntax.children[a] if syntax.relations[c] == "nsubj"]
        if found:
            return [_antecedent(tokens, syntax, found[0])]
        verb = above
    return []


def _is_accused(tokens: Tokens, syntax: Syntax, word: int) -> bool:
    above = syntax.heads[word]
    return above >= 0 and syntax.pos[above] == "VERB" and lemma_of(tokens.word(above), "VERB") in _ACCUSE


def first_of_pair(tokens: Tokens, syntax: Syntax, verb: int) -> int:
    """The verb itself, or the one it is joined to: killed two and injured seven."""
    above, relation = _verb_above(syntax, verb)
    joined = relation == "conj" and above >= 0 and syntax.child(verb, "nsubj") is None
    if joined and syntax.pos[above] == "VERB":
        return above
    before = _verb_before_number(tokens, syntax, verb)
    return before if before is not None else above if joined else verb


def _verb_before_number(tokens: Tokens, syntax: Syntax, verb: int) -> int | None:
    """The verb of "killed two and" right before another verb with a number, whatever the parse."""
    if syntax.pos[verb - 1] != "CCONJ" or not _takes_number(tokens, syntax, verb):
        return None
    numbered = False
    for word in range(verb - 2, max(-1, verb - 2 - _PAIR), -1):
        if tokens.sentences[word] != tokens.sentences[verb] or syntax.pos[word] in ("PUNCT", "AUX", "ADP"):
            return None
        if syntax.pos[word] == "VERB":
            return word if numbered else None
        numbered = numbered or syntax.pos[word] == "NUM"
    return None


def reduced_relative(tokens: Tokens, syntax: Syntax, verb: int) -> tuple[int, int] | None:
    """Happening and doer of "a strike blamed on rebels killed 9", where the participle was read as the verb."""
    above = syntax.heads[verb]
    if syntax.pos[verb] != "VERB":
        return None
    if above < 0:
        return _behind_participle(tokens, syntax, verb)
    if not above < verb or syntax.pos[above] != "VERB":
        return None
    finite = not tokens.word(verb).lower().endswith("ing")
    joined = syntax.child(verb, "cc") is not None or syntax.child(above, "aux", "aux:pass", "obj") is not None
    subject = next((c for c in syntax.children[above] if syntax.relations[c].startswith("nsubj")), None)
    if not finite or joined or subject is None or subject + 1 != above or not _is_thing(tokens, syntax, subject):
        return None
    by = above + 1
    named = tokens.word(by).lower() == "by" or BLAMED.match(tokens.text, tokens.starts[above])
    doer = next((w for w in range(by + 1, verb) if syntax.pos[w] in ("NOUN", "PROPN") and w + 1 == verb), None)
    return (subject, doer) if named and doer is not None else None


def _behind_participle(tokens: Tokens, syntax: Syntax, verb: int) -> tuple[int, int] | None:
    """The same where the parse tied the two verbs to nothing: the doer stands right before the verb."""
    doer = verb - 1
    if doer < 0 or syntax.pos[doer] not in ("NOUN", "PROPN"):
        return None
    for word in range(doer - 1, max(0, doer - _PAIR), -1):
        if BLAMED.match(tokens.text, tokens.starts[word]):
            return (word - 1, doer) if is_cause(tokens, syntax, word - 1) else None
        if syntax.pos[word] not in ("DET", "ADJ", "NOUN", "PROPN", "ADP"):
            return None
    return None


def _is_thing(tokens: Tokens, syntax: Syntax, word: int) -> bool:
    return syntax.pos[word] in ("NOUN", "PROPN") and unit_class(tokens.word(word), "NOUN") != "people"


def is_cause(tokens: Tokens, syntax: Syntax, word: int) -> bool:
    """Whether a noun is a happening, an illness or a force."""
    if syntax.pos[word] not in ("NOUN", "PROPN") and not tokens.word(word).lower().endswith("ing"):
        return False
    lemma = lemma_of(tokens.word(word), "NOUN")
    if lemma in happenings() or unit_class(tokens.word(word), syntax.pos[word]) == "events":
        return True
    return event_type(lemma, "noun", money=False) in ("attacked", "fighting", "destroyed", "killed", "protested")


@lru_cache(maxsize=1)
def happenings() -> frozenset[str]:
    """Lemmas of illnesses, weapons, disasters and happenings that kill or drive out."""
    return frozenset(lemma for lemma, _, _ in lexicon_rows("causes", 3))
