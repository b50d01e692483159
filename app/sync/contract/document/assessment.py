"""Questionnaires as they are sealed: answers, opinions, workshop votes, index."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from app.domain.assessment import AssessmentKind, CaptureMode
from app.domain.referential import Level
from app.sync.contract.document.base import Code, Line, Part, Text


class OpinionPart(Part):
    """The consultant's opinion at exit."""

    level: Level
    sentence: Line


class AnswerPart(Part):
    """One theme of an assessment."""

    theme: Code
    level: Level | None
    justification: Text
    evidence: Text
    opinion: OpinionPart | None


class VotePart(Part):
    """What one person gave for a theme in a workshop; `voter` is a function. It decides nothing."""

    id: UUID
    theme: Code
    voter: Line
    level: Level
    cast_at: datetime


class AssessmentPart(Part):
    """A questionnaire; `index` is null while incomplete."""

    id: UUID
    kind: AssessmentKind
    day: date
    declared_by: Line
    captured_by: Line
    mode: CaptureMode
    answers: list[AnswerPart] = Field(max_length=500)
    index: Annotated[int, Field(ge=0, le=100_000)] | None
    votes: list[VotePart] = Field(default=[], max_length=20_000)
