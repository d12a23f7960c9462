"""Matching by bit sets agrees with cssselect2 matching each selector in full on lxml's trees."""

from __future__ import annotations

import cssselect2
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from publisher.markup.element import Element
from publisher.style.selectors import BadSelectorError, Matcher, Namespaces, read_selector
from publisher.style.wrapped import Place
from tests.style.trees import book, element, numbered, to_lxml

NAMESPACES: Namespaces = {"epub": "http://www.idpf.org/2007/ops"}

TAGS = ("p", "section", "em", "span")
CLASSES = ("a", "b", "c")


@st.composite
def heads(draw: st.DrawFn) -> str:
    classes = draw(st.lists(st.sampled_from(CLASSES), max_size=2, unique=True))
    extra = draw(st.sampled_from(("", "", "", "#x", "[lang=de]", "[epub:type=toc]", "[href=#x]")))
    return draw(st.sampled_from(TAGS)) + "".join(f".{c}" for c in classes) + extra


trees = st.recursive(
    st.builds(element, heads()),
    lambda inner: st.builds(
        lambda head, children: element(head, *children),
        heads(),
        st.lists(inner | st.sampled_from(("text", "")), max_size=4),
    ),
    max_leaves=12,
)

simples = st.sampled_from(
    (
        "p", "section", "em", "*", ".a", ".b", ".c", "p.a", "em.b", "#x", "[lang]", "[lang|=de]",
        '[href^="#"]', '[epub|type~="toc"]', ":first-child", ":last-child", ":only-child", ":root",
        ":empty", ":first-of-type", ":last-of-type", ":only-of-type", ":nth-child(2n+1)",
        ":nth-last-child(2)", ":nth-of-type(2)", ":nth-last-of-type(odd)", ":not(.a)", ":not(p, .b)",
        ":not(p > em)", ":is(.a, .b)", ":where(section) ", ":has(em)", ":has(> .a)", ":has(+ p)",
        ":lang(de)", ":link", "p:first-child", ".a:not(:first-child)", "section:has(.b)", ":hover",
    )
)  # fmt: skip
selectors = st.builds(
    lambda first, rest: first.strip() + "".join(f"{c}{s.strip()}" for c, s in rest),
    simples,
    st.lists(st.tuples(st.sampled_from((" ", " > ", " + ", " ~ ")), simples), max_size=3),
)


def matched(matcher: Matcher, bits: list[int], root: Element) -> dict[int, list[int]]:
    """For each element the indexes of the selectors that match it."""
    found: dict[int, list[int]] = {}

    def visit(one: Element, mask: int, above: int, place: Place) -> None:
        found[one.id] = [index for index, bit in enumerate(bits) if mask & bit]
        elements = [child for child in one.children if isinstance(child, Element)]
        masks = matcher.children(elements, mask, above, place)
        for index, (child, below) in enumerate(zip(elements, masks, strict=True)):
            visit(child, below, below | above, Place(place, index))

    place = Place.of_root(root)
    mask = matcher.root(root, place)
    visit(root, mask, mask, place)
    return found


def in_full(texts: list[str], root: Element) -> dict[int, list[int]]:
    compiled = [cssselect2.compile_selector_list(text, NAMESPACES)[0] for text in texts]
    wrapper = cssselect2.ElementWrapper.from_xml_root(to_lxml(root))
    order = (one.id for one in root.elements())
    return {
        next(order): [index for index, one in enumerate(compiled) if one.test(node)]
        for node in wrapper.iter_subtree()
    }


@settings(deadline=None, max_examples=300)
@given(trees, st.lists(selectors, min_size=1, max_size=8))
@example(
    element("section", element("p.a"), element("p.b"), element("p.b")), [".a + .b", ".a ~ .b", ".b + .b"]
)
@example(
    element("section", element("p"), element("p#x"), element("p[lang=de]")), ["#x", "[lang]", ":not(#x)"]
)
@example(element("section", element("p.a", element("em"))), ["section > em", "section em", ".a > em"])
def test_agrees_with_full_matching(tree: Element, texts: list[str]) -> None:
    root = numbered(tree)
    matcher = Matcher(namespaces=NAMESPACES)
    bits = [matcher.add(read_selector(text, NAMESPACES).text) for text in texts]
    assert matched(matcher, bits, root) == in_full(texts, root)


def test_reads_specificity_and_pseudo_element() -> None:
    selector = read_selector("section#x > p.a:first-child::before", {})
    assert selector.specificity == (1, 2, 3)
    assert selector.pseudo == "before"


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("p:fist-child", "there is no pseudo-class or pseudo-element 'fist-child'", "first-child"),
        ("p::befor", "there is no pseudo-class or pseudo-element 'befor'", "before"),
        ("p >", "not a selector", ""),
        ("> p", "not a selector", ""),
        ("p..a", "not a selector", ""),
        ("", "not a selector", ""),
        ("x|p", "not a selector", ""),
        ("[*|lang]", "not a selector", ""),
        ("a|", "not a selector", ""),
        ("p, em", "not a selector", ""),
    ],
)
def test_refuses(text: str, message: str, hint: str) -> None:
    with pytest.raises(BadSelectorError) as caught:
        read_selector(text, {})
    assert str(caught.value) == message
    assert caught.value.hint == hint


def test_place_pseudo_classes_need_no_wrapped_elements() -> None:
    matcher = Matcher()
    for text in ("p:first-child", "p:last-child", "p:only-child", ":root", "p:not(.a)", "p + p"):
        matcher.add(text)
    assert matcher.beyond == 0
    matcher.add("p:nth-child(2)")
    assert matcher.beyond != 0


def test_attributes_that_no_selector_mentions_do_not_split_the_lookup() -> None:
    matcher = Matcher()
    matcher.add("p")
    root = book(*(element(f"p[href=#{n}]") for n in range(5)))
    for one in root.elements():
        matcher.own(one)
    assert len(matcher.known) == 3  # html, body, p
