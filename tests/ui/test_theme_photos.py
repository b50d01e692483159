"""Evidence of a theme from the Questionnaire: chosen by a key, dropped, pasted; what nobody should join is told in a sentence."""

import io
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from app.ui.presenters.mission_context import MissionContext
from app.ui.views.mission.pages import PAGES
from app.ui.views.mission.questionnaire_page import QuestionnairePage
from app.ui.views.mission.theme_photos import ThemePhotos
from app.ui.views.mission_window import MissionWindow
from tests.support.photos import a_picture, written


@pytest.fixture
def page(qtbot: QtBot, context: MissionContext) -> QuestionnairePage:
    """The questionnaire of an empty mission, its side unfolded."""
    window = MissionWindow(context, PAGES)
    qtbot.addWidget(window)
    window.resize(1600, 900)
    window.show()
    window.show_page("questionnaire")
    found = window.findChild(QuestionnairePage)
    assert found is not None
    found.setFocus()
    return found


def photos_of(page: QuestionnairePage) -> ThemePhotos:
    """The photos of the side, wherever the window put it."""
    found = page.side_widget().findChild(ThemePhotos)
    assert found is not None
    return found


def dropped(qtbot: QtBot, page: QuestionnairePage, *files: Path) -> None:
    """Drop files on the page, and wait for what becomes of them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    event = QDropEvent(QPoint(20, 20), action, data, button, Qt.KeyboardModifier.NoModifier)
    with qtbot.waitSignal(
        photos_of(page).presenter.running, check_params_cb=lambda running: not running, timeout=20_000
    ):
        page.dropEvent(event)


def words(page: QuestionnairePage, name: str) -> str:
    """What a label of the side says; empty when it is hidden."""
    label = page.side_widget().findChild(QLabel, f"theme_photos_{name}")
    assert label is not None
    return "" if label.isHidden() else label.text()


def test_a_photo_is_dropped_then_pasted_on_the_theme_shown(
    qtbot: QtBot, context: MissionContext, page: QuestionnairePage, tmp_path: Path
) -> None:
    file = tmp_path / "poste.jpg"
    file.write_bytes(written(a_picture()))
    dropped(qtbot, page, file)
    QTest.keyClick(page, Qt.Key.Key_N)
    image = QImage(80, 60, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    QGuiApplication.clipboard().setImage(image)
    presenter = photos_of(page).presenter
    with qtbot.waitSignal(presenter.running, check_params_cb=lambda running: not running, timeout=20_000):
        QTest.keyClick(page, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    themes = [theme.code for theme in context.referential.themes[:2]]
    assert [(one.name, one.link.theme) for one in context.file.attachments] == [
        ("poste.jpg", themes[0]),
        ("Image collée.png", themes[1]),
    ]
    assert words(page, "words") == "Joint à ce thème\u00a0: 1 photo."
    QTest.keyClick(page, Qt.Key.Key_N)
    assert words(page, "words") == ""


def test_a_key_opens_the_choice_and_what_is_chosen_stays_with_its_theme(
    qtbot: QtBot, context: MissionContext, page: QuestionnairePage, tmp_path: Path
) -> None:
    file = tmp_path / "plan.jpg"
    file.write_bytes(written(a_picture()))
    QTest.keyClick(page, Qt.Key.Key_F)
    dialog = page.side_widget().findChild(QFileDialog)
    assert dialog is not None
    page.presenter.step(1)
    presenter = photos_of(page).presenter
    with qtbot.waitSignal(presenter.running, check_params_cb=lambda running: not running, timeout=20_000):
        dialog.filesSelected.emit([str(file)])
    dialog.close()
    assert [one.link.theme for one in context.file.attachments] == [context.referential.themes[0].code]


def test_a_program_named_as_a_photo_is_refused_and_sixty_megapixels_are_taken_smaller(
    qtbot: QtBot, context: MissionContext, page: QuestionnairePage, tmp_path: Path
) -> None:
    program, wide = tmp_path / "photo.jpg", tmp_path / "large.jpg"
    program.write_bytes(b"MZ\x90\x00" + bytes(2_000))
    Image.new("RGB", (9_500, 6_400), "olive").save(wide, quality=30)
    dropped(qtbot, page, program, wide)
    told = words(page, "refusal")
    assert told.startswith("photo.jpg — ")
    assert told.count("\n") == 0
    (kept,) = context.file.attachments
    data = context.workbench.attachments.read(kept.sha256)
    with Image.open(io.BytesIO(data)) as picture:
        assert max(picture.size) == 2_560


def test_right_to_left_and_control_characters_do_not_reach_a_caption(
    qtbot: QtBot, context: MissionContext, page: QuestionnairePage, tmp_path: Path
) -> None:
    file = tmp_path / "poste.jpg"
    file.write_bytes(written(a_picture()))
    dropped(qtbot, page, file)
    presenter = photos_of(page).presenter
    presenter.set_caption(context.file.attachments[0].id, "Tour\u202e\x07\x00 n°\u200f 4\u2028suite")
    assert context.file.attachments[0].caption == "Tour n° 4 suite"
