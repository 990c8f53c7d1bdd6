"""Encrypted ledgers from the command line; the passphrase is in no message, argument or settings file."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_a_new_ledger_is_encrypted_when_a_passphrase_is_set(
    run: Run, reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REPORTEDLY_PASSPHRASE", "sesame seed")
    assert run("read", str(reports)).exit_code == 0
    assert not (tmp_path / "ledger.sqlite").read_bytes().startswith(b"SQLite")
    assert "61" in run("figures").stdout
    monkeypatch.setenv("REPORTEDLY_PASSPHRASE", "poppy seed")
    done = run("figures")
    assert done.exit_code == 1 and "ledger.locked" in done.stderr and "seed" not in done.stderr
    monkeypatch.delenv("REPORTEDLY_PASSPHRASE")
    assert "is encrypted" in run("figures").stderr  # no terminal to ask at
    (tmp_path / "secret").write_text("sesame seed\nand more\n")
    monkeypatch.setenv("REPORTEDLY_PASSPHRASE_FILE", str(tmp_path / "secret"))
    assert run("figures").exit_code == 0


def test_a_ledger_is_encrypted_with_the_first_line_of_input(
    run: Run, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("read", str(reports))
    before = run("figures").stdout
    assert run("encrypt", input="sesame seed\n").exit_code == 0
    assert run("figures").exit_code == 1
    monkeypatch.setenv("REPORTEDLY_PASSPHRASE", "sesame seed")
    assert run("figures").stdout == before
    assert run("encrypt", input="poppy seed\n").exit_code == 0
    monkeypatch.setenv("REPORTEDLY_PASSPHRASE", "poppy seed")
    assert run("figures").stdout == before
    assert run("encrypt", input="\n").exit_code == 2


def test_a_passphrase_is_typed_where_it_is_not_shown(
    run: Run, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = iter(["sesame", "sesame", "sesame", "one", "other"])
    monkeypatch.setattr("reportedly.cli.opening.ask_passphrase", lambda _: next(typed))
    monkeypatch.setattr("reportedly.cli.encrypt.ask_passphrase", lambda _: next(typed))
    run("read", str(reports))
    assert run("encrypt").exit_code == 0
    assert "61" in run("figures").stdout
    monkeypatch.setenv("REPORTEDLY_PASSPHRASE", "sesame")
    assert "the two passphrases differ" in run("encrypt").stderr


def test_a_passphrase_in_a_settings_file_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "reportedly.toml").write_text('passphrase = "sesame"')
    done = run("figures")
    assert done.exit_code == 2 and "file of its own" in done.stderr and "sesame" not in done.stderr
