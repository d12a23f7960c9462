"""One page of frames to a content stream. Nothing is decided here but the order of operators.

Stretches of one owner are marked content; what has no element is an artifact (ISO 32000-1, 14.8.2.2).
Text is shown with one TJ a run. Font, rise and colour are set when they change; lines of a block follow
each other by T* (9.4.2).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from publisher.layout.frames import Page, Rule, Run, TextBlock, TextFace
from publisher.style.computed import Colour
from publisher.write.pdf.objects import number
from publisher.write.pdf.roles import ARTIFACT, Node
from publisher.write.pdf.tagging import Structure, Tagger

DESCENT, ASCENT = 0.25, 0.8
"""What a link's rectangle takes in below and above the baseline, in em."""

NEAR = 0.002
"""pt. How far a line may be from where T* leads: the leading is written to three decimals."""

ARTIFACT_KINDS: dict[str, bytes] = {
    "header": b"/Artifact<</Type/Pagination/Subtype/Header>>BDC",
    "footer": b"/Artifact<</Type/Pagination/Subtype/Footer>>BDC",
    "ornament": b"/Artifact<</Type/Layout>>BDC",
    "": b"/Artifact<</Type/Layout>>BDC",
}


@dataclass(slots=True)
class LinkArea:
    """Where a link's text stands on one line: `rectangle` is left, bottom, right, top in PDF coordinates."""

    node: Node
    owner: Structure
    rectangle: tuple[float, float, float, float]


@dataclass(slots=True)
class Drawn:
    """A page's content stream, uncompressed, and its links."""

    content: bytes
    links: list[LinkArea]


@dataclass(slots=True, eq=False)
class PageDrawer:
    """Draws the pages of one document.

    `fonts` maps a font's key to its resource name ("/F1"), `texts` to what its glyphs read as.
    """

    fonts: Mapping[str, bytes]
    texts: Mapping[str, Mapping[int, str]]
    nodes: Mapping[int, Node]
    tagger: Tagger
    _out: list[bytes] = field(default_factory=list)
    _face: TextFace | None = None
    _leading: float = 0.0
    _left: float | None = None
    _low: float = 0.0

    def draw(self, page: Page, reference: bytes, marks: list[int]) -> Drawn:
        """The content of `page`, whose object is `reference`; `marks` takes the owners of its content."""
        self._out, self._face, self._leading = [], None, 0.0
        links: list[LinkArea] = []
        for items in (page.items, page.furniture):
            for item in items:
                if isinstance(item, Rule):
                    self._rule(item, page.height)
                else:
                    links += self._block(item, page.height, reference, marks)
        return Drawn(b"\n".join(self._out), links)

    def _rule(self, rule: Rule, height: float) -> None:
        box = (rule.x, height - rule.y - rule.height, rule.width, rule.height)
        self._out.append(
            b"/Artifact<</Type/Layout>>BDC q %b %b re f Q EMC"
            % (fill(rule.color), b" ".join(map(number, box)))
        )

    def _block(self, block: TextBlock, height: float, page: bytes, marks: list[int]) -> list[LinkArea]:
        """Draw `block`, marked; the areas of its links."""
        areas: dict[tuple[int, float], LinkArea] = {}
        fallback = self.nodes.get(block.element)
        owner: Node | None = None
        inside = False
        y = height - block.y
        for line in block.lines:
            left = block.x + line.x
            for run in line.runs:
                # A run without an element (a leader's dots) is decoration, even inside a paragraph.
                node = self.nodes.get(run.element, fallback) if run.element else None
                if not inside or node is not owner:
                    if inside:
                        self._out.append(b"ET\nEMC")
                    self._out.append(self._begin(node, block, page, marks))
                    owner, inside = node, True
                if node is not None and node.link is not None:
                    self._link(node.link, run, left + run.x, y, areas)
                self._show(run, left + run.x, y, block.leading)
            y -= block.leading
        if inside:
            self._out.append(b"ET\nEMC")
        return list(areas.values())

    def _begin(self, node: Node | None, block: TextBlock, page: bytes, marks: list[int]) -> bytes:
        """The operators that begin marked content of `node`, or an artifact."""
        self._left = None
        if node is None or node.role is ARTIFACT:
            return ARTIFACT_KINDS[block.artifact] + b"\nBT"
        owner = self.tagger.element(node, "Lbl" if block.marker else "")
        if block.marker:
            self.tagger.labelled(owner, self._text(block))
        mark = self.tagger.mark(owner, page, marks)
        return b"/%b<</MCID %d>>BDC\nBT" % (owner.type.encode("ascii"), mark)

    def _show(self, run: Run, x: float, y: float, leading: float) -> None:
        """Move to the run's place, change what is to be changed, show it."""
        out, face = self._out, run.face
        if face is not self._face and face != self._face:
            out.append(_change(self._face, face, self.fonts))
            self._face = face
        if self._left is None:
            out.append(b"%b %b Td[%b]TJ" % (number(x), number(y), run.tj))
            self._left, self._low = round(x, 3), round(y, 3)
            return
        right, down = x - self._left, self._low - y
        if -NEAR < right < NEAR and leading and -NEAR < down - round(leading, 3) < NEAR:
            if leading != self._leading:
                out.append(b"%b TL" % number(leading))
                self._leading = leading
            out.append(b"T*[%b]TJ" % run.tj)
            self._low -= round(leading, 3)
            return
        out.append(b"%b %b Td[%b]TJ" % (number(right), number(-down), run.tj))
        self._left += round(right, 3)
        self._low -= round(down, 3)

    def _link(
        self, link: Node, run: Run, x: float, y: float, areas: dict[tuple[int, float], LinkArea]
    ) -> None:
        """Take `run` into the area of its link on this line."""
        size, base = run.face.size, y + run.face.rise
        box = (x, base - DESCENT * size, x + run.width, base + ASCENT * size)
        area = areas.get((link.element.id, y))
        if area is None:
            areas[link.element.id, y] = LinkArea(link, self.tagger.element(link), box)
            return
        old = area.rectangle
        area.rectangle = (
            min(old[0], box[0]),
            min(old[1], box[1]),
            max(old[2], box[2]),
            max(old[3], box[3]),
        )

    def _text(self, block: TextBlock) -> str:
        """What the block reads as."""
        return "".join(
            self.texts[run.face.font].get(glyph, "")
            for line in block.lines
            for run in line.runs
            for glyph in glyphs(run.tj)
        )


def glyphs(tj: bytes) -> list[int]:
    """The glyphs shown by the inside of a TJ array."""
    digits = b"".join(part.split(b">")[0] for part in tj.split(b"<")[1:])
    return [int(digits[at : at + 4], 16) for at in range(0, len(digits), 4)]


def _change(old: TextFace | None, new: TextFace, fonts: Mapping[str, bytes]) -> bytes:
    """The operators that lead from one face to another."""
    out: list[bytes] = []
    if old is None or (old.font, old.size) != (new.font, new.size):
        out.append(b"%b %b Tf" % (fonts[new.font], number(new.size)))
    if new.rise != (old.rise if old else 0.0):
        out.append(b"%b Ts" % number(new.rise))
    if old is None or old.color != new.color:
        out.append(fill(new.color))
    return b" ".join(out)


def fill(colour: Colour) -> bytes:
    """The operator that sets the fill colour: gray as DeviceGray, so that black is one ink; other
    colours as DeviceCMYK, with all the black that is in them as black (ISO 32000-1, 10.3.5)."""
    red, green, blue = colour
    if red == green == blue:
        return b"%b g" % number(red)
    black = 1 - max(colour)
    inks = [(1 - c - black) / (1 - black) if black < 1 else 0.0 for c in colour]
    return b"%b %b k" % (b" ".join(map(number, inks)), number(black))
