"""`lay_out` with real fonts, and what must hold of real books."""

from __future__ import annotations

import pickle
from itertools import pairwise
from pathlib import Path

import pytest

from publisher.diagnostics import Sink
from publisher.fonts import FontSet
from publisher.layout.document import cited_notes, lay_out, note_targets
from publisher.layout.dump import line_text
from publisher.layout.frames import Layout, TextBlock
from publisher.markup.build import build_tree
from publisher.markup.element import Element
from publisher.outline.nodes import Division, Heading, Metadata, Note, Outline, Paragraph, Text
from publisher.outline.roles import DivisionRole
from publisher.read import read_text
from publisher.source import Source
from publisher.style.cascade import compute
from publisher.style.computed import Styles
from publisher.style.themes import load_style

CORPUS = Path(__file__).parents[2].parent / "shared" / "corpus" / "dev"

Book = tuple[Layout, Element, Styles, FontSet]


def set_in_classic(outline: Outline) -> Book:
    root, sink, fonts = build_tree(outline), Sink(), FontSet()
    sheet = load_style("classic", sink)
    styles = compute(root, sheet)
    layout = lay_out(root, styles, sheet.pages, fonts, outline.metadata.language, sink)
    assert not list(sink)
    return layout, root, styles, fonts


@pytest.fixture(scope="module")
def small() -> Book:
    """Two chapters, the first with a note."""
    note = Note(id=4, mark="1", content=(Paragraph(id=5, content=(Text("A note at the foot."),)),))
    one = Paragraph(id=3, content=(Text("The first chapter cites"), note, Text(" a note.")))
    two = Paragraph(id=8, content=(Text("The second one."),))
    chapters = [
        Division(
            id=number,
            role=DivisionRole.CHAPTER,
            heading=Heading(id=number + 1, label=label, title=(Text(title),)),
            content=(paragraph,),
        )
        for number, label, title, paragraph in ((1, "I", "One", one), (6, "II", "Two", two))
    ]
    metadata = Metadata(title="A Book", authors=("An Author",))
    return set_in_classic(Outline(metadata=metadata, content=tuple(chapters)))


def words(book: Book, page: int) -> list[str]:
    layout, _, _, fonts = book
    blocks = [item for item in layout.pages[page].items if isinstance(item, TextBlock)]
    return [line_text(line, fonts).strip() for block in blocks for line in block.lines]


class TestASmallBook:
    def test_has_its_pages_in_order(self, small: Book) -> None:
        layout = small[0]
        assert [(p.label, p.side, p.name, p.blank) for p in layout.pages] == [
            ("i", "right", "title", False),
            ("ii", "left", "title", True),
            ("iii", "right", "front", False),
            ("iv", "left", "front", True),
            ("1", "right", "body", False),
            ("2", "left", "body", True),
            ("3", "right", "body", False),
        ]

    def test_sets_the_note_at_the_foot_of_the_page(self, small: Book) -> None:
        assert words(small, 4) == ["I", "One", "The first chapter cites1 a note.", "1. A note at the foot."]
        page = small[0].pages[4]
        last = page.items[-1]
        assert isinstance(last, TextBlock)
        assert page.height - 71 - last.leading < last.y < page.height - 71

    def test_says_in_the_contents_where_the_chapters_are(self, small: Book) -> None:
        assert [text[-1] for text in words(small, 2)[1:]] == ["1", "3"]

    def test_knows_where_bookmarks_and_links_lead(self, small: Book) -> None:
        layout, root, styles, _ = small
        assert [(b.title, b.level, b.page) for b in layout.bookmarks] == [
            ("Contents", 1, 2),
            ("I One", 1, 4),
            ("II Two", 1, 6),
        ]
        targets = note_targets(root, styles)
        assert cited_notes(root, targets) == set(targets.values())
        assert layout.page_of[targets["note-1"]] == 4

    def test_leaves_blank_pages_empty(self, small: Book) -> None:
        assert [p.items + p.furniture for p in small[0].pages if p.blank] == [(), (), ()]

    def test_can_be_pickled(self, small: Book) -> None:
        assert pickle.loads(pickle.dumps(small[0])) == small[0]


# Real books ---------------------------------------------------------------------------------------


def real_book(name: str) -> Book:
    path = CORPUS / name / "input.txt"
    if not path.exists():
        pytest.skip(f"the corpus is not beside the project: {path}")
    text = path.read_text(encoding="utf-8-sig").replace("\r\n", "\n")
    return set_in_classic(read_text(Source(path.name, text), Sink()).outline)


@pytest.mark.corpus
@pytest.mark.parametrize(
    "name", ["pg-1342-pride-and-prejudice", pytest.param("pg-1184-monte-cristo", marks=pytest.mark.slow)]
)
def test_a_novel_is_set_without_fault(name: str) -> None:
    layout, root, *_ = real_book(name)
    owner = paragraph_of(root)
    pages = [
        [(owner[b.element], len(b.lines)) for b in p.items if isinstance(b, TextBlock)] for p in layout.pages
    ]
    assert stranded_lines(pages) == []
    assert stranded_headings(pages) == []
    assert [p for p in layout.pages if p.blank and (p.items or p.furniture)] == []
    assert all((index % 2 == 0) == (p.side == "right") for index, p in enumerate(layout.pages))
    openings = {layout.page_of[e.id] for e in root.elements() if e.file and e.id in layout.page_of}
    assert {layout.pages[index].side for index in openings} == {"right"}
    body = [p.label for p in layout.pages if p.name in {"body", "part"}]
    assert body == [str(n + 1) for n in range(len(body))]
    assert lines_off_the_page(layout) == []


def paragraph_of(root: Element) -> dict[int, Element]:
    """The paragraph, heading, item ... that an element is part of."""
    found: dict[int, Element] = {}

    def walk(element: Element, owner: Element | None) -> None:
        if owner is None and element.tag in {"p", "pre", "li", "hr", "h1", "h2", "h3", "h4", "h5", "h6"}:
            owner = element
        found[element.id] = owner or element
        for child in element.children:
            if not isinstance(child, str):
                walk(child, owner)

    walk(root, None)
    return found


Pages = list[list[tuple[Element, int]]]


def stranded_lines(pages: Pages) -> list[tuple[int, str]]:
    """Paragraphs that leave one line alone on the page on which they begin or end."""
    parts: dict[int, list[tuple[int, int]]] = {}
    for index, page in enumerate(pages):
        for element, lines in page:
            if element.tag == "li":
                continue  # an entry of the contents holds the entries below it
            shares = parts.setdefault(element.id, [])
            if shares and shares[-1][0] == index:
                shares[-1] = (index, shares[-1][1] + lines)
            else:
                shares.append((index, lines))
    return [
        (shares[0][0], "alone")
        for shares in parts.values()
        if len(shares) > 1 and min(shares[0][1], shares[-1][1]) < 2
    ]


def stranded_headings(pages: Pages) -> list[tuple[int, str]]:
    """Headings whose text goes on overleaf from under two lines below them; not those alone on a page."""
    found = []
    for index, (page, following) in enumerate(pairwise(pages)):
        below = 0
        for element, lines in reversed(page):
            if element.tag[0] == "h" and element.tag[1:].isdigit():
                if below < 2 and following and page[0][0] is not element:
                    found.append((index, element.text()))
                break
            below += lines
    return found


def lines_off_the_page(layout: Layout) -> list[tuple[str, float]]:
    """Lines whose baseline is outside the page area of A5 in the classic style."""
    return [
        (page.label, block.y)
        for page in layout.pages
        for block in page.items
        if isinstance(block, TextBlock)
        and not 48 < block.y <= block.y + (len(block.lines) - 1) * block.leading < page.height - 71
    ]
