"""An element with inline content to lines.

Justified text is broken by total fit: first without dividing words, then with, then with wider and
wider spaces, in the end between letters, so that no line is ever wider than its measure.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from publisher.fonts import FontSet
from publisher.layout.frames import Line, Run, TextFace
from publisher.layout.hyphenation import hyphenator
from publisher.layout.inline import Kind, Segment, Targets, segments
from publisher.layout.linebreak import Atoms, Breaks, Measure, greedy, justified, ragged
from publisher.layout.mixed import Atom, Itemizer, arrays, face_of, runs
from publisher.layout.plain import FOREIGN, SIMPLE, PlainText, line_bytes
from publisher.markup.element import Element
from publisher.style.computed import ComputedStyle, Styles

STRETCH, SHRINK = 0.5, 0.2
"""How much of its width a word space gives at ratio 1: a space of a quarter em grows to 3/8 and
shrinks to a fifth (Bringhurst 2.1.1: M/5 at the least, M/4 ideal, M/2 at the most)."""

TOLERANCES = ((False, 2.0), (True, 3.0), (True, 6.0))
"""The passes: whether words are divided, and how bad a line may be (TeX's ratio)."""
LAST_TOLERANCE = 20.0
"""Of the pass in which words are cut between letters: what has a solution gets it."""

LEADER_LEAST = 1.5
"""A leader is at least this wide, in em: narrower ones look like full stops."""

LEAST_PITCH = 0.05
"""A leader's pattern is at least this wide, in em: narrower ones are none."""

ELLIPSIS = "…"

_EVEN = frozenset({"start", "justify"})
"""Alignments with an even left edge."""


@dataclass(eq=False)
class ParagraphSetter:
    """The layout's text setter (`setter.TextSetter`): sets text in one book's fonts and language."""

    styles: Styles
    fonts: FontSet
    language: str
    targets: Targets = field(default_factory=Targets)

    def __post_init__(self) -> None:
        self.hyphenator = hyphenator(self.language)
        self.itemizer = Itemizer(self.plain)
        # By the identity of interned styles, which are kept so that it stays theirs.
        self._plain: dict[int, tuple[ComputedStyle, PlainText]] = {}
        # Running heads come again on every page.
        self._lines: dict[tuple[str, ComputedStyle, float, int], Line] = {}

    # What the layout asks for ---------------------------------------------------------------------

    def paragraph(
        self, element: Element, measure: float, *, before: bool = True, after: bool = True
    ) -> tuple[Line, ...]:
        """The lines of an element with inline content; lengths pt, x from the block's left edge."""
        style = self.styles.of[element.id]
        found = segments(element, self.styles, self.targets, before=before, after=after)
        lines: list[Line] = []
        for part in _between_breaks(found):
            indent = 0.0 if lines else style.text_indent
            lines += self._set(part, style, measure, indent)
        return tuple(lines)

    def line(self, text: str, style: ComputedStyle, measure: float, element: int = 0) -> Line:
        """`text` on one line from x = 0, cut at a word and with an ellipsis where it is too wide."""
        key = (text, style, measure, element)
        line = self._lines.get(key)
        if line is None:
            line = self._lines[key] = self._fitted(text, style, measure, element)
        return line

    def _fitted(self, text: str, style: ComputedStyle, measure: float, element: int) -> Line:
        words = text.split()
        line = self._one_line(" ".join(words), style, element)
        if line.width <= measure:
            return line
        units = [" ".join(words[:n]).rstrip(".,;:—–- ") for n in range(1, len(words))]
        fits = self._most(units, style, measure, element)
        return (
            fits or self._most([words[0][:n] for n in range(len(words[0]))], style, measure, element) or line
        )

    def _most(self, beginnings: list[str], style: ComputedStyle, measure: float, element: int) -> Line | None:
        """The longest of the beginnings that fits with an ellipsis."""

        def cut(at: int) -> Line:
            return self._one_line(beginnings[at] + ELLIPSIS, style, element)

        at = bisect_right(range(len(beginnings)), measure, key=lambda n: cut(n).width)
        return cut(at - 1) if at else None

    def baseline(self, style: ComputedStyle) -> float:
        """From the top of a line box to its baseline (CSS 2.1, 10.8.1: half the leading above)."""
        font = self.fonts.font(style)
        ascent, descent = font.ascent * style.font_size / 1000, font.descent * style.font_size / 1000
        return (style.line_height - (ascent - descent)) / 2 + ascent

    # One face or several --------------------------------------------------------------------------

    def _set(self, part: list[Segment], style: ComputedStyle, measure: float, indent: float) -> list[Line]:
        if not part:
            return [Line(indent, 0.0, ())]
        if any(segment.kind is Kind.LEADER for segment in part):
            return self._with_leader(part, style, measure, indent)
        first = part[0]
        if len(part) == 1 and not first.note:
            lines = self._plain_lines(first, style, measure, indent)
            if lines is not None:
                return lines
        return self._mixed_lines(part, style, measure, indent)

    def plain(self, style: ComputedStyle) -> PlainText:
        """The setter of one-face text for a style."""
        known = self._plain.get(id(style))
        if known is None:
            plain = PlainText(
                self.fonts.shaper(style, self.language),
                self.hyphenator if style.hyphens == "auto" else None,
                soft=style.hyphens != "none",
                word_spacing=1000.0 * style.word_spacing / style.font_size,
            )
            known = self._plain[id(style)] = (style, plain)
        return known[1]

    def _plain_lines(
        self, segment: Segment, style: ComputedStyle, measure: float, indent: float
    ) -> list[Line] | None:
        """The lines of a text in one face, None if it needs other fonts as well."""
        plain = self.plain(segment.style)
        words = segment.text.split(" ")
        row, widths, kind = plain.row(words)
        if kind == FOREIGN:
            return None
        size = segment.style.font_size
        units = 1000.0 / size
        wanted = _measure(style, measure * units, indent * units, plain.space, plain.shaper.letter_spacing)
        fragments: Sequence[bytes] = row

        def make(divide: bool, widest: float) -> Atoms:
            nonlocal fragments
            if kind == SIMPLE and not divide:
                fragments = row
                return plain.simple_atoms(widths)
            atoms, fragments = plain.atoms(words, divide=divide, widest=widest)
            return atoms

        atoms, breaks = _break(make, style, wanted)
        face = face_of(segment.style, plain.shaper)
        return list(_plain_lines(plain, atoms, fragments, breaks, wanted, style, face, segment.element))

    def _mixed_lines(
        self, part: list[Segment], style: ComputedStyle, measure: float, indent: float
    ) -> list[Line]:
        plain, scale = self.plain(style), style.font_size / 1000.0
        space, hyphen = plain.space * scale, plain.soft_hyphen.width * scale
        wanted = _measure(style, measure, indent, space, plain.shaper.letter_spacing * scale)
        row: list[Atom] = []

        def make(divide: bool, widest: float) -> Atoms:
            nonlocal row
            row = self.itemizer.atoms(part, divide=divide, widest=widest)
            return arrays(row, space, hyphen)

        atoms, breaks = _break(make, style, wanted)
        lines: list[Line] = []
        for at, (i, j) in enumerate(breaks):
            width, set_space = _set_space(atoms, breaks, at, wanted, style)
            notes = tuple(dict.fromkeys(p.note for atom in row[i:j] for p in atom.parts if p.note))
            x = _offset(wanted, i, width, style)
            lines.append(Line(x, width - wanted.trailing, runs(row[i:j], set_space), notes))
        return lines

    def _space(self, style: ComputedStyle) -> float:
        return self.plain(style).space * style.font_size / 1000.0

    def _one_line(self, text: str, style: ComputedStyle, element: int) -> Line:
        space = self._space(style)
        row = self.itemizer.atoms([Segment(Kind.TEXT, text, style, element)], divide=False)
        made = runs(row, space)
        trailing = self.plain(style).shaper.letter_spacing * style.font_size / 1000.0
        return Line(0.0, max(_end(made) - trailing, 0.0), made)

    # Leaders --------------------------------------------------------------------------------------

    def _with_leader(
        self, part: list[Segment], style: ComputedStyle, measure: float, indent: float
    ) -> list[Line]:
        """Text, then a leader up to what follows it, which stands flush right on the last line (CSS
        GCPM 3, 2.4). The pattern's repeats are aligned from the right edge, so that the dots of
        neighbouring lines stand one above the other."""
        at = next(n for n, segment in enumerate(part) if segment.kind is Kind.LEADER)
        leader, rest = part[at], [s for s in part[at + 1 :] if s.kind is Kind.TEXT]
        space = self._space(style)
        tail = runs(self.itemizer.atoms(rest, divide=False), space)
        tail_width = _end(tail)
        reserved = tail_width + LEADER_LEAST * style.font_size
        lines = self._mixed_lines(part[:at], style, max(measure - reserved, measure / 2), indent)
        last = lines.pop() if lines else Line(indent, 0.0, ())
        begin = last.x + last.width
        dots = self._dots(leader, begin, measure - tail_width, measure)
        moved = tuple(run._replace(x=run.x + measure - tail_width - last.x) for run in tail)
        lines.append(
            last._replace(width=measure - last.x, runs=(*last.runs, *_shifted(dots, -last.x), *moved))
        )
        return lines

    def _dots(self, leader: Segment, begin: float, end: float, right: float) -> tuple[Run, ...]:
        """The leader between `begin` and `end`, its repeats on a grid counted from `right`."""
        shaper, size = self.plain(leader.style).shaper, leader.style.font_size
        pattern = leader.text.strip()
        glyph = shaper.word(pattern)
        pitch = glyph.width * size / 1000.0 + self._space(leader.style) * leader.text.count(" ")
        if not pattern or pitch < LEAST_PITCH * size:
            return ()
        first = int((right - end) / pitch) + 2  # a space before the number
        last = int((right - begin) / pitch) - 1  # and one after the text
        count = last - first + 1
        if count <= 0:
            return ()
        gap = pitch - glyph.width * size / 1000.0
        text = b" ".join([glyph.tj] * count)
        tj = line_bytes(text, shaper, gap * 1000.0 / size, shaper.space)
        return (Run(right - last * pitch, count * pitch, face_of(leader.style, shaper), tj, 0),)


def _shifted(found: tuple[Run, ...], by: float) -> tuple[Run, ...]:
    return tuple(run._replace(x=run.x + by) for run in found)


def _between_breaks(found: list[Segment]) -> Iterator[list[Segment]]:
    """The segments of each line that ends with a forced break; one empty list for no content."""
    part: list[Segment] = []
    for segment in found:
        if segment.kind is Kind.BREAK:
            yield part
            part = []
        else:
            part.append(segment)
    if part or not found:
        yield part


def _end(found: tuple[Run, ...]) -> float:
    return found[-1].x + found[-1].width if found else 0.0


def _measure(style: ComputedStyle, width: float, indent: float, space: float, trailing: float) -> Measure:
    """`trailing` is the letter-spacing after a line's last letter: it may stand in the margin."""
    tight = style.text_align == "justify"
    least = max(indent * 1.5, 10 * space)  # about four letters
    return Measure(
        width + trailing, indent, space, STRETCH * space, SHRINK * space if tight else 0.0, least, trailing
    )


def _break(
    make: Callable[[bool, float], Atoms], style: ComputedStyle, wanted: Measure
) -> tuple[Atoms, Breaks]:
    """The arrays that the last pass made, and the breaks."""
    narrowest = min(wanted.width, wanted.width - wanted.indent)
    if style.text_align == "justify":
        for divide, tolerance in TOLERANCES:
            atoms = make(divide, 0.0)
            breaks = justified(atoms, wanted, tolerance)
            if breaks is not None:
                return atoms, breaks
        atoms = make(True, narrowest)
        return atoms, justified(atoms, wanted, LAST_TOLERANCE, gapless=True) or greedy(atoms, wanted)
    atoms = make(False, 0.0)
    breaks = ragged(atoms, wanted, balanced=style.text_align == "center")
    if breaks is None:
        atoms = make(True, narrowest)
        breaks = ragged(atoms, wanted, balanced=False) or greedy(atoms, wanted)
    return atoms, breaks


def _set_space(
    atoms: Atoms, breaks: Breaks, at: int, wanted: Measure, style: ComputedStyle
) -> tuple[float, float]:
    """The width of line `at` as set, and of its spaces."""
    i, j = breaks[at]
    width = atoms.end[j] - atoms.start[i]
    if style.text_align == "justify":
        room = wanted.width if i else wanted.width - wanted.indent
        count = atoms.inner[j] - atoms.spaces[i]
        if count and (at + 1 < len(breaks) or width > room):
            return room, wanted.space + (room - width) / count
    return width, wanted.space


def _offset(wanted: Measure, first: int, width: float, style: ComputedStyle) -> float:
    """Where a line begins, from the block's left edge."""
    indent = 0.0 if first else wanted.indent
    free = wanted.width - indent - width
    return indent + {"end": free, "center": free / 2}.get(style.text_align, 0.0)


def _plain_lines(
    plain: PlainText,
    atoms: Atoms,
    fragments: Sequence[bytes],
    breaks: Breaks,
    wanted: Measure,
    style: ComputedStyle,
    face: TextFace,
    element: int,
) -> Iterator[Line]:
    """The lines of a text in one face; `wanted` and `atoms` in 1/1000 em, the lines in pt."""
    shaper, scale, hyphen = plain.shaper, face.size / 1000.0, plain.soft_hyphen.tj
    even, trailing = style.text_align in _EVEN, wanted.trailing
    for at, (i, j) in enumerate(breaks):
        width, space = _set_space(atoms, breaks, at, wanted, style)
        text = b"".join(fragments[i:j])
        if text[-1:] == b" ":
            tj = line_bytes(text[:-1], shaper, space, shaper.space)
        else:
            tj = line_bytes(text, shaper, space, hyphen if atoms.hyphen[j] else b"")
        x = (0.0 if i else wanted.indent) if even else _offset(wanted, i, width, style)
        width = (width - trailing) * scale
        yield Line(x * scale, width, (Run(0.0, width, face, tj, element),))
