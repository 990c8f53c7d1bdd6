"""``read``, ``figures``, ``claims``, ``show``, ``demo``."""

import csv
import io
import json
import sqlite3
from pathlib import Path

import pytest

from reportedly.cli.tables import csv_cell


def test_read_tells_what_it_kept_what_it_knew_and_what_it_skipped(run, reports: Path) -> None:
    first = run("read", "news")
    assert first.exit_code == 0
    assert "2 reports, 3 claims, 3 figures into ledger.sqlite" in first.stdout
    assert "news/c.txt" in first.stdout
    assert "[input.empty]" in first.stdout
    second = run("read", "news")
    assert "0 reports" in second.stdout
    assert "2 reports the ledger held already" in second.stdout


def test_read_as_json_has_a_line_an_input_and_one_for_all(run, reports: Path) -> None:
    *each, whole = [json.loads(line) for line in run("read", "news", "--json").stdout.splitlines()]
    assert [line["outcome"] for line in each] == ["kept", "kept", "skipped"]
    assert whole == {
        "ledger": "ledger.sqlite", "reports": 2, "claims": 3, "figures": 3, "known": 0, "skipped": 1,
    }  # fmt: skip


def test_read_quietly_says_nothing(run, reports: Path) -> None:
    result = run("read", "news", "--quiet")
    assert (result.stdout, result.stderr) == ("", "")


def test_a_manifest_is_read_with_what_it_says(run, reports: Path, tmp_path: Path) -> None:
    (tmp_path / "reports.csv").write_text(
        "path,text,published,outlet,restricted\n"
        "news/a.txt,,2016-01-26,The Paper,\n"
        ',"Police said 7 people died in the town by the river, as they did the year before.",2016,,true\n'
        "none.txt,,,,\n"
    )
    result = run("read", "--manifest", "reports.csv")
    assert result.exit_code == 0
    assert "2 reports" in result.stdout
    rows = list(csv.DictReader(io.StringIO(run("figures", "--format", "csv").stdout)))
    assert [(row["low"], row["published"], row["outlet"]) for row in rows] == [("61", "2016-01-26", "The Paper")]
    every = run("figures", "--format", "csv", "--include-restricted").stdout
    assert len(list(csv.DictReader(io.StringIO(every)))) == 2


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (["read"], 2, "--manifest"),
        (["read", "--manifest", "none.csv"], 2, "none.csv"),
        (["read", "none.txt"], 3, ""),
        (["figures"], 1, "reportedly read"),  # no ledger yet: how to make one
        (["claims", "--ledger", "news"], 1, "folder"),
        (["show", "none"], 1, "no file none"),
        (["read", "news", "--ledger", "news/a.txt"], 1, "not a ledger"),
        (["figures", "--measure", "weirdness"], 2, "count"),
        (["show", "news/c.txt"], 3, "empty"),
    ],
)
def test_what_cannot_be_done_is_told_with_the_right_code(run, reports: Path, words, code, says) -> None:
    result = run(*words)
    assert result.exit_code == code
    assert says in result.stderr + result.stdout
    assert "Traceback" not in result.stderr


def test_the_ledger_may_be_set_in_the_environment_or_a_file(
    run, reports: Path, tmp_path: Path, monkeypatch
) -> None:
    (tmp_path / "reportedly.toml").write_text('ledger = "from_file.sqlite"\n')
    run("read", "news/a.txt")
    assert (tmp_path / "from_file.sqlite").exists()
    monkeypatch.setenv("REPORTEDLY_LEDGER", "from_env.sqlite")
    run("read", "news/a.txt")
    assert (tmp_path / "from_env.sqlite").exists()
    assert not (tmp_path / "ledger.sqlite").exists()


def test_figures_and_claims_are_plain_when_piped(run, reports: Path) -> None:
    run("read", "news")
    lines = run("figures", "--event", "died").stdout.splitlines()
    assert lines[0].split("\t")[:6] == ["value", "unit", "event", "where", "when", "source"]
    assert [line.split("\t")[0] for line in lines[1:]] == ["61", "5"]
    assert run("claims", "--source", "officials", "--unit", "houses").stdout.count("\n") == 2
    assert run("figures", "--unit", "ships").stderr.startswith("no figure fits")


def test_json_lines_keep_numbers_and_unknowns(run, reports: Path) -> None:
    run("read", "news/a.txt")
    row = json.loads(run("figures", "--format", "jsonl").stdout)
    assert (row["low"], row["currency"], row["source"]) == (61, None, "Police")
    claim = json.loads(run("claims", "--format", "jsonl").stdout)
    assert (claim["content"], claim["figures"]) == ("61 people died", 1)


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),  # a report must not run a formula in a spreadsheet
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM", "'@SUM"),
        ("\tx", "'\tx"),
        (-5, -5),  # a number stays a number
        (0.5, 0.5),
        ("≥ 61", "≥ 61"),
        (None, ""),  # unknown is empty, never 0
        (False, "false"),
    ],
)
def test_a_csv_cell_is_never_a_formula(value: object, cell: object) -> None:
    assert csv_cell(value) == cell


def test_show_marks_claims_and_figures(run, reports: Path) -> None:
    run("read", "news/b.txt")
    shown = run("show", "news/b.txt").stdout
    assert "[source: Officials] [cue: said] [content: [figure: 9] houses burned]." in shown
    assert "2 claims" in shown
    by_words = run("show", "b.txt").stdout
    assert by_words == shown


def test_show_reads_a_file_without_a_ledger(run, reports: Path, tmp_path: Path) -> None:
    result = run("show", "news/a.txt", "--published", "2016-01-26")
    assert "[figure: 61]" in result.stdout
    assert "2016-01-26" in result.stdout
    assert not (tmp_path / "ledger.sqlite").exists()
    assert json.loads(run("show", "news/a.txt", "--json").stdout)["figures"][0]["stated"] == 61


def test_what_a_report_holds_cannot_drive_the_terminal(run, tmp_path: Path) -> None:
    nasty = "Police said 61 people \x1b[2J\x1b]0;owned\x07 [bold red]died[/bold red] \u202eback\u202c in the town."
    (tmp_path / "nasty.txt").write_text(nasty)
    shown = run("show", "nasty.txt").stdout
    assert not set("\x1b\x07\u202e") & set(shown)
    assert "[bold red]died[/bold red]" in shown


def test_schema_is_json(run) -> None:
    assert json.loads(run("schema").stdout)["title"] == "reportedly/1"


def test_version_is_printed(run) -> None:
    assert run("--version").stdout.startswith("reportedly 0.")


def test_the_ledger_is_asked_as_of_a_moment(run, reports: Path) -> None:
    run("read", str(reports / "a.txt"), "--published", "2016-01-26T10:00:00Z")
    asked = ("figures", "--format", "jsonl", "--as-of")
    assert run(*asked, "2016-01-26T10:59+01:00").stdout == ""
    assert len(run(*asked, "2016-01-26T11:00+01:00").stdout.splitlines()) == 1
    assert run(*asked, "2016-01-26", "--clock", "recorded").stdout == ""
    shown = run("show", "a.txt", "--as-of", "2016-01-25")
    assert (shown.exit_code, "ledger.report" in shown.stderr) == (1, True)


def test_a_moment_that_is_none_is_refused(run, reports: Path) -> None:
    run("read", str(reports / "a.txt"))
    for words in (("--as-of", "soon"), ("--as-of", "2016", "--clock", "sun"), ("--clock", "said")):
        for command in ("figures", "claims"):
            assert run(command, *words).exit_code == 2
    assert run("show", str(reports / "a.txt"), "--as-of", "2016").exit_code == 2  # a file is not kept


def test_status_tells_how_the_ledger_stands(run, reports: Path) -> None:
    run("read", "news", "--quiet")
    shown = run("status").stdout
    for words in ("2 reports, 3 claims, 3 figures, 1 skipped input", "ledger.sqlite", "seals, the newest"):
        assert words in shown
    told = json.loads(run("status", "--json").stdout)
    assert (told["reports"], told["unfinished"], len(told["head_seal"])) == (2, [], 64)


def test_verify_tells_what_was_changed_and_ends_with_one(run, reports: Path, tmp_path: Path) -> None:
    run("read", "news", "--quiet")
    whole = run("verify")
    assert (whole.exit_code, "as kept" in whole.stdout) == (0, True)
    head = json.loads(run("status", "--json").stdout)["head_seal"]
    assert run("verify", "--seal", head).exit_code == 0
    assert run("verify", "--seal", "0" * 64).exit_code == 1
    raw = sqlite3.connect(tmp_path / "ledger.sqlite")
    raw.execute("DROP TRIGGER figures_no_update")
    raw.execute("UPDATE figures SET value = '16' WHERE value = '61'")
    raw.commit()
    raw.close()
    changed = run("verify")
    assert changed.exit_code == 1
    assert "changed figures 1/0: value holds '16', and the record '61'" in changed.stdout
    problem, told = (json.loads(line) for line in run("verify", "--json").stdout.splitlines())
    assert (problem["table"], problem["key"], told["problems"]) == ("figures", "1/0", 1)


def test_backup_copies_once(run, reports: Path) -> None:
    run("read", "news", "--quiet")
    told = json.loads(run("backup", "copy.sqlite", "--json").stdout)
    assert (told["reports"], told["backup"]) == (2, "copy.sqlite")
    assert run("verify", "--ledger", "copy.sqlite", "--seal", told["head_seal"]).exit_code == 0
    again = run("backup", "copy.sqlite")
    assert (again.exit_code, "already" in again.stderr) == (2, True)
