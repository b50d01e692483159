"""Missions in the database, with the figures that lists show kept beside each."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import RowMapping, bindparam, delete, func, insert, select, update
from sqlalchemy.engine import Connection

from app.domain.assessment import AssessmentKind
from app.domain.company import Company, Establishment
from app.domain.errors import DomainError
from app.domain.i2df import Progress
from app.domain.mission import Mission, MissionFile, MissionState, Provider
from app.domain.packs import PackKind
from app.domain.quantities import Cents
from app.models.actions import Actions
from app.models.assessments import Assessments
from app.models.attachments import Attachments
from app.models.full_diagnostics import FullDiagnostics
from app.models.list_figures import show_state
from app.models.pins import pack_columns, pack_of
from app.models.plans import Expenses, Scenarios
from app.models.statements import AidsReceived, Explanations
from app.models.tables import attachment, deposit, mission, sealed_attachment, sealed_version, signature_evidence
from app.models.work import LedgerLines, Sessions
from app.services.rows import ShownState

_COMPANY = (
    "siren",
    "trade",
    "employees",
    "balance_sheet_months",
    "industrial_activity",
    "association",
    "approved_integration",
    "production_revenue_share",
    "in_difficulty",
    "tax_and_social_up_to_date",
    "de_minimis_statement",
    "head_name",
    "head_function",
)
_ESTABLISHMENT = ("siret", "address", "postal_code", "town", "region_code")
_OWN = (
    "id",
    "reference",
    "opened_on",
    "state",
    "version",
    "fictional",
    "operator",
    "purposes",
    "market",
    "sector",
    "territory",
    "recruitment_source",
    "decision_day",
    "region_file",
    "summary",
    "next_day",
    "next_step",
    "private_notes",
)

_THIS = mission.c.id == bindparam("this")
_STATE = select(mission.c.state).where(_THIS)
_TOUCH = update(mission).where(_THIS).values(modified_at=bindparam("at"))
_PROGRESS = {
    kind: _TOUCH.values({f"{kind}_answered": bindparam("answered"), f"{kind}_index": bindparam("index")})
    for kind in (AssessmentKind.ENTRY, AssessmentKind.EXIT)
}


class Missions:
    """Repository of missions (`app.services.ports.MissionRepository`)."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, new: Mission, at: datetime) -> None:
        """Keep a new mission; a known id or reference is a fault (`InvalidData`)."""
        values = {**_columns_of(new), "shown_state": ShownState.DRAFT, "created_at": at, "modified_at": at}
        counts = {"entry_answered": 0, "exit_answered": 0, "half_days": 0, "actions": 0}
        self._connection.execute(insert(mission), {**values, **counts})
        show_state(self._connection, new.id)

    def get(self, mission_id: UUID) -> Mission:
        """The mission. Raises `DomainError("mission.unknown")`."""
        row = self._connection.execute(select(mission).where(_THIS), {"this": mission_id}).mappings().first()
        if row is None:
            raise DomainError("mission.unknown")
        return _mission_of(row)

    def state(self, mission_id: UUID) -> MissionState:
        """Its state alone. Raises `DomainError("mission.unknown")`."""
        state: MissionState | None = self._connection.execute(_STATE, {"this": mission_id}).scalar()
        if state is None:
            raise DomainError("mission.unknown")
        return state

    def save(self, changed: Mission, at: datetime) -> None:
        """Keep a changed mission. Raises `DomainError("mission.unknown")`."""
        values = {**_columns_of(changed), "modified_at": at}
        self._change(update(mission).where(_THIS).values(values), {"this": changed.id})
        show_state(self._connection, changed.id)

    def touch(self, mission_id: UUID, at: datetime) -> None:
        """Note that something of the mission changed. Raises `DomainError("mission.unknown")`."""
        self._change(_TOUCH, {"this": mission_id, "at": at})

    def note_progress(self, mission_id: UUID, kind: AssessmentKind, progress: Progress, at: datetime) -> None:
        """Keep the progress and index that lists show; those of a follow-up or an exercise are never counted."""
        if kind not in _PROGRESS:
            self.touch(mission_id, at)
            return
        figures = {"answered": progress.answered, "index": progress.index}
        self._change(_PROGRESS[kind], {"this": mission_id, "at": at, **figures})

    def file(self, mission_id: UUID) -> MissionFile:
        """The whole mission. Raises `DomainError("mission.unknown")`."""
        return MissionFile(
            mission=self.get(mission_id),
            sessions=Sessions(self._connection).of(mission_id),
            ledger=LedgerLines(self._connection).of(mission_id),
            assessments=Assessments(self._connection).of(mission_id),
            actions=Actions(self._connection).of(mission_id),
            scenarios=Scenarios(self._connection).of(mission_id),
            expenses=Expenses(self._connection).of(mission_id),
            full_diagnostic=FullDiagnostics(self._connection).of(mission_id),
            attachments=Attachments(self._connection).of(mission_id),
            aids_received=AidsReceived(self._connection).of(mission_id),
            explanations=Explanations(self._connection).of(mission_id),
        )

    def erase(self, mission_id: UUID) -> None:
        """Take away a mission and everything that is its own; the freed pages and the search hold nothing of it."""
        self._connection.exec_driver_sql("PRAGMA secure_delete = ON")
        for table in (signature_evidence, sealed_attachment, attachment, deposit, sealed_version):
            self._connection.execute(delete(table).where(table.c.mission_id == mission_id))
        self._connection.execute(delete(mission).where(mission.c.id == mission_id))
        self._connection.exec_driver_sql("INSERT INTO mission_search (mission_search) VALUES ('optimize')")

    def reference_taken(self, reference: str) -> bool:
        """Whether a mission of this laptop bears the reference."""
        query = select(mission.c.number).where(mission.c.reference == reference)
        return self._connection.execute(query).first() is not None

    def pins(self) -> Mapping[tuple[PackKind, str], int]:
        """How many missions pin each pack, by its kind and identifier."""
        columns = {PackKind.SCHEME: mission.c.scheme_id, PackKind.REFERENTIAL: mission.c.referential_id}
        return {
            (kind, pack_id): count
            for kind, column in columns.items()
            for pack_id, count in self._connection.execute(select(column, func.count()).group_by(column))
        }

    def of_company(self, siren: str) -> tuple[UUID, ...]:
        """Missions of a company, oldest first; none for an empty SIREN."""
        if not siren:
            return ()
        order = (mission.c.opened_on, mission.c.created_at)
        query = select(mission.c.id).where(mission.c.siren == siren).order_by(*order)
        return tuple(self._connection.execute(query).scalars())

    def _change(self, statement: Any, values: Mapping[str, object]) -> None:
        if self._connection.execute(statement, values).rowcount == 0:
            raise DomainError("mission.unknown")


def _columns_of(one: Mission) -> dict[str, object]:
    return {
        **{name: getattr(one, name) for name in _OWN},
        "company_name": one.company.name,
        "equity_cents": one.company.equity,
        **{name: getattr(one.company, name) for name in _COMPANY},
        **{name: getattr(one.establishment, name) for name in _ESTABLISHMENT},
        "provider_name": one.provider.name,
        "lead_consultant": one.provider.lead_consultant,
        "provider_contact": one.provider.contact,
        **pack_columns("scheme", one.scheme),
        **pack_columns("referential", one.referential),
    }


def _mission_of(row: RowMapping) -> Mission:
    equity = row["equity_cents"]
    return Mission(
        **{name: row[name] for name in _OWN},
        company=Company(
            name=row["company_name"],
            equity=None if equity is None else Cents(equity),
            **{name: row[name] for name in _COMPANY},
        ),
        establishment=Establishment(**{name: row[name] for name in _ESTABLISHMENT}),
        provider=Provider(row["provider_name"], row["lead_consultant"], row["provider_contact"]),
        scheme=pack_of("scheme", row),
        referential=pack_of("referential", row),
    )
