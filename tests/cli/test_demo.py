"""``reportedly demo``, with the model of the package: what it shows is what was found."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from reportedly.cli.main import app


def test_demo_reads_the_samples_and_can_be_run_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    first, second = (CliRunner().invoke(app, ["demo", "--quiet"]) for _ in range(2))
    assert first.exit_code == second.exit_code == 0
    assert "29 reports read" in first.stdout
    assert (tmp_path / "demo.sqlite").exists()
    assert first.stdout == second.stdout
    for words in ("revision", "comparison: holds", "reportedly series --several --ledger demo.sqlite"):
        assert words in first.stdout
