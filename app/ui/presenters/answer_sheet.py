"""What the pages know of a mission's questionnaire without asking the storage again: levels, texts, headings, progress."""

from collections.abc import Mapping

from app.domain.assessment import NO_ANSWER, Answer, Assessment, AssessmentKind
from app.domain.i2df import Progress, progress_of
from app.domain.mission import Mission, MissionFile, MissionState
from app.domain.referential import Level, Referential, ThemeCode

LEVELS = tuple(Level)
"""The five states in the order of their keys, 1 to 5."""

COUNTED = (AssessmentKind.ENTRY, AssessmentKind.EXIT)


def key_of(level: Level | None) -> int | None:
    """Key of a level, 1 to 5, or None."""
    return None if level is None else LEVELS.index(level) + 1


class AnswerSheet:
    """Entry and exit of one mission as last read or saved.

    Attributes:
        mission: The mission.
        referential: The referential that it pins.
    """

    def __init__(self, file: MissionFile, referential: Referential) -> None:
        self.mission: Mission = file.mission
        self.referential = referential
        self._assessments = {one.kind: one for one in file.assessments if one.kind in COUNTED}
        self._levels = {kind: dict(one.levels) for kind, one in self._assessments.items()}
        self._ranks = {theme.code: rank for rank, theme in enumerate(referential.themes)}

    @property
    def writable(self) -> bool:
        """Whether the mission is a draft."""
        return self.mission.state is MissionState.DRAFT

    def assessment(self, kind: AssessmentKind) -> Assessment | None:
        """Heading and texts of an assessment, or None while it is not opened; its levels are in `levels`."""
        return self._assessments.get(kind)

    def note(self, assessment: Assessment) -> None:
        """Keep a heading or texts that have just been saved; levels are left alone."""
        self._assessments[assessment.kind] = assessment
        self._levels.setdefault(assessment.kind, dict(assessment.levels))

    def levels(self, kind: AssessmentKind) -> Mapping[ThemeCode, Level]:
        """Declared levels of an assessment, empty while it is not opened."""
        return self._levels.get(kind, {})

    def set_level(self, kind: AssessmentKind, theme: ThemeCode, level: Level | None) -> None:
        """Keep a level that has just been saved."""
        levels = self._levels.setdefault(kind, {})
        if level is None:
            levels.pop(theme, None)
        else:
            levels[theme] = level

    def texts(self, kind: AssessmentKind, theme: ThemeCode) -> Answer:
        """Justification, evidence and opinion of a theme."""
        assessment = self.assessment(kind)
        return NO_ANSWER if assessment is None else assessment.answer(theme)

    def progress(self, kind: AssessmentKind) -> Progress:
        """Progress of an assessment, with its index once complete."""
        return progress_of(self.levels(kind), self.referential)

    def rank_of(self, theme: ThemeCode) -> int:
        """Place of a theme in the referential, from 0."""
        return self._ranks[theme]

    def next_without_answer(self, kind: AssessmentKind, after: int) -> int | None:
        """Rank of the next theme without answer, coming round to the first; None when all are answered."""
        themes = self.referential.themes
        given = self.levels(kind)
        order = [*range(after + 1, len(themes)), *range(after + 1)]
        return next((rank for rank in order if themes[rank].code not in given), None)
