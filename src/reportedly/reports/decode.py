"""Bytes as text, the way a browser does it, with what could not be read counted."""

import codecs
import re
from dataclasses import dataclass

#: The sign that stands for what could not be decoded.
REPLACEMENT = "\ufffd"
#: A browser looks for a declared encoding in this many bytes (WHATWG HTML, 13.2.3.2).
_DECLARED_WITHIN = 1024
_META = re.compile(rb"<meta\b[^>]{0,400}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)", re.IGNORECASE)
_XML = re.compile(rb"<\?xml\b[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_.:-]+)", re.IGNORECASE)
_COMMENT = re.compile(rb"<!--.*?(?:-->|\Z)", re.DOTALL)
#: Longest first: the mark of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: Labels that mean another encoding than their name says, and Python's names (WHATWG Encoding, 4.2).
#: A label that is not here and is no ISO 8859, Windows or KOI8 one is not believed.
_LABELS = {
    "utf8": "utf-8", "utf-8": "utf-8", "unicode-1-1-utf-8": "utf-8",
    "utf-16": "utf-8", "utf-16le": "utf-8", "utf-16be": "utf-8",  # ASCII could not be read, were it so
    "ascii": "cp1252", "us-ascii": "cp1252", "latin1": "cp1252", "iso-8859-1": "cp1252", "iso8859-1": "cp1252",
    "iso_8859-1": "cp1252", "l1": "cp1252", "windows-1252": "cp1252", "cp1252": "cp1252",
    "iso-8859-9": "cp1254", "latin5": "cp1254", "iso-8859-11": "cp874", "tis-620": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "big5": "big5hkscs",
    "shift_jis": "cp932", "sjis": "cp932", "x-sjis": "cp932", "euc-jp": "euc_jp", "iso-2022-jp": "iso2022_jp",
    "euc-kr": "cp949", "ks_c_5601-1987": "cp949", "koi8-r": "koi8_r", "koi8-u": "koi8_u", "macintosh": "mac_roman",
}  # fmt: skip
_FAMILY = re.compile(r"(?:windows-|cp)(125[0-8]|874|866)|iso-8859-(\d{1,2})")
#: Where that many bytes in a hundred are no ASCII and no UTF-8 either, the writing is not Latin.
_NOT_LATIN_SHARE = 0.3
_LOOKED_AT = 20_000
#: With fewer such bytes a guess is chance.
_MIN_FOREIGN = 50
#: What is guessed among: encodings of other scripts that pages and files were written in.
_OTHER_SCRIPTS = (
    "cp1251", "koi8_r", "iso8859_5", "cp866", "cp1253", "cp1255", "cp1256", "cp874", "gb18030", "big5", "cp932",
    "euc_jp", "cp949",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it was read in, and how many signs in it stand for what could not be read."""

    text: str
    encoding: str
    replaced: int


def decode(body: bytes, *, html: bool) -> Decoded:
    """The text of the bytes; line ends become ``\\n``, NUL becomes U+FFFD, nothing else is changed.

    In this order: a byte order mark; for HTML the encoding it declares; UTF-8; a legacy guess where
    the writing is plainly not Latin; Windows-1252. A text that is UTF-8 but for a few bytes is read
    as UTF-8, the others replaced. Same bytes, same text. Source of the order: WHATWG HTML, 13.2.3.

    >>> decode("Café\\r\\n".encode("cp1252"), html=False)
    Decoded(text='Café\\n', encoding='cp1252', replaced=0)
    """
    encoding, skip = _encoding_of(body, html)
    text = body[skip:].decode(encoding, "replace")
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", REPLACEMENT)
    return Decoded(text, encoding, text.count(REPLACEMENT))


def _encoding_of(body: bytes, html: bool) -> tuple[str, int]:
    """Python's name of the encoding, and how many bytes its mark takes."""
    for mark, name in _MARKS:
        if body.startswith(mark):
            return name, len(mark)
    declared = _declared(body) if html else None
    if declared is not None:
        return declared, 0
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return _legacy(body), 0
    return "utf-8", 0


def _declared(body: bytes) -> str | None:
    head = _COMMENT.sub(b"", body[:_DECLARED_WITHIN])
    found = _META.search(head) or _XML.match(head.lstrip())
    if found is None:
        return None
    label = found[1].decode("ascii").lower()
    family = _FAMILY.fullmatch(label)
    if label in _LABELS:
        return _LABELS[label]
    if family is None:
        return None
    name = f"cp{family[1]}" if family[1] else f"iso8859_{family[2]}"
    try:
        return codecs.lookup(name).name
    except LookupError:
        return None


def _legacy(body: bytes) -> str:
    """Encoding of bytes that are not UTF-8 and say nothing of themselves."""
    spoiled = body.decode("utf-8", "replace").count(REPLACEMENT)
    beyond_ascii = len(body) - len(body.decode("ascii", "ignore"))
    # Every letter beyond ASCII takes two bytes or more in UTF-8: mostly whole letters, then UTF-8 it is.
    if beyond_ascii - spoiled > 2 * spoiled:
        return "utf-8"
    sample = body[:_LOOKED_AT]
    if sum(byte > 127 for byte in sample) < max(_MIN_FOREIGN, _NOT_LATIN_SHARE * len(sample)):
        return "cp1252"
    return _guess(sample) or "cp1252"


def _guess(sample: bytes) -> str | None:
    from charset_normalizer import from_bytes  # comes with trafilatura; slow to load and seldom wanted

    best = from_bytes(sample, cp_isolation=list(_OTHER_SCRIPTS)).best()
    return None if best is None else codecs.lookup(best.encoding).name
