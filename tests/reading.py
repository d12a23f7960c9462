"""Reading finished books back as a stranger's program would."""

from __future__ import annotations

import re
import subprocess
import zipfile
from pathlib import Path
from xml.etree import ElementTree

WORD = re.compile(r"\w+")
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


def epub_text(path: Path, skip: tuple[str, ...] = ("cover.xhtml", "titlepage.xhtml", "nav.xhtml")) -> str:
    """The text of the bodies, files in `skip` left out; a space after every block."""
    parts: list[str] = []
    for name, root in epub_files(path):
        if name not in skip:
            body = root.find(f"{_XHTML}body")
            assert body is not None
            _collect(body, parts)
    return "".join(parts)


def _collect(element: ElementTree.Element, parts: list[str]) -> None:
    parts.append(element.text or "")
    for child in element:
        _collect(child, parts)
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
