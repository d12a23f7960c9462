"""Markdown and reStructuredText as documents: as much of them as shows where headings and code are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from benchmarks.outline.training.document import Block, Heading

ATX = re.compile(r"(#{1,6})\s+(.*?)\s*#*\s*(?:\{.*\})?$")
FENCE = re.compile(r"\s*(`{3,}|~{3,})")
ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s+")
LINK = re.compile(r"!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])")
TAGS = re.compile(r"<!--.*?-->|^-->$|</?[A-Za-z][^>]*>|\{/\*.*?\*/\}|\{#[^}]*\}|\{:[^}]*\}", re.DOTALL)
ROLE = re.compile(r":[\w:.-]+:`([^`<]*?)(?:\s*<[^>]*>)?`")
FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
FRONT_TITLE = re.compile(r"^title:\s*[\"']?(.*?)[\"']?\s*$", re.MULTILINE)
ADORNMENT = re.compile(r"([=\-~^\"'`#*+.:_])\1{2,}\s*$")


def plain(text: str) -> str:
    """The words of inline Markdown or reStructuredText."""
    text = ROLE.sub(r"\1", TAGS.sub("", text))
    text = LINK.sub(r"\1", text)
    text = re.sub(r"(\*\*|__)(.+?)\1", r"\2", text)
    text = re.sub(r"(?<!\w)[*_](\S(?:.*?\S)?)[*_](?!\w)", r"\1", text)
    return re.sub(r"`+_?", "", text).strip()


def front_title(text: str) -> str:
    """The title that YAML front matter gives, "" if none."""
    front = FRONT.match(text)
    found = FRONT_TITLE.search(front[1]) if front else None
    return plain(found[1]) if found else ""


def read_markdown(text: str, down: int = 0) -> Iterator[Heading | Block]:
    """The blocks of a Markdown file; headings lie `down` levels deeper than they say."""
    lines = TAGS.sub("", FRONT.sub("", text)).split("\n") if "```" not in text else _without_tags(text)
    at = 0
    while at < len(lines):
        line = lines[at]
        fence, atx = FENCE.match(line), ATX.match(line)
        if fence:
            stop = next(
                (n for n in range(at + 1, len(lines)) if lines[n].strip().startswith(fence[1])), len(lines)
            )
            code = tuple(x.rstrip() for x in lines[at + 1 : stop])
            if any(code):
                yield Block("code", code)
            at = stop + 1
        elif atx:
            yield Heading(len(atx[1]) + down, plain(atx[2]))
            at += 1
        elif not line.strip() or re.fullmatch(r"\s*([-*_:=])(\s*\1){2,}\s*", line):
            at += 1
        else:
            stop = at
            while (
                stop < len(lines)
                and lines[stop].strip()
                and not FENCE.match(lines[stop])
                and not ATX.match(lines[stop])
            ):
                stop += 1
            chunk = lines[at:stop]
            if len(chunk) == 2 and re.fullmatch(r"(=+|-+)\s*", chunk[1]):
                yield Heading((1 if chunk[1][0] == "=" else 2) + down, plain(chunk[0]))
            else:
                yield from _chunk(chunk)
            at = stop


def _without_tags(text: str) -> list[str]:
    """Lines without tags outside of fenced code."""
    out: list[str] = []
    for n, piece in enumerate(
        re.split(r"(?m)^(\s*```.*?^\s*```\s*$)", FRONT.sub("", text), flags=re.DOTALL | re.MULTILINE)
    ):
        out += (piece if n % 2 else TAGS.sub("", piece)).split("\n")
    return out


def _chunk(chunk: list[str]) -> Iterator[Block]:
    if chunk[0].lstrip().startswith(">"):
        text = plain(" ".join(x.lstrip().lstrip(">").strip() for x in chunk))
        if text:
            yield Block("quotation", (text,))
    elif chunk[0].lstrip().startswith("|"):
        rows = [x for x in chunk if not re.fullmatch(r"[\s|:\-]+", x)]
        yield Block("row", tuple(" | ".join(plain(c) for c in x.strip().strip("|").split("|")) for x in rows))
    elif ITEM.match(chunk[0]):
        items: list[str] = []
        for x in chunk:
            if ITEM.match(x) or not items:
                items.append(ITEM.sub("", x, count=1).strip())
            else:
                items[-1] += " " + x.strip()
        clean = tuple(p for p in map(plain, items) if p)
        if clean:
            yield Block("item", clean)
    elif all(x.startswith(("    ", "\t")) for x in chunk):
        yield Block("code", tuple(x[4:].rstrip() for x in chunk))
    else:
        text = plain(" ".join(x.strip() for x in chunk))
        if text:
            yield Block("paragraph", (text,))


def read_rst(text: str, down: int = 0) -> Iterator[Heading | Block]:
    """The blocks of a reStructuredText file."""
    lines, order, at = text.split("\n"), "", 0
    literal = False
    while at < len(lines):
        line = lines[at]
        under = lines[at + 1] if at + 1 < len(lines) else ""
        if ADORNMENT.match(line) and at + 2 < len(lines) and ADORNMENT.match(lines[at + 2]) and under.strip():
            sign, title, step = "over" + line[0], under.strip(), 3
        elif (
            line.strip()
            and not line[0].isspace()
            and ADORNMENT.match(under)
            and len(under.rstrip()) >= len(line.rstrip()) - 2
        ):
            sign, title, step = "undr" + under[0], line.strip(), 2
        else:
            sign = ""
        if sign:
            signs = re.findall("(?:over|undr).", order)
            if sign not in signs:
                order += sign
                signs.append(sign)
            yield Heading(signs.index(sign) + 1 + down, plain(title))
            at += step
            literal = False
            continue
        if not line.strip():
            at += 1
            continue
        stop = at
        while stop < len(lines) and lines[stop].strip():
            stop += 1
        chunk = lines[at:stop]
        at = stop
        if chunk[0].startswith((".. ", ":")) or (
            chunk[0][0].isspace() and not literal and chunk[0].strip().startswith(":")
        ):
            literal = "code" in chunk[0] and chunk[0].startswith("..")
            while not literal and at < len(lines) and (not lines[at].strip() or lines[at][0].isspace()):
                at += 1
            continue
        if chunk[0][0].isspace():
            yield (
                Block("code", tuple(x[3:].rstrip() for x in chunk))
                if literal
                else Block("paragraph", (plain(" ".join(x.strip() for x in chunk)),))
            )
            continue
        literal = chunk[-1].rstrip().endswith("::")
        yield from _chunk([x.replace("::", ":") if x.rstrip().endswith("::") else x for x in chunk])
