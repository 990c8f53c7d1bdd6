"""Places of figures, read by the whole reader from sentences of our own."""

from functools import cache

import pytest

from reportedly.claims import Reader
from reportedly.claims.places.countries import countries
from reportedly.claims.places.entry import PRECISIONS
from reportedly.reports import read_report
from reportedly.terms import Figure, Given, Page, Reading, Report, sha256_hex


@cache
def _reader() -> Reader:
    return Reader.load()


def _read(text: str) -> Reading:
    body = text.encode()
    page = Page(
        address="a.txt", body=body, media_type="text/plain", sha256=sha256_hex(body), given=Given(language="en")
    )
    report = read_report(page)
    assert isinstance(report, Report)
    return _reader().read(report)


def _figures(text: str) -> tuple[Figure, ...]:
    return _read(text).figures


def _places(text: str) -> list[list[str]]:
    """For each figure the places where it happened or was counted; supplied ones in brackets."""
    return [
        [f"({p.exact})" if p.supplied else p.exact for p in figure.places if p.role != "spoken from"]
        for figure in _figures(text)
    ]


CASES = [
    # an embassy's country is not where it happened, nor are those who are counted from there
    (
        "A bus fell into a river near Rampur. Passengers included 12 citizens of Nepal, according to that "
        "country's embassy. Nine of the injured were flown out.",
        [["(Rampur)"], ["(Rampur)"]],
    ),
    # who is of a country points back at no place by it
    (
        "On the Greek island of Samos, two teenagers were killed. Greek officials reported 19 injured there.",
        [["Samos", "Greek"], ["(Samos)", "(Greek)"]],
    ),
    # the town it is sent from, where the sentence only speaks of the country beside
    (
        "MINSK - Police detained 2,000 people after Belarus's presidential election, the ministry said.",
        [["MINSK"]],
    ),
    # the country, where that is what is told
    ("MINSK - A storm killed 12 people in Belarus on Friday.", [["Belarus"]]),
    # officials of a town rather than the dateline
    ("SANTA ANA, Philippines - Officials in Itogon said 71 bodies had been dug out.", [["(Itogon)"]]),
    # who takes people in
    ("Hungary has taken in 133,000 refugees.", [["Hungary"]]),
    # a name right before another number is that one's
    (
        "Floods killed 40 people in Chad, officials said. Peru has confirmed eight deaths and Chile three.",
        [["Chad"], ["(Peru)"], ["Chile"]],
    ),
    # where a body has its seat, nothing happened
    (
        "Gunmen killed 12 people in Syria. The Observatory, based in Britain, said 136 died in the country.",
        [["Syria"], ["(Syria)"]],
    ),
    # the capital named by its country
    (
        "A man blew himself up in the centre of the Tunisian capital, killing 12. Sixteen others were hurt. "
        "Gunmen killed 38 tourists in Sousse in June.",
        [["Tunisian capital"], ["(Tunisian capital)"], ["Sousse"]],
    ),
    # what earlier reports said is of the whole
    (
        "The quake killed 700 people in Palu. In Donggala, 11 died. Earlier reports spoke of 400 people killed.",
        [["Palu"], ["Donggala"], ["(Palu)"]],
    ),
    # where people are from, or set out from, is not where it happened
    ("Gunmen shot at people in Bor. Two peacekeepers from India were injured.", [["(Bor)"]]),
    (
        "The boat sank off Calabria. Survivors said 200 people had set out from Izmir. About 60 are missing.",
        [["Izmir"], ["(Calabria)"]],
    ),
    # but where deaths came from
    ("Almost all deaths were in Palu; eleven deaths came from Donggala.", [["Donggala"]]),
    # a governor counts at home, whatever follows the word
    (
        "Thirteen people died in Queens. New Jersey's governor, Ann Lee, put the toll at 23.",
        [["Queens"], ["(New Jersey)"]],
    ),
    # the verb's own place; both of two
    ("At least 61 villagers had returned from Syria and Iraq.", [["Syria", "Iraq"]]),
    # each figure its own
    ("The blasts killed 200 people in Kenya and 10 in Tanzania.", [["Kenya"], ["Tanzania"]]),
    # at the head of the sentence
    ("In Manila, 12 people were killed in a fire on Sunday.", [["Manila"]]),
    # with the region and the country it lies in, the smallest first
    ("A fire in Amherst, Massachusetts, killed 12 people.", [["Amherst", "Massachusetts"]]),
    # through the noun the place stands before
    ("The Surfside collapse killed 98 people.", [["Surfside"]]),
    # bodies of many states are no places, whatever town is called so
    ("UN halves its estimate to 26,000 people displaced.", [[]]),
    ("EU says 12 people died.", [[]]),
    # "there" is the place spoken of
    ("Rebels took Aleppo on Friday. Officials said 40 people were killed there.", [["(Aleppo)"]]),
    # "the city", too
    ("Floods reached Mosul at night. At least 12 people drowned in the city.", [["(Mosul)"]]),
    # the sentence before, in the same paragraph
    ("A quake struck near Lima on Monday. At least 12 people were killed.", [["(Lima)"]]),
    # of the office that speaks, too: the model took the town for a person
    ("The mayor of Manado, Maria Tendean, said that 14 people had died in the city.", [["(Manado)"]]),
    # but not where the sentence names another
    ("The mayor of Mosul said that 14 people had died in Aleppo.", [["Aleppo"]]),
    # where it was said is not where it happened
    ("Officials in Jakarta said 12 people were killed in Palu.", [["Palu"]]),
    ("The minister told reporters in Geneva that 12 people were killed in Aleppo.", [["Aleppo"]]),
    (
        "A strike on a market in Darun killed 53 people. A spokeswoman told reporters in Geneva that 44 deaths "
        "had been verified.\n\nNearly 90,000 people have been displaced in the province, officials said.",
        [["Darun"], ["(Darun)"], ["(Darun)"]],
    ),
    # nationality is no place
    ("At least 12 Kenyan soldiers were killed in Somalia.", [["Somalia"]]),
    # a poll, a price and an age have none where the words give none
    ("A storm killed 12 people in Manila.\n\nThe senator would get 46 percent of the vote.", [["Manila"], []]),
    ("A storm killed 12 people in Manila.\n\nThe company sold the house for $70 million.", [["Manila"], []]),
    ("The 44-year-old suspect drove through Vermont and New Jersey.", [[]]),
    # nor has what tells no happening
    ("A storm killed 12 people in Manila.\n\nThe council replaced two advisers.", [["Manila"], []]),
    # a town that things came from is where they happened
    ("Most of the deaths were in Palu; eleven deaths came from Donggala.", [["Donggala"]]),
    # the country that a report speaks of, not another that it names last
    (
        "SAN SALVADOR, El Salvador (AP) -- Salvadoran rebels met Salvadoran officials. The Salvadoran president "
        "flew to Geneva.\n\nTalks begin there on Monday.\n\nTwelve people have been killed.",
        [["(SAN SALVADOR)"]],
    ),
    # a duration takes no place from afar
    ("A quake struck near Lima on Monday.\n\nIt lasted 40 seconds.", [[]]),
    # a number with its own place right behind or before it
    ("In Manila, 86 people died, and 71 in Cebu.", [["Manila"], ["Cebu"]]),
    # what a sentence's source has said of its own place
    ("Liberia's health ministry said 1,224 people had died of Ebola in the country.", [["(Liberia)"]]),
    (
        "A heat wave has killed 1,100 people in India. Andhra Pradesh reported 852 deaths.",
        [["India"], ["(Andhra Pradesh)"]],
    ),
    # but what lies in it is finer
    (
        "A bomb killed 12 people in Lahore. Pakistan's interior ministry said 30 were wounded.",
        [["Lahore"], ["(Lahore)"]],
    ),
    # a dateline is no place of its sentence where another is named
    ("MELBOURNE - Fires in Australia's Victoria state killed 173 people.", [["Victoria", "Australia"]]),
    # the whole again, after its parts
    (
        "Troops killed 114 people across Myanmar. In Mandalay, 40 people died. "
        "The total number of civilians killed is now over 440.",
        [["Myanmar"], ["Mandalay"], ["(Myanmar)"]],
    ),
    # a place of another country that comes later is another happening's
    (
        "Gunmen killed 37 people in Burkina Faso. The road was closed. More than 60 were wounded. "
        "In Mali, 53 soldiers were killed near Menaka.",
        [["Burkina Faso"], ["(Burkina Faso)"], ["Menaka", "Mali"]],
    ),
    # a country at the head of the sentence is where it happened, also before who says so
    ("In Pakistan, the army said 237 people were dead.", [["Pakistan"]]),
    # "elsewhere" is not where the sentence before was
    (
        "The flood killed 11,000 people in Derna, Libya. Elsewhere in the east, 170 people were killed.",
        [["Derna", "Libya"], ["(Libya)"]],
    ),
    # no place named, none invented
    ("The flood killed 12 people.", [[]]),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_a_figure_has_the_places_its_words_give(text: str, wanted: list[list[str]]) -> None:
    assert _places(text) == wanted


def test_the_place_of_the_source_is_where_it_was_said() -> None:
    (figure,) = _figures("Officials in Jakarta said 12 people were killed in Palu.")
    assert [(p.exact, p.role) for p in figure.places] == [("Palu", "happened"), ("Jakarta", "spoken from")]


def test_a_figure_without_an_event_is_counted_at_its_place() -> None:
    figures = _figures("There are three hospitals in Aleppo.")
    assert [(p.exact, p.role) for f in figures for p in f.places] in (
        [("Aleppo", "counted")],
        [("Aleppo", "happened")],
    )


def test_who_has_an_office_of_a_place_has_its_country() -> None:
    text = "The mayor of Manado, Maria Tendean, said that 14 people had died. Ana Ruiz, a nurse, said 3 were hurt."
    assert {s.name: s.country for s in _read(text).speakers} == {"Maria Tendean": "IDN", "Ana Ruiz": None}


def test_a_text_in_capitals_has_the_same_places() -> None:
    (figure,) = _figures("SAN SALVADOR POLICE SAID THAT 12 PERSONS WERE KILLED IN USULUTAN, EL SALVADOR.")
    assert "SLV" in {p.iso3 for p in figure.places if p.role == "happened"}


@pytest.mark.parametrize("text", [text for text, _ in CASES])
def test_coordinates_come_with_their_precision_and_countries_are_valid(text: str) -> None:
    for figure in _figures(text):
        for place in figure.places:
            assert place.iso3 is None or place.iso3 in countries()
            assert (place.lat is None) == (place.lon is None)
            assert place.precision is None or place.precision in PRECISIONS
            assert place.lat is None or place.precision is not None
            assert place.role in ("happened", "counted", "spoken from")


def test_the_seat_of_a_helper_is_no_country_of_the_report() -> None:
    (figure,) = _figures("The fighting around Kabare displaced 62,000 people, the Norwegian charity Hjelp said.")
    assert [(place.exact, place.iso3) for place in figure.places if place.role != "spoken from"] == [
        ("Kabare", "COD")
    ]
