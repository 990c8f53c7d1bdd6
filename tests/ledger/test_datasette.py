"""The file opens in Datasette, which knows nothing of this program, and its views answer there."""

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest

from reportedly.ledger import append_reading, append_skip, finish_run, open_ledger, start_run
from reportedly.ledger.views import VIEWS
from reportedly.terms import Skipped
from tests.ledger.made import PRODUCED, made_page, made_reading


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "floods.sqlite"
    with open_ledger(path, create=True) as ledger:
        run = start_run(ledger, PRODUCED)
        page = made_page(published="2016-01-26", outlet="The Paper")
        append_reading(ledger, page, made_reading(page), run)
        append_skip(ledger, Skipped(address="c.txt", reason="input.empty", detail="the file is empty"), run)
        finish_run(ledger, run)
    return path


def _ask(path: Path, *addresses: str) -> list[Any]:
    """What Datasette answers at each address."""
    from datasette.app import Datasette

    async def ask() -> list[Any]:
        datasette = Datasette([str(path)], immutables=[])
        answers = [await datasette.client.get(address) for address in addresses]
        assert [answer.status_code for answer in answers] == [200] * len(addresses)
        return [json.loads(answer.text) for answer in answers]

    return asyncio.run(ask())


def test_every_view_and_table_answers(path: Path) -> None:
    (held,) = _ask(path, "/floods.json")
    assert {view["name"] for view in held["views"]} == set(VIEWS)
    tables = [table["name"] for table in held["tables"] if not table["hidden"]]
    answers = _ask(path, *(f"/floods/{name}.json" for name in (*tables, *VIEWS)))
    assert all(answer["columns"] for answer in answers)


def test_figures_are_read_there_with_who_said_them(path: Path) -> None:
    figures, meanings = _ask(
        path,
        "/floods/v_figures.json?_shape=array&measure=count",
        "/floods.json?_shape=array&sql=select+meaning+from+about+where+column_name='published_from'",
    )
    (figure,) = figures
    told = [figure[name] for name in ("value", "unit", "event_type", "source", "outlet", "published")]
    assert told == ["≥ 61", "people", "missing", "The mayor", "The Paper", "2016-01-26"]
    assert meanings == [{"meaning": "where that date was found: json-ld, meta, url, text or argument"}]
