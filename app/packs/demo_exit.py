"""Loads the second act of the fictional company: its accompaniment, then its exit; read only by who plays it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from app.domain.action_plan import ActionState
from app.domain.assessment import Answer, CaptureMode, Opinion
from app.domain.mission import Mission
from app.domain.referential import Level, ThemeCode
from app.domain.scheme import PhaseCode
from app.packs.demo_company import expense_of, half_days, session_of
from app.packs.source import PackSource
from app.packs.table import ROOT, Table, choice
from app.resources import resource_path
from app.services.demo import DemoScript, ScriptedAssessment, ScriptedMove, SecondAct

SECOND_PHASE = PhaseCode("phase_2")


def shipped_second_act(first: DemoScript) -> SecondAct:
    """What follows the shipped script."""
    return load_second_act(PackSource.read(resource_path("demo", "mecanique-durand-sortie.toml")), first)


def load_second_act(source: PackSource, first: DemoScript) -> SecondAct:
    """A second act from its bytes; a theme that it does not speak of keeps the level of the entry.

    Raises:
        InvalidData: Any refusal of `Table`.
    """
    document = Table(source.file, ROOT, source.parsed())
    _, _, provider, consultant = first.new
    sessions = tuple(session_of(table) for table in document.tables("session"))
    place = sessions[0].place
    return SecondAct(
        frame=_framing(document.table("mission")),
        assessment=_assessment(document, first.assessment),
        sessions=sessions,
        days=tuple(
            scripted
            for table in document.tables("day")
            for scripted in half_days(table, SECOND_PHASE, consultant, place)
        ),
        expenses=tuple(expense_of(table, provider) for table in document.tables("expense")),
        moves=_moves(document.table("actions")),
    )


def _framing(table: Table) -> Callable[[Mission], Mission]:
    summary, next_day, next_step = table.text("summary"), table.day("next_day"), table.text("next_step")
    table.close()
    return lambda mission: replace(mission, summary=summary, next_day=next_day, next_step=next_step)


def _moves(table: Table) -> Mapping[int, ScriptedMove]:
    ranks = table.keys()
    return MappingProxyType({int(rank): _move(table.table(rank)) for rank in ranks})


def _move(table: Table) -> ScriptedMove:
    move = ScriptedMove(choice(table, "state", ActionState), table.day("end") if table.has("end") else None)
    table.close()
    return move


def _assessment(document: Table, entry: ScriptedAssessment) -> ScriptedAssessment:
    table, answers = document.table("assessment"), document.table("answers")
    moved = {ThemeCode(code): _answer(answers.table(code)) for code in sorted(answers.keys())}
    kept = {theme: moved.get(theme, Answer(level=answer.level)) for theme, answer in entry.answers.items()}
    day, declared_by = table.day("day"), table.text("declared_by")
    mode = choice(table, "mode", CaptureMode)
    table.close()
    return ScriptedAssessment(day, declared_by, mode, MappingProxyType({**kept, **moved}))


def _answer(table: Table) -> Answer:
    opinion = None
    if table.has("opinion"):
        sentence = table.text("sentence") if table.has("sentence") else ""
        opinion = Opinion(choice(table, "opinion", Level), sentence)
    evidence = table.text("evidence") if table.has("evidence") else ""
    answer = Answer(choice(table, "level", Level), table.text("justification"), evidence, opinion)
    table.close()
    return answer
