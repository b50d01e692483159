"""The pages of a mission, in the order of the rail.

Each line is a `PageSpec` whose `make` imports its page when called, so that opening a mission costs only what it shows.
"""

from app.ui.views.mission.page import PageSpec

PAGES: tuple[PageSpec, ...] = ()
"""Entreprise, Séances et jours, Questionnaire, Plan d’actions, Financement, Feuille de route, Clôture."""
