"""Language tags and the way lines run."""

from __future__ import annotations

import pytest

from publisher.write.epub.language import is_right_to_left, language_tag


@pytest.mark.parametrize(
    "tag",
    [
        "en",
        "en-GB",
        "zh-Hans",
        "zh-cmn-Hans-CN",
        "de-AT-1901",
        "sr-Latn-RS",
        "x-klingon",
        "en-x-us",
        "es-419",
    ],
)
def test_sound_tags_are_kept(tag: str) -> None:
    assert language_tag(tag) == tag


@pytest.mark.parametrize(
    ("tag", "mended"),
    [
        ("en_GB", "en-GB"),
        (" en ", "en"),
        ("", "und"),
        ("e", "und"),
        ("en-", "und"),
        ("in English", "und"),
        ("de-a", "und"),
    ],
)
def test_others_are_mended_or_undetermined(tag: str, mended: str) -> None:
    assert language_tag(tag) == mended


@pytest.mark.parametrize(
    ("tag", "rtl"),
    [
        ("he", True),
        ("ar-EG", True),
        ("az-Arab-IR", True),
        ("ar-Latn", False),
        ("en", False),
        ("uz-Arab", True),
    ],
)
def test_the_way_of_the_lines(tag: str, rtl: bool) -> None:
    assert is_right_to_left(tag) is rtl
