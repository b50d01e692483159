"""The whole sealed document, schema 1, and the door that reads it from its bytes."""

from collections.abc import Mapping
from typing import Literal

from pydantic import Field, ValidationError, field_validator

from app.domain.action_plan import check_dependencies
from app.domain.attachment import MAX_ATTACHMENTS
from app.domain.errors import DomainError, InvalidData
from app.sync.contract.canonical import read_canonical
from app.sync.contract.document.assessment import AssessmentPart
from app.sync.contract.document.attachments import AttachmentPart
from app.sync.contract.document.base import Part
from app.sync.contract.document.fieldwork import DayPart, ExpensePart, ServicePart, SessionPart
from app.sync.contract.document.full_diagnostic import FullDiagnosticPart
from app.sync.contract.document.funding import ScenarioPart
from app.sync.contract.document.identity import (
    CompanyPart,
    EstablishmentPart,
    JournalPart,
    MissionPart,
    ProviderPart,
    VersionPart,
)
from app.sync.contract.document.packs import ReferentialPart, SchemePart
from app.sync.contract.document.plan import ActionPart
from app.sync.contract.document.statements import AidReceivedPart, ExplanationPart
from app.sync.contract.upcasts import UPCASTS, Upcast, current

SCHEMA = 1
"""Schema written by this program; older ones are read for ever, a newer one is refused whole."""

MAX_DOCUMENT_BYTES = 4 * 1024 * 1024
"""Largest sealed document accepted anywhere, in bytes."""


class SealedDocument(Part):
    """A whole sealed mission, self-contained."""

    schema_: Literal[1] = Field(alias="schema")
    mission: MissionPart
    version: VersionPart
    company: CompanyPart
    establishment: EstablishmentPart
    provider: ProviderPart
    referential: ReferentialPart
    scheme: SchemePart
    sessions: list[SessionPart] = Field(max_length=10_000)
    days: list[DayPart] = Field(max_length=10_000)
    services: list[ServicePart] = Field(max_length=50)
    assessments: list[AssessmentPart] = Field(max_length=20)
    actions: list[ActionPart] = Field(max_length=1_000)
    scenarios: list[ScenarioPart] = Field(max_length=50)
    expenses: list[ExpensePart] = Field(max_length=10_000)
    full_diagnostic: FullDiagnosticPart | None = None
    attachments: list[AttachmentPart] = Field(default=[], max_length=MAX_ATTACHMENTS)
    aids_received: list[AidReceivedPart] = Field(default=[], max_length=1_000)
    explanations: list[ExplanationPart] = Field(default=[], max_length=1_000)
    journal: JournalPart | None = None

    @field_validator("actions")
    @classmethod
    def _actions_can_follow_one_another(cls, actions: list[ActionPart]) -> list[ActionPart]:
        try:
            check_dependencies(actions)
        except DomainError as refusal:
            raise ValueError(refusal.code) from None
        return actions

    @property
    def chosen_scenario(self) -> ScenarioPart | None:
        """The scenario that the company keeps, if any."""
        return next((scenario for scenario in self.scenarios if scenario.chosen), None)


def read_document(data: bytes, upcasts: Mapping[int, Upcast] = UPCASTS) -> SealedDocument:
    """A sealed document read from its canonical bytes, an older schema through its upcasts.

    Raises:
        InvalidData: `document.too_large`, `document.unreadable`, `document.float`, `document.integer_too_large`,
            `document.duplicate_key`, `document.not_canonical`, `document.newer` (schema of a later program), or
            `document.invalid` with the path of the first wrong field.
    """
    if len(data) > MAX_DOCUMENT_BYTES:
        raise InvalidData("document.too_large", size=len(data), limit=MAX_DOCUMENT_BYTES)
    value = current(read_canonical(data), SCHEMA, upcasts)
    try:
        return SealedDocument.model_validate(value)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        path = ".".join(str(part) for part in first["loc"])
        raise InvalidData("document.invalid", path=path, why=first["type"]) from None
