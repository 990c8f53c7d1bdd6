"""Scoring series and findings: what counts as found, apart and tied."""

import json
from pathlib import Path

import pytest

from evaluation.series import count_story, load_story, shares_of
from reportedly.terms import Finding, FindingType, Point, Pointer, Series, StoryFindings

BODY = "At least 12 died. Later 31 died, and 5 children. Two more died."


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A story of one page: the toll twice, its children, an addition; a revision and a pair that is none."""
    (tmp_path / "01.txt").write_text(f"address\nDate: 2016-01-26\nnotice\n\n{BODY}", encoding="utf-8")
    cut = len("address\nDate: 2016-01-26\nnotice\n\n")
    figures = [("12", "killed"), ("31", "killed"), ("5", "children"), ("Two", "new")]
    gold = [{"page": "01", "quote": q, "start": cut + BODY.index(q), "series": s} for q, s in figures]
    relations = [
        {"type": "revision", "from": {"page": "01", "quote": "12 died"}, "to": {"page": "01", "quote": "31"},
         "claim": "Later"},
        {"type": "not_comparable", "from": {"page": "01", "quote": "31"}, "to": {"page": "01", "quote": "5"}},
        {"type": "revision", "from": None, "to": {"page": "01", "quote": "31"}, "claim": "Later"},
    ]  # fmt: skip
    for name, rows in (("gold.jsonl", gold), ("relations.jsonl", relations)):
        (tmp_path / name).write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return tmp_path


def pointer(words: str) -> Pointer:
    start = BODY.index(words)
    spans = ((start, start + len(words)),)
    return Pointer(report="r:1", address="story/01.txt", figure=words, claim=None, spans=spans, exact=words)


def series_of(name: str, *words: str) -> Series:
    points = tuple(
        Point(
            pointer=pointer(each), value=each, low=None, best=None, high=None, bound="exact", vague=None,
            unit=None, scope="total", at=None, at_basis=None, said=None, published=None, outlet=None, speaker=None,
            speaker_key=None, origin="x",
        )
        for each in words
    )  # fmt: skip
    return Series(id=name, label=name, facets=(), points=points, cumulative=None, reports=1, outlets=1, origins=1)


def finding(kind: FindingType, old: str, new: str) -> Finding:
    return Finding(id=f"{kind} {old} {new}", type=kind, from_place=pointer(old), to_place=pointer(new), why="made")


RIGHT = (series_of("killed", "12", "31"), series_of("children", "5"), series_of("new", "Two"))


@pytest.mark.parametrize(
    ("series", "findings", "shares"),
    [
        # all as the gold has it
        (RIGHT, [finding("revision", "12", "31")], {"b3": 100, "relations": 100, "apart": 100, "claims": 50}),
        # the other way round counts; a lag is a revision too
        (RIGHT, [finding("lag", "31", "12")], {"relations": 100, "paired": 100}),
        # joined, but as something else
        (RIGHT, [finding("repeat", "12", "31")], {"relations": 0, "paired": 100, "claims": 0}),
        # a comparison at the newer figure ties both claims of change
        (RIGHT, [finding("comparison", "12", "31")], {"relations": 0, "claims": 100}),
        # a part that contains is no relation of one count, a contradiction is
        (RIGHT, [finding("coverage", "5", "31")], {"apart": 100}),
        (RIGHT, [finding("contradiction", "5", "31")], {"apart": 0}),
        # all in one series: recall 1, precision (2 + 2 + 1 + 1) / 4 / 4
        ([series_of("all", "12", "31", "5", "Two")], [], {"b3": 200 * 0.375 / 1.375, "apart": 0}),
        # no series at all: each figure alone
        ([], [], {"b3": 200 * 0.75 / 1.75, "apart": 100}),
    ],
)
def test_what_is_found_is_counted(home: Path, series, findings, shares) -> None:
    found = StoryFindings(series=tuple(series), findings=tuple(findings))
    ours = shares_of(count_story("made", load_story(home), found)[0])
    assert {name: ours[name] for name in shares} == pytest.approx(shares)
