"""The index, on SQLite and on PostgreSQL: what was found is kept, listed, chosen, replaced and forgotten."""

import json
from collections.abc import Iterable

import pytest

from reportedly.errors import UnknownSeries
from reportedly.ledger import Ledger, open_ledger
from reportedly.ledger.index import (
    FindingFilter,
    SeriesFilter,
    count_found,
    count_waiting,
    find_series,
    forget_in_index,
    list_findings,
    list_series,
    list_stories,
    load_series,
)
from reportedly.pipeline.following import follow_reports, rebuild_index
from tests.pipeline.index_of import index_of
from tests.pipeline.made_rules import RULES
from tests.pipeline.test_following import FERRY, _keep, _page, _read


@pytest.fixture
def followed(ledger: Ledger) -> Ledger:
    """A ledger of two stories, followed."""
    _keep(ledger, FERRY)
    list(follow_reports(ledger, every=2, rules=RULES))
    return ledger


def test_both_databases_hold_the_same(followed: Ledger, tmp_path) -> None:
    with open_ledger(tmp_path / "other.sqlite", create=True) as other:
        _keep(other, FERRY)
        list(follow_reports(other, rules=RULES))
        assert index_of(followed, "ferry", "manado") == index_of(other, "ferry", "manado")
        list(rebuild_index(followed, rules=RULES))
        assert index_of(followed, "ferry", "manado") == index_of(other, "ferry", "manado")


@pytest.mark.parametrize(
    ("wanted", "labels"),
    [
        (SeriesFilter(), ["people killed", "boats killed", "people killed"]),
        (SeriesFilter(limit=1), ["people killed"]),
        (SeriesFilter(event="Killed"), ["people killed", "boats killed", "people killed"]),
        (SeriesFilter(event="missing"), []),
        (SeriesFilter(counted="BOATS"), ["boats killed"]),
        (SeriesFilter(source="navy"), ["boats killed"]),
        (SeriesFilter(source="paper d"), ["boats killed"]),  # an outlet is a source too
        (SeriesFilter(words="people lima"), ["people killed"]),
        (SeriesFilter(words="peop"), []),
        (SeriesFilter(story="ternate"), ["people killed", "boats killed"]),
        (SeriesFilter(story="manado lima"), []),
        (SeriesFilter(several=True), ["people killed"]),
        (SeriesFilter(since="2024-03-04", counted="people"), ["people killed", "people killed"]),
    ],
)
def test_series_are_chosen(followed: Ledger, wanted: SeriesFilter, labels: list[str]) -> None:
    assert sorted(row.label for row in list_series(followed, wanted)) == sorted(labels)
    assert [row.reports for row in list_series(followed, wanted)] == sorted(
        (row.reports for row in list_series(followed, wanted)), reverse=True
    )


def test_one_series_is_found_by_its_id_or_by_words(followed: Ledger) -> None:
    most = next(list_series(followed, SeriesFilter()))
    assert find_series(followed, most.series_id) == (most, ())
    assert find_series(followed, most.series_id[:6])[0] == most
    found, others = find_series(followed, "people")
    assert (found, [row.story for row in others]) == (most, ["Lima"])
    for nothing in ("q:ffffff", "of nothing"):
        with pytest.raises(UnknownSeries):
            find_series(followed, nothing)


@pytest.mark.parametrize(
    ("wanted", "whys"),
    [
        (FindingFilter(), ["61, then 148", "148, then 9"]),
        (FindingFilter(types=("revision",)), ["61, then 148", "148, then 9"]),
        (FindingFilter(types=("denial",)), []),
        (FindingFilter(report="b.txt"), ["61, then 148"]),  # an address
        (FindingFilter(report="paper c"), ["148, then 9"]),  # words of the outlet
        (FindingFilter(series="people manado"), ["61, then 148", "148, then 9"]),
        (FindingFilter(series="people lima"), []),
        (FindingFilter(story="manado"), ["61, then 148", "148, then 9"]),
        (FindingFilter(limit=1), ["61, then 148"]),
        (FindingFilter(since="2000-01-01"), ["61, then 148", "148, then 9"]),
        (FindingFilter(since="2999-01-01"), []),
    ],
)
def test_findings_are_chosen(followed: Ledger, wanted: FindingFilter, whys: list[str]) -> None:
    assert [row.finding.why for row in list_findings(followed, wanted)] == whys


def test_a_forgotten_report_is_in_nothing_and_the_others_are_followed_anew(followed: Ledger) -> None:
    gone = _read(FERRY[1]).report.id
    with followed.writing() as connection:
        forget_in_index(connection, [gone])
    assert count_waiting(followed) == 4
    held = json.dumps(index_of(followed, "ferry", "manado"))
    assert gone not in held
    assert "148" not in "".join(row.finding.why for row in list_findings(followed, FindingFilter()))


def test_views_show_what_was_found(followed: Ledger) -> None:
    def rows(view: str, columns: str) -> list[tuple[object, ...]]:
        with followed.reading() as connection:
            found: Iterable[tuple[object, ...]] = connection.exec_driver_sql(f"SELECT {columns} FROM {view}")
            return sorted(tuple(row) for row in found)

    assert rows("v_series", "label, story, reports, newest") == [
        ("boats killed", "Manado Ternate", 1, "12"),
        ("people killed", "Lima", 1, "5"),
        ("people killed", "Manado Ternate", 4, "9"),
    ]
    assert rows("v_points", "address, value, source")[:2] == [
        ("a.txt", "61", "Police"),
        ("b.txt", "148", "Police"),
    ]
    assert rows("v_findings", "type, why, from_address, to_address")[0] == (
        "revision", "148, then 9", "c.txt", "e.txt",
    )  # fmt: skip
    assert rows("v_stories", "label, reports") == [("Lima", 1), ("Manado Ternate", 5)]


def test_half_a_character_is_no_obstacle(ledger: Ledger) -> None:
    _keep(ledger, [_page("x.txt", "In MANADO. Police said 61 people died.", outlet="\ud83d Paper")])
    list(follow_reports(ledger, rules=RULES))
    assert count_found(ledger).series == 1
    [row] = list_series(ledger, SeriesFilter(source="paper"))
    assert load_series(ledger, row.series_id).points[0].value == "61"


def test_a_number_beyond_the_columns_is_kept_as_near_as_they_hold(ledger: Ledger) -> None:
    _keep(ledger, [_page("x.txt", "In MANADO. Police said 999999999999999999999999 people died.")])
    list(follow_reports(ledger, rules=RULES))
    [row] = list_series(ledger, SeriesFilter())
    assert load_series(ledger, row.series_id).points[0].best == pytest.approx(1e24)


def test_stories_are_found_by_words(followed: Ledger) -> None:
    assert [row.label for row in list_stories(followed, "lima")] == ["Lima"]
    assert list(list_stories(followed, "nothing")) == []
