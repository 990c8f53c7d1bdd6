"""The index of names: it never hides a name that can be of the same one."""

import random

from reportedly.claims.speakers.name_index import keys_for, keys_of
from reportedly.claims.speakers.names import same_body, same_person

#: Words that share letters, initials and abbreviations.
WORDS = "a b ab ba abc who w h world health organization cab c news inc ac".split()


def test_names_that_can_be_of_one_share_a_key() -> None:
    chance = random.Random(3)
    met = 0
    for _ in range(20_000):
        one, other = (tuple(chance.choices(WORDS, k=chance.randrange(1, 5))) for _ in range(2))
        if same_person(one, other) or same_body(one, other):
            met += 1
            assert keys_for(one) & keys_of(other), (one, other)
    assert met > 500


def test_names_that_share_nothing_share_no_key() -> None:
    assert not keys_for(("ana", "silva")) & keys_of(("eva", "santos"))
