"""Verification statements tied to the claims and figures they speak of, and how surely a figure is told."""

from functools import cache

import pytest

from reportedly.claims import Reader
from reportedly.claims.certainty import certainty, claims_responsibility
from reportedly.reports import read_report
from reportedly.terms import Given, Page, Reading, Report, sha256_hex


@cache
def _reader() -> Reader:
    return Reader.load()


@cache
def _read(text: str) -> Reading:
    body = text.encode()
    page = Page(
        address="a.txt", body=body, media_type="text/plain", sha256=sha256_hex(body), given=Given(language="en")
    )
    report = read_report(page)
    assert isinstance(report, Report)
    return _reader().read(report)


TIED = [
    # text, {figure: status}                                                                # what the row protects
    ("The rebels claimed 40 soldiers had died. That claim could not be independently verified.",
     {"40": "unverified"}),
    ("The rebels claimed 40 soldiers had died. The army said 12 rebels were killed. Neither claim could be "
     "independently verified.", {"40": "unverified", "12": "unverified"}),  # both of the last two
    ("The army claimed it killed 37 rebels. A rebel spokesman put army losses at 60 and said 4 of his men "
     "were hurt. Neither claim could be checked.",
     {"37": "unverified", "60": "unverified", "4": "unverified"}),  # all that the last two sides said
    ("The ministry said 30 people were arrested. A lawyer said 80 were held. Reuters was unable to verify the "
     "figures.", {"30": "unverified", "80": "unverified"}),
    ("The militia said it had shot down 3 aircraft. It released a video. The claim could not be verified.",
     {"3": "unverified"}),  # over a sentence between
    ("The mission could not confirm reports that 30 people had died.", {"30": "unverified"}),  # its own content
    ("The minister rejected a claim by the rebels that 60 soldiers were captured.", {"60": "denied"}),  # another's
    ("There were 50 confirmed cases and 9 deaths.", {}),  # a test of cases is no check of deaths
    ("At least 12 people were killed in the raid. The toll could not be independently confirmed.",
     {"At least 12": "unverified"}),  # a figure in the report's own voice
    ("Officials said 20 people had died. The toll of 9 was confirmed by a hospital official.",
     {"9": "confirmed"}),  # a statement that names its own figure
    ("By noon four deaths were confirmed.", {"four": "confirmed"}),
    ("The group has verified the deaths of 88 protesters.", {"88": "confirmed"}),
    ("The confirmed death toll is 22.", {"22": "confirmed"}),
    ("The toll of 22 was not mentioned.", {}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "statuses"), TIED)
def test_a_statement_reaches_its_figures(text: str, statuses: dict[str, str]) -> None:
    figures = _read(text).figures
    assert {f.exact: f.verification.status for f in figures if f.verification} == statuses


def test_who_denies_is_told_and_the_report_itself_is_null() -> None:
    reading = _read("The militia said it had shot down 3 aircraft. The army denied the claim.")
    (claim,) = [c for c in reading.claims if c.figures]
    assert claim.verification is not None and claim.verification.status == "denied"
    (speaker,) = [s for s in reading.speakers if s.id == claim.verification.by]
    assert any(reading.report.text[a:b] == "The army" for a, b in speaker.mentions)


CERTAINTIES = [
    # text, how surely                                                                      # what the row protects
    ("At least 12 people were killed in the raid.", "fact"),
    ("Police said 12 people were killed.", "fact"),  # on a source's word, without distance
    ("The rebels claimed 40 soldiers had died.", "claimed"),
    ("The minister denied that 12 people were killed.", "denied"),
    ("Twelve people are feared dead.", "possible"),
    ("The storm may have killed 12 people.", "possible"),
    ("Police allegedly killed 12 people.", "suspected"),
    ("The minister accused the rebels of killing 12 people.", "suspected"),
]


@pytest.mark.parametrize(("text", "how"), CERTAINTIES)
def test_how_surely_a_figure_is_told(text: str, how: str) -> None:
    reading = _read(text)
    (figure,) = reading.figures
    claim = next((c for c in reading.claims if c.id == figure.claim), None)
    assert certainty(claim, figure) == how


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        ("The group claimed responsibility for the attack, which killed 9 soldiers.", True),
        ("The group admitted responsibility for the bombing.", True),
        ("The group claimed that it had no part in the bombing.", False),  # a claim of another kind
    ],
)
def test_a_claim_of_responsibility_is_told_from_other_claims(text: str, claimed: bool) -> None:
    assert any(claims_responsibility(c) for c in _read(text).claims) is claimed
