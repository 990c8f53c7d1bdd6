"""What is forgotten is in no byte of the ledger's files; numbers, hashes and seals stay."""

import dataclasses
from collections.abc import Iterable
from pathlib import Path

import pytest
from sqlalchemy import inspect, select

from reportedly.errors import NoReviewer, UnknownReport, UnknownTarget
from reportedly.ledger import (
    ClaimFilter,
    FigureFilter,
    Ledger,
    append_reading,
    append_skip,
    list_claims,
    list_figures,
    list_reports,
    load_reading,
    open_ledger,
    start_run,
)
from reportedly.ledger.corrections import load_corrected
from reportedly.ledger.forgetting import find_forgetting, forget_report, forget_speaker, list_forgettings, put_back
from reportedly.ledger.forgetting.mask import BLOT
from reportedly.ledger.judgements import Signed
from reportedly.ledger.judging.changes import Given as Typed
from reportedly.ledger.review import accept, add_claim, comment, edit
from reportedly.ledger.schema import claims, figures, readings, texts
from reportedly.terms import Page, Reading, Skipped, Speaker, sha256_hex, words_at
from tests.ledger.made import NEWER, PRODUCED, made_page, made_reading

ME = Signed("A. Keeper", "the family asked for it")
TEXT = (
    "The mayor said at least 61 people were missing.\n"
    "An aid group put the bill at 2 million dollars. Zulfiqarova Marjona, a seamstress, wept: “Gunmen in grey "
    "vests dragged hundreds of thousands of rubles’ worth of cloth away.” Ms Zulfiqarova had lodged at "
    "Brückenstraße 7."
)
NAME = "Zulfiqarova Marjona"
QUOTE = "Gunmen in grey vests dragged hundreds of thousands of rubles’ worth of cloth away."


def made(address: str = "https://example.org/seamstress-weeps.html", text: str = TEXT) -> tuple[Page, Reading]:
    """A report with a speaker who is named, and what she says."""
    page = made_page(address, text, outlet="The Obscure Gazette", url="https://example.org/obscure/weeping")
    base = made_reading(dataclasses.replace(page, body=page.body))
    at = text.index(NAME)
    speaker = Speaker(
        id="s:1f2e3d",
        name=NAME,
        role="seamstress",
        kind="person",
        named=True,
        mentions=((at, at + len(NAME)),),
    )
    quote = text.index(QUOTE)
    claim = dataclasses.replace(
        base.claims[0], id="c:quote", content=words_at(text, (quote, quote + len(QUOTE))), figures=(),
        source=dataclasses.replace(
            base.claims[0].source, exact=NAME, spans=((at, at + len(NAME)),), speaker=speaker.id
        ),
        cue=None,
    )  # fmt: skip
    number = text.index("hundreds of thousands")
    vague = dataclasses.replace(
        base.figures[0], id="f:vague", exact="hundreds of thousands", spans=((number, number + 21),), stated=None,
        low=None, bound="vague", vague="hundreds of thousands", unit=None, event=None, claim=claim.id,
    )  # fmt: skip
    claim = dataclasses.replace(claim, figures=(vague.id,))
    report = dataclasses.replace(base.report, headline=f"{NAME} weeps over cloth", bylines=("Obadiah Penhaligon",))
    reading = dataclasses.replace(
        base, report=report, speakers=(*base.speakers, speaker), claims=(*base.claims, claim),
        figures=(*base.figures, vague),
    )  # fmt: skip
    return page, reading


@pytest.fixture
def kept(ledger: Ledger) -> Ledger:
    """A ledger with two reports, one of them read twice, judged and once skipped; and some others."""
    page, reading = made()
    run = start_run(ledger, PRODUCED)
    other = made_page("b.txt", "Nine houses had burned down.")
    bare = dataclasses.replace(
        made_reading(made_page()),
        report=dataclasses.replace(
            made_reading(made_page()).report, id="r:b", address="b.txt", text=other.body.decode(), blocks=(),
            text_sha256=sha256_hex(other.body),
        ),
        claims=(), figures=(), speakers=(),
    )  # fmt: skip
    append_skip(ledger, Skipped(address=page.address, reason="input.empty", detail="gazette was empty"), run)
    append_reading(ledger, other, bare, run)
    append_reading(ledger, page, reading, run)
    accept(ledger, reading.figures[0].id, Signed("A. Reader", "Marjona’s own words"))
    edit(ledger, reading.figures[0].id, {"agent": Typed("Gunmen in grey vests")}, Signed("A. Reader"))
    add_claim(ledger, reading.report.id, Typed("a seamstress, wept"), Signed("A. Reader"))
    append_reading(ledger, page, dataclasses.replace(reading, produced=NEWER), run)
    return ledger


def shingles(words: str) -> set[bytes]:
    """Every eight bytes of the words, as they might stand in a file."""
    raw = words.encode()
    return {raw[at : at + 8] for at in range(len(raw) - 7)}


def bytes_of(path: Path) -> bytes:
    """All that the files of a ledger hold."""
    files = [path, *(path.with_name(path.name + end) for end in ("-wal", "-shm", "-journal"))]
    return b"\0".join(file.read_bytes() for file in files if file.exists())


def found_in(ledger: Ledger, words: Iterable[str]) -> list[bytes]:
    """Which eight bytes of words a ledger still holds: in its files; where these are not plain, in its rows."""
    held = bytes_of(ledger.path) if isinstance(ledger.path, Path) else b""
    if not held.startswith(b"SQLite format 3"):
        with ledger.reading() as connection:
            for name in inspect(connection).get_table_names():
                rows = connection.exec_driver_sql(f'SELECT * FROM "{name}"')
                held += "\n".join(str(tuple(row)) for row in rows).encode()
    return sorted(part for each in words for part in shingles(each) if part in held)


def test_before_it_is_forgotten_it_is_found(kept: Ledger) -> None:
    assert found_in(kept, [TEXT])  # the search below can fail


def test_a_forgotten_report_leaves_no_eight_bytes_in_any_file(kept: Ledger) -> None:
    page, reading = made()
    forget_report(kept, reading.report.id, ME)
    words = [
        TEXT, NAME, reading.report.headline or "", "Obadiah Penhaligon", page.address, str(page.given.url),
        "The Obscure Gazette", "gazette was empty", "Marjona’s own words",
    ]  # fmt: skip
    # the ledger's own words for its columns may share eight bytes with any text
    own = set().union(*(shingles(each) for each in own_words()))
    assert [part for part in found_in(kept, words) if part not in own] == []


def own_words() -> list[str]:
    """The words that every ledger holds: its tables, columns and what they mean."""
    from reportedly.ledger.schema import METADATA
    from reportedly.ledger.views import VIEWS

    named = [str(column.comment) for table in METADATA.tables.values() for column in table.columns]
    return [*named, *VIEWS.values(), *METADATA.tables]


def test_numbers_stay_and_words_are_unknown(kept: Ledger) -> None:
    _, reading = made()
    made_of = forget_report(kept, reading.report.id, ME)
    assert list_forgettings(kept) == (made_of,)
    assert (made_of.who, made_of.why, made_of.reports) == (ME.who, ME.why, (reading.report.id,))
    rows = [
        row for row in list_figures(kept, FigureFilter(include_names=True)) if row.report_id == reading.report.id
    ]
    assert {(row.low, row.event_type, row.exact, row.unit) for row in rows} >= {(61, "missing", "", None)}
    assert {row.address for row in rows} == {"(forgotten)"}
    assert all(row.content == "" for row in list_claims(kept, ClaimFilter()))
    with pytest.raises(UnknownReport, match="Keeper had the ledger forget"):
        load_reading(kept, reading.report.id)
    assert "b.txt" in {row.address for row in list_reports(kept)}


def test_a_report_with_the_same_text_is_forgotten_with_it(kept: Ledger) -> None:
    page, reading = made("https://other.example.org/copy.html")
    append_reading(kept, page, reading, start_run(kept, PRODUCED))
    done = forget_report(kept, reading.report.id, ME)
    assert len(done.reports) == 2


def test_a_forgotten_page_is_known_again_by_any_of_its_hashes(kept: Ledger) -> None:
    page, reading = made()
    forget_report(kept, reading.report.id, ME)
    for known in (
        page,
        dataclasses.replace(page, sha256="other bytes"),  # the page was changed since
        dataclasses.replace(page, address="copy.html"),  # the same bytes under another name
        dataclasses.replace(made_page("x", "y"), given=dataclasses.replace(page.given)),  # the same public address
    ):
        found = find_forgetting(kept, known)
        assert found is not None and found.reason == "report.forgotten"
        assert "A. Keeper" in found.detail and "the family asked for it" in found.detail
    assert find_forgetting(kept, made_page("x", "y")) is None
    assert find_forgetting(kept, made_page("x", "y"), reading) is not None  # its text, from elsewhere


def test_a_forgotten_page_is_read_again_when_asked(kept: Ledger) -> None:
    page, reading = made()
    forget_report(kept, reading.report.id, ME)
    put_back(kept, page, reading)
    assert append_reading(kept, page, reading, start_run(kept, PRODUCED))
    assert load_reading(kept, reading.report.id) == reading
    assert NAME in (row.speaker for row in list_claims(kept, ClaimFilter(include_names=True)))


def test_a_page_of_a_forgotten_speaker_is_read_again_when_asked(kept: Ledger) -> None:
    page, reading = made()
    forget_speaker(kept, NAME, ME)
    put_back(kept, page, reading)
    other = dataclasses.replace(reading, produced=dataclasses.replace(NEWER, version="0.3.0"))
    assert append_reading(kept, page, other, start_run(kept, NEWER))
    assert load_reading(kept, reading.report.id).report.text == TEXT
    with kept.reading() as connection:  # earlier readings, out of which she was blotted, hold nothing more
        records = connection.execute(select(readings.c.record).where(readings.c.report_id == reading.report.id))
        assert [bool(record) for record in records.scalars()] == [False, False, True]


def test_a_forgotten_speaker_leaves_no_name_and_no_quotation(kept: Ledger) -> None:
    _, reading = made()
    comment(kept, "r:b", Signed("A. Reader", f"compare with {NAME}"))
    done = forget_speaker(kept, NAME.upper(), ME)
    assert done.reports == (reading.report.id,)
    own = set().union(*(shingles(each) for each in own_words()))
    left = [part for part in found_in(kept, [NAME, QUOTE, f"compare with {NAME}"[8:]]) if part not in own]
    assert [part for part in left if part not in shingles("compare with ")] == []
    told = load_corrected(kept, reading.report.id).reading
    assert "at least 61 people were missing" in told.report.text and BLOT in told.report.text
    assert len(told.report.text) == len(TEXT)
    assert {figure.low for figure in told.figures} >= {61, 2_000_000}  # an acceptance is still laid over it
    assert told.speakers[-1].name is None and told.speakers[-1].id == "s:1f2e3d"
    with kept.reading() as connection:
        assert connection.execute(select(figures.c.exact).where(figures.c.figure_id == "f:vague")).scalar() == (
            "█" * 8 + "█" * 13
        )
        assert NAME not in str(connection.execute(select(texts.c.text)).scalars().all())
        assert QUOTE not in str(connection.execute(select(claims.c.content)).scalars().all())


def test_forgetting_names_someone_and_something(kept: Ledger) -> None:
    with pytest.raises(UnknownReport):
        forget_report(kept, "r:none", ME)
    with pytest.raises(UnknownTarget, match="no speaker"):
        forget_speaker(kept, "Nobody Atall", ME)
    with pytest.raises(NoReviewer):
        forget_report(kept, made()[1].report.id, Signed(""))
    assert list_forgettings(kept) == ()


def test_forgetting_twice_does_no_harm(kept: Ledger) -> None:
    _, reading = made()
    forget_speaker(kept, NAME, ME)
    forget_report(kept, reading.report.id, ME)
    forget_report(kept, reading.report.id, ME)
    assert len(list_forgettings(kept)) == 3
    with open_ledger(kept.path) as again:
        assert [row.address for row in list_reports(again)].count("(forgotten)") == 1
