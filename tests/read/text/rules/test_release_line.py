"""Lines that tell when a page was published."""

from __future__ import annotations

import pytest

from publisher.read.text.claims import IsMetadata
from publisher.read.text.rules import release_line
from publisher.read.text.rules.release_line import iso_date
from tests.read.text.rules.reading import PROSE, WRAPPED, claimed


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Apr 16, 2024 21:12 PM", "2024-04-16T21:12"),
        ("April 3, 2021 at 9:05 pm", "2021-04-03T21:05"),
        ("Monday, 3 May 2021", "2021-05-03"),
        ("3. Mai 2021, 12:30 Uhr", "2021-05-03T12:30"),
        ("3 de mayo de 2021", "2021-05-03"),
        ("1er juillet 2020", "2020-07-01"),
        ("2024-04-16T08:30:00Z", "2024-04-16T08:30"),
        ("2024年4月16日 21:12", "2024-04-16T21:12"),
        ("12:00 am, 2024", ""),
        ("May 43, 2021", ""),
        ("the sixteenth of April", ""),
    ],
)
def test_dates_are_read(text: str, iso: str) -> None:
    assert iso_date(text) == iso


@pytest.mark.parametrize(
    "line",
    [
        "Release time:Apr 16, 2024 21:12 PM",
        "Published: April 16, 2024 9:12 PM",
        "Veröffentlicht am 16. April 2024 21:12 Uhr",
        "发布时间：2024-04-16 21:12",
        "Last updated on 16 April 2024, 21:12",
    ],
)
def test_a_release_line_near_the_head_is_the_date(line: str) -> None:
    text = f"A headline\n\n{line}\n\n{PROSE}\n"
    assert claimed(release_line.claims, text) == [(2, 3, IsMetadata(name="date", value="2024-04-16T21:12"))]


def test_a_letters_date_far_down_is_none() -> None:
    text = "A headline\n\n" + f"{PROSE}\n\n" * 20 + "Published: 16 April 2024\n"
    assert claimed(release_line.claims, text) == []


def test_a_date_alone_counts_only_in_unwrapped_text() -> None:
    assert claimed(release_line.claims, f"A headline\n\n16 April 2024\n\n{PROSE}\n") != []
    assert claimed(release_line.claims, f"A tale\n\n16 April 2024\n\n{WRAPPED}\n{WRAPPED}") == []
