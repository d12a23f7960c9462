"""Addresses out of the book."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.write.epub.addresses import address


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org",
        "HTTP://me:you@example.org:8080/a/%20b;c=1?d=e&f=(g)#h/i?j",
        "http://192.0.2.7/",
        "http://exa_mple.org/~a",
        "mailto:ann@example.org?subject=a%20b",
    ],
)
def test_sound_addresses_are_kept(url: str) -> None:
    assert address(url) == url


@pytest.mark.parametrize(
    ("url", "written"),
    [
        ("http://e.org/a|b{c}[d]`^\\", "http://e.org/a%7Cb%7Bc%7D%5Bd%5D%60%5E%5C"),
        ("http://e.org/100%", "http://e.org/100%25"),
        ("http://e.org/ü?ü#ü", "http://e.org/%C3%BC?%C3%BC#%C3%BC"),
        ("http://e.org/#a#b", "http://e.org/#a%23b"),
        ("http://münchen.de/", "http://xn--mnchen-3ya.de/"),
        ("http://e.org./", "http://e.org/"),
        ("mailto:a b", "mailto:a%20b"),
    ],
)
def test_what_must_be_is_encoded(url: str, written: str) -> None:
    assert address(url) == written


@pytest.mark.parametrize(
    "url",
    [
        "",
        "http://",
        "https:///a",
        "http://a b/",
        "http://[::1",
        "http://.a.org/",
        "http://a..org/",
        "http://a.org:port/",
        "http://a.org:65536/",
        "http://a.org\\b",
        "http://256.1.1.1/",
        "http://1.2.3/",
        "http://-a.org/",
        "http://xn--a.org/",
        "http://xn--lsa.org/",
        "http://" + "a" * 64 + ".org",
        "mailto:",
        "ftp://a.org/",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "../a.xhtml",
    ],
)
def test_what_leads_nowhere_is_no_address(url: str) -> None:
    assert address(url) == ""


@given(st.text(), st.sampled_from(["http://", "https://e.org/", "mailto:", ""]))
@settings(deadline=None)
def test_any_text_gives_a_sound_address_or_none_and_stays_so(text: str, start: str) -> None:
    written = address(start + text)
    assert re.fullmatch(
        r"((https?://|mailto:)([\w\-.~!$&'()*+,;=:@/?#]|%[0-9A-F]{2})+)?", written, re.ASCII | re.I
    )
    assert address(written) == written
