"""The « Plan d’actions » page: the actions in order, the one being edited, each field saved alone after a pause."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.action_plan import Action
from app.domain.referential import ThemeCode
from app.services.plan import place_action, remove_action, save_action, save_actions
from app.ui.presenters.action_edits import ActionEdits, renumbered
from app.ui.presenters.action_fields import action_fields
from app.ui.presenters.attempts import Attempts
from app.ui.presenters.mission_context import MissionContext, Part

SAVE_AFTER_MS = 1200
"""Pause after the last key before a field is saved."""

RANK_MARK = ":"
"""Stands between the name of a field of an action and the rank of the action, when another page asks for it."""

NEW_ACTION = "new_action"
"""Asks for a new action, born from the theme whose code follows `RANK_MARK`."""

ZONE = ZoneInfo("Europe/Paris")


class PlanPresenter(QObject):
    """Actions of a mission and the one being edited.

    Signals:
        changed: The actions, their order or what is typed in them changed; read `actions` again.
        selected: Another action, or none, is edited; read every `text` again.
        told: A field was refused, saved, or is accepted again: its key; read its `error`.
    """

    changed = Signal()
    selected = Signal()
    told = Signal(str)

    def __init__(self, context: MissionContext, parent: QObject | None = None) -> None:
        """Read the plan of a mission; its first action is selected."""
        super().__init__(parent)
        self._context = context
        bench = context.workbench
        self.fields = action_fields(context.referential, self.today, lambda: context.file.actions)
        self._attempts = Attempts(context.messages, self)
        self._attempts.refused.connect(lambda _where, sentence: context.messages.tell(sentence))
        self._edits = ActionEdits(self.fields, self._keep, bench.sentence)
        self._drafts: list[Action] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_AFTER_MS)
        self._timer.timeout.connect(self._pause)
        self.current: UUID | None = None
        self.reload()

    def today(self) -> date:
        """Civil day of the mission's place."""
        return self._context.workbench.clock().astimezone(ZONE).date()

    @property
    def actions(self) -> tuple[Action, ...]:
        """Actions as they are typed, saved or not, in order; those that were never saved come last."""
        shown = renumbered(self._context.file.actions, tuple(self._drafts))
        return tuple(replace(self._edits.as_typed(one), rank=one.rank) for one in shown)

    def is_new(self, action_id: UUID) -> bool:
        """Whether an action is not saved yet, for want of a title or of a theme."""
        return any(one.id == action_id for one in self._drafts)

    def reload(self) -> None:
        """Read the mission again; what is typed stays."""
        known = [one.id for one in self._all()]
        if self.current not in known:
            self.current = known[0] if known else None
        self.changed.emit()
        self.selected.emit()

    def text(self, key: str) -> str:
        """Text of a field of the action edited."""
        action = self._one(self.current)
        return "" if action is None else self._edits.text(action, key)

    def error(self, key: str) -> str:
        """Why a field of the action edited is not saved, or an empty string."""
        return "" if self.current is None else self._edits.error(self.current, key)

    def is_pending(self, key: str) -> bool:
        """Whether a field of the action edited is on its way to the disk."""
        return self.current is not None and self._edits.is_pending(self.current, key)

    def type(self, key: str, text: str) -> None:
        """A field changed under the hand; it is saved after a pause."""
        action = self._one(self.current)
        if action is not None and self._context.is_writable and self._edits.type(action, key, text):
            self._timer.start()
            self.told.emit(key)
            self.changed.emit()

    def flush(self, *, complete: bool = True) -> None:
        """Save everything that is typed.

        Args:
            complete: Tell what a new action lacks; otherwise it waits in silence.
        """
        self._timer.stop()
        for action in self._all():
            if self._edits.is_typed(action.id):
                self._save(action, complete=complete)

    def add(self, *themes: ThemeCode) -> None:
        """Edit a new action, born from themes or from none yet."""
        self.flush()
        waiting = next((one for one in self._drafts if not self._edits.is_typed(one.id)), None)
        kept = [one for one in self._drafts if one is not waiting]
        new_id = self._context.workbench.new_id() if waiting is None else waiting.id
        self._drafts = [*kept, Action(id=new_id, rank=0, title="", themes=themes)]
        self._select(new_id)

    def duplicate(self) -> None:
        """Edit a copy of the action selected, placed after it."""
        self.flush()
        action = self._one(self.current)
        if action is None or self.is_new(action.id):
            return
        copy = replace(action, id=self._context.workbench.new_id())
        if self._place(copy, action.rank + 1):
            self._select(copy.id)

    def select(self, action_id: UUID) -> None:
        """Edit an action."""
        if action_id != self.current:
            self.flush()
            self._select(action_id)

    def select_rank(self, rank: int) -> None:
        """Edit the action of a rank, if there is one."""
        for action in self._all():
            if action.rank == rank:
                self.select(action.id)

    def remove(self) -> None:
        """Take the action selected out of the plan; « Annuler » puts it back where it was."""
        action = self._one(self.current)
        if action is None or not self._context.is_writable:
            return
        order = [one.id for one in self._all()]
        place = order.index(action.id)
        after = [*order[place + 1 :], *reversed(order[:place])]
        waiting = tuple(one.id for one in self._context.file.actions if action.id in one.depends_on)
        self._edits.forget(action.id)
        if self.is_new(action.id):
            self._drafts = [one for one in self._drafts if one.id != action.id]
            self._select(after[0] if after else None)
            return
        if self._attempts.run("remove", lambda: self._forget(action.id)):
            self._select(after[0] if after else None)
            words = self.tr("Action {0} retirée : {1}").format(action.rank, action.title)
            self._context.messages.tell(words, self.tr("Annuler"), lambda: self._put_back(action, waiting))

    def move(self, step: int) -> None:
        """Move the action selected up (−1) or down (+1) in the order of the plan."""
        self.flush(complete=False)
        action = self._one(self.current)
        last = len(self._context.file.actions)
        if action is None or self.is_new(action.id) or not 1 <= action.rank + step <= last:
            return
        self._place(action, action.rank + step)

    def _all(self) -> tuple[Action, ...]:
        return renumbered(self._context.file.actions, tuple(self._drafts))

    def _one(self, action_id: UUID | None) -> Action | None:
        return next((one for one in self._all() if one.id == action_id), None)

    def _select(self, action_id: UUID | None) -> None:
        self.current = action_id
        self.changed.emit()
        self.selected.emit()

    def _pause(self) -> None:
        self.flush(complete=False)

    def _save(self, action: Action, *, complete: bool) -> None:
        if self.is_new(action.id) and not complete:
            typed = self._edits.as_typed(action)
            if not (typed.title.strip() and typed.themes):
                return
        if self._attempts.run(str(action.id), lambda: self._write(action.id)):
            for key in self.fields:
                self.told.emit(key)
            self.changed.emit()

    def _write(self, action_id: UUID) -> None:
        action = self._one(action_id)
        if action is None:
            return
        if not self.is_new(action_id):
            self._edits.save(action)
        elif self._edits.save_new(action) is not None:
            self._drafts = [one for one in self._drafts if one.id != action_id]
            self._context.note(Part.ACTIONS)

    def _keep(self, action: Action) -> Action:
        bench = self._context.workbench
        kept = save_action(bench.unit_of_work, self._context.mission_id, action, clock=bench.clock)
        if not self.is_new(action.id):
            self._context.note(Part.ACTIONS)
        return kept

    def _forget(self, action_id: UUID) -> None:
        bench = self._context.workbench
        remove_action(bench.unit_of_work, self._context.mission_id, action_id, clock=bench.clock)
        self._context.note(Part.ACTIONS)

    def _put_back(self, action: Action, waiting: Collection[UUID]) -> None:
        if not self._place(action, action.rank):
            return
        again = [one for one in self._context.file.actions if one.id in waiting]
        self._keep_all([replace(one, depends_on=(*one.depends_on, action.id)) for one in again])
        self._select(action.id)

    def _keep_all(self, actions: Sequence[Action]) -> bool:
        bench, mission_id = self._context.workbench, self._context.mission_id

        def write() -> None:
            save_actions(bench.unit_of_work, mission_id, actions, clock=bench.clock)
            self._context.note(Part.ACTIONS)

        return not actions or self._attempts.run("keep", write)

    def _place(self, action: Action, rank: int) -> bool:
        bench, mission_id = self._context.workbench, self._context.mission_id

        def write() -> None:
            place_action(bench.unit_of_work, mission_id, action, rank, clock=bench.clock)
            self._context.note(Part.ACTIONS)

        return self._attempts.run("place", write)
