"""Diagnostics are values, kept once, in order."""

from __future__ import annotations

import pytest

from publisher.diagnostics import Diagnostic, Place, PublisherError, Severity, Sink, error


def test_a_sink_keeps_equal_findings_once_in_order() -> None:
    sink = Sink()
    sink.warn("b", "second letter", Place(file="f", line=2), "try a")
    sink.warn("a", "first letter")
    sink.warn("b", "second letter", Place(file="f", line=2), "try a")
    assert [found.code for found in sink] == ["b", "a"]
    assert len(sink) == 2
    assert next(iter(sink)) == Diagnostic(
        code="b",
        severity=Severity.WARNING,
        message="second letter",
        place=Place(file="f", line=2),
        hints=("try a",),
    )


def test_a_place_leaves_out_what_is_unknown() -> None:
    assert str(Place(file="f")) == "f"
    assert str(Place(file="f", line=3)) == "f:3"


def test_an_error_carries_its_diagnostic() -> None:
    with pytest.raises(PublisherError, match="no such thing") as caught:
        raise error("code", "no such thing", None, "try another")
    assert caught.value.diagnostic.severity is Severity.ERROR
    assert caught.value.diagnostic.hints == ("try another",)
