"""Questionnaires read back from a document."""

from types import MappingProxyType

from app.domain.assessment import Answer, Assessment, Opinion
from app.domain.packs import PackRef
from app.domain.referential import Level, ThemeCode
from app.domain.workshop import WorkshopVote
from app.sync.contract.document import AssessmentPart


def levels_of(part: AssessmentPart) -> dict[ThemeCode, Level]:
    """Declared levels only, by theme, read back from the document."""
    return {ThemeCode(one.theme): one.level for one in part.answers if one.level is not None}


def assessment_of(part: AssessmentPart, referential: PackRef) -> Assessment:
    """One questionnaire, read back from the document."""
    answers = {
        ThemeCode(one.theme): Answer(
            level=one.level,
            justification=one.justification,
            evidence=one.evidence,
            opinion=None if one.opinion is None else Opinion(one.opinion.level, one.opinion.sentence),
        )
        for one in part.answers
    }
    return Assessment(
        id=part.id,
        kind=part.kind,
        referential=referential,
        day=part.day,
        declared_by=part.declared_by,
        captured_by=part.captured_by,
        mode=part.mode,
        answers=MappingProxyType(answers),
        votes=tuple(
            WorkshopVote(one.id, ThemeCode(one.theme), one.voter, one.level, one.cast_at) for one in part.votes
        ),
    )
