"""Claims inside claims: "the agency quoted the minister as saying that police believe …"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.claims.attribution import Attribution
from reportedly.claims.enclosing import Contents
from reportedly.claims.inflections import verb_forms
from reportedly.claims.lexicon import word_set
from reportedly.claims.sentences import Tokens
from reportedly.claims.speaking import can_speak, passes_on
from reportedly.claims.syntax import Syntax
from reportedly.terms import Claim

#: Verbs whose subject and clause make a claim of their own inside another one's content.
_SAY = frozenset(
    form
    for verb in ("say", "tell", "believe", "claim", "deny", "confirm", "announce", "allege", "insist", "estimate",
                 "fear", "suspect", "admit", "acknowledge", "state")
    for form in verb_forms(verb)
) | {"reported"}  # fmt: skip
_SAYING = frozenset(
    form
    for form in _SAY | word_set("adding warning stressing telling writing explaining predicting")
    if form.endswith("ing")
)
_PLAIN = ("say", "said", "tell", "told")  # say something even where the parse sees no clause behind them
_QUOTE = frozenset(form for verb in ("quote", "cite") for form in verb_forms(verb))
_CITE = frozenset(verb_forms("cite"))
_PRONOUNS = word_set("he she they it we i who which that this these there you what")
_GAP = 6  # words between a verb that says and its "that"
_SHORTEST = 3  # words of a content; "police say so" says nothing of its own


def add_nested(
    tokens: Tokens,
    syntax: Syntax,
    attributions: Sequence[Attribution],
    names: Sequence[tuple[int, int, int]],
) -> list[Attribution]:
    """The attributions with those that stand inside the content of another, where source and cue are written.

    "The agency quoted the minister as saying P" gives the minister's claim P beside the agency's; "the
    broadcaster, citing police, said P" gives the claim of police, cue "citing", content P. The outer
    attributions stay as they are, but for a passive one: in "the minister was quoted by the agency as
    saying P" it is the minister who says P. Only outlets, documents and the like are looked into for
    "reported that officials said P": what people say of others is theirs.
    """
    result = _quoted_speakers(tokens, attributions)
    cues = {each.cue for each in result}
    for outer in list(result):
        for inner in _inside(tokens, syntax, outer, result, names):
            if not any(a < inner.cue[1] and inner.cue[0] < b for a, b in cues) or inner.cue == outer.cue:
                cues.add(inner.cue)
                result.append(inner)
    return result


def _words(tokens: Tokens, start: int, end: int) -> list[str]:
    return [tokens.word(i).lower() for i in range(start, end)]


def _quoted_speakers(tokens: Tokens, attributions: Sequence[Attribution]) -> list[Attribution]:
    """ "X was quoted by Y as saying P": P is what X says, as Y has it."""
    result = list(attributions)
    for number, each in enumerate(attributions):
        cue = _words(tokens, *each.cue)
        if cue[-1] not in _SAYING or each.source is None or each.cue[0] == 0 or "quoted" in cue:
            continue
        if "as" not in (*cue, tokens.word(each.cue[0] - 1).lower()):
            continue
        for outer in attributions:
            passive = _words(tokens, *outer.cue)
            quoted = "quoted" in passive and passive[0] in ("was", "is", "were", "are", "been", "being")
            if (
                quoted
                and outer.source == each.source
                and len(outer.contents) == 1
                and outer.contents[0][1] <= outer.cue[0]
            ):
                result[number] = replace(each, source=outer.contents[0])
    return result


def _inside(
    tokens: Tokens,
    syntax: Syntax,
    outer: Attribution,
    attributions: Sequence[Attribution],
    names: Sequence[tuple[int, int, int]],
) -> Iterator[Attribution]:
    cue = _words(tokens, *outer.cue)
    if _CITE & set(cue):
        cited = _cited(tokens, outer, attributions, names)
        if cited is not None:
            yield cited
    for start, end in _over_gaps(tokens, outer.contents):
        if _QUOTE & set(cue):
            found = _as_saying(tokens, outer, start, end)
            if found is not None:
                yield found
                deeper = _reported(tokens, syntax, found, *found.contents[0])
                if deeper is not None:
                    yield deeper
        elif outer.source is not None and passes_on(tokens, *outer.source):
            found = _reported(tokens, syntax, outer, start, end) or _trailing(tokens, syntax, outer, start, end)
            if found is not None:
                yield _with_more(tokens, found, outer)


def _with_more(tokens: Tokens, found: Attribution, outer: Attribution) -> Attribution:
    """ "The head told them that P, the paper said, | and that Q": what goes on so is told by the head too."""
    last = found.contents[-1]
    more = tuple(
        (start + 1, end)
        for start, end in outer.contents
        if start > last[1]
        and tokens.sentences[start] == tokens.sentences[last[0]]
        and _words(tokens, start, min(end, start + 2)) == ["and", "that"]
    )
    return replace(found, contents=(*found.contents, *more)) if more else found


def _over_gaps(tokens: Tokens, contents: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The stretches of a content; those that belong together are one.

    So are "the head told | that P", whom he told and when left out of it or not; "P | the mayor said", but
    for the comma; "the minister | as saying that P", the words of the cue between.
    """
    held = list(contents)
    while held:
        start, end = held.pop(0)
        while held and _goes_on(tokens, start, end, held[0][0]):
            end = held.pop(0)[1]
        yield start, end


def _goes_on(tokens: Tokens, start: int, end: int, after: int) -> bool:
    if tokens.sentences[after] != tokens.sentences[start] or after - end > _GAP:
        return False
    told = tokens.word(end - 1).lower() in _SAY and tokens.word(after).lower() == "that"
    return told or _words(tokens, end, after) == [","] or _says_as(tokens, after)


def _says_as(tokens: Tokens, at: int) -> bool:
    return at + 1 < len(tokens) and tokens.word(at).lower() == "as" and tokens.word(at + 1).lower() in _SAYING


def _as_saying(tokens: Tokens, outer: Attribution, start: int, end: int) -> Attribution | None:
    """ "the minister | as saying | that P" within what was quoted."""
    words = _words(tokens, start, end)
    for k in range(1, len(words) - _SHORTEST):
        if words[k] == "as" and words[k + 1] in _SAYING:
            last = start + k
            if start < outer.cue[0] < last:
                last = outer.cue[0]  # "the minister | was quoted by the agency | as saying"
            while last > start and tokens.word(last - 1) in (",", "—", "-"):
                last -= 1
            begin = start + k + 2
            while begin < end and tokens.word(begin) in (",", ":"):
                begin += 1
            if last == start or end - begin < _SHORTEST:
                return None
            return replace(outer, cue=(start + k, start + k + 2), source=(start, last), contents=((begin, end),))
    return None


def _cited(
    tokens: Tokens, citing: Attribution, attributions: Sequence[Attribution], names: Sequence[tuple[int, int, int]]
) -> Attribution | None:
    """ "the broadcaster, citing police, said P": police | citing | P."""
    if len(citing.contents) != 1:
        return None
    start, end = citing.contents[0]
    if not can_speak(tokens, start, end, names) or _words(tokens, *citing.cue) not in (
        ["citing"],
        [",", "citing"],
    ):
        return None
    here = tokens.sentences[citing.cue[0]]
    for other in attributions:
        if other is citing or tokens.sentences[other.cue[0]] != here or other.source != citing.source:
            continue
        if not any(a < end and start < b for a, b in other.contents):
            return replace(citing, source=(start, end), contents=other.contents)
    return None


def _reported(tokens: Tokens, syntax: Syntax, outer: Attribution, start: int, end: int) -> Attribution | None:
    """ "that officials | said | P": the first verb of the content says, and its subject stands before it."""
    first = start + (tokens.word(start).lower() == "that")
    verb = next((i for i in range(first, end) if syntax.pos[i] in ("VERB", "AUX")), None)
    while verb is not None and syntax.pos[verb] == "AUX" and verb + 1 < end:
        verb += 1
    if verb is None or verb == first or tokens.word(verb).lower() not in _SAY or end - verb - 1 < _SHORTEST:
        return None
    words = _words(tokens, first, verb)
    if words[0] in _PRONOUNS or len(words) > 12 or '"' in words:
        return None
    last = verb
    while last > first and (
        syntax.pos[last - 1] in ("AUX", "ADV", "PART", "PUNCT") or tokens.word(last - 1) == ","
    ):
        last -= 1
    passive = any(syntax.relations[c] in ("aux:pass", "nsubj:pass") for c in syntax.children[verb])
    if last == first or passive or syntax.pos[last - 1] not in ("NOUN", "PROPN"):
        return None
    if not tokens.word(verb).lower().startswith(_PLAIN) and syntax.child(verb, "ccomp") is None:
        return None  # "had claimed a loss"
    begin = _after_addressee(tokens, verb, end)
    if end - begin < _SHORTEST or tokens.word(begin).lower() in (
        "to",
        "by",
        "of",
        "in",
        "on",
        "at",
        "for",
        "with",
    ):
        return None
    return replace(outer, cue=(last, verb + 1), source=(first, last), contents=((begin, end),))


def _after_addressee(tokens: Tokens, verb: int, end: int) -> int:
    """Where what is said begins: behind "told reporters on Monday"."""
    if not tokens.word(verb).lower().startswith(("tell", "told")):
        return verb + 1
    return next((i for i in range(verb + 1, min(end, verb + 8)) if tokens.word(i).lower() == "that"), verb + 2)


def _trailing(tokens: Tokens, syntax: Syntax, outer: Attribution, start: int, end: int) -> Attribution | None:
    """ "P, the mayor | said" at the end of what the outer one says."""
    verb = end - 1
    while verb > start and tokens.word(verb) in (",", ".", "”", '"', "''"):
        verb -= 1
    if tokens.word(verb).lower() not in ("said", "says") or syntax.pos[verb] != "VERB":
        return None
    comma = next((i for i in range(verb - 1, max(start, verb - 9), -1) if tokens.word(i) in (",", "”", '"')), None)
    if comma is None or comma - start < _SHORTEST or syntax.pos[verb - 1] not in ("NOUN", "PROPN"):
        return None
    return replace(outer, cue=(verb, verb + 1), source=(comma + 1, verb), contents=((start, comma),))


def tie_nested(claims: Sequence[Claim]) -> list[Claim]:
    """The claims with ``via``: the id of the smallest claim that each one is reported inside.

    A claim lies inside another when its source or cue, and its content, stand in the other's content;
    what is cited lies inside the claim that has the same content under another cue.
    """
    contents = Contents(claims)
    quoting = [c for c in claims if c.cue is not None and "quoted by" in c.cue.exact.lower()]
    return [
        replace(claim, via=outer) if (outer := _outer(claim, claims, contents, quoting)) else claim
        for claim in claims
    ]


def _outer(claim: Claim, claims: Sequence[Claim], contents: Contents, quoting: Sequence[Claim]) -> str | None:
    if claim.cue is None:
        return None
    own = (*claim.cue.spans, *(claim.source.spans if claim.source else ()), *claim.content.spans)
    around = [
        other
        for other in contents.holding(*own[0])
        if other is not claim
        and other.id != claim.id
        and all(any(a <= s and e <= b for a, b in other.content.spans) for s, e in own)
        and _size(other) > _size(claim)
    ]
    if around:
        return min(around, key=_size).id
    if claim.cue.lemma == "cite" or claim.cue.exact.lower() == "citing":
        same = (
            c
            for c in claims
            if c is not claim
            and c.content.spans == claim.content.spans
            and c.cue
            and c.cue.exact.lower() != "citing"
        )
        return next((c.id for c in same), None)
    return _quoting(claim, quoting)


def _quoting(claim: Claim, quoting: Sequence[Claim]) -> str | None:
    """The claim "was quoted by the agency" whose content is this one's source."""
    if claim.source is None:
        return None
    return next((c.id for c in quoting if c is not claim and c.content.spans == claim.source.spans), None)


def _size(claim: Claim) -> int:
    return sum(b - a for a, b in claim.content.spans)
