"""Why each criterion of eligibility, the size class and the need of a de minimis statement are what they are."""

from collections.abc import Iterator

from PySide6.QtCore import QObject

from app.domain.company import Company
from app.domain.eligibility import Candidate, CriterionResult, CriterionState, de_minimis_needed, eligibility
from app.domain.mission import MissionFile
from app.domain.scheme import Criterion, CriterionKind, Scheme, SizeClass
from app.ui.presenters import typed
from app.ui.presenters.figures.words import FigureWhy, RuleWords, Steps
from app.ui.presenters.funding_shown import WhyStep


class CompanyFigures(QObject):
    """Figures of the « Entreprise » page."""

    def __init__(self, words: RuleWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words

    @property
    def _scheme(self) -> Scheme:
        return self._words.scheme

    def criteria(self, file: MissionFile) -> Iterator[FigureWhy]:
        """Every criterion of the scheme, met or not."""
        standing = file.ledger.effective
        in_region = all(entry.in_region for entry in standing) if standing else None
        candidate = Candidate(file.mission.company, file.mission.establishment, in_region)
        results = eligibility(candidate, self._scheme).criteria
        for criterion, result in zip(self._scheme.criteria, results, strict=True):
            steps = (*self._inputs(criterion, candidate), self._state_step(result))
            why = self._words.of_scheme(self._name(criterion.kind), self._state(result.state), criterion.rule, steps)
            yield FigureWhy(f"criterion.{criterion.id}", why)
        yield from self._size(file.mission.company)
        yield from self._statement(file.mission.company)

    def _size(self, company: Company) -> Iterator[FigureWhy]:
        criterion = next((one for one in self._scheme.criteria if one.kind is CriterionKind.EMPLOYEES_MAX), None)
        if criterion is None:
            return
        size = None if company.employees is None else self._scheme.size_class(company.employees)
        steps = (
            self._employees(company),
            WhyStep(self.tr("PME, au plus"), typed.number(self._scheme.sme_max_employees), ""),
            WhyStep(self.tr("ETI, au plus"), typed.number(self._scheme.mid_cap_max_employees), ""),
        )
        title = self.tr("Taille de l’entreprise")
        yield FigureWhy("size", self._words.of_scheme(title, self._size_word(size), criterion.rule, steps))

    def _statement(self, company: Company) -> Iterator[FigureWhy]:
        criterion = next((one for one in self._scheme.criteria if one.kind is CriterionKind.DE_MINIMIS_STATEMENT), None)
        funding = self._scheme.company_funding
        if criterion is None or funding is None:
            return
        needed = de_minimis_needed(company, self._scheme)
        amount = self.tr("à vérifier") if needed is None else self.tr("demandée") if needed else self.tr("non demandée")
        phases = " ; ".join(self._scheme.phase(code).title for code in funding.de_minimis_phases)
        sizes = ", ".join(self._size_word(size) for size in funding.de_minimis_sizes)
        rule = funding.de_minimis
        steps: Steps = (
            WhyStep(self.tr("Phases concernées"), phases or "—", ""),
            WhyStep(self.tr("Tailles concernées"), sizes or "—", self.tr("Quelle que soit la phase.")),
            self._employees(company),
        )
        if rule is not None:
            ceiling = self.tr("non fixé") if rule.ceiling is None else typed.euros(rule.ceiling)
            words = self.tr("Règlements cités : {0}.").format(", ".join(rule.regulations))
            steps = (*steps, WhyStep(self.tr("Plafond des aides"), ceiling, words))
        title = self.tr("Attestation de minimis")
        yield FigureWhy("de_minimis", self._words.of_scheme(title, amount, criterion.rule, steps))

    def _inputs(self, criterion: Criterion, candidate: Candidate) -> Steps:
        company, site = candidate.company, candidate.establishment
        share = company.production_revenue_share
        bound = typed.number(criterion.bound) if criterion.bound else None
        found: dict[CriterionKind, Steps] = {
            CriterionKind.INDUSTRIAL_ACTIVITY: (
                self._said(self.tr("Activité industrielle"), company.industrial_activity),
            ),
            CriterionKind.EMPLOYEES_MAX: (self._employees(company),),
            CriterionKind.ASSOCIATION: (
                self._said(self.tr("Association"), company.association),
                self._said(self.tr("Agrément d’insertion"), company.approved_integration),
                WhyStep(self.tr("Part de production, en %"), "—" if share is None else typed.share(share), ""),
            ),
            CriterionKind.BALANCE_SHEET_MONTHS: (
                WhyStep(
                    self.tr("Mois du bilan"),
                    "—" if company.balance_sheet_months is None else str(company.balance_sheet_months),
                    "",
                ),
            ),
            CriterionKind.ESTABLISHMENT_IN_REGION: (
                WhyStep(self.tr("Région de l’établissement"), site.region_code or "—", self.tr("Code de la Région.")),
            ),
            CriterionKind.SERVICE_IN_REGION: (
                self._said(self.tr("Séances dans la Région"), candidate.services_in_region),
            ),
            CriterionKind.NOT_IN_DIFFICULTY: (self._said(self.tr("En difficulté"), company.in_difficulty),),
            CriterionKind.TAX_AND_SOCIAL: (
                self._said(self.tr("À jour de ses obligations"), company.tax_and_social_up_to_date),
            ),
            CriterionKind.DE_MINIMIS_STATEMENT: (
                self._said(self.tr("Attestation signée"), company.de_minimis_statement),
            ),
        }
        limit = () if bound is None else (WhyStep(self.tr("Borne du dispositif"), bound, ""),)
        return (*found[criterion.kind], *limit)

    def _name(self, kind: CriterionKind) -> str:
        return {
            CriterionKind.INDUSTRIAL_ACTIVITY: self.tr("Critère : activité"),
            CriterionKind.EMPLOYEES_MAX: self.tr("Critère : effectif"),
            CriterionKind.ASSOCIATION: self.tr("Critère : association"),
            CriterionKind.BALANCE_SHEET_MONTHS: self.tr("Critère : premier bilan"),
            CriterionKind.ESTABLISHMENT_IN_REGION: self.tr("Critère : établissement"),
            CriterionKind.SERVICE_IN_REGION: self.tr("Critère : lieu des séances"),
            CriterionKind.NOT_IN_DIFFICULTY: self.tr("Critère : difficulté"),
            CriterionKind.TAX_AND_SOCIAL: self.tr("Critère : impôts et cotisations"),
            CriterionKind.DE_MINIMIS_STATEMENT: self.tr("Critère : attestation de minimis"),
        }[kind]

    def _state_step(self, result: CriterionResult) -> WhyStep:
        return WhyStep(self.tr("État"), self._state(result.state), "", result.state is CriterionState.NOT_MET)

    def _state(self, state: CriterionState) -> str:
        return {
            CriterionState.MET: self.tr("rempli"),
            CriterionState.NOT_MET: self.tr("non rempli"),
            CriterionState.UNKNOWN: self.tr("à vérifier"),
        }[state]

    def _employees(self, company: Company) -> WhyStep:
        return WhyStep(self.tr("Effectif"), "—" if company.employees is None else typed.number(company.employees), "")

    def _said(self, name: str, value: bool | None) -> WhyStep:
        said = self.tr("inconnu") if value is None else self.tr("oui") if value else self.tr("non")
        return WhyStep(name, said, "")

    def _size_word(self, size: SizeClass | None) -> str:
        if size is None:
            return "—"
        return {
            SizeClass.SME: self.tr("PME"),
            SizeClass.MID_CAP: self.tr("ETI"),
            SizeClass.LARGE: self.tr("grande entreprise"),
        }[size]
