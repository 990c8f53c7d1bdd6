"""``reportedly export``: every format, its codebook, and what is held back."""

import csv
import io
import json
from pathlib import Path

import openpyxl
import pyarrow.parquet
import pytest

_TAIL = " The harbour of Manado was closed for the whole of the day, as on the day before, the report said.\n"
_DAYS = {"a": ("2024-03-05", 61), "b": ("2024-03-06", 148), "s": ("2024-03-07", 160)}


@pytest.fixture
def ferry(run, tmp_path: Path) -> Path:
    """A ledger of three reports of one ferry, one of them restricted."""
    for name, (_, dead) in _DAYS.items():
        words = f"A ferry sank off Manado on Monday. Police said {dead} people died."
        (tmp_path / f"{name}.txt").write_text(words + _TAIL)
    rows = [f"{name}.txt,{day},Paper {name},{'yes' * (name == 's')}" for name, (day, _) in _DAYS.items()]
    (tmp_path / "m.csv").write_text("\n".join(["path,published,outlet,restricted", *rows]) + "\n")
    assert run("read", "--manifest", "m.csv").exit_code == 0
    return tmp_path


@pytest.mark.parametrize("what", ["claims", "figures", "series", "findings"])
def test_every_format_holds_the_same_rows(run, ferry: Path, what: str) -> None:
    for form in ("csv", "jsonl", "parquet", "xlsx"):
        done = run("export", "--what", what, "--format", form, "-o", f"out.{form}")
        assert done.exit_code == 0, done.stderr
        assert "head seal: " in done.stderr
        assert (ferry / f"out.{form}.codebook.md").exists() == (form != "xlsx")
    lines = [json.loads(line) for line in (ferry / "out.jsonl").read_text("utf-8").splitlines()]
    assert lines
    assert pyarrow.parquet.read_table(ferry / "out.parquet").to_pylist() == lines
    head, *sheet = openpyxl.load_workbook(ferry / "out.xlsx")["rows"].iter_rows(values_only=True)
    assert [dict(zip(head, row, strict=True)) for row in sheet] == lines
    with open(ferry / "out.csv", newline="", encoding="utf-8") as file:
        read = list(csv.DictReader(file))
    assert [row["restricted"] for row in read] == ["false"] * len(lines)
    assert list(read[0]) == list(lines[0])


@pytest.mark.parametrize("what", ["claims", "figures", "series", "findings"])
def test_restricted_reports_only_with_leave(run, ferry: Path, what: str) -> None:
    assert "160" not in run("export", "--what", what).stdout
    assert "160" in run("export", "--what", what, "--include-restricted").stdout


@pytest.mark.parametrize("more", [["--include-names"], ["--as-of", "2030-01-01"]])
def test_findings_made_anew_tell_what_those_of_the_index_tell(run, ferry: Path, more: list[str]) -> None:
    command = ("export", "--what", "findings", "--format", "jsonl", "--include-restricted")
    kept, anew = (
        sorted(map(json.loads, run(*command, *some).stdout.splitlines()), key=lambda row: row["finding_id"])
        for some in ([], more)
    )
    assert kept == anew
    assert {row["restricted"] for row in anew} == {True, False}
    assert all(row["at"] and row["recorded_at"] for row in anew)


def test_standard_output_has_no_codebook_and_says_how_to_get_one(run, ferry: Path) -> None:
    assert "codebook: written beside a file; give one with -o FILE.csv" in run("export").stderr
    assert not list(ferry.glob("*.codebook.md"))


def test_reports_have_the_names_of_ucdp(run, ferry: Path) -> None:
    row = next(csv.DictReader(io.StringIO(run("export").stdout)))
    assert (row["source_date"], row["source_office"], row["best"]) == ("2024-03-05", "Paper a", "61")


def test_the_ledger_as_it_stood(run, ferry: Path) -> None:
    shown = run("export", "--what", "series", "--as-of", "2024-03-05")
    assert [row["best"] for row in csv.DictReader(io.StringIO(shown.stdout))] == ["61"]
    assert "as of: 2024-03-05 by the clock published" in shown.stderr


def test_the_rule_makes_the_value_of_the_series(run, ferry: Path) -> None:
    shown = run("export", "--what", "series", "--rule", "ibc-like")
    rows = list(csv.DictReader(io.StringIO(shown.stdout)))
    assert {(row["series_low"], row["series_high"]) for row in rows} == {("61", "148")}
    assert "rule: ibc-like" in shown.stderr


def test_a_series_and_a_story_as_one_page(run, ferry: Path) -> None:
    assert run("export", "--format", "html", "people", "died", "-o", "a.html").exit_code == 0
    page = (ferry / "a.html").read_text("utf-8")
    assert "148" in page
    assert "Paper b" in page
    assert "Paper s" not in page
    [row] = csv.DictReader(io.StringIO(run("stories", "--format", "csv").stdout))
    story = run("export", "--format", "html", "--story", row["story_id"], "--include-restricted")
    assert "Paper s" in story.stdout


def test_a_corrected_value_stands_in_its_place_and_is_marked(run, ferry: Path, monkeypatch) -> None:
    monkeypatch.setenv("REPORTEDLY_REVIEWER", "A. Reader")
    [read, _] = csv.DictReader(io.StringIO(run("export").stdout))
    done = run("judge", "edit", read["figure_id"], "value=63", "event_type=killed", "--why", "read again")
    assert done.exit_code == 0, done.stderr
    for what in ("figures", "series"):
        rows = list(csv.DictReader(io.StringIO(run("export", "--what", what).stdout)))
        [row] = [row for row in rows if row["figure_id"] == read["figure_id"]]
        assert (row["best"], row["corrected"], row["gdelt"], row["acled"]) == ("63", "true", "KILL", "fatalities")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--format", "xlsx"), "-o FILE.xlsx"),
        (("--format", "odt"), "choose one of csv"),
        (("--what", "reports"), "choose one of claims"),
        (("--format", "html"), "which series"),
        (("killed",), "--format html"),
        (("--story", "x"), "--what series"),
    ],
)
def test_wrong_words_are_told(run, ferry: Path, words: tuple[str, ...], told: str) -> None:
    done = run("export", *words)
    assert done.exit_code == 2
    assert told in done.stderr
