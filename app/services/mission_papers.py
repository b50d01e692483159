"""The papers that a mission shows page by page, prints and has signed."""

from enum import StrEnum


class MissionPaper(StrEnum):
    """One paper; each is printed from a draft, or from the bytes of a sealed version."""

    ROADMAP = "roadmap"
    ATTENDANCE = "attendance"
    DE_MINIMIS = "de_minimis"
    APPLICATION = "application"
    QUESTIONNAIRE = "questionnaire"
