"""Which language a text is in: by its script, then by its commonest little words."""

from __future__ import annotations

import re
from collections import Counter

SAMPLE = 40_000
"""Characters looked at, from the middle of the text (its head is a title page or a licence)."""

DEFAULT = "en"

SCRIPTS: tuple[tuple[str, re.Pattern[str], float], ...] = (
    ("ja", re.compile("[\u3041-\u30ff]"), 0.1),
    ("ko", re.compile("[\uac00-\ud7af]"), 0.2),
    ("zh", re.compile("[\u4e00-\u9fff]"), 0.2),
    ("ru", re.compile("[\u0400-\u04ff]"), 0.3),
    ("el", re.compile("[\u0370-\u03ff\u1f00-\u1fff]"), 0.3),
    ("ar", re.compile("[\u0600-\u06ff]"), 0.3),
    ("he", re.compile("[\u0590-\u05ff]"), 0.3),
)
"""A language, its letters, and the share of all letters from which on they decide."""

STOP_WORDS: dict[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the and of to a in that he was it his i with as had you for she not but be at on her is",
        "fr": "de la et le les des à il en un que une du dans qui pas je ne ce se vous est elle au plus",
        "de": "und der die das er ich nicht sie zu in ein den es mit sich war dem von auf eine ist des wie",
        "es": "de la que el en y a los se no un una las por con su del para lo le es como más al pero",
        "it": "di e che la il un a non in si per una è le del con da i ma della lo come gli al era",
        "pt": "de que a o e não se do da um os em uma com para as no por na mais como ao ele dos mas",
        "nl": "de en het van een in te dat hij is niet zijn op ik die was met voor er aan had maar ze om",
        "sv": "och att det som en han i på den var inte är med för av jag de till hon ett sig men",
        "da": "og at det i han en var som på til de den ikke er med af for jeg et sig der men",
        "fi": "ja on ei oli hän se että joka kun niin mutta kuin hänen minä ole sen olivat myös",
        "la": "et in est non ad ut cum quod ex si per sed qui quae a ab atque esse hoc",
        "cs": "a se v na je to že by s z do si jsem jsou byl byla jako tak ale po za jeho který od",
        "hu": "a az egy hogy nem is volt és ez meg csak már mint de ha el vagy kell azt mert",
        "pl": "i w nie na się z do że to a jak o po co od za jest był ale",
    }.items()
}

WORD = re.compile(r"[^\W\d_]+")


def detect_language(text: str, default: str = DEFAULT) -> str:
    """The BCP 47 tag of the language of `text`, `default` where nothing tells."""
    middle = max(0, (len(text) - SAMPLE) // 2)
    sample = text[middle : middle + SAMPLE].lower()
    letters = sum(map(str.isalpha, sample)) or 1
    for language, script, share in SCRIPTS:
        if len(script.findall(sample)) > share * letters:
            return language
    words = Counter(WORD.findall(sample))
    scores = {language: sum(words[w] for w in stops) for language, stops in STOP_WORDS.items()}
    best = max(scores, key=scores.__getitem__)
    return best if scores[best] else default
