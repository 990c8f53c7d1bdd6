"""What the README shows is what the program prints. `python -m tests.contracts.test_readme --accept` renews it."""

import difflib
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

README = Path(__file__).parents[2] / "README.md"
SENTENCE = (
    "Red Cross officials said on Friday that at least 61 villagers had drowned, a figure that could not be "
    "confirmed."
)


def _command(*words: str, given: str = "") -> str:
    run = subprocess.run(
        [sys.executable, "-m", "reportedly", *words], input=given, capture_output=True, text=True, check=True
    )
    return run.stdout


def _demo(folder: Path) -> str:
    path = folder / "demo.sqlite"
    return _command("demo", "--ledger", str(path)).replace(str(path), "demo.sqlite").strip()


def _claim() -> str:
    record = json.loads(_command("extract", "-", "--published", "2024-03-06", "--quiet", given=SENTENCE))
    claim, figure = record["claims"][0], record["figures"][0]
    shown = {key: claim[key] for key in ("source", "cue", "content", "mode", "said", "verification")}
    counted = {k: figure[k] for k in ("exact", "spans", "low", "best", "high", "bound", "unit", "event")}
    lines = [f"$ echo '{SENTENCE}' | reportedly extract - --published 2024-03-06"]
    for name, held in (*shown.items(), ("speaker", record["speakers"][0]), ("figure", counted)):
        lines.append(f"  {name + ':':<13}{json.dumps(_without_empty(held), ensure_ascii=False)}")
    return "\n".join(lines)


def _without_empty(value: object) -> object:
    """The value without nulls, and without the attributes of those counted."""
    if isinstance(value, dict):
        keep = ("low", "best", "high")
        return {
            k: _without_empty(v) for k, v in value.items() if k != "attributes" and (v is not None or k in keep)
        }
    return value


def _block(name: str) -> str:
    pattern = rf"<!-- {name} -->\n```text\n(.*?)```\n<!-- /{name} -->"
    found = re.search(pattern, README.read_text("utf-8"), re.DOTALL)
    assert found is not None
    return found[1].strip()


def _share_alike(printed: str, shown: str) -> float:
    """Share of lines that are the same: processors without 8-bit dot products round the model's sums otherwise,
    which may turn a label of one line.
    """
    return difflib.SequenceMatcher(None, printed.splitlines(), shown.splitlines(), autojunk=False).ratio()


def test_the_demo_prints_what_the_readme_shows(tmp_path: Path) -> None:
    printed, shown = _demo(tmp_path), _block("demo")
    assert printed.splitlines()[0].split(":")[0] == shown.splitlines()[0].split(":")[0]
    assert _share_alike(printed, shown) >= 0.8


def test_a_claim_reads_as_the_readme_shows() -> None:
    assert _claim() == _block("claim")


def _accept() -> None:
    import tempfile

    text = README.read_text("utf-8")
    with tempfile.TemporaryDirectory() as folder:
        for name, shown in (("demo", _demo(Path(folder))), ("claim", _claim())):
            text = re.sub(
                rf"(<!-- {name} -->\n```text\n).*?(```\n<!-- /{name} -->)",
                lambda m, shown=shown: f"{m[1]}{shown}\n{m[2]}",
                text,
                flags=re.DOTALL,
            )
    README.write_text(text, "utf-8")


if __name__ == "__main__":
    if sys.argv[1:] != ["--accept"]:
        pytest.exit("give --accept to write what the program prints into the README")
    _accept()
