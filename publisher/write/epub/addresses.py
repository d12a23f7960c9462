"""Addresses outside the book, as reading systems can follow them (URL Standard, 4.3, valid URL strings).

What stands in a text as an address is often none: a bracket too many, a space in the host. EPUBCheck
objects to those (RSC-020).
"""

from __future__ import annotations

import re
import unicodedata

_WEB = re.compile(r"(https?://)([^/?#]*)(/[^?#]*)?(\?[^#]*)?(#.*)?", re.IGNORECASE | re.DOTALL)
_MAIL = re.compile(r"(mailto:)([^?#]+)(\?[^#]*)?(#.*)?", re.IGNORECASE | re.DOTALL)

_HOST = re.compile(r"(?:([^@]*)@)?([^@:\[\]]+?)\.?(?::([0-9]{0,5}))?")
_LABEL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?")
_QUAD = re.compile(r"(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}")
_LAST_PORT = 65535

_TO_ENCODE = re.compile(r"%(?![0-9A-Fa-f]{2})|[^A-Za-z0-9\-._~!$&'()*+,;=:@/?%]")
"""What is not for itself in a path, query or fragment (RFC 3986, 3.3 to 3.5)."""


def address(url: str) -> str:
    """`url` with what must be percent-encoded so encoded; "" where it leads nowhere.

    Only http, https and mailto lead out of a book.
    """
    match = _WEB.fullmatch(url)
    if match:
        scheme, place, path, query, fragment = match.groups(default="")
        host = _host(place)
        return f"{scheme}{host}{_encoded(path)}{_tail(query, fragment)}" if host else ""
    match = _MAIL.fullmatch(url)
    if match:
        scheme, path, query, fragment = match.groups(default="")
        return f"{scheme}{_encoded(path)}{_tail(query, fragment)}"
    return ""


def _tail(query: str, fragment: str) -> str:
    return f"{query[:1]}{_encoded(query[1:])}{fragment[:1]}{_encoded(fragment[1:])}"


def _encoded(part: str) -> str:
    return _TO_ENCODE.sub(lambda found: _percent(found[0]), part)


def _percent(characters: str) -> str:
    return "".join(f"%{byte:02X}" for byte in characters.encode("utf-8", "replace"))


def _host(place: str) -> str:
    """User, host and port, the host in ASCII (RFC 3490); "" if there can be no such host."""
    match = _HOST.fullmatch(place)
    if not match:
        return ""
    user, name, port = match.groups()
    try:
        ascii_name = name.encode("idna").decode("ascii")
    except UnicodeError:
        return ""
    labels = ascii_name.split(".")
    if not all(map(_is_label, labels)) or int(port or 0) > _LAST_PORT:
        return ""
    if labels[-1].isdigit() and not _QUAD.fullmatch(ascii_name):
        return ""
    before = "" if user is None else f"{_encoded(user).replace('/', '%2F').replace('?', '%3F')}@"
    return before + ascii_name + (f":{port}" if port else "")


def _is_label(label: str) -> bool:
    """Whether a host's name can have this part; if it is Punycode, it must stand for something."""
    if not _LABEL.fullmatch(label):
        return False
    if not label.lower().startswith("xn--"):
        return True
    try:
        shown = label[4:].encode("ascii").decode("punycode")
    except UnicodeError:
        return False
    return not shown.isascii() and unicodedata.category(shown[0])[0] not in "MC"
