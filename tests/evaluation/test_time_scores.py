"""The scorer of times: what is cut, paired and compared, on texts of our own."""

from evaluation.texts import Text
from evaluation.times import (
    GoldText,
    Mention,
    count_text,
    is_held_back,
    mentions_of,
    one_spelling,
    pair_mentions,
    shares_of,
)
from reportedly.terms import Block, Coverage, Produced, Reading, Report, TimeExpression, words_at

TEXT = "It rained on January 25 and between 3 and 5 May, and now."


def _time(words: str, edtf: str | None, timex: str | None) -> TimeExpression:
    start = TEXT.index(words)
    found = words_at(TEXT, (start, start + len(words)))
    return TimeExpression(exact=found.exact, spans=found.spans, kind="date", edtf=edtf, timex=timex)


def _mention(words: str, value: str) -> Mention:
    start = TEXT.index(words)
    return Mention(start, start + len(words), value)


def test_prepositions_are_dropped_and_ranges_split() -> None:
    single = mentions_of(TEXT, _time("on January 25", "2016-01-25", "2016-01-25"))
    assert [(TEXT[m.start : m.end], m.value) for m in single] == [("January 25", "2016-01-25")]
    both = mentions_of(TEXT, _time("between 3 and 5 May", "2016-05-03/2016-05-05", "2016-05-03/2016-05-05"))
    assert [(TEXT[m.start : m.end], m.value, m.edtf) for m in both] == [
        ("3", "2016-05-03", "2016-05-03"),
        ("5 May", "2016-05-05", "2016-05-05"),
    ]


def test_exact_extents_are_paired_before_overlaps() -> None:
    gold = [_mention("January 25 and", "x"), _mention("January 25", "y")]
    assert pair_mentions(gold, [_mention("January 25", "y")]) == [(1, 0)]


def test_two_spellings_of_one_value_are_one() -> None:
    assert one_spelling("2000-W7") == one_spelling("2000-W07")
    assert one_spelling("P1Y") != one_spelling("PXY")


def test_shares_are_f1_over_all_expressions() -> None:
    gold = GoldText(Text("a", TEXT), (_mention("January 25", "2016-01-25"), _mention("now", "PRESENT_REF")))
    times = (
        _time("on January 25", "2016-01-25", "2016-01-25"),
        _time("5 May", "2016-05-05", "2016-05-05"),
        _time("now", None, "PAST_REF"),
    )
    counts, slips = count_text(gold, _reading(times))
    shares = shares_of(counts)
    assert round(shares["mention_f1"]) == 80  # two of two found, two of three read
    assert round(shares["value_f1"]) == 40
    assert shares["date"] == 100
    assert sorted(slip.kind for slip in slips) == ["spurious", "value"]


def test_a_text_that_was_not_read_is_missed() -> None:
    gold = GoldText(Text("a", TEXT), (_mention("now", "PRESENT_REF"),))
    counts, slips = count_text(gold, None)
    assert shares_of(counts)["mention_f1"] == 0 and [slip.kind for slip in slips] == ["missed"]


def test_a_tenth_is_held_back_whatever_the_order() -> None:
    names = [f"report{number}.tml" for number in range(2000)]
    assert 150 < sum(is_held_back(name) for name in names) < 250


def _reading(times: tuple[TimeExpression, ...]) -> Reading:
    blocks = (Block(kind="paragraph", start=0, end=len(TEXT)),)
    unknown = dict.fromkeys(
        ("url", "outlet", "headline", "published", "published_from", "updated", "retrieved_at")
    )
    known = {
        "id": "r:1",
        "address": "a.txt",
        "page_sha256": "p",
        "text_sha256": "t",
        "text": TEXT,
        "language": "en",
    }
    report = Report(**known, **unknown, bylines=(), blocks=blocks)  # type: ignore[arg-type]
    produced = Produced(version="0", model="m", rules="r")
    return Reading(produced=produced, report=report, times=times, coverage=Coverage(characters=9, read=9))
