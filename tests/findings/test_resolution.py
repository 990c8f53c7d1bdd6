"""Rules give one value, name themselves, and say what they used."""

import random

import pytest

from reportedly.findings.resolution import RULES, Candidate, resolve
from tests.findings.made_figures import made_figure


def _candidates() -> list[Candidate]:
    """A day of a flood: ministry 61, its copy, an aid group's 80, a mayor's at least 75, a paper's dozens."""
    return [
        Candidate(figure=made_figure(61, name="f:ministry"), at="2021-06-25T08", origin="ministry"),
        Candidate(figure=made_figure(61, name="f:copy"), at="2021-06-25T09", origin="ministry"),
        Candidate(figure=made_figure(80, name="f:aid"), at="2021-06-25T10", origin="aid group"),
        Candidate(figure=made_figure("dozens", name="f:paper"), at="2021-06-25T11", origin="paper"),
        Candidate(figure=made_figure(75, "at_least", name="f:mayor"), at="2021-06-25T12", origin="mayor"),
    ]


@pytest.mark.parametrize(
    ("rule", "vague", "value"),
    [
        # the mayor spoke last, and set no upper bound
        ("as-stated", "none", (75, None, None)),
        ("latest", "none", (75, 75, 75)),
        ("ucdp-like", "none", (61, 61, 80)),
        # read as 24 to 99, the vague word widens the range
        ("ucdp-like", "plain", (24, 61, 99)),
        ("acled-like", "none", (61, 61, 61)),
        ("acled-like", "acled-like", (12, 12, 12)),
        ("ibc-like", "none", (61, None, 80)),
        # the ministry and its copy are one origin, so no number has a majority
        ("majority-of-origins", "none", (None, None, None)),
        ("pending", "none", (None, None, None)),
    ],
)
def test_each_rule_gives_the_value_it_says(rule, vague, value) -> None:
    found = resolve(_candidates(), rule, vague)
    assert (found.low, found.best, found.high) == value
    assert (found.rule, found.vague) == (rule, vague)


def test_a_second_origin_makes_a_majority_and_a_copy_does_not() -> None:
    third = Candidate(figure=made_figure(80, name="f:police"), at="2021-06-25T13", origin="police")
    found = resolve([*_candidates(), third], "majority-of-origins")
    assert (found.best, found.used) == (80, ("f:aid", "f:police"))


@pytest.mark.parametrize("rule", RULES)
def test_every_figure_is_used_or_left_out_whatever_the_order(rule) -> None:
    candidates = _candidates()
    first = resolve(candidates, rule)
    assert sorted(first.used + first.left_out) == sorted(each.figure.id for each in candidates)
    for seed in range(10):
        assert resolve(random.Random(seed).sample(candidates, len(candidates)), rule) == first


@pytest.mark.parametrize("rule", RULES)
def test_nothing_resolves_to_nothing(rule) -> None:
    found = resolve([], rule)
    assert (found.low, found.best, found.high, found.used) == (None, None, None, ())


def test_low_is_never_above_high() -> None:
    chance = random.Random(7)
    for rule in RULES:
        for _ in range(50):
            bounds = ["exact", "about", "at_least", "more_than", "at_most", "less_than"]
            made = [
                Candidate(
                    figure=made_figure(chance.randrange(100), chance.choice(bounds), name=f"f:{k}"),
                    at=str(chance.randrange(5)),
                    origin=str(chance.randrange(3)),
                )
                for k in range(4)
            ]
            found = resolve(made, rule, "plain")
            known = [n for n in (found.low, found.best, found.high) if n is not None]
            assert known == sorted(known)
