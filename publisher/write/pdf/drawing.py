"""One page of frames to a content stream. Nothing is decided here but the order of operators.

Text is shown with one Td and TJ a run; font, rise and colour are set when they change. Stretches of
one owner are marked content; what has no element is an artifact (ISO 32000-1, 14.8.2.2).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from publisher.layout.frames import Page, Rule, Run, TextBlock, TextFace
from publisher.style.computed import Colour
from publisher.write.pdf.objects import number
from publisher.write.pdf.roles import ARTIFACT, Node
from publisher.write.pdf.tagging import Structure, Tagger

DESCENT, ASCENT = 0.25, 0.8
"""What a link's rectangle takes in below and above the baseline, in em."""

ARTIFACT_KINDS: dict[str, bytes] = {
    "header": b"/Artifact<</Type/Pagination/Subtype/Header>>BDC",
    "footer": b"/Artifact<</Type/Pagination/Subtype/Footer>>BDC",
    "ornament": b"/Artifact<</Type/Layout>>BDC",
    "": b"/Artifact<</Type/Layout>>BDC",
}


@dataclass(slots=True)
class LinkArea:
    """Where a link's text stands on one line: `rectangle` in PDF coordinates."""

    node: Node
    owner: Structure
    rectangle: tuple[float, float, float, float]


@dataclass(slots=True)
class Drawn:
    """A page's content stream, uncompressed, and its links."""

    content: bytes
    links: list[LinkArea]


@dataclass(slots=True)
class _Placed:
    run: Run
    x: float
    y: float


@dataclass(slots=True, eq=False)
class PageDrawer:
    """Draws the pages of one document. `fonts` maps a font's key to its resource name ("/F1")."""

    fonts: dict[str, bytes]
    nodes: dict[int, Node]
    tagger: Tagger
    _out: list[bytes] = field(default_factory=list)
    _face: TextFace | None = None
    _links: list[LinkArea] = field(default_factory=list)

    def draw(self, page: Page, reference: bytes, marks: list[bytes]) -> Drawn:
        """The content of `page`, whose object is `reference`; `marks` takes the owners of its content."""
        self._out, self._face, self._links = [], None, []
        for item in page.items:
            if isinstance(item, Rule):
                self._rule(item, page.height)
            else:
                self._block(item, page.height, reference, marks)
        for item in page.furniture:
            if isinstance(item, Rule):
                self._rule(item, page.height)
            else:
                self._artifact(ARTIFACT_KINDS[item.artifact], list(_placed(item, page.height)))
        return Drawn(b"\n".join(self._out), self._links)

    def _rule(self, rule: Rule, height: float) -> None:
        box = (rule.x, height - rule.y - rule.height, rule.width, rule.height)
        self._out.append(
            b"/Artifact<</Type/Layout>>BDC q %b %b re f Q EMC"
            % (fill(rule.color), b" ".join(map(number, box)))
        )

    def _artifact(self, begin: bytes, placed: list[_Placed]) -> None:
        self._out.append(begin)
        self._text(placed)
        self._out.append(b"EMC")

    def _block(self, block: TextBlock, height: float, reference: bytes, marks: list[bytes]) -> None:
        part = "Lbl" if block.marker else ""
        fallback = self.nodes.get(block.element)
        linked: dict[int, tuple[Node, list[_Placed]]] = {}

        def node_of(placed: _Placed) -> Node | None:
            # A run without an element (a leader's dots) is decoration, even inside a paragraph.
            return self.nodes.get(placed.run.element, fallback) if placed.run.element else None

        for node, group in groupby(_placed(block, height), key=node_of):
            runs = list(group)
            if node is None or node.role is ARTIFACT:
                self._artifact(ARTIFACT_KINDS[block.artifact], runs)
                continue
            owner = self.tagger.element(node, part)
            number_ = self.tagger.mark(owner, reference, marks)
            self._out.append(b"/%b<</MCID %d>>BDC" % (owner.type.encode("ascii"), number_))
            self._text(runs)
            self._out.append(b"EMC")
            if node.link:
                linked.setdefault(node.link.element.id, (node.link, []))[1].extend(runs)
        for link, runs in linked.values():
            owner = self.tagger.element(link)
            self._links += (LinkArea(link, owner, rectangle) for rectangle in _rectangles(runs))

    def _text(self, placed: list[_Placed]) -> None:
        out, face, fonts = self._out, self._face, self.fonts
        out.append(b"BT")
        left = low = 0.0
        for item in placed:
            run = item.run
            if run.face is not face and run.face != face:
                out.append(_change(face, run.face, fonts))
                face = run.face
            x, y = round(item.x, 3), round(item.y, 3)
            out.append(b"%b %b Td[%b]TJ" % (number(x - left), number(y - low), run.tj))
            left, low = x, y
        out.append(b"ET")
        self._face = face


def _placed(block: TextBlock, height: float) -> Iterator[_Placed]:
    y = height - block.y
    for line in block.lines:
        x = block.x + line.x
        for run in line.runs:
            yield _Placed(run, x + run.x, y)
        y -= block.leading


def _change(old: TextFace | None, new: TextFace, fonts: dict[str, bytes]) -> bytes:
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


def _rectangles(runs: list[_Placed]) -> Iterator[tuple[float, float, float, float]]:
    """One rectangle for each line that the runs stand on, from the first to the last of them."""
    key: Callable[[_Placed], float] = lambda placed: placed.y  # noqa: E731 (a name for groupby's key)
    for y, group in groupby(runs, key=key):
        on_line = list(group)
        size = max(placed.run.face.size for placed in on_line)
        yield (
            on_line[0].x,
            y - DESCENT * size,
            max(placed.x + placed.run.width for placed in on_line),
            y + ASCENT * size,
        )
