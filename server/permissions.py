"""Permissions: which each role has, how a route declares the one that it needs, and which missions a person may see."""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Annotated

from fastapi import Depends
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute
from sqlalchemy import ColumnElement, false, select, true
from starlette.requests import Request
from starlette.routing import BaseRoute

from app.sync.contract.protocol import ProblemCode
from server.accounts import Account, Role
from server.api import bearer, open_to_all, region_of
from server.problems import Refused
from server.sessions import Session, Stage, session_of
from server.tables import device, mission

COOKIE = "jalon_session"


class Permission(StrEnum):
    """What a request needs before its handler sees it."""

    ANYONE = "anyone"
    LAPTOP = "laptop"
    SECOND_FACTOR = "second_factor"
    OWN_ACCOUNT = "own_account"
    MISSIONS = "missions"
    FIGURES = "figures"
    LAPTOPS = "laptops"
    PUBLISH = "publish"
    ADMINISTER = "administer"


_EVERYONE = frozenset({Permission.OWN_ACCOUNT})
GRANTED: Mapping[Role, frozenset[Permission]] = MappingProxyType(
    {
        Role.CONSULTANT: _EVERYONE | {Permission.MISSIONS},
        Role.MANAGER: _EVERYONE | {Permission.MISSIONS},
        Role.NATIONAL: _EVERYONE | {Permission.FIGURES},
        Role.OFFICER: _EVERYONE | {Permission.MISSIONS, Permission.FIGURES, Permission.PUBLISH},
        Role.ADMINISTRATOR: frozenset(Permission) - {Permission.LAPTOP, Permission.SECOND_FACTOR},
    }
)
"""What each role may do once its session is open; of whose missions, `visible_to` says."""


class NotSignedIn(Exception):
    """The page asks for a sign-in first, or for the end of one."""

    def __init__(self, stage: Stage | None = None) -> None:
        super().__init__()
        self.stage = stage


def current_session(request: Request) -> Session:
    """The session whose cookie the request bears. Raises `NotSignedIn`."""
    session = session_of(region_of(request), request.cookies.get(COOKIE, ""))
    if session is None:
        raise NotSignedIn
    return session


ThisSession = Annotated[Session, Depends(current_session)]


class Needs:
    """A dependency that lets through the sessions that have one permission.

    Raises:
        NotSignedIn: There is no session, or its second factor is not given yet.
        Refused: `access.forbidden`.
    """

    def __init__(self, permission: Permission) -> None:
        self.permission = permission

    def __call__(self, session: ThisSession) -> None:
        """Let the request through, or refuse it."""
        if (session.stage is Stage.OPEN) == (self.permission is Permission.SECOND_FACTOR):
            raise NotSignedIn(session.stage)
        if session.stage is Stage.OPEN and self.permission not in GRANTED[session.account.role]:
            raise Refused(ProblemCode.FORBIDDEN)


def needs(permission: Permission) -> list[Depends]:  # type: ignore[valid-type]
    """What a route declares: `dependencies=needs(Permission.MISSIONS)`."""
    return [Depends(Needs(permission))]


def routes_of(routes: Iterable[BaseRoute]) -> Iterator[BaseRoute]:
    """Every route of an application, those of its routers included; files and whatever else is mounted as they are."""
    for route in routes:
        inner = getattr(route, "original_router", None)
        if inner is None:
            yield route
        else:
            yield from routes_of(inner.routes)


def permission_of(route: APIRoute) -> Permission | None:
    """The permission that a route's own dependencies enforce; None when it declares none, or two."""
    found = {one for one in map(_declared, _calls(route.dependant)) if one is not None}
    return found.pop() if len(found) == 1 else None


def visible_to(account: Account) -> ColumnElement[bool]:
    """The missions that a person may see: a consultant those of their laptops, a manager their provider's."""
    if account.role in {Role.OFFICER, Role.ADMINISTRATOR}:
        return true()
    if account.role is Role.MANAGER and account.provider_id is not None:
        return mission.c.provider_id == account.provider_id
    if account.role is Role.CONSULTANT:
        return mission.c.device_id.in_(select(device.c.id).where(device.c.account_id == account.id))
    return false()


def _calls(dependant: Dependant) -> list[object]:
    inner = [call for one in dependant.dependencies for call in _calls(one)]
    return [dependant.call, *inner]


def _declared(call: object) -> Permission | None:
    if isinstance(call, Needs):
        return call.permission
    return {open_to_all: Permission.ANYONE, bearer: Permission.LAPTOP}.get(call)  # type: ignore[call-overload, no-any-return]
