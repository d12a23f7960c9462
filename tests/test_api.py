"""The public names."""

from __future__ import annotations

from pathlib import Path

import pytest

import publisher
from publisher.outline.walk import divisions, heading_text
from tests.cli.test_commands import TEXT


def test_the_public_api_is_what_all_says() -> None:
    assert sorted(publisher.__all__) == [
        "Books",
        "Diagnostic",
        "Outline",
        "PublisherError",
        "Sink",
        "__version__",
        "build",
        "read",
    ]
    for name in publisher.__all__:
        assert hasattr(publisher, name)


def test_read_takes_text_and_paths(tmp_path: Path) -> None:
    path = tmp_path / "lamp.txt"
    path.write_text(TEXT, encoding="utf-8")
    outline = publisher.read(TEXT)
    assert publisher.read(path) == publisher.read(str(path)) == outline
    assert [heading_text(d.heading) for _, d in divisions(outline) if d.heading] == [
        "CHAPTER I The Ferry",
        "CHAPTER II The Lamp",
    ]


def test_corrections_are_obeyed_if_they_are_named(tmp_path: Path) -> None:
    path, file = tmp_path / "lamp.txt", tmp_path / "lamp.outline.toml"
    path.write_text(TEXT, encoding="utf-8")
    file.write_text(
        'title = "Mine"\nheadings = [{ level = 1, text = "The Ferry" }, { line = 999 }]\n', "utf-8"
    )
    assert publisher.read(path).metadata.title == "The Lamp at the Ford"
    sink = publisher.Sink()
    outline = publisher.read(path, corrections=file, sink=sink)
    assert outline.metadata.title == "Mine"
    assert [heading_text(d.heading) for _, d in divisions(outline) if d.heading] == ["The Ferry"]
    assert [d.code for d in sink] == ["correction-lost", "correction-new"]
    with pytest.raises(publisher.PublisherError):
        publisher.read(path, corrections=tmp_path / "none.toml")


def test_build_and_save(tmp_path: Path) -> None:
    books = publisher.build(publisher.read(TEXT), to="pdf,epub", style="modern")
    assert list(books.made) == ["epub", "pdf"]
    assert books.made["pdf"].pages > 2
    assert [path.name for path in books.save(tmp_path, "lamp")] == ["lamp.epub", "lamp.pdf"]
    assert (tmp_path / "lamp.pdf").read_bytes() == books.pdf
    assert (tmp_path / "lamp.epub").read_bytes() == books.epub


def test_errors_carry_a_diagnostic() -> None:
    with pytest.raises(publisher.PublisherError) as caught:
        publisher.read("no such file.txt")
    assert caught.value.diagnostic.code == "input-missing"
