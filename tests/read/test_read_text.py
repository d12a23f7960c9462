"""read_text: whole texts. Nothing is lost, nothing comes twice, nothing crashes."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.diagnostics import PublisherError, Sink
from publisher.outline.nodes import Division, Paragraph, SceneBreak, Teaser
from publisher.outline.roles import DivisionRole
from publisher.outline.walk import blocks, divisions, plain
from publisher.read import Reading, read_text
from publisher.read.decode import decode
from publisher.read.text.claims import IsDropped
from publisher.source import Source
from tests.read.words import kept_words, outline_words

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
SEED = CORPUS / "seed"

PARAGRAPH = (
    "The ferry left at six in the morning, and nobody on the quay looked up from the nets they were mending. "
    "It had left at six for forty years, in fog and in frost, and it would leave at six when the last of "
    "them was under ground behind the chapel."
)


def read(text: str) -> Reading:
    return read_text(Source("book.txt", text), Sink())


def wrapped(text: str, width: int = 72) -> str:
    """`text` in lines of at most `width` characters."""
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return "\n".join([*lines, line])


def of_corpus(path: Path) -> tuple[Source, Reading]:
    if not path.exists():
        pytest.skip(f"the corpus is not beside the project: {path.name}")
    source = decode(path.read_bytes(), path.name, Sink())
    return source, read_text(source, Sink())


# What a reading says ----------------------------------------------------------------------------------


def chapters() -> str:
    body = "\n\n".join([wrapped(PARAGRAPH)] * 30)
    parts = [
        f"CHAPTER {n}\n\n{title}\n\n{body}"
        for n, title in (("I", "The Ferry"), ("II", "The Chapel"), ("III", "The Nets"))
    ]
    return "THE LAST FERRY\n\nby Ada Quay\n\n\n\n" + "\n\n\n\n".join(parts) + "\n"


def test_a_book_of_chapters() -> None:
    reading = read(chapters())
    metadata = reading.outline.metadata
    assert (metadata.title, metadata.authors, metadata.language) == ("THE LAST FERRY", ("Ada Quay",), "en")
    assert [(h.level, h.text, h.line, h.end_line) for h in reading.headings] == [
        (1, "CHAPTER I The Ferry", 7, 9),
        (1, "CHAPTER II The Chapel", 163, 165),
        (1, "CHAPTER III The Nets", 319, 321),
    ]
    assert [d.role for d in reading.outline.content] == [DivisionRole.CHAPTER] * 3
    assert all(h.rule == "heading-keyword" and h.confidence > 0.9 and h.evidence for h in reading.headings)


def test_ids_ascend_and_spans_are_in_the_text() -> None:
    text = chapters()
    ids: list[int] = []
    for _, division in divisions(read(text).outline):
        ids.append(division.id)
        if division.heading:
            ids.append(division.heading.id)
            start, stop = division.heading.span
            assert text[start:stop].startswith("CHAPTER ")
        ids += [child.id for child in division.content if not isinstance(child, Division)]
    assert ids == sorted(set(ids))


def test_text_before_the_first_heading_is_the_opening() -> None:
    text = "A Title\n\n" + PARAGRAPH + "\n\n"
    for line in ("A short line", "Another line"):
        text += f"{line}\n\n" + (PARAGRAPH + "\n\n") * 3
    roles = [d.role for d in read(text).outline.content]
    assert roles == [DivisionRole.OPENING, DivisionRole.SECTION, DivisionRole.SECTION]


def test_a_text_with_one_doubtful_heading_has_none() -> None:
    text = "A Title\n\n" + PARAGRAPH + "\n\nA short line\n\n" + (PARAGRAPH + "\n\n") * 3
    assert not read(text).headings


def test_the_language_may_be_given() -> None:
    assert read_text(Source("x", PARAGRAPH), Sink(), "nl").outline.metadata.language == "nl"


def test_a_text_without_title_takes_the_files_name() -> None:
    sink = Sink()
    reading = read_text(Source("the-last_ferry.txt", PARAGRAPH * 2), sink)
    assert reading.outline.metadata.title == "the last ferry"
    assert [d.code for d in sink] == ["title-missing"]


# Words ------------------------------------------------------------------------------------------------

VOCABULARY = (
    "the ferry left at six and nobody looked up It had left for forty years in fog - well- known -- dash— «so» "
    "_so_ *so* [1] [sic] * † 1. 2) IV Chapter I CHAPTER Part One Dear Sir, (see https://example.org/a_b) | end. "
    "déjà vu 第三章 走了"
)
WORDS = st.sampled_from(VOCABULARY.split())
LINES = st.one_of(
    st.just(""),
    st.just(""),
    st.lists(WORDS, min_size=1, max_size=14).map(" ".join),
    st.lists(WORDS, min_size=1, max_size=4).map(lambda w: "    " + " ".join(w)),
    st.sampled_from(
        ["CHAPTER I", "CHAPTER II", "Contents", "* * *", "PREFACE", "1. One", "- item", "\f7", PARAGRAPH]
    ),
)


@settings(deadline=None, max_examples=150)
@given(st.lists(LINES, max_size=40).map("\n".join))
def test_every_word_is_kept_once_and_in_order(text: str) -> None:
    source = Source("x.txt", text)
    reading = read_text(source, Sink())
    assert "".join(outline_words(reading.outline)) == "".join(kept_words(source, reading))


@settings(deadline=None, max_examples=150)
@given(st.binary(max_size=400) | st.text(max_size=300).map(lambda t: t.encode("utf-16")))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        source = decode(data, "x", Sink())
    except PublisherError:
        return
    reading = read_text(source, Sink())
    assert reading == read_text(source, Sink())


@pytest.mark.parametrize(
    "text",
    [
        "a",
        "\n\n\n",
        "CHAPTER I",
        "***",
        "_" * 5000,
        "[1] " * 2000,
        "1. " * 2000,
        "a\n" * 5000,
        "| " * 3000,
        "Ada Quay\n* * *",
        "(" * 3000,
    ],
)
def test_odd_texts_are_read(text: str) -> None:
    source = Source("x", text)
    reading = read_text(source, Sink())
    assert "".join(outline_words(reading.outline)) == "".join(kept_words(source, reading))


HOSTILE = (
    "a\n",
    "T\n\n",
    "I\n\nII\n\n",
    "1.1 a\n\n",
    "a[1]\n\n[1] b\n\n",
    "a.1 b.(2)\n\n1. a\n\n2. b\n\n3. c\n\n",
    "[Illustration: a\n\n",
    "{1} a-\nb ",
    "_a ",
    ". ",
    "CONTENTS\n\na\nb\nc\n\n\n",
)


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_grows_with_length_only(piece: str) -> None:
    def seconds(size: int) -> float:
        source = Source("x", piece * (size // len(piece)))
        start = time.process_time()
        read_text(source, Sink())
        return time.process_time() - start

    seconds(1000)
    assert seconds(32_000) < 10 * max(seconds(8_000), 0.02)


def test_a_row_of_stars_before_a_heading_parts_nothing() -> None:
    body = "\n\n".join([wrapped(PARAGRAPH)] * 30)
    rows = "\n\n* * *\n\n"
    text = f"THE LAST FERRY\n\nby Ada Quay\n\n\n\nCHAPTER I\n\n{body}{rows}{body}{rows}\n\nCHAPTER II\n{rows}{body}\n"
    chapters = read(text).outline.content
    assert [d.heading.label for d in chapters if d.heading] == ["CHAPTER I", "CHAPTER II"]
    breaks = [[n for n, b in enumerate(d.content) if isinstance(b, SceneBreak)] for d in chapters]
    assert breaks == [[30], []]


# The corpus -------------------------------------------------------------------------------------------


@pytest.mark.corpus
def test_the_seed() -> None:
    _, reading = of_corpus(SEED / "input.txt")
    truth = json.loads((SEED / "truth.json").read_text("utf-8"))
    outline = reading.outline
    assert outline.metadata.title == truth["title"]
    assert outline.metadata.date == truth["metadata"]["date"]
    sections = [h["text"] for h in truth["headings"] if not h.get("optional")]
    assert [h.text for h in reading.headings] == sections
    assert [d.role for d in outline.content] == [
        DivisionRole.OPENING,
        *[DivisionRole.SECTION] * 5,
        DivisionRole.RELATED,
    ]
    assert len(outline.content[0].content) == 2
    paragraphs = [plain(b.content) for b in blocks(outline) if isinstance(b, Paragraph)]
    assert not any(truth["markers"]["text"] in p or p == truth["title"] for p in paragraphs)


@pytest.mark.corpus
def test_the_seeds_sentences_are_all_there() -> None:
    source, reading = of_corpus(SEED / "input.txt")
    truth = json.loads((SEED / "truth.json").read_text("utf-8"))
    lines = source.text.split("\n")
    gone = {1, truth["metadata"]["date_line"], *(d["line"] for d in truth["drop"])}
    article = [
        lines[n - 1].replace(truth["markers"]["text"], "").strip()
        for n in range(1, truth["article_end_line"] + 1)
        if lines[n - 1].strip() and n not in gone
    ]
    found: list[str] = []
    for _, division in divisions(reading.outline):
        if division.role is not DivisionRole.RELATED:
            found += [plain(division.heading.title)] if division.heading else []
            found += [plain(b.content) for b in division.content if isinstance(b, Paragraph)]
    assert found == [" ".join(line.split()) for line in article]


@pytest.mark.corpus
def test_the_seeds_related_entries() -> None:
    source, reading = of_corpus(SEED / "input.txt")
    truth = json.loads((SEED / "truth.json").read_text("utf-8"))
    lines = source.text.split("\n")
    teasers = [b for b in reading.outline.content[-1].content if isinstance(b, Teaser)]
    entries = truth["related"]
    assert len(teasers) == len(entries) + len(truth["mashed"]["headlines"])
    for teaser, entry in zip(teasers, entries, strict=False):
        headline = plain(teaser.headline)
        assert headline.startswith(entry["headline"])
        assert set(teaser.keywords) <= {*entry["tags"]}
        lead = [plain(b.content) for b in teaser.content if isinstance(b, Paragraph)]
        assert lead == [" ".join(lines[entry["snippet_line"] - 1].split())]
    for teaser, raw in zip(teasers[len(entries) :], truth["mashed"]["headlines"], strict=True):
        assert raw.startswith(plain(teaser.headline)[:60])


SLUGS = sorted(path.name for path in (CORPUS / "dev").iterdir()) if (CORPUS / "dev").exists() else []

PRINTED = frozenset(
    (
        "licence",
        "credits",
        "printed contents",
        "running title",
        "page mark",
        "picture mark",
        "code fence",
        "mark of quotation",
    )
)
"""What may go however long it is: it is no text of the book."""
LONGEST_DROP = 8
"""Lines of anything else that goes."""


@pytest.mark.corpus
@pytest.mark.slow
@pytest.mark.parametrize("slug", SLUGS)
def test_words_of_the_corpus(slug: str) -> None:
    source, reading = of_corpus(CORPUS / "dev" / slug / "input.txt")
    found, kept = "".join(outline_words(reading.outline)), "".join(kept_words(source, reading))
    if "[edit]" in source.text:  # links beside the headings of a scraped page, which are no words of them
        found, kept = found.replace("edit", ""), kept.replace("edit", "")
    assert found == kept
    lines = source.text.split("\n")
    for claim in reading.claims:
        if isinstance(claim.says, IsDropped) and claim.says.what not in PRINTED:
            gone = [line for line in lines[claim.first : claim.stop] if line.strip()]
            assert len(gone) <= LONGEST_DROP, gone


@pytest.mark.corpus
def test_monte_cristo() -> None:
    _, reading = of_corpus(CORPUS / "dev" / "pg-1184-monte-cristo" / "input.txt")
    metadata = reading.outline.metadata
    assert (metadata.title, metadata.authors) == ("THE COUNT OF MONTE CRISTO", ("Alexandre Dumas",))
    parts = [d for d in reading.outline.content if d.role is DivisionRole.PART]
    assert [d.heading.label for d in parts if d.heading] == [
        f"VOLUME {n}" for n in ("ONE", "TWO", "THREE", "FOUR", "FIVE")
    ]
    inside = [c for part in parts for c in part.content if isinstance(c, Division)]
    assert [c.role for c in inside] == [DivisionRole.CHAPTER] * 117
    assert [c.heading.label for c in inside if c.heading] == [f"Chapter {n}" for n in range(1, 118)]
    titles = [plain(c.heading.title) for c in inside if c.heading]
    assert (titles[0], titles[60]) == (
        "Marseilles—The Arrival",
        "How a Gardener May Get Rid of the Dormice that Eat His Peaches",
    )
