"""An element with inline content to lines.

Justified text is broken by total fit: first without dividing words, then with, then with wider and
wider spaces, in the end between letters, so that no line is ever wider than its measure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from publisher.fonts import FontSet, Shaper
from publisher.layout.frames import Line, Run, TextFace
from publisher.layout.hyphenation import hyphenator
from publisher.layout.inline import Kind, Segment, Targets, segments
from publisher.layout.linebreak import Atoms, Breaks, Measure, greedy, justified, ragged
from publisher.layout.mixed import Atom, Itemizer, arrays, face_of, runs
from publisher.layout.plain import PlainText, line_bytes
from publisher.markup.element import Element
from publisher.style.computed import ComputedStyle, Styles

STRETCH, SHRINK = 0.5, 0.2
"""How much of its width a word space gives at ratio 1: a space of a quarter em grows to 3/8 and
shrinks to a fifth (Bringhurst 2.1.1: M/5 at the least, M/4 ideal, M/2 at the most)."""

TOLERANCES = ((False, 1.0), (True, 2.0), (True, 5.0))
"""The passes: whether words are divided, and how bad a line may be (TeX's ratio)."""

LEADER_LEAST = 1.5
"""A leader is at least this wide, in em: narrower ones look like full stops."""

ELLIPSIS = "…"


@dataclass(eq=False)
class ParagraphSetter:
    """The layout's text setter (`setter.TextSetter`): sets text in one book's fonts and language."""

    styles: Styles
    fonts: FontSet
    language: str
    targets: Targets = field(default_factory=Targets)

    def __post_init__(self) -> None:
        self.hyphenator = hyphenator(self.language)
        self.itemizer = Itemizer(self.fonts, self.language, self.hyphenator)
        self._plain: dict[int, PlainText] = {}
        # Running heads come again on every page.
        self._lines: dict[tuple[str, int, float, int], Line] = {}

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
        key = (text, id(style), measure, element)
        line = self._lines.get(key)
        if line is None:
            line = self._lines[key] = self._fitted(text, style, measure, element)
        return line

    def _fitted(self, text: str, style: ComputedStyle, measure: float, element: int) -> Line:
        words = text.split()
        line = self._one_line(" ".join(words), style, element)
        while line.width > measure and len(words) > 1:
            words.pop()
            line = self._one_line(" ".join(words).rstrip(".,;:—–- ") + ELLIPSIS, style, element)
        return line

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

    def shaper(self, style: ComputedStyle) -> Shaper:
        return self.fonts.shaper(style, self.language)

    def plain(self, style: ComputedStyle) -> PlainText:
        """The setter of one-face text for a style."""
        plain = self._plain.get(id(style))
        if plain is None:
            divided = self.hyphenator if style.hyphens == "auto" else None
            spacing = 1000.0 * style.word_spacing / style.font_size
            plain = self._plain[id(style)] = PlainText(self.shaper(style), divided, spacing)
        return plain

    def _plain_lines(
        self, segment: Segment, style: ComputedStyle, measure: float, indent: float
    ) -> list[Line] | None:
        """The lines of a text in one face, None if it needs other fonts as well."""
        plain = self.plain(segment.style)
        size = segment.style.font_size
        units = 1000.0 / size
        wanted = _measure(style, measure * units, indent * units, plain.space)
        words = segment.text.split(" ")
        quick = plain.fast_atoms(words)
        fragments: list[bytes] = []

        def make(divide: bool, widest: float) -> Atoms:
            nonlocal fragments
            if quick is not None and not divide:
                atoms, fragments = quick
            else:
                atoms, fragments = plain.atoms(words, divide=divide, widest=widest)
            return atoms

        atoms, breaks = _break(make, style, wanted)
        if plain.foreign and not plain.foreign.isdisjoint(words):
            return None
        face = face_of(segment.style, plain.shaper)
        return list(
            _plain_line(plain, atoms, fragments, breaks, wanted, style, face, segment.element, size / 1000.0)
        )

    def _mixed_lines(
        self, part: list[Segment], style: ComputedStyle, measure: float, indent: float
    ) -> list[Line]:
        shaper = self.shaper(style)
        space, hyphen = self._space(style), shaper.soft_hyphen().width * style.font_size / 1000.0
        wanted = _measure(style, measure, indent, space)
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
            lines.append(Line(x, width, runs(row[i:j], set_space), notes))
        return lines

    def _space(self, style: ComputedStyle) -> float:
        return self.shaper(style).space_width * style.font_size / 1000.0 + style.word_spacing

    def _one_line(self, text: str, style: ComputedStyle, element: int) -> Line:
        space = self._space(style)
        row = self.itemizer.atoms([Segment(Kind.TEXT, text, style, element)], divide=False)
        made = runs(row, space)
        width = made[-1].x + made[-1].width if made else 0.0
        return Line(0.0, width, made)

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
        tail_width = tail[-1].x + tail[-1].width if tail else 0.0
        reserved = tail_width + LEADER_LEAST * style.font_size
        lines = self._mixed_lines(part[:at], style, max(measure - reserved, measure / 2), indent)
        last = lines.pop()
        begin = last.x + last.width
        dots = self._dots(leader, begin, measure - tail_width, measure)
        moved = tuple(run._replace(x=run.x + measure - tail_width - last.x) for run in tail)
        lines.append(
            last._replace(width=measure - last.x, runs=(*last.runs, *_shifted(dots, -last.x), *moved))
        )
        return lines

    def _dots(self, leader: Segment, begin: float, end: float, right: float) -> tuple[Run, ...]:
        """The leader between `begin` and `end`, its repeats on a grid counted from `right`."""
        shaper, size = self.shaper(leader.style), leader.style.font_size
        pattern = leader.text.strip()
        if not pattern:
            return ()
        glyph = shaper.word(pattern)
        pitch = glyph.width * size / 1000.0 + self._space(leader.style) * leader.text.count(" ")
        first = int((right - end) / pitch) + 2  # a space before the number
        last = int((right - begin) / pitch) - 1  # and one after the text
        count = last - first + 1
        if pitch <= 0 or count <= 0:
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


def _measure(style: ComputedStyle, width: float, indent: float, space: float) -> Measure:
    tight = style.text_align == "justify"
    least = max(indent * 1.5, 2 * space)
    return Measure(width, indent, space, STRETCH * space, SHRINK * space if tight else 0.0, least)


def _break(
    make: Callable[[bool, float], Atoms], style: ComputedStyle, wanted: Measure
) -> tuple[Atoms, Breaks]:
    """The arrays that the last pass made, and the breaks."""
    narrowest = wanted.width - max(wanted.indent, 0.0)
    if style.text_align == "justify":
        for divide, tolerance in TOLERANCES:
            atoms = make(divide, 0.0)
            breaks = justified(atoms, wanted, tolerance)
            if breaks is not None:
                return atoms, breaks
    else:
        atoms = make(False, 0.0)
        breaks = ragged(atoms, wanted, balanced=style.text_align == "center")
        if breaks is not None:
            return atoms, breaks
    atoms = make(True, narrowest)
    return atoms, greedy(atoms, wanted)


def _set_space(
    atoms: Atoms, breaks: Breaks, at: int, wanted: Measure, style: ComputedStyle
) -> tuple[float, float]:
    """The width of line `at` as set, and of its spaces."""
    i, j = breaks[at]
    width = atoms.end[j] - atoms.start[i]
    count = atoms.inner[j] - atoms.spaces[i]
    slack = wanted.room(i) - width
    filled = style.text_align == "justify" and count and (at + 1 < len(breaks) or slack < 0)
    if not filled:
        return width, wanted.space
    return width + slack, wanted.space + slack / count


def _offset(wanted: Measure, first: int, width: float, style: ComputedStyle) -> float:
    """Where a line begins, from the block's left edge."""
    indent = 0.0 if first else wanted.indent
    free = wanted.width - indent - width
    return indent + {"end": free, "center": free / 2}.get(style.text_align, 0.0)


def _plain_line(
    plain: PlainText,
    atoms: Atoms,
    fragments: list[bytes],
    breaks: Breaks,
    wanted: Measure,
    style: ComputedStyle,
    face: TextFace,
    element: int,
    scale: float,
) -> Iterator[Line]:
    shaper = plain.shaper
    for at, (i, j) in enumerate(breaks):
        width, space = _set_space(atoms, breaks, at, wanted, style)
        text = b"".join(fragments[i:j])
        if text.endswith(b" "):
            text, tail = text[:-1], shaper.space
        else:
            tail = plain.soft_hyphen.tj if atoms.hyphen[j] else b""
        tj = line_bytes(text, shaper, space, tail)
        set_width = width * scale
        x = _offset(wanted, i, width, style) * scale
        yield Line(x, set_width, (Run(0.0, set_width, face, tj, element),))
