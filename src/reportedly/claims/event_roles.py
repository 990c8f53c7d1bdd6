"""What a trigger means for those counted: who did it and who suffered it are not the same."""

from dataclasses import replace

from reportedly.claims.lemmas import lemma_of
from reportedly.claims.lexicon import word_set
from reportedly.claims.sentences import Tokens
from reportedly.claims.syntax import Syntax
from reportedly.claims.units import Counted
from reportedly.terms import Event, Unit

#: What the subject of an active verb does to others: three gunmen who killed nine are not killed.
_DONE_TO_OTHERS = word_set(
    "killed injured abducted arrested released rescued found identified destroyed damaged evacuated trapped "
    "executed convicted prosecuted buried recruited tested vaccinated pardoned hospitalised displaced affected "
    "deployed missing accounted_for sheltered relocated"
)
#: Of these, what is violence when people do it.
_VIOLENCE = word_set("killed injured abducted")
#: Verbs whose subject it happens to, whatever the parse takes for an object.
_OF_ONESELF = word_set("die perish succumb starve suffer lose flee return join survive")
_PEOPLE = ("people", None)
#: What is attacked with words: a plan, a provision in the tax code.
_IDEAS = word_set(
    "provision law policy plan idea proposal argument problem issue bill rule measure tax loophole reform record"
)
#: What is counted is itself what happened: "a count found 112 deaths".
_HARMS = {
    "death": "killed",
    "fatality": "killed",
    "injury": "injured",
    "arrest": "arrested",
    "abduction": "abducted",
}
_SEARCHED_FOR = word_set("found accounted_for")
#: Nouns for the dead: where they are found, the dead are counted.
REMAINS = word_set("body corpse remain remains")
#: Verbs by which bodies come to light: taken out, pulled from the mud.
BROUGHT_OUT = word_set("take pull bring carry dig retrieve remove haul lift recover recovery retrieval")
#: Those who are sent somewhere as a force or team.
_SENT = word_set(
    "troop soldier member rescuer investigator officer police policeman expert adviser advisor specialist doctor "
    "medic peacekeeper firefighter engineer marine commando agent observer monitor inspector team personnel "
    "volunteer"
)
#: Who is searched for is missing, but not those whom the police want, nor jobs.
_SEEKING = frozenset(("search for", "look for", "hunt for"))
_WANTED = word_set(
    "suspect gunman attacker assailant bomber robber militant rebel fugitive escapee prisoner inmate killer "
    "terrorist accomplice man woman witness volunteer worker employee buyer investor"
)
#: Places where people live, which mud buries and fire consumes.
_SETTLEMENTS = word_set("village hamlet town settlement neighbourhood neighborhood camp street")
_CONSUMED = word_set("burn consume swallow engulf")
_PATIENTS = ("people",)
_VICTIMS = word_set("victim body corpse dead casualty fatality remain")


def acts_on_others(tokens: Tokens, syntax: Syntax, counted: Counted, verb: int, end: int) -> bool:
    """Whether those counted do what the verb says to someone else: "3 gunmen killed 9 people".

    Holds for the doers after "by", and for the subject of an active verb with an object of its own after
    the trigger, which ends at ``end`` ("took shelter" has none), also over "who".
    """
    if _is_agent(tokens, syntax, counted.anchor, verb):
        return True
    if syntax.pos[verb] != "VERB" or any(syntax.relations[c] == "aux:pass" for c in syntax.children[verb]):
        return False
    if lemma_of(tokens.word(verb), "VERB") in _OF_ONESELF:
        return False
    objects = [c for c in syntax.children[verb] if syntax.relations[c] == "obj" and tokens.starts[c] >= end]
    if not objects or tokens.word(verb + 1 if verb + 1 < len(tokens) else verb) in ",;":
        return False
    if syntax.heads[counted.anchor] == verb:
        return syntax.relations[counted.anchor] == "nsubj" and counted.anchor < verb
    if syntax.heads[verb] != counted.anchor:
        return False
    if syntax.relations[verb] == "acl:relcl":
        return any(
            syntax.relations[c] == "nsubj" and tokens.word(c).lower() in ("who", "that", "which")
            for c in syntax.children[verb]
        )
    return syntax.relations[verb] == "acl" and tokens.word(verb).lower().endswith("ing")


def _is_agent(tokens: Tokens, syntax: Syntax, anchor: int, verb: int) -> bool:
    """Whether a noun is the doer after "by", or what such a noun is made of: murdered by a group of 30 men."""
    for word in (anchor, syntax.heads[anchor] if syntax.relations[anchor] == "nmod" else anchor):
        if syntax.heads[word] == verb and syntax.relations[word] == "obl:agent":
            case = syntax.child(word, "case")
            return case is not None and tokens.word(case).lower() == "by"
    return False


def happens_by_word(tokens: Tokens, syntax: Syntax, word: int, event_type: str) -> bool:
    """Whether what a describing word says happens to what it describes: damaging stories damage others."""
    active = syntax.relations[word] == "amod" and tokens.word(word).lower().endswith("ing")
    return not (active and event_type in _DONE_TO_OTHERS - {"missing"})


def doer_type(event_type: str, unit_class: str | None) -> str:
    """The type for those who do it to others: violence by people is an attack, the rest is of no listed type."""
    if event_type not in _DONE_TO_OTHERS:
        return event_type
    return "attacked" if event_type in _VIOLENCE and unit_class == "people" else "other"


def settle_event(event: Event, unit: Unit | None) -> Event:
    """The event as it holds for what is counted.

    People not found or not accounted for are missing; houses lost are destroyed; people who need help
    are affected; victims named are identified.
    """
    counted = unit.unit_class if unit is not None else None
    if event.negated and event.type in _SEARCHED_FOR and counted in _PEOPLE:
        return replace(event, type="missing", negated=False)
    if event.type in ("found", "other") and unit is not None and unit.lemma in _HARMS:
        return replace(event, type=_HARMS[unit.lemma])
    if event.type == "attacked" and unit is not None and unit.lemma in _IDEAS:
        return replace(event, type="other")
    if event.type == "other" and event.lemma == "lose" and counted in ("buildings", "households", "vehicles"):
        return replace(event, type="destroyed")
    if event.lemma in _SEEKING and (counted not in _PEOPLE or (unit is not None and unit.lemma in _WANTED)):
        return replace(event, type="other")
    if event.lemma == "pick up" and unit is not None and unit.lemma in _WANTED:
        return replace(event, type="arrested")
    placed = counted in ("buildings", "households", "vehicles") or (
        unit is not None and unit.lemma in _SETTLEMENTS
    )
    if placed and (event.type == "buried" or (event.type == "other" and event.lemma in _CONSUMED)):
        return replace(event, type="destroyed")
    if event.type == "other" and event.lemma == "treat" and counted in _PATIENTS:
        return replace(event, type="hospitalised")
    in_need = event.lemma.startswith(("need ", "face ")) or event.exact.lower() in ("need", "needs")
    in_need = in_need or event.lemma == "number"  # "the number of people in need of aid"
    if event.type == "needed" and in_need and counted in ("people", "households"):
        return replace(event, type="affected")
    brought_out = event.type == "rescued" or (event.type in ("other", "recovered") and event.lemma in BROUGHT_OUT)
    if unit is not None and unit.lemma in REMAINS and brought_out:
        return replace(event, type="found")
    if event.type == "other" and event.lemma in ("send", "fly") and unit is not None and unit.lemma in _SENT:
        return replace(event, type="deployed")
    if event.type == "other" and event.lemma == "name" and unit is not None and unit.lemma in _VICTIMS:
        return replace(event, type="identified")
    return event


def settle_remains(event: Event, unit: Unit | None, scope: str, before: str) -> Event:
    """Bodies found are the dead counted, unless they are an addition ("two more bodies were found").

    ``before`` are the words before the number: "the remains of 95 people".
    """
    words = before.lower().split()[-4:]
    of_remains = "of" in words and any(lemma_of(w, "NOUN") in REMAINS for w in words)
    bodies = of_remains or (unit is not None and unit.lemma in REMAINS)
    if event.type == "found" and bodies and scope != "new" and not event.negated:
        return replace(event, type="killed")
    return event
