"""The aids that the action being edited cites: their words, and how one is taken out."""

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QObject

from app.domain.action_plan import CitedAid
from app.services.citing import drop_aid
from app.ui.presenters import typed
from app.ui.presenters.mission_context import MissionContext, Part
from app.ui.presenters.plan import ZONE


@dataclass(frozen=True, slots=True)
class AidWords:
    """One aid cited: its identifier, its title, and what must be known of it."""

    id: str
    title: str
    note: str


class ActionAidsPresenter(QObject):
    """Aids of one action at a time."""

    def __init__(self, context: MissionContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context

    @property
    def writable(self) -> bool:
        """Whether the mission is a draft."""
        return self._context.is_writable

    def is_kept(self, action_id: UUID | None) -> bool:
        """Whether the action is in the plan: only then may it cite an aid."""
        return any(one.id == action_id for one in self._context.file.actions)

    def lines(self, action_id: UUID | None) -> tuple[AidWords, ...]:
        """Aids that an action cites."""
        cited = next((one.aids for one in self._context.file.actions if one.id == action_id), ())
        return tuple(AidWords(aid.id, aid.title, self._note(aid)) for aid in cited)

    def drop(self, action_id: UUID, aid_id: str) -> None:
        """Take an aid out of an action."""
        bench, mission_id = self._context.workbench, self._context.mission_id
        done = self._context.attempt(
            lambda: drop_aid(bench.unit_of_work, mission_id, action_id, aid_id, clock=bench.clock)
        )
        if done is not None:
            self._context.note(Part.ACTIONS)

    def _note(self, aid: CitedAid) -> str:
        today = self._context.workbench.clock().astimezone(ZONE).date()
        parts = []
        if aid.valid_until is not None:
            closed = today > aid.valid_until
            words = self.tr("clos depuis le {0}") if closed else self.tr("ouvert jusqu’au {0}")
            parts.append(words.format(typed.day(aid.valid_until)))
        if aid.estimate is not None:
            parts.append(self.tr("estimation {0}").format(typed.euros(aid.estimate)))
        parts.append(self.tr("à vérifier, état du {0}").format(typed.day(aid.stated_on)))
        return " · ".join(parts)
