"""What the package promises by name: its public page, its errors, its settings, its samples."""

import json
import re
from pathlib import Path

import pytest

import reportedly
from reportedly import errors, samples
from reportedly.errors import BadOption, ReportedlyError
from reportedly.settings import Settings, load_settings
from reportedly.terms import sha256_hex

ROOT = Path(__file__).resolve().parents[2]


def _all_errors(kind: type[ReportedlyError] = ReportedlyError) -> list[type[ReportedlyError]]:
    return [kind, *(found for below in kind.__subclasses__() for found in _all_errors(below))]


def test_public_names_are_alphabetical_and_there() -> None:
    assert reportedly.__all__ == sorted(reportedly.__all__)
    assert all(getattr(reportedly, name) is not None for name in reportedly.__all__)


def test_public_names_are_complete() -> None:
    held = {name for name, value in vars(reportedly).items() if not name.startswith("_") and _is_ours(value)}
    assert held | set(reportedly._LATE) == set(reportedly.__all__)


def _is_ours(value: object) -> bool:
    return str(getattr(value, "__module__", "")).startswith("reportedly.")


def test_a_name_that_is_not_there_is_told_as_usual() -> None:
    with pytest.raises(AttributeError, match="nothing_of_the_kind"):
        _ = reportedly.nothing_of_the_kind


def test_every_error_has_its_own_slug_under_that_of_its_parent() -> None:
    kinds = [kind for kind in _all_errors() if kind.__module__ == errors.__name__]
    assert len({kind.slug for kind in kinds}) == len(kinds)
    for kind in kinds:
        parent = kind.__mro__[1]
        if parent not in (Exception, ReportedlyError):
            assert kind.slug.startswith(parent.slug + ".")


def test_the_tree_in_the_docstring_names_every_error() -> None:
    drawn = dict(re.findall(r"(\w+)\s+([a-z]+\.[a-z_]+)$", errors.__doc__ or "", re.MULTILINE))
    leaves = {kind.__name__: kind.slug for kind in _all_errors() if "." in kind.slug}
    assert {name: slug for name, slug in drawn.items() if name in leaves} == leaves


def test_every_slug_has_its_heading_in_the_docs_and_no_other_has() -> None:
    text = (ROOT / "docs" / "errors.md").read_text(encoding="utf-8")
    headed = set(re.findall(r"^### `([^`]+)`$", text, re.MULTILINE))
    assert headed == {kind.slug for kind in _all_errors() if kind.__module__ == errors.__name__}


@pytest.mark.parametrize(
    ("environment", "file", "settings"),
    [
        ({}, None, Settings()),
        ({"REPORTEDLY_LEDGER": "a.sqlite"}, None, Settings(ledger=Path("a.sqlite"))),
        ({}, "workers = 3\n", Settings(workers=3)),
        # the environment counts before the file
        (
            {"REPORTEDLY_WORKERS": "2"},
            "workers = 3\nledger = 'b.sqlite'\n",
            Settings(workers=2, ledger=Path("b.sqlite")),
        ),
        ({"REPORTEDLY_TRACEBACK": "1", "REPORTEDLY_LEDGER": ""}, None, Settings(traceback=True)),
    ],
)
def test_settings_come_from_environment_then_file(tmp_path, environment, file, settings) -> None:
    if file:
        (tmp_path / "reportedly.toml").write_text(file)
    assert load_settings(environment, tmp_path) == settings


@pytest.mark.parametrize(
    ("environment", "file", "says"),
    [
        ({"REPORTEDLY_WORKERS": "many"}, None, "REPORTEDLY_WORKERS"),
        ({"REPORTEDLY_WORKERS": "0"}, None, "from 1"),
        ({}, "ledgre = 'x'\n", "ledgre"),  # a slip is told, not ignored
        ({}, "ledger = 5\n", "path"),
        ({}, "= nonsense", "cannot be read"),
        ({"REPORTEDLY_TRACEBACK": "perhaps"}, None, "true or false"),
    ],
)
def test_a_wrong_setting_is_told_with_its_place(tmp_path, environment, file, says) -> None:
    if file:
        (tmp_path / "reportedly.toml").write_text(file)
    with pytest.raises(BadOption, match=says):
        load_settings(environment, tmp_path)


def test_samples_are_two_stories_with_gold_at_its_places() -> None:
    pages = {page.address: page for page in samples.sample_pages()}
    assert len(pages) == 29
    for story in samples.STORIES:
        for line in samples.sample_gold(story).splitlines():
            gold = json.loads(line)
            page = pages[f"{story}/{gold['page']}.txt"]
            start = gold["start"] - page.body_start
            assert page.body.decode()[start : start + len(gold["quote"])] == gold["quote"]
        assert samples.sample_relations(story)


def test_every_sample_has_its_public_address_in_the_readme() -> None:
    readme = (Path(samples.__file__).parent / "README.md").read_text(encoding="utf-8")
    assert all(page.url in readme for page in samples.sample_pages())
    assert len({sha256_hex(page.body) for page in samples.sample_pages()}) == 29
