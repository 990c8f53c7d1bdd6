"""Whole attributions, words and exact spans: hand-made cases, and gold against itself."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from evaluation.attributions import Score, Spans, score_whole
from evaluation.polnear import Article, gold_attributions, gold_files, score_articles
from evaluation.predictions import attributions_of
from evaluation.spans import Row, label_spans, load_rows, rebuild_all, row_spans, sample_rows, score_rows
from evaluation.texts import Text
from reportedly.terms import Appearance
from tests.evaluation.made_readings import reading_of_claims

TEXT = "Rain fell all night, officials said, and the river rose. A baker disagreed. It was alleged that he lied."


def place(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


FLOOD = Spans((place("officials"),), (place("said"),), (place("Rain fell all night"), place("and the river rose")))
LIE = Spans((), (place("was alleged"),), (place("that he lied"),))
GOLD = (FLOOD, LIE)

CASES = [
    # (what is predicted, hits, predicted): what it protects
    (GOLD, 2, 2),  # gold against itself
    ((), 0, 0),  # nothing predicted is not an error
    ((replace(FLOOD, content=FLOOD.content[:1]), LIE), 2, 2),  # half the content's words: Dice 8/12 still right
    ((replace(FLOOD, content=(place("rose"),)),), 0, 1),  # too little content
    ((replace(FLOOD, source=(place("A baker"),)),), 0, 1),  # another source
    ((replace(FLOOD, source=()),), 0, 1),  # no source where there is one
    ((replace(LIE, source=(place("A baker"),)),), 0, 1),  # a source where there is none
    ((replace(FLOOD, cue=(place("disagreed"),)),), 0, 1),  # a cue elsewhere
    ((replace(FLOOD, cue=(place("officials said"),)),), 1, 1),  # cues that overlap
    ((replace(FLOOD, cue=()),), 0, 1),  # no cue where there is one
    ((FLOOD, FLOOD), 1, 2),  # one to one: the same claim twice counts once
]


@pytest.mark.parametrize(("predicted", "hits", "count"), CASES)
def test_whole_attribution_counts_what_the_rule_allows(
    predicted: tuple[Spans, ...], hits: int, count: int
) -> None:
    assert score_whole(TEXT, GOLD, predicted)[0] == Score(hits, count, 2)


def test_pairs_are_taken_by_best_content_first() -> None:
    poor = replace(FLOOD, content=FLOOD.content[:1])
    score, pairs = score_whole(TEXT, [FLOOD], [poor, FLOOD])
    assert score.hits == 1 and pairs == [(0, 1)]


def test_slips_say_what_was_wrong() -> None:
    wrong = replace(FLOOD, source=(place("A baker"),))
    slips = score_articles({"a": [wrong]}, [Article("a", TEXT, GOLD)]).slips
    assert [slip.kind for slip in slips] == ["missed: source", "missed: cue", "spurious"]
    assert "officials | said" in str(slips[0].gold) and "A baker" in str(slips[0].predicted)


def test_an_article_without_prediction_counts_as_empty() -> None:
    outcome = score_articles({}, [Article("a", TEXT, GOLD)])
    assert outcome.shares["whole_f1"] == 0 and outcome.counts["gold"] == 2


def test_the_alphabetically_first_annotator_is_the_gold(tmp_path: Path) -> None:
    for folder in ("text", "attributions"):
        (tmp_path / folder).mkdir()
    (tmp_path / "text" / "a_b.txt").write_text(TEXT, encoding="utf-8")
    for annotator in ("z9", "d1"):
        (tmp_path / "attributions" / f"a_b_{annotator}.ann").write_text("", encoding="utf-8")
    assert [(t.name, a.name) for t, a in gold_files(tmp_path)] == [("a_b.txt", "a_b_d1.ann")]


def test_annotation_lines_that_are_no_mention_and_no_event_are_passed_over() -> None:
    lines = [
        "T1\tCue 5 9\tsaid",
        "#1\tAnnotatorNotes T1\tunsure",
        "",
        "R1",
        "E1\tAttribution:T1 Source2:T7 Cue:T1",
    ]
    assert gold_attributions("\n".join(lines)) == [Spans((), ((5, 9),), ())]


def test_a_claim_printed_again_counts_where_it_is_printed() -> None:
    sentence = "The mayor said the dam held all through the night."
    text = f"{sentence}\n\nThe mayor (left) said the dam held all through the night."
    reading = reading_of_claims(Text("a", text), [Spans(((0, 9),), ((10, 14),), ((15, 49),))])
    again = text.rindex("the dam")
    printed = Appearance(exact=text[15:49], spans=((again, again + 34),), block="caption")
    reading = replace(reading, claims=(replace(reading.claims[0], appearances=(printed,)),))
    mayor, said = text.rindex("The mayor"), text.rindex("said")
    assert attributions_of(reading)[1] == Spans(((mayor, mayor + 9),), ((said, said + 4),), ((again, again + 34),))


def row_of(article: str, tokens: str, labels: str) -> Row:
    return Row(tuple(tokens.split()), tuple(labels.split()), article)


ROWS = [
    row_of("a", "Police said `` two left '' .", "B-source B-cue O B-content I-content O O"),
    row_of("a", "It rained .", "B-content I-content I-content"),
    row_of("b", "He agreed .", "B-source B-cue O"),
]


def test_rows_of_one_article_make_one_text_whose_tokens_keep_their_places() -> None:
    whole = rebuild_all(ROWS)
    assert [text.name for text in whole] == ["a", "b"]
    assert whole[0].text == "Police said `` two left '' .\n\nIt rained ."
    words = [whole[0].text[s:e] for s, e in zip(whole[0].starts, whole[0].ends, strict=True)]
    assert words == [*ROWS[0].tokens, *ROWS[1].tokens]
    assert [text.text for text in rebuild_all(ROWS, apart=True)][2] == "He agreed ."


def test_a_stretch_over_the_end_of_a_row_is_cut_there() -> None:
    text = rebuild_all(ROWS)[0]
    start, end = text.text.index("two"), text.text.index("rained") + 3
    assert row_spans(text, [Spans((), (), ((start, end),))]) == {0: {("content", 3, 7)}, 1: {("content", 0, 2)}}


def test_edge_punctuation_counts() -> None:
    whole = rebuild_all(ROWS)
    found = row_spans(whole[0], [Spans(((0, 6),), ((7, 11),), ((whole[0].text.index("``"), 27),))])
    outcome = score_rows(ROWS, found)
    assert outcome.shares["content_f1"] == 0 and outcome.shares["cue_f1"] == pytest.approx(200 / 3)
    assert "content: edges" in {slip.kind for slip in outcome.slips}


def test_gold_labels_as_predictions_get_full_marks() -> None:
    outcome = score_rows(ROWS, {number: label_spans(row.labels) for number, row in enumerate(ROWS)})
    assert {share for name, share in outcome.shares.items() if name.endswith("_f1")} == {100.0}
    assert not outcome.slips


def test_an_inside_label_after_another_role_begins_a_stretch() -> None:
    assert label_spans(("B-cue", "I-source", "I-source")) == {("cue", 0, 1), ("source", 1, 3)}


def test_sample_takes_whole_articles(tmp_path: Path) -> None:
    lines = [json.dumps({"tokens": ["x"], "labels": ["O"], "id": f"{n:02}"}) for n in range(13) for _ in range(2)]
    (tmp_path / "valid.txt").write_text("\n".join(lines), encoding="utf-8")
    assert [row.article for row in sample_rows(load_rows(tmp_path / "valid.txt"))] == ("00 00 06 06 12 12").split()
