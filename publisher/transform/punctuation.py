"""Typewriter punctuation to typographic: quotation marks by language, apostrophes, dashes, ellipses.

Words and their order are left alone; only `"`, `'`, `--`, `...` and the spaces beside some of them
change. Marks that are typographic already stay as they are, and so do code and preformatted text.
Sources: Chicago Manual of Style 18, ch. 6; Bringhurst, The Elements of Typographic Style, ch. 5;
for the other languages the CLDR's quotation marks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import assert_never

from publisher.outline.nodes import (
    Code,
    Emphasis,
    Inline,
    LineBreak,
    Link,
    Note,
    Outline,
    SmallCaps,
    Strong,
    Superscript,
    Text,
)
from publisher.outline.walk import map_content, plain

NO_BREAK_SPACE = "\u00a0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """The marks of a language. `dash` replaces a double hyphen between spaces, spaces included."""

    open_double: str = "“"
    close_double: str = "”"
    open_single: str = "‘"
    close_single: str = "’"
    dash: str = "—"


_GUILLEMETS = Marks(open_double="«", close_double="»", open_single="“", close_single="”", dash=" — ")

MARKS: dict[str, Marks] = {
    "de": Marks(open_double="„", close_double="“", open_single="‚", close_single="‘", dash=" – "),
    "fr": Marks(
        open_double="«" + NO_BREAK_SPACE,
        close_double=NO_BREAK_SPACE + "»",
        open_single="“",
        close_single="”",
        dash=" — ",
    ),
    "es": _GUILLEMETS,
    "it": _GUILLEMETS,
    "ru": replace(_GUILLEMETS, open_single="„", close_single="“"),
    "nl": Marks(dash=" – "),
    "pt": Marks(dash=" — "),
}
"""By primary language subtag; English marks for the rest."""

APOSTROPHE = "’"

_ELIDED = re.compile(
    r"'(?:tis|twas|twere|twill|twould|twixt|em|til|till|cause|bout|neath|gainst|fraid|nuff|cept|\d\ds?)\b",
    re.IGNORECASE,
)
_SPECIAL = re.compile(r"""["'`]|--|\.\.\.|\. \. \.| [;:!?»]|« |\b(?:Mr|Mrs|Ms|Dr|St|Mme|Mlle|Hr|Fr)\. """)
_QUOTE = re.compile(r"[\"']")
_TITLE_SPACE = re.compile(r"\b(Mr|Mrs|Ms|Dr|St|Mme|Mlle|Hr|Fr)\. (?=\w)")
_FRENCH_SPACE = re.compile(r" ([;:!?»])|(«) ")
_SPACED_DASH = re.compile(r"(?<=\S) --(?:-)? (?=\S)")
_LONG_DASH = re.compile(r"-{4,}")
_DASH = re.compile(r"-{2,3}")
_ELLIPSIS = re.compile(r"(?<!\.)\.\.\.(?!\.)|(?<!\. )\. \. \.(?! \.)")
_CLOSING_SINGLE = re.compile(r"[\w.,!?;:…—]'(?!\w)")
_OPENERS = frozenset("([{—–-‘“„‚«/")


def typographic_punctuation(outline: Outline) -> Outline:
    """`outline` with typographic punctuation in its language."""
    marks = MARKS.get(outline.metadata.language.split("-", maxsplit=1)[0].lower(), Marks())
    french = outline.metadata.language.lower().startswith("fr")

    def change(content: tuple[Inline, ...]) -> tuple[Inline, ...]:
        if len(content) == 1 and isinstance(content[0], Text):
            text = content[0].text
            if not _SPECIAL.search(text):
                return content
            return (Text(convert(text, marks, french=french)),)
        return _Run(marks, french).convert(content, "", "")

    changed = map_content(outline, change)
    meta = changed.metadata
    return replace(
        changed,
        metadata=replace(
            meta,
            title=convert(meta.title, marks, french=french),
            subtitle=convert(meta.subtitle, marks, french=french),
        ),
    )


@dataclass(frozen=True, slots=True)
class _Run:
    """Inline content changed text by text, each seeing the characters beside it."""

    marks: Marks
    french: bool

    def convert(self, content: tuple[Inline, ...], before: str, after: str) -> tuple[Inline, ...]:
        out: list[Inline] = []
        for at, inline in enumerate(content):
            following = plain(content[at + 1 : at + 2])[:1] or after
            out.append(self.one(inline, before, following))
            before = plain((inline,))[-1:] or before
        return tuple(out)

    def one(self, inline: Inline, before: str, after: str) -> Inline:
        match inline:
            case Text(text):
                return Text(convert(text, self.marks, before, after, french=self.french))
            case Emphasis(inner) | Strong(inner) | SmallCaps(inner) | Superscript(inner):
                return replace(inline, content=self.convert(inner, before, after))
            case Link(_, inner):
                if "://" in plain(inner):
                    return inline
                return replace(inline, content=self.convert(inner, before, after))
            case Code() | LineBreak() | Note():
                return inline
            case _:
                assert_never(inline)


def convert(text: str, marks: Marks, before: str = "", after: str = "", *, french: bool = False) -> str:
    """`text` with `marks`; `before` and `after` are the characters that adjoin it, "" for none."""
    text = _SPACED_DASH.sub(marks.dash, text)
    text = _DASH.sub("—", _LONG_DASH.sub("——", text))
    text = _ELLIPSIS.sub("…", text)
    text = text.replace("``", '"').replace("''", '"')
    text = _TITLE_SPACE.sub(rf"\1.{NO_BREAK_SPACE}", text)
    if french:
        text = _FRENCH_SPACE.sub(lambda m: m[2] + NO_BREAK_SPACE if m[2] else NO_BREAK_SPACE + m[1], text)
    if '"' not in text and "'" not in text:
        return text
    framed = f"{before}{text}{after}"
    start, stop = len(before), len(before) + len(text)

    def quote(match: re.Match[str]) -> str:
        return _mark(framed, start + match.start(), marks)

    return _QUOTE.sub(quote, framed[start:stop])


def _mark(text: str, at: int, marks: Marks) -> str:
    """The mark for the straight quote at `text[at]`."""
    before = text[at - 1] if at else ""
    after = text[at + 1] if at + 1 < len(text) else ""
    opens = (not before or before.isspace() or before in _OPENERS or before in "\"'") and bool(after)
    opens = opens and not after.isspace()
    if before in "\"'" and before:
        # Two quotes together open or close together: look at what stands before the first.
        outer = text[at - 2] if at >= 2 else ""
        opens = opens and (not outer or outer.isspace() or outer in _OPENERS)
    if text[at] == '"':
        return marks.open_double if opens else marks.close_double
    if not opens:
        inside = before.isalnum() and after.isalnum()
        return APOSTROPHE if inside else _closing_single(text, at, marks)
    if _ELIDED.match(text, at):
        return APOSTROPHE
    if not before or before in '"“' or _CLOSING_SINGLE.search(text, at + 1):
        return marks.open_single
    return APOSTROPHE


def _closing_single(text: str, at: int, marks: Marks) -> str:
    """A closing quote where one is open in the text before, else an apostrophe (the dogs' tails)."""
    if marks.close_single == APOSTROPHE:
        return APOSTROPHE
    opened = re.search(r"(?:^|[\s\"(—])'(?=\w)", text[:at])
    return marks.close_single if opened else APOSTROPHE
