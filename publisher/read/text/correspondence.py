"""What letters begin and end with, in the languages that are read. A new wording is one alternative."""

from __future__ import annotations

import re

OPEN = r"[\"“”‘'«„_\s]*"
SHUT = r"[\"”’'»“_\s]*$"

_GREETINGS = (
    # English
    r"(?:(?:my|our|mine)\s)?(?:(?:own|very|ever|most|kind|good) )*"
    r"(?:dear(?:est)?|beloved|honou?red|darling)\b(?: [^.!?:;,—]{1,40})?",
    r"(?:dear )?(?:sirs?|madam|gentlemen|reverend sir|your (?:grace|majesty|lordship|excellency))",
    # German
    r"(?:meine? )?(?:sehr )?(?:hoch)?(?:lieb|liebst|geehrt|verehrt|teur)e[rs]? [^.!?:;—]{2,50}",
    # French
    r"(?:mon |ma |mes )?(?:très |bien )?ch(?:er|ère)s?\b(?: [^.!?:;,—]{2,40})?",
    r"monsieur|madame|mademoiselle|messieurs",
    # Spanish, Portuguese
    r"(?:mi |muy |meu |minha )?(?:querid|estimad|apreciad|prezad|car)[oa]s?\b(?: [^.!?:;,—]{2,40})?",
    r"muy señor(?:es)? (?:mío|nuestro)s?",
    # Italian
    r"(?:mi[oa] )?(?:car|gentil|egregi|stimat|illustr)(?:issim)?[oaei] [^.!?:;,—]{2,40}",
)
_GREETING = rf"{OPEN}(?:{'|'.join(_GREETINGS)})_?"

SALUTATION = re.compile(
    rf"{_GREETING}(?:,|:|;|,?\s?[—–]|,?\s?--|:—|:--|\.—|\.--)[_\"”]?\s*$",
    re.IGNORECASE,
)
"""A salutation alone on its line. "My dear fellow!" and "My dear aunt, this is serious." are talk."""
SALUTATION_ENDS = frozenset(',:;—–-_"”')
"""What it ends in, space aside."""

BARE_SALUTATION = re.compile(rf"{_GREETING}[,:;!.]?\s*", re.IGNORECASE)
"""A line that would be a salutation, with its sign or without."""

RUN_IN_SALUTATION = re.compile(rf"{_GREETING}(?:(?P<stop>[,.:])\s?(?:—|--)|—|--|: (?=[A-Z]))", re.IGNORECASE)
"""A salutation that the letter follows in the same line; "dear goat—" without a `stop` is said too."""

_KIN = (
    r"(?:friends?|servants?|son|daughter|brother|sister|wife|husband|mother|father|cousin|uncle|aunt|nephew"
    r"|niece|well-wisher)"
)
_CLOSINGS = (
    # English
    r"(?:(?:i|we) (?:am|are|remain),? |believe me,? )?(?:ever )?yours\b",
    r"(?:(?:i|we) (?:am|are|remain),? |believe me,? )?(?:[\w ]{0,20}, )?your (?:[\w-]+,? ){0,6}"
    rf"(?:affectionate|obedient|humble|faithful|loving|devoted|sincere|grateful|{_KIN})\b",
    r"with (?:all )?(?:my )?(?:love|best|kind|warm)[^.!?]*",
    r"(?:ever|affectionately|sincerely|respectfully|faithfully|truly|cordially)(?: yours)?\b",
    r"(?:i|we) (?:am|are|remain)\b[^.!?]{0,40}\b(?:yours|etc|&c|sir|madam)\b",
    # German
    r"mit (?:freundlich|herzlich|best|vorzüglich)\w+ \w+|hochachtungsvoll",
    r"(?:dein|ihr|euer)e? (?:\w+ ){0,3}\w+",
    # French
    r"(?:votre|ton|ta) (?:\w+ ){0,3}\w+|bien à (?:vous|toi)|(?:veuillez )?agréez?r?\b[^.!?]*",
    # Spanish, Portuguese
    r"(?:su|tu|seu) (?:\w+ ){0,3}\w+|atentamente|con (?:cariño|afecto)|com (?:carinho|afeto)",
    # Italian
    r"(?:suo|sua|tuo|tua|vostro)(?: \w+){1,3}|distinti saluti|con affetto",
)
CLOSING = re.compile(
    rf"{OPEN}(?:{'|'.join(_CLOSINGS)})[^.!?]{{0,40}}(?:,|\.|—|--|etc\.?|&c\.?)?{SHUT}",
    re.IGNORECASE,
)
"""A closing alone on its line, or with the signature."""

RUN_IN_CLOSING = re.compile(
    r"(?:[.!?…]\s|—|--|\b(?:am|remain|me),? |\bremain,[^.!?]{1,90}, )"
    rf"(?:(?:ever )?yours\b|your (?:[\w-]+ ){{0,4}}{_KIN}\b"
    rf"|sincerely|affectionately|your loving)[^.!?]{{0,40}}(?:,|\.|etc\.?|&c\.?)?{SHUT}",
    re.IGNORECASE,
)
"""A closing at the end of the letter's last line."""

_MONTHS = (
    r"(?:Jan|Feb|Mar|Mär|Apr|Avr|Abr|May|Mai|Maggio|Jun|Juin|Giu|Jul|Juil|Lug|Aug|Août|Ago|Sep|Set|Oct|Okt"
    r"|Ott|Nov|Dec|Dez|Déc|Dic)\w*\.?"
)
DATELINE = re.compile(
    rf"\b(?:1[4-9]|20)\d\d\b|\b\d{{1,2}}(?:st|nd|rd|th)\b|\b{_MONTHS},? \d|\b\d{{1,2}}\.? (?:de )?{_MONTHS}"
    r"|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:, le|, den|, il|, a) \d",
    re.IGNORECASE,
)
"""A place and a date, or one of them."""

SIGNATURE = re.compile(
    rf"{OPEN}(?:(?:[A-ZÀ-ÞА-Я][\w’'-]*\.?|de|du|von|van|der|née|of|the|and|&|y),? ?){{1,6}}[.—]?{SHUT}"
)
"""Words with capitals."""

POSTSCRIPT = re.compile(rf"{OPEN}P\.? ?(?:P\.? ?)?S\b")

TITLE = re.compile(
    rf"{OPEN}(?:(?:Letter|Telegram|Cablegram|Note|Message|Memorandum|Postcard|Report)\b"
    r"(?=.* (?:to|from|left by) )"
    r"|(?:Brief|Telegramm|Lettre|Lettera|Carta|Telegrama)\b(?=.* (?:an|von|à|de|a|di|da) ))[^!?]{4,140}",
)
"""What stands above a letter in a book of letters and papers ("Letter, Ada to Marten.")."""

WRITING = re.compile(
    r"\b(?:letters?|notes?|telegrams?|message|postscript|epistle|billet|wrote|writes|written"
    r"|Brief|Zettel|schrieb|lettre|écrivit|carta|escribió|lettera|biglietto|scrisse)\b"
)
"""Words that announce a letter."""
