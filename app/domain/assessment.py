"""Assessments: what the company declares for each theme, and the consultant's opinion beside it, never over it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

from app.domain.packs import PackRef
from app.domain.referential import Level, ThemeCode
from app.domain.workshop import WorkshopVote


class AssessmentKind(StrEnum):
    """Moment of an assessment; only `entry` and `exit` are counted."""

    ENTRY = "entry"
    EXIT = "exit"
    FOLLOW_UP = "follow_up"
    EXERCISE = "exercise"


class CaptureMode(StrEnum):
    """How the answers were taken down."""

    CONSULTANT = "consultant"
    COMPANY_ALONE = "company_alone"
    WORKSHOP = "workshop"
    PAPER = "paper"


@dataclass(frozen=True, slots=True)
class Opinion:
    """The consultant's opinion at exit on one theme. Source: FACTS.md §3.4."""

    level: Level
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """One theme of an assessment.

    Attributes:
        level: What the company declares, or None: no answer is none of the five levels.
        justification: Why, in the company's words; printed.
        evidence: What was seen on site; printed.
        opinion: The consultant's, at exit only.
    """

    level: Level | None = None
    justification: str = ""
    evidence: str = ""
    opinion: Opinion | None = None


NO_ANSWER = Answer()


@dataclass(frozen=True, slots=True)
class Assessment:
    """A dated, self-declared questionnaire.

    Attributes:
        id: Made on the laptop.
        kind: Entry or exit (or one that is never counted).
        referential: Exact pack it was taken with, pinned for ever.
        day: Civil day of the declaration.
        declared_by: Person of the company who declares, by name or function.
        captured_by: Who typed.
        mode: How it was taken down.
        answers: Answer by theme; a theme without anything is absent.
        votes: What people gave in a workshop, in the order of the votes; they decide nothing.
    """

    id: UUID
    kind: AssessmentKind
    referential: PackRef
    day: date
    declared_by: str = ""
    captured_by: str = ""
    mode: CaptureMode = CaptureMode.CONSULTANT
    answers: Mapping[ThemeCode, Answer] = field(default_factory=lambda: MappingProxyType({}))
    votes: tuple[WorkshopVote, ...] = ()

    def votes_on(self, theme: ThemeCode) -> tuple[WorkshopVote, ...]:
        """Votes on one theme, in their order."""
        return tuple(vote for vote in self.votes if vote.theme == theme)

    def answer(self, theme: ThemeCode) -> Answer:
        """What is known of a theme, possibly nothing."""
        return self.answers.get(theme, NO_ANSWER)

    def with_answer(self, theme: ThemeCode, answer: Answer) -> "Assessment":
        """The same assessment with one theme changed."""
        return replace(self, answers=MappingProxyType({**self.answers, theme: answer}))

    @property
    def levels(self) -> Mapping[ThemeCode, Level]:
        """Declared levels only, by theme."""
        return MappingProxyType({code: given.level for code, given in self.answers.items() if given.level is not None})
