"""Parsing a stylesheet: CSS text -> `Stylesheet`, with a warning for everything that will have no effect.

Parsing never fails. What is wrong is left out as CSS says it must be (a declaration, a rule), and
the warning names file, line and column.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches

import tinycss2

from publisher.diagnostics import Place, Sink
from publisher.style.computing import Node
from publisher.style.declarations import Checker
from publisher.style.ordering import PRINTED, root_node
from publisher.style.page_parse import PageParser
from publisher.style.page_rules import overfull
from publisher.style.selectors import BadSelectorError, Namespaces, read_selector
from publisher.style.sheet import (
    Declaration,
    FontFace,
    Group,
    Media,
    PageRules,
    Rule,
    Selector,
    Stylesheet,
)
from publisher.style.tokens import (
    Environment,
    Token,
    Tokens,
    environment,
    solid,
    split,
    statement,
    statements,
    text,
    too_deep,
    trimmed,
)

__all__ = ["MAX_CHARACTERS", "MAX_DECLARATIONS", "MAX_PAGE_RULES", "MAX_RULES", "Stylesheet", "parse"]

MAX_CHARACTERS = 1_000_000
"""Characters of a stylesheet that are read."""

MAX_RULES, MAX_DECLARATIONS, MAX_PAGE_RULES = 5_000, 20_000, 500
"""Selectors, declarations and `@page` rules that are read; large styles have a tenth of that."""


def parse(css: str, name: str, sink: Sink) -> Stylesheet:
    """The stylesheet in `css`. `name` is for messages: the file's path."""
    if len(css) > MAX_CHARACTERS:
        message = f"only the first {MAX_CHARACTERS:,} characters of the stylesheet are read"
        sink.warn("style-too-large", message, Place(file=name))
        css = css[:MAX_CHARACTERS]
    nodes = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    checker = Checker(name, sink, _root_variables(nodes))
    return _Parser(checker).sheet(nodes)


def _root_variables(nodes: Iterable[Token]) -> Environment:
    """The custom properties of the root for print, near enough to check `var()` against."""
    declared: dict[str, Tokens] = {}
    for node in nodes:
        if node.type not in ("at-rule", "qualified-rule") or too_deep(node.content or ()):
            continue
        if node.type == "qualified-rule":
            if {text(solid(part)) for part in split(node.prelude)} & {":root", "html"}:
                declared.update(_variables_in(node))
        elif node.lower_at_keyword == "media" and node.content and _media(node.prelude) in ("all", "print"):
            declared.update(_root_variables(_rules_in(node)))
    return environment(declared, {})


def _variables_in(node: Token) -> dict[str, Tokens]:
    inner = tinycss2.parse_blocks_contents(node.content)
    return {d.name: trimmed(d.value) for d in inner if d.type == "declaration" and d.name.startswith("--")}


def _rules_in(node: Token) -> list[Token]:
    return list(tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True))


def _media(prelude: Iterable[Token]) -> str:
    """For which book a media query list holds: "all", "print", "screen"; "" if it has conditions."""
    found: set[str] = set()
    for query in split(solid(prelude)):
        words = [token.lower_value if token.type == "ident" else "?" for token in query]
        kind = _QUERIES.get(" ".join(words[1:] if words[:1] == ["only"] else words))
        if kind is None:
            return ""
        found.add(kind)
    return found.pop() if len(found) == 1 else "all"


_QUERIES = {
    "": "all", "all": "all", "print": "print", "screen": "screen", "not print": "screen",
    "not screen": "print",
}  # fmt: skip

_AT_RULES = ("charset", "font-face", "import", "media", "namespace", "page", "supports")

Kept = Rule | Group | FontFace


@dataclass(slots=True)
class _Parser:
    """Turns tinycss2's nodes into rules; `@page` rules wait until the root's properties are known."""

    checker: Checker
    namespaces: Namespaces = field(default_factory=dict)
    pages: list[Token] = field(default_factory=list)
    selectors: int = 0
    declared: int = 0

    def sheet(self, nodes: Iterable[Token]) -> Stylesheet:
        rules = tuple(self.rules(nodes, "all"))
        flow = [r for r in rules if isinstance(r, Rule) and r.media != "screen"]
        root = root_node(flow, self.namespaces)
        return Stylesheet(
            name=self.checker.file,
            rules=rules,
            pages=self.page_rules(root),
            namespaces=tuple((prefix or "", url) for prefix, url in self.namespaces.items()),
        )

    def page_rules(self, root: Node) -> PageRules:
        """The `@page` rules, with the custom properties of `root`."""
        parser = PageParser(Checker(self.checker.file, self.checker.sink, root.variables))
        made = [(node, rule) for node in self.pages if (rule := parser.rule(node)) is not None]
        pages = PageRules(rules=tuple(rule for _, rule in made), root=root)
        for node, rule in made:
            if any(overfull(pages, kind) for kind in rule.selectors):
                self.warn("style-no-room", "the margins leave no room for text; they are made smaller", node)
        return pages

    def warn(self, code: str, message: str, node: Token, *hints: str) -> None:
        self.checker.sink.warn(code, message, self.checker.place(node), *hints)

    def full(self) -> bool:
        """Whether the stylesheet has had its share, and the rest is left out."""
        shares = (
            (self.selectors, MAX_RULES, "selectors"),
            (self.declared, MAX_DECLARATIONS, "declarations"),
            (len(self.pages), MAX_PAGE_RULES, "@page rules"),
        )
        for count, most, what in shares:
            if count >= most:
                self.checker.sink.warn(
                    "style-too-large",
                    f"only the first {most:,} {what} of the stylesheet are read",
                    Place(file=self.checker.file),
                )
                return True
        return False

    def rules(self, nodes: Iterable[Token], media: Media) -> Iterator[Kept]:
        for node in nodes:
            if self.full():
                return
            if node.type == "error":
                hint = "a rule is written 'selector { property: value }'"
                self.warn("style-syntax", "CSS syntax: this is not a rule", node, hint)
            elif too_deep([*node.prelude, *(node.content or ())]):
                self.warn("style-too-deep", "brackets nest too deep in this rule", node)
            elif node.type == "at-rule":
                yield from self.at_rule(node, media)
            elif (rule := self.rule(node, media)) is not None:
                yield rule

    # Style rules ----------------------------------------------------------------------------------

    def rule(self, node: Token, media: Media) -> Rule | None:
        selectors = self.read_selectors(node, media)
        self.selectors += len(selectors) or 1
        declarations = tuple(self.declarations(node, media))
        if not selectors or not declarations:
            return None
        return Rule(
            selectors=selectors, declarations=declarations, place=self.checker.place(node), media=media
        )

    def read_selectors(self, node: Token, media: Media) -> tuple[Selector, ...]:
        """All selectors of a rule; none if one of them is bad (Selectors 4, 3.9)."""
        made: list[Selector] = []
        for part in split(node.prelude):
            tokens = trimmed(part)
            at = tokens[0] if tokens else node
            try:
                selector = read_selector(text(tokens), self.namespaces)
            except BadSelectorError as bad:
                hints = [f"try '{bad.hint}'"] if bad.hint else []
                self.warn("style-bad-selector", f"'{text(tokens)}': {bad}; the rule is left out", at, *hints)
                return ()
            if selector.pseudo not in PRINTED and media != "screen":
                self.warn("style-epub-only", f"'::{selector.pseudo}' has no effect in the PDF", at)
            made.append(selector)
        return tuple(made)

    def declarations(self, node: Token, media: Media) -> Iterator[Declaration]:
        starts: list[Token] = []
        for inner in tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True):
            self.declared += 1
            if self.declared > MAX_DECLARATIONS:
                return
            if inner.type == "declaration":
                made = self.checker.declaration(inner, media)
                if made is not None:
                    yield made
            elif inner.type == "error":
                starts = starts or statements(node.content)
                hint, at = "it is written 'property: value;'", statement(starts, inner)
                self.warn("style-syntax", "CSS syntax: this is not a declaration", at, hint)
            else:
                self.warn("style-nested", "rules inside rules are left out", inner, "write them out in full")

    # At-rules -------------------------------------------------------------------------------------

    def at_rule(self, node: Token, media: Media) -> Iterable[Kept]:
        match node.lower_at_keyword:
            case "media" if node.content is not None:
                return self.media_rule(node, media)
            case "supports" if node.content is not None:
                return self.group(node) if media != "print" else ()
            case "page" if node.content is not None:
                self.pages += [node] if media != "screen" else []
            case "font-face" if node.content is not None:
                return self.font_face(node) if media != "print" else ()
            case "namespace" if node.content is None:
                self.namespace(node)
            case "import":
                self.warn("style-import", "@import is not followed: a stylesheet stands alone", node)
            case "charset":
                pass
            case name:
                near = get_close_matches(name, _AT_RULES, n=1)
                hint = f"try '@{near[0]}'" if near else f"known are @{', @'.join(_AT_RULES)}"
                self.warn("style-unknown-at-rule", f"unknown at-rule '@{name}'", node, hint)
        return ()

    def media_rule(self, node: Token, media: Media) -> Iterable[Kept]:
        held = _media(node.prelude)
        if held == "":
            if any(token.type == "ident" and token.lower_value == "print" for token in node.prelude):
                message = "conditions on print are not evaluated: these rules hold for the EPUB alone"
                self.warn("style-media", message, node, "try '@media print' without conditions")
            return self.group(node) if media != "print" else ()
        if "all" not in (media, held) and media != held:
            return ()  # @media print in @media screen holds for neither
        inner: Media = media if held == "all" else "print" if held == "print" else "screen"
        return self.rules(_rules_in(node), inner)

    def group(self, node: Token) -> Iterable[Kept]:
        rules = tuple(self.rules(_rules_in(node), "screen"))
        return (Group(name=node.lower_at_keyword, prelude=text(node.prelude), rules=rules),) if rules else ()

    def font_face(self, node: Token) -> Iterable[Kept]:
        descriptors: list[tuple[str, str]] = []
        for inner in tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True):
            if inner.type == "declaration":
                if not self.checker.urls(inner.value):
                    return ()
                descriptors.append((inner.lower_name, text(trimmed(inner.value))))
        return (FontFace(descriptors=tuple(descriptors)),) if descriptors else ()

    def namespace(self, node: Token) -> None:
        """`@namespace prefix "url"`."""
        tokens = solid(node.prelude)
        prefix = tokens[0].value if len(tokens) == 2 and tokens[0].type == "ident" else None
        if tokens and tokens[-1].type in ("string", "url") and len(tokens) == (1 if prefix is None else 2):
            self.namespaces[prefix] = tokens[-1].value
        else:
            self.warn("style-syntax", "CSS syntax: @namespace takes a prefix and a string", node)
