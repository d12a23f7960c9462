"""Running text to inlines: stress, addresses, notes. A marker without its partner stays a character.

The conventions are those of plain text since Usenet and Project Gutenberg: `_italic_`, `*italic*`,
`**bold**`, `=bold=`, `M^{r}`. A note is cited by `NOTE_MARK`, which the assembler has put in the place of its
mark; the notes come beside the text, in order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from publisher.outline.nodes import Emphasis, Inline, LineBreak, Link, Note, Strong, Superscript, Text

NOTE_MARK = "\x00"
"""Stands for a note's mark: decoding leaves no such character in a text."""

LINE_END = "\n"
"""A line end that is meant; others have become spaces before."""

TOKEN = re.compile(
    r"h(?<!\wh)ttps?://[^\s<>\"“”«»\x00]+|m(?<!\wm)ailto:[^\s<>\"“”«»\x00]+"
    r"|\*\*(?!\*)|\*(?<!\*\*)(?!\*)|__*|==*|\x00|\n|\^\{[^{}\n\x00]{1,12}\}"
)
"""An address, a marker, a note's mark, a line end; each begins with a letter, so `re` need try nothing
at other letters."""
SIGNS = ("_", "*", "=", "://", "mailto:", "^{", NOTE_MARK, LINE_END)
"""What a text must have some of for `TOKEN` to find anything."""

IDENTIFIER = re.compile(r"[^\W_]+_")
URL_TAIL = "])}.,;:!?'’_*="
SPACE = re.compile(r"[^\S\n\u00a0\u202f\u2007]+")
MARKERS: dict[str, type[Emphasis] | type[Strong]] = {"_": Emphasis, "*": Emphasis, "**": Strong, "=": Strong}


def collapse(text: str) -> str:
    """`text` with each run of spaces made one (no-break spaces stay) and none at the ends."""
    # Only then is there a space that is not one plain space:
    if "  " in text or not (text.isprintable() or text.replace("\n", "").isprintable()):
        text = SPACE.sub(" ", text)
    return text.strip(" \n")


def parse_inlines(text: str, notes: Sequence[Note] = ()) -> tuple[Inline, ...]:
    """The inlines of `text`; the n-th `NOTE_MARK` in it is `notes[n]`, surplus ones vanish."""
    text = collapse(text)
    if not text:
        return ()
    if not any(map(text.__contains__, SIGNS)):
        return (Text(text),)
    tokens = list(TOKEN.finditer(text))
    return _Parser(text, tokens, _partners(text, tokens), iter(notes)).run(0, len(text), 0, len(tokens))


def _partners(text: str, tokens: Sequence[re.Match[str]]) -> dict[int, int]:
    """The index of the closing token of each opening one.

    Pairs are nested, never crossed, and none holds another of its own marker: the depth is at most
    the number of markers, whatever the input.
    """
    waiting: dict[str, int] = {}
    pairs: dict[int, int] = {}
    for at, token in enumerate(tokens):
        marker = token[0]
        if marker not in MARKERS:
            continue
        opens, closes = _flanks(text, token)
        opener = waiting.get(marker, -1)
        if closes and opener >= 0 and token.start() > tokens[opener].end():
            if (
                text[token.end() : token.end() + 1].isalnum()
                and text.find("_", tokens[opener].end(), token.start()) >= 0
            ):
                continue
            pairs[opener] = at
            # openers inside that never closed are characters
            waiting = {m: o for m, o in waiting.items() if o < opener}
        elif opens:
            waiting[marker] = at
    return pairs


def _flanks(text: str, token: re.Match[str]) -> tuple[bool, bool]:
    """Whether the marker may open (text follows, no letter before) and close (the mirror of it)."""
    before = text[token.start() - 1 : token.start()] or " "
    after = text[token.end() : token.end() + 1] or " "
    opens = not after.isspace() and not before.isalnum()
    closes = not before.isspace() and not after.isalnum()
    if token[0] == "_" and after.isalnum():
        # Italics may end inside a word ("_re_markable"), but "_PyObject_HEAD_EXTRA" is a name.
        closes = not before.isspace() and IDENTIFIER.match(text, token.end()) is None
    return opens, closes


class _Parser:
    """Builds the tree from tokens and their partners."""

    def __init__(
        self, text: str, tokens: Sequence[re.Match[str]], pairs: dict[int, int], notes: Iterator[Note]
    ) -> None:
        self.text, self.tokens, self.pairs, self.notes = text, tokens, pairs, notes

    def run(self, start: int, stop: int, first: int, last: int) -> tuple[Inline, ...]:
        """The inlines of the characters [start, stop), which hold the tokens [first, last)."""
        out: list[Inline] = []
        held: list[str] = []
        at = first
        while at < last:
            token = self.tokens[at]
            if token.start() < start:
                at += 1
                continue
            held.append(self.text[start : token.start()])
            start = token.end()
            inline: Inline | None = None
            sign = token[0]
            if sign == LINE_END:
                inline = LineBreak()
            elif sign == NOTE_MARK:
                inline = next(self.notes, None)
            elif sign[0] in "hm":
                url = sign.rstrip(URL_TAIL)
                start = token.start() + len(url)
                inline = Link(url, (Text(url),))
            elif sign[0] == "^":
                inline = Superscript((Text(sign[2:-1]),))
            elif at in self.pairs:
                closer = self.pairs[at]
                inner = self.run(start, self.tokens[closer].start(), at + 1, closer)
                start = self.tokens[closer].end()
                inline = MARKERS[sign](inner)
                at = closer
            else:
                held.append(sign)
            at += 1
            if inline is not None:
                _flush(held, out)
                out.append(inline)
        held.append(self.text[start:stop])
        _flush(held, out)
        return tuple(out)


def _flush(held: list[str], out: list[Inline]) -> None:
    text = "".join(held)
    held.clear()
    if text:
        out.append(Text(text))


def split_lines(inlines: Sequence[Inline]) -> list[tuple[Inline, ...]]:
    """`inlines` cut at their line breaks; what spans a break stands in both lines."""
    lines: list[list[Inline]] = [[]]
    for inline in inlines:
        match inline:
            case LineBreak():
                lines.append([])
            case Emphasis(content) | Strong(content):
                kind = type(inline)
                first, *rest = split_lines(content)
                if first:
                    lines[-1].append(kind(first))
                lines.extend([kind(part)] if part else [] for part in rest)
            case _:
                lines[-1].append(inline)
    return [tuple(line) for line in lines]
