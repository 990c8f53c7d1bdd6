"""Reports grouped by happening, from two readings alone. Each test says what it protects."""

import random
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.findings import describe_story, same_story, story_keys
from reportedly.findings.evidence import cells_of, shared_traits, weight_of
from reportedly.findings.traits import traits_of
from reportedly.terms import Attributes, Event, Figure, Moment, Place, Reading, Speaker, Told, Unit
from tests.findings.made_figures import made_figure
from tests.findings.made_reports import made_reading

QUAKE = "A strong earthquake shook the coast before dawn and brought down hundreds of houses, officials said."
AFTER = "Rescue teams dug on by lamplight after the earthquake; schools stay shut, the government announced."
LATER = "Many families still sleep outdoors for fear of another earthquake, according to a local radio station."
FLOOD = "Rivers burst their banks after days of rain, and floods cut forty villages off from the road."
SHOTS = "Three suspects in the shooting fled by car; detectives asked for video recordings."
SHOOTING = "A gunman opened fire in a market on the south side of the city, police said."
RESCUE = "Crews went on searching through the night for those who had not been found, the mayor said."


def town(name: str, iso3: str = "CHL", **more: Any) -> Place:
    fields: dict[str, Any] = {"precision": "city", "exact": name, "spans": ((0, 3),), "name": name, "iso3": iso3}
    return Place(**(fields | more))


def counted(number: int, event: str, *places: Place, occurred: str | None = None) -> Figure:
    moment = Moment(exact="then", spans=((0, 4),), edtf=occurred, basis="written") if occurred else None
    words = Event(exact=event, spans=((0, 3),), lemma=event, type=event)
    return made_figure(number, name=f"f:{number}{event}", event=words, places=places, occurred=moment)


def report(
    text: str, published: str | None, *figures: Figure, speaker: str | None = None, at: str = "a"
) -> Reading:
    """A reading whose words stand anywhere: findings look at what they mean."""
    speakers = (Speaker(id="s:1", name=speaker, kind="person", named=True),) if speaker else ()
    held = made_reading(text, f"{at}-{published}.txt", published=published, speakers=speakers)
    start = held.report.text[:3]
    return _with(held, [_moved(figure, start) for figure in figures])


def _with(reading: Reading, figures: list[Figure]) -> Reading:
    return replace(reading, figures=tuple(figures))


def _moved(figure: Figure, start: str) -> Figure:
    """The figure with its words at the beginning of the text, whatever they are there."""
    places = tuple(replace(place, exact=start) for place in figure.places)
    event = replace(figure.event, exact=start) if figure.event else None
    moment = replace(figure.occurred, exact=start, spans=((0, 3),)) if figure.occurred else None
    return replace(figure, exact=start, spans=((0, 3),), places=places, event=event, occurred=moment)


def joined(one: Reading, other: Reading) -> bool:
    """Whether two readings are of one story; from both sides, and found by a key."""
    why = same_story(one, other)
    assert why == same_story(other, one)
    if why is not None:
        assert story_keys(one).meet(story_keys(other))
        assert story_keys(other).meet(story_keys(one))
    return why is not None


def test_a_quake_in_one_town_is_one_story_for_weeks() -> None:
    first = report(QUAKE, "2021-03-01", counted(40, "killed", town("Iquique")))
    later = report(LATER, "2021-03-15", counted(61, "killed", town("Iquique")))
    assert joined(first, later)
    assert "Iquique".lower() in (same_story(first, later) or "")


def test_what_lies_months_apart_is_joined_by_what_lies_between_alone() -> None:
    days = ("2021-03-01", "2021-03-20", "2021-04-08")
    texts = (QUAKE, AFTER, LATER)
    one, two, three = (
        report(text, day, counted(number, "killed", town("Iquique")))
        for text, day, number in zip(texts, days, (40, 51, 62), strict=True)
    )
    assert joined(one, two)
    assert joined(two, three)
    assert not joined(one, three)


def test_another_kind_of_happening_in_the_same_town_is_another_story() -> None:
    quake = report(QUAKE, "2021-03-01", counted(40, "killed", town("Iquique")))
    shooting = report(SHOOTING, "2021-03-01", counted(40, "killed", town("Iquique")))
    assert not joined(quake, shooting)


def test_shootings_of_one_city_are_told_apart_by_their_days() -> None:
    first, again, other = (
        report(text, day, counted(number, "killed", town("Springfield", "USA")))
        for text, day, number in ((SHOOTING, "2021-03-01", 3), (SHOTS, "2021-03-02", 4), (SHOTS, "2021-03-12", 6))
    )
    assert joined(first, again)
    assert not joined(first, other)


def test_the_same_kind_in_another_country_is_another_story() -> None:
    here = report(QUAKE, "2021-03-01", counted(40, "killed", town("Iquique")))
    there = report(AFTER, "2021-03-01", counted(40, "killed", town("Jumla", "NPL")))
    assert not joined(here, there)
    assert not joined(here, report(QUAKE, "2021-03-01", counted(55, "killed", town("Jumla", "NPL"))))


def test_a_suburb_and_its_city_are_one_place() -> None:
    city, near, far = (
        report(text, day, counted(4, "killed", town(name, lat=lat, lon=lon)))
        for text, day, name, lat, lon in (
            (SHOOTING, "2021-03-01", "Iquique", -20.21, -70.15),
            (SHOTS, "2021-03-02", "Alto Hospicio", -20.27, -70.10),
            (SHOTS, "2021-03-02", "Arica", -18.48, -70.32),
        )
    )
    close, distant = (shared_traits(traits_of(city), traits_of(other)) for other in (near, far))
    assert "neighbourhood" in close
    assert "neighbourhood" not in distant
    assert cells_of(traits_of(city)) & cells_of(traits_of(near))
    assert weight_of(close, traits_of(city), traits_of(near)) > weight_of(distant, traits_of(city), traits_of(far))


def test_a_report_without_a_date_needs_more_than_kind_and_town() -> None:
    dated = report(QUAKE, "2021-03-01", counted(40, "killed", town("Iquique")), speaker="Ana Silva")
    assert not joined(dated, report(AFTER, None, counted(50, "killed", town("Iquique"))))
    assert joined(dated, report(AFTER, None, counted(50, "killed", town("Iquique")), speaker="Ana Silva"))


def test_a_report_without_places_is_joined_by_speaker_and_counts() -> None:
    first = report(QUAKE, "2021-03-01", counted(832, "killed", town("Iquique")), speaker="Ana Maria Silva")
    later = report(RESCUE, "2021-03-03", counted(832, "killed"), counted(90, "missing"), speaker="Ana Silva")
    assert joined(first, later)


def test_a_round_up_does_not_draw_two_stories_together() -> None:
    quake = report(QUAKE, "2021-03-05", counted(40, "killed", town("Iquique")))
    flood = report(FLOOD, "2021-03-05", counted(90, "killed", town("Jumla", "NPL")))
    week = report(
        "The week in brief: an earthquake in Chile left thousands without homes. Floods hit Nepal once more.",
        "2021-03-06", counted(40, "killed", town("Iquique")), counted(90, "killed", town("Jumla", "NPL")),
    )  # fmt: skip
    assert not joined(quake, flood)
    assert not (joined(quake, week) and joined(flood, week))


def test_a_quake_of_another_year_that_is_recalled_is_not_joined() -> None:
    then = report(QUAKE, "2019-01-01", counted(2345, "killed", town("Arica")))
    recalled = counted(2345, "killed", town("Arica"), occurred="2019-01-01")
    now = report(AFTER, "2021-03-01", counted(40, "killed", town("Iquique")), recalled)
    undated = report(LATER, None, counted(2345, "killed", town("Arica")))
    assert not joined(then, now)
    assert not joined(now, undated)


def test_a_story_is_described_the_same_in_every_order() -> None:
    readings = [
        report(QUAKE, "2021-03-01", counted(40, "killed", town("Iquique"))),
        report(QUAKE, "2021-03-02", counted(45, "killed", town("Iquique"))),
        report(RESCUE, None, counted(45, "killed", town("Arica"))),
    ]
    told = [Told(reading=reading) for reading in readings]
    story = describe_story(told)
    assert story == describe_story(told[::-1])
    assert (story.happening, story.places[0], story.first, story.last) == (
        "quake", "Iquique", "2021-03-01", "2021-03-02",
    )  # fmt: skip
    assert story.label == "quake, Iquique, 2021-03-01"


_READINGS = st.builds(
    report,
    st.sampled_from((QUAKE, SHOOTING, RESCUE, "TOLL RISES IN IQUIQUE", "x 1 y")),
    st.sampled_from((None, "2021", "2021-03", "2021-03-01", "2021-03-12T10:00:00Z")),
    st.builds(
        counted,
        st.sampled_from((5, 40, 832, 2073, 5000)),
        st.sampled_from(("killed", "missing", "other")),
        st.sampled_from((town("Iquique"), town("Jumla", "NPL"), town("Chile", precision="country"))),
        occurred=st.sampled_from((None, "2021-03-01", "1998")),
    ),
    speaker=st.sampled_from((None, "Ana Silva", "Ana Maria Silva", "Tom Barry")),
    at=st.sampled_from("ab"),
)


@settings(max_examples=200)
@given(_READINGS, _READINGS)
def test_any_two_readings_are_judged_alike_from_both_sides(one: Reading, other: Reading) -> None:
    joined(one, other)


@given(st.lists(_READINGS, min_size=1, max_size=6), st.randoms())
def test_any_order_of_a_story_gives_one_description(readings: list[Reading], chance: random.Random) -> None:
    told = [Told(reading=reading) for reading in readings]
    assert describe_story(told) == describe_story(chance.sample(told, len(told)))


def test_a_storm_with_a_name_is_one_story_for_a_year() -> None:
    words = "The toll of hurricane Odile was put higher."
    first = report(words, "2021-03-01", counted(40, "killed"))
    later = report("A study counts more dead of Hurricane Odile.", "2021-11-20", counted(900, "killed"))
    other = report("A study counts more dead of Hurricane Mara.", "2021-11-20", counted(900, "killed"))
    assert joined(first, later)
    assert not joined(first, other)


def test_dead_and_hurt_of_one_town_are_one_story_where_no_word_tells_the_kind() -> None:
    def told(text: str, day: str, dead: int) -> Reading:
        place = town("Iquique")
        return report(text, day, counted(dead, "killed", place), counted(dead + 5, "injured", place))

    first = told(RESCUE, "2021-03-01", 12)
    words = "The mayor said that crews had found no one else in the night and that the search would end."
    assert joined(first, told(words, "2021-03-03", 31))
    assert not joined(first, told("Two lorries hit a bus on the coast road.", "2021-03-15", 31))


def test_those_of_one_people_who_fight_abroad_are_one_story_for_a_year() -> None:
    def told(day: str, number: int, nationality: str) -> Reading:
        held = counted(number, "joined", town("Syria", "SYR", precision="country"))
        attributes = Attributes(nationality=nationality)
        unit = Unit(exact="men", spans=((0, 3),), lemma="man", unit_class="people", attributes=attributes)
        reading = report(
            "Men who had left for Syria were named in Damascus. They went to Syria by way of Turkey.", day
        )
        start = reading.report.text[:3]
        return _with(reading, [replace(_moved(held, start), unit=replace(unit, exact=start))])

    assert joined(told("2015-02-03", 160, "TJK"), told("2015-11-30", 386, "TJK"))
    assert not joined(told("2015-02-03", 160, "TJK"), told("2015-11-30", 386, "FRA"))
