"""Claims and figures that a person adds: grounded like those that are read, and with the ids these would have."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from reportedly.errors import BadJudgement, BadOption
from reportedly.ledger.judging.apply import apply_changes
from reportedly.ledger.judging.changes import Given, changes_of, words_of
from reportedly.ledger.judging.values import read_value
from reportedly.terms import Claim, Figure, Reading, Speaker, Words, words_id


def draft_figure(reading: Reading, words: Given, values: Mapping[str, Given]) -> Figure:
    """A figure by its bound words and number.

    Raises:
        BadJudgement: no value in the words and none given, or a field that cannot be.
        UnknownWords: the words are not in the report, or at several places.
    """
    found = _required(reading, words)
    text_sha256 = reading.report.text_sha256
    figure = Figure(
        id=words_id("f", text_sha256, [("figure", found.spans)]), exact=found.exact, spans=found.spans,
        measure="count", confidence=1.0, **_value(found, values),
    )  # fmt: skip
    if "claim" not in values:
        figure = replace(figure, claim=_claim_around(reading, figure))
    rest = {name: given for name, given in values.items() if name != "value"}
    if rest:
        figure = apply_changes(reading.report.text, figure, changes_of(reading, "figure", figure, rest))
    return figure


def draft_claim(reading: Reading, words: Given, values: Mapping[str, Given]) -> tuple[Claim, Speaker | None]:
    """A claim by the words of its content, and its speaker where a source is given.

    A source that is a mention of a known speaker is theirs; else it is a speaker of its own, of unknown kind.

    Raises:
        BadJudgement, UnknownWords: as of :func:`draft_figure`.
    """
    content = _required(reading, words)
    block = next((b.kind for b in reading.report.blocks if b.start <= content.start < b.end), "paragraph")
    claim = Claim(
        id="c:", source=None, cue=None, content=content, mode="indirect", block=block, confidence=1.0,
        figures=tuple(f.id for f in reading.figures if _inside(f, content)),
    )  # fmt: skip
    if values:
        order = sorted(values, key=lambda name: name not in ("source", "cue"))  # parts of these come after them
        changes = changes_of(reading, "claim", claim, {name: values[name] for name in order})
        claim = apply_changes(reading.report.text, claim, changes)
    roles = [("content", content.spans)]
    if claim.cue is not None:
        roles.insert(0, ("cue", claim.cue.spans))
    if claim.source is not None:
        roles.insert(0, ("source", claim.source.spans))
    claim = replace(claim, id=words_id("c", reading.report.text_sha256, roles))
    if claim.source is None or claim.source.speaker is not None:
        return claim, None
    speaker = _speaker_of(reading, claim.source)
    return replace(claim, source=replace(claim.source, speaker=speaker.id)), speaker


def _required(reading: Reading, words: Given) -> Words:
    found = words_of(reading, words)
    if found is None:
        raise BadJudgement("say which words of the report it is")
    return found


def _value(words: Words, values: Mapping[str, Given]) -> dict[str, Any]:
    written = values["value"].value if "value" in values else words.exact
    try:
        return read_value(str(written))
    except BadOption as error:
        if "value" in values:
            raise BadJudgement(str(error)) from error
        raise BadJudgement(f"“{words.exact}” gives no value by itself: say value=61, value=>=61 …") from error


def _claim_around(reading: Reading, figure: Figure) -> str | None:
    around = [claim for claim in reading.claims if _inside(figure, claim.content)]
    return max(around, key=lambda claim: claim.content.start).id if around else None


def _inside(figure: Figure, content: Words) -> bool:
    return any(a <= figure.start and figure.end <= b for a, b in content.spans)


def _speaker_of(reading: Reading, source: Words) -> Speaker:
    span = (source.start, source.end)
    for speaker in reading.speakers:
        if any(a < span[1] and span[0] < b for a, b in speaker.mentions):
            return speaker
    name = words_id("s", reading.report.text_sha256, [("speaker", (span,))])
    return Speaker(id=name, kind="unknown", mentions=(span,))
