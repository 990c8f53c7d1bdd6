"""``series``, ``findings``, ``rebuild`` and what ``read`` does for them."""

import csv
import io
import json
from pathlib import Path

import pytest

_TAIL = " The harbour of Manado was closed for the whole of the day, as on the day before, the report said.\n"
_DAYS = {
    "a.txt": ("2024-03-05", "Police said 61 people died."),
    "b.txt": ("2024-03-06", "Police said 148 people died."),
    "c.txt": ("2024-03-06", "Officials said 152 people died."),
    "s.txt": ("2024-03-07", "Police said 160 people died."),
}


@pytest.fixture
def ferry(run, tmp_path: Path) -> Path:
    """A ledger of four reports of one ferry, one of them restricted."""
    for name, (_, words) in _DAYS.items():
        (tmp_path / name).write_text("A ferry sank off Manado on Monday. " + words + _TAIL)
    rows = [f"{name},{day},Paper {name[0]},{'yes' if name == 's.txt' else ''}" for name, (day, _) in _DAYS.items()]
    (tmp_path / "m.csv").write_text("\n".join(["path,published,outlet,restricted", *rows]) + "\n")
    assert run("read", "--manifest", "m.csv").exit_code == 0
    return tmp_path / "ledger.sqlite"


def _lines(result) -> list[dict]:
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_reading_follows_what_it_read(run, ferry: Path) -> None:
    assert "not followed" not in run("series").stderr
    [row] = csv.DictReader(io.StringIO(run("series", "--format", "csv").stdout))
    assert (row["figures"], row["reports"], row["outlets"]) == ("3", "3", "3")


def test_series_as_json_lines_hold_every_figure_at_its_words(run, ferry: Path) -> None:
    [series] = _lines(run("series", "--format", "jsonl"))
    assert [(point["report"], point["low"], point["best"], point["high"]) for point in series["points"]] == [
        ("a.txt", 61, 61, 61),
        ("b.txt", 148, 148, 148),
        ("c.txt", 152, 152, 152),
    ]
    for point in series["points"]:
        text = Path(point["report"]).read_text()
        assert " ".join(text[start:end] for start, end in point["spans"]) == point["exact"]


def test_findings_as_json_lines_join_two_places(run, ferry: Path) -> None:
    found = _lines(run("findings", "--format", "jsonl", "--type", "revision"))
    ends = {(line["from"]["report"], line["to"]["report"]) for line in found}
    assert ("a.txt", "b.txt") in ends
    assert all(line["why"] and line["from"]["spans"] and line["to"]["spans"] for line in found)


def test_restricted_reports_are_in_nothing_unless_asked_for(run, ferry: Path) -> None:
    for command in ("series", "findings"):
        for form in ("table", "csv", "jsonl"):
            shown = run(command, "--format", form)
            assert "160" not in shown.stdout
            assert "s.txt" not in shown.stdout
            assert "160" in run(command, "--format", form, "--include-restricted").stdout


def test_one_series_is_shown_with_its_chart_its_words_and_its_findings(run, ferry: Path) -> None:
    shown = run("series", "died", "people", "--rule", "ucdp-like")
    assert shown.exit_code == 0
    for words in ("3 reports, 3 outlets", "ucdp-like", "vague words: none", "●", "revision: up", "c.txt"):
        assert words in shown.stdout


@pytest.mark.parametrize(
    ("words", "fits"),
    [
        (("--event", "died"), 1),
        (("--event", "missing"), 0),
        (("--counted", "PEOPLE"), 1),
        (("--source", "officials"), 1),
        (("--source", "nobody"), 0),
        (("--several",), 1),
        (("--story", "nothing such"), 0),
    ],
)
def test_series_are_chosen_by_what_they_are_of(run, ferry: Path, words: tuple[str, ...], fits: int) -> None:
    assert len(_lines(run("series", "--format", "jsonl", *words))) == fits
    later = ("--as-of", "2030-01-01")
    assert len(_lines(run("series", "--format", "jsonl", *words, *later))) == fits


def test_series_and_findings_as_they_stood(run, ferry: Path) -> None:
    [series] = _lines(run("series", "--format", "jsonl", "--as-of", "2024-03-05"))
    assert [point["best"] for point in series["points"]] == [61]
    assert _lines(run("findings", "--format", "jsonl", "--as-of", "2024-03-05")) == []
    assert "61" in run("series", "died", "--as-of", "2024-03-05").stdout
    assert _lines(run("series", "--format", "jsonl", "--as-of", "2024-01-01")) == []


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("series", "nothing"), "ledger.series"),
        (("series", "--rule", "best"), "as-stated"),
        (("series", "--vague", "some"), "acled-like"),
        (("findings", "--type", "lie"), "contradiction"),
        (("series", "--clock", "said"), "--as-of"),
    ],
)
def test_a_wrong_command_says_what_to_do(run, ferry: Path, words: tuple[str, ...], says: str) -> None:
    result = run(*words)
    assert result.exit_code in (1, 2)
    assert says in result.stderr


def test_rebuilding_changes_nothing(run, ferry: Path) -> None:
    shown = [run("series", "--format", "jsonl").stdout, run("findings", "--format", "jsonl").stdout]
    rebuilt = run("rebuild")
    assert "4 reports in 1 story" in rebuilt.stdout
    assert [run("series", "--format", "jsonl").stdout, run("findings", "--format", "jsonl").stdout] == shown


def test_names_of_people_not_in_public_office_are_held_back_unless_asked_for(run, tmp_path: Path) -> None:
    words = (
        "A ferry sank off Manado on Monday. Amina Yusuf, 34, a survivor, wept. Yusuf said 61 people died." + _TAIL
    )
    (tmp_path / "n.txt").write_text(words)
    assert run("read", "n.txt", "--published", "2024-03-05").exit_code == 0
    for command in (("series",), ("series", "died"), ("findings",), ("series", "--format", "jsonl")):
        assert "Yusuf" not in run(*command).stdout
    assert b"yusuf" not in _series_words(tmp_path / "ledger.sqlite")
    assert "Yusuf" in run("series", "--format", "jsonl", "--include-names").stdout
    assert "Yusuf" in run("series", "died", "--include-names").stdout


def _series_words(ledger: Path) -> bytes:
    import sqlite3

    raw = sqlite3.connect(ledger)
    found = raw.execute("SELECT words FROM series").fetchall()
    raw.close()
    return repr(found).lower().encode()


def test_words_are_found_in_their_surroundings_with_claim_and_figure(run, ferry: Path) -> None:
    found = _lines(run("search", "died", "--format", "jsonl"))
    assert [line["address"] for line in found] == ["c.txt", "b.txt", "a.txt"]  # the newest first
    assert {(line["source"], line["cue"]) for line in found} == {("Police", "said"), ("Officials", "said")}
    assert [line["value"] for line in found] == ["152", "148", "61"]
    for line in found:
        assert Path(line["address"]).read_text()[line["start"] : line["end"]] == "died"


@pytest.mark.parametrize(
    ("words", "addresses"),
    [
        (("ferry", "--source", "officials"), ["c.txt"]),
        (("ferry", "--outlet", "paper b"), ["b.txt"]),
        (("ferry", "--since", "2024-03-06"), ["c.txt", "b.txt"]),
        (("ferry", "--until", "2024-03-05"), ["a.txt"]),
        (("ferry", "--event", "died", "--limit", "1"), ["c.txt"]),
        (("ferry", "--event", "missing"), []),
        (("ferry sank", "148"), ["b.txt"]),
        (("sank ferry",), []),
        (("FERR*", "61 people"), ["a.txt"]),
    ],
)
def test_search_is_narrowed(run, ferry: Path, words: tuple[str, ...], addresses: list[str]) -> None:
    found = _lines(run("search", *words, "--format", "jsonl"))
    assert list(dict.fromkeys(line["address"] for line in found)) == addresses


def test_search_without_words_says_so(run, ferry: Path) -> None:
    assert "usage.option" in run("search", "…").stderr


def test_restricted_reports_are_not_found(run, ferry: Path) -> None:
    assert _lines(run("search", "160", "--format", "jsonl")) == []
    assert len(_lines(run("search", "160", "--format", "jsonl", "--include-restricted"))) == 1


def test_a_name_that_is_held_back_is_not_found(run, tmp_path: Path) -> None:
    words = "A ferry sank off Manado. Amina Yusuf, 34, a survivor, wept. Yusuf said 61 people died." + _TAIL
    (tmp_path / "n.txt").write_text(words)
    run("read", "n.txt", "--published", "2024-03-05")
    assert _lines(run("search", "yusuf", "--format", "jsonl")) == []
    assert _lines(run("search", "yusuf", "--format", "jsonl", "--include-names"))
    [found] = _lines(run("search", "wept", "--format", "jsonl"))
    assert "Yusuf" not in json.dumps(found)


def test_stories_are_listed(run, ferry: Path) -> None:
    [story] = _lines(run("stories", "--format", "jsonl"))
    assert (story["reports"], story["series"]) == (3, 1)
    assert _lines(run("stories", "nothing", "--format", "jsonl")) == []


def test_a_tracker_shows_its_series_and_what_is_new(run, ferry: Path, tmp_path: Path) -> None:
    assert "1 series fit" in run("track", "add", "The ferry", "--event", "died", "--counted", "people").stdout
    assert "The ferry" in run("track", "list").stdout
    first = run("track", "show", "the FERRY")
    assert "findings so far" in first.stdout or "finding so far" in first.stdout
    assert "0 findings since" in run("track", "show", "The ferry").stdout
    (tmp_path / "d.txt").write_text("A ferry sank off Manado on Monday. Officials said 75 people died." + _TAIL)
    run("read", "d.txt", "--published", "2024-03-05")
    again = run("track", "show", "The ferry")
    assert "75" in again.stdout
    assert "0 findings since" not in again.stdout


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("add", "x"), "--event"),
        (("add", "", "--event", "died"), "name"),
        (("show", "nothing"), "ledger.tracker"),
        (("remove", "nothing"), "ledger.tracker"),
        (("add", "x", "--event", "died", "--since", "soon"), "soon"),
    ],
)
def test_a_wrong_tracker_is_told(run, ferry: Path, words: tuple[str, ...], says: str) -> None:
    result = run("track", *words)
    assert result.exit_code in (1, 2)
    assert says in result.stderr


def test_a_tracker_is_removed_and_made_again(run, ferry: Path) -> None:
    for _ in range(2):
        assert run("track", "add", "x", "--event", "died").exit_code == 0
        assert run("track", "add", "X", "--event", "died").exit_code == 1  # the name is taken
        assert run("track", "remove", "x").exit_code == 0
    assert "x" not in run("track", "list").stdout
