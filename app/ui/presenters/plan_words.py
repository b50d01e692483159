"""Words of the action plan: its totals, a row of its table, and the drawing of its calendar."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.domain.action_plan import Action, ActionPriority, ActionState, plan_totals
from app.ui.presenters import typed
from app.ui.presenters.drawing import in_window_words
from app.ui.presenters.mission_context import MissionContext
from app.ui.presenters.named_colours import named_colours
from app.ui.qtmodels.actions_model import ActionRow, Column
from app.ui.tokens import Colours

if TYPE_CHECKING:
    from app.charts.gantt import GanttRow


class PlanWords(QObject):
    """Texts of a plan; holds nothing."""

    def heads(self) -> tuple[str, ...]:
        """Words above the columns."""
        return (
            self.tr("N°"),
            self.tr("Action"),
            self.tr("Thèmes"),
            self.tr("Responsable"),
            self.tr("Échéance"),
            self.tr("Effort"),
            self.tr("Coût HT"),
        )

    def totals(self, actions: Sequence[Action]) -> str:
        """« 8 actions · 86 500 € HT · 44 jours »; what is given up is not counted."""
        kept = [one for one in actions if one.state is not ActionState.DROPPED]
        sums = plan_totals(kept)
        many = self.tr("{0} actions") if len(kept) > 1 else self.tr("{0} action")
        half_days = self.tr("{0} jours") if sums.effort >= 4 else self.tr("{0} jour")  # noqa: PLR2004 plural from two days
        return " · ".join(
            (
                many.format(typed.number(len(kept))),
                self.tr("{0} HT").format(typed.euros(sums.cost)),
                half_days.format(typed.short_days(sums.effort)),
            )
        )

    def uncounted(self, actions: Sequence[Action]) -> str:
        """What the totals leave out: « 1 action non chiffrée, 2 sans effort »; empty when nothing."""
        sums = plan_totals(actions)
        parts = []
        if sums.without_cost:
            many = self.tr("{0} non chiffrées") if sums.without_cost > 1 else self.tr("{0} non chiffrée")
            parts.append(many.format(sums.without_cost))
        if sums.without_effort:
            parts.append(self.tr("{0} sans effort").format(sums.without_effort))
        return self.tr("à part : {0}").format(", ".join(parts)) if parts else ""

    def row(self, action: Action) -> ActionRow:
        """One row of the table."""
        unfinished = set()
        if action.state is not ActionState.DROPPED:
            lacking = {Column.END: action.end is None, Column.OWNER: not action.owner, Column.THEMES: not action.themes}
            unfinished = {column for column, lacks in lacking.items() if lacks}
        return ActionRow(
            id=action.id,
            texts=(
                str(action.rank),
                action.title or self.tr("Nouvelle action"),
                " ".join(action.themes) or self.tr("à choisir"),
                action.owner or self.tr("à nommer"),
                typed.day(action.end) or self.tr("à dater"),
                "–" if action.effort is None else self.tr("{0} j").format(typed.short_days(action.effort)),
                "–" if action.cost is None else typed.euros(action.cost),
            ),
            unfinished=frozenset(unfinished),
            dropped=action.state is ActionState.DROPPED,
        )

    @in_window_words
    def calendar(self, context: MissionContext, actions: Sequence[Action], colours: Colours, width: int) -> bytes:
        """The calendar as SVG, in px; today is marked when it falls within the plan."""
        from app.charts.gantt import Milestone, gantt
        from app.charts.ink import screen_ink
        from app.charts.svg import to_svg

        kept = [one for one in actions if one.state is not ActionState.DROPPED]
        mission = context.mission
        marks = []
        if mission.next_day is not None:
            marks.append(Milestone(mission.next_day, mission.next_step or self.tr("Prochaine date")))
        days = [day for one in kept for day in (one.start, one.end) if day]
        now = context.workbench.clock().date()
        drawing = gantt(
            [_gantt_row(one, actions) for one in kept],
            marks,
            width=width,
            today=now if _within(now, days) else None,
            ink=screen_ink(named_colours(colours)),
            size=12,
            row_height=23,
        )
        return to_svg(drawing)


def _within(now: date, days: Sequence[date]) -> bool:
    return bool(days) and min(days) <= now <= max(days)


def _gantt_row(action: Action, plan: Sequence[Action]) -> "GanttRow":
    from app.charts.gantt import BarLook, GanttRow

    looks = {
        ActionPriority.FIRST: BarLook.SOLID,
        ActionPriority.CONDITIONAL: BarLook.HATCHED,
        ActionPriority.LATER: BarLook.OUTLINED,
    }
    awaited = tuple(str(one.rank) for one in plan if one.id in action.depends_on)
    return GanttRow(str(action.rank), action.title, action.start, action.end, looks[action.priority], awaited)
