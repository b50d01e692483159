"""Sentences that answer the warnings of the « Clôture » page: saved as they are typed, kept in the draft."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.explanations import Explanation
from app.services.closing import explain_warning
from app.ui.presenters.attempts import Attempts
from app.ui.presenters.closing_shown import CheckShown
from app.ui.presenters.mission_context import MissionContext, Part

SAVE_AFTER_MS = 1200
"""Pause after the last key before a sentence is saved."""

_Key = tuple[str, str]


class ExplanationsPresenter(QObject):
    """What is answered to each warning.

    Signals:
        changed: A sentence was typed; ask again how many are wanted.
        refused: A sentence cannot be kept; French sentence.
    """

    changed = Signal()
    refused = Signal(str)

    def __init__(self, context: MissionContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._typed: dict[_Key, Explanation] = {}
        self._attempts = Attempts(context.messages, self)
        self._attempts.refused.connect(lambda _where, sentence: self.refused.emit(sentence))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_AFTER_MS)
        self._timer.timeout.connect(self.flush)

    def text(self, rule: str, subject: str) -> str:
        """Sentence of a warning: what is being typed, or what is kept."""
        if (rule, subject) in self._typed:
            return self._typed[rule, subject].sentence
        kept = self._context.file.explanations
        return next((one.sentence for one in kept if (one.rule, one.subject) == (rule, subject)), "")

    def wanted(self, checks: Iterable[CheckShown]) -> int:
        """How many warnings have no sentence yet."""
        return sum(not one.blocks and not self.text(one.id, one.subject).strip() for one in checks)

    def type(self, check: CheckShown, text: str) -> None:
        """A sentence changed under the hand; it is saved after a pause."""
        if not self._context.is_writable or text == self.text(check.id, check.subject):
            return
        self._typed[check.id, check.subject] = Explanation(check.id, check.subject, check.printed, text)
        self._timer.start()
        self.changed.emit()

    def flush(self) -> None:
        """Save every sentence that changed."""
        self._timer.stop()
        for key, explanation in list(self._typed.items()):
            self._attempts.run(" ".join(key), partial(self._save, key, explanation))

    def _save(self, key: _Key, explanation: Explanation) -> None:
        bench = self._context.workbench
        explain_warning(bench.unit_of_work, self._context.mission_id, explanation, clock=bench.clock)
        if self._typed.get(key) == explanation:
            del self._typed[key]
        self._context.note(Part.EXPLANATIONS)
