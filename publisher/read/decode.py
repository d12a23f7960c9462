"""Bytes to text: any encoding, any line end, nothing that XML cannot carry.

The order of trust: a byte order mark; the pattern of NULs that UTF-16 leaves; strict UTF-8; UTF-8
with a few broken bytes; then the likeliest legacy encoding (`charset`). What a text says of itself
("Character set encoding: ISO-8859-1") is a hint only.
"""

from __future__ import annotations

import codecs
import re

from publisher.diagnostics import Place, Sink, error
from publisher.read.charset import guess
from publisher.source import Source

MAX_BYTES = 100_000_000
"""The largest input, in bytes."""

SAMPLE = 65_536
"""Bytes that are looked at to guess an encoding."""

BINARY_SHARE = 0.02
"""The share of control characters from which on the bytes are not a text."""

REPAIRABLE = 0.1
"""The share of broken sequences among the non-ASCII ones that a UTF-8 text may have."""

BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark begins the same
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"\x84\x31\x95\x33", "gb18030"),
)

SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", "a PDF", "try the text that `pdftotext -layout` gives"),
    (b"PK\x03\x04", "a ZIP archive (DOCX, ODT and EPUB are such)", "try saving it as plain text"),
    (b"\x89PNG", "a PNG picture", "only text is read"),
    (b"\xff\xd8\xff", "a JPEG picture", "only text is read"),
    (b"GIF8", "a GIF picture", "only text is read"),
    (b"II*\x00", "a TIFF picture", "only text is read"),
    (b"MM\x00*", "a TIFF picture", "only text is read"),
    (b"\x1f\x8b", "a gzip file", "try unpacking it with gunzip"),
    (b"BZh", "a bzip2 file", "try unpacking it with bunzip2"),
    (b"\xfd7zXZ", "an xz file", "try unpacking it with unxz"),
    (b"7z\xbc\xaf", "a 7-Zip archive", "try unpacking it"),
    (b"\xd0\xcf\x11\xe0", "an old Microsoft Office file", "try saving it as plain text"),
    (b"{\\rtf", "an RTF file", "try saving it as plain text"),
    (b"\x7fELF", "a program", "only text is read"),
    (b"AT&TFORM", "a DjVu file", "try the text that djvutxt gives"),
)

ISO_2022_JP = re.compile(rb"\x1b\$[@B].{2,}?\x1b\([BJ]", re.DOTALL)
"""Escape sequences in and out of JIS X 0208 (RFC 1468)."""

CONTROLS = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff\ud800-\udfff\ufdd0-\ufdef]"
)
LINE_ENDS = ("\r\n", "\r", "\x85", "\u2028", "\u2029")


def decode(data: bytes, name: str, sink: Sink) -> Source:
    """The text of `data`, with "\\n" at line ends; `name` is for messages.

    Raises `PublisherError`: "input-empty", "input-too-large", "input-binary". Warns
    "encoding-guessed", "encoding-repaired" and "input-control-characters".
    """
    place = Place(file=name)
    if not data:
        raise error("input-empty", "the input is empty", place)
    if len(data) > MAX_BYTES:
        raise error(
            "input-too-large",
            f"the input has more than {MAX_BYTES // 1_000_000} MB",
            place,
            "try its parts one by one",
        )
    _refuse_signatures(data, place)
    text, encoding = _decode(data, place, sink)
    text = _clean(text, place, sink)
    if not text.strip():
        raise error("input-empty", "the input has no text", place)
    return Source(name, text, encoding)


def _refuse_signatures(data: bytes, place: Place) -> None:
    for signature, what, hint in SIGNATURES:
        if data.startswith(signature):
            raise error("input-binary", f"this is {what}, not a text", place, hint)


def _decode(data: bytes, place: Place, sink: Sink) -> tuple[str, str]:
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return data.decode(encoding, "replace"), encoding.removesuffix("-sig")
    wide = _wide(data)
    if wide:
        return data.decode(wide, "replace"), wide
    if ISO_2022_JP.search(data[:SAMPLE]):
        return data.decode("iso2022_jp", "replace"), "iso2022_jp"
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    return _broken_utf8(data, place, sink) or _guess(data, place, sink)


def _wide(data: bytes) -> str:
    """ "utf-16-le", "utf-16-be" or "": text in UTF-16 has its NULs on one side of each pair."""
    sample = data[:SAMPLE]
    pairs = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    for here, there, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if here > 0.05 * pairs and there <= 0.1 * here and _reads(sample[: 2 * pairs], encoding):
            return encoding
    return ""


def _reads(sample: bytes, encoding: str) -> bool:
    """Whether the sample, its last few bytes aside, is valid text without odd controls."""
    try:
        text = codecs.getincrementaldecoder(encoding)().decode(sample)
    except UnicodeDecodeError:
        return False
    return len(CONTROLS.findall(text)) <= BINARY_SHARE * len(text)


def _broken_utf8(data: bytes, place: Place, sink: Sink) -> tuple[str, str] | None:
    """UTF-8 in which a few sequences are broken: those are read as Windows-1252."""
    text = data.decode("utf-8", "surrogateescape")
    broken = sum("\udc80" <= c <= "\udcff" for c in text)
    whole = sum(c > "\x7f" for c in text) - broken
    if broken > REPAIRABLE * whole:
        return None
    sink.warn("encoding-repaired", f"{broken} bytes are no UTF-8; read as Windows-1252", place)
    repair = {0xDC00 + byte: bytes([byte]).decode("cp1252", "replace") for byte in range(0x80, 0x100)}
    return text.translate(repair), "utf-8"


def _guess(data: bytes, place: Place, sink: Sink) -> tuple[str, str]:
    for encoding in guess(data):
        try:
            text = data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        sink.warn(
            "encoding-guessed",
            f"the encoding was guessed to be {encoding}",
            place,
            "try saving the text as UTF-8 if letters look wrong",
        )
        return text, encoding
    sink.warn("encoding-repaired", "some bytes belong to no encoding; read as Windows-1252", place)
    return data.decode("cp1252", "replace"), "cp1252"


def _clean(text: str, place: Place, sink: Sink) -> str:
    """`text` with line ends made one, without what XML 1.0 (2.2) forbids or discourages."""
    text = text.removeprefix("\ufeff")
    for end in LINE_ENDS:
        text = text.replace(end, "\n")
    odd = len(CONTROLS.findall(text))
    if odd > BINARY_SHARE * len(text):
        raise error(
            "input-binary", "this is not a text: it has control characters", place, "only text is read"
        )
    if odd:
        sink.warn("input-control-characters", f"{odd} control characters were taken out", place)
        text = CONTROLS.sub(_replacement, text)
    return text


def _replacement(found: re.Match[str]) -> str:
    return "\ufffd" if "\ud800" <= found[0] <= "\udfff" else "\n" if found[0] == "\x0b" else ""
