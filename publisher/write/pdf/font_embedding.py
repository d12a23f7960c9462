"""Fonts as Type 0 fonts with Identity-H encoding (ISO 32000-1, 9.7): the glyphs used, what they read as."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import groupby

from publisher.fonts import Font, subset_for_pdf
from publisher.write.pdf.objects import Document, Raw, Stream, deflated, name, number

FIXED_PITCH, SYMBOLIC, ITALIC = 1, 1 << 2, 1 << 6
"""Flags of a font descriptor (ISO 32000-1, table 123)."""

TAG_LETTERS = 6
CHUNK = 100
"""Mappings in one bfchar section (Adobe Technical Note 5411 allows no more)."""


def embed(font: Font, document: Document) -> bytes:
    """Add `font` to the document; the reference to its Type 0 font."""
    base = name(f"{subset_tag(font)}+{font.postscript_name}")
    file = _font_file(font, subset_for_pdf(font))
    descriptor = Raw(_descriptor(font, base, document.add(file)))
    kind = b"CIDFontType0" if font.is_cff else b"CIDFontType2"
    glyph_map = b""
    if not font.is_cff:
        mapping = deflated(font.cid_to_gid_map()) if font.alternates else None
        glyph_map = b"/CIDToGIDMap " + (document.add(mapping) if mapping else b"/Identity")
    descendant = Raw(
        b"<</Type/Font/Subtype/%b/BaseFont%b"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        b"/FontDescriptor %b/DW 1000/W[%b]%b>>"
        % (kind, base, document.add(descriptor), b" ".join(_widths(font)), glyph_map)
    )
    unicode = deflated(to_unicode(font.glyphs_used))
    return document.add(
        Raw(
            b"<</Type/Font/Subtype/Type0/BaseFont%b/Encoding/Identity-H/DescendantFonts[%b]/ToUnicode %b>>"
            % (base, document.add(descendant), document.add(unicode))
        )
    )


def _font_file(font: Font, data: bytes) -> Stream:
    if font.is_cff:
        return deflated(data, b"/Subtype/OpenType")
    return deflated(data, b"/Length1 %d" % len(data))


def subset_tag(font: Font) -> str:
    """Six capitals that stand for this set of glyphs (ISO 32000-1, 9.6.4)."""
    seed = f"{font.key}:{sorted(font.glyphs_used)}".encode()
    return "".join(chr(65 + byte % 26) for byte in sha256(seed).digest()[:TAG_LETTERS])


def _descriptor(font: Font, base: bytes, file: bytes) -> bytes:
    flags = SYMBOLIC | (ITALIC if font.is_italic else 0) | (FIXED_PITCH if font.is_fixed_pitch else 0)
    stem = 50 + font.weight * font.weight // 4225  # Adobe's estimate of the stem from the weight
    return (
        b"<</Type/FontDescriptor/FontName%b/Flags %d/FontBBox[%b]/ItalicAngle %b"
        b"/Ascent %b/Descent %b/CapHeight %b/XHeight %b/StemV %d/%b %b>>"
        % (
            base,
            flags,
            b" ".join(number(round(edge)) for edge in font.bbox),
            number(font.italic_angle),
            number(round(font.ascent)),
            number(round(font.descent)),
            number(round(font.cap_height)),
            number(round(font.x_height)),
            stem,
            b"FontFile3" if font.is_cff else b"FontFile2",
            file,
        )
    )


def _widths(font: Font) -> Iterator[bytes]:
    """The W array: runs of consecutive CIDs with their widths (ISO 32000-1, 9.7.4.3)."""
    cids = sorted(font.glyphs_used)
    for _, run in groupby(enumerate(cids), key=lambda pair: pair[1] - pair[0]):
        row = [cid for _, cid in run]
        yield b"%d[%b]" % (row[0], b" ".join(b"%d" % font.advance(cid) for cid in row))


def to_unicode(glyphs: dict[int, str]) -> bytes:
    """A ToUnicode CMap (ISO 32000-1, 9.10.3)."""
    rows = [
        b"<%04X> <%b>" % (cid, text.encode("utf-16-be").hex().upper().encode("ascii"))
        for cid, text in sorted(glyphs.items())
        if text
    ]
    sections = [
        b"%d beginbfchar\n%b\nendbfchar" % (len(rows[at : at + CHUNK]), b"\n".join(rows[at : at + CHUNK]))
        for at in range(0, len(rows), CHUNK)
    ]
    return _cmap(sections)


def _cmap(sections: Sequence[bytes]) -> bytes:
    return b"\n".join(
        (
            b"/CIDInit /ProcSet findresource begin",
            b"12 dict begin",
            b"begincmap",
            b"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def",
            b"/CMapName /Adobe-Identity-UCS def",
            b"/CMapType 2 def",
            b"1 begincodespacerange",
            b"<0000> <FFFF>",
            b"endcodespacerange",
            *sections,
            b"endcmap",
            b"CMapName currentdict /CMap defineresource pop",
            b"end",
            b"end",
        )
    )
