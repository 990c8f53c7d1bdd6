"""Which of two events near a number says what became of those counted, and events told of it by a noun."""

from collections.abc import Callable, Mapping
from typing import Protocol, TypeVar

from reportedly.claims.lexicon import word_set
from reportedly.claims.sentences import Tokens
from reportedly.claims.syntax import Syntax
from reportedly.claims.units import Counted, unit_class

#: How much a type says of the fate of people; what is not listed says nothing of it.
_RANKS: Mapping[str, int] = {
    **dict.fromkeys(("killed", "executed"), 3),
    **dict.fromkeys(("injured", "hospitalised"), 2),
    **dict.fromkeys(
        "missing abducted arrested released rescued evacuated displaced fled homeless infected convicted "
        "prosecuted pardoned trapped attacked".split(),
        1,
    ),
}
#: Words that may stand between "of" and the number.
_BEFORE_NUMBER = word_set(
    "the these those all his her its their our first last other at least some about around nearly almost "
    "more than over only up to an estimated"
)
#: Prepositions of where and when between a noun and its "of": the murder on 3 May of six farmers.
_ASIDE = word_set("on in at during near")
_REACH_NOUN, _REACH_VERB = 10, 30  # words back from the number
_REACH_PASSIVE = 16  # words from a participle to the main verb
_BREAKS = frozenset(", ; : . who which that when where while after before because as and but".split())
#: Between two clauses.
_JOINTS = frozenset(("and", ", and", "but", ", but", "while", ", while", "as", ", as"))
#: Adverbs before "with" that say that the same happened to others.
_TOGETHER = word_set("along together")


class Told(Protocol):
    """What is asked of an event found: its type and its main word (-1 where it is a phrase)."""

    @property
    def type(self) -> str: ...
    @property
    def word(self) -> int: ...


_Told = TypeVar("_Told", bound=Told)


def fate_rank(event_type: str) -> int:
    """How much an event type says of what became of people: 3 death, 2 injury, 1 another fate, 0 nothing.

    >>> fate_rank("killed"), fate_rank("abducted"), fate_rank("other")
    (3, 1, 0)
    """
    return _RANKS.get(event_type, 0)


def is_fate(event_type: str) -> bool:
    """Whether a type is what becomes of people, and of no thing.

    >>> is_fate("buried"), is_fate("destroyed")
    (True, False)
    """
    return fate_rank(event_type) > 0 or event_type == "buried"


def counts_things(tokens: Tokens, syntax: Syntax, counted: Counted) -> bool:
    """Whether bags, tents and the like are counted, to which nothing happens that happens to people."""
    head = counted.head
    return head is not None and unit_class(tokens.word(head), syntax.pos[head]) == "other"


def opens_clause(syntax: Syntax, counted: Counted, between: str) -> bool:
    """Whether a number behind a trigger begins a clause with a verb of its own.

    "The streets were under water and 40 people had left". ``between`` are the words between the two.
    """
    verb = syntax.heads[counted.anchor]
    subject = verb > counted.anchor and syntax.relations[counted.anchor].startswith("nsubj")
    return between.strip().lower() in _JOINTS and subject and syntax.pos[verb] == "VERB"


def main_event(
    syntax: Syntax, counted: Counted, found: _Told, at: int, typed: Callable[[int], _Told | None]
) -> _Told:
    """The event of the main verb, where ``found`` only describes those counted and says no more of them.

    "Three members of the team assigned to the valley were attacked"; "hostages kidnapped in May were
    released". ``at`` is the word of what was found.
    """
    anchor = counted.anchor
    above = syntax.heads[anchor]
    if above >= 0 and syntax.relations[anchor] == "nmod" and above < anchor:  # a group of nine soldiers
        anchor, above = above, syntax.heads[above]
    if above <= at or not syntax.relations[anchor].startswith("nsubj") or anchor not in syntax.path_up(at):
        return found
    if syntax.has_nearer_subject(anchor):
        return found
    main = typed(above)
    return main if main is not None and fate_rank(main.type) >= max(1, fate_rank(found.type)) else found


def passive_after(
    tokens: Tokens, syntax: Syntax, participle: int, typed: Callable[[int], _Told | None]
) -> _Told | None:
    """The passive after a participle, whatever the parse: "5 passengers travelling on the bus were injured"."""
    if syntax.pos[participle] != "VERB" or syntax.pos[participle - 1] not in ("NOUN", "PROPN"):
        return None
    for at in range(participle + 1, min(participle + _REACH_PASSIVE, len(tokens) - 1)):
        broken = tokens.sentences[at] != tokens.sentences[participle] or tokens.word(at).lower() in _BREAKS
        if broken or syntax.pos[at] == "VERB":
            return None
        if tokens.word(at).lower() in ("was", "were"):
            after = at + 1 + (syntax.pos[at + 1] == "ADV")
            return typed(after) if after < len(tokens) and syntax.pos[after] == "VERB" else None
    return None


def noun_before(tokens: Tokens, syntax: Syntax, first: int, typed: Callable[[int], _Told | None]) -> _Told | None:
    """The noun of which those counted are the object: "the killers of the six", "the murder in May of six".

    ``first`` is the first word of the figure. An attack of 30 gunmen is done by them, and is left out.
    """
    sentence = tokens.sentences[first] if first < len(tokens) else -1
    word = first - 1
    while word >= 0 and tokens.sentences[word] == sentence and tokens.word(word).lower() in _BEFORE_NUMBER:
        word -= 1
    if word < 1 or tokens.sentences[word - 1] != sentence or tokens.word(word).lower() != "of":
        return None
    for at in range(word - 1, max(-1, word - _REACH_NOUN), -1):
        if tokens.sentences[at] != sentence or syntax.pos[at] in ("VERB", "AUX", "PUNCT", "SCONJ", "CCONJ"):
            return None
        if syntax.pos[at] != "NOUN" or not (at == word - 1 or tokens.word(at + 1).lower() in _ASIDE):
            continue
        found = typed(at)
        if found is not None and fate_rank(found.type) and found.type != "attacked":
            return found
        if at == word - 1 and found is not None:
            return None
    return None


def companion_event(
    tokens: Tokens, syntax: Syntax, first: int, typed: Callable[[int], _Told | None]
) -> _Told | None:
    """What happened to those with whom the counted are named: "he was killed along with two guards"."""
    word = first - 1
    while word > 0 and tokens.word(word).lower() in _BEFORE_NUMBER | {"another"}:
        word -= 1
    if word < 2 or tokens.word(word).lower() != "with" or tokens.word(word - 1).lower() not in _TOGETHER:
        return None
    for at in range(word - 2, max(-1, word - _REACH_VERB), -1):
        if tokens.sentences[at] != tokens.sentences[first] or tokens.word(at) in ";:":
            return None
        if syntax.pos[at] in ("VERB", "ADJ"):
            found = typed(at)
            if found is not None and fate_rank(found.type):
                return found
    return None


def subject_event(
    tokens: Tokens, syntax: Syntax, counted: Counted, typed: Callable[[int], _Told | None]
) -> _Told | None:
    """What the subject says of those it is said to be: "the murdered men were two engineers and a driver"."""
    subject = syntax.child(counted.anchor, "nsubj")
    if subject is None or subject > counted.first or syntax.child(counted.anchor, "cop") is None:
        return None
    for child in (*syntax.children[subject], subject):
        if child == subject or syntax.relations[child] in ("amod", "acl", "acl:relcl"):
            found = typed(child)
            if found is not None and fate_rank(found.type):
                return found
    return None
