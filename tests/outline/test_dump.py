"""The outline as text."""

from __future__ import annotations

from publisher.outline.dump import block_counts, dump
from publisher.outline.nodes import Metadata, Outline
from tests.outline.test_walk import OUTLINE


def test_dump_shows_structure_and_mark_up() -> None:
    outline = Outline(metadata=Metadata(title="T", authors=("A", "B"), date="1846"), content=OUTLINE.content)
    assert dump(outline) == (
        "title: T\nauthor: A\nauthor: B\nlanguage: en\ndate: 1846\n"
        "[part] PART I | Up\n"
        "  p first\n"
        "  [chapter]\n"
        "    p _se[note 1: a note]_cond\n"
        "    stanza\n"
        "      > a line\n"
        "    quotation\n"
        "      p quoted\n"
        "    list\n"
        "      item\n"
        "        p item\n"
        "    scene-break\n"
        "    teaser headline\n"
        "      p lead-in\n"
    )


def test_counts_name_only_what_there_is() -> None:
    assert block_counts(OUTLINE) == {
        "paragraph": 6,
        "verse": 1,
        "quotation": 1,
        "list": 1,
        "scene-break": 1,
        "teaser": 1,
    }
    assert block_counts(Outline()) == {}
