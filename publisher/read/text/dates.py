"""Dates that stand alone in a line, as those of diaries and letters do."""

from __future__ import annotations

import re

MONTHS = {
    name: number
    for names in (
        "january february march april may june july august september october november december",
        "jan feb mar apr may jun jul aug sep oct nov dec",
        "januar februar märz april mai juni juli august september oktober november dezember",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "januari februari maart april mei juni juli augustus september oktober november december",
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
        "enero pebrero marso abril mayo hunyo hulyo agosto setyembre oktubre nobyembre disyembre",
    )
    for number, name in enumerate(names.split(), 1)
} | {"sept": 9, "jänner": 1, "setiembre": 9}
"""The months by their names in small letters."""

DAYS = (
    "monday tuesday wednesday thursday friday saturday sunday",
    "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag",
    "lunes martes miércoles jueves viernes sábado domingo",
    "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
)
BESIDE = "the of de di le la el den der am on st nd rd th"
"""What stands between the parts of a date."""

_WORDS = MONTHS.keys() | {word for row in (*DAYS, BESIDE) for word in row.split()}
_TOKEN = re.compile(r"[^\W\d_]+|\d+")
_HAN_DATE = re.compile(
    r"(?:[\d〇零一二三四五六七八九十]{1,4}年)?[\d一二三四五六七八九十]{1,2}月[\d一二三四五六七八九十]{1,3}日"
)

LONGEST = 40
"""Characters."""


def is_date(text: str) -> bool:
    """Whether a line is a date and nothing else: "_May 3rd, 1842._", "den 4. März", "6 avril"."""
    if len(text) > LONGEST or not text:
        return False
    tokens = _TOKEN.findall(text.lower())
    words = [t for t in tokens if not t.isdigit()]
    if any(word in MONTHS for word in words):
        return len(tokens) > len(words) and all(word in _WORDS for word in words)
    return _HAN_DATE.fullmatch(text.strip(" 。")) is not None
