"""What follows from a change made in a browser: the stories it touches are found anew, at once."""

from fastapi import Request

from reportedly.pipeline.following import follow_reports


def follow_now(request: Request) -> None:
    """Follow all that waits; a judgement touches one story or two."""
    for _ in follow_reports(request.app.state.ledger):
        pass
