"""The best tag sequence is legal and best; links follow the scores."""

import itertools

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from reportedly.claims.attribution import (
    LINK_WIDTH,
    TAGS,
    allowed_only,
    best_tags,
    decode_attributions,
    tag_spans,
)

SCORES = arrays(np.float32, st.tuples(st.integers(1, 4), st.just(len(TAGS))), elements=st.floats(-5, 5, width=16))


@settings(max_examples=40)
@given(SCORES)
def test_the_sequence_found_is_the_best_of_all_legal_ones(scores: np.ndarray) -> None:
    decoding = allowed_only()

    def total(path: tuple[int, ...]) -> float:
        steps = sum(decoding.transitions[a][b] for a, b in itertools.pairwise(path))
        return decoding.start[path[0]] + steps + float(sum(scores[t, j] for t, j in enumerate(path)))

    found = total(tuple(best_tags(scores, decoding)))
    best = max(total(path) for path in itertools.product(range(len(TAGS)), repeat=len(scores)))
    assert abs(found - best) < 1e-3


def _scores(tags: list[int]) -> np.ndarray:
    scores = np.zeros((len(tags), len(TAGS)), dtype=np.float32)
    scores[range(len(tags)), tags] = 9
    return scores


def _biases() -> np.ndarray:
    near = -0.4 * np.abs(np.arange(25) - 12)
    return np.tile(np.concatenate([near, [0, -1, -3]]), (2, 1)).astype(np.float32)


def test_a_content_in_two_pieces_stays_with_its_cue() -> None:
    # "A storm (content), he (source) said (cue), hit (content)": nothing but distance decides
    tags = [5, 6, 1, 3, 5]
    links = np.zeros((5, 4 * LINK_WIDTH + 1), dtype=np.float32)
    links[:, -1] = -4
    _, (found,) = decode_attributions(_scores(tags), links, _biases(), [0] * 5, [0] * 5, allowed_only())
    assert (found.cue, found.source, found.contents) == ((3, 4), (2, 3), ((0, 2), (4, 5)))


def test_a_cue_may_have_no_source_and_one_without_content_is_left_out() -> None:
    tags = [3, 5, 0, 0, 3]
    links = np.zeros((5, 4 * LINK_WIDTH + 1), dtype=np.float32)
    spans, (found,) = decode_attributions(
        _scores(tags), links, _biases(), [0, 0, 0, 1, 1], [0] * 5, allowed_only()
    )
    assert found.source is None
    assert len(spans) == 3


def test_spans_part_where_a_new_one_begins() -> None:
    assert tag_spans([1, 1, 2, 2, 0, 3]) == [(0, 0, 1), (0, 1, 4), (1, 5, 6)]
