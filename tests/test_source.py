"""Offsets to lines and columns."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from publisher.diagnostics import Place
from publisher.source import Source


def test_lines_end_at_line_feeds_alone() -> None:
    source = Source("t.txt", "ab\n\x0cc\n\nd")
    assert [source.line(at) for at in range(8)] == [1, 1, 1, 2, 2, 2, 3, 4]
    assert source.place(7) == Place(file="t.txt", line=4, column=1)
    assert str(source.place(1)) == "t.txt:1:2"


@given(st.text(alphabet="a\n\x0c", max_size=40), st.data())
def test_line_is_the_number_of_line_feeds_before(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    assert Source("t", text).line(at) == text.count("\n", 0, at) + 1
