"""Page labels: what a viewer shows as a page's number (ISO 32000-1, 12.4.2)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from publisher.layout.numerals import numeral
from publisher.write.pdf.objects import text_string

STYLES = {"lower-roman": b"r", "upper-roman": b"R", "decimal": b"D"}
"""Counter styles and their letters."""


def page_labels(labels: Sequence[str]) -> bytes:
    """The number tree of the labels: a row where a run of numbers in one style begins."""
    return b"<</Nums[%b]>>" % b" ".join(_rows(labels))


def _rows(labels: Sequence[str]) -> Iterator[bytes]:
    style, expected = "", ""
    at_number = 0
    for index, label in enumerate(labels):
        if style and label == expected:
            at_number += 1
        else:
            style, at_number = _read(label)
            if style:
                start = b"/St %d" % at_number if at_number != 1 else b""
                yield b"%d<</S/%b%b>>" % (index, STYLES[style], start)
            else:
                yield b"%d<</P %b>>" % (index, text_string(label, None))
        expected = numeral(at_number + 1, style) if style else ""


def _read(label: str) -> tuple[str, int]:
    """The counter style and number that a label is in, ("", 0) for another text."""
    if label.isascii() and label.isdigit():
        return "decimal", int(label)
    for style in ("lower-roman", "upper-roman"):
        for number in range(1, 200):
            if numeral(number, style) == label:
                return style, number
    return "", 0
