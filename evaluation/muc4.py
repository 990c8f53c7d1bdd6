"""Recall on attack reports: the human targets, dates and places of MUC-4's answer keys (1992).

How the keys are read is told in :mod:`evaluation.muc4_keys`. Only texts with an incident are read, each
with the date of its dateline, as a user would give it: the dateline writes the year in two digits,
which the reader does not take for a date on its own.

numbers     human-target numbers of two and more in the keys: share of those for which the report has
            a figure of measure ``count`` with that value (stated, low, best or high; both ends for
            a range; of alternatives, any). A number given in several templates counts in each

effect      of the numbers found: the event is of a type that the target's effect maps to (below)

A number has as its figures those of its value, and of these, if any is counted in a word of the
target's, only those; ``effect`` and the ``own_`` shares hold when they hold for one of them.

What follows is of the incidents with a number found.

date        of those with a day or a stretch of days: some figure's ``occurred`` lies within it
date_open   of those dated "on or before" a day (the keys' default, where the text gives only a
            weekday or nothing): some figure's ``occurred`` ends by that day, and begins at most 61 days
            before (older incidents are not in the keys: part 1, section 1.0, condition 6)
country     some figure's place lies in the country
place       of those with a place below the country: some figure's place bears its name
own_date, own_date_open, own_country, own_place
            the same of the numbers found, by the number's own figures: stricter
certainty   of all organisations with a confidence in the keys that a record can tell: it tells the same
            (:mod:`evaluation.muc4_certainty` says how it is mapped)
times_date  of all incidents with a day or a stretch of days: some time expression lies within it

Effects and event types:

=====================  ===============================================================
DEATH                  killed, executed
INJURY                 injured, hospitalised
REGAINED FREEDOM       released, rescued, fled, or any with the lemma ``escape``
NO …                   one of the types of DEATH and INJURY negated; or as for none
RESIGNATION, none      any but those of DEATH and INJURY; or these feared, possible, expected, planned
=====================  ===============================================================

``python -m evaluation.muc4 [--dev] [--half odd|even] [--slips KIND]`` prints both halves of the texts.
"""

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from pathlib import Path

from evaluation.days import extent_of
from evaluation.folders import SHARED
from evaluation.halves import Half, half_of, print_halves
from evaluation.muc4_certainty import judged, told
from evaluation.muc4_keys import Amount, Days, Incident, Target, load_incidents, load_messages
from evaluation.outcome import Outcome, Slip, around, percent
from evaluation.texts import Text, read_texts
from reportedly.pipeline import ReadsReports
from reportedly.terms import Figure, Reading

#: The parts with their keys that the aims are set on.
PARTS = ("tst1", "tst2")
#: A sample is every sixth text.
SAMPLE_STEP = 6

_HARM = frozenset({"killed", "executed", "injured", "hospitalised"})
#: Types that say an effect; ``none`` stands for every effect not named here.
EFFECTS: Mapping[str, frozenset[str]] = {
    "DEATH": frozenset({"killed", "executed"}),
    "INJURY": frozenset({"injured", "hospitalised"}),
    "REGAINED FREEDOM": frozenset({"released", "rescued", "fled"}),
}
#: "Recent" incidents are those of two months before the article.
_RECENT = timedelta(days=61)

_REACHED = ("date", "date_open", "country", "place")
_SHARES = ("numbers", "effect", *_REACHED, *(f"own_{name}" for name in _REACHED), "certainty", "times_date")
_LIGHT = frozenset({"the", "of", "a", "an", "and", "in", "to", "from", "who", "at", "on", "were"})


def values_of(figure: Figure) -> frozenset[float | int]:
    """Every number the figure sets."""
    return frozenset(v for v in (figure.stated, figure.low, figure.best, figure.high) if v is not None)


def has_amount(figure: Figure, amount: Amount) -> bool:
    """Whether the figure has the amount's value, and both of them for a range."""
    values = values_of(figure)
    return amount.value in values and (amount.upper is None or amount.upper in values)


def figures_of(target: Target, figures: Sequence[Figure]) -> list[Figure]:
    """The figures that may be the target's number; those counted in its words alone, if there are any."""
    of_value = [
        f for f in figures if f.measure == "count" and any(has_amount(f, amount) for amount in target.amounts)
    ]
    wanted = {word for words in target.words for word in _words(words)}
    named = [f for f in of_value if f.unit is not None and wanted & _words(f.unit.exact)]
    return named or of_value


def _words(written: str) -> set[str]:
    return set(re.findall(r"\w+", written.lower())) - _LIGHT


def effect_right(figure: Figure, effects: Iterable[str]) -> bool:
    """Whether the figure's event says one of the effects; no effect is one too."""
    event = figure.event
    kind, negated = (event.type, event.negated) if event else ("other", False)
    harmed = kind in _HARM and event is not None and event.modality == "asserted"
    for effect in effects or ("none",):
        if effect in EFFECTS:
            escaped = effect == "REGAINED FREEDOM" and event is not None and event.lemma == "escape"
            if escaped or (kind in EFFECTS[effect] and not negated):
                return True
        elif not harmed or (negated and effect.startswith("NO ")):
            return True
    return False


def date_right(edtf: str | None, days: Days) -> bool:
    """Whether a date lies within the days; before an open stretch by no more than two months.

    >>> from datetime import date
    >>> date_right("1990-02-03", Days(None, date(1990, 2, 5))), date_right("1990-02", Days(None, date(1990, 2, 5)))
    (True, False)
    """
    extent = extent_of(edtf)
    if extent is None or extent[0] is None or extent[1] is None:
        return False
    first = days.first or days.last - _RECENT
    return first <= extent[0] and extent[1] <= days.last


def place_right(figure: Figure, names: Iterable[str]) -> bool:
    """Whether one of the figure's places is one of the names, as written or as known, whatever the case."""
    wanted = {_plain(name) for name in names}
    return any(_plain(name) in wanted for place in figure.places for name in (place.exact, place.name or ""))


def _plain(name: str) -> str:
    bare = re.sub(r"\b(?:city|department|province|de|del|la|el|of|the)\b", " ", name.lower())
    return " ".join(re.sub(r"[^a-z]+", " ", bare.translate(_ACCENTS)).split())


_ACCENTS = str.maketrans("áéíóúüñç", "aeiouunc")


def reached(incident: Incident, figures: Sequence[Figure]) -> dict[str, bool]:
    """What some of the figures say of the incident; what its key does not say is absent."""
    found = {}
    if incident.days:
        is_open = all(days.first is None for days in incident.days)
        dates = [f.occurred.edtf for f in figures if f.occurred]
        right = any(date_right(edtf, days) for edtf in dates for days in incident.days)
        found["date_open" if is_open else "date"] = right
    if incident.countries:
        found["country"] = any(place.iso3 in incident.countries for f in figures for place in f.places)
    if incident.places:
        found["place"] = any(place_right(f, incident.places) for f in figures)
    return found


def score_incidents(incidents: Iterable[Incident], readings: Mapping[str, Reading]) -> Outcome:
    """Shares over all incidents; of a text without a reading nothing is found."""
    counts: Counter[str] = Counter()
    slips: list[Slip] = []
    for incident in incidents:
        reading = readings.get(incident.message)
        figures = reading.figures if reading else ()
        fixed = [days for days in incident.days if days.first is not None]
        if fixed:
            times = [time.edtf for time in reading.times] if reading else []
            _add(counts, {"times_date": any(date_right(edtf, days) for edtf in times for days in fixed)})
        if reading:
            slips += _judge(counts, incident, reading)
        found = [(target, own) for target in incident.targets if (own := figures_of(target, figures))]
        counts.update({"numbers_of": len(incident.targets), "numbers": len(found)})
        missed = [target for target in incident.targets if target not in [target for target, _ in found]]
        slips += (Slip(text=incident.message, kind="missed", gold=_target_words(target)) for target in missed)
        if found:
            _add(counts, reached(incident, figures))
        for target, own in found:
            right = {f"own_{name}": held for name, held in reached(incident, own).items()}
            right["effect"] = any(effect_right(figure, target.effects) for figure in own)
            _add(counts, right)
            assert reading is not None
            slips += (_wrong(name, incident, target, own, reading) for name, held in right.items() if not held)
    shares = {name: percent(counts[name], counts[f"{name}_of"]) for name in _SHARES}
    return Outcome(shares=shares, counts=counts, slips=tuple(slips))


def _judge(counts: Counter[str], incident: Incident, reading: Reading) -> Iterator[Slip]:
    for confidence in incident.confidences:
        meant = judged(confidence)
        if not meant:
            continue
        said = told(reading, confidence.names)
        _add(counts, {"certainty": said in meant})
        if said not in meant:
            wanted = f"{sorted(meant)} {confidence.names[:1]}"
            yield Slip(text=incident.message, kind="certainty", gold=wanted, predicted=str(said))


def _add(counts: Counter[str], right: Mapping[str, bool]) -> None:
    counts.update({f"{name}_of": 1 for name in right})
    counts.update({name: int(held) for name, held in right.items()})


def _target_words(target: Target) -> str:
    amount = target.amounts[0]
    return f"{amount.kind} {amount.value} {target.words[:1]} {sorted(target.effects)}"


def _wrong(name: str, incident: Incident, target: Target, figures: Sequence[Figure], reading: Reading) -> Slip:
    figure = figures[0]
    event, occurred = figure.event, figure.occurred
    wanted: dict[str, object] = {
        "effect": _target_words(target),
        "own_date": [f"{days.first}/{days.last}" for days in incident.days],
        "own_country": sorted(incident.countries),
        "own_place": incident.places,
    }
    got: dict[str, object] = {
        "effect": event and f"{'not ' if event.negated else ''}{event.type} ({event.exact})",
        "own_date": occurred and f"{occurred.edtf} ({occurred.exact})",
        "own_country": [(place.exact, place.iso3) for place in figure.places],
        "own_place": [place.exact for place in figure.places],
    }
    wanted["own_date_open"], got["own_date_open"] = wanted["own_date"], got["own_date"]
    return Slip(
        text=incident.message,
        kind=name,
        gold=str(wanted[name]),
        predicted=str(got[name]),
        around=around(reading.report.text, figure.start, figure.end, reach=160),
    )


def texts_and_incidents(
    home: Path, parts: Iterable[str] = PARTS, half: Half | None = None
) -> tuple[list[Text], list[Incident]]:
    """The texts with an incident below ``home``, in order, and the incidents of these texts."""
    texts: list[Text] = []
    by_message: dict[str, list[Incident]] = defaultdict(list)
    for part in parts:
        for incident in load_incidents(home / part):
            by_message[incident.message].append(incident)
        texts += [text for text in load_messages(home / part) if text.name in by_message]
    chosen = half_of(texts, half)
    return chosen, [incident for text in chosen for incident in by_message[text.name]]


def measure(
    home: Path,
    reader: ReadsReports,
    *,
    sample: bool = False,
    parts: Sequence[str] = PARTS,
    half: Half | None = None,
) -> tuple[Outcome, list[Reading]]:
    """Read the texts with incidents in the parts below ``home`` and score them; a sample is every sixth.

    The test parts are small enough (111 texts, some 40,000 words) to be read whole in every check; the
    development part (some 700) is not.
    """
    texts, incidents = texts_and_incidents(home, parts, half)
    if sample:
        texts = texts[::SAMPLE_STEP]
        kept = {text.name for text in texts}
        incidents = [incident for incident in incidents if incident.message in kept]
    readings = read_texts(texts, reader).by_name
    return score_incidents(incidents, readings), list(readings.values())


def files_of(home: Path, parts: Iterable[str] = PARTS) -> Iterator[Path]:
    """The files of the parts below ``home``: texts and keys."""
    for part in parts:
        yield from (path for path in sorted((home / part).iterdir()) if "muc" in path.name)


if __name__ == "__main__":
    chosen = ("dev",) if "--dev" in sys.argv else PARTS
    sys.exit(
        print_halves(
            lambda home, reader, half: measure(home, reader, parts=chosen, half=half)[0],
            SHARED / "data" / "muc4",
            [argument for argument in sys.argv[1:] if argument != "--dev"],
        )
    )
