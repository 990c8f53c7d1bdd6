"""Sources of a count that no verb of speech gives: "police put the dead at 12", "officials cut the toll to 98".

The tagger was taught on verbs of speech; these verbs do the same only with a count as their object.
On PolNeAR dev they neither help nor harm; they are frequent in reports of disasters.
"""

from collections.abc import Sequence

from reportedly.claims.attribution import Attribution
from reportedly.claims.lexicon import word_set
from reportedly.claims.sentences import Tokens
from reportedly.claims.syntax import Syntax

#: Verbs that state a count when a count is their object; forms, for they are looked up by the word.
_STATES = word_set(
    "put puts raise raised raises lift lifted lifts cut cuts lower lowered lowers revise revised revises give "
    "gave gives given set sets had have has update updated updates increase increased reduce reduced place placed "
    "places count counted counts estimate estimated tally tallied"
)
_COUNTS = word_set(
    "toll number count figure total tally dead missing injured wounded deaths casualties losses estimate"
)
#: Subjects that state nothing: what happened, not who counted.
_MUTE = word_set(
    "which that what it this rain flood earthquake attack blast explosion discovery recovery death deaths body "
    "bodies victims find finds storm quake tsunami fire bombing crash"
)
_INTO = word_set("at to as from of in")
_SPEAKERS = frozenset(["NOUN", "PROPN", "PRON"])


def add_tolls(tokens: Tokens, syntax: Syntax, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, and those of verbs that state a count, where no attribution has the words yet."""
    taken = {word for a in attributions for start, end in (a.cue, *a.contents) for word in range(start, end)}
    found = list(attributions)
    for verb in range(len(tokens)):
        if tokens.forms[verb].lower() in _STATES and syntax.pos[verb] in ("VERB", "AUX") and verb not in taken:
            stated = _stated(tokens, syntax, verb, taken)
            if stated is not None:
                found.append(stated)
    return sorted(found, key=lambda a: a.cue)


def _stated(tokens: Tokens, syntax: Syntax, verb: int, taken: set[int]) -> Attribution | None:
    """Source, cue and content of a verb that states a count; None when it states none."""
    subject, count = syntax.child(verb, "nsubj"), syntax.child(verb, "obj")
    if subject is None or count is None or not subject < verb < count:
        return None
    if tokens.forms[count].lower() not in _COUNTS or tokens.forms[subject].lower() in _MUTE:
        return None
    if syntax.pos[subject] not in _SPEAKERS or syntax.child(subject, "nummod") is not None:
        return None
    start = _first_of(syntax, count, verb + 1)
    end = _before_taken(tokens, start, _clause_end(tokens, syntax, verb), taken)
    numbered = any(
        syntax.pos[i] == "NUM" and tokens.forms[j].lower() in _INTO
        for i in range(count + 1, end)
        for j in range(max(count + 1, i - 4), i)
    )
    if not numbered:
        return None
    first = min(w for w in syntax.below(subject) if w <= subject)
    last = max((w for w in syntax.below(subject) if w < verb), default=subject)
    while tokens.word(last) in (",", "-") and last > subject:
        last -= 1
    return Attribution((verb, verb + 1), (first, last + 1), ((start, end),), 0.5)


def _first_of(syntax: Syntax, head: int, floor: int) -> int:
    """First word of a noun phrase after a verb."""
    return min((w for w in syntax.below(head) if floor <= w <= head), default=head)


def _before_taken(tokens: Tokens, start: int, end: int, taken: set[int]) -> int:
    """The end, moved to the last comma before words of another attribution."""
    first = next((w for w in range(start, end) if w in taken), None)
    if first is None:
        return end
    return next((w for w in range(first - 1, start, -1) if tokens.word(w) == ","), start)


def _clause_end(tokens: Tokens, syntax: Syntax, verb: int) -> int:
    """Where the clause of a verb ends: before the final mark, or before another clause that is joined to it."""
    sentence = tokens.sentences[verb]
    end = verb + 1
    while end < len(tokens) and tokens.sentences[end] == sentence:
        if (
            syntax.relations[end] in ("conj", "parataxis")
            and syntax.heads[end] == verb
            and syntax.pos[end] == "VERB"
        ):
            first = min(syntax.below(end))
            return first if first > verb else end
        end += 1
    while end - 1 > verb and tokens.word(end - 1) in (".", "”", '"', "!", "?", ";", ","):
        end -= 1
    return end
