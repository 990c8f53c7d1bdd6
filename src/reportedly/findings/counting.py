"""What a number counts: which happening to whom, all of them or an addition, told or to come."""

import re
from typing import Literal

from reportedly.findings.stated import Stated
from reportedly.findings.word_groups import event_groups, word_list, words_of
from reportedly.terms import Figure

#: ``total`` also where the words leave it open; ``part`` of a number that the report gives, for which nothing
#: else in the slot stands; ``new`` additions.
Extent = Literal["total", "new", "part"]
Mood = Literal["told", "forecast"]

#: Measures that say what is measured; what was done with it ("carried", "moved") is not compared.
_AMOUNTS = frozenset(["weight", "volume", "area", "distance", "temperature"])
#: Events of which the number itself is a guess as long as it lasts: "potentially unaccounted for".
_UNSURE = frozenset(["missing", "trapped", "buried"])
_HAS_BEEN = re.compile(r"\b(?:may|might|could|must)\s+(?:\w+\s+)?have\b")
_HAS_HAPPENED = re.compile(r"(?:had|have|has|was|were)\b")
_MAY = re.compile(r"\b(?:may|might|could|can|will|would|expected|likely|feared|set to)\b")
_VALUE_OF = re.compile(r"\b(?:toll|count|number|total)\b[^.;]{0,20}\b(?:of|at|to)\s+$")
#: The number is that of "the count" and no more is said of it: "the figure at 200", "the count until now was 64".
_VALUE = re.compile(
    r"\b(?:number|figure|count|toll|total|tally|estimate|crowd|turnout)\b\W+(?:\w+\W+){0,4}?(?:at|to|of|is|was|were)\W*$"
)
_FORECASTING = frozenset(["expect", "forecast", "predict", "project", "anticipate"])
_DEATHS = frozenset(["death", "fatality"])
_BODIES = frozenset(["body", "corpse", "remains"])
_DEAD = _BODIES | _DEATHS | {"victim", "dead"}
_RECORDED = (None, "found", "record", "report", "confirm", "count")
_COUNT_WORDS = frozenset(["count", "figure", "number", "tally", "total", "toll"])
_FURTHER = re.compile(r"\b(?:another|other|further|additional)\b")
_WENT = re.compile(r"\b(?:gone|went|left|leave|travel\w*|departed|moved|headed)\b.*\bto\b")
#: An addition, and then what it makes: "29 were pulled out, taking the number of survivors to 2,350".
_MAKES = re.compile(r"\b(?:br(?:ing|ought)|tak(?:e|ing)|took|rais|lift|push|driv)\w*\b[^.;]*\bto\s+$")
_UNNAMED = re.compile(r"(?:\s+\w+){0,4}?\s+(?:unidentified|unclaimed|not (?:yet )?(?:been )?identified)\b")
#: Those held at a moment, which goes down as people are let go, and not all who were ever arrested.
_HELD = re.compile(r"behind bars|in custody|in detention|in jail|in prison|\bheld\b|\bholding\b")
#: What the words right after a number say of it.
_PLAIN = re.compile(
    r"\W*(?:(?:are|were|is|was)\s+(?:now\s+|still\s+|also\s+)?(?P<fate>dead|missing|injured|wounded|homeless)\b"
    r"|(?:\w+\s+){0,2}?(?:are|were|lie|lay|remain|be)\s+(?:\w+\s+)?(?P<under>under|beneath)\b"
    r"|[^.;]{0,40}?\b(?P<aboard>aboard|on board|(?:been|were|was) on the (?:ship|boat|ferry|plane|bus|train))\b)"
)
_FATES = {
    "dead": "killed",
    "missing": "missing",
    "injured": "injured",
    "wounded": "injured",
    "homeless": "homeless",
}
#: "In all", "in total": the count that the story is about, where no word says which.
_IN_ALL = re.compile(r"^\W*(?:\w+\W+)?in (?:all|total)\b|\b(?:in (?:all|total)|altogether|overall),?\s+$")
#: How far back, in code points, an addition looks for the number it adds to.
_BACK = 300


def event_type(figure: Figure) -> str | None:
    """The event's type, or its lemma where the closed list has none for it.

    A verb of saying ("the 2,000 named by the centre") tells of no event.
    """
    if figure.event is None:
        return None
    if figure.event.type != "other":
        return figure.event.type
    return None if figure.event.lemma in word_list("saying_words") else figure.event.lemma


def event_of(stated: Stated) -> str | None:
    """The group of events that a figure counts; null where its words tell of none."""
    figure = stated.figure
    kind = event_type(figure)
    lemma = figure.unit.lemma if figure.unit else None
    if kind is None or kind not in event_groups():
        kind = _plainly(stated) or kind
    if lemma in _DEATHS and kind in _RECORDED:
        return "killed"
    if lemma == "case" and kind in _RECORDED:
        return "infected"
    if lemma in _BODIES and kind != "identified" and _UNNAMED.match(stated.after):
        return "unidentified"
    if kind == "found" and lemma in _DEAD:
        return "killed"
    if kind == "buried" and not _in_a_grave(stated):
        kind = "trapped"
    if kind == "fighting" and figure.unit is not None and figure.event is not None:
        kind = None if figure.unit.spans == figure.event.spans else kind  # "160 fighters" says who they are
    if kind == "fighting" and _went_to_fight(stated):
        kind = "joined"
    if kind == "missing" and "presumed dead" in stated.before + stated.after:
        return "killed"  # police give the missing as dead
    if kind == "arrested" and figure.event is not None and _HELD.search(figure.event.exact.casefold()):
        kind = "held"
    if _is_lent(stated) and (kind in _COUNT_WORDS or _VALUE.search(stated.lead) is not None):
        return None  # "the figure" of the sentence before, unless the number tells of another count
    if kind is None or (figure.measure in _AMOUNTS and kind not in event_groups()):
        return None
    group = event_groups().get(kind)
    return kind if group is None else group[0]


def tells_bodies(stated: Stated) -> bool:
    """Whether bodies that were found are counted as such, and not the dead by name of a toll."""
    figure = stated.figure
    lemma = figure.unit.lemma if figure.unit else None
    return lemma in _BODIES and figure.event is not None and figure.event.type in ("found", "killed")


def extent_of_count(stated: Stated, before: Stated | None, after: Stated | None) -> Extent:
    """Whether a figure is a total or an addition, from its words and its neighbours in the report."""
    figure = stated.figure
    if _is_amount_of_change(stated) or (after is not None and _makes(stated, after)):
        return "new"
    lemma = figure.unit.lemma if figure.unit else None
    if event_type(figure) == "found" and lemma in _DEAD - _DEATHS:
        return "new"  # a total of bodies found is read as a count of the dead, what is added as found
    if figure.scope != "new" or (before is not None and _other_count(stated, before)):
        return "total"
    return "new"


def mood_of(stated: Stated) -> Mood:
    """Whether the number is of what is to come; fears of what has happened are compared with what is told."""
    figure = stated.figure
    if _MAY.match(figure.exact.casefold()) is not None:
        return "forecast"  # the bound words themselves: "could be as high as 99"
    if figure.event is None or (_counted_before(stated) and not _MAY.search(stated.before)):
        return "told"  # "the toll of one was likely to grow": what may be is not the number
    cue = stated.claim.cue if stated.claim else None
    if cue is not None and (cue.lemma in _FORECASTING or (cue.lemma == "fear" and _of_a_toll(figure))):
        return "forecast"  # a toll that is feared is one that is to come; those feared dead are not
    if _HAS_HAPPENED.match(figure.event.exact.casefold()) and not _MAY.search(stated.before + stated.after):
        return "told"
    if figure.event.type in _UNSURE or figure.event.modality in ("asserted", "feared"):
        return "told"
    said = f"{figure.event.exact} {figure.exact}".casefold()
    if figure.event.modality == "possible" and (_HAS_BEEN.search(said) or _HAS_BEEN.search(stated.before[-60:])):
        return "told"
    return "forecast"


def tells_the_count(stated: Stated) -> bool:
    """Whether the words are "the count", "the official figure" and no more: the count told of before."""
    figure = stated.figure
    if figure.measure != "count" or not _is_lent(stated):
        return False
    return event_type(figure) in _COUNT_WORDS or _VALUE.search(stated.lead) is not None


def _is_lent(stated: Stated) -> bool:
    """Whether neither those counted nor what happened to them stands in the figure's own sentence."""
    figure = stated.figure
    if figure.unit is not None and not figure.unit.supplied:
        return False
    kind, event = event_type(figure), figure.event
    return kind is None or kind in _COUNT_WORDS or event is None or not stated.in_sentence(event.spans)


def tells_all(stated: Stated) -> bool:
    """Whether the words are "in all" and tell no event: "it counts 415 people in all"."""
    return _IN_ALL.search(stated.lead) is not None or _IN_ALL.match(stated.after) is not None


def _plainly(stated: Stated) -> str | None:
    """The event of words that follow a number at once, where none was read: "104 are dead", "212 on board"."""
    found = _PLAIN.match(stated.after) if stated.figure.measure == "count" else None
    if found is None:
        return None
    if found["fate"]:
        return _FATES[found["fate"]]
    return "aboard" if found["aboard"] else "trapped"


def _in_a_grave(stated: Stated) -> bool:
    """Whether the buried are dead who were laid to rest, and not people whom earth or ruins cover."""
    figure, event = stated.figure, stated.figure.event
    if event is None or event.modality in ("feared", "possible"):
        return False  # nobody is feared to have a grave
    after = stated.reading.report.text[event.end : event.end + 40].casefold().lstrip()
    under = words_of("trapped_words")
    if under.match(after) is not None or under.search(event.exact.casefold()) is not None:
        return False
    dead = figure.unit is not None and figure.unit.lemma in _DEAD
    return dead or words_of("grave_words").search(stated.before + stated.after) is not None or figure.unit is None


def _went_to_fight(stated: Stated) -> bool:
    """Whether people are told to have gone to fight, now or ever, and not to fight at this moment."""
    event, text = stated.figure.event, stated.reading.report.text
    return event is not None and _WENT.search(text[stated.figure.end : event.end].casefold()) is not None


def _of_a_toll(figure: Figure) -> bool:
    """Whether the event is told by the noun of a count."""
    return figure.event is not None and figure.event.lemma in _COUNT_WORDS


def _counted_before(stated: Stated) -> bool:
    """Whether the number is the value of a count named before it ("a death toll of one")."""
    event = stated.figure.event
    return event is not None and event.end <= stated.figure.start and _VALUE_OF.search(stated.before) is not None


def _other_count(stated: Stated, before: Stated) -> bool:
    """Whether "another 109 are missing" is said beside a number of something else, and so adds to nothing."""
    figure, other = stated.figure, before.figure
    if stated.report != before.report or figure.start - other.end > _BACK:
        return False
    words = stated.reading.report.text[max(0, figure.start - 12) : figure.end].casefold()
    return _FURTHER.search(words) is not None and event_type(figure) != event_type(other)


def _makes(stated: Stated, after: Stated) -> bool:
    """Whether the words say which total the number brings about."""
    if stated.report != after.report or stated.sentence != after.sentence:
        return False
    return event_of(stated) is not None and _MAKES.search(after.lead) is not None


def _is_amount_of_change(stated: Stated) -> bool:
    """Whether the number is by how much a count changed ("rose by 12 to 98")."""
    figure = stated.figure
    return any(
        m.kind == "difference" and m.difference == figure.stated and (m.figure != figure.id or m.to_value is None)
        for m in stated.reading.comparisons
        if stated.in_sentence(m.spans)
    )
