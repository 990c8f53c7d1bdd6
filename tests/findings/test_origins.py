"""Chains from the outlet over its agency to the origin. Each row says what it protects."""

import pytest

from reportedly import read_text
from reportedly.findings import agency_of, chain_of, copied_figures, find_in_story
from reportedly.findings.agencies import agencies, find_agency
from reportedly.findings.copies import compare_reports
from reportedly.findings.origins import outlet_of
from reportedly.terms import Told

PAPER = "Daily Example"

CHAINS = [
    # a report of one's own
    ("The health ministry said 12 people were killed.", [("health ministry",)]),
    # dateline with town and date
    (
        "JAKARTA, Sept 30 (AFP) - The disaster agency said 832 people were killed in the quake.",
        [("Agence France-Presse", "disaster agency")],
    ),
    # dateline with the agency alone
    ("Reuters — Police said 12 people were killed in a blast.", [("Reuters", "Police")]),
    # a credit at the end
    ("Police said 12 people were killed in a blast in Kabul. (AFP)", [("Agence France-Presse", "Police")]),
    ("Police said 12 people were killed in a blast.\n\nContributing: AP", [("Associated Press", "Police")]),
    (
        "Police said 12 people were killed in a blast.\n\nWith inputs from PTI",
        [("Press Trust of India", "Police")],
    ),
    # who it was told to
    ("The governor told the Associated Press that 12 people were killed.", [("Associated Press", "governor")]),
    # who the agency cites, by an inner claim of the reader or by the words
    ("Reuters reported that 12 people were killed, citing the health ministry.", [("Reuters", "health ministry")]),
    ("At least 12 people were killed, Xinhua quoted the mayor as saying.", [("Xinhua", "mayor")]),
    # a reason is nobody
    ("The company, citing security concerns, said it would close 12 plants.", [("company",)] * 2),
    # a state agency by its name
    ("The ministry said 12 people were killed, state news agency Antara reported.", [("Antara", "ministry")]),
]


@pytest.mark.parametrize(("text", "chains"), CHAINS)
def test_chains_lead_from_the_outlet_to_the_origin(text: str, chains: list[tuple[str, ...]]) -> None:
    reading = read_text(text, outlet=PAPER)
    found = [chain_of(claim, reading) for claim in reading.claims]
    for chain in chains:
        assert (PAPER, *chain) in found, found
    assert all(chain[0] == PAPER for chain in found)


def test_the_reports_own_voice_is_its_agencys_or_its_outlets() -> None:
    own = read_text("Twelve people were killed.", outlet=PAPER)
    assert chain_of(None, own) == (PAPER,)
    wire = read_text("KABUL (AP) — Twelve people were killed.", outlet=PAPER)
    assert chain_of(None, wire) == (PAPER, "Associated Press")


def test_an_agencys_own_page_is_not_named_twice() -> None:
    reading = read_text("KABUL (Reuters) - Twelve people were killed.", outlet="Reuters")
    assert chain_of(None, reading) == ("Reuters",)


def test_an_agency_that_is_only_quoted_is_not_the_reports() -> None:
    reading = read_text("AFP reported that 12 people were killed. The mayor said it was true.", outlet=PAPER)
    assert agency_of(reading) is None


def test_an_outlet_without_a_name_is_its_host() -> None:
    assert outlet_of(read_text("It rained all day long.", url="https://www.example.org/a").report) == "example.org"


def test_no_two_agencies_of_the_table_have_one_name() -> None:
    names = [
        name
        for agency in agencies()
        for name in {each.casefold().removeprefix("the ") for each in (agency.name, *agency.aliases)}
    ]
    assert len(names) == len(set(names))
    assert all(len(agency.country) == 3 for agency in agencies())
    assert find_agency("Agence France-Presse") == find_agency("AFP")
    assert find_agency("the agency") is None


def test_what_a_copy_adds_is_its_own() -> None:
    text = (
        "A bomb in a crowded market in the town of Karsa killed 12 people on Monday, police said.\n\n"
        "The interior ministry blamed a separatist group for the attack and promised to hunt them down.\n\n"
        "Some 40 people were injured and taken to three hospitals, a doctor at the central hospital said.\n"
    )
    first = read_text(text, published="2021-03-01", outlet="One")
    again = read_text(
        text + "\nThe Red Cross said 7 children were killed.\n", published="2021-03-02", outlet="Two"
    )
    assert len(copied_figures(first, again)) == len(first.figures)
    link = compare_reports(first, again)
    assert link is not None
    assert link.kind == "copy"
    told = [Told(reading=first), Told(reading=again, links=(link,))]
    points = [point for series in find_in_story(told).series for point in series.points]
    assert {p.pointer.exact: p.copy_of is not None for p in points if p.outlet == "Two"} == {
        "12": True, "Some 40": True, "three": True, "7": False,
    }  # fmt: skip
    twelve = next(s for s in find_in_story(told).series if any(p.pointer.exact == "12" for p in s.points))
    assert (twelve.reports, twelve.outlets, twelve.origins) == (2, 2, 1)
