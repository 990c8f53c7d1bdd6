"""What the command line promises: quick help, examples that parse, a pipe that may close."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from reportedly.cli.main import app

GROUP = typer.main.get_command(app)
ROOT = Path(__file__).resolve().parents[2]


def _examples() -> list[str]:
    texts = [GROUP.epilog or "", *(command.help or "" for command in GROUP.commands.values())]  # type: ignore[attr-defined]
    return [found for text in texts for found in re.findall(r"(?:^|\| )\s*(reportedly .+)$", text, re.MULTILINE)]


def _documented() -> list[str]:
    pages = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
    blocks = [
        block
        for page in pages
        for block in re.findall(r"```(?:sh|console)\n(.*?)```", page.read_text("utf-8"), re.DOTALL)
    ]
    return [found for block in blocks for found in re.findall(r"^(?:\$ )?(reportedly .+)$", block, re.MULTILINE)]


@pytest.mark.parametrize("line", sorted({*_examples(), *_documented()}))
def test_examples_parse(line: str) -> None:
    words = shlex.split(line, comments=True)[1:]
    for sign in ("<", ">", "|"):
        words = words[: words.index(sign)] if sign in words else words
    if not words or words[0].startswith("-"):
        return
    command = GROUP.commands[words[0]]  # type: ignore[attr-defined]
    if "--help" not in words:
        command.make_context(words[0], words[1:])


def test_every_command_has_an_example() -> None:
    named = {shlex.split(line)[1] for line in _examples()}
    assert named == set(GROUP.commands)  # type: ignore[attr-defined]


def test_help_loads_nothing_heavy() -> None:
    program = (
        "import sys\n"
        "sys.argv = ['reportedly', '--help']\n"
        "from reportedly.cli.main import run\n"
        "try:\n    run()\n"
        "except SystemExit:\n    pass\n"
        "print([name for name in sys.modules], file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    loaded = {name.split(".")[0] for name in re.findall(r"'([\w.]+)'", done.stderr)}
    assert "extract" in done.stdout
    assert not loaded & {
        "sqlalchemy",
        "onnxruntime",
        "tokenizers",
        "trafilatura",
        "numpy",
        "rich",
        "lxml",
        "nupunkt",
    }


def test_a_reader_that_stops_reading_is_no_error() -> None:
    pipe = f"{shlex.quote(sys.executable)} -m reportedly schema | head -c 10; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", pipe], capture_output=True, text=True, check=True)
    assert done.stderr == ""
    assert done.stdout.endswith(("\n141\n", "141\n", "0\n"))  # 0: all fitted into the pipe before it closed
