"""Statements that something was checked, or not, and the claims they speak of."""

import pytest

from reportedly.claims.verification import VerificationStatement, find_verifications, tie_verification

FOUND = [
    # sentence, status, subject, source, words                  # what the row protects
    ("That claim cannot be independently confirmed.", "unverified", "claim", None, 44),
    ("The claim has not been independently verified.", "unverified", "claim", None, 45),
    ("The report has yet to be confirmed.", "unverified", "report", None, 34),
    ("Neither claim could be checked.", "unverified", "claim", None, 30),
    ("It was not possible to check the figure.", "unverified", "figure", None, 39),
    ("The figures remain unverified.", "unverified", "figure", None, 29),
    ("Neither account could be independently verified.", "unverified", "report", None, 47),
    ("Reuters could not independently verify the report.", "unverified", "report", "Reuters", 49),
    ("The BBC has been unable to verify the accounts.", "unverified", "report", "The BBC", 46),
    ("It was not immediately possible to verify the figure.", "unverified", "figure", None, 52),
    ("There was no immediate confirmation from the army.", "unverified", "other", None, 49),
    ("He offered no evidence for the claim.", "unverified", "claim", None, 36),
    ("The ministry would neither confirm nor deny the report.", "unverified", "report", "The ministry", 54),
    ("No one has confirmed the report.", "unverified", "report", None, 31),  # nobody confirmed
    ("The ministry denied the report.", "denied", "report", "The ministry", 30),
    ("The ministry dismissed the claims as propaganda.", "denied", "claim", "The ministry", 47),
    ("Officials confirmed the toll on Monday.", "confirmed", "toll", "Officials", 38),
    ("An official confirmed the figure.", "confirmed", "figure", "An official", 32),
    ("The toll was confirmed by a hospital official.", "confirmed", "toll", "a hospital official", 45),
    ("The figure is disputed by the opposition.", "disputed", "figure", "the opposition", 40),
    ("The claim is contested.", "disputed", "claim", None, 22),
]

CLAUSES = [
    # sentence, the statement's words                            # what the row protects
    ("The group said 12 died, which could not be independently confirmed.",
     "which could not be independently confirmed"),
    ("They said 20 fell, a figure that could not be independently verified.",
     "a figure that could not be independently verified"),
    ("The rebels said they killed 20, a claim the army denied.", "a claim the army denied"),
    ("He said 9 died, but the number could not be verified.", "the number could not be verified"),
    ("According to unconfirmed reports, 12 died.", "unconfirmed reports"),
    ("The army said the deaths could not be independently verified.",
     "the deaths could not be independently verified"),
]  # fmt: skip

NONE = [
    "Police could not confirm whether he left.",  # its own content: a claim
    "He denied that he left.",
    "He denied allegations that he lied.",
    "He rejected the offer.",  # nothing that was said
    "The senate confirmed the judge.",
    "His identity could not be confirmed.",
    "She denied that she had mishandled information.",
    "There was no confirmation of the decision to leave.",
    "He had no proof that the papers were real.",
    "This proposal was rejected by 64 percent of voters.",
    "It remains to be seen if the report will be confirmed.",
    "Which brings us to a couple of other challenges.",
    "They will confirm the toll tomorrow.",
]


def _read(sentence: str) -> tuple[VerificationStatement, ...]:
    return find_verifications(sentence, [(0, len(sentence))])


@pytest.mark.parametrize(("sentence", "status", "subject", "source", "end"), FOUND)
def test_statement_is_read(sentence: str, status: str, subject: str, source: str | None, end: int) -> None:
    (found,) = _read(sentence)
    told = found.source.exact if found.source else None
    assert (found.status, found.subject, told) == (status, subject, source)
    assert (found.start, found.end) == (0, end)


@pytest.mark.parametrize(("sentence", "words"), CLAUSES)
def test_statement_is_its_clause(sentence: str, words: str) -> None:
    (found,) = _read(sentence)
    assert sentence[found.start : found.end] == words


@pytest.mark.parametrize("sentence", NONE)
def test_what_only_looks_like_a_check_is_none(sentence: str) -> None:
    assert _read(sentence) == ()


def test_two_statements_of_one_sentence_are_two() -> None:
    found = _read("The number could not be immediately verified, but residents confirmed it.")
    assert [statement.status for statement in found] == ["unverified", "confirmed"]


def test_sentence_number_is_told() -> None:
    text = "Nine died. That figure is disputed by all."
    (found,) = find_verifications(text, [(0, 10), (11, len(text))])
    assert (found.sentence, found.start) == (1, 11)


def _statement(start: int, sentence: int, attributive: bool = False) -> VerificationStatement:
    return VerificationStatement(start, start + 30, "unverified", "claim", None, sentence, attributive)


TIES = [
    # statement, claims (content start, end, first and last sentence), index     # what the row protects
    (_statement(60, 1), [(0, 50, 0, 0)], 0),  # the sentence before
    (_statement(60, 1), [(0, 20, 0, 0), (25, 50, 0, 0)], 1),  # its last claim
    (_statement(60, 2), [(0, 20, 0, 0)], None),  # not farther
    (_statement(60, 1), [(0, 20, 0, 0), (40, 58, 1, 1)], 1),  # the same sentence before the statement
    (_statement(60, 1), [(0, 20, 0, 0), (60, 90, 1, 1)], 0),  # not the claim that is the statement itself
    (_statement(60, 1), [(0, 20, 0, 0), (64, 80, 1, 1)], 0),  # nor one inside it
    (_statement(60, 0), [(10, 90, 0, 0)], 0),  # a content that takes in the relative clause
    (_statement(10, 1, attributive=True), [(0, 8, 0, 0), (45, 80, 1, 1)], 1),  # "unconfirmed reports say …"
    (_statement(10, 1, attributive=True), [(0, 8, 0, 0)], None),
    (_statement(10, 1), [], None),
]


@pytest.mark.parametrize(("statement", "claims", "index"), TIES)
def test_statement_is_tied(
    statement: VerificationStatement, claims: list[tuple[int, int, int, int]], index: int | None
) -> None:
    assert tie_verification(statement, claims) == index
