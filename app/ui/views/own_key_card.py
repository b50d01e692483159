"""« Ma clé »: the public key that colleagues encrypt to, to be copied or scanned."""

import io
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPixmap

from app.ui.views.kit.buttons import Button
from app.ui.views.kit.surfaces import Card, row
from app.ui.views.kit.texts import Label

_SCALE = 4


class OwnKeyCard(Card):
    """Shows the key when asked, as a text and as a QR code."""

    def __init__(self, own_key: Callable[[], str]) -> None:
        """Make the card; the key is made when it is first shown.

        Args:
            own_key: Gives the key.
        """
        super().__init__(padding=20)
        self._own_key = own_key
        words = self.tr(
            "Un collègue chiffre pour elle la mission qu’il vous transmet : cet ordinateur seul l’ouvrira. Elle n’a rien de secret."
        )
        self.key = Label("", "body", "text", wrap=True)
        self.key.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.code = Label("", "body")
        self.code.setAccessibleName(self.tr("Ma clé, en code QR"))
        self.show_key = Button(self.tr("Montrer ma clé"), "settings_own_key", "plain", icon="eye")
        self.copy = Button(self.tr("Copier"), "settings_copy_key", "plain", icon="copy")
        self.body.addWidget(Label(self.tr("Ma clé"), "lead", weight=600))
        self.body.addWidget(Label(words, "caption", "text2", wrap=True))
        for widget in (self.key, self.code, row(self.show_key, self.copy, 0)):
            self.body.addWidget(widget)
        for widget in (self.key, self.code, self.copy):
            widget.hide()
        self.show_key.clicked.connect(self._show)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.key.text().replace(" ", "")))

    def _show(self) -> None:
        import segno

        key = self._own_key()
        self.key.setText(" ".join(key[start : start + 8] for start in range(0, len(key), 8)))
        drawn = io.BytesIO()
        segno.make_qr(key).save(drawn, kind="png", scale=_SCALE)
        picture = QPixmap()
        picture.loadFromData(drawn.getvalue())
        self.code.setPixmap(picture)
        for widget in (self.key, self.code, self.copy):
            widget.show()
        self.show_key.hide()
