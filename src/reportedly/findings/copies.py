"""Which reports repeat another: copies, updates of them, and newer versions of one address.

Two texts are held against each other passage by passage, so that an excerpt, a cut tail, a new headline
or reworded sentences leave a copy what it is. A number weighs more than any number of words: where one
stands in place of another, the later report is an update, however alike the rest.

Candidates share a key. Keys are made of pairs of neighbouring passages, each of them stood for by the
least of the hashes of its pairs of words (MinHash, Broder 1997, taken locally as in Schleimer, Wilkerson and
Aiken 2003, "Winnowing"), numbers left out. One passage that all pages of an outlet bear makes no key.
"""

import base64
import hashlib
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from urllib.parse import parse_qsl, urlencode, urlsplit

from reportedly.findings.alignment import SHORT, Alignment, align
from reportedly.findings.evidence import days_apart
from reportedly.findings.passages import Passage, passages_of
from reportedly.terms import Figure, Link, LinkKind, Reading, Report, Told, value_words
from reportedly.terms.moments import extent_of

#: Of a long report the keys after these passages are thinned to a quarter, so that they do not fill the ledger.
_LEAD = 12
_THINNED = 4
_SEEDS = (0x9E3779B1, 0x85EBCA6B)
#: The share of the shorter report's telling words that must stand in passages of both.
_COPIED = 0.55
#: Less is enough where so many of them stand there word for word: a long excerpt in a report that goes on to
#: something else. Other reports of one day on one market share 28 words and 0.37.
_EXCERPT, _EXCERPT_WORDS = 0.33, 40
#: The share of words that a newer version of a file has in common with the older one, at least.
_REWRITTEN = 0.3
#: Days within which a report is updated.
_UPDATED = 60
#: Parts of an address that tell where a visitor came from, and not what is read.
_TRACKING = re.compile(r"(?:utm_|mc_|at_)|(?:fbclid|gclid|cmpid|ocid|smid|ref|amp)$")


def order_of(reading: Reading) -> tuple[str, ...]:
    """What reports are put in order by: published (the unknown last), address, id."""
    report = reading.report
    return (report.published or "~", report.address, report.id)


def copy_keys(reading: Reading) -> tuple[str, ...]:
    """Keys, of which reports that may be copies, updates or versions share at least one.

    Stable strings of ten characters; some 60 of a report of 600 words. A text too short to tell has
    the key of its address, which its versions share, and one that only a text of the same words has.
    """
    report = reading.report
    body = [passage for passage in passages_of(report) if not passage.headline]
    keys = {f"a:{_short(address)}" for address in _addresses(report)}
    words = [token.form for passage in body for token in passage.tokens if not token.number]
    if len(words) >= SHORT // 2:
        keys.add("t:" + _short(" ".join(words)))
    return tuple(sorted(keys.union(_neighbour_keys(body))))


def compare_reports(earlier: Reading, later: Reading) -> Link | None:
    """What the later report is to the earlier one; null when neither repeats the other.

    Two reports of one public address are versions, whatever their words; of two files of one path some words must
    be the same, since "01.txt" is in many folders. The order of the two decides only which is named as the later.
    """
    one, other = earlier.report, later.report
    if one.id == other.id:
        return None
    alignment = align(earlier, later)
    same = _addresses(one) & _addresses(other)
    versions = any("://" in address for address in same) or (bool(same) and alignment.similarity >= _REWRITTEN)
    if not versions and not (_repeats(alignment) and _in_time(one, other, alignment)):
        return None
    kind: LinkKind = "version" if versions else "update" if alignment.change else "copy"
    return Link(
        report=other.id,
        other=one.id,
        kind=kind,
        similarity=round(alignment.similarity, 3),
        why=_why(alignment, versions=versions),
    )


def copied_figures(earlier: Reading, later: Reading) -> Mapping[str, str]:
    """Ids of figures of the later reading that stand, unchanged, in passages of the earlier one too.

    Each with the id of the figure that it repeats. What a copy adds of its own is not in it.
    """
    alignment = align(earlier, later)
    found: dict[str, str] = {}
    for i, j in alignment.pairs:
        held = _figures_in(earlier, alignment.one[i])
        for figure in _figures_in(later, alignment.other[j]):
            for candidate in held:
                if (
                    figure.id not in found
                    and candidate.id not in found.values()
                    and _same_figure(candidate, figure)
                ):
                    found[figure.id] = candidate.id
    return found


def find_copied(told: Sequence[Told]) -> Mapping[tuple[str, str], str]:
    """The report that a figure is copied from, by report and figure; the earliest of several.

    What a copy adds to the words of the other report is its own, and so is all of a report whose original is
    not among those given.
    """
    readings = {each.reading.report.id: each.reading for each in told}
    found: dict[tuple[str, str], str] = {}
    for each in told:
        others = [readings[link.other] for link in each.links if link.kind == "copy" and link.other in readings]
        for other in sorted(others, key=order_of):
            for figure in copied_figures(other, each.reading):
                found.setdefault((each.reading.report.id, figure), other.report.id)
    return found


def _figures_in(reading: Reading, passage: Passage) -> list[Figure]:
    start, end = passage.span
    return [figure for figure in reading.figures if start <= figure.start and figure.start < end]


def _same_figure(one: Figure, other: Figure) -> bool:
    units = [figure.unit.lemma if figure.unit else None for figure in (one, other)]
    return value_words(one) == value_words(other) and units[0] == units[1]


def _repeats(alignment: Alignment) -> bool:
    """Whether so much of one text is in the other that it cannot be chance, and of the same happening."""
    excerpt = alignment.similarity >= _EXCERPT and alignment.verbatim >= _EXCERPT_WORDS
    return (excerpt or alignment.similarity >= _COPIED) and not (alignment.change and alignment.other_names)


def _in_time(one: Report, other: Report, alignment: Alignment) -> bool:
    """Whether an update is near enough: an agency takes its old background up again after a year."""
    apart = days_apart(extent_of(one.published), extent_of(other.published))
    return alignment.change is None or apart is None or apart <= _UPDATED


def _why(alignment: Alignment, *, versions: bool) -> str:
    share = f"{alignment.similarity:.0%} of the shorter text's words stand in passages of both"
    lead = "the same address with other bytes; " if versions else ""
    if alignment.change is None:
        return f"{lead}{share} and no number is replaced by another"
    was, became = alignment.change
    return f"{lead}{share}, but where one has {was} the other has {became}"


def _addresses(report: Report) -> frozenset[str]:
    """The address as given and the public one, without what does not tell pages apart.

    Words that are no path ("text", "-") name no page.
    """
    given = (report.address, report.url)
    return frozenset(plain_address(written) for written in given if written and re.search(r"[./\\]", written))


def plain_address(written: str) -> str:
    """An address without scheme, "www.", fragment, marks of where the visitor came from, and end slash.

    >>> plain_address("https://www.example.org/a/?utm_source=x&p=1#top") == plain_address("http://example.org/a?p=1")
    True
    >>> plain_address("http://www.example.org/a/"), plain_address("reports/01.txt")
    ('web://example.org/a', 'reports/01.txt')
    """
    try:
        parts = urlsplit(written.strip())
    except ValueError:  # a bracket that closes no address of the net: taken as it stands
        return written.strip()
    if parts.scheme not in ("http", "https"):
        return written.strip()
    kept = [(key, value) for key, value in parse_qsl(parts.query) if not _TRACKING.match(key)]
    query = f"?{urlencode(kept)}" if kept else ""
    host = parts.netloc.lower().removeprefix("www.").removeprefix("m.").removeprefix("amp.")
    return f"web://{host}{parts.path.rstrip('/')}{query}"


def _neighbour_keys(body: Sequence[Passage]) -> Iterator[str]:
    """Keys of each passage with the next, and with the one after it, which bridge one that was reworded."""
    least = [[_least(passage, seed) for seed in _SEEDS] for passage in body]
    for place in range(len(body)):
        for number, (reach, seed) in enumerate(((1, 0), (1, 1), (2, 0))):
            if place + reach >= len(body):
                continue
            one, other = least[place][seed], least[place + reach][seed]
            if one is None or other is None:
                continue
            digest = hashlib.blake2b(f"{number} {one} {other}".encode(), digest_size=5).digest()
            if place < _LEAD or digest[0] % _THINNED == 0:
                yield "s:" + base64.b32encode(digest).decode().lower()


def _least(passage: Passage, seed: int) -> int | None:
    """The least of the hashes of a passage's pairs of telling words; null when it has none."""
    telling = [token.form for token in passage.tokens if token.form in passage.words]
    pairs = (zlib.crc32(f"{a} {b}".encode()) for a, b in pairwise(telling))
    return min((hashed * seed % 2**32 for hashed in pairs), default=None)


def _short(words: str) -> str:
    return (
        base64.b32encode(hashlib.blake2b(words.encode("utf-8", "surrogatepass"), digest_size=5).digest())
        .decode()
        .lower()
    )
