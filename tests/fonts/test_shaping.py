"""Words to fragments: widths, kerning, ligatures, what is extracted, and where fonts lack something."""

from __future__ import annotations

import re
import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.fonts import Catalog, Font, FontSet, Shaped, Shaper
from publisher.fonts.face import load
from publisher.style.computed import ComputedStyle
from tests.fonts.square import square_file, square_fonts

STYLE = ComputedStyle(font_family=("Square",), font_size=10.0)
GARAMOND = ComputedStyle(font_family=("EB Garamond",), font_size=10.0)


def shaper(**values: object) -> Shaper:
    return square_fonts().shaper(ComputedStyle(font_family=("Square",), font_size=10.0, **values))  # type: ignore[arg-type]


def codes(tj: bytes) -> list[int]:
    """The CIDs of a fragment."""
    return [int(code, 16) for part in re.split(rb">-?\d+<", tj) for code in re.findall(rb"....", part)]


def moved(tj: bytes) -> int:
    """The sum of its adjustments."""
    return sum(map(int, re.findall(rb">(-?\d+)<", tj)))


def extracted(shaped: Shaped, font: Font) -> str:
    """The text that a reader of the PDF gets back."""
    pieces = [(part.font, part.tj) for part in shaped.parts] or [(font, shaped.tj)]
    return "".join(used.glyphs_used[cid] for used, tj in pieces for cid in codes(tj))


def drawn(shaped: Shaped, font: Font) -> float:
    """How far showing the fragments moves the pen."""
    pieces = [(part.font, part.tj) for part in shaped.parts] or [(font, shaped.tj)]
    return sum(sum(used.advance(cid) for cid in codes(tj)) - moved(tj) for used, tj in pieces)


class TestOneFont:
    def test_a_word_is_its_glyphs(self) -> None:
        made = shaper()
        word = made.word("abc")
        assert word == Shaped(
            b"%04x%04x%04x" % tuple(made.font.instance.glyph(ord(c)) for c in "abc"), 3000.0
        )
        assert made.word("abc") is word

    def test_kerning_moves_inside_the_fragment(self) -> None:
        made = shaper()
        word = made.word("AV")
        assert word.width == 1900
        assert re.fullmatch(rb"....>100<....", word.tj)

    def test_a_ligature_stands_for_all_its_letters(self) -> None:
        made = shaper()
        word = made.word("fin")
        assert (word.width, len(codes(word.tj))) == (2000, 2)
        assert extracted(word, made.font) == "fin"

    def test_letter_spacing_is_added_after_each_letter_and_undoes_ligatures(self) -> None:
        made = shaper(letter_spacing=0.5)
        word = made.word("fi")
        assert (word.width, len(codes(word.tj))) == (2100, 2)
        assert made.space_width == 550

    def test_small_capitals_are_glyphs_of_their_own_and_extracted_as_letters(self) -> None:
        small = shaper(font_variant_caps="small-caps")
        assert small.word("Ab").width == 1500
        assert extracted(small.word("Ab"), small.font) == "Ab"
        both = shaper(font_variant_caps="all-small-caps")
        word = both.word("aA")
        assert word.width == 1000
        assert extracted(word, both.font) == "aA"

    def test_an_accent_is_moved_over_its_letter(self) -> None:
        made = shaper()
        word = made.word("x\u0301x")
        assert word.width == 2000
        assert re.fullmatch(rb"....>500<....>-500<....", word.tj)

    def test_an_accent_is_raised_in_a_part_of_its_own(self) -> None:
        made = shaper()
        word = made.word("aj\u0301")
        assert [(part.rise, part.width) for part in word.parts] == [(0, 2000), (200, 0)]
        assert extracted(word, made.font) == "aj\u0301"

    def test_the_space_and_the_soft_hyphen(self) -> None:
        made = shaper()
        assert made.space_width == 500
        hyphen = made.soft_hyphen()
        assert (hyphen.width, extracted(hyphen, made.font)) == (500, "\u00ad")

    def test_controls_and_marks_of_direction_are_not_drawn(self) -> None:
        made = shaper()
        assert made.word("a\u00ad\u200b\u2060\u200e\x07b").tj == made.word("ab").tj

    def test_lone_surrogates_are_no_trouble(self) -> None:
        fonts = square_fonts()
        made = fonts.shaper(STYLE)
        word = made.word("a\ud800")
        assert extracted(word, made.font) == "a\ufffd"
        assert fonts.missing == {"\ufffd": 1}


class TestPieces:
    def test_pieces_of_a_word_join_to_it(self) -> None:
        made = shaper()
        pieces = made.pieces(("xA", "Vx"))
        assert b"".join(piece.tj for piece in pieces) == made.word("xAVx").tj
        assert sum(piece.width for piece in pieces) == made.word("xAVx").width

    def test_a_ligature_over_the_border_is_undone(self) -> None:
        made = shaper()
        assert made.shared(("f", "in")) is None
        assert [len(codes(piece.tj)) for piece in made.pieces(("f", "in"))] == [1, 2]
        assert [extracted(piece, made.font) for piece in made.pieces(("f", "i"))] == ["f", "i"]

    @settings(deadline=None, max_examples=100)
    @given(st.lists(st.text("AVafixj-’", min_size=1, max_size=5), min_size=2, max_size=4))
    def test_whatever_the_pieces_their_text_comes_back(self, texts: list[str]) -> None:
        made = shaper()
        pieces = made.pieces(texts)
        assert [extracted(piece, made.font) for piece in pieces] == texts
        assert [drawn(piece, made.font) for piece in pieces] == [piece.width for piece in pieces]


class TestMissingCharacters:
    def test_come_from_the_next_font_that_has_them(self) -> None:
        fonts = FontSet(Catalog([square_file("One", "abx -"), square_file("Two", "abcd -\u25a1")]))
        made = fonts.shaper(ComputedStyle(font_family=("One",)))
        word = made.word("acb")
        assert [(part.font.key, part.width) for part in word.parts] == [
            ("One-Regular", 1000),
            ("Two-Regular", 1000),
            ("One-Regular", 1000),
        ]
        assert extracted(word, made.font) == "acb"
        assert fonts.missing == {}

    def test_that_no_font_has_are_boxes_extracted_as_themselves_and_counted(self) -> None:
        fonts = square_fonts()
        made = fonts.shaper(STYLE)
        word = made.word("aक")
        assert extracted(word, made.font) == "aक"
        assert fonts.missing == {"क": 1}
        made.word("कख")
        assert fonts.missing == {"क": 2, "ख": 1}
        box = made.font.instance.glyph(0x25A1)
        assert {made.font.alternates.get(c, c) for c in codes(made.word("ख").tj)} == {box}

    def test_the_box_itself_is_still_a_box(self) -> None:
        made = shaper()
        assert [extracted(made.word(c), made.font) for c in ("क", "\u25a1", "ख")] == ["क", "\u25a1", "ख"]

    def test_other_spaces_are_made_from_the_space(self) -> None:
        fonts = square_fonts()
        made = fonts.shaper(STYLE)
        word = made.word("a\u2009a")
        assert 2000 < word.width < 2500
        assert extracted(word, made.font) == "a\u2009a"
        assert fonts.missing == {}


class TestRealFonts:
    @pytest.mark.parametrize("text", ["efficient", "AVATAR", "“No,”", "Tōkyō", "naïve", "ﬁ", "Ǆ", "q\u0303x"])
    def test_text_comes_back_as_it_was(self, text: str) -> None:
        made = FontSet().shaper(GARAMOND, "en")
        assert extracted(made.word(text), made.font) == text
        assert drawn(made.word(text), made.font) == made.word(text).width

    def test_decomposed_letters_are_composed(self) -> None:
        made = FontSet().shaper(GARAMOND, "en")
        assert made.word("e\u0301") == made.word("é")

    def test_garamond_kerns_and_ligates(self) -> None:
        made = FontSet().shaper(GARAMOND, "en")
        apart = sum(made.word(c).width for c in "AV")
        assert made.word("AV").width < apart
        assert len(codes(made.word("ffi").tj)) == 1

    def test_figures(self) -> None:
        fonts = FontSet()
        style = ComputedStyle(
            font_family=("EB Garamond",), font_variant_numeric=("tabular-nums", "lining-nums")
        )
        tabular = fonts.shaper(style, "en")
        assert len({tabular.word(digit).width for digit in string.digits}) == 1
        assert extracted(tabular.word("1815"), tabular.font) == "1815"

    @settings(deadline=None, max_examples=150)
    @given(st.text(min_size=1, max_size=12))
    def test_any_text_is_drawn_as_wide_as_it_says_and_never_as_notdef(self, text: str) -> None:
        made = FONTS.shaper(GARAMOND, "en")
        word = made.word(text)
        assert drawn(word, made.font) == word.width
        for font, tj in [(part.font, part.tj) for part in word.parts] or [(made.font, word.tj)]:
            assert all(font.alternates.get(cid, cid) and font.glyphs_used[cid] for cid in codes(tj))


FONTS = FontSet()


def test_the_language_does_not_come_from_the_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    made = Shaper(Font(load(Catalog([square_file()]).match(["Square"]))))
    monkeypatch.setenv("LC_ALL", "tr_TR.UTF-8")
    assert made.word("fi").width == 1000
