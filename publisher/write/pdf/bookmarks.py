"""The document outline: the panel of bookmarks beside the pages (ISO 32000-1, 12.3.3)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from publisher.layout.frames import Bookmark, Page
from publisher.write.pdf.objects import Document, Outlines, number, reference, text_string


@dataclass(slots=True, eq=False)
class _Item:
    bookmark: Bookmark
    number: int
    parent: _Item | None
    kids: list[_Item] = field(default_factory=list)
    below: int = 0
    """How many items there are below it, on all levels."""


@dataclass(frozen=True, slots=True)
class Goals:
    """Where bookmarks and links can lead: the pages, and the references of their objects."""

    pages: Sequence[Page]
    references: Sequence[bytes]

    def destination(self, page: int, y: float) -> bytes:
        """An explicit destination: the page, scrolled so that `y` (pt from its top) is at the top."""
        return b"[%b/XYZ null %b null]" % (self.references[page], number(self.pages[page].height - y))


def outline(
    bookmarks: Sequence[Bookmark], goals: Goals, elements: Mapping[int, bytes], document: Document
) -> Outlines | None:
    """The outline's root, None where there are no bookmarks.

    `elements` are references of structure elements by element id: a bookmark names its own (12.3.3, SE).
    Only the top level is open: a long book would fill the panel otherwise.
    """
    top = _tree(bookmarks, document)
    if not top:
        return None
    root = Outlines()
    _fill(top, document.add(root), goals, elements, document)
    root.content = b"<</Type/Outlines/First %b/Last %b/Count %d>>" % (
        reference(top[0].number),
        reference(top[-1].number),
        len(top),
    )
    return root


def _tree(bookmarks: Sequence[Bookmark], document: Document) -> list[_Item]:
    """The items without a parent. Levels only say what is below what: a gap between two is no matter."""
    top: list[_Item] = []
    path: list[_Item] = []
    for bookmark in bookmarks:
        while path and path[-1].bookmark.level >= bookmark.level:
            path.pop()
        item = _Item(bookmark, document.reserve(), path[-1] if path else None)
        (path[-1].kids if path else top).append(item)
        for above in path:
            above.below += 1
        path.append(item)
    return top


def _fill(
    top: list[_Item], root: bytes, goals: Goals, elements: Mapping[int, bytes], document: Document
) -> None:
    families = [top]
    while families:
        family = families.pop()
        for before, item, after in zip([None, *family], family, [*family[1:], None], strict=False):
            bookmark = item.bookmark
            parent = reference(item.parent.number) if item.parent else root
            element = elements.get(bookmark.element)
            rows = [
                b"/Title %b/Parent %b" % (text_string(bookmark.title), parent),
                b"/Dest%b" % goals.destination(bookmark.page, bookmark.y),
                b"/SE %b" % element if element else b"",
                b"/Prev %d 0 R" % before.number if before else b"",
                b"/Next %d 0 R" % after.number if after else b"",
            ]
            if item.kids:
                rows.append(b"/First %d 0 R/Last %d 0 R" % (item.kids[0].number, item.kids[-1].number))
                rows.append(b"/Count %d" % -item.below)
                families.append(item.kids)
            document.fill(item.number, b"<<%b>>" % b"".join(rows))
