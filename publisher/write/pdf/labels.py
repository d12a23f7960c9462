"""Page labels: what a viewer shows as a page's number (ISO 32000-1, 12.4.2)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from publisher.layout.numerals import numeral
from publisher.write.pdf.objects import text_string

STYLES = {"lower-roman": b"r", "upper-roman": b"R", "decimal": b"D"}
"""Counter styles and their letters."""


ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


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
                yield b"%d<</P %b>>" % (index, text_string(label))
        expected = numeral(at_number + 1, style) if style else ""


def _read(label: str) -> tuple[str, int]:
    """The counter style and number that a label is in, ("", 0) for another text."""
    if label.isascii() and label.isdigit():
        return "decimal", int(label)
    number = _roman(label.lower())
    for style in ("lower-roman", "upper-roman"):
        if number and numeral(number, style) == label:
            return style, number
    return "", 0


def _roman(letters: str) -> int:
    """The value of a roman numeral, however it is formed; 0 for other text."""
    if not letters or not set(letters) <= ROMAN.keys():
        return 0
    values = [ROMAN[letter] for letter in letters]
    return sum(-v if v < after else v for v, after in pairwise([*values, 0]))
