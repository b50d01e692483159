"""What a supervisor asks: whether the process answers, and whether it can do its work."""

from fastapi import APIRouter
from starlette.responses import JSONResponse, Response

from app.sync.contract.protocol import ProblemCode
from server.api import Open, ThisRegion
from server.problems import Refused
from server.schema import SchemaState, state_of

router = APIRouter(dependencies=Open)


@router.get("/health/live")
def get_live() -> Response:
    """The process answers."""
    return JSONResponse({"status": "live"})


@router.get("/health/ready")
def get_ready(region: ThisRegion) -> Response:
    """The database answers and has the schema of this program; a refusal is `server.storage`."""
    if state_of(region.database) is not SchemaState.CURRENT:
        raise Refused(ProblemCode.STORAGE)
    return JSONResponse({"status": "ready"})
