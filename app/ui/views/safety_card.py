"""Réglages: backups of the profile and the lock after a while; nothing here is needed for them to be made each day."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from app.services.profile import Profile
from app.ui.presenters.safety import SafetyPresenter
from app.ui.views.file_choice import name_parts
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.segmented import Segmented
from app.ui.views.kit.surfaces import Card, row
from app.ui.views.kit.texts import Label

MINUTES = (5, 15, 30, 0)
"""Waits offered before the window locks itself; 0 for never."""


class SafetyCard(Card):
    """Last backup, a new one, its verification, and the second folder or key drive."""

    def __init__(self, presenter: SafetyPresenter) -> None:
        super().__init__(padding=20)
        self._presenter = presenter
        presenter.setParent(self)
        self._last = Label("", "body", "text2", wrap=True)
        self._last.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._place = Label("", "body", "text2", wrap=True)
        self.now = Button(self.tr("Sauvegarder maintenant"), "settings_back_up")
        self.check = Button(self.tr("Vérifier la sauvegarde"), "settings_verify_backup")
        self.choose = Button(self.tr("Choisir une clé ou un dossier"), "settings_backup_place", icon="folder-open")
        self.forget = Button(self.tr("Ne plus copier ailleurs"), "settings_backup_place_none", "link")
        self.body.addWidget(Label(self.tr("Sauvegardes"), "lead", weight=600))
        self.body.addWidget(self._last)
        self.body.addWidget(row(self.now, self.check, 0))
        self.body.addWidget(self._place)
        self.body.addWidget(row(self.choose, self.forget, 0))
        self.now.clicked.connect(lambda: presenter.back_up(asked=True))
        self.check.clicked.connect(presenter.verify)
        self.choose.clicked.connect(lambda: choose_folder(self.window(), self.choose.text(), presenter.choose_place))
        self.forget.clicked.connect(lambda: presenter.choose_place(None))
        presenter.changed.connect(self._show)
        self._show()

    def said(self) -> str:
        """What is said of the last backup and of the second place."""
        return f"{self._last.text()}\n{self._place.text()}"

    def showEvent(self, event: QShowEvent) -> None:
        """A backup may have been made since."""
        self._show()
        super().showEvent(event)

    def _show(self) -> None:
        place = self._presenter.second_place()
        self.now.set_busy(self._presenter.is_busy())
        self._last.setText(self._presenter.last_words())
        self.forget.setVisible(place is not None)
        if place is None:
            words = self.tr(
                "Elles sont chiffrées et restent dans le dossier du profil : choisissez aussi une clé ou un autre disque,"
                " pour le jour où cet ordinateur est perdu."
            )
        else:
            words = self.tr("Une copie va aussi dans {0}.").format(place)
        self._place.setText(words)


class LockCard(Card):
    """After how long the window locks itself."""

    def __init__(self, profile: Profile) -> None:
        super().__init__(padding=20)
        self._profile = profile
        segments = [(str(minutes), self._words(minutes)) for minutes in MINUTES]
        self.minutes = Segmented(segments, "settings_lock", self.tr("Verrouillage"))
        kept = profile.preferences.load().lock_minutes
        self.minutes.set_current(str(kept if kept in MINUTES else 15))
        self.minutes.chosen.connect(self._keep)
        self.body.addWidget(Label(self.tr("Verrouiller l’écran sans activité"), "lead", weight=600))
        self.body.addWidget(row(self.minutes, 0))
        words = self.tr("Ctrl+L verrouille tout de suite. La phrase secrète rouvre ; il en faut donc une.")
        self.body.addWidget(Label(words, "small", "text2", wrap=True))

    def _words(self, minutes: int) -> str:
        return self.tr("{0} min").format(minutes) if minutes else self.tr("Jamais")

    def _keep(self, minutes: str) -> None:
        preferences = self._profile.preferences
        preferences.keep(replace(preferences.load(), lock_minutes=int(minutes)))


def choose_folder(parent: QWidget, title: str, then: Callable[[Path], object]) -> None:
    """Ask for a folder; the dialog never blocks the window behind it."""
    dialog = QFileDialog(parent, title)
    name_parts(dialog)
    dialog.setObjectName("folder_choice")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly, on=True)
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    dialog.open()
