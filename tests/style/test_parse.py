"""What parsing keeps, and its warnings with their places."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from publisher.diagnostics import Severity, Sink
from publisher.style.cascade import compute
from publisher.style.epub_css import for_epub
from publisher.style.page_rules import page_style
from publisher.style.parse import MAX_CHARACTERS, MAX_DECLARATIONS, MAX_PAGE_RULES, MAX_RULES, parse
from publisher.style.sheet import FontFace, Group, Rule, Stylesheet
from tests.style.trees import book, element


def warnings(css: str) -> list[tuple[str, str, str]]:
    """(place, code, message) of each warning."""
    sink = Sink()
    parse(css, "my.css", sink)
    assert all(found.severity is Severity.WARNING for found in sink)
    return [(str(found.place), found.code, found.message) for found in sink]


def hints(css: str) -> tuple[str, ...]:
    sink = Sink()
    parse(css, "my.css", sink)
    (found,) = sink
    return found.hints


@pytest.mark.parametrize(
    ("css", "place", "code", "message"),
    [
        ("p {\n  colour: red }", "my.css:2:3", "style-unknown-property", "unknown property 'colour'"),
        ("p { color: red;\n    text-align: centre }", "my.css:2:5", "style-bad-value",
         "'text-align: centre' is not a value of this property"),
        ("p { margin: 1pt 2pt 3pt 4pt 5pt }", "my.css:1:5", "style-bad-value",
         "'margin: 1pt 2pt 3pt 4pt 5pt' is not a value of this property"),
        ("p { padding: -1pt }", "my.css:1:5", "style-bad-value",
         "'padding: -1pt' is not a value of this property"),
        ("p { text-indent: 1e9pt }", "my.css:1:5", "style-bad-value",
         "'text-indent: 1e9pt' is not a value of this property"),
        ("p { margin-left: 5% }", "my.css:1:5", "style-epub-only",
         "'margin-left: 5%' has no effect in the PDF"),
        ("p { display: flex }", "my.css:1:5", "style-epub-only", "'display: flex' has no effect in the PDF"),
        ("p { border: 1pt dotted }", "my.css:1:5", "style-epub-only",
         "'border: 1pt dotted' has no effect in the PDF"),
        ("p { content: counter(chapter) }", "my.css:1:5", "style-epub-only",
         "'content: counter(chapter)' has no effect in the PDF"),
        ("p { color: rgb(0 0 0 / 50%) }", "my.css:1:5", "style-epub-only",
         "'color: rgb(0 0 0 / 50%)' has no effect in the PDF"),
        ("p { text-indent: var(--x) }", "my.css:1:5", "style-unknown-variable",
         "'text-indent: var(--x)' refers to a custom property that :root does not define"),
        (":root { --x: red }\np { text-indent: var(--x) }", "my.css:2:5", "style-bad-value",
         "'text-indent: red' is not a value of this property"),
        ("p { size: A5 }", "my.css:1:5", "style-not-here", "the property 'size' does not apply here"),
        ("em { }\n p:fist-child { color: red }", "my.css:2:2", "style-bad-selector",
         "'p:fist-child': there is no pseudo-class or pseudo-element 'fist-child'; the rule is left out"),
        ("em,\n  p > { color: red }", "my.css:2:3", "style-bad-selector",
         "'p >': not a selector; the rule is left out"),
        ("p::first-letter { color: red }", "my.css:1:1", "style-epub-only",
         "'::first-letter' has no effect in the PDF"),
        ("p { color: red }\n@medai print { }", "my.css:2:1", "style-unknown-at-rule",
         "unknown at-rule '@medai'"),
        ("@import url(x.css);", "my.css:1:1", "style-import",
         "@import is not followed: a stylesheet stands alone"),
        ("p { background: url(https://example.org/x.png) }", "my.css:1:17", "style-url",
         "'https://example.org/x.png' is not fetched: a stylesheet stands alone"),
        ('@font-face { font-family: "X"; src: url("x.woff") }', "my.css:1:37", "style-url",
         "'x.woff' is not fetched: a stylesheet stands alone"),
        ("p { color red }", "my.css:1:5", "style-syntax", "CSS syntax: this is not a declaration"),
        ("p { color: red;\n  x { } margin: 0 }", "my.css:2:3", "style-nested",
         "rules inside rules are left out"),
        ("p { color: red;\n  color blue; margin: 0 }", "my.css:2:3", "style-syntax",
         "CSS syntax: this is not a declaration"),
        ("@page { margin: 0; color blue }", "my.css:1:20", "style-syntax",
         "CSS syntax: this is not a declaration"),
        ("p { color: red }\n}", "my.css:2:1", "style-syntax", "CSS syntax: this is not a rule"),
        ("p { em { color: red } }", "my.css:1:5", "style-nested", "rules inside rules are left out"),
        ("@page { color: red; float: none }", "my.css:1:21", "style-not-here",
         "the property 'float' does not apply here"),
        ("@page { @top-centre { content: 'x' } }", "my.css:1:9", "style-unknown-at-rule",
         "'@top-centre' is no margin box of @page"),
        ("@page { margin: 0 }\n@page a { margin: 9in }", "my.css:2:1", "style-no-room",
         "the margins leave no room for text; they are made smaller"),
        ("@page { @left-top { content: 'x' } }", "my.css:1:9", "style-no-effect",
         "'@left-top' has no effect"),
        ("@page :fist { margin: 0 }", "my.css:1:1", "style-bad-selector",
         "'@page :fist' is not a page selector; the rule is left out"),
        ("@page { size: A55 }", "my.css:1:9", "style-bad-value",
         "'size: A55' is not a value of this property"),
        ("@media print and (min-width: 10em) { p { color: red } }", "my.css:1:1", "style-media",
         "conditions on print are not evaluated: these rules hold for the EPUB alone"),
        ("p { margin: " + "(" * 40 + ")" * 40 + " }", "my.css:1:1", "style-too-deep",
         "brackets nest too deep in this rule"),
    ],
)  # fmt: skip
def test_warns(css: str, place: str, code: str, message: str) -> None:
    assert warnings(css) == [(place, code, message)]


@pytest.mark.parametrize(
    ("css", "hint"),
    [
        ("p { colour: red }", "try 'color'"),
        ("p { font-varient-caps: normal }", "try 'font-variant-caps'"),
        ("p { text-align: centre }", "try 'center'"),
        ("p:frist-child { color: red }", "try 'first-child'"),
        ("@medai print { p { color: red } }", "try '@media'"),
        ("@page { @top-centre { content: 'x' } }", "try '@top-center'"),
        (":root { --line: 1pt } p { text-indent: var(--lime) }", "try '--line'"),
        ("p { font-family: Source Serif 4 }",
         "try quotation marks around the family's name: it holds a figure"),
        ("p { display: flex }", "'display' takes block | inline | list-item | none"),
    ],
)  # fmt: skip
def test_hints(css: str, hint: str) -> None:
    assert hints(css)[0] == hint


@pytest.mark.parametrize(
    "css",
    [
        "p { text-decoration: underline; background: linear-gradient(red, blue); max-width: 30em }",
        "p { -webkit-hyphens: auto; adobe-hyphenate: none; -epub-hyphens: auto; -epub-ruby-position: over }",
        "@media screen { p { margin-left: 5%; display: flex; float: left } }",
        "@media (min-width: 40em) { p { margin: 1vw } } @media speech { p { margin: 1vw } }",
        "@supports (display: grid) { p { display: grid } }",
        "a:hover, a:focus { color: blue }",
        "p { margin: 0 !important }",
        "@charset 'utf-8';",
        "@namespace epub 'http://www.idpf.org/2007/ops'; [epub|type~='toc'] { color: red }",
        "p { background: url(data:image/png;base64,AAAA) }",
        "p { }",
        "",
    ],
)  # fmt: skip
def test_is_silent(css: str) -> None:
    assert warnings(css) == []


def test_a_bad_declaration_leaves_the_others() -> None:
    sheet = parse("p { color: red; colour: x; text-indent: 2pt }", "", Sink())
    (rule,) = sheet.rules
    assert isinstance(rule, Rule)
    assert [(d.name, d.longhands) for d in rule.declarations] == [
        ("color", (("color", (1.0, 0.0, 0.0)),)),
        ("text-indent", (("text-indent", rule.declarations[1].longhands[0][1]),)),  # type: ignore[index]
    ]


def test_a_bad_selector_takes_its_rule_along() -> None:
    assert parse("p, ..x { color: red } em { color: red }", "", Sink()).rules[0].selectors[0].text == "em"  # type: ignore[union-attr]


def test_media() -> None:
    css = """
    p { color: red }
    @media print { p { color: green } @page { margin: 0 } @media screen { p { color: red } } }
    @media screen, not print { p { color: blue } @page { margin: 1pt } }
    @media only screen { p { color: blue } @media all { em { color: blue } } }
    @media all, print { p { color: gray } }
    @media screen and (color) { p { color: black } @media (max-width: 3em) { p { color: white } } }
    """
    sheet = parse(css, "", Sink())
    held = [rule.media if isinstance(rule, Rule) else type(rule).__name__ for rule in sheet.rules]
    assert held == ["all", "print", "screen", "screen", "screen", "all", "Group"]
    group = sheet.rules[-1]
    assert isinstance(group, Group)
    assert (group.name, group.prelude) == ("media", "screen and (color)")
    assert isinstance(group.rules[1], Group)
    assert len(sheet.pages.rules) == 1


def test_font_faces_without_files_are_kept() -> None:
    (face,) = parse('@font-face { font-family: "X"; src: local("Georgia") }', "", Sink()).rules
    assert face == FontFace(descriptors=(("font-family", '"X"'), ("src", 'local("Georgia")')))


def test_limits() -> None:
    (found,) = warnings("p{color:red}" + " " * MAX_CHARACTERS)
    assert found[1] == "style-too-large"
    for css, what in (
        ("p,em{color:red}" * (MAX_RULES // 2 + 5), "5,000 selectors"),
        (f"p{{{'color:red;' * (MAX_DECLARATIONS + 5)}}}em{{color:red}}", "20,000 declarations"),
        ("@page{color:red}" * (MAX_PAGE_RULES + 5), "500 @page rules"),
    ):
        message = f"only the first {what} of the stylesheet are read"
        assert warnings(css) == [("my.css", "style-too-large", message)]


def test_custom_properties_that_double_each_other_are_cut() -> None:
    doubling = "".join(f"--x{n}: var(--x{n - 1}) var(--x{n - 1});" for n in range(1, 40))
    css = f":root {{ --x0: 1pt; {doubling} }} p {{ margin: var(--x39) }}"
    assert [code for _, code, _ in warnings(css)] == ["style-unknown-variable"]


def test_custom_properties_that_nest_each_other_are_cut() -> None:
    nesting = "".join(f"--x{n}: calc(var(--x{n - 1}));" for n in range(1, 2000))
    css = (
        f":root {{ --x0: 1pt; {nesting} }} p {{ text-indent: var(--x1999) }} em {{ text-indent: var(--x20) }}"
    )
    assert [code for _, code, _ in warnings(css)] == ["style-unknown-variable"]


def test_a_stylesheet_is_picklable() -> None:
    css = "p:first-child { color: red; margin: var(--x) } @page a:first { @top-left { content: 'x' } }"
    sheet = parse(css, "x.css", Sink())
    root = book(element("p"))
    assert compute(root, pickle.loads(pickle.dumps(sheet))) == compute(root, sheet)


# Nothing raises -----------------------------------------------------------------------------------

PIECES = (
    "p", "em", ".a", "#x", "*", ">", "+", "~", ",", " ", "::before", ":first-child", ":not(", ":has(", ":is(",
    ":nth-child(", "2n+1", "[", "]", "href", "=", '"#"', "|", "(", ")", "{", "}", ";", ":", "\n", "/", "\\",
    "/*", "*/", "<!--", "@page", "@media", "@supports", "@font-face", "@import", "@namespace", "@top-left",
    "print", "screen", ":root", "--x", "var(", "--y", "calc(", "1pt", "2em", "50%", "0", "-1", "1e39",
    "1e400pt", "color", "red", "rgb(", "color(", "oklch(", "none", "inherit", "unset", "!important", "margin",
    "font", "font-size", "font-family", "line-height", "border", "content", "string-set", "counter-reset",
    "page", "size", "A5", "landscape", "counter(", "string(", "leader(", "attr(", "content(",
    "target-counter(", "url(", "x.png", "'s'", "\\0", "\ud800", "é", "u+26", "width",
    "break-before", "list-style", "columns",
)  # fmt: skip
properties = st.sampled_from(
    ("margin", "font", "border", "content", "string-set", "size", "color", "counter-reset", "width",
     "font-variant", "list-style", "line-height", "vertical-align", "--x", "page", "font-family")
)  # fmt: skip
declared = st.builds(
    lambda name, value: f"{name}: {' '.join(value)};",
    properties,
    st.lists(st.sampled_from(PIECES), max_size=6),
)
ruled = st.builds(
    lambda head, body: f"{head} {{ {''.join(body)} }}",
    st.sampled_from(("p", ":root", "p::before", "@page", "@page :first", "@media screen", "em em")),
    st.lists(declared, max_size=4),
)
ROOT = book(element("section.a", element("p#x", "x", element("em", element("em"))), element("p")))


def use(sheet: Stylesheet) -> None:
    """Everything that is done with a stylesheet."""
    compute(ROOT, sheet)
    for side in ("left", "right"):
        made = page_style(sheet.pages, "a", side, first=True, blank=False)
        assert made.width - made.margin_left - made.margin_right >= 71.9
        assert made.height - made.margin_top - made.margin_bottom >= 71.9
    sink = Sink()
    again = for_epub(parse(for_epub(sheet), "", sink))
    assert isinstance(again, str)


@settings(deadline=None, max_examples=200)
@given(
    st.lists(st.sampled_from(PIECES), max_size=30).map("".join) | st.lists(ruled, max_size=5).map("\n".join)
)
@example("p{color:color(srgb 1 2 3)}")
@example("p{color:rgb(none none none)}")
@example("@page{margin:1000pt}")
def test_nothing_raises(css: str) -> None:
    sink = Sink()
    use(parse(css, "x.css", sink))
    assert all(found.place is not None and found.place.file == "x.css" for found in sink)


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=60))
def test_no_text_raises(css: str) -> None:
    use(parse(css, "x.css", Sink()))
