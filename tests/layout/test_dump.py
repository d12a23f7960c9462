"""The dump as golden files see it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from publisher.layout.dump import dump, line_text
from publisher.layout.frames import Line, Run, TextFace
from publisher.style.computed import BLACK, PageCounter
from tests.layout.fakes import PAGE, Tree, box, laid_out, rules


@dataclass
class SquareFont:
    glyphs_used: dict[int, str] = field(default_factory=lambda: {n: chr(n) for n in range(0x2100)})


class SquareFonts:
    """Every CID is the character's number."""

    def __getitem__(self, key: str) -> SquareFont:
        assert key == "square"
        return SquareFont()


def test_shows_pages_furniture_lines_rules_and_bookmarks() -> None:
    t = Tree()
    page = replace(PAGE, boxes=(box("bottom-center", PageCounter("lower-roman"), text_align="center"),))
    section = t.make("section", t.make("h1", "Title"), t.p("text", border_top_width=1.0), page="front")
    layout = laid_out(t, section, t.lines(2, break_before="right"), pages=rules(front=page))
    assert dump(layout, SquareFonts()) == (
        "page i right front\n"
        "  *   65.0  133.0 i\n"
        "    20.0   28.0 Title\n"
        "    20.0   30.0 ---- 100.0 x 1.0\n"
        "    20.0   39.0 text\n"
        "page ii left front blank\n"
        "  *   60.0  133.0 ii\n"
        "page iii right auto\n"
        "    20.0   28.0 xxxxxxxxx0\n"
        "    20.0   38.0 xxxxxxxxx1\n"
        "bookmark Title -> i\n"
    )


def test_reads_text_out_of_adjusted_strings_and_shows_hyphens() -> None:
    face = TextFace("square", 10.0, 0.0, BLACK)
    run = Run(0.0, 0.0, face, b"<0061006C>-20.5<006C00ad0020>", 1)
    assert line_text(Line(0.0, 0.0, (run,)), SquareFonts()) == "all-| "
