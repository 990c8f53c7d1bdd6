"""The usual case of words, counted: makes ``src/reportedly/claims/lexicons/casing.tsv``.

    python -m training.casing --data ../shared/data

Counted are the words of PolNeAR train, TimeBank, AQUAINT and the English treebanks (train), without
the first word of a sentence, of a quotation or of what follows a mark, and without sentences with
fewer than 40 % of their words small (headings). A word gets a line when the rules of
:mod:`reportedly.claims.casing` alone would have written it otherwise:

always      seen three times or more, and three times in five in this form; a word that is seen
            three times or more away from words with a capital is judged by these times alone
in names    usually small; beside a word with a capital seen four times or more, and three times in
            five with a capital itself ("National", "Front", "Minister")
pair        two words that are small on their own, side by side with capitals as above ("Red Cross")

Lines of the table with another source than ``counts`` were judged by hand: they stay, and win.
"""

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from reportedly.claims.casing import guess_case
from reportedly.claims.sentences import split_tokens

_PARAGRAPH = re.compile(r"[^\n]+(?:\n[^\n]+)*")
_AFTER = frozenset({'"', "'", "“", "``", "''", "”", ":", "-", "--", "—", "–", "(", "["})
_LEAST, _LEAST_BESIDE, _SHARE, _SMALL_SHARE = 3, 4, 0.6, 0.4


@dataclass(slots=True)
class Counts:
    """Forms of each word by its small form, the same beside a word with a capital, and of two words."""

    forms: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    beside: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    pairs: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))


def texts(data: Path) -> Iterator[str]:
    """The texts counted."""
    for path in sorted((data / "polnear" / "train" / "text").iterdir()):
        yield path.read_text(encoding="utf-8")
    for part in ("TimeBank", "AQUAINT"):
        for path in sorted((data / "timeml" / part).iterdir()):
            yield re.sub(r"<[^>]+>", "", path.read_text(encoding="utf-8"))
    for part in ("gum", "ewt"):
        for path in sorted((data / "ud" / part).glob("*train*")):
            lines = path.read_text(encoding="utf-8").splitlines()
            yield "\n\n".join(line[9:] for line in lines if line.startswith("# text = "))


def count(data: Path) -> Counts:
    """Counts over all texts."""
    counts = Counts()
    for text in texts(data):
        tokens = split_tokens(text, [match.span() for match in _PARAGRAPH.finditer(text)])
        start = 0
        for end in range(1, len(tokens) + 1):
            if end == len(tokens) or tokens.sentences[end] != tokens.sentences[start]:
                _count_sentence(counts, [tokens.word(i) for i in range(start, end)])
                start = end
    return counts


def _count_sentence(counts: Counts, words: list[str]) -> None:
    letters = [word for word in words if word[0].isalpha()]
    if not letters or sum(word.islower() for word in letters) < _SMALL_SHARE * len(letters):
        return
    inner = [i for i in range(1, len(words)) if words[i][0].isalpha() and words[i - 1] not in _AFTER]
    known = frozenset(inner)
    for i in inner:
        counts.forms[words[i].lower()][words[i]] += 1
        if any(k in known and words[k][0].isupper() for k in (i - 1, i + 1)):
            counts.beside[words[i].lower()][words[i]] += 1
        if i + 1 in known:
            pair = f"{words[i]} {words[i + 1]}"
            counts.pairs[pair.lower()][pair] += 1


def lines(counts: Counts) -> Iterator[str]:
    """The lines of the table."""
    usual = {small: form for small, form, _ in _words(counts)}
    for _, form, kind in _words(counts):
        yield f"{form}\t{kind}\tcounts"
    for small, forms in counts.pairs.items():
        one, _, other = small.partition(" ")
        best, times = forms.most_common(1)[0]
        if any(usual.get(word, guess_case(word)) != word or not word.isalpha() for word in (one, other)):
            continue
        if best == best.title() and times >= _LEAST and times >= _SHARE * forms.total():
            yield f"{best}\tpair\tcounts"


def _words(counts: Counts) -> Iterator[tuple[str, str, str]]:
    """``(small form, usual form, kind)`` of the words that get a line."""
    for small, forms in sorted(counts.forms.items()):
        if not 1 < len(small) <= 18 or not small.isalpha() or not small.isascii():
            continue
        beside = counts.beside.get(small, Counter[str]())
        alone = forms - beside
        judged = alone if alone.total() >= _LEAST else forms
        best, times = judged.most_common(1)[0]
        guessed = guess_case(small)
        usual = best if judged.total() >= _LEAST and times >= _SHARE * judged.total() else guessed
        if usual != guessed:
            yield small, usual, "always"
        elif usual.islower() and _is_big(beside, small):
            yield small, small, "in names"


def _is_big(beside: Counter[str], small: str) -> bool:
    return beside.total() >= _LEAST_BESIDE and beside[small.capitalize()] >= _SHARE * beside.total()


def main() -> None:
    """Count and write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--data", type=Path, required=True, help="folder of the training sets")
    out = Path(__file__).resolve().parents[1] / "src" / "reportedly" / "claims" / "lexicons" / "casing.tsv"
    options = parser.parse_args()
    made = list(lines(count(options.data)))
    kept = [line for line in _judged(out) if line not in made]
    forms = {line.split("\t")[0].lower() for line in kept}
    table = sorted(kept + [line for line in made if line.split("\t")[0].lower() not in forms], key=str.lower)
    out.write_text("\n".join(["form\tkind\tsource", *table]) + "\n", encoding="utf-8")
    print(f"{len(table)} lines, {len(kept)} of them by hand")


def _judged(table: Path) -> list[str]:
    """Lines of the table as it is that were not counted: they stay, and win."""
    if not table.is_file():
        return []
    return [line for line in table.read_text(encoding="utf-8").splitlines()[1:] if not line.endswith("\tcounts")]


if __name__ == "__main__":
    main()
