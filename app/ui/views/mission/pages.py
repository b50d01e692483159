"""The pages of a mission, in the order of the rail.

Each line is a `PageSpec` whose `make` imports its page when called, so that opening a mission costs only what it shows.
"""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from app.ui.presenters.mission_context import MissionContext
from app.ui.views.mission.closing_pages import CLOSING_PAGES
from app.ui.views.mission.page import MissionPageView, PageSpec


def _company(context: MissionContext) -> MissionPageView:
    from app.ui.views.mission.company_page import CompanyPage

    return CompanyPage(context)


def _sessions(context: MissionContext) -> MissionPageView:
    from app.ui.views.mission.sessions_page import SessionsPage

    return SessionsPage(context)


def _company_mark(context: MissionContext) -> object:
    from app.ui.views.mission.marks import company_mark

    return company_mark(context.mission)


def _days_mark(context: MissionContext) -> object:
    from app.ui.views.mission.marks import days_mark

    return days_mark(context.file, context.scheme)


def _questionnaire(context: MissionContext) -> MissionPageView:
    from app.ui.views.mission.questionnaire_page import QuestionnairePage

    return QuestionnairePage(context)


def _questionnaire_mark(context: MissionContext) -> object:
    from app.ui.views.mission.marks import progress_mark

    heading = context.heading()
    return progress_mark(heading.progress)


def _results(context: MissionContext) -> MissionPageView:
    from app.ui.views.mission.results_page import ResultsPage

    return ResultsPage(context)


def _full_diagnostic(context: MissionContext) -> MissionPageView:
    from app.ui.views.mission.full_diagnostic_page import FullDiagnosticPage

    return FullDiagnosticPage(context)


def _full_diagnostic_mark(context: MissionContext) -> object:
    from app.ui.views.mission.marks import full_diagnostic_mark

    return full_diagnostic_mark(context.file.full_diagnostic)


PAGES: tuple[PageSpec, ...] = (
    PageSpec("company", QT_TRANSLATE_NOOP("PageSpec", "Entreprise"), "building-2", _company, _company_mark),
    PageSpec("sessions", QT_TRANSLATE_NOOP("PageSpec", "Séances et jours"), "calendar-days", _sessions, _days_mark),
    PageSpec(
        "questionnaire",
        QT_TRANSLATE_NOOP("PageSpec", "Questionnaire"),
        "list-checks",
        _questionnaire,
        _questionnaire_mark,
    ),
    PageSpec("results", QT_TRANSLATE_NOOP("PageSpec", "Résultats"), "radar", _results),
    PageSpec(
        "full_diagnostic",
        QT_TRANSLATE_NOOP("PageSpec", "Diagnostic 360°"),
        "eye",
        _full_diagnostic,
        _full_diagnostic_mark,
    ),
    *CLOSING_PAGES,
)
"""Entreprise, Séances et jours, Questionnaire, Résultats, Diagnostic 360°, Plan d’actions, Financement, Feuille de route, Clôture."""
