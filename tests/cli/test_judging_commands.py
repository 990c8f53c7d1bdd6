"""Judging from the command line, with the fake reader."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def judged(run: Run, reports: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """A ledger of two reports, and a reviewer."""
    assert run("read", str(reports)).exit_code == 0
    monkeypatch.setenv("REPORTEDLY_REVIEWER", "A. Reader")
    return run


def rows(run: Run, *words: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in run(*words, "--format", "jsonl").stdout.splitlines()]


def figure_id(run: Run, exact: str) -> str:
    return next(str(row["figure_id"]) for row in rows(run, "figures") if row["exact"] == exact)


def test_a_judgement_needs_a_name(run: Run, reports: Path) -> None:
    run("read", str(reports))
    done = run("judge", "accept", figure_id(run, "61"))
    assert done.exit_code == 2 and "REPORTEDLY_REVIEWER" in done.stderr
    assert run("judge", "accept", figure_id(run, "61"), "--reviewer", "B. Reader").exit_code == 0


def test_a_correction_shows_in_the_tables_and_is_marked(judged: Run) -> None:
    name = figure_id(judged, "61")
    done = judged("judge", "edit", name, "value=>=62", "event_type=injured", "--why", "misread")
    assert done.exit_code == 0 and "edit figure" in done.stdout and "“misread”" in done.stdout
    found = next(row for row in rows(judged, "figures") if row["figure_id"] == name)
    assert (found["low"], found["best"], found["event_type"], found["corrected"]) == (62, None, "injured", True)
    assert [row["value"] for row in rows(judged, "figures", "--event", "injured")] == ["≥ 62"]
    assert "≥ 62 ✎" in judged("figures").stdout
    told = json.loads(judged("show", str(found["report_id"]), "--json").stdout)
    assert told["figures"][0]["low"] == 62
    before = judged("figures", "--as-of", "2000-01-01", "--clock", "recorded").stdout
    assert "62" not in before


def test_a_rejected_figure_is_in_no_table_and_comes_back(judged: Run) -> None:
    name = figure_id(judged, "9")
    made = judged("judge", "reject", name).stdout.split()[0]
    assert name not in judged("figures", "--format", "csv").stdout
    assert judged("undo", made).exit_code == 0
    assert name in judged("figures", "--format", "csv").stdout
    again = judged("undo", made)
    assert again.exit_code == 1 and "is undone already" in again.stderr
    history = judged("history", name).stdout.splitlines()
    assert len(history) == 2 and history[0].endswith("(undone)") and "undo judgement" in history[1]


def test_what_was_missed_is_added_by_its_words(judged: Run) -> None:
    done = judged("judge", "add-figure", "a.txt", "the whole", "value=1", "unit=day@1")
    assert done.exit_code == 0
    assert any(row["unit"] == "day" and row["corrected"] for row in rows(judged, "figures"))
    done = judged(
        "judge", "add-claim", "b.txt", "the whole of the day", "source=street", "stance=denial", "cue=by"
    )
    assert any(row["stance"] == "denial" for row in rows(judged, "claims"))
    done = judged("judge", "add-figure", "a.txt", "the", "value=1")
    assert done.exit_code == 2 and "places of the report" in done.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("edit", "f:x", "value"), "write field=value"),
        (("edit", "f:x", "value=1", "value=2"), "given twice"),
        (("accept", "61"), "is no id"),
        (("accept", "f:ffffffffff"), "no figure of the ledger"),
        (("join", "f:x"), "Missing argument"),
    ],
)
def test_slips_are_answered_with_what_to_do(judged: Run, words: tuple[str, ...], said: str) -> None:
    done = judged("judge", *words)
    assert done.exit_code in (1, 2) and said in done.stderr and "Traceback" not in done.stderr


def test_a_report_is_accepted_whole(judged: Run) -> None:
    assert "accepted  4 claims and figures" in judged("review", "--accept-report", "b.txt").stdout
    waiting = judged("review", "--format", "jsonl").stdout
    assert len(waiting.splitlines()) == 1 and "a.txt" in waiting
    assert len(judged("review", "--judged", "--format", "jsonl").stdout.splitlines()) == 3


def test_the_queue_is_written_into_a_pipe_with_the_reasons(judged: Run) -> None:
    lines = judged("review").stdout.splitlines()
    assert lines[0].split("\t")[0] == "id" and len(lines) == 4
    assert "read with confidence 0.50" in lines[1]


def test_incidents_are_made_and_coded(judged: Run) -> None:
    assert judged("incident", "create", "Fire on River Street", "--why", "one fire").exit_code == 0
    one, other = figure_id(judged, "5"), figure_id(judged, "9")
    assert judged("incident", "assign", "River Street", one, other).exit_code == 0
    assert "assigned already" in judged("incident", "assign", "River Street", one).stderr
    left = ("--left-out", other)
    assert judged("code", "River Street", "4", "--why", "one died later", *left).exit_code == 0
    shown = judged("incident", "show", "River Street").stdout
    assert "coded 4 (left out: " in shown and "Officials" in shown and "“one died later”" in shown
    listed = json.loads(judged("incident", "list", "--format", "jsonl").stdout)
    assert listed["figures"] == [one, other]
    assert judged("incident", "close", "River Street").exit_code == 0
    assert "was closed" in judged("incident", "unassign", "River Street", one).stderr
    bad = judged("code", "River Street", "dozens", "--why", "x")
    assert bad.exit_code == 2 and "is no number" in bad.stderr
    bad = judged("code", "River Street", "4", "--low", "9", "--why", "x")
    assert bad.exit_code == 2 and "bounds in order" in bad.stderr
    assert judged("code", "River Street", "4", "--why", "").exit_code == 1
