"""Numbers as headings write them: roman, arabic, in words, in Han characters."""

from __future__ import annotations

import re

ROMAN = re.compile(r"(?=[ivxlcdm])m{0,3}(cm|cd|d?c{0,4})(xc|xl|l?x{0,4})(ix|iv|v?i{0,4})\.?", re.IGNORECASE)
ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}

LARGEST = 9999
"""Headings are not numbered higher."""

_SERIES = (
    # One row a language and form; the n-th word means n.
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen twenty",
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
    " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
    "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
    "erster zweiter dritter vierter fünfter sechster siebenter achter neunter zehnter elfter zwölfter"
    " dreizehnter vierzehnter fünfzehnter sechzehnter siebzehnter achtzehnter neunzehnter zwanzigster",
    "erste zweite dritte vierte fünfte sechste siebente achte neunte zehnte elfte zwölfte dreizehnte"
    " vierzehnte fünfzehnte sechzehnte siebzehnte achtzehnte neunzehnte zwanzigste",
    "erstes zweites drittes viertes fünftes sechstes siebentes achtes neuntes zehntes elftes zwölftes"
    " dreizehntes vierzehntes fünfzehntes sechzehntes siebzehntes achtzehntes neunzehntes zwanzigstes",
    "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize",
    "premier deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième"
    " onzième douzième treizième quatorzième quinzième seizième",
    "première seconde",
    "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince",
    "primero segundo tercero cuarto quinto sexto séptimo octavo noveno décimo undécimo duodécimo",
    "primera segunda tercera cuarta quinta sexta séptima octava novena décima",
    "uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici",
    "primo secondo terzo quarto quinto sesto settimo ottavo nono decimo undicesimo dodicesimo",
    "prima seconda terza quarta quinta sesta settima ottava nona decima",
    "primeiro segundo terceiro quarto quinto sexto sétimo oitavo nono décimo",
    "primeira segunda terceira quarta quinta sexta sétima oitava nona décima",
    "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde",
    "een twee drie vier vijf zes zeven acht negen tien elf twaalf",
    "первая вторая третья четвёртая пятая шестая седьмая восьмая девятая десятая одиннадцатая двенадцатая",
    "первый второй третий четвёртый пятый шестой седьмой восьмой девятый десятый",
    "första andra tredje fjärde femte sjätte sjunde åttonde nionde tionde",
    "første anden tredje fjerde femte sjette syvende ottende niende tiende",
)

WORDS: dict[str, int] = {}
for _row in _SERIES:
    for _value, _word in enumerate(_row.split(), 1):
        WORDS.setdefault(_word, _value)
WORDS |= {"siebtes": 7, "siebter": 7, "siebte": 7, "deuxieme": 2, "четвертая": 4, "четвертый": 4, "last": 0}

TENS = {
    word: 10 * n
    for row in (
        "twenty thirty forty fifty sixty seventy eighty ninety",
        "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth",
        "vingt trente quarante cinquante soixante",
        "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
        "venti trenta quaranta cinquanta sessanta settanta ottanta novanta",
    )
    for n, word in enumerate(row.split(), 2)
}

HAN_DIGITS = {c: n for n, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "兩": 2}
HAN_UNITS = {"十": 10, "百": 100, "千": 1000}
HAN = re.compile("[〇零一二三四五六七八九两兩十百千]+")


def roman(text: str) -> int | None:
    """The value of a roman numeral in either case ("XIV", "xiiii"), None if it is none."""
    if not ROMAN.fullmatch(text):
        return None
    values = [ROMAN_VALUES[c] for c in text.rstrip(".").lower()]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))


def in_words(text: str) -> int | None:
    """The value of a number word: "Twenty-First", "zweites", "dix-sept" ..."""
    text = text.lower()
    if text in WORDS:
        return WORDS[text] or None
    if text in TENS:
        return TENS[text]
    tens, _, unit = text.partition("-")
    if tens in TENS and unit in WORDS:
        return TENS[tens] + WORDS[unit]
    return None


def han(text: str) -> int | None:
    """The value of a number in Han characters: "二十三", "一〇五"."""
    if not HAN.fullmatch(text):
        return None
    if not any(c in HAN_UNITS for c in text):
        return int("".join(str(HAN_DIGITS[c]) for c in text[:4]))
    total = digit = 0
    for c in text:
        if c in HAN_UNITS:
            total += (digit or 1) * HAN_UNITS[c]
            digit = 0
        else:
            digit = HAN_DIGITS[c]
    return total + digit


def ordinal(text: str) -> int | None:
    """The value of `text` in whichever way it is written, None if it is no number up to `LARGEST`."""
    text = text.strip(".")
    if text.isdecimal():
        value = int(text) if len(text) <= 4 else LARGEST + 1
        return value if value <= LARGEST else None
    for reading in (roman, in_words, han):
        value_or_none = reading(text)
        if value_or_none is not None:
            return value_or_none
    return None
