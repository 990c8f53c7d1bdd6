"""``reportedly chart``: a file, and what is said where none can be written."""

from pathlib import Path

import pytest

from reportedly.ledger import open_ledger
from reportedly.pipeline import find_sample_pages
from reportedly.pipeline.following import follow_reports
from reportedly.pipeline.keeping import keep_pages
from tests.cli.conftest import Run


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("chart") / "ledger.sqlite"
    with open_ledger(path, create=True) as opened:
        for _ in keep_pages(opened, list(find_sample_pages("surfside_2021"))[:6]):
            pass
        for _ in follow_reports(opened):
            pass
    return path


@pytest.mark.parametrize(("name", "begins"), [("a.svg", b"<svg"), ("a.png", b"\x89PNG"), ("a.html", b"<!DOCTYPE")])
def test_a_series_is_drawn_into_a_file(run: Run, ledger: Path, tmp_path: Path, name: str, begins: bytes) -> None:
    done = run("chart", "killed", "-o", str(tmp_path / name), "--ledger", str(ledger))
    assert done.exit_code == 0, done.stderr
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_an_ending_that_says_nothing_is_refused(run: Run, ledger: Path, tmp_path: Path) -> None:
    done = run("chart", "killed", "-o", str(tmp_path / "a.txt"), "--ledger", str(ledger))
    assert done.exit_code == 2
    assert ".svg" in done.stderr


def test_a_series_that_is_not_there_is_said_so(run: Run, ledger: Path, tmp_path: Path) -> None:
    done = run("chart", "volcano", "-o", str(tmp_path / "a.svg"), "--ledger", str(ledger))
    assert done.exit_code == 1
    assert "ledger.series" in done.stderr
    assert not (tmp_path / "a.svg").exists()
