"""Settings: what was asked for, checked."""

from __future__ import annotations

import pytest

from publisher.diagnostics import PublisherError
from publisher.outline.nodes import Metadata
from publisher.project import DEFAULT_DATE, Settings, check_language, made_on, override, parse_formats


@pytest.mark.parametrize(
    ("text", "formats"),
    [("pdf", ("pdf",)), ("pdf, EPUB", ("epub", "pdf")), ("epub,epub", ("epub",))],
)
def test_formats(text: str, formats: tuple[str, ...]) -> None:
    assert parse_formats(text) == formats


@pytest.mark.parametrize("text", ["mobi", "", ",", "epub,docx"])
def test_unknown_formats(text: str) -> None:
    with pytest.raises(PublisherError) as caught:
        parse_formats(text)
    assert caught.value.diagnostic.code == "format-unknown"
    assert caught.value.diagnostic.hints == ("try one of: epub, pdf",)


def test_the_settings_win_over_the_text() -> None:
    found = Metadata(title="Found", authors=("X",), language="en")
    assert override(found, Settings()) == found
    asked = override(found, Settings(title="T", author="A; B", language="de"))
    assert (asked.title, asked.authors, asked.language) == ("T", ("A", "B"), "de")


@pytest.mark.parametrize("tag", ["", "en", "de-CH", "zh-Hant-TW", "gsw"])
def test_language_tags(tag: str) -> None:
    assert check_language(tag) == tag


@pytest.mark.parametrize("tag", ["english", "e", "en_US", "en-", "../x"])
def test_malformed_language_tags(tag: str) -> None:
    with pytest.raises(PublisherError) as caught:
        check_language(tag)
    assert caught.value.diagnostic.code == "language-malformed"


@pytest.mark.parametrize(
    ("date", "epoch", "made"),
    [
        ("", None, DEFAULT_DATE),
        ("1846", None, DEFAULT_DATE),
        ("2024-04-16", None, "2024-04-16T00:00:00Z"),
        ("2024-04-16T21:12", None, "2024-04-16T21:12:00Z"),
        ("2024-04-16", "0", "1970-01-01T00:00:00Z"),
        ("", "1709208000", "2024-02-29T12:00:00Z"),
    ],
)
def test_when_a_file_counts_as_made(date: str, epoch: str | None, made: str) -> None:
    environment = {} if epoch is None else {"SOURCE_DATE_EPOCH": epoch}
    assert made_on(Metadata(date=date), environment) == made


@pytest.mark.parametrize("epoch", ["soon", "99999999999999999", "1.5"])
def test_a_source_date_epoch_that_is_none(epoch: str) -> None:
    with pytest.raises(PublisherError) as caught:
        made_on(Metadata(), {"SOURCE_DATE_EPOCH": epoch})
    assert caught.value.diagnostic.code == "source-date-epoch"
