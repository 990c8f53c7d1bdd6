"""What people said and are called, blotted out of a reading; every other place in the text stays where it is."""

import dataclasses
import re
from collections.abc import Callable, Iterable
from typing import Any

from reportedly.ledger.names.hiding import name_forms
from reportedly.terms import Reading, Span, Speaker, exact_at
from reportedly.terms.judgement import Judgement

#: Stands for every code point that was blotted out.
BLOT = "█"
#: Fields that are made of the words beside them; they go with the words.
_DERIVED = {"lemma": "", "name": None, "admin1": None, "vague": None}


def mask_text(text: str, spans: Iterable[Span]) -> str:
    """The text with some stretches blotted out; as long as before, line breaks kept.

    >>> mask_text("Amina saw it.", [(0, 5)])
    '█████ saw it.'
    """
    held = list(text)
    for start, end in spans:
        held[start:end] = [sign if sign in "\n\r" else BLOT for sign in held[start:end]]
    return "".join(held)


def spans_of_speakers(reading: Reading, names: frozenset[str]) -> tuple[Span, ...]:
    """Where speakers with these names are named in the text, and what they say there."""
    ids = {each.id for each in reading.speakers if each.name in names}
    found: list[Span] = [span for each in reading.speakers if each.id in ids for span in each.mentions]
    for claim in reading.claims:
        if claim.source is not None and claim.source.speaker in ids:
            found += [*claim.source.spans, *claim.content.spans]
            found += [span for each in claim.appearances for span in each.spans]
    return tuple(found)


def spans_of_names(text: str, names: Iterable[str]) -> tuple[Span, ...]:
    """Where these names stand in a text, whole or by a part of them."""
    pattern = names_pattern(names)
    return tuple(found.span() for found in pattern.finditer(text)) if pattern else ()


def names_pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    """What finds the names, whole or by a part of them, in any case."""
    forms = name_forms(names)
    if not forms:
        return None
    joined = "|".join(r"\s+".join(map(re.escape, form.split())) for form in forms)
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)", re.IGNORECASE)


def masked_judgement(judgement: Judgement, text: str | None, names: frozenset[str]) -> Judgement:
    """The judgement with the names taken out, and its words read again from the blotted text it is about."""
    clean = _cleaner(names)
    changes = judgement.changes
    if text is not None:
        judgement = dataclasses.replace(
            judgement, figure=_reread(judgement.figure, text), claim=_reread(judgement.claim, text)
        )
        changes = tuple(
            dataclasses.replace(each, value=exact_at(text, each.spans)) if each.spans else each for each in changes
        )
    changes = tuple(
        dataclasses.replace(each, value=clean(each.value)) if isinstance(each.value, str) else each
        for each in changes
    )
    speaker = None if judgement.speaker is None else _without_names(judgement.speaker, names, clean)
    coded = judgement.coded
    if coded is not None:
        coded = dataclasses.replace(coded, left_out=tuple(clean(each) or "" for each in coded.left_out))
    return dataclasses.replace(judgement, changes=changes, speaker=speaker, coded=coded, why=clean(judgement.why))


def masked_reading(reading: Reading, text: str, names: frozenset[str]) -> Reading:
    """The reading with its words read again from the blotted text, and the names taken out of the rest."""
    clean = _cleaner(names)
    report = dataclasses.replace(
        reading.report,
        text=text,
        headline=clean(reading.report.headline),
        outlet=clean(reading.report.outlet),
        bylines=tuple(clean(each) or "" for each in reading.report.bylines),
    )
    parts = {
        name: _reread(getattr(reading, name), text)
        for name in ("claims", "figures", "comparisons", "times", "rejected")
    }
    speakers = tuple(_without_names(each, names, clean) for each in reading.speakers)
    return dataclasses.replace(reading, report=report, speakers=speakers, **parts)


def _cleaner(names: frozenset[str]) -> Callable[[str | None], str | None]:
    pattern = names_pattern(names)

    def clean(words: str | None) -> str | None:
        return words if words is None or pattern is None else pattern.sub(lambda m: BLOT * len(m[0]), words)

    return clean


def _without_names(speaker: Speaker, names: frozenset[str], clean: Callable[[str | None], str | None]) -> Speaker:
    if speaker.name in names:
        return dataclasses.replace(speaker, name=None, role=None, organisation=None)
    return dataclasses.replace(
        speaker, name=clean(speaker.name), role=clean(speaker.role), organisation=clean(speaker.organisation)
    )


def _reread(value: Any, text: str) -> Any:
    """A term with its words as they stand in the text now; what was made of blotted words goes with them."""
    if isinstance(value, tuple):
        return tuple(_reread(item, text) for item in value)
    if not dataclasses.is_dataclass(value) or isinstance(value, type):
        return value
    held = {field.name: _reread(getattr(value, field.name), text) for field in dataclasses.fields(value)}
    if "spans" in held:
        held["exact"] = exact_at(text, held["spans"])
        if BLOT in held["exact"]:
            held |= {name: empty for name, empty in _DERIVED.items() if name in held}
    return dataclasses.replace(value, **held)
