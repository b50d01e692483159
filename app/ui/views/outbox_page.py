"""What waits to be deposited: since when, how many tries, what was answered, and « Déposer maintenant »."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.presenters.outbox import OutboxPresenter
from app.ui.qtmodels.outbox_model import OutboxModel
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.notices import Banner, EmptyState
from app.ui.views.kit.pages import Pages
from app.ui.views.kit.surfaces import row
from app.ui.views.kit.table import Table, framed
from app.ui.views.kit.texts import Label

WIDTHS = (320, 130, 170, 80)


class OutboxPage(QWidget):
    """The outbox.

    Signals:
        settings_asked: The laptop is not enrolled, and the user wants to enrol it.
    """

    settings_asked = Signal()

    def __init__(self, presenter: OutboxPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.setObjectName("outbox_page")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.send = Button(self.tr("Déposer maintenant"), "outbox_send", "primary", icon="cloud-upload")
        self.send.clicked.connect(presenter.deposit)
        self._no_server = Banner(
            "info",
            self.tr("Cet ordinateur n’est inscrit auprès d’aucun serveur régional."),
            "outbox_no_server",
            self.tr("S’inscrire"),
        )
        self._no_server.acted.connect(self.settings_asked)
        self.table = Table("outbox_table", self.tr("Versions à déposer"), row="list")
        self.model = OutboxModel(self)
        self.table.setModel(self.model)
        self.table.set_widths(WIDTHS)
        self._answer, self._details = (Label("", kind, "text2", wrap=True) for kind in ("body", "small"))
        self._none = EmptyState(
            self.tr("Rien à déposer"),
            self.tr("Une mission scellée attend ici jusqu’à ce que le reçu de la Région soit vérifié."),
        )
        self._list = QWidget()
        self._body = Pages()
        self._lay_out()
        self.table.selectionModel().currentRowChanged.connect(self._say_answer)
        presenter.listed.connect(self._show)
        presenter.running.connect(self._run)
        presenter.member_changed.connect(self._show)

    def _lay_out(self) -> None:
        inner = QVBoxLayout(self._list)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(10)
        inner.addWidget(framed(self.table), 1)
        inner.addWidget(self._answer)
        inner.addWidget(self._details)
        for widget in (self._list, self._none):
            self._body.add(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 12)
        column.setSpacing(12)
        column.addWidget(row(Label(self.tr("À déposer"), "display"), 0, self.send))
        column.addWidget(self._no_server)
        column.addWidget(self._body, 1)

    def focus_first(self) -> None:
        """The button, or the way to enrol, or nothing when nothing waits."""
        ways = (self.send, self._no_server.action)
        target = next((way for way in ways if way.isEnabled() and not way.isHidden()), self)
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """Read what waits each time the page is shown."""
        super().showEvent(event)
        self._presenter.refresh()

    def _show(self) -> None:
        waiting = self._presenter.waiting
        self.model.set_rows(waiting)
        self._body.show_only(self._list if waiting else self._none)
        member = self._presenter.membership()
        self._no_server.setVisible(member is None)
        self._run(self._presenter.is_running())
        if waiting:
            self.table.selectRow(0)
        self._say_answer()

    def _run(self, running: bool) -> None:
        self.send.set_busy(running)
        self.send.setEnabled(running or (bool(self._presenter.waiting) and self._presenter.membership() is not None))
        tried = any(one.attempts for one in self._presenter.waiting)
        self.send.setText(self.tr("Réessayer") if tried and not running else self.tr("Déposer maintenant"))
        if self.send.hasFocus() and not self.send.isEnabled():
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_answer(self) -> None:
        rank = self.table.currentIndex().row()
        answer, details = self.model.answer(rank), self.model.details(rank)
        self._details.setText(details)
        self._details.setVisible(bool(details))
        self._answer.setText(self.tr("Dernière réponse : {0}").format(answer) if answer else "")
