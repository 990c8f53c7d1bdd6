"""A small made series: a ferry, its dead and who counted them."""

from reportedly.terms import Facet, Finding, Point, Pointer, Series


def pointer(number: int, exact: str = "at least 61", start: int = 10) -> Pointer:
    return Pointer(
        report=f"r:{number:020}", address=f"ferry/{number:02}.txt", figure=f"f:{number:020}",
        claim=f"c:{number:020}", spans=((start, start + len(exact)),), exact=exact,
    )  # fmt: skip


def point(number: int, at: str | None, speaker: str | None = "Harbour police", **changed: object) -> Point:
    held: dict[str, object] = {
        "pointer": pointer(number), "value": "61", "low": 61, "best": 61, "high": 61, "bound": "exact",
        "vague": None, "unit": "people", "scope": "total", "at": at, "at_basis": "said" if at else None,
        "said": at, "published": at, "outlet": f"Paper {number}", "speaker": speaker,
        "speaker_key": speaker, "origin": speaker or f"Paper {number}",
    }  # fmt: skip
    return Point(**held | changed)  # type: ignore[arg-type]


def at_least(number: int, at: str | None, low: int, speaker: str | None = "Harbour police") -> Point:
    return point(
        number, at, speaker, value=f"≥ {low}", low=low, best=None, high=None, bound="at_least",
        pointer=pointer(number, f"at least {low}"),
    )  # fmt: skip


def ferry() -> tuple[Series, tuple[Finding, ...]]:
    points = (
        at_least(1, "2024-03-05", 61),
        point(2, "2024-03-05", "The ministry", value="148", low=148, best=148, high=148,
              pointer=pointer(2, "148")),
        point(3, "2024-03-06", "Red Cross", value="~160", low=None, best=160, high=None, bound="about",
              pointer=pointer(3, "about 160")),
        point(4, "2024-03-07", value="150–170", low=150, best=None, high=170, bound="range",
              pointer=pointer(4, "150 to 170")),
        point(5, "2024-03-07", "A fisherman", value="≤ 300", low=None, best=None, high=300, bound="at_most",
              pointer=pointer(5, "up to 300")),
        at_least(6, "2024-03-08", 61, None),
        point(7, "2024-03-09", value="dozens", low=None, best=None, high=None, bound="vague", vague="dozens",
              pointer=pointer(7, "dozens")),
        point(8, None, value="170", low=170, best=170, high=170, pointer=pointer(8, "170")),
    )  # fmt: skip
    series = Series(
        id="q:1", label="people killed, ferry off Manado", facets=(Facet(name="event", value="killed"),),
        points=points, cumulative=True, reports=8, outlets=8, origins=4,
    )  # fmt: skip
    findings = (
        Finding(
            id="d:1", type="contradiction", from_place=points[0].pointer, to_place=points[1].pointer, series="q:1",
            why="Police said at least 61, the ministry 148 on the same day.", reason="dispute",
        ),
        Finding(
            id="d:2", type="lag", from_place=points[1].pointer, to_place=points[5].pointer, series="q:1",
            why="At least 61 was printed three days after 148 was out.",
        ),
    )  # fmt: skip
    return series, findings
