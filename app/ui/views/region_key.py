"""The Region's public key for files on a key: shown with its fingerprint, asked for again when the user wants."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.presenters.outbox import OutboxPresenter, fingerprint_of
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.surfaces import row
from app.ui.views.kit.texts import Label


class RegionKey(QWidget):
    """Part of the card of the regional server; hidden while there is none."""

    def __init__(self, presenter: OutboxPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.key = Label("", "body", "text", wrap=True)
        self.key.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.said = Label("", "body", "text2", wrap=True)
        self.said.setVisible(False)
        self.ask = Button(self.tr("Redemander la clé de la Région"), "settings_region_key")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for one in (self.key, self.said, row(0, self.ask)):
            layout.addWidget(one)
        self.ask.clicked.connect(self._ask)
        presenter.region_key_told.connect(self._told)
        self.show_key()

    def show_key(self) -> None:
        """Show the key that is kept, or that there is none."""
        self.setVisible(self._presenter.membership() is not None)
        key = self._presenter.region_key()
        if key:
            words = self.tr("Clé de la Région pour les fichiers sur une clé : {0}\nEmpreinte : {1}")
            self.key.setText(words.format(key, fingerprint_of(key.encode())))
        else:
            self.key.setText(self.tr("La Région n’a pas encore donné à cet ordinateur la clé de ses fichiers."))

    def _ask(self) -> None:
        if not self.ask.is_busy():
            self.ask.set_busy(True)
            self._presenter.fetch_region_key()

    def _told(self, sentence: str) -> None:
        self.ask.set_busy(False)
        self.said.setText(sentence)
        self.said.setVisible(True)
        self.show_key()
