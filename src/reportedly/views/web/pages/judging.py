"""Judging: every change a browser can make in a ledger is one of these forms, and one row signed by a person."""

from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from reportedly.errors import BadJudgement, BadOption, UsageError
from reportedly.ledger import review
from reportedly.ledger.incidents import assign, close_incident, code_value, create_incident, unassign
from reportedly.ledger.judging.changes import Given
from reportedly.ledger.judging.fields import fields_of
from reportedly.terms.judgement import Coded, Judgement, Kind
from reportedly.views.web.asking import OpenLedger
from reportedly.views.web.following import follow_now
from reportedly.views.web.pages.token import own_path
from reportedly.views.web.signing import keep_reviewer, signed
from reportedly.views.web.templating import path_part, render

router = APIRouter(include_in_schema=False)

Words = Annotated[str, Form(max_length=4000)]
Name = Annotated[str, Form(max_length=120)]
#: What is undone together: the judgements of one form.
Names = Annotated[str, Form(max_length=4000)]
_TOGETHER = 40
#: Ids, parted by spaces: those of the largest series that a form can hold.
Figures = Annotated[str, Form(max_length=200_000)]


@router.post("/reviewer")
def name_reviewer(name: Name, then: Words = "/review") -> Response:
    """Keep under which name this browser judges."""
    answer = RedirectResponse(own_path(then), status_code=303)
    keep_reviewer(answer, name)
    return answer


@router.post("/judge/{action}")
def judge(
    request: Request,
    ledger: OpenLedger,
    action: str,
    target: Names,
    other: Name = "",
    why: Words = "",
    then: Words = "/",
) -> Response:
    """Accept, reject, join, part, comment, undo; or accept all of a report."""
    by = signed(request, why)
    single = {"accept": review.accept, "reject": review.reject, "comment": review.comment}
    pairs = {"join": review.join, "part": review.part}
    if action == "accept-report":
        made: tuple[Judgement, ...] = review.accept_report(ledger, target, by)
    elif action == "undo":
        made = tuple(review.undo(ledger, each, by) for each in reversed(target.split(",")))
    elif action in single:
        made = (single[action](ledger, target, by),)
    elif action in pairs:
        made = (pairs[action](ledger, target, other.strip(), by),)
    else:
        raise BadOption(f"nothing is judged by {action!r}")
    return _done(request, made, then)


@router.post("/edit/{kind}")
async def edit(request: Request, ledger: OpenLedger, kind: Kind) -> Response:
    """Correct fields of what was misread; a field that was left as it stood is not touched."""
    form = await request.form()
    given = {name: value for name, value in form.items() if isinstance(value, str)}
    values = {
        name: Given(value=given[name])
        for name in fields_of(kind)
        if name in given and given[name].strip() != given.get(f"was_{name}", "").strip()
    }
    then = given.get("then", "/")
    try:
        made = review.edit(ledger, given.get("target", ""), values, signed(request, given.get("why", "")))
    except (UsageError, BadJudgement) as error:
        return _refused(request, error, then)
    return _done(request, (made,), then)


@router.post("/missed")
def add_missed(
    request: Request,
    ledger: OpenLedger,
    report: Name,
    start: Annotated[int, Form(ge=0)],
    end: Annotated[int, Form(ge=1)],
    kind: Annotated[str, Form(pattern="^(figure|claim)$")] = "figure",
    why: Words = "",
) -> Response:
    """Add the claim or figure that the reader missed, at the words that were selected."""
    then = f"/reports/{path_part(report)}"
    add = review.add_figure if kind == "figure" else review.add_claim
    try:
        made = add(ledger, report, Given(spans=((start, end),)), signed(request, why))
    except (UsageError, BadJudgement) as error:
        return _refused(request, error, then)
    return _done(request, (made,), f"{then}#{kind}-{made.target}")


@router.post("/incidents")
def make_incident(request: Request, ledger: OpenLedger, name: Name, why: Words = "") -> Response:
    """Make an incident."""
    made = create_incident(ledger, name, signed(request, why))
    return RedirectResponse(f"/incidents/{path_part(made.target)}", status_code=303)


@router.post("/incidents/{incident}/{action}")
def change_incident(
    request: Request, ledger: OpenLedger, incident: str, action: str, figures: Words = "", why: Words = ""
) -> Response:
    """Assign or unassign figures, or close it."""
    by, names = signed(request, why), figures.replace(",", " ").split()
    if action == "assign":
        made = assign(ledger, incident, names, by)
    elif action == "unassign":
        made = unassign(ledger, incident, names, by)
    elif action == "close":
        made = (close_incident(ledger, incident, by),)
    else:
        raise BadOption(f"nothing is done to an incident by {action!r}")
    return _done(request, made, f"/incidents/{path_part(incident)}")


@router.post("/assign")
def assign_figures(
    request: Request, ledger: OpenLedger, incident: Name, figures: Figures, why: Words = ""
) -> Response:
    """Assign figures to the incident that is chosen, and go to it."""
    made = assign(ledger, incident, figures.split(), signed(request, why))
    return _done(request, made, f"/incidents/{path_part(incident)}")


@router.post("/code/{name}")
def code(
    request: Request,
    ledger: OpenLedger,
    name: str,
    low: Name = "",
    best: Name = "",
    high: Name = "",
    left_out: Words = "",
    why: Words = "",
    then: Words = "/",
) -> Response:
    """Sign a value for a series or an incident, with its reason and what was left out."""
    try:
        coded = Coded(
            low=_number(low), best=_number(best), high=_number(high),
            left_out=tuple(line.strip() for line in left_out.splitlines() if line.strip()),
        )  # fmt: skip
        made = code_value(ledger, name, coded, signed(request, why))
    except ValueError as error:
        return _refused(request, BadOption(str(error)), then)
    except (UsageError, BadJudgement) as error:
        return _refused(request, error, then)
    return _done(request, (made,), then)


def _number(written: str) -> float | int | None:
    plain = written.replace(",", "").strip()
    if not plain:
        return None
    try:
        return int(plain) if plain.lstrip("-").isdigit() else float(plain)
    except ValueError:
        raise ValueError(f"{written!r} is no number") from None


def _done(request: Request, made: tuple[Judgement, ...], then: str) -> Response:
    """Back to where the form stood, with the judgements named, so that one key undoes them.

    Of more than an address can hold the last one is named.
    """
    follow_now(request)
    path, mark, place = own_path(then).partition("#")
    if made:
        named = made if len(made) <= _TOGETHER else made[-1:]
        path += ("&" if "?" in path else "?") + f"done={path_part(','.join(each.id for each in named))}"
        path += "&undone=1" if made[-1].action == "undo" else ""
    return RedirectResponse(path + mark + place, status_code=303)


def _refused(request: Request, error: UsageError | BadJudgement, then: str) -> Response:
    held: Mapping[str, object] = {"words": str(error), "slug": error.slug, "then": own_path(then)}
    return render(request, "refused.html", status=400, **held)
