"""The text of a report cut into passages that can be held against those of another report.

Left out is what belongs to the agency or the outlet and not to what is told: datelines, "(AFP)",
"Reporting by …", "All rights reserved" (``lexicons/boilerplate.tsv``), furniture and notices. Words are
folded, numbers brought into one form (:mod:`reportedly.findings.numerals`).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from reportedly.findings.agencies import alias_pattern
from reportedly.findings.lexicon import lexicon_rows
from reportedly.findings.numerals import number_words, scale_words, vague_words, words_value
from reportedly.terms import READ_KINDS, Block, Report, Span

#: A passage of fewer words goes together with the next: "He agreed." tells nothing by itself.
_FEWEST_WORDS = 6
#: A sentence ends at a stop before a capital or an opening mark; "U.S. Army" and "Mr. Ruiz" do not end one.
_ENDS = re.compile(
    r"(?<![A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})[.!?…]+[\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9])|\n+"
)
#: Digits in groups of three with their decimals; a space parts groups where it hardly can part two numbers.
_TOKEN = re.compile(
    r"\d{1,3}(?:(?:,\d{3})+(?:\.\d+)?|(?:\.\d{3})+(?:,\d+)?|(?:[’'\u00a0\u202f]\d{3})+(?:[.,]\d+)?)(?!\d)"
    r"|(?:\d{1,2} \d{3}|\d{3} \d\d0)(?: \d{3})*(?:[.,]\d+)?(?![\w.])"
    r"|\d+(?:[.,]\d+)?|[^\W\d_]+(?:['’][^\W\d_]+)*"
)
#: Words that say little of what a sentence is about. "said" and "told" stand in every report.
_LIGHT = frozenset(
    (
        "a an the this that these those it its he she they them his her their him i we you our my your me "
        "us who whom which what when where while and or but nor so yet if as than then of in on at by for "
        "from to with without into onto over under about after before between during against near up down "
        "out off is are was were be been being am do does did has have had having will would can could "
        "may might shall should must not no also there here say says said told tell added according s t"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a number at its place: half-open, in code points.

    ``form`` is what it is compared by; ``number`` tells whether it is a number, ``name`` whether it is written
    with a capital.
    """

    form: str
    start: int
    end: int
    number: bool = False
    name: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, or a few short ones: its tokens, and the forms of those that tell something.

    ``words`` holds no numbers; ``numbers`` are the forms of its numbers in order.
    """

    tokens: tuple[Token, ...]
    words: frozenset[str]
    numbers: tuple[str, ...]
    headline: bool

    @property
    def span(self) -> Span:
        """From its first token to its last."""
        return self.tokens[0].start, self.tokens[-1].end


def passages_of(report: Report) -> tuple[Passage, ...]:
    """The passages of a report in order, its headline among them."""
    return _passages(report.text, report.blocks)


@lru_cache(maxsize=1024)  # a story's reports are each held against several others
def _passages(text: str, blocks: tuple[Block, ...]) -> tuple[Passage, ...]:
    found: list[Passage] = []
    for block in blocks:
        if block.kind in READ_KINDS:
            found += _join(tuple(_sentences(text, block)), block.kind == "headline")
    return tuple(found)


def _sentences(text: str, block: Block) -> Iterator[tuple[Token, ...]]:
    start = block.start
    dateline = _dateline().match(text, start, block.end)
    if dateline is not None:
        start = dateline.end()
    ends = [found.end() for found in _ENDS.finditer(text, start, block.end)]
    for end in (*ends, block.end):
        if not _boilerplate().search(text[start:end]):
            tokens = tuple(_tokens(text, start, end))
            if tokens:
                yield tokens
        start = end


def _join(sentences: Sequence[tuple[Token, ...]], headline: bool) -> Iterator[Passage]:
    held: tuple[Token, ...] = ()
    for tokens in sentences:
        held += tokens
        if len(held) >= _FEWEST_WORDS:
            yield _passage(held, headline)
            held = ()
    if held:
        yield _passage(held, headline)


def _passage(tokens: tuple[Token, ...], headline: bool) -> Passage:
    words = frozenset(token.form for token in tokens if not token.number and token.form not in _LIGHT)
    return Passage(tokens, words, tuple(token.form for token in tokens if token.number), headline)


def _tokens(text: str, start: int, end: int) -> Iterator[Token]:
    run: list[re.Match[str]] = []
    for found in _TOKEN.finditer(text, start, end):
        word = found[0].casefold()
        if run and _continues(run, found, text):
            run.append(found)
            continue
        yield from _number(run)
        run = []
        if word[0].isdigit() or (word in number_words() and word not in scale_words()):
            run = [found]
        elif word in vague_words():
            yield Token(word, found.start(), found.end(), number=True)
        else:
            yield Token(_fold(word), found.start(), found.end(), name=found[0][0].isupper())
    yield from _number(run)


def _continues(run: Sequence[re.Match[str]], found: re.Match[str], text: str) -> bool:
    """Whether a word goes on with the number before it: "1.2 million", "5bn", "two hundred and six"."""
    word, last = found[0].casefold(), run[-1][0].casefold()
    between = text[run[-1].end() : found.start()]
    if word in scale_words():
        return between == "" if len(word) <= 2 else between in (" ", "-", "\u00a0")
    if between not in (" ", "-") or word[0].isdigit() or word not in number_words():
        return False
    tens = last in number_words() and 20 <= number_words()[last] < 100 and number_words()[word] < 10
    return tens or last in scale_words()


def _number(run: Sequence[re.Match[str]]) -> Iterator[Token]:
    if run:
        value = words_value(tuple(found[0].casefold() for found in run))
        yield Token(str(value), run[0].start(), run[-1].end(), number=True)


@lru_cache(maxsize=50_000)
def _fold(word: str) -> str:
    return word.replace("’", "'").removesuffix("'s")


@cache
def _dateline() -> re.Pattern[str]:
    """ "JAKARTA, Sept 30 (AFP) -", "PALU (Reuters) —", "(AP)" and "Reuters -" at the beginning of a block."""
    return re.compile(
        rf"\s*(?:[^\n()]{{0,60}}\((?:[^\n()]{{0,30}}\b)?(?:{alias_pattern()})\b[^\n()]{{0,30}}\)\s*[-–—:]*"
        rf"|(?:{alias_pattern()})\s*[-–—:]+)\s*"
    )


@cache
def _boilerplate() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern, _ in lexicon_rows("boilerplate", 2)), re.IGNORECASE)
