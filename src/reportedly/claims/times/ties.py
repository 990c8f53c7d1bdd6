"""How surely an expression of time dates an event: by the parse, by the clause, by the sentence."""

from reportedly.claims.syntax import ROOT
from reportedly.claims.times.happenings import Happenings
from reportedly.claims.times.lapse import is_of_another
from reportedly.claims.times.placed import Placed, PlacedTimes
from reportedly.claims.times.surveys import is_conducted, is_survey

#: Ranks: the parse ties them, the clause holds both, the sentence does.
TIED, LOOSELY, IN_CLAUSE, IN_SENTENCE, APART = 0, 1, 3, 4, 6
#: What happens "when the bomb went off" happens at the time of the main clause.
_MEANWHILE = frozenset({"when", "while"})
#: Words from "since" to the day its clause gives.
_SINCE = 8
_RELATIVE = frozenset({"who", "which", "that"})


class Ties:
    """The ranks of the expressions of one text; words are those of its tokens."""

    def __init__(self, times: PlacedTimes, happenings: Happenings) -> None:
        self._times, self._syntax, self._tokens = times, times.syntax, times.tokens
        self._happenings = happenings

    def rank(self, placed: Placed, words: set[int], first: int, stop: int) -> int:
        if self.opens_clause(placed, first):
            return TIED
        governor = self.described(placed) or self._times.governor(placed)
        if governor is None:
            return IN_CLAUSE if self._times.same_clause(placed, first, stop) else IN_SENTENCE
        if governor in words:
            return TIED
        made = is_conducted(self._tokens.word(governor))
        if made and self._syntax.relations[governor] in ("acl", "amod"):
            if is_survey(self._tokens.word(self._syntax.heads[governor])):
                return LOOSELY
            governor = self._syntax.heads[governor]
        above_event = {above for word in words for above in self._syntax.path_up(word)}
        if self.begins_since(placed) and placed.first > max(words):
            return LOOSELY
        if self._is_clause_of_subject(governor, words):
            return LOOSELY  # "the quake that hit the county on Sunday has killed 589"
        if self._is_meanwhile(governor) and self._syntax.heads[governor] in words | above_event:
            return LOOSELY  # "may have died when the dams burst on Sunday"
        if self._syntax.relations[governor].startswith("acl") and self._is_within_event(governor, words):
            return LOOSELY
        if self._syntax.pos[governor] in ("NOUN", "PROPN", "ADJ"):
            return self._rank_by_noun(placed, governor, words, above_event)
        if governor in above_event:
            return (
                LOOSELY if self._hands_down(placed, words, governor) or self._times.is_fronted(placed) else APART
            )
        below = any(word in words for word in self._syntax.path_up(governor))
        if below and not self._has_subject(governor):
            return LOOSELY
        beside = self._syntax.relations[governor] == "advcl" and self._syntax.heads[governor] in above_event
        if self._times.is_fronted(placed) or (beside and not self._has_subject(governor)):
            return IN_SENTENCE  # "into a crowd celebrating on Thursday, killing 84"
        return APART

    def _is_possessive(self, placed: Placed) -> bool:
        return placed.stop < len(self._tokens) and self._tokens.word(placed.stop).lower() in ("'s", "’s")

    def described(self, placed: Placed) -> int | None:
        """The happening that a date stands before: "the Dec. 21, 1988, bombing", whatever the parse says."""
        for word in range(placed.stop, min(placed.stop + 4, len(self._tokens))):
            if self._tokens.sentences[word] != placed.sentence:
                return None
            pos, named = self._syntax.pos[word], self._happenings.group_of(word) is not None
            if pos not in ("NOUN", "PROPN", "ADJ", "NUM", "PUNCT", "PART"):  # "today when a bomb exploded"
                return word if pos == "VERB" and named and self._tokens.word(word).endswith("ing") else None
            if pos == "NOUN":
                return word if named else None
        return None

    def _rank_by_noun(self, placed: Placed, noun: int, words: set[int], above_event: set[int]) -> int:
        """A date on a noun dates the event where the noun is its subject, or has it as its clause."""
        head = self._syntax.heads[noun]
        relation = self._syntax.relations[noun]
        if head in words and (relation.startswith("nsubj") or relation in ("obl", "obl:agent")):
            return LOOSELY if self._happenings.group_of(noun) else IN_CLAUSE
        possessive = self._is_possessive(placed) and not placed.is_open
        if possessive and self._happenings.group_of(noun) is None and noun not in words:
            return APART
        if head in words and relation.startswith("nmod") and self._happenings.group_of(noun) is None:
            return LOOSELY
        if self._is_within_event(noun, words):
            return LOOSELY
        if noun in above_event and self._hands_down(placed, words, noun):
            return LOOSELY
        if self._happenings.group_of(noun) is not None and noun < min(words) and self._of_happening(noun, words):
            return IN_CLAUSE
        shared = head in above_event and relation.startswith("nsubj") and self._hands_down(placed, words, head)
        if shared and self._happenings.group_of(noun) is not None:
            return IN_CLAUSE  # "floods in 2015 killed 10 people and left thousands homeless"
        verb = self._times.verb_above(placed.head)
        if self._happenings.group_of(noun) is None and verb is not None and verb in words and relation != "nsubj":
            return IN_CLAUSE
        return IN_SENTENCE if self._times.is_fronted(placed) else APART

    def follows_happening(self, placed: Placed, words: set[int]) -> bool:
        """Whether a date stands behind a happening that is a noun, and no new clause begins between.

        "The murder of six priests and two women on 16 November": parses hang such a date anywhere.
        """
        nouns = [w for w in words if self._syntax.pos[w] == "NOUN" and self._happenings.group_of(w) is not None]
        if not nouns or not min(nouns) < placed.first or self.described(placed) is not None:
            return False
        between = range(min(nouns), placed.first)
        subjects = [w for w in between if self._syntax.relations[w].startswith("nsubj")]
        return all(self._tokens.word(w).lower() in _RELATIVE for w in subjects)

    def _is_within_event(self, word: int, words: set[int]) -> bool:
        """Whether a word hangs from a happening that is a noun: "the murder of six men shot on Friday"."""
        for above in self._syntax.path_up(word):
            if above in words and self._happenings.group_of(above) is not None:
                return self._syntax.pos[above] == "NOUN"
            if self._syntax.pos[above] not in ("NOUN", "PROPN", "NUM", "ADJ"):
                relation = self._syntax.relations[above]
                if not relation.startswith("acl"):
                    return False
        return False

    def _of_happening(self, noun: int, words: set[int]) -> bool:
        """Whether a relative clause follows a happening: "the bombing of a jet that killed 259"."""
        between = [self._tokens.word(word).lower() for word in range(noun + 1, min(words))]
        return bool({"that", "which"} & set(between)) and "," not in between

    def _hands_down(self, placed: Placed, words: set[int], top: int) -> bool:
        """Whether the date of a word above the event is the event's too.

        It is not where a clause with a subject of its own begins between.
        """
        for word in words:
            below = word
            for above in self._syntax.path_up(word):
                if (
                    self._begins_clause(below)
                    or self._is_clause_of_another(below)
                    or self._describes(placed, below, top)
                ):
                    break
                if above == top:
                    return True
                below = above
        return False

    def _is_clause_of_subject(self, verb: int, words: set[int]) -> bool:
        """Whether a verb is the clause of a happening that the event's verb has as its subject or agent."""
        noun = self._syntax.heads[verb]
        if not self._syntax.relations[verb].startswith("acl") or noun == ROOT or is_of_another(self._times, noun):
            return False
        held = self._syntax.relations[noun].startswith(("nsubj", "obl")) and self._syntax.heads[noun] in words
        return held and self._happenings.group_of(noun) is not None

    def _describes(self, placed: Placed, word: int, top: int) -> bool:
        """Whether a word opens a clause that tells who or what a noun is: "the man accused of killing 49", "the
        bombs that killed 31".

        It does not share the day of a verb above, unless what it describes happened or was done then: "the bomb
        that killed 12 went off on Monday", "attacked a convoy, that".
        """
        noun = self._syntax.heads[word]
        if not self._syntax.relations[word].startswith("acl") or noun in (ROOT, top):
            return False
        if word < placed.first < top:
            return False  # "the arrest of two for killing six on 16 November is a milestone"
        subject = self._syntax.relations[noun].startswith("nsubj") and self._happenings.group_of(noun) is not None
        return not subject and self._happenings.group_of(top) is None

    def _is_clause_of_another(self, word: int) -> bool:
        """Whether a word opens the clause of a happening that the sentence's own came after."""
        head = self._syntax.heads[word]
        return self._syntax.relations[word].startswith("acl") and head != ROOT and is_of_another(self._times, head)

    def begins_since(self, placed: Placed) -> bool:
        """Whether an expression stands in a clause with "since": "since the offensive began on Wednesday"."""
        for word in range(placed.first - 1, max(-1, placed.first - 1 - _SINCE), -1):
            said = self._tokens.word(word).lower()
            if self._tokens.sentences[word] != placed.sentence or said in ",;:":
                return False
            if said == "since":
                verbs = range(word + 1, placed.first)
                return any(self._syntax.pos[verb] == "VERB" for verb in verbs)
        return False

    def _is_meanwhile(self, verb: int) -> bool:
        if self._syntax.relations[verb] != "advcl":
            return False
        return any(self._tokens.word(c).lower() in _MEANWHILE for c in self._syntax.children[verb])

    def _begins_clause(self, word: int) -> bool:
        relation = self._syntax.relations[word]
        if relation in ("advcl", "conj") and self._syntax.pos[word] == "VERB":
            together = {self._tokens.word(c).lower() for c in self._syntax.children[word]} & _MEANWHILE
            return self._has_subject(word) and not together
        return relation in ("ccomp", "parataxis")

    def _has_subject(self, verb: int) -> bool:
        return any(self._syntax.relations[c].startswith("nsubj") for c in self._syntax.children[verb])

    def opens_clause(self, placed: Placed, first: int) -> bool:
        """Whether "when" behind an expression opens a clause that the figure is in."""
        if first <= placed.stop + 1:
            return False
        between = [self._tokens.word(word).lower() for word in range(placed.stop, first)]
        if between[0] == ",":
            between = between[1:]
        return between[:1] == ["when"] and "," not in between
