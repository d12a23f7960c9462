"""Marks that lead on to another page: "[Detailed]", "Read more »"; and the buttons of a page.

A mark at the end of a paragraph is trimmed off; a line that is nothing else is dropped. Brackets in
real prose ("[sic]", "[Illustration]") are neither known wordings nor repeated ends of paragraphs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from publisher.read.text.claims import Claim, Evidence, IsDropped, IsParagraph, Trim
from publisher.read.text.lines import Lines, once_a_text

NAME = "read-more"

WORDINGS = (
    r"detailed|details?|(?:read|see|view|show) (?:more|all|full (?:text|story|article))|more"
    r"|full (?:text|story)"
    r"|continue reading|continued|keep reading|expand"
    r"|详细|详情|更多|查看更多|阅读全文|全文|続きを読む|もっと見る"
    r"|weiterlesen|mehr(?: lesen)?|lire la suite|en savoir plus|suite|leer más|más|ver más"
    r"|continua(?: a leggere)?"
    r"|leggi tutto|lees (?:meer|verder)|leia mais|saiba mais|читать (?:далее|дальше)|подробнее"
)
KNOWN = re.compile(
    rf"\s*(?:[\[【（(](?:{WORDINGS})\s*(?:\.\.\.|…|»|>+|→)?[\]】）)]"
    rf"|(?<![\w,;])(?:{WORDINGS})\s*(?:»|›|>>?|→|⟶|➔))\s*$",
    re.IGNORECASE,
)
BRACKETED = re.compile(r"\s*\[(?P<word>[^\W\d][\w ]{2,20})\]\s*$")
PROSE = frozenset(
    {"sic", "illustration", "footnote", "music", "image", "blank page", "exit", "exeunt", "edit"}
)
"""Bracketed words that belong to texts."""
OFTEN = 3
"""An unknown bracketed word that ends so many paragraphs is a mark."""

BUTTONS = re.compile(
    r"^(?:share(?: (?:this|on \w+).*)?|print|e-?mail|tweet|facebook|twitter|linkedin|whatsapp"
    r"|subscribe|sign (?:in|up)"
    r"|log in|back to top|top of page|advertisement|skip to (?:main )?content|leave a comment"
    r"|comments|related articles"
    r"|copy link|save|menu|teilen|drucken|nach oben|partager|imprimer|compartir|imprimir"
    r"|condividi|stampa|delen"
    r"|поделиться|分享|打印|返回顶部|登录|注册)$",
    re.IGNORECASE,
)


@once_a_text
def marks(lines: Lines) -> dict[int, int]:
    """Where the mark begins in each line that ends in one."""
    found = {n: m.start() for n, text in enumerate(lines.text) if text and (m := KNOWN.search(text))}
    unknown = {
        n: m for n, text in enumerate(lines.text) if text.endswith("]") and (m := BRACKETED.search(text))
    }
    words = Counter(m["word"].lower() for m in unknown.values())
    for n, match in unknown.items():
        word = match["word"].lower()
        if (
            n not in found
            and words[word] >= OFTEN
            and word not in PROSE
            and not lines.wrapped
            and match.start()
        ):
            found[n] = match.start()
    return found


def trims(lines: Lines) -> Iterator[Trim]:
    """The marks at the ends of paragraphs."""
    for line, start in sorted(marks(lines).items()):
        yield Trim(rule=NAME, line=line, start=start, stop=len(lines.text[line]), what="read-more mark")


def claims(lines: Lines) -> Iterator[Claim]:
    """Lines that are only a mark or a button; and in unwrapped text, paragraphs that end in a mark."""
    found = marks(lines)
    for n, text in enumerate(lines.text):
        if n in found and found[n] == 0:
            yield _claim(n, IsDropped(what="read-more line"), "is nothing but a read-more mark", 6.0)
        elif n in found and not lines.wrapped:
            yield _claim(n, IsParagraph(), "ends in a read-more mark, as the start of an article does", 7.0)
        elif text and not lines.wrapped and len(text) < 40 and BUTTONS.match(text):
            yield _claim(n, IsDropped(what="button"), "is the label of a button", 5.0)


def _claim(line: int, says: IsDropped | IsParagraph, reason: str, weight: float) -> Claim:
    return Claim(rule=NAME, first=line, stop=line + 1, says=says, evidence=(Evidence(reason, weight),))
