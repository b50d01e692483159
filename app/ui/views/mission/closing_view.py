"""The « Clôture » page: check, read again, seal, print and sign, deposit."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.checks import Severity
from app.domain.mission import MissionState, VersionKind
from app.services.rows import Deposit, DepositState
from app.ui.presenters.closing import ClosingPresenter, checks_of, usual_kind
from app.ui.presenters.closing_shown import CheckShown, VersionShown
from app.ui.presenters.deposit import DepositPresenter
from app.ui.presenters.mission_context import MissionContext, Part
from app.ui.presenters.outbox import OutboxPresenter
from app.ui.presenters.versions import VersionWords
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.dialog import Dialog
from app.ui.views.kit.fields import Field, TextArea
from app.ui.views.kit.rail import Mark
from app.ui.views.kit.segmented import Segmented
from app.ui.views.kit.stepper import Stepper, StepState
from app.ui.views.kit.surfaces import Scroll, row
from app.ui.views.kit.texts import Label
from app.ui.views.mission.check_list import CheckList
from app.ui.views.mission.deposit_card import DepositCard
from app.ui.views.mission.file_asking import ask_where_to_save
from app.ui.views.mission.leaving_panel import LeavingPanel
from app.ui.views.mission.page import MissionPageView
from app.ui.views.mission.page_head import PageHead
from app.ui.views.mission.passing_card import PassingCard
from app.ui.views.mission.seal_bar import SealBar
from app.ui.views.mission.signing_desk import SigningDesk
from app.ui.views.mission.versions_card import VersionsCard

LOW = 360
"""Height in px under which the steps scroll with the rest."""
CHECK, READ, SEAL, PRINT, DEPOSIT = "check", "read", "seal", "print", "deposit"


def closing_mark(context: MissionContext) -> Mark | None:
    """Mark of the rail: what blocks the seal, or a check once the last version is deposited."""
    if context.is_writable:
        found = checks_of(context, usual_kind(context))
        errors = sum(one.severity is Severity.ERROR for one in found)
        return Mark.error(errors) if errors else None
    last = [one for one in context.deposits() if one.version == context.mission.version]
    return Mark.check() if last and last[0].state is DepositState.DEPOSITED else None


class ClosingView(MissionPageView):
    """From the draft to the receipt."""

    def __init__(self, context: MissionContext) -> None:
        super().__init__(context)
        self.presenter = ClosingPresenter(context, self)
        self._outbox = OutboxPresenter(context.workbench, context.messages, context.jobs)
        self._outbox.setParent(self)
        self.deposits = DepositPresenter(context, self)
        self._words = VersionWords(self)
        self._panel = LeavingPanel("closing_leaving")
        self._versions: tuple[VersionShown, ...] = ()
        self._low = False
        self._make_parts()
        self._lay_out()
        self._connect()

    def _make_parts(self) -> None:
        self.head = PageHead(self.tr("Clôture"))
        steps = [
            (CHECK, self.tr("Vérifier")),
            (READ, self.tr("Relire")),
            (SEAL, self.tr("Sceller")),
            (PRINT, self.tr("Imprimer et signer")),
            (DEPOSIT, self.tr("Déposer")),
        ]
        self.stepper = Stepper(steps, "closing_steps")
        words = self.presenter.kind_words
        segments = [(kind.value, words(kind).capitalize()) for kind in VersionKind]
        self.kind = Segmented(segments, "closing_kind", self.tr("Nature de la version"))
        self.kind.set_current(self.presenter.kind.value)
        self.reason = TextArea("closing_reason", self.tr("Une phrase, gardée dans la version"))
        self._reason_field = Field(self.tr("Raison"), self.reason, note=self.tr("scellée avec la version"))
        self.checks = CheckList()
        self.deposit = DepositCard(self.deposits, self._outbox)
        self.versions = VersionsCard()
        self.passing = PassingCard(self.context)
        self.signing = SigningDesk(self.context, self)
        self.erase = Button(self.tr("Effacer cette mission de l’ordinateur…"), "closing_erase", "link", icon="trash-2")
        self.journal = Label("", "caption", "text2", wrap=True)
        self.bar = SealBar()

    def _lay_out(self) -> None:
        self._body = Scroll("closing_body", (0, 0, 6, 4))
        self._body.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._kind_line = row(self.kind, 0)
        for widget in (
            self._kind_line,
            self._reason_field,
            self.checks,
            self.deposit,
            self.deposit.enrolment,
            self.versions,
            self.passing,
        ):
            self._body.body.addWidget(widget)
        self._body.body.addWidget(self.journal)
        self._body.body.addWidget(row(self.erase, 0))
        self._body.body.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 12, 14, 10)
        self._column.setSpacing(10)
        self._column.addWidget(self.head)
        self._column.addWidget(self.stepper)
        self._column.addWidget(self._body, 1)
        self._column.addWidget(self.bar)

    def _connect(self) -> None:
        presenter = self.presenter
        self.stepper.chosen.connect(self._go)
        self.kind.chosen.connect(lambda key: presenter.choose(VersionKind(key)))
        self.reason.textChanged.connect(self._type_reason)
        self.reason.submitted.connect(self.ask_seal)
        self.checks.asked.connect(self.context.page_asked)
        self.checks.typed.connect(presenter.explanations.type)
        self.checks.entered.connect(presenter.explanations.flush)
        self.checks.completed.connect(lambda: self.first_focus().setFocus(_ASKED))
        presenter.explanations.changed.connect(self._answered)
        presenter.explanations.refused.connect(self.context.messages.tell)
        self.erase.clicked.connect(self.ask_erase)
        self.bar.seal_asked.connect(self.ask_seal)
        self.bar.reopen_asked.connect(self.ask_reopen)
        self.versions.archive_asked.connect(self._export)
        self.versions.receipt_asked.connect(self._save_receipt)
        self.versions.changes_asked.connect(self._compare)
        self.versions.signature_asked.connect(self.signing.ask)
        self.versions.copy_asked.connect(self.signing.ask_copy)
        self.signing.presenter.recorded.connect(lambda _made: self.show_all())
        self.signing.presenter.passed.connect(self.show_all)
        self.deposit.enrolled.connect(self._enrolled)
        presenter.changed.connect(self.show_all)
        presenter.sealed.connect(lambda _version: self.deposit.first_focus().setFocus(_ASKED))
        presenter.reopened.connect(self._reopened)
        presenter.refused.connect(self._reason_field.set_error)
        self.deposits.running.connect(lambda _running: self.show_all())
        self.deposits.deposited.connect(self._deposited)
        self.deposits.compared.connect(self._compare_with_region)
        self.context.changed.connect(self._mission_changed)
        self.context.progressed.connect(lambda _kind, _progress: self.marked.emit(closing_mark(self.context)))
        keys = QShortcut(self)
        keys.setKeys([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.ask_seal)

    def enter(self) -> None:
        """Look at the mission as it is now."""
        self.show_all()

    def leave(self) -> None:
        """Save the sentences being typed."""
        self.presenter.explanations.flush()

    def first_focus(self) -> QWidget:
        """What is to be done next: mend, explain, seal, enrol, deposit; else the steps."""
        if self.context.is_writable:
            blocking = [line.go for line in self.checks.rows if line.sentence is None]
            if blocking:
                return blocking[0]
            silent = self.checks.silent()
            if silent is not None and silent.sentence is not None:
                return silent.sentence
            return self.bar.seal if self.bar.seal.isEnabled() else self.kind
        waiting = self._versions and self._versions[0].receipt is None
        return self.deposit.first_focus() if waiting else self.stepper

    def side_widget(self) -> QWidget:
        """What leaves and what stays."""
        return self._panel

    def footer_widget(self) -> QWidget:
        """The keys of the page."""
        words = self.tr("Entrée sur un contrôle : aller au champ · Ctrl+Entrée sceller (demande confirmation)")
        return row(Label(words, "caption", "text2"), 0)

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Keys of this page."""
        return (
            (self.tr("Entrée"), self.tr("sur un contrôle : aller au champ, dans une phrase : la suivante")),
            (self.tr("Ctrl+Entrée"), self.tr("sceller, après confirmation")),
            ("← →", self.tr("sur les étapes ou la nature : se déplacer")),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What leaves stands in the page when the side panel is not there; the steps scroll when height is short."""
        super().resizeEvent(event)
        low = self.height() < LOW
        if low != self._low:
            self._low = low
            if low:
                self._body.body.insertWidget(0, self.stepper)
            else:
                self._column.insertWidget(1, self.stepper)
        self._show_deposit()

    def show_all(self) -> None:
        """Show everything as it now is."""
        presenter, writable = self.presenter, self.context.is_writable
        self.passing.show_state()
        self.bar.setVisible(self.context.mission.state is not MissionState.AWAY)
        checks = presenter.checks() if writable else ()
        self._versions = presenter.versions()
        self.head.set_note(self._note())
        if self.kind.current() != presenter.kind.value:
            self.kind.set_current(presenter.kind.value)
        self._kind_line.setVisible(writable)
        self._reason_field.setVisible(writable and presenter.needs_reason())
        self.checks.setVisible(writable)
        self.checks.show_checks(checks)
        self.versions.show_versions(self._versions)
        self.journal.setText(self._words.journal(self.context))
        self._show_deposit()
        self._show_bar(checks)
        self._show_steps(checks)

    def _note(self) -> str:
        number = self.presenter.next_version
        if self.context.mission.state is MissionState.AWAY:
            return self.tr("version {0}, chez un collègue").format(number)
        if self.context.is_writable:
            return self.tr("rayons X de la version {0}").format(number)
        return self.tr("version {0}, scellée").format(number - 1)

    def _show_deposit(self) -> None:
        self.deposit.send.set_primary(not self.context.is_writable)
        last = self._versions[0] if self._versions else None
        leaving = self.presenter.leaving(None if self.context.is_writable else last)
        gone = last is not None and last.receipt is not None and not self.context.is_writable
        self._panel.list.show_leaving(leaving, gone=gone)
        sent = self.presenter.leaving(last) if last is not None else None
        self.deposit.show_version(last, sent, beside=self._panel.isVisible() and not self.context.is_writable)

    def _show_bar(self, checks: tuple[CheckShown, ...]) -> None:
        presenter = self.presenter
        if not self.context.is_writable:
            title = self.tr("Version {0} scellée").format(presenter.next_version - 1)
            words = self.tr("Ce qui est scellé ne change plus. Rouvrir prépare la version {0}.")
            self.bar.show_sealed(title, words.format(presenter.next_version))
            return
        errors, wanted = sum(one.blocks for one in checks), presenter.explanations.wanted(checks)
        if errors:
            many = self.tr("Possible quand les {0} erreurs seront corrigées. Le sceau est définitif.")
            words = many.format(errors) if errors > 1 else self.tr("Possible quand l’erreur sera corrigée.")
        elif wanted:
            many = self.tr("Écrivez d’abord une phrase sous {0} avertissements. Le sceau est définitif.")
            one = self.tr("Écrivez d’abord une phrase sous l’avertissement. Le sceau est définitif.")
            words = many.format(wanted) if wanted > 1 else one
        elif presenter.needs_reason() and not presenter.reason.strip():
            words = self.tr("Écrivez d’abord la raison. Le sceau est définitif.")
        else:
            words = self.tr("Le sceau est définitif : la version est écrite une fois, avec son empreinte.")
        title = self.tr("Sceller la version {0}").format(presenter.next_version)
        self.bar.show_seal(title, words, possible=presenter.can_seal())

    def _show_steps(self, checks: tuple[CheckShown, ...]) -> None:
        states: dict[str, StepState] = dict.fromkeys((CHECK, READ, SEAL, PRINT, DEPOSIT), "todo")
        if self.context.mission.state is MissionState.AWAY:
            pass
        elif self.context.is_writable:
            blocked = any(one.blocks for one in checks) or bool(self.presenter.explanations.wanted(checks))
            states[CHECK] = "current" if blocked else "done"
            states[READ] = "todo" if blocked else "current"
        else:
            states |= {CHECK: "done", READ: "done", SEAL: "done", PRINT: "current", DEPOSIT: "current"}
            last = self._versions[0] if self._versions else None
            if last is not None and last.receipt is not None:
                states |= {PRINT: "done", DEPOSIT: "done"}
            elif last is not None and last.deposit is not None and last.deposit.state is DepositState.REFUSED:
                states[DEPOSIT] = "failed"
        self.stepper.set_states(states)

    def _go(self, step: str) -> None:
        if step in (READ, PRINT):
            self.context.page_asked.emit("roadmap", "roadmap_print" if step == PRINT else "")
        elif step == DEPOSIT and self._versions:
            self.deposit.first_focus().setFocus(_ASKED)
        elif step == SEAL:
            self.bar.button().setFocus(_ASKED)
        else:
            self.first_focus().setFocus(_ASKED)

    def _type_reason(self) -> None:
        self.presenter.reason = self.reason.toPlainText()
        self._reason_field.set_error("")
        self._show_bar(self.presenter.checks())

    def _answered(self) -> None:
        """The bar and the steps follow the sentences; the rows are left alone under the hand."""
        checks = self.presenter.checks()
        self._show_bar(checks)
        self._show_steps(checks)

    def ask_seal(self) -> None:
        """Ask whether to seal; the safest answer has the focus."""
        presenter = self.presenter
        if not presenter.can_seal():
            target = self.first_focus()
            if target is self.kind and presenter.needs_reason() and not presenter.reason.strip():
                target = self.reason
            target.setFocus(_ASKED)
            return
        words = self.tr(
            "« {0} » sera scellée comme {1}. Rien n’y changera plus ; pour la reprendre, il faudra la rouvrir, "
            "et ce sera la version {2}."
        )
        company, kind = self.context.mission.company.name, presenter.kind_words(presenter.kind)
        number = presenter.next_version
        dialog = Dialog(
            self.tr("Sceller la version {0} ?").format(number), words.format(company, kind, number + 1), "seal", self
        )
        dialog.add_button(self.tr("Revenir à la mission"), "seal_leave", safe=True)
        dialog.add_button(self.tr("Sceller"), "seal_go", "primary", accepts=True)
        dialog.accepted.connect(presenter.seal)
        self._open(dialog)

    def ask_reopen(self) -> None:
        """Ask whether to reopen; the safest answer has the focus."""
        number = self.presenter.next_version
        words = self.tr(
            "La version {0} reste scellée et lisible. La mission redevient un brouillon, qui deviendra la version {1}."
        )
        dialog = Dialog(self.tr("Rouvrir la mission ?"), words.format(number - 1, number), "reopen", self)
        dialog.add_button(self.tr("Laisser scellée"), "reopen_leave", safe=True)
        dialog.add_button(self.tr("Rouvrir"), "reopen_go", "primary", accepts=True)
        dialog.accepted.connect(self.presenter.reopen)
        self._open(dialog)

    def _open(self, dialog: Dialog) -> None:
        """Ask; afterwards the window has the keys again, also where no window manager gives them back."""
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self.activateWindow)
        dialog.open()

    def _reopened(self) -> None:
        self.show_all()
        self.first_focus().setFocus(_ASKED)

    def _enrolled(self) -> None:
        self.show_all()
        self.deposit.first_focus().setFocus(_ASKED)

    def _deposited(self, deposit: Deposit) -> None:
        """The button that was pressed goes away: the focus goes to the receipt, not to « Rouvrir »."""
        self.show_all()
        button = self.versions.findChild(QWidget, f"version_{deposit.version}_receipt")
        (button or self.stepper).setFocus(_ASKED)

    def ask_erase(self) -> None:
        """Ask for the reference, then erase the mission and go back to the list."""
        from app.ui.views.mission.erasing import ErasingDialog

        dialog = ErasingDialog(self.context.mission.reference, self.presenter.erase, self)
        dialog.accepted.connect(self.context.erased)
        self._open(dialog)

    def _compare(self, version: VersionShown) -> None:
        from app.ui.views.mission.changes_sheet import ChangesSheet

        number = version.sealed.version
        heads = (self.tr("Version {0}").format(number - 1), self.tr("Version {0}").format(number))
        title = self.tr("De la version {0} à la version {1}").format(number - 1, number)
        self._open(ChangesSheet(title, heads, self.presenter.changes(number), self))

    def _compare_with_region(self, number: int, received: bytes) -> None:
        from app.ui.views.mission.changes_sheet import ChangesSheet

        heads = (self.tr("Reçue par la Région"), self.tr("Scellée ici"))
        title = self.tr("Deux versions {0} qui diffèrent").format(number)
        self._open(ChangesSheet(title, heads, self.presenter.changes(number, received), self))

    def _export(self, version: VersionShown) -> None:
        self.passing.export(version.sealed, self.presenter.archive_name(version))

    def _save_receipt(self, version: VersionShown) -> None:
        if version.deposit is None:
            return
        data, name = version.deposit.receipt, self.presenter.receipt_name(version)
        title = self.tr("Enregistrer le reçu")
        ask_where_to_save(self, title, name, "JSON (*.json)", lambda path: self.presenter.save(path, data))

    def _mission_changed(self, parts: frozenset[Part]) -> None:
        self.marked.emit(closing_mark(self.context))
        if Part.STATE in parts:
            self.show_all()


_ASKED = Qt.FocusReason.OtherFocusReason
