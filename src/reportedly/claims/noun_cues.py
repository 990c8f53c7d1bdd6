"""Claims whose cue is a noun: "the ministry's tally stood at 61", "estimates by village chiefs that 5,000 fled".

Whose claim, count or estimate it is, is written beside the noun; that is who said the number, whoever speaks of
it. Only words with a number are looked for: the tagger finds the rest where it is plain.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.claims.attribution import Attribution
from reportedly.claims.lexicon import word_set
from reportedly.claims.sentences import Tokens
from reportedly.claims.sources import phrase_around
from reportedly.claims.speaking import Names, can_speak
from reportedly.claims.syntax import Syntax

#: Nouns that say that somebody said something.
_CLAIMS = word_set(
    "claim claims allegation allegations assertion assertions statement statements accusation accusations "
    "announcement announcements warning warnings report reports estimate estimates projection projections "
    "forecast forecasts prediction predictions testimony account accounts"
)
#: Nouns that say that somebody counted.
_COUNTS = word_set("count counts tally tallies figure figures estimate estimates toll tolls number numbers total")
#: Both as they are written.
_NOUNS = frozenset(word for noun in _CLAIMS | _COUNTS for word in (noun, noun.capitalize()))
#: Whose death toll is the one they give, and not their own dead: "the army's death toll".
_OFFICES = word_set(
    "government ministry authorities authority agency office department police officials monitor observatory "
    "nations un commission council coalition organization organisation network group administration service"
)
_POSSESSIVE = frozenset(["'s", "’s", "'", "’"])
_PRONOUNS = word_set("his her their its")
_BY = frozenset(["by", "from"])
#: What a count does in its sentence: it stands at, is, reached, rose to.
#: Participles behind a count that say who gave it.
_GIVEN = word_set("given provided reported released announced issued published supplied cited")
_STANDS = word_set(
    "stands stood stand is was are were reached reaches rose rises has had climbed fell remains remained now "
    "includes included shows showed puts put"
)
_VAGUE = word_set("dozens scores hundreds thousands millions dozen hundred thousand million half")
_GAP = 3  # words between the possessive and its noun: "the government's own latest death toll"
_LONGEST = 8  # words of a source
_MARKS = frozenset([",", ";", ".", ":", "—", "”", '"', "!", "?", ")"])


def add_noun_cues(
    tokens: Tokens, syntax: Syntax, attributions: Sequence[Attribution], names: Names
) -> list[Attribution]:
    """The attributions, and those made by a noun with its owner: source, noun, what is claimed or counted.

    A cue that took in the noun of somebody else ("could not verify estimates") ends before it, and what it
    attributes begins there.
    """
    result = list(attributions)
    for noun, form in enumerate(tokens.forms):
        if form not in _NOUNS:
            continue
        made = _made(tokens, syntax, noun, names)
        if made is None or any(_holds(each.source, noun) for each in result):
            continue
        same = next((n for n, each in enumerate(result) if _holds(each.cue, noun)), None)
        if same is None:
            result.append(made)
        elif made.source is not None and result[same].source != made.source:
            result[same : same + 1] = _parted(syntax, result[same], made)
    return sorted(result, key=lambda a: a.cue)


def _holds(place: tuple[int, int] | None, word: int) -> bool:
    return place is not None and place[0] <= word < place[1]


def _parted(syntax: Syntax, outer: Attribution, made: Attribution) -> list[Attribution]:
    """An attribution whose cue took in the noun, and the noun's own; the noun's alone where nothing is left."""
    start = min(made.cue[0], made.source[0] if made.source else made.cue[0])
    while start - 1 > outer.cue[0] and syntax.relations[start - 1] in ("det", "amod", "compound"):
        start -= 1
    if start <= outer.cue[0] or not any(syntax.pos[w] == "VERB" for w in range(outer.cue[0], start)):
        return [made]
    contents = tuple((start, b) if made.cue[0] < a <= made.contents[0][0] else (a, b) for a, b in outer.contents)
    return [replace(outer, cue=(outer.cue[0], start), contents=contents), made]


def _made(tokens: Tokens, syntax: Syntax, noun: int, names: Names) -> Attribution | None:
    """The attribution of a noun; None where nobody owns it or nothing with a number follows."""
    source = _owner(tokens, syntax, noun, names)
    after = noun + 1
    if source is None:
        source = _author(tokens, syntax, noun, names)
        if source is None:
            given = _giver(tokens, syntax, noun, names)
            if given is None or not _has_number(tokens, syntax, *given[2]):
                return None
            return Attribution(given[1], given[0], (given[2],), 0.5)
        after = source[1]
    content = next(iter(_contents(tokens, syntax, noun, after)), None)
    if content is None or not _has_number(tokens, syntax, *content):
        return None
    return Attribution((noun, noun + 1), source, (content,), 0.5)


def _owner(tokens: Tokens, syntax: Syntax, noun: int, names: Names) -> tuple[int, int] | None:
    """Whose it is: "the ministry's tally", "his claim"."""
    word = tokens.word(noun).lower()
    for mark in range(noun - 1, max(noun - 2 - _GAP, -1), -1):
        written = tokens.word(mark).lower()
        if written in _PRONOUNS and word in _CLAIMS and syntax.pos[mark] in ("PRON", "DET"):
            return mark, mark + 1
        if written in _POSSESSIVE and mark > 0 and tokens.sentences[mark - 1] == tokens.sentences[noun]:
            return _speaker_before(tokens, syntax, mark, noun, names)
        if syntax.pos[mark] not in ("ADJ", "NOUN", "NUM", "ADV"):
            return None
    return None


def _speaker_before(tokens: Tokens, syntax: Syntax, mark: int, noun: int, names: Names) -> tuple[int, int] | None:
    head = first = mark - 1
    while first > 0 and mark - first < _LONGEST and tokens.sentences[first - 1] == tokens.sentences[noun]:
        if syntax.pos[first] == "DET" or syntax.pos[first - 1] not in ("PROPN", "NOUN", "ADJ", "DET"):
            break
        first -= 1
    word, speaker = tokens.word(noun).lower(), tokens.word(head).lower()
    if "toll" in word and speaker not in _OFFICES and tokens.word(noun - 1).lower() != "official":
        return None
    claims = word in _CLAIMS and syntax.pos[head] == "PROPN"
    return (first, mark) if claims or can_speak(tokens, first, mark, names) else None


def _author(tokens: Tokens, syntax: Syntax, noun: int, names: Names) -> tuple[int, int] | None:
    """Who it is by: "estimates by village chiefs", "a warning from the bank"."""
    by = noun + 1
    if by + 1 >= len(tokens) or tokens.word(by).lower() not in _BY:
        return None
    head = next((c for c in syntax.children[noun] if c > by and syntax.child(c, "case") == by), None)
    if head is None or head - by > _LONGEST:
        return None
    last = max(phrase_around(syntax, head)[1], head + 1)
    return (by + 1, last) if can_speak(tokens, by + 1, last, names) else None


def _giver(
    tokens: Tokens, syntax: Syntax, noun: int, names: Names
) -> tuple[tuple[int, int], tuple[int, int], tuple[int, int]] | None:
    """Who gave it: "the toll of 19 given by the militia"; the source, the cue, and the content."""
    giving = next(
        (c for c in syntax.children[noun] if syntax.relations[c] == "acl" and tokens.word(c).lower() in _GIVEN),
        None,
    )
    if giving is None or giving < noun + 2 or tokens.word(min(giving + 1, len(tokens) - 1)).lower() != "by":
        return None
    by = next((c for c in syntax.children[giving] if syntax.child(c, "case") == giving + 1), None)
    if by is None or by - giving > _LONGEST:
        return None
    source = (giving + 2, max(phrase_around(syntax, by)[1], by + 1))
    return (source, (giving, giving + 1), (noun, giving)) if can_speak(tokens, *source, names) else None


def _contents(tokens: Tokens, syntax: Syntax, noun: int, after: int) -> Iterator[tuple[int, int]]:
    """What is claimed or counted: a clause with "that", a number with "of", what the count stands at."""
    if after >= len(tokens) or tokens.sentences[after] != tokens.sentences[noun]:
        return
    word, kind = tokens.word(after).lower(), tokens.word(noun).lower()
    if word == "that" and kind in _CLAIMS:
        yield after, _clause_end(tokens, syntax, noun, after)
    elif word in ("of", "about"):
        end = _phrase_end(tokens, syntax, noun, after)
        if end > after + 1:
            yield (after if word == "about" else after + 1), end
    elif word in _STANDS and kind in _COUNTS and syntax.pos[after] in ("VERB", "AUX", "ADV"):
        yield after, _sentence_part(tokens, after)


def _clause_end(tokens: Tokens, syntax: Syntax, noun: int, start: int) -> int:
    """Behind the clause that hangs from the noun; else the next comma or the sentence's end."""
    below = set(syntax.below(noun))
    end = start + 1
    while end < len(tokens) and end in below:
        end += 1
    while end > start + 1 and tokens.word(end - 1) in _MARKS:
        end -= 1
    clause = any(syntax.pos[w] in ("VERB", "AUX", "ADJ") for w in range(start, end))
    return end if clause and end - start > 3 else _sentence_part(tokens, start)


def _phrase_end(tokens: Tokens, syntax: Syntax, noun: int, start: int) -> int:
    below = set(syntax.below(noun))
    end = start + 1
    while end < len(tokens) and end in below and tokens.word(end) not in (",", ";"):
        end += 1
    return end


def _sentence_part(tokens: Tokens, start: int) -> int:
    """Behind the last word before the next comma or the end of the sentence."""
    end = start + 1
    while end < len(tokens) and tokens.sentences[end] == tokens.sentences[start]:
        if tokens.word(end) in _MARKS:
            break
        end += 1
    return end


def _has_number(tokens: Tokens, syntax: Syntax, start: int, end: int) -> bool:
    return any(syntax.pos[w] == "NUM" or tokens.word(w).lower() in _VAGUE for w in range(start, end))
