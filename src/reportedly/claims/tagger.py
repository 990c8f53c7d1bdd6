"""The one ONNX file: words in, attributions, syntax and names out."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from reportedly.claims.attribution import Attribution, Decoding, decode_attributions, tag_spans
from reportedly.claims.sentences import Tokens
from reportedly.claims.syntax import ROOT, Syntax, link_children
from reportedly.claims.windows import Window, cut_windows
from reportedly.errors import MissingModel

#: Where the package keeps its model.
MODEL = Path(__file__).parent / "model"

_OUTPUTS = ["tags", "links", "pos", "heads", "relations", "names"]
_KNOWN_WORDS = 200_000  # words whose pieces are remembered; a day of one outlet has some 50,000


#: A window and the six outputs of the graph for it.
Run = tuple[Window, tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Tagged:
    """What the model saw in a text. Ranges are half-open and count words of the tokens.

    ``stretches`` are all tagged stretches ``(role, start, end)``, linked or not; ``names`` are
    ``(kind, start, end)`` with kind 0 person, 1 place, 2 organisation.
    """

    attributions: list[Attribution] = field(default_factory=list)
    stretches: list[tuple[int, int, int]] = field(default_factory=list)
    names: list[tuple[int, int, int]] = field(default_factory=list)
    syntax: Syntax = field(default_factory=Syntax)


def read_manifest(folder: Path = MODEL) -> dict[str, Any]:
    """The manifest beside the model.

    Raises:
        MissingModel: the folder holds none.
    """
    try:
        held: dict[str, Any] = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise MissingModel(f"no model in {folder}: install the package again") from error
    return held


class Tagger:
    """Runs the model on one core, one window at a time.

    Activations are quantised per window, so what shares a batch would change the result; one
    window at a time is also the fastest on one core.
    """

    def __init__(self, session: Any, tokenizer: Tokenizer, manifest: dict[str, Any]) -> None:
        self._session = session
        self._tokenizer = tokenizer
        self._pieces: dict[str, list[int]] = {}
        self._cls, self._sep, self._unknown = (tokenizer.token_to_id(t) or 0 for t in ("[CLS]", "[SEP]", "[UNK]"))
        self._pos: list[str] = manifest["pos"]
        self._relations: list[str] = manifest["relations"]
        self._biases = np.asarray(manifest["link_biases"], dtype=np.float32)
        self._decoding = Decoding(manifest["transitions"], manifest["start"], manifest["bias"])

    @classmethod
    def load(cls, folder: Path = MODEL) -> "Tagger":
        """The tagger of a folder with ``reader.onnx``, ``tokenizer.json`` and ``manifest.json``.

        Raises:
            MissingModel: one of the files is not there.
        """
        manifest = read_manifest(folder)
        for name in ("reader.onnx", "tokenizer.json"):
            if not (folder / name).is_file():
                raise MissingModel(f"{name} is missing in {folder}: install the package again")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        # processors without 8-bit dot products would cut sums off at 16 bits, and read otherwise than those with
        options.add_session_config_entry("session.x64quantprecision", "1")
        session = onnxruntime.InferenceSession(
            str(folder / "reader.onnx"), options, providers=["CPUExecutionProvider"]
        )
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        tokenizer.no_padding()
        tokenizer.no_truncation()
        return cls(session, tokenizer, manifest)

    def _pieces_of(self, form: str) -> list[int]:
        held = self._pieces.get(form)
        if held is None:
            if len(self._pieces) >= _KNOWN_WORDS:
                self._pieces.clear()
            ids: list[int] = self._tokenizer.encode(form, add_special_tokens=False).ids
            held = self._pieces[form] = ids or [self._unknown]
        return held

    def run_window(self, tokens: Tokens, window: Window) -> tuple[Any, ...]:
        """The six outputs of the graph for one window, in the order of ``_OUTPUTS``."""
        given = {
            "pieces": np.asarray([window.pieces], dtype=np.int64),
            "shapes": np.asarray([window.shapes], dtype=np.int64),
            "first": np.asarray(window.first, dtype=np.int64),
            "sentences": np.asarray([tokens.sentences[i] for i in window.words], dtype=np.int64),
        }
        return tuple(self._session.run(_OUTPUTS, given))

    def windows(self, tokens: Tokens) -> list[Window]:
        """The windows that go through the encoder."""
        return cut_windows(tokens, self._pieces_of, self._cls, self._sep)

    def tag(self, tokens: Tokens) -> Tagged:
        """Attributions, names and syntax of a text."""
        return self.decode(tokens, self.run(tokens))

    def run(self, tokens: Tokens) -> list[Run]:
        """The windows of a text with what the graph says of each."""
        return [(window, self.run_window(tokens, window)) for window in self.windows(tokens)]

    def decode(self, tokens: Tokens, runs: Iterable[Run], decoding: Decoding | None = None) -> Tagged:
        """What the windows say, put together; ``decoding`` stands in for that of the manifest."""
        found = Tagged()
        for window, outputs in runs:
            self._take(found, tokens, window, outputs, decoding or self._decoding)
        let_number_words_count(tokens, found.syntax)
        found.syntax.children.extend(link_children(found.syntax.heads))
        return found

    def _take(
        self, found: Tagged, tokens: Tokens, window: Window, outputs: tuple[Any, ...], decoding: Decoding
    ) -> None:
        tags, links, pos, heads, relations, names = outputs
        first = window.words[0]  # the words of a window follow one another
        stretches, attributions = decode_attributions(
            tags,
            links,
            self._biases,
            [tokens.sentences[i] for i in window.words],
            [tokens.paragraphs[i] for i in window.words],
            decoding,
        )
        found.stretches.extend((role, a + first, b + first) for role, a, b in stretches)
        found.names.extend((kind, a + first, b + first) for kind, a, b in tag_spans(names.tolist()))
        found.attributions.extend(
            Attribution(
                (a.cue[0] + first, a.cue[1] + first),
                None if a.source is None else (a.source[0] + first, a.source[1] + first),
                tuple((s + first, e + first) for s, e in a.contents),
                a.confidence,
            )
            for a in attributions
        )
        found.syntax.pos.extend(self._pos[i] for i in pos.tolist())
        found.syntax.heads.extend(ROOT if h == 0 else h - 1 + first for h in heads.tolist())
        found.syntax.relations.extend(self._relations[i] for i in relations.tolist())


def let_number_words_count(tokens: Tokens, syntax: Syntax) -> None:
    """Let a number in words count the common noun behind it that it hangs from, whatever relation was read.

    In the training parts of the treebanks 1,126 of 1,142 such numbers do, where the two are a compound or a count.
    """
    for word, (pos, head, relation) in enumerate(zip(syntax.pos, syntax.heads, syntax.relations, strict=True)):
        behind = head > word and syntax.pos[head] == "NOUN"
        if pos == "NUM" and relation == "compound" and behind and tokens.word(word).isalpha():
            syntax.relations[word] = "nummod"
