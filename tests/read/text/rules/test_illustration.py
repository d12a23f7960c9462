"""Marks of pictures: captions are kept, marks without one go."""

from __future__ import annotations

import pytest

from publisher.diagnostics import Sink
from publisher.outline.nodes import Paragraph
from publisher.outline.roles import ParagraphRole
from publisher.outline.walk import blocks, plain
from publisher.read import read_text
from publisher.source import Source
from tests.read.text.samples import prose


def read(mark: str) -> list[tuple[str, ParagraphRole | None]]:
    """The paragraphs of a text between two of prose that `mark` stands between: what they say, their role."""
    source = Source("x.txt", f"THE FERRY\n\n\n{prose(4)}\n\n{mark}\n\n{prose(4)}\n")
    paragraphs = [b for b in blocks(read_text(source, Sink()).outline) if isinstance(b, Paragraph)]
    assert len(paragraphs) >= 8
    return [(plain(b.content), b.role) for b in paragraphs[4:-4]]


@pytest.mark.parametrize(
    ("mark", "caption"),
    [
        ("[Illustration: The quay at six.]", "The quay at six."),
        ("   [Illustrazione: The quay\n   at six.]", "The quay at six."),
        (
            "[Illustration: Plate I. [The number is not in the book.]]",
            "Plate I. [The number is not in the book.]",
        ),
        ("{Bild: The quay.}", "The quay."),
    ],
)
def test_a_caption_is_a_paragraph_of_its_own(mark: str, caption: str) -> None:
    assert read(mark) == [(caption, ParagraphRole.CAPTION)]


def test_a_note_in_the_margin() -> None:
    assert read("[Sidenote: _The quay\nat six._]") == [("The quay at six.", ParagraphRole.SIDENOTE)]


def test_a_caption_of_several_blocks() -> None:
    assert read("[Illustration: PLATE I\n\nThe quay at six.]") == [
        ("PLATE I", ParagraphRole.CAPTION),
        ("The quay at six.", ParagraphRole.CAPTION),
    ]


@pytest.mark.parametrize("mark", ["[Illustration]", "[Music illustration]", "[imagen:]", "Illustration:"])
def test_a_mark_without_a_caption_goes(mark: str) -> None:
    assert read(mark) == []


def test_a_mark_before_text_leaves_the_text() -> None:
    assert read("[Illustration] The ferry left.") == [("The ferry left.", None)]


@pytest.mark.parametrize("text", ["[Illustration: never closed.", "[Illustrations are wanting here.]"])
def test_what_is_no_mark_stays(text: str) -> None:
    assert read(text) == [(text, None)]
