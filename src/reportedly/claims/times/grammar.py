"""The grammar of times: patterns over the letters of a sentence, each with what reads it."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from reportedly.claims.times.current import read_midyear, read_the_unit, read_year_end
from reportedly.claims.times.dates import (
    read_day,
    read_digits,
    read_iso,
    read_month,
    read_week_of,
    read_word_year,
    read_year,
)
from reportedly.claims.times.durations import (
    read_bare_earlier,
    read_duration,
    read_long,
    read_moment,
    read_reference,
    read_set,
    read_single,
    read_vague_duration,
)
from reportedly.claims.times.found import FoundTime, Scene
from reportedly.claims.times.holidays import read_good_friday, read_holiday, read_named_day
from reportedly.claims.times.mixed import read_mixed, read_quarter_century
from reportedly.claims.times.places_in import (
    read_ago_day,
    read_beyond,
    read_day_of_month,
    read_half_month,
    read_in_month,
    read_short_year,
)
from reportedly.claims.times.quarters import (
    read_century,
    read_decade,
    read_first_months,
    read_quarter,
    read_quarters,
    read_same_stretch,
    read_season,
    read_short_quarter,
    read_year_quarter,
)
from reportedly.claims.times.relative import (
    read_ago,
    read_neighbour,
    read_then,
    read_unit,
    read_year_ago,
)
from reportedly.claims.times.weekdays import (
    read_clock,
    read_dawn,
    read_near_day,
    read_overnight,
    read_part_of_day,
    read_weekday,
)

Reads = Callable[[re.Match[str], Scene], FoundTime | None]

#: "two", "a few", "twenty-five", "a couple of", "five and a half"
_NUMBER = r"(?:ha|ah-?(?=u)|h-?(?=u)|a?n|[nd#])(?:-?n|&n)*/?(?:-?&-?a-?h)?O?"
#: "about", "more than", "at least", "nearly"
_ABOUT = r"(?P<approx>(?:%~|i~|[~I])(?=[han#d])|)"
#: "early", "mid-", "the end of", "later in the", "the rest of"
_PART = r"(?:D?0O(?=[DTLXm])|D?(?P<f>[fb])(?:-|OD?|iD?)?)?"
_YEAR_AFTER = r"(?:O?,?(?P<y>Y)|,?O?(?P<dy>[LXTA])(?=u)u)?"
_OF_YEAR = r"(?:(?:O|iO?|,)?(?:(?P<y2>Y)|(?P<dy2>[LXTD])c?u))?"

#: Pattern and reader, the more telling first; at a place the longest match is tried first.
_TABLE: tuple[tuple[str, Reads], ...] = (
    (
        r"(?:(?P<wd>[wJ]),?)?(?:(?P<dir>[LXT])?(?P<m>m)-?D?(?P<d>[dRo])(?!-?[uUqh])(?:(?:2|-|,?&|,(?=[dR](?:,[dR])*,?&))(?P<d9>[dR])(?!O?m|-?[uU]))*"
        r"|D?(?P<d2>[dRo])(?:(?:2|-|&)D?(?P<d9b>[dR]))?-?O?(?P<m2>m))" + _YEAR_AFTER,
        read_day,
    ),
    (_PART + r"(?P<dir>D?[LXT])?(?P<m>m)" + _YEAR_AFTER, read_month),
    (_PART + r"(?:D?(?P<c>c)u?|D?u)?(?P<y>Y)(?:-(?P<y2>[d#]))?(?!-?[uU])", read_year),
    (r"D?A?(?P<c>c)?u?(?P<y>Y)[qG]", read_year_quarter),
    (r"(?:DA?|A)(?P<q>[qGhu])(?:i?D?(?P<dy>[LX])u|iD?u?(?P<y>Y)|au-?[gb])", read_same_stretch),
    (r"(?:(?P<c>c)u?|(?<=[imSFBOsh]))\.(?P<y>[d#])(?![%UuqQ])", read_short_year),
    (r"D?(?P<o>[oL])(?P<k>[uwe])[Oi](?P<dir>D?[LXT])?(?P<m>m)" + _YEAR_AFTER, read_in_month),
    (r"(?P<d2>d)-(?P<m2>m)-(?P<y>Y)", read_day),
    (r"D?(?P<d>[Ro])OD?(?P<dir>[LXT])(?P<u>u)", read_day_of_month),
    (r"D?(?P<o>[oL])(?P<k>h)O(?P<dir>D?[LXT])?(?P<m>m)" + _YEAR_AFTER, read_half_month),
    (r"/", read_digits),
    (r"Y-[d#]-[d#]", read_iso),
    (r"(?:(?P<h>H)(?:!|u|(?P<w>w))?|(?P<ny>7u'(?:u|!)))(?P<e>e)?(?:,?(?P<y>Y))?", read_holiday),
    (r"[.m]['.]?(?P<u>u)(?P<e>e)?(?:,?(?P<y>Y))?", read_named_day),
    (r"\.(?P<w>w)(?:,?(?P<y>Y))?", read_good_friday),
    (
        r"(?:f|b)?(?P<dir>D?(?:[LXT]|TL))?(?P<w>w)(?P<t>[tr])?(?:,?O?(?P<dy>[LXT])u)?",
        read_weekday,
    ),
    (r"(?P<f>f|b)?(?P<far>Du9)?(?P<j>j)(?P<t>t)?", read_near_day),
    (r"r", read_overnight),
    (r"(?:f-?|b)?(?P<dir>D?[LXTA])(?P<t>t)", read_part_of_day),
    (r"(?P<dir>)?(?:(?<=[iI])D|f-?D?)(?P<t>t)", read_part_of_day),
    (r"(?<=[iIB])(?P<t>t)", read_dawn),
    (
        r"(?:(?P<k>k)|(?P<c>C)(?P<p>p?)Z*|(?P<h>[d#n])(?:(?P<p2>p)Z*|iD(?P<t>t))|(?P<c2>[Y#](?=Z))Z+|(?<=i)(?P<c3>[Y#])U?)",
        read_clock,
    ),
    (_PART + r"(?P<dir>D?(?:[LXTAl]|T[LX]|AA))(?P<c>c?)(?P<u>[uqseG])", read_unit),
    (_PART + r"D(?P<c>c?)(?P<u>[uqe])", read_the_unit),
    (r"(?:Du)(?P<n>nn(?:-?n)?)", read_word_year),
    (r"D?(?P<u>u)(?:-|')?(?P<f>f)(?:,?O?(?P<y>Y))?", read_year_end),
    (r"(?P<f>f)-?(?P<u>u)(?:,?O?(?P<y>Y))?", read_year_end),
    (r"_(?:O?(?P<y>Y))?", read_midyear),
    (r"D(?P<u>u)(?P<b>9)(?P<dir>[LX])(?![uUwmqse])", read_beyond),
    (
        rf"(?P<number>{_NUMBER}|a)-?(?P<unit>[uU])(?:g(?:w|j|Tu)|(?P<from>F)[wj])", read_ago_day,
    ),
    (
        rf"(?P<number>{_NUMBER}|a)-?(?P<unit>[uU])(?:,|,?&)(?P<number2>{_NUMBER}|a)-?(?P<unit2>[uU])", read_mixed,
    ),
    (r"D?[LX]?a?q(?:-|Oa)?(?P<unit>u)", read_quarter_century),
    (
        _ABOUT + rf"(?:(?P<number>{_NUMBER}|a)(?:[2&-](?P<high>{_NUMBER}))?)%?-?(?P<unit>[uU])(?:&an?h)?"
        r"(?P<rel>g|b|9|FN|Fj)",
        read_ago,
    ),
    (r"D?(?P<u>u)O(?P<m>m)(?P<d>[dR])(?:,?(?P<y>Y))?", read_week_of),
    (r"(?:(?<=[iISBFO2&4Du])|(?<=s.)|f-?)(?P<n>nn(?:-?n)?)", read_word_year),
    (r"D(?P<u>u)(?P<b>[b9])", read_neighbour),
    (r"(?:D|a)?(?P<c>c)?(?P<u>u)-?[gb](?:c?o?-?(?P<q>[qG]))?", read_year_ago),
    (
        _PART + r"D?(?:(?P<dy>[LXT])u')?(?:(?P<y>Y)'?)?c?-?(?P<o>[oL])-?(?P<q>[qh])" + _OF_YEAR,
        read_quarter,
    ),
    (r"(?P<q>1)(?P<o>d)(?:O?(?P<y>Y)|O?(?P<dy>[LXT])u)?", read_short_quarter),
    (rf"D?(?P<o>[oL])(?P<number>{_NUMBER})(?P<unit>[UqQ])(?:O(?:(?P<y>Y)|(?P<dy>[LXTD])c?u))?",
     read_first_months),
    (_PART + r"D?(?P<s>s)(?:O?,?(?P<y>Y)(?:-[d#](?!-?[uU]))?|O?(?P<dy>[LXT])u)?", read_season),
    (_PART + r"D?(?P<n>n)?(?P<e>E)", read_decade),
    (_PART + r"D?(?P<o>[oR])-?(?P<u>u)", read_century),
    (
        _ABOUT + rf"D?(?P<dir>[LXlT])?(?P<number>{_NUMBER})(?:[2&-](?P<high>{_NUMBER}))?"
        r"[c%]?-?(?P<unit>[uUq])(?:&ah)?",
        read_duration,
    ),
    (_ABOUT + rf"D?(?P<dir>[LX])(?P<number>{_NUMBER})(?P<unit>Q)", read_duration),
    (_ABOUT + rf"D?o?(?P<number>{_NUMBER})(?:%(?P<unit>Q)|(?P<many>Q)(?!O))", read_quarters),
    (r"D?(?P<dir>[LXlT])(?P<unit>[UqQ])(?:&U)?", read_vague_duration),
    (r"(?<=[5iI])(?P<unit>U)", read_vague_duration),
    (r"(?P<unit>U)(?P<rel>[gb9])", read_vague_duration),
    (r"[a6](?P<unit>u)(?:&ah)?", read_single),
    (r"(?P<unit>[uUq])-y|K", read_long),
    (rf"v3?(?P<number>{_NUMBER}|o)?[uUqwmste]", read_set),
    (r"(?:x|V|wP|P|[wmst]P)", read_set),
    (r"N|(?:D\.?|(?<=i))z|Dl?L(?![uUndqwmsteo#])", read_reference),
    (r"(?<=i)[DT]M|5DM|(?<=[iI5])D\.M|(?<=[iI5])DyM", read_moment),
    (r"(?<![DaL])T(?=\.)|l(?=\.)", read_reference),
    (r"(?<=[SB])8", read_then),
    (r"b", read_bare_earlier),
)  # fmt: skip


#: Of these letters a reader's patterns hold at least one: most patterns need not be tried on most sentences.
_NEEDED: dict[Reads, str] = {
    read_day: "m",
    read_month: "m",
    read_week_of: "m",
    read_year: "Y",
    read_year_quarter: "Y",
    read_same_stretch: "qGhu",
    read_iso: "Y",
    read_digits: "/",
    read_holiday: "H7",
    read_named_day: "u",
    read_good_friday: "w",
    read_weekday: "w",
    read_near_day: "j",
    read_overnight: "r",
    read_part_of_day: "t",
    read_dawn: "t",
    read_clock: "kCpZtY#",
    read_unit: "uqseG",
    read_the_unit: "uqe",
    read_year_end: "u",
    read_ago: "uU",
    read_ago_day: "uU",
    read_beyond: "u",
    read_day_of_month: "u",
    read_half_month: "m",
    read_in_month: "m",
    read_midyear: "_",
    read_mixed: "uU",
    read_quarter_century: "q",
    read_short_year: "d#",
    read_word_year: "n",
    read_neighbour: "u",
    read_year_ago: "u",
    read_quarter: "qh",
    read_short_quarter: "1",
    read_first_months: "UqQ",
    read_quarters: "Q",
    read_season: "s",
    read_decade: "E",
    read_century: "u",
    read_duration: "uUqQ",
    read_vague_duration: "UqQ",
    read_single: "u",
    read_long: "yK",
    read_moment: "M",
    read_set: "vxVP",
    read_reference: "NzLTl",
    read_then: "8",
    read_bare_earlier: "b",
}


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[re.Pattern[str], Reads, frozenset[str]], ...]:
    return tuple((re.compile(pattern), reads, frozenset(_NEEDED[reads])) for pattern, reads in _TABLE)


def read_times(scene: Scene) -> Iterator[FoundTime]:
    """The expressions of a sentence, from left to right, none over another.

    Each is added to the scene's anchors before the next is read.
    """
    letters = scene.letters.letters
    present = frozenset(letters)
    matches = []
    for order, (pattern, reads, needed) in enumerate(_patterns()):
        if needed.isdisjoint(present):
            continue
        for match in pattern.finditer(letters):
            if match.end() > match.start():
                matches.append((match.start(), -match.end(), order, match, reads))
    matches.sort(key=lambda m: m[:3])
    reached = 0
    for start, _, _, match, reads in matches:
        if start < reached:
            continue
        try:
            found = reads(match, scene)
        except OverflowError:  # before the year 1 or after 9999: an expression without a value
            found = scene.time(match, None)
        if found is None:
            continue
        reached = match.end()
        if found.low is not None and found.kind != "set" and not found.aside:
            scene.anchors.add(found.low, spoken=scene.dates_saying(match.start()))
        yield found
