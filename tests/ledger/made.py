"""Readings made for tests, by hand and by hypothesis."""

import dataclasses
import random
import types
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from reportedly.terms import (
    Block,
    Claim,
    Coverage,
    Cue,
    Event,
    Figure,
    Given,
    Page,
    Produced,
    Reading,
    Report,
    Source,
    Span,
    Speaker,
    Unit,
    exact_at,
    report_id,
    sha256_hex,
    words_at,
    words_id,
)

PRODUCED = Produced(version="0.1.0", model="sha256:aa", rules="sha256:bb")
NEWER = Produced(version="0.2.0", model="sha256:cc", rules="sha256:bb")

MAYOR = "s:mayor"
TEXT = "The mayor said at least 61 people were missing.\nAn aid group put the bill at 2 million dollars."


def made_page(address: str = "a.txt", text: str = TEXT, **given: Any) -> Page:
    body = text.encode()
    return Page(address=address, body=body, media_type="text/plain", sha256=sha256_hex(body), given=Given(**given))


def made_reading(page: Page, produced: Produced = PRODUCED) -> Reading:
    """A claim with a figure, and a figure in the report's own voice."""
    text = page.body.decode()
    text_hash = sha256_hex(text)
    report = Report(
        id=report_id(page.address, page.sha256), address=page.address, url=page.given.url,
        outlet=page.given.outlet, headline=None, bylines=(), published=page.given.published,
        published_from="argument" if page.given.published else None, updated=None, language="en",
        retrieved_at=None, page_sha256=page.sha256, text_sha256=text_hash, text=text,
        blocks=(Block(kind="paragraph", start=0, end=len(text)),),
    )  # fmt: skip
    figure, claim = made_figure(text, text_hash), made_claim(text, text_hash)
    figure = dataclasses.replace(figure, claim=claim.id)
    money = dataclasses.replace(
        figure, id="f:money", exact=TEXT[77:94], spans=((77, 94),), stated=2000000, low=2000000,
        best=2000000, high=2000000, bound="exact", measure="money", currency="USD", unit=None, event=None,
        claim=None,
    )  # fmt: skip
    age = dataclasses.replace(money, id="f:age", measure="age", currency=None, stated=61, low=61, best=61, high=61)
    claim = dataclasses.replace(claim, figures=(figure.id,))
    coverage = Coverage(characters=len(text), read=len(text))
    speaker = Speaker(id=MAYOR, role="mayor", kind="person", mentions=((0, 9),))
    return Reading(
        produced=produced, report=report, claims=(claim,), figures=(figure, money, age), speakers=(speaker,),
        coverage=coverage,
    )  # fmt: skip


def made_figure(text: str, text_hash: str) -> Figure:
    unit, event = words_at(text, (27, 33)), words_at(text, (39, 46))
    return Figure(
        id=words_id("f", text_hash, [("figure", ((15, 26),))]), exact=text[15:26], spans=((15, 26),),
        stated=61, low=61, best=None, high=None, bound="at_least", measure="count",
        unit=Unit(exact=unit.exact, spans=unit.spans, lemma="person", unit_class="people"),
        event=Event(exact=event.exact, spans=event.spans, lemma="missing", type="missing"), confidence=0.9,
    )  # fmt: skip


def made_claim(text: str, text_hash: str) -> Claim:
    return Claim(
        id=words_id("c", text_hash, [("content", ((15, 46),))]),
        source=Source(exact=text[0:9], spans=((0, 9),), speaker=MAYOR),
        cue=Cue(exact=text[10:14], spans=((10, 14),), lemma="say", stance="neutral"),
        content=words_at(text, (15, 46)), mode="indirect", confidence=0.8,
    )  # fmt: skip


@st.composite
def any_reading(draw: st.DrawFn) -> tuple[Page, Reading]:
    """A page and any reading of it that the types allow, its words at their places.

    Hypothesis gives the text and a seed; the rest is grown from the types by the seed, which is a
    hundred times quicker than to have hypothesis draw every field.
    """
    text = draw(st.text(min_size=2, max_size=60))
    address = draw(st.text(min_size=1, max_size=20))
    grown = Grown(random.Random(draw(st.integers(0, 2**32))), text)
    page = made_page(address, text)
    report = dataclasses.replace(
        grown.term(Report), id=report_id(page.address, page.sha256), address=page.address,
        page_sha256=page.sha256, text=text, text_sha256=sha256_hex(text),
    )  # fmt: skip
    hints = get_type_hints(Reading)
    held = {name: grown.value(hint) for name, hint in hints.items() if name != "report"}
    return page, Reading(report=report, **held)


class Grown:
    """Terms grown from their types; all choices come from the one source of chance."""

    def __init__(self, chance: random.Random, text: str) -> None:
        self._chance = chance
        self._text = text

    def value(self, hint: Any) -> Any:
        """Any value of a type."""
        chance, origin, parts = self._chance, get_origin(hint), get_args(hint)
        if hint == tuple[Span, ...]:
            return self.spans()
        if dataclasses.is_dataclass(hint):
            return self.term(hint)
        if origin is Literal:
            return chance.choice(parts)
        if origin in (Union, types.UnionType):
            return self.value(chance.choice(parts))
        if origin is tuple:
            kinds = [parts[0]] * chance.randrange(3) if parts[-1] is Ellipsis else parts
            return tuple(self.value(kind) for kind in kinds)
        drawn: dict[Any, Any] = {
            str: "".join(chance.choices("a “é😀\n\x00\ud83d%'", k=chance.randrange(6))),
            bool: chance.random() < 0.5,
            int: chance.choice((0, -1, 7, 10**6, 2**70)),
            float: chance.choice((0.0, 0.1, -2.5, 1e300)),
            types.NoneType: None,
        }
        return drawn[hint]

    def term(self, kind: type) -> Any:
        """Any term of a kind: words at their places, bounds in order."""
        held = {name: self.value(hint) for name, hint in get_type_hints(kind).items()}
        if "spans" in held:
            held["exact"] = exact_at(self._text, held["spans"])
        if kind is Figure:
            known = sorted(n for n in (held["low"], held["best"], held["high"]) if n is not None)
            held["low"], held["best"], held["high"] = (*known, None, None, None)[:3]
        if kind is Speaker:
            held["mentions"] = self.spans()
        return kind(**held)

    def spans(self) -> tuple[Span, ...]:
        """One or two places of the text, in order."""
        length = len(self._text)
        edges = sorted(
            self._chance.sample(range(length + 1), 4 if length > 3 and self._chance.random() < 0.3 else 2)
        )
        return tuple(zip(edges[::2], edges[1::2], strict=True))
