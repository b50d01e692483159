"""The catalogue of aids beside the list of missions."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.presenters.aid_browser import AidBrowser
from app.ui.views.aid_view import AidView
from app.ui.views.kit.texts import Label


class AidCataloguePage(QWidget):
    """The whole catalogue, with no action that would cite it."""

    def __init__(self, browser: AidBrowser) -> None:
        super().__init__()
        self.setObjectName("aid_catalogue_page")
        self.view = AidView(browser)
        self.search = self.view.search
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 12, 10)
        column.setSpacing(10)
        column.addWidget(Label(self.tr("Aides"), "display"))
        column.addWidget(self.view, 1)

    def focus_first(self) -> None:
        """The search."""
        self.view.focus_first()

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Keys of the page."""
        return aid_keys(self)


def aid_keys(speaker: QWidget) -> tuple[tuple[str, str], ...]:
    """Keys of the catalogue, wherever it is shown."""
    return (
        ("Ctrl+F", QCoreApplication.translate("AidsPage", "chercher une aide")),
        ("↓", QCoreApplication.translate("AidsPage", "de la recherche à la liste")),
        ("↑ ↓", QCoreApplication.translate("AidsPage", "lire une autre aide")),
        (
            QCoreApplication.translate("AidsPage", "→ ou Entrée"),
            QCoreApplication.translate("AidsPage", "passer à la fiche et à son calculateur"),
        ),
    )
