"""Which legacy encoding bytes are in: charset-normalizer's candidates, weighed against the language.

Its verdict is by noise and letter frequencies, and near ties are common among single-byte encodings.
But the short words of a text are mostly ASCII and tell its language whatever the encoding; then
the right encoding is the one that gives that language's own letters.
"""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from publisher.read.language import detect_language

SAMPLE = 32_768
"""Bytes that are looked at."""

LIKELY = (
    "cp1252", "cp1250", "gb18030", "big5", "cp932", "euc_jp", "cp949", "cp1251", "koi8_r", "cp1253",
    "iso8859_2", "mac_roman", "cp850",
)  # fmt: skip
"""The encodings preferred, in this order, among those that fit equally well."""

DECLARED = re.compile(rb"[Cc]haracter set encoding:[ \t]*([\w-]{3,20})")

UNLISTED = 0.05
"""What counts as the noise of an encoding that charset-normalizer does not list."""

ALIKE = {
    "iso8859_1": "cp1252",
    "latin_1": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
"""Encodings that are read as one that holds them (WHATWG Encoding Standard, 4.2)."""

PUNCTUATION = frozenset("“”‘’„‚«»‹›—–…·•°§©®£€½¼¾×†‡¿¡№\u00a0´¨")
WESTERN = "àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿœßÀÁÂÄÅÆÇÈÉÊËÍÎÏÑÓÔÖØÚÛÜŒ"
LETTERS: dict[str, frozenset[str]] = {
    language: frozenset(letters + letters.upper())
    for language, letters in {
        "en": WESTERN,
        "fr": "àâçèéêëîïôùûüœæ",
        "de": "äöüßéà",
        "es": "áéíñóúü",
        "it": "àèéìîòù",
        "pt": "àáâãçéêíóôõúü",
        "nl": "áéëèïóöü",
        "sv": "åäöéà",
        "da": "åæøéöä",
        "fi": "äöåé",
        "pl": "ąćęłńóśźż",
        "cs": "áčďéěíňóřšťúůýž",
        "hu": "áéíóöőúüű",
        "la": WESTERN,
    }.items()
}
"""The letters outside ASCII that a language is written with."""

KANA = re.compile("[\u3041-\u30ff]")
WITHOUT_KANA = frozenset({"gb18030", "big5", "cp949"})
"""They have kana, in the very places of EUC-JP some of them, but their languages do not."""

ALPHABETIC = re.compile(r"[а-яё-џά-ώ]|(?<!\w)[А-ЯЁ-ЏΆ-Ϋ]")
"""Cyrillic and Greek; capitals inside words do not count: so KOI8-R looks in Windows-1251."""

IDEOGRAPHIC = re.compile("[\u3000-\u3029\u3041-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff5e]")


def guess(data: bytes) -> list[str]:
    """The encodings that `data` may be in, the likeliest first, judged by a sample."""
    sample = _sample(data)
    chaos = dict.fromkeys(LIKELY, UNLISTED)
    for match in from_bytes(sample, enable_fallback=False):
        for candidate in (match.encoding, *match.could_be_from_charset):
            name = ALIKE.get(candidate, candidate)
            chaos[name] = min(match.chaos, chaos.get(name, 1.0))
    declared = DECLARED.search(data[:SAMPLE])
    if declared:
        chaos.setdefault(_codec(declared[1].decode("ascii", "replace")), UNLISTED)
    language = detect_language(sample.decode("ascii", "replace"), default="")
    order = {name: n for n, name in enumerate(LIKELY)}
    ranked = [(_expected(sample, name, language) - noise, name) for name, noise in chaos.items() if name]
    ranked.sort(key=lambda r: (-round(r[0], 2), order.get(r[1], len(order)), r[1]))
    return [name for _, name in ranked]


def _codec(name: str) -> str:
    try:
        found = codecs.lookup(name).name.replace("-", "_")
    except LookupError:
        return ""
    return ALIKE.get(found, found)


def _expected(sample: bytes, encoding: str, language: str) -> float:
    """The share of the characters outside ASCII that a text in `language` would have."""
    text = sample.decode(encoding, "replace")
    odd = [c for c in text if c > "\x7f"]
    if not odd:
        return 1.0
    letters = LETTERS.get(language, frozenset())
    good = sum(c in PUNCTUATION or c in letters for c in odd)
    foreign = len(IDEOGRAPHIC.findall(text))
    if encoding in WITHOUT_KANA:
        foreign -= len(KANA.findall(text))
    if len(odd) > len(text) / 2:  # else it is a Latin text with accents
        foreign = max(foreign, len(ALPHABETIC.findall(text)))
    return (good + foreign) / len(odd)


def _sample(data: bytes) -> bytes:
    """Lines that have bytes outside ASCII, about `SAMPLE` of them: the rest says little."""
    picked: list[bytes] = []
    size = 0
    for line in re.split(rb"[\r\n]+", data):
        if not line.isascii():
            picked.append(line[:SAMPLE])
            size += len(line)
            if size > SAMPLE:
                break
    return b"\n".join(picked)
