"""Refusals as RFC 9457 problems: a closed set of codes, each with its status and its French sentence."""

from http import HTTPStatus

from starlette.responses import Response

from app.packs.texts import Texts
from app.sync.contract.protocol import PROBLEM_TYPE, Problem, ProblemCode

_UNPROCESSABLE = HTTPStatus.UNPROCESSABLE_ENTITY

STATUS = {
    ProblemCode.PROTOCOL_MISMATCH: HTTPStatus.BAD_REQUEST,
    ProblemCode.TOKEN_REFUSED: HTTPStatus.UNAUTHORIZED,
    ProblemCode.ENROLMENT_REFUSED: HTTPStatus.FORBIDDEN,
    ProblemCode.TOO_MANY_FAILURES: HTTPStatus.TOO_MANY_REQUESTS,
    ProblemCode.TOO_FAST: HTTPStatus.TOO_MANY_REQUESTS,
    ProblemCode.FORBIDDEN: HTTPStatus.FORBIDDEN,
    ProblemCode.REQUEST_ALTERED: HTTPStatus.BAD_REQUEST,
    ProblemCode.REQUEST_SILENT: HTTPStatus.REQUEST_TIMEOUT,
    ProblemCode.REQUEST_UNREADABLE: HTTPStatus.BAD_REQUEST,
    ProblemCode.CONTENT_TYPE: HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
    ProblemCode.ROUTE_UNKNOWN: HTTPStatus.NOT_FOUND,
    ProblemCode.METHOD_REFUSED: HTTPStatus.METHOD_NOT_ALLOWED,
    ProblemCode.TOO_LARGE: HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    ProblemCode.MISSION_FOREIGN: HTTPStatus.FORBIDDEN,
    ProblemCode.VERSION_CONFLICT: HTTPStatus.CONFLICT,
    ProblemCode.VERSION_GAP: HTTPStatus.CONFLICT,
    ProblemCode.VERSION_CHAIN: HTTPStatus.CONFLICT,
    ProblemCode.NATURE_CHANGED: HTTPStatus.CONFLICT,
    ProblemCode.ERASED: HTTPStatus.GONE,
    ProblemCode.NOT_DEPOSITED: HTTPStatus.NOT_FOUND,
    ProblemCode.ATTACHMENTS_MISSING: HTTPStatus.CONFLICT,
    ProblemCode.ATTACHMENT_UNKNOWN: HTTPStatus.NOT_FOUND,
    ProblemCode.ATTACHMENT_OFFSET: HTTPStatus.CONFLICT,
    ProblemCode.ATTACHMENT_CHANGED: HTTPStatus.CONFLICT,
    ProblemCode.ATTACHMENT_ALTERED: _UNPROCESSABLE,
    ProblemCode.ATTACHMENT_CONTENT: _UNPROCESSABLE,
    ProblemCode.EVIDENCE_UNREADABLE: _UNPROCESSABLE,
    ProblemCode.EVIDENCE_VERSION_UNKNOWN: HTTPStatus.CONFLICT,
    ProblemCode.EVIDENCE_CONFLICT: HTTPStatus.CONFLICT,
    ProblemCode.STORAGE: HTTPStatus.SERVICE_UNAVAILABLE,
    ProblemCode.FAULT: HTTPStatus.INTERNAL_SERVER_ERROR,
}
"""Status of each code; a document that is not what it should be is 422."""


class Refused(Exception):
    """A request that the server refuses, with a code of the closed set."""

    def __init__(self, code: ProblemCode) -> None:
        super().__init__(code.value)
        self.code = code


def problem_response(code: ProblemCode, texts: Texts) -> Response:
    """The refusal as the client reads it and as a person may be shown it."""
    status = STATUS.get(code, _UNPROCESSABLE)
    problem = Problem(
        type=f"urn:jalon:problem:{code}",
        title=status.phrase,
        status=status,
        code=code,
        detail=texts.sentence(code),
    )
    headers = {"WWW-Authenticate": "Bearer"} if status is HTTPStatus.UNAUTHORIZED else {}
    return Response(problem.model_dump_json(), status, headers, media_type=PROBLEM_TYPE)
