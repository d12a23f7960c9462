"""Names on title pages."""

from __future__ import annotations

import pytest

from publisher.read.text.names import has_initials, is_full_name, is_name, people


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("by Ada Quay", ("Ada Quay",)),
        ("By P. G. Wodehouse", ("P. G. Wodehouse",)),
        ("BY JONATHAN SWIFT, D.D.,", ("Jonathan Swift",)),
        ("von Thomas Mann", ("Thomas Mann",)),
        ("Alexandre Dumas [père]", ("Alexandre Dumas",)),
        (
            "Alexander Hamilton, John Jay, and James Madison",
            ("Alexander Hamilton", "John Jay", "James Madison"),
        ),
        ("_by_ Bram Stoker", ("Bram Stoker",)),
        ("LUDWIG VAN BEETHOVEN", ("Ludwig van Beethoven",)),
        ("Jones, Professor", ("Jones, Professor",)),
        ("", ()),
    ],
)
def test_people(text: str, names: tuple[str, ...]) -> None:
    assert people(text) == names


def test_shapes_of_names() -> None:
    assert is_name("Ludwig van Beethoven")
    assert not is_name("the quay at six")
    assert not is_name("Henry 4")
    assert has_initials("W. E. B. Du Bois")
    assert not has_initials("Ada Quay")
    assert is_full_name("Ada Quay")
    assert not is_full_name("Ada")
