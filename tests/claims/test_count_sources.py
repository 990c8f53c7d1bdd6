"""Whose number it is: verbs and nouns that attribute a count without a verb of speech. Our own sentences."""

import pytest

from tests.claims.figures_of import reading_of

#: text, the figure's words, the source of its claim as written (None: the report's own voice), the claim's cue
ROWS: list[tuple[str, str, str | None, str | None]] = [
    # anything put at a number is a statement, also in the passive
    ("Organisers put the crowd at 50,000.", "50,000", "Organisers", "put"),
    ("The bank put losses at $3 billion.", "$3 billion", "The bank", "put"),
    ("The toll was put at 34 by the interior ministry.", "34", "the interior ministry", "was put"),
    ("The number of dead was given as 12 by police.", "12", "police", "was given"),
    ("The storm put the town at risk and 300 people fled.", "300", None, None),
    # bodies that count
    ("Border police counted 1,430 crossings on Monday alone.", "1,430", "Border police", "counted"),
    ("The UN refugee agency has registered 18,300 new arrivals since Monday.", "18,300", "The UN refugee agency",
     "has registered"),
    ("The region recorded 12 earthquakes.", "12", None, None),
    # a second clause with a number of its own
    ("The union said 9,000 workers walked out; management put the number at fewer than 2,000.", "9,000",
     "The union", "said"),
    ("The union said 9,000 workers walked out; management put the number at fewer than 2,000.", "fewer than 2,000",
     "management", "put"),
    ("Reports said 10 people had died, but the ministry later corrected the number to seven.", "seven",
     "the ministry", "corrected"),
    ("The disaster agency revised the number of dead down to 289 from 350.", "289",
     "The disaster agency", "revised"),
    ("Nine people were reported dead by the coast guard.", "Nine", "the coast guard", "were reported"),
    ("He counts 1,340 dead and 90 missing.", "90", "He", "counts"),
    ("The rebels said 14 soldiers had fled; a council member confirmed only three.", "three", "a council member",
     "confirmed"),
    ("The police said 14 people were hurt. Organisers spoke of more than 100 injured.", "more than 100",
     "Organisers", "spoke of"),
    ("A count by this agency found 112 deaths since March.", "112", "A count by this agency", "found"),
    ("Rescuers found 14 bodies.", "14", None, None),
    ("Some 400 were arrested, a lawyer claimed, while police gave the number as 85.", "85", "police", "gave"),
    ("The ministry gave the following toll: 34 dead, 120 injured and 9 missing.", "120", "The ministry", "gave"),
    ("The toll of 19 given by the militia was too high.", "19", "the militia", "given"),
    # what is done to people is no statement
    ("A court sentenced 22 men to prison.", "22", None, None),
    ("Police arrested 12 suspects over the killing of four teachers.", "four", None, None),
    # the next sentence is the report's own
    ("A mudslide buried 40 workers, the mining minister said. By nightfall rescuers had found 11 bodies.", "11",
     None, None),
    # a count and its owner
    ("The ministry's tally stood at 1,204 dead.", "1,204", "The ministry", "tally"),
    ("The government's official death toll stands at 31.", "31", "The government", "toll"),
    ("The hospital's count of 27 dead includes soldiers.", "27", "The hospital", "count"),
    ("Activists put the number of detainees at 1,300, three times the government's figure of 450.", "450",
     "the government", "figure"),
    # whose dead they are, not whose count it is
    ("Turkey's death toll stands at 31.", "31", None, None),
    ("The storm's death toll rose to 61.", "61", None, None),
    ("The army's death toll reached 400.", "400", None, None),
    # somebody's claim, whoever speaks of it
    ("The minister rejected a claim by the rebels that 60 soldiers were captured.", "60", "the rebels", "claim"),
    ("The mayor repeated the ministry's estimate of 5,000 dead.", "estimate of 5,000", "the ministry", "estimate"),
    ("The agency could not verify estimates by village chiefs that 5,000 people are missing.", "5,000",
     "village chiefs", "estimates"),
    ("The report said the regime's claim of 30,000 fighters was inflated.", "30,000", "the regime", "claim"),
    ("The group's claim of responsibility came a day after 12 people died.", "12", None, None),
    # each item of a list has its own
    ("The dead include 34 Syrians, according to police; nine Poles, according to the embassy.", "34", "police",
     "according to"),
    ("The dead include 34 Syrians, according to police; nine Poles, according to the embassy.", "nine",
     "the embassy", "according to"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "exact", "source", "cue"), ROWS, ids=[f"{r[0][:40]}-{r[1]}" for r in ROWS])
def test_a_number_is_whose_words_give_it(text: str, exact: str, source: str | None, cue: str | None) -> None:
    reading = reading_of(text)
    (figure,) = [f for f in reading.figures if f.exact == exact]
    claim = next((c for c in reading.claims if c.id == figure.claim), None)
    assert (claim and claim.source and claim.source.exact) == source
    assert (claim and claim.cue and claim.cue.exact) == cue


def test_a_cue_ends_before_the_claim_of_somebody_else() -> None:
    reading = reading_of("The agency could not verify estimates by village chiefs that 5,000 people are missing.")
    outer, inner = sorted(reading.claims, key=lambda c: c.content.start)
    assert outer.cue is not None and outer.cue.exact == "could not verify"
    assert outer.content.exact.startswith("estimates by village chiefs")
    assert inner.via == outer.id
