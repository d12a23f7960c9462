"""Computing one element's style from what is declared on it and its parent (CSS Cascading 5, 4)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, Protocol

from publisher.style.compute_values import MEDIUM, Basis, used_line_height
from publisher.style.computed import ComputedStyle
from publisher.style.expansion import Pairs, resolved
from publisher.style.properties import LONGHANDS
from publisher.style.tokens import Tokens, environment
from publisher.style.values import CURRENT, Wide


class Declared(Protocol):
    """What is needed of a declaration (`sheet.Declaration`)."""

    @property
    def name(self) -> str: ...
    @property
    def tokens(self) -> Tokens: ...
    @property
    def longhands(self) -> Pairs | None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One element's computed values: by property in `values`, for the layout in `style`.

    `variables` are the custom properties in force; `rem` is the root's font size in pt.
    """

    values: Mapping[str, Any]
    style: ComputedStyle
    variables: Mapping[str, Tokens]
    rem: float = MEDIUM


def child(parent: Node, declared: Sequence[Declared], *, root: bool = False) -> Node:
    """The computed node of a child of `parent`, from the declarations on it, weakest first.

    `root` says that rem are measured on this one.
    """
    own = {d.name: d.tokens for d in declared if d.name.startswith("--")}
    variables = environment(own, parent.variables) if own else parent.variables
    specified: dict[str, Any] = {}
    for d in declared:
        specified.update(resolved(d.name, d.tokens, variables) if d.longhands is None else d.longhands)
    made = derived(parent, specified, variables)
    return replace(made, rem=made.values["font-size"]) if root else made


def derived(
    parent: Node, specified: Mapping[str, Any], variables: Mapping[str, Tokens] | None = None
) -> Node:
    """The computed node of a child of `parent`, from its specified values."""
    values = _values(parent, specified)
    own = parent.variables if variables is None else variables
    return Node(values=values, style=_style(values), variables=own, rem=parent.rem)


def _values(parent: Node, specified: Mapping[str, Any]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    size = line = parent.values["font-size"]
    for row in LONGHANDS:
        value = specified.get(row.name, _UNSET)
        if isinstance(value, Wide):
            inherit = value.keyword == "inherit" or (value.keyword == "unset" and row.inherited)
            value = _INHERIT if inherit else row.initial
        if value is _INHERIT or (value is _UNSET and row.inherited):
            values[row.name] = parent.values[row.name]
        else:
            value = row.initial if value is _UNSET else value
            values[row.name] = row.compute(value, Basis(parent.values, size, parent.rem, line))
        size = values.get("font-size", size)
        if row.name == "line-height":
            line = used_line_height(values["line-height"], size)
    return values


_UNSET = object()
_INHERIT = object()

# Fields of ComputedStyle that are not simply a property with "_" for "-".
_FIELDS = {"float_": "float", "counter_reset_page": "counter-reset"}
_PROPERTY_OF = {f.name: _FIELDS.get(f.name, f.name.replace("_", "-")) for f in fields(ComputedStyle)}


def _style(values: Mapping[str, Any]) -> ComputedStyle:
    made = {field: values[name] for field, name in _PROPERTY_OF.items()}
    made["line_height"] = used_line_height(values["line-height"], values["font-size"])
    if values["border-color"] == CURRENT:
        made["border_color"] = values["color"]
    for side in ("top", "right", "bottom", "left"):
        # CSS Backgrounds 3, 4.3: no style, no width.
        if values[f"border-{side}-style"] == "none":
            made[f"border_{side}_width"] = 0.0
    return ComputedStyle(**made)


def _initial() -> Node:
    basis = Basis({"font-weight": 400, "font-size": MEDIUM, "page": ""}, MEDIUM, MEDIUM, MEDIUM * 1.2)
    values = {row.name: row.compute(row.initial, basis) for row in LONGHANDS}
    return Node(values=values, style=_style(values), variables={})


INITIAL: Node = _initial()
"""The initial values: the parent of the root, so to say."""
