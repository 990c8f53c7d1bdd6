"""Claims around a place: the same as a look at every claim."""

import random

from reportedly.claims.enclosing import Contents
from reportedly.terms import Claim, Span, Words


def _claim(number: int, *spans: Span) -> Claim:
    return Claim(
        id=f"c:{number}",
        source=None,
        cue=None,
        content=Words(exact="", spans=spans),
        mode="indirect",
        hedges=(),
        negated=False,
        block="paragraph",
        confidence=1.0,
    )


def test_a_claim_holds_what_one_stretch_of_it_holds() -> None:
    parted = _claim(0, (0, 10), (20, 30))
    contents = Contents([parted, _claim(1, (5, 40))])
    assert [c.id for c in contents.holding(22, 25)] == ["c:0", "c:1"]
    assert [c.id for c in contents.holding(8, 22)] == ["c:1"]  # over the gap of the first
    assert contents.holding(35, 41) == []


def test_what_holds_a_place_is_what_a_look_at_every_claim_finds() -> None:
    chance = random.Random(7)
    for _ in range(200):
        claims = []
        for number in range(chance.randrange(12)):
            cuts = sorted(chance.sample(range(60), 4))
            claims.append(_claim(number, (cuts[0], cuts[1]), (cuts[2], cuts[3])))
        contents = Contents(claims)
        start = chance.randrange(60)
        end = start + chance.randrange(1, 12)
        expected = [c for c in claims if any(a <= start and end <= b for a, b in c.content.spans)]
        assert contents.holding(start, end) == expected
