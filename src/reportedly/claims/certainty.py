"""How surely a figure is reported: as fact, claimed, suspected, possible or denied.

After the distinctions of MUC-4's confidence slots (reported as fact; claimed or admitted; suspected or
accused; possible) and MEANTIME's certainty and polarity.
"""

from typing import Literal

from reportedly.claims.lexicon import word_set
from reportedly.terms import Claim, Figure

Certainty = Literal["fact", "claimed", "suspected", "possible", "denied"]

_MAYBE = word_set(
    "may might could possible possibly perhaps maybe potentially likely unlikely probably conceivably unclear "
    "uncertain"
)
_RESPONSIBILITY = "responsibility"


def certainty(claim: Claim | None, figure: Figure | None) -> Certainty:
    """How surely the words report a figure, or a claim where there is no figure; the first that holds:

    ``denied``     the cue denies it, or a statement says that somebody denied it
    ``possible``   the event is feared, possible, expected or planned, or a modal or "possibly" is beside it
    ``suspected``  the cue accuses or estimates, or a hedge stands beside it ("allegedly", "reportedly")
    ``claimed``    the cue keeps its distance ("claimed", "insisted"), claims responsibility, or nobody could
                   verify it
    ``fact``       the report's own voice, or what a source says, announces or confirms: the claim names whose
                   word it is

    A cue that is itself negated ("did not deny") denies nothing.
    """
    stance = claim.cue.stance if claim is not None and claim.cue is not None else None
    denies = stance == "denial" and claim is not None and not claim.negated
    checks = [each.verification for each in (claim, figure) if each is not None and each.verification is not None]
    statuses = {check.status for check in checks}
    if denies or "denied" in statuses:
        return "denied"
    hedges = [] if figure is None else list(figure.hedges)
    if not hedges and claim is not None and figure is None:
        hedges = list(claim.hedges)
    words = {hedge.exact.lower() for hedge in hedges}
    event = None if figure is None else figure.event
    if (event is not None and event.modality != "asserted") or words & _MAYBE:
        return "possible"
    if stance in ("accusation", "estimate") or words:
        return "suspected"
    if stance == "distancing" or statuses & {"unverified", "disputed"} or claims_responsibility(claim):
        return "claimed"
    return "fact"


def claims_responsibility(claim: Claim | None) -> bool:
    """Whether the source takes the deed upon itself: "claimed responsibility for the bombing"."""
    if claim is None or claim.cue is None or claim.negated:
        return False
    takes = claim.cue.lemma in ("claim", "admit", "accept", "acknowledge", "take", "claim responsibility")
    near = f"{claim.cue.exact} {claim.content.exact[:40]}".lower()
    return takes and _RESPONSIBILITY in near
