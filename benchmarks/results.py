"""What a benchmark found, on the screen and as a file."""

import json
from collections.abc import Mapping
from typing import Any

from evaluation.folders import CHECKOUT

_FOLDER = CHECKOUT / "build" / "benchmarks"


def print_table(result: Mapping[str, int | float], width: int) -> None:
    """One line a number: its name in so many columns, whole numbers whole, others with two decimals."""
    for name, value in result.items():
        written = f"{value:,}" if isinstance(value, int) else f"{value:,.2f}"
        print(f"{name:<{width}} {written:>14}")


def keep(name: str, result: Mapping[str, Any]) -> None:
    """Write the numbers to ``build/benchmarks/NAME.json``."""
    _FOLDER.mkdir(parents=True, exist_ok=True)
    (_FOLDER / f"{name}.json").write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
