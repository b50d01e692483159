"""Assessments in the database; an answer is written by one statement, without reading the mission."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any
from uuid import UUID

from sqlalchemy import RowMapping, bindparam, literal, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.engine import Connection

from app.domain.assessment import NO_ANSWER, Answer, Assessment, AssessmentKind, Opinion
from app.domain.errors import InvalidData
from app.domain.referential import Level, ThemeCode
from app.domain.workshop import WorkshopVote
from app.models.full_diagnostics import WorkshopVotes
from app.models.pins import pack_columns, pack_of
from app.models.tables import answer, assessment

_HEADING = ("id", "kind", "day", "declared_by", "captured_by", "mode")
_TEXTS = ("justification", "evidence", "opinion_level", "opinion_sentence")
_KINDS = tuple(AssessmentKind)

_MISSION = assessment.c.mission_id == bindparam("mission")
_THIS = _MISSION & (assessment.c.kind == bindparam("kind"))


def _keep_answer(*names: str) -> Any:
    """The statement that writes some columns of one answer of an open assessment and leaves the others alone."""
    kept = {
        name: bindparam(f"new_{name}", type_=answer.c[name].type)
        for name in ("level", *_TEXTS, "changed_at")
        if name in {*names, "changed_at"}
    }
    blank = {name: literal("") for name in ("justification", "evidence", "opinion_sentence") if name not in kept}
    values = {"theme": bindparam("new_theme"), **kept, **blank}
    made = insert(answer).from_select(
        ["assessment_id", *values], select(assessment.c.id, *values.values()).where(_THIS)
    )
    return made.on_conflict_do_update(set_={name: made.excluded[name] for name in kept})


_SET_LEVEL = _keep_answer("level")
_SET_TEXTS = _keep_answer(*_TEXTS)
_LEVELS = (
    select(answer.c.theme, answer.c.level)
    .join(assessment, assessment.c.id == answer.c.assessment_id)
    .where(_THIS, answer.c.level.is_not(None))
)
_ANSWERS = select(answer).join(assessment, assessment.c.id == answer.c.assessment_id)


class Assessments:
    """Repository of assessments (`app.services.ports.AssessmentRepository`)."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, mission_id: UUID) -> tuple[Assessment, ...]:
        """All the assessments of a mission with their answers, in the order of `AssessmentKind`."""
        values = {"mission": mission_id}
        answers = self._connection.execute(_ANSWERS.where(_MISSION), values).mappings().all()
        rows = self._connection.execute(select(assessment).where(_MISSION), values).mappings()
        found = [
            _assessment_of(
                row, (one for one in answers if one["assessment_id"] == row["id"]), self._votes(mission_id, row["kind"])
            )
            for row in rows.all()
        ]
        return tuple(sorted(found, key=lambda one: _KINDS.index(one.kind)))

    def find(self, mission_id: UUID, kind: AssessmentKind) -> Assessment | None:
        """The assessment with its answers, or None."""
        values = {"mission": mission_id, "kind": kind}
        row = self._connection.execute(select(assessment).where(_THIS), values).mappings().first()
        if row is None:
            return None
        answers = self._connection.execute(_ANSWERS.where(_THIS), values).mappings()
        return _assessment_of(row, answers, self._votes(mission_id, kind))

    def save(self, mission_id: UUID, heading: Assessment) -> None:
        """Open an assessment or keep its heading; answers are left alone."""
        values = {
            **{name: getattr(heading, name) for name in _HEADING},
            **pack_columns("referential", heading.referential),
        }
        made = insert(assessment).values(mission_id=mission_id, **values)
        self._connection.execute(made.on_conflict_do_update(index_elements=["id"], set_=values))

    def answer(self, mission_id: UUID, kind: AssessmentKind, theme: ThemeCode) -> Answer:
        """What is known of one theme, possibly nothing."""
        query = _ANSWERS.where(_THIS, answer.c.theme == bindparam("theme"))
        values = {"mission": mission_id, "kind": kind, "theme": theme}
        row = self._connection.execute(query, values).mappings().first()
        return NO_ANSWER if row is None else _answer_of(row)

    def set_level(
        self, mission_id: UUID, kind: AssessmentKind, theme: ThemeCode, level: Level | None, at: datetime
    ) -> None:
        """Keep the declared level of one theme, or clear it.

        Raises:
            InvalidData: `assessment.unknown` when the assessment was not opened.
        """
        self._keep(_SET_LEVEL, mission_id, kind, {"new_theme": theme, "new_level": level, "new_changed_at": at})

    def set_texts(self, mission_id: UUID, kind: AssessmentKind, theme: ThemeCode, given: Answer, at: datetime) -> None:
        """Keep justification, evidence and opinion of one theme; the declared level is left alone.

        Raises:
            InvalidData: `assessment.unknown` when the assessment was not opened.
        """
        values = {
            "new_theme": theme,
            "new_changed_at": at,
            "new_justification": given.justification,
            "new_evidence": given.evidence,
            "new_opinion_level": given.opinion.level if given.opinion else None,
            "new_opinion_sentence": given.opinion.sentence if given.opinion else "",
        }
        self._keep(_SET_TEXTS, mission_id, kind, values)

    def levels(self, mission_id: UUID, kind: AssessmentKind) -> Mapping[ThemeCode, Level]:
        """Declared levels only."""
        rows = self._connection.execute(_LEVELS, {"mission": mission_id, "kind": kind})
        return MappingProxyType({ThemeCode(theme): level for theme, level in rows})

    def _votes(self, mission_id: UUID, kind: AssessmentKind) -> tuple[WorkshopVote, ...]:
        return WorkshopVotes(self._connection).of(mission_id, kind)

    def _keep(self, statement: Any, mission_id: UUID, kind: AssessmentKind, values: Mapping[str, object]) -> None:
        kept = self._connection.execute(statement, {"mission": mission_id, "kind": kind, **values})
        if kept.rowcount == 0:
            raise InvalidData("assessment.unknown", kind=kind)


def _answer_of(row: RowMapping) -> Answer:
    level = row["opinion_level"]
    return Answer(
        level=row["level"],
        justification=row["justification"],
        evidence=row["evidence"],
        opinion=None if level is None else Opinion(level, row["opinion_sentence"]),
    )


def _assessment_of(row: RowMapping, answers: Iterable[RowMapping], votes: tuple[WorkshopVote, ...]) -> Assessment:
    given = {ThemeCode(one["theme"]): _answer_of(one) for one in answers}
    return Assessment(
        **{name: row[name] for name in _HEADING},
        referential=pack_of("referential", row),
        answers=MappingProxyType({theme: one for theme, one in given.items() if one != NO_ANSWER}),
        votes=votes,
    )
