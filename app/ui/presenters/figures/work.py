"""Why the days counted, the class of each service, the caps and the totals of the plan are what they are."""

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import QObject

from app.domain.account import account_of
from app.domain.action_plan import plan_totals
from app.domain.days import ServiceClass, counted_total, service_counts
from app.domain.mission import MissionFile
from app.domain.readings import BoundaryScope
from app.domain.scheme import RuleId, Scheme
from app.ui.presenters import typed
from app.ui.presenters.caps import CapLine, CapsPresenter
from app.ui.presenters.figures.words import CommonRule, FigureWhy, RuleWords, Steps
from app.ui.presenters.funding_shown import Why, WhyStep


class WorkFigures(QObject):
    """Figures of the ledger, of the caps and of the plan."""

    def __init__(self, words: RuleWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._caps = CapsPresenter(self)

    @property
    def _scheme(self) -> Scheme:
        return self._words.scheme

    def days(self, file: MissionFile) -> Iterator[FigureWhy]:
        """Days of the whole path, then of each service with its class."""
        counts = service_counts(file.ledger, self._scheme)
        performed, counted = file.ledger.total, counted_total(file.ledger, self._scheme)
        steps = tuple(WhyStep(self._title(one.phase), self._days(one.counted), "") for one in counts)
        if performed != counted:
            words = self.tr("{0} réalisés : le reste ne compte pas, selon les lectures du dispositif.")
            left = WhyStep(self.tr("Non comptés"), self._days(performed - counted), words.format(self._days(performed)))
            steps = (*steps, left)
        yield FigureWhy(
            "days.path", self._words.common(self.tr("Jours comptés"), self._days(counted), self._sum(), steps)
        )
        for one in counts:
            title = self.tr("Nature, {0}").format(self._title(one.phase))
            yield FigureWhy(
                f"class.{one.phase}",
                self._words.common(
                    title, self._class(one.service_class), self._boundary(), self._judged(one.phase, file)
                ),
            )

    def caps(self, file: MissionFile, today: date) -> Iterator[FigureWhy]:
        """Every line of the panel of the caps, and the deadline of expenses."""
        shown = self._caps.shown(file, self._scheme, today)
        for line in shown.lines:
            amount = f"{line.value} / {line.limit}" if line.limit else line.value
            steps = (
                *self._inputs(line, file),
                WhyStep(self.tr("Limite"), line.limit or "—", line.sentence, line.tone == "warn"),
            )
            yield FigureWhy(line.key, self._cap(line, amount, steps))
        funding = self._scheme.company_funding
        if shown.deadline and funding is not None:
            steps = (
                WhyStep(self.tr("Aujourd’hui"), typed.day(today), ""),
                WhyStep(self.tr("Dernier jour"), typed.day(funding.expenses_until), shown.deadline, shown.overdue),
            )
            why = self._words.of_scheme(self.tr("Délai des dépenses"), shown.left, funding.rules["deadline"], steps)
            yield FigureWhy("cap.deadline", why)

    def plan(self, file: MissionFile) -> Iterator[FigureWhy]:
        """Cost and effort of the plan; nothing without an action."""
        if not file.actions:
            return
        sums = plan_totals(file.actions)
        rule = CommonRule(
            "PLAN-1",
            self.tr(
                "Les totaux ajoutent les actions qui ne sont pas abandonnées ; ce qui n’est pas chiffré est compté à part."
            ),
            self.tr("Programme Jalon ; aucune source ne fixe de total du plan"),
        )
        kept = [one for one in file.actions if one.state != "dropped"]
        costs = tuple(WhyStep(one.title, "—" if one.cost is None else typed.euros(one.cost), "") for one in kept)
        efforts = tuple(WhyStep(one.title, "—" if one.effort is None else self._days(one.effort), "") for one in kept)
        yield FigureWhy("plan.cost", self._words.common(self.tr("Coût du plan"), typed.euros(sums.cost), rule, costs))
        yield FigureWhy(
            "plan.effort", self._words.common(self.tr("Effort du plan"), self._days(sums.effort), rule, efforts)
        )

    def _cap(self, line: CapLine, amount: str, steps: Steps) -> Why:
        rule = self._rule_of(line.key)
        if rule is None:
            return self._words.common(line.title, amount, self._boundary(), steps)
        return self._words.of_scheme(line.title, amount, rule, steps)

    def _rule_of(self, key: str) -> RuleId | None:
        """Rule of the pack behind a cap; None for a length that only the programme speaks of."""
        funding = self._scheme.company_funding
        if funding is None:
            return None
        _, _, name = key.partition(".")
        for phase in self._scheme.phases:
            if name == phase.code and phase.max_half_days is not None:
                return funding.rule("phase_days", phase.code)
        return funding.rules.get({"average": "unit_cap", "retained": "path_cap"}.get(name, ""))

    def _inputs(self, line: CapLine, file: MissionFile) -> Steps:
        """What the line was computed from."""
        counted = {one.phase: one for one in service_counts(file.ledger, self._scheme)}
        _, _, name = line.key.partition(".")
        if line.key in {"cap.average", "cap.retained"}:
            found = account_of(file, self._scheme)
            half_days = sum(one.half_days for one in found.result.phases)
            words = self.tr("Factures que le dispositif accepte, hors taxes.")
            return (
                WhyStep(self.tr("Factures acceptées"), typed.euros(found.result.invoiced), words),
                WhyStep(self.tr("Jours de ces phases"), self._days(half_days), ""),
            )
        if name == "path":
            return tuple(WhyStep(self._title(one.phase), self._days(one.counted), "") for one in counted.values())
        lines = [one for one in file.ledger.effective if one.phase == name]
        count = next((one.counted for one in counted.values() if one.phase == name), 0)
        return (
            WhyStep(
                self.tr("Demi-journées en vigueur"), str(len(lines)), self.tr("Une demi-journée est un demi-jour.")
            ),
            WhyStep(self.tr("Jours comptés"), self._days(count), ""),
        )

    def _judged(self, phase: str, file: MissionFile) -> Steps:
        scheme = self._scheme
        on_path = scheme.service_readings.boundary_scope is BoundaryScope.PATH
        counted = (
            counted_total(file.ledger, scheme)
            if on_path
            else sum(one.counted for one in service_counts(file.ledger, scheme) if one.phase == phase)
        )
        judged = self.tr("Jours de tout le parcours") if on_path else self.tr("Jours de la prestation")
        words = self.tr("En dessous, un diagnostic ; à partir de là, un accompagnement.")
        return (
            WhyStep(judged, self._days(counted), ""),
            WhyStep(self.tr("Seuil"), self._days(scheme.accompaniment_min_half_days), words),
            WhyStep(
                self.tr("Durée à expliquer"),
                self._days(scheme.warn_above_half_days),
                self.tr("Au-delà, un avertissement."),
            ),
        )

    def _boundary(self) -> CommonRule:
        words = self.tr(
            "Une prestation de moins de {0} est un diagnostic ; à partir de {0}, un accompagnement, expliqué au-delà de {1}."
        )
        least, most = self._scheme.accompaniment_min_half_days, self._scheme.warn_above_half_days
        said = words.format(self._days(least), self._days(most))
        return CommonRule("JOURS-1", said, self.tr("Vade-mecum 2019, encadré 2"))

    def _sum(self) -> CommonRule:
        return CommonRule(
            "JOURS-2",
            self.tr("Un jour est deux demi-journées ; seules comptent les lignes en vigueur du décompte."),
            self.tr("Lectures du paquet, là où les sources ne disent rien"),
        )

    def _class(self, found: ServiceClass | None) -> str:
        if found is None:
            return "—"
        return self.tr("diagnostic") if found is ServiceClass.DIAGNOSTIC else self.tr("accompagnement")

    def _title(self, code: str) -> str:
        return next(phase.title for phase in self._scheme.phases if phase.code == code)

    def _days(self, half_days: int) -> str:
        return self.tr("{0} j").format(typed.short_days(half_days))
