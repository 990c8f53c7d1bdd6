"""Checking a ledger: every seal walked, every text hashed again, every span read again."""

from collections import Counter
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, Table, select

from reportedly.ledger.connect import Ledger
from reportedly.ledger.schema import METADATA, SEALED_BY, forgotten, readings, runs, seals, texts
from reportedly.ledger.seal import FIRST, MARK, next_seal, row_digest, text_salt, words_digest
from reportedly.ledger.sealed import PARTS, Kept, SealedRows
from reportedly.ledger.strays import find_strays
from reportedly.ledger.witness import compare_with_record, count_parts, find_lost_words, hash_of_text

#: Seals fetched at once.
_AT_ONCE = 500

What = Literal["changed", "added", "missing", "broken"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What is not as it was kept: which row (``table`` and ``key``), and in words what of it.

    ``changed``: a row holds something else; ``added``: nothing was sealed there; ``missing``: a row that was
    sealed is gone; ``broken``: the chain of seals does not hold at this place.
    """

    table: str
    key: str
    what: What
    detail: str


class Verification:
    """One walk over a ledger; what was looked at is counted in ``counts`` as it goes."""

    def __init__(self, ledger: Ledger, expected: str | None = None) -> None:
        self._ledger = ledger
        self._expected = expected
        self.head: str | None = None
        self.counts: Counter[str] = Counter()

    def problems(self) -> Iterator[Problem]:
        """All that is not as it was kept, in the order in which it was kept. Memory stays flat.

        ``expected`` is a seal noted earlier, outside the file: a chain that does not hold it is another one.

        Raises:
            LedgerError: one of its kinds, when the ledger cannot be read.
        """
        with self._ledger.reading() as connection:
            self._rows = SealedRows(connection)
            self._forgotten = _load_forgotten(connection)
            yield from self._walk(connection)
            yield from self._check_texts(connection)
            for table, key, why in find_strays(connection):
                yield Problem(table=str(table.name), key=key, what="added", detail=why)

    def _walk(self, connection: Connection) -> Iterator[Problem]:
        befores: set[str] | None = {FIRST}
        number, found = 0, self._expected is None
        while links := _links_after(connection, number):
            for link in links:
                for lost in range(number + 1, link["seal_number"]):
                    yield Problem(table="seals", key=str(lost), what="missing", detail="this seal is gone")
                    befores = None  # what the next one had before it cannot be known
                table = METADATA.tables.get(link["subject"])
                if table is None:
                    yield _of_seal(link, "changed", f"it names no table of a ledger: {link['subject']}")
                    befores = {link["seal"]}
                else:
                    befores = yield from self._check_link(connection, befores, link, table)
                number, self.head = link["seal_number"], link["seal"]
                found = found or self.head == self._expected
                self.counts["seals"] += 1
        if not found:
            why = f"the seal {self._expected} is none of this ledger: it was cut short, or made anew"
            yield Problem(table="seals", key=str(number), what="broken", detail=why)

    def _check_link(
        self, connection: Connection, befores: set[str] | None, link: dict[str, Any], table: Table
    ) -> Generator[Problem, None, set[str]]:
        """What is wrong at one link; gives what the next one may have before it.

        That is the seal as it stands, and the one it should be: where only one of them was changed, the chain
        holds again behind it, and the place is told once.
        """
        key = link["subject_key"]
        kept, text = self._subject(connection, table, key)
        self.counts["rows"] += len(kept)
        if table is readings and not self._is_whole(kept, text):
            yield from self._check_without_text(key, kept, text)
            return {link["seal"]}
        salt = text_salt(text or "")
        digests = [self._digest(each, salt) for each in kept]
        made = {next_seal(before, table.name, key, digests) for before in befores or ()}
        marks = [link["rows"][at : at + MARK] for at in range(0, len(link["rows"]), MARK)]
        same = [digest[:MARK] for digest in digests] == marks
        if link["seal"] in made and not same:
            yield _of_seal(link, "changed", "rows holds other marks than those of the rows that it seals")
        elif not same:
            yield from _compare(table, key, kept, digests, marks, text)
        elif befores and link["seal"] not in made:
            why = f"the chain does not hold: this seal was changed, or one before it is gone ({table.name} {key})"
            yield _of_seal(link, "broken", why)
        for each in kept:
            yield from self._check_left(each, salt)
        if table is readings:
            yield from self._check_words(key, kept, text or "")
        return {link["seal"], *made}

    def _is_whole(self, kept: Sequence[Kept], text: str | None) -> bool:
        """Whether the text of a reading is the one it was made of, or what was left of that."""
        name = next((each.row["text_sha256"] for each in kept if each.table is readings), None)
        if name is None:
            return True  # the reading itself is gone
        held = self._forgotten.get(("texts", name))
        return text is not None and hash_of_text(text) == (held[1] if held else name)

    def _check_without_text(self, key: str, kept: Sequence[Kept], text: str | None) -> Iterator[Problem]:
        """The hashes of words are salted with the text; without it only the record tells of the rows."""
        reading = next(each for each in kept if each.table is readings)
        if text is None:
            name = reading.row["text_sha256"]
            yield Problem(table="texts", key=name, what="missing", detail=f"the text of reading {key} is gone")
        else:
            yield from self._check_words(key, kept, text)

    def _subject(self, connection: Connection, table: Table, key: str) -> tuple[list[Kept], str | None]:
        """The rows that a seal covers, as they stand now, and the text they stand in."""
        if table is readings:
            return self._rows.of_reading(int(key))
        if table is runs:
            run = self._rows.one(runs, int(key.partition("/")[0]))
            if run is None:
                return [], None
            return [run if "/" in key else Kept(runs, {**run.row, "finished_at": None})], None
        column = SEALED_BY[table]
        query = select(table).where(column == column.type.python_type(key)).order_by(*table.primary_key)
        return [Kept(table, row._asdict()) for row in connection.execute(query)], None

    def _digest(self, kept: Kept, salt: bytes) -> bytes:
        went = self._forgotten.get((kept.table.name, kept.key))
        return row_digest(kept.table, kept.row, _salt_of(kept, salt), went[0] if went else None)

    def _check_left(self, kept: Kept, salt: bytes) -> Iterator[Problem]:
        """What was left of a row when its words were forgotten is still what is there."""
        held = self._forgotten.get((kept.table.name, kept.key))
        if held and words_digest(kept.table, kept.row, _salt_of(kept, salt)) != held[1]:
            why = "its words were forgotten, and what was left in their place is another"
            yield Problem(table=str(kept.table.name), key=kept.key, what="changed", detail=why)

    def _check_words(self, key: str, kept: Sequence[Kept], text: str) -> Iterator[Problem]:
        """The words of a reading stand in its text, every span of them."""
        record = _record_of(kept)
        if not record:
            return  # the reading is gone, which was told, or forgotten
        self.counts["readings"] += 1
        looked, lost = find_lost_words(record, text)
        self.counts["spans"] += looked
        if lost:
            more = f", and {len(lost) - 1} more" if len(lost) > 1 else ""
            why = f"words that do not stand in the text at their places: “{lost[0]}”{more}"
            yield Problem(table="readings", key=key, what="changed", detail=why)

    def _check_texts(self, connection: Connection) -> Iterator[Problem]:
        query = select(texts.c.text_sha256, texts.c.text, texts.c.characters).order_by(texts.c.text_sha256)
        with connection.execution_options(yield_per=_AT_ONCE).execute(query) as rows:
            for name, text, characters in rows:
                self.counts["texts"] += 1
                held = self._forgotten.get(("texts", name))
                if hash_of_text(text) != (held[1] if held else name):
                    why = "its SHA-256 is another: rows of its readings can only be checked when it is restored"
                    yield Problem(table="texts", key=name, what="changed", detail=why)
                elif held is None and len(text) != characters:
                    why = f"characters holds {characters}, and the text has {len(text)}"
                    yield Problem(table="texts", key=name, what="changed", detail=why)


def _links_after(connection: Connection, number: int) -> list[dict[str, Any]]:
    query = select(seals).where(seals.c.seal_number > number).order_by(seals.c.seal_number).limit(_AT_ONCE)
    return [row._asdict() for row in connection.execute(query)]


def _load_forgotten(connection: Connection) -> dict[tuple[str, str], tuple[str, str]]:
    """Of each row whose words were forgotten: the hash that its seal knows, and that of what was left."""
    held = forgotten.c
    query = select(held.table_name, held.row_key, held.words_sha256, held.left_sha256).order_by(held.number)
    found: dict[tuple[str, str], tuple[str, str]] = {}
    for table, key, went, left in connection.execute(query):
        first = found.get((table, key), (went, ""))[0]
        found[(table, key)] = (first, left)
    return found


def _compare(
    table: Table,
    key: str,
    kept: Sequence[Kept],
    digests: Sequence[bytes],
    marks: Sequence[bytes],
    text: str | None,
) -> Iterator[Problem]:
    """The rows whose hash is another one, one by one."""
    there = {(each.table.name, each.key): (each, digest) for each, digest in zip(kept, digests, strict=True)}
    for place, mark in zip(_expected_rows(table, key, kept, len(marks)), marks, strict=False):
        found = there.pop(place, None)
        if found is None:
            yield Problem(
                table=str(place[0]), key=place[1], what="missing", detail="the row that was sealed is gone"
            )
        elif found[1][:MARK] != mark:
            why = compare_with_record(found[0], _record_of(kept), text)
            yield Problem(table=str(place[0]), key=place[1], what="changed", detail=why)
    for name, added in there:
        yield Problem(table=str(name), key=added, what="added", detail="no seal knows this row")


def _expected_rows(table: Table, key: str, kept: Sequence[Kept], count: int) -> list[tuple[str, str]]:
    """Table and key of each row that was sealed, in order: of a reading by the counts that it holds."""
    if table is not readings:
        places = [(each.table.name, each.key) for each in kept][:count]
        return places + [(table.name, key)] * (count - len(places))
    reading = next((each.row for each in kept if each.table is readings), None)
    if reading is None:
        return [("readings", key)]
    parts = count_parts(reading["record"])
    if parts is None:  # the record was changed: the row has two of the three counts
        counted = reading["claim_count"], reading["figure_count"]
        parts = (max(0, count - 2 - sum(counted)), *counted)
    places = [("pages", reading["report_id"]), ("readings", key)]
    places += [(part.name, f"{key}/{at}") for part, n in zip(PARTS, parts, strict=True) for at in range(n)]
    return places[:count]


def _record_of(kept: Sequence[Kept]) -> bytes | None:
    return next((each.row["record"] for each in kept if each.table is readings), None)


def _salt_of(kept: Kept, salt: bytes) -> bytes:
    """What stands in a text is salted with it; a page, a run, a skip or a judgement does not."""
    return salt if kept.table in (readings, *PARTS) else b""


def _of_seal(link: dict[str, Any], what: What, why: str) -> Problem:
    return Problem(table="seals", key=str(link["seal_number"]), what=what, detail=why)
