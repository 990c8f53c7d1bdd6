"""The table of what event types are called elsewhere."""

from pathlib import Path

from reportedly.claims.event_mappings import event_mappings
from reportedly.claims.lexicon import lexicon_rows
from reportedly.terms.event_types import EVENT_TYPES

DOCS = Path(__file__).resolve().parents[2] / "docs"


def test_every_type_of_the_closed_list_is_mapped_once() -> None:
    kinds = {row[2] for row in lexicon_rows("event_triggers", 5)}
    rows = [row[0] for row in lexicon_rows("event_mappings", 9)]
    assert set(rows) == kinds
    assert len(rows) == len(set(rows))
    assert tuple(rows) == EVENT_TYPES


def test_every_mapping_says_what_it_loses() -> None:
    assert all(mapping.loses for mapping in event_mappings().values())


def test_terms_of_the_monitor_have_their_category() -> None:
    for mapping in event_mappings().values():
        assert (mapping.idmc_term is None) == (mapping.idmc_category is None)
        assert mapping.idmc_category in (None, "Displacement", "Housing")


def test_the_docs_show_the_table_as_it_is() -> None:
    text = (DOCS / "figures.md").read_text(encoding="utf-8")
    for m in event_mappings().values():
        idmc = f"{m.idmc_category}: {m.idmc_term}" if m.idmc_term else ""
        cells = (f"`{m.type}`", m.ucdp or "", m.acled or "", idmc, m.gdelt or "", m.crisislex or "", m.loses)
        assert f"| {' | '.join(cells)} |" in text, m.type
