"""Numbers that are no figures, and the reason that is given."""

import pytest

from reportedly.claims.numbers import find_numbers

REJECTED = [
    ("He came 2nd.", "2nd", "ordinal"),
    ("The first man fled.", "first", "ordinal"),
    ("The twenty-first man fled.", "twenty-first", "ordinal"),
    ("A third man fled.", "third", "ordinal"),  # no share
    ("He is a sixth-grader.", "sixth", "ordinal"),
    ("The 456th person fled.", "456th", "ordinal"),
    ("1. The army must go.", "1.", "list"),
    ("They took Route 66.", "Route 66", "identifier"),
    ("An F-16 crashed.", "F-16", "name"),
    ("A Boeing 747 crashed.", "747", "name"),
    ("Al Jazeera 2 said so.", "Jazeera 2", "name"),
    ("Resolution 1701 holds.", "Resolution 1701", "identifier"),
    ("Resolutions 1701 and 1559 hold.", "Resolutions 1701 and 1559", "identifier"),
    ("The Group of Seven met.", "Group of Seven", "name"),
    ("The G7 met.", "G7", "name"),
    ("Flight 587 crashed.", "Flight 587", "identifier"),
    ("It is COVID-19.", "COVID-19", "name"),
    ("Highway 12 is shut.", "Highway 12", "identifier"),
    ("It is No. 10 on the list.", "No. 10", "identifier"),
    ("He runs Channel 4 now.", "Channel 4", "identifier"),
    ("Apollo 11 flew.", "Apollo 11", "name"),
    ("The Ten Most Wanted list grew.", "Ten Most Wanted", "name"),
    ("The Nine Sisters troupe came.", "Nine", "name"),
    ("A gift to Future45 came.", "Future45", "name"),
    ("Call 800-273-8255 now.", "800-273-8255", "phone"),
    ("Call +44 20 7946 0958 now.", "+44 20 7946 0958", "phone"),
    ("Call (202) 555-0147 now.", "(202) 555-0147", "phone"),
    ("He lives at 469 Vermont St. in town.", "469", "identifier"),
    ("See page 3 of it.", "page 3", "identifier"),
    ("Under section 12 it is banned.", "section 12", "identifier"),
    ("Go to https://example.org/a1b2 now.", "https://example.org/a1b2", "identifier"),
    ("The host is 192.168.1.2 now.", "192.168.1.2", "identifier"),
    ("He came twice.", "twice", "frequency"),
    ("He came once more.", "once", "frequency"),
    ("He came three times.", "three", "frequency"),
    ("He was held more than a dozen times.", "more than a dozen", "frequency"),
    ("She was hit several times.", "several", "frequency"),
    ("Every 72 minutes one falls.", "72", "frequency"),
    ("No one has claimed it.", "No one", "idiom"),
    ("They know one another.", "one another", "idiom"),
    ("It runs 24/7 there.", "24/7", "idiom"),
    ("They met one-on-one.", "one-on-one", "idiom"),
    ("It is in the single digits.", "single digits", "idiom"),
    ("It was a four-way race.", "four-way", "idiom"),
    ("They are 100 percent wrong.", "100 percent", "idiom"),
    ("His half-brother fled.", "half-brother", "idiom"),
    ("The S&P 500 fell.", "S&P 500", "name"),
]


@pytest.mark.parametrize(("text", "exact", "why"), REJECTED)
def test_numbers_that_are_no_figures_are_kept_with_their_reason(text: str, exact: str, why: str) -> None:
    found = find_numbers(text, 0, len(text))
    assert (exact, why) in [(text[r.start : r.end], r.why) for r in found.rejected]
    assert not any(q.start < r.end and r.start < q.end for q in found.quantities for r in found.rejected)


KEPT = [
    ("There were no 20 men there.", "20"),  # "no" is not "No."
    ("The dead now number 832.", "832"),  # the verb
    ("US$5 was paid.", "US$5"),  # a sign, not a name
    ("It happened in mid-20 homes.", "20"),
    ("Of Flight 103's crew, 11 died.", "11"),
]


@pytest.mark.parametrize(("text", "exact"), KEPT)
def test_counts_beside_such_words_are_kept(text: str, exact: str) -> None:
    assert exact in [text[q.start : q.end] for q in find_numbers(text, 0, len(text)).quantities]
