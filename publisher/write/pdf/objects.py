"""The few PDF objects that reportlab's object model lacks or writes in a way that PDF/UA or PDF/A
does not accept. Objects that come in thousands are bytes from the start.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFName, PDFObject, PDFString

LEVEL = 6
"""zlib's compression level; more costs much time for little."""


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


def text_string(text: str, document: PDFDocument) -> bytes:
    """A text string in PDFDocEncoding or UTF-16 (ISO 32000-1, 7.9.2.2)."""
    return bytes(PDFString(text).format(document))


def number(value: float) -> bytes:
    """A number to three decimals, as short as it can be written."""
    return b"%g" % round(value, 3) if -1000 < value < 1000 else b"%.3f" % value


def name(text: str) -> bytes:
    """A name object (ISO 32000-1, 7.3.5)."""
    return str(PDFName(text)).encode("ascii")


__all__ = ["Numbers", "PDFDictionary", "Raw", "Stream", "deflated", "name", "number", "text_string"]
