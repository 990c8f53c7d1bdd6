"""Countries of those whose office is of a place: the mayor of Manado is of Indonesia."""

from collections.abc import Sequence
from dataclasses import replace

from reportedly.claims.places.group import is_of_office, place_of
from reportedly.claims.places.mention import Located
from reportedly.claims.sentences import Tokens
from reportedly.terms import Speaker


def supply_countries(
    tokens: Tokens, located: Sequence[Located], speakers: Sequence[Speaker]
) -> tuple[Speaker, ...]:
    """The speakers, those without a country with that of the place their office is of.

    Only where a mention of the speaker holds "mayor of", "governor of" and the like before the place, and the
    place's country can be told.
    """
    held = [
        (place_of(tokens, place), place.iso3)
        for place in located
        if place.iso3 is not None and place.mention.kind == "name" and is_of_office(tokens, place.mention.first)
    ]
    if not held:
        return tuple(speakers)
    return tuple(_with_country(speaker, held) for speaker in speakers)


def _with_country(speaker: Speaker, held: Sequence[tuple[tuple[int, int], str]]) -> Speaker:
    if speaker.country is not None or speaker.kind == "group":
        return speaker
    found = {iso3 for (a, b), iso3 in held if any(x <= a and b <= y for x, y in speaker.mentions)}
    return replace(speaker, country=found.pop()) if len(found) == 1 else speaker
