"""The « Financement » page: scenarios side by side, days and costs typed in place, figures that move as one types."""

from dataclasses import dataclass, replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.errors import DomainError
from app.domain.funding import PhasePlan
from app.domain.mission import FundingScenario
from app.domain.quantities import Cents, HalfDays
from app.domain.scheme import PhaseCode
from app.services.plan import remove_scenario, save_scenario
from app.ui.presenters import typed
from app.ui.presenters.action_fields import half_days_typed
from app.ui.presenters.attempts import Attempts
from app.ui.presenters.funding_shown import Notice, ScenarioShown, Why
from app.ui.presenters.funding_why import FundingWhy
from app.ui.presenters.funding_words import FundingWords, letter_of
from app.ui.presenters.mission_context import MissionContext, Part

SAVE_AFTER_MS = 1200
"""Pause after the last key before a field is saved."""
MOST_SCENARIOS = 3
TITLE = "title"


@dataclass(frozen=True, slots=True)
class FieldKey:
    """A field of a scenario: its name (`title`, or `days` and `cost` of a phase)."""

    scenario: UUID
    name: str
    phase: PhaseCode | None = None


class FundingPresenter(QObject):
    """Scenarios of a mission and their figures.

    Signals:
        listed: Scenarios were added, removed or read again; make their cards anew.
        changed: Figures of a scenario moved; its id. Read it again with `shown`.
        told: A field was typed, refused or saved; its `FieldKey`. Read its `error`.
    """

    listed = Signal()
    changed = Signal(object)
    told = Signal(object)

    def __init__(self, context: MissionContext, parent: QObject | None = None) -> None:
        """Read the scenarios of a mission."""
        super().__init__(parent)
        self._context = context
        self._words = FundingWords(context.scheme, self)
        self._whys = FundingWhy(context.scheme, self._words, self)
        self._attempts = Attempts(context.messages, self)
        self._attempts.refused.connect(lambda _where, sentence: context.messages.tell(sentence))
        self._typed: dict[FieldKey, str] = {}
        self._errors: dict[FieldKey, str] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_AFTER_MS)
        self._timer.timeout.connect(self.flush)

    @property
    def scenarios(self) -> tuple[FundingScenario, ...]:
        """Scenarios as they are saved, in order."""
        return self._context.file.scenarios

    def can_add(self) -> bool:
        """Whether there is room for another one."""
        return self._context.is_writable and len(self.scenarios) < MOST_SCENARIOS

    def shown(self, scenario_id: UUID) -> ScenarioShown:
        """A scenario as it is typed, saved or not."""
        place, scenario = self._found(scenario_id)
        return self._words.shown(self._context.mission, self._as_typed(scenario), place)

    def why(self, scenario_id: UUID, key: str) -> Why | None:
        """Why a figure is what it is; None when there is nothing to explain."""
        known = {one.id for one in self.scenarios}
        if scenario_id not in known or not key:
            return None
        place, scenario = self._found(scenario_id)
        return self._whys.why(self._context.mission, self._as_typed(scenario), place, key)

    def notices(self) -> tuple[Notice, ...]:
        """What stands above the cards."""
        mission, header = self._context.mission, self._context.scheme.header
        funding = self._context.scheme.company_funding
        found = []
        if funding is None:
            refusal = DomainError("funding.not_computable", scheme=header.title)
            found.append(Notice("info", self._context.workbench.sentence(refusal)))
        elif not header.in_force(mission.opened_on):
            words = self.tr("Simulation : dispositif clos le {0}. Rien n’est financé pour une mission ouverte le {1}.")
            found.append(Notice("warn", words.format(typed.day(header.valid_until), typed.day(mission.opened_on))))
        elif not header.in_force(self._context.workbench.clock().date()):
            words = self.tr("Simulation : dispositif clos le {0}. Une mission ouverte aujourd’hui ne serait pas aidée.")
            found.append(Notice("warn", words.format(typed.day(header.valid_until))))
        if funding is not None and mission.company.employees is None:
            words = self.tr("L’effectif manque : les taux sont ceux d’une PME.")
            found.append(Notice("info", words, self.tr("Saisir l’effectif"), "company", "employees"))
        if funding is not None and funding.capped_by_equity and mission.company.equity is None:
            words = self.tr("Les fonds propres manquent : l’aide n’est pas comparée à cette limite.")
            found.append(Notice("info", words, self.tr("Saisir les fonds propres"), "company", "equity"))
        return tuple(found)

    def text(self, key: FieldKey) -> str:
        """Text of a field: what is being typed, or what is saved."""
        if key in self._typed:
            return self._typed[key]
        scenario = self._found(key.scenario)[1]
        if key.name == TITLE:
            return scenario.title
        plan = next((one for one in scenario.plans if one.phase == key.phase), None)
        if plan is None:
            return ""
        return typed.short_days(plan.half_days) if key.name == "days" else typed.amount(plan.cost)

    def error(self, key: FieldKey) -> str:
        """Why a field is not saved, or an empty string."""
        return self._errors.get(key, "")

    def type(self, key: FieldKey, text: str) -> None:
        """A field changed under the hand: figures move at once, it is saved after a pause."""
        if not self._context.is_writable or text == self.text(key):
            return
        self._typed[key] = text
        self._errors.pop(key, None)
        try:
            self._put(self._found(key.scenario)[1], key, text)
        except DomainError as refusal:
            self._errors[key] = self._context.workbench.sentence(refusal)
        self._timer.start()
        self.told.emit(key)
        self.changed.emit(key.scenario)

    def flush(self) -> None:
        """Save every scenario in which something is typed; what cannot be read stays typed."""
        self._timer.stop()
        for scenario_id in {key.scenario for key in self._typed}:
            self._attempts.run(str(scenario_id), partial(self._save, scenario_id))

    def add(self) -> FundingScenario | None:
        """Keep a new scenario, empty."""
        return self._new(self.tr("Scénario {0}").format(letter_of(len(self.scenarios))), ())

    def duplicate(self, scenario_id: UUID) -> FundingScenario | None:
        """Keep a copy of a scenario."""
        self.flush()
        source = self._found(scenario_id)[1]
        return self._new(self.tr("{0} (copie)").format(source.title), source.plans)

    def choose(self, scenario_id: UUID) -> None:
        """Keep a scenario as the company's; the others are not any more."""
        self.flush()
        self._change(replace(self._found(scenario_id)[1], chosen=True))

    def remove(self, scenario_id: UUID) -> None:
        """Forget a scenario; « Annuler » brings it back."""
        place, scenario = self._found(scenario_id)
        bench, mission_id = self._context.workbench, self._context.mission_id

        def write() -> None:
            remove_scenario(bench.unit_of_work, mission_id, scenario_id, clock=bench.clock)
            self._context.note(Part.FUNDING)

        if self._attempts.run("remove", write):
            self._typed = {key: text for key, text in self._typed.items() if key.scenario != scenario_id}
            words = self.tr("Scénario {0} retiré : {1}").format(letter_of(place), scenario.title)
            self._context.messages.tell(words, self.tr("Annuler"), lambda: self._put_back(scenario))
            self.listed.emit()

    def _found(self, scenario_id: UUID) -> tuple[int, FundingScenario]:
        return next((place, one) for place, one in enumerate(self.scenarios) if one.id == scenario_id)

    def _new(self, title: str, plans: tuple[PhasePlan, ...]) -> FundingScenario | None:
        if not self.can_add():
            return None
        rank = max((one.rank for one in self.scenarios), default=0) + 1
        made = FundingScenario(self._context.workbench.new_id(), rank, title, plans, chosen=not self.scenarios)
        return made if self._change(made) else None

    def _put_back(self, scenario: FundingScenario) -> None:
        self._change(scenario)

    def _change(self, scenario: FundingScenario) -> bool:
        done = self._attempts.run(f"{scenario.id}.whole", lambda: self._keep(scenario))
        if done:
            self.listed.emit()
        return done

    def _keep(self, scenario: FundingScenario) -> None:
        bench = self._context.workbench
        save_scenario(bench.unit_of_work, self._context.mission_id, scenario, clock=bench.clock)
        self._context.note(Part.FUNDING)

    def _save(self, scenario_id: UUID) -> None:
        scenario = self._found(scenario_id)[1]
        mine = {key: text for key, text in self._typed.items() if key.scenario == scenario_id}
        read: list[FieldKey] = []
        for key, text in mine.items():
            try:
                scenario = self._put(scenario, key, text)
            except DomainError as refusal:
                self._errors[key] = self._context.workbench.sentence(refusal)
            else:
                read.append(key)
        try:
            if read:
                self._keep(scenario)
        except DomainError as refusal:
            self._errors[FieldKey(scenario_id, TITLE)] = self._context.workbench.sentence(refusal)
            read = []
        for key in read:
            if self._typed.get(key) == mine[key]:
                del self._typed[key]
        for key in (*mine, FieldKey(scenario_id, TITLE)):
            self.told.emit(key)

    def _as_typed(self, scenario: FundingScenario) -> FundingScenario:
        for key, text in self._typed.items():
            if key.scenario == scenario.id:
                try:
                    scenario = self._put(scenario, key, text)
                except DomainError:
                    continue
        return scenario

    def _put(self, scenario: FundingScenario, key: FieldKey, text: str) -> FundingScenario:
        if key.name == TITLE:
            if not text.strip():
                raise DomainError("scenario.title_missing")
            return replace(scenario, title=text)
        phase = key.phase or PhaseCode("")
        plans = {plan.phase: plan for plan in scenario.plans}
        plan = plans.get(phase, PhasePlan(phase, HalfDays(0), Cents(0)))
        if key.name == "days":
            plan = replace(plan, half_days=half_days_typed(text) or HalfDays(0))
        else:
            plan = replace(plan, cost=typed.cents_from(text) if text.strip() else Cents(0))
        plans[phase] = plan
        kept = [plans[one.code] for one in self._context.scheme.phases if one.code in plans]
        return replace(scenario, plans=tuple(one for one in kept if one.half_days or one.cost))
