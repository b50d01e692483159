"""« Pourquoi ce montant ? »: the steps behind one figure of a scenario, and the rule of the pack that decided."""

from decimal import Decimal

from PySide6.QtCore import QObject

from app.domain.funding import FundingLine, FundingResult, LineKind, PhasePlan, Step
from app.domain.mission import FundingScenario, Mission
from app.domain.quantities import Cents, HalfDays, per_unit
from app.domain.scheme import Phase, PhaseCode, RuleId, Scheme, UnitCap
from app.ui.presenters import typed
from app.ui.presenters.funding_shown import Why, WhyStep
from app.ui.presenters.funding_words import FundingWords, letter_of, line_of, size_of


class FundingWhy(QObject):
    """Explains the figures of a scenario."""

    def __init__(self, scheme: Scheme, words: FundingWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scheme = scheme
        self._words = words

    def why(self, mission: Mission, scenario: FundingScenario, place: int, key: str) -> Why | None:
        """The explanation of a figure by its key, or None when there is none (nothing planned, not computable)."""
        result = self._words.result(mission, scenario)
        kind, _, code = key.partition(".")
        if result is None or (code and all(one.phase != code for one in result.phases)):
            return None
        if kind == "retained":
            return self._retained(mission, scenario, place, result, PhaseCode(code))
        if kind == "grant" and code:
            return self._phase_grant(mission, place, result, PhaseCode(code))
        if kind == "grant":
            return self._grant(mission, place, result)
        return self._company(place, result)

    def _retained(
        self, mission: Mission, scenario: FundingScenario, place: int, result: FundingResult, code: PhaseCode
    ) -> Why:
        line = line_of(result, LineKind.RETAINED, code)
        phase = self._scheme.phase(code)
        plan = next(one for one in scenario.plans if one.phase == code)
        earlier = Cents(0)
        for one in result.phases:
            if one.phase == code:
                break
            earlier = Cents(earlier + one.retained)
        steps = tuple(
            WhyStep(
                self._step_name(step, phase),
                typed.euros(step.amount),
                self._step_words(step, phase, plan, mission, earlier) + self._played(step, line, plan),
                step.decided,
            )
            for step in line.steps
        )
        title = self.tr("{0}, retenu").format(_short(phase))
        return self._made(place, title, line, steps, self.tr("Retenu = le plus petit"))

    def _played(self, step: Step, line: FundingLine, plan: PhasePlan) -> str:
        if not step.decided:
            return ""
        return " " + self.tr("C’est lui qui a joué : {0}").format(typed.euros(Cents(line.amount - plan.cost)))

    def _step_name(self, step: Step, phase: Phase) -> str:
        if step.name == "phase_days" and phase.max_half_days is not None:
            return self.tr("Plafond {0}").format(self._words.days(phase.max_half_days))
        return {
            "invoiced": self.tr("Facturé"),
            "unit_cap": self.tr("Plafond par unité de temps"),
            "path_cap": self.tr("Reste du parcours"),
            "deadline": self.tr("Date limite"),
            "phase_minimum": self.tr("Durée minimale"),
        }[step.name]

    def _step_words(self, step: Step, phase: Phase, plan: PhasePlan, mission: Mission, earlier: Cents) -> str:
        if step.name == "unit_cap" and phase.unit_cap is not None:
            return self._unit(phase.unit_cap).format(self._words.days(plan.half_days))
        if step.name == "phase_days" and phase.max_half_days is not None:
            return self._day_cap(step, phase, phase.max_half_days)
        if step.name == "path_cap":
            funding = self._scheme.company_funding
            whole = funding.path_cap if funding is not None and funding.path_cap is not None else step.amount
            words = self.tr("{0} pour tout le parcours, moins {1} déjà retenus.")
            return words.format(typed.euros(whole), typed.euros(earlier))
        if step.name == "phase_minimum":
            words = self.tr("La phase dure au moins {0} ; en dessous, rien n’est retenu.")
            return words.format(self._words.days(phase.min_half_days))
        if step.name == "deadline":
            return self._deadline(plan, mission)
        return self.tr("{0}, hors taxes, tous frais compris.").format(self._words.days(plan.half_days))

    def _day_cap(self, step: Step, phase: Phase, most: HalfDays) -> str:
        cap = phase.unit_cap
        if cap is not None and step.amount == per_unit(cap.amount, most, cap.half_days):
            return self._unit(cap).format(self._words.days(most))
        return self.tr("Le coût, ramené à {0}.").format(self._words.days(most))

    def _unit(self, cap: UnitCap) -> str:
        per_half = cap.half_days == 1
        words = self.tr("{0} par demi-journée × {1}.") if per_half else self.tr("{0} par jour × {1}.")
        return words.format(typed.euros(cap.amount), "{0}")

    def _deadline(self, plan: PhasePlan, mission: Mission) -> str:
        funding = self._scheme.company_funding
        if not self._scheme.header.in_force(mission.opened_on):
            words = self.tr("Mission ouverte le {0}, hors de la validité du dispositif : rien n’est retenu.")
            return words.format(typed.day(mission.opened_on))
        until = funding.expenses_until if funding else None
        words = self.tr("Dépense du {0}, après le {1} : rien n’est retenu.")
        return words.format(typed.day(plan.expense_day), typed.day(until))

    def _phase_grant(self, mission: Mission, place: int, result: FundingResult, code: PhaseCode) -> Why:
        phase = self._scheme.phase(code)
        funded = next(one for one in result.phases if one.phase == code)
        line = line_of(result, LineKind.PHASE_GRANT, code)
        rate = phase.rates.get(size_of(mission, self._scheme), Decimal(0))
        limited = funded.grant < line.amount
        steps = [
            WhyStep(self.tr("Retenu"), typed.euros(funded.retained), self.tr("Dépense retenue de la phase.")),
            WhyStep(
                self.tr("Taux {0} %").format(typed.share(rate)),
                typed.euros(line.amount),
                self._size_words(mission),
            ),
        ]
        if limited:
            words = self.tr("L’aide entière ne dépasse pas les fonds propres ; la dernière phase est réduite d’abord.")
            steps.append(WhyStep(self.tr("Fonds propres"), typed.euros(funded.grant), words, decided=True))
        title = self.tr("{0}, aide").format(_short(phase))
        rule = line_of(result, LineKind.GRANT).rule if limited else line.rule
        return self._told(place, title, funded.grant, rule, tuple(steps), self.tr("Aide de la phase"))

    def _size_words(self, mission: Mission) -> str:
        if mission.company.employees is None:
            return self.tr("Effectif inconnu : calculé comme pour une PME.")
        return self.tr("Taux du dispositif pour {0} salariés.").format(typed.number(mission.company.employees))

    def _grant(self, mission: Mission, place: int, result: FundingResult) -> Why:
        line = line_of(result, LineKind.GRANT)
        steps = [
            WhyStep(
                self.tr("Aide, {0}").format(_short(self._scheme.phase(one.phase))),
                typed.euros(line_of(result, LineKind.PHASE_GRANT, one.phase).amount),
                "",
            )
            for one in result.phases
        ]
        funding = self._scheme.company_funding
        if funding is not None and funding.capped_by_equity:
            steps.append(self._equity(mission, line, result))
        return self._made(place, self.tr("Aide publique"), line, tuple(steps), self.tr("Aide publique"))

    def _equity(self, mission: Mission, line: FundingLine, result: FundingResult) -> WhyStep:
        equity = mission.company.equity
        if equity is None:
            return WhyStep(self.tr("Fonds propres"), "—", self.tr("Inconnus : cette limite n’a pas été appliquée."))
        if not line.capped:
            return WhyStep(self.tr("Fonds propres"), typed.euros(equity), self.tr("Au-dessus de l’aide : sans effet."))
        before = sum(line_of(result, LineKind.PHASE_GRANT, one.phase).amount for one in result.phases)
        words = self.tr("C’est lui qui a joué : {0}").format(typed.euros(Cents(result.grant - before)))
        return WhyStep(self.tr("Fonds propres"), typed.euros(equity), words, decided=True)

    def _company(self, place: int, result: FundingResult) -> Why:
        line = line_of(result, LineKind.COMPANY)
        steps = (
            WhyStep(self.tr("Facturé"), typed.euros(result.invoiced), self.tr("Toutes les phases, hors taxes.")),
            WhyStep(self.tr("Aide publique"), typed.euros(Cents(-result.grant)), self.tr("Retirée du total facturé.")),
        )
        title = self.tr("L’entreprise paie")
        return self._made(place, title, line, steps, title)

    def _made(self, place: int, title: str, line: FundingLine, steps: tuple[WhyStep, ...], conclusion: str) -> Why:
        return self._told(place, title, line.amount, line.rule, steps, conclusion)

    def _told(
        self, place: int, title: str, amount: Cents, rule_id: RuleId, steps: tuple[WhyStep, ...], conclusion: str
    ) -> Why:
        rule = self._scheme.rules[rule_id]
        header = self._scheme.header
        official = "" if header.official else self.tr(", non officiel")
        return Why(
            letter=letter_of(place),
            title=title,
            amount=typed.euros(amount),
            steps=steps,
            conclusion=conclusion,
            rule=rule.sentence,
            source=self.tr("{0}, rubrique « {1} »").format(rule.source, rule.heading),
            pack=self.tr("{0}, paquet {1}{2}, règle {3}").format(header.title, header.ref.version, official, rule.id),
        )


def _short(phase: Phase) -> str:
    return phase.title.split(":")[0].strip()
