"""Reading finished books back as a stranger's program would."""

from __future__ import annotations

import re
import subprocess
import zipfile
from pathlib import Path
from xml.etree import ElementTree

WORD = re.compile(r"\w+")
SECTIONS = ("Part", "Sect", "Div", "Art")
_OPF = "{http://www.idpf.org/2007/opf}"
_XHTML = "{http://www.w3.org/1999/xhtml}"


def words(text: str) -> list[str]:
    """The words of a text in order, without case; soft hyphens and underscores aside."""
    return WORD.findall(text.replace("\u00ad", "").replace("_", " ").casefold())


def epub_files(path: Path) -> list[tuple[str, ElementTree.Element]]:
    """The XHTML files of the spine, in order: (name, root)."""
    with zipfile.ZipFile(path) as book:
        package = ElementTree.fromstring(book.read("EPUB/content.opf"))
        names = {item.get("id"): item.get("href", "") for item in package.iter(f"{_OPF}item")}
        spine = [names[item.get("idref")] for item in package.iter(f"{_OPF}itemref")]
        return [(name, ElementTree.fromstring(book.read(f"EPUB/{name}"))) for name in spine]


def epub_text(
    path: Path,
    skip: tuple[str, ...] = ("cover.xhtml", "titlepage.xhtml", "nav.xhtml"),
    without: tuple[str, ...] = (),
) -> str:
    """The text of the bodies, files in `skip` and elements of the classes `without` left out; a space after
    every block."""
    parts: list[str] = []
    for name, root in epub_files(path):
        if name not in skip:
            body = root.find(f"{_XHTML}body")
            assert body is not None
            _collect(body, parts, set(without))
    return "".join(parts)


def _collect(element: ElementTree.Element, parts: list[str], without: set[str]) -> None:
    parts.append(element.text or "")
    for child in element:
        if not without & set(child.get("class", "").split()):
            _collect(child, parts, without)
        parts.append(child.tail or "")
    inline = {"em", "strong", "a", "sup", "code", "span"}
    if element.tag.removeprefix(_XHTML) not in inline or element.get("class") in ("label", "line"):
        parts.append("\n")


def pdf_text(program: str, path: Path, *, area: tuple[int, int, int, int] | None = None) -> str:
    """The text of the pages in the order of the content streams; words divided at line ends are whole.

    `area` is the part of the page to read: x, y, width, height in pt from the top left.
    """
    crop = [f for key, value in zip("xyWH", area or (), strict=False) for f in (f"-{key}", str(value))]
    command = [program, "-raw", *crop, str(path), "-"]
    text = subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8")
    return re.sub("\u00ad\\s*", "", text)


def tagged_text(program: str, path: Path, without: tuple[str, ...] = ()) -> list[str]:
    """The text of each section of the PDF as its tags order it, elements of the types `without` left out.

    `program` is poppler's pdfinfo. Artifacts, as heads and folios are, have no tags.
    """
    command = [program, "-struct-text", str(path)]
    shown = subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8")
    sections: list[str] = []
    left_out: int | None = None
    for line in shown.splitlines():
        depth = len(line) - len(line.lstrip())
        kind = line.split(maxsplit=1)[0] if line.strip() else ""
        if left_out is not None and depth > left_out:
            continue
        left_out = depth if kind in without else None
        if depth == 2 and kind in SECTIONS:
            sections.append("")
        elif line.lstrip().startswith('"') and left_out is None:
            sections[-1] += line.strip()[1:-1] + "\n"
    return sections
