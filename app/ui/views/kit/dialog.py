"""Base of the few dialogs (sealing, abandoning, PIN, key): 480 px, title, sentence, verb buttons; Esc leaves."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.views.kit import paint
from app.ui.views.kit.buttons import Button, Kind
from app.ui.views.kit.texts import Label
from app.ui.views.look import colours

WIDTH = 480


class Dialog(QDialog):
    """A question in the middle of the window.

    `open()` it and connect Qt’s `accepted` and `rejected`. Put more widgets in `body`.
    """

    def __init__(self, title: str, sentence: str, name: str, parent: QWidget | None = None) -> None:
        """Make the dialog.

        Args:
            title: Question or fact, 20/600.
            sentence: What it means; may be empty.
            name: objectName.
            parent: The window it belongs to.
        """
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setModal(True)
        self.setProperty("surface", "surface")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(10)
        column.addWidget(Label(title, "title", wrap=True))
        self.sentence = Label(sentence, "body", "text2", wrap=True)
        column.addWidget(self.sentence)
        self.sentence.setVisible(bool(sentence))
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        column.addLayout(self.body)
        column.addSpacing(6)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._buttons.addStretch(1)
        column.addLayout(self._buttons)
        self.setFixedWidth(WIDTH)

    def add_button(
        self, text: str, name: str, kind: Kind = "plain", accepts: bool = False, safe: bool = False
    ) -> Button:
        """Append a verb.

        Args:
            text: The verb, never « OK ».
            name: objectName.
            kind: As `Button`.
            accepts: It accepts the dialog; otherwise it leaves it.
            safe: The safest answer: it has the focus when the dialog opens.
        """
        button = Button(text, name, kind)
        button.clicked.connect(self.accept if accepts else self.reject)
        self._buttons.addWidget(button)
        if safe:
            button.setFocus(Qt.FocusReason.OtherFocusReason)
            button.setDefault(True)
        return button

    def showEvent(self, event: QShowEvent) -> None:
        """As tall as its words need at this width."""
        layout = self.layout()
        if layout is not None and layout.hasHeightForWidth():
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))
        super().showEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A border, for systems that draw none."""
        super().paintEvent(event)
        painter = QPainter(self)
        paint.start(painter)
        paint.box(painter, QRectF(self.rect()), 0, None, colours().border_strong)
