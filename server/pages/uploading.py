"""« Déposer un fichier »: a mission handed over on a key, received as from a laptop, and its receipt."""

from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from fastapi import APIRouter
from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from app.domain.errors import CodedError
from app.sync.contract.protocol import ProblemCode
from server.accounts import Account
from server.api import ThisRegion
from server.exchange import recipient
from server.pages.frame import CSRF_FIELD, check_origin, own_page
from server.permissions import Permission, ThisSession, needs
from server.problems import STATUS, Refused
from server.reading import read_bounded
from server.region import Region
from server.sessions import Session
from server.uploads import MAX_UPLOAD_BYTES, Bearer, Handed, receive_file

router = APIRouter(prefix="/depot", dependencies=needs(Permission.MISSIONS))

_FILE_FIELD = "fichier"
_MAX_PARTS = 8
_MAX_HEADERS = 16 * 1024


@router.get("")
def get_upload(request: Request, region: ThisRegion, session: ThisSession) -> Response:
    """The form, and the public key to encrypt to."""
    return _shown(request, region, session)


@router.post("")
async def post_upload(request: Request, region: ThisRegion, session: ThisSession) -> Response:
    """Receive a file; what is refused is said, and nothing of it is kept."""
    check_origin(request)
    fields = parts_of(
        request.headers.get("content-type", ""), await read_bounded(request, MAX_UPLOAD_BYTES + _MAX_HEADERS)
    )
    if fields.get(CSRF_FIELD, b"").decode("ascii", "replace") != session.csrf:
        raise Refused(ProblemCode.REQUEST_UNREADABLE)
    data = fields.get(_FILE_FIELD, b"")
    try:
        handed = await run_in_threadpool(receive_file, region, data, bearer_of(session.account))
    except Refused as refusal:
        said = region.texts.sentence(refusal.code)
        return _shown(
            request, region, session, status=STATUS.get(refusal.code, HTTPStatus.UNPROCESSABLE_ENTITY), said=said
        )
    except CodedError as refusal:
        said = region.texts.error(refusal)
        return _shown(request, region, session, status=HTTPStatus.UNPROCESSABLE_ENTITY, said=said)
    return _shown(request, region, session, handed=handed)


def bearer_of(account: Account) -> Bearer:
    """On whose behalf a person hands a file over: their provider's, or the Region's."""
    return Bearer(account.provider_id, account.id if account.provider_id is not None else None)


@dataclass(slots=True)
class _Parts:
    """Parts of a form as they are read, in memory alone: no temporary file."""

    fields: dict[str, bytes] = field(default_factory=dict)
    _name: str = ""
    _header: bytes = b""
    _value: bytes = b""
    _content: bytearray = field(default_factory=bytearray)

    def begin(self) -> None:
        """Another part."""
        if len(self.fields) >= _MAX_PARTS:
            raise Refused(ProblemCode.REQUEST_UNREADABLE)
        self._name, self._content = "", bytearray()

    def header_field(self, data: bytes, start: int, end: int) -> None:
        """Some of the name of a header."""
        self._header += data[start:end]

    def header_value(self, data: bytes, start: int, end: int) -> None:
        """Some of its value."""
        self._value += data[start:end]

    def header_end(self) -> None:
        """A header is whole."""
        if self._header.lower() == b"content-disposition":
            self._name = parse_options_header(self._value)[1].get(b"name", b"").decode("utf-8", "replace")
        self._header = self._value = b""

    def data(self, data: bytes, start: int, end: int) -> None:
        """Some of a part."""
        self._content += data[start:end]

    def end(self) -> None:
        """A part is whole."""
        self.fields[self._name] = bytes(self._content)


def parts_of(content_type: str, body: bytes) -> dict[str, bytes]:
    """Parts of a multipart form, by name.

    Raises:
        Refused: `request.unreadable`.
    """
    kind, options = parse_options_header(content_type)
    boundary = options.get(b"boundary", b"")
    if kind != b"multipart/form-data" or not boundary:
        raise Refused(ProblemCode.REQUEST_UNREADABLE)
    parts = _Parts()
    parser = MultipartParser(
        boundary,
        {
            "on_part_begin": parts.begin,
            "on_part_data": parts.data,
            "on_part_end": parts.end,
            "on_header_field": parts.header_field,
            "on_header_value": parts.header_value,
            "on_header_end": parts.header_end,
        },
    )
    try:
        parser.write(body)
        parser.finalize()
    except FormParserError:
        raise Refused(ProblemCode.REQUEST_UNREADABLE) from None
    return parts.fields


def _shown(
    request: Request,
    region: Region,
    session: Session,
    *,
    status: int = HTTPStatus.OK,
    said: str = "",
    handed: Handed | None = None,
) -> Response:
    values: dict[str, Any] = {
        "said": said,
        "handed": handed,
        "recipient": recipient(region),
        "largest": MAX_UPLOAD_BYTES // 2**20,
    }
    return own_page(request, session, "upload.html", status, **values)
