"""The dialog of a fault of ours: a sentence, a reference, « Copier le rapport »."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.ui.messages import Message
from app.ui.views.kit.dialog import Dialog
from app.ui.views.kit.texts import Label


class BugDialog(Dialog):
    """A fault of ours: what to say to us, and that nothing saved is lost."""

    def __init__(self, message: Message, parent: QWidget) -> None:
        super().__init__(
            QCoreApplication.translate("BugDialog", "Une erreur de Jalon"), message.sentence, "bug", parent
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._report = message.report
        words = self.tr(
            "Référence {0}. Le rapport dit où le programme s’est trompé ; il ne contient aucun nom, aucune réponse."
        )
        self.body.addWidget(Label(words.format(message.reference), "small", "text2", wrap=True))
        self._said = Label("", "caption", "text3")
        self.body.addWidget(self._said)
        copying = self.add_button(self.tr("Copier le rapport"), "bug_copy")
        copying.clicked.disconnect()
        copying.clicked.connect(self._copy)
        self.add_button(self.tr("Continuer"), "bug_close", "primary", safe=True)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
        self._said.setText(self.tr("Rapport copié."))
