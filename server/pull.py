"""The route by which laptops receive packs and mission orders."""

from http import HTTPStatus

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from app.sync.contract.canonical import sha256_of
from app.sync.contract.publication import PUBLICATION_PATH, PUBLICATION_TYPE
from server.api import ThisDevice, ThisRegion
from server.publishing import publication_for

router = APIRouter()


@router.get(PUBLICATION_PATH)
def get_publication(request: Request, device: ThisDevice, region: ThisRegion) -> Response:
    """The signed publication of this laptop's provider; 304 when it is the one that the laptop has."""
    data = publication_for(region, device.provider_id)
    tag = f'"{sha256_of(data)}"'
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=HTTPStatus.NOT_MODIFIED, headers={"ETag": tag})
    return Response(data, media_type=PUBLICATION_TYPE, headers={"ETag": tag})
