"""Speakers across reports: which are one, how their names are written, and what they said over time."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from reportedly.findings.identities import join_speakers, suggest_speakers
from reportedly.ledger import Ledger, ReportOrder, counts, load_pins
from reportedly.ledger.fulltext import phrases_of
from reportedly.ledger.index import find_readings
from reportedly.ledger.index.search import SearchFilter, find_texts
from reportedly.ledger.index.voices import SaidRow, Voice, list_said, list_voices
from reportedly.ledger.order import reports_in_order
from reportedly.terms import Speaker

#: Reports whose speakers are joined in less than a second.
_LARGE = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerRow:
    """A speaker across reports: the name most often written, all ways in which it is, and how much they said."""

    name: str
    names: str
    roles: str | None
    country: str | None
    kind: str
    reports: int
    claims: int
    first: str | None
    last: str | None
    speaker_key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """Two speakers that are perhaps one, for a person to join or part: ids of a speaker of each."""

    name: str
    other_name: str
    reason: str
    speaker: str
    other: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaking:
    """Speakers that answer to words, those with most claims first; what the first said; pairs in doubt.

    ``newest``: they are of so many reports, the newest that can hold them; null: of all.
    """

    speakers: tuple[SpeakerRow, ...]
    said: tuple[SaidRow, ...]
    perhaps: tuple[Likeness, ...]
    newest: int | None = None


def find_speakers(
    ledger: Ledger,
    words: str | None = None,
    *,
    include_restricted: bool = False,
    include_names: bool = False,
    key: str | None = None,
    limit: int | None = None,
    newest: int | None = None,
) -> Speaking:
    """The speakers that answer to words, joined across reports where that is certain.

    People whose names are held back are left out unless asked for. With ``key`` the speaker of that key comes
    first, if the words find them. With ``newest`` no more reports of a large ledger are looked through: those are
    chosen that came last, of those with the words in their text if there are any.
    """
    leave = {"include_restricted": include_restricted, "include_names": include_names}
    readings = None
    if newest is not None and counts(ledger).reports > max(newest, _LARGE):
        readings = _newest(ledger, words, newest, include_restricted=include_restricted)
    voices = list(list_voices(ledger, words, readings=readings, **leave))
    newest = None if readings is None else len(readings)
    pins = load_pins(ledger)
    speakers = [voice.speaker for voice in voices]
    keys = join_speakers(speakers, pins)
    together: dict[str, list[Voice]] = defaultdict(list)
    for voice in voices:
        together[keys[voice.speaker.id]].append(voice)
    rows = sorted(
        (_row(key, held) for key, held in together.items()),
        key=lambda row: (row.speaker_key != key, -row.claims, -row.reports, row.name, row.speaker_key),
    )
    if not words or not rows:
        return Speaking(speakers=tuple(rows[:limit]), said=(), perhaps=(), newest=newest)
    said = list_said(ledger, together[rows[0].speaker_key], include_names=include_names)
    names = {speaker.id: name_of(speaker) for speaker in speakers}
    perhaps = (
        Likeness(
            name=names[each.speaker], other_name=names[each.other], reason=each.reason, speaker=each.speaker,
            other=each.other,
        )
        for each in suggest_speakers(speakers, pins)
    )  # fmt: skip
    return Speaking(speakers=tuple(rows[:limit]), said=tuple(said), perhaps=tuple(perhaps), newest=newest)


def _newest(ledger: Ledger, words: str | None, most: int, *, include_restricted: bool) -> list[int]:
    phrases = phrases_of([f"{word}*" for word in (words or "").split()])
    if not phrases:
        order = ReportOrder(limit=most, newest_first=True, include_restricted=include_restricted)
        return [placed.reading for placed in reports_in_order(ledger, order)]
    found = find_texts(ledger, phrases, SearchFilter(include_restricted=include_restricted))
    return list(find_readings(ledger, islice(found, most)).values())


def name_of(speaker: Speaker) -> str:
    """What a speaker is called: by name, or else by role and body.

    >>> name_of(Speaker(id="s:1", role="spokesman", organisation="navy"))
    'spokesman, navy'
    """
    parts = (speaker.role, speaker.organisation)
    return speaker.name or ", ".join(part for part in parts if part) or "nobody named"


def _row(key: str, voices: Sequence[Voice]) -> SpeakerRow:
    names = Counter(name_of(voice.speaker) for voice in voices)
    ranked = sorted(names, key=lambda name: (-names[name], -len(name), name))
    roles = Counter(voice.speaker.role for voice in voices if voice.speaker.role)
    days = sorted(voice.published for voice in voices if voice.published)
    countries = sorted({voice.speaker.country for voice in voices if voice.speaker.country})
    kinds = Counter(voice.speaker.kind for voice in voices)
    return SpeakerRow(
        name=ranked[0],
        names="; ".join(ranked),
        roles="; ".join(sorted(roles, key=lambda role: (-roles[role], role))) or None,
        country="; ".join(countries) or None,
        kind=min(kinds, key=lambda kind: (-kinds[kind], kind)),
        reports=len({voice.report_id for voice in voices}),
        claims=sum(voice.claims for voice in voices),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        speaker_key=key,
    )
