"""Signature on site: drawn on the sheet, on paper by the keys, or by a scan; kept, told, and printed as a copy."""

import io
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.evidence import EvidenceKind, SignatoryRole, SignatureEvidence
from app.domain.mission import SealedVersion, VersionKind
from app.services.closing import SealAsked, seal_version
from app.ui.messages import MessageKind
from app.ui.presenters.mission_context import MissionContext
from app.ui.views.kit.buttons import Button
from app.ui.views.mission.closing_view import ClosingView
from app.ui.views.mission.pages import PAGES
from app.ui.views.mission.signing_sheet import SigningSheet
from app.ui.views.mission.signing_surface import SigningSurface
from app.ui.views.mission_window import MissionWindow
from tests.support.desk import Desk
from tests.support.photos import a_picture, written


@pytest.fixture
def sealed(demo: MissionContext) -> SealedVersion:
    """The first version of the fictional company."""
    bench = demo.workbench
    return seal_version(
        bench.unit_of_work,
        demo.mission_id,
        SealAsked(VersionKind.DIAGNOSTIC),
        scheme=demo.scheme,
        referential=demo.referential,
        write=bench.write_document,
        clock=bench.clock,
    )


@pytest.fixture
def page(sealed: SealedVersion, demo: MissionContext, demo_desk: Desk, qtbot: QtBot) -> ClosingView:
    """The closing page of the sealed mission."""
    window = MissionWindow(demo_desk.context(demo.mission_id), PAGES)
    qtbot.addWidget(window)
    window.resize(1280, 720)
    window.show()
    window.show_page("closing")
    found = window.page()
    assert isinstance(found, ClosingView)
    return found


def button(parent: QWidget, name: str) -> Button:
    """A button by its name."""
    found = parent.findChild(Button, name)
    assert found is not None
    return found


def opened(page: ClosingView) -> SigningSheet:
    """The sheet, as its button opens it."""
    button(page, "version_1_sign").click()
    sheet = page.findChild(SigningSheet)
    assert sheet is not None
    return sheet


def draw(surface: SigningSurface, *corners: tuple[int, int]) -> None:
    """A stroke of the mouse through points."""
    first, *others = (QPoint(*corner) for corner in corners)
    QTest.mousePress(surface, Qt.MouseButton.LeftButton, pos=first)
    for point in others:
        QTest.mouseMove(surface, point)
    QTest.mouseRelease(surface, Qt.MouseButton.LeftButton, pos=point)


def records(page: ClosingView) -> tuple[SignatureEvidence, ...]:
    """What is kept of the mission."""
    with page.context.workbench.unit_of_work() as uow:
        return uow.evidence.of(page.context.mission_id)


def test_the_names_are_proposed_and_what_is_drawn_is_kept_and_told(
    page: ClosingView, sealed: SealedVersion, qtbot: QtBot, tmp_path: Path
) -> None:
    sheet = opened(page)
    company = sheet.boxes[SignatoryRole.COMPANY]
    provider = page.context.mission.provider
    assert sheet.boxes[SignatoryRole.PROVIDER].name.text() == provider.lead_consultant
    company.name.setText("Dominique Exemple")
    draw(company.surface, (30, 60), (120, 20), (300, 90))
    draw(company.surface, (40, 100), (200, 100))
    company.undo.click()
    assert len(company.surface.strokes()) == 1
    button(sheet, "signing_keep").click()

    (kept,) = records(page)
    assert (kept.kind, kept.sha256) == (EvidenceKind.DRAWN, sealed.sha256)
    assert [one.name for one in kept.signatories] == ["Dominique Exemple"]
    assert any("Dominique Exemple" in one for one in _told(page))

    path = tmp_path / page.signing.presenter.copy_name(kept)
    with qtbot.waitSignal(page.signing.presenter.save_copy(kept, path).finished, timeout=20_000):
        pass
    with pikepdf.open(io.BytesIO(path.read_bytes())) as pdf:
        assert pdf.attachments["mission.json"].get_file().read_bytes() == sealed.document


def test_nothing_drawn_is_refused_beside_and_the_keys_sign_on_paper(page: ClosingView) -> None:
    sheet = opened(page)
    button(sheet, "signing_keep").click()
    assert "Personne n’a encore signé" in sheet.said.text()
    assert records(page) == ()
    paper = button(sheet, "signing_paper")
    paper.setFocus()
    QTest.keyClick(paper, Qt.Key.Key_Space)
    assert [one.kind for one in records(page)] == [EvidenceKind.ON_PAPER]
    assert page.findChild(Button, "version_1_copy") is None


def test_a_scan_is_kept_and_taken_out_as_it_is_kept(page: ClosingView, qtbot: QtBot, tmp_path: Path) -> None:
    sheet = opened(page)
    wrong = tmp_path / "notes.txt"
    wrong.write_text("rien de signé", "utf-8")
    with qtbot.waitSignal(sheet._presenter.refused, timeout=20_000):
        sheet.keep_scan(tmp_path / "notes.txt")
    qtbot.waitUntil(lambda: "ni un PDF" in sheet.said.text())
    photo = tmp_path / "signature.jpg"
    photo.write_bytes(written(a_picture()))
    with qtbot.waitSignal(page.signing.presenter.recorded, timeout=20_000):
        sheet.keep_scan(photo)
    (kept,) = records(page)
    path = tmp_path / "exemplaire.jpg"
    with qtbot.waitSignal(page.signing.presenter.save_copy(kept, path).finished, timeout=20_000):
        pass
    assert path.read_bytes() == page.context.workbench.attachments.read(kept.scan)


def test_a_copy_that_cannot_be_written_is_told_and_nothing_is_lost(
    page: ClosingView, qtbot: QtBot, tmp_path: Path
) -> None:
    sheet = opened(page)
    sheet.boxes[SignatoryRole.COMPANY].name.setText("Dominique Exemple")
    draw(sheet.boxes[SignatoryRole.COMPANY].surface, (30, 60), (120, 20))
    button(sheet, "signing_keep").click()
    (kept,) = records(page)
    with qtbot.waitSignal(
        page.signing.presenter.save_copy(kept, tmp_path / "absent" / "x.pdf").finished, timeout=20_000
    ):
        pass
    assert page.context.messages.history()[-1].kind is MessageKind.FAILURE
    assert records(page) == (kept,)


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (640, 360)])
def test_the_sheet_stands_in_a_small_window_with_every_verb(page: ClosingView, width: int, height: int) -> None:
    page.window().setMinimumSize(1, 1)
    page.window().resize(width, height)
    sheet = opened(page)
    assert sheet.width() <= width
    for name in ("signing_scan", "signing_paper", "signing_keep"):
        verb = button(sheet, name)
        assert verb.isVisible()
        assert sheet.rect().contains(verb.geometry())


def _told(page: ClosingView) -> list[str]:
    return [one.sentence for version in page.presenter.versions() for one in version.signatures]
