"""Blocks: lines joined, indents counted, markers taken off."""

from __future__ import annotations

from publisher.outline.nodes import (
    Block,
    Letter,
    ListBlock,
    Paragraph,
    Preformatted,
    SceneBreak,
    Teaser,
    Verse,
)
from publisher.outline.roles import ParagraphRole
from publisher.outline.walk import plain
from publisher.read.text.blocks import BlockMaker, indent_step, paragraph_ranges
from publisher.read.text.claims import (
    AreTeasers,
    Claim,
    IsDropped,
    IsLetter,
    IsList,
    IsParagraph,
    IsPreformatted,
    IsSceneBreak,
    IsTeaser,
    IsVerse,
    Says,
    Trim,
)
from publisher.read.text.lines import Lines, read_lines
from publisher.source import Source

FILLED = (
    "The ferry left at six in the morning, and nobody on the quay looked up from\n"
    "the nets they were mending. It had left at six for forty years, in fog and\n"
    "in frost, and it would leave at six when the last of them was under ground.\n\n"
)


def lines_of(text: str) -> Lines:
    return read_lines(Source("x", text))


def made(text: str, says: Says, first: int = 0, stop: int | None = None) -> tuple[Block, ...]:
    lines = lines_of(text)
    end = len(lines) if stop is None else stop
    return BlockMaker(lines, {}, {}).claimed(Claim(rule="r", first=first, stop=end, says=says, evidence=()))


def texts(blocks: tuple[Block, ...]) -> list[str]:
    return [plain(b.content) for b in blocks if isinstance(b, Paragraph)]


def test_wrapped_lines_are_one_paragraph() -> None:
    lines = lines_of(FILLED * 4 + "a well-\nknown man\n")
    maker = BlockMaker(lines, {}, {})
    paragraphs = maker.paragraphs(0, len(lines))
    assert len(paragraphs) == 5
    assert plain(paragraphs[0].content) == FILLED.replace("\n", " ").strip()
    assert plain(paragraphs[4].content) == "a well-known man"
    assert [p.id for p in paragraphs] == [1, 2, 3, 4, 5]
    start, stop = paragraphs[4].span
    assert lines.source.text[start:stop] == "a well-\nknown man"


def test_unwrapped_lines_are_a_paragraph_each() -> None:
    lines = lines_of("One.\nTwo.\n\nThree.\n")
    assert paragraph_ranges(lines, 0, len(lines)) == [(0, 1), (1, 2), (3, 4)]


def test_an_entry_that_hangs_out_is_one_paragraph() -> None:
    entry = (
        "[1] The ferry left at six in the morning, and nobody on the quay looked up\n"
        "    from the nets they were mending. It had left at six for forty years.\n"
        "    In fog and in frost it left, and it would leave at six when the last of\n"
        "    them was under ground.\n"
    )
    lines = lines_of(FILLED * 4 + entry)
    assert paragraph_ranges(lines, 16, len(lines)) == [(16, 20)]


def test_short_lines_below_one_that_hangs_out_are_paragraphs_of_their_own() -> None:
    lines = lines_of(FILLED * 4 + "First company:\n    Red field, white square.\n    Blue field.\n")
    assert paragraph_ranges(lines, 16, len(lines)) == [(16, 17), (17, 18), (18, 19)]


def test_indents_begin_paragraphs_where_no_blank_line_does() -> None:
    text = "".join("    " + p.strip() + "\n" for p in [FILLED] * 6)
    lines = lines_of(text)
    assert lines.wrapped
    assert paragraph_ranges(lines, 0, len(lines)) == [(n, n + 3) for n in range(0, 18, 3)]


def test_trimmed_characters_are_left_out() -> None:
    lines = lines_of("All is well.[More]\n")
    trim = Trim(rule="r", line=0, start=12, stop=18, what="mark")
    assert texts(BlockMaker(lines, {0: [trim]}, {}).paragraphs(0, 1)) == ["All is well."]


def test_verse_has_stanzas_and_indents() -> None:
    text = "  O _world\n    of_ spring\n  again,\n\n      and far\n"
    (verse,) = made(text, IsVerse())
    assert isinstance(verse, Verse)
    assert [[(plain(line.content), line.indent) for line in s] for s in verse.stanzas] == [
        [("O world", 0), ("of spring", 1), ("again,", 0)],
        [("and far", 2)],
    ]


def test_indents_count_in_steps() -> None:
    step = indent_step([4, 8, 5, 20, 8])
    assert [step(n) for n in (4, 5, 8, 20)] == [0, 0, 1, 2]
    assert indent_step(list(range(0, 60, 4)))(56) == 9


def test_letters_keep_roles() -> None:
    text = "Dublin, 4 May\n\nDear Ada,\n\nAll is well.\n\nYours,\n\nB.\n"
    roles = ((0, ParagraphRole.DATELINE), (2, ParagraphRole.SALUTATION), (8, ParagraphRole.SIGNATURE))
    (letter,) = made(text, IsLetter(roles=roles))
    assert isinstance(letter, Letter)
    assert [b.role for b in letter.content if isinstance(b, Paragraph)] == [
        ParagraphRole.DATELINE,
        ParagraphRole.SALUTATION,
        None,
        None,
        ParagraphRole.SIGNATURE,
    ]


def test_lists_lose_their_markers() -> None:
    (block,) = made("3. flour\n4. salt\n", IsList(items=((0, 3), (1, 3)), start=3))
    assert isinstance(block, ListBlock)
    assert block.start == 3
    assert [texts(item.content) for item in block.items] == [["flour"], ["salt"]]


def test_preformatted_text_keeps_its_spaces() -> None:
    (block,) = made("    if x:\n\ty = 1\n\n    z\n", IsPreformatted())
    assert isinstance(block, Preformatted)
    assert block.text == "if x:\n    y = 1\n\nz"


def test_paragraphs_with_roles_scene_breaks_and_nothing() -> None:
    (paragraph,) = made("HAMLET.\n", IsParagraph(role=ParagraphRole.SPEAKER))
    assert isinstance(paragraph, Paragraph)
    assert paragraph.role is ParagraphRole.SPEAKER
    assert isinstance(made("* * *\n", IsSceneBreak())[0], SceneBreak)
    assert made("gone\n", IsDropped(what="x")) == ()


def test_teasers() -> None:
    says = IsTeaser(headline="Rain is near", keywords=("Weather",), head=2)
    (teaser,) = made("Rain is near | Weather\nRain is near | Weather\n\nIt will rain.\n", says)
    assert isinstance(teaser, Teaser)
    assert (plain(teaser.headline), teaser.keywords) == ("Rain is near", ("Weather",))
    assert texts(teaser.content) == ["It will rain."]
    glued = made("One | a Two | b\n", AreTeasers(entries=(("One", ("a",)), ("Two", ("b",)))))
    assert [plain(t.headline) for t in glued if isinstance(t, Teaser)] == ["One", "Two"]
