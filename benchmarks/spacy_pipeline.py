"""A spaCy pipeline to compare with: tagger, parser and names on a shared encoder.

``en_core_web_sm`` where it is installed. Where only spaCy is, an untrained pipeline of the same
shape stands in: it says nothing sensible, but does the same work (less the lemmatizer), so its
speed is close to the trained one's and rather above it. Where spaCy is not installed there is none.
"""

import warnings
from collections.abc import Sequence
from importlib import import_module
from typing import Any, NamedTuple

_SHARED = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "*"}
_EMBEDDING = {
    "@architectures": "spacy.MultiHashEmbed.v2",
    "width": 96,
    "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"],
    "rows": [5000, 1000, 2500, 2500, 50, 50],
    "include_static_vectors": False,
}
_ENCODING = {
    "@architectures": "spacy.MaxoutWindowEncoder.v2",
    "width": 96,
    "depth": 4,
    "window_size": 1,
    "maxout_pieces": 3,
}
_ENCODER = {"@architectures": "spacy.Tok2Vec.v2", "embed": _EMBEDDING, "encode": _ENCODING}


class Compared(NamedTuple):
    """A pipeline and what to call it; ``pipeline`` is null when there is none."""

    pipeline: Any
    name: str


def load_pipeline() -> Compared:
    """The best pipeline that can be had here."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # spaCy's own imports warn on newer libraries
        try:
            spacy = import_module("spacy")
        except ImportError:
            return Compared(None, "spaCy is not installed")
        try:
            return Compared(spacy.load("en_core_web_sm"), "spaCy en_core_web_sm")
        except OSError:
            return Compared(_untrained(spacy), "spaCy, untrained, of en_core_web_sm's shape")


def _transitions(kind: str, encoder: dict[str, Any]) -> dict[str, Any]:
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": kind,
        "extra_state_tokens": False,
        "hidden_width": 64,
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": encoder,
    }


def _untrained(spacy: Any) -> Any:
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec", config={"model": _ENCODER})
    nlp.add_pipe("tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": _SHARED}})
    nlp.add_pipe("parser", config={"model": _transitions("parser", _SHARED), "min_action_freq": 1})
    nlp.add_pipe("ner", config={"model": _transitions("ner", _ENCODER)})
    doc = nlp.make_doc("Police in Sampleton said two men left .")
    known = {
        "tags": ["NNS", "IN", "NNP", "VBD", "CD", "NNS", "VBD", "."],
        "heads": [3, 0, 1, 3, 5, 6, 3, 3],
        "deps": ["nsubj", "prep", "pobj", "ROOT", "nummod", "nsubj", "ccomp", "punct"],
        "entities": ["O", "O", "U-GPE", "O", "U-CARDINAL", "O", "O", "O"],
    }
    example = import_module("spacy.training").Example.from_dict(doc, known)
    optimizer = nlp.initialize(lambda: [example])
    for _ in range(20):  # else every sentence is parsed by its first allowed step
        nlp.update([example], sgd=optimizer)
    return nlp


def read_all(pipeline: Any, texts: Sequence[str]) -> int:
    """Run every text through the pipeline in this process; gives the number of sentences."""
    return sum(1 for doc in pipeline.pipe(texts, n_process=1) for _ in doc.sents)
