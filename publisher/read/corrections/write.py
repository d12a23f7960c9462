"""Writing a corrections file: plain TOML, one line a heading, the same bytes for the same outline."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.read.corrections.model import ROLES, Corrections, Fact, Known, Listed

DOUBTFUL_MARK = "# ?"
"""Stands behind each heading that the program is not sure of."""

WIDEST = 76
"""Columns in which the marks still stand below each other."""

HEAD = """\
# The outline, for you to correct: `publisher build` obeys this file.
#
#   no heading at all      delete its line
#   another level          change `level` (1 is the highest, 6 the lowest)
#   other words            change `text`
#   a preface, notes ...   add role = "preface" (or {roles})
#   one is missing         add a line {{ level = 2, line = 120 }}, or {{ level = 2, text = "Its Words" }},
#   right for sure         delete `sure`
#
# `line` is the line of the text. `sure` says from 0 to 1 how sure the program is; what it doubts ends
# in "{mark}". A line without `sure` is your word. What you leave as it is follows the text.
"""

RECORD = """\
# By what the program sees what you changed above, and finds the lines again when the text has been edited.
# Leave it as it is. After you have edited the text, `publisher outline --edit` brings this file up to date.
"""

_SHORT = {"\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\"}


def quoted(text: str) -> str:
    """`text` as a basic string of TOML 1.0; what cannot be seen is escaped, lone surrogates give way."""
    if text.isprintable() and '"' not in text and "\\" not in text:
        return f'"{text}"'
    return '"' + "".join(_SHORT.get(c) or (c if c.isprintable() else _escaped(c)) for c in text) + '"'


def _escaped(char: str) -> str:
    code = ord(char)
    if 0xD800 <= code <= 0xDFFF:
        return "\ufffd"
    return f"\\u{code:04X}" if code <= 0xFFFF else f"\\U{code:08X}"


def write_corrections(corrections: Corrections, doubtful: float) -> str:
    """The file. `doubtful` is the confidence below which a heading is marked."""
    parts = [_head()]
    parts.append("".join(f"{fact.name} = {_value(fact)}\n" for fact in corrections.metadata))
    if corrections.headings is not None:
        parts.append(_array(_headings(corrections.headings, doubtful)))
    if corrections.digest:
        parts.append(RECORD + _record(corrections))
    return "\n".join(parts)


def _head() -> str:
    roles = ", ".join(role for role in ROLES if role != "preface")
    rows = HEAD.format(roles=roles, mark=DOUBTFUL_MARK).splitlines()
    return "\n".join(line for row in rows for line in _folded(row)) + "\n"


def _folded(line: str, width: int = 105) -> Iterator[str]:
    """A line of the head in lines of at most `width` columns, the further ones set in."""
    indent = "#" + " " * 25
    while len(line) > width:
        cut = line.rfind(" ", 0, width)
        yield line[:cut]
        line = indent + line[cut:]
    yield line


def _value(fact: Fact) -> str:
    if isinstance(fact.value, str):
        return quoted(fact.value)
    return "[" + ", ".join(map(quoted, fact.value)) + "]"


def _array(rows: list[str]) -> str:
    return "headings = [\n" + "".join(f"  {row}\n" for row in rows) + "]\n" if rows else "headings = []\n"


def _headings(headings: tuple[Listed, ...], doubtful: float) -> list[str]:
    digits = max((len(str(h.line)) for h in headings), default=1)
    rows = [_listed(h, digits) for h in headings]
    column = min(WIDEST, max(map(len, rows), default=0))
    return [
        f"{row:{column}}  {DOUBTFUL_MARK}" if h.sure is not None and h.sure < doubtful else row
        for row, h in zip(rows, headings, strict=True)
    ]


def _listed(heading: Listed, digits: int) -> str:
    """One heading: what is short in columns, then the text, set in by its level."""
    parts = [f"level = {heading.level}" if heading.level else ""]
    parts.append(f"line = {heading.line:{digits}}" if heading.line else "")
    if heading.lines:
        parts.append(f"lines = {heading.lines}")
    parts.append("" if heading.sure is None else f"sure = {heading.sure:.2f}")
    start = ", ".join(filter(None, parts))
    gap = " " * (max(0, heading.level - 1) * 2 + (len("sure = 0.00, ") if heading.sure is None else 0))
    rest = [f"text = {quoted(heading.text)}"] if heading.text else []
    if heading.role is not None:
        rest.append(f"role = {quoted(heading.role.value)}")
    if rest:
        start = f"{start}, {gap}" if start else ""
    return "{ " + start + ", ".join(rest) + " },"


def _record(corrections: Corrections) -> str:
    facts = ", ".join(f"{name} = {quoted(mark)}" for name, mark in corrections.inferred)
    known = _array([_known(known) for known in corrections.known])
    return f"[inferred]\ntext = {quoted(corrections.digest)}\nfacts = {{ {facts} }}\n{known}"


def _known(known: Known) -> str:
    anchor = known.anchor
    parts = [f"line = {anchor.line}", f"level = {known.level}", f"mark = {quoted(known.mark)}"]
    parts.append(f"words = {quoted(anchor.words)}")
    if anchor.of > 1:
        parts.append(f"nth = {anchor.nth}, of = {anchor.of}")
    around = (("before", anchor.before), ("after", anchor.after))
    parts += [f"{name} = {quoted(words)}" for name, words in around if words]
    if known.role is not None:
        parts.append(f"role = {quoted(known.role.value)}")
    if known.added:
        parts.append("added = true")
    return "{ " + ", ".join(parts) + " },"
