"""How sure the words are that an event happened: feared, possible, expected, planned, or asserted; and negated."""

import re

from reportedly.terms.figure import Modality

#: Words that may stand between what sets the modality and the trigger.
_LINK = r"(?:(?:also|now|all|still|already|then|so far|each|both|yet|even|\w+ly)\s+)*"
_AUX = r"(?:(?:to\s+)?(?:have|has|had|be|been|being|get|got)\s+)*"
_END = rf"\s+{_LINK}{_AUX}{_LINK}$"
_BREAK = re.compile(
    r"[;:()—]|--|,(?!\d)|[“”\"]|\b(?:but|while|although|though|because|when|after|before|where|since|as|and|or|that|who|which)\b",
    re.IGNORECASE,
)

_FEARED = re.compile(rf"\b(?:feared|presumed)(?:{_END}|\s*$)", re.IGNORECASE)
_FEAR_THAT = re.compile(r"\b(?:fear(?:s|ed|ing)?|afraid)\s+that\b[^,;:.!?]*$", re.IGNORECASE)
_FEARS = re.compile(r"\b(?:fears?|fearing|feared|dread)\b", re.IGNORECASE)
_BELIEVED = re.compile(rf"\b(?:believed|thought|assumed|suspected)(?:{_END}|\s*$)", re.IGNORECASE)
_NOT = r"(?!\s*(?:not|n['’]t)\b)"
_PLANNED = re.compile(
    r"\b(?:(?:plan|intend|aim|propose|vow|pledge|promise|want|hope|seek|agree|threaten|prepare|offer|decide)"
    r"(?:s|d|ed|ing|ned|ning|es)?|plans?(?:\s+\w+){1,3}|going|planning|set|due|ready|scheduled|prepared|poised|willing"
    r"|committed|determined|sworn|headed"
    r"|(?:deal|contract|agreement|accord|plan|bid|proposal|offer|option|order|decision|attempt|promise|pledge|vow"
    r"|commitment|threat|plot)s?(?:\s+\w+){0,2}"
    rf"|(?:am|is|are|was|were|['’]re))\s+to{_END}|\bplans?\s+(?:for|of)\s+(?:the\s+|an?\s+)?$",
    re.IGNORECASE,
)
#: What is spoken of before it is done: "negotiated the purchase of 22 aircraft", "demand the release of 12".
_SOUGHT = re.compile(
    r"\b(?:negotiat|propos|consider|seek|sought|demand|urg|request|call(?:s|ed|ing)?\s+for|plan(?:s|ned|ning)?\s+for)"
    r"(?:s|es|ed|e|d|ing)?\s+(?:the|an?|its|their|his|her)?\s*(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_GOING = re.compile(rf"\bgoing\s+to{_END}", re.IGNORECASE)
_EXPECTED = re.compile(
    rf"(?:\b(?:will|shall|won['’]t)|['’]ll|\bwould{_NOT}(?!\s+have))(?:\s+not)?{_END}"
    r"|\b(?:(?:is|are|was|were|be|been)\s+)?(?:\w+ly\s+)?"
    rf"(?:expected|forecast|forecasted|projected|predicted|likely|anticipated|estimated\s+will|bound)\s+to{_END}"
    rf"|\b(?:expects?|expecting|anticipates?|forecasts?|predicts?)\s+(?:\S+\s+){{0,6}}to{_END}",
    re.IGNORECASE,
)
_POSSIBLE = re.compile(
    rf"\b(?:may|might)(?:\s+not)?{_END}|\bcan{_NOT}{_END}|\b(?:capable|threat|prospect)\s+of{_END}"
    rf"|\b(?:(?:is|are|be|being|['’]re)\s+able|ability|capacity|power|enough)\s+to{_END}"
    rf"|\b(?:fac(?:e|es|ing)|threatened\s+with|(?:brink|verge)\s+of)\s+(?:\w+\s+)?$|\bcould{_NOT}{_END}|\bwould\s+have{_END}"
    r"|\b(?:possibly|perhaps|maybe|potentially|probably|likely)\s+"
    rf"{_AUX}$|\b(?:at\s+risk\s+of|risk(?:s|ed|ing)?|danger\s+of|possibility\s+of|chance\s+of){_END}",
    re.IGNORECASE,
)
#: Those who would do it, if there are any: "anyone who donates more than 20,000 marks".
_WHOEVER = re.compile(
    r"\b(?:(?:anyone|anybody|those\s+found)\s+(?:who|that)?|whoever)\s*(?:\w+ly\s+)?$", re.IGNORECASE
)
_IF = re.compile(r"(?:^|[,;—]\s*|\band\s+)(?:if|unless|whether)\b(?![^,;]*[,;])", re.IGNORECASE)

_HARM = re.compile(
    r"\b(?:dead|died|dying|killed|drowned|slain|perished|missing|trapped|injured|wounded|buried|lost|hurt|infected"
    r"|deaths?|kidnapped|abducted|destroyed)\b",
    re.IGNORECASE,
)
_NEGATED = re.compile(
    rf"(?:\bnot(?!\s+(?:only|just|merely))|n['’]t|\bnever|\bcannot|\byet\s+to|\bno\s+longer"
    r"|\b(?:fail(?:s|ed|ing)?|unable|refus(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|unwilling)\s+to"
    rf"|\bwithout(?:\s+being)?|\bavoid(?:s|ed|ing)?(?:\s+being)?|\b(?:nor|neither)){_END}",
    re.IGNORECASE,
)


def modality_of(text: str, start: int, end: int, trigger_start: int, trigger_end: int) -> Modality:
    """How the clause presents the event whose trigger stands at the given place.

    ``start`` and ``end`` are the sentence or content around it (half-open, code points). The words
    right before the trigger decide, its auxiliaries included; what is not marked is asserted.
    "Believed dead" is feared, "believed to have fled" is possible; "likely to" is expected,
    "is to" and "plans to" are planned.

    >>> sentence = "Up to 200 people are feared dead and 30 may have been trapped."
    >>> [modality_of(sentence, 0, 62, place, place + 4) for place in (sentence.index("dead"), 54)]
    ['feared', 'possible']
    """
    before, trigger = _clause_before(text, start, trigger_start, trigger_end)
    feared = _FEARS.search(before) or _FEAR_THAT.search(text, start, trigger_start)
    if _FEARED.search(before) or (feared and _HARM.search(trigger)):
        return "feared"
    if _BELIEVED.search(before):
        return "feared" if _HARM.search(trigger) else "possible"
    if (
        _POSSIBLE.search(before)
        or _IF.search(text[start:trigger_start])
        or _WHOEVER.search(text[start:trigger_start])
    ):
        return "possible"
    if _EXPECTED.search(before) or _GOING.search(before):
        return "expected"
    planned = _PLANNED.search(before) or _SOUGHT.search(before)
    return "planned" if planned else "asserted"


def trigger_negated(text: str, start: int, end: int, trigger_start: int, trigger_end: int) -> bool:
    """Whether the words right before the trigger say the event did not happen.

    "No one was killed" is the figure zero, not a negated event.

    >>> trigger_negated("Three passengers were not injured.", 0, 34, 26, 33)
    True
    >>> trigger_negated("No one was killed.", 0, 18, 11, 17)
    False
    """
    before, _ = _clause_before(text, start, trigger_start, trigger_end)
    return _NEGATED.search(before) is not None


def _clause_before(text: str, start: int, trigger_start: int, trigger_end: int) -> tuple[str, str]:
    """The clause up to the trigger's main word, closed by a space, and that word with what follows it.

    A trigger given with its auxiliaries ("may have died") is cut before its last word.
    """
    trigger = text[trigger_start:trigger_end]
    lead = re.match(
        r"(?:(?:has|have|had|having|be|is|are|was|were|been|being|will|would|may|might|could|can|not|to|shall|should"
        r"|must|do|does|did|never|also|\w+n['’]t|\w+ly)\s+)+(?=\w)",
        trigger,
        re.IGNORECASE,
    )
    place = trigger_start + (lead.end() if lead else 0)
    window = text[max(start, place - 120) : place]
    cut = 0
    for mark in _BREAK.finditer(window):
        cut = mark.end()
    return window[cut:].rstrip() + " ", text[place:trigger_end]
