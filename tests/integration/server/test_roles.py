"""Roles: every route declares its permission; who is refused what, by role, by route, over one's own objects and others'."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from uuid import UUID

import httpx
import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute
from starlette.routing import Mount

from app.sync.contract.protocol import EnrolmentRequest
from server.accounts import Account, NewAccount, Role, accounts, create_account
from server.deposits import Arrival, receive
from server.devices import device_of, enrol, enrolled_laptops, make_code
from server.permissions import GRANTED, Permission, permission_of, routes_of
from server.reads import reads
from server.region import Region
from server.sessions import csrf_of, open_session
from tests.support.in_process import Browser, application
from tests.support.sealed import a_mission_file, a_version

OWN, OTHER = "Exemple Conseil", "Autre Exemple"
SEEN = {
    Role.CONSULTANT: {"own"},
    Role.MANAGER: {"own", "colleague"},
    Role.OFFICER: {"own", "colleague", "other"},
    Role.ADMINISTRATOR: {"own", "colleague", "other"},
    Role.NATIONAL: set[str](),
}
"""Whose missions each role sees: deposited by the consultant, by a colleague of the same provider, by another provider."""

SAMPLES = {"evidence_id": UUID(int=9), "number": "1", "rank": "1", "sha256": "0" * 64}


@dataclass(frozen=True)
class World:
    """A server with a person of each role and a mission of each owner."""

    region: Region
    app: FastAPI
    people: dict[Role, Account]
    missions: dict[str, UUID]
    laptops: dict[str, UUID]

    def browser(self, role: Role | None) -> tuple[Browser, str]:
        """A browser with an open session of that role, and what its forms bear."""
        token = open_session(self.region, self.people[role].id) if role else ""
        return Browser(self.app, token), csrf_of(token)


@pytest.fixture
def world(region: Region) -> Iterator[World]:
    people = {
        role: create_account(region, NewAccount(f"{role}", "", role, OWN if role in SEEN and role in _EMPLOYED else ""))
        for role in Role
    }
    missions, laptops = {}, {}
    for owner, provider, account_id in (
        ("own", OWN, people[Role.CONSULTANT].id),
        ("colleague", OWN, None),
        ("other", OTHER, None),
    ):
        code = make_code(region, provider, account_id)
        made = enrol(region, EnrolmentRequest(code=code, device_name=owner), "192.0.2.1")
        laptop = device_of(region, made.token)
        file = a_mission_file()
        company = replace(file.mission.company, name=f"Société {owner}")
        sealed = a_version(replace(file, mission=replace(file.mission, company=company)))
        receive(region, Arrival(laptop, sealed.mission_id, 1, sealed.document))
        missions[owner], laptops[owner] = sealed.mission_id, laptop.id
    with application(region) as app:
        yield World(region, app, people, missions, laptops)


_EMPLOYED = {Role.CONSULTANT, Role.MANAGER}


def routes(app: FastAPI) -> list[APIRoute]:
    return [one for one in routes_of(app.routes) if isinstance(one, APIRoute)]


def test_every_route_declares_one_permission(world: World) -> None:
    for route in routes_of(world.app.routes):
        if isinstance(route, APIRoute):
            assert permission_of(route) is not None, f"{route.path}: declare `dependencies=needs(Permission.…)`"
        else:
            assert isinstance(route, Mount), route
            assert route.path.startswith("/static"), route

    @world.app.get("/oubli")
    def forgotten() -> None: ...

    assert [route.path for route in routes(world.app) if permission_of(route) is None] == ["/oubli"]


def method_of(route: APIRoute) -> str:
    assert route.methods
    return min(route.methods)


def ask(browser: Browser, route: APIRoute, path: str, csrf: str) -> httpx.Response:
    method = method_of(route)
    return browser.get(path) if method in {"GET", "HEAD"} else browser.post(path, {"jeton": csrf})


def test_no_role_passes_a_route_that_it_has_not(world: World) -> None:
    outcomes: dict[tuple[str, str], set[str]] = {}
    for route in routes(world.app):
        permission = permission_of(route)
        if permission in {Permission.ANYONE, Permission.LAPTOP}:
            continue
        for role in (None, *Role):
            browser, csrf = world.browser(role)
            objects = {"mission_id": world.missions["own"], "account_id": UUID(int=9), "laptop": UUID(int=9)}
            path = route.path.format(**{**SAMPLES, **objects})
            answer = ask(browser, route, path, csrf)
            passes = role is not None and permission in GRANTED[role]
            told = (route.path, role, answer.status_code)
            if passes:
                assert answer.status_code not in {401, 403, 500}, told
                assert answer.headers.get("location") != "/connexion", told
            elif role is None or permission is Permission.SECOND_FACTOR:
                assert (answer.status_code, answer.headers["location"]) == (303, "/connexion"), told
            else:
                assert answer.status_code == 403, told
                assert "Société" not in answer.text, told
            outcomes.setdefault((route.path, str(permission)), set()).add(str(role))
    assert len(outcomes) >= 20
    assert all(len(told) == len(Role) + 1 for told in outcomes.values())


def test_a_laptop_route_opens_to_no_session_and_a_page_to_no_laptop(world: World) -> None:
    code = make_code(world.region, OWN)
    token = enrol(world.region, EnrolmentRequest(code=code, device_name="essai"), "192.0.2.1").token
    bearer = {"Authorization": f"Bearer {token}", "Jalon-Protocol": "1"}
    for route in routes(world.app):
        path = route.path.format(**{**SAMPLES, "mission_id": world.missions["own"], "account_id": 9, "laptop": 9})
        if permission_of(route) is Permission.LAPTOP:
            browser, _ = world.browser(Role.ADMINISTRATOR)
            answer = browser.ask(method_of(route), path, headers={"Jalon-Protocol": "1"})
            assert answer.status_code == 401, path
        elif permission_of(route) is not Permission.ANYONE:
            answer = Browser(world.app).ask(method_of(route), path, headers=bearer)
            assert (answer.status_code, answer.headers["location"]) == (303, "/connexion"), path


@pytest.mark.parametrize("role", Role)
def test_each_role_sees_its_own_missions_and_no_other(world: World, role: Role) -> None:
    browser, _ = world.browser(role)
    listed = browser.get("/").text
    for owner, mission_id in world.missions.items():
        seen = owner in SEEN[role]
        assert (f"Société {owner}" in listed) == seen
        assert (f"Société {owner}" in browser.get(f"/?mots={owner}").text) == seen
        for part in ("", "/versions/1/mission.json", "/versions/1/recepisse.json"):
            answer = browser.get(f"/missions/{mission_id}{part}")
            expected = 200 if seen else 403 if role is Role.NATIONAL else 404
            assert answer.status_code == expected, (role, owner, part)
            assert seen or str(mission_id) not in answer.text
    noted = {(one.company, one.part) for one in reads(world.region)}
    assert noted == {(f"Société {owner}", part) for owner in SEEN[role] for part in ("page", "document", "receipt")}
    assert {one.role for one in reads(world.region)} <= {role}


def test_a_form_without_the_word_of_its_session_changes_nothing(world: World) -> None:
    for route in routes(world.app):
        permission = permission_of(route)
        if method_of(route) == "POST" and permission not in {
            Permission.ANYONE,
            Permission.LAPTOP,
            Permission.SECOND_FACTOR,
        }:
            objects = {"rank": 1, "account_id": world.people[Role.OFFICER].id, "laptop": world.laptops["own"]}
            for jeton in ("", world.browser(Role.ADMINISTRATOR)[1]):
                browser, _ = world.browser(Role.ADMINISTRATOR)
                answer = browser.post(route.path.format(**objects), {"jeton": jeton, "state": "closed", "siren": "x"})
                assert answer.status_code == 400, route.path
    assert all(one.disabled_at is None for one in accounts(world.region))
    assert all(one.revoked_at is None for one in enrolled_laptops(world.region))
    assert len(accounts(world.region)) == len(Role)


def test_reads_are_shown_to_the_administrator(world: World) -> None:
    browser, _ = world.browser(Role.CONSULTANT)
    browser.get(f"/missions/{world.missions['own']}")
    administrator, _ = world.browser(Role.ADMINISTRATOR)
    told = administrator.get("/lectures").text
    assert "Société own" in told
    assert ">consultant<" in told
    assert "Société own" in administrator.get(f"/lectures?mission={world.missions['own']}").text
    assert "Société own" not in administrator.get(f"/lectures?mission={world.missions['other']}").text
