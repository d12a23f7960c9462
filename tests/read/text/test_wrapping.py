"""Stretches that are wrapped, in texts that as a whole are not."""

from __future__ import annotations

from publisher.read.text.blocks import paragraph_ranges
from publisher.read.text.wrapping import wrapped_blocks
from tests.read.text.samples import SENTENCES, fill, lines_of, prose

POEM = """\
The boats went out before the day,
    The nets were wet and cold,
And nobody was heard to say
    What everyone was told.
"""
UNWRAPPED = prose(8, 0)


def texts(text: str) -> list[str]:
    """What the wrapped blocks of `text` begin with."""
    lines = lines_of(text)
    return [lines.text[lines.blocks[at][0]] for at in sorted(wrapped_blocks(lines))]


def test_a_filled_block_in_an_unwrapped_text() -> None:
    quoted = fill(" ".join(SENTENCES), 60)
    text = f"{UNWRAPPED}\n\n{quoted}\n\n{UNWRAPPED}\n"
    assert texts(text) == [quoted.split("\n", maxsplit=1)[0]]
    lines = lines_of(text)
    assert not lines.wrapped
    first = lines.text.index(quoted.split("\n", maxsplit=1)[0])
    assert (first, first + quoted.count("\n") + 1) in paragraph_ranges(lines, 0, len(lines))


def test_two_lines_are_a_paragraph_in_the_measure_of_others() -> None:
    quoted = fill(" ".join(SENTENCES), 60)
    two = fill(SENTENCES[0], 60)
    assert two.count("\n") == 1
    assert texts(f"{UNWRAPPED}\n\n{quoted}\n\n{two}\n") == [
        q.split("\n", maxsplit=1)[0] for q in (quoted, two)
    ]
    assert texts(f"{UNWRAPPED}\n\n{two}\n") == []


def test_lines_broken_by_hand() -> None:
    text = " ".join(SENTENCES)
    ragged = "\n".join(fill(text, width).split("\n")[0] for width in (60, 52, 58, 50, 60))
    lines = [line.lower() if n else line for n, line in enumerate(ragged.split("\n"))]
    ragged = "\n".join(lines)
    assert texts(f"{UNWRAPPED}\n\n{ragged}\n") == [lines[0]]


def test_verse_is_not_wrapped() -> None:
    assert texts(f"{UNWRAPPED}\n\n{POEM}\n{POEM}\n") == []


def test_in_a_wrapped_text_every_block_is() -> None:
    lines = lines_of(prose(12) + "\n\nOne.\nTwo.\n")
    assert lines.wrapped
    assert wrapped_blocks(lines) == frozenset(range(len(lines.blocks)))
