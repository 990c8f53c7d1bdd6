"""Who said it first: chains from the outlet over its agency to the origin, as far as the words tell.

A report that reprints an agency that quotes a ministry has the ministry as origin. The outlet is the origin
of what a report says in its own voice, or its agency where the report is the agency's.
"""

import re
from functools import cache
from urllib.parse import urlsplit

from reportedly.findings.agencies import alias_pattern, find_agency
from reportedly.findings.hearsay import cited_in, hearer_of
from reportedly.terms import READ_KINDS, Claim, Reading, Report, Speaker

#: Code points at the beginning of the first paragraph in which an agency may be named in a dateline.
_DATELINE = 120


def agency_of(reading: Reading) -> str | None:
    """The agency that a report is taken from, as it says itself: byline, dateline or credit line.

    The name is that of the table of agencies; null when none is named so. An agency that is only quoted
    ("AFP reported that …") is in the claim, not here.
    """
    report = reading.report
    for written in (report.outlet, *report.bylines):
        found = _named_alone(written or "")
        if found is not None:
            return found
    body = [block for block in report.blocks if block.kind in READ_KINDS and block.kind != "headline"]
    if body:
        start = body[0].start
        dateline = _dateline().match(report.text, start, min(body[0].end, start + _DATELINE))
        if dateline is not None:
            return _name(dateline["bracketed"] or dateline["bare"])
    credit = _credit().search(report.text)
    return _name(next(name for name in credit.groups() if name)) if credit else None


def chain_of(claim: Claim | None, reading: Reading) -> tuple[str, ...]:
    """The way from the outlet to the origin of a claim, or of the report's own voice (null).

    The outlet's name, or the host of the address where it is not known, comes first; the last is the
    origin. Nothing stands twice in a row.
    """
    steps = [outlet_of(reading.report)]
    agency = agency_of(reading)
    if agency is not None:
        steps.append(agency)
    for each in told_by(claim, reading):
        hearer = hearer_of(each, reading)
        steps += [hearer, speaker_words(each, reading)] if hearer else [speaker_words(each, reading)]
    cited = cited_in(claim, reading) if claim is not None and _passes_on(claim, reading) else None
    if cited is not None:
        steps.append(cited)
    return tuple(step for place, step in enumerate(steps) if place == 0 or not _same(step, steps[place - 1]))


def _passes_on(claim: Claim, reading: Reading) -> bool:
    """Whether a claim is an agency's, an outlet's or a document's: they pass on what others say."""
    speaker = speaker_of(claim, reading)
    return speaker is not None and (
        speaker.kind in ("outlet", "document") or find_agency(speaker.name) is not None
    )


def told_by(claim: Claim | None, reading: Reading) -> list[Claim]:
    """The claims from the outermost to the one given that name a source: through whom, and who."""
    by_id = {each.id: each for each in reading.claims}
    inward: list[Claim] = []
    while claim is not None and claim not in inward:  # a reading in which two claims hold each other is no chain
        inward.insert(0, claim)
        claim = by_id.get(claim.via) if claim.via is not None else None
    return [each for each in inward if each.source is not None]


def speaker_of(claim: Claim, reading: Reading) -> Speaker | None:
    """The resolved source of a claim."""
    held = claim.source.speaker if claim.source is not None else None
    return next((speaker for speaker in reading.speakers if speaker.id == held), None)


def speaker_words(claim: Claim, reading: Reading) -> str:
    """Who a claim is from, for a person to read: agency or name, or role and organisation, or the words."""
    speaker = speaker_of(claim, reading)
    written = claim.source.exact if claim.source is not None else ""
    if speaker is None:
        return written
    agency = find_agency(speaker.name)
    if agency is not None:
        return agency.name
    if speaker.name is not None:
        return speaker.name
    parts = [speaker.role, speaker.organisation]
    if speaker.role and speaker.organisation and speaker.organisation.casefold() in speaker.role.casefold():
        parts.pop()  # "army spokesman", of the army
    return " of ".join(part for part in parts if part) or written


def outlet_of(report: Report) -> str:
    """The outlet's name; where it is not known, the host of the public address, or the address itself.

    >>> from dataclasses import replace
    >>> from reportedly import read_text
    >>> report = read_text("The mayor said that 12 people were killed.").report
    >>> outlet_of(replace(report, url="https://www.example.org/news/1"))
    'example.org'
    """
    if report.outlet:
        return report.outlet
    for written in (report.url, report.address):
        try:
            host = urlsplit(written or "").hostname
        except ValueError:  # a bracket that closes no address of the net
            host = None
        if host:
            return host.removeprefix("www.")
    return report.address


def _same(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()


def _name(alias: str) -> str:
    agency = find_agency(alias)
    return agency.name if agency is not None else alias


def _named_alone(written: str) -> str | None:
    """The agency of a byline such as "AFP", "Agence France-Presse" or "By Ana Silva, Reuters"."""
    for part in re.split(r"[,/;|]|\band\b|\bwith\b", written):
        agency = find_agency(re.sub(r"^\s*by\s+", "", part, flags=re.IGNORECASE))
        if agency is not None:
            return agency.name
    return None


@cache
def _dateline() -> re.Pattern[str]:
    """ "JAKARTA, Sept 30 (AFP) -", "(Reuters)", "AP —"."""
    names = alias_pattern()
    return re.compile(rf"\s*(?:[^\n()]{{0,60}}\(\s*(?P<bracketed>{names})\s*\)|(?P<bare>{names})\s*(?:[-–—:]|\n))")


@cache
def _credit() -> re.Pattern[str]:
    """Lines at the end, and notices: "(AFP)", "— Reuters", "Source: AP", "With inputs from PTI", "© 2018 AFP"."""
    names = alias_pattern()
    ending = r"\s*\)?\.?\s*$"
    return re.compile(
        rf"\(\s*({names})(?:[ /,-][\w /.]{{0,30}})?\s*\){ending}"
        rf"|^\s*[-–—]+\s*({names}){ending}"
        rf"|^\s*\(?(?:source|sources|via|contributing|credit"
        rf"|with (?:additional )?(?:inputs?|reporting|files?|material) from)\b[:\s]+(?:the )?({names})\b"
        rf"|(?:©|\bcopyright\b)(?:\s*\d{{4}})?\s*(?:the )?({names})\b"
        rf"|^\s*\(?(?:the )?({names}) contributed to this",
        re.MULTILINE | re.IGNORECASE,
    )
