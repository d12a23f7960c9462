"""Writing a corrections file."""

from __future__ import annotations

import tomllib

from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.diagnostics import Sink
from publisher.outline.roles import DivisionRole
from publisher.read.corrections.model import FIELDS, ROLES, Anchor, Corrections, Fact, Known, Listed
from publisher.read.corrections.parse import parse_corrections, tidy
from publisher.read.corrections.write import quoted, write_corrections

NOTES = DivisionRole.NOTES


def small() -> Corrections:
    return Corrections(
        name="books/ferry.outline.toml",
        metadata=(Fact("title", 'The "Ferry"'), Fact("authors", ("Ada Quay", "B. Net"))),
        headings=(
            Listed(level=1, line=7, sure=0.97, text="PART ONE"),
            Listed(level=2, line=120, sure=0.41, text="A Short Line"),
            Listed(level=2, line=300, lines=2, text="NOTES", role=NOTES),
        ),
        digest="0123456789abcdef",
        inferred=(("title", "ef"), ("authors", "01")),
        known=(
            Known(anchor=Anchor(7, "part one", 2, 3, "by ada", ""), level=1, mark="ab"),
            Known(anchor=Anchor(300, "notes on", after="one"), level=1, mark="cd", role=NOTES, added=True),
        ),
    )


def test_what_a_person_sees() -> None:
    head, _, rest = write_corrections(small(), 0.7).partition("\n\n")
    assert head.startswith("# The outline, for you to correct: `publisher build` obeys")
    assert max(map(len, head.splitlines())) <= 105
    assert (
        rest
        == """\
title = "The \\"Ferry\\""
authors = ["Ada Quay", "B. Net"]

headings = [
  { level = 1, line =   7, sure = 0.97, text = "PART ONE" },
  { level = 2, line = 120, sure = 0.41,   text = "A Short Line" },              # ?
  { level = 2, line = 300, lines = 2,                text = "NOTES", role = "notes" },
]

# By what the program sees what you changed above, and finds the lines again when the text has been edited.
# Leave it as it is. After you have edited the text, `publisher outline --edit` brings this file up to date.
[inferred]
text = "0123456789abcdef"
facts = { title = "ef", authors = "01" }
headings = [
  { line = 7, level = 1, mark = "ab", words = "part one", nth = 2, of = 3, before = "by ada" },
  { line = 300, level = 1, mark = "cd", words = "notes on", after = "one", role = "notes", added = true },
]
"""
    )


def test_what_is_written_is_read() -> None:
    sink = Sink()
    assert parse_corrections(write_corrections(small(), 0.7), "", sink) == small()
    assert list(sink) == []


def test_a_file_without_headings_says_nothing_of_them() -> None:
    corrections = Corrections(metadata=(Fact("title", "T"),))
    assert tomllib.loads(write_corrections(corrections, 0.7)) == {"title": "T"}


CHARACTERS = st.characters(exclude_categories=["Cs"])
STRINGS = st.text(CHARACTERS, max_size=12) | st.sampled_from(
    ['"', "\\", "'''", '"""', "\t", "\x00", "\x7f", "\u2028"]
)
TIDY = STRINGS.map(tidy)
WORDS = TIDY.filter(bool)
ROLE = st.none() | st.sampled_from(sorted(ROLES.values()))
LINE = st.integers(1, 10**6)
ANCHORS = st.builds(Anchor, LINE, STRINGS, st.integers(1, 9), st.integers(2, 9), STRINGS, STRINGS)
FACTS = st.tuples(
    *(
        st.builds(Fact, st.just(name), st.lists(WORDS, max_size=3).map(tuple) if many else TIDY)
        for name, many in FIELDS.items()
        if name != "language"
    )
)
FILES = st.builds(
    Corrections,
    name=STRINGS,
    metadata=FACTS,
    headings=st.lists(
        st.builds(
            Listed,
            level=st.integers(0, 6),
            text=WORDS,
            line=st.integers(0, 10**6),
            lines=st.integers(0, 12),
            role=ROLE,
            sure=st.none() | st.integers(0, 99).map(lambda n: n / 100),
        ),
        max_size=5,
    ).map(tuple),
    digest=st.just("00"),
    inferred=st.dictionaries(st.sampled_from([*FIELDS]), STRINGS).map(
        lambda marks: tuple((name, marks[name]) for name in FIELDS if name in marks)
    ),
    known=st.lists(
        st.builds(
            Known, anchor=ANCHORS, level=st.integers(1, 6), mark=STRINGS, role=ROLE, added=st.booleans()
        ),
        max_size=4,
    ).map(tuple),
)


@settings(deadline=None, max_examples=150)
@given(FILES)
def test_every_file_is_read_as_it_was_written(corrections: Corrections) -> None:
    sink = Sink()
    text = write_corrections(corrections, 0.7)
    assert parse_corrections(text, corrections.name, sink) == corrections
    assert list(sink) == []
    # What is read and written again is the same, byte for byte.
    assert write_corrections(parse_corrections(text, corrections.name, sink), 0.7) == text


@given(st.text())
def test_every_text_is_a_string_of_toml(text: str) -> None:
    whole = text.encode("utf-8", "replace").decode("utf-8")
    written = quoted(whole)
    assert tomllib.loads(f"a = {written}") == {"a": whole}
    assert written.isprintable()


def test_lone_surrogates_give_way() -> None:
    assert quoted("a\ud800b") == '"a\ufffdb"'
