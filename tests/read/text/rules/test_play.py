"""Speeches, speakers and stage directions of plays."""

from __future__ import annotations

import pytest

from publisher.diagnostics import Sink
from publisher.outline.nodes import Emphasis, Paragraph, SmallCaps, Text
from publisher.outline.roles import ParagraphRole
from publisher.outline.walk import blocks, plain
from publisher.read import read_text
from publisher.read.text.claims import Claim, IsParagraph
from publisher.read.text.rules import play
from publisher.source import Source
from tests.read.text.samples import lines_of, prose

NAMES = ("MARTEN", "ADA", "THE CLERK", "ADA", "MARTEN", "THE CLERK", "ADA", "MARTEN", "THE CLERK")
LINES = (
    "The bell has rung.", "It has rung twice.", "Then let it ring.", "Who is there?", "Nobody.",
    "Nobody is somebody.", "So they say.", "Then it is he.", "It is.",
)  # fmt: skip


def scene(form: str, names: tuple[str, ...] = NAMES) -> str:
    """A scene whose speeches are printed as `form` says, between paragraphs of prose."""
    speeches = [form.format(name=name, text=text) for name, text in zip(names, LINES, strict=True)]
    return f"{prose(3)}\n\n" + "\n\n".join(speeches) + f"\n\n{prose(3)}\n"


def roles(text: str) -> list[tuple[str, ParagraphRole | None, int]]:
    """The first line of each claim, its role and lead."""
    lines = lines_of(text)
    return [
        (lines.text[c.first], c.says.role, c.says.lead)
        for c in play.claims(lines)
        if isinstance(c, Claim) and isinstance(c.says, IsParagraph)
    ]


@pytest.mark.parametrize(
    "form", ["{name}. {text}", "{name}: {text}", "_{name}._ {text}", "{name} (_rising_).  {text}"]
)
def test_names_before_speeches(form: str) -> None:
    found = roles(scene(form))
    assert [role for _, role, _ in found] == [ParagraphRole.SPEECH] * 9
    lead = 1 if form[0] == "_" else 0
    assert [skip for _, _, skip in found] == [len(name) + lead for name in NAMES]


@pytest.mark.parametrize("form", ["{name}.\n{text}", "{name}\n\n{text}", "_{name}:_\n\n{text}"])
def test_names_above_speeches(form: str) -> None:
    found = roles(scene(form))
    assert [role for _, role, _ in found] == [ParagraphRole.SPEAKER] * 9
    assert found[0][0].strip("_.:") == "MARTEN"


def test_what_is_done_between_speeches() -> None:
    text = scene("{name}. {text}").replace(
        "ADA. Who is there?", "[_Enter Ada with a\nlamp._]\n\nADA. Who is there?"
    )
    assert [role for _, role, _ in roles(text)].count(ParagraphRole.STAGE_DIRECTION) == 1


def test_one_who_speaks_once_is_of_the_scene() -> None:
    assert len(roles(scene("{name}. {text}").replace("ADA. Who", "A VOICE. Who"))) == 9


@pytest.mark.parametrize(
    "text",
    [
        scene("{name}. {text}", ("CHAPTER I", "CHAPTER II", "CHAPTER I") * 3),
        scene("{name}. {text}", ("First", "Second", "Third") * 3),
        scene("{name} {text}", ("Mr.", "Mrs.", "Mr.") * 3),
        scene("{name}. {text}", ("MARTEN",) * 9),  # nobody answers
        scene("{name} STATE\n\n{text}", ("OPEN", "CLOSED", "OTHER") * 3),  # things
        prose(12),
    ],
)
def test_other_words_and_stops(text: str) -> None:
    assert roles(text) == []


def test_a_speech_is_one_paragraph_with_its_speaker_in_small_capitals() -> None:
    outline = read_text(Source("x.txt", "THE ROPE\n\n\n" + scene("_{name}._ {text}")), Sink()).outline
    speeches = [b for b in blocks(outline) if isinstance(b, Paragraph) and b.role is ParagraphRole.SPEECH]
    assert [plain(b.content) for b in speeches[:2]] == [
        "MARTEN. The bell has rung.",
        "ADA. It has rung twice.",
    ]
    assert speeches[0].content == (SmallCaps((Text("MARTEN"),)), Text(". The bell has rung."))


def test_what_is_done_may_stand_between_the_name_and_the_speech() -> None:
    text = "THE ROPE\n\n\n" + scene("_{name}_ (_to the others_). {text}")
    outline = read_text(Source("x.txt", text), Sink()).outline
    speech = next(b for b in blocks(outline) if isinstance(b, Paragraph) and b.role is ParagraphRole.SPEECH)
    said = (Emphasis((Text("to the others"),)), Text("). The bell has rung."))
    assert speech.content == (SmallCaps((Text("MARTEN"),)), Text(" "), Text("("), *said)
