"""What is actually invoiced, beside the what-if of the scenarios: each invoice, what the scheme retains, what is due."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject

from app.domain.account import Account, AccountLine, ExpenseState, account_of, settlements
from app.domain.funding import LineKind, PhaseFunding, PhasePlan, Settlement
from app.domain.mission import FundingScenario, MissionFile
from app.domain.quantities import Cents
from app.domain.scheme import PhaseCode, Scheme
from app.ui.presenters import typed
from app.ui.presenters.funding_shown import Figure, RuleChip
from app.ui.presenters.funding_words import FundingWords, decided, line_of

Tone = Literal["ok", "warn", "danger"]


@dataclass(frozen=True, slots=True)
class InvoiceShown:
    """One invoice: its number and phase, its amount, and what the scheme makes of it (`tone` is ok, warn or danger)."""

    title: str
    amount: Figure
    state: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class PhaseAccount:
    """One phase: its title with the days that count, then what is retained, the grant, and how it is paid."""

    title: str
    retained: Figure
    grant: Figure
    payments: tuple[tuple[str, Figure], ...]


@dataclass(frozen=True, slots=True)
class AccountShown:
    """The account.

    Attributes:
        empty: Sentence that stands in its place without any invoice or rate, or empty.
        invoices: In the order of their dates.
        phases: Those that have an accepted invoice.
        totals: Name and figure of each total: invoiced, waiting, refused, grant, company; zero ones of the middle left out.
        gap: The grant beside that of the scenario kept, in a sentence, or empty.
    """

    empty: str
    invoices: tuple[InvoiceShown, ...] = ()
    phases: tuple[PhaseAccount, ...] = ()
    totals: tuple[tuple[str, Figure], ...] = ()
    gap: str = ""


class AccountPresenter(QObject):
    """Makes the account of a mission; holds nothing."""

    def __init__(self, scheme: Scheme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scheme = scheme
        self._words = FundingWords(scheme, self)

    def shown(self, file: MissionFile) -> AccountShown:
        """The account as the invoices and the ledger now are."""
        if self._scheme.company_funding is None:
            return AccountShown(
                self.tr("Le dispositif ne fixe aucun taux par entreprise : le compte n’est pas calculable.")
            )
        if not file.expenses:
            return AccountShown(
                self.tr("Aucune facture saisie : le compte se fait avec les factures et les jours réalisés.")
            )
        found = account_of(file, self._scheme)
        settled = settled_by_plan(file, found, self._words)
        lines = sorted(found.lines, key=lambda line: (line.expense.invoice_day, line.expense.invoice_number))
        return AccountShown(
            "",
            tuple(self._invoice(line) for line in lines),
            tuple(self._phase(one, found, settled.get(one.phase)) for one in found.result.phases),
            self._totals(found),
            self._gap(file, found),
        )

    def state_words(self, state: ExpenseState) -> str:
        """What the scheme makes of an invoice."""
        return {
            ExpenseState.ACCEPTED: self.tr("acceptée"),
            ExpenseState.UNPAID: self.tr("en attente de paiement"),
            ExpenseState.TOO_LATE: self.tr("refusée : après la date limite"),
            ExpenseState.NOT_ACCREDITED: self.tr("refusée : prestataire non référencé"),
        }[state]

    def _invoice(self, line: AccountLine) -> InvoiceShown:
        expense = line.expense
        phase = self._short(expense.phase)
        state = self.state_words(line.state)
        title = self.tr("{0} · {1}").format(expense.invoice_number, phase)
        figure = self._figure(
            f"account.invoice.{expense.id}", self.tr("Facture {0}").format(title), expense.amount, state
        )
        tones: dict[ExpenseState, Tone] = {ExpenseState.ACCEPTED: "ok", ExpenseState.UNPAID: "warn"}
        return InvoiceShown(title, figure, state, tones.get(line.state, "danger"))

    def _phase(self, one: PhaseFunding, found: Account, settled: Settlement | None) -> PhaseAccount:
        phase = self._scheme.phase(one.phase)
        line = line_of(found.result, LineKind.RETAINED, one.phase)
        bit = decided(line.steps)
        closed = found.result.closed_on is not None
        cap = RuleChip(self._words.cap_words(bit.name, phase, closed=closed), "cap") if bit else None
        short = self._short(one.phase)
        name = self.tr("{0}, retenu").format(short)
        retained = self._figure(f"account.retained.{one.phase}", name, line.amount, chip=cap)
        limited = one.grant < line_of(found.result, LineKind.PHASE_GRANT, one.phase).amount
        equity = RuleChip(self.tr("Fonds propres"), "cap") if limited else None
        grant = self._figure(f"account.grant.{one.phase}", self.tr("{0}, aide").format(short), one.grant, chip=equity)
        title = self.tr("{0} · {1}").format(short, self._words.days(one.half_days))
        return PhaseAccount(title, retained, grant, self._payments(one, settled))

    def _payments(self, one: PhaseFunding, settled: Settlement | None) -> tuple[tuple[str, Figure], ...]:
        if one.max_advance is None or settled is None:
            return ()
        highest = self.tr("Acompte, au plus")
        told = [(highest, self._figure(f"account.advance.{one.phase}", highest, one.max_advance))]
        if settled.overpaid:
            name = self.tr("Trop-perçu, si l’acompte prévu est versé")
            chip = RuleChip(self.tr("à rendre"), "cap")
            told.append((name, self._figure(f"account.balance.{one.phase}", name, settled.overpaid, chip=chip)))
        else:
            name = self.tr("Solde, après l’acompte prévu")
            told.append((name, self._figure(f"account.balance.{one.phase}", name, settled.balance)))
        return tuple(told)

    def _totals(self, found: Account) -> tuple[tuple[str, Figure], ...]:
        rows = (
            ("account.invoiced", self.tr("Facturé"), found.invoiced, True),
            ("account.waiting", self.tr("En attente"), found.waiting, bool(found.waiting)),
            ("account.refused", self.tr("Refusé"), found.refused, bool(found.refused)),
            ("account.grant", self.tr("Aide publique"), found.grant, True),
            ("account.company", self.tr("L’entreprise paie"), found.company, True),
        )
        return tuple((name, self._figure(key, name, amount)) for key, name, amount, kept in rows if kept)

    def _gap(self, file: MissionFile, found: Account) -> str:
        chosen = file.chosen_scenario
        planned = self._words.result(file.mission, chosen) if chosen is not None else None
        if planned is None:
            return ""
        gap = found.grant - planned.grant
        if gap == 0:
            return self.tr("L’aide est celle du scénario retenu.")
        words = (
            self.tr("{0} de moins que le scénario retenu.")
            if gap < 0
            else self.tr("{0} de plus que le scénario retenu.")
        )
        return words.format(typed.euros(Cents(abs(gap))))

    def _figure(self, key: str, name: str, amount: Cents, state: str = "", chip: RuleChip | None = None) -> Figure:
        text = typed.euros(amount)
        spoken = self.tr("Compte, {0} : {1}").format(name, text)
        if state:
            spoken = self.tr("{0}, {1}").format(spoken, state)
        return Figure(key, text, spoken, chip is not None, () if chip is None else (chip,))

    def _short(self, code: PhaseCode) -> str:
        return self._scheme.phase(code).title.split(":")[0].strip()


def as_scenario(found: Account, like: FundingScenario | None, file: MissionFile) -> FundingScenario:
    """The account in the form of a scenario, so that its figures are explained by the same words."""
    plans = tuple(PhasePlan(one.phase, one.half_days, one.invoiced) for one in found.result.phases)
    return FundingScenario(like.id if like is not None else file.mission.id, 0, "", plans)


def settled_by_plan(file: MissionFile, found: Account, words: FundingWords) -> dict[PhaseCode, Settlement]:
    """Balance or overpayment of each phase, the highest advance of the scenario kept being paid."""
    chosen = file.chosen_scenario
    planned = words.result(file.mission, chosen) if chosen is not None else None
    held = planned.phases if planned is not None else found.result.phases
    advances = {one.phase: one.max_advance for one in held if one.max_advance is not None}
    return dict(settlements(found.result, advances))
