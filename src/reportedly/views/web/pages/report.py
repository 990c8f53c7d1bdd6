"""One report: its text with claims and figures marked, and a panel of them beside it."""

from dataclasses import dataclass

from fastapi import APIRouter, Request, Response

from reportedly.terms import Claim, Figure, Reading, Speaker, value_words
from reportedly.views.web.asking import OpenLedger, Options, see_reading
from reportedly.views.web.hiding import Hides, hidden_spans, hides_in
from reportedly.views.web.marks import MarkedBlock, mark_blocks
from reportedly.views.web.options import WebOptions
from reportedly.views.web.pages.became import find_what_became
from reportedly.views.web.templating import render
from reportedly.views.web.words import words_address

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureCard:
    """A figure as the panel shows it."""

    figure: Figure
    value: str
    event: str | None
    places: str
    live: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimCard:
    """A claim as the panel shows it, with its figures; ``claim`` is null for the report's own voice.

    ``meant`` says who is meant where the words of the source do not.
    """

    claim: Claim | None
    meant: str | None
    figures: tuple[FigureCard, ...]
    live: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPage:
    """All that the page of a report needs."""

    reading: Reading
    title: str
    hide: Hides
    blocks: tuple[MarkedBlock, ...]
    cards: tuple[ClaimCard, ...]


@router.get("/reports/{report}")
def show_report(request: Request, ledger: OpenLedger, options: Options, report: str, done: str = "") -> Response:
    """The page of one report."""
    told = see_reading(ledger, options, report)
    page = page_of_reading(told.reading, options)
    return render(
        request, "report.html", page=page, kept=True, restricted=told.restricted, corrected=told.corrected,
        done=done, became=find_what_became(ledger, options, told.reading.report.id),
    )  # fmt: skip


def page_of_reading(reading: Reading, options: WebOptions) -> ReportPage:
    """What the page shows of a reading; names that are held back are taken out without leave to show them."""
    hide = hides_in(reading, options)
    cards = [claim_card(reading, claim, hide) for claim in reading.claims]
    own = tuple(figure_card(reading, figure) for figure in reading.figures if figure.claim is None)
    if own:
        cards.append(ClaimCard(claim=None, meant=None, figures=own, live=None))
    title = hide(reading.report.headline or reading.report.address) or ""
    blocks = mark_blocks(reading, hidden_spans(reading, options))
    return ReportPage(reading=reading, title=title, hide=hide, blocks=blocks, cards=tuple(cards))


def claim_card(reading: Reading, claim: Claim, hide: Hides) -> ClaimCard:
    """A claim with its speaker and figures; the link holds none of its words where a name is held back in them."""
    speakers = {speaker.id: speaker for speaker in reading.speakers}
    source = claim.source
    words = reading.report.text[claim.content.start : claim.content.end]
    return ClaimCard(
        claim=claim,
        meant=hide(meant_words(source.exact, speakers.get(source.speaker or ""))) if source else None,
        figures=tuple(figure_card(reading, figure) for figure in reading.figures if figure.claim == claim.id),
        live=words_address(reading.report.url, words if hide(words) == words else ""),
    )


def meant_words(source: str, speaker: Speaker | None) -> str | None:
    """Who is meant, where the words of the source do not say it all; null where they do.

    >>> meant_words("He", Speaker(id="s:1", name="Sutopo Purwo Nugroho", role="spokesman"))
    'Sutopo Purwo Nugroho, spokesman'
    >>> meant_words("The police", Speaker(id="s:2", name="Police")) is None
    True
    """
    if speaker is None:
        return None
    known = [part for part in (speaker.name, speaker.role, speaker.organisation) if part]
    new = [part for part in known if part.casefold() not in source.casefold()]
    return ", ".join(dict.fromkeys(new)) or None


def figure_card(reading: Reading, figure: Figure) -> FigureCard:
    """A figure with its value in short, its places and a link to its words."""
    names = [place.name or place.exact for place in figure.places if place.role == "happened"]
    return FigureCard(
        figure=figure,
        value=value_words(figure),
        event=event_words(figure),
        places=", ".join(dict.fromkeys(names)),
        live=words_address(reading.report.url, reading.report.text[figure.start : figure.end]),
    )


def event_words(figure: Figure) -> str | None:
    """What happened to those counted, in a word or two, negation and doubt with it."""
    event = figure.event
    if event is None:
        return None
    kind = event.lemma if event.type == "other" else event.type.replace("_", " ")
    kind = f"not {kind}" if event.negated else kind
    return kind if event.modality == "asserted" else f"{kind} ({event.modality})"
