"""Plain text: every stretch gets its kind, none is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.reports.plaintext import read_plaintext
from tests.reports.pages import kinds_of, report_of

BODY = "The coast guard said on Monday that ten people had died in the storm."
MORE = "Rescue boats were still looking for eleven others, the mayor of Varna told reporters."


def kinds(text: str) -> list[str]:
    return [block.kind for block in read_plaintext(text).blocks]


def page_of(*lines: str) -> str:
    return "\n\n".join(lines)


SHORT_TEXTS = [
    # one sentence is a paragraph
    ("At least 61 people were killed, police said.", ["paragraph"]),
    ("61 people died.", ["paragraph"]),
    # a title alone may be a headline
    ("Police: 12 dead in blast", ["headline"]),
    ("Is the Ferry Safe?", ["headline"]),
    # a wire's beginning is no title
    (page_of("VARNA, Bulgaria (AP) _", BODY), ["paragraph", "paragraph"]),
    (page_of("VARNA, June 3 (Reuters) --", BODY), ["paragraph", "paragraph"]),
    # a title in capitals with a full stop, before a paragraph
    (page_of("Ten Die as Ferry Sinks Off Bulgarian Coast.", BODY), ["headline", "paragraph"]),
    # a sentence before a paragraph is none
    (page_of("Ten people died as a ferry sank off the coast.", BODY), ["paragraph", "paragraph"]),
    # the first title of four words or more, not the label over it
    (page_of("Bulgaria Today", "Ferry sinks off coast", BODY), ["paragraph", "headline", "paragraph"]),
    (page_of("Ferry sinks", BODY), ["headline", "paragraph"]),
    # the title of the page and that of the report
    (page_of("Ferry sinks off coast", "Ferry sinks off coast", BODY), ["headline", "headline", "paragraph"]),
    # a heading inside is left in the text
    (
        page_of("Ferry sinks off coast", BODY, "What we know", MORE),
        ["headline", "paragraph", "paragraph", "paragraph"],
    ),
    # nothing to tell
    ("", []),
    (" \n\n ", []),
]


@pytest.mark.parametrize(("text", "expected"), SHORT_TEXTS)
def test_headlines_and_paragraphs_are_told_apart(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected


FURNITURE = [
    "Skip to main content", "BREAKING NEWS", "Advertisement", "ADVERTISEMENT - ", "Share", "Share this article",
    "Tweet", "Copy link", "Read more", "READ MORE: Storm hits the coast", "Related: Twelve die in Burgas",
    "Related:", "Also read: Twelve die in Burgas", "To learn more, click here.", "Click here to read the report",
    "Sign up for our daily newsletter", "Get the morning briefing delivered straight to your inbox",
    "Follow us on Telegram", "We use cookies to make this site better.", "Accept all cookies", "Privacy policy",
    "© 2016 The Varna Post", "Copyright 2016 The Varna Post", "5 min read", "12 comments", "Loading...",
    "https://example.org/a/b", "Already a subscriber? Log in", "Most read", "Story continues below advertisement",
]  # fmt: skip


@pytest.mark.parametrize("line", FURNITURE)
def test_page_furniture_is_marked_wherever_it_stands(line: str) -> None:
    assert kinds(page_of("Ferry sinks off coast", BODY, line, MORE))[2] == "furniture"


@pytest.mark.parametrize(
    "line", ["World", "XS", "LG", "Home > News > Europe", "Home | World | Sport", "Video", "3"]
)
def test_menus_are_marked_at_the_edges_and_left_alone_inside(line: str) -> None:
    assert kinds(page_of(line, "Ferry sinks off coast", BODY, MORE, line)) == [
        "furniture", "headline", "paragraph", "paragraph", "furniture",
    ]  # fmt: skip
    assert kinds(page_of("Ferry sinks off coast", BODY, line, MORE))[2] == "paragraph"


REAL_WORDS = [
    # what begins as furniture does, and is news
    "Share prices fell by 12 percent on Monday, the exchange said.",
    "Read more than 61 names aloud, the mayor told the crowd.",
    "Copyright law will change, the minister told 12 reporters.",
    "We baked cookies for the 61 survivors, she said.",
    "Support for the war fell to 40 percent today, the poll said.",
    "No part of the building was left standing, the mayor said.",
    "Unauthorised use of force killed 12 people, the court found.",
    "The views expressed by voters differ by region, the poll found.",
    "Follow the money, the prosecutor told the court on Monday.",
    "Correction of the figures will take days, the ministry said.",
    "The ministry's count does not necessarily reflect the number of dead, it said.",
    "The report was amended by parliament on Monday, lawmakers said.",
    "The movement has been declared extremist by the court, lawyers said, and 12 members were arrested.",
    "Advertisement of the tender drew 12 bids, the ministry said.",
    "Please note, the mayor said, that 61 people are missing.",
    "Related attacks killed 12 people last month, the police said.",
    "Contact with the ferry was lost at 10:15, the coast guard said.",
]


@pytest.mark.parametrize("line", REAL_WORDS)
def test_words_of_the_report_are_never_marked(line: str) -> None:
    assert kinds(line) == ["paragraph"]
    assert kinds(page_of("Ferry sinks off coast", BODY, line, MORE)) == ["headline"] + ["paragraph"] * 3
    assert kinds(page_of("Ferry sinks off coast", BODY, line)) == ["headline"] + ["paragraph"] * 2


NOTICES = [
    "This article was amended on 27 January to correct the number of dead.",
    "An earlier version of this story misstated the number of dead.",
    "Editor's note: The ministry has since revised its figures.",
    "Correction: The ferry carried 61 people, not 16.",
    "Correction, January 27, 2016: The ferry carried 61 people.",
    "The views expressed in this article are the author's own.",
    "The opinions expressed here do not necessarily reflect the position of the paper.",
    "Please note that you could face fines for sharing our content.",
    "All rights reserved.",
    "© 2016 The Varna Post. All rights reserved.",
    "This material may not be published, broadcast, rewritten or redistributed.",
    "THIS MATERIAL WAS PRODUCED BY AN OUTLET THAT ACTS AS A FOREIGN AGENT",
    "Warning: this story contains graphic details.",
]


@pytest.mark.parametrize("line", NOTICES)
def test_legal_and_editorial_notices_are_notices(line: str) -> None:
    assert kinds(page_of("Ferry sinks off coast", BODY, MORE, line))[3] == "notice"


LABEL = 'The Varna Post has been declared an "undesirable organization" by the government.'


def test_a_label_on_the_outlet_is_a_notice_beside_another_and_news_elsewhere() -> None:
    warning = "Please note that you could face fines for sharing our content."
    assert kinds(page_of(BODY, MORE, LABEL, warning)) == ["paragraph", "paragraph", "notice", "notice"]
    assert kinds(page_of(BODY, MORE, LABEL, "Share")) == ["paragraph", "paragraph", "notice", "furniture"]
    assert kinds(page_of(BODY, LABEL, MORE)) == ["paragraph"] * 3
    assert kinds(page_of(BODY, LABEL)) == ["paragraph"] * 2


SEEN = "Captain Ivan Petrov (2nd left) steps ashore after the ferry sank off Varna."
SEEN_PLAIN = "Captain Ivan Petrov steps ashore after the ferry sank off Varna."
CAPTIONS = [
    # printed twice running
    (page_of("Ferry sinks off coast", SEEN_PLAIN, SEEN_PLAIN, BODY), [1, 2]),
    (f"Ferry sinks off coast\n\n{SEEN}\n{SEEN}\n\n{BODY}", [1, 2]),
    # said where in the picture, and printed again without
    (page_of("Ferry sinks off coast", SEEN, BODY, SEEN_PLAIN), [1]),
    (page_of("Ferry sinks off coast", BODY, f"{MORE} {SEEN_PLAIN}", SEEN), [3]),
    # the first line, printed again as it is
    (page_of("Ferry sinks off coast", SEEN_PLAIN, BODY, f"{MORE} {SEEN_PLAIN}"), [1]),
    # both at once, as pages with a picture in two sizes do
    (page_of("Ferry sinks off coast", SEEN, SEEN, BODY, SEEN_PLAIN), [1, 2]),
    # marked, or with a credit
    (page_of("Ferry sinks off coast", BODY, "Photo: The ferry in May 2015.", MORE), [2]),
    (page_of("Ferry sinks off coast", BODY, "The ferry in May 2015. (Ana Silva/AP)", MORE), [2]),
    (page_of("Ferry sinks off coast", BODY, "FILE - The ferry is seen in Varna in May 2015.", MORE), [2]),
    # not: a paragraph that comes again much later, a place in a picture said once
    (page_of("Ferry sinks off coast", BODY, MORE, SEEN_PLAIN, "It was dark, he said.", SEEN_PLAIN), []),
    (page_of("Ferry sinks off coast", BODY, SEEN, MORE), []),
]


@pytest.mark.parametrize(("text", "captions"), CAPTIONS)
def test_captions_are_found(text: str, captions: list[int]) -> None:
    assert [at for at, kind in enumerate(kinds(text)) if kind == "caption"] == captions


WRAPPED = """\
Ferry sinks off coast

   The coast guard said on Monday that ten people had died in the
storm that hit the coast of the Black Sea over the weekend, and that
the ferry had not been seen since it left the harbour of Varna.
   Rescue boats were still looking for eleven others, the mayor of the
town told reporters at the harbour, and would go on until dark.
"""


def test_wrapped_lines_are_one_paragraph() -> None:
    assert kinds(WRAPPED) == ["headline", "paragraph", "paragraph"]
    assert kinds(WRAPPED.replace("   ", "\n")) == ["headline", "paragraph", "paragraph"]


STORM = (
    "The coast guard said on Monday that ten people had died in the storm that hit the coast of the Black Sea "
    "over the weekend, and that the ferry had not been seen since it left the harbour of Varna, where Captain "
    "Ivan Petrov had been warned. "
)
SEARCH = (
    "Rescue boats were still looking for eleven others, Mayor Ana Silva told reporters at the harbour, and would "
    "go on until dark. Two of them had found wreckage off Cape Kaliakra, but no survivors, she said. "
)


def wrapped(paragraph: str, width: int, *, ragged: int = 0) -> str:
    """Lines of at most ``width`` columns; of ragged ones every other is cut up to so many columns earlier."""
    lines, line = [], ""
    for word in paragraph.split():
        limit = width - (ragged if len(lines) % 2 else 0)
        if line and len(line) + 1 + len(word) > limit:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return "\n".join([*lines, line])


@pytest.mark.parametrize("width", [48, 60, 72, 79, 100])
@pytest.mark.parametrize("ragged", [0, 7, 12])  # cut by a program; edited after that; copied from print
def test_wrapped_paragraphs_are_whole_however_they_were_cut(width: int, ragged: int) -> None:
    first, second = (wrapped(words, width, ragged=ragged) for words in (STORM, SEARCH))
    assert kinds(page_of("Ferry sinks off coast", first, second)) == ["headline", "paragraph", "paragraph"]
    # set in, without an empty line between
    assert kinds(f"Ferry sinks off coast\n\n   {first}\n   {second}") == ["headline", "paragraph", "paragraph"]
    # in capitals the greedy cut alone shows it
    if not ragged:
        assert kinds(page_of(first.upper(), second.upper())) == ["paragraph", "paragraph"]


CUT_LINES = [
    # a name after a line that is not full: an editor put a word in, or took one out
    ("VARNA, 3 JUN 89 (BTA) -- [TEXT] THE COAST GUARD HAS REPORTED THAT\n", "THE FERRY SANK", 1),
    # a bracket is open
    ("SOFIA, 3 JUN 89 (BTA) -- [INTERVIEW WITH THE MINISTER OF\n", "TRANSPORT BY ANA SILVA] [TEXT] THE", 1),
    # a title over the report, without an empty line
    ("Ferry sinks off coast in storm\n", "Varna's coast guard said", 2),
    ("Ferry with 61 aboard sinks off coast in storm\n", "Varna's coast guard said", 2),
    # the line of a writer
    ("By Ana Silva\n", "Varna's coast guard said", 2),
]


@pytest.mark.parametrize(("line", "start", "blocks"), CUT_LINES)
def test_the_first_line_of_wrapped_text_goes_on_unless_it_may_be_a_title(
    line: str, start: str, blocks: int
) -> None:
    rest = wrapped(f"{start} on Monday: {STORM}{SEARCH}", 72)
    assert len(kinds(line + (rest.upper() if line[1].isupper() else rest))) == blocks


UNWRAPPED = [
    # titles under each other: none stops a sentence, none begins with a small letter
    (["Ferry sinks off coast of Varna in storm", "Minister resigns over ferry disaster",
      "Ten dead named by the coast guard", "Search for eleven others called off"], 4),
    # names and offices
    (["Ana Silva, Mayor of Varna, 3 June", "Ivan Petrov, Captain of the ferry", "Tom Berg, Coast Guard"], 3),
    # one line end behind a word that leads over to the next
    (["At least 61 people were killed in the blast, said the mayor of", "Varna, Ana Silva."], 1),
    (["At least 61 people were killed in the blast, said the", "Varna coast guard."], 1),
    (["At least 61 people were killed in the blast.", "Varna is in mourning."], 2),
    # a title may end with a word that often leads over
    (["Toll in Varna at 61, with ten others unaccounted for", "Ten more bodies were found on Monday."], 2),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "blocks"), UNWRAPPED)
def test_lines_that_are_not_wrapped_stay_apart(lines: list[str], blocks: int) -> None:
    assert len(kinds("\n".join(lines))) == blocks


def test_a_line_is_a_paragraph_where_lines_are_not_wrapped() -> None:
    assert kinds(f"Ferry sinks off coast\n{BODY}\n{MORE}\n{SEEN_PLAIN} {MORE}") == ["headline"] + ["paragraph"] * 3


def test_a_sentence_cut_by_one_line_end_is_one_paragraph() -> None:
    assert kinds("At least 61 people were killed in the blast, the police\nsaid on Tuesday.") == ["paragraph"]


def test_items_and_rows_are_blocks_of_their_own() -> None:
    items = "- ten people died in Varna\n- eleven are missing\n- the ferry is lost"
    assert kinds(page_of("Ferry sinks off coast", BODY, items, MORE)) == [
        "headline", "paragraph", "list", "list", "list", "paragraph",
    ]  # fmt: skip
    assert kinds(page_of(BODY, "1. Varna\n2. Burgas", MORE)) == ["paragraph", "list", "list", "paragraph"]
    for table in ("Town\tDead\nVarna\t10\nBurgas\t2", "| Town | Dead |\n| Varna | 10 |\n| Burgas | 2 |"):
        assert kinds(page_of(BODY, table, MORE)) == ["paragraph", "table", "table", "table", "paragraph"]


def test_one_dash_or_one_tab_makes_no_list_and_no_table() -> None:
    assert kinds(page_of(BODY, f"– {MORE}", BODY)) == ["paragraph"] * 3
    assert kinds(page_of(BODY, f"{MORE}\t{MORE}", BODY)) == ["paragraph"] * 3


def test_lines_about_the_text_at_its_head_are_furniture() -> None:
    head = "https://example.org/a\nDate: 2018-09-29\nSource: The Varna Post"
    assert kinds(page_of(head, "Ferry sinks off coast", BODY)) == ["furniture"] * 3 + ["headline", "paragraph"]
    # alone it may be a title of a report
    assert kinds(page_of("Source: 12 dead in blast", BODY)) == ["headline", "paragraph"]


def test_names_of_writers_are_kept_and_their_line_is_furniture() -> None:
    report = report_of(page_of("Ferry sinks off coast", "By Ana Silva and Tom Berg", BODY))
    assert report.bylines == ("Ana Silva", "Tom Berg")
    assert [kind for kind, _ in kinds_of(report)] == ["headline", "furniture", "paragraph"]
    assert report_of(page_of(BODY, "By Friday Ten People Had Died.", MORE)).bylines == ()


LINES = st.one_of(
    st.text(max_size=80),
    st.sampled_from([*FURNITURE, *NOTICES, SEEN, SEEN_PLAIN, BODY, "", " ", "- a", "a\tb", "XS", "By Ana Silva"]),
)


@given(st.lists(LINES, max_size=12).map("\n".join))
def test_blocks_cover_all_but_white_space_in_order(text: str) -> None:
    before = 0
    for block in read_plaintext(text).blocks:
        assert before <= block.start < block.end <= len(text)
        assert not text[before : block.start].strip()
        assert text[block.start : block.end] == text[block.start : block.end].strip()
        before = block.end
    assert not text[before:].strip()


@given(st.lists(LINES, max_size=8).map("\n".join))
def test_the_same_text_gives_the_same_blocks(text: str) -> None:
    assert read_plaintext(text) == read_plaintext(text)
