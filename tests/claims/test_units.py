"""What a number counts, on hand-made parses: one row per construction."""

from dataclasses import dataclass

import pytest

from reportedly.claims.sentences import tokens_of
from reportedly.claims.syntax import Syntax, link_children
from reportedly.claims.units import find_counted


@dataclass(frozen=True)
class Parsed:
    """Words as ``form/pos/head/relation``; heads count from 1, 0 is the root."""

    words: str
    number: str
    counted: str | None


ROWS = [
    # the plain case: a numeral modifies a noun
    Parsed("61/NUM/2/nummod nationals/NOUN/3/nsubj returned/VERB/0/root", "61", "nationals"),
    # what stands between number and noun belongs to the phrase
    Parsed("21/NUM/3/nummod university/NOUN/3/compound students/NOUN/4/nsubj left/VERB/0/root", "21",
           "university students"),
    # "more" and "other" words of amount do not
    Parsed("12/NUM/3/nummod more/ADJ/3/amod men/NOUN/4/nsubj died/VERB/0/root", "12", "men"),
    # dozens of people
    Parsed("dozens/NOUN/4/nsubj of/ADP/3/case people/NOUN/1/nmod fled/VERB/0/root", "dozens", "people"),
    # a determiner after "of" is left out
    Parsed("12/NUM/5/nsubj of/ADP/4/case the/DET/4/det miners/NOUN/1/nmod died/VERB/0/root", "12", "miners"),
    # "of them" points elsewhere: the unit is left out
    Parsed("12/NUM/4/nsubj of/ADP/3/case them/PRON/1/nmod died/VERB/0/root", "12", None),
    # when it was counted is not what
    Parsed("with/ADP/2/case 480/NUM/0/root three/NUM/4/nummod years/NOUN/5/obl earlier/ADV/2/advmod", "480", None),
    Parsed("12/NUM/0/root year/NOUN/1/obl on/ADP/4/case year/NOUN/2/nmod", "12", None),
    # an amount is no thing counted
    Parsed("30/NUM/2/nummod more/ADJ/4/nsubj:pass were/AUX/4/aux hurt/VERB/0/root", "30", None),
    # the noun is left out altogether
    Parsed("while/SCONJ/5/mark 148/NUM/5/nsubj:pass had/AUX/5/aux been/AUX/5/aux:pass killed/VERB/0/root", "148",
           None),
    # a hyphen ties the noun to the number
    Parsed("a/DET/5/det 22/NUM/4/nummod -/PUNCT/4/punct story/NOUN/5/compound block/NOUN/0/root", "22", "story"),
    # two bare plurals are one unit
    Parsed("30/NUM/2/nummod women/NOUN/5/nsubj and/CCONJ/4/cc children/NOUN/2/conj fled/VERB/0/root", "30",
           "women and children"),
    # a parse that ties the number elsewhere: the noun phrase that follows at once
    Parsed("killed/VERB/0/root 40/NUM/1/obj young/ADJ/4/amod recruits/NOUN/1/obj", "40", "young recruits"),
]  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.words.split("/")[0] + " " + str(row.counted))
def test_the_noun_phrase_counted_is_found(row: Parsed) -> None:
    cells = [word.split("/") for word in row.words.split()]
    tokens = tokens_of([(0, [c[0] for c in cells])])
    if "-" in [c[0] for c in cells]:  # ready-made words are spaced; a hyphen is not
        text = tokens.text.replace(" - ", "-")
        shift = [text.index(c[0]) for c in cells]
        tokens = type(tokens)(
            text, shift, [s + len(c[0]) for s, c in zip(shift, cells, strict=True)], tokens.forms, tokens.shapes,
            tokens.sentences, tokens.paragraphs,
        )  # fmt: skip
    heads = [int(c[2]) - 1 for c in cells]
    syntax = Syntax([c[1] for c in cells], heads, [c[3] for c in cells], link_children(heads))
    start = tokens.text.index(row.number)
    found = find_counted(tokens, syntax, start, start + len(row.number))
    assert (tokens.text[slice(*found.span)] if found.span else None) == row.counted
