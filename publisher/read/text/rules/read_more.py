"""Marks that lead on to another page: "[Detailed]", "Read more »"; and the buttons of a page.

A mark at the end of a paragraph is trimmed off; a line that is nothing else is dropped. Brackets in
real prose ("[sic]", "[Illustration]") are neither known wordings nor repeated ends of paragraphs, and
a guillemet that closes a quotation ("« Voici la suite »") is no arrow.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from publisher.read.text.claims import Claim, Evidence, IsDropped, IsParagraph, Says, Trim
from publisher.read.text.lines import Lines, once_a_text

NAME = "read-more"

_PHRASES = (
    r"(?:read|see|view|show|learn) (?:more|all|on|full (?:text|story|article))|continue reading|keep reading"
    r"|full (?:text|story|article)|读全文|查看更多|查看全文|阅读全文|阅读更多|続きを読む|もっと見る"
    r"|全文を読む|weiterlesen|mehr (?:lesen|erfahren)|zum artikel|lire (?:la suite|plus)|en savoir plus"
    r"|leer más|seguir leyendo|ver más|continua a leggere|leggi (?:tutto|di più)|lees (?:meer|verder)"
    r"|leia mais|saiba mais|continue lendo|читать (?:далее|дальше|полностью)|czytaj (?:więcej|dalej)"
    r"|läs mer|læs mere|les mer"
)
"""Wordings that say nothing else."""
_WORDS = (
    r"detailed|details?|more|expand|详细|详情|更多|全文|詳細|mehr|suite|más|continua|meer|подробнее|далее"
)
"""Words that are a mark in brackets only."""
_DOTS = r"\s*(?:\.\.\.|…|[.:])?\s*"
_ARROW = r"(?:»|›|>>?|→|⟶|➔|➜|▶|►)"
KNOWN = re.compile(
    rf"\s*(?:[\[【［(（]{_DOTS}(?:{_PHRASES}){_DOTS}{_ARROW}?\s*[\]】］)）]"
    rf"|[\[【［]{_DOTS}(?:{_WORDS}){_DOTS}{_ARROW}?\s*[\]】］]"
    rf"|(?:(?<=[.!?…。！？\]”\"’])|^)\s*(?:{_PHRASES}){_DOTS}{_ARROW})$",
    re.IGNORECASE,
)
BARE = re.compile(rf"(?:{_PHRASES}){_DOTS}", re.IGNORECASE)
"""A line that is only such a wording needs neither brackets nor an arrow."""
LAST_SIGNS = frozenset("]】］)）»›>→⟶➔➜▶►")
"""What a line with a mark ends in."""

BRACKETED = re.compile(r"\s*\[(?P<word>[^\W\d][\w ]{2,20})\]$")
PROSE = frozenset(
    word
    for words in (
        "sic illustration footnote music image figure exit exeunt edit aside enter laughter applause blank",
        "pause laughs laughing crying silence noise inaudible crosstalk",
    )
    for word in words.split()
)
"""First words in brackets that belong to texts."""
OFTEN = 3
"""An unknown bracketed word that ends so many paragraphs is a mark."""

BUTTONS = re.compile(
    r"(?:share(?: (?:this|on \w+)[\w ]{0,20})?|print(?: this(?: page| article)?)?|e-?mail(?: this)?|tweet"
    r"|facebook|twitter|linkedin|whatsapp|telegram|pinterest|subscribe(?: now)?|sign (?:in|up)|log ?in"
    r"|(?:back|return) to (?:the )?top|top of page|(?:skip|jump) to (?:main )?(?:content|navigation|search)"
    r"|leave a (?:comment|reply)|(?:add|post) a comment|copy link|bookmark(?: this)?|save|menu|search|close"
    r"|previous|next|home|teilen|drucken|merken|nach oben|zum seitenanfang|partager|imprimer|haut de page"
    r"|retour en haut|s'abonner|compartir|imprimir|volver arriba|suscribirse|condividi|stampa|torna su"
    r"|iscriviti|delen|afdrukken|naar boven|compartilhar|voltar ao topo|поделиться|печать|наверх|подписаться"
    r"|分享|打印|返回顶部|登录|注册|关注|收藏|共有|印刷|ページの先頭へ)[:.…]?\s*[»›>→↑]?",
    re.IGNORECASE,
)
LONGEST_BUTTON = 40
NEAR = 3
"""Lines of text between two buttons of one row at most."""


@once_a_text
def marks(lines: Lines) -> Mapping[int, int]:
    """Where the mark begins in each line that ends in one."""
    found: dict[int, int] = {}
    unknown: dict[int, re.Match[str]] = {}
    for n, text in enumerate(lines.text):
        if not text or text[-1] not in LAST_SIGNS or not _ends_paragraph(lines, n):
            continue
        known = KNOWN.search(text)
        if known and not _closes_quotation(lines, text, known.start()):
            found[n] = known.start()
        elif text[-1] == "]" and not lines.wrapped and (bracketed := BRACKETED.search(text)):
            unknown[n] = bracketed
    words = Counter(m["word"].lower() for m in unknown.values() if m.start())
    for n, match in unknown.items():
        word = match["word"].lower()
        if words[word] >= OFTEN and word.split()[0] not in PROSE and match.start():
            found[n] = match.start()
    return found


def _ends_paragraph(lines: Lines, at: int) -> bool:
    return not lines.wrapped or lines.blank(at + 1)


def _closes_quotation(lines: Lines, text: str, start: int) -> bool:
    """Whether the arrow is a guillemet that a quotation is closed with."""
    if text[-1] not in "»›>":
        return False
    return lines.wrapped or text.count("«", 0, start) > text.count("»", 0, start)


def trims(lines: Lines) -> Iterator[Trim]:
    """The marks at the ends of paragraphs."""
    for line, start in sorted(marks(lines).items()):
        yield Trim(rule=NAME, line=line, start=start, stop=len(lines.text[line]), what="read-more mark")


def claims(lines: Lines) -> Iterator[Claim]:
    """Lines that are only a mark or a button; and in unwrapped text, paragraphs that end in a mark."""
    for n, start in sorted(marks(lines).items()):
        if start == 0:
            yield _claim(n, IsDropped(what="read-more line"), "is nothing but a read-more mark", 6.0)
        elif not lines.wrapped:
            yield _claim(n, IsParagraph(), "ends in a read-more mark, as the start of an article does", 7.0)
    if not lines.wrapped:
        yield from _buttons(lines)


def _buttons(lines: Lines) -> Iterator[Claim]:
    """Buttons stand in rows, or at the head or foot of a page; a "Menu" in mid-text may be a heading."""
    shown = [n for n, text in enumerate(lines.text) if text]
    short = [(at, n) for at, n in enumerate(shown) if len(lines.text[n]) <= LONGEST_BUTTON]
    places = {at: n for at, n in short if BUTTONS.fullmatch(lines.text[n])}
    for at, n in places.items():
        row = any(other in places for d in range(1, NEAR + 1) for other in (at - d, at + d))
        if row or at < NEAR or at >= len(shown) - NEAR:
            where = "in a row of such" if row else "at the edge of the page"
            yield _claim(n, IsDropped(what="button"), f"the label of a button, {where}", 5.0)
    for _, n in short:
        if BARE.fullmatch(lines.text[n]):
            yield _claim(n, IsDropped(what="read-more line"), "is nothing but a read-more mark", 6.0)


def _claim(line: int, says: Says, reason: str, weight: float) -> Claim:
    return Claim(rule=NAME, first=line, stop=line + 1, says=says, evidence=(Evidence(reason, weight),))
