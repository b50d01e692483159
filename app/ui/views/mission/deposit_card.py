"""Deposit of the last sealed version: what leaves, enrolment when there is no server yet, progress, receipt."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.presenters.closing_shown import Leaving, VersionShown
from app.ui.presenters.deposit import CONFLICT, DepositPresenter
from app.ui.presenters.outbox import OutboxPresenter
from app.ui.views.fonts import SEMIBOLD
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.notices import Banner
from app.ui.views.kit.surfaces import Card, row
from app.ui.views.kit.texts import Label
from app.ui.views.mission.leaving_panel import LeavingList
from app.ui.views.mission.progress_line import ProgressLine
from app.ui.views.settings_page import ServerCard


class DepositCard(Card):
    """The way of a version to the Region; `enrolment` goes under it, empty unless there is no server yet.

    Signals:
        enrolled: This laptop was just enrolled.
    """

    enrolled = Signal()

    def __init__(self, presenter: DepositPresenter, outbox: OutboxPresenter) -> None:
        super().__init__(padding=16)
        self.setObjectName("deposit")
        self._presenter = presenter
        self._outbox = outbox
        self._version: VersionShown | None = None
        self._form: ServerCard | None = None
        self._words = Label("", "small", "text2", wrap=True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._answer = Banner("warn", "", "deposit_answer")
        self.line = ProgressLine("deposit_line")
        self.send = Button(self.tr("Déposer"), "deposit_send", "primary", icon="cloud-upload")
        words = self.tr("Comparer à ce que la Région a reçu…")
        self.compare = Button(words, "deposit_compare", "plain", icon="history")
        self.leaving = LeavingList("deposit_leaving")
        self.enrolment = QWidget()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.body.addWidget(Label(self.tr("Dépôt à la Région"), "lead", weight=SEMIBOLD))
        self.body.addWidget(self._words)
        self.body.addWidget(self.leaving)
        self.body.addWidget(self._answer)
        self.body.addWidget(self.line)
        self._buttons = row(self.send, 0)
        self.body.addWidget(self.compare)
        self.body.addWidget(self._buttons)
        QVBoxLayout(self.enrolment).setContentsMargins(0, 0, 0, 0)

    def _connect(self) -> None:
        presenter = self._presenter
        self.send.clicked.connect(self.deposit)
        self.compare.clicked.connect(self._compare)
        self.line.cancelled.connect(presenter.cancel)
        self.line.retried.connect(self.deposit)
        presenter.running.connect(self._run)
        presenter.failed.connect(self.line.fail)
        self._outbox.member_changed.connect(self.enrolled)

    def show_version(self, version: VersionShown | None, leaving: Leaving | None, *, beside: bool) -> None:
        """Show where the last version is.

        Args:
            version: The last sealed version, or None before the first.
            leaving: What leaves with it.
            beside: Whether what leaves already stands in the side panel.
        """
        self._version = version
        self.setVisible(version is not None)
        if version is None:
            self.enrolment.hide()
            return
        member = self._presenter.membership()
        waiting = version.receipt is None
        self.send.setText(self.tr("Déposer la version {0}").format(version.sealed.version))
        self.send.setAccessibleName(self.send.text())
        self._buttons.setVisible(waiting and member is not None)
        refused = version.deposit is not None and version.deposit.last_code == CONFLICT
        self.compare.setVisible(waiting and member is not None and refused)
        self._words.setText(self._sentence(version))
        self.leaving.setVisible(waiting and not beside)
        if waiting:
            self.leaving.show_leaving(leaving)
        told = bool(version.answer) and waiting and self.line.isHidden() and not self._presenter.is_running()
        self._answer.setVisible(told)
        self._answer.set_sentence(version.answer)
        self._show_form(wanted=waiting and member is None)

    def first_focus(self) -> QWidget:
        """The address of the server, or the button."""
        return self._form.url if self._form is not None and self._form.isVisible() else self.send

    def deposit(self) -> None:
        """Send the version shown."""
        if self._version is not None and self._version.receipt is None:
            self._presenter.deposit(self._version.sealed.version)

    def _compare(self) -> None:
        if self._version is not None:
            self._presenter.compare(self._version.sealed.version)

    def _show_form(self, *, wanted: bool) -> None:
        layout = self.enrolment.layout()
        if wanted and self._form is None and layout is not None:
            self._form = ServerCard(self._outbox)
            layout.addWidget(self._form)
            self._form.show()
        self.enrolment.setVisible(wanted)

    def _sentence(self, version: VersionShown) -> str:
        if version.receipt is not None:
            words = self.tr("Reçu vérifié : « {0} » a reçu la version {1} le {2}. Clé {3}.")
            receipt = version.receipt
            return words.format(receipt.server, version.sealed.version, receipt.received, receipt.kid)
        member = self._presenter.membership()
        if member is None:
            return self.tr(
                "Cet ordinateur n’est inscrit auprès d’aucun serveur régional : recopiez l’adresse et le code donnés "
                "par la Région. La version attend ici jusque-là."
            )
        return self.tr("Serveur : « {0} », {1}. « Déposée » n’apparaît qu’une fois le reçu vérifié.").format(
            member.server, member.url
        )

    def _run(self, running: bool) -> None:
        self.send.set_busy(running)
        if running and self._version is not None:
            self._answer.hide()
            self.line.run(self.tr("Dépôt de la version {0}…").format(self._version.sealed.version))
        elif self.line.banner.isHidden():
            self.line.clear()
