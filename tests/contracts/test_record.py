"""The public record: every example in the docs and every line printed fits the schema.

`python -m tests.contracts.test_record --accept` writes what the program reads now into docs/record.md.
"""

import json
import re
import sys
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings

from reportedly.terms import Page, Reading, Skipped, reading_of, record_of, schema
from tests.ledger.made import any_reading

ROOT = Path(__file__).resolve().parents[2]
CHECK = jsonschema.Draft202012Validator(schema())


def _examples() -> list[tuple[str, dict]]:
    found = []
    for page in [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]:
        for number, block in enumerate(re.findall(r"```json\n(.*?)```", page.read_text("utf-8"), re.DOTALL), 1):
            found.append((f"{page.name} {number}", json.loads(block)))
    return found


@pytest.mark.parametrize(("name", "record"), _examples())
def test_examples_in_the_docs_fit_the_schema(name: str, record: dict) -> None:
    CHECK.validate(record if "format" in record else _completed(record))


def _completed(part: dict) -> dict:
    """A record around one claim, figure or place that is shown by itself."""
    whole = next(record for _, record in _examples() if "report" in record)
    if "iso3" in part:
        return {**whole, "figures": [{**whole["figures"][0], "places": [part]}]}
    return {**whole, "figures" if "bound" in part else "claims": [part]}


def test_the_full_example_reads_back_with_every_word_at_its_place() -> None:
    whole = next(record for _, record in _examples() if "report" in record)
    assert record_of(reading_of(whole)) == whole  # a reading checks its own grounding


def test_an_older_record_without_the_fields_added_since_reads_back() -> None:
    whole = next(record for _, record in _examples() if "report" in record)
    older = json.loads(json.dumps(whole))
    for figure in older["figures"]:
        del figure["unit"]["attributes"]["words"]
    assert [f.id for f in reading_of(older).figures] == [f["id"] for f in whole["figures"]]


def test_the_full_example_has_every_part() -> None:
    whole = next(record for _, record in _examples() if "report" in record)
    assert whole["claims"]
    assert whole["figures"]
    assert whole["rejected"]


@given(any_reading())
@settings(max_examples=30, deadline=None)
def test_any_reading_fits_the_schema(made: tuple[Page, Reading]) -> None:
    CHECK.validate(json.loads(json.dumps(record_of(made[1]))))


def test_a_skip_fits_the_schema() -> None:
    CHECK.validate(record_of(Skipped(address="a", reason="input.empty", detail="nothing in it")))


@pytest.mark.parametrize(
    "change",
    [
        {"claims": None},  # what is not read is empty, never null where a list stands
        {"extra": 1},  # nothing beside the format
        {"format": "reportedly/2"},
    ],
)
def test_what_is_not_the_format_is_refused(change: dict) -> None:
    whole = next(record for _, record in _examples() if "report" in record)
    with pytest.raises(jsonschema.ValidationError):
        CHECK.validate({**whole, **change})


def _wrapped(value: object, width: int = 112) -> str:
    """JSON in lines of at most ``width`` where it can be broken between items."""
    lines, line = [], ""
    for piece in re.findall(r'(?:"(?:[^"\\]|\\.)*"|[^",])+,? ?|,', json.dumps(value, ensure_ascii=False)):
        if len(line) + len(piece.rstrip()) > width:
            lines.append(line.rstrip())
            line = " "
        line += piece
    return "\n".join([*lines, line])


#: A report of our own, with one of nearly everything.
SHOWN = (
    "Flood leaves at least 14 dead\n\n"
    "The mayor of Manado, Maria Tendean, said on Monday that at least 14 people had died in the city, double the "
    "figure given by the police a day earlier, and that up to 300 families were homeless. That toll cannot be "
    "independently confirmed. The second dam still holds.\n"
)


def _accept() -> None:
    from reportedly import read_text

    page = ROOT / "docs" / "record.md"
    record = _wrapped(record_of(read_text(SHOWN, published="2024-03-06", outlet="The Harbour Post")))
    text = page.read_text("utf-8")
    text = re.sub(r"```json\n.*?```", lambda _: f"```json\n{record}\n```", text, count=1, flags=re.DOTALL)
    page.write_text(text, "utf-8")


if __name__ == "__main__":
    if sys.argv[1:] != ["--accept"]:
        pytest.exit("give --accept to write what the program reads into docs/record.md")
    _accept()
