"""The title page."""

from __future__ import annotations

import pytest

from publisher.read.text.claims import IsDropped, IsMetadata
from publisher.read.text.rules import title
from tests.read.text.samples import lines_of, prose


def facts(page: str, body: str = "\n\n\n\nCHAPTER I\n\n") -> list[tuple[str, str]]:
    lines = lines_of(page + body + prose(20) + "\n")
    return [(c.says.name, c.says.value) for c in title.claims(lines) if isinstance(c.says, IsMetadata)]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("THE LAST FERRY\n\nby Ada Quay", [("title", "THE LAST FERRY"), ("authors", "by Ada Quay")]),
        ("The Last Ferry\n\nBY\n\nADA QUAY", [("title", "The Last Ferry"), ("authors", "ADA QUAY")]),
        (
            "The Last Ferry\n\nA Tale of the Coast\n\nBy A. Quay",
            [("title", "The Last Ferry"), ("subtitle", "A Tale of the Coast"), ("authors", "By A. Quay")],
        ),
        (
            "THE FERRY\n\nor\n\nTHE LAST BELL\n\nby Ada Quay",
            [("title", "THE FERRY"), ("subtitle", "or THE LAST BELL"), ("authors", "by Ada Quay")],
        ),
        (
            "THE FERRY:\nOR, THE\nLAST BELL\nOF THE QUAY\n\nby Ada Quay",
            [
                ("title", "THE FERRY"),
                ("subtitle", "OR, THE LAST BELL OF THE QUAY"),
                ("authors", "by Ada Quay"),
            ],
        ),
        (
            "LIBRARY OF THE COAST\n\nEDITOR: JAN KADE\n\n12\n\nTHE FERRY\n\nBY\n\nADA QUAY",
            [("title", "THE FERRY"), ("authors", "ADA QUAY")],
        ),
        (
            "ADA QUAY + FERRY\n\n\n\nADA QUAY\n\nFerry\n\nA Tale\nof the Coast\n\n\nHARBOUR BOOKS",
            [("title", "Ferry"), ("authors", "ADA QUAY"), ("subtitle", "A Tale of the Coast")],
        ),
        (
            "Jan Kade\n\nTranscriber's note: It was scanned.\n\nTHE FERRY\n\nby Ada Quay",
            [("title", "THE FERRY"), ("authors", "by Ada Quay")],
        ),
        ("Die letzte Fähre\n\nvon Ada Quay", [("title", "Die letzte Fähre"), ("authors", "von Ada Quay")]),
        (
            "The Last Ferry\n\nby Ada Quay\n\nTranslated from the Dutch by Jan Kade",
            [("title", "The Last Ferry"), ("authors", "by Ada Quay"), ("translators", "Jan Kade")],
        ),
        ("The Last Ferry\n\nP. G. Quay", [("title", "The Last Ferry"), ("authors", "P. G. Quay")]),
        ("The Last Ferry\n\nAda Quay", [("title", "The Last Ferry"), ("authors", "Ada Quay")]),
    ],
)
def test_title_pages(page: str, expected: list[tuple[str, str]]) -> None:
    assert facts(page) == expected


def test_a_name_below_the_title_of_an_unwrapped_text() -> None:
    def found(second: str, more: str = "") -> list[tuple[str, str]]:
        lines = lines_of(f"The Last Ferry\n{second}\nIn the Morning\nI\n{prose(8, 0)}{more}\n")
        return [(c.says.name, c.says.value) for c in title.claims(lines) if isinstance(c.says, IsMetadata)]

    assert found("Ada Kestrel") == [("title", "The Last Ferry"), ("authors", "Ada Kestrel")]
    assert found("Getting Started", "\nWe are getting nowhere.") == [("title", "The Last Ferry")]
    assert found("Ada Kestrel", "\n\nAda Kestrel\n") == [("title", "The Last Ferry")]


@pytest.mark.parametrize("page", ["CHAPTER I", "PREFACE", "I", "[Illustration]"])
def test_what_is_no_title(page: str) -> None:
    assert facts(page, "\n\n") == []


def test_an_article_has_its_first_line() -> None:
    lines = lines_of("Nobody asks twice\n\n" + prose(6, 0) + "\n")
    claims = list(title.claims(lines))
    assert [(c.first, c.stop) for c in claims] == [(0, 1)]


def test_a_name_before_the_producers_notes_goes() -> None:
    page = "Jan Kade\n\nTranscriber's note: It was scanned.\n\nTHE FERRY\n\nby Ada Quay"
    lines = lines_of(page + "\n\n\n\nCHAPTER I\n\n" + prose(20) + "\n")
    assert [lines.text[c.first] for c in title.claims(lines) if isinstance(c.says, IsDropped)] == ["Jan Kade"]


def test_a_text_without_title() -> None:
    assert list(title.claims(lines_of(prose(6)))) == []


def test_the_imprint_and_the_title_again_go() -> None:
    page = "THE LAST FERRY\n\nby Ada Quay\n\nNEW YORK\n\nCopyright, 1901, by Ada Quay\n\nTHE LAST FERRY"
    lines = lines_of(page + "\n\n\n\nCHAPTER I\n\n" + prose(20) + "\n")
    gone = [lines.text[c.first] for c in title.claims(lines) if isinstance(c.says, IsDropped)]
    assert gone == ["NEW YORK", "THE LAST FERRY"]
    assert facts(page)[2:] == [("date", "1901")]
