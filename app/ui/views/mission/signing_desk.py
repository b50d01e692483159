"""Opens the signing sheet and asks where a signed copy goes, for any page that shows a sealed version."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from app.domain.evidence import SignatureEvidence
from app.domain.mission import SealedVersion
from app.ui.presenters.mission_context import MissionContext
from app.ui.presenters.signing import SigningPresenter
from app.ui.views.mission.file_asking import ask_where_to_save
from app.ui.views.mission.signing_sheet import SigningSheet


class SigningDesk(QObject):
    """The signature of sealed versions, from one page."""

    def __init__(self, context: MissionContext, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self.presenter = SigningPresenter(context, self)

    def ask(self, sealed: SealedVersion) -> SigningSheet:
        """Show the sheet where a version is signed."""
        sheet = SigningSheet(sealed, self.presenter, self._page)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.finished.connect(self._page.activateWindow)
        sheet.open()
        return sheet

    def ask_copy(self, evidence: SignatureEvidence) -> None:
        """Ask where a signed copy goes."""
        name = self.presenter.copy_name(evidence)
        kinds = self.tr("Exemplaire signé (*{0})").format(name[name.rindex(".") :])
        title = self.tr("Enregistrer l’exemplaire signé")
        ask_where_to_save(self._page, title, name, kinds, lambda path: self.presenter.save_copy(evidence, path))
