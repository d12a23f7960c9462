"""Elements in the shape cssselect2 asks for."""

from __future__ import annotations

from publisher.style.wrapped import Wrapped, expanded
from tests.style.trees import book, element


def test_attribute_names_are_expanded() -> None:
    assert expanded("epub:type") == "{http://www.idpf.org/2007/ops}type"
    assert expanded("href") == "href"
    assert expanded("foo:bar") == "foo:bar"


def test_language_is_inherited_and_in_small_letters() -> None:
    root = Wrapped(book(element("p[lang=de-AT]", element("em"))))
    body = root.etree_children[0]
    assert body.lang == ""
    assert body.etree_children[0].etree_children[0].lang == "de-at"


def test_relatives() -> None:
    body = Wrapped(book("text", element("p"), element("hr"), element("em"))).etree_children[0]
    p, hr, em = body.etree_children
    assert hr.previous is p
    assert p.previous is None
    assert [one.tag for one in hr.iter_next_siblings()] == [em.tag]
    assert [one.local_name for one in em.previous_siblings] == ["p", "hr"]
    assert [one.local_name for one in em.ancestors] == ["html", "body"]
    assert body.text == "text"
