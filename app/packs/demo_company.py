"""Loads the script of the fictional company: the same strict reading as a pack."""

from collections.abc import Callable
from dataclasses import replace
from types import MappingProxyType
from uuid import UUID

from app.domain.action_plan import Action, ActionPriority, MeasurableStep
from app.domain.assessment import Answer, CaptureMode
from app.domain.company import Company, Establishment
from app.domain.days import HalfDay
from app.domain.de_minimis import AidReceived
from app.domain.expenses import Expense
from app.domain.full_diagnostic import STRONGEST_EFFECT, FactorPriority, FactorView, FullDiagnostic, Operation
from app.domain.funding import PhasePlan
from app.domain.mission import FundingScenario, Mission, Provider, Purpose, Session
from app.domain.placement import SCALE, Placement
from app.domain.referential import Factor, Level, ThemeCode
from app.domain.scheme import PhaseCode
from app.packs.source import PackSource
from app.packs.table import ROOT, Table, choice, choices
from app.resources import resource_path
from app.services.demo import DemoScript, ScriptedAssessment, ScriptedHalfDay
from app.services.field_work import HalfDayWorked
from app.services.workshop import Ballot

NO_ID = UUID(int=0)
"""Identifier of what the player will name."""

MAX_COUNT = 1_000_000

FIRST_PHASE = PhaseCode("phase_1")


def shipped_demo() -> DemoScript:
    """The fictional company shipped with the program."""
    return load_demo(PackSource.read(resource_path("demo", "mecanique-durand.toml")))


def load_demo(source: PackSource) -> DemoScript:
    """A script from its bytes.

    Raises:
        InvalidData: Any refusal of `Table`.
    """
    document = Table(source.file, ROOT, source.parsed())
    mission, company, site = document.table("mission"), document.table("company"), document.table("establishment")
    provider = document.table("provider")
    place = site.text("town")
    days = tuple(
        scripted
        for table in document.tables("day")
        for scripted in half_days(table, FIRST_PHASE, provider.text("lead_consultant"), place)
    )
    return DemoScript(
        scheme=mission.text("scheme"),
        referential=mission.text("referential"),
        opened_on=mission.day("decision_day"),
        reference_number=mission.integer("reference_number", 0, MAX_COUNT),
        new=(company.text("name"), company.text("siret"), provider.text("name"), provider.text("lead_consultant")),
        frame=_framing(mission, company, site, provider),
        assessment=_assessment(document),
        sessions=tuple(session_of(table) for table in document.tables("session")),
        days=days,
        actions=tuple(_action(table, rank) for rank, table in enumerate(document.tables("action"), start=1)),
        scenarios=tuple(_scenario(table) for table in document.tables("scenario")),
        expenses=tuple(expense_of(table, provider.text("name")) for table in document.tables("expense")),
        full_diagnostic=_full_diagnostic(document),
        ballots=tuple(_ballot(table) for table in document.tables("vote")),
        aids_received=tuple(_aid_received(table) for table in document.tables("aid_received")),
    )


def _text(table: Table, key: str) -> str:
    return table.text(key) if table.has(key) else ""


def _framing(mission: Table, company: Table, site: Table, provider: Table) -> Callable[[Mission], Mission]:
    figures = _figures(company)

    def frame(opened: Mission) -> Mission:
        return replace(
            opened,
            company=replace(figures, siren=opened.company.siren),
            establishment=Establishment(
                siret=opened.establishment.siret,
                address=site.text("address"),
                postal_code=site.text("postal_code"),
                town=site.text("town"),
                region_code=opened.establishment.region_code,
            ),
            provider=Provider(provider.text("name"), provider.text("lead_consultant"), provider.text("contact")),
            purposes=choices(mission, "purposes", Purpose),
            market=mission.text("market"),
            sector=mission.text("sector"),
            territory=mission.text("territory"),
            recruitment_source=mission.text("recruitment_source"),
            decision_day=mission.day("decision_day"),
            region_file=mission.text("region_file"),
            summary=mission.text("summary"),
            next_day=mission.day("next_day"),
            next_step=mission.text("next_step"),
            private_notes=mission.text("private_notes"),
        )

    return frame


def _figures(table: Table) -> Company:
    return Company(
        name=table.text("name"),
        trade=table.text("trade"),
        employees=table.integer("employees", 0, MAX_COUNT),
        equity=table.euros("equity_euros"),
        balance_sheet_months=table.integer("balance_sheet_months", 0, MAX_COUNT),
        industrial_activity=table.boolean("industrial_activity"),
        in_difficulty=table.boolean("in_difficulty"),
        tax_and_social_up_to_date=table.boolean("tax_and_social_up_to_date"),
        de_minimis_statement=table.boolean("de_minimis_statement"),
        head_function=table.text("head_function"),
    )


def _assessment(document: Table) -> ScriptedAssessment:
    table = document.table("assessment")
    answers = document.table("answers")
    given = {}
    for code in answers.keys():  # noqa: SIM118 a table of a pack, not a mapping
        one = answers.table(code)
        given[ThemeCode(code)] = Answer(
            level=choice(one, "level", Level),
            justification=_text(one, "justification"),
            evidence=_text(one, "evidence"),
        )
        one.close()
    return ScriptedAssessment(
        table.day("day"), table.text("declared_by"), choice(table, "mode", CaptureMode), MappingProxyType(given)
    )


def session_of(table: Table) -> Session:
    """A session of a script."""
    session = Session(
        id=NO_ID,
        day=table.day("day"),
        topic=table.text("topic"),
        place=table.text("place"),
        people_met=table.texts("people_met"),
        notes=table.text("notes"),
        private_notes=_text(table, "private_notes"),
    )
    table.close()
    return session


def half_days(table: Table, phase: PhaseCode, performer: str, place: str) -> list[ScriptedHalfDay]:
    """The half-days of one day of a script, in one phase of the scheme."""
    remote = table.boolean("remote") if table.has("remote") else False
    scripted = [
        ScriptedHalfDay(
            HalfDayWorked(
                phase=phase,
                day=table.day("on"),
                half_day=half_day,
                performer=performer,
                purpose=table.text("purpose"),
                place="" if remote else place,
                remote=remote,
            ),
            corrected=_text(table, "corrected"),
        )
        for half_day in choices(table, "half_days", HalfDay)
    ]
    table.close()
    return scripted


def _action(table: Table, rank: int) -> Action:
    action = Action(
        id=UUID(int=rank),
        rank=rank,
        title=table.text("title"),
        themes=tuple(ThemeCode(code) for code in table.texts("themes")),
        reason=table.text("reason"),
        owner=table.text("owner"),
        start=table.day("start"),
        end=table.day("end"),
        effort=table.days("effort_days"),
        cost=table.euros("cost_euros") if table.has("cost_euros") else None,
        gain=table.text("gain"),
        step=MeasurableStep(table.text("indicator"), table.text("baseline"), table.text("target")),
        priority=choice(table, "priority", ActionPriority),
        placement=Placement(table.integer("value", 0, SCALE), table.integer("effort", 0, SCALE)),
        depends_on=(UUID(int=table.integer("after", 1, rank - 1)),) if table.has("after") else (),
    )
    table.close()
    return action


def _full_diagnostic(document: Table) -> FullDiagnostic:
    whole = document.table("full_diagnostic")
    found = FullDiagnostic(
        links="\n".join(whole.texts("links")), outside_effects="\n".join(whole.texts("outside_effects"))
    )
    whole.close()
    for table in document.tables("factor"):
        found = found.with_view(_factor(table))
    return found


def _factor(table: Table) -> FactorView:
    view = FactorView(
        factor=choice(table, "factor", Factor),
        observations=table.text("observations"),
        strengths=table.text("strengths"),
        weaknesses=table.text("weaknesses"),
        evidence=table.text("evidence"),
        priority=choice(table, "priority", FactorPriority),
    )
    effects = table.table("effects")
    for operation in Operation:
        if effects.has(operation):
            view = view.with_effect(operation, effects.integer(operation, 1, STRONGEST_EFFECT))
    effects.close()
    table.close()
    return view


def _ballot(table: Table) -> Ballot:
    ballot = Ballot(ThemeCode(table.text("theme")), table.text("voter"), choice(table, "level", Level))
    table.close()
    return ballot


def _scenario(table: Table) -> FundingScenario:
    plans = tuple(
        PhasePlan(PhaseCode(plan.text("phase")), plan.days("days"), plan.euros("cost_euros"))
        for plan in table.tables("plans")
    )
    chosen = table.boolean("chosen") if table.has("chosen") else False
    scenario = FundingScenario(id=NO_ID, rank=0, title=table.text("title"), plans=plans, chosen=chosen)
    table.close()
    return scenario


def expense_of(table: Table, provider: str) -> Expense:
    """An invoice line of a script, invoiced by who performed it."""
    expense = Expense(
        id=NO_ID,
        phase=PhaseCode(table.text("phase")),
        invoice_number=table.text("invoice_number"),
        invoicing_provider=provider,
        performing_provider=provider,
        amount=table.euros("amount_euros"),
        service_day=table.day("service_day"),
        invoice_day=table.day("invoice_day"),
        payment_day=table.day("payment_day"),
    )
    table.close()
    return expense


def _aid_received(table: Table) -> AidReceived:
    aid = AidReceived(
        granted_on=table.day("granted_on"),
        amount=table.euros("amount_euros"),
        grantor=table.text("grantor"),
        regulation=table.text("regulation"),
    )
    table.close()
    return aid
