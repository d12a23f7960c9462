"""The cover, drawn from title and author in the book's own typefaces.

1600 by 2560 pixels, as Kindle asks for. There are two designs, which the style chooses between: a framed
label on patterned paper, as German and English publishers have bound small classics since the 1910s, and
a flush-left title over a composition of plain shapes, after the Swiss posters of the 1950s. Colours and
ornament follow from title and authors: books of one series are alike, and no two are the same.

The picture holds palette indices, in ramps of `SHADES` from a ground to a figure: so it is small, and
nothing has to be quantized.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import NamedTuple
from zlib import crc32

from PIL import Image, ImageDraw

from publisher.outline.nodes import Metadata
from publisher.write.epub.lettering import Lettering, Mask
from publisher.write.epub.ornament import composition, paper, shape

WIDTH, HEIGHT = 1600, 2560
SHADES = 64
LONGEST = 260
"""Characters of a title that are shown; what is longer ends in an ellipsis."""

Rgb = tuple[int, int, int]


class Colours(NamedTuple):
    """`accent` is for ornament on `paper`; the `label` of the framed design bears text in `ink`."""

    paper: Rgb
    accent: Rgb
    ink: Rgb
    label: Rgb = (247, 240, 223)


CLOTHS = (
    Colours((36, 62, 56), (70, 102, 90), (28, 44, 40)),  # bottle green
    Colours((96, 34, 38), (138, 68, 66), (64, 22, 26)),  # oxblood
    Colours((32, 46, 78), (68, 86, 124), (22, 32, 58)),  # navy
    Colours((168, 116, 46), (200, 154, 88), (74, 48, 20)),  # ochre
    Colours((72, 46, 74), (110, 80, 110), (50, 30, 52)),  # plum
    Colours((72, 98, 114), (110, 136, 148), (34, 50, 60)),  # slate
    Colours((124, 62, 40), (166, 102, 72), (76, 36, 22)),  # rust
)
PAPERS = (
    Colours((247, 245, 240), (206, 62, 42), (28, 28, 30)),
    Colours((244, 241, 232), (28, 92, 140), (24, 28, 36)),
    Colours((250, 214, 84), (196, 54, 60), (30, 26, 30)),
    Colours((226, 232, 224), (220, 108, 40), (26, 46, 52)),
)


@dataclass(frozen=True, slots=True)
class CoverDesign:
    """What a cover takes from the style: font files and, unless they follow from the title, colours.

    `centred` chooses the design. `paper` is the ground, `ink` the text, `accent` the ornament.
    """

    title_font: bytes
    author_font: bytes
    paper: Rgb | None = None
    ink: Rgb | None = None
    accent: Rgb | None = None
    centred: bool = True


def draw_cover(metadata: Metadata, design: CoverDesign) -> bytes:
    """A PNG. The same metadata and design give the same bytes.

    Characters that the fonts lack are left out, and a title or name with hardly any other is too.
    """
    seed = crc32("\n".join((metadata.title, *metadata.authors)).encode("utf-8", "replace"))
    choice = CLOTHS if design.centred else PAPERS
    chosen = choice[seed % len(choice)]
    colours = chosen._replace(
        paper=design.paper or chosen.paper,
        accent=design.accent or chosen.accent,
        ink=design.ink or chosen.ink,
    )
    picture = _Picture(colours)
    (_label if design.centred else _poster)(picture, metadata, design, seed // len(choice))
    return picture.png()


# The picture ----------------------------------------------------------------------------------------


class _Picture:
    """Masks are laid on it in a ramp each, over ground that has the colour the ramp begins with."""

    INK, ACCENT, TINT, LABEL = range(4)

    def __init__(self, colours: Colours, ground: int = 0) -> None:
        self.colours = colours
        self.image = Image.new("L", (WIDTH, HEIGHT), ground)
        self.draw = ImageDraw.Draw(self.image)

    def lay(self, mask: Image.Image, left: int, top: int, ramp: int) -> None:
        """The figure of `ramp` where the mask is not 0."""
        shades = mask.point([ramp * SHADES + n * SHADES // 256 for n in range(256)])
        self.image.paste(shades, (left, top), mask.point([0, *[255] * 255]))

    def text(self, lines: Iterable[Mask | None], ramp: int) -> None:
        for line in lines:
            if line is not None:
                self.lay(line.picture, line.left, line.top, ramp)

    def png(self) -> bytes:
        c = self.colours
        tint = _between(c.paper, c.accent, 0.45)
        ramps = ((c.paper, c.ink), (c.paper, c.accent), (c.paper, tint), (c.label, c.ink))
        shades = [_between(a, b, n / (SHADES - 1)) for a, b in ramps for n in range(SHADES)]
        self.image.putpalette([value for shade in shades for value in shade])
        out = BytesIO()
        self.image.save(out, "PNG", compress_level=6)
        return out.getvalue()


def _between(a: Rgb, b: Rgb, share: float) -> Rgb:
    red, green, blue = (round(x + (y - x) * share) for x, y in zip(a, b, strict=True))
    return red, green, blue


# Two designs ----------------------------------------------------------------------------------------

LABEL_WIDTH, LABEL_MEASURE = 1180, 940


def _label(picture: _Picture, metadata: Metadata, design: CoverDesign, seed: int) -> None:
    """A framed label on patterned paper: title, ornament, authors in small capitals."""
    lettering = Lettering(design.title_font)
    small = Lettering(design.author_font, ("smcp",), 0.06)
    picture.lay(paper(WIDTH, HEIGHT, seed, lettering), 0, 0, picture.ACCENT)
    title = _Block(lettering, metadata.title, (196, 72), LABEL_MEASURE, 1000, 1.1)
    subtitle = _Block(lettering, metadata.subtitle, (70, 52), LABEL_MEASURE, 330, 1.25)
    authors = _Block(small, _people(metadata.authors), (84, 56), LABEL_MEASURE, 360, 1.35)
    blocks = [block for block in (title, subtitle) if block.lines]
    if not blocks and not authors.lines:
        return
    inner = sum(block.height for block in blocks) + 70 * (len(blocks) - 1)
    below = authors.height + 90 if authors.lines else 0
    height = max(820, 150 + inner + 130 + below + 150)
    top = max(170, round(HEIGHT * 0.43) - height // 2)
    _panel(picture, top, height)
    y = top + (height - inner - 130 - below) // 2
    for block in blocks:
        picture.text(block.centred(WIDTH / 2, y), picture.LABEL)
        y += block.height + 70
    _rule(picture, y + 40)
    picture.text(authors.centred(WIDTH / 2, y + 130), picture.LABEL)


def _panel(picture: _Picture, top: int, height: int) -> None:
    ground, figure = picture.LABEL * SHADES, picture.LABEL * SHADES + SHADES - 1
    left, right = (WIDTH - LABEL_WIDTH) // 2, (WIDTH + LABEL_WIDTH) // 2 - 1
    picture.draw.rectangle((left, top, right, top + height), fill=ground)
    for inset, width in ((30, 6), (46, 2)):
        box = (left + inset, top + inset, right - inset, top + height - inset)
        picture.draw.rectangle(box, outline=figure, width=width)


def _rule(picture: _Picture, y: int) -> None:
    """A rule with a lozenge in its middle."""
    figure, x = picture.LABEL * SHADES + SHADES - 1, WIDTH // 2
    for side in (-1, 1):
        picture.draw.line((x + side * 44, y, x + side * 210, y), fill=figure, width=3)
    picture.draw.polygon(((x, y - 22), (x + 16, y), (x, y + 22), (x - 16, y)), fill=figure)


CELL, MARGIN, AIR = 320, 150, 110


def _poster(picture: _Picture, metadata: Metadata, design: CoverDesign, seed: int) -> None:
    """A large title flush left, the authors below it, plain shapes at the foot."""
    lettering, names = Lettering(design.title_font), Lettering(design.author_font)
    measure = WIDTH - 2 * MARGIN
    title = _Block(lettering, metadata.title, (250, 84), measure, 1000, 1.06)
    subtitle = _Block(names, metadata.subtitle, (78, 56), measure, 250, 1.25)
    authors = _Block(names, _people(metadata.authors), (88, 60), measure, 240, 1.3)
    y = 190
    for block, after in ((title, 60), (subtitle, 60), (authors, 0)):
        if block.lines:
            picture.text(block.flush(MARGIN, y), picture.INK if block is not authors else picture.ACCENT)
            y += block.height + after
    rows = max(2, min(4, (HEIGHT - y - AIR) // CELL))
    for column, row, name, turn, ramp in composition(WIDTH // CELL, rows, seed):
        left, top = column * CELL, HEIGHT - (rows - row) * CELL
        picture.lay(shape(name, CELL, turn), left, top, (picture.ACCENT, picture.INK, picture.TINT)[ramp])


# Text -----------------------------------------------------------------------------------------------


def _people(names: Sequence[str]) -> str:
    """Names, one a line if they are few."""
    return "\n".join(names) if len(names) <= 3 else ", ".join(names)


DEPTH = 0.85
"""Of a single line, in ems: from the top of its capitals to a little below its baseline."""


class _Block:
    """Lines of text, as large as a measure and a height (pixels) allow within `sizes` (pixels an em)."""

    def __init__(
        self,
        lettering: Lettering,
        text: str,
        sizes: tuple[int, int],
        measure: int,
        height: int,
        leading: float,
    ) -> None:
        self.lettering, self.leading = lettering, leading
        largest, smallest = sizes
        rows = [lettering.shown(_shortened(row)) for row in text.split("\n")]
        self.size = largest
        while True:
            self.lines = [line for row in rows for line in self._divided(row, measure, smallest)]
            widest = max((lettering.width(line) for line in self.lines), default=0.0) * self.size
            if self.size <= smallest or (widest <= measure and self.height <= height):
                break
            self.size = max(smallest, round(self.size * 0.94))
        self.lines = self.lines[: max(1, 1 + int((height / self.size - DEPTH) / leading))]

    def _divided(self, row: str, measure: int, smallest: int) -> list[str]:
        words = (
            part for word in row.split() for part in pieces(word, measure / smallest, self.lettering.width)
        )
        return balanced(" ".join(words), measure / self.size, self.lettering.width)

    @property
    def height(self) -> int:
        """In pixels; 0 without lines."""
        return round(self.size * (self.leading * (len(self.lines) - 1) + DEPTH)) if self.lines else 0

    def centred(self, x: float, top: float) -> list[Mask | None]:
        return self._drawn(lambda width: x - width / 2, top)

    def flush(self, x: float, top: float) -> list[Mask | None]:
        return self._drawn(lambda _: x, top)

    def _drawn(self, left: Callable[[float], float], top: float) -> list[Mask | None]:
        baseline = top + 0.68 * self.size
        return [
            self.lettering.line(
                line,
                self.size,
                left(self.lettering.width(line) * self.size),
                baseline + n * self.size * self.leading,
            )
            for n, line in enumerate(self.lines)
        ]


def _shortened(text: str) -> str:
    """`text`, or as many words of it as a cover has room for."""
    if len(text) <= LONGEST:
        return text
    return (
        text[:LONGEST].rpartition(" ")[0].rstrip(",;:.–— ") + "…" if " " in text[:LONGEST] else text[:LONGEST]
    )


def pieces(word: str, width: float, measure: Callable[[str], float]) -> list[str]:
    """`word` in parts no wider than `width`, with hyphens; one character at least in each."""
    found: list[str] = []
    while len(word) > 1 and measure(word) > width:
        at = next((n for n in range(len(word) - 1, 1, -1) if measure(f"{word[:n]}-") <= width), 1)
        # A hyphen belongs between letters that have cases; other scripts are divided without.
        found.append(word[:at] + ("-" if word[at - 1].lower() != word[at - 1].upper() else ""))
        word = word[at:]
    return [*found, word]


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
