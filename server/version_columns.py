"""What the database keeps of a version beside its bytes, for queries."""

from typing import Any

from app.sync.contract.document import SealedDocument
from app.sync.contract.protocol import ProblemCode
from server.phases import phases_told
from server.problems import Refused
from server.verification import Figures


def checked_columns(document: SealedDocument, figures: Figures) -> dict[str, Any]:
    """Columns of a version, each of which any database can hold.

    Raises:
        Refused: `received.invalid`.
    """
    columns = _columns(document, figures)
    if any("\0" in value for value in columns.values() if isinstance(value, str)):
        raise Refused(ProblemCode.INVALID)  # No text of PostgreSQL may hold it.
    return columns


def _columns(document: SealedDocument, figures: Figures) -> dict[str, Any]:
    chosen = document.chosen_scenario
    funding = None if chosen is None else chosen.funding
    return {
        "kind": document.version.kind.value,
        "sealed_at": document.version.sealed_at,
        "reference": document.mission.reference,
        "company_name": document.company.name,
        "siren": document.company.siren,
        "siret": document.establishment.siret,
        "town": document.establishment.town,
        "region_code": document.establishment.region_code,
        "provider_name": document.provider.name,
        "scheme_id": document.scheme.id,
        "scheme_sha256": document.scheme.sha256,
        "opened_on": document.mission.opened_on,
        "decision_day": document.mission.decision_day,
        "entry_index": figures.entry_index,
        "exit_index": figures.exit_index,
        "half_days": figures.half_days,
        "actions": len(document.actions),
        "invoiced_cents": None if funding is None else funding.invoiced_cents,
        "grant_cents": None if funding is None else funding.grant_cents,
        "funding_checked": figures.funding_checked,
        "sector": document.mission.sector,
        "phases": phases_told(document),
    }
