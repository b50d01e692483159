"""The whole document, from the mission to its canonical bytes."""

from typing import Any

from app.domain.mission import MissionFile, Seal
from app.domain.referential import Referential
from app.domain.scheme import Scheme
from app.sync.contract.canonical import canonical_bytes
from app.sync.contract.document import SCHEMA, SealedDocument, read_document
from app.sync.contract.seal.assessment import assessment_part
from app.sync.contract.seal.attachments import attachment_parts
from app.sync.contract.seal.fieldwork import day_part, expense_parts, services_of, session_part
from app.sync.contract.seal.full_diagnostic import full_diagnostic_part
from app.sync.contract.seal.funding import scenario_part, unfunded_part
from app.sync.contract.seal.identity import company_part, establishment_part, journal_part, mission_part
from app.sync.contract.seal.packs import referential_part, scheme_part
from app.sync.contract.seal.plan import action_part
from app.sync.contract.seal.statements import aid_received_part, explanation_part


def write_document(file: MissionFile, scheme: Scheme, referential: Referential, seal: Seal) -> bytes:
    """Canonical bytes of a mission being sealed; private notes never enter.

    Raises:
        InvalidData: `document.invalid` when the mission holds what the schema does not allow (a fault of ours).
    """
    scenarios = [scenario_part(file.mission, scenario, scheme) for scenario in file.scenarios]
    return _written(file, scheme, referential, seal, scenarios)


def write_draft(file: MissionFile, scheme: Scheme, referential: Referential, seal: Seal) -> bytes:
    """Canonical bytes of a draft on its way to a colleague: as it is, its funding not computed; private notes never enter.

    Raises:
        InvalidData: `document.invalid` when the mission holds what the schema does not allow (a fault of ours).
    """
    scenarios = [unfunded_part(scenario) for scenario in file.scenarios]
    return _written(file, scheme, referential, seal, scenarios)


def _version_part(seal: Seal) -> dict[str, Any]:
    return {
        "number": seal.version,
        "kind": seal.kind,
        "reason": seal.reason,
        "sealed_at": seal.sealed_at,
        "replaces": seal.replaces,
    }


def _written(
    file: MissionFile, scheme: Scheme, referential: Referential, seal: Seal, scenarios: list[dict[str, Any]]
) -> bytes:
    provider = file.mission.provider
    document = SealedDocument.model_validate(
        {
            "schema": SCHEMA,
            "mission": mission_part(file.mission),
            "version": _version_part(seal),
            "company": company_part(file.mission.company),
            "establishment": establishment_part(file.mission.establishment),
            "provider": {
                "name": provider.name,
                "lead_consultant": provider.lead_consultant,
                "contact": provider.contact,
            },
            "referential": referential_part(referential),
            "scheme": scheme_part(scheme),
            "sessions": [session_part(session) for session in file.sessions],
            "days": [day_part(entry) for entry in file.ledger.entries],
            "services": services_of(file.ledger, scheme),
            "assessments": [assessment_part(assessment, referential) for assessment in file.assessments],
            "actions": [action_part(action) for action in file.actions],
            "scenarios": scenarios,
            "expenses": expense_parts(file),
            "journal": None if seal.journal is None else journal_part(seal.journal),
            "full_diagnostic": full_diagnostic_part(file.full_diagnostic),
            "attachments": attachment_parts(file),
            "aids_received": [aid_received_part(aid) for aid in file.aids_received],
            "explanations": [explanation_part(one) for one in file.explanations],
        }
    )
    # A field left at its default is not written: a document says only what was filled, and older ones keep their very bytes.
    data = canonical_bytes(document.model_dump(mode="json", by_alias=True, exclude_defaults=True))
    read_document(data)
    return data
