"""``extract``: a line an input, in order; exit codes; standard input."""

import json
from pathlib import Path

import pytest

from reportedly.terms import Skipped, record_line


def _lines(text: str) -> list[dict]:
    return [json.loads(line) for line in text.split("\n") if line]


def test_every_input_is_a_line_in_order(run, reports: Path) -> None:
    result = run("extract", "news", "none.txt")
    assert result.exit_code == 0
    a, b, c, none = _lines(result.stdout)
    assert a["claims"][0]["source"]["exact"] == "Police"
    assert len(b["figures"]) == 2
    assert c["skipped"]["reason"] == "input.empty"
    assert none["skipped"]["reason"] == "input.missing"
    assert "2 of 4 inputs skipped" in result.stderr


def test_quietly_the_lines_are_the_same_and_nothing_is_said(run, reports: Path) -> None:
    loud, quiet = run("extract", "news"), run("extract", "news", "--quiet")
    assert loud.stdout == quiet.stdout
    assert quiet.stderr == ""


def test_what_the_user_says_is_in_the_record(run, reports: Path) -> None:
    result = run(
        "extract", "news/a.txt", "--published", "2016-01-26", "--outlet", "The Paper",
        "--url", "https://example.org/a", "--language", "en",
    )  # fmt: skip
    report = _lines(result.stdout)[0]["report"]
    assert (report["published"], report["published_from"]) == ("2016-01-26", "argument")
    assert (report["outlet"], report["url"], report["language"]) == ("The Paper", "https://example.org/a", "en")


def test_standard_input_is_read(run) -> None:
    result = run("extract", "-", input="Police said 61 people died in the town by the river, as they did before.")
    assert _lines(result.stdout)[0]["figures"][0]["stated"] == 61


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (["none.txt"], 3, ""),  # nothing could be used
        (["news/c.txt"], 3, ""),
        (["news/a.txt", "none.txt"], 0, ""),  # some could
        (["news/a.txt", "--published", "yesterday"], 2, "yesterday"),
        (["news/a.txt", "--language", "Elvish tongue"], 2, "language"),
        (["news", "--url", "https://example.org/"], 2, "--manifest"),  # one address for three reports
        (["news/a.txt", "--workers", "0"], 2, ""),
        ([], 2, ""),
    ],
)
def test_exit_codes_are_as_documented(run, reports: Path, words, code, says) -> None:
    result = run("extract", *words)
    assert result.exit_code == code
    assert says in result.stderr
    assert "Traceback" not in result.stderr


def test_a_fault_of_the_program_is_one_message(run, reports: Path, monkeypatch) -> None:
    from tests.pipeline.fakes import FakeReader

    def fail(self, report):
        raise RuntimeError("out of order")

    monkeypatch.setattr(FakeReader, "read", fail)
    result = run("extract", "news/a.txt")
    assert result.exit_code == 1
    assert "out of order" in result.stderr
    assert "Traceback" not in result.stderr


def test_an_interrupt_ends_with_130(run, reports: Path, monkeypatch) -> None:
    from tests.pipeline.fakes import FakeReader

    def stop(self, report):
        raise KeyboardInterrupt

    monkeypatch.setattr(FakeReader, "read", stop)
    result = run("extract", "news/a.txt")
    assert result.exit_code == 130
    assert "goes on from there" in result.stderr


def test_signs_that_break_lines_are_escaped_and_kept(capsys) -> None:
    from reportedly.cli.output import write_json_line

    skipped = Skipped(address="a\u2028b\x85c\ud83d\x9b", reason="input.missing", detail="")
    write_json_line(record_line(skipped))
    printed = capsys.readouterr().out
    assert len(printed.splitlines()) == 1
    assert printed.isascii()
    assert json.loads(printed)["skipped"]["address"] == skipped.address
