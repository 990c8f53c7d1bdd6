"""The one transaction in which a judgement is made: what it is about is looked up, and the report made anew."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from sqlalchemy import Connection

from reportedly.errors import BadJudgement, UnknownTarget
from reportedly.ledger.connect import Ledger
from reportedly.ledger.corrections import correct, newest_reading, refresh_corrected
from reportedly.ledger.flatten import storable
from reportedly.ledger.index.waiting import add_waiting
from reportedly.ledger.judgements import Signed, append_judgement
from reportedly.ledger.judging.heirs import overlap
from reportedly.ledger.judging.overlay import Corrected
from reportedly.ledger.seal import text_salt
from reportedly.ledger.targets import Target, find_target
from reportedly.terms import Claim, Figure, Reading, Report, Speaker
from reportedly.terms.judgement import Action, Change, Coded, Judgement, Kind

Term = Claim | Figure | Speaker | Report


@contextmanager
def desk_at(ledger: Ledger) -> Iterator["Desk"]:
    """A desk on a ledger; at its end all is kept, or after an error nothing."""
    with ledger.writing() as connection:
        desk = Desk(connection)
        yield desk
        desk.clear()


class Desk:
    """Where judgements are made, in one transaction."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._read: dict[str, Reading] = {}
        self._states: dict[str, Corrected] = {}
        self._touched: dict[str, None] = {}

    def find(self, name: str, kinds: Iterable[Kind]) -> Target:
        """What an id names; of the kinds given, or of any."""
        return find_target(self.connection, name, kinds)

    def state(self, report: str) -> Corrected:
        """A report as people have left it so far."""
        if report not in self._states:
            self._states[report] = correct(self.connection, self.reading(report))
        return self._states[report]

    def reading(self, report: str | None) -> Reading:
        """The reading of a report that holds, as it was read."""
        if report is not None and report not in self._read:
            found = newest_reading(self.connection, report)
            if found is not None:
                self._read[report] = found[1]
        if report is None or report not in self._read:
            raise UnknownTarget(f"no report of the ledger has the id {report}")
        return self._read[report]

    def term(self, target: Target, *, rejected_too: bool = False) -> Term:
        """What is judged, as people have left it; with ``rejected_too`` also what they took out.

        Raises:
            BadJudgement: it was rejected, or only an older reading has it.
        """
        assert target.report is not None  # claims, figures, speakers and reports stand in one
        overlaid = self.state(target.report)
        found = _terms(overlaid.reading).get(target.name)
        if found is None and rejected_too:
            found = _terms(self.reading(target.report)).get(target.name)
        if found is not None:
            return found
        if target.name in overlaid.rejected:
            raise BadJudgement(f"{target.name} was rejected: accept it first, or undo the rejection")
        raise BadJudgement(f"{target.name} was read by an older version only; add it if it is right")

    def judge(
        self,
        action: Action,
        target: Target,
        signed: Signed,
        *,
        other: Target | None = None,
        changes: tuple[Change, ...] = (),
    ) -> Judgement:
        """Make one judgement on something that is there; it holds a picture of it as it stands now."""
        term: Term | None = None
        if target.kind in ("claim", "figure", "speaker") and action not in ("comment", "code"):
            term = self.term(target, rejected_too=action in ("accept", "reject"))
        draft = _draft(action, target)
        return self._keep(
            draft,
            signed,
            other=other.name if other else None,
            changes=changes,
            figure=term if isinstance(term, Figure) else None,
            claim=term if isinstance(term, Claim) else None,
            speaker=term if isinstance(term, Speaker) else self._speaker_of(term, target.report),
            text_sha256=self.reading(target.report).report.text_sha256 if term else None,
            also=other.report if other else None,
        )

    def add(
        self,
        report: str,
        signed: Signed,
        term: Claim | Figure,
        speaker: Speaker | None = None,
    ) -> Judgement:
        """Add what the reader missed.

        Raises:
            BadJudgement: it is there already.
        """
        self._refuse_known(report, term)
        kind: Kind = "figure" if isinstance(term, Figure) else "claim"
        return self._keep(
            _draft("add", Target(kind, term.id, report)),
            signed,
            figure=term if isinstance(term, Figure) else None,
            claim=term if isinstance(term, Claim) else None,
            speaker=speaker,
            text_sha256=self.reading(report).report.text_sha256,
        )

    def code(self, target: Target, coded: Coded, signed: Signed) -> Judgement:
        """Sign a value for a series or an incident."""
        return self._keep(_draft("code", target), signed, coded=coded)

    def clear(self) -> None:
        """Make the rows of the reports that were judged anew, and let these wait to be followed."""
        for report in self._touched:
            refresh_corrected(self.connection, report)
        add_waiting(self.connection, self._touched)

    def _keep(self, draft: Judgement, signed: Signed, *, also: str | None = None, **parts: object) -> Judgement:
        salt = text_salt(storable(self.reading(draft.report).report.text)) if draft.report else b""
        made = append_judgement(self.connection, replace(draft, **parts), signed, salt)  # type: ignore[arg-type]
        for report in (draft.report, also):
            if report is not None:
                self._touched[report] = None
                self._states.pop(report, None)
        return made

    def _speaker_of(self, term: Term | None, report: str | None) -> Speaker | None:
        """The speaker of a claim, so that a later reading without it can still name them."""
        if not isinstance(term, Claim) or term.source is None or report is None:
            return None
        known = {each.id: each for each in self.state(report).reading.speakers}
        return known.get(term.source.speaker or "")

    def _refuse_known(self, report: str, term: Claim | Figure) -> None:
        overlaid = self.state(report)
        if isinstance(term, Figure):
            for each in overlaid.reading.figures:
                if overlap(each.spans, term.spans):
                    raise BadJudgement(f"“{each.exact}” is read there already, as {each.id}: edit it")
        elif any(each.id == term.id for each in overlaid.reading.claims):
            raise BadJudgement(f"this claim is read already, as {term.id}: edit it")


def _draft(action: Action, target: Target) -> Judgement:
    return Judgement(
        id="", when="", who="", why=None, action=action, kind=target.kind, target=target.name, report=target.report
    )


def _terms(reading: Reading) -> dict[str, Term]:
    parts: tuple[Term, ...] = (*reading.claims, *reading.figures, *reading.speakers, reading.report)
    return {each.id: each for each in parts}
