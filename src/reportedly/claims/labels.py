"""Lines that are a label and a number: "Houses damaged: 1,800"."""

from reportedly.claims.lemmas import lemma_of
from reportedly.claims.sentences import Tokens
from reportedly.claims.syntax import Syntax
from reportedly.claims.units import STATES, unit_class
from reportedly.terms import Span

_LONGEST = 8  # words of a label
_FAR = 16  # words from "the number of" to the value
_STATES = ("dead", "missing")  # what happened, not who
_COUNTED = ("people", "households", "buildings", "vehicles", "animals")


def label_before(tokens: Tokens, syntax: Syntax, first: int, last: int) -> Span | None:
    """Place of the label of the number at words ``[first, last)``, or None where the line is a sentence.

    The number ends its line, or a bracket follows; the line has no auxiliary and few words before it.
    """
    sentence = tokens.sentences[first]
    if last < len(tokens) and tokens.sentences[last] == sentence and tokens.word(last) not in "(.;":
        return None
    low = first
    while low > 0 and tokens.sentences[low - 1] == sentence:
        low -= 1
        if first - low > _LONGEST or syntax.pos[low] in ("AUX", "PRON", "NUM"):
            return None
    if low == first or not _is_label(tokens, syntax, low, first):
        return None
    return tokens.starts[low], tokens.ends[first - 1]


def _is_label(tokens: Tokens, syntax: Syntax, low: int, first: int) -> bool:
    """Whether the words end in a colon, or hold no preposition or finite verb before the number."""
    if tokens.word(first - 1) == ":":
        return True
    return all(syntax.pos[w] not in ("ADP", "PRON", "SCONJ") or w == low for w in range(low, first)) and not any(
        syntax.pos[w] == "VERB" and syntax.relations[w] == "root" and not tokens.word(w).lower().endswith("ed")
        for w in range(low, first)
    )


def unit_in_label(tokens: Tokens, syntax: Syntax, first: int, last: int) -> int | None:
    """The word of the label that names what is counted: houses, people, IDPs."""
    label = label_before(tokens, syntax, first, last)
    if label is None:
        return None
    for word in range(first - 1, -1, -1):
        if tokens.starts[word] < label[0]:
            return None
        noun = syntax.pos[word] in ("NOUN", "PROPN") and lemma_of(tokens.word(word), "NOUN") not in _STATES
        if noun and unit_class(tokens.word(word), "NOUN") in _COUNTED:
            return word
    return None


def unit_of_count(tokens: Tokens, syntax: Syntax, first: int) -> int | None:
    """The noun of which a count is told whose value the number is: "the number of people in need rose to 12".

    ``first`` is the first word of the figure.
    """
    sentence = tokens.sentences[first]
    for of in range(first - 1, max(0, first - _FAR), -1):
        if tokens.sentences[of - 1] != sentence or syntax.pos[of] == "NUM":
            return None
        if tokens.word(of).lower() == "of" and tokens.word(of - 1).lower() in ("number", "numbers"):
            nouns = [w for w in range(of + 1, first) if syntax.pos[w] in ("NOUN", "PROPN", "VERB", "ADP", "AUX")]
            head = next(
                (w for w, after in zip(nouns, [*nouns[1:], first], strict=True) if _ends(syntax, w, after)), None
            )
            counted = head is not None and tokens.word(head).lower() not in STATES
            return head if counted and unit_class(tokens.word(head or 0), "NOUN") in _COUNTED else None
    return None


def _ends(syntax: Syntax, word: int, after: int) -> bool:
    """Whether a noun ends its phrase: no noun stands at once behind it."""
    return syntax.pos[word] in ("NOUN", "PROPN") and not (
        after == word + 1 and syntax.pos[after] in ("NOUN", "PROPN")
    )
