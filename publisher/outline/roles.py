"""The roles of divisions and paragraphs, and what each means outside: EPUB, ARIA, place in the book.

One table: a new role is one row. Terms: EPUB 3 Structural Semantics Vocabulary 1.1 and Digital
Publishing WAI-ARIA Module 1.1.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Matter(StrEnum):
    """Where in a book a division stands (Chicago Manual of Style 18, 1.3)."""

    FRONT = "frontmatter"
    BODY = "bodymatter"
    BACK = "backmatter"


class DivisionRole(StrEnum):
    """What a division is. The value is also its class in the markup."""

    OPENING = "opening"
    PART = "part"
    CHAPTER = "chapter"
    SECTION = "section"
    DEDICATION = "dedication"
    EPIGRAPH = "epigraph"
    FOREWORD = "foreword"
    PREFACE = "preface"
    INTRODUCTION = "introduction"
    PROLOGUE = "prologue"
    EPILOGUE = "epilogue"
    AFTERWORD = "afterword"
    CONCLUSION = "conclusion"
    APPENDIX = "appendix"
    NOTES = "notes"
    GLOSSARY = "glossary"
    BIBLIOGRAPHY = "bibliography"
    ACKNOWLEDGMENTS = "acknowledgments"
    COLOPHON = "colophon"
    RELATED = "related"


class ParagraphRole(StrEnum):
    """What a paragraph is beyond running text. The value is also its class in the markup."""

    DATELINE = "dateline"
    SALUTATION = "salutation"
    CLOSING = "closing"
    SIGNATURE = "signature"
    ATTRIBUTION = "attribution"
    SPEAKER = "speaker"
    SPEECH = "speech"
    STAGE_DIRECTION = "stage-direction"
    CAPTION = "caption"
    SIDENOTE = "sidenote"


@dataclass(frozen=True, slots=True)
class RoleFacts:
    """`epub_type` and `aria` are "" where the vocabularies have no term.

    `unit` says that such a division begins a file of the EPUB wherever it stands; other divisions
    do so only at the top or right inside a part.
    """

    matter: Matter
    epub_type: str
    aria: str
    unit: bool = True


_F, _B, _K = Matter.FRONT, Matter.BODY, Matter.BACK
_R = DivisionRole

ROLE_FACTS: dict[DivisionRole, RoleFacts] = {
    _R.OPENING: RoleFacts(_B, "", "", unit=False),
    _R.PART: RoleFacts(_B, "part", "doc-part"),
    _R.CHAPTER: RoleFacts(_B, "chapter", "doc-chapter"),
    _R.SECTION: RoleFacts(_B, "", "", unit=False),
    _R.DEDICATION: RoleFacts(_F, "dedication", "doc-dedication"),
    _R.EPIGRAPH: RoleFacts(_F, "epigraph", "doc-epigraph"),
    _R.FOREWORD: RoleFacts(_F, "foreword", "doc-foreword"),
    _R.PREFACE: RoleFacts(_F, "preface", "doc-preface"),
    _R.INTRODUCTION: RoleFacts(_B, "introduction", "doc-introduction"),
    _R.PROLOGUE: RoleFacts(_B, "prologue", "doc-prologue"),
    _R.EPILOGUE: RoleFacts(_B, "epilogue", "doc-epilogue"),
    _R.AFTERWORD: RoleFacts(_K, "afterword", "doc-afterword"),
    _R.CONCLUSION: RoleFacts(_B, "conclusion", "doc-conclusion"),
    _R.APPENDIX: RoleFacts(_K, "appendix", "doc-appendix"),
    _R.NOTES: RoleFacts(_K, "endnotes", "doc-endnotes"),
    _R.GLOSSARY: RoleFacts(_K, "glossary", "doc-glossary"),
    _R.BIBLIOGRAPHY: RoleFacts(_K, "bibliography", "doc-bibliography"),
    _R.ACKNOWLEDGMENTS: RoleFacts(_K, "acknowledgments", "doc-acknowledgments"),
    _R.COLOPHON: RoleFacts(_K, "colophon", "doc-colophon"),
    _R.RELATED: RoleFacts(_K, "", "", unit=False),
}
