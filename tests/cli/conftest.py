"""The program run in this process, on a reader without a model."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import reportedly.claims
from reportedly.cli.main import app
from reportedly.pipeline.workers import local
from tests.pipeline.fakes import FakeReader, fake_produced, load_fake

Run = Callable[..., Result]


@pytest.fixture
def fake_reader(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The package's reader replaced by the fake one."""
    monkeypatch.setattr(FakeReader, "load", staticmethod(load_fake), raising=False)
    monkeypatch.setattr(reportedly.claims, "Reader", FakeReader)
    monkeypatch.setattr(reportedly.claims, "produced", fake_produced)
    local._loaded.cache_clear()
    yield
    local._loaded.cache_clear()


@pytest.fixture
def run(fake_reader: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the program in an empty folder: ``run("extract", "a.txt")``."""
    monkeypatch.chdir(tmp_path)
    for name in (
        "REPORTEDLY_LEDGER",
        "REPORTEDLY_WORKERS",
        "REPORTEDLY_GAZETTEER",
        "REPORTEDLY_REVIEWER",
        "REPORTEDLY_PASSPHRASE",
        "REPORTEDLY_PASSPHRASE_FILE",
        "REPORTEDLY_TRACEBACK",
    ):
        monkeypatch.delenv(name, raising=False)

    def run_program(*words: str, input: str | bytes | None = None) -> Result:  # noqa: A002
        return CliRunner().invoke(app, list(words), input=input)

    return run_program


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A folder of three reports, one of them empty."""
    folder = tmp_path / "news"
    folder.mkdir()
    tail = " The rest of the street by the river was closed for the whole of the day, as on the day before.\n"
    (folder / "a.txt").write_text("Police said 61 people died." + tail)
    (folder / "b.txt").write_text("Officials said 9 houses burned. Officials said 5 people died." + tail)
    (folder / "c.txt").write_text("")
    return folder
