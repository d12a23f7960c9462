"""The structure tree: what the marked content of the pages is, in reading order.

Drawing asks for a mark for each stretch of text of one node; a mark is a number on its page. A
structure element is made when the first mark below it is. In the end kids that are elements stand
in the order of the element tree, whatever page order they were drawn in (a footnote's text is drawn
at the foot of a page, but is read where the tree has it).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from reportlab.pdfbase.pdfdoc import PDFDocument

from publisher.write.pdf.objects import Numbers, Raw, byte_string, name
from publisher.write.pdf.roles import Node


@dataclass(slots=True, eq=False)
class Structure:
    """One structure element. `order` is the element id it comes from; `kids` are marks (page, number),
    annotations (page, reference) and elements."""

    type: str
    order: int
    parent: Structure | None
    reference: bytes
    raw: Raw
    kids: list[tuple[bytes, int] | tuple[bytes, bytes] | Structure] = field(default_factory=list)
    id: str = ""

    def sorted_kids(self) -> list[tuple[bytes, int] | tuple[bytes, bytes] | Structure]:
        """The kids in reading order."""
        if all(isinstance(kid, Structure) for kid in self.kids):
            return sorted(self.kids, key=_place)
        return self.kids


def _place(kid: object) -> tuple[int, bool]:
    """Where an element belongs among its siblings: the label of a list item before its body."""
    return (kid.order, kid.type != "Lbl") if isinstance(kid, Structure) else (0, False)


class Tagger:
    """Builds the structure tree of one document."""

    def __init__(self, document: PDFDocument) -> None:
        self.document = document
        self.numbers = Numbers(document)
        self.made: list[Structure] = []
        self.innermost: dict[tuple[int, str], Structure] = {}
        self.parents: dict[int, list[bytes] | bytes] = {}
        self.root = self._new("StructTreeRoot", 0, None)

    def _new(self, type_: str, order: int, parent: Structure | None) -> Structure:
        raw = Raw()
        made = Structure(type_, order, parent, self.numbers.of(raw), raw)
        if parent is not None:
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
        for type_ in node.role:
            at = self._new(type_, node.element.id, at)
            if type_ == "Note":
                at.id = node.element.name or f"element-{node.element.id}"
        return at

    # Marks ----------------------------------------------------------------------------------------

    def page(self, key: int) -> list[bytes]:
        """The marks of the page whose StructParents is `key`: the owners' references by number."""
        marks: list[bytes] = []
        self.parents[key] = marks
        return marks

    def mark(self, owner: Structure, page: bytes, marks: list[bytes]) -> int:
        """The number of a new stretch of marked content of `owner`."""
        marks.append(owner.reference)
        owner.kids.append((page, len(marks) - 1))
        return len(marks) - 1

    def annotation(self, owner: Structure, key: int, page: bytes, reference: bytes) -> None:
        """Tie an annotation, whose StructParent is `key`, to its Link element."""
        owner.kids.append((page, reference))
        self.parents[key] = owner.reference

    # Writing --------------------------------------------------------------------------------------

    def finish(self) -> Raw:
        """Fill in all objects; the structure tree's root."""
        for made in self.made[1:]:
            made.raw.content = self._bytes(made)
        tree = Raw(b"<</Nums[%b]>>" % b"\n".join(self._parent_rows()))
        last = max(self.parents, default=-1) + 1
        self.root.raw.content = b"<</Type/StructTreeRoot/K %b/ParentTree %b/ParentTreeNextKey %d%b>>" % (
            self._kids(self.root, b""),
            self.numbers.of(tree),
            last,
            self._id_tree(),
        )
        return self.root.raw

    def _parent_rows(self) -> Iterable[bytes]:
        for key, owners in sorted(self.parents.items()):
            if isinstance(owners, bytes):
                yield b"%d %b" % (key, owners)
            elif owners:
                yield b"%d[%b]" % (key, b" ".join(owners))

    def _bytes(self, made: Structure) -> bytes:
        page = next((kid[0] for kid in made.kids if not isinstance(kid, Structure)), b"")
        parent = made.parent.reference if made.parent else b"null"
        return b"<</Type/StructElem/S%b/P %b%b%b/K %b>>" % (
            name(made.type),
            parent,
            b"/Pg %b" % page if page else b"",
            b"/ID%b" % byte_string(made.id.encode()) if made.id else b"",
            self._kids(made, page),
        )

    def _kids(self, made: Structure, page: bytes) -> bytes:
        out: list[bytes] = []
        for kid in made.sorted_kids():
            if isinstance(kid, Structure):
                out.append(kid.reference)
            elif isinstance(kid[1], bytes):
                out.append(b"<</Type/OBJR/Pg %b/Obj %b>>" % kid)
            elif kid[0] == page:
                out.append(b"%d" % kid[1])
            else:
                out.append(b"<</Type/MCR/Pg %b/MCID %d>>" % kid)
        return out[0] if len(out) == 1 else b"[%b]" % b" ".join(out)

    def _id_tree(self) -> bytes:
        """The tree of elements with an id (ISO 32000-1, 14.7.2), sorted as it must be."""
        named = sorted((m.id.encode(), m.reference) for m in self.made if m.id)
        if not named:
            return b""
        names = b" ".join(b"%b %b" % (byte_string(id_), reference) for id_, reference in named)
        first, last = byte_string(named[0][0]), byte_string(named[-1][0])
        leaf = Raw(b"<</Limits[%b %b]/Names[%b]>>" % (first, last, names))
        return b"/IDTree<</Kids[%b]>>" % self.numbers.of(leaf)
