"""What makes the file say what it is: XMP metadata, document information, language, viewer preferences.

The XMP packet and the information dictionary say the same (ISO 19005-2, 6.6.2); the packet names
PDF/UA-1 and describes the schema it does that with, as PDF/A asks for.
"""

from __future__ import annotations

from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import PDFDocument

from publisher.outline.nodes import Metadata
from publisher.write.pdf.objects import Raw, Stream, text_string

PRODUCER = "publisher"

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


def xmp(metadata: Metadata, title: str, language: str, date: str) -> bytes:
    """The XMP packet (ISO 16684-1). `date` is ISO 8601 or "" for none."""
    spaces = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    rows = [
        "<dc:format>application/pdf</dc:format>",
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(title)}</rdf:li></rdf:Alt></dc:title>',
        f"<dc:language><rdf:Bag><rdf:li>{escape(language)}</rdf:li></rdf:Bag></dc:language>",
    ]
    if metadata.authors:
        author = escape(_authors(metadata))
        rows.append(f"<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>")
    if date:
        rows += [
            f"<xmp:{key}>{escape(date)}</xmp:{key}>" for key in ("CreateDate", "ModifyDate", "MetadataDate")
        ]
    rows += [
        f"<xmp:CreatorTool>{PRODUCER}</xmp:CreatorTool>",
        f"<pdf:Producer>{PRODUCER}</pdf:Producer>",
        "<pdfuaid:part>1</pdfuaid:part>",
        UA_SCHEMA,
    ]
    body = "\n".join(rows)
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        f'<rdf:RDF xmlns:rdf="{RDF}"><rdf:Description rdf:about="" {spaces}>\n'
        f"{body}\n</rdf:Description></rdf:RDF></x:xmpmeta>\n"
        '<?xpacket end="r"?>'
    ).encode()


def _authors(metadata: Metadata) -> str:
    return "; ".join(metadata.authors)


class Info(Raw):
    """The document information dictionary; reportlab asks it to take part in the file's identifier."""

    def digest(self, signature: object) -> None:
        """Part of the signature already: `identify` took in the whole content."""


def describe(document: PDFDocument, metadata: Metadata, title: str, language: str, date: str) -> None:
    """Put metadata, language and preferences into `document`."""
    catalog = document.Catalog
    catalog.Metadata = Stream(xmp(metadata, title, language, date), b"/Type/Metadata/Subtype/XML")
    catalog.MarkInfo = Raw(b"<</Marked true>>")
    catalog.ViewerPreferences = Raw(b"<</DisplayDocTitle true>>")
    rows = {"Title": title, "Author": _authors(metadata), "Creator": PRODUCER, "Producer": PRODUCER}
    if date:
        rows["CreationDate"] = rows["ModDate"] = pdf_date(date)
    document.info = Info(
        b"<<%b/Trapped/False>>"
        % b"".join(b"/%b %b" % (key.encode(), text_string(text)) for key, text in rows.items() if text)
    )


def pdf_date(date: str) -> str:
    """ "2024-04-16T21:12:00Z" as a PDF date (ISO 32000-1, 7.9.4)."""
    digits = "".join(c for c in date if c.isdigit())
    return f"D:{digits}Z"
