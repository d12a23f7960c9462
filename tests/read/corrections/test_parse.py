"""Reading a corrections file, also one that means ill."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.diagnostics import Diagnostic, PublisherError, Sink
from publisher.outline.roles import DivisionRole
from publisher.read.corrections.model import Corrections, Fact, Listed
from publisher.read.corrections.parse import decode_corrections, parse_corrections


def parse(text: str) -> tuple[Corrections, list[Diagnostic]]:
    sink = Sink()
    return parse_corrections(text, "f.toml", sink), list(sink)


def refused(text: str | bytes) -> Diagnostic:
    with pytest.raises(PublisherError) as caught:
        decode_corrections(text if isinstance(text, bytes) else text.encode(), "f.toml", Sink())
    return caught.value.diagnostic


def test_a_file_written_by_hand() -> None:
    found, told = parse("""title = "T"
authors = "One Name"
headings = [
  { level = 2, text = "A" },

  { line = 12, role = "preface", sure = 1 },
]
""")
    assert told == []
    assert found.metadata == (Fact("title", "T"), Fact("authors", ("One Name",)))
    assert found.headings == (Listed(level=2, text="A"), Listed(line=12, role=DivisionRole.PREFACE))
    assert [h.place for h in found.headings] == [4, 6]
    assert parse("[[headings]]\nline = 3\n")[0].headings == (Listed(line=3),)
    assert parse("")[0] == Corrections()


@pytest.mark.parametrize(
    ("text", "code", "line", "message", "hint"),
    [
        ("titel = 1", "correction-unknown-key", 1, 'the file has no key "titel"', 'try "title"'),
        (
            "headings = [\n{ line = 1, levle = 2 },\n]",
            "correction-unknown-key",
            2,
            'a heading has no key "levle"',
            'try "level"',
        ),
        (
            "headings = [\n{ line = 1, level = 7 }]",
            "correction-wrong-value",
            2,
            '"level" of a heading cannot be 7',
            "try a whole number from 1 to 6",
        ),
        (
            'headings = [\n{ line = true, text = "x" }]',
            "correction-wrong-value",
            2,
            '"line" of a heading cannot be True',
            "try a line of the text: a whole number from 1",
        ),
        (
            "headings = [\n\n7]",
            "correction-wrong-value",
            3,
            "this is not a heading",
            "try { level = 2, line = 120 }",
        ),
        (
            "headings = [\n{ level = 1 }]",
            "correction-wrong-value",
            2,
            "this heading has no line and no text",
            'try line = 120, or text = "Its Words"',
        ),
        (
            "\nheadings = 3",
            "correction-wrong-value",
            2,
            '"headings" is not a list',
            "try headings = [ ... ], one a line",
        ),
        (
            'language = "English"',
            "correction-wrong-value",
            1,
            '"language" is not right',
            'try a BCP 47 tag: "en", "de-CH"',
        ),
    ],
)
def test_what_makes_no_sense_is_told(text: str, code: str, line: int, message: str, hint: str) -> None:
    (told,) = parse(text)[1]
    assert (told.code, told.message, told.hints) == (code, message, (hint,))
    assert told.place is not None
    assert (told.place.file, told.place.line) == ("f.toml", line)


def test_what_no_book_may_have_is_taken_out() -> None:
    found, told = parse(
        'title = "a\\u0000\\u001b[31m\\nb"\nheadings = [{ line = 1, text = " c\\t\\uFFFFd " }]'
    )
    assert told == []
    assert found.metadata == (Fact("title", "a[31m b"),)
    assert found.headings == (Listed(line=1, text="c d"),)
    (told_,) = parse('headings = [{ line = 1, text = "\\u0000" }]')[1]
    assert told_.code == "correction-wrong-value"


def test_a_role_that_is_none_lists_the_roles() -> None:
    (told,) = parse('headings = [{ line = 1, role = "opening" }]')[1]
    assert told.hints[0].startswith("try one of: part, chapter, section, dedication")


def test_what_is_not_toml_is_refused_at_its_place() -> None:
    told = refused('title = "T"\nheadings = [\n  { line = 1 }\n  { line = 2 },\n]\n')
    assert (told.code, str(told.place)) == ("corrections-malformed", "f.toml:4:3")
    assert "comma" in told.hints[0]
    assert str(refused(b'title = "a"\nx = "\xff"').place) == "f.toml:2"


@pytest.mark.parametrize(
    "text",
    [
        "a = " + "[" * 100_000,
        "a = " + "{a=" * 100_000,
        "a" + ".a" * 100_000 + " = 1",
        "a" + '."a b"' * 100_000 + " = 1",
        "[" + "a. " * 100_000 + "a]",
        "a = " + "9" * 100_000,
        'a = "' + "x" * 1_000_000,
        'a = """' + "\\\n" * 100_000,
        "x" * 1_000_000,
        "\x00",
    ],
    ids=lambda text: text[:8],
)
def test_hostile_files_are_refused_at_once(text: str) -> None:
    start = time.process_time()
    assert refused(text).code == "corrections-malformed"
    assert time.process_time() - start < 2


def test_too_much_is_refused() -> None:
    assert refused(b" " * 16_000_001).code == "corrections-too-large"
    entries = "{line=1}," * 100_000
    assert refused(f"headings = [{entries}]").code == "corrections-too-large"


def test_many_findings_are_counted() -> None:
    _, told = parse("headings = [\n" + "{ line = 1, a = 1 },\n" * 200 + "]")
    assert len(told) == 51
    assert told[-1].message == "there are 150 more of this kind"


@pytest.mark.parametrize(
    "record",
    [
        "inferred = 3",
        "[inferred]\ntext = 3",
        "[inferred]\nfacts = 3",
        "[inferred]\nfacts = { title = 3 }",
        "[inferred]\nfacts = { titel = 'x' }",
        "[inferred]\nheadings = 3",
        "[inferred]\nheadings = [3]",
        '[inferred]\nheadings = [{ line = 1, level = 1, mark = "a", words = "b", of = "x" }]',
        '[inferred]\nheadings = [{ line = 1, level = 1, mark = "a", worlds = "x" }]',
    ],
)
def test_a_damaged_record_is_told_once(record: str) -> None:
    found, told = parse(f"headings = []\n{record}\n" if record.startswith("[") else record)
    assert [d.code for d in told] == ["correction-record-damaged"]
    assert found.known == ()


VALUES = st.recursive(
    st.integers()
    | st.text(max_size=5).map(repr)
    | st.sampled_from(["true", "1.5", "nan", "2000-01-01", "''"]),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda v: "[" + ", ".join(map(str, v)) + "]")
        | st.lists(
            st.tuples(st.sampled_from(["level", "line", "text", "role", "lines", "sure", "x"]), inner),
            max_size=4,
        ).map(lambda v: "{" + ", ".join(f"{k} = {x}" for k, x in v) + "}")
    ),
)
KEYS = st.sampled_from(["title", "authors", "language", "headings", "inferred", "inferred.headings", "x"])


@settings(deadline=None, max_examples=200)
@given(st.lists(st.tuples(KEYS, VALUES), max_size=4))
def test_anything_is_read_or_refused(statements: list[tuple[str, object]]) -> None:
    text = "\n".join(f"{key} = {value}" for key, value in statements)
    with suppress(PublisherError):
        parse(text)
