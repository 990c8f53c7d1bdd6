"""Everything that is trained on, cut into windows, in an order that is always the same."""

import re
from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer

from evaluation.times import is_held_back, load_timeml
from reportedly.claims.sentences import split_tokens
from reportedly.claims.windows import cut_windows
from training.batches import pieces_with
from training.measure import DevArticle, dev_articles
from training.prepare import IGNORED, Example, attribution_examples, syntax_examples, treebank_labels

TREEBANKS = ("gum", "ewt")
#: Only one treebank has names.
NAMED = "gum"

_PARAGRAPH = re.compile(r"\S(?:[^\n]|\n(?!\s*\n))*")


@dataclass(frozen=True, slots=True)
class Source:
    """Where the training sets lie, and the words of the encoder."""

    data: Path
    tokenizer: Tokenizer

    @classmethod
    def open(cls, data: Path, base: Path) -> "Source":
        """The sets of ``data`` read with the tokenizer of the base model."""
        tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
        tokenizer.no_padding()
        tokenizer.no_truncation()
        return cls(data, tokenizer)

    @property
    def special(self) -> tuple[int, int]:
        """Numbers of the pieces that begin a window and part its paragraphs."""
        return self.tokenizer.token_to_id("[CLS]") or 0, self.tokenizer.token_to_id("[SEP]") or 0

    def labels(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Parts of speech and relations of the treebanks."""
        return treebank_labels([self.data / "ud" / part / "train.conllu" for part in TREEBANKS])


@dataclass(frozen=True, slots=True)
class Corpora:
    """Training windows. ``attribution`` holds the same windows once per epoch, annotators in turn."""

    attribution: list[list[Example]]
    syntax: list[Example]
    plain: list[Example]

    @property
    def taught(self) -> list[Example]:
        """The windows that the teacher reads, each once, in the order of their words' rows."""
        return [e for e in (*self.attribution[0], *self.syntax, *self.plain) if e.row is not None]


def load_corpora(source: Source, epochs: int) -> Corpora:
    """PolNeAR train, the treebanks' train parts and news without annotation.

    All but EWT, which is web text and the least like news, is read by the teacher too.
    """
    pieces_of = pieces_with(source.tokenizer)
    labels = source.labels()
    corpora = Corpora(
        [
            attribution_examples(source.data / "polnear/train", pieces_of, *source.special, annotator)
            for annotator in range(epochs)
        ],
        [
            example
            for part in TREEBANKS
            for example in syntax_examples(
                source.data / "ud" / part / "train.conllu", labels, pieces_of, *source.special, named=part == NAMED
            )
        ],
        _plain_examples(source),
    )
    named = [e for e in corpora.syntax if e.names and e.names[0] != IGNORED]
    row = 0
    for same in (*zip(*corpora.attribution, strict=True), *((e,) for e in (*named, *corpora.plain))):
        for example in same:
            example.row = row
        row += len(same[0].sentences)
    return corpora


def _plain_examples(source: Source) -> list[Example]:
    """Windows of TimeML's news texts, without those that the program's figures or times are held to."""
    measured = {path.stem for path in (source.data / "figures/text").glob("*.txt")}
    pieces_of = pieces_with(source.tokenizer)
    examples = []
    for name, gold in load_timeml(source.data / "timeml"):
        if is_held_back(name) or gold.text.name in measured:
            continue
        tokens = split_tokens(gold.text.body, [m.span() for m in _PARAGRAPH.finditer(gold.text.body)])
        examples += [
            Example(w, [tokens.sentences[i] for i in w.words], [tokens.paragraphs[i] for i in w.words])
            for w in cut_windows(tokens, pieces_of, *source.special)
        ]
    return examples


def load_dev(source: Source) -> tuple[list[DevArticle], dict[str, list[Example]]]:
    """PolNeAR dev and the treebanks' dev parts."""
    pieces_of = pieces_with(source.tokenizer)
    labels = source.labels()
    return dev_articles(source.data / "polnear/dev", pieces_of, *source.special), {
        part: syntax_examples(
            source.data / "ud" / part / "dev.conllu", labels, pieces_of, *source.special, named=part == NAMED
        )
        for part in TREEBANKS
    }
