"""The pages of a mission from its plan to its closing, in the order of the rail."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from app.ui.presenters.mission_context import MissionContext
from app.ui.views.mission.page import MissionPageView, PageSpec


def _plan(context: MissionContext) -> MissionPageView:
    from app.ui.views.mission.plan_view import PlanView

    return PlanView(context)


def _plan_mark(context: MissionContext) -> object:
    from app.ui.views.mission.plan_view import plan_mark

    return plan_mark(context.file)


def _coach(context: MissionContext) -> MissionPageView:
    from app.ui.views.mission.coach_page import CoachPage

    return CoachPage(context)


def _aids(context: MissionContext) -> MissionPageView:
    from app.ui.views.mission.aids_page import AidsPage

    return AidsPage(context)


def _funding(context: MissionContext) -> MissionPageView:
    from app.ui.views.mission.funding_view import FundingView

    return FundingView(context)


def _funding_mark(context: MissionContext) -> object:
    from app.ui.views.mission.funding_view import funding_mark

    return funding_mark(context)


def _roadmap(context: MissionContext) -> MissionPageView:
    from app.ui.views.mission.roadmap_view import RoadmapView

    return RoadmapView(context)


def _closing(context: MissionContext) -> MissionPageView:
    from app.ui.views.mission.closing_view import ClosingView

    return ClosingView(context)


def _closing_mark(context: MissionContext) -> object:
    from app.ui.views.mission.closing_view import closing_mark

    return closing_mark(context)


CLOSING_PAGES: tuple[PageSpec, ...] = (
    PageSpec("plan", QT_TRANSLATE_NOOP("PageSpec", "Plan d’actions"), "target", _plan, _plan_mark),
    PageSpec("coach", QT_TRANSLATE_NOOP("PageSpec", "Coach de l’indice"), "target", _coach, under="plan"),
    PageSpec("aids", QT_TRANSLATE_NOOP("PageSpec", "Aides"), "coins", _aids, under="plan"),
    PageSpec("funding", QT_TRANSLATE_NOOP("PageSpec", "Financement"), "coins", _funding, _funding_mark),
    PageSpec("roadmap", QT_TRANSLATE_NOOP("PageSpec", "Feuille de route"), "file-text", _roadmap),
    PageSpec("closing", QT_TRANSLATE_NOOP("PageSpec", "Clôture"), "lock", _closing, _closing_mark),
)
"""Plan d’actions with its coach and aids, Financement, Feuille de route, Clôture."""
