"""How mentions are scored against gold chains, on two sentences of our own in the treebank's columns."""

from pathlib import Path

import pytest

from evaluation.speakers import gold_chains, link_text, measure_texts, read_gum
from reportedly.claims.speakers.ranking import Weights
from reportedly.claims.syntax import Syntax, link_children
from reportedly.claims.tagger import Tagged

ROWS = """# newdoc id = GUM_news_made
# newpar
1	Ana	Ana	PROPN	NNP	_	3	nsubj	_	Entity=(1-person-new-x
2	Silva	Silva	PROPN	NNP	_	1	flat	_	Entity=1)
3	met	meet	VERB	VBD	_	0	root	_	_
4	Tom	Tom	PROPN	NNP	_	3	obj	_	Entity=(2-person-new-x
5	Barry	Barry	PROPN	NNP	_	4	flat	_	Entity=2)
6	.	.	PUNCT	.	_	3	punct	_	_

1	She	she	PRON	PRP	_	2	nsubj	_	Entity=(1-person-giv-x)
2	said	say	VERB	VBD	_	0	root	_	_
3	Barry	Barry	PROPN	NNP	_	4	nsubj	_	Entity=(2-person-giv-x)
4	left	leave	VERB	VBD	_	2	ccomp	_	_
5	.	.	PUNCT	.	_	2	punct	_	_

"""


def made(folder: Path) -> tuple[object, Tagged]:
    path = folder / "made.conllu"
    path.write_text(ROWS, encoding="utf-8")
    (text,) = read_gum(path)
    pos = ["PROPN", "PROPN", "VERB", "PROPN", "PROPN", "PUNCT", "PRON", "VERB", "PROPN", "VERB", "PUNCT"]
    syntax = Syntax(pos, text.heads, text.relations, link_children(text.heads))
    return text, Tagged(names=[(0, 0, 2), (0, 3, 5), (0, 8, 9)], syntax=syntax)


@pytest.mark.parametrize(
    ("weights", "sources", "persons"),
    [
        # she is Silva: a woman by her given name, so Barry is no candidate
        ({"he rank 0": 1.0}, 100.0, 100.0),
        # she opens a chain of her own: the source is told by no name, though gold has one
        ({"he new": 1.0}, 0.0, 75.0),
    ],
)
def test_a_mention_is_right_when_the_right_name_tells_its_chain(
    tmp_path: Path, weights: dict[str, float], sources: float, persons: float
) -> None:
    text, tagged = made(tmp_path)
    outcome = measure_texts([(text, tagged)], Weights(weights))  # type: ignore[list-item]
    assert outcome.shares["sources"] == outcome.shares["news_sources"] == sources
    assert outcome.shares["persons"] == persons
    assert outcome.counts["persons_of"] == 4


def test_gold_chains_are_found_by_the_head_word(tmp_path: Path) -> None:
    text, tagged = made(tmp_path)
    mentions, chains = link_text(text.tokens, tagged, Weights({"he rank 0": 1.0}))  # type: ignore[attr-defined]
    assert gold_chains(text, mentions) == [{"1"}, {"2"}, {"1"}, {"2"}]  # type: ignore[arg-type]
    assert len(chains) == 2
