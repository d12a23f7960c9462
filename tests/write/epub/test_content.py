"""Element tree -> XHTML files, to the character."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree  # type: ignore[import-untyped]  # no stubs

from publisher.markup.element import Element
from publisher.write.characters import allowed
from publisher.write.epub.content import document, files, own, places, text, title_of, value_of, xhtml

XHTML = "{http://www.w3.org/1999/xhtml}"


def el(tag: str, *children: Element | str, **values: object) -> Element:
    return Element(id=1, tag=tag, children=children, **values)  # type: ignore[arg-type]


def heading(*children: Element | str) -> Element:
    return el("h1", *children, classes=("heading",))


def book() -> Element:
    inner = el("section", heading("One"), el("p", "b"), file="chapter-1.xhtml", name="chapter-1")
    part = el(
        "section", heading("Part"), inner, file="part.xhtml", name="part", classes=("part", "bodymatter")
    )
    back = el("section", el("p", "c", name="c"), file="back.xhtml", classes=("backmatter",))
    front = el("section", el("p", "a", name="a"), file="front.xhtml", classes=("frontmatter",))
    return el("html", el("body", front, part, back))


# Writing ------------------------------------------------------------------------------------------


def test_id_class_and_attributes_in_this_order() -> None:
    section = el("section", "x", name="n", classes=("a", "b"), attributes={"epub:type": "part", "role": "r"})
    assert xhtml(section, {}, "") == '<section id="n" class="a b" epub:type="part" role="r">x</section>\n'


def test_blocks_end_a_line_and_inlines_do_not() -> None:
    p = el("p", "a ", el("em", "b"), " c", el("br"), "d")
    assert xhtml(p, {}, "") == "<p>a <em>b</em> c<br/>d</p>\n"


def test_void_elements_are_closed_in_themselves_and_others_never() -> None:
    assert xhtml(el("hr", classes=("scene-break",)), {}, "") == '<hr class="scene-break"/>\n'
    assert xhtml(el("p"), {}, "") == "<p></p>\n"


def test_markup_characters_are_escaped() -> None:
    p = el("p", "<b> & \"c\" 'd' ]]>", attributes={"title": "<\"'&>"})
    assert xhtml(p, {}, "") == ('<p title="&lt;&quot;&#x27;&amp;&gt;">&lt;b&gt; &amp; "c" \'d\' ]]&gt;</p>\n')


def test_a_language_is_said_twice() -> None:
    assert xhtml(el("i", "x", attributes={"lang": "fr"}), {}, "") == '<i lang="fr" xml:lang="fr">x</i>'


def test_a_language_that_is_none_is_undetermined() -> None:
    assert xhtml(el("i", attributes={"lang": "?"}), {}, "") == '<i lang="und" xml:lang="und"></i>'


def test_an_internal_link_names_the_file_unless_it_is_its_own() -> None:
    link = el("a", "x", attributes={"href": "#c"})
    assert xhtml(link, {"c": "other.xhtml"}, "own.xhtml") == '<a href="other.xhtml#c">x</a>'
    assert xhtml(link, {"c": "own.xhtml"}, "own.xhtml") == '<a href="#c">x</a>'


def test_a_link_that_leads_nowhere_is_none() -> None:
    for href in ("#nowhere", "javascript:alert(1)", "http://", "chapter.xhtml", ""):
        assert xhtml(el("a", "x", attributes={"href": href}), {"c": "c.xhtml"}, "own.xhtml") == "<a>x</a>"


def test_an_address_outside_is_escaped() -> None:
    link = el("a", "x", attributes={"href": "https://a.b/?c=1&d=|#e"})
    assert xhtml(link, {"e": "other.xhtml"}, "own.xhtml") == '<a href="https://a.b/?c=1&amp;d=%7C#e">x</a>'


def test_a_whole_file() -> None:
    assert document("A & <B>", "<p>x</p>\n", "de", "bodymatter").decode() == (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        "<!DOCTYPE html>\n"
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"\n'
        '  lang="de" xml:lang="de">\n'
        "<head>\n"
        "<title>A &amp; &lt;B&gt;</title>\n"
        '<link rel="stylesheet" type="text/css" href="style.css"/>\n'
        "</head>\n"
        '<body epub:type="bodymatter">\n'
        "<p>x</p>\n"
        "</body>\n"
        "</html>\n"
    )


def test_a_language_written_from_right_to_left() -> None:
    assert b'lang="he" xml:lang="he" dir="rtl">' in document("T", "", "he")
    assert b"dir=" not in document("T", "", "de")


def test_a_file_of_no_known_matter() -> None:
    assert b"<body>\n" in document("T", "", "en")


# Files --------------------------------------------------------------------------------------------


def test_files_in_reading_order_with_title_and_matter() -> None:
    assert [(f.name, f.title, f.matter) for f in files(book(), "Book")] == [
        ("front.xhtml", "Book", "frontmatter"),
        ("part.xhtml", "Part", "bodymatter"),
        ("chapter-1.xhtml", "One", "bodymatter"),
        ("back.xhtml", "Book", "backmatter"),
    ]


def test_what_begins_a_file_of_its_own_is_left_out_of_the_outer_one() -> None:
    part = files(book(), "Book")[1]
    assert xhtml(part.element, {}, part.name) == (
        '<section id="part" class="part bodymatter"><h1 class="heading">Part</h1>\n</section>\n'
    )
    assert [e.tag for e in own(part.element)] == ["section", "h1"]


def test_each_id_lies_in_the_innermost_file() -> None:
    assert places(files(book(), "")) == {
        "a": "front.xhtml",
        "part": "part.xhtml",
        "chapter-1": "chapter-1.xhtml",
        "c": "back.xhtml",
    }


def test_a_title_is_the_own_heading_on_one_line() -> None:
    assert title_of(el("section", heading(el("span", "CHAPTER I."), " ", el("span", "The\n Start")))) == (
        "CHAPTER I. The Start"
    )
    assert title_of(el("section", el("section", heading("Inner")))) == ""


# Any text -----------------------------------------------------------------------------------------

ANY = st.text(st.characters(codec=None, exclude_categories=[]))


def paragraph_of(data: bytes) -> Any:
    found = etree.fromstring(data, etree.XMLParser(resolve_entities=False)).find(f".//{XHTML}p")
    assert found is not None
    return found


@given(ANY, ANY)
@settings(deadline=None)
def test_any_text_comes_back_from_a_parser(content: str, title: str) -> None:
    p = el("p", content, attributes={"title": title})
    parsed = paragraph_of(document(title, xhtml(p, {}, "x.xhtml"), "en"))
    assert (parsed.text or "") == allowed(content)
    assert parsed.get("title") == allowed(title)


def test_line_ends_and_tabs_survive_a_parser() -> None:
    assert text("a\r\nb\rc\td") == "a&#13;\nb&#13;c\td"
    assert value_of("a\r\nb\tc") == "a&#13;&#10;b&#9;c"


def test_what_no_xml_can_hold_is_replaced() -> None:
    assert text("a\x00b\ud800c\uffff") == "a\ufffdb\ufffdc\ufffd"
