"""Printed contents: where they stand, what they say."""

from __future__ import annotations

from publisher.read.text.contents import Contents, contents
from tests.read.text.samples import lines_of, prose

TITLES = ("The Ferry", "The Quay", "The Chapel", "The Nets", "The Bell")
NUMERALS = ("I", "II", "III", "IV", "V")


def book(table: str, heading: str = "CHAPTER {n}\n\n{title}", paragraphs: int = 12) -> str:
    chapters = [
        heading.format(n=n, title=t) + "\n\n\n" + prose(paragraphs)
        for n, t in zip(NUMERALS, TITLES, strict=True)
    ]
    return f"A BOOK\n\n\n{table}\n\n\n\n" + "\n\n\n\n".join(chapters) + "\n"


def found(text: str) -> tuple[Contents, list[str]]:
    """The contents of `text`, and the lines they take."""
    lines = lines_of(text)
    table = contents(lines)
    return table, [lines.text[n] for a, b in table.ranges for n in range(a, b) if lines.text[n]]


def test_a_table_with_a_heading_and_pages() -> None:
    rows = [f"{n}. {t} . . . . . {p}" for n, t, p in zip(NUMERALS, TITLES, (1, 20, 41, 60, 77), strict=True)]
    table, lines = found(book("CONTENTS\n\n" + "\n".join(rows)))
    assert lines == ["CONTENTS", *rows]
    assert {"the ferry", "the bell"} <= set(table.keys)


def test_a_table_ends_where_the_body_begins() -> None:
    rows = [f" CHAPTER {n}. {t}" for n, t in zip(NUMERALS, TITLES, strict=True)]
    _, lines = found(book("Contents\n\n" + "\n".join(rows), "CHAPTER {n}. {title}"))
    assert lines == ["Contents", *(r.strip() for r in rows)]


def test_a_half_title_after_the_table_is_not_of_it() -> None:
    rows = "\n".join(f"  {t}" for t in TITLES)
    _, lines = found(book(f"CONTENTS\n\n{rows}\n\n\n\n\nA BOOK", "{title}"))
    assert lines == ["CONTENTS", *TITLES]


def test_a_long_poem_after_the_table_is_not_of_it() -> None:
    rows = [f"CHAPTER {n} {t}" for n, t in zip(NUMERALS, TITLES, strict=True)]
    poem = [f"    The boats that never came again, number {n} of them all," for n in range(12)]
    table = "Contents\n\n" + "\n".join(rows) + "\n\n\n\n" + "\n".join(poem) + "\n\n    And one more line"
    _, lines = found(book(table, "CHAPTER {n} {title}"))
    assert lines == ["Contents", *rows]


def test_a_table_goes_on_after_a_gap_where_its_lines_come_again() -> None:
    rows = [f"CHAPTER {n} {t}" for n, t in zip(NUMERALS, TITLES, strict=True)]
    text = book(
        "Contents\n\nOf the sea\n" + rows[0] + "\n\n\n\n" + "\n".join(rows[1:]), "CHAPTER {n} {title}"
    )
    _, lines = found(text)
    assert lines == ["Contents", "Of the sea", *rows]


def test_a_table_without_a_heading_is_a_run_of_lines_that_come_again() -> None:
    _, lines = found(book("\n".join(TITLES), "{title}"))
    assert lines == list(TITLES)


def test_numbers_without_titles_are_bare() -> None:
    table, _ = found(book("CONTENTS\n\n" + "\n".join(f"CHAPTER {n}" for n in NUMERALS), "CHAPTER {n}"))
    assert "chapter i" in table.bare


def test_a_title_below_a_number_names_nothing_by_itself() -> None:
    rows = "\n\n".join(f"CHAPTER {n}\n\nA Diary          {p}" for p, n in enumerate(NUMERALS, 3))
    table, lines = found(book(f"CONTENTS\n\n\n{rows}", "CHAPTER {n}\n\nA Diary"))
    assert len(lines) == 11
    assert "a diary" not in table.keys
    assert "chapter i a diary" in table.keys


def test_depths_by_indent_and_by_decimal_numbers() -> None:
    rows = "THE SEA\n  The Ferry\n  The Quay\nTHE LAND\n  The Chapel\n  The Nets\n  The Bell"
    table, _ = found(book(f"CONTENTS\n\n{rows}", "{title}"))
    assert (table.depths["the sea"], table.depths["the ferry"]) == (1, 2)
    rows = "1 The Ferry\n1.1 The Quay\n1.2 The Chapel\n1.3 The Nets\n2 The Bell"
    table, _ = found(book(f"Contents\n\n{rows}", "{title}"))
    assert [table.depths[t.lower()] for t in TITLES] == [1, 2, 2, 2, 1]


def test_prose_has_no_contents() -> None:
    table, lines = found("A BOOK\n\n\n" + prose(60))
    assert lines == []
    assert not table.keys


def test_the_word_alone_is_no_table() -> None:
    _, lines = found("A BOOK\n\n\nCONTENTS\n\n" + prose(60))
    assert lines == []
