"""Who is said to have done it and by what, through the model."""

import pytest

from tests.claims.figures_of import figure_of

#: sentence, the figure's words, agent, cause
ROWS: list[tuple[str, str, str | None, str | None]] = [
    # passive: the doer after "by", or the means
    ("Sixty-one people were freed by the army.", "Sixty-one", "army", None),
    ("Twelve people were killed by shelling in Aleppo on Monday.", "Twelve", None, "shelling"),
    ("Twenty soldiers were killed by a roadside bomb.", "Twenty", None, "roadside bomb"),
    # active: the subject
    ("Gunmen killed 9 farmers.", "9", "Gunmen", None),
    ("The storm killed 9 people and injured 31.", "31", None, "storm"),
    ("Police arrested 45 protesters.", "45", "Police", None),
    # what they died of, or in
    ("At least 40 villagers died of cholera.", "At least 40", None, "cholera"),
    ("Some 300 people died in an earthquake in Kenya.", "Some 300", None, "earthquake"),
    # who a strike is blamed on
    ("A strike blamed on rebels killed 14 civilians.", "14", "rebels", "strike"),
    ("Rockets fired by rebels killed six soldiers at the border.", "six", "rebels", "Rockets"),
    ("A bomb blamed on separatists killed two and injured seven.", "two", "separatists", "bomb"),
    ("A bomb blamed on separatists killed two and injured seven.", "seven", "separatists", "bomb"),
    ("A strike blamed on the army killed 12 and wounded 30 more.", "30", "army", "strike"),
    # those who search have not done it
    ("Divers are searching for 12 people.", "12", None, None),
    ("The quake brought down 17 buildings.", "17", None, "quake"),
    # fighting, as a verb that is a subject
    ("Fighting has killed 2,300 people and displaced 300,000.", "300,000", None, "Fighting"),
    # the subject of a verb above the one above
    ("Security forces had opened fire, killing two and wounding nine.", "nine", "Security forces", None),
    ("A bombing blamed on rebels killed two people and injured seven others.", "seven", "rebels", "bombing"),
    # dead, the state the verb brings about; a subject hung from an auxiliary; from a relative clause
    ("Gunmen on motorcycles shot dead eleven worshippers.", "eleven", "Gunmen", None),
    ("Residents said soldiers had burned 60 huts and killed 12 people.", "12", "soldiers", None),
    ("The quake, which struck at night, killed 9 people and damaged 300 homes.", "300", None, "quake"),
    # who says what they did themselves, in the words that stand there; what a storm does it does not say
    ("The rebels said they had killed 60 soldiers.", "60", "they", None),
    ("The army said it had killed 45 militants in air strikes.", "45", "it", "air strikes"),
    ("The storm hit at night; it killed 9 people.", "9", None, None),
    # who lost them did not kill them
    ("The army lost 12 men in the battle.", "12", None, "battle"),
    ("He spoke of an ambush in which nine soldiers were killed.", "nine", None, "ambush"),
    # the accused; those who help
    ("The rebels accused the army of shelling a market and killing 22 traders.", "22", "army", None),
    ("Seven sailors were rescued by a passing freighter.", "Seven", "passing freighter", None),
    # what raises a toll kills nobody
    ("Two more bodies were recovered, taking the death toll to 57.", "57", None, None),
    ("The earthquake left 2.8 million people without homes.", "2.8 million", None, "earthquake"),
    ("A landslide swept through a camp, burying at least 40 workers.", "at least 40", None, "landslide"),
    # two states of one verb; a main verb that was taken for a participle
    ("The attack left 31 worshippers dead and 77 wounded.", "77", None, "attack"),
    ("A stampede at a stadium killed 125 fans.", "125", None, "stampede"),
    # a person is an agent, whatever else the word means
    ("A suicide bomber blew himself up, killing four guards.", "four", "suicide bomber", None),
    # what drives people out, who takes them away
    ("The fire destroyed 400 homes and forced 6,000 people to flee.", "6,000", None, "fire"),
    ("Floodwaters swept away 14 bridges and cut off 60 villages.", "60", None, "Floodwaters"),
    ("Seven sailors were taken hostage by pirates.", "Seven", "pirates", None),
    # what prisoners are of is no cause
    ("The army executed 15 prisoners of war.", "15", "army", None),
    # a participle that goes on
    ("The walkways fell, killing 114 people.", "114", None, "walkways"),
    # a relative clause over a place: the bombings killed, not the embassies
    ("There were bombings at two embassies, which killed 250 people.", "250", None, "bombings"),
    # a place is no cause, a day is none
    ("Nine people were killed in Kenya on Monday.", "Nine", None, None),
    # those who find the dead did not kill them
    ("Rescuers found 14 bodies.", "14", None, None),
    # those counted are not their own agents
    ("As many as 99 people were missing.", "As many as 99", None, None),
    # nothing is done to those who join
    ("Around 1,000 fighters joined the group.", "Around 1,000", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "exact", "agent", "cause"), ROWS, ids=[row[0][:50] for row in ROWS])
def test_agent_and_cause_are_as_said(text: str, exact: str, agent: str | None, cause: str | None) -> None:
    figure = figure_of(text, exact)
    assert (figure.agent.exact if figure.agent else None) == agent
    assert (figure.cause.exact if figure.cause else None) == cause
