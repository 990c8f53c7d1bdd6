"""What stands beside a mention and says who it is: appositions, "of" and "for", names in brackets."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from reportedly.claims.sentences import Tokens
from reportedly.claims.speakers.mention import Mention
from reportedly.claims.syntax import Syntax

_BELONGS = frozenset(["of", "for", "at", "with", "from", "in"])
_PART = frozenset([",", "–", "—", "--", "("])
_ENDS = frozenset([",", ".", ";", ":", ")", "–", "—", "--", "”", '"', "''"])
_FAR = 3  # phrases in a chain of "of" and "for": "director of the Institute for Policy at the University"


@dataclass(slots=True)
class Ties:
    """Links between mentions, by their indices in the list of mentions.

    ``same``: later mention → earlier one that is the same by apposition or brackets;
    ``belongs``: mention → mentions named after "of", "for", "at" and the like, nearest first;
    ``owners``: mention → the mention that owns it ("McKinnon" of "McKinnon's spokeswoman", "its");
    ``ends``: mention → word index after its last tied word; ``predicates``: mentions that say what another is
    by a verb ("Silva is a farmer").
    """

    same: dict[int, int] = field(default_factory=dict)
    belongs: dict[int, list[int]] = field(default_factory=dict)
    owners: dict[int, int] = field(default_factory=dict)
    ends: dict[int, int] = field(default_factory=dict)
    predicates: set[int] = field(default_factory=set)


def find_ties(tokens: Tokens, syntax: Syntax, mentions: Sequence[Mention]) -> Ties:
    """The ties of a text's mentions."""
    ties = Ties()
    at: dict[int, int] = {}
    for index, mention in enumerate(mentions):
        phrase = mention.phrase
        at.setdefault(phrase.start, index)
        if mention.form != "pronoun" or phrase.start not in at:
            at[phrase.start] = index if not phrase.pronoun else at[phrase.start]
    by_span = {(m.phrase.start, m.phrase.end): i for i, m in enumerate(mentions)}
    for index, mention in enumerate(mentions):
        owner = mention.phrase.owner
        if owner is not None:
            found = by_span.get(owner) if owner in by_span else by_span.get((mention.phrase.start, owner[1]))
            if found is not None and found != index:
                ties.owners[index] = found
    for index in reversed(range(len(mentions))):
        _tie_after(tokens, syntax, mentions, index, at, ties)
    for index in range(len(mentions)):
        _tie_beside(tokens, syntax, mentions, index, at, ties)
    _tie_predicates(syntax, mentions, ties)
    return ties


def _tie_predicates(syntax: Syntax, mentions: Sequence[Mention], ties: Ties) -> None:
    """Tie what somebody is said to be to the subject: "Silva is a farmer"; not when denied or asked."""
    by_head: dict[int, int] = {}
    for index, mention in enumerate(mentions):
        for word in range(mention.phrase.inner, mention.phrase.end):
            by_head.setdefault(word, index)
    for index, mention in enumerate(mentions):
        if mention.form != "noun" or mention.kind != "person" or index in ties.same or mention.number == "p":
            continue
        children = syntax.children[mention.head]
        subject = syntax.child(mention.head, "nsubj")
        if subject is None or syntax.child(mention.head, "cop") is None or subject > mention.head:
            continue
        denied = any(syntax.relations[c] in ("advmod", "mark") and c > subject for c in children)
        other = by_head.get(subject)
        if (
            other is None
            or denied
            or mentions[other].number == "p"
            or mentions[other].kind not in ("person", None)
        ):
            continue
        if other < index and mentions[other].lemma not in ("who", "that", "which", "it", "i", "we"):
            ties.same[index] = other
            ties.predicates.add(index)


def _tie_after(
    tokens: Tokens, syntax: Syntax, mentions: Sequence[Mention], index: int, at: dict[int, int], ties: Ties
) -> None:
    """Follow "of", "for" and the like from a phrase to the next."""
    mention = mentions[index]
    end = mention.phrase.end
    ties.ends[index] = end
    if mention.form == "pronoun" or end + 1 >= len(tokens):
        return
    if tokens.forms[end].lower() in _BELONGS and tokens.sentences[end + 1] == mention.sentence:
        following = at.get(end + 1)
        if following is not None and mentions[following].form != "pronoun":
            ties.belongs[index] = [following, *ties.belongs.get(following, [])][:_FAR]
            ties.ends[index] = max(ties.ends[index], ties.ends.get(following, end))
            _extend_joined(tokens, syntax, mentions, (index, following), at, ties)


def _extend_joined(
    tokens: Tokens,
    syntax: Syntax,
    mentions: Sequence[Mention],
    pair: tuple[int, int],
    at: dict[int, int],
    ties: Ties,
) -> None:
    """Let the second of a pair go on over "and": "for the Port Authority of New York and New Jersey"."""
    end = ties.ends[pair[0]]
    second = at.get(end + 1)
    if end >= len(tokens) or tokens.forms[end].lower() != "and" or second is None:
        return
    one, two = mentions[pair[1]].phrase, mentions[second].phrase
    heads = [syntax.heads[w] for w in range(two.start, two.end) if syntax.relations[w] == "conj"]
    if any(one.start <= head < one.end for head in heads):
        ties.ends[pair[0]] = ties.ends[second]


def _tie_beside(
    tokens: Tokens, syntax: Syntax, mentions: Sequence[Mention], index: int, at: dict[int, int], ties: Ties
) -> None:
    """Tie a phrase after a comma or in brackets to the one before it, where it says who that is."""
    mention = mentions[index]
    end = ties.ends[index]
    if end + 1 >= len(tokens) or tokens.word(end) not in _PART or tokens.sentences[end + 1] != mention.sentence:
        return
    start = end + 1
    if tokens.word(start).isdigit() and start + 2 < len(tokens) and tokens.word(start + 1) == ",":
        start += 2  # an age: "Ana Silva, 42, a farmer,"
    other = at.get(start)
    bracket = tokens.word(end) == "("
    if other is None or other == index or not tells_who(mention, mentions[other], bracket):
        return
    after = ties.ends[other]
    if bracket and (after >= len(tokens) or tokens.word(after) != ")"):
        return
    after = _past_second(tokens, mentions, other, at, ties, after)
    closed = after >= len(tokens) or tokens.word(after) in _ENDS or syntax.pos[after] in ("VERB", "AUX")
    relative = after < len(tokens) and tokens.forms[after].lower() in ("who", "which", "whose", "that")
    listed = not _is_bare(mentions[other], other in ties.belongs) and _in_list(
        tokens, syntax, mention, mentions[other], after
    )
    if not (closed or relative) or listed:
        return
    ties.same[other] = index
    ties.ends[index] = after


def _is_bare(mention: Mention, belongs: bool) -> bool:
    """Whether a role has no determiner and says of what: "head of the centre", which is no item of a list."""
    return mention.form == "noun" and mention.number == "s" and not mention.phrase.determiner and belongs


def _past_second(
    tokens: Tokens, mentions: Sequence[Mention], first: int, at: dict[int, int], ties: Ties, after: int
) -> int:
    """Where an apposition of two roles ends: "founder and chief executive of the fund"."""
    role = mentions[first]
    if role.phrase.determiner not in ("", "a", "an", "the") or role.form != "noun" or after + 1 >= len(tokens):
        return after
    second = at.get(after + 1)
    if tokens.forms[after].lower() != "and" or second is None or mentions[second].form != "noun":
        return after
    if mentions[second].phrase.determiner or mentions[second].kind != "person" or mentions[second].number == "p":
        return after
    ties.same[second] = first
    if second in ties.belongs:
        ties.belongs.setdefault(first, ties.belongs[second])
    return ties.ends[second]


def tells_who(one: Mention, other: Mention, bracket: bool) -> bool:
    """Whether two phrases beside each other can be the same: a name and a description, or a name in brackets."""
    if one.form == "pronoun" or other.form == "pronoun" or "p" in (one.number, other.number):
        return False
    if one.form == other.form:
        return bracket and one.form == "name" and _short(one, other)
    noun = one if one.form == "noun" else other
    name = other if one.form == "noun" else one
    if noun.kind == "person":
        return name.kind == "person"
    return noun.kind is not None and (
        noun.kind == name.kind or {noun.kind, name.kind} <= {"organisation", "outlet", "group"}
    )


def _short(long: Mention, short: Mention) -> bool:
    """Whether the second name is one word in capitals: "the Disaster Agency (BNPB)"."""
    return (
        short.name is not None
        and short.name[1] - short.name[0] == 1
        and long.name is not None
        and long.name[1] - long.name[0] > 1
        and "person" not in (long.kind, short.kind)
        and long.kind == "organisation"
    )


def _in_list(tokens: Tokens, syntax: Syntax, one: Mention, other: Mention, after: int) -> bool:
    """Whether the two are items of a list: "Silva, the minister and the judge"."""
    if "conj" in (syntax.relations[one.head], syntax.relations[other.head]):
        return True
    if after + 1 < len(tokens) and tokens.word(after) == ",":
        return tokens.forms[after + 1].lower() in ("and", "or") and other.phrase.determiner not in ("a", "an")
    return after < len(tokens) and tokens.forms[after].lower() in ("and", "or")
