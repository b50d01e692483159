"""Words and drawing of the value/effort matrix of a plan."""

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject

from app.domain.action_plan import Action, ActionPriority
from app.ui.presenters.drawing import in_window_words
from app.ui.presenters.named_colours import named_colours
from app.ui.tokens import Colours

if TYPE_CHECKING:
    from app.charts.matrix import MatrixBadge, MatrixFrame

MATRIX_SIZE = 180
"""Least side of the drawing, in px."""

_TEXT = 12


class PlanMatrix(QObject):
    """Texts and SVG of the matrix; holds nothing. Heights are counted upwards, as in the drawing."""

    def name(self, actions: Sequence[Action]) -> str:
        """What the matrix shows."""
        placed = sum(one.placement is not None for one in actions)
        return self.tr("Matrice valeur et effort : {0} actions placées sur {1}").format(placed, len(actions))

    @in_window_words
    def place(self, action: Action) -> str:
        """Where an action stands, in words."""
        from app.charts.matrix import quadrant_name

        if action.placement is None:
            return self.tr("Action {0}, pas encore placée").format(action.rank)
        words = self.tr("Action {0}, {1} : valeur {2}, effort {3}")
        where = action.placement
        return words.format(action.rank, quadrant_name(where.quadrant), where.value, where.effort)

    def waiting(self, actions: Sequence[Action]) -> str:
        """Which actions have no place yet; empty when all have one."""
        ranks = [str(one.rank) for one in actions if one.placement is None]
        return self.tr("à placer : {0}").format(", ".join(ranks)) if ranks else ""

    @in_window_words
    def svg(self, actions: Sequence[Action], current: UUID | None, colours: Colours, width: int, height: int) -> bytes:
        """The drawing, in px, with the badge of an action chosen."""
        from app.charts.ink import screen_ink
        from app.charts.matrix import matrix
        from app.charts.svg import to_svg

        ink = screen_ink(named_colours(colours))
        drawing = matrix(_badges(actions, current), width=width, height=height, ink=ink, size=_TEXT)
        return to_svg(drawing)

    @in_window_words
    def centres(self, actions: Sequence[Action], width: int, height: int) -> list[tuple[UUID, float, float]]:
        """Where the badge of each placed action is drawn."""
        from app.charts.matrix import badge_centres

        placed = [one for one in actions if one.placement is not None]
        spots = badge_centres(_badges(placed, None), _frame(placed, width, height))
        return [(one.id, *spot) for one, spot in zip(placed, spots, strict=True)]

    def place_of(self, actions: Sequence[Action], width: int, height: int, x: float, y: float) -> tuple[int, int]:
        """Value and effort of a point of the drawing."""
        return _frame(actions, width, height).place(x, y)


def _frame(actions: Sequence[Action], width: int, height: int) -> "MatrixFrame":
    from app.charts.matrix import matrix_frame

    return matrix_frame(_badges(actions, None), width, height, _TEXT)


def _badges(actions: Sequence[Action], current: UUID | None) -> list["MatrixBadge"]:
    from app.charts.gantt import BarLook
    from app.charts.matrix import MatrixBadge

    looks = {
        ActionPriority.FIRST: BarLook.SOLID,
        ActionPriority.CONDITIONAL: BarLook.HATCHED,
        ActionPriority.LATER: BarLook.OUTLINED,
    }
    return [
        MatrixBadge(str(one.rank), one.placement, looks[one.priority], one.id == current)
        for one in actions
        if one.placement is not None
    ]
