"""The texts and answer keys of MUC-4 as terms: messages, incidents, human targets.

How keys are read (``templ-doc-basic/template-doc-part1.v7`` explains the slots):

* A template is the lines from ``0.`` to the next ``0.``; lines that begin with ``;`` are notes. A
  filler goes on while its quotation marks or brackets are open and where a line ends or begins with
  ``/``; otherwise each line is a filler of its own. ``*`` and ``-`` are no filler.
* ``A / B`` are alternatives, each as good as the other. ``?`` marks a filler, ``(OPTIONAL)`` a
  template, about which the annotators had doubt; they are kept, since the words are in the text.
* Numbers: ``6``; ``~6`` about; ``6-`` at least; ``-6`` at most; ``6-8`` a range; ``PLURAL`` none.
* Dates: ``05 FEB 90`` on that day; ``03 FEB 90 - 05 FEB 90`` on or between them; ``- 05 FEB 90`` on or
  before it, which the annotators also gave where the text has no date at all or only a weekday. A
  year left out is left unread.
* Places: country first, then ever smaller ones with their kind in brackets.
* A message is what stands between two lines that are a message's name and nothing else; its date is
  that of its dateline (``SAN SALVADOR, 15 JAN 90 (ACAN-EFE) -- [TEXT]``), null for ``NO DATE``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from evaluation.texts import Text, read_file

Kind = Literal["exact", "about", "at_least", "at_most", "range"]

_NAME = re.compile(r"^((?:DEV|TST\d)-MUC\d-\d{4})\b.*$", re.MULTILINE)
_SLOT = re.compile(r"^ ?(\d{1,2})\.\s+([A-Z]+(?: TGT)?: [A-Z ]+?)(?:\s{2,}(.*))?$")
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
_DAY = re.compile(r"(\d{1,2}) ([A-Z]{3})[A-Z]* (\d\d)\b", re.IGNORECASE)
_HEADER = re.compile(r"^.{2,60}?, *(\d{1,2}) ([A-Z]{3,4}) (\d\d)\b", re.DOTALL)
_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_KIND_OF_PLACE = re.compile(r"\([A-Z/ ]+\)")

#: ISO 3166 alpha-3 of the countries in which incidents of the keys lie, one misspelt there.
COUNTRIES = {
    "ARGENTINA": "ARG", "BOLIVIA": "BOL", "BRAZIL": "BRA", "CHILE": "CHL", "COLOMBIA": "COL", "ECUADOR": "ECU",
    "EL SALVADOR": "SLV", "GUATEMALA": "GTM", "GUATAMALA": "GTM", "HONDURAS": "HND", "JAMAICA": "JAM",
    "NICARAGUA": "NIC", "PANAMA": "PAN", "PERU": "PER", "SPAIN": "ESP", "UNITED STATES": "USA",
    "VENEZUELA": "VEN",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Amount:
    """One alternative of a number: ``value`` as written, the upper end of a range in ``upper``."""

    kind: Kind
    value: int
    upper: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Human targets counted together: alternatives of their number, of their effect, and their words."""

    amounts: tuple[Amount, ...]
    effects: frozenset[str]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Days:
    """One alternative of a date: from day to day; the first is null where it is "on or before"."""

    first: date | None
    last: date


@dataclass(frozen=True, slots=True)
class Confidence:
    """How sure the report is that an organisation did it: alternatives, and the organisation's names."""

    values: frozenset[str]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """One template: when and where, how sure, and the human targets with a number of two or more.

    ``countries`` are ISO 3166 alpha-3; ``places`` are the names below the country, without their kinds.
    """

    message: str
    kind: str
    days: tuple[Days, ...]
    countries: frozenset[str]
    places: tuple[str, ...]
    confidences: tuple[Confidence, ...]
    targets: tuple[Target, ...]


def load_messages(home: Path) -> list[Text]:
    """The texts below one folder of the corpus, in order, each with the date of its dateline if it has one."""
    texts = []
    for path in sorted(path for path in home.iterdir() if "-muc" in path.name):
        whole = read_file(path)
        found = list(_NAME.finditer(whole))
        ends = [match.start() for match in found[1:]] + [len(whole)]
        for match, end in zip(found, ends, strict=True):
            body = whole[match.end() : end].strip() + "\n"
            texts.append(Text(match[1], body, header_date(body)))
    return texts


def header_date(body: str) -> str | None:
    """EDTF of the dateline that a message begins with; null where it has none or leaves out the year.

    >>> header_date("SAN SALVADOR, 15 JAN 90 (ACAN-EFE) -- [TEXT] IT RAINED."), header_date("LIMA, NO DATE --")
    ('1990-01-15', None)
    """
    found = _HEADER.match(body)
    day = found and _day(*found.groups())
    return day.isoformat() if day else None


def _day(day: str, month: str, year: str) -> date | None:
    try:
        return date(1900 + int(year), _MONTHS.index(month[:3].upper()) + 1, int(day))
    except ValueError:  # no such month or day: a slip in the key, read as no date
        return None


def load_incidents(home: Path) -> list[Incident]:
    """Every incident of the keys in one folder, in order."""
    paths = sorted(path for path in home.iterdir() if path.name.startswith("key-"))
    templates = (template for path in paths for template in _templates(read_file(path)))
    return [_incident(slots) for slots in templates if slots["MESSAGE: TEMPLATE"][:1] not in ([], ["*"])]


def _templates(key: str) -> Iterator[dict[str, list[str]]]:
    """Fillers by slot, template by template."""
    slots: dict[str, list[str]] = {}
    name = ""
    for line in key.splitlines():
        if line.lstrip().startswith(";") or not line.strip():
            continue
        found = _SLOT.match(line)
        if found is None:
            _continue(slots.setdefault(name, []), line.strip())
            continue
        name = found[2].strip()
        if name == "MESSAGE: ID" and slots:
            yield slots
            slots = {}
        slots[name] = [found[3].strip()] if found[3] and found[3].strip() else []
    if slots:
        yield slots


def _continue(fillers: list[str], line: str) -> None:
    if fillers and (_is_open(fillers[-1]) or line.startswith("/")):
        fillers[-1] += f" {line}"
    else:
        fillers.append(line)


def _is_open(filler: str) -> bool:
    bare = _QUOTED.sub("S", filler)
    return '"' in bare or bare.rstrip().endswith(("/", ":")) or bare.count("(") > bare.count(")")


def _incident(slots: dict[str, list[str]]) -> Incident:
    location = "/".join(slots.get("INCIDENT: LOCATION", []))
    return Incident(
        message=slots["MESSAGE: ID"][0].split()[0],
        kind=" ".join(slots.get("INCIDENT: TYPE", [])),
        days=tuple(read_days(" ".join(slots.get("INCIDENT: DATE", [])))),
        countries=frozenset(COUNTRIES[name] for name in _names(location) if name in COUNTRIES),
        places=tuple(name for name in _names(location) if name not in COUNTRIES),
        confidences=tuple(_confidences(slots.get("PERP: ORGANIZATION CONFIDENCE", []))),
        targets=tuple(_targets(slots.get("HUM TGT: NUMBER", []), slots.get("HUM TGT: EFFECT OF INCIDENT", []))),
    )


def read_days(written: str) -> Iterator[Days]:
    """The alternatives of a date.

    >>> [(str(days.first), str(days.last)) for days in read_days("(- 05 FEB 90) / (03 FEB 90 - 04 FEB 90)")]
    [('None', '1990-02-05'), ('1990-02-03', '1990-02-04')]
    """
    for alternative in written.split("/"):
        days = [day for found in _DAY.findall(alternative) if (day := _day(*found))]
        if days:
            open_ended = alternative.strip(" ()").startswith("-")
            yield Days(None if open_ended else days[0], days[-1])


def _names(location: str) -> list[str]:
    """Names of a location: ``COLOMBIA: CUCUTA (CITY) - CAMPANARIO (REGION)`` holds three."""
    bare = _KIND_OF_PLACE.sub("", location).replace("?", "")
    return [name for part in re.split(r"[:/()]| - ", bare) if (name := part.strip(" -*"))]


def _alternatives(written: str) -> list[str]:
    parts = (piece.strip(" ()") for piece in written.replace("?", "").split("/"))
    return [part for part in parts if part not in ("", "-", "*")]


def _confidences(fillers: list[str]) -> Iterator[Confidence]:
    for filler in fillers:
        value, colon, words = filler.partition(":")
        if colon:
            yield Confidence(frozenset(_alternatives(value)), tuple(_QUOTED.findall(words)))


def _targets(numbers: list[str], effects: list[str]) -> Iterator[Target]:
    for filler in numbers:
        value, _, words = filler.partition(":")
        amounts = [amount for part in _alternatives(value) if (amount := read_amount(part))]
        if amounts and all(amount.value >= 2 for amount in amounts):
            named = tuple(_QUOTED.findall(words))
            yield Target(amounts=tuple(amounts), effects=frozenset(_effects_on(named, effects)), words=named)


def read_amount(written: str) -> Amount | None:
    """One alternative of a number; null for what gives none.

    >>> read_amount("~7"), read_amount("10-")
    (Amount(kind='about', value=7, upper=None), Amount(kind='at_least', value=10, upper=None))
    >>> read_amount("6 - 8"), read_amount("PLURAL")
    (Amount(kind='range', value=6, upper=8), None)
    """
    found = re.fullmatch(r"(~|-)?\s*(\d+)\s*(?:(-)\s*(\d+)?)?", written.replace(",", "").strip())
    if found is None:
        return None
    sign, value, dash, upper = found.groups()
    if upper:
        return Amount("range", int(value), int(upper))
    kind: Kind = "about" if sign == "~" else "at_most" if sign == "-" else "at_least" if dash else "exact"
    return Amount(kind, int(value))


def _effects_on(named: tuple[str, ...], effects: list[str]) -> Iterator[str]:
    """The effects whose filler names one of the words."""
    for filler in effects:
        value, colon, words = filler.partition(":")
        if colon and set(_QUOTED.findall(words)) & set(named):
            yield from _alternatives(value)
