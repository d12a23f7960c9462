"""Page labels: the number tree's rows, and labels as pikepdf reads them."""

from __future__ import annotations

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.layout.numerals import numeral
from publisher.write.pdf.labels import page_labels
from tests.write.books import el
from tests.write.pdf.setting import Setter, opened, page, pdf_of


@pytest.mark.parametrize(
    ("labels", "rows"),
    [
        ((), b""),
        (("1", "2", "3"), b"0<</S/D>>"),
        (("i", "ii", "iii", "1", "2"), b"0<</S/r>> 3<</S/D>>"),
        (("5", "6", "9"), b"0<</S/D/St 5>> 2<</S/D/St 9>>"),
        (("I", "II"), b"0<</S/R>>"),
        (("2", "3"), b"0<</S/D/St 2>>"),
        (("cc", "cci", "ccii"), b"0<</S/r/St 200>>"),
        (("mmmcmxcix",), b"0<</S/r/St 3999>>"),
        (("Cover", "i"), b"0<</P (Cover)>> 1<</S/r>>"),
        (("iiii", "vx", "A-1", ""), b"0<</P (iiii)>> 1<</P (vx)>> 2<</S/D/P (A-)>> 3<</P ()>>"),
        (("1", "1"), b"0<</S/D>> 1<</S/D>>"),
        (("mix",), b"0<</S/r/St 1009>>"),
    ],
)
def test_a_row_where_a_run_begins(labels: tuple[str, ...], rows: bytes) -> None:
    assert page_labels(labels) == b"<</Nums[%b]>>" % rows


@given(st.integers(1, 3990), st.sampled_from(["lower-roman", "upper-roman", "decimal"]))
def test_a_run_of_one_style_is_one_row(start: int, style: str) -> None:
    labels = [numeral(number, style) for number in range(start, start + 9)]
    assert page_labels(labels).count(b"/S/") == 1


@given(
    st.lists(
        st.one_of(st.integers(1, 4000).map(lambda n: numeral(n, "lower-roman")), st.text(max_size=3)),
        max_size=6,
    )
)
def test_any_labels_are_written(labels: list[str]) -> None:
    tree = pikepdf.Object.parse(page_labels(labels))
    assert isinstance(tree, pikepdf.Dictionary)


def test_a_viewer_shows_the_printed_numbers() -> None:
    labels = ["i", "ii", "cci", "1", "2", "Plate"]
    pdf = opened(pdf_of(Setter(), el(1, "html"), *(page(label=label) for label in labels)))
    assert [made.label for made in pdf.pages] == labels
