"""Use cases of the questionnaire: each answer is saved when it is given, alone, in one short transaction."""

import logging
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from app.domain.assessment import Answer, Assessment, AssessmentKind, CaptureMode
from app.domain.entry_days import check_near_day
from app.domain.errors import DomainError
from app.domain.i2df import Progress, progress_of
from app.domain.journal import EventKind
from app.domain.quantities import LINE_LENGTH, TEXT_LENGTH, clean_text
from app.domain.referential import Level, Referential, ThemeCode
from app.services.drafts import draft_of
from app.services.ports import Clock, NewId, UnitOfWorkFactory

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Answered:
    """What an answer changed.

    Attributes:
        theme: The theme.
        previous: Level before, for undo.
        level: Level now.
        progress: Progress of the assessment now, with its index once complete.
        saved_at: Instant of the save, UTC.
    """

    theme: ThemeCode
    previous: Level | None
    level: Level | None
    progress: Progress
    saved_at: datetime


def open_assessment(
    uow_factory: UnitOfWorkFactory, mission_id: UUID, kind: AssessmentKind, *, clock: Clock, new_id: NewId
) -> Assessment:
    """The assessment of a kind, opened today with the mission's referential if it was not yet; nothing is prefilled.

    Raises:
        DomainError: `mission.sealed` when it would have to be opened.
    """
    with uow_factory() as uow:
        known = uow.assessments.find(mission_id, kind)
    if known is not None:
        return known
    at = clock()
    with draft_of(uow_factory, mission_id, at) as uow:
        mission = uow.missions.get(mission_id)
        assessment = Assessment(
            id=new_id(),
            kind=kind,
            referential=mission.referential,
            day=at.date(),
            captured_by=mission.provider.lead_consultant,
        )
        uow.assessments.save(mission_id, assessment)
    return assessment


def frame_assessment(
    uow_factory: UnitOfWorkFactory,
    mission_id: UUID,
    kind: AssessmentKind,
    *,
    day: date,
    declared_by: str,
    captured_by: str,
    mode: CaptureMode,
    clock: Clock,
) -> Assessment:
    """Say when, by whom and how the questionnaire was declared.

    Raises:
        DomainError: `mission.sealed`, `assessment.unknown`, `text.too_long`, `date.too_far`.
    """
    with draft_of(uow_factory, mission_id, clock()) as uow:
        known = uow.assessments.find(mission_id, kind)
        if known is None:
            raise DomainError("assessment.unknown", kind=kind)
        check_near_day(day, field="heading_day", opened_on=uow.missions.get(mission_id).opened_on)
        changed = replace(
            known,
            day=day,
            declared_by=clean_text(declared_by, field="declared_by"),
            captured_by=clean_text(captured_by, field="captured_by"),
            mode=mode,
        )
        uow.assessments.save(mission_id, changed)
    return changed


def answer_theme(
    uow_factory: UnitOfWorkFactory,
    mission_id: UUID,
    kind: AssessmentKind,
    theme: ThemeCode,
    level: Level | None,
    *,
    referential: Referential,
    clock: Clock,
) -> Answered:
    """Keep the level that the company declares for a theme, or clear it (None).

    Raises:
        DomainError: `mission.sealed`, `mission.unknown`.
        InvalidData: `theme.unknown`.
        EnvironmentFailure: The disk refused; nothing was written.
    """
    referential.theme(theme)
    at = clock()
    with draft_of(uow_factory, mission_id, at, EventKind.ANSWERED, kind, theme, level) as uow:
        levels = dict(uow.assessments.levels(mission_id, kind))
        previous = levels.pop(theme, None)
        if level is not None:
            levels[theme] = level
        progress = progress_of(levels, referential)
        uow.assessments.set_level(mission_id, kind, theme, level, at)
        uow.missions.note_progress(mission_id, kind, progress, at)
    logger.info("mission %s: %s theme %s saved, %d of %d", mission_id, kind, theme, progress.answered, progress.total)
    return Answered(theme, previous, level, progress, at)


def write_answer_texts(
    uow_factory: UnitOfWorkFactory,
    mission_id: UUID,
    kind: AssessmentKind,
    theme: ThemeCode,
    answer: Answer,
    *,
    clock: Clock,
) -> Answer:
    """Keep justification, evidence and, at exit, the consultant's opinion; the declared level is never touched.

    Raises:
        DomainError: `mission.sealed`, `text.too_long`, or `opinion.only_at_exit`.
    """
    if answer.opinion is not None and kind is not AssessmentKind.EXIT:
        raise DomainError("opinion.only_at_exit")
    opinion = answer.opinion
    if opinion is not None:
        sentence = clean_text(opinion.sentence, longest=LINE_LENGTH, field="opinion")
        opinion = replace(opinion, sentence=sentence)
    kept = replace(
        answer,
        justification=clean_text(answer.justification, longest=TEXT_LENGTH, field="justification"),
        evidence=clean_text(answer.evidence, longest=TEXT_LENGTH, field="evidence"),
        opinion=opinion,
    )
    at = clock()
    with draft_of(uow_factory, mission_id, at, EventKind.EXPLAINED, kind, theme, kept) as uow:
        uow.assessments.set_texts(mission_id, kind, theme, kept, at)
    return kept
