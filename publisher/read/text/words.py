"""What headings are called, in the languages that are read. A new word is one entry in a table."""

from __future__ import annotations

import re
from typing import NamedTuple

from publisher.outline.roles import DivisionRole as R

RANKS: dict[str, int] = {
    "volume": 1,
    "part": 2, "book": 2, "act": 2,
    "chapter": 3, "canto": 3, "letter": 3, "story": 3, "lecture": 3, "essay": 3, "adventure": 3, "stave": 3,
    "article": 3, "night": 3, "appendix": 3, "paper": 3, "poem": 3, "sermon": 3,
    "section": 4, "scene": 4, "lesson": 4, "proposition": 4,
}  # fmt: skip
"""The rank of a scheme of headings named by a word: 1 holds 2, 2 holds 3, 3 holds 4. Those of one rank may
hold each other: books have parts, and parts have books."""

KEYWORDS: dict[str, str] = {
    word: scheme
    for scheme, words in {
        "part": (
            "part teil partie parte часть del część osa díl rész abteilung theil bahagi afdeeling afdeling"
            " 部 編 篇"
        ),
        "volume": "deel volume vol band tome tomo том tom svazek 冊 册 巻",
        "book": "book buch livre libro liber boek книга bok bog księga kirja kniha livro könyv aklat 卷",
        "act": "act akt acte atto acto ato aufzug bedrijf действие akten jornada yugto 幕",
        "scene": "scene scène szene auftritt escena scena cena tooneel toneel явление сцена tagpo 場 场 折",
        "canto": "canto gesang chant sang fitt fytte песнь zang awit",
        "chapter": (
            "chapter chap chapitre kapitel kap hauptstück capitulo capítulo capitolo hoofdstuk глава luku"
            " kapitola rozdział capitol kapittel caput kabanata capo 章 回 話 话 fejezet cap"
        ),
        "letter": "letter lettre brief carta lettera epistle письмо brev epístola epistola liham",
        "story": "story tale novella geschichte histoire conte cuento racconto рассказ kuwento",
        "lecture": "lecture vorlesung conférence conferencia лекция",
        "lesson": "lezione lesson leçon lektion lección lição les урок aralin 課 课",
        "essay": "essay essai ensayo saggio",
        "adventure": "adventure abenteuer aventure avventura aventura",
        "stave": "stave",
        "poem": (
            "sonnet sonett sonetto soneto ode oda elegy elegie élégie elegía elegia fable fabel fábula favola"
            " psalm psaume salmo psalmo eclogue hymn"
        ),
        "sermon": "sermon sermón sermone predigt dialogue dialog dialogo diálogo homily",
        "article": "article artikel articolo artículo статья 条 條",
        "section": (
            "section sect sec § abschnitt sezione sección seccion seção secção sectie paragraaf paragraph"
            " раздел 節 节"
        ),
        "proposition": (
            "prop proposition theor theorem prob problem obs observation exper experiment def"
            " definition ax axiom qu query quest question"
        ),
        "night": "night evening abend nacht nuit soirée noche notte",
        "appendix": (
            "appendix anhang appendice apéndice apêndice bijlage приложение annex annexe 附录 附錄 付録"
        ),
        "paper": "no № nr federalist number",
    }.items()
    for word in words.split()
}
"""A word that numbered headings begin (or end) with -> its scheme."""

SCHEME_ROLES: dict[str, R] = {"appendix": R.APPENDIX}
"""The role of divisions whose headings have a word that names one."""

HAN_COUNTERS = "".join(w for w in KEYWORDS if len(w) == 1 and w >= "\u4e00")
"""The counters of Chinese and Japanese headings: 第三章, 卷一."""

NAMED: dict[str, R | None] = {
    name: role
    for role, names in {
        R.PREFACE: (
            "preface|author's preface|preface to the first edition|preface to the second edition"
            "|vorwort|vorrede|préface|prefazione|prefacio|prólogo del autor|prefácio|voorrede"
            "|woord vooraf|предисловие|前言|序|序言|まえがき|はしがき|avant-propos|author's note"
            "|note|advertisement|to the reader|au lecteur|al lector|an den leser|publisher's note"
            "|translator's note|editor's note|editor's preface|translator's preface|vorbemerkung"
            "|avertissement|advertencia|prefatory note"
        ),
        R.FOREWORD: "foreword|geleitwort|forethought|voorwoord|förord|forord|proemio",
        R.INTRODUCTION: (
            "introduction|introductory|einleitung|einführung|introduzione|introducción|introdução"
            "|inleiding|вступление|введение|引言|导言|導言|序章|はじめに"
            "|introduction to the second edition|general introduction|inledning|noticia preliminar"
        ),
        R.PROLOGUE: "prologue|prolog|prólogo|prologo|proloog|пролог|楔子|プロローグ|the prologue",
        R.EPILOGUE: (
            "epilogue|epilog|épilogue|epílogo|epilogo|epiloog|эпилог|尾声|尾聲|エピローグ|the epilogue"
        ),
        R.AFTERWORD: (
            "afterword|nachwort|postface|postfazione|posfácio|nawoord|послесловие|后记|後記"
            "|あとがき|afterthought|postscript|nachschrift"
        ),
        R.CONCLUSION: (
            "conclusion|schluss|schluß|conclusione|conclusión|conclusão|besluit|slot|заключение"
            "|结论|結論|结语|結語|おわりに|finale"
        ),
        R.APPENDIX: (
            "appendix|appendices|anhang|appendice|apéndice|apêndice|bijlage|приложение|附录|附錄"
            "|付録|addenda|addendum"
        ),
        R.NOTES: (
            "notes|endnotes|footnotes|anmerkungen|fußnoten|notas|note dell'autore|aantekeningen"
            "|примечания|注释|註釋|注|footnotes:|notes de bas de page|references"
            "|transcriber's notes"
        ),
        R.GLOSSARY: (
            "glossary|glossar|glossaire|glossario|glosario|glossário|woordenlijst|глоссарий|словарь"
            "|词汇表|用語集"
        ),
        R.BIBLIOGRAPHY: (
            "bibliography|bibliographie|literatur|literaturverzeichnis|bibliografia|bibliografía"
            "|литература|библиография|参考文献|參考文獻|works cited"
        ),
        R.ACKNOWLEDGMENTS: (
            "acknowledgments|acknowledgements|danksagung|remerciements|ringraziamenti"
            "|agradecimientos|agradecimentos|dankwoord|благодарности|致谢|致謝|謝辞"
        ),
        R.DEDICATION: (
            "dedication|widmung|dédicace|dedica|dedicatoria|dedicatória|opdracht|посвящение|献词|獻詞|献辞"
        ),
        None: (
            "abstract|summary|zusammenfassung|résumé|overview|background|motivation|rationale"
            "|specification|discussion|errata|dramatis personae|persons represented|personen|personnages"
            "|personaggi|characters|index|argument|the argument|examples|history|copyright|see also"
            "|external links|further reading|l'envoi|envoi|interlude|intermezzo"
        ),
    }.items()
    for name in names.split("|")
}
"""A heading without a number, in lower case with straight apostrophes -> its role."""

_CONTENTS = (
    "table of contents|contents|contents of .{0,30}|inhalt|inhalts?verzeichnis|table des mati[eè]res"
    "|table|[ií]ndice(?: general)?|indice dei capitoli|sommaire|sommario|sum[aá]rio|inhoud|inhoudsopgave"
    "|innehåll|sisällys|indhold|目录|目次|目錄|содержание|оглавление|spis treści"
    "|list of illustrations|illustrations"
)
CONTENTS = re.compile(rf"\W*(?:the )?(?:{_CONTENTS})\W*(?:page)?\W*", re.IGNORECASE)
"""The heading of a printed table of contents."""

VAGUE_CONTENTS = re.compile(
    r"\W*(?:table|[ií]ndice|index|list of illustrations|illustrations)\W*", re.IGNORECASE
)
"""Those of them that other things are called too."""

CLOSING = re.compile(
    r"(?:chapter |in )?(?:summary|conclusions?|exercises?|questions|further reading|wrap(?:ping)?[ -]?up"
    r"|recap|review|references|notes|see also|(?:final|closing) thoughts|key takeaways|bibliography)"
    r"|zusammenfassung|fazit|schluss|übungen|aufgaben|literatur|résumé|exercices|pour aller plus loin"
    r"|resumen|ejercicios|conclusi[oó]n(?:es)?|conclusão|conclusões|resumo|exercícios|riepilogo"
    r"|conclusion[ei]|esercizi|samenvatting|conclusie|oefeningen|заключение|итоги|выводы|упражнения"
    r"|小结|小結|总结|總結|习题|習題|结论|結論|まとめ|練習問題|参考文献|參考文獻",
    re.IGNORECASE,
)
"""What the last section of a chapter is called."""


class Phrase(NamedTuple):
    """What a text in small letters may say: a pattern, and words of which one is in whatever it matches."""

    words: tuple[str, ...]
    whole: re.Pattern[str]


_CHAPTER_WORDS = ("chapter", "kapitel", "chapitre", "capit", "capít", "hoofdstuk", "глав", "章")

THIS_CHAPTER = Phrase(
    (*_CHAPTER_WORDS, "guide", "tutorial", "document", "article"),
    re.compile(
        r"\b(?:this|these) chapters?\b|\b(?:this|our) (?:guide|tutorial|document|article)\b"
        r"|\bdiese[sm]? kapitel|\b(?:ce|présent) chapitre|\b(?:este|neste|presente) cap[ií]tulo"
        r"|\b(?:questo|presente) capitolo|\bdit hoofdstuk|(?:этой|данной) главе|[本这這]一?章"
    ),
)
"""A chapter that speaks of itself."""

NEXT_CHAPTER = Phrase(
    _CHAPTER_WORDS,
    re.compile(
        r"\b(?:next|following|coming) chapters?\b|\bnächste[nrs]? kapitel|\bchapitre suivant"
        r"|\b(?:pr[oó]ximo|siguiente|seguinte) cap[ií]tulo|\bcap[ií]tulo (?:siguiente|seguinte)"
        r"|\bprossimo capitolo|\bvolgende hoofdstuk|следующей главе|下一?章|次の?章"
    ),
)
"""A chapter that speaks of the one after it."""

THIS_SECTION = Phrase(
    ("section", "abschnitt", "secc", "seci", "seção", "sezione", "paragraaf", "раздел", "节", "節"),
    re.compile(
        r"\b(?:this|these|following|next) (?:sub)?sections?\b|\bdiese[mrn]? abschnitt|\bcette section"
        r"|\besta sec?ci[oó]n|\b[nd]?esta seção|\bquesta sezione|\bdeze paragraaf|(?:этом|данном) разделе"
        r"|本[节節]"
    ),
)
"""A section that speaks of itself or of those to come."""

APPARATUS = frozenset(
    name
    for names in (
        # of papers, proposals and standards
        "abstract|background|motivation|rationale|rationale and goals|motivation and rationale|specification"
        "|backwards compatibility|backward compatibility|security implications|security considerations"
        "|privacy considerations|iana considerations|how to teach this|reference implementation"
        "|rejected ideas|rejected alternatives|alternatives|open issues|open questions|drawbacks"
        "|unresolved questions|future possibilities|related work|prior art|methods|materials and methods"
        "|methodology|results|discussion|results and discussion|evaluation|limitations|future work",
        "introduction|conclusion|conclusions|acknowledgements|acknowledgments|references|bibliography"
        "|copyright|license|appendix|appendices|change history|authors' addresses|contributors",
        "einleitung|methoden|ergebnisse|diskussion|fazit|danksagung|résultats|méthodes|remerciements"
        "|références|introducción|métodos|resultados|discusión|conclusiones|agradecimientos|referencias",
        # of encyclopedias
        "see also|further reading|external links|notes|footnotes|notes and references|sources|citations",
        "siehe auch|literatur|weblinks|einzelnachweise|anmerkungen|voir aussi|notes et références"
        "|bibliographie"
        "|liens externes|articles connexes|véase también|enlaces externos|bibliografía|notas|fuentes",
        "note|bibliografia|voci correlate|altri progetti|collegamenti esterni|ver também|referências"
        "|ligações externas|zie ook|externe links|bronnen|bronnen, noten en/of referenties",
        "см. также|примечания|литература|ссылки|источники|mga sanggunian|tingnan din|mga kawing panlabas",
        "参见|參見|参考文献|參考文獻|外部链接|外部連結|延伸阅读|延伸閱讀|注释|註釋|脚注|関連項目|外部リンク|出典",
    )
    for name in names.split("|")
)
"""What the highest sections of papers, proposals and encyclopedia articles are called, by convention."""
