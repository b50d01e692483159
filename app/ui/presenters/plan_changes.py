"""Changes of a plan made at once: the place of an action, its state on the board, and several actions together."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from PySide6.QtCore import QObject

from app.domain.action_plan import Action, ActionPriority, ActionState
from app.domain.placement import Placement
from app.services.plan import save_actions
from app.ui.presenters.attempts import Attempts
from app.ui.presenters.mission_context import MissionContext, Part

LONGEST_SHIFT = 3_650
"""Most days by which dates are moved at once."""


class PlanChanges(QObject):
    """Changes that are saved as soon as they are asked for, each with its way back."""

    def __init__(self, context: MissionContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._attempts = Attempts(context.messages, self)
        self._attempts.refused.connect(lambda _where, sentence: context.messages.tell(sentence))

    def place(self, action_id: UUID | None, placement: Placement | None) -> None:
        """Put an action somewhere in the matrix, or nowhere."""
        self._change({action_id}, lambda one: replace(one, placement=placement), "")

    def put_in_state(self, action_id: UUID, state: ActionState, words: str) -> None:
        """Move the card of an action to the column of a state; `words` name the state."""
        told = self.tr("Action passée dans « {0} »").format(words)
        self._change({action_id}, lambda one: replace(one, state=state), told)

    def give_owner(self, actions: Collection[UUID | None], owner: str) -> bool:
        """Put several actions in charge of somebody; whether it was done."""
        return self._change(actions, lambda one: replace(one, owner=owner), self.tr("Responsable changé"))

    def shift(self, actions: Collection[UUID | None], days: str) -> bool:
        """Move the dates of several actions by a number of days, as typed: « 14 », « -7 »; whether it was done."""
        try:
            gap = timedelta(days=int(days.replace("−", "-").replace("+", "")))
        except ValueError:
            self._context.messages.tell(self.tr("« {0} » n’est pas un nombre de jours").format(days))
            return False
        if abs(gap.days) > LONGEST_SHIFT:
            self._context.messages.tell(self.tr("Au plus {0} jours à la fois").format(LONGEST_SHIFT))
            return False
        return self._change(
            actions,
            lambda one: replace(one, start=_moved(one.start, gap), end=_moved(one.end, gap)),
            self.tr("Dates décalées de {0} jours").format(gap.days),
        )

    def prioritise(self, actions: Collection[UUID | None], priority: str) -> bool:
        """Give several actions one priority, by its key; whether it was done."""
        wanted = ActionPriority(priority)
        return self._change(actions, lambda one: replace(one, priority=wanted), self.tr("Priorité changée"))

    def put_all_in_state(self, actions: Collection[UUID | None], state: str) -> bool:
        """Give several actions one state, by its key; whether it was done."""
        wanted = ActionState(state)
        return self._change(actions, lambda one: replace(one, state=wanted), self.tr("État changé"))

    def _change(self, ids: Collection[UUID | None], change: Callable[[Action], Action], told: str) -> bool:
        before = [one for one in self._context.file.actions if one.id in ids]
        after = [change(one) for one in before]
        changed = [one for one, former in zip(after, before, strict=True) if one != former]
        if not (changed and self._context.is_writable and self._keep(changed)):
            return False
        if told:
            words = told if len(changed) == 1 else self.tr("{0} : {1} actions").format(told, len(changed))
            self._context.messages.tell(words, self.tr("Annuler"), lambda: self._put_back(before))
        return True

    def _put_back(self, actions: Sequence[Action]) -> None:
        self._keep(actions)

    def _keep(self, actions: Sequence[Action]) -> bool:
        bench, mission_id = self._context.workbench, self._context.mission_id

        def write() -> None:
            save_actions(bench.unit_of_work, mission_id, actions, clock=bench.clock)
            self._context.note(Part.ACTIONS)

        return self._attempts.run("keep", write)


def _moved(day: date | None, gap: timedelta) -> date | None:
    return None if day is None else day + gap
