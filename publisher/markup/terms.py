"""The few words that the program itself puts into a book, by language.

Keyed by the primary subtag of a BCP 47 tag; English where a language is missing.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """`contents` heads the contents page, `by` stands before translators, `months` are for dates.

    `date` is a pattern over day, month and year.
    """

    contents: str
    cover: str
    title_page: str
    start: str
    back_to_text: str
    translated_by: str
    months: tuple[str, ...] = ()
    date: str = "{day} {month} {year}"


def _months(names: str) -> tuple[str, ...]:
    return tuple(names.split())


_TERMS: dict[str, Terms] = {
    "en": Terms(
        contents="Contents",
        cover="Cover",
        title_page="Title page",
        start="Beginning",
        back_to_text="Back to the text",
        translated_by="Translated by",
        months=_months(
            "January February March April May June July August September October November December"
        ),
    ),
    "de": Terms(
        contents="Inhalt",
        cover="Umschlag",
        title_page="Titelseite",
        start="Beginn",
        back_to_text="Zurück zum Text",
        translated_by="Übersetzt von",
        months=_months("Januar Februar März April Mai Juni Juli August September Oktober November Dezember"),
        date="{day}. {month} {year}",
    ),
    "fr": Terms(
        contents="Table des matières",
        cover="Couverture",
        title_page="Page de titre",
        start="Début",
        back_to_text="Retour au texte",
        translated_by="Traduit par",
        months=_months(
            "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
        ),
    ),
    "es": Terms(
        contents="Índice",
        cover="Cubierta",
        title_page="Portada",
        start="Comienzo",
        back_to_text="Volver al texto",
        translated_by="Traducción de",
        months=_months(
            "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
        ),
        date="{day} de {month} de {year}",
    ),
    "it": Terms(
        contents="Indice",
        cover="Copertina",
        title_page="Frontespizio",
        start="Inizio",
        back_to_text="Torna al testo",
        translated_by="Traduzione di",
        months=_months(
            "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"
        ),
    ),
    "nl": Terms(
        contents="Inhoud",
        cover="Omslag",
        title_page="Titelpagina",
        start="Begin",
        back_to_text="Terug naar de tekst",
        translated_by="Vertaald door",
        months=_months(
            "januari februari maart april mei juni juli augustus september oktober november december"
        ),
    ),
    "pt": Terms(
        contents="Índice",
        cover="Capa",
        title_page="Folha de rosto",
        start="Início",
        back_to_text="Voltar ao texto",
        translated_by="Tradução de",
        months=_months(
            "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"
        ),
        date="{day} de {month} de {year}",
    ),
    "ru": Terms(
        contents="Содержание",
        cover="Обложка",
        title_page="Титульный лист",
        start="Начало",
        back_to_text="К тексту",
        translated_by="Перевод:",
        months=_months("января февраля марта апреля мая июня июля августа сентября октября ноября декабря"),
    ),
    "zh": Terms(
        contents="目录",
        cover="封面",
        title_page="书名页",
        start="正文",
        back_to_text="返回正文",
        translated_by="译者",
        months=tuple(str(n) for n in range(1, 13)),
        date="{year}年{month}月{day}日",
    ),
    "ja": Terms(
        contents="目次",
        cover="表紙",
        title_page="扉",
        start="本文",
        back_to_text="本文に戻る",
        translated_by="訳者",
        months=tuple(str(n) for n in range(1, 13)),
        date="{year}年{month}月{day}日",
    ),
}


def terms(language: str) -> Terms:
    """The terms for a BCP 47 tag."""
    return _TERMS.get(language.split("-", maxsplit=1)[0].lower(), _TERMS["en"])


def date_in_words(iso: str, language: str) -> str:
    """An ISO 8601 date as the language writes it ("16 April 2024"); what is less than a day as given."""
    words = terms(language)
    parts = iso.split("T", maxsplit=1)[0].split("-")
    if len(parts) != 3 or not all(part.isdigit() for part in parts):
        return iso
    year, month, day = parts
    if not 1 <= int(month) <= 12:
        return iso
    return words.date.format(day=int(day), month=words.months[int(month) - 1], year=year)
