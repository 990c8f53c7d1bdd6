"""HTML pages: the report's words, its captions, what the page says of itself."""

import json
from typing import Any

import pytest

from reportedly.terms import Given, Report
from tests.reports.pages import kinds_of, report_of, skip_of

LEAD = "Ten people died when a ferry sank off the Bulgarian coast on Monday, the coast guard said in a statement."
BODY = "Rescue boats were still looking for eleven others, the mayor of Varna told reporters on Tuesday."


def page(body: str, head: str = "") -> str:
    return f"<!DOCTYPE html><html lang=en><head>{head}</head><body>{body}</body></html>"


def ld(value: Any) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


def read(body: str, head: str = "", given: Given | None = None) -> Report:
    return report_of(page(body, head), html=True, given=given)


ARTICLE = f"<article><h1>Ferry sinks off coast</h1><p>{LEAD}</p><p>{BODY}</p></article>"


def test_the_text_is_the_headline_and_the_report() -> None:
    menus = '<nav><a href="/">Home</a> <a href="/w">World</a></nav>'
    report = read(f"{menus}{ARTICLE}<footer>Contact us</footer>")
    assert report.text == f"Ferry sinks off coast\n\n{LEAD}\n\n{BODY}"
    assert report.headline == "Ferry sinks off coast"
    assert [block.kind for block in report.blocks] == ["headline", "paragraph", "paragraph"]


def test_captions_lists_tables_and_headings_keep_their_kind_and_place() -> None:
    report = read(
        "<article><h1>Ferry sinks off coast</h1>"
        "<figure><img src=a.jpg><figcaption>The ferry in May.</figcaption></figure>"
        f"<p>{LEAD}</p><h2>What we know</h2>"
        "<ul><li>Ten <b>dead</b></li><li>Eleven missing<ul><li>two of them children</li></ul></li></ul>"
        f"<p>{BODY}</p><figure><img src=b.jpg><figcaption>The harbour.</figcaption></figure>"
        "<table><tr><th>Town</th><th>Dead</th></tr><tr><td>Varna</td><td>10</td></tr></table>"
        f"<blockquote><p>“It was dark,” he said.</p></blockquote><p>One line.<br>Another line.</p></article>"
    )
    assert kinds_of(report) == [
        ("headline", "Ferry sinks off coast"),
        ("caption", "The ferry in May."),
        ("paragraph", LEAD),
        ("headline", "What we know"),
        ("list", "Ten dead"),
        ("list", "Eleven missing"),
        ("list", "two of them children"),
        ("paragraph", BODY),
        ("caption", "The harbour."),
        ("table", "Town\tDead"),
        ("table", "Varna\t10"),
        ("paragraph", "“It was dark,” he said."),
        ("paragraph", "One line."),
        ("paragraph", "Another line."),
    ]


def test_a_caption_outside_of_the_report_is_kept() -> None:
    picture = "<header><figure><img src=a.jpg><figcaption>The ferry, in May 2015.</figcaption></figure></header>"
    report = read(f"<div class=hero>{picture}</div>{ARTICLE}")
    assert ("caption", "The ferry, in May 2015.") in kinds_of(report)


def test_notices_and_leftovers_in_the_text_are_marked() -> None:
    report = read(
        f"<article><h1>Ferry sinks off coast</h1><p>{LEAD}</p><p>Advertisement</p><p>{BODY}</p>"
        "<p>This article was amended on 27 January to correct a name.</p></article>"
    )
    assert [kind for kind, _ in kinds_of(report)] == ["headline", "paragraph", "furniture", "paragraph", "notice"]


def test_scripts_and_styles_never_come_in() -> None:
    report = read(
        "<script>document.write('99 dead')</script><style>p{content:'98 dead'}</style>"
        f"<noscript>97 dead</noscript>{ARTICLE}<template><p>96 dead</p></template><!-- 95 dead -->"
    )
    assert "dead" not in report.text


def test_markup_shown_in_a_report_stays_words() -> None:
    shown = "<script>alert(61)</script>"
    escaped = shown.replace("<", "&lt;").replace(">", "&gt;")
    report = read(
        f"<article><h1>Wall painted</h1><p>{LEAD}</p><p>“{escaped}” was on the wall, {BODY}</p></article>"
    )
    assert shown in report.text


MARKUP_DATES = [
    # JSON-LD goes first, however it is packed
    (ld({"@type": "NewsArticle", "datePublished": "2016-01-26T10:15:00+01:00"}),
     "2016-01-26T10:15:00+01:00", "json-ld"),
    (ld([{"@type": "WebSite"}, {"@type": ["NewsArticle"], "datePublished": "2016-01-26"}]),
     "2016-01-26", "json-ld"),
    (ld({"@graph": [{"@type": "Article", "datePublished": "2016-01-26 10:15:00Z"}]}),
     "2016-01-26T10:15:00Z", "json-ld"),
    (ld({"@type": "WebPage", "mainEntity": {"@type": "Report", "datePublished": "2016-01-26"}}),
     "2016-01-26", "json-ld"),
    (ld({"@type": "WebPage", "datePublished": "2016-01-26"}), "2016-01-26", "json-ld"),
    (ld({"@type": "BreakingNewsArticle", "datePublished": ["2016-01-26"]}), "2016-01-26", "json-ld"),
    (
        ld({"@type": "NewsArticle", "datePublished": "2016-01-26"})
        + '<meta property="article:published_time" content="2015-01-01">',
        "2016-01-26",
        "json-ld",
    ),
    # broken or empty JSON-LD is passed over
    ('<script type="application/ld+json">{"datePublished": </script><meta name="date" content="2016-01-26">',
     "2016-01-26", "meta"),
    (ld({"@type": "NewsArticle", "datePublished": None}) + '<meta name="pubdate" content="2016-01-26">',
     "2016-01-26", "meta"),
    (ld({"@type": "NewsArticle", "datePublished": {"x": 1}}), None, None),
    (ld("2016-01-26"), None, None),
    (ld({"@type": "NewsArticle", "datePublished": "1970-01-01T00:00:00Z"}), None, None),
    (ld({"@type": "NewsArticle", "datePublished": "2016-31-31"}), None, None),
    # another thing's date
    (ld({"@type": "VideoObject", "datePublished": "2016-01-26"}), None, None),
    # meta elements
    ('<meta property="article:published_time" content="2016-01-26T10:15:00.000Z">',
     "2016-01-26T10:15:00Z", "meta"),
    ('<meta name="DC.date.issued" content="2016-01-26">', "2016-01-26", "meta"),
    ('<meta itemprop="datePublished" content="26 January 2016">', "2016-01-26", "meta"),
    # the address
    ('<link rel="canonical" href="https://example.org/2016/01/26/ferry">', "2016-01-26", "url"),
    ('<meta property="og:url" content="https://example.org/2016/01/26/ferry">', "2016-01-26", "url"),
    # nothing
    ("", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("head", "published", "published_from"), MARKUP_DATES)
def test_the_markup_says_when_it_was_published(
    head: str, published: str | None, published_from: str | None
) -> None:
    report = read(ARTICLE, head)
    assert (report.published, report.published_from) == (published, published_from)


def test_a_time_element_and_a_date_line_are_read_last() -> None:
    stamped = ARTICLE.replace("<p>", '<time itemprop="datePublished" datetime="2016-01-26">Tuesday</time><p>', 1)
    assert read(stamped).published_from == "meta"
    lined = ARTICLE.replace("<p>", "<p>Published 26 January 2016</p><p>", 1)
    report = read(lined)
    assert (report.published, report.published_from) == ("2016-01-26", "text")
    assert ("furniture", "Published 26 January 2016") in kinds_of(report)


def test_the_page_says_who_published_it_where_and_who_wrote_it() -> None:
    head = (
        ld(
            {
                "@type": "NewsArticle",
                "publisher": {"@type": "Organization", "name": "The Varna Post"},
                "author": [{"name": "Ana Silva"}, {"name": "By Tom Berg"}, {"name": "https://example.org/ana"}],
                "dateModified": "2016-01-27T08:00:00Z",
            }
        )
        + '<link rel="canonical" href="https://example.org/a"><meta property="og:site_name" content="Other">'
    )
    report = read(ARTICLE, head)
    assert report.outlet == "The Varna Post"
    assert report.bylines == ("Ana Silva", "Tom Berg")
    assert (report.url, report.updated) == ("https://example.org/a", "2016-01-27T08:00:00Z")


def test_meta_elements_say_it_where_json_ld_does_not() -> None:
    head = (
        '<meta property="og:site_name" content="The Varna Post">'
        '<meta name="byl" content="By Ana Silva and Tom Berg">'
        '<meta property="article:modified_time" content="2016-01-27"><link rel=canonical href="/relative">'
    )
    report = read(ARTICLE, head)
    assert (report.outlet, report.bylines) == ("The Varna Post", ("Ana Silva", "Tom Berg"))
    assert (report.url, report.updated) == (None, "2016-01-27")


def test_a_writer_shown_on_the_page_is_kept() -> None:
    signed = ARTICLE.replace("<p>", '<div class="author">Ana Silva</div><p>', 1)
    assert read(signed).bylines == ("Ana Silva",)
    assert read(ARTICLE.replace("<p>", "<p>By Ana Silva</p><p>", 1)).bylines == ("Ana Silva",)
    assert read(ARTICLE).bylines == ()


def test_what_is_given_goes_before_what_the_page_says() -> None:
    head = '<meta property="og:site_name" content="Other"><link rel=canonical href="https://example.org/other">'
    report = read(ARTICLE, head, Given(outlet="Mine", url="https://example.org/mine", published="2016"))
    assert (report.outlet, report.url, report.published_from) == ("Mine", "https://example.org/mine", "argument")


HEADLINES = [
    # the h1 that readers see, in its own writing
    ("<h1>Ferry sinks off coast</h1>", '<meta property="og:title" content="Ferry sinks off coast - Post">',
     "Ferry sinks off coast"),
    # an h1 that is the outlet's sign
    ("<h1>The Varna Post</h1><h2>x</h2>", '<meta property="og:title" content="Ferry sinks off coast">',
     "Ferry sinks off coast"),
    # none: the title without the outlet
    ("", "<title>Ferry sinks off the coast of Varna | The Varna Post</title>",
     "Ferry sinks off the coast of Varna"),
    ("", "", None),
]  # fmt: skip


@pytest.mark.parametrize(("h1", "head", "headline"), HEADLINES)
def test_the_headline_is_what_readers_see(h1: str, head: str, headline: str | None) -> None:
    report = read(f"{h1}<article><p>{LEAD}</p><p>{BODY}</p></article>", head)
    assert report.headline == headline
    if headline is not None:
        assert kinds_of(report)[0] == ("headline", headline)


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        # pages too small for an extractor
        ("<p>At least 61 people were killed, police said.</p>", "At least 61 people were killed, police said."),
        ("<div>61 dead</div>", "61 dead"),
        ("plain words in a file named .html", "plain words in a file named .html"),
        ("<html><body>61 dead<p>and more", "61 dead and more"),
    ],
)
def test_a_small_page_gives_its_words(markup: str, text: str) -> None:
    assert report_of(markup, html=True).text == text


def test_blocks_of_html_cover_all_but_white_space() -> None:
    report = read(ARTICLE)
    covered = "".join(words for _, words in kinds_of(report))
    assert "".join(covered.split()) == "".join(report.text.split())


def test_labels_alone_are_no_report() -> None:
    assert skip_of(page("<p>Share this</p>"), html=True).reason == "report.no_text"
