"""What makes the file say what it is: XMP metadata, document information, language, viewer preferences.

The XMP packet and the information dictionary say the same (ISO 19005-2, 6.6.2); the packet names
PDF/UA-1 and describes the schema it does that with, as PDF/A asks for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.sax.saxutils import escape

from publisher.diagnostics import error
from publisher.outline.nodes import Metadata
from publisher.write.pdf.objects import Document, Info, Raw, Stream, text_string

PRODUCER = "publisher"

UNTITLED = "Untitled"
"""PDF/UA wants a title (ISO 14289-1, 7.1)."""

UNDETERMINED = "und"
"""The language tag of a text whose language is not known (RFC 5646, 4.1)."""

LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*\Z")
"""A language tag (ISO 32000-1, 14.9.2.2)."""

DATE = re.compile(
    r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?"
    r"(?:(Z)|([+-]\d\d):?(\d\d)))?)?)?\Z",
    re.ASCII,
)
"""A date in XMP (ISO 16684-1, 8.2.1.2): ISO 8601, as exact as is known; a time has a zone."""

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}

UA_SCHEMA = """<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>part of ISO 14289</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>"""


def describe(document: Document, metadata: Metadata, language: str, date: str) -> None:
    """Put metadata, language and preferences into `document`.

    `date` is ISO 8601 with a zone, "" for none. Raises `PublisherError` "pdf-date" for another text.
    """
    catalog = document.Catalog
    title = metadata.title or UNTITLED
    catalog.Metadata = Stream(xmp(metadata, title, language, date), b"/Type/Metadata/Subtype/XML")
    catalog.MarkInfo = Raw(b"<</Marked true>>")
    catalog.ViewerPreferences = Raw(b"<</DisplayDocTitle true>>")
    made = pdf_date(date)
    rows = {
        "Title": title,
        "Author": "; ".join(metadata.authors),
        "Creator": PRODUCER,
        "Producer": PRODUCER,
        "CreationDate": made,
        "ModDate": made,
    }
    entries = (b"/%b %b" % (key.encode("ascii"), text_string(text)) for key, text in rows.items() if text)
    document.info = Info(b"<<%b>>" % b"".join(entries))


def language_tag(language: str) -> str:
    """`language` if it is a language tag, else the tag of the unknown."""
    return language if LANGUAGE.match(language) else UNDETERMINED


def xmp(metadata: Metadata, title: str, language: str, date: str) -> bytes:
    """The XMP packet (ISO 16684-1). `date` is ISO 8601 or "" for none."""
    spaces = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    rows = [
        "<dc:format>application/pdf</dc:format>",
        _array("dc:title", "Alt", [title]),
        _array("dc:creator", "Seq", metadata.authors),
        _array("dc:contributor", "Bag", metadata.translators),
        _array("dc:publisher", "Bag", filter(None, [metadata.publisher])),
        _array("dc:rights", "Alt", filter(None, [metadata.rights])),
        _array("dc:language", "Bag", [language]),
        _simple("dc:identifier", metadata.identifier),
        _simple("dc:source", metadata.source),
        *(_simple(f"xmp:{key}", date) for key in ("CreateDate", "ModifyDate", "MetadataDate")),
        _simple("xmp:CreatorTool", PRODUCER),
        _simple("pdf:Producer", PRODUCER),
        _simple("pdfuaid:part", "1"),
        UA_SCHEMA,
    ]
    body = "\n".join(filter(None, rows))
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        f'<rdf:RDF xmlns:rdf="{RDF}"><rdf:Description rdf:about="" {spaces}>\n'
        f"{body}\n</rdf:Description></rdf:RDF></x:xmpmeta>\n"
        '<?xpacket end="r"?>'
    ).encode()


def _simple(name: str, text: str) -> str:
    return f"<{name}>{escape(text)}</{name}>" if text else ""


def _array(name: str, kind: str, texts: Iterable[str]) -> str:
    """An array of texts; kind Alt is one text in alternative languages, of which there is one."""
    language = ' xml:lang="x-default"' if kind == "Alt" else ""
    items = "".join(f"<rdf:li{language}>{escape(text)}</rdf:li>" for text in texts)
    return f"<{name}><rdf:{kind}>{items}</rdf:{kind}></{name}>" if items else ""


def pdf_date(date: str) -> str:
    """ "2024-04-16T21:12:00+08:00" as a PDF date, D:20240416211200+08'00 (ISO 32000-1, 7.9.4)."""
    if not date:
        return ""
    found = DATE.match(date)
    if found is None:
        raise error("pdf-date", f'"{date}" is not a date in ISO 8601', None, "2024-04-16T21:12:00Z is one")
    *digits, utc, hours, minutes = found.groups(default="")
    return f"D:{''.join(digits)}{utc}" + (f"{hours}'{minutes}" if hours else "")
