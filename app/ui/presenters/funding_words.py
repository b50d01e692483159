"""Makes what the « Financement » page shows of a scenario from the funding engine's result."""

from collections.abc import Mapping
from decimal import Decimal

from PySide6.QtCore import QObject

from app.domain.account import funding_of
from app.domain.errors import DomainError
from app.domain.funding import FundingLine, FundingResult, LineKind, PhaseFunding, PhasePlan, Step
from app.domain.mission import FundingScenario, Mission
from app.domain.quantities import Cents, HalfDays
from app.domain.scheme import CompanyFunding, Phase, PhaseCode, Scheme, SizeClass
from app.ui.presenters import typed
from app.ui.presenters.funding_shown import Figure, FunderShown, PhaseShown, RuleChip, ScenarioShown

LETTERS = "ABCDEFGHIJ"
NO_PLAN: Mapping[PhaseCode, PhasePlan] = {}


def letter_of(place: int) -> str:
    """Letter of a scenario by its place, from 0."""
    return LETTERS[place] if place < len(LETTERS) else str(place + 1)


def line_of(result: FundingResult, kind: LineKind, phase: PhaseCode | None = None) -> FundingLine:
    """The line of a kind; it is there whenever its figure is shown."""
    return next(line for line in result.lines if line.kind is kind and line.phase == phase)


def size_of(mission: Mission, scheme: Scheme) -> SizeClass:
    """Size class with which the engine computes: an SME while the staff is unknown."""
    employees = mission.company.employees
    return SizeClass.SME if employees is None else scheme.size_class(employees)


class FundingWords(QObject):
    """Texts of the figures of a scenario."""

    def __init__(self, scheme: Scheme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scheme = scheme

    def result(self, mission: Mission, scenario: FundingScenario) -> FundingResult | None:
        """Funding of a scenario, or None when the scheme's pack has no rate for a company."""
        try:
            return funding_of(mission, scenario.plans, self._scheme)
        except DomainError as error:
            if error.code != "funding.not_computable":
                raise
            return None

    def shown(self, mission: Mission, scenario: FundingScenario, place: int) -> ScenarioShown:
        """Everything that the card of a scenario says."""
        result = self.result(mission, scenario)
        plans = {plan.phase: plan for plan in scenario.plans}
        invoiced = Cents(sum(plan.cost for plan in scenario.plans))
        half_days = HalfDays(sum(plan.half_days for plan in scenario.plans))
        summary = self.tr("{0} · {1} HT").format(self.days(half_days), typed.euros(invoiced))
        return ScenarioShown(
            id=scenario.id,
            letter=letter_of(place),
            title=scenario.title,
            summary=summary,
            chosen=scenario.chosen,
            phases=tuple(self._phase(phase, plans.get(phase.code), result, mission) for phase in self._scheme.phases),
            grant=self._grant(result),
            funders=self._funders(result),
            shares_known=bool(result and result.by_funder),
            company=self._company(result),
            aid_percent=_percent(result),
            payments=self._payments(result),
        )

    def days(self, half_days: HalfDays) -> str:
        """« 12,5 jours »."""
        plural = half_days >= 4  # noqa: PLR2004 French plural begins at two days
        return (self.tr("{0} jours") if plural else self.tr("{0} jour")).format(typed.short_days(half_days))

    def cap_words(self, name: str, phase: Phase, *, closed: bool) -> str:
        """A cap in a few words, for a chip: « Plafond 1 200 € / jour »."""
        funding = self._scheme.company_funding
        if name == "unit_cap" and phase.unit_cap is not None:
            per_half = phase.unit_cap.half_days == 1
            words = self.tr("Plafond {0} / demi-journée") if per_half else self.tr("Plafond {0} / jour")
            return words.format(typed.euros(phase.unit_cap.amount))
        if name == "phase_days" and phase.max_half_days is not None:
            return self.tr("Plafond {0}").format(self.days(phase.max_half_days))
        if name == "path_cap" and funding is not None and funding.path_cap is not None:
            return self.tr("Plafond {0}").format(typed.euros(funding.path_cap))
        if name == "phase_minimum":
            return self.tr("Moins de {0}").format(self.days(phase.min_half_days))
        return self.tr("Dispositif clos") if closed else self.tr("Après la date limite")

    def _phase(
        self, phase: Phase, plan: PhasePlan | None, result: FundingResult | None, mission: Mission
    ) -> PhaseShown:
        short = phase.title.split(":")[0].strip()
        funded = next((one for one in result.phases if one.phase == phase.code), None) if result else None
        nothing = Figure("", "—", self.tr("{0} : rien").format(short))
        retained = grant = nothing
        if plan is not None and result is None:
            retained = grant = Figure("", self.tr("non calculable"), self.tr("{0} : non calculable").format(short))
        elif result is not None and funded is not None:
            retained = self._retained(phase, short, result)
            grant = self._phase_grant(phase, short, funded, result, mission)
        return PhaseShown(
            code=phase.code,
            title=phase.title,
            short_title=short,
            days=typed.short_days(plan.half_days) if plan else "",
            cost=typed.amount(plan.cost) if plan else "",
            retained=retained,
            grant=grant,
        )

    def _retained(self, phase: Phase, short: str, result: FundingResult) -> Figure:
        line = line_of(result, LineKind.RETAINED, phase.code)
        bit = decided(line.steps)
        if bit is None:
            chips = (RuleChip(self.tr("Aucun plafond"), "rule"),)
        else:
            chips = (RuleChip(self.cap_words(bit.name, phase, closed=result.closed_on is not None), "cap"),)
        return Figure(
            key=f"retained.{phase.code}",
            text=typed.euros(line.amount),
            spoken=self.tr("{0}, dépense retenue : {1}").format(short, typed.euros(line.amount)),
            capped=line.capped,
            chips=chips,
        )

    def _phase_grant(
        self, phase: Phase, short: str, funded: PhaseFunding, result: FundingResult, mission: Mission
    ) -> Figure:
        funding = self._scheme.company_funding
        size = size_of(mission, self._scheme)
        chips = [RuleChip(self.tr("Taux {0} %").format(typed.share(phase.rates.get(size, Decimal(0)))), "rule")]
        limited = funded.grant < line_of(result, LineKind.PHASE_GRANT, phase.code).amount
        if limited:
            chips.append(RuleChip(self.tr("Fonds propres"), "cap"))
        elif funding is not None and _needs_de_minimis(funding, phase, size) and funded.grant:
            chips.append(RuleChip(self.tr("De minimis"), "rule"))
        return Figure(
            key=f"grant.{phase.code}",
            text=typed.euros(funded.grant),
            spoken=self.tr("{0}, aide : {1}").format(short, typed.euros(funded.grant)),
            capped=limited,
            chips=tuple(chips),
        )

    def _grant(self, result: FundingResult | None) -> Figure:
        if result is None:
            return Figure("", self.tr("non calculable"), self.tr("Aide publique : non calculable"))
        amount = typed.euros(result.grant)
        capped = line_of(result, LineKind.GRANT).capped
        return Figure("grant", amount, self.tr("Aide publique : {0}").format(amount), capped)

    def _company(self, result: FundingResult | None) -> Figure:
        if result is None:
            return Figure("", self.tr("non calculable"), self.tr("L’entreprise paie : non calculable"))
        amount = typed.euros(result.company)
        return Figure("company", amount, self.tr("L’entreprise paie : {0}").format(amount))

    def _funders(self, result: FundingResult | None) -> tuple[FunderShown, ...]:
        shares = result.by_funder if result else {}
        return tuple(
            FunderShown(one.name, typed.euros(shares[one.code]) if one.code in shares else "")
            for one in self._scheme.funders
        )

    def _payments(self, result: FundingResult | None) -> str:
        if result is None or not result.grant:
            return ""
        paid = [one for one in result.phases if one.max_advance is not None and one.balance is not None and one.grant]
        if not paid:
            return self.tr("Un seul versement, à la fin.")
        sentences = []
        for one in paid:
            short = self._scheme.phase(one.phase).title.split(":")[0].strip()
            words = self.tr("{0} : acompte de {1} au plus, solde {2}.")
            advance, balance = one.max_advance or Cents(0), one.balance or Cents(0)
            sentences.append(words.format(short, typed.euros(advance), typed.euros(balance)))
        return "\n".join(sentences)


def decided(steps: tuple[Step, ...]) -> Step | None:
    """The bound that made a figure smaller, if one did."""
    return next((step for step in steps if step.decided), None)


def _needs_de_minimis(funding: CompanyFunding, phase: Phase, size: SizeClass) -> bool:
    return phase.code in funding.de_minimis_phases or size in funding.de_minimis_sizes


def _percent(result: FundingResult | None) -> int | None:
    if result is None or not result.invoiced:
        return None
    return round(100 * result.grant / result.invoiced)
