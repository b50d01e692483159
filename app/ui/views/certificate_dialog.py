"""Asks for the passphrase of a certificate; it stays open with a sentence until the phrase is right."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui.presenters.pdf_seal import PdfSealPresenter
from app.ui.views.kit.dialog import Dialog
from app.ui.views.kit.fields import Field, LineEdit


class CertificateDialog(Dialog):
    """The phrase goes to `use` and is forgotten; the dialog closes when `accept` is called."""

    def __init__(
        self,
        title: str,
        sentence: str,
        verb: str,
        presenter: PdfSealPresenter,
        use: Callable[[str], object],
        parent: QWidget,
    ) -> None:
        """Make the dialog.

        Args:
            title: What the phrase is for.
            sentence: What it opens.
            verb: What happens then.
            presenter: Says when a phrase is refused.
            use: Receives the phrase, each time the verb is pressed.
            parent: The page it belongs to.
        """
        super().__init__(title, sentence, "certificate", parent)
        self._use = use
        self.typed = LineEdit("certificate_typed")
        self.typed.setEchoMode(QLineEdit.EchoMode.Password)
        self.field = Field(self.tr("Phrase du certificat"), self.typed, note=self.tr("gardée nulle part"))
        self.body.addWidget(self.field)
        self.add_button(self.tr("Revenir"), "certificate_leave")
        self.go = self.add_button(verb, "certificate_go", "primary")
        self.go.clicked.disconnect()
        self.go.clicked.connect(self._go)
        self.go.setDefault(True)
        self.typed.setFocus()
        presenter.refused.connect(self._refuse)

    def _go(self) -> None:
        self.field.set_error("")
        self.go.setEnabled(False)
        self._use(self.typed.text())

    def _refuse(self, sentence: str) -> None:
        self.go.setEnabled(True)
        self.field.set_error(sentence)
        layout = self.layout()
        if layout is not None:
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))
        self.typed.selectAll()
        self.typed.setFocus()
