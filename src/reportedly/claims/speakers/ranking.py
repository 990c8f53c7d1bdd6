"""Which chain a noun phrase or pronoun belongs to: features, and their weights learned from GUM.

The weights stand in ``lexicons/speaker_weights.tsv``, one feature a line; training/speakers.py
makes them. A score is the sum of the weights of the features that hold; the highest one wins.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reportedly.claims.lexicon import lexicon_rows
from reportedly.claims.speakers.chain import Chain
from reportedly.claims.speakers.mention import Mention, mention_class

#: Verbs of speech, to tell who was speaking; forms, since they are looked up by the word.
_SPEAKS = frozenset(
    (
        "said says say saying told tells added adds claimed claims announced announces stated reported reports "
        "confirmed warned argued wrote writes noted explained insisted denied admitted stressed declared asked "
        "thinks "
        "thought believes believed estimated acknowledged described called according"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights by feature; a feature without weight counts nothing."""

    by_feature: Mapping[str, float]

    def score(self, features: Iterable[str]) -> float:
        """Sum of the weights of the features that hold."""
        held = self.by_feature
        return sum([held.get(name, 0.0) for name in features])


@lru_cache(maxsize=1)
def learned_weights() -> Weights:
    """The weights that come with the program."""
    return Weights({name: float(weight) for name, weight, _ in lexicon_rows("speaker_weights", 3)})


def speaks(word: str) -> bool:
    """Whether a word is a form of a verb by which speech is reported.

    >>> speaks("said"), speaks("ran")
    (True, False)
    """
    return word in _SPEAKS


def start_features(mention: Mention) -> list[str]:
    """Features of opening a new chain."""
    group = mention_class(mention)
    found = [f"{group} new"]
    if mention.form == "noun":
        found.append(f"noun new det {mention.phrase.determiner if mention.phrase.owner is None else 'owner'}")
        found.append(f"noun new kind {mention.kind}")
        if mention.modifiers:
            found.append("noun new modified")
        if mention.number == "p":
            found.append("noun new many")
    else:
        found.append(f"{group} new subject {mention.subject}")
        found.append(f"{group} new quoted {mention.quoted}")
    if mention.source:
        found.append(f"{group} new source")
    return found


def pair_features(mention: Mention, chain: Chain, mentions: Sequence[Mention], rank: int) -> list[str]:
    """Features of a mention with a chain; ``rank`` counts the likelier chains mentioned since, from 0."""
    group = mention_class(mention)
    last = mentions[chain.mentions[-1]]
    size = len(chain.mentions)
    found = [
        f"{group} far {_bucket(mention.sentence - last.sentence)}",
        f"{group} rank {min(rank, 4)}",
        f"{group} size {min(size.bit_length(), 4)}",
        f"{group} last {last.form}",
        f"{group} kind {chain.kind}",
        f"{group} named {bool(chain.names)}",
    ]
    if last.subject:
        found.append(f"{group} last subject")
        if mention.subject:
            found.append(f"{group} both subject")
    if last.main:
        found.append(f"{group} last main")
    if group != "noun" and group[:2] in chain.pronouns:
        found.append(f"{group} said before")
        if last.form == "pronoun" and last.subject and mention.subject:
            found.append(f"{group} goes on")
    if mention.quoted != last.quoted:
        found.append(f"{group} quote crossed")
    if last.speech:
        found.append(f"{group} last spoke")
        if mention.speech:
            found.append(f"{group} both spoke")
    if mention.source:
        found.append(f"{group} source {'spoke' if chain.spoke else 'silent'}")
        if not mention.gender:
            found.append(f"{group} source {'official' if chain.official else 'other'}")
        found.append(f"{group} source {'named' if chain.names else 'nameless'}")
    first = mentions[chain.mentions[0]]
    if first.sentence == 0:
        found.append(f"{group} lead")
    if mention.form == "noun":
        found += _noun_features(mention, chain)
    elif mention.gender:
        found.append(f"{group} gender {'same' if chain.gender == mention.gender else 'open'}")
    else:
        found.append(f"{group} number {chain.number or 'open'}")
    return found


def _bucket(sentences: int) -> str:
    for limit, name in ((0, "0"), (1, "1"), (2, "2"), (5, "3-5"), (10, "6-10")):
        if sentences <= limit:
            return name
    return "11+"


def _noun_features(mention: Mention, chain: Chain) -> list[str]:
    """How the noun and its modifiers agree with what is known of the chain."""
    determiner = mention.phrase.determiner if mention.phrase.owner is None else "owner"
    if mention.lemma in chain.lemmas:
        known = chain.modifiers.get(mention.lemma, set())
        own = set(mention.modifiers)
        agree = "equal" if own == known else "fewer" if own < known else "more" if known < own else "other"
        return [f"noun same det {determiner}", f"noun same modifiers {agree}", f"noun same kind {mention.kind}"]
    within = any(mention.lemma in name for name in chain.names)
    return [
        f"noun other det {determiner}",
        f"noun other {'in name' if within else 'apart'}",
        f"noun other pair {mention.kind} {chain.kind}",
        "noun other modified" if mention.modifiers else "noun other bare",
    ]
