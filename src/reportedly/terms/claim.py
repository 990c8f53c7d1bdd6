"""One attribution: source, cue and content, and what goes with them."""

from dataclasses import dataclass
from typing import Literal

from reportedly.terms.words import Words

Stance = Literal[
    "neutral", "distancing", "assertive", "confirmation", "denial", "accusation", "estimate", "question"
]
Mode = Literal["direct", "indirect", "mixed"]
Basis = Literal["written", "context", "published"]
VerificationStatus = Literal["unverified", "confirmed", "denied", "disputed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Words):
    """Who the words are attributed to, as written; ``speaker`` is the id of the resolved one."""

    speaker: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue(Words):
    """The words that attribute, the lemma they turn on and what they do."""

    lemma: str
    stance: Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment(Words):
    """A time tied to a claim or figure: EDTF (null when it cannot be settled) and its basis."""

    edtf: str | None
    basis: Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification(Words):
    """Whether anyone checked: by a speaker, or by the report itself (null)."""

    status: VerificationStatus
    by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance(Words):
    """Another place where the identical sentence or figure is printed."""

    block: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One attribution of a report.

    ``id`` comes from the hash of the text and the places of the words; ``via`` and ``same_as``
    are ids of other claims of the same report; ``figures`` are ids of figures in the content;
    ``confidence`` is 0 to 1.
    """

    id: str
    source: Source | None
    cue: Cue | None
    content: Words
    mode: Mode
    said: Moment | None = None
    via: str | None = None
    hedges: tuple[Words, ...] = ()
    negated: bool = False
    verification: Verification | None = None
    figures: tuple[str, ...] = ()
    block: str = "paragraph"
    same_as: str | None = None
    appearances: tuple[Appearance, ...] = ()
    confidence: float
