"""Undo and redo of an open mission: one stack for all its pages, and what each step is called."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.domain.errors import DomainError
from app.domain.referential import Referential
from app.services.errors import EnvironmentFailure
from app.services.ports import UnitOfWorkFactory
from app.services.undo import Step, UndoLog, Written, recording, redo, undo
from app.services.undo_shelves import Bench, ShelfName
from app.services.workbench import Workbench
from app.ui.messages import Messages
from app.ui.presenters import typed

PARTS = {
    ShelfName.IDENTITY: "identity",
    ShelfName.HEADING: "answers",
    ShelfName.ANSWER: "answers",
    ShelfName.SESSION: "sessions",
    ShelfName.DAY: "days",
    ShelfName.EXPENSE: "expenses",
    ShelfName.ACTION: "actions",
    ShelfName.SCENARIO: "funding",
    ShelfName.FACTOR: "full_diagnostic",
    ShelfName.VOTE: "answers",
    ShelfName.AID: "statements",
    ShelfName.EXPLANATION: "explanations",
    ShelfName.ATTACHMENT: "attachments",
    ShelfName.COACH: "actions",
}
"""Part of the mission that each kind of record belongs to, as pages name it."""


class Undoing(QObject):
    """The stack of one mission.

    Signals:
        changed: What can be undone or done again changed.
        reverted: A step was undone or done again; the step, of which every record is now as it was before.
    """

    changed = Signal()
    reverted = Signal(object)

    def __init__(
        self,
        workbench: Workbench,
        mission_id: UUID,
        messages: Messages,
        referential: Callable[[], Referential],
        parent: QObject | None = None,
    ) -> None:
        """Begin empty; only what goes through `factory` is remembered."""
        super().__init__(parent)
        self._workbench = workbench
        self._mission_id = mission_id
        self._messages = messages
        self._referential = referential
        self._log = UndoLog(self.changed.emit)

    def factory(self) -> UnitOfWorkFactory:
        """Transactions that leave a step behind them."""
        return recording(self._workbench.unit_of_work, self._mission_id, self._log)

    def next_undone(self) -> str:
        """What `undo` would take back, in words; empty when there is nothing."""
        return self._words(self._log.done[-1]) if self._log.done else ""

    def next_redone(self) -> str:
        """What `redo` would do again, in words; empty when there is nothing."""
        return self._words(self._log.undone[-1]) if self._log.undone else ""

    def undo(self) -> None:
        """Take back the last change."""
        if not self._log.done:
            self._messages.tell(self.tr("Rien à annuler dans cette mission."))
            return
        self._revert(undo, self.tr("Annulé : {0}."), self.tr("Rétablir"))

    def redo(self) -> None:
        """Do again the last change taken back."""
        if not self._log.undone:
            self._messages.tell(self.tr("Rien à rétablir dans cette mission."))
            return
        self._revert(redo, self.tr("Rétabli : {0}."))

    def _revert(self, act: Callable[..., Step | None], told: str, again: str = "") -> None:
        bench = self._workbench
        putting = Bench(bench.clock, bench.new_id, self._referential(), self.tr("Saisie annulée"))
        try:
            step = act(bench.unit_of_work, self._mission_id, self._log, putting)
        except DomainError as error:
            self._messages.handle(error)
            return
        except EnvironmentFailure as failure:
            self._messages.fail(failure, self.undo if act is undo else self.redo)
            return
        if step is not None:
            self.reverted.emit(step)
            self._messages.tell(told.format(self._words(step)), again, self.redo if again else None)

    def _words(self, step: Step) -> str:
        first = step[0]
        answers = [one for one in step if one.shelf is ShelfName.ANSWER]
        if len(answers) > 1:
            return self.tr("questionnaire saisi du papier, {0} réponses").format(len(answers))
        if first.shelf is ShelfName.ANSWER:
            return self._answer_words(first)
        if first.shelf is ShelfName.ACTION and len(step) > 1:
            return self.tr("plan d’actions, {0} lignes").format(len(step))
        record = first.before if first.after is None else first.after
        title, name = self._titles()[first.shelf]
        found = name(record)
        if first.shelf is ShelfName.DAY:
            return f"{title} {found}"
        return self.tr("{0} « {1} »").format(title, found) if found else title

    def _answer_words(self, one: Written) -> str:
        kind, theme = one.key
        levels = [None if record is None else record.level for record in (one.before, one.after)]
        words = self.tr("réponse au thème {0}") if levels[0] is not levels[1] else self.tr("textes du thème {0}")
        return f"{words.format(theme)} ({self._workbench.word('assessment_kind', kind)})"

    def _titles(self) -> dict[ShelfName, tuple[str, Callable[[Any], str]]]:
        nameless: Callable[[Any], str] = lambda _record: ""  # noqa: E731 one namer among others
        return {
            ShelfName.IDENTITY: (self.tr("fiche de la mission"), nameless),
            ShelfName.HEADING: (self.tr("date et auteur du questionnaire"), nameless),
            ShelfName.SESSION: (self.tr("séance"), lambda one: one.topic),
            ShelfName.DAY: (self.tr("demi-journée du"), lambda one: typed.day(one.day)),
            ShelfName.EXPENSE: (self.tr("facture"), lambda one: one.invoice_number),
            ShelfName.ACTION: (self.tr("action"), lambda one: one.title),
            ShelfName.SCENARIO: (self.tr("scénario"), lambda one: one.title),
            ShelfName.FACTOR: (self.tr("diagnostic 360°"), nameless),
            ShelfName.VOTE: (self.tr("vote de"), lambda one: one.voter),
            ShelfName.AID: (self.tr("aide déclarée"), nameless),
            ShelfName.EXPLANATION: (self.tr("phrase d’un avertissement"), nameless),
            ShelfName.ATTACHMENT: (self.tr("pièce jointe"), lambda one: one.caption or one.name),
            ShelfName.COACH: (self.tr("réglages du coach"), nameless),
        }
