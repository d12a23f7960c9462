"""The cover, drawn from title and author in the book's own typefaces.

1600 by 2560 pixels, as Kindle asks for; two designs, which a stylesheet's body font chooses between:
a framed, centred one for serif books, a flush-left one with a bar for books headed in sans serif.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from publisher.outline.nodes import Metadata

WIDTH, HEIGHT = 1600, 2560
LARGEST, SMALLEST = 190, 60
"""Sizes of the title, in pixels an em."""

Rgb = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class CoverDesign:
    """What a cover takes from the style: font files and colours; `centred` chooses the design."""

    title_font: bytes
    author_font: bytes
    paper: Rgb = (38, 50, 56)
    ink: Rgb = (243, 236, 220)
    accent: Rgb = (190, 156, 96)
    centred: bool = True


def draw_cover(metadata: Metadata, design: CoverDesign) -> bytes:
    """A PNG. The same metadata and design give the same bytes."""
    image = Image.new("RGB", (WIDTH, HEIGHT), design.paper)
    painter = _Painter(image, design)
    if design.centred:
        painter.centred(metadata)
    else:
        painter.flush_left(metadata)
    out = BytesIO()
    image.quantize(64, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(
        out, "PNG", optimize=True
    )
    return out.getvalue()


class _Painter:
    def __init__(self, image: Image.Image, design: CoverDesign) -> None:
        self.draw = ImageDraw.Draw(image)
        self.design = design

    def centred(self, metadata: Metadata) -> None:
        """A double frame, title in the upper half, a lozenge, the author below."""
        accent = self.design.accent
        for inset, width in ((84, 6), (108, 2)):
            self.draw.rectangle((inset, inset, WIDTH - inset, HEIGHT - inset), outline=accent, width=width)
        top = self.block(metadata.title, self.design.title_font, LARGEST, 1160, 560, 900, WIDTH // 2, "ma")
        if metadata.subtitle:
            top = self.block(
                metadata.subtitle, self.design.title_font, 76, 1080, top + 60, 300, WIDTH // 2, "ma"
            )
        self.lozenge(WIDTH // 2, max(top + 190, 1480))
        author = ", ".join(metadata.authors)
        self.block(author, self.design.author_font, 96, 1100, 2060, 260, WIDTH // 2, "ma")

    def lozenge(self, x: int, y: int) -> None:
        """A rule with a diamond in its middle."""
        accent = self.design.accent
        for side in (-1, 1):
            self.draw.line((x + side * 60, y, x + side * 330, y), fill=accent, width=4)
        self.draw.polygon(((x, y - 30), (x + 22, y), (x, y + 30), (x - 22, y)), fill=accent)

    def flush_left(self, metadata: Metadata) -> None:
        """A bar at the top, title and author flush left."""
        self.draw.rectangle((150, 300, 520, 328), fill=self.design.accent)
        top = self.block(metadata.title, self.design.title_font, LARGEST, 1300, 420, 1150, 150, "la")
        if metadata.subtitle:
            self.block(metadata.subtitle, self.design.author_font, 76, 1300, top + 60, 300, 150, "la")
        author = ", ".join(metadata.authors)
        self.block(author, self.design.author_font, 92, 1300, 2180, 260, 150, "la")

    def block(
        self, text: str, font: bytes, size: int, width: int, top: int, height: int, x: int, anchor: str
    ) -> int:
        """Set `text` from `top` down in at most `height`, as large as fits; the y below it."""
        while True:
            face = ImageFont.truetype(BytesIO(font), size)
            lines = balanced(text, width, face.getlength)
            leading = round(size * 1.18)
            fits = len(lines) * leading <= height and all(face.getlength(line) <= width for line in lines)
            if fits or size <= SMALLEST:
                break
            size = max(SMALLEST, round(size * 0.92))
        for line in lines[: max(1, height // leading)]:
            self.draw.text((x, top), line, font=face, fill=self.design.ink, anchor=anchor)
            top += leading
        return top


def balanced(text: str, width: float, measure: Callable[[str], float]) -> list[str]:
    """`text` in as few lines of `width` as it needs, the lines about equally long.

    A word wider than `width` has a line of its own.
    """
    words = text.split()
    lines = _filled(words, width, measure)
    narrow, wide = 0.0, width
    for _ in range(12):
        tried = (narrow + wide) / 2
        if len(_filled(words, tried, measure)) <= len(lines):
            wide = tried
        else:
            narrow = tried
    return _filled(words, wide, measure)


def _filled(words: list[str], width: float, measure: Callable[[str], float]) -> list[str]:
    lines: list[str] = []
    for word in words:
        if lines and measure(f"{lines[-1]} {word}") <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
