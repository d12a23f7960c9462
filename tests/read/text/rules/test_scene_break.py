"""Rows of signs between scenes."""

from __future__ import annotations

import pytest

from publisher.read.text.claims import IsSceneBreak
from publisher.read.text.rules import scene_break
from tests.read.text.rules.reading import PROSE, WRAPPED, claimed


@pytest.mark.parametrize(
    "row", ["* * *", "***", "      *       *       *", "⁂", "—", "#", "• • •", "~ ~ ~", ". . . . ."]
)
def test_rows_of_signs(row: str) -> None:
    assert claimed(scene_break.claims, f"{WRAPPED}\n{row}\n\n{WRAPPED}") == [(6, 7, IsSceneBreak())]


@pytest.mark.parametrize(
    "text",
    [
        f"The Ferry\n=========\n\n{PROSE}\n",  # an underlined heading
        f"***\n\n{PROSE}\n",  # nothing before it
        f"{PROSE}\n\nooo\n\n{PROSE}\n",
        f"{PROSE}\n\n* a goat\n\n{PROSE}\n",
    ],
)
def test_what_is_no_scene_break(text: str) -> None:
    assert claimed(scene_break.claims, text) == []


def test_stars_between_paragraphs_without_blank_lines() -> None:
    assert claimed(scene_break.claims, f"{WRAPPED}* * *\n\n{WRAPPED}") == [(5, 6, IsSceneBreak())]
    assert claimed(scene_break.claims, f"{PROSE}\n* * *\n{PROSE}\n") == [(1, 2, IsSceneBreak())]


def test_a_box_of_stars_is_none() -> None:
    assert (
        claimed(scene_break.claims, f"{PROSE}\n\n******\n*    *\n* 13 *\n*    *\n******\n\n{PROSE}\n") == []
    )
