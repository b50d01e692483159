"""Sealed mission document, schema 1: the models that every reader validates with, one file per idea.

Schema 1 is kept for ever: a new field has a default, so that what was sealed before still opens.
"""

from app.sync.contract.document.assessment import AnswerPart, AssessmentPart, OpinionPart, VotePart
from app.sync.contract.document.attachments import AttachmentPart
from app.sync.contract.document.base import Part
from app.sync.contract.document.fieldwork import DayPart, ExpensePart, ServicePart, SessionPart
from app.sync.contract.document.full_diagnostic import FactorEffectPart, FactorPart, FullDiagnosticPart
from app.sync.contract.document.funding import FundingLinePart, FundingPart, PlanPart, ScenarioPart
from app.sync.contract.document.identity import (
    CompanyPart,
    EstablishmentPart,
    JournalPart,
    MissionPart,
    ProviderPart,
    VersionPart,
)
from app.sync.contract.document.packs import LevelPart, LeverPart, PhasePart, ReferentialPart, SchemePart, ThemePart
from app.sync.contract.document.plan import ActionPart, AidPart
from app.sync.contract.document.statements import AidReceivedPart, ExplanationPart
from app.sync.contract.document.whole import MAX_DOCUMENT_BYTES, SCHEMA, SealedDocument, read_document

__all__ = [
    "MAX_DOCUMENT_BYTES",
    "SCHEMA",
    "ActionPart",
    "AidPart",
    "AidReceivedPart",
    "AnswerPart",
    "AssessmentPart",
    "AttachmentPart",
    "CompanyPart",
    "DayPart",
    "EstablishmentPart",
    "ExpensePart",
    "ExplanationPart",
    "FactorEffectPart",
    "FactorPart",
    "FullDiagnosticPart",
    "FundingLinePart",
    "FundingPart",
    "JournalPart",
    "LevelPart",
    "LeverPart",
    "MissionPart",
    "OpinionPart",
    "Part",
    "PhasePart",
    "PlanPart",
    "ProviderPart",
    "ReferentialPart",
    "ScenarioPart",
    "SchemePart",
    "SealedDocument",
    "ServicePart",
    "SessionPart",
    "ThemePart",
    "VersionPart",
    "VotePart",
    "read_document",
]
