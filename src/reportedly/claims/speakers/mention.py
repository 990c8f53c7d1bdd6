"""One mention: a phrase with what its words tell of who is meant."""

from dataclasses import dataclass
from typing import Literal

from reportedly.claims.lexicon import word_set
from reportedly.claims.speakers.nouns import Gender, Sense
from reportedly.claims.speakers.phrases import Phrase
from reportedly.terms.reading import SpeakerKind

Form = Literal["name", "noun", "pronoun"]

#: Determiners that point at somebody met before.
_POINTING = word_set("the this that these those")

_OFFICIAL = frozenset(
    ["authorities", "officials", "police", "leadership", "sources", "experts", "scientists", "spokesman"]
)
_CLASSES = {
    "he": "he", "him": "he", "himself": "he", "his": "his", "she": "he", "her": "his", "herself": "he",
    "hers": "he", "it": "it", "itself": "it", "its": "its", "they": "they", "them": "they",
    "themselves": "they", "their": "their",
}  # fmt: skip


@dataclass(slots=True)
class Mention:
    """One phrase read. Ranges are half-open word indices; ``name`` and ``role`` are what is in the words.

    ``lemma`` is the noun or pronoun it turns on, in lower case; ``modifiers`` are the words before
    that noun, in lower case, and ``proper`` those of them that are names; ``number`` is s, p or
    empty; ``verb`` is the word the phrase hangs on;
    ``speech`` says that it is subject of a verb of speech, ``main`` of its sentence's own verb,
    ``source`` that it is the source of a claim.
    """

    phrase: Phrase
    form: Form
    kind: SpeakerKind | None
    head: int
    lemma: str
    name: tuple[int, int] | None = None
    role: tuple[int, int] | None = None
    sense: Sense | None = None
    modifiers: tuple[str, ...] = ()
    number: str = ""
    gender: Gender = ""
    sentence: int = 0
    subject: bool = False
    verb: int = -1
    speech: bool = False
    main: bool = False
    source: bool = False
    quoted: bool = False
    proper: frozenset[str] = frozenset()

    @property
    def definite(self) -> bool:
        """Whether the words point at somebody met before, or of whom there is one."""
        return self.form == "noun" and (
            self.phrase.determiner in _POINTING or (self.phrase.owner is not None and self.number != "p")
        )

    @property
    def indefinite(self) -> bool:
        """Whether the words bring in somebody new: "a minister", "two officials", "another"."""
        return self.form == "noun" and (
            self.phrase.determiner in ("a", "an", "another", "some", "any", "no", "every", "each")
            or bool(self.modifiers and self.modifiers[0].isdigit())
        )


def is_official(mention: Mention) -> bool:
    """Whether a mention is an office or a body that speaks as sources do: "authorities", "the ministry"."""
    sense = mention.sense
    return mention.kind in ("organisation", "outlet") or (
        sense is not None and (sense.kind == "office" or sense.lemma in _OFFICIAL)
    )


def mention_class(mention: Mention) -> str:
    """The class whose weights hold for a mention: of pronouns ``he`` ``his`` ``it`` …, else ``noun``.

    The pronouns of men and women share theirs.
    """
    return _CLASSES.get(mention.lemma, "noun") if mention.form == "pronoun" else "noun"
