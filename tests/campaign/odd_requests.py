"""Requests made up from the server's own OpenAPI (schemathesis), right or wrong in one way or another: none is answered by a fault."""

import warnings
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import schemathesis
from fastapi import FastAPI
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import seed as seeded
from hypothesis import strategies as st
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from app.sync.contract.protocol import DOCUMENT_TYPE, PROTOCOL_HEADER, PROTOCOL_OFFER, EnrolmentRequest
from app.sync.contract.transfer import CHECKSUM_HEADER, CHUNK_TYPE, OFFSET_HEADER, Announcement
from server.accounts import NewAccount, Role, create_account
from server.deposits import Arrival, receive
from server.devices import device_of, enrol, make_code
from server.region import Region
from server.sessions import open_session, session_of
from server.settings import Settings
from tests.support.sealed import a_mission_file, a_version

_FIELDS = ("account", "code", "confirmed", "login", "name", "opens", "password", "present", "provider", "role", "siren")
_OPENAPI = "/openapi.json"
_ODD_HEADERS = ["http://[", "//", "null", "http://testserver", "text/html", "0", "9" * 30]
_FAULTS = {500, 503}
"""502 is how a page says that the Region's issuer does not answer."""


@schemathesis.serializer(CHUNK_TYPE)
def _as_bytes(_context: object, value: object) -> bytes:
    """A chunk as it travels."""
    return value if isinstance(value, bytes) else str(value).encode("utf-8", "replace")


@dataclass(frozen=True, slots=True)
class Known:
    """What exists on the server, for some of the requests to reach it.

    Attributes:
        headers: Of a laptop and of a person who may do everything.
        parameters: Parts of addresses.
        csrf: What the forms of the session send back.
    """

    headers: dict[str, str]
    parameters: dict[str, str]
    csrf: str


def unhurried(data: Path, database_url: str) -> Settings:
    """Settings under which nobody asks too fast."""
    many = 1_000_000
    return Settings(data, database_url, token_per_minute=many, address_per_minute=many, max_failures=100)


def faults(app: FastAPI, *, seed: int, examples: int, only: str = "") -> Counter[str]:
    """Ask each operation so many times.

    Args:
        app: The server.
        seed: Of the requests.
        examples: Requests of each operation.
        only: Path of the only one to ask, or empty for all of them.

    Returns:
        Operations that a fault answered, with how many times; `requests` counts every request.
    """
    app.add_route(_OPENAPI, _described(app), include_in_schema=False)
    schema = schemathesis.openapi.from_asgi(_OPENAPI, app)
    found: Counter[str] = Counter()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        results: Iterator[Any] = schema.get_all_operations()
        for result in results:
            operation = result.ok()
            if not only or operation.path == only:
                _ask(app, operation, seed, examples, found)
    return found


def _ask(app: FastAPI, operation: Any, seed: int, examples: int, found: Counter[str]) -> None:
    known = an_inhabited_server(app.state.region)
    modes = schemathesis.GenerationMode
    cases = operation.as_strategy(generation_mode=modes.POSITIVE) | operation.as_strategy(
        generation_mode=modes.NEGATIVE
    )

    @seeded(seed)
    @settings(
        max_examples=examples,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=cases, reaches=st.booleans(), bears=st.booleans())
    def ask(case: Any, reaches: bool, bears: bool) -> None:
        if reaches:
            for name in case.path_parameters or {}:
                case.path_parameters[name] = known.parameters.get(name, case.path_parameters[name])
            if isinstance(case.body, dict) and "jeton" in case.body:
                case.body["jeton"] = known.csrf
        answer = case.call(headers=known.headers if bears else {})
        found["requests"] += 1
        if answer.status_code in _FAULTS:
            found[f"{operation.label} {answer.status_code}"] += 1

    ask()


def an_inhabited_server(region: Region) -> Known:
    """A laptop, its mission, an administrator: new ones, since some requests take things away."""
    made = enrol(region, EnrolmentRequest(code=make_code(region, "Exemple Conseil"), device_name="essai"), "local")
    device = device_of(region, made.token)
    sealed = a_version(a_mission_file())
    receive(region, Arrival(device, sealed.mission_id, 1, sealed.document))
    account = create_account(region, NewAccount(f"admin-{uuid4().hex[:8]}", "", Role.ADMINISTRATOR, "")).id
    token = open_session(region, account)
    session = session_of(region, token)
    assert session is not None
    return Known(
        {
            "Authorization": f"Bearer {made.token}",
            PROTOCOL_HEADER: PROTOCOL_OFFER,
            "Cookie": f"jalon_session={token}",
        },
        {
            "mission_id": str(sealed.mission_id),
            "number": "1",
            "account_id": str(account),
            "laptop": str(device.id),
            "sha256": "0" * 64,
        },
        session.csrf,
    )


def _described(app: FastAPI) -> Any:
    """The OpenAPI of the application, with the bodies and headers that its routes read by themselves."""
    document = app.openapi() | {"$defs": Announcement.model_json_schema()["$defs"]}
    for path, operations in document["paths"].items():
        for method, operation in operations.items():
            bodies = dict(_bodies(path, method))
            if bodies:
                operation["requestBody"] = {"content": bodies, "required": True}
            operation.setdefault("parameters", []).extend(_headers(path, method))

    def answered(_request: Request) -> Response:
        return JSONResponse(document)

    return answered


def _bodies(path: str, method: str) -> Iterator[tuple[str, Any]]:
    if method not in {"post", "put", "patch"}:
        return
    if not path.startswith("/api/"):
        fields = {name: {"type": "string"} for name in (*_FIELDS, "state")}
        form = {"type": "object", "properties": {"jeton": {"type": "string"}, **fields}, "required": ["jeton"]}
        yield "application/x-www-form-urlencoded", {"schema": form}
    elif method == "post":
        model = EnrolmentRequest if path.endswith("enrolments") else Announcement
        yield "application/json", {"schema": model.model_json_schema()}
    elif method == "put":
        yield DOCUMENT_TYPE, {"schema": {"type": "object"}}
    else:
        yield CHUNK_TYPE, {"schema": {"type": "string"}}


def _headers(path: str, method: str) -> Iterator[dict[str, Any]]:
    names = ["Origin", "Accept"] if not path.startswith("/api/") else []
    if method == "patch":
        names += [OFFSET_HEADER, CHECKSUM_HEADER]
    for name in names:
        schema = {"anyOf": [{"type": "string"}, {"enum": _ODD_HEADERS}]}
        yield {"name": name, "in": "header", "required": False, "schema": schema}
