"""Ctrl+J : what was said since the start, the last first, with what can still be undone or tried again."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.ui.messages import Message, MessageKind
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.dialog import Dialog
from app.ui.views.kit.surfaces import Scroll, row
from app.ui.views.kit.texts import Label

_MOST = 50
_HEIGHT = 360


class HistorySheet(Dialog):
    """The messages; Esc closes it."""

    def __init__(self, messages: Sequence[Message], parent: QWidget) -> None:
        super().__init__(self.tr("Messages"), "", "history_sheet", parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        area = Scroll("history_scroll", (0, 0, 8, 0))
        area.setFixedHeight(min(_HEIGHT, parent.window().height() - 180))
        self.body.addWidget(area)
        for rank, message in enumerate(reversed(messages[-_MOST:])):
            area.body.addWidget(self._line(message, rank))
        if not messages:
            area.body.addWidget(Label(self.tr("Rien n’a été dit depuis l’ouverture."), "body", "text2", wrap=True))
        area.body.addStretch(1)
        self.add_button(self.tr("Fermer"), "history_close", safe=True)

    def _line(self, message: Message, rank: int) -> QWidget:
        told = Label(message.sentence, "body", "text" if message.kind is MessageKind.TOLD else "danger", wrap=True)
        line = row(Label(f"{message.at.astimezone():%H:%M}", "caption", "text3"), told, spacing=12)
        layout = line.layout()
        if message.act is not None and message.action and layout is not None:
            again = Button(
                message.action, f"history_act_{rank}", "link", accessible=f"{message.action} : {message.sentence}"
            )
            again.clicked.connect(self.accept)
            again.clicked.connect(message.act)
            layout.addWidget(again)
        return line
