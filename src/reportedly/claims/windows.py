"""Windows of word pieces: the stretches of a text that go through the encoder together."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from reportedly.claims.sentences import Tokens

#: Word pieces in a window, its two special ones included. 256 was no better on PolNeAR dev.
WINDOW_PIECES = 192


@dataclass(frozen=True, slots=True)
class Window:
    """One stretch of words.

    ``words`` are indices into the tokens; ``pieces`` and ``shapes`` have one number per word
    piece, special ones included; ``first`` is the place of each word's first piece.
    """

    words: list[int] = field(default_factory=list)
    pieces: list[int] = field(default_factory=list)
    shapes: list[int] = field(default_factory=list)
    first: list[int] = field(default_factory=list)


def cut_windows(
    tokens: Tokens, pieces_of: Callable[[str], list[int]], cls: int, sep: int, limit: int = WINDOW_PIECES
) -> list[Window]:
    """Consecutive paragraphs packed into windows of at most ``limit`` pieces, ``sep`` between them.

    A paragraph too long for a window is cut between sentences, a sentence too long between words;
    a word of more pieces than fit keeps its first ones.
    """
    pieces = [pieces_of(form)[: limit - 2] for form in tokens.forms]
    windows: list[Window] = []
    for unit in _units(tokens, pieces, limit - 2):
        size = sum(len(pieces[i]) for i in unit) + 1
        if not windows or len(windows[-1].pieces) + size > limit:
            windows.append(Window(pieces=[cls], shapes=[0]))
        window = windows[-1]
        for i in unit:
            window.words.append(i)
            window.first.append(len(window.pieces))
            window.pieces.extend(pieces[i])
            window.shapes.extend([tokens.shapes[i]] * len(pieces[i]))
        window.pieces.append(sep)
        window.shapes.append(0)
    return windows


def _units(tokens: Tokens, pieces: list[list[int]], limit: int) -> Iterator[list[int]]:
    """Paragraphs, or runs of whole sentences of a long one, or runs of words of a long sentence."""
    for _, group in groupby(range(len(tokens)), key=tokens.paragraphs.__getitem__):
        paragraph = list(group)
        if sum(len(pieces[i]) for i in paragraph) <= limit:
            yield paragraph
            continue
        run: list[int] = []
        size = 0
        for _, sentence_group in groupby(paragraph, key=tokens.sentences.__getitem__):
            sentence = list(sentence_group)
            needed = sum(len(pieces[i]) for i in sentence)
            if run and size + needed > limit:
                yield run
                run, size = [], 0
            for i in sentence:
                if size + len(pieces[i]) > limit:
                    yield run
                    run, size = [], 0
                run.append(i)
                size += len(pieces[i])
        if run:
            yield run
