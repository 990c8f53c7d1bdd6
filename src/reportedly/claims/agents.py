"""Who is said to have done it, and by what: the agent and the cause of what happened to those counted."""

from bisect import bisect_left, bisect_right

from reportedly.claims.doers import BLAMED, first_of_pair, is_cause, reduced_relative, subjects_of
from reportedly.claims.event_roles import BROUGHT_OUT
from reportedly.claims.lemmas import lemma_of
from reportedly.claims.lexicon import word_set
from reportedly.claims.sentences import Tokens
from reportedly.claims.syntax import Syntax
from reportedly.claims.units import STATES, unit_class
from reportedly.terms import Event, Words, words_at

#: Types that someone or something does to those counted.
_SUFFERED = word_set(
    "killed injured missing trapped rescued displaced evacuated homeless destroyed damaged affected arrested "
    "prosecuted convicted executed abducted released hospitalised infected attacked without_services "
    "uninhabitable stranded fled buried"
)
#: Those who help are the doers of these, whatever the parse or the table says they are: a passing freighter.
_HELPED = word_set("rescued evacuated released")
_COUNT_NOUNS = word_set("toll count number tally figure total")
#: Verbs with which the subject is what caused a state: "left 12 dead", "claimed 9 lives".
_CAUSING = word_set("leave claim cause cost take bring make force drive render")
#: Prepositions before a cause that is named after what happened.
_BY_CAUSE = word_set("of from in by after during amid through under following when to")
#: Types that say a state: their subject is the one counted, when the verb is one of these.
_STATES = word_set("missing fled homeless stranded without_services")
_STATE_VERBS = word_set("flee lose lack go escape be remain run leave miss stay become sleep abandon")
#: Those who find the dead did not kill them.
_BROUGHT_TO_LIGHT = BROUGHT_OUT | word_set("find discover unearth locate exhume need search look hunt")
#: What is done to those who are taken or pulled: hostage, to hospital, from the rubble alive.
_TAKEN = word_set("abducted arrested hospitalised evacuated rescued destroyed")
_PERSONS = word_set("they he she we")
_DETERMINERS = word_set("a an the this that these those")
_NEAR = 4  # words to the next head of a phrase
_LONGEST = 12  # words of an agent or a cause
_INSIDE = ("det", "amod", "compound", "nummod", "nmod:poss", "flat", "advmod", "nmod", "conj")


def find_agent_and_cause(tokens: Tokens, syntax: Syntax, event: Event) -> tuple[Words | None, Words | None]:
    """The words for who did it and for what it was done by; None where the words name none.

    The doer of a passive ("by gunmen"), the subject of an active verb, what those counted died of, the
    happening in which they died; and who a strike is blamed on. Whether the words are right is not said:
    the claim says who says so.
    """
    brought = event.lemma.split(" ")[0] in _BROUGHT_TO_LIGHT and event.type not in _TAKEN
    if event.type not in _SUFFERED or brought:
        return None, None
    verb = _verb_of(tokens, syntax, event)
    if verb is None:
        return None, None
    agent = cause = None
    in_state = event.type in _STATES and lemma_of(tokens.word(verb), "VERB") in _STATE_VERBS
    in_state = in_state and not event.lemma.startswith("leave without")  # the quake left them so
    loses = lemma_of(tokens.word(verb), "VERB") == "lose"  # "the army lost 12 men" did not kill them
    subjects = [] if in_state or loses else subjects_of(tokens, syntax, verb)
    reduced = reduced_relative(tokens, syntax, first_of_pair(tokens, syntax, verb))
    if reduced is not None:  # "rockets fired by rebels killed 9", read as a main verb
        subjects, agent = [reduced[0]], reduced[1]
    for head in (*subjects, *_obliques(tokens, syntax, verb)):
        acts = _can_act(tokens, syntax, head)
        helped = event.type in _HELPED and syntax.relations[head] == "obl:agent" and syntax.pos[head] == "NOUN"
        thing = head < verb and not acts and syntax.pos[head] == "NOUN"  # "the walkways fell, killing 9"
        person = (
            acts and unit_class(tokens.word(head), "NOUN") == "people"
        )  # a suicide bomber is no bomber aircraft
        if thing or (is_cause(tokens, syntax, head) and not person):
            if cause is None:
                cause = head
                agent = _behind(tokens, syntax, head) if agent is None else agent
        elif agent is None and (acts or helped) and not _only_placed(tokens, syntax, head, verb):
            agent = head
    if agent is not None and cause is None and agent > 2 and BLAMED.match(tokens.text, tokens.starts[agent - 2]):
        cause = agent - 3 if is_cause(tokens, syntax, agent - 3) else None  # "a strike blamed on rebels killed 9"
    return (
        None if agent is None else _phrase(tokens, syntax, agent, event),
        None if cause is None else _phrase(tokens, syntax, cause, event),
    )


def _verb_of(tokens: Tokens, syntax: Syntax, event: Event) -> int | None:
    """The word of the event that carries its arguments: the verb, or the verb over a state or a noun."""
    first = bisect_right(tokens.ends, event.start)
    last = bisect_left(tokens.starts, event.end)
    verbs = [w for w in range(first, min(last, len(tokens))) if syntax.pos[w] == "VERB"]
    if len(verbs) == 1 and _beside_state(tokens, syntax, verbs[0]):
        verbs = []  # "left 31 dead and 77 wounded"
    if verbs:
        return verbs[-1] if len(verbs) == 1 else verbs[0]
    word = min(last, len(tokens)) - 1
    if word < 0:
        return None
    if word > 0 and syntax.pos[word] == "ADJ" and syntax.pos[word - 1] == "VERB":  # "shot dead eleven worshippers"
        return word - 1
    for above in syntax.path_up(word):
        counted = event.lemma in _COUNT_NOUNS  # what takes the toll to 57 killed nobody
        if syntax.pos[above] == "VERB" and lemma_of(tokens.word(above), "VERB") in _CAUSING and not counted:
            return above
        if syntax.pos[above] in ("VERB", "AUX"):
            break
    return word if syntax.pos[word] in ("ADJ", "NOUN", "VERB") else None


def _obliques(tokens: Tokens, syntax: Syntax, verb: int) -> list[int]:
    """What stands after "by", "of", "in", "after" beside the verb, nearest first."""
    found = []
    for child in syntax.children[verb]:
        if syntax.relations[child] == "obl" and child < verb and tokens.word(child).lower() in ("which", "where"):
            above = syntax.heads[verb]  # "an ambush in which nine died"
            if syntax.relations[verb] == "acl:relcl" and above >= 0 and is_cause(tokens, syntax, above):
                found.append(above)
        if child > verb and syntax.relations[child] in ("obl", "obl:agent", "nmod"):
            case = syntax.child(child, "case")
            if case is not None and tokens.word(case).lower() in _BY_CAUSE:
                found.append(child)
        elif child > verb and syntax.relations[child] == "advcl":  # "killed by shelling", taken as a verb
            mark = syntax.child(child, "mark", "case")
            if mark is not None and tokens.word(mark).lower() == "by" and is_cause(tokens, syntax, child):
                found.append(child)
        elif child > verb and syntax.relations[child] == "obj":  # "killed 9 people in a blast" hung on the noun
            for inner in syntax.children[child]:
                case = syntax.child(inner, "case")
                if syntax.relations[inner] != "nmod" or case is None or inner < child:
                    continue
                if tokens.word(case).lower() == "of":  # prisoners of war
                    continue
                if tokens.word(case).lower() in _BY_CAUSE and is_cause(tokens, syntax, inner):
                    found.append(inner)
    return found


def _can_act(tokens: Tokens, syntax: Syntax, word: int) -> bool:
    if syntax.pos[word] == "PROPN":
        return True
    if syntax.pos[word] == "PRON":
        written = tokens.word(word).lower()
        return written in _PERSONS or (written == "it" and _speaks_of_itself(tokens, syntax, word))
    written = tokens.word(word)
    return syntax.pos[word] == "NOUN" and (
        unit_class(written, "NOUN") == "people" or lemma_of(written, "NOUN") in _ACTORS
    )


#: Bodies and groups that act; people nouns come from the table of units.
_ACTORS = word_set(
    "government army military force regime group faction party police navy authority ministry court junta "
    "coalition alliance gang cartel militia mob crowd company agency service airforce taliban state jury "
    "administration tribunal parliament department office hospital firm operator"
)


def _speaks_of_itself(tokens: Tokens, syntax: Syntax, pronoun: int) -> bool:
    """Whether "it" is a body that says what it did: "the army said it had killed 45"."""
    verb = syntax.heads[pronoun]
    saying = syntax.heads[verb] if verb >= 0 and syntax.relations[verb] == "ccomp" else -1
    subject = syntax.child(saying, "nsubj") if saying >= 0 else None
    return (
        subject is not None
        and subject < pronoun
        and syntax.pos[subject] != "PRON"
        and _can_act(tokens, syntax, subject)
    )


def _beside_state(tokens: Tokens, syntax: Syntax, word: int) -> bool:
    above = syntax.heads[word]
    joined = syntax.relations[word] == "conj" and above >= 0 and tokens.word(word).lower() in STATES
    return joined and tokens.word(above).lower() in STATES and syntax.pos[above] == "ADJ"


def _only_placed(tokens: Tokens, syntax: Syntax, word: int, verb: int) -> bool:
    """Whether a name stands after another preposition than "by": killed in Kenya, arrested after March."""
    if word < verb:
        return False
    case = syntax.child(word, "case")
    return case is None or tokens.word(case).lower() != "by"


def _behind(tokens: Tokens, syntax: Syntax, cause: int) -> int | None:
    """Who a happening is said to be by: a strike by the air force, an attack blamed on rebels."""
    for child in syntax.children[cause]:
        case = syntax.child(child, "case")
        if syntax.relations[child] == "nmod" and case is not None and tokens.word(case).lower() == "by":
            return child
        if syntax.relations[child] in ("acl", "acl:relcl"):
            place = tokens.starts[child]
            if BLAMED.match(tokens.text, place):
                for inner in syntax.children[child]:
                    if inner > child and syntax.relations[inner] in ("obl", "obl:agent", "nmod"):
                        return inner
    return None


def _phrase(tokens: Tokens, syntax: Syntax, head: int, event: Event) -> Words | None:
    """The noun phrase of a head: its own words, "of" phrases with it, no relative clause, no determiner."""
    low = high = head
    for child in syntax.children[head]:
        if child < head and syntax.relations[child] in _INSIDE:
            low = min(low, min(syntax.below(child)[0], child))
    waiting = [head]
    while waiting:
        for child in syntax.children[waiting.pop()]:
            if _goes_on(tokens, syntax, child, high):
                high = child
                waiting.append(child)
    low = max([low, *(w + 1 for w in range(low, head) if syntax.pos[w] == "ADP")])  # "in 1981 walkways"
    while low < head and (tokens.word(low).lower() in _DETERMINERS or not tokens.word(low)[0].isalnum()):
        low += 1
    if high - low >= _LONGEST:
        low, high = max(low, head - 3), head
    place = tokens.starts[low], tokens.ends[high]
    if place[0] < event.end and event.start < place[1]:
        return None
    return words_at(tokens.text, place)


def _goes_on(tokens: Tokens, syntax: Syntax, word: int, high: int) -> bool:
    """Whether a word after the phrase so far belongs to it: a further name, "of …", "and …"."""
    relation = syntax.relations[word]
    if word == high + 1 and relation in ("flat", "compound", "nmod:unmarked"):
        return True
    if not high < word <= high + _NEAR:
        return False
    if relation == "conj":
        return syntax.pos[word] in ("NOUN", "PROPN")
    return relation == "nmod" and _is_of(tokens, syntax, word)


def _is_of(tokens: Tokens, syntax: Syntax, word: int) -> bool:
    case = syntax.child(word, "case")
    return case is not None and tokens.word(case).lower() == "of"
