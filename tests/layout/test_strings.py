"""What `string-set` assigns."""

from __future__ import annotations

from publisher.layout.strings import assigned, heading_text
from publisher.style.computed import AttributeText, ElementText, Literally, PageCounter
from tests.layout.fakes import INLINE, Tree


def test_parts_are_joined_and_what_means_nothing_here_is_left_out() -> None:
    t = Tree()
    parts = (Literally("Ch. "), AttributeText("title"), Literally(": "), ElementText(), PageCounter())
    h = t.finish(t.make("h1", "A  title", attributes={"title": "7"}, string_set=(("s", parts), ("e", ()))))
    assert assigned(h, t.styles.of[h.id], t.styles) == (("s", "Ch. 7: A title"), ("e", ""))


def test_the_text_is_on_one_line_without_note_marks_and_hidden_parts() -> None:
    t = Tree()
    hidden = t.make("span", "hidden", display="none")
    label, title = t.make("span", "PART I"), t.make("span", "The", t.make("br", style=INLINE), "start")
    h = t.finish(t.make("h1", label, title, t.noteref(1), hidden))
    assert heading_text(h, t.styles) == "PART I The start"
