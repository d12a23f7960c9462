"""The next file after a person's changes and the text's."""

from __future__ import annotations

import re
from dataclasses import replace

from publisher.diagnostics import Sink
from publisher.read import read_text
from publisher.read.corrections.model import Corrections, Listed, mark_of
from publisher.read.corrections.parse import parse_corrections
from publisher.read.corrections.propose import Merged, merge, propose
from publisher.read.corrections.write import write_corrections
from publisher.source import Source
from tests.read.corrections.test_apply import BOOK, FILE, INFERRED, row
from tests.read.corrections.texts import NAME, corrected, headings, inferred_file, listing, read
from tests.read.text.samples import prose

THIRD = BOOK.replace("\n\n\n\nAFTERWORD", f"\n\n\nCHAPTER III\n\nThe Bell\n\n{prose(8)}\n\n\n\nAFTERWORD")


def merged(text: str, file: str | Corrections) -> Merged:
    source = Source("book.txt", text)
    old = parse_corrections(file, NAME, Sink()) if isinstance(file, str) else file
    return merge(source, read_text(source, Sink()), read_text(source, Sink(), None, old), old)


def obeyed(text: str, found: Merged) -> list[tuple[int, str]]:
    """The headings of the text with the merged file, of which nothing is to be said."""
    reading, told = corrected(text, write_corrections(found.corrections, 0.7))
    assert told == []
    return headings(reading)


def edited_file() -> str:
    """A heading deleted, one on another level, one in other words, one added, another title."""
    file = FILE.replace(row("CHAPTER II The Chapel") + "\n", "")
    file = file.replace(row("PART TWO"), row("PART TWO").replace("level = 1", "level = 3"))
    file = file.replace('"CHAPTER I The Nets"', '"CHAPTER I Of Nets"', 1)
    at = BOOK.split("\n").index("AFTERWORD") + 3
    file = file.replace(
        row("AFTERWORD"), row("AFTERWORD") + f'\n{{ level = 4, line = {at}, text = "An End" }},'
    )
    return file.replace('title = "THE LAST FERRY"', 'title = "The Last Ferry"', 1)


EDITED = [
    (1, "PART ONE"),
    (2, "CHAPTER I The Ferry"),
    (3, "PART TWO"),
    (2, "CHAPTER I Of Nets"),
    (2, "CHAPTER II The Rope"),
    (1, "AFTERWORD"),
    (4, "An End"),
]


def test_a_file_that_nobody_changed_is_made_anew() -> None:
    found = merged(THIRD, FILE)
    source = Source("book.txt", THIRD)
    assert found.corrections == propose(source, read(THIRD), NAME)
    assert [h.text for h in found.new] == ["CHAPTER III The Bell"]
    assert merged(BOOK, FILE) == (parse_corrections(FILE, NAME, Sink()), (), 0)


def test_every_correction_is_kept() -> None:
    assert headings(corrected(BOOK, edited_file())[0]) == EDITED
    found = merged(BOOK, edited_file())
    assert (found.new, found.lost) == ((), 0)
    assert obeyed(BOOK, found) == EDITED
    assert dict(found.corrections.metadata)["title"] == "The Last Ferry"
    assert dict(found.corrections.inferred)["title"] == mark_of("THE LAST FERRY")
    # Another round changes nothing.
    assert merged(BOOK, found.corrections).corrections == found.corrections


def test_the_corrections_last_when_the_text_is_edited() -> None:
    found = merged(BOOK, edited_file())
    new = THIRD.replace("by Ada Quay", f"by Ada Quay\n\n\n\n{prose(3)}")
    reading, told = corrected(new, write_corrections(found.corrections, 0.7))
    third = (2, "CHAPTER III The Bell")
    assert headings(reading) == [*EDITED[:-2], third, *EDITED[-2:]]
    assert [d.code for d in told] == ["correction-new"]
    again = merged(new, found.corrections)
    assert [h.text for h in again.new] == ["CHAPTER III The Bell"]
    assert obeyed(new, again) == [*EDITED[:-2], third, *EDITED[-2:]]


def test_an_added_line_has_its_words_noted() -> None:
    known = [k for k in merged(BOOK, edited_file()).corrections.known if k.added]
    assert [k.level for k in known] == [4]
    assert known[0].anchor.words.startswith("the ferry left at six")


def test_a_heading_that_was_only_added_stays_too() -> None:
    """Nothing else was changed: the file as it was merged differs from the record in nothing."""
    at = next(n for n, t in enumerate(BOOK.split("\n"), 1) if t.startswith("The ferry left"))
    file = FILE.replace("headings = [\n", f"headings = [\n{{ level = 3, line = {at} }},\n", 1)
    found = merged(BOOK, file)
    assert found.corrections.edited()
    assert merged(BOOK, found.corrections).corrections == found.corrections
    assert len(obeyed(BOOK, found)) == len(INFERRED) + 1


def test_a_heading_that_was_only_confirmed_stays_so() -> None:
    line = row("PART ONE")
    found = merged(BOOK, FILE.replace(line, re.sub(r"sure = 0\.\d\d, ", "", line)))
    assert [h.text for h in found.corrections.headings or () if h.sure is None] == ["PART ONE"]


def test_role_and_wording_of_an_added_heading_stay() -> None:
    """Also where the words differ from the line's in capitals only, which anchors do not see."""
    text = BOOK.replace("Old Marten", "he was gone.\n\nOld Marten", 1)
    at = text.split("\n").index("he was gone.") + 1
    entry = f'{{ level = 3, line = {at}, text = "He Was Gone", role = "notes" }},\n'
    found = merged(text, inferred_file(text).replace("headings = [\n", f"headings = [\n{entry}", 1))
    for _ in range(2):
        reading, told = corrected(text, write_corrections(found.corrections, 0.7))
        assert told == []
        assert [(h.text, h.role) for h in reading.headings if h.line == at] == [("He Was Gone", "notes")]
        found = merged(text, found.corrections)


def test_what_is_lost_stays_in_the_file() -> None:
    text = BOOK.replace("CHAPTER I\n\nThe Nets\n", "He mended them.\n")
    found = merged(text, edited_file())
    assert found.lost == 1
    assert "CHAPTER I Of Nets" in [h.text for h in found.corrections.headings or ()]
    _, told = corrected(text, write_corrections(found.corrections, 0.7))
    assert [d.code for d in told] == ["correction-lost"]
    # When the words come back, so does the correction.
    assert (2, "CHAPTER I Of Nets") in headings(corrected(BOOK, write_corrections(found.corrections, 0.7))[0])


def test_what_a_later_program_sees_is_listed_for_a_person_to_judge() -> None:
    known = next(line for line in FILE.splitlines() if 'words = "afterword"' in line)
    file = FILE.replace(known + "\n", "").replace(row("AFTERWORD") + "\n", "").replace("THE LAST", "A", 1)
    found = merged(BOOK, file)
    assert [h.text for h in found.new] == ["AFTERWORD"]
    assert obeyed(BOOK, found) == INFERRED


def test_without_a_record_the_list_is_whole() -> None:
    found = merged(BOOK, listing(Listed(level=1, text="PART ONE"), Listed(level=1, text="PART TWO")))
    assert found.new == ()
    assert obeyed(BOOK, found) == [(1, "PART ONE"), (1, "PART TWO")]


def test_only_metadata_by_hand() -> None:
    found = merged(BOOK, parse_corrections('title = "T"', NAME, Sink()))
    assert (found.new, obeyed(BOOK, found)) == ((), INFERRED)
    assert dict(found.corrections.metadata)["title"] == "T"


def test_how_many_lines_a_heading_takes_is_kept() -> None:
    line = row("CHAPTER II The Chapel")
    found = merged(BOOK, FILE.replace(line, line.replace("sure", "lines = 1, sure")))
    (own,) = [h for h in found.corrections.headings or () if h.lines]
    assert (own.lines, own.text) == (1, "CHAPTER II")
    assert obeyed(BOOK, found)[2] == (2, "CHAPTER II")


def test_a_new_name_is_no_change() -> None:
    old = parse_corrections(FILE, NAME, Sink())
    assert not replace(old, name="x").edited()
