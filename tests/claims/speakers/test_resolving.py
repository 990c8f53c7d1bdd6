"""Who is meant by each source: tables of reports of two or three sentences, read with the program's own model.

Each case: its name, the text, and for some of its sources ``(source as written, field, value)``. A source
written twice is told apart by its place in order: ``"He#2"`` is the second "He".
"""

from functools import lru_cache

import pytest

from reportedly.pipeline import ReadsReports, load_reader, read_page
from reportedly.terms import Given, Page, Reading, Speaker, sha256_hex

Case = tuple[str, str, list[tuple[str, dict[str, object]]]]


@lru_cache(maxsize=1)
def reader() -> ReadsReports:
    return load_reader()


@lru_cache(maxsize=256)
def read(text: str) -> Reading:
    body = text.encode()
    page = Page(
        address="t.txt", body=body, media_type="text/plain", sha256=sha256_hex(body), given=Given(language="en")
    )
    result = read_page(page, reader()).result
    assert isinstance(result, Reading)
    return result


def speaker_of(text: str, source: str) -> Speaker:
    reading = read(text)
    words, _, number = source.partition("#")
    found = [c.source.speaker for c in reading.claims if c.source is not None and c.source.exact == words]
    assert found, f"no claim of {words!r}; there are {[c.source and c.source.exact for c in reading.claims]}"
    wanted = found[int(number or 1) - 1]
    return next(speaker for speaker in reading.speakers if speaker.id == wanted)


NAMES: list[Case] = [
    # offices are told apart by whose they are
    ("two offices", "The governor's office said 12 people had died. The prime minister's office said 9 had died. "
     "The governor's office said 13 had died.",
     [("The governor's office", {"role": "governor's office", "kind": "organisation"}),
      ("The prime minister's office", {"role": "prime minister's office"}),
      ("The governor's office#2", {"role": "governor's office"})]),
    # how many speak is no part of what they are
    ("counted officials", "Two officials said a bridge was shut. Three shopkeepers said it was open.",
     [("Two officials", {"role": "officials"}), ("Three shopkeepers", {"role": "shopkeepers"})]),
    # the family name alone later on
    ("family name", "Marta Leiva said the road was shut. Leiva said it would open on Friday.",
     [("Leiva", {"name": "Marta Leiva", "kind": "person", "named": True})]),
    # the short form stands first, in the headline's way; the fullest form is the name
    ("short form first", "Odera said schools would open. Grace Odera said buses would run.",
     [("Odera", {"name": "Grace Odera"})]),
    # two of one family are two
    ("one family name, two people", "Ana Silva said the house burned. Eva Silva said the barn was safe.",
     [("Ana Silva", {"name": "Ana Silva"}), ("Eva Silva", {"name": "Eva Silva"})]),
    # an abbreviation in brackets stands for the whole name
    ("abbreviation", "The World Food Programme (WFP) said 300 children were hungry. "
     "WFP said more food was coming.",
     [("WFP", {"name": "World Food Programme", "kind": "organisation"})]),
    # one that is a pronoun in small letters; small words are not spelled
    ("WHO", "The World Health Organization (WHO) said 12 people had died. WHO said 40 were ill.",
     [("WHO", {"name": "World Health Organization", "kind": "organisation"})]),
    ("small words", "The Office for the Coordination of Aid (OCA) said 40 were ill. OCA said 12 had died.",
     [("OCA", {"kind": "organisation"})]),
    # courtesy titles are no part of a name
    ("courtesy title", "Peter Moss said the bridge fell. Mr. Moss said nobody was on it.",
     [("Mr. Moss", {"name": "Peter Moss", "role": None})]),
]  # fmt: skip

ROLES: list[Case] = [
    ("title", "Interior Minister Ramazon Rahimzoda said 61 people had returned.",
     [("Interior Minister Ramazon Rahimzoda", {"name": "Ramazon Rahimzoda", "role": "Interior Minister"})]),
    ("apposition with article", "Marta Leiva, a nurse from Chile, said two cars burned.",
     [("Marta Leiva, a nurse from Chile,", {"name": "Marta Leiva", "role": "nurse", "country": "CHL"})]),
    ("role before the name", "A spokeswoman for the Red Cross, Ana Silva, said 40 people were missing.",
     [("A spokeswoman for the Red Cross, Ana Silva,",
       {"name": "Ana Silva", "role": "spokeswoman", "organisation": "Red Cross"})]),
    ("bare apposition", "The plan works, according to Anna Moss, head of the National Center for Border Studies.",
     [("Anna Moss, head of the National Center for Border Studies",
       {"name": "Anna Moss", "role": "head", "organisation": "National Center for Border Studies"})]),
    ("organisation before the title", "Foreign Ministry spokesman Idris Bello said talks had begun.",
     [("Foreign Ministry spokesman Idris Bello",
       {"role": "spokesman", "organisation": "Foreign Ministry", "name": "Idris Bello"})]),
    ("ranks after a role", "Police spokesman Capt. Rod Miller said 12 people were held.",
     [("Police spokesman Capt. Rod Miller", {"role": "Police spokesman", "name": "Rod Miller"})]),
]  # fmt: skip

DEFINITE: list[Case] = [
    ("the role again", "Interior Minister Ramazon Rahimzoda said 61 people had returned. "
     "The interior minister said 148 had died. The minister said more would come.",
     [("The interior minister", {"name": "Ramazon Rahimzoda"}), ("The minister", {"name": "Ramazon Rahimzoda"})]),
    ("the last one with that role", "Health Minister Grace Odera said 30 patients had recovered. "
     "Defence Minister Paul Kimani said the army would help. The minister said soldiers had left.",
     [("The minister", {"name": "Paul Kimani"})]),
    ("the role that fits", "Health Minister Grace Odera said 30 patients had recovered. "
     "Defence Minister Paul Kimani said the army would help. The health minister said two had died.",
     [("The health minister", {"name": "Grace Odera"})]),
    ("an unnamed one again", "A police spokesman said three men were armed. The spokesman said a fourth man fled.",
     [("The spokesman", {"name": None, "role": "police spokesman", "kind": "person", "named": False})]),
    ("a newspaper by its noun", "The Daily Post newspaper said six were hurt. The newspaper said two later died.",
     [("The newspaper", {"name": "Daily Post", "kind": "outlet"})]),
]  # fmt: skip

PRONOUNS: list[Case] = [
    ("he", "Sheriff Tom Barry said two boys had drowned. He said the river was high.",
     [("He", {"name": "Tom Barry"})]),
    ("she, by her given name", "President Omar Haidari met Finance Minister Maria Kos on Friday. "
     "She said taxes would fall.",
     [("She", {"name": "Maria Kos"})]),
    ("he, past a woman", "President Omar Haidari met Finance Minister Maria Kos on Friday. "
     "He said taxes would fall.",
     [("He", {"name": "Omar Haidari"})]),
    ("they of a group", "Two officials said 12 soldiers had died. They said the fighting went on.",
     [("They", {"kind": "group", "role": "officials"})]),
    ("it of a body", "The ministry said 12 soldiers had died. It said the fighting went on.",
     [("It", {"kind": "organisation", "role": "ministry"})]),
    ("it of a document", "The report found that 60 percent of wells were dry. It said 20 villages had no water.",
     [("It", {"kind": "document", "role": "report"})]),
    ("continued speaker", "\"The bridge is gone,\" said Tom Barry. \"Nobody was hurt,\" he added.",
     [("he", {"name": "Tom Barry"})]),
]  # fmt: skip

KINDS: list[Case] = [
    ("residents", "Local residents said there were more checkpoints.",
     [("Local residents", {"kind": "group", "named": False})]),
    ("officials", "Officials said 20 homes burned.", [("Officials", {"kind": "group", "named": False})]),
    ("authorities of a country", "Tajik authorities say up to 1,000 have left.",
     [("Tajik authorities", {"kind": "group", "country": "TJK", "role": "authorities", "name": None})]),
    ("anonymous, with the description", "Two officials who asked not to be named said 12 soldiers had died.",
     [("Two officials who asked not to be named", {"kind": "group", "named": False, "role": "officials"})]),
    ("one anonymous person", "A security official, speaking on condition of anonymity, said three men had fled.",
     [("A security official", {"kind": "person", "named": False, "role": "security official"})]),
    ("police", "Police said 12 people were held.", [("Police", {"kind": "organisation", "named": False})]),
    ("a ministry", "The Health Ministry said 30 patients had recovered.",
     [("The Health Ministry", {"kind": "organisation", "name": "Health Ministry", "named": True})]),
    ("a capital for its state", "Tehran said on Monday that it had freed 12 sailors.",
     [("Tehran", {"kind": "place", "country": "IRN", "named": True})]),
    ("another capital", "Moscow said on Monday that 12 drones had been shot down.",
     [("Moscow", {"kind": "place", "country": "RUS"})]),
    ("a country", "Iran said on Monday that it had freed 12 sailors.",
     [("Iran", {"kind": "place", "country": "IRN"})]),
    ("a seat of power", "The Kremlin denied that talks had begun.",
     [("The Kremlin", {"kind": "organisation", "country": "RUS"})]),
    ("an agency's wire", "Reuters reported that five people were hurt.",
     [("Reuters", {"kind": "outlet", "name": "Reuters"})]),
    ("a paper", "The Buffalo Times reported that five people were hurt.",
     [("The Buffalo Times", {"kind": "outlet"})]),
    ("a site", "Asia-Plus reported that five people were hurt.", [("Asia-Plus", {"kind": "outlet"})]),
    ("a study", "A new study found that half of the wells were dry.",
     [("A new study", {"kind": "document", "named": False})]),
    ("a poll", "The poll showed that 40 percent would vote.", [("The poll", {"kind": "document"})]),
    ("a statement of a body", "A statement from the Health Ministry said 30 patients had died.",
     [("A statement from the Health Ministry", {"kind": "document", "organisation": "Health Ministry"})]),
]  # fmt: skip

FIELDS: list[Case] = [
    ("country by demonym", "Kenyan Health Minister Grace Odera said 30 patients had recovered.",
     [("Kenyan Health Minister Grace Odera", {"country": "KEN", "role": "Health Minister"})]),
    ("country of the place after the role", "Scott Hall, the attorney general of Norway, said it was illegal.",
     [("Scott Hall, the attorney general of Norway,", {"country": "NOR"})]),
    ("country by the owner", "Peru's president, Diego Rojas, said 12 miners were safe.",
     [("Peru's president, Diego Rojas,", {"country": "PER", "name": "Diego Rojas"})]),
    ("country of the one state of the report", "Tajik authorities closed the border. "
     "Tajik President Emomali Rahmon said "
     "it was shut. Interior Minister Ramazon Rahimzoda said 61 people had returned.",
     [("Interior Minister Ramazon Rahimzoda", {"country": "TJK"})]),
    ("no country where two states act", "Tajik President Emomali Rahmon said it was shut. "
     "Uzbek authorities said it was open. "
     "Tajik police said it was shut. Interior Minister Ramazon Rahimzoda said 61 people had returned.",
     [("Interior Minister Ramazon Rahimzoda", {"country": None})]),
    ("no country from one foreign office", "The Argentine Consulate said nine people were missing. "
     "Officials said 99 people were missing.",
     [("Officials", {"country": None})]),
    ("its spokesman", "The disaster agency BNPB said 384 people died. "
     "Its spokesman Sutopo Nugroho said more would be found.",
     [("Its spokesman Sutopo Nugroho", {"role": "spokesman", "organisation": "BNPB"})]),
    ("of the agency", "Sutopo Nugroho of the disaster agency said 540 people were hurt.",
     [("Sutopo Nugroho of the disaster agency", {"organisation": "disaster agency", "name": "Sutopo Nugroho"})]),
]  # fmt: skip

TOGETHER: list[Case] = [
    ("two names", "Peter Moss and Ana Silva said the vote was fair.",
     [("Peter Moss and Ana Silva", {"kind": "group", "name": "Peter Moss and Ana Silva", "named": True})]),
    ("two groups", "Hospital officials and family members said 12 people had died.",
     [("Hospital officials and family members", {"kind": "group", "named": False})]),
    ("and within a name",
     "Tom Barry, a spokesman for the Port Authority of New York and New Jersey, said it was closed.",
     [("Tom Barry, a spokesman for the Port Authority of New York and New Jersey,",
       {"kind": "person", "name": "Tom Barry", "role": "spokesman"})]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(text, found, id=name) for name, text, found in
     (*NAMES, *ROLES, *DEFINITE, *PRONOUNS, *KINDS, *FIELDS, *TOGETHER)],
)  # fmt: skip
def test_a_source_is_resolved_to_its_speaker(text: str, expected: list[tuple[str, dict[str, object]]]) -> None:
    for source, fields in expected:
        speaker = speaker_of(text, source)
        assert {name: getattr(speaker, name) for name in fields} == fields
