"""Generated content."""

from __future__ import annotations

import pytest
import tinycss2

from publisher.style.computed import (
    AttributeText,
    ElementText,
    Leader,
    Literally,
    NamedString,
    PageCounter,
    TargetPage,
)
from publisher.style.content import content, page_reset, string_set
from publisher.style.tokens import Tokens, solid


def tokens(text: str) -> Tokens:
    return solid(tinycss2.parse_component_value_list(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("none", ()),
        ("normal", ()),
        ("'a' \"b\"", (Literally("a"), Literally("b"))),
        ("counter(page)", (PageCounter(),)),
        ("counter(page, upper-roman)", (PageCounter("upper-roman"),)),
        ("counter( page , decimal )", (PageCounter(),)),
        ("string(a) string(b, first)", (NamedString("a"), NamedString("b"))),
        ("leader('. ') target-counter(attr(href), page)", (Leader(". "), TargetPage())),
        ("leader(dotted)", (Leader("."),)),
        ("content()", (ElementText(),)),
        ("content(text)", (ElementText(),)),
        ("attr(title)", (AttributeText("title"),)),
        ("counter(chapter)", None),
        ("counter(page, hebrew)", None),
        ("counter()", None),
        ("string(a, last)", None),
        ("string()", None),
        ("leader('')", None),
        ("leader(wavy)", None),
        ("target-counter(attr(title), page)", None),
        ("target-counter(attr(href))", None),
        ("target-counter()", None),
        ("attr(a b)", None),
        ("url(data:x)", None),
        ("open-quote", None),
        ("", None),
        ("'a', 'b'", None),
    ],
)
def test_content(text: str, expected: object) -> None:
    assert content(tokens(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("none", ()),
        ("a content()", (("a", (ElementText(),)),)),
        (
            "a 'x' content(), b attr(c)",
            (("a", (Literally("x"), ElementText())), ("b", (AttributeText("c"),))),
        ),
        ('a ""', (("a", (Literally(""),)),)),
        ("a", None),
        ("a content(),", None),
        ("'x' a", None),
    ],
)
def test_string_set(text: str, expected: object) -> None:
    assert string_set(tokens(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("none", "none"), ("page", 1), ("page 1", 1), ("page 12", 12), ("page 0", None), ("page -1", None),
        ("page 1.5", None), ("chapter", None), ("page 1 chapter", None), ("", None), ("page 9999999", None),
    ],
)  # fmt: skip
def test_page_reset(text: str, expected: object) -> None:
    assert page_reset(tokens(text)) == expected
