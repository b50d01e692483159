"""Missions: the list of those that a person may see, one mission, its bytes; each read is noted."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Path, Query
from starlette.requests import Request
from starlette.responses import Response

from app.domain.attachment import MediaType
from app.domain.mission import VersionKind
from app.sync.contract.document import read_document
from app.sync.contract.evidence import EVIDENCE_TYPE
from app.sync.contract.protocol import DOCUMENT_TYPE, RECEIPT_TYPE, ProblemCode
from app.sync.contract.receipt import read_receipt, signer_of
from app.sync.contract.unseal import file_of
from server.api import Number, ThisRegion
from server.listing import PAGE, Asked, Received, counts, is_visible, listed, schemes_of, versions_of
from server.mission_files import content_here, evidence_here, files_of, signatures_of
from server.pages.frame import file_answer, own_page
from server.permissions import Permission, ThisSession, needs, visible_to
from server.problems import Refused
from server.reads import Part, note_read
from server.region import Region
from server.rendering import charts_of, referential_for
from server.rotation import public_key_of
from server.sessions import Session

router = APIRouter(dependencies=needs(Permission.MISSIONS))
PageNumber = Annotated[int, Query(alias="page", ge=1, le=10_000)]
Hash = Annotated[str, Path(pattern="^[0-9a-f]{64}$")]
_NAME_LENGTH = 12
_SUFFIXES = {MediaType.JPEG: ".jpg", MediaType.PNG: ".png", MediaType.PDF: ".pdf", MediaType.TEXT: ".txt"}
Word = Annotated[str, Query(max_length=200)]


@router.get("/")
def get_missions(
    request: Request,
    region: ThisRegion,
    session: ThisSession,
    page_number: PageNumber = 1,
    mots: Word = "",
    nature: Word = "",
    dispositif: Word = "",
    prestataire: Word = "",
) -> Response:
    """Missions received, the fictional ones apart."""
    asked = Asked(*(one.replace("\0", "").strip() for one in (mots, nature, dispositif, prestataire)))
    mine = visible_to(session.account)
    visible = mine & asked.condition()
    counted = counts(region, visible=visible, fictional=False)
    return own_page(
        request,
        session,
        "missions.html",
        counts=counted,
        missions=listed(region, visible=visible, fictional=False, page=page_number),
        fictional_counts=counts(region, visible=visible, fictional=True),
        fictional=listed(region, visible=visible, fictional=True) if page_number == 1 else (),
        page_number=page_number,
        pages=max(1, -(-counted.missions // PAGE)),
        asked=asked,
        kinds=[kind.value for kind in VersionKind],
        schemes=schemes_of(region, visible=mine),
        query=str(request.url.remove_query_params("page").query),
    )


@router.get("/missions/{mission_id}")
def get_mission(mission_id: UUID, request: Request, region: ThisRegion, session: ThisSession) -> Response:
    """One mission: its versions, their hashes and receipts, and what the last one says."""
    versions = _opened(region, session, mission_id, Part.PAGE)
    document = read_document(versions[0].document)
    file = file_of(document)
    referential = referential_for(region, document)
    return own_page(
        request,
        session,
        "mission.html",
        document=document,
        file=file,
        referential=referential,
        receipt=read_receipt(versions[0].receipt, public_key_of(region, signer_of(versions[0].receipt))),
        versions=versions,
        charts=charts_of(file, referential),
        assessments={str(one.kind): one for one in document.assessments},
        phases={phase.code: phase.title for phase in document.scheme.phases},
        files=files_of(region, mission_id, {one.number: read_document(one.document) for one in versions}),
        signatures=signatures_of(region, mission_id),
    )


@router.get("/missions/{mission_id}/versions/{number}/mission.json")
def get_document(mission_id: UUID, number: Number, region: ThisRegion, session: ThisSession) -> Response:
    """The bytes of a version, as received."""
    return file_answer(
        _version(region, session, mission_id, number, Part.DOCUMENT).document, DOCUMENT_TYPE, "mission.json"
    )


@router.get("/missions/{mission_id}/versions/{number}/recepisse.json")
def get_receipt(mission_id: UUID, number: Number, region: ThisRegion, session: ThisSession) -> Response:
    """The signed receipt of a version, as the laptop received it."""
    return file_answer(
        _version(region, session, mission_id, number, Part.RECEIPT).receipt, RECEIPT_TYPE, "recepisse.json"
    )


@router.get("/missions/{mission_id}/attachments/{sha256}")
def get_attachment(mission_id: UUID, sha256: Hash, region: ThisRegion, session: ThisSession) -> Response:
    """A photo, a file or a scan, to keep: never shown in place."""
    _opened(region, session, mission_id, Part.ATTACHMENT)
    kind, content = content_here(region, mission_id, sha256)
    return file_answer(content, kind, sha256[:_NAME_LENGTH] + _SUFFIXES.get(MediaType(kind), ""))


@router.get("/missions/{mission_id}/signatures/{evidence_id}")
def get_signature(mission_id: UUID, evidence_id: UUID, region: ThisRegion, session: ThisSession) -> Response:
    """The evidence of a signature, as received."""
    _opened(region, session, mission_id, Part.SIGNATURE)
    return file_answer(evidence_here(region, mission_id, evidence_id), EVIDENCE_TYPE, f"signature-{evidence_id}.json")


def _opened(region: Region, session: Session, mission_id: UUID, part: Part) -> tuple[Received, ...]:
    """Versions of a mission that the person may see, the read noted; anything else is as if there were none."""
    if not is_visible(region, mission_id, visible_to(session.account)):
        raise Refused(ProblemCode.ROUTE_UNKNOWN)
    note_read(region, session.account, mission_id, part)
    return versions_of(region, mission_id)


def _version(region: Region, session: Session, mission_id: UUID, number: int, part: Part) -> Received:
    for one in _opened(region, session, mission_id, part):
        if one.number == number:
            return one
    raise Refused(ProblemCode.ROUTE_UNKNOWN)
