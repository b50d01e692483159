"""Use case of a questionnaire filled on paper: all its answers at once, in one transaction, or none."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from app.domain.assessment import AssessmentKind, CaptureMode
from app.domain.entry_days import check_near_day
from app.domain.errors import DomainError
from app.domain.i2df import Progress, check_total, i2df, progress_of
from app.domain.journal import EventKind
from app.domain.quantities import clean_text
from app.domain.referential import Level, Referential, ThemeCode
from app.services.drafts import draft_of
from app.services.ports import Clock, UnitOfWorkFactory

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class PaperSheet:
    """A questionnaire as it was read on paper.

    Attributes:
        day: Civil day of the declaration, written on it.
        declared_by: Who answered, by name or function.
        captured_by: Who typed.
        levels: Level by theme; a theme left blank is absent.
        total: Index written on it, in points, or None when there is none.
    """

    day: date
    declared_by: str
    captured_by: str
    levels: Mapping[ThemeCode, Level]
    total: int | None = None


def check_sheet(sheet: PaperSheet, referential: Referential) -> None:
    """Refuse what no questionnaire can say, before anything is written.

    Raises:
        DomainError: `paper.empty`; `i2df.out_of_range`, `i2df.impossible` or `i2df.incomplete` for the total that is written
            on it, `paper.total_differs` when its answers give another one.
        InvalidData: `theme.unknown`.
    """
    if not sheet.levels:
        raise DomainError("paper.empty")
    if sheet.total is not None:
        written, counted = check_total(sheet.total, referential), i2df(sheet.levels, referential)
        if written != counted:
            raise DomainError("paper.total_differs", written=written, counted=counted)


def record_sheet(
    uow_factory: UnitOfWorkFactory,
    mission_id: UUID,
    kind: AssessmentKind,
    sheet: PaperSheet,
    *,
    referential: Referential,
    clock: Clock,
) -> Progress:
    """Keep the answers of a paper; what is blank on it leaves the answer that was there. One change, undone as one.

    Args:
        uow_factory: Storage.
        mission_id: The mission.
        kind: The assessment, opened already.
        sheet: What was read.
        referential: The referential that the mission pins.
        clock: Present instant.

    Returns:
        Progress of the assessment now.

    Raises:
        DomainError: As `check_sheet`; `mission.sealed`, `assessment.unknown`, `text.too_long`, `date.too_far`.
        EnvironmentFailure: The disk refused; nothing was written.
    """
    check_sheet(sheet, referential)
    at = clock()
    with draft_of(uow_factory, mission_id, at, EventKind.ANSWERED, kind, sheet) as uow:
        known = uow.assessments.find(mission_id, kind)
        if known is None:
            raise DomainError("assessment.unknown", kind=kind)
        check_near_day(sheet.day, field="heading_day", opened_on=uow.missions.get(mission_id).opened_on)
        heading = replace(
            known,
            day=sheet.day,
            declared_by=clean_text(sheet.declared_by, field="declared_by"),
            captured_by=clean_text(sheet.captured_by, field="captured_by"),
            mode=CaptureMode.PAPER,
        )
        uow.assessments.save(mission_id, heading)
        levels = dict(uow.assessments.levels(mission_id, kind))
        for theme, level in sheet.levels.items():
            if levels.get(theme) is not level:
                uow.assessments.set_level(mission_id, kind, theme, level, at)
                levels[theme] = level
        progress = progress_of(levels, referential)
        uow.missions.note_progress(mission_id, kind, progress, at)
    logger.info("mission %s: %s typed from paper, %d of %d", mission_id, kind, progress.answered, progress.total)
    return progress
