"""What a rule of the checks is, what it looks at and what it finds."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.assessment import Assessment, AssessmentKind
from app.domain.mission import Mission, MissionFile, VersionKind
from app.domain.referential import Referential
from app.domain.scheme import Scheme


class Severity(StrEnum):
    """What a finding asks for."""

    ERROR = "error"
    WARNING = "warning"


class Place(StrEnum):
    """Page of the mission where a finding is mended."""

    COMPANY = "company"
    SESSIONS = "sessions"
    QUESTIONNAIRE = "questionnaire"
    FULL_DIAGNOSTIC = "full_diagnostic"
    PLAN = "plan"
    FUNDING = "funding"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is missing or odd; its sentence is in the text catalogue under `checks`.

    Attributes:
        id: Stable code of the rule, and of its sentence.
        severity: Whether it blocks.
        place: Page of the mission where it is mended.
        params: Values that the sentence needs.
        field: Name of the field to mend on that page, or empty.
    """

    id: str
    severity: Severity
    place: Place
    params: tuple[tuple[str, object], ...] = ()
    field: str = ""

    @property
    def subject(self) -> str:
        """What tells it from the others of its rule: its values by name, empty when its rule finds one thing only."""
        return "; ".join(f"{name}={value}" for name, value in self.params)


@dataclass(frozen=True, slots=True)
class CheckSubject:
    """What the checks look at.

    Attributes:
        file: The whole mission.
        scheme: Scheme that it pins.
        referential: Referential that it pins.
        kind: Kind of the version to seal.
        today: Civil day of the seal.
    """

    file: MissionFile
    scheme: Scheme
    referential: Referential
    kind: VersionKind
    today: date

    @property
    def mission(self) -> Mission:
        """Identity and framing of the mission."""
        return self.file.mission

    @property
    def leaving(self) -> bool:
        """Whether the accompaniment ends with this version."""
        return self.kind is VersionKind.EXIT

    @property
    def assessments(self) -> tuple[Assessment, ...]:
        """The questionnaires that this version counts, those that were opened."""
        kinds = (AssessmentKind.ENTRY, AssessmentKind.EXIT) if self.leaving else (AssessmentKind.ENTRY,)
        return tuple(found for kind in kinds if (found := self.file.assessment(kind)) is not None)


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that a rule found.

    Attributes:
        params: Values that the sentence needs.
        place: Its own page, or None for the rule's.
        field: Its own field, or None for the rule's.
    """

    params: tuple[tuple[str, object], ...] = ()
    place: Place | None = None
    field: str | None = None


def hit(**params: object) -> Hit:
    """A hit with the values of its sentence."""
    return Hit(tuple(params.items()))


def hit_if(condition: object) -> tuple[Hit, ...]:
    """One hit without any value when a condition holds."""
    return (Hit(),) if condition else ()


@dataclass(frozen=True, slots=True)
class CheckRule:
    """One rule of the checks.

    Attributes:
        id: Stable code, also of its sentence.
        severity: Whether what it finds blocks.
        place: Page where it is mended.
        look: Everything that it finds.
        field: Name of the field to mend, or empty.
        always: Whether an abandoned mission obeys it too.
    """

    id: str
    severity: Severity
    place: Place
    look: Callable[[CheckSubject], Iterable[Hit]]
    field: str = ""
    always: bool = False

    def findings(self, subject: CheckSubject) -> tuple[Finding, ...]:
        """What the rule finds, ready to be told."""
        return tuple(
            Finding(
                self.id,
                self.severity,
                self.place if found.place is None else found.place,
                found.params,
                self.field if found.field is None else found.field,
            )
            for found in self.look(subject)
        )
