"""What the words beside a number make of it: the design's table of bounds, row by row."""

import pytest

from reportedly.claims.numbers import Quantity, find_numbers


def first(text: str) -> Quantity:
    return find_numbers(text, 0, len(text)).quantities[0]


def shape(text: str) -> tuple[str, str, str | None]:
    quantity = first(text)
    return text[quantity.start : quantity.end], quantity.bound, quantity.lean


EXACT = [
    ("A total of 99 died.", "99"),  # "a total of" stays outside the words
    ("Exactly 99 died.", "99"),
    ("Only 99 died.", "99"),
    ("Just 99 died.", "99"),
    ("The toll hit 99 today.", "99"),
    ("Another 99 died.", "99"),
    ("The toll rose to 188.", "188"),
    ("The toll was pushed up to 188.", "188"),  # a change, not a bound
    ("That brought the number of dead up to 188.", "188"),
    ("The ministry revised the toll up to 33 from 21.", "33"),
    ("The count has gone up to 832.", "832"),
    ("The death toll is up to 20 now.", "20"),
    ("They talked about 12 hostages.", "12"),  # a topic
    ("He asked about three men.", "three"),
    ("Reporters had questions about two deals.", "two"),
    ("They walked around 3 districts.", "3"),
    ("A dispute over two islands flared.", "two"),
    ("He wept over the 12 bodies.", "12"),
    ("He served under two presidents.", "two"),
    ("In the past three months it fell.", "three"),
    ("It is now more than the 500 reported.", "500"),  # a comparison with a known number
    ("A $500,000 award comes on top of a $250,000 fine.", "$500,000"),
    ("They argued over a $10 million contract.", "$10 million"),
    ("He passed two checkpoints.", "two"),  # a verb of motion
    ("They stood close to the two men.", "two"),
]


@pytest.mark.parametrize(("text", "exact"), EXACT)
def test_words_that_are_no_bound_stay_outside(text: str, exact: str) -> None:
    assert shape(text) == (exact, "exact", None)


BOUNDED = [
    # about
    ("About 500 died.", "About 500", "about", None),
    ("Some 5,000 fled.", "Some 5,000", "about", None),
    ("Around 500 fled.", "Around 500", "about", None),
    ("Roughly 500 fled.", "Roughly 500", "about", None),
    ("Approximately 500 fled.", "Approximately 500", "about", None),
    ("An estimated 300 fled.", "An estimated 300", "about", None),
    ("The crowd was estimated at 500.", "estimated at 500", "about", None),
    ("The insurer estimates losses at 500 ships.", "500", "about", None),
    ("The number is estimated to be 349.", "estimated to be 349", "about", None),
    ("Police gave an estimate of 500.", "an estimate of 500", "about", None),
    ("The toll is expected to hit 500.", "expected to hit 500", "about", None),
    ("It has 82,000-odd voters.", "82,000-odd", "about", None),
    ("Five hundred or so fled.", "Five hundred or so", "about", None),
    ("Perhaps 500 fled.", "Perhaps 500", "about", None),
    ("~500 fled.", "~500", "about", None),
    ("It raised some $8 million.", "some $8 million", "about", None),  # the sign stands between
    ("In some 20 cases it paid.", "some 20", "about", None),
    # about, leaning
    ("Nearly 500 fled.", "Nearly 500", "about", "below"),
    ("Almost 500 fled.", "Almost 500", "about", "below"),
    ("Close to 500 fled.", "Close to 500", "about", "below"),
    ("The toll is closer to 500.", "closer to 500", "about", "below"),
    ("The toll is approaching 2,000.", "approaching 2,000", "about", "below"),
    ("Just under 500 fled.", "Just under 500", "about", "below"),
    ("Slightly less than 500 fled.", "Slightly less than 500", "about", "below"),
    ("Just over 500 fled.", "Just over 500", "about", "above"),
    ("Slightly more than 500 fled.", "Slightly more than 500", "about", "above"),
    ("A little over 500 fled.", "A little over 500", "about", "above"),
    ("A twenty-something crowd came.", "twenty-something", "about", "above"),
    # at least
    ("At least 61 died.", "At least 61", "at_least", None),
    ("AT LEAST 61 DIED.", "AT LEAST 61", "at_least", None),  # upper case
    ("at\nleast 61 died.", "at\nleast 61", "at_least", None),  # across a line break
    ("No fewer than 61 died.", "No fewer than 61", "at_least", None),
    ("No less than 61 died.", "No less than 61", "at_least", None),
    ("Not less than 61 died.", "Not less than 61", "at_least", None),
    ("A minimum of 61 died.", "A minimum of 61", "at_least", None),
    ("It drew 60-plus guests.", "60-plus", "at_least", None),
    ("It drew 1,000+ guests.", "1,000+", "at_least", None),
    ("It drew 60 or more guests.", "60 or more", "at_least", None),
    ("61 dead and counting.", "61", "exact", None),  # the noun stands between
    ("Dead: 61 and counting.", "61 and counting", "at_least", None),
    ("At least another 61 died.", "At least another 61", "at_least", None),  # a filler between
    ("At least an additional 61 died.", "At least an additional 61", "at_least", None),
    ("At least some 500 fled.", "At least some 500", "at_least", None),  # the side wins over "some"
    ("At least $5 million is gone.", "At least $5 million", "at_least", None),
    ("At least a dozen fled.", "At least a dozen", "at_least", None),
    ("At least two-thirds fled.", "At least two-thirds", "at_least", None),
    ("At least 45 percent fled.", "At least 45 percent", "at_least", None),
    # more than
    ("More than 61 died.", "More than 61", "more_than", None),
    ("Over 30 villages burned.", "Over 30", "more_than", None),
    ("Fires hit in over 30 villages.", "over 30", "more_than", None),
    ("The toll is above 1,200.", "above 1,200", "more_than", None),
    ("The toll is well above 100.", "well above 100", "more_than", None),
    ("Upwards of 61 died.", "Upwards of 61", "more_than", None),
    ("The toll exceeded 61.", "exceeded 61", "more_than", None),
    ("A toll exceeding 61 is likely.", "exceeding 61", "more_than", None),
    ("The toll topped 2,200.", "topped 2,200", "more_than", None),
    ("Death toll tops 500", "tops 500", "more_than", None),
    ("The toll passes 500.", "passes 500", "more_than", None),
    ("The toll has crossed 500.", "crossed 500", "more_than", None),
    ("Losses surged past $1 billion.", "surged past $1 billion", "more_than", None),
    ("Losses went past the $1 billion mark.", "past the $1 billion", "more_than", None),  # "the … mark"
    ("Losses were in excess of $5 million.", "in excess of $5 million", "more_than", None),
    ("More than a hundred died.", "More than a hundred", "more_than", None),
    ("More than half died.", "More than half", "more_than", None),
    ("They worked for over two years.", "over two", "more_than", None),
    ("They spoke longer than 30 minutes.", "longer than 30", "more_than", None),
    ("It was far more than 500.", "far more than 500", "more_than", None),
    # at most
    ("Up to 1,000 joined.", "Up to 1,000", "at_most", None),
    ("As many as 99 are missing.", "As many as 99", "at_most", None),
    ("As much as $5 million is gone.", "As much as $5 million", "at_most", None),
    ("At most 99 are missing.", "At most 99", "at_most", None),
    ("No more than 99 are missing.", "No more than 99", "at_most", None),
    ("Not more than 99 are missing.", "Not more than 99", "at_most", None),
    ("A maximum of 99 may enter.", "A maximum of 99", "at_most", None),
    ("A fine of up to $250,000 is due.", "up to $250,000", "at_most", None),
    ("Donors who gave $200 or less count.", "$200 or less", "at_most", None),
    ("Groups of 10 or fewer may meet.", "10 or fewer", "at_most", None),
    # less than
    ("Fewer than 2,000 came.", "Fewer than 2,000", "less_than", None),
    ("Less than 2,000 came.", "Less than 2,000", "less_than", None),
    ("Under 2,000 came.", "Under 2,000", "less_than", None),
    ("Support fell below 50 percent.", "below 50 percent", "less_than", None),
    ("Not even 50 came.", "Not even 50", "less_than", None),
    ("Well under 2,000 came.", "Well under 2,000", "less_than", None),
]


@pytest.mark.parametrize(("text", "exact", "bound", "lean"), BOUNDED)
def test_bound_words_set_the_bound_and_are_in_the_words(
    text: str, exact: str, bound: str, lean: str | None
) -> None:
    assert shape(text) == (exact, bound, lean)


ENDS = {
    "exact": (500, 500, 500), "about": (None, 500, None), "at_least": (500, None, None),
    "more_than": (500, None, None), "at_most": (None, None, 500), "less_than": (None, None, 500),
}  # fmt: skip


@pytest.mark.parametrize(
    ("words", "bound"),
    [
        ("", "exact"), ("about ", "about"), ("nearly ", "about"), ("at least ", "at_least"),
        ("more than ", "more_than"), ("up to ", "at_most"), ("fewer than ", "less_than"),
    ],
)  # fmt: skip
def test_ends_follow_from_the_bound(words: str, bound: str) -> None:
    quantity = first(f"They say {words}500 fled.")
    assert (quantity.stated, quantity.bound) == (500, bound)
    assert (quantity.low, quantity.best, quantity.high) == ENDS[bound]


POSSIBLE = [
    ("The toll could reach 1,000.", "could reach 1,000", "at_most"),
    ("The toll may rise to 1,000.", "may rise to 1,000", "at_most"),
    ("The toll might climb to 1,000.", "might climb to 1,000", "at_most"),
    ("The toll could be as high as 1,000.", "could be as high as 1,000", "at_most"),
    ("The toll could top 1,000.", "could top 1,000", "more_than"),
]


@pytest.mark.parametrize(("text", "exact", "bound"), POSSIBLE)
def test_what_could_be_reached_is_possible(text: str, exact: str, bound: str) -> None:
    quantity = first(text)
    assert (text[quantity.start : quantity.end], quantity.bound, quantity.possible) == (exact, bound, True)


def test_a_bound_covers_its_own_number_only() -> None:
    text = "At least 75 people were killed and 1,643 wounded."
    bounds = [q.bound for q in find_numbers(text, 0, len(text)).quantities]
    assert bounds == ["at_least", "exact"]


def test_two_statements_are_two_figures() -> None:
    text = "At least 61, possibly more than 100, died."
    found = [(text[q.start : q.end], q.low) for q in find_numbers(text, 0, len(text)).quantities]
    assert found == [("At least 61", 61), ("possibly more than 100", 100)] or found == [
        ("At least 61", 61),
        ("more than 100", 100),
    ]


def test_bound_words_behind_a_unit_are_a_piece_of_their_own() -> None:
    text = "It took 30 minutes or so."
    quantity = first(text)
    assert [text[a:b] for a, b in quantity.spans] == ["30", "or so"]
    assert quantity.bound == "about"
