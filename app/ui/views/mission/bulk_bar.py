"""What is changed at once in the actions chosen together: who is in charge, dates, priority, state."""

from collections.abc import Callable, Collection
from uuid import UUID

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.domain.action_plan import ActionPriority, ActionState
from app.ui.presenters.plan_changes import PlanChanges
from app.ui.views.fonts import SEMIBOLD
from app.ui.views.kit.choices import Choice
from app.ui.views.kit.fields import LineEdit
from app.ui.views.kit.surfaces import row
from app.ui.views.kit.texts import Label

_SHORT, _LONG = 110, 150
_ONE_LINE = 720


class BulkBar(QWidget):
    """Fields that act on several actions; shown while at least two are chosen."""

    def __init__(self, changes: PlanChanges, chosen: Callable[[], Collection[UUID | None]]) -> None:
        super().__init__()
        self.setObjectName("plan_bulk")
        self._changes, self._chosen = changes, chosen
        self._count = Label("", "small", weight=SEMIBOLD)
        self.owner = LineEdit("bulk_owner", self.tr("Responsable"), self.tr("Responsable des actions choisies"))
        self.shift = LineEdit("bulk_shift", self.tr("Décaler, en jours"), self.tr("Décaler les dates, en jours"))
        self.priority = Choice(self._priorities(), "bulk_priority", self.tr("Priorité des actions choisies"))
        self.state = Choice(self._states(), "bulk_state", self.tr("État des actions choisies"))
        self._lines = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(8)
        self._lines.addWidget(self._count)
        for pair, width in (((self.owner, self.shift), _LONG), ((self.priority, self.state), _SHORT)):
            for widget in pair:
                widget.setMinimumWidth(width)
            self._lines.addWidget(row(*pair), 1)
        self.owner.returnPressed.connect(self._give_owner)
        self.shift.returnPressed.connect(self._shift)
        self.priority.chosen.connect(self._prioritise)
        self.state.chosen.connect(self._put_in_state)
        self.hide()

    def show_for(self, count: int, *, writable: bool) -> None:
        """Show it for so many actions; one alone has the editor."""
        self._count.setText(self.tr("{0} actions choisies").format(count))
        self.setVisible(count > 1 and writable)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two lines where one is too narrow."""
        super().resizeEvent(event)
        way = QBoxLayout.Direction
        self._lines.setDirection(way.TopToBottom if self.width() < _ONE_LINE else way.LeftToRight)

    def _priorities(self) -> list[tuple[str, str]]:
        words = {
            ActionPriority.FIRST: self.tr("D’abord"),
            ActionPriority.CONDITIONAL: self.tr("Sous condition"),
            ActionPriority.LATER: self.tr("Plus tard"),
        }
        return [("", self.tr("Priorité…")), *((one.value, words[one]) for one in ActionPriority)]

    def _states(self) -> list[tuple[str, str]]:
        words = {
            ActionState.PLANNED: self.tr("Prévue"),
            ActionState.STARTED: self.tr("Commencée"),
            ActionState.DONE: self.tr("Terminée"),
            ActionState.DROPPED: self.tr("Abandonnée"),
        }
        return [("", self.tr("État…")), *((one.value, words[one]) for one in ActionState)]

    def _give_owner(self) -> None:
        if self._changes.give_owner(self._chosen(), self.owner.text()):
            self.owner.set_value("")

    def _shift(self) -> None:
        if self.shift.text().strip() and self._changes.shift(self._chosen(), self.shift.text().strip()):
            self.shift.set_value("")

    def _prioritise(self, key: str) -> None:
        if key:
            self._changes.prioritise(self._chosen(), key)
        self.priority.set_current("")

    def _put_in_state(self, key: str) -> None:
        if key:
            self._changes.put_all_in_state(self._chosen(), key)
        self.state.set_current("")
