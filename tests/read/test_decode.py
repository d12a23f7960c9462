"""decode: every encoding and line end, and nothing that XML cannot carry."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.diagnostics import PublisherError, Sink
from publisher.read import decode as module
from publisher.read.decode import decode

ENGLISH = "It was the best of times — “it was the worst of times,” said naïve Zoë at the café.\n"
FRENCH = "Il était une fois, à l’été, une très vieille fée qui n’avait jamais rêvé d’être aimée. Ça, où ?\n"
GERMAN = "Über den Wäldern schwebte ein größerer Vogel; die Männer hörten süße Töne und gingen nach Hause.\n"
POLISH = "Był sobie raz stary król, który mieszkał w złotym pałacu, gdzie żyły księżniczki i źli rycerze.\n"
CZECH = "Byl jednou jeden starý král, který měl tři krásné dcery a ta nejmladší z nich byla půvabná.\n"
RUSSIAN = "Однажды весною, в час небывало жаркого заката, в Москве появились два гражданина.\n"
GREEK = "Μια φορά κι έναν καιρό ήταν ένας γέρος που ζούσε σε ένα μικρό χωριό.\n"
SIMPLIFIED = "从前有一个老人，他住在山脚下的小村子里。每天早晨，他都要到河边去打水。\n"
TRADITIONAL = "從前有一個老人，他住在山腳下的小村子裡。每天早晨，他都要到河邊去打水。\n"
JAPANESE = "むかし、あるところに、おじいさんとおばあさんが住んでいました。おじいさんは山へ行きました。\n"
KOREAN = "옛날 옛적에 한 노인이 산 아래 작은 마을에 살고 있었습니다.\n"


def text_of(data: bytes) -> str:
    return decode(data, "x.txt", Sink()).text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "cp1252"),
        (ENGLISH, "mac_roman"),
        (FRENCH, "cp1252"),
        (GERMAN, "cp1252"),
        (GERMAN, "cp850"),
        (POLISH, "cp1250"),
        (CZECH, "cp1250"),
        (CZECH, "iso8859_2"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8_r"),
        (GREEK, "cp1253"),
        (SIMPLIFIED, "gb18030"),
        (TRADITIONAL, "big5"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
        (JAPANESE, "iso2022_jp"),
        (KOREAN, "euc_kr"),
    ],
)
@pytest.mark.parametrize("times", [1, 20])
def test_legacy_encodings_are_guessed(text: str, encoding: str, times: int) -> None:
    data = (text * times).encode(encoding, "replace")
    assert text_of(data) == data.decode(encoding)


def test_a_guess_is_told() -> None:
    sink = Sink()
    decode(FRENCH.encode("cp1252"), "x.txt", sink)
    assert [d.code for d in sink] == ["encoding-guessed"]
    assert "cp1252" in next(iter(sink)).message


@pytest.mark.parametrize(
    ("bom", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_byte_order_marks_decide(bom: bytes, encoding: str) -> None:
    assert text_of(bom + ENGLISH.encode(encoding)) == ENGLISH


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark(encoding: str) -> None:
    assert text_of(ENGLISH.encode(encoding)) == ENGLISH


def test_utf_8_is_silent() -> None:
    sink = Sink()
    source = decode((ENGLISH + SIMPLIFIED).encode(), "x.txt", sink)
    assert (source.text, source.encoding, source.name) == (ENGLISH + SIMPLIFIED, "utf-8", "x.txt")
    assert not len(sink)


def test_a_declared_encoding_is_only_a_hint() -> None:
    text = "Character set encoding: ISO-8859-1\n\n" + FRENCH
    assert text_of(text.encode()) == text


def test_a_few_broken_bytes_do_not_undo_utf_8() -> None:
    sink = Sink()
    data = (FRENCH * 5).encode() + b"caf\xe9 \x93so\x94\n"
    assert decode(data, "x.txt", sink).text == FRENCH * 5 + "café “so”\n"
    assert [d.code for d in sink] == ["encoding-repaired"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_become_one(end: str) -> None:
    assert text_of(f"one{end}two{end}{end}three".encode()) == "one\ntwo\n\nthree"


def test_mixed_and_unicode_line_ends() -> None:
    assert text_of("a\r\nb\rc\nd\u2028e\u2029f\x85g".encode()) == "a\nb\nc\nd\ne\nf\ng"


def test_form_feeds_and_tabs_stay() -> None:
    assert text_of(b"one\x0ctwo\tthree") == "one\x0ctwo\tthree"


def test_controls_are_taken_out_with_a_warning() -> None:
    sink = Sink()
    assert decode(b"a text" * 40 + b" \x07bell\x00 and\x7f all", "x.txt", sink).text.endswith(" bell and all")
    assert [d.code for d in sink] == ["input-control-characters"]


def test_lone_surrogates_are_replaced() -> None:
    data = ("some text " * 20 + "\ud800 end").encode("utf-8", "surrogatepass")
    text = text_of(data)
    assert not any("\ud800" <= c <= "\udfff" for c in text)
    assert text.endswith(" end")


@pytest.mark.parametrize(
    ("data", "code", "message"),
    [
        (b"", "input-empty", "the input is empty"),
        (b" \n\r\n\t ", "input-empty", "the input has no text"),
        (b"%PDF-1.7\nxyz", "input-binary", "this is a PDF, not a text"),
        (
            b"PK\x03\x04mimetype",
            "input-binary",
            "this is a ZIP archive (DOCX, ODT and EPUB are such), not a text",
        ),
        (b"\x89PNG\r\n\x1a\n", "input-binary", "this is a PNG picture, not a text"),
        (bytes(range(32)) * 40, "input-binary", "this is not a text: it has control characters"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, code: str, message: str) -> None:
    with pytest.raises(PublisherError) as caught:
        decode(data, "x.txt", Sink())
    found = caught.value.diagnostic
    assert (found.code, found.message, str(found.place)) == (code, message, "x.txt")


def test_a_refusal_says_what_to_try() -> None:
    with pytest.raises(PublisherError) as caught:
        decode(b"%PDF-1.4", "x.pdf", Sink())
    assert caught.value.diagnostic.hints == ("try the text that `pdftotext -layout` gives",)


def test_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_BYTES", 10)
    with pytest.raises(PublisherError) as caught:
        decode(b"eleven bytes", "x.txt", Sink())
    assert caught.value.diagnostic.code == "input-too-large"


@settings(deadline=None, max_examples=200)
@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        text = text_of(data)
    except PublisherError:
        return
    assert "\r" not in text
    assert not module.CONTROLS.search(text)


@settings(deadline=None, max_examples=100)
@given(
    st.text(
        st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029\ufeff"), min_size=1
    )
)
def test_utf_8_comes_back_as_it_was(text: str) -> None:
    noncharacters = module.CONTROLS.search(text)
    if noncharacters or not text.strip():
        return
    assert text_of(text.encode()) == text
