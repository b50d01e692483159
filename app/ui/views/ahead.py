"""Imports ahead of time, away from the main thread, what a first click would otherwise wait for."""

from importlib import import_module

from app.services.jobs import JobContext

_PARTS = (
    "app.ui.presenters.mission_context",
    "app.ui.views.mission_window",
    "app.ui.views.mission.company_page",
    "app.ui.views.mission.questionnaire_page",
    "app.ui.views.mission.sessions_page",
    "app.ui.views.mission.results_page",
    "app.ui.views.mission.plan_view",
    "app.ui.views.mission.coach_page",
    "app.ui.views.mission.aids_page",
    "app.ui.views.mission.funding_view",
    "app.ui.views.mission.roadmap_view",
    "app.ui.views.mission.closing_view",
    "app.ui.views.mission.full_diagnostic_page",
    "app.ui.views.command_palette",
    "app.ui.views.new_mission",
    "app.ui.views.guide_page",
    "app.ui.views.aids_page",
    "app.ui.views.settings_page",
    "app.ui.views.outbox_page",
    "app.ui.views.packs_page",
    "app.ui.views.programme_page",
    "app.ui.views.training",
)
"""What is opened most comes first."""


def import_ahead(context: JobContext) -> None:
    """Import every page, one after the other; stops between two of them when asked to."""
    for name in _PARTS:
        context.check()
        import_module(name)
