"""Pages that are hard to read: refused with a reason, or read as they are; never a crash."""

import logging
import resource

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.errors import BadOption
from reportedly.reports import ReportLimits, read_report
from reportedly.terms import Given, Report, Skipped
from tests.reports.pages import kinds_of, page, report_of, skip_of

SENTENCE = "At least 61 people were killed, police said."


@pytest.mark.parametrize("tag", ["div", "span", "b", "blockquote", "table", "ul", "font", "em"])
@pytest.mark.parametrize("closed", [True, False])
def test_html_ten_thousand_deep_is_refused(tag: str, closed: bool) -> None:
    body = f"<{tag}>" * 10_000 + SENTENCE + (f"</{tag}>" * 10_000 if closed else "")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    found = read_report(page(f"<html><body>{body}</body></html>", html=True))
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert isinstance(found, Skipped)
    assert found.reason in ("report.too_deep", "report.no_text")
    assert after - before < 200_000  # kilobytes on Linux


def test_html_as_deep_as_pages_are_is_read() -> None:
    body = "<div>" * 100 + f"<p>{SENTENCE}</p>" + "</div>" * 100
    assert report_of(f"<html><body>{body}</body></html>", html=True).text == SENTENCE


def test_a_page_of_many_unclosed_paragraphs_is_not_deep() -> None:
    assert isinstance(read_report(page("<html><body>" + f"<p>{SENTENCE}" * 3000, html=True)), Report)


@pytest.mark.parametrize("html", [True, False])
def test_a_page_over_the_limit_is_refused(html: bool) -> None:
    skipped = skip_of(SENTENCE * 10, ReportLimits(max_characters=100), html=html)
    assert skipped.reason == "input.too_large"
    assert "100" in skipped.detail


@pytest.mark.parametrize(
    ("body", "html"),
    [
        ("<html><head><title>61 dead</title></head><body></body></html>", True),
        ("<html><body><script>61 dead</script></body></html>", True),
        ("<html><body><img src=a.png></body></html>", True),
        ("<!-- 61 dead -->", True),
        ("\ufeff \n", False),
    ],
)
def test_a_page_without_text_is_skipped(body: str, html: bool) -> None:
    assert skip_of(body, html=html).reason == "report.no_text"


def test_what_could_not_be_decoded_is_counted_and_told(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        report = report_of("Café, naïve, “quoted” words ".encode() + b"\xe9\xe9 and 61 more.")
    assert report.text.count("\ufffd") == 2
    assert "2 signs could not be decoded" in caplog.text


def test_markup_in_a_plain_text_is_words() -> None:
    body = f"<script>alert(61)</script>\n\n{SENTENCE}\n\n<b>bold</b> &amp; [link](javascript:alert(1))"
    report = report_of(body)
    assert report.text == body


def test_plain_text_is_kept_to_the_letter() -> None:
    body = "  Two  spaces,\ttabs,\r\n\r\nsoft\u00adhyphens, e\u0301, \u200bzero widths,\rlone returns, \u2028 \n"
    assert report_of(body).text == body.replace("\r\n", "\n").replace("\r", "\n")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        # English, long and short
        ("The ministry said on Monday that it had counted the dead and that there were 61 of them.", "en"),
        ("Police: 12 dead in blast", "en"),
        ("61", "en"),
        ("Halimov", "en"),
        # another language that is certain, if short
        ("Mindestens 61 Menschen wurden getötet, sagte die Polizei.", "de"),
        ("Au moins 61 personnes ont été tuées, a annoncé la police.", "fr"),
        # one that is not
        ("BNPB: 384 tewas", "en"),
        # long ones
        ("Al menos sesenta y una personas murieron el lunes en una explosión en el centro de la capital, según "
         "informó la policía, que sigue buscando a los desaparecidos entre los restos del edificio.", "es"),
        ("В результате взрыва в столице в понедельник погиб 61 человек, сообщили в полиции. Спасатели продолжают "
         "искать пропавших под завалами разрушенного здания, сказал мэр города.", "ru"),
    ],
)  # fmt: skip
def test_the_language_is_told(text: str, language: str) -> None:
    assert report_of(text).language == language


def test_the_language_given_decides() -> None:
    assert report_of("Взрыв в столице", given=Given(language="en")).language == "en"
    assert report_of(SENTENCE, given=Given(language="ru-RU")).language == "ru"


def test_a_report_in_another_language_is_kept_whole() -> None:
    text = "Mindestens 61 Menschen wurden getötet, sagte die Polizei."
    assert kinds_of(report_of(text)) == [("paragraph", text)]


def test_a_date_or_language_that_is_none_is_a_wrong_option() -> None:
    for given_wrong in (Given(published="26.13.2016"), Given(language="English please")):
        with pytest.raises(BadOption):
            read_report(page(SENTENCE, given=given_wrong))


def test_the_same_page_gives_the_same_report_and_another_address_another_id() -> None:
    assert report_of(SENTENCE) == report_of(SENTENCE)
    one, other = report_of(SENTENCE, address="a"), report_of(SENTENCE, address="b")
    assert one.id != other.id
    assert one.text_sha256 == other.text_sha256


@settings(max_examples=60, deadline=None)
@given(
    st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode("utf-8", "replace")),
    st.booleans(),
)
def test_any_bytes_give_a_report_or_a_skip(body: bytes, html: bool) -> None:
    found = read_report(page(body, html=html, given=Given(language="en")))
    if isinstance(found, Report):
        before = 0
        for block in found.blocks:
            assert before <= block.start < block.end <= len(found.text)
            before = block.end


TAGS = st.sampled_from([
    "<p>", "</p>", "<div>", "</div>", "<li>", "<ul>", "<table>", "<td>", "<tr>", "<figure>", "<figcaption>",
    "<h1>", "<script>", "<br>", "<!--", "-->", "<a>", "text", "&lt;", "&#0;", "<html>", "<body>", "<article>",
    "<template>",
])  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(TAGS, max_size=40).map(" ".join))
def test_any_tags_give_a_report_or_a_skip(markup: str) -> None:
    assert isinstance(read_report(page(markup, html=True, given=Given(language="en"))), Report | Skipped)
