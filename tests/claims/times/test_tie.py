"""What the times date: when it was said, when it happened, the day a count holds for."""

import pytest

from reportedly.terms import Claim, Figure
from tests.claims.times.reading import PUBLISHED, read

#: text, words of the moment, EDTF, basis
SAID = [
    # a time between cue and content belongs to the cue
    ("The minister told reporters on January 25 that 61 villagers had returned.", "on January 25", "2016-01-25"),
    # a weekday without a preposition
    ("The governor said Tuesday that 40 homes burned on Saturday.", "Tuesday", "2016-01-26"),
    # at the head of the sentence, before the cue
    ("On Monday, police said 12 people were killed on Sunday.", "On Monday", "2016-01-25"),
    # after the cue at the end of the sentence
    ("Twelve people were killed on Sunday, police said on Monday.", "on Monday", "2016-01-25"),
    # on the occasion where it was said
    ("In a statement on Friday, the army said 9 soldiers were wounded.", "on Friday", "2016-01-22"),
    ("The agency told a news conference on Friday that 9 soldiers were wounded.", "on Friday", "2016-01-22"),
    # a saying that is only earlier has no date, and the report's own is no stand-in
    ("Earlier, the president said 21 students had joined.", "Earlier", None),
]

#: text, number, what dates it, EDTF
OCCURRED = [
    # the event's date, not the cue's
    ("The governor said Tuesday that 40 homes burned on Saturday.", "40", "on Saturday", "2016-01-23"),
    ("On Monday, police said 12 people were killed on Sunday.", "12", "on Sunday", "2016-01-24"),
    ("Twelve people were killed on Sunday, police said on Monday.", "Twelve", "on Sunday", "2016-01-24"),
    # "after midnight" of the night before: never a stretch that ends before it begins
    (
        "The ship carried 221 people when fire broke out after midnight, he said.",
        "221",
        "after midnight",
        "2016-01-26",
    ),
    # a participle below the dated verb
    ("Bombs exploded Friday, killing dozens of people, witnesses said.", "dozens", "Friday", "2016-01-22"),
    # a date on the happening that is the subject
    ("The bombing on January 7 killed 258 people.", "258", "on January 7", "2016-01-07"),
    # a date before it, and the part of the toll after it
    ("The Jan. 7 bombings killed more than 200 people, including 12 children.", "12", "Jan. 7", "2016-01-07"),
    # the happening's day from the sentence before
    (
        "The bombing on January 7 killed 258 people. At least 12 others were injured in the blast.",
        "At least 12",
        "on January 7",
        "2016-01-07",
    ),
    ("The quake struck on January 7. Officials say 300 people were killed.", "300", "on January 7", "2016-01-07"),
    # a date behind the event's verb is its own, whatever noun follows in the next clause
    ("Five guards were hurt today when a bomb exploded.", "Five", "today", "2016-01-26"),
    # some sentences on, where no other day came between
    (
        "Gunmen stormed the mine on January 7. They cut the lines. The owner fled. Nine miners were wounded.",
        "Nine",
        "on January 7",
        "2016-01-07",
    ),
    # the day of those harmed is the day of the happening named with them
    (
        "On January 7 the bomb went off in the hall, killing 47 people. "
        "The owners came back to the site on Monday. Officials say 12 people were hurt in the blast.",
        "12",
        "On January 7",
        "2016-01-07",
    ),
    # a date behind a happening that is a noun
    (
        "He condemned the assassination of six priests and two women on January 7.",
        "six",
        "on January 7",
        "2016-01-07",
    ),
    # the size of the sample
    (
        "The poll was conducted from Jan. 19 to 22. The sample is 834 adults.",
        "834",
        "from Jan. 19 to 22",
        "2016-01-19/2016-01-22",
    ),
    # each clause has its own
    ("Last month, rebels killed 14 soldiers; on Sunday they freed six.", "14", "Last month", "2015-12"),
    ("Last month, rebels killed 14 soldiers; on Sunday they freed six.", "six", "on Sunday", "2016-01-24"),
    # what has happened since a day ends with the report
    ("Since 2011, 400 people have been killed.", "400", "Since 2011", "2011/2016-01-26"),
    # a number after a date is no second day
    (
        "Between January 1 and January 18, 30 people were arrested.",
        "30",
        "Between January 1 and January 18",
        "2016-01-01/2016-01-18",
    ),
    # the days of a survey hold for its shares
    (
        "The poll was conducted from Jan. 19 to 22. Some 46 percent of voters backed the plan.",
        "Some 46 percent",
        "from Jan. 19 to 22",
        "2016-01-19/2016-01-22",
    ),
    # the day of the happening that the sentence's own came after
    (
        "A tremor shook the city on Monday, eight days after the quake that killed 75,000 people.",
        "75,000",
        "eight days after",
        "2016-01-17",
    ),
    # the clause of the happening that did it
    ("The quake that hit the county on Sunday has killed 589 people.", "589", "on Sunday", "2016-01-24"),
    # what happened when something else did
    ("Up to 2,000 people may have died when the dams burst on Sunday.", "Up to 2,000", "on Sunday", "2016-01-24"),
    # the year of which more is told
    (
        "It was the worst attack since December 2014, when gunmen killed 134 pupils.",
        "134",
        "since December 2014",
        "2014-12",
    ),
    # a stretch that a clause opens
    (
        "Some 160,000 people have fled since the offensive began on Wednesday.",
        "Some 160,000",
        "on Wednesday",
        "2016-01-20/2016-01-26",
    ),
    # a toll of what has happened since
    ("The death toll since January 8 stands at 508.", "508", "since January 8", "2016-01-08/2016-01-26"),
    # a year behind the name of a disaster
    ("The fires of 1967 killed 62 people.", "62", "1967", "1967"),
    # a month of which a happening before is told is as coarse as it stands
    (
        "A storm struck the port on Thursday. In the hills, 56 people died in floods earlier in the month.",
        "56",
        "earlier in the month",
        "2016-01",
    ),
    # the day of those harmed, not the one a count holds for
    (
        "The toll of the quake that hit the island on Friday rose to 1,234 on Monday. "
        "Most died in the port, where 821 people were killed.",
        "821",
        "on Friday",
        "2016-01-22",
    ),
    # a day that only says since when is no day of a happening
    (
        "Troops killed 114 people on Saturday, the bloodiest day since the January 1 coup. In the north, 40 died.",
        "40",
        "on Saturday",
        "2016-01-23",
    ),
    # what is to come
    ("Police expect 300 people to attend the rally on Friday.", "300", "on Friday", "2016-01-29"),
]

#: text, number, words, EDTF
COUNTED = [
    # each number of a change has its own day
    ("The toll rose to 1,400 on Monday, up from 1,200 on Sunday.", "1,400", "on Monday", "2016-01-25"),
    ("The toll rose to 1,400 on Monday, up from 1,200 on Sunday.", "1,200", "on Sunday", "2016-01-24"),
    ("As of 23 December, 99 people were missing.", "99", "As of 23 December", "2015-12-23"),  # in so many words
    ("By Tuesday, 45 people had been killed.", "45", "By Tuesday", "2016-01-26"),  # the day without the open end
    ("The toll rose to 120 on Monday.", "120", "on Monday", "2016-01-25"),  # a toll that moved
    ("On Monday, 99 people were missing.", "99", "On Monday", "2016-01-25"),  # a state and no happening
]

#: Figures that no time dates.
UNDATED = [
    ("The toll rose to 1,400, up from 1,200 on Tuesday.", "1,400"),  # the other number's day
    ("The minister told reporters on January 25 that 61 villagers had returned.", "61"),  # the saying's date
    ("Police said 12 people were killed.", "12"),  # the report's date dates no event
    ("He was 44 when he left in 2011.", "44"),  # an age
    ("LIMA, 26 January (Agency) -- Nine miners were wounded.", "Nine"),  # the date line is the report's date
    (
        "The army attacked the camp on January 7. He is wanted in three other shootings.",
        "three",
    ),  # happenings counted
]


def _figure(text: str, exact: str) -> Figure:
    return next(figure for figure in read(text).figures if figure.exact == exact)


def _claim(text: str, published: str | None = PUBLISHED) -> Claim:
    return read(text, published).claims[0]


@pytest.mark.parametrize(("text", "words", "edtf"), SAID)
def test_a_time_of_the_cue_is_when_it_was_said(text: str, words: str, edtf: str | None) -> None:
    said = _claim(text).said
    assert said is not None
    assert (said.exact, said.edtf, said.basis) == (words, edtf, "written")


@pytest.mark.parametrize(("text", "exact", "words", "edtf"), OCCURRED)
def test_an_event_is_dated_by_its_own_time(text: str, exact: str, words: str, edtf: str) -> None:
    occurred = _figure(text, exact).occurred
    assert occurred is not None
    assert (occurred.exact, occurred.edtf, occurred.basis) == (words, edtf, "written")


@pytest.mark.parametrize(("text", "exact", "words", "edtf"), COUNTED)
def test_a_count_holds_for_a_day(text: str, exact: str, words: str, edtf: str) -> None:
    figure = _figure(text, exact)
    assert figure.counted_as_of is not None and figure.occurred is None
    assert (figure.counted_as_of.exact, figure.counted_as_of.edtf) == (words, edtf)


@pytest.mark.parametrize(("text", "exact"), UNDATED)
def test_what_no_time_dates_stays_undated(text: str, exact: str) -> None:
    figure = _figure(text, exact)
    assert figure.occurred is None and figure.counted_as_of is None


def test_without_a_written_time_the_reports_date_stands_in() -> None:
    said = _claim("Police said 12 people were killed.").said
    assert said is not None
    assert (said.exact, said.edtf, said.basis) == ("said", "2016-01-26", "published")


def test_without_any_date_nothing_stands_in() -> None:
    assert _claim("Police said 12 people were killed.", None).said is None


def test_a_cue_that_looks_back_is_not_given_the_reports_date() -> None:
    assert _claim("He had confirmed that 30 people left.").said is None


def test_a_weekday_on_an_undated_page_is_kept_without_a_value() -> None:
    said = _claim("Police said on Monday that 12 people were killed.", None).said
    assert said is not None and (said.exact, said.edtf, said.basis) == ("on Monday", None, "written")


def test_what_is_told_on_was_said_with_what_came_before() -> None:
    claims = read("The mayor said on Wednesday that 12 bodies were found. She said 139 people were safe.").claims
    assert [claim.said and claim.said.edtf for claim in claims] == ["2016-01-20", "2016-01-20"]


def test_the_date_of_a_report_of_a_moment_is_its_day() -> None:
    said = _claim("Police said 12 people were killed.", "2016-01-26T10:00:00Z").said
    assert said is not None and said.edtf == "2016-01-26"


def test_no_count_holds_for_a_day_to_come() -> None:
    text = "The firm said it would shed 2,300 of its 11,600 workers by the end of 2017."
    assert [_figure(text, exact).counted_as_of for exact in ("2,300", "11,600")] == [None, None]
