"""One speaker as far as a text was read."""

from dataclasses import dataclass, field

from reportedly.claims.speakers.mention import Mention, is_official, mention_class
from reportedly.terms.reading import SpeakerKind


@dataclass(slots=True, eq=False)  # two chains are never equal: comparing all they hold would be slow
class Chain:
    """One speaker as far as the text was read: its mentions by index, and what they say of it."""

    mentions: list[int] = field(default_factory=list)
    names: list[tuple[str, ...]] = field(default_factory=list)
    lemmas: set[str] = field(default_factory=set)
    modifiers: dict[str, set[str]] = field(default_factory=dict)  # of each lemma
    proper: set[str] = field(default_factory=set)  # names before its nouns
    kind: SpeakerKind | None = None
    number: str = ""
    gender: str = ""
    named_kinds: list[SpeakerKind] = field(default_factory=list)
    pronouns: set[str] = field(default_factory=set)  # their classes
    spoke: bool = False  # source of a claim, or subject of a verb of speech
    official: bool = False  # an office or a body that speaks

    def take(self, index: int, mention: Mention, words: tuple[str, ...]) -> None:
        """Add a mention, and what it tells."""
        self.mentions.append(index)
        if mention.name is not None and words not in self.names:
            self.names.append(words)
        if mention.form != "pronoun" and mention.lemma and mention.sense is not None:
            self.lemmas.add(mention.lemma)
            self.modifiers.setdefault(mention.lemma, set()).update(mention.modifiers)
        if mention.kind is not None and (self.kind is None or (mention.form == "name" and not self.named_kinds)):
            self.kind = mention.kind
        if mention.form == "name" and mention.kind is not None:
            self.named_kinds.append(mention.kind)
        if mention.form == "pronoun":
            self.pronouns.add(mention_class(mention)[:2])
        if mention.form != "pronoun" or mention.lemma not in ("they", "them", "their"):
            self.number = self.number or mention.number
        self.gender = self.gender or mention.gender
        self.proper |= mention.proper
        self.spoke = self.spoke or mention.source or mention.speech
        self.official = self.official or is_official(mention)
