"""The program as it starts: its own typeface everywhere, French in what Qt says, its theme."""

import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, qInstallMessageHandler
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLabel, QLineEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap.profile import LocalProfile
from app.ui.views.application import Application
from app.ui.views.fonts import FAMILY
from app.ui.views.mission.file_asking import ask_where_to_save
from tests.ui.windows import opened, put_away


@pytest.fixture
def started(qapp: QApplication, full_profile: LocalProfile, qtbot: QtBot) -> Iterator[Application]:
    """The program on a profile with missions; what it changes of the process is put back."""
    hook, locale = sys.excepthook, QLocale()
    application = Application(full_profile)
    application.show()
    opened(qtbot, application.window, total=1_000)
    yield application
    assert application.window.close()
    put_away(application.window)
    sys.excepthook = hook
    QLocale.setDefault(locale)
    qInstallMessageHandler(None)


def test_every_word_is_in_the_shipped_typeface(started: Application) -> None:
    words = [
        widget
        for widget in started.window.findChildren(QWidget)
        if isinstance(widget, QLabel | QLineEdit | QTableView) and widget.isVisibleTo(started.window)
    ]
    assert len(words) > 3
    assert {QFontInfo(widget.font()).family() for widget in words} == {FAMILY}


def test_what_qt_says_is_french(started: Application, qtbot: QtBot) -> None:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "") == "Annuler"
    assert QLocale().language() is QLocale.Language.French


def test_the_dialog_of_files_speaks_french(dressed: QApplication, qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    dialog = ask_where_to_save(host, "Enregistrer", "x.pdf", "PDF (*.pdf)", lambda _path: None)
    said = {label.text() for label in dialog.findChildren(QLabel)}
    assert {"Dossier", "Type de fichier"} <= said
    assert not said & {"&Look in:", "Files of &type:"}
    dialog.reject()
