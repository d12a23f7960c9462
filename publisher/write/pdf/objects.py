"""The file's objects: reportlab's document, and what its object model lacks for PDF/UA, PDF/A and size.

reportlab's Canvas is not used: it leaves an unembedded Helvetica in every file.

What leans on reportlab's internals is here, and tests/write/pdf/test_objects.py says when they move.
"""

from __future__ import annotations

import re
import zlib
from codecs import BOM_UTF16_BE
from collections.abc import Iterator
from functools import lru_cache

from reportlab.pdfbase.pdfdoc import (
    BasicFonts,
    DummyDoc,
    PDFDictionary,
    PDFDocument,
    PDFFile,
    PDFIndirectObject,
    PDFObject,
)

from publisher.write.characters import allowed

VERSION = (1, 7)

LEVEL = 6
"""zlib's compression level; 9 takes a third more time for 0.3 % less."""

PACK = 200
"""Objects in one object stream: more compress no better, and a reader unpacks a whole one for one object."""

_UNENCRYPTED = DummyDoc()

_ASCII = re.compile(r"[\t\n\r -~]*\Z")
_SPECIAL = re.compile(rb"[()\\\r\n]")
_ESCAPES = {b"(": rb"\(", b")": rb"\)", b"\\": rb"\\", b"\r": rb"\r", b"\n": rb"\n"}


class Raw(PDFObject):  # type: ignore[misc]  # reportlab ships no types
    """An object given as bytes, that stands in the file by itself."""

    __RefOnly__ = 1

    def __init__(self, content: bytes = b"null") -> None:
        self.content = content

    def format(self, _document: PDFDocument) -> bytes:
        """The object as it stands in the file."""
        return self.content


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


class Info(Raw):
    """The document information dictionary (ISO 32000-1, 14.3.3), finished."""

    def digest(self, _signature: object) -> None:
        """Nothing: `Document.format` takes the whole content into the file's identifier."""


class NoOutlines(PDFObject):  # type: ignore[misc]  # reportlab ships no types
    """Stands where reportlab expects an outline of its making; `ready` below 0 says there is none."""

    ready = -1

    def prepare(self, *_: object) -> None:
        """Nothing: there is none."""


class Outlines(Raw):
    """An outline made here, where reportlab expects one of its making."""

    ready = 1

    def prepare(self, *_: object) -> None:
        """Nothing: it is finished."""


class Document(PDFDocument):  # type: ignore[misc]  # reportlab ships no types
    """reportlab's document, with two things of its own.

    Objects that come in thousands (structure elements, links, bookmarks) are bytes, known by number
    alone, and are packed into object streams (ISO 32000-1, 7.5.7): a tagged novel is a third smaller.
    The file's identifier is a digest of all that is in it (14.4), so equal files have equal ones.
    """

    def __init__(self, language: str) -> None:
        super().__init__(compression=0, invariant=1, pdfVersion=VERSION, lang=language)
        self.Outlines = NoOutlines()
        self.packed: dict[int, bytes] = {}

    @property
    def fonts(self) -> PDFDictionary:
        """The font resources of all pages: references by name ("F1")."""
        return self.idToObject[BasicFonts]

    def add(self, thing: PDFObject) -> bytes:
        """The reference ("12 0 R") to an object, which is added if it is not there yet."""
        name = self.Reference(thing).name
        return b"%d 0 R" % self.idToObjectNumberAndVersion[name][0]

    def reserve(self) -> int:
        """A number for an object that `fill` will give."""
        self.objectcounter += 1
        return int(self.objectcounter)

    def fill(self, number: int, content: bytes) -> None:
        """The object with a reserved number. It must not be a stream."""
        self.packed[number] = content

    def put(self, content: bytes) -> bytes:
        """Add an object; its reference."""
        number = self.reserve()
        self.packed[number] = content
        return reference(number)

    def data(self) -> bytes:
        """The whole file. Can be asked for once."""
        return bytes(self.GetPDFData(None))

    def format(self) -> bytes:
        """Called by reportlab when catalog, information and outline are in place."""
        file = PDFFile(self._pdfVersion)
        rows: dict[int, tuple[int, int, int]] = {0: (0, 0, 0xFFFF)}
        written = 0
        while written < self.objectcounter:  # formatting an object may add others
            written += 1
            if written not in self.packed:
                name = self.numberToId[written]
                content = PDFIndirectObject(name, self.idToObject[name]).format(self)
                rows[written] = (1, self._append(file, content), 0)
        for number, stream, members in self._packs():
            rows[number] = (1, self._append(file, _indirect(number, stream)), 0)
            rows.update((member, (2, number, at)) for at, member in enumerate(members))
        self._cross_reference(file, rows)
        return b"".join(file.strings)

    def _append(self, file: PDFFile, content: bytes) -> int:
        self.updateSignature(content)
        return int(file.add(content))

    def _packs(self) -> Iterator[tuple[int, Stream, list[int]]]:
        """Object streams: number, stream, the numbers of the objects in it."""
        numbers = sorted(self.packed)
        for first in range(0, len(numbers), PACK):
            members = numbers[first : first + PACK]
            offset, offsets = 0, []
            for member in members:
                offsets.append(b"%d %d" % (member, offset))
                offset += len(self.packed[member]) + 1
            head = b" ".join(offsets) + b"\n"
            body = b"\n".join(self.packed[member] for member in members)
            entries = b"/Type/ObjStm/N %d/First %d" % (len(members), len(head))
            yield self.reserve(), deflated(head + body, entries), members

    def _cross_reference(self, file: PDFFile, rows: dict[int, tuple[int, int, int]]) -> None:
        """The cross-reference stream and what follows it (ISO 32000-1, 7.5.8)."""
        number = self.reserve()
        start = file.offset
        rows[number] = (1, start, 0)
        table = b"".join(
            b"%c%b%b" % (kind, where.to_bytes(4), third.to_bytes(2))
            for kind, where, third in (rows[n] for n in range(number + 1))
        )
        entries = b"/Type/XRef/Size %d/W[1 4 2]/Root %b/Info %b/ID%b" % (
            number + 1,
            self.add(self.Catalog),
            self.add(self.info),
            self._identifier(),
        )
        file.add(_indirect(number, deflated(table, entries)))
        file.add(b"startxref\n%d\n%%%%EOF\n" % start)

    def _identifier(self) -> bytes:
        """The same twice: the file has not been changed since it was made."""
        return b"[<%b><%b>]" % ((self.signature.hexdigest().encode("ascii"),) * 2)


def _indirect(number: int, stream: Stream) -> bytes:
    return b"%d 0 obj\n%b\nendobj\n" % (number, stream.format(_UNENCRYPTED))


def reference(number: int) -> bytes:
    """The reference to the object with this number."""
    return b"%d 0 R" % number


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


@lru_cache(maxsize=8192)
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
