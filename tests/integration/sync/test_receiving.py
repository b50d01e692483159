"""What the Region sends, from its server or a file: verified, taken whole or not at all, an order opened once."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.domain.errors import DomainError, InvalidData
from app.resources import resource_root
from app.services.receiving import ReceivingDesk, open_ordered, order_rows, receive, receive_now
from app.sync.contract.canonical import canonical_bytes
from app.sync.contract.publication import PUBLICATION_PATH, read_publication
from server.publishing import (
    NewOrder,
    provider_named,
    publication_for,
    publish_order,
    publish_pack,
    published,
    withdraw,
)
from server.rotation import rotate
from tests.support.desk import Desk, desk_in
from tests.support.regional import RegionalServer

PROVIDER = "Exemple Conseil"
SCHEME = (resource_root() / "schemes" / "occitanie-2020-2022.toml").read_text("utf-8")
OWN = SCHEME.replace('id = "occitanie-2020-2022"', 'id = "region-essai"')
ORDER = NewOrder(
    PROVIDER, "Exemple Tournage SAS", "occitanie-2020-2022", date(2022, 1, 5), "D-2022-17", "73282932000074"
)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RegionalServer]:
    made = RegionalServer(tmp_path / "region")
    made.start()
    yield made
    made.stop()


@pytest.fixture
def member(tmp_path: Path, server: RegionalServer) -> Iterator[Desk]:
    """A laptop enrolled for the provider."""
    folder = tmp_path / "poste"
    folder.mkdir()
    with desk_in(folder) as desk:
        desk.workbench.outbox.enrol(server.url, server.code(PROVIDER), "essai")
        yield desk


def schemes(desk: ReceivingDesk) -> list[str]:
    return [one.header.ref.id for one in desk.library.schemes()]


def test_packs_and_orders_come_once_and_an_order_opens_one_mission(server: RegionalServer, member: Desk) -> None:
    desk = member.workbench.receiving_desk
    with server.region() as region:
        mission_id = publish_order(region, ORDER)
        publish_order(region, NewOrder("Autre Exemple", "Ailleurs SA", ORDER.scheme, ORDER.decision_day, "D-2022-18"))
        publish_pack(region, "essai.toml", OWN.encode())

    received = receive_now(desk)

    assert received is not None
    assert [one.ref.id for one in received.packs] == ["region-essai"]
    assert "region-essai" in schemes(desk)
    assert [one.company_name for one in received.orders] == ["Exemple Tournage SAS"]
    assert receive_now(desk) is None
    mission = open_ordered(desk, mission_id, new_id=member.workbench.new_id, provider=PROVIDER, consultant="C. Exemple")
    assert (mission.provider.name, mission.provider.lead_consultant) == (PROVIDER, "C. Exemple")
    assert (mission.id, mission.company.name, mission.establishment.siret) == (mission_id, ORDER.company, ORDER.siret)
    assert (mission.decision_day, mission.region_file) == (ORDER.decision_day, "D-2022-17")
    opened_again = open_ordered(desk, mission_id, new_id=member.workbench.new_id, provider="", consultant="")
    assert opened_again == mission
    assert [row.reference for row in order_rows(desk)] == [mission.reference]

    with server.region() as region:
        withdraw(region, next(one.rank for one in published(region) if one.provider == PROVIDER))
    again = receive_now(desk)
    assert again is not None
    assert (again.packs, again.orders) == ((), ())


def test_the_same_bytes_come_from_a_file_after_the_key_changed(
    server: RegionalServer, member: Desk, tmp_path: Path
) -> None:
    desk = member.workbench.receiving_desk
    server.run(
        "publish-order", "--provider", PROVIDER, "--company", "Exemple SA", "--scheme", ORDER.scheme,
        "--decision", "2022-01-05", "--region-file", "D-1",
    )  # fmt: skip
    with server.region() as region:
        rotate(region)
    path = tmp_path / "envoi.json"
    server.run("publication", str(path), "--provider", PROVIDER)
    received = receive(desk, desk.publications.read(path.read_bytes()))
    assert [one.region_file for one in received.orders] == ["D-1"]


def test_what_does_not_verify_changes_nothing(server: RegionalServer, member: Desk) -> None:
    desk = member.workbench.receiving_desk
    with server.region() as region:
        publish_order(region, ORDER)
        good = publication_for(region, provider_named(region, PROVIDER))
        publish_pack(region, "essai.toml", OWN.encode(), until=region.clock().date() + timedelta(days=1))
        dated = publication_for(region, None)
    forged = json.loads(good)
    forged["body"]["orders"][0]["decision_day"] = "2021-01-05"
    for data, code in (
        (canonical_bytes(forged), "publication.signature"),
        (good[:-1], "publication.unreadable"),
        (b"", "publication.unreadable"),
    ):
        with pytest.raises(InvalidData, match=code):
            desk.publications.read(data)
    key = member.workbench.outbox.membership()
    assert key is not None
    with pytest.raises(InvalidData, match=r"publication\.expired"):
        read_publication(dated, key.public_key, date(2099, 1, 1))
    other = Ed25519PrivateKey.generate().public_key().public_bytes_raw()
    with pytest.raises(InvalidData, match=r"publication\.signature"):
        read_publication(good, other, date(2022, 1, 5))
    assert desk.publications.last() is None
    assert "region-essai" not in schemes(desk)


def test_one_refused_pack_keeps_the_others_away(server: RegionalServer, member: Desk) -> None:
    desk = member.workbench.receiving_desk
    changed = SCHEME.replace('title = "', 'title = "Autre ', 1)
    with server.region() as region:
        publish_pack(region, "essai.toml", OWN.encode())
        publish_pack(region, "occitanie-2020-2022.toml", changed.encode())
    with pytest.raises(DomainError, match=r"pack\.id_taken"):
        receive_now(desk)
    assert "region-essai" not in schemes(desk)
    assert desk.publications.last() is None


def test_an_older_publication_is_refused(server: RegionalServer, member: Desk) -> None:
    desk = member.workbench.receiving_desk
    with server.region() as region:
        publish_order(region, ORDER)
        older = publication_for(region, provider_named(region, PROVIDER))
    server.run("publish-pack", str(resource_root() / "schemes" / "occitanie-2020-2022.toml"))
    assert receive_now(desk) is not None
    with pytest.raises(DomainError, match=r"publication\.older"):
        receive(desk, desk.publications.read(older))


def test_a_laptop_of_nobody_verifies_nothing(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        road = desk.workbench.receiving_desk
        with pytest.raises(DomainError, match=r"deposit\.not_enrolled"):
            receive_now(road)
        with pytest.raises(DomainError, match=r"deposit\.not_enrolled"):
            road.publications.read(b"{}")


def test_the_route_says_what_has_not_changed(server: RegionalServer) -> None:
    token = server.enrol(PROVIDER)
    bearer = {"Authorization": f"Bearer {token}", "Jalon-Protocol": "2, 1"}
    first = server.request("GET", PUBLICATION_PATH, headers=bearer)
    assert first.status_code == 200
    same = server.request("GET", PUBLICATION_PATH, headers={**bearer, "If-None-Match": first.headers["etag"]})
    assert (same.status_code, same.content) == (304, b"")
    assert server.request("GET", PUBLICATION_PATH).status_code == 401
