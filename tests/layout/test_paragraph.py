"""Elements with inline content to lines: every word once, no line too wide, all where it belongs."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.fonts import FontSet
from publisher.layout.dump import line_text
from publisher.layout.frames import Line
from publisher.layout.inline import Targets
from publisher.layout.paragraph import ParagraphSetter
from publisher.markup.element import Element
from publisher.style.computed import ComputedStyle, Leader, Literally, Styles, TargetPage

MEASURE = 200.0
BLOCK = ComputedStyle(
    display="block",
    font_family=("EB Garamond",),
    font_size=10.0,
    line_height=13.0,
    text_align="justify",
    hyphens="auto",
)
TEXT = (
    "The ferry at Ness Ford had not carried a paying passenger for eleven days when the Inspector came down"
    " the hill with a bicycle that he was not riding. He wheeled it beside him, as one leads a horse that has"
    " thrown a shoe, and it ticked at every turn like a clock with a bad conscience."
)


def derived(style: ComputedStyle, **values: object) -> ComputedStyle:
    fields = {name: getattr(style, name) for name in ComputedStyle.__slots__}
    return ComputedStyle(**{**fields, **values})


class Set:
    """A paragraph, set: its lines and their texts."""

    def __init__(self, *children: Element | str, measure: float = MEASURE, **values: object) -> None:
        element = Element(id=1, tag="p", children=children)
        block = derived(BLOCK, **values)
        inline = derived(block, display="inline")
        of = {e.id: inline for e in element.elements()} | {1: block}
        for e in element.elements():
            if e.tag == "em":
                of[e.id] = derived(inline, font_style="italic")
        self.fonts = FontSet()
        self.styles = Styles(of=of, before={}, after={})
        self.element = element
        self.measure = measure
        self.setter = ParagraphSetter(self.styles, self.fonts, "en", Targets({"note-1": 77}, {"here": "xii"}))

    @property
    def lines(self) -> tuple[Line, ...]:
        return self.setter.paragraph(self.element, self.measure)

    @property
    def texts(self) -> list[str]:
        return [line_text(line, self.fonts) for line in self.lines]


def whole(texts: Sequence[str]) -> str:
    """The lines as one text, words divided at line ends made whole."""
    return "".join(texts).replace("-|", "").strip()


def test_justified_lines_fill_the_measure_but_the_last() -> None:
    made = Set(TEXT, text_indent=12.0)
    *filled, last = made.lines
    assert filled[0].x == 12.0
    assert [round(line.x + line.width, 3) for line in filled] == [MEASURE] * len(filled)
    assert last.x + last.width < MEASURE
    assert whole(made.texts) == TEXT


@pytest.mark.parametrize(("align", "left"), [("start", True), ("end", False)])
def test_ragged_lines_keep_one_edge(align: str, left: bool) -> None:
    made = Set(TEXT, text_align=align)
    edges = {round(line.x if left else line.x + line.width, 6) for line in made.lines}
    assert edges == {0.0 if left else MEASURE}
    assert not any(text.endswith("-|") for text in made.texts)


def test_centred_lines_are_balanced_about_the_middle() -> None:
    title = "Need firm ideals and beliefs for a long headline over here"
    lines = Set(title, text_align="center").lines
    assert len(lines) == 2
    assert {round(line.x + line.width / 2, 6) for line in lines} == {MEASURE / 2}
    assert min(line.width for line in lines) > 0.6 * max(line.width for line in lines)


def test_every_line_ends_with_a_space_or_a_soft_hyphen() -> None:
    made = Set(TEXT, measure=90.0)
    assert all(text.endswith((" ", "-|")) for text in made.texts)
    assert any(text.endswith("-|") for text in made.texts)


def test_emphasis_is_a_run_of_its_own_without_a_break_after_it() -> None:
    em = Element(id=2, tag="em", children=("No",))
    (line,) = Set('"', em, ',"  she said.').lines
    assert [(run.element, run.face.font) for run in line.runs] == [
        (1, "EBGaramond-Regular"),
        (2, "EBGaramond-Italic"),
        (1, "EBGaramond-Regular"),
    ]
    ends = [run.x + run.width for run in line.runs]
    assert [run.x for run in line.runs[1:]] == pytest.approx(ends[:-1])


def test_a_note_is_cited_on_the_line_of_its_mark() -> None:
    mark = Element(id=2, tag="a", classes=("noteref",), attributes={"href": "#note-1"}, children=("1",))
    made = Set(TEXT, mark, " And then he was silent for a while.")
    cited = [line.notes for line in made.lines]
    assert cited.count((77,)) == 1
    at = next(n for n, notes in enumerate(cited) if notes)
    assert "conscience.1" in made.texts[at] or "1" in made.texts[at]


def test_a_forced_break_starts_a_line_without_indent() -> None:
    made = Set("one", Element(id=2, tag="br"), "two", text_indent=12.0)
    assert made.texts == ["one ", "two "]
    assert [line.x for line in made.lines] == [12.0, 0.0]


def test_preformatted_lines_keep_their_spaces() -> None:
    made = Set("a  b\n  c\n", white_space="pre", text_align="start")
    assert [text.rstrip() for text in made.texts] == ["a  b", "  c"]


def test_a_leader_fills_up_to_the_page_number() -> None:
    link = Element(id=2, tag="a", attributes={"href": "#here"}, children=("The Ferry",))
    made = Set(link, text_align="start")
    after = derived(made.styles.of[2], content=(Leader(". "), TargetPage()))
    made.styles.after[2] = after
    (line,) = made.lines
    assert re.fullmatch(r"The Ferry (\. )+xii ", line_text(line, made.fonts))
    assert [run.element for run in line.runs] == [2, 0, 2]
    assert line.x + line.width == MEASURE
    last = line.runs[-1]
    assert last.x + last.width == pytest.approx(MEASURE)


def test_leaders_of_neighbouring_lines_stand_on_one_grid() -> None:
    starts = []
    for title in ("The Ferry", "The Lamp at the Ford"):
        link = Element(id=2, tag="a", attributes={"href": "#here"}, children=(title,))
        made = Set(link, text_align="start")
        made.styles.after[2] = derived(made.styles.of[2], content=(Leader("."), TargetPage()))
        (line,) = made.lines
        starts.append(line.runs[1].x)
    pitch = FontSet().shaper(BLOCK, "en").word(".").width / 100
    assert (starts[1] - starts[0]) / pitch == pytest.approx(round((starts[1] - starts[0]) / pitch), abs=1e-6)


def test_generated_text_stands_before_and_after() -> None:
    made = Set("words", text_align="start")
    made.styles.before[1] = derived(made.styles.of[1], content=(Literally("("),))
    made.styles.after[1] = derived(made.styles.of[1], content=(Literally(")"),))
    assert made.texts == ["(words) "]
    assert [line_text(x, made.fonts) for x in made.setter.paragraph(made.element, 99, after=False)] == [
        "(words "
    ]


def test_a_running_head_that_is_too_long_gets_an_ellipsis() -> None:
    made = Set("")
    style = made.styles.of[1]
    line = made.setter.line("The Ferry, the Lamp and the Inspector of Crossings", style, 100.0)
    assert line.width <= 100.0
    assert line_text(line, made.fonts) == "The Ferry, the Lamp… "


def test_characters_of_other_fonts_come_from_them() -> None:
    made = Set("box ☃ λόγος")
    (line,) = made.lines
    assert line_text(line, made.fonts).strip() == "box ☃ λόγος"
    assert made.fonts.missing.get("☃", 0) == 1


WORDS = st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyzäé’-—.,"), min_size=1, max_size=24)


@settings(deadline=None, max_examples=60)
@given(
    st.lists(WORDS, min_size=1, max_size=40),
    st.floats(30, 220),
    st.sampled_from(["justify", "start", "center"]),
)
def test_any_text_fits_and_keeps_its_words(words: list[str], measure: float, align: str) -> None:
    made = Set(" ".join(words), measure=measure, text_align=align)
    for line in made.lines:
        assert line.x + line.width <= measure + 0.01
    squeezed = re.sub(r"\s", "", whole(made.texts))
    assert squeezed == re.sub(r"\s", "", " ".join(words))


def test_a_word_wider_than_the_measure_is_cut_between_letters() -> None:
    word = "x" * 60
    made = Set(f"an {word} is long", measure=100.0)
    assert all(line.x + line.width <= 100.01 for line in made.lines)
    assert whole(made.texts).replace(" ", "") == f"an{word}islong"
    assert not any("-|" in text for text in made.texts)


def test_an_address_breaks_after_its_punctuation_without_a_hyphen() -> None:
    address = "https://example.org/some/very/long/path/to/a/page.html"
    made = Set(f"see {address}", measure=110.0)
    assert whole(made.texts) == f"see {address}"
    assert len(made.texts) > 2
    assert all(text.rstrip()[-1] in "/.=" for text in made.texts[1:-1])


def test_soft_hyphens_are_taken_and_shown_only_where_a_line_ends() -> None:
    made = Set("aaaaaa bbb\u00adccccc dddddd", measure=50.0, hyphens="manual")
    assert made.texts == ["aaaaaa bbb-|", "ccccc ", "dddddd "]
    bare = Set("aaaaaa bbb\u00adccccc dddddd", measure=50.0, hyphens="none")
    assert bare.texts == ["aaaaaa ", "bbbccccc ", "dddddd "]


def test_letterspaced_headings_stand_in_the_middle() -> None:
    made = Set("ABC", text_align="center", letter_spacing=4.0)
    (line,) = made.lines
    plain = Set("ABC", text_align="center")
    assert line.width == pytest.approx(plain.lines[0].width + 8.0, abs=0.6)
    assert line.x + line.width / 2 == pytest.approx(MEASURE / 2)


def test_the_dash_between_words_never_begins_a_line() -> None:
    text = " ".join(["some words here — and there — or so"] * 12)
    for measure in range(60, 200, 7):
        made = Set(text, measure=float(measure))
        assert not any(text.startswith("—") for text in made.texts)


def test_no_break_between_a_dash_and_the_note_after_it() -> None:
    mark = Element(id=2, tag="a", classes=("noteref",), attributes={"href": "#note-1"}, children=("1",))
    for measure in range(40, 120, 3):
        made = Set("aaaa bbbb cccc dddd—", mark, " eeee ffff", measure=float(measure))
        assert "dddd—1" in "".join(made.texts)
        assert any("dddd—1" in text for text in made.texts)


def test_a_leader_without_text_before_it_or_width_is_no_trouble() -> None:
    for pattern in (".", "\u200b", "", " "):
        made = Set("", text_align="start")
        made.styles.after[1] = derived(made.styles.of[1], content=(Leader(pattern), Literally("7")))
        (line,) = made.lines
        assert line_text(line, made.fonts).endswith("7 ")
        assert line.x + line.width == MEASURE


def test_a_long_entry_keeps_its_leader_for_its_last_line() -> None:
    made = Set(TEXT[:120], text_align="start")
    made.styles.after[1] = derived(made.styles.of[1], content=(Leader("."), Literally("7")))
    *first, last = made.texts
    assert first
    assert all(". ." not in text for text in first)
    assert re.fullmatch(r".*[a-z]+ (\. )+7 ", last)
    assert max(line.x + line.width for line in made.lines) == MEASURE


def test_a_running_head_of_one_long_word_is_cut_too() -> None:
    made = Set("")
    line = made.setter.line("x" * 200, made.styles.of[1], 50.0)
    assert line.width <= 50.0
    assert re.fullmatch("x+… ", line_text(line, made.fonts))


def test_ladders_are_two_hyphens_at_the_most_where_there_is_a_choice() -> None:
    made = Set(" ".join(["considerable extraordinary justification"] * 25), measure=150.0)
    hyphens = "".join("-" if text.endswith("-|") else " " for text in made.texts)
    assert "---" not in hyphens
    assert not made.texts[-2].endswith("-|")


def test_spaces_beside_a_character_of_another_font_are_in_the_own_font() -> None:
    made = Set("a ❦ b ❦", font_family=("Source Code Pro",), text_align="start")
    (line,) = made.lines
    assert line_text(line, made.fonts) == "a ❦ b ❦ "
    for run in line.runs:
        shown = {
            int(code[at : at + 4], 16)
            for code in re.findall(rb"<([0-9a-f]+)>", run.tj)
            for at in range(0, len(code), 4)
        }
        assert shown <= made.fonts[run.face.font].glyphs_used.keys()
