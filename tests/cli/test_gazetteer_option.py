"""The user's own table of places on the command line."""

from pathlib import Path

from tests.cli.conftest import Run


def test_a_table_that_cannot_be_used_ends_the_command_before_anything_is_read(run: Run, reports: Path) -> None:
    (reports.parent / "places.csv").write_text("name,lat\nHilltop,1.5\n")
    for command in ("extract", "read"):
        result = run(command, "news", "--gazetteer", "places.csv")
        assert result.exit_code == 2
        assert not (reports.parent / "ledger.sqlite").exists()


def test_reports_are_read_with_a_table(run: Run, reports: Path) -> None:
    (reports.parent / "places.csv").write_text("name,iso3\nHilltop,KEN\n")
    assert run("extract", "news", "--gazetteer", "places.csv").exit_code == 0
    assert run("read", "news", "--gazetteer", "places.csv").exit_code == 0
