"""Sources of a count that no verb of speech gives: "police put the dead at 12", "the border guard counted 61".

The tagger was taught on verbs of speech; these verbs do the same only with a count as their object, or with
any object that is put at a number. On PolNeAR dev they neither help nor harm; they are frequent in reports
of disasters.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.claims.attribution import Attribution
from reportedly.claims.inflections import verb_forms
from reportedly.claims.lexicon import word_set
from reportedly.claims.sentences import Tokens
from reportedly.claims.sources import name_start, phrase_around
from reportedly.claims.speaking import Names, can_speak, is_document
from reportedly.claims.syntax import Syntax


def _forms(verbs: str) -> frozenset[str]:
    return frozenset(form for verb in verbs.split() for form in verb_forms(verb))


#: Verbs that state a count when a count is their object: "raised the toll to 12".
_STATES = _forms(
    "put raise lift cut lower revise give set have update increase reduce place count estimate tally correct "
    "adjust amend change list"
) | {"given"}
#: Verbs that put anything at a number: "put the crowd at 50,000", "put support at 47 percent".
_PUTS = _forms("put place set estimate")
#: Verbs by which a body counts: "the agency has registered 18,300 arrivals".
_COUNTING = _forms("count tally register record document list log tabulate confirm report cite acknowledge")
_SPEAKING = _forms("speak talk")
#: What figures and documents do: "a count by this agency found 112 deaths".
_SHOWING = _forms("find show indicate suggest")
_COUNTS = word_set(
    "toll number count figure total tally dead missing injured wounded deaths casualties losses estimate damage "
    "fatalities crowd attendance turnout victims displaced"
)
#: Subjects that state nothing: what happened, not who counted.
_MUTE = word_set(
    "which that what it this rain flood earthquake attack blast explosion discovery recovery death deaths body "
    "bodies victims find finds storm quake tsunami fire bombing crash"
)
_INTO = word_set("at to as from of in")
_AT = word_set("at as to")
_PRONOUNS = word_set("he she they")
_NOT_BOUND = ("NOUN", "PROPN", "VERB", "PUNCT", "SYM", "PRON")  # no words of a bound: "at least", "more than"
_SPEAKERS = frozenset(["NOUN", "PROPN", "PRON"])
_NEAR = 4  # words from "at" to the number: "at no fewer than 12"
_AGAINST = frozenset(["while", "whereas", "although", "though"])
_STOPS = (".", "”", '"', "!", "?", ";", ",")


def add_tolls(
    tokens: Tokens, syntax: Syntax, attributions: Sequence[Attribution], names: Names = ()
) -> list[Attribution]:
    """The attributions, and those of verbs that state a count.

    Where another attribution has the words already they stay its own, unless the clause only stands beside its
    cue: "the union said 9,000 walked out; the firm put the number at 2,000" is two claims, and the first
    content ends before the second clause.
    """
    found = list(attributions)
    verbs = _STATES | _COUNTING | _SPEAKING | _SHOWING
    candidates = [
        w for w in range(len(tokens)) if syntax.pos[w] in ("VERB", "AUX") and tokens.forms[w].lower() in verbs
    ]
    taken = _words_of(found)
    for verb in candidates:
        ended, free = found, taken
        if verb in taken:
            ended = _ended_before(tokens, syntax, found, verb)
            free = taken if ended is found else _words_of(ended)
        stated = None if verb in free else next(_statements(tokens, syntax, verb, free, names), None)
        if stated is not None:
            found, taken = [*ended, stated], free | _words_of([stated])
    return sorted(found, key=lambda a: a.cue)


def _words_of(attributions: Sequence[Attribution]) -> set[int]:
    return {word for a in attributions for start, end in (a.cue, *a.contents) for word in range(start, end)}


def _statements(tokens: Tokens, syntax: Syntax, verb: int, taken: set[int], names: Names) -> Iterator[Attribution]:
    word = tokens.forms[verb].lower()
    if word in _STATES:
        yield from _stated(tokens, syntax, verb, taken)
        yield from _stated_by(tokens, syntax, verb)
    if word in _SPEAKING:
        yield from _spoken_of(tokens, syntax, verb, names)
    if word in _COUNTING or (word in _SHOWING and _has_document(tokens, syntax, verb)):
        yield from _counted(tokens, syntax, verb, taken, names)


def _stated(tokens: Tokens, syntax: Syntax, verb: int, taken: set[int]) -> Iterator[Attribution]:
    """Source, cue and content of a verb that states a count."""
    subject, count = syntax.child(verb, "nsubj"), syntax.child(verb, "obj")
    if subject is None or count is None or not subject < verb < count or not _may_state(tokens, syntax, subject):
        return
    start = _first_of(syntax, count, verb + 1)
    end = _before_taken(tokens, start, _clause_end(tokens, syntax, verb), taken)
    counts = tokens.forms[count].lower() in _COUNTS
    puts = tokens.forms[verb].lower() in _PUTS and _put_at(tokens, syntax, count, end)
    if (
        counts
        and count + 2 < len(tokens)
        and tokens.word(count + 1) == ":"
        and tokens.word(count + 2)[0].isdigit()
    ):
        puts, end = True, _sentence_end(tokens, verb)  # "gave the following toll: 34 dead"
    if puts or (counts and _is_numbered(tokens, syntax, count, end)):
        yield Attribution((verb, verb + 1), _subject_words(tokens, syntax, subject, verb), ((start, end),), 0.5)


def _stated_by(tokens: Tokens, syntax: Syntax, verb: int) -> Iterator[Attribution]:
    """The passive: "the toll was put at 34 by the ministry"."""
    count, by = syntax.child(verb, "nsubj:pass"), syntax.child(verb, "obl:agent")
    auxiliary = syntax.child(verb, "aux:pass")
    if count is None or by is None or auxiliary is None or not count < auxiliary < verb < by:
        return
    case = syntax.child(by, "case")
    if case is None or tokens.word(case).lower() != "by" or not _may_state(tokens, syntax, by):
        return
    word = tokens.forms[verb].lower()
    if not (tokens.forms[count].lower() in _COUNTS or word in _PUTS) or not _put_at(tokens, syntax, verb, case):
        return
    first = _first_of(syntax, count, 0)
    source = phrase_around(syntax, by)
    source = (max(source[0], case + 1), source[1])
    yield Attribution((auxiliary, verb + 1), source, ((first, auxiliary), (verb + 1, case)), 0.5)


def _counted(tokens: Tokens, syntax: Syntax, verb: int, taken: set[int], names: Names) -> Iterator[Attribution]:
    """A body that counts: "the border guard counted 61 crossings"; a country that records a rise is none."""
    subject = syntax.child(verb, "nsubj")
    if subject is None or subject > verb or not _may_state(tokens, syntax, subject):
        return
    start = next((w for w in range(verb + 1, min(verb + 1 + _NEAR, len(tokens))) if syntax.pos[w] == "NUM"), None)
    source = _subject_words(tokens, syntax, subject, verb)
    speaks = tokens.word(subject).lower() in _PRONOUNS or can_speak(tokens, *source, names)
    if start is None or not speaks or any(syntax.pos[w] in _NOT_BOUND for w in range(verb + 1, start)):
        return
    start = verb + 1
    end = _before_taken(tokens, start, _clause_end(tokens, syntax, verb), taken)
    low = verb
    while low - 1 > subject and syntax.pos[low - 1] == "AUX" and syntax.heads[low - 1] == verb:
        low -= 1
    if end > start:
        yield Attribution((low, verb + 1), source, ((start, end),), 0.5)


def _spoken_of(tokens: Tokens, syntax: Syntax, verb: int, names: Names) -> Iterator[Attribution]:
    """ "Organisers spoke of more than 100 injured"."""
    subject = syntax.child(verb, "nsubj")
    if subject is None or subject > verb or not _may_state(tokens, syntax, subject):
        return
    if verb + 2 >= len(tokens) or tokens.word(verb + 1).lower() != "of":
        return
    source = _subject_words(tokens, syntax, subject, verb)
    number = next((w for w in range(verb + 2, min(verb + 3 + _NEAR, len(tokens))) if syntax.pos[w] == "NUM"), None)
    if number is None or any(syntax.pos[w] in _NOT_BOUND for w in range(verb + 2, number)):
        return
    if tokens.word(subject).lower() in _PRONOUNS or can_speak(tokens, *source, names):
        yield Attribution((verb, verb + 2), source, ((verb + 2, _clause_end(tokens, syntax, verb)),), 0.5)


def _has_document(tokens: Tokens, syntax: Syntax, verb: int) -> bool:
    subject = syntax.child(verb, "nsubj")
    return subject is not None and is_document(tokens, subject)


def _may_state(tokens: Tokens, syntax: Syntax, subject: int) -> bool:
    return (
        tokens.forms[subject].lower() not in _MUTE
        and syntax.pos[subject] in _SPEAKERS
        and syntax.child(subject, "nummod") is None
    )


def _is_numbered(tokens: Tokens, syntax: Syntax, count: int, end: int) -> bool:
    return any(
        syntax.pos[i] == "NUM" and tokens.forms[j].lower() in _INTO
        for i in range(count + 1, end)
        for j in range(max(count + 1, i - 4), i)
    )


def _put_at(tokens: Tokens, syntax: Syntax, after: int, end: int) -> bool:
    """Whether a number follows "at" behind the object: put at no fewer than 12, not put at risk."""
    for at in range(after + 1, end):
        if tokens.forms[at].lower() in _AT and syntax.pos[at] == "ADP":
            return any(
                syntax.pos[w] == "NUM" or tokens.forms[w] == "$" for w in range(at + 1, min(at + 1 + _NEAR, end))
            )
    return False


def _subject_words(tokens: Tokens, syntax: Syntax, subject: int, verb: int) -> tuple[int, int]:
    first = name_start(tokens, syntax, min(w for w in syntax.below(subject) if w <= subject))
    last = max((w for w in syntax.below(subject) if w < verb), default=subject)
    while tokens.word(last) in (",", "-") and last > subject:
        last -= 1
    return first, last + 1


def _ended_before(tokens: Tokens, syntax: Syntax, attributions: list[Attribution], verb: int) -> list[Attribution]:
    """The attributions, a content ended before a clause joined to its cue's verb that has a subject of its own."""
    above = syntax.heads[verb]
    subject = syntax.child(verb, "nsubj")
    if subject is None or above < 0:
        return attributions
    mark = syntax.child(verb, "mark")
    against = mark is not None and mark < subject and tokens.word(mark).lower() in _AGAINST
    if syntax.relations[verb] not in ("conj", "parataxis") and not against:
        return attributions
    first = min(_first_of(syntax, subject, 0), subject)
    while first > 0 and (tokens.word(first - 1) in (";", ",") or syntax.pos[first - 1] in ("CCONJ", "SCONJ")):
        first -= 1

    # behind a semicolon another clause begins, wherever the parse hangs it
    against = against or (tokens.word(first) == ";" and syntax.relations[verb] == "parataxis")

    def ended(each: Attribution) -> Attribution:
        cut = tuple((a, first) if a < first <= verb < b else (a, b) for a, b in each.contents)
        kept = tuple((a, b) for a, b in cut if not first <= a <= verb < b)
        return replace(each, contents=kept) if kept and kept != each.contents else each

    return [ended(each) if against or each.cue[0] <= above < each.cue[1] else each for each in attributions]


def _first_of(syntax: Syntax, head: int, floor: int) -> int:
    """First word of a noun phrase after a verb."""
    return min((w for w in syntax.below(head) if floor <= w <= head), default=head)


def _sentence_end(tokens: Tokens, word: int) -> int:
    end = word + 1
    while end < len(tokens) and tokens.sentences[end] == tokens.sentences[word]:
        end += 1
    return end - 1 if tokens.word(end - 1) == "." else end


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
            end = first if first > verb else end
            break
        end += 1
    while end - 1 > verb and (tokens.word(end - 1) in _STOPS or syntax.pos[end - 1] == "CCONJ"):
        end -= 1
    return end
