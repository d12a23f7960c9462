"""A document as somebody would have it in plain text: one of the layouts such texts come in.

Each layout has its own choices (gaps, capitals, where the number of a chapter goes), drawn from a
generator seeded by the name of the text: many texts give all of them, and a text always the same.
"""

from __future__ import annotations

import random
import re
import textwrap
from dataclasses import dataclass, field

from benchmarks.outline.training.document import Block, Document, Heading

LAYOUTS = ("pg", "indent", "dense", "web", "ocr", "wiki", "manual", "rfc")

Truth = dict[str, object]


@dataclass(slots=True)
class Choices:
    """How one text is laid out. Gaps are blank lines before a heading, by level."""

    width: int
    gaps: tuple[int, ...]
    after: int
    case: str
    join: str
    wrapped: bool
    blank: bool
    indent: int
    contents: bool
    centred: bool
    numbered: bool
    word: str
    stop: str


def choose(layout: str, rnd: random.Random) -> Choices:
    """The choices of a text."""
    wrapped = layout in ("pg", "indent", "ocr", "manual", "rfc")
    deep = rnd.choice(
        ((4, 3, 2, 2), (4, 4, 2, 1), (3, 2, 2, 2), (4, 2, 1, 1), (3, 3, 3, 3), (2, 2, 2, 2), (5, 4, 3, 2))
    )
    if layout == "manual":
        deep = rnd.choice(((3, 2, 1, 1), (2, 2, 2, 2), (2, 2, 1, 1)))
    elif layout == "rfc":
        deep = (1, 1, 1, 1)
    elif layout == "web":
        deep = rnd.choice(((1, 1, 1, 1), (1, 1, 1, 1), (4, 4, 1, 1), (2, 2, 2, 1), (3, 2, 1, 1)))
    elif layout == "wiki":
        deep = rnd.choice(((1, 1, 1, 1), (1, 1, 1, 1), (2, 2, 1, 1)))
    elif layout == "dense":
        deep = (0, 0, 0, 0)
    return Choices(
        width=rnd.choice((65, 70, 72, 72, 75)),
        gaps=deep,
        after=rnd.choice((1, 1, 1, 2, 2)) if layout in ("pg", "indent") else 1 if layout != "dense" else 0,
        case=rnd.choice(("upper", "upper", "as is", "top upper"))
        if layout in ("pg", "ocr", "indent")
        else "as is",
        join=rnd.choice((" ", ". ", "\n", "\n\n", ": "))
        if layout != "dense"
        else rnd.choice((" ", ". ", "\n")),
        wrapped=wrapped,
        blank=layout not in ("indent", "dense") and not (layout == "ocr" and rnd.random() < 0.6),
        indent=4 if layout in ("indent", "ocr") else 3 if layout == "rfc" else 0,
        contents=rnd.random()
        < {"pg": 0.6, "indent": 0.6, "ocr": 0.6, "web": 0.3, "wiki": 0.6, "rfc": 0.8}.get(layout, 0),
        centred=layout in ("pg", "ocr") and rnd.random() < 0.25,
        numbered=layout == "rfc" or (layout == "manual" and rnd.random() < 0.3),
        word=rnd.choice(("", "", "CHAPTER", "Chapter")),
        stop=rnd.choice(("", "", "", ".")) if layout in ("pg", "indent") else "",
    )


@dataclass(slots=True)
class Page:
    """The lines so far and what is true of them."""

    choices: Choices
    lines: list[str] = field(default_factory=list)
    headings: list[dict[str, object]] = field(default_factory=list)
    blocks: list[dict[str, object]] = field(default_factory=list)
    counters: list[int] = field(default_factory=lambda: [0] * 8)

    def gap(self, n: int) -> None:
        """At least `n` blank lines at the end."""
        have = next((k for k, line in enumerate(reversed(self.lines)) if line), len(self.lines))
        self.lines += [""] * (n - have)

    def heading(self, heading: Heading) -> None:
        c = self.choices
        level = min(heading.level, 6)
        label, title = heading.label, heading.title
        if c.numbered:
            self.counters[level] += 1
            self.counters[level + 1 :] = [0] * (7 - level)
            label = ".".join(str(n or 1) for n in self.counters[1 : level + 1]) + "."
            shown = [f"{label}  {title or heading.label}"]
        else:
            if c.word and label and re.fullmatch(r"[IVXLC]+|\d+", label):
                label = f"{c.word} {label}"
            both = [x for x in (label, title) if x]
            shown = (c.join.join(both) + (c.stop if title else "")).split("\n")
        upper = c.case == "upper" or (c.case == "top upper" and level == 1)
        shown = [x.upper() if upper else x for x in shown]
        if c.wrapped:
            shown = [y for x in shown for y in (textwrap.wrap(x, c.width - 4) if x else [""])]
        self.gap(c.gaps[min(level, 4) - 1])
        first = len(self.lines) + 1
        for x in shown:
            self.lines.append(x.center(c.width).rstrip() if c.centred else x)
        entry: dict[str, object] = {
            "level": heading.level,
            "text": " ".join(x for x in (label, title or ("" if not c.numbered else heading.label)) if x),
            "line": first,
            "end_line": len(self.lines),
        }
        alts = [x for x in (label, title) if x]
        if len(alts) == 2:
            entry["alts"] = alts
        self.headings.append(entry)
        self.gap(c.after)

    def block(self, block: Block) -> None:
        c = self.choices
        self.gap(1 if c.blank or (block.kind in ("code", "verse", "quotation") and c.wrapped) else 0)
        first = len(self.lines) + 1
        margin = " " * (c.indent if not c.blank or c.numbered else 0)
        for line in block.lines:
            if block.kind == "code":
                self.lines.append((("    " if c.wrapped else "") + line).rstrip())
            elif block.kind in ("verse", "row"):
                self.lines.append(("    " if c.wrapped and c.blank else "") + line)
            elif not c.wrapped:
                if block.kind == "paragraph" and len(block.lines) > 1:
                    self.gap(1 if c.blank else 0)
                self.lines.append(line)
            else:
                self._wrapped(block, line, margin)
        kinds = {"verse": "verse", "quotation": "blockquote", "code": "code"}
        if block.kind in kinds:
            self.blocks.append({"type": kinds[block.kind], "line": first, "end_line": len(self.lines)})

    def _wrapped(self, block: Block, line: str, margin: str) -> None:
        c = self.choices
        all_of_it = margin if c.numbered else ""
        if block.kind == "quotation":
            begin = rest = all_of_it + "    "
        elif block.kind == "item":
            begin, rest = all_of_it + "- ", all_of_it + "  "
        else:
            begin, rest = margin, all_of_it
        if block.kind == "quotation" and self.lines and self.lines[-1]:
            self.gap(1)
        self.lines += textwrap.wrap(line, c.width, initial_indent=begin, subsequent_indent=rest) or [""]


def flatten(document: Document, layout: str, name: str) -> tuple[str, Truth]:
    """The text in a layout, and its truth."""
    rnd = random.Random(name)
    c = choose(layout, rnd)
    page = Page(c)
    _front(page, document, layout, rnd)
    for part in document.parts:
        if isinstance(part, Heading):
            page.heading(part)
            if layout == "wiki" and rnd.random() < 0.15:
                page.block(Block("paragraph", (f"Main article: {part.title}",)))
        else:
            page.block(part)
    if layout == "ocr":
        _running_heads(page, document, rnd)
    if layout == "wiki":
        page.gap(1)
        page.lines += [rnd.choice(w) for w in NAVIGATION for _ in range(3)]
    truth: Truth = {
        "title": document.title,
        "author": document.author,
        "language": document.language,
        "kind": f"training-{layout}",
        "nesting": True,
        "headings": page.headings,
        "blocks": page.blocks,
    }
    return "\n".join(page.lines) + "\n", truth


NAVIGATION = (
    ("Home", "About", "Contact", "Log in", "Create account"),
    ("Privacy policy", "Terms of use", "Cookies", "Disclaimers"),
    ("Share", "Print this page", "Edit this page", "Next", "Previous"),
    ("Categories: Articles", "Hidden categories", "Languages", "Deutsch", "Français"),
)


def _front(page: Page, document: Document, layout: str, rnd: random.Random) -> None:
    c = page.choices
    page.lines.append(document.title.upper() if c.case == "upper" else document.title)
    page.headings.append({"level": 1, "text": document.title, "line": 1, "end_line": 1, "optional": "title"})
    if layout == "wiki":
        page.gap(1)
        page.lines += [rnd.choice(w) for w in NAVIGATION]
    if document.author and layout != "wiki":
        page.gap(1 if c.blank else 0)
        page.lines.append(rnd.choice(("By ", "by ", "")) + document.author)
    if not c.contents:
        return
    page.gap(max(1, c.gaps[0]))
    page.lines.append("CONTENTS" if c.case == "upper" else "Contents")
    page.headings.append(
        {
            "level": 1,
            "text": "Contents",
            "line": len(page.lines),
            "end_line": len(page.lines),
            "optional": "contents",
        }
    )
    page.gap(1)
    deep = rnd.choice((1, 2, 3))
    page_number, counters = 1, [0] * 8
    for part in document.parts:
        if not isinstance(part, Heading):
            page_number += sum(map(len, part.lines)) // 1800
            continue
        level = min(part.level, 6)
        counters[level] += 1
        counters[level + 1 :] = [0] * (7 - level)
        if part.level > deep:
            continue
        number = ".".join(str(n or 1) for n in counters[1 : level + 1])
        text = " ".join(x for x in (part.label, part.title) if x)
        if layout in ("wiki", "rfc"):
            text = f"{number} {text}" if layout == "wiki" else f"   {number}. {text} "
        if layout == "rfc":
            text = text.ljust(c.width - 4, ".") + f" {page_number}"
        elif layout == "ocr":
            text = f"{text}  {page_number}"
        page.lines.append("  " * (part.level - 1) + (text.upper() if c.case == "upper" else text))
    page.gap(1)


def _running_heads(page: Page, document: Document, rnd: random.Random) -> None:
    """Page breaks with a running head and a number, every forty lines or so, as scanned books have them."""
    out: list[str] = []
    moved: dict[int, int] = {}
    number, room = 1, 40
    spaced = rnd.random() < 0.7
    near = {
        line
        for heading in page.headings
        for line in range(int(str(heading["line"])) - 3, int(str(heading["end_line"])) + 3)
    }
    for at, line in enumerate(page.lines, start=1):
        moved[at] = len(out) + 1
        out.append(line)
        room -= 1
        if room <= 0 and at not in near:
            head = document.title.upper()
            head = f"{number}    {head}" if number % 2 else f"{head}    {number}"
            out += ["", head, ""] if spaced else [head]
            number, room = number + 1, 40
    for entry in (*page.headings, *page.blocks):
        entry["line"], entry["end_line"] = moved[int(str(entry["line"]))], moved[int(str(entry["end_line"]))]
    page.lines = out
