"""The gate: floors only rise, and the README says what they are."""

import re
from pathlib import Path

import pytest

from evaluation.corpora import CORPORA, corpus_hash
from evaluation.floors import (
    ON_THE_PAGE,
    PAGE,
    Floor,
    Metric,
    Value,
    compare,
    failed,
    load_floors,
    load_metrics,
    page_table,
    raise_floors,
    readme_table,
    save_floors,
)
from evaluation.folders import CHECKOUT
from evaluation.gate import gate_table, main
from evaluation.outcome import Outcome, Slip
from reportedly.views.web.tables import measured_rates

METRIC = {"m.found": Metric("m.found", "figures found", 95.0)}


def floor(value: float, corpus: str = "sha256:a") -> dict[str, Floor]:
    return {"m.found": Floor(value, "figures found", "dev", corpus)}


def now(value: float, corpus: str = "sha256:a") -> dict[str, Value]:
    return {"m.found": Value(value, "dev", corpus)}


STATES = [
    # (value now, corpus, state, fails): what it protects
    (80.0, "sha256:a", "held", False),
    (80.0 - 1e-9, "sha256:a", "held", False),  # rounding of floats is no loss
    (79.6, "sha256:a", "held", False),  # another processor may cost up to half a point
    (79.4, "sha256:a", "below", True),
    (81.0, "sha256:a", "raised", False),
    (90.0, "sha256:b", "other files", True),  # a floor does not hold for other files
]


@pytest.mark.parametrize(("value", "corpus", "state", "fails"), STATES)
def test_a_value_is_compared_with_its_floor(value: float, corpus: str, state: str, fails: bool) -> None:
    lines = compare(floor(80.0), now(value, corpus))
    assert [line.state for line in lines] == [state]
    assert bool(failed(lines)) is fails


def test_what_is_not_measured_and_what_is_new_does_not_fail() -> None:
    lines = compare(floor(80.0), {"n.found": Value(1.0, "dev", "sha256:c")})
    assert [line.state for line in lines] == ["not measured", "new"] and not failed(lines)


def test_pinning_raises_and_never_lowers() -> None:
    assert raise_floors(floor(80.0), now(85.678), METRIC)["m.found"].value == 85.67
    assert raise_floors(floor(80.0), now(75.0), METRIC) == floor(80.0)


def test_pinning_lowers_only_when_that_is_typed() -> None:
    assert raise_floors(floor(80.0), now(75.0), METRIC, allow_regression=True)["m.found"].value == 75.0


def test_a_pinned_value_holds_its_own_floor() -> None:
    for value in (100.0, 0.0, 98.2300000001, 200 / 3):
        assert not failed(compare(raise_floors({}, now(value), METRIC), now(value)))


def test_pinning_keeps_floors_that_were_not_measured() -> None:
    assert raise_floors(floor(80.0), {}, METRIC) == floor(80.0)


def test_floors_come_back_as_they_were_saved(tmp_path: Path) -> None:
    save_floors(floor(80.5), tmp_path / "floors.json")
    assert load_floors(tmp_path / "floors.json") == floor(80.5)
    assert load_floors(tmp_path / "none.json") == {}


def test_the_corpus_hash_is_of_names_and_bytes(tmp_path: Path) -> None:
    one, two = tmp_path / "a", tmp_path / "b"
    one.write_bytes(b"1")
    two.write_bytes(b"2")
    whole = corpus_hash(tmp_path, [one, two])
    assert whole == corpus_hash(tmp_path, [two, one])
    two.write_bytes(b"3")
    assert whole != corpus_hash(tmp_path, [one, two])


def test_every_metric_of_the_table_belongs_to_a_corpus() -> None:
    prefixes = {corpus.prefix(sample=sample) for corpus in CORPORA.values() for sample in (True, False)}
    assert {name.rpartition(".")[0] for name in load_metrics()} <= prefixes


def test_every_floor_is_a_metric_of_the_table() -> None:
    assert set(load_floors()) <= set(load_metrics())


def test_the_gates_table_shows_gain_and_aim() -> None:
    lines = gate_table(compare(floor(80.0), now(82.5)), METRIC).splitlines()
    assert lines[1].split() == ["m.found", "80.00", "82.50", "+2.50", "95.00", "✗"]


def test_the_package_carries_the_floors_that_its_page_shows() -> None:
    assert PAGE.read_text(encoding="utf-8") == page_table(load_floors()), "run `python -m evaluation.gate --page`"
    assert [row.name for row in measured_rates()] == list(ON_THE_PAGE)


def test_readme_shows_the_floors() -> None:
    readme = (CHECKOUT / "README.md").read_text(encoding="utf-8")
    shown = re.search(r"<!-- floors -->\n(.*?)\n?<!-- /floors -->", readme, re.DOTALL)
    if shown is None:
        pytest.skip("README has no <!-- floors --> markers yet")
    table = readme_table(load_floors(), load_metrics())
    assert shown[1].strip() == table, (
        "run `python -m evaluation.gate --table` and put its output between the markers"
    )


def test_samples_are_not_in_the_readmes_table() -> None:
    floors = {"polnear.sample.whole_f1": Floor(76.0, "whole", "sample", "sha256:a"), **floor(80.0)}
    assert readme_table(floors, METRIC).splitlines()[2:3] == ["| dev | figures found | 80.0 % |"]


def test_an_unknown_corpus_is_refused_with_the_names_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--only", "nonsense"])
    assert "there are stories" in capsys.readouterr().err


def test_a_gate_that_measured_nothing_does_not_pass(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--only", "prose", "--shared", str(tmp_path)]) == 1
    assert "nothing was measured" in capsys.readouterr().err


def test_records_and_slips_are_written_for_reading(tmp_path: Path) -> None:
    from evaluation.gate import write_measured

    write_measured("m", (Outcome(shares={}, slips=(Slip(text="a", kind="missed", gold="61"),)), []), tmp_path)
    assert '"gold": "61"' in (tmp_path / "m.errors.jsonl").read_text(encoding="utf-8")
