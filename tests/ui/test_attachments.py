"""Photos of « Séances et jours »: added by drop and paste, captioned, linked, removed and put back, refused by a sentence."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.bootstrap.profile import LocalProfile
from app.domain.attachment import FieldAudience, MediaType
from app.domain.mission import SealedVersion, VersionKind
from app.packs.demo_photos import DEMO_PHOTOS
from app.services.attachments import Source
from app.services.demo import play_photos
from app.services.missions import read_mission
from app.services.rows import Deposit, DepositState, SealedPart
from app.sync.contract.archive import write_archive
from app.ui.presenters.attachments import AttachmentsPresenter, from_file
from app.ui.presenters.import_file import ImportPresenter
from app.ui.presenters.mission_context import MissionContext
from app.ui.views.mission.annotating import ARROW, CIRCLE, TEXT, Annotating
from app.ui.views.mission.attachments_view import AttachmentsView
from app.ui.views.mission.pages import PAGES
from app.ui.views.mission.sessions_page import SessionsPage
from app.ui.views.mission_window import MissionWindow
from tests.support.attached import with_contents
from tests.support.desk import START, Desk
from tests.support.photos import a_picture, with_place, written
from tests.support.sealed import a_mission_file, a_version


@pytest.fixture
def view(qtbot: QtBot, context: MissionContext) -> AttachmentsView:
    """The photos of an empty mission, reached by keys."""
    window = MissionWindow(context, PAGES)
    qtbot.addWidget(window)
    window.resize(1280, 720)
    window.show()
    window.show_page("sessions")
    page = window.findChild(SessionsPage)
    assert page is not None
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_4)
    found = window.findChild(AttachmentsView)
    assert found is not None
    assert found.isVisible()
    return found


def added(qtbot: QtBot, presenter: AttachmentsPresenter, *contents: bytes) -> None:
    """Wait until some contents were taken or refused."""
    with qtbot.waitSignal(presenter.running, check_params_cb=lambda running: not running, timeout=10_000):
        presenter.add([Source(f"photo {rank}.jpg", lambda one=one: one) for rank, one in enumerate(contents)])  # type: ignore[misc]


def test_files_are_dropped_and_what_is_refused_is_told(
    qtbot: QtBot, desk: Desk, context: MissionContext, view: AttachmentsView, tmp_path: Path
) -> None:
    (tmp_path / "tour.jpg").write_bytes(with_place(a_picture()))
    (tmp_path / "programme.jpg").write_bytes(b"MZ\x90\0 a program with the name of a photo")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in ("tour.jpg", "programme.jpg")])
    nothing, copy = Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction
    event = QDropEvent(QPoint(5, 5).toPointF(), copy, data, Qt.MouseButton.LeftButton, nothing)

    with qtbot.waitSignal(view.presenter.running, check_params_cb=lambda running: not running, timeout=10_000):
        view.dropEvent(event)

    [kept] = read_mission(desk.storage.unit_of_work, context.mission_id).attachments
    assert (kept.name, kept.media_type) == ("tour.jpg", MediaType.JPEG)
    refusal = view.findChild(QLabel, "attachments_refusal")
    assert refusal is not None
    assert refusal.isVisible()
    assert "programme.jpg" in refusal.text()
    assert view.tiles.hasFocus()


def test_a_picture_is_pasted_captioned_and_linked_by_keys(
    qtbot: QtBot, desk: Desk, context: MissionContext, view: AttachmentsView
) -> None:
    image = QImage(64, 48, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    QGuiApplication.clipboard().setImage(image)
    view.tiles.show()
    with qtbot.waitSignal(view.presenter.running, check_params_cb=lambda running: not running, timeout=10_000):
        QTest.keyClick(view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view.tiles, Qt.Key.Key_Return)
    QTest.keyClicks(view.caption, "Plaque de la presse 2")
    QTest.keyClick(view.caption, Qt.Key.Key_Return)
    view.link.chosen.emit("theme:L1.1")
    view.audience.chosen.emit("private")
    [kept] = read_mission(desk.storage.unit_of_work, context.mission_id).attachments
    assert (kept.caption, kept.link.theme, kept.audience) == ("Plaque de la presse 2", "L1.1", FieldAudience.PRIVATE)
    assert (kept.media_type, view.link.current(), view.audience.current()) == (MediaType.PNG, "theme:L1.1", "private")
    QGuiApplication.clipboard().clear()


def test_one_is_removed_by_a_key_and_put_back(
    qtbot: QtBot, desk: Desk, context: MissionContext, view: AttachmentsView
) -> None:
    added(qtbot, view.presenter, written(a_picture()), written(a_picture(colour="brown")))
    before = read_mission(desk.storage.unit_of_work, context.mission_id).attachments
    assert len(before) == 2
    view.tiles.setFocus()
    QTest.keyClick(view.tiles, Qt.Key.Key_Delete)
    assert read_mission(desk.storage.unit_of_work, context.mission_id).attachments == before[:1]
    undo = desk.messages.history()[-1]
    assert undo.act is not None
    undo.act()
    assert set(read_mission(desk.storage.unit_of_work, context.mission_id).attachments) == set(before)


def test_a_stop_keeps_what_was_done(qtbot: QtBot, context: MissionContext, view: AttachmentsView) -> None:
    presenter = view.presenter

    def stops() -> bytes:
        presenter.cancel()
        return written(a_picture())

    with qtbot.waitSignal(presenter.running, check_params_cb=lambda running: not running, timeout=10_000):
        presenter.add([Source("one.jpg", stops), Source("two.jpg", stops)])
    assert [one.name for one in context.file.attachments] == ["one.jpg"]


def test_a_file_that_went_away_is_a_banner(
    qtbot: QtBot, desk: Desk, context: MissionContext, view: AttachmentsView, tmp_path: Path
) -> None:
    with qtbot.waitSignal(view.presenter.running, check_params_cb=lambda running: not running, timeout=10_000):
        view.presenter.add([from_file(tmp_path / "gone.jpg")])
    assert context.file.attachments == ()
    assert desk.messages.history()[-1].code == "import.unreadable"


def test_the_fictional_company_has_six_photos_whose_drawings_are_marked(desk: Desk) -> None:
    mission_id = desk.open_demo()
    play_photos(desk.workbench, mission_id, DEMO_PHOTOS)
    attached = read_mission(desk.storage.unit_of_work, mission_id).attachments
    assert [one.caption for one in attached] == [photo.caption for photo in DEMO_PHOTOS]
    assert sum(one.size for one in attached) < 100_000
    assert {one.link.theme for one in attached} == {"L1.1", "L1.5", "L2.2", None}


def test_room_is_freed_by_choice_once_the_receipt_is_there(
    qtbot: QtBot, desk: Desk, context: MissionContext, view: AttachmentsView
) -> None:
    added(qtbot, view.presenter, written(a_picture()))
    [one] = context.file.attachments
    assert not view.free.isVisible()
    with desk.workbench.unit_of_work() as uow:
        uow.sealed.add(SealedVersion(context.mission_id, 1, VersionKind.DIAGNOSTIC, "", "c" * 64, b"{}", START))
        uow.attachments.note_sealed(context.mission_id, 1, [SealedPart(one.sha256, one.media_type, one.size)])
        uow.deposits.queue(Deposit(context.mission_id, 1, "c" * 64, DepositState.DEPOSITED, START, receipt=b"signed"))
        uow.commit()
    view.presenter.reload()
    assert view.free.isVisible()

    view.free.click()

    qtbot.waitUntil(lambda: not desk.workbench.attachments.held(), timeout=10_000)
    qtbot.waitUntil(lambda: not view.free.isVisible(), timeout=10_000)
    [shown] = view.presenter.shown
    assert (shown.is_here, bool(shown.picture)) == (False, True)
    assert "contenu absent" in shown.kind


def test_an_import_names_the_photos_that_did_not_come(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    sealed = a_version(with_contents(a_mission_file(), written(a_picture()), b"Notes that stayed behind."))
    (tmp_path / "mission.jalon").write_bytes(write_archive(sealed.document, [written(a_picture())]))
    importer = ImportPresenter(desk.workbench, desk.messages, desk.jobs)
    with qtbot.waitSignal(importer.imported, timeout=10_000):
        importer.import_file(tmp_path / "mission.jalon")
    last = desk.messages.history()[-1].sentence
    assert "piece-1" in last
    assert "piece-0" not in last


def test_bytes_that_nothing_cites_go_when_the_profile_closes(tmp_path: Path) -> None:
    profile = LocalProfile(tmp_path, None)
    profile.create(keyring=False, passphrase="limaille et copeaux bleus")  # noqa: S106 of a throw-away profile
    store = profile.workbench().attachments
    store.put(b"written, then the power went")
    profile.close()
    again = LocalProfile(tmp_path, None)
    again.open_by_secret("limaille et copeaux bleus")
    assert again.workbench().attachments.held() == frozenset()
    again.close()


def test_a_photo_is_annotated_by_keys_and_kept_beside_the_one_it_comes_from(
    qtbot: QtBot, desk: Desk, context: MissionContext, view: AttachmentsView
) -> None:
    added(qtbot, view.presenter, written(a_picture()))
    view.presenter.set_caption(context.file.attachments[0].id, "Le pupitre")
    view.tiles.setFocus()
    QTest.keyClick(view, Qt.Key.Key_A)
    dialog = view.window().findChild(Annotating)
    assert dialog is not None
    canvas = dialog.canvas
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    for _ in range(5):
        QTest.keyClick(canvas, Qt.Key.Key_Right)
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    dialog.tools.chosen.emit(CIRCLE)
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(40, 300))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(140, 380))
    dialog.tools.chosen.emit(TEXT)
    dialog.words.set_value("Boîtier")
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert [mark.kind for mark in canvas.marks] == [ARROW, CIRCLE, TEXT]
    QTest.keyClick(canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [mark.kind for mark in canvas.marks] == [ARROW, CIRCLE]
    with qtbot.waitSignal(view.presenter.running, check_params_cb=lambda running: not running, timeout=10_000):
        dialog.accept()
    first, second = context.file.attachments
    assert (first.caption, second.caption, second.link) == ("Le pupitre", "Le pupitre", first.link)
    store = desk.workbench.attachments
    plain, drawn = (QImage.fromData(store.read(one.sha256)) for one in (first, second))
    assert plain.size() == drawn.size()
    on_the_arrow = QPoint(plain.width() // 2 + 30, plain.height() // 2)
    assert plain.pixelColor(on_the_arrow).red() < 100 < drawn.pixelColor(on_the_arrow).red()
