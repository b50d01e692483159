"""The actions of a plan as cards: by state, or by the lever of their first theme."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QObject

from app.domain.action_plan import Action, ActionState
from app.domain.referential import Referential
from app.ui.presenters import typed


@dataclass(frozen=True, slots=True)
class PlanCard:
    """One action, every text ready to show."""

    id: UUID
    title: str
    meta: str


@dataclass(frozen=True, slots=True)
class PlanGroup:
    """A column: its key, its title and its cards."""

    key: str
    title: str
    cards: tuple[PlanCard, ...] = ()


class PlanGroups(QObject):
    """Columns of the board; holds nothing but the referential."""

    def __init__(self, referential: Referential, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._referential = referential

    def by_state(self, actions: Sequence[Action]) -> tuple[PlanGroup, ...]:
        """One column a state, in the order of the work."""
        return tuple(
            PlanGroup(state.value, words, tuple(self._card(one) for one in actions if one.state is state))
            for state, words in self.states()
        )

    def states(self) -> tuple[tuple[ActionState, str], ...]:
        """States and their words, in the order of the work."""
        return (
            (ActionState.PLANNED, self.tr("Prévues")),
            (ActionState.STARTED, self.tr("Commencées")),
            (ActionState.DONE, self.tr("Terminées")),
            (ActionState.DROPPED, self.tr("Abandonnées")),
        )

    def by_lever(self, actions: Sequence[Action]) -> tuple[PlanGroup, ...]:
        """One column a lever; an action stands under each lever that its themes move."""
        groups = []
        for lever in self._referential.levers:
            codes = {theme.code for theme in self._referential.themes_of(lever.code)}
            cards = tuple(self._card(one) for one in actions if codes.intersection(one.themes))
            groups.append(PlanGroup(lever.code, f"{lever.code} {lever.short_title}", cards))
        return tuple(groups)

    def _card(self, action: Action) -> PlanCard:
        title = action.title or self.tr("Nouvelle action")
        owner = action.owner or self.tr("à nommer")
        end = typed.day(action.end) or self.tr("à dater")
        return PlanCard(action.id, f"{action.rank}. {title}", f"{owner} · {end}")
