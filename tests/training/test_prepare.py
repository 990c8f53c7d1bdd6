"""Gold of the training sets as targets of words."""

import random
from pathlib import Path

from reportedly.claims.attribution import tag_spans
from reportedly.claims.sentences import split_tokens
from reportedly.claims.windows import Window
from training.prepare import (
    Example,
    line_spans,
    polnear_articles,
    tag_article,
    tag_transitions,
    vary_shapes,
)

TEXT = "“Nine are safe,” the mayor said, “and two are not.”\n\nIt rained.\n"
ANNOTATION = (
    "T1\tContent 0 16;33 51\t“Nine are safe,” “and two are not.”\n"
    "T2\tSource 17 26\tthe mayor\n"
    "T3\tCue 27 31\tsaid\n"
    "T4 a malformed line\n"
    "E1\tAttribution:T3 Source:T2 Cue:T3 Content:T1\n"
)


def article(folder: Path, *annotators: str) -> Path:
    (folder / "text").mkdir()
    (folder / "attributions").mkdir()
    (folder / "text/flood.txt").write_text(TEXT, encoding="utf-8")
    for name in annotators:
        (folder / f"attributions/flood_{name}.ann").write_text(ANNOTATION, encoding="utf-8")
    return folder


def test_articles_come_with_their_annotators_in_alphabetical_order(tmp_path: Path) -> None:
    [(stem, text, paths)] = polnear_articles(article(tmp_path, "zoe", "ann"))
    assert (stem, text) == ("flood", TEXT)
    assert [path.stem for path in paths] == ["flood_ann", "flood_zoe"]


def test_spans_become_tags_and_pairs_of_first_words(tmp_path: Path) -> None:
    [(_, text, [path])] = polnear_articles(article(tmp_path, "ann"))
    tokens = split_tokens(text, line_spans(text))
    tags, cue_sources, content_cues = tag_article(tokens, path)

    def words(start: int, end: int) -> str:
        return text[tokens.starts[start] : tokens.ends[end - 1]]

    assert [(role, words(a, b)) for role, a, b in tag_spans(tags)] == [
        (2, "“Nine are safe,”"),
        (0, "the mayor"),
        (1, "said"),
        (2, "“and two are not.”"),
    ]
    [(cue, source)] = cue_sources
    assert (tokens.word(cue), tokens.word(source)) == ("said", "the")
    assert [(tokens.starts[content], c) for content, c in content_cues] == [(0, cue), (33, cue)]


def test_an_inside_tag_follows_its_own_kind_only() -> None:
    example = Example(Window(), [0, 0, 0], [0, 0, 0], tags=[0, 1, 2])
    steps, start = tag_transitions([example], 0.25)
    assert steps[1][2] > steps[1][0] > -10
    assert steps[0][2] == steps[1][4] == start[2] == -1e4


def test_varied_shapes_keep_words_in_quotation_marks() -> None:
    rng = random.Random(1)
    drawn = {tuple(vary_shapes([1, 2, 9, 5, 6], rng)) for _ in range(500)}
    assert drawn == {(1, 2, 9, 5, 6), (3, 3, 11, 5, 6), (2, 2, 10, 5, 6)}
