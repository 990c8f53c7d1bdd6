"""The fields that a person can correct, each with what it may hold."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from reportedly.errors import BadJudgement, BadOption
from reportedly.ledger.judging.values import VALUE_FIELDS, read_number
from reportedly.terms.claim import Mode, Stance, VerificationStatus
from reportedly.terms.dates import check_published
from reportedly.terms.edtf import is_edtf_value
from reportedly.terms.event_types import EVENT_TYPES
from reportedly.terms.figure import Bound, Lean, Measure, Modality, Scope, UnitClass
from reportedly.terms.judgement import Kind, Scalar
from reportedly.terms.languages import check_language
from reportedly.terms.reading import SpeakerKind

#: What a person writes for "not known"; it becomes null.
UNKNOWN_WORDS = frozenset({"", "-", "none", "null", "unknown"})


@dataclass(frozen=True, slots=True)
class Field:
    """A field: the check that makes its value of what was written, and whether it is words of the report."""

    check: Callable[[str], Scalar]
    words: bool = False
    required: bool = False


def check_field(kind: Kind, name: str, written: Scalar) -> Scalar:
    """The value of a field from what a person wrote; "", "-", "none" and "unknown" are null.

    Raises:
        BadJudgement: there is no such field, or the value is none it can hold.

    >>> check_field("figure", "event_type", "Killed"), check_field("figure", "occurred", "unknown")
    ('killed', None)
    >>> check_field("figure", "occurred", "2016-02-30")
    Traceback (most recent call last):
        ...
    reportedly.errors.BadJudgement: occurred: '2016-02-30' is no EDTF date: write 2016-01-25, 2016-01 or 2016/2017
    """
    field = fields_of(kind).get(name)
    if field is None:
        known = ", ".join(fields_of(kind)) or "none"
        raise BadJudgement(f"a {kind} has no field {name!r} that can be corrected; there are: {known}")
    if isinstance(written, bool):
        text = "true" if written else "false"
    else:
        text = "" if written is None else str(written).strip()
    if text.casefold() in UNKNOWN_WORDS and not (field.check is _scope and text == "unknown"):
        if field.required:
            raise BadJudgement(f"{name} cannot be unknown")
        return None
    try:
        return field.check(text)
    except (BadOption, ValueError) as error:
        raise BadJudgement(f"{name}: {error}") from error


def fields_of(kind: Kind) -> Mapping[str, Field]:
    """The fields of a figure, claim, speaker or report that can be corrected; of other kinds none."""
    return _FIELDS.get(kind, {})


def _text(written: str) -> str:
    return " ".join(written.split())


def _number(written: str) -> float | int:
    if not re.fullmatch(r"-?[\d,]*\.?\d+", written):
        raise ValueError(f"{written!r} is no number")
    return read_number(written)


def _one_of(hint: Any) -> Callable[[str], str]:
    known = get_args(hint)

    def check(written: str) -> str:
        value = written.casefold().replace(" ", "_")
        if value not in known:
            raise ValueError(f"{written!r} is none of: {', '.join(known)}")
        return value

    return check


_scope = _one_of(Scope)


def _event_type(written: str) -> str:
    value = written.casefold().replace(" ", "_")
    if value not in EVENT_TYPES:
        raise ValueError(
            f"{written!r} is none of the types: {', '.join(EVENT_TYPES)}; where none fits write event_type=other "
            "and event_lemma"
        )
    return value


def _edtf(written: str) -> str:
    if not is_edtf_value(written):
        raise ValueError(f"{written!r} is no EDTF date: write 2016-01-25, 2016-01 or 2016/2017")
    return written


def _code(length: int, what: str) -> Callable[[str], str]:
    def check(written: str) -> str:
        value = written.upper()
        if not re.fullmatch(rf"[A-Z]{{{length}}}", value):
            raise ValueError(f"{written!r} is no code of {what}: {length} letters")
        return value

    return check


def _flag(written: str) -> bool:
    known = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}
    if written.casefold() not in known:
        raise ValueError(f"write true or false, not {written!r}")
    return known[written.casefold()]


def _id(letter: str) -> Callable[[str], str]:
    def check(written: str) -> str:
        if not written.startswith(f"{letter}:"):
            raise ValueError(f"{written!r} is no id: it begins with {letter}:")
        return written

    return check


_iso3 = _code(3, "a country (ISO 3166)")

_FIELDS: Mapping[str, Mapping[str, Field]] = {
    "figure": {
        "value": Field(_text, required=True),
        "stated": Field(_number), "low": Field(_number), "best": Field(_number), "high": Field(_number),
        "bound": Field(_one_of(Bound), required=True), "lean": Field(_one_of(Lean)), "vague": Field(_text),
        "measure": Field(_one_of(Measure), required=True),
        "unit": Field(_text, words=True), "unit_lemma": Field(_text, required=True),
        "unit_class": Field(_one_of(UnitClass)),
        "nationality": Field(_iso3), "status": Field(_text), "age": Field(_text), "sex": Field(_text),
        "currency": Field(_code(3, "a currency (ISO 4217)")), "per": Field(_text),
        "event": Field(_text, words=True), "event_type": Field(_event_type), "event_lemma": Field(_text),
        "negated": Field(_flag), "modality": Field(_one_of(Modality), required=True),
        "agent": Field(_text, words=True), "cause": Field(_text, words=True),
        "scope": Field(_scope, required=True), "subset_of": Field(_id("f")),
        "place": Field(_text, words=True), "place_country": Field(_iso3),
        "occurred": Field(_edtf), "counted_as_of": Field(_edtf),
        "verification": Field(_one_of(VerificationStatus)), "claim": Field(_id("c")), "same_as": Field(_id("f")),
    },
    "claim": {
        "source": Field(_text, words=True), "speaker": Field(_id("s")),
        "cue": Field(_text, words=True), "cue_lemma": Field(_text, required=True),
        "stance": Field(_one_of(Stance), required=True),
        "content": Field(_text, words=True, required=True),
        "mode": Field(_one_of(Mode), required=True), "said": Field(_edtf), "negated": Field(_flag),
        "verification": Field(_one_of(VerificationStatus)), "via": Field(_id("c")), "same_as": Field(_id("c")),
    },
    "speaker": {
        "name": Field(_text), "role": Field(_text), "organisation": Field(_text), "country": Field(_iso3),
        "kind": Field(_one_of(SpeakerKind), required=True), "named": Field(_flag),
    },
    "report": {
        "published": Field(check_published), "updated": Field(check_published), "outlet": Field(_text),
        "headline": Field(_text), "restricted": Field(_flag, required=True), "url": Field(_text),
        "language": Field(check_language),
    },
}  # fmt: skip
assert set(VALUE_FIELDS) <= set(_FIELDS["figure"])

FieldKind = Literal["claim", "figure", "speaker", "report"]
