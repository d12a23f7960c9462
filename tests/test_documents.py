"""What the documents show is what the program does."""

from __future__ import annotations

import re

from publisher.diagnostics import Sink
from publisher.pipeline import load
from publisher.read import DOUBTFUL, read_text
from publisher.read.corrections import parse
from publisher.read.corrections.model import MAX_LEVEL
from publisher.read.corrections.propose import propose
from publisher.read.corrections.write import HEAD, write_corrections
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "corrections.md").read_text("utf-8")


def plain(file: str) -> str:
    """A file without what the weights of the evidence decide: the confidences, the marks of the doubtful."""
    return re.sub(r"sure = 0\.\d\d", "sure = 0.99", re.sub(r" +# \?\n", "\n", file))


def test_the_file_that_is_shown_is_the_one_that_is_written() -> None:
    shown = re.search(r"```toml\n(title.*?)```", PAGE, re.DOTALL)
    source = load(ROOT / "examples" / "the-lamp-at-the-ford.txt", Sink())
    assert shown
    written = write_corrections(propose(source, read_text(source, Sink())), DOUBTFUL)
    assert f"\n\n{plain(shown[1])}\n# By what" in plain(written)


def test_the_codes_are_those_of_the_program() -> None:
    rooms = [
        (ROOT / "publisher" / "read" / "corrections" / f"{n}.py")
        for n in ("added", "apply", "parse", "place")
    ]
    text = "\n".join(path.read_text("utf-8") for path in rooms)
    told = set(re.findall(r'"(corrections?-[a-z-]+)"', text))
    table = PAGE[PAGE.index("## What is reported") :]
    assert set(re.findall(r"`(corrections?-[a-z-]+)`", table)) == told


def test_the_limits_are_those_of_the_program() -> None:
    assert f"{parse.MAX_BYTES // 1_000_000} MB or {parse.MAX_HEADINGS:,} headings" in PAGE
    assert f"{MAX_LEVEL} the lowest" in PAGE
    assert f"{MAX_LEVEL} the lowest" in HEAD
