"""Claims inside claims, and quotations that run on."""

from functools import cache

import pytest

from reportedly.claims import Reader
from reportedly.claims.attribution import Attribution
from reportedly.claims.continuation import announce_quotations, join_quotations
from reportedly.claims.sentences import Tokens, split_tokens, tokens_of
from reportedly.claims.syntax import Syntax, link_children
from reportedly.reports import read_report
from reportedly.terms import Claim, Given, Page, Report, sha256_hex


@cache
def _reader() -> Reader:
    return Reader.load()


def _claims(text: str) -> tuple[Claim, ...]:
    body = text.encode()
    page = Page(
        address="a.txt", body=body, media_type="text/plain", sha256=sha256_hex(body), given=Given(language="en")
    )
    report = read_report(page)
    assert isinstance(report, Report)
    return _reader().read(report).claims


CHAINS = [
    # whom he told and when stand between, and what goes on after the outlet is his too
    ("Agency head Aditya Wibowo told reporters late on Saturday that 420 people had died in the city, the Kompas "
     "newspaper said.",
     [("the Kompas newspaper", "said"), ("Agency head Aditya Wibowo", "told")],
     "that 420 people had died in the city"),
    # text, (source, cue) from the outermost to the innermost, content of the innermost     # what the row protects
    ("The Anadolu agency quoted the interior minister as saying that 14 officers were killed on Monday.",
     [("The Anadolu agency", "quoted"), ("the interior minister", "as saying")],
     "that 14 officers were killed on Monday"),
    ("The state agency Anadolu quoted the minister as saying police believe that 40 militants crossed the border.",
     [("The state agency Anadolu", "quoted"), ("the minister", "as saying"), ("police", "believe")],
     "that 40 militants crossed the border"),  # three deep
    ("The broadcaster Al-Manar, citing a hospital official, said at least 12 people were killed in the strike.",
     [("The broadcaster Al-Manar", "said"), ("a hospital official", "citing")],
     "at least 12 people were killed in the strike"),
    ("Twelve people died in the crash, the newspaper said, citing police.",
     [("the newspaper", "said"), ("police", "citing")], "Twelve people died in the crash"),
    ("At least 31 people were wounded, the mayor said, according to the Interfax news agency.",
     [("the Interfax news agency", "according to"), ("the mayor", "said")], "At least 31 people were wounded"),
    ("Reuters reported that officials said 45 houses had burned down.",
     [("Reuters", "reported"), ("officials", "said")], "45 houses had burned down"),
    ("The minister was quoted by state television as saying that 300 homes had been destroyed.",
     [("state television", "was quoted by"), ("The minister", "as saying")], "that 300 homes had been destroyed"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "chain", "content"), CHAINS)
def test_a_chain_of_claims_is_read(text: str, chain: list[tuple[str, str]], content: str) -> None:
    claims = {claim.id: claim for claim in _claims(text)}
    inner = max(claims.values(), key=lambda c: _depth(c, claims))
    found = []
    step: Claim | None = inner
    while step is not None:
        assert step.source is not None and step.cue is not None
        found.insert(0, (step.source.exact, step.cue.exact))
        step = claims[step.via] if step.via else None
    assert found == chain
    assert inner.content.exact == content


def _depth(claim: Claim, claims: dict[str, Claim]) -> int:
    return 0 if claim.via is None else 1 + _depth(claims[claim.via], claims)


NO_CHAIN = [
    "The company closed 12 shops, citing competitive reasons.",  # a reason speaks to nobody
    "A survey found that 74 percent of voters said they were satisfied.",  # who answers a poll is counted
    "The minister told reporters that 12 people had died.",
]


@pytest.mark.parametrize("text", NO_CHAIN)
def test_nothing_is_nested_where_nobody_is_quoted(text: str) -> None:
    assert [claim.via for claim in _claims(text) if claim.via] == []


QUOTED = [
    # text, contents before, contents after (word ranges)                                   # what the row protects
    ("“We lost all we had here,” said Maria.\n“It was bad.”", ((0, 9),), ((0, 9),)),  # closed: nothing is proved
    ("“We lost all we had here.\n“It took 40 shops.”", ((0, 8),), ((0, 8), (8, 15))),  # open: the next one goes on
]


@pytest.mark.parametrize(("text", "before", "after"), QUOTED)
def test_a_quotation_goes_on_only_where_marks_prove_it(
    text: str, before: tuple[tuple[int, int], ...], after: tuple[tuple[int, int], ...]
) -> None:
    cuts, place = [], 0
    for paragraph in text.split("\n"):
        cuts.append((place, place + len(paragraph)))
        place += len(paragraph) + 1
    tokens = split_tokens(text, cuts)
    (found,) = join_quotations(tokens, [Attribution((len(tokens), len(tokens)), None, before)])
    assert found.contents == after


def test_a_quotation_over_paragraphs_is_one_claim() -> None:
    text = (
        "“We lost everything in the flood,” said Maria Lopez, a shopkeeper in the old town.\n\n"
        "“The water came up to here. It took my shop and 40 others.\n\n"
        "“Nobody warned us.”\n\nShe lives in a school now.\n"
    )
    (claim,) = [c for c in _claims(text) if c.mode == "direct"]
    assert "40 others" in claim.content.exact and "Nobody warned us" in claim.content.exact


ANNOUNCED = [
    (
        "The governor spoke of the flood on Monday. She said:\n\n“We lost 40 shops. Nobody warned us.”",
        "She",
        "said",
    ),
    ('The toll rose again. The statement reads:\n\n"We mourn 12 comrades."', "The statement", "reads"),
]


@pytest.mark.parametrize(("text", "source", "cue"), ANNOUNCED)
def test_a_quotation_below_its_announcement_is_a_claim(text: str, source: str, cue: str) -> None:
    (claim,) = [c for c in _claims(text) if c.mode == "direct"]
    assert claim.source is not None and claim.source.exact == source
    assert claim.cue is not None and claim.cue.exact.rstrip(":") == cue
    assert len(claim.figures) == 1


def _two_paragraphs(first: str, second: str) -> tuple[Tokens, Syntax]:
    cells = [cell.split("/") for cell in first.split()]
    words = second.split()
    tokens = tokens_of([(0, [cell[0] for cell in cells]), (1, words)])
    heads = [int(cell[2]) - 1 for cell in cells] + [-1] * len(words)
    pos, relations = [cell[1] for cell in cells] + ["NOUN"] * len(words), [cell[3] for cell in cells]
    return tokens, Syntax(pos, heads, [*relations, *["dep"] * len(words)], link_children(heads))


def test_an_announcement_without_an_attribution_makes_one() -> None:
    tokens, syntax = _two_paragraphs(
        "The/DET/2/det mayor/NOUN/3/nsubj wrote/VERB/0/root :/PUNCT/3/punct", "“ Go ”"
    )
    assert announce_quotations(tokens, syntax, []) == [Attribution((2, 3), (0, 2), ((4, 7),), 0.5)]
    held = Attribution((2, 3), (0, 2), ((4, 7),))
    assert announce_quotations(tokens, syntax, [held]) == [held]
    tokens, syntax = _two_paragraphs("The/DET/2/det towns/NOUN/3/nsubj are/AUX/0/root :/PUNCT/3/punct", "“ Go ”")
    assert announce_quotations(tokens, syntax, []) == []


def test_a_list_below_a_colon_is_no_quotation() -> None:
    assert not any(c.mode == "direct" for c in _claims("The towns hit are these:\n\n“Sun City” and “New Hope”."))
