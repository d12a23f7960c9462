"""The stylesheet for reading systems, as text."""

from __future__ import annotations

from textwrap import dedent

import pytest

from publisher.diagnostics import Sink
from publisher.style.cascade import compute
from publisher.style.epub_css import FontFile, FontUse, fonts_used, for_epub
from publisher.style.parse import parse
from tests.style.trees import book, element


def written(css: str) -> str:
    return for_epub(parse(css, "test.css", Sink()))


def one(declarations: str, root: str = "html { font-size: 10pt }") -> list[str]:
    """What becomes of some declarations on `p`, body text being 10pt."""
    lines = written(f"{root} p {{ {declarations} }}").splitlines()
    return [line.strip().rstrip(";") for line in lines if line.startswith("  ")]


def test_golden() -> None:
    css = """
    @namespace epub "http://www.idpf.org/2007/ops";
    :root { --line: 14pt; --ink: #333; font: 10pt/var(--line) "EB Garamond", serif; hyphens: auto }
    @page { size: A5; @top-left { content: string(book) } }
    h1, h2 > em { margin: calc(var(--line) * 2) 0 1em; color: var(--ink); string-set: book content() }
    .chapter { page: body; break-before: recto; counter-reset: page 1 }
    aside { float: footnote; font-size: 8pt; line-height: 10pt }
    li > a::after { content: leader('.') target-counter(attr(href), page) }
    hr::before { content: "* * *" }
    [epub|type~="toc"] { break-inside: avoid; border-top: 0.5pt solid }
    @media print { p { color: red } }
    @media screen { p { margin-left: 5% } }
    @supports (display: grid) { ol { display: grid; gap: 3pt } }
    @font-face { font-family: "G"; src: local("Georgia") }
    """
    fonts = [FontFile("EB Garamond", 400, "italic", "fonts/eb-garamond-italic.otf")]
    assert for_epub(parse(css, "", Sink()), fonts) == dedent(
        """\
        @namespace epub "http://www.idpf.org/2007/ops";
        @font-face {
          font-family: "EB Garamond";
          font-weight: 400;
          font-style: italic;
          src: url("fonts/eb-garamond-italic.otf");
        }
        :root {
          line-height: 1.4;
          font-family: "EB Garamond", serif;
          -epub-hyphens: auto;
          -webkit-hyphens: auto;
          adobe-hyphenate: auto;
          hyphens: auto;
        }
        h1, h2 > em {
          margin: 2.8rem 0 1em;
          color: #333;
        }
        aside {
          font-size: 0.8rem;
          line-height: 1.25;
        }
        hr::before {
          content: "* * *";
        }
        [epub|type~="toc"] {
          page-break-inside: avoid;
          break-inside: avoid;
          border-top: 0.5pt solid;
        }
        p {
          margin-left: 5%;
        }
        @supports (display: grid) {
          ol {
            display: grid;
            gap: 3pt;
          }
        }
        @font-face {
          font-family: "G";
          src: local("Georgia");
        }
        """
    )


@pytest.mark.parametrize(
    ("declarations", "expected"),
    [
        # lengths
        ("margin: 5pt 1em -2pt 5%", ["margin: 0.5rem 1em -0.2rem 5%"]),
        ("text-indent: 12px", ["text-indent: 0.9rem"]),
        ("margin: 0pt", ["margin: 0"]),
        ("text-indent: calc(1em * 1.5)", ["text-indent: 1.5em"]),
        ("text-indent: calc(1em + 5pt)", ["text-indent: calc(1em + 0.5rem)"]),
        ("text-indent: calc(1pt - 1pt)", ["text-indent: 0"]),
        ("margin-left: calc(100vw - 5pt)", []),
        ("border: 1pt solid red", ["border: 1pt solid red"]),
        # sizes
        ("font-size: 9pt", ["font-size: 0.9rem"]),
        ("font-size: 0.9em", ["font-size: 0.9em"]),
        ("font-size: small", ["font-size: small"]),
        ("line-height: 14pt", ["line-height: 1.4"]),
        ("line-height: 14pt; font-size: 7pt", ["line-height: 2", "font-size: 0.7rem"]),
        ("line-height: 14pt; font-size: 2em", ["line-height: 0.7", "font-size: 2em"]),
        ("line-height: 1.5", ["line-height: 1.5"]),
        ("font: italic 9pt/12pt 'A', serif", ['font: italic 0.9rem/1.3333 "A", serif']),
        ("font: bold 1.2em 'A B'", ['font: bold 1.2em "A B"']),
        # what is for paper
        ("page: a; string-set: b content()", []),
        ("float: footnote", []),
        ("float: left", ["float: left"]),
        ("counter-reset: page 3", []),
        ("counter-reset: chapter", ["counter-reset: chapter"]),
        ("content: counter(page)", []),
        ("content: 'x' leader('.')", []),
        ("content: counter(chapter) '. '", ['content: counter(chapter) ". "']),
        ("break-before: recto; break-after: page", []),
        ("page-break-before: always", []),
        ("break-after: avoid", ["page-break-after: avoid", "break-after: avoid"]),
        ("page-break-after: avoid", ["page-break-after: avoid", "break-after: avoid"]),
        # the rest
        ("content: '*  *'\n  '\\2002'", ['content: "*  *" "\u2002"']),
        ("background: rgb(0   0\n0)", ["background: rgb(0 0 0)"]),
        ("color: red !important", ["color: red !important"]),
        ("text-decoration: underline", ["text-decoration: underline"]),
        ("-webkit-hyphens: none", ["-webkit-hyphens: none"]),
        ("colour: red", []),
        ("color: bleu", []),
    ],
)
def test_declarations(declarations: str, expected: list[str]) -> None:
    assert one(declarations) == expected


@pytest.mark.parametrize(
    ("css", "expected"),
    [
        ("html { font-size: 10pt }", ""),
        ("body { font-size: medium }", ""),
        ("html > body { font: italic bold 10pt/14pt serif }",
         "html > body {\n  font-style: italic;\n  font-weight: 700;\n  line-height: 1.4;\n"
         "  font-family: serif;\n}\n"),
        ("html { font-size: 90% }", "html {\n  font-size: 90%;\n}\n"),
        ("body.a { font-size: 10pt }", ""),
        ("body p { font-size: 12pt }", "body p {\n  font-size: 1rem;\n}\n"),
        (".body { font-size: 12pt }", ".body {\n  font-size: 1rem;\n}\n"),
    ],
)  # fmt: skip
def test_the_size_of_the_body_text_is_the_readers(css: str, expected: str) -> None:
    assert written(css) == expected


def test_the_measure_is_the_body_text_wherever_its_size_is_set() -> None:
    assert one("margin: 5pt", "html { font-size: 20pt } body { font-size: 10pt }") == ["margin: 0.5rem"]


def test_custom_properties_below_the_root_are_kept_for_those_who_know_them() -> None:
    css = ":root { --x: 1em; --y: red } .a { --x: 2em } p { margin: var(--x); color: var(--y) }"
    assert written(css) == (
        ":root {\n  --x: 1em;\n}\n.a {\n  --x: 2em;\n}\n"
        "p {\n  margin: 1em;\n  margin: var(--x);\n  color: red;\n}\n"
    )


def test_custom_properties_for_the_screen() -> None:
    css = ":root { --x: 1em } @media screen { :root { --x: 2em } } p { margin: var(--x) }"
    assert written(css) == "p {\n  margin: 2em;\n}\n"


def test_the_encoding_is_told_where_it_matters() -> None:
    assert written("p::before { content: '❦' }") == ('@charset "UTF-8";\np::before {\n  content: "❦";\n}\n')


def test_names_of_fonts_are_quoted() -> None:
    made = for_epub(parse("", "", Sink()), [FontFile('A "B"', 700, "normal", "a b.otf")])
    assert '  font-family: "A \\"B\\"";\n' in made
    assert '  src: url("a b.otf");\n' in made


def test_fonts_used() -> None:
    css = (
        "html { font-family: A, serif } p::before { content: 'x'; font-weight: 700 } .n { display: none } "
        ".n, b { font-family: N } em { font-variant-caps: small-caps }"
    )
    root = book(element("p", element("em")), element("div.n"))
    assert fonts_used(compute(root, parse(css, "", Sink()))) == (
        FontUse(("A", "serif"), 400, "italic", "small-caps"),
        FontUse(("A", "serif"), 400, "normal", "normal"),
        FontUse(("A", "serif"), 700, "normal", "normal"),
    )


def test_one_declaration_changes_both_books() -> None:
    css = "html {{ font-size: 10pt }} p {{ text-indent: {} }}"
    root = book(element("p"))
    before, after = (parse(css.format(value), "", Sink()) for value in ("10pt", "15pt"))
    assert (compute(root, before).of[3].text_indent, compute(root, after).of[3].text_indent) == (10.0, 15.0)
    assert (for_epub(before), for_epub(after)) == (
        "p {\n  text-indent: 1rem;\n}\n",
        "p {\n  text-indent: 1.5rem;\n}\n",
    )
