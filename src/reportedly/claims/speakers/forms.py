"""Phrases read for who they mean: title and name, name, description, or one that stands for some of many."""

from collections.abc import Sequence

from reportedly.claims.lexicon import word_set
from reportedly.claims.places.countries import country_of, name_of_country
from reportedly.claims.sentences import Tokens
from reportedly.claims.speakers.mention import Mention
from reportedly.claims.speakers.nouns import Gender, Sense, gender_of_name, sense_of, state_seats
from reportedly.claims.speakers.phrases import POSSESSIVES, PRONOUNS, Phrase
from reportedly.claims.syntax import Syntax
from reportedly.terms.reading import SpeakerKind

_KINDS: dict[str, SpeakerKind] = {
    "office": "person",
    "role": "person",
    "courtesy": "person",
    "group": "group",
    "organisation": "organisation",
    "outlet": "outlet",
    "document": "document",
    "place": "place",
}
#: The tagger's number of organisations.
BODY = 2
_NAME_KINDS: tuple[SpeakerKind, ...] = ("person", "place", "organisation")
#: Determiners and pronouns that stand alone for some of many.
_ALONE = word_set("some many several few both all most others others another those these one neither none each")
#: Small words inside names of persons.
PARTICLES = word_set("bin bint ibn al el de la le du da dos das di del van von der den ten ter y e af av zu abu")
_JOINS = word_set("of for and the on")
_PEOPLES = word_set(
    "republicans democrats conservatives liberals socialists communists muslims christians jews catholics sunnis "
    "shiites kurds arabs europeans africans asians hindus sikhs labour"
)


def read_phrase(tokens: Tokens, syntax: Syntax, phrase: Phrase, kinds: Sequence[int]) -> Mention | None:
    """The mention that a phrase is; none for phrases of things that do not speak."""
    if phrase.pronoun:
        _, number, gender = PRONOUNS[phrase.pronoun]
        kind: SpeakerKind | None = "person" if gender in ("m", "f") else None
        sex: Gender = "m" if gender == "m" else "f" if gender == "f" else ""
        return Mention(phrase, "pronoun", kind, phrase.start, phrase.pronoun, number=number, gender=sex)
    body = _long_body(tokens, phrase, kinds)
    if body is not None:
        return body
    turn, sense = _turning_noun(tokens, phrase)
    if turn < 0:
        return _named(tokens, phrase, kinds, phrase.inner)
    assert sense is not None
    if turn == phrase.end:  # the noun ends the phrase
        return _described(tokens, syntax, phrase, sense, kinds)
    if sense.kind in ("office", "role", "courtesy") and not (sense.plural and sense.kind != "courtesy"):
        return _titled(tokens, phrase, turn, sense)
    return _called(tokens, phrase, turn, sense, kinds)


def _long_body(tokens: Tokens, phrase: Phrase, kinds: Sequence[int]) -> Mention | None:
    """A body whose name goes on after its noun: "Department of Veterans Affairs", "Centre for Border Studies"."""
    for i in range(phrase.inner + 1, phrase.end - 1):
        if tokens.forms[i] in ("of", "for", "and") and tokens.word(phrase.end - 1)[0].isupper():
            sense = sense_of(tokens.word(i - 1))
            known = sense is not None and sense.kind == "organisation"
            if not known and not all(kind == BODY for kind in kinds[i : phrase.end]):
                continue
            name = (phrase.inner, phrase.end)
            lemma = sense.lemma if known and sense is not None else ""
            return Mention(
                phrase, "name", "organisation", i - 1, lemma, name, None, sense if known else None, number="s"
            )
    return None


def _turning_noun(tokens: Tokens, phrase: Phrase) -> tuple[int, Sense | None]:
    """Where the last word ends that makes a speaker, with its sense; -1 when no word does.

    A title counts when it ends the phrase or a name follows it; other nouns when they end the
    phrase, or when all that follows is a name.
    """
    for end in range(phrase.end, phrase.inner, -1):
        if end < phrase.end and not tokens.word(end)[0].isupper():
            break  # what follows is no name, so nothing before it can be its title
        pair = end - 2 >= phrase.inner and sense_of(f"{tokens.word(end - 2)} {tokens.word(end - 1)}")
        sense = pair or sense_of(tokens.word(end - 1))
        if sense is None:
            continue
        if end < phrase.end and sense.kind in ("document", "place", "group"):
            continue
        return end, sense
    return -1, None


def _titled(tokens: Tokens, phrase: Phrase, turn: int, sense: Sense) -> Mention:
    """Title and name: "Interior Minister Ramazon Rahimzoda", "Mrs. Silva"."""
    name = (turn, phrase.end)
    if tokens.word(phrase.end - 1).lower() in _PEOPLES:
        return _people(phrase)
    gender = sense.gender or gender_of_name(tokens.word(turn))
    role = None if sense.kind == "courtesy" else (phrase.inner, turn)
    words = tuple(tokens.word(i).lower() for i in range(phrase.inner, turn - 1))
    return Mention(
        phrase, "name", "person", phrase.end - 1, sense.lemma, name, role, sense, words, number="s", gender=gender
    )


def _called(tokens: Tokens, phrase: Phrase, turn: int, sense: Sense, kinds: Sequence[int]) -> Mention:
    """A noun with a name after it: "the disaster agency BNPB", "Hill & Sons Group Holdings"."""
    capital = all(tokens.word(i)[0].isupper() for i in range(phrase.inner, turn))
    start = phrase.inner if capital else turn
    named = _name_kind(kinds, range(start, phrase.end))
    kind = named if named == "person" and not capital else _KINDS[sense.kind]
    words = tuple(tokens.word(i).lower() for i in range(phrase.inner, turn - 1))
    number = "p" if sense.plural else "s"
    return Mention(
        phrase, "name", kind, phrase.end - 1, sense.lemma, (start, phrase.end), None, sense, words, number
    )


def _described(
    tokens: Tokens, syntax: Syntax, phrase: Phrase, sense: Sense, kinds: Sequence[int]
) -> Mention | None:
    """A phrase whose last word is the noun: "the interior minister", "Interior Ministry", "two officials"."""
    kind = _KINDS[sense.kind]
    words = tuple(tokens.word(i).lower() for i in range(phrase.inner, phrase.end - 1))
    head = phrase.end - 1
    if _is_name(tokens, syntax, phrase, sense, kinds):
        if _name_kind(kinds, range(phrase.inner, phrase.end)) == "person" and sense.kind not in (
            "organisation",
            "outlet",
        ):
            return _named(tokens, phrase, kinds, phrase.inner)
        owned = (
            phrase.owner is not None
            and phrase.owner[1] - phrase.owner[0] >= 1
            and phrase.determiner not in POSSESSIVES
        )
        name = (phrase.owner[0] if owned and phrase.owner else phrase.inner, phrase.end)
        return Mention(phrase, "name", kind, head, sense.lemma, name, None, sense, words, number="s")
    modifier = _name_before(tokens, syntax, phrase, sense, kinds)
    if modifier is not None:
        return Mention(phrase, "name", kind, head, sense.lemma, modifier, None, sense, (), number="s")
    if sense.kind == "courtesy":
        return None
    plural = sense.plural
    if plural and kind == "person":
        kind = "group"
    role = (phrase.inner, phrase.end)
    number = "p" if plural else "s"
    return Mention(phrase, "noun", kind, head, sense.lemma, None, role, sense, words, number, sense.gender)


def _name_before(
    tokens: Tokens, syntax: Syntax, phrase: Phrase, sense: Sense, kinds: Sequence[int]
) -> tuple[int, int] | None:
    """The name right before a noun of a body: "the Kompas site", "the Interfax news agency"."""
    if sense.kind not in ("outlet", "organisation") or sense.plural or tokens.word(phrase.end - 1)[0].isupper():
        return None
    end = phrase.end - 1
    if sense.lemma.count(" "):
        end -= 1
    start = end
    named = ("PROPN", "ADJ", "NOUN")
    while start > phrase.inner and tokens.word(start - 1)[0].isupper() and syntax.pos[start - 1] in named:
        start -= 1
    if start < end and all(syntax.pos[i] != "PROPN" for i in range(start, end)):
        return None
    if start == end or country_of(" ".join(tokens.word(i) for i in range(start, end))):
        return None
    return (start, end) if sense.kind == "outlet" or kinds[end - 1] == BODY else None


def _is_name(tokens: Tokens, syntax: Syntax, phrase: Phrase, sense: Sense, kinds: Sequence[int]) -> bool:
    """Whether a phrase that ends in a common noun is a name: "Interior Ministry", "the Times"."""
    head = phrase.end - 1
    if not tokens.word(head)[0].isupper():
        return False
    if sense.kind in ("office", "role", "group", "courtesy"):
        return (
            kinds[head] == 0
            and phrase.end - phrase.inner > 1
            and kinds[phrase.inner] == 0
            and (gender_of_name(tokens.word(phrase.inner)) != "")
        )
    if sense.kind == "document":
        return False
    if phrase.end - phrase.inner > 1 or kinds[head] >= 0:
        return True
    first = head == 0 or tokens.sentences[head - 1] != tokens.sentences[head]
    return syntax.pos[head] == "PROPN" and not (first and sense.kind == "organisation" and head == phrase.start)


def _named(tokens: Tokens, phrase: Phrase, kinds: Sequence[int], start: int) -> Mention | None:
    """A phrase that holds a name the tagger saw, an abbreviation, or one word that stands for some of many."""
    end = phrase.end
    kind = _name_kind(kinds, range(start, end))
    last = tokens.word(end - 1)
    if kind is None and 1 < len(last) < 7 and last.isupper() and last.isalpha() and end - phrase.inner <= 3:
        kind = "organisation"
    if kind is None or not last[0].isupper():
        return _alone(tokens, phrase) if end - phrase.start == 1 else None
    words = tokens.text[tokens.starts[start] : tokens.ends[end - 1]]
    sense = sense_of(words)
    if sense is not None and sense.kind in ("outlet", "organisation") and not sense.plural:
        return Mention(
            phrase, "name", _KINDS[sense.kind], end - 1, sense.lemma, (start, end), None, sense, number="s"
        )
    if state_seats().get(words, ("", ""))[1] == "capital" and kind != "person":
        kind = "place"
    if name_of_country(words) is not None:
        people = tokens.word(end - 1).endswith("s") and kind == "person"
        return (
            _people(phrase) if people else Mention(phrase, "name", "place", end - 1, "", (start, end), number="s")
        )
    low = start
    for i in range(start, end - 1):
        if (
            not tokens.word(i)[0].isupper()
            and tokens.word(i).lower() not in PARTICLES | _JOINS
            and tokens.word(i).isalpha()
        ):
            low = i + 1
    if kind == "person":
        low = _after_country(tokens, low, end)
    if kind == "person" and low == end - 1 and last.lower() in _PEOPLES:
        return _people(phrase)
    role = (start, low) if kind == "person" and low > start and tokens.word(low - 1).islower() else None
    gender = gender_of_name(tokens.word(low)) if kind == "person" else ""
    return Mention(phrase, "name", kind, end - 1, "", (low, end), role, number="s", gender=gender)


def _after_country(tokens: Tokens, start: int, end: int) -> int:
    """Where a name begins that has a country before it: "the United States Ana Silva"."""
    for width in (3, 2, 1):
        if start + width < end and country_of(" ".join(tokens.word(i) for i in range(start, start + width))):
            return start + width
    return start


def _people(phrase: Phrase) -> Mention:
    """People called by a country, a faith or a party: "Tajiks", "Republicans"."""
    role = (phrase.inner, phrase.end)
    return Mention(phrase, "noun", "group", phrase.end - 1, "", None, role, number="p")


def _alone(tokens: Tokens, phrase: Phrase) -> Mention | None:
    """A determiner by itself that stands for some of many: "some", "both", "another"."""
    lower = tokens.word(phrase.start).lower()
    if lower not in _ALONE:
        return None
    number = "s" if lower in ("another", "one", "each") else "p"
    return Mention(phrase, "noun", "group" if number == "p" else None, phrase.start, lower, number=number)


def read_unknown(tokens: Tokens, syntax: Syntax, phrase: Phrase) -> Mention | None:
    """A phrase that speaks though nothing is known of its noun: "investors", "Politifact"; none for "no"."""
    if syntax.pos[phrase.end - 1] not in ("NOUN", "PROPN", "NUM", "ADJ"):
        return None
    head = phrase.end - 1
    word = tokens.word(head)
    first = head == 0 or tokens.sentences[head - 1] != tokens.sentences[head]
    if syntax.pos[head] == "PROPN" and word[0].isupper() and not (first and word.lower().endswith("s")):
        return Mention(phrase, "name", None, head, "", (phrase.inner, phrase.end), number="s")
    lower = word.lower()
    many = lower.endswith("s") and not lower.endswith("ss")
    role = (phrase.inner, phrase.end) if phrase.end > phrase.inner else None
    sense = Sense(lower, "group", "", True) if many else None
    words = tuple(tokens.word(i).lower() for i in range(phrase.inner, head))
    return Mention(
        phrase, "noun", "group" if many else None, head, lower, None, role, sense, words, "p" if many else ""
    )


def _name_kind(kinds: Sequence[int], words: range) -> SpeakerKind | None:
    """The kind that most words have of those the tagger took for a name; the last one's of two alike."""
    counts = [0, 0, 0]
    last = -1
    for word in words:
        if kinds[word] >= 0:
            counts[kinds[word]] += 1
            last = kinds[word]
    if last < 0:
        return None
    best = max(counts)
    return _NAME_KINDS[last if counts[last] == best else counts.index(best)]
