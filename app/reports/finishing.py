"""Last touch to a document: its structure, its colours, its metadata and its attached data, in a file made to last.

The file follows the clauses of PDF/A-3b that the tests check one by one (ISO 19005-3): nothing outside the file is needed to
read it. The same content gives the same bytes.
"""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from html import escape
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFCatalog, PDFPage

from app.reports.filing import Raw, file_of, referred, stream, text
from app.reports.tags import Element, TaggedCanvas, Tags
from app.resources import resource_path

LANGUAGE = "fr-FR"
DATA_FILE = "mission.json"

_PRODUCER, _CREATOR = "ReportLab", "Jalon"
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<xmp:CreateDate>{made_at}</xmp:CreateDate><xmp:ModifyDate>{made_at}</xmp:ModifyDate>
<pdf:Producer>{producer}</pdf:Producer>
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
"""Metadata packet; source: ISO 16684-1 and ISO 19005-3, 6.6."""

_OF_CATALOG = [*PDFCatalog.__NoDefault__, "OutputIntents", "AF"]
_OF_PAGE = [*(name for name in PDFPage.__NoDefault__ if name != "Trans"), "StructParents", "Tabs"]
"""Entries that ReportLab writes, with ours; a transition, which it would write empty, has no place in a file made to last."""


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What the file says of itself.

    Attributes:
        title: Title of the document.
        author: Who made it; may be empty.
        made_at: When its content was settled, aware; a clock would make each copy differ.
        data: Bytes of the sealed mission to attach as they are, or None.
    """

    title: str
    author: str
    made_at: datetime
    data: bytes | None = None


def finish(canvas: TaggedCanvas, facts: FileFacts) -> bytes:
    """The file with its structure, output intent, metadata and data.

    Args:
        canvas: A canvas whose pages are all shown.
        facts: What the file says of itself.
    """
    document: Any = canvas._doc
    for font in document.delayedFonts:
        font.addObjects(document)
    document.Outlines.prepare(document, canvas)
    catalog = document.Catalog
    catalog.__NoDefault__ = _OF_CATALOG
    if document.Outlines.ready < 0:
        catalog.Outlines = None
    catalog.Lang = text(LANGUAGE)
    catalog.MarkInfo = b"<</Marked true>>"
    catalog.StructTreeRoot = _structure(document, canvas.tags)
    catalog.OutputIntents = _colours(document)
    catalog.Metadata = referred(document, _metadata(facts))
    if facts.data is not None:
        attached = _attach(document, facts.data, facts.made_at)
        catalog.AF = b"[%s]" % attached
        catalog.Names = b"<</EmbeddedFiles<</Names[%s %s]>>>>" % (text(DATA_FILE), attached)
    return file_of(document, _information(facts))


def _structure(document: Any, tags: Tags) -> bytes:
    """Writes the tree, and for each page which element each of its marks belongs to; how to refer to it."""
    root = Raw()
    root_reference = referred(document, root)
    pages = [b"%d 0 R" % document.idToObjectNumberAndVersion[page.__InternalName__][0] for page in _pages(document)]
    tree = _Tree(document, pages)
    top = tree.written(tags.root, root_reference)
    numbers = []
    for rank, marks in enumerate(tags.pages):
        _pages(document)[rank].StructParents = rank
        numbers.append(b"%d[%s]" % (rank, b" ".join(tree.made[element] for element in marks)))
    for page in _pages(document):
        page.__NoDefault__ = _OF_PAGE
        page.Tabs = b"/S"
    parents = referred(document, Raw(b"<</Nums[%s]>>" % b" ".join(numbers)))
    entries = (top, parents, len(tags.pages))
    root.words = b"<</Type/StructTreeRoot/K[%s]/ParentTree %s/ParentTreeNextKey %d>>" % entries
    return root_reference


def _pages(document: Any) -> list[Any]:
    return list(document.Pages.pages)


class _Tree:
    """Elements as objects of the file.

    Attributes:
        made: How to refer to each element.
    """

    def __init__(self, document: Any, pages: list[bytes]) -> None:
        self.made: dict[Element, bytes] = {}
        self._document, self._pages = document, pages

    def written(self, element: Element, parent: bytes) -> bytes:
        """Adds an element and all below it; how to refer to it."""
        object_made = Raw()
        reference = self.made[element] = referred(self._document, object_made)
        entries = [b"<</S/%s/P %s" % (element.role.encode(), parent)]
        if element.alternative:
            entries.append(b"/Alt" + text(element.alternative))
        if element.text:
            entries.append(b"/ActualText" + text(element.text))
        if element.scope:
            entries.append(b"/A<</O/Table/Scope/%s>>" % element.scope.encode())
        first = next((kid[0] for kid in element.kids if not isinstance(kid, Element)), None)
        if first is not None:
            entries.append(b"/Pg " + self._pages[first])
        kids = b" ".join([self._kid(kid, first, reference) for kid in element.kids])
        object_made.words = b"%s/K[%s]>>" % (b"".join(entries), kids)
        return reference

    def _kid(self, kid: Element | tuple[int, int], first: int | None, reference: bytes) -> bytes:
        if isinstance(kid, Element):
            return self.written(kid, reference)
        page, mark = kid
        return b"%d" % mark if page == first else b"<</Type/MCR/Pg %s/MCID %d>>" % (self._pages[page], mark)


@lru_cache(maxsize=1)
def _profile() -> bytes:
    return resource_path("colour", "srgb.icc").read_bytes()


def _colours(document: Any) -> bytes:
    """Says which colours the three components mean."""
    profile = referred(document, stream(_profile(), b"/N 3/Alternate/DeviceRGB"))
    words = b"[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)"
    return words + b"/DestOutputProfile %s>>]" % profile


def _information(facts: FileFacts) -> Raw:
    """The information dictionary."""
    at = _date(facts.made_at)
    names = (text(facts.title), text(facts.author), text(_CREATOR), text(_PRODUCER), at, at)
    return Raw(b"<</Title%s/Author%s/Creator%s/Producer%s/CreationDate%s/ModDate%s>>" % names)


def _date(instant: datetime) -> bytes:
    return text(f"D:{instant.astimezone(UTC):%Y%m%d%H%M%S}+00'00'")


def _metadata(facts: FileFacts) -> Raw:
    """The same facts as a packet that is read without opening the file."""
    packet = _XMP.format(
        title=escape(facts.title),
        author=escape(facts.author),
        language=LANGUAGE,
        creator=_CREATOR,
        made_at=f"{facts.made_at.astimezone(UTC):%Y-%m-%dT%H:%M:%S}+00:00",
        producer=_PRODUCER,
    )
    return stream(packet.encode(), b"/Type/Metadata/Subtype/XML", compressed=False)


def _attach(document: Any, data: bytes, made_at: datetime) -> bytes:
    """The sealed data, byte for byte, named as the source of what is printed; how to refer to their description."""
    at, check = _date(made_at), hashlib.md5(data, usedforsecurity=False).hexdigest().encode()
    params = b"/Params<</Size %d/CreationDate%s/ModDate%s/CheckSum<%s>>>" % (len(data), at, at, check)
    held = referred(document, stream(data, b"/Type/EmbeddedFile/Subtype/application#2Fjson" + params))
    words = (text(DATA_FILE), text(DATA_FILE), held, held)
    return referred(document, Raw(b"<</Type/Filespec/F%s/UF%s/AFRelationship/Data/EF<</F %s/UF %s>>>>" % words))
