"""Which words name a place, and which place: tables of cases with ready-made words, without the model.

Names the model would see are given as (kind, first word, word after): 0 person, 1 place, 2 organisation.
"""

import pytest

from reportedly.claims.places import find_places
from reportedly.claims.sentences import tokens_of
from reportedly.claims.syntax import Syntax

Names = list[tuple[int, int, int]]


def _found(sentence: str, names: Names) -> list[tuple[str, str | None, str | None]]:
    words = [(i, part.split()) for i, part in enumerate(sentence.split(" | "))]
    tokens = tokens_of(words)
    parts = len(tokens)
    pos = ["PROPN" if word[0].isupper() else "NOUN" for word in tokens.forms]
    syntax = Syntax(pos, [-1] * parts, ["dep"] * parts, [[] for _ in range(parts)])
    return [
        (tokens.text[tokens.starts[p.mention.first] : tokens.ends[p.mention.last - 1]], p.iso3, p.mention.kind)
        for p in find_places(tokens, syntax, names)
    ]


CASES: list[tuple[str, Names, list[tuple[str, str | None, str]]]] = [
    # what the words beside a name put it in
    ("a fire in Paris , Texas , killed two", [], [("Paris", "USA", "name"), ("Texas", "USA", "name")]),
    ("a fire in Paris killed two", [], [("Paris", "FRA", "name")]),
    ("He was shot in Amherst , N.Y. , in October", [], [("Amherst", "USA", "name"), ("N.Y.", "USA", "name")]),
    ("shelling of the city of Tripoli in northern Lebanon", [],
     [("Tripoli", "LBN", "name"), ("Lebanon", "LBN", "name")]),
    # a country is meant though its name is a word, too, and though the model takes it for a body
    ("China said 239 people had fled", [(2, 0, 1)], [("China", "CHN", "name")]),
    ("a plate of china", [], []),
    # a short word in capitals is no town; a dateline is
    ("the UN said 12 had died in Kabul", [(2, 1, 2)], [("Kabul", "AFG", "name")]),
    ("UFA , Russia - A plane fell", [], [("UFA", "RUS", "name"), ("Russia", "RUS", "name")]),
    # the whole name of a village that begins like a town's; not a title behind it
    ("houses in the village of Ye Pyar Kone in Myanmar", [],
     [("Ye Pyar Kone", "MMR", "name"), ("Myanmar", "MMR", "name")]),
    ("houses in the town of Douma Mayor Ali said", [], [("Douma", "SYR", "name")]),
    # a city's name of another tongue that begins a longer one; names that a list goes on with
    ("found in Palu , Donggala , Sigi and Parigi Moutong .", [(1, 2, 3), (1, 9, 10)],
     [("Palu", "IDN", "name"), ("Donggala", "IDN", "name"), ("Sigi", "IDN", "name"),
      ("Parigi Moutong", "IDN", "name")]),
    # a person behind a place is not the next of a list
    ("12 died in Kabul , Hussein Ali said", [(1, 3, 4), (0, 5, 7)], [("Kabul", "AFG", "name")]),
    # towns of a list are rather of one country; and the second is not what the first lies in
    ("shelters in Exmouth and Carnarvon", [], [("Exmouth", "AUS", "name"), ("Carnarvon", "AUS", "name")]),
    ("In Boston , Cambridge and Springfield 12 died", [],
     [("Boston", "USA", "name"), ("Cambridge", "USA", "name"), ("Springfield", "USA", "name")]),
    # of the office that follows as a title
    ("Salta Governor Juan Urtubey said so", [(0, 0, 1), (0, 2, 4)], [("Salta", "ARG", "name")]),
    # a saint's church, but not a town's mayor
    ("a blast at St. George 's in Tanta", [(1, 3, 5)], [("Tanta", "EGY", "name")]),
    ("St. Louis 's mayor in Missouri", [(1, 0, 2)], [("St. Louis", "USA", "name"), ("Missouri", "USA", "name")]),
    # a president with a town's name
    ("when they seized President Keita in Mali", [(1, 4, 5)], [("Mali", "MLI", "name")]),
    # a movement in capitals is no place, though the model takes it for one
    ("An attack by FMLN killed two in Usulutan", [(1, 3, 4), (1, 7, 8)], [("Usulutan", "SLV", "name")]),
    # the last name of a person of whom the model saw the first alone
    ("Attorney Mauricio Colorado was hurt", [(0, 1, 2), (1, 2, 3)], []),
    # a name that goes on after its article
    ("a fire in Las Achupallas killed two", [(1, 3, 4)], [("Las Achupallas", None, "name")]),
    # sides of the compass are no towns
    ("They drove to the Northeast of Bogota", [], [("Bogota", "COL", "name")]),
    # two countries with a hyphen between them
    ("on the Nicaragua - Honduras border", [], [("Nicaragua", "NIC", "name"), ("Honduras", "HND", "name")]),
    # a name of its own before the older name of a larger city elsewhere
    ("clashes in San Miguel , El Salvador , killed two", [],
     [("San Miguel", "SLV", "name"), ("El Salvador", "SLV", "name")]),
    # a capital says which country is spoken of, though a small town elsewhere bears its name
    ("Talks were held in Bogota . | A bomb went off in Guancorota", [(1, 11, 12)],
     [("Bogota", "COL", "name"), ("Guancorota", "COL", "name")]),
    # the other places of the report
    ("Clashes in Tripoli killed two . | Beirut and the rest of Lebanon were calm .", [],
     [("Tripoli", "LBN", "name"), ("Beirut", "LBN", "name"), ("Lebanon", "LBN", "name")]),
    ("Clashes in Tripoli killed two . | Benghazi and the rest of Libya were calm .", [],
     [("Tripoli", "LBY", "name"), ("Benghazi", "LBY", "name"), ("Libya", "LBY", "name")]),
    ("Tornadoes in Georgia and Alabama killed two", [], [("Georgia", "USA", "name"), ("Alabama", "USA", "name")]),
    ("Troops left Georgia for Armenia", [], [("Georgia", "GEO", "name"), ("Armenia", "ARM", "name")]),
    # persons and ordinary words are no places
    ("Paris Hilton spoke to two reporters", [(0, 0, 2)], []),
    ("Mr. London said two died", [], []),
    ("Reading the report took two hours", [], []),
    ("Police and Congress met", [], []),
    ("the Congress met in March", [], []),
    ("Obama left . | Clinton met the United States delegation", [], [("United States", "USA", "name")]),
    # parts of other names
    ("Two died by the Niger River", [], [("Niger", "NER", "inside")]),
    ("The Chicago Tribune counted 12", [(2, 1, 3)], [("Chicago", "USA", "inside")]),
    # adjectives and peoples
    ("The Kenyan envoy saw two blasts", [], [("Kenyan", "KEN", "people")]),
    # the capital of a country, unnamed
    ("Two blasts shook the Kenyan capital", [], [("Kenyan capital", "KEN", "name")]),
    ("Two blasts shook Turkey 's capital", [], [("Turkey 's capital", "TUR", "name")]),
    # lakes, oceans and seas are not the regions whose names they bear
    ("a ferry sank on Lake Victoria", [(1, 4, 6)], [("Lake Victoria", None, "name")]),
    ("the Indian Ocean tsunami killed two", [], []),
    ("bodies were found in the Java Sea", [(1, 5, 7)], [("Java Sea", None, "name")]),
    # nor are malls and schools the towns
    ("gunmen stormed the Westgate mall in Nairobi", [(1, 3, 4)], [("Nairobi", "KEN", "name")]),
    ("a shooting at Robb Elementary School in Uvalde , Texas", [(1, 3, 6)],
     [("Uvalde", "USA", "name"), ("Texas", "USA", "name")]),
    # a country next to the one spoken of, not its own region of that name
    ("Katsina and Kano , Nigeria | They fled to neighbouring Niger", [],
     [("Katsina", "NGA", "name"), ("Kano", "NGA", "name"), ("Nigeria", "NGA", "name"), ("Niger", "NER", "name")]),
    # a region whose name is short for a day
    ("a slide hit Mon state in Myanmar", [], [("Mon", "MMR", "name"), ("Myanmar", "MMR", "name")]),
    ("Two students of the Central American University died", [], []),
    # short codes, lower case
    ("They told us that two died", [], []),
    ("The US said two died", [], [("US", "USA", "name")]),
    # hyphens and apostrophes
    ("Two died in Port-au-Prince", [], [("Port-au-Prince", "HTI", "name")]),
    ("Typhoon Chan-Hom killed two", [], []),
    # older names
    ("Two died in Rangoon , Burma", [], [("Rangoon", "MMR", "name"), ("Burma", "MMR", "name")]),
    # one vowel off
    ("two died in the district of Netrokona", [], [("Netrokona", "BGD", "name")]),
    # not listed: the name is kept, the country is that of the words around it, or unknown
    ("two died in the village of Xanqor in Turkmenistan", [],
     [("Xanqor", "TKM", "name"), ("Turkmenistan", "TKM", "name")]),
    ("two died in the village of Xanqor", [], [("Xanqor", None, "name")]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "names", "wanted"), CASES)
def test_names_of_places_are_found_and_told_apart(
    sentence: str, names: Names, wanted: list[tuple[str, str | None, str]]
) -> None:
    assert _found(sentence, names) == wanted


def test_a_town_in_a_country_the_report_does_not_name_is_not_believed() -> None:
    found = _found("Two died in Gouda . | El Salvador and Honduras blamed each other .", [])
    assert found[0] == ("Gouda", None, "name")
