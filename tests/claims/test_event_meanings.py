"""Tolls, roles, elisions and labels: what happened to those counted, where no verb beside the number says it."""

import pytest

from tests.claims.figures_of import figure_of

#: sentence, the figure's words, event type or None
ROWS: list[tuple[str, str, str | None]] = [
    # the value of a count named before it
    ("Confirmed dead climb to 36, with 109 people not located.", "36", "killed"),
    ("The missing fell to 128 on Friday.", "128", "missing"),
    ("Two more bodies bring the confirmed dead to 11, while 151 are unaccounted for.", "11", "killed"),
    ("Deaths in the city had come to 420 people, the agency said.", "420", "killed"),
    ("The country's dead now number 832.", "832", "killed"),
    ("The number of arrests rose to 57.", "57", "arrested"),
    ("The list of the missing has 14 names.", "14", "missing"),
    ("Death toll in Darun market attack now 53", "53", "killed"),  # a headline without a verb
    ("The death toll stands at 40. The figure could be as high as 99.", "could be as high as 99", "killed"),
    # what stands before "to" is another's: the dead are not 3
    ("The dead were taken to 3 hospitals.", "3", None),
    # members of a counted group
    ("The dead include 12 pupils.", "12", "killed"),
    ("Among the injured were 3 nurses.", "3", "injured"),
    ("Turnout was 61 percent.", "61 percent", "voted"),
    ("Net profit fell to 3.4 billion euros.", "3.4 billion", "earned"),
    ("The number of people in need of aid doubled to 5.6 million.", "5.6 million", "affected"),
    # orders to leave; what is counted is what happened; a number given anew
    ("Evacuation orders were issued for 25,000 people.", "25,000", "evacuated"),
    ("The count found 112 deaths since March.", "112", "killed"),
    ("Reports said 10 people had died, but the ministry later corrected the number to seven.", "seven", "killed"),
    ("A landslide swept through a camp, burying at least 40 workers.", "at least 40", "trapped"),
    ("As many as 100 people could still be under the mud.", "As many as 100", "trapped"),
    ("The earthquake left 2.8 million people without homes.", "2.8 million", "homeless"),
    # who is searched for is missing, but not whom the police want, nor work
    ("Rescuers were looking for as many as 38 more.", "as many as 38", "missing"),
    ("The search for 159 people goes on.", "159", "missing"),
    ("Police are searching for two gunmen.", "two", "other"),
    ("Workers are looking for 12 new jobs.", "12", "other"),
    # what is brought down, under water, carried out
    ("The quake brought down 17 buildings.", "17", "destroyed"),
    ("In the town, water covered 340 houses.", "340", "damaged"),
    ("Floods: 340 houses under water", "340", "damaged"),
    ("Rescuers carried three children out of the rubble.", "three", "rescued"),
    ("The toll rose to 51 after soldiers dug four more bodies out of the mud.", "four", "found"),
    # strikes from the air are no strikes; a state behind the places of the homes; suspects picked up
    ("Two air strikes hit a market.", "Two", "attacked"),
    ("Some 200,000 homes in the two valleys were without power on Thursday.", "Some 200,000", "without_services"),
    ("Six suspects had been picked up by Monday.", "Six", "arrested"),
    ("A freighter picked up 40 migrants.", "40", "rescued"),
    # a number given of what was counted before
    ("The union said 40,000 men had joined the strike. The firm gave a figure of 31,500.", "31,500", "joined"),
    # what stands before another clause, or happens to people, is not of these
    ("The streets were under water and 4,000 people had gone to the hills.", "4,000", None),
    ("Some 15 trucks and 1,000 body bags are ready for more burials.", "1,000", None),
    # the state of the whole is not the part's
    ("A doctor said 16 of the 45 injured remained in hospital.", "16", "hospitalised"),
    ("Activists put the number of detainees at 1,300.", "1,300", "arrested"),
    ("A stampede killed 125 fans, police said, revising an earlier figure of 174.", "174", "killed"),
    # victims of what kills are the dead
    ("The blast tore the street open. The number of victims rose to 12.", "12", "killed"),
    ("A group of nine soldiers stationed in the north were attacked.", "nine", "attacked"),
    ("He went to the funeral of the 10 union leaders who were killed in May.", "10", "killed"),
    # dead behind a verb of telling; a part of those told before it
    ("Nine people were reported dead by the coast guard.", "Nine", "killed"),
    ("The hospital received 81 wounded, among them 19 children.", "19", "injured"),
    # sent is told by the verb, not by what troops are
    ("Some 3,000 troops would be sent to the region.", "Some 3,000", "deployed"),
    # the whole of which the others are a part
    ("Of the 640 dead, 212 were nurses.", "640", "killed"),
    # losses of a force; wounds left
    ("The army lost 12 men in the battle.", "12", "killed"),
    ("The blast killed six, leaving ten with injuries.", "ten", "injured"),
    # what mud buries and fire consumes is destroyed
    ("The avalanche buried two hamlets.", "two", "destroyed"),
    ("Militants came at night, burning dozens of houses.", "dozens", "destroyed"),
    # another clause speaks of others
    ("Police faced some 300 protesters; eight were taken into custody.", "some 300", "protested"),
    # cases beside deaths are of a disease
    ("The bulletin lists 412 cases and 9 deaths.", "412", "infected"),
    # who does it is not who suffers it
    ("Three gunmen killed nine farmers.", "Three", "attacked"),
    ("Three earthquakes killed 563 people.", "Three", "other"),
    ("Two officers arrested a driver.", "Two", "other"),
    ("Some 300 people took shelter in a school.", "Some 300", "sheltered"),  # its object is its own
    # not found, not accounted for: missing
    ("A storm hit the village and 109 people were not found.", "109", "missing"),
    ("The authorities cannot account for 99 residents.", "99", "missing"),
    ("By noon 102 residents had been accounted for, while at least 99 had not.", "at least 99", "missing"),
    # a total of bodies is the dead; two more are a find
    ("In all, 97 bodies were recovered.", "97", "killed"),
    ("Two more bodies were pulled from the river.", "Two", "found"),
    # one verb, other things: houses lost, people in need, villages buried
    ("Some 2,400 houses were lost.", "Some 2,400", "destroyed"),
    ("Some 15,000 people need help.", "Some 15,000", "affected"),
    ("The agency needs 4,000 tents.", "4,000", "needed"),
    ("Mud buried 27 homes.", "27", "destroyed"),
    # the main verb before the number tells more than a participle after it
    ("Crews rescued 12 people trapped in a lift.", "12", "rescued"),
    ("The bombing claimed 217 lives and injured nearly 5,000.", "nearly 5,000", "injured"),
    # … and the main verb after a participle more than the participle
    ("Five passengers travelling on the bus were injured.", "Five", "injured"),
    ("Nine soldiers stationed at the base were killed.", "Nine", "killed"),
    ("Twelve people killed when a bridge was destroyed had been on a bus.", "Twelve", "killed"),
    ("Three members of the team assigned to the valley were attacked.", "Three", "attacked"),
    ("Ten other people [not further identified] were also injured.", "Ten", "injured"),
    # a noun says what others did to those counted, whatever the verb is about
    ("The killers of the six monks could have been soldiers.", "six", "killed"),
    ("The kidnappers of the two nurses asked for money.", "two", "abducted"),
    ("The murder on the evening of 3 May of seven farmers shocked the town.", "seven", "killed"),
    ("It came two weeks after the death of four students who had been kidnapped.", "four", "killed"),
    # the doers after "by", and what their group is made of
    ("Two women were murdered by 30 men.", "30", "attacked"),
    ("Two women were murdered by a group of 30 men.", "30", "attacked"),
    # the same happened to those with him
    ("The minister was killed near his home, along with two of his bodyguards.", "two", "killed"),
    # a state right after a number is no adjective of what comes later
    ("One was killed, three wounded and 150 houses destroyed.", "three", "injured"),
    # where those of a second number were is no event of theirs
    ("The bombing killed 259 people on the plane and 11 on the ground in the town.", "11", "killed"),
    # those whom the subject is said to be
    ("The murdered men were two engineers and a driver.", "two", "killed"),
    # "wound" before a number is no form of "wind"
    ("He managed to kill one person and wound 12 others.", "12", "injured"),
    # the relative clause after the last of several nouns is of all of them
    ("It came from 62 people, firms and unions that gave $3 million or more.", "62", "paid"),
    # a damaging story damages others; a policy attacked is in one piece; homes left in ruins flee from nobody
    ("He spoke of several damaging news stories.", "several", "other"),
    ("She wants to attack four provisions in the tax code.", "four", "other"),
    ("The flood left 43,000 homes in need of repair.", "43,000", "needed"),
    # the whole before its part: only its own clause speaks of it
    ("Of the 10 judges who will hear the case, six were appointed by him.", "10", "other"),
    # lines that are a label and a number
    ("Houses damaged: 1,800", "1,800", "damaged"),
    ("Number of displaced: 452", "452", "displaced"),
    # names are no events
    ("He spoke at the White House before 10 judges.", "10", None),
    # teams tied to their number by a hyphen
    ("A 62-member rescue team was sent to the city.", "62", "deployed"),
    # a clause of its own: trucks are not buried
    ("The city buried 153 victims on Monday, and 15 trucks are ready.", "15", None),
    # polls, votes, sales
    ("The poll surveyed 1,001 adults.", "1,001", "polled"),
    ("Some 400 members voted.", "Some 400", "voted"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "exact", "kind"), ROWS, ids=[f"{r[1]}: {r[0][:40]}" for r in ROWS])
def test_the_event_is_the_one_that_holds_for_those_counted(text: str, exact: str, kind: str | None) -> None:
    event = figure_of(text, exact).event
    assert (event.type if event else None) == kind


def test_an_elided_denial_is_no_denial_of_being_missing() -> None:
    event = figure_of("By noon 102 residents were accounted for, while 99 were not.", "99").event
    assert event is not None and (event.type, event.negated) == ("missing", False)
