"""Bytes become text as in a browser, and what cannot be read is counted."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.reports.decode import decode

CAFE = "Café – 61"

CASES = [
    # plain text: UTF-8, with or without its mark
    (CAFE.encode(), False, CAFE, 0),
    (codecs.BOM_UTF8 + CAFE.encode(), False, CAFE, 0),
    # other marks
    (CAFE.encode("utf-16"), False, CAFE, 0),
    (codecs.BOM_UTF16_BE + CAFE.encode("utf-16-be"), False, CAFE, 0),
    (CAFE.encode("utf-32"), False, CAFE, 0),
    # no UTF-8: Windows-1252, as browsers do in the West
    (CAFE.encode("cp1252"), False, CAFE, 0),
    # mostly UTF-8 with a few bytes that are not: those alone are replaced
    ("Café, naïve, “quoted”".encode() + b" \xe9", False, "Café, naïve, “quoted” \ufffd", 1),
    # a broken end
    ("Café, naïve …".encode()[:-1], False, "Café, naïve \ufffd", 1),
    # a byte that Windows-1252 does not know
    (b"a\x81b\xe9", False, "a\ufffdbé", 1),
    # line ends and NUL, nothing else
    (b"a\r\nb\rc\n\td \0", False, "a\nb\nc\n\td \ufffd", 1),
    # HTML says its encoding, and is believed
    ('<meta charset="windows-1251">Взрыв'.encode("cp1251"), True, '<meta charset="windows-1251">Взрыв', 0),
    (b'<meta http-equiv=Content-Type content="text/html; charset=iso-8859-1">\x93a\x94', True, None, 0),
    ("<?xml version='1.0' encoding='koi8-r'?>Взрыв".encode("koi8_r"), True, None, 0),
    # ... but not in plain text, where it is a word as any other
    (b'<meta charset="utf-16">\xe9', False, '<meta charset="utf-16">é', 0),
    # a declaration that cannot be true, is none, or is a trap
    ('<meta charset="utf-16">é'.encode(), True, '<meta charset="utf-16">é', 0),
    (b'<meta charset="utf-7">+AGE-', True, '<meta charset="utf-7">+AGE-', 0),
    (b'<meta charset="rot13">abc', True, '<meta charset="rot13">abc', 0),
    (b'<!-- <meta charset="koi8-r"> -->\xc3\xa9', True, '<!-- <meta charset="koi8-r"> -->é', 0),
    # declared wrongly: read as declared, what does not fit is replaced and counted
    (b'<meta charset="utf-8">caf\xe9', True, '<meta charset="utf-8">caf\ufffd', 1),
]


@pytest.mark.parametrize(("body", "html", "text", "replaced"), CASES)
def test_decode_reads_as_a_browser_does(body: bytes, html: bool, text: str | None, replaced: int) -> None:
    decoded = decode(body, html=html)
    assert decoded.replaced == replaced
    if text is not None:
        assert decoded.text == text
    else:
        assert "\ufffd" not in decoded.text


def test_another_script_without_a_declaration_is_guessed() -> None:
    words = "Взрыв в столице унёс жизни шестидесяти одного человека, сообщила полиция в понедельник. " * 5
    assert decode(words.encode("cp1251"), html=False).text == words


@given(st.binary(max_size=400), st.booleans())
def test_any_bytes_become_text_that_can_be_written(body: bytes, html: bool) -> None:
    decoded = decode(body, html=html)
    decoded.text.encode("utf-8")
    assert "\r" not in decoded.text
    assert "\0" not in decoded.text
    assert decoded == decode(body, html=html)


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\0"), max_size=200))
def test_utf_8_text_is_kept_to_the_letter(text: str) -> None:
    assert decode(text.encode(), html=False).text == text.removeprefix("\ufeff")
