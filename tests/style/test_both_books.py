"""One stylesheet, two books: a declaration changed once is seen in both."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from publisher import build
from publisher.outline.nodes import Division, Heading, Metadata, Outline, Paragraph, Text
from publisher.outline.roles import DivisionRole
from publisher.style.themes import _folder

OUTLINE = Outline(
    metadata=Metadata(title="Book", authors=("A. Author",)),
    content=(
        Division(
            id=1,
            role=DivisionRole.CHAPTER,
            heading=Heading(id=2, label="I", title=(Text("Start"),)),
            content=tuple(Paragraph(id=n, content=(Text("Some words to set. " * 20),)) for n in range(3, 9)),
        ),
    ),
)


def indented(pdf: bytes, indent: float) -> bool:
    """Whether a line on the last page begins `indent` pt right of the leftmost, give or take half a pt."""
    document = pdfium.PdfDocument(pdf)
    page = document[len(document) - 1].get_textpage()
    lefts = [page.get_rect(index)[0] for index in range(page.count_rects())]
    return any(abs(left - min(lefts) - indent) < 0.5 for left in lefts)


def stylesheet(epub: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(epub)) as book:
        (name,) = (name for name in book.namelist() if name.endswith(".css"))
        return book.read(name).decode()


@pytest.mark.parametrize("name", ["classic", "modern"])
def test_a_changed_declaration_changes_both(name: str, tmp_path: Path) -> None:
    css = (_folder() / f"{name}.css").read_text("utf-8")
    old = "p { margin: 0; text-indent: var(--indent) }"
    assert css.count(old) == 1
    file = tmp_path / "mine.css"
    file.write_text(css.replace(old, "p { margin: 0; text-indent: 3em }"), "utf-8")
    before, after = build(OUTLINE, style=name), build(OUTLINE, style=file)
    assert before.diagnostics == after.diagnostics == ()
    assert "text-indent: 3em;" not in stylesheet(before.epub)
    assert "text-indent: 3em;" in stylesheet(after.epub)
    old_indent, new_indent = {"classic": (13.8, 34.5), "modern": (13.72, 29.4)}[name]
    assert [indented(before.pdf, old_indent), indented(before.pdf, new_indent)] == [True, False]
    assert [indented(after.pdf, old_indent), indented(after.pdf, new_indent)] == [False, True]
