"""Judgements made by hand, for tests."""

from typing import Any

from reportedly.terms import Claim, Figure, Reading
from reportedly.terms.judgement import Action, Change, Judgement


def judged(action: Action, term: Figure | Claim, reading: Reading, number: int = 1, **more: Any) -> Judgement:
    """One judgement about a figure or claim of a reading."""
    is_figure = isinstance(term, Figure)
    return Judgement(
        id=f"j:{number}", when=f"2024-01-01T00:00:{number:02}Z", who="A. Reader", why=None, action=action,
        kind="figure" if is_figure else "claim", target=term.id, report=reading.report.id,
        figure=term if isinstance(term, Figure) else None, claim=None if isinstance(term, Figure) else term,
        text_sha256=reading.report.text_sha256, **more,
    )  # fmt: skip


def undone(what: Judgement, number: int) -> Judgement:
    """The undoing of a judgement."""
    return Judgement(
        id=f"j:{number}", when=f"2024-01-01T00:00:{number:02}Z", who="A. Reader", why=None, action="undo",
        kind="judgement", target=what.id, report=what.report,
    )  # fmt: skip


def change(field: str, value: Any, *spans: tuple[int, int]) -> Change:
    """One field set to a value."""
    return Change(field=field, value=value, spans=spans)
