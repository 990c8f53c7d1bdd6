"""Mentions resolved to speakers, against the coreference chains of GUM.

A gold mention is one of GUM's entity spans; its place is its head word. A gold chain has a name
when one of its mentions has a proper noun as head. Ours is the mention whose phrase holds that
head word, found with the parse and names of the program's own model.

A mention is *right* when its chain of ours is told by the right gold chain: our chain's first
mention with a name (without one: its first mention that is a noun phrase, else the mention
itself) lies in the mention's gold chain, and it has a name if the gold chain has one so far in
the text or later. A gold mention that none of ours holds is wrong.

sources    gold mentions of persons and organisations that are subject of a verb of speech (by the
           gold parse), 1st and 2nd person left out
persons    all gold mentions of persons that are mentioned more than once, 1st and 2nd person left out
pronouns   of those two, the pronouns of the 3rd person
news_*     the same in news texts and interviews only

The program reads these texts from their words as the treebank cuts them. All shares are percents.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from evaluation.outcome import Outcome, Slip, percent
from evaluation.treebanks import Sentence, treebank_documents
from reportedly.claims.sentences import Tokens, tokens_of
from reportedly.claims.speakers.chain import Chain
from reportedly.claims.speakers.chains import Linker
from reportedly.claims.speakers.mention import Mention
from reportedly.claims.speakers.mentions import find_mentions
from reportedly.claims.speakers.phrases import PRONOUNS
from reportedly.claims.speakers.ranking import Weights, learned_weights, speaks
from reportedly.claims.speakers.ties import find_ties
from reportedly.claims.tagger import Tagged, Tagger

_NEWS = ("news", "interview")
_OTHERS = frozenset(["you", "your", "yours", "yourself", "yourselves", "one"])


@dataclass(frozen=True, slots=True)
class GoldMention:
    """One entity span: words ``start`` to ``end``, the word it turns on, its type and chain."""

    start: int
    end: int
    head: int
    kind: str
    chain: str


@dataclass(slots=True)
class GoldText:
    """One text with its gold mentions; ``heads`` and ``relations`` are of the gold parse."""

    name: str
    tokens: Tokens
    mentions: list[GoldMention] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    relations: list[str] = field(default_factory=list)
    proper: list[bool] = field(default_factory=list)

    @property
    def news(self) -> bool:
        """Whether the text is a news report or an interview."""
        return self.name.split("_")[1] in _NEWS


def read_gum(path: Path) -> Iterator[GoldText]:
    """The texts of a CoNLL-U file with their gold mentions."""
    names = re.findall(r"^# newdoc id = (\S+)", path.read_text(encoding="utf-8"), re.MULTILINE)
    for name, sentences in zip(names, treebank_documents(path), strict=True):
        text = GoldText(name, tokens_of((s.paragraph, s.words) for s in sentences))
        spans: list[tuple[int, int, str, str]] = []
        still_open: list[tuple[str, str, int]] = []
        for sentence in sentences:
            start = len(text.heads)
            text.heads += [-1 if h == 0 else start + h - 1 for h in sentence.heads]
            text.relations += sentence.relations
            text.proper += [pos == "PROPN" for pos in sentence.pos]
            spans += _entity_spans(sentence, start, still_open)
        for a, b, kind, chain in sorted(spans):
            heads = [i for i in range(a, b) if not a <= text.heads[i] < b]
            text.mentions.append(GoldMention(a, b, heads[0] if heads else a, kind, chain))
        yield text


def _entity_spans(
    sentence: Sentence, first: int, still_open: list[tuple[str, str, int]]
) -> Iterator[tuple[int, int, str, str]]:
    """``(start, end, type, chain)`` of the entity brackets that close in a sentence."""
    for i, brackets in enumerate(sentence.entities):
        for opened, closed in re.findall(r"\(([^()]+)|([^()]*)\)", brackets):
            if opened:
                chain, kind = (*opened.split("-"), "")[:2]
                still_open.append((chain, kind, first + i))
            elif still_open:
                key = closed or still_open[-1][0]
                k = max((k for k, o in enumerate(still_open) if o[0] == key), default=len(still_open) - 1)
                chain, kind, start = still_open.pop(k)
                yield start, first + i + 1, kind, chain


def gold_chains(text: GoldText, mentions: list[Mention]) -> list[frozenset[str]]:
    """For each mention of ours, the gold chains of the mentions around its head that turn on a word of its phrase.

    More than one where GUM has several mentions with one head ("Ken Barger" in "Ken Barger (1971)").
    """
    by_head: dict[int, list[GoldMention]] = {}
    for gold in text.mentions:
        by_head.setdefault(gold.head, []).append(gold)
    found = []
    for mention in mentions:
        words = dict.fromkeys((mention.head, *range(mention.phrase.inner, mention.phrase.end)))
        there = [g for w in words for g in by_head.get(w, ()) if g.start <= mention.head < g.end]
        found.append(frozenset(g.chain for g in there if g.head == there[0].head))
    return found


def source_words(tagged: Tagged) -> frozenset[int]:
    """The words of all sources of attributions."""
    ranges = [a.source for a in tagged.attributions if a.source is not None]
    return frozenset(word for start, end in ranges for word in range(start, end))


def link_text(tokens: Tokens, tagged: Tagged, weights: Weights) -> tuple[list[Mention], list[Chain]]:
    """Mentions and chains of a text, as the program finds them."""
    mentions = find_mentions(tokens, tagged.syntax, tagged.names, source_words(tagged))
    return mentions, Linker(tokens, mentions, find_ties(tokens, tagged.syntax, mentions)).link(weights)


def teller_of(chain: Chain, mentions: list[Mention], index: int) -> int:
    """The mention that tells who a chain is."""
    for form in ("name", "noun"):
        for i in chain.mentions:
            if mentions[i].form == form:
                return i
    return index


def count_text(text: GoldText, tagged: Tagged, weights: Weights) -> tuple[Counter[str], list[Slip]]:
    """Counts of right and all mentions by set, and the slips of one text."""
    mentions, chains = link_text(text.tokens, tagged, weights)
    gold = gold_chains(text, mentions)
    chain_of = {i: chain for chain in chains for i in chain.mentions}
    holder: dict[int, int] = {}
    for i, mention in enumerate(mentions):
        for word in range(mention.phrase.inner, mention.phrase.end):
            if word not in holder or word == mention.head:
                holder[word] = i
    size = Counter(m.chain for m in text.mentions)
    named = {m.chain for m in text.mentions if text.proper[m.head]}
    counts: Counter[str] = Counter()
    slips = []
    for m in text.mentions:
        sets = _sets_of(text, m, alone=size[m.chain] == 1)
        if not sets:
            continue
        ours = holder.get(m.head)
        right, told = False, "none"
        if ours is not None:
            teller = teller_of(chain_of[ours], mentions, ours)
            named_right = m.chain not in named or mentions[teller].form == "name"
            right = (m.chain in gold[teller] or teller == ours) and named_right
            told = _words(text, mentions[teller].phrase.start, mentions[teller].phrase.end)
        for name in sets:
            counts[f"{name}_of"] += 1
            counts[name] += right
        if not right:
            around = _words(text, max(0, m.start - 12), min(len(text.tokens), m.end + 6))
            slips.append(
                Slip(
                    text=text.name, kind=sets[0], gold=_words(text, m.start, m.end), predicted=told, around=around
                )
            )
    return counts, slips


def _sets_of(text: GoldText, mention: GoldMention, *, alone: bool) -> list[str]:
    """The sets a gold mention counts in."""
    word = text.tokens.forms[mention.head].lower()
    person = PRONOUNS.get(word, (3, "", ""))[0]
    if person == 1 or word in _OTHERS or mention.kind not in ("person", "organization"):
        return []
    sets = []
    verb = text.heads[mention.head]
    subject = text.relations[mention.head] == "nsubj" and verb >= 0
    if subject and speaks(text.tokens.forms[verb].lower()):
        sets.append("sources")
    if mention.kind == "person" and not alone:
        sets.append("persons")
    if sets and word in PRONOUNS and person == 3:
        sets.append("pronouns")
    return sets + [f"news_{name}" for name in sets] if text.news else sets


def _words(text: GoldText, start: int, end: int) -> str:
    return " ".join(text.tokens.forms[start:end])


def measure_texts(pairs: list[tuple[GoldText, Tagged]], weights: Weights) -> Outcome:
    """Shares over texts that are tagged already."""
    total: Counter[str] = Counter()
    slips: list[Slip] = []
    for text, tagged in pairs:
        counts, found = count_text(text, tagged, weights)
        total += counts
        slips += found
    names = ("sources", "persons", "pronouns", "news_sources", "news_persons", "news_pronouns")
    return Outcome(
        shares={name: percent(total[name], total[f"{name}_of"]) for name in names},
        counts=total,
        slips=tuple(slips),
    )


def measure(home: Path, *, sample: bool = False) -> Outcome:
    """Read the dev texts under ``home`` and score the mentions; the sample is every third text."""
    tagger = Tagger.load()
    texts = list(read_gum(home / "dev.conllu"))[:: 3 if sample else 1]
    return measure_texts([(text, tagger.tag(text.tokens)) for text in texts], learned_weights())
