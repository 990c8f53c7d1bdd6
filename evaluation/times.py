"""Time expressions of TimeML (TimeBank and AQUAINT) and MEANTIME against ``times`` of the reading.

mention    expressions found: F1 of relaxed matches (any overlap, one to one, exact extent first)
exact      the same with exact extents
value      relaxed matches whose TimeML value is right, F1 over the same totals, after TempEval-3
           (UzZaman et al. 2013, task A): 2PR/(P+R) with P over all expressions read, R over all in the gold
date       of the relaxed matches whose gold value has an EDTF value by the map below: the share whose
           EDTF (openings and parts dropped) covers the same days, as :mod:`evaluation.days` compares

TimeML: each text is read with the day of its document creation time. Its files are split by a hash of
their names: a tenth (``held_…``) was never looked at while rules were written, and no slips of it are
written; the other nine tenths are what the rules were learned from. MEANTIME: headline and annotated
sentences; the date line, which is the document's own date, is left out; its ``meantime_…`` shares are of
articles in every hundred of which the same tenth is held back (``meantime_held_…``).

The map, since record and TimeML cut differently:

* extent: the record's words hold the preposition ("on January 25", "since 2011"), TimeML's do not: those
  before the expression are dropped. A range ("between 19 February and 23 March") is one expression in the
  record and two in TimeML: it is split at the joining word, and its ``timex`` at the slash.
* value: ``timex`` of the record is TimeML's value and compared as it stands, but for two spellings of the
  same value in the gold: weeks without their zero (``2000-W7``), and unknown parts filled with X
  (``1949-XX``, ``199X``, ``19XX`` for 1949, 199, 19). ``value_as_written`` does without that.
* EDTF to TimeML and back: :mod:`reportedly.claims.times.timex` (``edtf_of_timex``, ``timex_of_edtf``),
  shown as a table in ``docs/times.md``.

``python -m evaluation.times [--slips KIND]`` prints all shares.
"""

import argparse
import hashlib
import html
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from evaluation.attributions import Span
from evaluation.days import same_days
from evaluation.folders import SHARED
from evaluation.outcome import Outcome, Slip, around, percent
from evaluation.texts import Text, read_file, read_texts
from reportedly.claims.times.timex import edtf_of_timex, timex_of_edtf
from reportedly.pipeline import ReadsReports
from reportedly.terms import Reading, TimeExpression
from reportedly.terms.dates import is_edtf

#: One file name in so many is held back.
_TENTH = 10
#: Every fourth of the other files, for a quick look.
SAMPLE_STEP = 4

#: Number of the first sentence after headline and date line.
_BODY = 2
_NO_SPACE_BEFORE = frozenset({".", ",", ";", ":", ")", "]", "%", "!", "?", "''", "”", "'s", "’s", "n't", "'"})
_NO_SPACE_AFTER = frozenset({"(", "[", "$", "US$", "AU$", "£", "€", "``", "“", "#"})

_TIMEX = re.compile(r"<TIMEX3([^>]*)>(.*?)</TIMEX3>", re.DOTALL)
_OTHER_TAGS = re.compile(r"</?(?!/?TIMEX3)[A-Za-z][^>]*>")
_ANY_TAG = re.compile(r"<[^>]*>")
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_PREPOSITION = re.compile(
    r"(?:on|in|at|over|during|by|since|until|till|before|after|from|within|through|throughout|between|as\s+of)\s+",
    re.IGNORECASE,
)
_JOINED = re.compile(r"\s*(?:\b(?:to|and|through|until|till|or)\b|[-–—])\s*")
_WEEK = re.compile(r"(\d{4}-W)(\d)(?!\d)")
_FILLED = re.compile(r"(?:-XX)+$")


@dataclass(frozen=True, slots=True)
class Mention:
    """One expression as TimeML cuts it: half-open place and value, the record's EDTF beside it."""

    start: int
    end: int
    value: str | None
    edtf: str | None = None


@dataclass(frozen=True, slots=True)
class GoldText:
    """One text with the expressions of its gold; code points from ``end`` on are not annotated."""

    text: Text
    mentions: tuple[Mention, ...]
    begin: int = 0
    end: int = sys.maxsize


def is_held_back(name: str) -> bool:
    """Whether a file is in the tenth that is never looked at, by the hash of its name."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % _TENTH == 0


def load_timeml(home: Path) -> list[tuple[str, GoldText]]:
    """The files of TimeBank and AQUAINT by name, each read against its document creation time."""
    paths = [*(home / "AQUAINT").glob("*.tml"), *(home / "TimeBank").glob("*.tml")]
    return [(path.name, _timeml(path.stem, read_file(path))) for path in sorted(paths, key=lambda p: p.name)]


def _timeml(name: str, whole: str) -> GoldText:
    created = dict(_ATTRIBUTE.findall(whole[whole.index("<DCT>") : whole.index("</DCT>")]))
    body = _OTHER_TAGS.sub("", whole[whole.index("<TEXT>") + len("<TEXT>") : whole.index("</TEXT>")])
    text, at = "", 0
    mentions = []
    for match in _TIMEX.finditer(body):
        text += html.unescape(body[at : match.start()])
        words = html.unescape(_ANY_TAG.sub("", match[2]))
        value = dict(_ATTRIBUTE.findall(match[1])).get("value")
        mentions.append(Mention(len(text), len(text) + len(words), value))
        text, at = text + words, match.end()
    text += html.unescape(_ANY_TAG.sub("", body[at:]))
    return GoldText(Text(name, text, created["value"][:10]), tuple(mentions))


def load_meantime(home: Path) -> list[tuple[str, GoldText]]:
    """The articles of MEANTIME by name, with the expressions of their headline and annotated sentences."""
    paths = sorted(home.glob("intra-doc_annotation/*/*.xml"), key=lambda path: path.name)
    return [(path.name, _meantime(path)) for path in paths]


def _meantime(path: Path) -> GoldText:
    root = ElementTree.parse(path).getroot()
    body, places, sentences = _printed(root)
    mentions, last, published = [], 0, None
    for mention in root.iterfind("Markables/*"):
        ids = [anchor.get("t_id", "") for anchor in mention.iterfind("token_anchor")]
        last = max([last, *(sentences[token] for token in ids)])
        if mention.tag != "TIMEX3":
            continue
        value = mention.get("value", "")
        if mention.get("functionInDocument") == "CREATION_TIME":
            published = value if is_edtf(value) else published
        elif ids and sentences[ids[0]] != 1:
            mentions.append(Mention(places[ids[0]][0], places[ids[-1]][1], value))
    inside = [span for token, span in places.items() if _BODY <= sentences[token] <= last]
    begin, end = (min(a for a, _ in inside), max(b for _, b in inside)) if inside else (0, 0)
    unique = {(m.start, m.end): m for m in mentions if begin <= m.start}  # the headline repeats the first sentence
    return GoldText(Text(path.stem, body, published), tuple(unique.values()), begin, end)


def _printed(root: ElementTree.Element) -> tuple[str, dict[str, Span], dict[str, int]]:
    """The tokens of an article as a text, headline and date line paragraphs of their own, with their places."""
    body = ""
    places: dict[str, Span] = {}
    sentences: dict[str, int] = {}
    before, glued = 0, True
    for token in root.iterfind("token"):
        name, word, sentence = token.get("t_id", ""), token.text or "", int(token.get("sentence", "0"))
        if body and sentence != before:
            body += "\n\n" if before < _BODY else " "
        elif body and not glued and word not in _NO_SPACE_BEFORE:
            body += " "
        before, glued = sentence, word in _NO_SPACE_AFTER
        places[name] = (len(body), len(body) + len(word))
        sentences[name] = sentence
        body += word
    return body, places, sentences


def mentions_of(text: str, time: TimeExpression) -> list[Mention]:
    """An expression of the record as TimeML would cut it.

    >>> from reportedly.terms import TimeExpression
    >>> words = "from 3 to 5 May 2015"
    >>> value = "2015-05-03/2015-05-05"
    >>> time = TimeExpression(exact=words, spans=((0, 20),), kind="date", edtf=value, timex=value)
    >>> [(words[m.start:m.end], m.value) for m in mentions_of(words, time)]
    [('3', '2015-05-03'), ('5 May 2015', '2015-05-05')]
    """
    start, end = time.start, time.end
    while (found := _PREPOSITION.match(text, start, end)) is not None:
        start = found.end()
    first, bar, second = (time.timex or "").partition("/")
    joined = list(_JOINED.finditer(text, start, end)) if bar else []
    if not joined:
        return [Mention(start, end, time.timex, time.edtf)]
    middle = joined[len(joined) // 2]
    low, _, high = (time.edtf or "").partition("/")
    return [Mention(start, middle.start(), first, low), Mention(middle.end(), end, second, high)]


def one_spelling(value: str | None) -> str | None:
    """A TimeML value in the one spelling of those in use for it.

    >>> [one_spelling(v) for v in ("2000-W7", "1949-XX", "199X", "19XX", "PXM", "XXXX-07")]
    ['2000-W07', '1949', '199', '19', 'PXM', 'XXXX-07']
    """
    if value is None:
        return None
    value = _FILLED.sub("", _WEEK.sub(r"\g<1>0\2", value))
    return value.rstrip("X") if value[:2].isdigit() and "-" not in value else value


def pair_mentions(gold: Sequence[Mention], read: Sequence[Mention]) -> list[tuple[int, int]]:
    """``(gold, read)`` pairs that overlap, one to one: exact extents first, then in order of the text."""
    candidates = []
    for i, g in enumerate(gold):
        for j, r in enumerate(read):
            if r.start < g.end and g.start < r.end:
                candidates.append(((r.start, r.end) != (g.start, g.end), i, j))
    pairs: list[tuple[int, int]] = []
    used: tuple[set[int], set[int]] = (set(), set())
    for _, i, j in sorted(candidates):
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            pairs.append((i, j))
    return pairs


def count_text(gold: GoldText, reading: Reading | None) -> tuple[Counter[str], list[Slip]]:
    """Counts and slips of one text; without a reading every expression is missed."""
    text = gold.text.body
    read = [m for time in (reading.times if reading else ()) for m in mentions_of(text, time)]
    read = [m for m in read if gold.begin <= m.start < gold.end]
    counts = Counter(gold=len(gold.mentions), read=len(read))
    slips = []
    pairs = pair_mentions(gold.mentions, read)
    for i, j in pairs:
        g, r = gold.mentions[i], read[j]
        right = one_spelling(g.value) == one_spelling(r.value)
        exact = (g.start, g.end) == (r.start, r.end)
        counts.update(mention=1, exact=exact, value=right, as_written=g.value == r.value)
        counts.update(_dates(g, r))
        if not right:
            slips.append(_slip(gold.text, "value", g, str(r.value)))
    slips += [_slip(gold.text, "missed", g) for i, g in enumerate(gold.mentions) if i not in {i for i, _ in pairs}]
    slips += [_slip(gold.text, "spurious", r) for j, r in enumerate(read) if j not in {j for _, j in pairs}]
    return counts, slips


def _dates(gold: Mention, read: Mention) -> Counter[str]:
    """Whether the EDTF of an expression is that of the gold's value, by the map, whole stretches compared."""
    wanted = edtf_of_timex(gold.value or "")
    if wanted is None or wanted.startswith("X"):
        return Counter()
    plain = None if read.edtf is None else edtf_of_timex(timex_of_edtf(read.edtf) or "") or read.edtf
    return Counter(dated=1, date=same_days(wanted, plain))


def _slip(text: Text, kind: str, mention: Mention, read: str | None = None) -> Slip:
    value = str(mention.value)
    place = around(text.body, mention.start, mention.end)
    if kind == "spurious":
        return Slip(text=text.name, kind=kind, predicted=value, around=place)
    return Slip(text=text.name, kind=kind, gold=value, predicted=read, around=place)


def shares_of(counts: Counter[str], prefix: str = "") -> dict[str, float]:
    """The shares of a sum of texts."""
    both = counts["gold"] + counts["read"]
    return {
        f"{prefix}mention_f1": percent(2 * counts["mention"], both),
        f"{prefix}exact_f1": percent(2 * counts["exact"], both),
        f"{prefix}value_f1": percent(2 * counts["value"], both),
        f"{prefix}value_as_written_f1": percent(2 * counts["as_written"], both),
        f"{prefix}date": percent(counts["date"], counts["dated"]),
    }


def score(
    texts: Iterable[tuple[str, GoldText]], reader: ReadsReports, prefix: str
) -> tuple[Outcome, list[Reading]]:
    """Shares of the texts seen and of those held back; slips of the former only."""
    counts: dict[bool, Counter[str]] = {False: Counter(), True: Counter()}
    slips: list[Slip] = []
    kept: list[Reading] = []
    for held, gold, reading in _read(texts, reader):
        found, wrong = count_text(gold, reading)
        counts[held] += found
        if not held:
            slips += wrong
            kept += [reading] if reading else []
    shares = shares_of(counts[False], prefix) | shares_of(counts[True], f"{prefix}held_")
    totals = {f"{prefix}{'held_' if held else ''}{name}": n for held in counts for name, n in counts[held].items()}
    return Outcome(shares=shares, counts=totals, slips=tuple(slips)), kept


def _read(
    texts: Iterable[tuple[str, GoldText]], reader: ReadsReports
) -> Iterator[tuple[bool, GoldText, Reading | None]]:
    for name, gold in texts:
        yield is_held_back(name), gold, read_texts([gold.text], reader).by_name.get(gold.text.name)


def measure(home: Path, reader: ReadsReports, *, sample: bool = False) -> tuple[Outcome, list[Reading]]:
    """Read the texts under ``home`` (which holds ``timeml`` and ``meantime``) and score their times.

    A sample is all that is held back and every fourth of the other texts.
    """
    outcomes = []
    for prefix, texts in (("", load_timeml(home / "timeml")), ("meantime_", load_meantime(home / "meantime"))):
        seen = [pair for pair in texts if not is_held_back(pair[0])]
        held = [pair for pair in texts if is_held_back(pair[0])]
        outcomes.append(score([*(seen[::SAMPLE_STEP] if sample else seen), *held], reader, prefix))
    shares = {name: share for outcome, _ in outcomes for name, share in outcome.shares.items()}
    counts = {name: count for outcome, _ in outcomes for name, count in outcome.counts.items()}
    slips = tuple(slip for outcome, _ in outcomes for slip in outcome.slips)
    return Outcome(shares=shares, counts=counts, slips=slips), [r for _, read in outcomes for r in read]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the shares, in percent, and the slips asked for."""
    from reportedly.claims import Reader

    parser = argparse.ArgumentParser(description="Time expressions, in percent.")
    parser.add_argument("--home", type=Path, default=SHARED / "data", help="where timeml and meantime lie")
    parser.add_argument("--sample", action="store_true", help="every fourth of the texts that are not held back")
    parser.add_argument("--slips", metavar="KIND", help="print the slips of this kind, or of every kind: all")
    options = parser.parse_args(arguments)
    reader: ReadsReports = Reader.load()
    outcome, _ = measure(options.home, reader, sample=options.sample)
    for name, share in outcome.shares.items():
        print(f"{name:36}{share:8.2f}")
    for slip in outcome.slips:
        if options.slips in ("all", slip.kind):
            print(f"{slip.text} {slip.kind}: gold {slip.gold!r}, read {slip.predicted!r}\n    {slip.around}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
