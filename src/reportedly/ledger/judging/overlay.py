"""Readings as people left them: what was read, with their corrections laid over it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reportedly.ledger.judging.apply import apply_changes
from reportedly.ledger.judging.carry import carry
from reportedly.ledger.judging.heirs import inherit
from reportedly.terms import Claim, Figure, Reading, sha256_hex
from reportedly.terms.judgement import CORRECTIONS, Judgement, standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """A reading with corrections laid over it, and what they did.

    ``changed`` are ids of claims and figures that a person changed or added, ``accepted`` of those found right,
    ``rejected`` of those taken out; ``restricted`` is what a person said of the report (null: nothing);
    ``adrift`` are ids of judgements whose words are no longer in the text.
    """

    reading: Reading
    changed: frozenset[str] = frozenset()
    accepted: frozenset[str] = frozenset()
    rejected: frozenset[str] = frozenset()
    restricted: bool | None = None
    adrift: frozenset[str] = frozenset()


def corrected(reading: Reading, judgements: Iterable[Judgement], texts: Iterable[str] = ()) -> Corrected:
    """The reading as people left it. ``judgements`` are all about the report, in their order; ``texts`` are
    earlier texts of the report, for judgements made on one of them.

    What a person decided wins over what is read, whichever came later; of two persons the later one. What a
    newer model no longer finds is kept where a person accepted, edited or added it, and what a person
    rejected stays out. Nothing here depends on anything but what is given.
    """
    relevant = [each for each in standing(judgements) if each.action in CORRECTIONS]
    here, adrift = _here(relevant, reading, texts)
    if not here:
        return Corrected(reading=reading, adrift=frozenset(adrift))
    overlay = _Overlay(inherit(reading, here))
    for each in here:
        overlay.take(each)
    return replace(overlay.result(), adrift=frozenset(adrift))


def _here(
    judgements: Sequence[Judgement], reading: Reading, texts: Iterable[str]
) -> tuple[list[Judgement], list[str]]:
    """The judgements with their places in the text of this reading, and ids of those that have none there."""
    here: list[Judgement] = []
    adrift: list[str] = []
    held: dict[str, str] | None = None
    for each in judgements:
        if each.text_sha256 in (None, reading.report.text_sha256):
            here.append(each)
            continue
        if held is None:
            held = {sha256_hex(text): text for text in texts}
        old = held.get(str(each.text_sha256))
        moved = None if old is None else carry(each, old, reading.report.text)
        if moved is None:
            adrift.append(each.id)
        else:
            here.append(moved)
    return here, adrift


class _Overlay:
    """Judgements taken one after the other onto one reading."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._text = reading.report.text
        self._figures = {each.id: each for each in reading.figures}
        self._claims = {each.id: each for each in reading.claims}
        self._speakers = {each.id: each for each in reading.speakers}
        self._report = reading.report
        self._restricted: bool | None = None
        self._changed: set[str] = set()
        self._accepted: set[str] = set()
        self._rejected: set[str] = set()

    def take(self, judgement: Judgement) -> None:
        """One judgement more."""
        if judgement.speaker is not None and judgement.kind != "speaker":
            self._speakers.setdefault(judgement.speaker.id, judgement.speaker)
        if judgement.kind == "figure":
            self._take(judgement, judgement.figure, self._figures)
        elif judgement.kind == "claim":
            self._take(judgement, judgement.claim, self._claims)
        elif judgement.kind == "speaker" and judgement.action == "edit":
            self._edit_speaker(judgement)
        elif judgement.kind == "report" and judgement.action == "edit":
            self._edit_report(judgement)

    def _take(
        self,
        judgement: Judgement,
        snapshot: Figure | Claim | None,
        held: dict[str, Figure] | dict[str, Claim],
    ) -> None:
        name = judgement.target
        terms: dict[str, Figure | Claim] = held  # type: ignore[assignment]  # kind and table go together
        if judgement.action == "reject":
            terms.pop(name, None)
            self._rejected.add(name)
            self._accepted.discard(name)
            return
        if judgement.action in ("accept", "add") and snapshot is not None:
            self._rejected.discard(name)
            if terms.get(name) != snapshot:
                self._changed.add(name)
            terms[name] = snapshot
            self._accepted.add(name)
        elif name not in self._rejected:
            self._alter(judgement, snapshot, terms)

    def _alter(
        self, judgement: Judgement, snapshot: Figure | Claim | None, terms: dict[str, Figure | Claim]
    ) -> None:
        name = judgement.target
        if name not in terms:
            if snapshot is None:
                return
            terms[name] = snapshot  # the reader no longer finds it; the person had it before them
            self._changed.add(name)
        if judgement.action == "edit":
            terms[name] = apply_changes(self._text, terms[name], judgement.changes)
            self._changed.add(name)
        elif judgement.action in ("join", "part") and judgement.other in terms:
            self._say_same(terms, name, str(judgement.other), joined=judgement.action == "join")

    def _say_same(self, terms: dict[str, Figure | Claim], one: str, other: str, *, joined: bool) -> None:
        """Two of one report say the same, or do not: the later one names the earlier."""
        first, later = sorted((one, other), key=lambda name: _place(terms[name]))
        if joined:
            terms[later] = replace(terms[later], same_as=first)
        elif terms[later].same_as == first:
            terms[later] = replace(terms[later], same_as=None)
        else:
            return
        self._changed.add(later)

    def _edit_speaker(self, judgement: Judgement) -> None:
        speaker = self._speakers.get(judgement.target) or judgement.speaker
        if speaker is None:
            return
        edited = apply_changes(self._text, speaker, judgement.changes)
        self._speakers[judgement.target] = edited
        self._changed |= {
            claim.id for claim in self._claims.values() if claim.source and claim.source.speaker == edited.id
        }

    def _edit_report(self, judgement: Judgement) -> None:
        for change in judgement.changes:
            if change.field == "restricted":
                self._restricted = bool(change.value)
            else:
                self._report = apply_changes(self._text, self._report, (change,))

    def result(self) -> Corrected:
        """The reading with all that was taken, its parts in order and pointing at each other."""
        figures = {name: self._mended_figure(each) for name, each in self._figures.items()}
        claims = {name: self._mended_claim(each, figures) for name, each in self._claims.items()}
        known = {*figures, *claims}
        reading = replace(
            self._reading,
            report=self._report,
            figures=tuple(sorted(figures.values(), key=_place)),
            claims=tuple(sorted(claims.values(), key=_place)),
            speakers=tuple(self._speakers.values()),
            comparisons=tuple(
                replace(
                    each,
                    figure=each.figure if each.figure in known else None,
                    claim=each.claim if each.claim in known else None,
                )
                for each in self._reading.comparisons
            ),
        )
        return Corrected(
            reading=reading,
            changed=frozenset(self._changed & known),
            accepted=frozenset(self._accepted & known),
            rejected=frozenset(self._rejected - known),
            restricted=self._restricted,
        )

    def _mended_figure(self, figure: Figure) -> Figure:
        claim = figure.claim
        if claim is not None and claim not in self._claims:
            claim = None if claim in self._rejected else self._claim_around(figure)
            if claim != figure.claim:
                self._changed.add(figure.id)
        return replace(
            figure,
            claim=claim,
            subset_of=figure.subset_of if figure.subset_of in self._figures else None,
            same_as=figure.same_as if figure.same_as in self._figures else None,
        )

    def _claim_around(self, figure: Figure) -> str | None:
        """The claim in whose content the figure lies; of several the one that begins last."""
        around = [
            claim
            for claim in self._claims.values()
            if any(a <= figure.start and figure.end <= b for a, b in claim.content.spans)
        ]
        return max(around, key=_place).id if around else None

    def _mended_claim(self, claim: Claim, figures: dict[str, Figure]) -> Claim:
        own = [each.id for each in sorted(figures.values(), key=_place) if each.claim == claim.id]
        before = [name for name in claim.figures if name in own]
        return replace(
            claim,
            figures=tuple(dict.fromkeys([*before, *own])),
            via=claim.via if claim.via in self._claims else None,
            same_as=claim.same_as if claim.same_as in self._claims else None,
        )


def _place(term: Figure | Claim) -> tuple[int, str]:
    return (term.content.start if isinstance(term, Claim) else term.start, term.id)
