"""The few PDF objects that reportlab's object model lacks or writes in a way that PDF/UA or PDF/A
does not accept. Objects that come in thousands are bytes from the start.
"""

from __future__ import annotations

import re
import zlib
from codecs import BOM_UTF16_BE
from collections.abc import Callable

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject

from publisher.write.characters import allowed

LEVEL = 6
"""zlib's compression level; more costs much time for little."""

_ASCII = re.compile(r"[\t\n\r -~]*\Z")
_SPECIAL = re.compile(rb"[()\\\r\n]")
_ESCAPES = {b"(": rb"\(", b")": rb"\)", b"\\": rb"\\", b"\r": rb"\r", b"\n": rb"\n"}


class Raw(PDFObject):  # type: ignore[misc]  # reportlab ships no types
    """An object given as bytes, or as a function that gives them when the file is written."""

    __RefOnly__ = 1

    def __init__(self, content: bytes | Callable[[], bytes] = b"null") -> None:
        self.content = content

    def format(self, _document: PDFDocument) -> bytes:
        """The object as it stands in the file."""
        return self.content() if callable(self.content) else self.content


class Stream(PDFObject):  # type: ignore[misc]  # reportlab ships no types
    """A stream whose data are ready. An end of line stands before `endstream`, which reportlab's own
    leaves out (ISO 19005-2, 6.1.7.1). `entries` is the inside of the dictionary, without Length."""

    __RefOnly__ = 1

    def __init__(self, data: bytes, entries: bytes = b"") -> None:
        self.data = data
        self.entries = entries

    def format(self, _document: PDFDocument) -> bytes:
        """The object as it stands in the file."""
        return b"<<%b/Length %d>>\nstream\n%b\nendstream" % (self.entries, len(self.data), self.data)


def deflated(data: bytes, entries: bytes = b"") -> Stream:
    """A Flate-compressed stream."""
    return Stream(zlib.compress(data, LEVEL), entries + b"/Filter/FlateDecode")


class Numbers:
    """The references of one document as bytes: "12 0 R"."""

    def __init__(self, document: PDFDocument) -> None:
        self.document = document

    def of(self, thing: PDFObject) -> bytes:
        """The reference to an object, which is added to the document if it is not there yet."""
        name = self.document.Reference(thing).name
        return b"%d 0 R" % self.document.idToObjectNumberAndVersion[name][0]


def text_string(text: str) -> bytes:
    """A text string (ISO 32000-1, 7.9.2.2): ASCII as it is, other text in UTF-16; what XML forbids as U+FFFD.

    PDFDocEncoding agrees with ASCII, but leaves U+007F and U+00AD out.
    """
    text = allowed(text)
    if _ASCII.match(text):
        return literal(text.encode("ascii"))
    return byte_string(BOM_UTF16_BE + text.encode("utf-16-be"))


def literal(data: bytes) -> bytes:
    """A literal string (ISO 32000-1, 7.3.4.2)."""
    return b"(%b)" % _SPECIAL.sub(lambda found: _ESCAPES[found[0]], data)


def number(value: float) -> bytes:
    """A number to three decimals, as short as it can be written (ISO 32000-1, 7.3.3)."""
    written = (b"%.3f" % value).rstrip(b"0").rstrip(b".")
    return b"0" if written == b"-0" else written


_IRREGULAR = b"#%()/<>[]{}"


def name(text: str) -> bytes:
    """A name object, in UTF-8 (ISO 32000-1, 7.3.5)."""
    return b"/" + b"".join(
        b"%c" % c if 0x20 < c < 0x7F and c not in _IRREGULAR else b"#%02X" % c for c in text.encode()
    )


def byte_string(data: bytes) -> bytes:
    """A byte string, in hexadecimal (ISO 32000-1, 7.3.4.3)."""
    return b"<%b>" % data.hex().encode("ascii")


def uri(address: str) -> bytes:
    """An address as a string of ASCII (ISO 32000-1, 12.6.4.7): other characters are percent-encoded
    (RFC 3987, 3.1)."""
    data = allowed(address).encode()
    return literal(b"".join(b"%c" % c if 0x20 < c < 0x7F else b"%%%02X" % c for c in data))
