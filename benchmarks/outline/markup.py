"""Headings of manuals whose sources mark their levels: Markdown, AsciiDoc, reStructuredText.

For fitting alone: nothing of these manuals is in the project. A manual is a folder with the public
repository of its name checked out; those that are missing are left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from typing import NamedTuple


class Marked(NamedTuple):
    """A heading, its level from 1, the text up to the next."""

    level: int
    title: str
    text: str


class Manual(NamedTuple):
    """Folder, family, which files (one text in all, or one each), how they mark headings."""

    folder: str
    family: str
    files: str
    each: bool
    syntax: str


MANUALS = (
    *(
        Manual("getify+You-Dont-Know-JS", "ydkjs", f"{part}/*.md", False, "markdown")
        for part in ("get-started", "scope-closures", "objects-classes", "types-grammar")
    ),
    Manual("progit+progit2", "progit", "ch[0-9]*.asc", False, "asciidoc"),
    Manual("facebook+graphql", "graphql", "spec/[SA]*.md", False, "markdown"),
    Manual("elixir-lang+elixir-lang.github.com", "elixir-posts", "_posts/*.markdown", True, "markdown"),
    Manual("pallets+flask", "flask", "docs/**/*.rst", False, "restructured"),
    Manual("bitcoinbook+bitcoinbook", "bitcoinbook", "ch*.adoc", False, "asciidoc"),
    Manual("ethereumbook+ethereumbook", "ethereumbook", "[01]*.asciidoc", False, "asciidoc"),
    Manual("swaroopch+byte-of-python", "byte-of-python", "[a-z]*.md", False, "markdown"),
    Manual("marijnh+Eloquent-JavaScript", "eloquent", "[0-9]*.md", False, "markdown"),
    Manual("vuejs+docs", "vue", "src/guide/**/*.md", False, "markdown"),
    Manual("basecamp+handbook", "handbook", "*.md", False, "markdown"),
    Manual("donnemartin+system-design-primer", "system-design", "README.md", False, "markdown"),
)

FEWEST, MOST = 5, 1500
"""Headings of a text that is fitted on."""

RUNNING = 2
"""Without text, a title that comes more often is a running one."""


def manuals(folder: Path) -> Iterator[tuple[str, str, list[Marked]]]:
    """The name, the family and the headings of each text that is there."""
    for manual in MANUALS:
        paths = sorted((folder / manual.folder).glob(manual.files))
        read = [_SYNTAX[manual.syntax](path) for path in paths]
        for n, headings in enumerate(read if manual.each else [list(chain.from_iterable(read))]):
            levelled = _without_leaps(_without_running_titles(headings))
            if FEWEST <= len(levelled) <= MOST and len({h.level for h in levelled}) > 1:
                yield f"{manual.folder}/{manual.files}#{n}", manual.family, levelled


def _without_running_titles(headings: list[Marked]) -> list[Marked]:
    """`headings` without the book's title above each chapter."""
    often = Counter(h.title for h in headings if not h.text.strip())
    return [h for h in headings if h.text.strip() or often[h.title] <= RUNNING]


def _without_leaps(headings: list[Marked]) -> list[Marked]:
    """`headings` with levels that go down one at a time, without the one that is above all others."""
    if headings and all(h.level > headings[0].level for h in headings[1:]):
        headings = headings[1:]
    open_: list[int] = []
    out = []
    for heading in headings:
        while open_ and open_[-1] >= heading.level:
            open_.pop()
        open_.append(heading.level)
        out.append(heading._replace(level=len(open_)))
    return out


def _plain(text: str) -> str:
    """A line without links, code marks and emphasis."""
    text = re.sub(r"!\[[^\]]*\]\([^)]*\)", "", text)
    text = re.sub(r"\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])", r"\1", text)
    text = re.sub(r"\{#[^}]*\}|<[^>\n]{1,200}>|\(\(\([^)]*\)\)\)|\[\[[^\]]*\]\]", "", text)
    text = re.sub(r":[\w:]+:(?=`)", "", text)
    return re.sub(r"`+|\*\*|__|(?<!\w)[*_](?=\w)|(?<=\w)[*_](?!\w)", "", text)


class _Collected:
    """Headings as they come, lines between them."""

    def __init__(self) -> None:
        self.found: list[tuple[int, str, list[str]]] = []

    def heading(self, level: int, title: str) -> None:
        self.found.append((level, _plain(title).strip(" #="), []))

    def line(self, text: str) -> None:
        if self.found:
            self.found[-1][2].append(text)

    def drop_line(self) -> None:
        if self.found and self.found[-1][2]:
            self.found[-1][2].pop()

    def done(self) -> list[Marked]:
        return [Marked(level, title, "\n".join(lines)) for level, title, lines in self.found if title]


def _fenced(text: str, mark: str, fence: str) -> list[Marked]:
    """A text in which lines that begin with `mark`s are headings, save between lines that are a `fence`."""
    out = _Collected()
    code = False
    for line in text.split("\n"):
        if re.match(fence, line):
            code = not code
            continue
        found = None if code else re.match(rf"({mark}{{1,6}}) +(.+)", line)
        if found:
            out.heading(len(found[1]), found[2])
        else:
            out.line(line if code else _plain(line))
    return out.done()


def _markdown(path: Path) -> list[Marked]:
    text = re.sub(
        r"\A---\n.*?\n---\n", "", path.read_text(encoding="utf-8", errors="replace"), flags=re.DOTALL
    )
    return _fenced(text, "#", r"\s*(?:```|~~~)")


def _included(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""


def _asciidoc(path: Path) -> list[Marked]:
    """A file with those that it includes."""
    text = re.sub(
        r"^include::([^\[]+)\[.*$",
        lambda found: _included(path.parent / found[1]),
        path.read_text(encoding="utf-8", errors="replace"),
        flags=re.MULTILINE,
    )
    return _fenced(text, "=", r"(?:----+|\.\.\.\.+|====+)$")


_RULE = re.compile(r"([=\-~^\"'#*+`])\1{2,}\s*")


def _restructured(path: Path) -> list[Marked]:
    """A file in which a line with a rule below (and above) is a heading; the n-th rule used is level n."""
    out = _Collected()
    rules: list[tuple[str, bool]] = []
    lines = path.read_text(encoding="utf-8", errors="replace").split("\n")
    for at, line in enumerate(lines):
        below = lines[at + 1] if at + 1 < len(lines) else ""
        if line and not line[0].isspace() and _RULE.fullmatch(below) and not _RULE.fullmatch(line):
            over = at > 0 and bool(_RULE.fullmatch(lines[at - 1]))
            if (below[0], over) not in rules:
                rules.append((below[0], over))
            if over:
                out.drop_line()
            out.heading(rules.index((below[0], over)) + 1, line)
        elif not _RULE.fullmatch(line) and not re.match(r"\.\. |   :\w+:", line):
            out.line(_plain(line))
    return out.done()


_SYNTAX: dict[str, Callable[[Path], list[Marked]]] = {
    "markdown": _markdown,
    "asciidoc": _asciidoc,
    "restructured": _restructured,
}
