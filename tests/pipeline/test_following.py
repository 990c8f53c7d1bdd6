"""Following: the index is the same for every order and every cut, and goes on where it was broken off."""

import dataclasses
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.ledger import Ledger, append_reading, open_ledger, start_run
from reportedly.ledger.index import (
    FindingFilter,
    SeriesFilter,
    count_waiting,
    list_findings,
    list_series,
    list_stories,
    load_series,
)
from reportedly.pipeline import following
from reportedly.pipeline.drafting import check_reading
from reportedly.pipeline.following import Followed, follow_kept, follow_reports, rebuild_index
from reportedly.pipeline.grouping import find_in_reports
from reportedly.pipeline.keeping import keep_pages
from reportedly.pipeline.reading import read_page
from reportedly.terms import Given, Page, Pins, Produced, Reading, StoryKeys, Told, plain, sha256_hex
from tests.pipeline.fakes import PRODUCED, FakeReader, load_fake
from tests.pipeline.index_of import index_of
from tests.pipeline.made_rules import RULES

NEWER = Produced(version="0.2.0", model="sha256:fake", rules="sha256:fake")


def _page(address: str, text: str, day: int | None = 1, **said: object) -> Page:
    body = text.encode()
    published = None if day is None else f"2024-03-{day:02}"
    given_ = Given(**{"published": published, "outlet": f"Paper {address[0]}", **said})  # type: ignore[arg-type]
    return Page(address=address, body=body, media_type="text/plain", sha256=sha256_hex(body), given=given_)


def _read(page: Page, produced: Produced = PRODUCED) -> Reading:
    result = read_page(page, FakeReader(produced)).result
    assert isinstance(result, Reading)
    return result


def _keep(ledger: Ledger, pages: Iterable[Page], produced: Produced = PRODUCED) -> None:
    run = start_run(ledger, produced)
    for page in pages:
        append_reading(ledger, page, _read(page, produced), run)


def _follow(ledger: Ledger, every: int = 400) -> Followed:
    done = list(follow_reports(ledger, every=every, rules=RULES))
    return done[-1] if done else Followed()


FERRY = (
    _page("a.txt", "In MANADO a ferry sank. Police said 61 people drowned.", 1),
    _page("b.txt", "In MANADO a ferry sank. Police said 148 people drowned.", 2),
    _page("c.txt", "In MANADO a ferry sank. Police said 148 people drowned.", 3),
    _page("d.txt", "Off TERNATE and MANADO rescue went on. Navy said 12 boats searched.", 3),
    _page("e.txt", "In TERNATE a school burned. Officials said 9 people died.", 4),
    _page("f.txt", "In LIMA nothing of the kind happened. Officials said 5 people died.", 4),
)


def test_reports_of_one_happening_are_one_story_with_its_series_and_findings(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "l.sqlite", create=True) as ledger:
        _keep(ledger, FERRY)
        done = _follow(ledger)
        assert done == Followed(reports=6, stories=2, series=3, findings=2)
        assert [(row.label, row.reports) for row in list_stories(ledger)] == [("Manado Ternate", 5), ("Lima", 1)]
        people = next(list_series(ledger, SeriesFilter(words="people manado")))
        assert (people.figures, people.reports, people.origins) == (4, 4, 2)
        assert (people.newest, people.revision, people.revised_at) == ("9", "148 → 9", "2024-03-04")
        points = load_series(ledger, people.series_id).points
        assert [point.copy_of is not None for point in points] == [False, False, True, False]
        assert [row.finding.why for row in list_findings(ledger, FindingFilter(series=people.series_id))] == [
            "61, then 148",
            "148, then 9",
        ]
        assert count_waiting(ledger) == 0


def test_a_report_that_links_two_stories_makes_them_one(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "l.sqlite", create=True) as ledger:
        _keep(ledger, (FERRY[0], FERRY[4]))
        _follow(ledger)
        assert [row.reports for row in list_stories(ledger)] == [1, 1]
        _keep(ledger, (FERRY[3],))
        assert _follow(ledger).stories == 1
        assert [row.reports for row in list_stories(ledger)] == [3]


def test_a_story_that_a_new_report_does_not_join_is_not_found_anew(tmp_path: Path) -> None:
    apart = dataclasses.replace(RULES, same_story=lambda one, other: None)
    with open_ledger(tmp_path / "l.sqlite", create=True) as ledger:
        _keep(ledger, FERRY[:2])
        list(follow_reports(ledger, rules=RULES))
        _keep(ledger, (FERRY[3],))  # shares a key with the story of the ferry
        assert list(follow_reports(ledger, rules=apart)) == [Followed(reports=1, stories=1, series=1)]
        assert sorted(row.reports for row in list_stories(ledger)) == [1, 2]


def test_a_draft_finds_by_what_it_seeks_and_not_by_what_it_would_keep(tmp_path: Path) -> None:
    def keys(reading: Reading) -> StoryKeys:
        held = RULES.story_keys(reading).kept
        return StoryKeys(kept=held if reading.report.published else frozenset(), sought=held)

    undated = _read(_page("draft.txt", "Off MANADO a boat turned over. Police said 4 people drowned.", day=None))
    with open_ledger(tmp_path / "l.sqlite", create=True) as ledger:
        _keep(ledger, FERRY[:2])
        _follow(ledger)
        assert check_reading(ledger, undated, rules=dataclasses.replace(RULES, story_keys=keys)).reports == 2


_TEXTS = st.builds(
    lambda places, what, who, number, unit: f"{' and '.join(places)}: {what}. {who} said {number} {unit} died.",
    st.lists(st.sampled_from(["MANADO", "TERNATE", "LIMA", "QUITO", "PALU"]), max_size=2, unique=True),
    st.sampled_from(["a ferry sank", "a house fell"]),
    st.sampled_from(["Police", "Navy"]),
    st.integers(1, 4),
    st.sampled_from(["people", "goats"]),
)
_PAGES = st.lists(
    st.tuples(_TEXTS, st.integers(1, 3) | st.none()), min_size=1, max_size=9, unique_by=lambda made: made[0]
)


def _pages(made: Sequence[tuple[str, int | None]]) -> list[Page]:
    return [_page(f"{n}.txt", text, day) for n, (text, day) in enumerate(made)]


@settings(max_examples=60, deadline=None)
@given(_PAGES, st.data())
def test_any_order_and_any_cuts_give_the_same_index(
    tmp_path_factory: pytest.TempPathFactory, made: list[tuple[str, int | None]], data: st.DataObject
) -> None:
    pages = _pages(made)
    folder = tmp_path_factory.mktemp("l")
    with open_ledger(folder / "one.sqlite", create=True) as one:
        _keep(one, pages)
        _follow(one)
        wanted = index_of(one, "ferry", "manado")
    with open_ledger(folder / "other.sqlite", create=True) as other:
        for page in data.draw(st.permutations(pages)):
            _keep(other, [page])
            if data.draw(st.booleans()):
                _follow(other, every=data.draw(st.integers(1, 4)))
        _follow(other, every=data.draw(st.integers(1, 4)))
        assert index_of(other, "ferry", "manado") == wanted
        list(rebuild_index(other, every=data.draw(st.integers(1, 4)), rules=RULES))
        assert index_of(other, "ferry", "manado") == wanted


@settings(max_examples=40, deadline=None)
@given(_PAGES, st.data())
def test_the_index_holds_what_the_readings_alone_give(
    tmp_path_factory: pytest.TempPathFactory, made: list[tuple[str, int | None]], data: st.DataObject
) -> None:
    pages = _pages(made)
    names = [_read(page).report.id for page in pages]
    pairs = st.lists(st.tuples(st.sampled_from(names), st.sampled_from(names)), max_size=2)
    different = pairs.map(lambda held: frozenset(pair for pair in held if pair[0] != pair[1]))
    pins = Pins(stories_joined=data.draw(different), stories_parted=data.draw(different))
    path = tmp_path_factory.mktemp("l") / "l.sqlite"
    with pytest.MonkeyPatch.context() as patched, open_ledger(path, create=True) as ledger:
        patched.setattr(following, "load_pins", lambda _: pins)
        for page in pages:
            _keep(ledger, [page])
            if data.draw(st.booleans()):
                _follow(ledger, every=data.draw(st.integers(1, 4)))
        _follow(ledger, every=data.draw(st.integers(1, 4)))
        held = index_of(ledger)
    told = data.draw(st.permutations([Told(reading=_read(page)) for page in pages]))
    found = list(find_in_reports(told, pins, RULES))
    assert held["series"] == sorted(str(plain(series)) for _, each in found for series in each.series)
    assert held["findings"] == sorted(str(plain(finding)) for _, each in found for finding in each.findings)
    members = sorted((story.id, name, at) for story, _ in found for at, name in enumerate(story.reports))
    assert [row[:3] for row in held["members"]] == members


def test_a_report_read_again_is_followed_by_its_newer_reading(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "l.sqlite", create=True) as ledger:
        _keep(ledger, FERRY)
        _follow(ledger)
        before = index_of(ledger, "rescue")
        _keep(ledger, [FERRY[3]], NEWER)
        _follow(ledger)
        after = index_of(ledger, "rescue")
    assert before["series"] == after["series"]
    assert [row[3] for row in after["members"]].count("0.2.0") == 1
    assert before["searched"] == after["searched"]


def test_a_story_falls_apart_when_what_held_it_together_is_read_otherwise(tmp_path: Path) -> None:
    apart = dataclasses.replace(RULES, same_story=_same_in_first_version)
    with open_ledger(tmp_path / "l.sqlite", create=True) as ledger:
        _keep(ledger, FERRY)
        list(follow_reports(ledger, rules=apart))
        assert [row.reports for row in list_stories(ledger)] == [5, 1]
        _keep(ledger, [FERRY[3]], NEWER)
        list(follow_reports(ledger, rules=apart))
        assert [row.reports for row in list_stories(ledger)] == [3, 1, 1, 1]


def _same_in_first_version(one: Reading, other: Reading) -> str | None:
    older = one.produced == other.produced == PRODUCED
    return RULES.same_story(one, other) if older else None


def test_when_a_finding_was_first_made_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    times = iter(f"2024-03-0{n}T00:00:00Z" for n in range(1, 9))
    monkeypatch.setattr("reportedly.ledger.index.replace.now", lambda: next(times))
    with open_ledger(tmp_path / "l.sqlite", create=True) as ledger:
        _keep(ledger, FERRY[:2])
        _follow(ledger)
        _keep(ledger, FERRY[2:])
        _follow(ledger)
        list(rebuild_index(ledger, rules=RULES))
        made = {row.finding.why: row.recorded_at for row in list_findings(ledger, FindingFilter())}
    assert made["61, then 148"] == "2024-03-01T00:00:00Z"
    assert made["148, then 9"] == "2024-03-02T00:00:00Z"


@pytest.mark.parametrize("step", ["keep_keys", "keep_links", "replace_stories"])
@pytest.mark.parametrize("calls", [0, 1, 2])
def test_broken_off_anywhere_it_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, calls: int
) -> None:
    with open_ledger(tmp_path / "whole.sqlite", create=True) as whole:
        _keep(whole, FERRY)
        _follow(whole)
        wanted = index_of(whole, "ferry")
    with open_ledger(tmp_path / "broken.sqlite", create=True) as ledger:
        _keep(ledger, FERRY)
        real, left = getattr(following, step), [calls]

        def die(*words: object) -> object:
            if not left[0]:
                raise KeyboardInterrupt
            left[0] -= 1
            return real(*words)

        monkeypatch.setattr(following, step, die)
        with pytest.raises(KeyboardInterrupt):
            _follow(ledger, every=2)
        monkeypatch.undo()
        assert count_waiting(ledger)
        _follow(ledger, every=3)
        assert index_of(ledger, "ferry") == wanted


def test_two_that_follow_at_once_lose_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "l.sqlite"
    with open_ledger(tmp_path / "alone.sqlite", create=True) as alone:
        _keep(alone, FERRY)
        _follow(alone)
        wanted = index_of(alone)
    with open_ledger(path, create=True) as ledger, open_ledger(path) as other:
        _keep(ledger, FERRY[:3])
        real, met = following.replace_stories, []

        def meet(*words: object) -> object:
            """In the moment before the first writes, the second does all of its own work."""
            if not met:
                met.append(True)
                _keep(other, FERRY[3:])
                _follow(other)
            return real(*words)  # type: ignore[arg-type]

        monkeypatch.setattr(following, "replace_stories", meet)
        _follow(ledger)
        assert count_waiting(ledger) == 0
        assert index_of(ledger) == wanted


def test_restricted_reports_are_seen_only_by_those_who_ask(tmp_path: Path) -> None:
    pages = (*FERRY[:2], _page("s.txt", "From MANADO. Police said 150 people drowned.", 5, restricted=True))
    with open_ledger(tmp_path / "l.sqlite", create=True) as ledger:
        _keep(ledger, pages)
        _follow(ledger)
        seen = next(list_series(ledger, SeriesFilter()))
        asked = next(list_series(ledger, SeriesFilter(include_restricted=True)))
        assert (seen.newest, seen.reports, seen.revision) == ("148", 2, "61 → 148")
        assert (asked.newest, asked.reports, asked.revision) == ("150", 3, "148 → 150")
        assert len(load_series(ledger, seen.series_id).points) == 2
        assert load_series(ledger, seen.series_id, include_restricted=True).reports == 3
        assert [row.finding.why for row in list_findings(ledger, FindingFilter())] == ["61, then 148"]
        assert [row.reports for row in list_stories(ledger)] == [2]


def test_reading_and_following_go_together(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "l.sqlite", create=True) as ledger:
        kept = keep_pages(ledger, FERRY, load=load_fake, produced=lambda: PRODUCED)
        done = list(follow_kept(ledger, kept, every=2, rules=RULES))
        followed = [each for each in done if isinstance(each, Followed)]
        assert [each.reports for each in followed] == [2, 2, 2]
        assert len(done) == 9
        assert count_waiting(ledger) == 0
