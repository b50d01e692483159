"""Workshop votes on the theme that the questionnaire shows: who gave what, their spread, the level declared beside them."""

from dataclasses import dataclass, replace
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.domain.assessment import Assessment
from app.domain.referential import Level
from app.domain.workshop import VoteSpread, WorkshopVote, spread_of
from app.services.workshop import Ballot, cast_vote, withdraw_vote
from app.ui.presenters.answer_sheet import LEVELS, key_of
from app.ui.presenters.mission_context import MissionContext, Part
from app.ui.presenters.questionnaire import QuestionnairePresenter


@dataclass(frozen=True, slots=True)
class VoteRow:
    """One vote: who, and the level as its key (1 to 5) and its words."""

    id: UUID
    voter: str
    level: int
    words: str


@dataclass(frozen=True, slots=True)
class VotesShown:
    """Votes on the theme shown.

    Attributes:
        summary: « 5 votes, de À étudier à Déjà en place », or that there is none.
        counts: Votes by key of level, 1 to 5.
        rows: In the order in which they were cast.
        declared: Level that the company declares and who decided it.
        writable: Whether the mission is a draft.
    """

    summary: str
    counts: tuple[int, ...]
    rows: tuple[VoteRow, ...]
    declared: str
    writable: bool


class WorkshopPresenter(QObject):
    """Votes of the theme that the questionnaire shows; they never change the declared level.

    Signals:
        changed: A vote was kept or taken back.
    """

    changed = Signal()

    def __init__(self, context: MissionContext, questionnaire: QuestionnairePresenter) -> None:
        super().__init__(questionnaire)
        self._context = context
        self._questionnaire = questionnaire

    def levels(self) -> tuple[tuple[str, str], ...]:
        """The five levels: key and words."""
        referential = self._questionnaire.sheet.referential
        return tuple((level.value, referential.label(level)) for level in LEVELS)

    def shown(self) -> VotesShown:
        """Votes on the theme shown, and the level declared."""
        assessment = self._assessment
        votes = () if assessment is None else assessment.votes_on(self._questionnaire.theme.code)
        spread = spread_of(votes)
        label = self._questionnaire.sheet.referential.label
        rows = tuple(VoteRow(one.id, one.voter, LEVELS.index(one.level) + 1, label(one.level)) for one in votes)
        return VotesShown(
            summary=self._summary(spread),
            counts=tuple(0 if spread is None else spread.counts[level] for level in LEVELS),
            rows=rows,
            declared=self._declared(),
            writable=self._questionnaire.sheet.writable,
        )

    def cast(self, voter: str, level: Level) -> bool:
        """Keep a vote on the theme shown; who voted on it already changes his vote. Refusals come at the place `vote`."""
        return self._questionnaire.attempts.run("vote", lambda: self._cast(voter, level))

    def withdraw(self, vote_id: UUID) -> bool:
        """Take a vote back."""
        return self._questionnaire.attempts.run("vote", lambda: self._withdraw(vote_id))

    @property
    def _assessment(self) -> Assessment | None:
        return self._questionnaire.sheet.assessment(self._questionnaire.kind)

    def _summary(self, spread: VoteSpread | None) -> str:
        if spread is None:
            return self.tr("aucun vote sur ce thème")
        label = self._questionnaire.sheet.referential.label
        counted = self.tr("un vote") if spread.total == 1 else self.tr("{0} votes").format(spread.total)
        lowest, highest = label(spread.lowest), label(spread.highest)
        if lowest == highest:
            return self.tr("{0}, « {1} »").format(counted, lowest)
        low, high = label(spread.median_low), label(spread.median_high)
        said = self.tr("{0}, de « {1} » à « {2} »").format(counted, lowest, highest)
        middle = self.tr("milieu « {0} »").format(low)
        if low != high:
            middle = self.tr("milieu entre « {0} » et « {1} »").format(low, high)
        return self.tr("{0} ; {1}").format(said, middle)

    def _declared(self) -> str:
        level, assessment = self._questionnaire.level, self._assessment
        if level is None or key_of(level) is None:
            return self.tr("Niveau déclaré : pas encore. Les votes éclairent la décision, ils ne la prennent pas.")
        named = self._questionnaire.sheet.referential.label(level)
        author = "" if assessment is None else assessment.declared_by
        if not author:
            return self.tr("Niveau déclaré : « {0} ». Les votes ne le changent pas.").format(named)
        return self.tr("Niveau déclaré : « {0} », décidé par {1}. Les votes ne le changent pas.").format(named, author)

    def _cast(self, voter: str, level: Level) -> None:
        bench, questionnaire = self._context.workbench, self._questionnaire
        votes = cast_vote(
            bench.unit_of_work,
            self._context.mission_id,
            questionnaire.kind,
            Ballot(questionnaire.theme.code, voter, level),
            referential=questionnaire.sheet.referential,
            clock=bench.clock,
            new_id=bench.new_id,
        )
        self._keep(votes)

    def _withdraw(self, vote_id: UUID) -> None:
        bench, kind = self._context.workbench, self._questionnaire.kind
        self._keep(withdraw_vote(bench.unit_of_work, self._context.mission_id, kind, vote_id, clock=bench.clock))

    def _keep(self, votes: tuple[WorkshopVote, ...]) -> None:
        assessment = self._assessment
        if assessment is not None:
            self._questionnaire.sheet.note(replace(assessment, votes=votes))
        self._context.note(Part.ANSWERS)
        self.changed.emit()
