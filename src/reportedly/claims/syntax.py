"""What the tagger says of each word: part of speech, head and relation (Universal Dependencies)."""

from collections.abc import Iterator
from dataclasses import dataclass, field

ROOT = -1


@dataclass(frozen=True, slots=True)
class Syntax:
    """Columns of equal length, one entry per word of the tokens.

    ``heads`` are word indices, ``ROOT`` for the head of a sentence. Heads are the best one for
    each word by itself, so a walk upwards may meet a circle: use :meth:`path_up`.
    """

    pos: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    relations: list[str] = field(default_factory=list)
    children: list[list[int]] = field(default_factory=list)

    def path_up(self, word: int) -> Iterator[int]:
        """The heads above a word, nearest first, each at most once."""
        seen = {word}
        at = self.heads[word]
        while at != ROOT and at not in seen:
            yield at
            seen.add(at)
            at = self.heads[at]

    def has_nearer_subject(self, word: int) -> bool:
        """Whether a word is parsed as the subject of a verb that has another subject between the two.

        A verb has one subject; of two the farther one is a slip of the parse.
        """
        verb = self.heads[word]
        if verb <= word or not self.relations[word].startswith("nsubj"):
            return False
        return any(word < c < verb and self.relations[c].startswith("nsubj") for c in self.children[verb])

    def child(self, word: int, *relations: str) -> int | None:
        """The first child of a word with one of the relations."""
        return next((c for c in self.children[word] if self.relations[c] in relations), None)

    def below(self, word: int) -> list[int]:
        """The word and all that hangs from it, in order of the text."""
        found = {word}
        waiting = [word]
        while waiting:
            for child in self.children[waiting.pop()]:
                if child not in found:
                    found.add(child)
                    waiting.append(child)
        return sorted(found)


def link_children(heads: list[int]) -> list[list[int]]:
    """Children of each word, in order.

    >>> link_children([1, -1, 1])
    [[], [0, 2], []]
    """
    children: list[list[int]] = [[] for _ in heads]
    for word, head in enumerate(heads):
        if head != ROOT:
            children[head].append(word)
    return children
