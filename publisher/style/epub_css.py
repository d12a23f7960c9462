"""The stylesheet for reading systems: the same flow rules, less what is for paper.

Readers choose the size of the text, so the size of the body text is left out, absolute lengths
become multiples of it (rem) and absolute line heights become numbers. Custom properties become
plain values (older reading systems know no `var()`), and forced breaks go, since whatever begins a
page of its own begins a file of its own in an EPUB.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from publisher.markup.element import Element
from publisher.style.cascade import compute
from publisher.style.computed import ComputedStyle, Styles
from publisher.style.epub_values import REWRITES, Base, plain, rule_size, shown
from publisher.style.ordering import root_node
from publisher.style.properties import PROPERTIES, Where
from publisher.style.sheet import Declaration, FontFace, Group, Rule, Stylesheet
from publisher.style.tokens import Environment, substituted, variables

# The fonts ----------------------------------------------------------------------------------------


class FontFile(NamedTuple):
    """A font file in the EPUB: `href` is relative to the stylesheet."""

    family: str
    weight: int
    style: str
    href: str


class FontUse(NamedTuple):
    """One way in which text is set: the families in order of preference, and what selects the face."""

    families: tuple[str, ...]
    weight: int
    style: Literal["normal", "italic"]
    caps: str


def fonts_used(styles: Styles) -> tuple[FontUse, ...]:
    """The fonts that these styles ask for, sorted. What is not displayed needs none."""
    used: set[ComputedStyle] = set()
    for of in (styles.of, styles.before, styles.after):
        used.update({id(style): style for style in of.values()}.values())
    shown = (style for style in used if style.display != "none")
    return tuple(
        sorted({FontUse(s.font_family, s.font_weight, s.font_style, s.font_variant_caps) for s in shown})
    )


# The rules ----------------------------------------------------------------------------------------


def for_epub(sheet: Stylesheet, font_files: Sequence[FontFile] = ()) -> str:
    """`sheet` as CSS text for reading systems, with a rule for each of the embedded fonts."""
    flow = sheet.flow("screen")
    namespaces = {prefix or None: url for prefix, url in sheet.namespaces}
    root = root_node(flow, namespaces)
    writer = _Writer(_base(sheet), root.variables, _scoped(flow))
    parts = [f'@namespace {p + " " if p else ""}"{url}";' for p, url in sheet.namespaces]
    parts += [_font_face(font) for font in font_files]
    parts += writer.rules(sheet.rules)
    css = "".join(f"{part}\n" for part in parts)
    return css if css.isascii() else f'@charset "UTF-8";\n{css}'


def _font_face(font: FontFile) -> str:
    family, href = (value.replace("\\", "\\\\").replace('"', '\\"') for value in (font.family, font.href))
    return (
        f'@font-face {{\n  font-family: "{family}";\n  font-weight: {font.weight};\n'
        f'  font-style: {font.style};\n  src: url("{href}");\n}}'
    )


def _base(sheet: Stylesheet) -> Base:
    """The size of the body text in print: what stands for the reader's own size."""
    body = Element(id=2, tag="body")
    style = compute(Element(id=1, tag="html", children=(body,)), sheet).of[2]
    return Base(style.font_size, style.font_size)


_ROOT = re.compile(r"(:root|(?:^|[\s>+~])(?:html|body))(?![\w-])[^\s>+~]*$")


def _is_root(rule: Rule) -> bool:
    """Whether the rule is about `html` or `body`."""
    return any(_ROOT.search(selector.text) for selector in rule.selectors)


def _scoped(flow: Iterable[Rule]) -> frozenset[str]:
    """Custom properties that are (also) declared below the root: they have no one plain value."""
    return frozenset(
        declaration.name
        for rule in flow
        if not _is_root(rule)
        for declaration in rule.declarations
        if declaration.name.startswith("--")
    )


class _Writer(NamedTuple):
    """Writes rules: `variables` are those of the root, `scoped` those that differ from element to element."""

    base: Base
    variables: Environment
    scoped: frozenset[str]

    def rules(self, rules: Iterable[Rule | Group | FontFace], indent: str = "") -> Iterator[str]:
        for rule in rules:
            match rule:
                case Rule() if rule.media != "print":
                    yield from self.rule(rule, indent)
                case Group():
                    inner = list(self.rules(rule.rules, indent + "  "))
                    if inner:
                        lines = "\n".join(inner)
                        yield f"{indent}@{rule.name} {rule.prelude} {{\n{lines}\n{indent}}}"
                case FontFace():
                    yield _block(indent, "@font-face", [f"{k}: {v}" for k, v in rule.descriptors])
                case _:
                    pass

    def rule(self, rule: Rule, indent: str) -> Iterator[str]:
        values = ((d.name, substituted(d.tokens, self.variables)) for d in rule.declarations)
        size = rule_size(((name, tokens) for name, tokens in values if tokens), self.base.body)
        base = Base(self.base.body, size, _is_root(rule))
        lines = [line for d in rule.declarations for line in self.declaration(d, base)]
        if lines:
            yield _block(indent, ", ".join(selector.text for selector in rule.selectors), lines)

    def declaration(self, declaration: Declaration, base: Base) -> Iterator[str]:
        end = " !important" if declaration.important else ""
        for name, value in self.written(declaration, base):
            yield f"{name}: {value}{end}"
        if self.scoped and self.scoped & set(variables(declaration.tokens)) and not base.root:
            # Newer reading systems override the root's value that came just before.
            yield f"{declaration.name}: {shown(declaration.tokens)}{end}"

    def written(self, declaration: Declaration, base: Base) -> Iterator[tuple[str, str]]:
        """Names and values that stand for a declaration in the EPUB."""
        name = declaration.name
        if name.startswith("--"):
            if name in self.scoped:
                yield name, shown(declaration.tokens)
            return
        row = PROPERTIES.get(name)
        tokens = substituted(declaration.tokens, self.variables)
        if tokens is None or (row is not None and row.where is Where.PDF):
            return
        if name in REWRITES:
            yield from REWRITES[name](name, tokens, base)
        else:
            epub_only = row is None or row.where is Where.EPUB
            yield name, shown(tokens if epub_only else plain(tokens, base))


def _block(indent: str, head: str, lines: Iterable[str]) -> str:
    body = "".join(f"{indent}  {line};\n" for line in lines)
    return f"{indent}{head} {{\n{body}{indent}}}"
