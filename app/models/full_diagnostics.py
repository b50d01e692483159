"""The 360° diagnostic and the workshop votes in the database."""

from dataclasses import fields, replace
from types import MappingProxyType
from uuid import UUID

from sqlalchemy import delete, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.engine import Connection

from app.domain.assessment import AssessmentKind
from app.domain.errors import InvalidData
from app.domain.full_diagnostic import FactorView, FullDiagnostic, Operation
from app.domain.referential import Factor
from app.domain.workshop import WorkshopVote
from app.models.tables import assessment, factor_effect, factor_view, full_diagnostic, workshop_vote

_VIEW = tuple(field.name for field in fields(FactorView) if field.name not in {"factor", "effects"})
_LINKS = ("links", "outside_effects")
_VOTE = tuple(field.name for field in fields(WorkshopVote))


class FullDiagnostics:
    """Repository of 360° diagnostics (`app.services.ports.FullDiagnosticRepository`)."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, mission_id: UUID) -> FullDiagnostic:
        """The diagnostic of a mission, possibly empty."""
        strengths: dict[Factor, dict[Operation, int]] = {}
        effects = select(factor_effect).where(factor_effect.c.mission_id == mission_id)
        for row in self._connection.execute(effects).mappings():
            strengths.setdefault(row["factor"], {})[row["operation"]] = row["strength"]
        views = select(factor_view).where(factor_view.c.mission_id == mission_id)
        found = FullDiagnostic()
        for row in self._connection.execute(views).mappings():
            own = strengths.get(row["factor"], {})
            ordered = MappingProxyType({one: own[one] for one in Operation if one in own})
            texts = {name: row[name] for name in _VIEW}
            found = found.with_view(FactorView(factor=row["factor"], effects=ordered, **texts))
        whole = select(full_diagnostic).where(full_diagnostic.c.mission_id == mission_id)
        links = self._connection.execute(whole).mappings().first()
        return found if links is None else replace(found, **{name: links[name] for name in _LINKS})

    def save_view(self, mission_id: UUID, view: FactorView) -> None:
        """Keep what is said of one factor; the five others are left alone."""
        values = {name: getattr(view, name) for name in _VIEW}
        made = upsert(factor_view).values(mission_id=mission_id, factor=view.factor, **values)
        self._connection.execute(made.on_conflict_do_update(index_elements=["mission_id", "factor"], set_=values))
        own = (factor_effect.c.mission_id == mission_id) & (factor_effect.c.factor == view.factor)
        self._connection.execute(delete(factor_effect).where(own))
        for operation, strength in view.effects.items():
            self._connection.execute(
                insert(factor_effect).values(
                    mission_id=mission_id, factor=view.factor, operation=operation, strength=strength
                )
            )

    def save_links(self, mission_id: UUID, links: str, outside_effects: str) -> None:
        """Keep what is said of all the factors together."""
        values = {"links": links, "outside_effects": outside_effects}
        made = upsert(full_diagnostic).values(mission_id=mission_id, **values)
        self._connection.execute(made.on_conflict_do_update(index_elements=["mission_id"], set_=values))


class WorkshopVotes:
    """Repository of the votes (`app.services.ports.WorkshopVoteRepository`)."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, mission_id: UUID, kind: AssessmentKind) -> tuple[WorkshopVote, ...]:
        """Votes of an assessment, in the order in which they were cast."""
        query = (
            select(workshop_vote)
            .join(assessment, assessment.c.id == workshop_vote.c.assessment_id)
            .where(assessment.c.mission_id == mission_id, assessment.c.kind == kind)
            .order_by(workshop_vote.c.cast_at, workshop_vote.c.id)
        )
        rows = self._connection.execute(query).mappings()
        return tuple(WorkshopVote(**{name: row[name] for name in _VOTE}) for row in rows)

    def save(self, mission_id: UUID, kind: AssessmentKind, vote: WorkshopVote) -> None:
        """Keep a new or changed vote.

        Raises:
            InvalidData: `assessment.unknown` when the assessment was not opened.
        """
        query = select(assessment.c.id).where(assessment.c.mission_id == mission_id, assessment.c.kind == kind)
        owner = self._connection.execute(query).scalar()
        if owner is None:
            raise InvalidData("assessment.unknown", kind=kind)
        values = {name: getattr(vote, name) for name in _VOTE}
        made = upsert(workshop_vote).values(assessment_id=owner, **values)
        self._connection.execute(made.on_conflict_do_update(index_elements=["id"], set_=values))

    def remove(self, mission_id: UUID, vote_id: UUID) -> None:
        """Forget one."""
        mine = select(assessment.c.id).where(assessment.c.mission_id == mission_id)
        this = (workshop_vote.c.id == vote_id) & workshop_vote.c.assessment_id.in_(mine)
        self._connection.execute(delete(workshop_vote).where(this))
