"""Features get the weight that the texts give them."""

from __future__ import annotations

import pytest

from benchmarks.outline.rows import Row
from publisher.read.text.kinds import KINDS
from publisher.read.text.weights import BASE

pytest.importorskip("scipy", reason="fitting needs numpy and scipy: pip install -e '.[benchmarks]'")

from benchmarks.outline.fit import PRIOR, fit  # numpy is not there everywhere


def rows(feature: str, right: int, wrong: int, kind: str = "plain") -> list[Row]:
    return [Row("one", kind, (feature,), True)] * right + [Row("one", kind, (feature,), False)] * wrong


def test_what_headings_have_speaks_for_them() -> None:
    table = fit([*rows("good", 900, 100), *rows("bad", 100, 900), *rows("good", 300, 30, "caps")])
    plain, caps = KINDS.index("plain"), KINDS.index("caps")
    assert table["good"][plain] > 0.5 > -0.5 > table["bad"][plain]
    assert table["good"][caps] > 0.5
    assert next(iter(table)) == BASE


def test_what_is_known_beforehand_is_kept_where_no_text_tells() -> None:
    assert fit(rows("good", 5, 5))["an edit link at its end"] == (PRIOR["an edit link at its end"],) * len(
        KINDS
    )


def test_lines_that_may_be_either_do_not_count() -> None:
    either = [Row("one", "plain", ("good",), None)] * 500
    assert fit([*rows("good", 50, 5), *either]) == fit(rows("good", 50, 5))
