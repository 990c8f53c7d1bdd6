"""How sure an event is by the verbs above it: "could have let him pay", "a deal to lease", "fear that 12 died"."""

from reportedly.claims.lemmas import lemma_of
from reportedly.claims.lexicon import word_set
from reportedly.claims.sentences import Tokens
from reportedly.claims.syntax import ROOT, Syntax
from reportedly.terms.figure import Modality

_AUXILIARIES: dict[str, Modality] = {
    "may": "possible",
    "might": "possible",
    "could": "possible",
    "can": "possible",
    "will": "expected",
    "shall": "expected",
    "would": "expected",
    "'ll": "expected",
    "’ll": "expected",
}
#: Verbs after which what is named did happen: they managed to flee, it forced them to leave.
_BROUGHT_ABOUT = word_set(
    "manage force compel oblige cause lead allow enable help let make get begin start continue go come happen "
    "seem appear tend rush proceed cease use have need see leave keep stop dare drive prompt choose live turn "
    "return "
    "prove remain fail refuse decline"
)
#: Verbs and adjectives of knowing and telling: said to have fled, known to be missing.
_TOLD = word_set(
    "say report know find show confirm reveal claim allege estimate think believe consider understand rumour "
    "rumor sure certain unlikely"
)
_EXPECTING = word_set("expect forecast project predict anticipate likely bound foresee")
_FEARING = word_set("fear dread")
_ABLE = word_set("able capable enough free possible necessary ability capacity power chance need way potential")
_SUSPECTING = word_set("suspect doubt")
#: Nouns whose "to" says what is meant to be done.
_MEANT = word_set(
    "deal contract agreement accord pact plan bid proposal offer option order decision effort attempt move "
    "campaign project programme program promise pledge vow permission intention threat plot mission opportunity "
    "request call goal aim target commitment license licence pressure scheme bill law measure resolution "
    "warrant right"
)
#: What follows of itself: "rose to finish the day at 5,210", "fell to close at 7,162".
_RESULTS = word_set(
    "finish close end slip settle reach total become stand rise fall drop climb bring take win lose die be set hit"
)
#: Verbs by which a happening named by a noun comes about: "it could cause 12 deaths", "exports will grow".
_BEFALLING = word_set(
    "cause bring mean inflict suffer see have occur happen rise grow fall climb increase drop reach"
)
_UP = frozenset({"obj", "nsubj", "xcomp", "ccomp", "advcl", "acl", "acl:relcl", "conj", "csubj"})
_HIGHEST = 4  # verbs above the event that are asked


def mood_above(tokens: Tokens, syntax: Syntax, word: int) -> Modality:
    """What the verbs above a word say of it; ``asserted`` where they say nothing.

    A second verb shares the auxiliary of the first ("could kill 500 and injure 2,000"), a verb after "to"
    has not happened unless the one above brought it about ("managed to flee").
    """
    at = word
    for _ in range(_HIGHEST):
        own = _auxiliary(tokens, syntax, at)
        if own is not None:
            return own
        above, relation = syntax.heads[at], syntax.relations[at]
        if _is_infinitive(tokens, syntax, at):
            meant = _of_infinitive(tokens, syntax, at)
            if meant is not None:
                return meant
        elif relation == "ccomp" and above != ROOT:
            verb = _lemma(tokens, syntax, above)
            if verb not in _BROUGHT_ABOUT:
                return _of_content(verb)
        elif relation == "conj":
            if not _shares_auxiliary(syntax, at):
                return "asserted"
        elif relation in ("obj", "nsubj") and above != ROOT and syntax.pos[word] == "NOUN":
            verb = _lemma(tokens, syntax, above)
            if verb not in _BEFALLING:
                return _of_content(verb)
        elif relation != "xcomp":
            return "asserted"
        if above == ROOT or relation not in _UP:
            return "asserted"
        at = above
    return "asserted"


def _shares_auxiliary(syntax: Syntax, word: int) -> bool:
    """Whether a second verb stands under the auxiliary of the first: "homes could be lost and 200 killed"."""
    if syntax.child(word, "aux", "aux:pass", "cop") is not None:
        return False
    subject = syntax.child(word, "nsubj", "nsubj:pass")
    return subject is None or syntax.child(syntax.heads[word], "aux:pass") is not None


def _lemma(tokens: Tokens, syntax: Syntax, word: int) -> str:
    return lemma_of(tokens.word(word), syntax.pos[word])


def _auxiliary(tokens: Tokens, syntax: Syntax, word: int) -> Modality | None:
    """What the verb's own auxiliary says; "could not" and "would not have" are left to the negation."""
    for child in syntax.children[word]:
        if syntax.relations[child] == "aux" and child < word:
            said = _AUXILIARIES.get(tokens.word(child).lower())
            if said is not None:
                after = tokens.word(child + 1).lower()
                return None if after in ("not", "n't", "n’t") else said
    return None


def _is_infinitive(tokens: Tokens, syntax: Syntax, word: int) -> bool:
    """Whether a verb stands after "to", and is no perfect: "to have fled" is told of the past."""
    marks = [c for c in syntax.children[word] if syntax.relations[c] == "mark" and tokens.word(c).lower() == "to"]
    if not marks:
        return False
    between = [tokens.word(w).lower() for w in range(marks[0] + 1, word)]
    return "have" not in between and len(between) <= 4


def _of_infinitive(tokens: Tokens, syntax: Syntax, word: int) -> Modality | None:
    """What the word above says of a verb after "to"; None where the words above that one must be asked."""
    above, relation = syntax.heads[word], syntax.relations[word]
    titled = above != ROOT and above < word and relation == "acl" and syntax.heads[above] in (ROOT, word)
    if above == ROOT or titled:
        return "planned"  # a headline: "Carmaker to sell 12 plants"
    lemma = _lemma(tokens, syntax, above)
    if lemma in _EXPECTING:
        return "expected"
    if lemma in _FEARING:
        return "feared"
    if lemma in _ABLE and syntax.child(above, "cop") is None:
        return "possible"
    if lemma in _BROUGHT_ABOUT or lemma in _TOLD or lemma in _ABLE:
        return None
    if relation.startswith("acl"):
        return "planned" if lemma in _MEANT else None
    if relation == "advcl" and _lemma(tokens, syntax, word) in _RESULTS:
        return None
    return "planned" if relation in ("xcomp", "advcl") and syntax.pos[above] in ("VERB", "ADJ", "AUX") else None


def _of_content(lemma: str) -> Modality:
    """What a verb says of the clause that is its object: they fear that 200 died."""
    if lemma in _FEARING:
        return "feared"
    if lemma in _EXPECTING:
        return "expected"
    return "possible" if lemma in _SUSPECTING else "asserted"
