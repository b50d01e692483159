"""What client and server agree on: paths, headers, versions and stable problem codes (RFC 9457)."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from app.sync.contract.document import Line, Part

PROTOCOL = 1
"""Protocol version spoken by this program, sent in `PROTOCOL_HEADER` both ways."""

PROTOCOL_HEADER = "Jalon-Protocol"
DOCUMENT_TYPE = "application/vnd.jalon.mission+json"
RECEIPT_TYPE = "application/vnd.jalon.receipt+json"
PROBLEM_TYPE = "application/problem+json"
ENROLMENT_PATH = "/api/v1/enrolments"


def version_path(mission_id: UUID, version: int) -> str:
    """Path under which one version of one mission is deposited and read back."""
    return f"/api/v1/missions/{mission_id}/versions/{version}"


class EnrolmentRequest(Part):
    """What a laptop sends to exchange its one-time code."""

    code: Annotated[str, Field(min_length=8, max_length=64)]
    device_name: Line


class Enrolment(Part):
    """What it receives: its token (shown once), and the server's name and raw Ed25519 public key in hexadecimal."""

    token: Annotated[str, Field(min_length=32, max_length=200)]
    server: Line
    kid: Line
    public_key: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class Problem(Part):
    """A refusal: `code` is stable, `detail` is a French sentence that may be shown as it is."""

    type: str
    title: str
    status: int
    code: str
    detail: str
