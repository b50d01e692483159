"""« Sceller le PDF… »: the phrase of the certificate, then where the sealed file goes."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from app.ui.presenters.mission_context import MissionContext
from app.ui.presenters.pdf_seal import PdfSealPresenter
from app.ui.views.certificate_dialog import CertificateDialog
from app.ui.views.mission.file_asking import ask_where_to_save


class PdfSealDesk(QObject):
    """The provider's seal, from the page that shows a PDF."""

    def __init__(self, context: MissionContext, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self.presenter = PdfSealPresenter(context.workbench, context.messages, context.jobs, self)
        self.presenter.sealed.connect(self._keep)
        self._sealed = b""

    def is_possible(self) -> bool:
        """Whether a certificate is kept."""
        return self.presenter.certificate() is not None

    def ask(self, pdf: bytes, name: str) -> CertificateDialog:
        """Ask for the phrase, seal, then ask where the file goes.

        Args:
            pdf: The document shown.
            name: Name of its file.
        """
        facts = self.presenter.certificate()
        dialog = CertificateDialog(
            self.tr("Sceller le PDF ?"),
            facts.subject if facts is not None else "",
            self.tr("Sceller"),
            self.presenter,
            lambda typed: self.presenter.seal(pdf, typed),
            self._page,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.presenter.sealed.connect(dialog.accept)
        dialog.accepted.connect(lambda: self._ask_file(name))
        dialog.open()
        return dialog

    def save(self, sealed: bytes, path: Path) -> bool:
        """Write the sealed file; a failure shows its banner."""
        context = self._context

        def write() -> Path:
            context.workbench.save_file(path, sealed)
            return path

        if context.attempt(write) is None:
            return False
        context.messages.tell(self.tr("PDF scellé enregistré : {0}").format(path.name))
        return True

    def _keep(self, sealed: bytes) -> None:
        self._sealed = sealed

    def _ask_file(self, name: str) -> None:
        sealed = self._sealed
        proposed = name.removesuffix(".pdf") + self.tr("-scelle") + ".pdf"
        title = self.tr("Enregistrer le PDF scellé")
        ask_where_to_save(self._page, title, proposed, "PDF (*.pdf)", lambda path: self.save(sealed, path))
