"""Noun phrases and pronouns: the runs of words that may speak or be spoken of."""

from collections.abc import Container
from dataclasses import dataclass

from reportedly.claims.lexicon import word_set
from reportedly.claims.sentences import Tokens
from reportedly.claims.syntax import ROOT, Syntax

_INSIDE = frozenset(["ADJ", "NOUN", "PROPN", "NUM", "SYM"])
_BEGINS = _INSIDE | {"DET", "PRON"}
_HEADS = frozenset(["NOUN", "PROPN"])
_JOINTS = frozenset(["-", "–", "&", ".", "/"])
_NO_PRONOUNS = frozenset(["US", "WHO"])  # the country, the health organisation
_OWNS = frozenset(["'s", "’s", "'", "’"])
#: Pronouns that own what follows them.
POSSESSIVES = word_set("my your his her its our their whose")
#: Days and months part a phrase: "officials Friday" is two.
_TIMES = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august "
    "september october november december mon. tue. tues. wed. thu. thurs. fri. sat. sun. jan. feb. mar. apr. jun. "
    "jul. aug. sep. sept. oct. nov. dec. today yesterday tomorrow tonight"
)
#: ``word: (person, number, gender)``; number is s, p or empty, gender m, f, n or empty.
PRONOUNS = {
    word: (person, number, gender)
    for person, number, gender, words in (
        (1, "s", "", "i me my mine myself"),
        (1, "p", "", "we us our ours ourselves"),
        (3, "s", "m", "he him his himself"),
        (3, "s", "f", "she her hers herself"),
        (3, "s", "n", "it its itself"),
        (3, "p", "", "they them their theirs themselves"),
        (0, "", "", "who which whom that whose"),
    )
    for word in words.split()
}


@dataclass(frozen=True, slots=True)
class Phrase:
    """A run of words ``start`` to ``end`` (half-open, word indices).

    ``inner`` is where the words after determiner and owner begin; ``owner`` is the range of who
    owns it ("McKinnon" of "McKinnon's spokeswoman"), ``determiner`` its first word in lower case
    where that is a determiner or a possessive pronoun; ``pronoun`` the pronoun it consists of.
    """

    start: int
    end: int
    inner: int
    determiner: str = ""
    owner: tuple[int, int] | None = None
    pronoun: str = ""


def find_phrases(tokens: Tokens, syntax: Syntax, joined: Container[int] = ()) -> list[Phrase]:
    """Noun phrases and pronouns in order of the text; possessive pronouns and owners are phrases too.

    ``joined`` are words that go on with a name whatever they are: "of" in "Port Authority of New York".
    """
    found: list[Phrase] = []
    i, count = 0, len(tokens)
    while i < count:
        if syntax.pos[i] not in _BEGINS:
            i += 1
            continue
        lower = tokens.forms[i].lower()
        if lower in PRONOUNS and _is_pronoun(tokens, syntax, i, lower):
            found.append(Phrase(i, i + 1, i, pronoun=lower))
            if lower not in POSSESSIVES:
                i += 1
                continue
        if syntax.pos[i] == "PRON" and tokens.word(i) in _NO_PRONOUNS:
            found.append(Phrase(i, i + 1, i))
            i += 1
        elif syntax.pos[i] in _INSIDE or syntax.pos[i] == "DET" or lower in POSSESSIVES:
            i = _take_phrase(tokens, syntax, i, found, joined)
        else:
            i += 1
    return found


def _is_pronoun(tokens: Tokens, syntax: Syntax, word: int, lower: str) -> bool:
    if lower in ("that", "which", "who", "whom", "whose"):
        return relative_head(syntax, word) is not None
    if lower in ("us", "who"):
        return tokens.word(word) not in _NO_PRONOUNS
    if lower == "i":  # I, never a roman number or an initial
        return tokens.word(word) == "I" and syntax.pos[word] == "PRON"
    return True


def relative_head(syntax: Syntax, pronoun: int) -> int | None:
    """The noun that a relative pronoun stands for: the head of its clause; none for other words.

    Read from the parse: the nearest head above the pronoun that hangs on a noun as ``acl:relcl``.
    """
    if syntax.pos[pronoun] not in ("PRON", "DET"):
        return None
    at = pronoun
    for head in syntax.path_up(pronoun):
        if syntax.relations[at] == "acl:relcl":
            return head if head < pronoun else None
        at = head
    return None


def _take_phrase(tokens: Tokens, syntax: Syntax, first: int, found: list[Phrase], joined: Container[int]) -> int:
    """Append the phrase that begins at a word, if one does; return where to go on."""
    start, determiner = first, ""
    lower = tokens.forms[first].lower()
    if syntax.pos[first] == "DET" or lower in POSSESSIVES:
        determiner = lower
        first += 1
    while first + 1 < len(tokens) and tokens.word(first).lower() in _TIMES and syntax.pos[first + 1] in _INSIDE:
        first += 1  # "on Friday authorities": the day is no part of who
        start = start if determiner else first
    owner: tuple[int, int] | None = (start, start + 1) if determiner in POSSESSIVES else None
    inner = i = first
    sentence = tokens.sentences[start]
    while i < len(tokens) and tokens.sentences[i] == sentence:
        word = tokens.forms[i]
        if word in _OWNS and i > inner and syntax.pos[i] in ("PART", "PUNCT"):
            if word in ("'", "’") and syntax.pos[i] != "PART":
                break
            owner = (inner if owner is None else owner[0], i)
            found.append(Phrase(start, i, inner, determiner))
            inner = i + 1
        elif not _continues(tokens, syntax, i, inner) and not (i > inner and i in joined):
            break
        i += 1
    end = i
    while end > inner and (syntax.pos[end - 1] not in _HEADS or tokens.word(end - 1).lower() in _TIMES):
        end -= 1
    if end > inner:
        found.append(Phrase(start, end, inner, determiner, owner))
    elif determiner and end == inner and syntax.pos[start] in ("DET", "PRON") and owner is None:
        found.append(Phrase(start, start + 1, start, determiner))
    return max(i, start + 1)


def _continues(tokens: Tokens, syntax: Syntax, i: int, inner: int) -> bool:
    """Whether a word goes on with the phrase that began before it."""
    pos, word = syntax.pos[i], tokens.forms[i]
    if pos in _INSIDE:
        return not (i > inner and word.lower() in _TIMES)
    if word in _JOINTS and i > inner and i + 1 < len(tokens):
        close = tokens.ends[i - 1] == tokens.starts[i] and tokens.ends[i] == tokens.starts[i + 1]
        return (word == "&" or close) and tokens.sentences[i + 1] == tokens.sentences[i]
    # a title that the parser took for a verb or an adverb: "Acting", "Vice"
    return (
        word[0].isupper()
        and i > inner
        and pos in ("VERB", "ADV", "X")
        and tokens.word(i - 1)[0].isupper()
        and (syntax.relations[i] in ("compound", "amod", "flat") and syntax.heads[i] not in (ROOT, i))
    )
