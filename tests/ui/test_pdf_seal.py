"""The provider's certificate in the settings and on the page of the feuille de route: phrase asked, kept nowhere."""

from datetime import UTC, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.domain.mission import VersionKind
from app.infra.pdf_seal import find_seal
from app.services.closing import SealAsked, seal_version
from app.ui.presenters.mission_context import MissionContext
from app.ui.presenters.pdf_seal import PdfSealPresenter
from app.ui.views.certificate_card import CertificateCard
from app.ui.views.mission.pages import PAGES
from app.ui.views.mission.roadmap_view import RoadmapView
from app.ui.views.mission_window import MissionWindow
from tests.support.certificates import PASSPHRASE, authority
from tests.support.desk import START, Desk


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A certificate of a fictional authority, in a file."""
    path = tmp_path / "cachet.p12"
    path.write_bytes(authority().issue(START.astimezone(UTC) - timedelta(days=1), 36_000))
    return path


def test_a_wrong_phrase_is_said_in_the_dialog_and_the_right_one_keeps_the_certificate(
    demo: MissionContext, demo_desk: Desk, certificate: Path, qtbot: QtBot
) -> None:
    presenter = PdfSealPresenter(demo.workbench, demo_desk.messages, demo_desk.jobs)
    card = CertificateCard(presenter)
    window = QWidget()
    QVBoxLayout(window).addWidget(card)
    qtbot.addWidget(window)
    window.show()
    assert "Aucun certificat" in card.told.text()
    dialog = card.ask_passphrase(certificate)
    dialog.typed.setText("une autre")
    dialog.go.click()
    qtbot.waitUntil(lambda: "n’ouvre pas" in dialog.field.error(), timeout=20_000)
    dialog.typed.setText(PASSPHRASE)
    with qtbot.waitSignal(dialog.accepted, timeout=20_000):
        dialog.go.click()
    assert "Autorité d’essai" in card.told.text()
    card.remove.click()
    assert "Aucun certificat" in card.told.text()


def test_the_document_shown_is_sealed_with_the_phrase_and_written(
    demo: MissionContext, demo_desk: Desk, certificate: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    bench = demo.workbench
    seal_version(
        bench.unit_of_work,
        demo.mission_id,
        SealAsked(VersionKind.DIAGNOSTIC),
        scheme=demo.scheme,
        referential=demo.referential,
        write=bench.write_document,
        clock=bench.clock,
    )
    bench.pdf_sealer.choose(certificate.read_bytes(), PASSPHRASE)
    window = MissionWindow(demo_desk.context(demo.mission_id), PAGES)
    qtbot.addWidget(window)
    window.show()
    window.show_page("roadmap")
    page = window.page()
    assert isinstance(page, RoadmapView)
    qtbot.waitUntil(lambda: bool(page.presenter.pdf) and not page.presenter.is_running(), timeout=20_000)
    assert page.seal.isVisible()
    dialog = page.sealing.ask(page.presenter.pdf, page.presenter.file_name())
    dialog.typed.setText(PASSPHRASE)
    with qtbot.waitSignal(dialog.accepted, timeout=20_000):
        dialog.go.click()
    asked = page.findChild(QFileDialog)
    assert asked is not None
    path = tmp_path / "scelle.pdf"
    asked.fileSelected.emit(str(path))
    found = find_seal(path.read_bytes())
    assert found is not None
    assert (found.signer, found.intact, found.whole) == ("Cabinet d’exemple (fictif)", True, True)
    asked.close()
