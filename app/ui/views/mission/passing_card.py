"""« Transmettre »: lets the mission go to a colleague, says where it is, and takes it back; exports a version on a key."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.domain.mission import SealedVersion
from app.services.exchange import Addressee
from app.ui.presenters import typed
from app.ui.presenters.mission_context import MissionContext
from app.ui.presenters.passing import PassingPresenter
from app.ui.views.fonts import SEMIBOLD
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.dialog import Dialog
from app.ui.views.kit.fields import Field, LineEdit
from app.ui.views.kit.surfaces import Card, row
from app.ui.views.kit.texts import Label
from app.ui.views.mission.addressee_dialog import COLLEAGUE, PASSPHRASE, PLAIN, REGION, AddresseeDialog
from app.ui.views.mission.file_asking import ask_where_to_save


class ColleagueDialog(Dialog):
    """Asks for the name of the colleague, then lets the mission go."""

    def __init__(self, hand_over: Callable[[str], str], parent: QWidget) -> None:
        """Make the dialog.

        Args:
            hand_over: Lets the mission go to a name; gives the sentence of a refusal, or empty.
            parent: The page it belongs to.
        """
        words = self.tr(
            "La mission se lira ici et ne s’écrira plus que chez votre collègue, jusqu’à son retour. Tout part, sauf vos notes "
            "privées, vos photos privées et vos réglages du conseil d’indice, qui restent sur cet ordinateur."
        )
        super().__init__(self.tr("Transmettre cette mission ?"), words, "passing", parent)
        self._hand_over = hand_over
        self.typed = LineEdit("passing_colleague")
        self.field = Field(self.tr("Nom du collègue"), self.typed)
        self.body.addWidget(self.field)
        self.add_button(self.tr("Garder la main"), "passing_leave", safe=True)
        self.add_button(self.tr("Transmettre"), "passing_go", "primary", accepts=True)

    def accept(self) -> None:
        """Let it go, or say why not."""
        refusal = self._hand_over(self.typed.text())
        self.field.set_error(refusal)
        layout = self.layout()
        if refusal and layout is not None:
            layout.activate()
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))
            self.typed.setFocus()
        else:
            super().accept()


class PassingCard(Card):
    """Where the mission is, and what can be done about it; `show_state` once it stands in its page."""

    def __init__(self, context: MissionContext) -> None:
        super().__init__(padding=16)
        self.setObjectName("passing_card")
        self._context = context
        self.presenter = PassingPresenter(context, self)
        self._title = Label("", "lead", weight=SEMIBOLD)
        self._words = Label("", "body", "text2", wrap=True)
        self.go = Button(self.tr("Transmettre à un collègue…"), "passing_ask", "link", icon="user")
        self.write = Button(self.tr("Enregistrer le fichier…"), "passing_write", "primary", icon="file-output")
        self.back = Button(self.tr("Reprendre la main…"), "passing_back", "plain", icon="undo-2")
        for widget in (self._title, self._words, row(self.write, self.back, 0), row(self.go, 0)):
            self.body.addWidget(widget)
        self.go.clicked.connect(self.ask)
        self.write.clicked.connect(self.ask_addressee)
        self.back.clicked.connect(self.ask_back)
        self.presenter.moved.connect(self.show_state)

    def show_state(self) -> None:
        """Show where the mission is."""
        left = self.presenter.handover()
        for widget in (self._title, self._words, self.write, self.back):
            widget.setVisible(left is not None)
        self.go.setVisible(left is None and self._context.is_writable)
        self.setVisible(left is not None or self._context.is_writable)
        if left is None:
            return
        at = left.since.astimezone()
        words = self.tr("Chez {0} depuis le {1} à {2}")
        self._title.setText(words.format(left.colleague, typed.day(at.date()), f"{at:%H:%M}"))
        self._words.setText(
            self.tr(
                "Elle se lit ici, elle s’écrit là-bas. Remettez le fichier à votre collègue : il le dépose sur sa fenêtre. "
                "À son retour, déposez le sien sur celle-ci."
            )
        )

    def ask(self) -> None:
        """Ask for the colleague, let the mission go, then ask where to write the file."""
        dialog = ColleagueDialog(self.presenter.hand_over, self)
        dialog.accepted.connect(self.ask_addressee)
        self._open(dialog)

    def ask_addressee(self) -> None:
        """Ask for the colleague's key, then where to write the file."""
        dialog = AddresseeDialog(
            self.tr("Fichier de transmission"),
            self.tr("Il porte tout le brouillon : il est toujours chiffré."),
            (COLLEAGUE, PASSPHRASE),
            "",
            self.presenter.refusal,
            self,
        )
        dialog.accepted.connect(lambda: self._ask_where(dialog.addressee() or Addressee()))
        self._open(dialog)

    def ask_back(self) -> None:
        """Ask whether to take the mission back; the safest answer has the focus."""
        left = self.presenter.handover()
        words = self.tr(
            "Ce que {0} a écrit depuis ne reviendra plus : son fichier sera refusé ici, et il le saura. À faire s’il n’a rien "
            "commencé, ou si son ordinateur est perdu."
        )
        dialog = Dialog(
            self.tr("Reprendre la main ?"), words.format(left.colleague if left else ""), "passing_return", self
        )
        dialog.add_button(self.tr("Attendre son retour"), "passing_wait", safe=True)
        dialog.add_button(self.tr("Reprendre la main"), "passing_take", "danger", accepts=True)
        dialog.accepted.connect(self.presenter.take_back)
        self._open(dialog)

    def export(self, version: SealedVersion, name: str) -> None:
        """Ask who the file of a version is for, then where to write it."""
        dialog = AddresseeDialog(
            self.tr("Exporter la version {0}").format(version.version),
            "",
            (REGION, COLLEAGUE, PASSPHRASE, PLAIN),
            self.presenter.region_key(),
            self.presenter.refusal,
            self,
        )

        def ask() -> None:
            to = dialog.addressee()
            title = self.tr("Exporter la version {0}").format(version.version)
            ask_where_to_save(
                self, title, name, "Jalon (*.jalon)", lambda path: self.presenter.write_version(path, version, to)
            )

        dialog.accepted.connect(ask)
        self._open(dialog)

    def _ask_where(self, to: Addressee) -> None:
        title, name = self.tr("Fichier de transmission"), self.presenter.package_name()
        ask_where_to_save(self, title, name, "Jalon (*.jalon)", lambda path: self.presenter.write_package(path, to))

    def _open(self, dialog: Dialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self.activateWindow)
        dialog.open()
