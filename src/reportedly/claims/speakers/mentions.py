"""All mentions of a text: its phrases read, with their place in the parse."""

from collections.abc import Container, Iterator, Sequence

from reportedly.claims.sentences import QUOTED, Tokens
from reportedly.claims.speakers.forms import BODY, read_phrase, read_unknown
from reportedly.claims.speakers.mention import Mention
from reportedly.claims.speakers.nouns import sense_of
from reportedly.claims.speakers.phrases import find_phrases
from reportedly.claims.speakers.ranking import speaks
from reportedly.claims.syntax import ROOT, Syntax

_SMALL = frozenset("of the and for in on to".split())  # words an abbreviation leaves out
_PERSON = 0  # the tagger's number
_SHORTEST, _LONGEST = 3, 6  # letters of an abbreviation; JP may be a first name


def find_mentions(
    tokens: Tokens,
    syntax: Syntax,
    names: Sequence[tuple[int, int, int]],
    wanted: Container[int] = (),
) -> list[Mention]:
    """Phrases that name, describe or stand for a possible speaker, in order of the text.

    ``names`` are the tagger's ``(kind, start, end)``: 0 person, 1 place, 2 organisation. A phrase
    with a word of ``wanted`` (the sources of claims) is a mention whatever its noun.
    """
    kinds = [-1] * len(tokens)
    for kind, start, end in names:
        if kind == _PERSON and end == start + 1 and _is_acronym(tokens.word(start)):
            kind = BODY  # nobody is called WFP
        for word in range(start, min(end, len(tokens))):
            kinds[word] = kind
    for start, end in _spelled_out(tokens):
        kinds[start:end] = [BODY] * (end - start)
    joined = _joined_words(tokens, syntax, names)
    found = []
    for phrase in find_phrases(tokens, syntax, joined):
        mention = read_phrase(tokens, syntax, phrase, kinds)
        if mention is None and phrase.start in wanted:
            mention = read_unknown(tokens, syntax, phrase)
        if mention is not None:
            mention.source = phrase.start in wanted
            mention.sentence = tokens.sentences[phrase.start]
            _tie(syntax, mention)
            mention.proper = _proper_modifiers(tokens, syntax, mention)
            mention.speech = mention.subject and mention.verb >= 0 and speaks(tokens.forms[mention.verb].lower())
            mention.quoted = tokens.shapes[phrase.start] >= QUOTED
            found.append(mention)
    return found


def _is_acronym(word: str) -> bool:
    return _SHORTEST <= len(word) <= _LONGEST and word.isalpha() and word.isupper()


def _spelled_out(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Names that an abbreviation in brackets spells: "the World Food Programme (WFP)"; the words of each."""
    for bracket, form in enumerate(tokens.forms[:-2]):
        if form != "(" or tokens.forms[bracket + 2] != ")" or not _is_acronym(tokens.word(bracket + 1)):
            continue
        word = bracket + 1
        short = tokens.word(word)
        start, left = word - 1, list(short)
        while left and start > 0 and tokens.sentences[start - 1] == tokens.sentences[word]:
            before = tokens.word(start - 1)
            if before[0] == left[-1]:
                left.pop()
            elif before.lower() not in _SMALL:
                break
            start -= 1
        if not left:
            yield start, word - 1


def _proper_modifiers(tokens: Tokens, syntax: Syntax, mention: Mention) -> frozenset[str]:
    """Names among the words before a noun: "Reuters" of "the Reuters poll", "Kenyan" of "Kenyan police"."""
    if mention.form != "noun":
        return frozenset()
    words = range(mention.phrase.inner, mention.phrase.end - 1)
    first = {i for i in words if i == 0 or tokens.sentences[i - 1] != tokens.sentences[i]}
    return frozenset(
        tokens.word(i).lower()
        for i in words
        if tokens.word(i)[0].isupper()
        and (i not in first or syntax.pos[i] == "PROPN")
        and tokens.word(i).isalpha()
    )


def _joined_words(tokens: Tokens, syntax: Syntax, names: Sequence[tuple[int, int, int]]) -> set[int]:
    """Words that go on with the name of a body: by the tagger, or "of" and "for" after a body's noun.

    "Port Authority of New York and New Jersey", "Department of Veterans Affairs".
    """
    joined: set[int] = set()
    for kind, start, end in names:
        if kind == BODY:
            joined.update(range(start + 1, end))
    for i in range(1, len(tokens) - 1):
        if tokens.forms[i] in ("of", "for") and tokens.word(i - 1)[0].isupper() and syntax.pos[i - 1] == "PROPN":
            sense = sense_of(tokens.word(i - 1))
            if sense is not None and sense.kind == "organisation" and not sense.plural:
                following = i + 1
                if tokens.forms[following] == "the" and following + 1 < len(tokens):
                    following += 1
                if tokens.word(following)[0].isupper() and tokens.sentences[following] == tokens.sentences[i]:
                    joined.update(range(i, following + 1))
    return joined


def _tie(syntax: Syntax, mention: Mention) -> None:
    """Set what the phrase hangs on, and whether as a subject: told by the word whose head lies outside."""
    inside = range(mention.phrase.inner, mention.phrase.end)
    for word in (mention.head, *inside):
        if syntax.heads[word] not in inside:
            mention.verb = syntax.heads[word]
            mention.subject = mention.subject or syntax.relations[word].startswith("nsubj")
            if mention.subject:
                mention.main = mention.verb >= 0 and syntax.heads[mention.verb] == ROOT
                return
