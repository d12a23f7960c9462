"""Reading costs in proportion to the text, whatever it is made of."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from publisher.diagnostics import Sink
from publisher.read import read_text
from publisher.read.decode import decode

SIZE = 8_000
"""Characters of the smaller text, about."""

LINE = 30
"""So many characters a line counts for at least: short ones are as much work."""

PARAGRAPH = (
    "The ferry left at six in the morning, and nobody on the quay looked up from\n"
    "the nets they were mending. It had left at six for forty years, in fog and\n"
    "in frost, and it would leave at six when the last of them was under ground.\n\n"
)
NAMES = ("Harbour", "Ferry", "Quay", "Nets", "Chapel", "Fog", "Frost", "Boats", "Morning", "Winter", "Ropes")


def steps(text: str) -> int:
    """How many lines of Python are run to read `text`."""
    count = 0

    def trace(frame: FrameType, event: str, argument: object) -> Callable[..., Any]:
        nonlocal count
        count += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        read(text)
    finally:
        sys.settrace(before)
    return count


def read(text: str) -> None:
    sink = Sink()
    read_text(decode(text.encode(), "x", sink), sink)


def counted(form: str) -> Callable[[int], str]:
    """Texts made of `form`, with a number `i`, one from 1 to 7 `j`, two names, a new word."""

    def make(size: int) -> str:
        lines: list[str] = []
        length = 0
        while length < size:
            i = len(lines) + 1
            name, other = NAMES[i % len(NAMES)], NAMES[i * 7 % 9]
            word = f"{i:b}".replace("0", "ba").replace("1", "do")
            lines.append(
                form.format(i=i, j=i % 7 + 1, name=name, other=other, word=word, indent=" " * (i % 90))
            )
            length += len(lines[-1]) + LINE
        return "".join(lines)

    return make


TEXTS = {
    "chapters": counted(f"CHAPTER {{i}}\n\nThe {{name}} and the {{other}}\n\n{PARAGRAPH * 2}"),
    "parts": counted(f"PART {{j}}\n\nCHAPTER {{i}}\n\n{PARAGRAPH}"),
    "one-character lines": counted("a\n"),
    "one-character paragraphs": counted("a\n\n"),
    "empty lines": counted("a" + "\n" * 500),
    "the same line": counted("The same line.\n"),
    "capitals": counted("THE {name} AND {other} {i}\n"),
    "titles": counted("The {name} and the {other} {i}\n\n"),
    "deep indents": counted("{indent}{name} {other}\n"),
    "form feeds": counted("\f{name}\n\f\n"),
    "pages": counted(f"{PARAGRAPH}{{i}}  THE FERRY\n\n"),
    "items": counted("{i}. the {name}\n"),
    "items begun again": counted("{j}. the {name}\n\n"),
    "decimals": counted("{j}.{i} The {name}\n\n"),
    "ones": counted("1. the {name}\n\n"),
    "notes below their paragraphs": counted("The {name} was seen.[{i}]\n\n[{i}] By the {other}.\n\n"),
    "starred notes": counted("The {name} was seen.*\n\n* By the {other}.\n\n"),
    "works": counted("REFERENCES\n\n[{i}] The {name}.\n\n"),
    "headings of notes": counted("NOTES\n\n"),
    "tables of contents": counted("CONTENTS\n\n{name} {i}\n{other} {i}\nThe {name} {i}\n\n"),
    "tables of nothing": counted("CONTENTS\n\nThe {word}\n\nOf {word}\n\nIn {word}\n\nOn {word}\n\n"),
    "lines alone": counted("The {name} and the {word}.\n\n"),
    "heads of licences": counted("*** START OF THIS PROJECT GUTENBERG EBOOK\n"),
    "letters": counted(f"My dear {{name}},\n\n{PARAGRAPH}Yours truly,\n\nA. B.\n\n"),
    "open quotations": counted(f"“{PARAGRAPH}"),
    "verse": counted("O {name}, of the {other}\n  And all that with it went\nThe {name} lay before me\n\n"),
    "code": counted("    for (int a = {i}; ;) {{\n        call({name});\n    }}\n"),
    "table": counted("{name}   {i}   {other}\n"),
    "quoted mail": counted("> the {name}, they said.\n>\n"),
    "Han characters": counted("第{i}章\n\n渡船早晨六点离开。码头上没有人抬头看。\n\n"),
    "combining marks": counted("\u0301\n"),
}


@pytest.mark.parametrize("make", TEXTS.values(), ids=TEXTS)
def test_work_grows_no_faster_than_the_text(make: Callable[[int], str]) -> None:
    assert steps(make(4 * SIZE)) <= 4.4 * steps(make(SIZE))


@pytest.mark.parametrize(
    "unit",
    [*"[(*_=\"'“-.|#>~§ \t中1a\u0301", "_a ", "_a_ ", "_a __ b_c ", "*a ", "https://.", "1 ", "1.", "a.", "a   ", "::", "<a "],
)  # fmt: skip
def test_a_long_line_is_read(unit: str) -> None:
    """A pattern that tries each place against all that follows would not come to an end here."""
    read(f"{unit * (200_000 // len(unit))}x")
    line = f"{unit * (60_000 // len(unit))}x\n"
    read(f"{PARAGRAPH * 50}The {line}The end of it.\n\n{PARAGRAPH}")
    read("a\n" + f"{line[:-2]}\n" * 3)
