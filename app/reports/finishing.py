"""Last pass over a document: its structure, its colours, its metadata and its attached data, in a file made to last.

The file follows the clauses of PDF/A-3b that the tests check one by one (ISO 19005-3): nothing outside the file is needed to
read it. The same content gives the same bytes.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from html import escape
from typing import Any

from app.reports.tags import Element, Tags
from app.resources import resource_path

LANGUAGE = "fr-FR"
DATA_FILE = "mission.json"

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>Jalon</xmp:CreatorTool>
<xmp:CreateDate>{made_at}</xmp:CreateDate><xmp:ModifyDate>{made_at}</xmp:ModifyDate>
<pdf:Producer>{producer}</pdf:Producer>
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
"""Metadata packet; source: ISO 16684-1 and ISO 19005-3, 6.6."""


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


def finish(pdf: bytes, tags: Tags, facts: FileFacts) -> bytes:
    """The document with its structure, output intent, metadata and data.

    Args:
        pdf: What ReportLab wrote.
        tags: Structure kept while the pages were painted.
        facts: What the file says of itself.
    """
    import pikepdf

    output = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for page in document.pages:
            if "/Trans" in page:
                del page["/Trans"]
        _structure(document, tags)
        _colours(document)
        _metadata(document, facts)
        if facts.data is not None:
            _attach(document, facts.data, facts.made_at)
        document.save(
            output,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return output.getvalue()


def _structure(document: Any, tags: Tags) -> None:
    """Writes the tree, and for each page which element each of its marks belongs to."""
    from pikepdf import Array, Dictionary, Name

    pages = [page.obj for page in document.pages]
    tree = _Tree(document, pages)
    root = document.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    root.K = Array([tree.written(tags.root, root)])
    numbers: list[Any] = []
    for rank, marks in enumerate(tags.pages):
        pages[rank].StructParents = rank
        numbers += [rank, document.make_indirect(Array([tree.made[element] for element in marks]))]
    root.ParentTree = document.make_indirect(Dictionary(Nums=Array(numbers)))
    root.ParentTreeNextKey = len(tags.pages)
    for page in pages:
        page.Tabs = Name.S
    document.Root.StructTreeRoot = root
    document.Root.MarkInfo = Dictionary(Marked=True)
    document.Root.Lang = LANGUAGE


class _Tree:
    """Elements as objects of the file; there are thousands, so each is made in one go.

    Attributes:
        made: Object of each element.
    """

    def __init__(self, document: Any, pages: Sequence[Any]) -> None:
        from pikepdf import Array, Dictionary, Name

        self.made: dict[Element, Any] = {}
        self._document, self._pages = document, pages
        self._array, self._dictionary, self._name = Array, Dictionary, lru_cache(Name)

    def written(self, element: Element, parent: Any) -> Any:
        """An element and all below it."""
        entries: dict[str, Any] = {"/S": self._name(f"/{element.role}"), "/P": parent}
        if element.alternative:
            entries["/Alt"] = element.alternative
        if element.text:
            entries["/ActualText"] = element.text
        if element.scope:
            entries["/A"] = self._scope(element.scope)
        first = next((kid[0] for kid in element.kids if not isinstance(kid, Element)), None)
        if first is not None:
            entries["/Pg"] = self._pages[first]
        made = self.made[element] = self._document.make_indirect(self._dictionary(entries))
        made.K = self._array([self._kid(kid, first, made) for kid in element.kids])
        return made

    def _kid(self, kid: Element | tuple[int, int], first: int | None, made: Any) -> Any:
        if isinstance(kid, Element):
            return self.written(kid, made)
        if kid[0] == first:
            return kid[1]
        return self._dictionary(Type=self._name("/MCR"), Pg=self._pages[kid[0]], MCID=kid[1])

    def _scope(self, scope: str) -> Any:
        return self._dictionary(O=self._name("/Table"), Scope=self._name(f"/{scope}"))


@lru_cache(maxsize=1)
def _profile() -> bytes:
    return resource_path("colour", "srgb.icc").read_bytes()


def _colours(document: Any) -> None:
    """Says which colours the three components mean."""
    from pikepdf import Array, Dictionary, Name, Stream, String

    profile = Stream(document, _profile(), N=3, Alternate=Name.DeviceRGB)
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String("sRGB"),
        Info=String("sRGB IEC61966-2.1"),
        DestOutputProfile=document.make_indirect(profile),
    )
    document.Root.OutputIntents = Array([intent])


def _metadata(document: Any, facts: FileFacts) -> None:
    """The same facts in the information dictionary and in the metadata packet."""
    from pikepdf import Name, Stream

    at = facts.made_at.astimezone(UTC)
    info = document.docinfo
    for name in ("/Keywords", "/Subject", "/Trapped"):
        if name in info:
            del info[name]
    info.Title, info.Author, info.Creator, info.Producer = facts.title, facts.author, "Jalon", "ReportLab, pikepdf"
    info.CreationDate = info.ModDate = f"D:{at:%Y%m%d%H%M%S}+00'00'"
    packet = _XMP.format(
        title=escape(facts.title),
        author=escape(facts.author),
        language=LANGUAGE,
        made_at=f"{at:%Y-%m-%dT%H:%M:%S}+00:00",
        producer=escape(str(info.Producer)),
    )
    written = Stream(document, packet.encode(), Type=Name.Metadata, Subtype=Name.XML)
    document.Root.Metadata = document.make_indirect(written)


def _attach(document: Any, data: bytes, made_at: datetime) -> None:
    """The sealed data, byte for byte, named as the source of what is printed."""
    from pikepdf import Array, AttachedFileSpec, Name

    at = f"D:{made_at.astimezone(UTC):%Y%m%d%H%M%S}+00'00'"
    spec = AttachedFileSpec(
        document,
        data,
        description="",
        filename=DATA_FILE,
        mime_type="application/json",
        creation_date=at,
        mod_date=at,
    )
    spec.obj.AFRelationship = Name.Data
    document.attachments[DATA_FILE] = spec
    document.Root.AF = Array([spec.obj])
