"""The document outline: the panel of bookmarks beside the pages (ISO 32000-1, 12.3.3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from publisher.layout.frames import Bookmark, Page
from publisher.write.pdf.objects import Numbers, Raw, number, text_string


@dataclass(slots=True, eq=False)
class _Item:
    bookmark: Bookmark | None
    level: int
    raw: Raw = field(default_factory=Raw)
    kids: list[_Item] = field(default_factory=list)

    def count(self) -> int:
        """How many items there are below."""
        return sum(1 + kid.count() for kid in self.kids)


def outline(
    bookmarks: Sequence[Bookmark], pages: Sequence[Page], references: Sequence[bytes], numbers: Numbers
) -> Raw | None:
    """The outline's root, None where there are no bookmarks. `references` are those of the pages.

    Parts are shown open, what is below them closed: a long book would fill the panel otherwise.
    """
    root = _tree(bookmarks)
    if not root.kids:
        return None
    stack = [root]
    while stack:
        item = stack.pop()
        for at, kid in enumerate(item.kids):
            before = item.kids[at - 1] if at else None
            after = item.kids[at + 1] if at + 1 < len(item.kids) else None
            kid.raw.content = _bytes(kid, item, before, after, pages, references, numbers)
        stack += item.kids
    root.raw.content = b"<</Type/Outlines/First %b/Last %b/Count %d>>" % (
        numbers.of(root.kids[0].raw),
        numbers.of(root.kids[-1].raw),
        len(root.kids),
    )
    return root.raw


def _tree(bookmarks: Sequence[Bookmark]) -> _Item:
    root = _Item(None, -1)
    path = [root]
    for bookmark in bookmarks:
        while path[-1].level >= bookmark.level and len(path) > 1:
            path.pop()
        item = _Item(bookmark, bookmark.level)
        path[-1].kids.append(item)
        path.append(item)
    return root


def _bytes(
    item: _Item,
    parent: _Item,
    before: _Item | None,
    after: _Item | None,
    pages: Sequence[Page],
    references: Sequence[bytes],
    numbers: Numbers,
) -> bytes:
    bookmark = item.bookmark
    if bookmark is None:
        raise AssertionError("only the root has no bookmark")
    links = [(b"Parent", parent), (b"Prev", before), (b"Next", after)]
    if item.kids:
        links += [(b"First", item.kids[0]), (b"Last", item.kids[-1])]
    rows = b"".join(b"/%b %b" % (key, numbers.of(to.raw)) for key, to in links if to is not None)
    closed = b"/Count %d" % -item.count() if item.kids else b""
    return b"<</Title %b/Dest%b%b%b>>" % (
        text_string(bookmark.title),
        destination(bookmark.page, bookmark.y, pages, references),
        rows,
        closed,
    )


def destination(page: int, y: float, pages: Sequence[Page], references: Sequence[bytes]) -> bytes:
    """An explicit destination: the page, scrolled so that `y` (pt from its top) is at the top."""
    return b"[%b/XYZ null %b null]" % (references[page], number(pages[page].height - y))
