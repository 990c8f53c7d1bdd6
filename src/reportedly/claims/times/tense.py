"""Whether a clause speaks of the past, the present or what is to come."""

from typing import Literal

from reportedly.claims.lemmas import lemma_of
from reportedly.claims.sentences import Tokens
from reportedly.claims.syntax import ROOT, Syntax

Tense = Literal["past", "present", "future"]

_WILL = frozenset({"will", "'ll", "wo", "shall"})
_MODAL = frozenset({"would", "'d", "may", "might", "can", "could", "should", "must"})
_PAST_AUX = frozenset({"was", "were", "had", "did", "been"})
_HAVE = frozenset({"has", "have", "'ve"})
_IS = frozenset({"is", "are", "'s", "'re"})
_PRESENT_AUX = _HAVE | {"is", "are", "am", "'s", "'re", "does", "do", "be"}
#: An infinitive below these lies ahead of the report.
_AHEAD = frozenset(
    (
        "expect schedule plan due set intend hope likely aim prepare promise slate agree vow project forecast "
        "predict propose decide threaten ready postpone delay deadline ask order urge invite want summon pledge "
        "arrange able pressure"
    ).split()
)
#: What stands with these is still to come when it is reported.
_FORWARD = frozenset("payable effective deadline expire due schedule postpone slate reschedule adjourn".split())
#: With "for" a day they do so, too: "a hearing was set for Monday".
_SET_FOR = frozenset("set plan expect forecast predict book slate call".split())
#: With "until" these leave something open.
_HOLDS = frozenset("give have extend postpone delay leave remain exercise hold adjourn valid open good".split())
#: Words that do so wherever they stand beside a date, as parses of such sentences go wrong.
_ON_RECORD = frozenset("payable effective deadline expires expire due".split())
_WINDOW = 5  # words before a date in which they are looked for
_AFTER = 4  # and after it
_REACH = 3  # words of the parse in which they are looked for
#: The present tense of any other verb beside a day tells what is arranged: "the trial begins Monday".
_TELLING = frozenset(
    (
        "say tell add report claim note recall describe show suggest indicate remember believe think mean know "
        "argue write insist"
    ).split()
)
_DENIALS = frozenset({"not", "n't", "never", "neither", "nobody"})
#: Between two days of the week these make a stretch.
_SPANS = frozenset({"to", "through", "until", "-", "–"})
#: What somebody could do with these lies behind: "they could hear shots on Monday".
_SENSED = frozenset("see hear feel smell find locate reach".split())
#: Of these the past has the form of the present.
_ONE_FORM = frozenset("hit set put cut let quit shut hurt cost burst spread split read bid cast".split())
#: Of these the present tense tells what is to come: "the league plans to meet on Tuesday".
_PLANS = frozenset("plan expect intend hope prepare aim schedule".split())
#: "Thursday morning" hangs together, and stands where its last word does.
_PARTS_OF_DAY = frozenset("morning afternoon evening night".split())
#: Words of an expression of time that stand above its others.
_OF_DATES = _PARTS_OF_DAY | {"weekend", "week", "month", "quarter", "year"}
#: Verbs walked through on the way up; parses hold circles.
_STEPS = 6


def tense_at(tokens: Tokens, syntax: Syntax, word: int) -> Tense:
    """Tense of the clause a word stands in, by the nearest verb above it; past where none is seen.

    Words that look ahead ("the deadline", "payable", "until") make it future; a date that stands before
    a noun as its description ("a June agreement") is past unless the clause says "will".
    """
    above = syntax.heads[word]
    if above != ROOT and syntax.relations[word] == "compound" and tokens.word(above).lower() in _PARTS_OF_DAY:
        word = above
    if _is_compared_with(tokens, word):
        return "past"
    if _looks_ahead(tokens, syntax, word):
        return "past" if _had(tokens, syntax, word) else "future"
    tense = _tense(tokens, syntax, word, _STEPS)
    if tense == "present" and _is_arranged(tokens, syntax, word):
        return "future"
    described = syntax.relations[word] in ("compound", "nummod", "amod", "nmod:poss")
    circle = above != ROOT and syntax.heads[above] == word  # day and month each below the other
    if tense != "past" and described and not circle and not _will(tokens, syntax, word):
        return "past"
    return tense


def _is_compared_with(tokens: Tokens, word: int) -> bool:
    """Whether a date is that of a number of before: "53, up from 11 in mid-March", "more than in May"."""
    before = [tokens.word(w).lower() for w in range(max(0, word - _WINDOW - 1), word)]
    if "than" in before[-_REACH:]:
        return "later" not in before  # "no later than Friday"
    since = before[len(before) - before[::-1].index("from") :] if "from" in before else []
    return bool(since) and since[0][0].isdigit()


def _is_arranged(tokens: Tokens, syntax: Syntax, word: int) -> bool:
    """Whether a day hangs from a verb of the present itself: "the court sits Monday", "the deadline is Monday"."""
    around = [tokens.word(w) for w in range(max(0, word - 2), min(len(tokens), word + 3))]
    threes = zip(around, around[1:], around[2:], strict=False)
    if any(a.istitle() and b.lower() in _SPANS and c.istitle() for a, b, c in threes):
        return False  # "the shop is closed Monday to Friday" is of every week
    verb = verb_dated(tokens, syntax, word)
    return verb is not None and lemma_of(tokens.word(verb).lower(), "VERB") not in _TELLING


def verb_dated(tokens: Tokens, syntax: Syntax, word: int) -> int | None:
    """The verb, or what stands with "is", that a date hangs from itself; None where a noun lies between."""
    for above in (word, *syntax.path_up(word)):
        if syntax.pos[above] in ("VERB", "AUX") or _has_copula(syntax, above):
            return above
        written = tokens.word(above)
        if above != word and not (written[0].isdigit() or written[0].isupper() or written in _OF_DATES):
            return None  # of a date's own words the month is above the day, or the other way round
    return None


def _had(tokens: Tokens, syntax: Syntax, word: int) -> bool:
    above = list(syntax.path_up(word))[:_REACH]
    return any(tokens.word(c).lower() == "had" for w in above for c in syntax.children[w])


def _looks_ahead(tokens: Tokens, syntax: Syntax, word: int) -> bool:
    above = list(syntax.path_up(word))[:_REACH]
    lemmas = [lemma_of(tokens.word(w), syntax.pos[w]) for w in above if syntax.pos[w] in ("NOUN", "VERB", "ADJ")]
    if any(lemma in _FORWARD for lemma in lemmas) and "expired" not in (tokens.word(w).lower() for w in above):
        return True
    before = [tokens.word(w).lower() for w in range(max(0, word - _WINDOW), word)]
    after = [tokens.word(w).lower() for w in range(word + 1, min(len(tokens), word + 1 + _AFTER))]
    if "soon" in before or {"early", "as"} <= set(before) or _ON_RECORD & {*before, *after}:
        return True
    if "of record" in " ".join(before) or "ahead of" in " ".join(before[-3:]):
        return True  # "holders of record Nov. 3", "ahead of Tuesday's vote"
    if lemmas[:1] == ["plan"] and {"for", "on"} & set(before[-2:]):
        return True  # "planned a march on Saturday", "is planned for early March"
    if _SET_FOR & set(lemmas[:1]) and "for" in before[-2:]:
        return True
    held = bool({"until", "till"} & set(before)) or (before[-1:] == ["to"] and "from" not in before)
    return held and any(lemma in _HOLDS for lemma in lemmas)


def may_look_ahead(tokens: Tokens, syntax: Syntax, word: int) -> bool:
    """Whether a clause leaves room for a date to come: "set to expire Nov. 6", "until Nov. 9", "by Nov. 22".

    For dates without a year that are a few weeks ahead, where the past would be almost a year ago: only a verb
    of the past itself tells of that ("the court sat on 3 March", but "the 3 March hearing").
    """
    if verb_dated(tokens, syntax, word) is None:
        return True
    before = {tokens.word(w).lower() for w in range(max(0, word - _WINDOW), word)}
    if before & {"until", "till", "by"}:
        return True
    verb = next((w for w in syntax.path_up(word) if syntax.pos[w] == "VERB"), None)
    return verb is not None and _is_infinitive(tokens, syntax, verb)


def _will(tokens: Tokens, syntax: Syntax, word: int) -> bool:
    for above in syntax.path_up(word):
        if any(tokens.word(c).lower() in _WILL for c in syntax.children[above]):
            return True
    return False


def _tense(tokens: Tokens, syntax: Syntax, word: int, steps: int) -> Tense:
    for above in (word, *syntax.path_up(word)):
        if syntax.pos[above] in ("VERB", "AUX") or _has_copula(syntax, above):
            return _of_verb(tokens, syntax, above, steps)
    if ROOT in (syntax.heads[above] for above in (word, *syntax.path_up(word))):
        return "past"
    before = range(word - 1, max(-1, word - 1 - _WINDOW), -1)  # a circle in the parse: the verb just before
    near = next(
        (w for w in before if tokens.sentences[w] == tokens.sentences[word] and syntax.pos[w] == "VERB"), None
    )
    return "past" if near is None else _of_verb(tokens, syntax, near, 0)


def _has_copula(syntax: Syntax, word: int) -> bool:
    return syntax.child(word, "cop") is not None


def _of_verb(tokens: Tokens, syntax: Syntax, verb: int, steps: int) -> Tense:
    helpers = {
        tokens.word(c).lower() for c in syntax.children[verb] if syntax.relations[c] in ("aux", "aux:pass", "cop")
    }
    if helpers & _WILL:
        return "future"
    if "could" in helpers and _is_behind(tokens, syntax, verb):
        return "past"
    if helpers & _MODAL:
        return "past" if "have" in helpers else "future"
    if helpers & _PAST_AUX:
        return "past"
    if helpers & _IS and _is_infinitive(tokens, syntax, verb):
        return "future"  # "the court is to sit on Friday"
    above = syntax.heads[verb]
    written = tokens.word(verb).lower()
    if steps and above != ROOT:
        if _is_infinitive(tokens, syntax, verb):
            if syntax.pos[above] == "NOUN" and "be" in helpers:
                return "future"  # "an event to be held on Friday"
            return _of_infinitive(tokens, syntax, above, steps - 1)
        if syntax.relations[verb] in ("conj", "xcomp") and not helpers and not written.endswith("ed"):
            return _of_verb(tokens, syntax, above, steps - 1)
    if helpers & _PRESENT_AUX:
        if written.endswith("ing"):
            return "future"
        return "past" if helpers & _HAVE else "present"
    if written.endswith("ing") and steps and above != ROOT:
        return _tense(tokens, syntax, above, steps - 1)  # "would leave on Monday, departing again in June"
    if not _is_present(written, syntax.pos[verb]):
        return "past"
    planned = lemma_of(written, "VERB") in _PLANS and syntax.child(verb, "xcomp") is not None
    return "future" if planned else "present"


def _is_behind(tokens: Tokens, syntax: Syntax, verb: int) -> bool:
    """Whether "could" tells of what was: "could not attend", "could hear"; "could begin" is to come."""
    denied = any(tokens.word(c).lower() in _DENIALS for c in syntax.children[verb])
    return denied or lemma_of(tokens.word(verb).lower(), "VERB") in _SENSED


def _is_infinitive(tokens: Tokens, syntax: Syntax, verb: int) -> bool:
    return any(syntax.pos[c] == "PART" and tokens.word(c).lower() == "to" for c in syntax.children[verb])


def _of_infinitive(tokens: Tokens, syntax: Syntax, above: int, steps: int) -> Tense:
    if lemma_of(tokens.word(above), syntax.pos[above]) in _AHEAD:
        had = any(tokens.word(c).lower() == "had" for c in syntax.children[above])
        return "past" if had else "future"
    tense = _tense(tokens, syntax, above, steps) if steps else "past"
    return "future" if tense == "present" else tense


def _is_present(written: str, pos: str) -> bool:
    if pos == "AUX":
        return written in _PRESENT_AUX
    if written.endswith(("ed", "ing")) or written in _ONE_FORM:
        return False
    return lemma_of(written, "VERB") in (written, written.removesuffix("s"), written.removesuffix("es"))
