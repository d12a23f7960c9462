"""The structure tree: what the marked content of the pages is, in reading order.

Drawing asks for a mark for each stretch of text of one node; a mark is a number on its page. A
structure element is made when the first mark below it is. In the end kids that are elements stand
in the order of the element tree, whatever page order they were drawn in (a footnote's text is drawn
at the foot of a page, but is read where the tree has it).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from publisher.write.pdf.objects import Document, Raw, byte_string, name, reference, text_string
from publisher.write.pdf.roles import Node

NUMBERING = (
    (re.compile(r"\W*\d+\W*\Z"), "Decimal"),
    (re.compile(r"\W*[ivxlcdm]+\W*\Z"), "LowerRoman"),
    (re.compile(r"\W*[IVXLCDM]+\W*\Z"), "UpperRoman"),
    (re.compile(r"\W*[a-z]+\W*\Z"), "LowerAlpha"),
    (re.compile(r"\W*[A-Z]+\W*\Z"), "UpperAlpha"),
    (re.compile(r"\s*\u2022"), "Disc"),
    (re.compile(r"\s*[\u25cb\u25e6]"), "Circle"),
    (re.compile(r"\s*[\u25a0\u25aa]"), "Square"),
)
"""What a list's first label says of all (ISO 32000-1, table 347); the first pattern that fits."""

Kid = tuple[bytes, int] | tuple[bytes, bytes]
"""A mark (page, number) or an annotation (page, reference); the page by its reference."""


@dataclass(slots=True, eq=False)
class Structure:
    """One structure element, or the tree's root. `number` is its object's.

    `order` is the element id it comes from; `entries` are what its dictionary has beyond the usual.
    """

    type: str
    order: int
    parent: Structure | None
    number: int
    kids: list[Kid | Structure] = field(default_factory=list)
    id: str = ""
    entries: bytes = b""

    def sorted_kids(self) -> list[Kid | Structure]:
        """The kids in reading order."""
        kids = self.kids
        if len(kids) > 1 and all(isinstance(kid, Structure) for kid in kids):
            return sorted(kids, key=_place)
        return kids


def _place(kid: object) -> tuple[int, bool]:
    """Where an element belongs among its siblings: the label of a list item before its body."""
    return (kid.order, kid.type != "Lbl") if isinstance(kid, Structure) else (0, False)


class Tagger:
    """Builds the structure tree of one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.made: list[Structure] = []
        self.innermost: dict[tuple[int, str], Structure] = {}
        self.parents: dict[int, list[int] | int] = {}
        self.root = Structure("StructTreeRoot", 0, None, 0)

    def _new(self, type_: str, order: int, parent: Structure) -> Structure:
        made = Structure(type_, order, parent, self.document.reserve())
        parent.kids.append(made)
        self.made.append(made)
        return made

    def element(self, node: Node, part: str = "") -> Structure:
        """The structure element that content of `node` goes into.

        `part` is "Lbl" for the marker of a list item; its other content is the LBody.
        """
        if node.role == ("LI",):
            part = part or "LBody"
        key = (node.element.id, part)
        found = self.innermost.get(key)
        if found is None:
            found = self.innermost[key] = self._make(node, part)
        return found

    def _make(self, node: Node, part: str) -> Structure:
        order = node.element.id
        if part:
            item = self.innermost.get((order, "")) or self._chain(node)
            self.innermost[order, ""] = item
            return self._new(part, order, item)
        return self._chain(node)

    def _chain(self, node: Node) -> Structure:
        at = self.root if node.parent is None else self.element(node.parent)
        order = node.element.id
        if at.type == "Note" and node.role[0] == "Lbl":
            order = at.order  # from inside the first paragraph: before it
        for type_ in node.role:
            at = self._new(type_, order, at)
            if type_ == "Note":
                at.id = node.element.name or f"element-{node.element.id}"
        if node.language:
            at.entries = b"/Lang %b" % text_string(node.language)
        return at

    def labelled(self, label: Structure, text: str) -> None:
        """Say of a list how it is numbered (ISO 14289-1, 7.6), once one of its labels is known."""
        around = label.parent.parent if label.parent else None
        if around and around.type == "L" and not around.entries:
            kind = next((kind for pattern, kind in NUMBERING if pattern.match(text)), "None")
            around.entries = b"/A<</O/List/ListNumbering/%b>>" % kind.encode("ascii")

    def references(self) -> dict[int, bytes]:
        """The outermost structure element of each element that has one, by element id."""
        return {made.order: reference(made.number) for made in reversed(self.made)}

    # Marks ----------------------------------------------------------------------------------------

    def page(self, key: int) -> list[int]:
        """The marks of the page whose StructParents is `key`: the owners' object numbers, by mark."""
        marks: list[int] = []
        self.parents[key] = marks
        return marks

    def mark(self, owner: Structure, page: bytes, marks: list[int]) -> int:
        """The number of a new stretch of marked content of `owner`."""
        marks.append(owner.number)
        owner.kids.append((page, len(marks) - 1))
        return len(marks) - 1

    def annotation(self, owner: Structure, key: int, page: bytes, annotation: bytes) -> None:
        """Tie an annotation, whose StructParent is `key`, to its Link element."""
        owner.kids.append((page, annotation))
        self.parents[key] = owner.number

    # Writing --------------------------------------------------------------------------------------

    def finish(self) -> Raw:
        """Fill in all objects; the structure tree's root."""
        root = Raw()
        self.root.number = int(self.document.add(root).split()[0])
        for made in self.made:
            self.document.fill(made.number, self._bytes(made))
        tree = self.document.put(b"<</Nums[%b]>>" % b"\n".join(self._parent_rows()))
        root.content = b"<</Type/StructTreeRoot/K %b/ParentTree %b/ParentTreeNextKey %d%b>>" % (
            _kids(self.root, b""),
            tree,
            max(self.parents, default=-1) + 1,
            self._id_tree(),
        )
        return root

    def _parent_rows(self) -> Iterable[bytes]:
        for key, owners in sorted(self.parents.items()):
            if isinstance(owners, int):
                yield b"%d %d 0 R" % (key, owners)
            elif owners:
                yield b"%d[%b]" % (key, b" ".join(map(reference, owners)))

    def _bytes(self, made: Structure) -> bytes:
        page = next((kid[0] for kid in made.kids if not isinstance(kid, Structure)), b"")
        return b"<</Type/StructElem/S%b/P %d 0 R%b%b%b/K %b>>" % (
            name(made.type),
            made.parent.number if made.parent else 0,
            b"/Pg %b" % page if page else b"",
            b"/ID%b" % byte_string(made.id.encode()) if made.id else b"",
            made.entries,
            _kids(made, page),
        )

    def _id_tree(self) -> bytes:
        """The tree of elements with an id (ISO 32000-1, 14.7.2), sorted as it must be."""
        named = sorted((made.id.encode(), made.number) for made in self.made if made.id)
        if not named:
            return b""
        names = b" ".join(b"%b %d 0 R" % (byte_string(id_), number) for id_, number in named)
        first, last = byte_string(named[0][0]), byte_string(named[-1][0])
        leaf = self.document.put(b"<</Limits[%b %b]/Names[%b]>>" % (first, last, names))
        return b"/IDTree<</Kids[%b]>>" % leaf


def _kids(made: Structure, page: bytes) -> bytes:
    """The value of K; `page` is the element's own, which its marks need not name."""
    out: list[bytes] = []
    for kid in made.sorted_kids():
        if isinstance(kid, Structure):
            out.append(reference(kid.number))
        elif isinstance(kid[1], bytes):
            out.append(b"<</Type/OBJR/Pg %b/Obj %b>>" % kid)
        elif kid[0] == page:
            out.append(b"%d" % kid[1])
        else:
            out.append(b"<</Type/MCR/Pg %b/MCID %d>>" % kid)
    return out[0] if len(out) == 1 else b"[%b]" % b" ".join(out)
