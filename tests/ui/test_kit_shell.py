"""The frame: regions, keys, breakpoint; and the gallery, where every control has a name for everybody."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot

from app.ui.tokens import Theme
from app.ui.views import gallery
from app.ui.views.gallery_frames import mission_frame
from app.ui.views.kit.agenda import HalfDayAgenda
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.rail import RailEntry
from app.ui.views.kit.segmented import Segmented
from app.ui.views.kit.stepper import Stepper
from app.ui.views.shell import MissionShell
from app.ui.views.style import apply_theme

pytestmark = pytest.mark.usefixtures("dressed")
INTERACTIVE = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QTableView, Segmented, Stepper, HalfDayAgenda)


def small_shell(qtbot: QtBot) -> MissionShell:
    shell = MissionShell([RailEntry(key, key, "lock") for key in ("company", "days", "themes")])
    for key in ("company", "days"):
        shell.add_page(key, Button(key, f"centre_{key}"), QLineEdit(), Button("Suivant", f"next_{key}"))
    shell.show_page("company")
    qtbot.addWidget(shell)
    shell.resize(1280, 720)
    shell.show()
    shell.activateWindow()
    qtbot.waitUntil(shell.isActiveWindow)
    return shell


def focused_name() -> str:
    widget = QApplication.focusWidget()
    return widget.objectName() or type(widget).__name__ if widget else ""


def test_f6_visits_the_regions_in_order(qtbot: QtBot) -> None:
    shell = small_shell(qtbot)
    shell.header.back.setFocus()
    visited = []
    for _press in range(5):
        qtbot.keyClick(shell, Qt.Key.Key_F6)
        visited.append(focused_name())
    assert visited == ["mission_rail_company", "centre_company", "QLineEdit", "next_company", "mission_back"]


@pytest.mark.parametrize("key", [Qt.Key.Key_2, Qt.Key.Key_Eacute])
def test_alt_and_a_digit_ask_for_a_page_on_both_keyboards(qtbot: QtBot, key: Qt.Key) -> None:
    shell = small_shell(qtbot)
    with qtbot.waitSignal(shell.page_asked) as signal:
        qtbot.keyClick(shell, key, Qt.KeyboardModifier.AltModifier)
    assert signal.args == ["days"]
    assert shell.current_page() == "company"


def test_f9_folds_the_side_panel_and_f1_asks_for_the_keys(qtbot: QtBot) -> None:
    shell = small_shell(qtbot)
    editor = shell.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    assert editor.isVisible()
    qtbot.keyClick(shell, Qt.Key.Key_F9)
    assert not editor.isVisible()
    with qtbot.waitSignal(shell.keys_asked):
        qtbot.keyClick(shell, Qt.Key.Key_F1)


def test_escape_leaves_a_text_first_then_the_page(qtbot: QtBot) -> None:
    shell = small_shell(qtbot)
    editor = shell.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    editor.setFocus()
    left: list[bool] = []
    shell.back_asked.connect(lambda: left.append(True))
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert (left, editor.hasFocus()) == ([], False)
    qtbot.keyClick(shell, Qt.Key.Key_Escape)
    assert left == [True]


def test_a_narrow_window_turns_compact_and_back(qtbot: QtBot) -> None:
    shell = small_shell(qtbot)
    assert shell.rail.isVisible()
    shell.resize(640, 360)
    qtbot.waitUntil(lambda: shell.compact)
    assert (shell.width(), shell.rail.isVisible(), shell.header.height()) == (640, False, 42)
    assert shell.header.menu.isVisible()
    shell.resize(1280, 720)
    qtbot.waitUntil(lambda: not shell.compact)
    assert (shell.rail.isVisible(), shell.header.height()) == (True, 64)


def test_a_page_is_as_large_as_the_frame_leaves(qtbot: QtBot) -> None:
    shell = small_shell(qtbot)
    shell.show_page("days")
    centre = shell.findChild(Button, "centre_days")
    assert isinstance(centre, Button)
    hidden = shell.findChild(Button, "centre_company")
    assert isinstance(hidden, Button)
    assert (centre.isVisible(), hidden.isVisible()) == (True, False)
    assert shell.rail.items["days"].isChecked()


@pytest.mark.parametrize("theme", list(Theme))
@pytest.mark.parametrize("page", list(gallery.PAGES))
def test_every_control_of_the_gallery_has_two_names(
    dressed: QApplication, qtbot: QtBot, page: str, theme: Theme
) -> None:
    apply_theme(dressed, theme)
    window = gallery.build(page)
    qtbot.addWidget(window)
    window.resize(1280, 720)
    window.show()
    controls = [found for kind in INTERACTIVE for found in window.findChildren(kind)]
    controls = [
        found
        for found in controls
        if found.focusPolicy() != Qt.FocusPolicy.NoFocus and found.isVisible() and not owned(found)
    ]
    nameless = [type(found).__name__ for found in controls if not found.objectName() or not found.accessibleName()]
    apply_theme(dressed, Theme.LIGHT)
    assert len(controls) > 5
    assert nameless == []


def owned(widget: QWidget) -> bool:
    """Parts that Qt makes inside its own controls."""
    return widget.objectName().startswith("qt_") or isinstance(widget.parentWidget(), QTableView)


def test_the_frame_of_a_mission_holds_in_a_small_window(qtbot: QtBot) -> None:
    shell = mission_frame()
    qtbot.addWidget(shell)
    shell.resize(1280, 720)
    shell.show()
    assert isinstance(shell, MissionShell)
    assert shell.centre.minimumSizeHint().width() <= 1280 - 212 - 292
    assert shell.header.minimumSizeHint().width() <= 1280


def test_a_long_name_pushes_out_what_is_least_needed(qtbot: QtBot) -> None:
    shell = mission_frame()
    assert isinstance(shell, MissionShell)
    qtbot.addWidget(shell)
    shell.resize(1280, 720)
    shell.show()
    assert shell.header.saved.isVisible()
    long_name = "Société nouvelle de mécanique générale et de précision des Hautes-Pyrénées et de Bigorre"
    shell.header.set_identity(long_name, "", "Brouillon · version 2", "draft")
    assert not shell.header.saved.isVisible()
    qtbot.waitUntil(lambda: shell.header.company.width() >= shell.header.company.sizeHint().width())


class ShownWindows(QObject):
    """Names of the kinds of widgets that appeared as windows."""

    def __init__(self) -> None:
        super().__init__()
        self.kinds: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.kinds.append(type(watched).__name__)
        return False


@pytest.mark.parametrize("page", list(gallery.PAGES))
def test_building_a_page_never_flashes_a_window(dressed: QApplication, qtbot: QtBot, page: str) -> None:
    shown = ShownWindows()
    dressed.installEventFilter(shown)
    window = gallery.build(page)
    dressed.removeEventFilter(shown)
    qtbot.addWidget(window)
    assert shown.kinds == []
