"""Card of the settings where a provider gives the certificate that seals its PDFs."""

from pathlib import Path

from PySide6.QtCore import Qt

from app.ui.presenters.pdf_seal import PdfSealPresenter
from app.ui.views.certificate_dialog import CertificateDialog
from app.ui.views.file_choice import choose_file
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.surfaces import Card, row
from app.ui.views.kit.texts import Label


class CertificateCard(Card):
    """Choose a PKCS#12 file, see whom it names, take it back."""

    def __init__(self, presenter: PdfSealPresenter) -> None:
        super().__init__(padding=20)
        self.presenter = presenter
        words = self.tr(
            "Un certificat de signature ou de cachet (.p12, .pfx) scelle les PDF de la feuille de route. "
            "Sa phrase est demandée à chaque sceau ; elle n’est gardée nulle part."
        )
        self.told = Label("", "body", "text", wrap=True)
        self.told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.choose = Button(self.tr("Choisir un certificat…"), "certificate_choose", icon="folder-open")
        self.remove = Button(self.tr("Retirer"), "certificate_remove", "ghost", icon="trash-2")
        self.body.addWidget(Label(self.tr("Sceau électronique des PDF"), "lead", weight=600))
        self.body.addWidget(Label(words, "body", "text2", wrap=True))
        self.body.addWidget(self.told)
        self.body.addWidget(row(self.choose, self.remove, 0))
        self.choose.clicked.connect(self._ask)
        self.remove.clicked.connect(presenter.forget)
        presenter.changed.connect(self._show)
        self._show()

    def ask_passphrase(self, path: Path) -> CertificateDialog:
        """Ask for the phrase of a file, then keep its certificate."""
        dialog = CertificateDialog(
            self.tr("Ouvrir le certificat ?"),
            path.name,
            self.tr("Garder ce certificat"),
            self.presenter,
            lambda typed: self.presenter.choose(path, typed),
            self.window(),
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.presenter.changed.connect(dialog.accept)
        dialog.open()
        return dialog

    def _ask(self) -> None:
        kinds = self.tr("Certificats (*.p12 *.pfx)")
        choose_file(self.window(), self.tr("Choisir un certificat"), kinds, self._open)

    def _open(self, path: Path) -> None:
        self.ask_passphrase(path)

    def _show(self) -> None:
        self.told.setText(self.presenter.told())
        self.remove.setVisible(self.presenter.certificate() is not None)
