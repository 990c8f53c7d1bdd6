"""The pass rates of number specs, on specs made for the test."""

import json
from pathlib import Path
from typing import Any

import pytest

from evaluation.numbers import judge_spec, score_recognizers

NAMES = {
    "numbers": "NumberModel", "ranges": "NumberRangeModel", "percents": "PercentModel", "ordinals": "OrdinalModel",
    "money": "CurrencyModel",
}  # fmt: skip


def case(text: str, words: str, value: str, **more: str) -> dict[str, Any]:
    start = text.index(words)
    resolution = {"value": value, **more}
    return {
        "Input": text,
        "Results": [{"Text": words, "Start": start, "End": start + len(words) - 1, "Resolution": resolution}],
    }


@pytest.fixture
def specs(tmp_path: Path) -> Path:
    cases = {
        "numbers": [
            case("I saw twelve boats", "twelve", "12"),
            case("I saw twelve boats", "twelve", "13"),  # a wrong expectation fails
            {"Input": "nothing here", "Results": []},
            {"Input": "2 birds", "Results": []},  # a count where none is expected fails
            case("it is 1.1^2", "1.1^2", "1.21"),  # a style that news has not fails like any other
        ],
        "ranges": [case("it is more than 20", "more than 20", "(20,)"), case("it is 5 to 9", "5 to 9", "[5,9)")],
        "percents": [case("it is 20 percent", "20 percent", "20%")],
        "ordinals": [case("the first boat", "first", "1"), case("the last boat", "last", "end+0")],
        "money": [
            case("it cost 50 cents", "50 cents", "50", unit="Cent"),
            case("it cost 5 euros", "5 euros", "5", unit="Euro", isoCurrency="EUR"),
        ],
    }
    for name, items in cases.items():
        (tmp_path / f"{NAMES[name]}.json").write_text(json.dumps(items), encoding="utf-8")
    return tmp_path


def test_rates_are_shares_of_all_cases(specs: Path) -> None:
    assert score_recognizers(specs) == {
        "numbers": 40.0, "ranges": 100.0, "percents": 100.0, "ordinals": 50.0, "money": 100.0,
    }  # fmt: skip


def test_no_case_is_left_out(specs: Path) -> None:
    assert len(judge_spec(specs, "numbers")) == 5
    assert [passed for _, passed in judge_spec(specs, "ordinals")] == [True, False]
