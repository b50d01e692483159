"""« Reçu de la Région » in the window: what a file brings, an order opened once, a refusal said, closed without a server."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.infra.preferences import JsonPreferences
from app.services.profile import Preferences
from app.services.rows import MissionQuery
from app.ui.presenters.receiving import ReceivingPresenter
from app.ui.views.receiving_card import ReceivingCard
from server.publishing import provider_named, publication_for, publish_order
from tests.integration.sync.test_receiving import ORDER, PROVIDER
from tests.support.desk import Desk
from tests.support.regional import RegionalServer


@pytest.fixture
def card(dressed: QApplication, qtbot: QtBot, desk: Desk, tmp_path: Path) -> ReceivingCard:
    kept = JsonPreferences(tmp_path)
    kept.unlocked(desk.storage)
    kept.keep(Preferences(provider_name=PROVIDER, lead_consultant="C. Exemple"))
    presenter = ReceivingPresenter(desk.workbench, desk.messages, desk.jobs, kept)
    made = ReceivingCard(presenter)
    presenter.setParent(made)
    qtbot.addWidget(made)
    made.resize(1000, 480)
    return made


def test_without_a_server_nothing_can_be_received(card: ReceivingCard) -> None:
    card.show()
    assert not card.ask.isEnabled()
    assert "Inscrivez d’abord" in card.standing.text()
    assert not card.open.isVisible()


def test_an_order_of_the_server_is_opened_from_the_card(
    qtbot: QtBot, card: ReceivingCard, desk: Desk, tmp_path: Path
) -> None:
    server = RegionalServer(tmp_path / "region")
    server.start()
    try:
        desk.workbench.outbox.enrol(server.url, server.code(PROVIDER), "essai")
        with server.region() as region:
            publish_order(region, ORDER)
            path = tmp_path / "envoi.json"
            path.write_bytes(publication_for(region, provider_named(region, PROVIDER)))
        card.show()
        card.ask.click()
        qtbot.waitUntil(lambda: card.model.rowCount() == 1, timeout=10_000)
    finally:
        desk.workbench.outbox.close()
        server.stop()
    assert [card.model.index(0, column).data() for column in (0, 2, 4)] == [
        ORDER.company,
        ORDER.region_file,
        "à ouvrir",
    ]
    card.open.click()
    assert str(card.model.index(0, 4).data()).startswith("OC-")
    assert not card.open.isEnabled()
    reference = card.model.index(0, 4).data()
    (opened,) = (one for one in desk.workbench.missions(MissionQuery()).rows if one.reference == reference)
    with desk.workbench.unit_of_work() as uow:
        provider = uow.missions.get(opened.id).provider
    assert (provider.name, provider.lead_consultant) == (PROVIDER, "C. Exemple")

    path.write_bytes(path.read_bytes().replace(b"D-2022-17", b"D-2022-18"))
    presenter = card.findChild(ReceivingPresenter)
    assert presenter is not None
    presenter.take(path)
    qtbot.waitUntil(card.refusal.isVisible, timeout=10_000)
