"""Why each figure of the scenarios and of the account is what it is."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QObject

from app.domain.account import Account, AccountLine, ExpenseState, account_of
from app.domain.funding import FundingResult, PhaseFunding
from app.domain.mission import FundingScenario, MissionFile
from app.domain.quantities import Cents
from app.domain.scheme import CompanyFunding, ExpenseDateBasis
from app.ui.presenters import typed
from app.ui.presenters.account import AccountPresenter, as_scenario, settled_by_plan
from app.ui.presenters.figures.words import FigureWhy, RuleWords, Steps
from app.ui.presenters.funding_shown import Why, WhyStep
from app.ui.presenters.funding_why import FundingWhy
from app.ui.presenters.funding_words import FundingWords, letter_of


class MoneyFigures(QObject):
    """Figures of « Financement »."""

    def __init__(self, words: RuleWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._funding = FundingWords(words.scheme, self)
        self._whys = FundingWhy(words.scheme, self._funding, self)
        self._account = AccountPresenter(words.scheme, self)

    def scenarios(self, file: MissionFile) -> Iterator[FigureWhy]:
        """Every figure of every scenario; nothing where the scheme funds no company."""
        for place, scenario in enumerate(file.scenarios):
            result = self._funding.result(file.mission, scenario)
            if result is None:
                continue
            letter = letter_of(place)
            for key in self._keys(result):
                why = self._whys.why(file.mission, scenario, place, key)
                if why is not None:
                    yield FigureWhy(f"scenario.{letter}.{key}", why)
            yield from self._payments(f"scenario.{letter}", letter, result.phases)

    def chosen(self, file: MissionFile) -> Iterator[FigureWhy]:
        """The figures of the scenario kept, as they are printed."""
        places = [letter_of(place) for place, one in enumerate(file.scenarios) if one.chosen]
        for figure in self.scenarios(file):
            if any(figure.key.startswith(f"scenario.{letter}.") for letter in places):
                yield figure

    def account(self, file: MissionFile) -> Iterator[FigureWhy]:
        """Every figure of the account; nothing without an invoice or a rate."""
        funding = self._words.scheme.company_funding
        if funding is None or not file.expenses:
            return
        found = account_of(file, self._words.scheme)
        for line in found.lines:
            yield self._invoice(line, funding)
        pretended = as_scenario(found, None, file)
        for key in self._keys(found.result):
            if key not in {"grant", "company"}:
                yield from self._as_account(key, file, pretended)
        yield from self._settled(file, found, funding)
        yield from self._totals(found, funding)
        yield from self._as_account("grant", file, pretended)
        yield FigureWhy("account.company", self._company(found, funding))

    def _as_account(self, key: str, file: MissionFile, pretended: FundingScenario) -> Iterator[FigureWhy]:
        why = self._whys.why(file.mission, pretended, 0, key)
        if why is not None:
            title = self.tr("Compte, {0}").format(why.title)
            yield FigureWhy(f"account.{key}", replace(why, letter="", title=title))

    def _keys(self, result: FundingResult) -> tuple[str, ...]:
        each = [f"{name}.{one.phase}" for one in result.phases for name in ("retained", "grant")]
        return (*each, "grant", "company")

    def _payments(self, prefix: str, letter: str, phases: tuple[PhaseFunding, ...]) -> Iterator[FigureWhy]:
        funding = self._words.scheme.company_funding
        for one in phases:
            if one.max_advance is None or one.balance is None or funding is None:
                continue
            advance, balance = self._advance(one, funding), self._balance(one, one.max_advance, one.balance, funding)
            yield FigureWhy(f"{prefix}.advance.{one.phase}", replace(advance, letter=letter))
            yield FigureWhy(f"{prefix}.balance.{one.phase}", replace(balance, letter=letter))

    def _advance(self, one: PhaseFunding, funding: CompanyFunding) -> Why:
        phase = self._words.scheme.phase(one.phase)
        steps = (
            WhyStep(self.tr("Aide de la phase"), typed.euros(one.grant), ""),
            WhyStep(
                self.tr("Part versée d’avance, au plus"),
                self.tr("{0} %").format(typed.share(phase.advance_rate)),
                self.tr("Arrondi au centime inférieur, pour ne jamais dépasser cette part."),
                decided=True,
            ),
        )
        title = self.tr("Acompte au plus, {0}").format(self._short(one))
        return self._words.of_scheme(title, typed.euros(one.max_advance or Cents(0)), funding.rules["advance"], steps)

    def _balance(self, one: PhaseFunding, paid: Cents, amount: Cents, funding: CompanyFunding) -> Why:
        over = paid > one.grant
        words = self.tr("L’acompte dépasse l’aide due : le reste est un trop-perçu.") if over else ""
        steps = (
            WhyStep(self.tr("Aide due"), typed.euros(one.grant), ""),
            WhyStep(self.tr("Acompte versé"), typed.euros(Cents(-paid)), words, decided=over),
        )
        title = self.tr("Trop-perçu, {0}") if over else self.tr("Solde, {0}")
        rule = funding.rules["balance"]
        return self._words.of_scheme(title.format(self._short(one)), typed.euros(amount), rule, steps)

    def _settled(self, file: MissionFile, found: Account, funding: CompanyFunding) -> Iterator[FigureWhy]:
        settled = settled_by_plan(file, found, self._funding)
        for one in found.result.phases:
            if one.max_advance is None or one.phase not in settled:
                continue
            end = settled[one.phase]
            paid = Cents(one.grant - end.balance + end.overpaid)
            amount = end.overpaid or end.balance
            yield FigureWhy(f"account.advance.{one.phase}", self._advance(one, funding))
            yield FigureWhy(f"account.balance.{one.phase}", self._balance(one, paid, amount, funding))

    def _invoice(self, line: AccountLine, funding: CompanyFunding) -> FigureWhy:
        expense = line.expense
        basis = {
            ExpenseDateBasis.PAYMENT: self.tr("Payée le"),
            ExpenseDateBasis.INVOICE: self.tr("Facturée le"),
            ExpenseDateBasis.SERVICE: self.tr("Réalisée le"),
        }[funding.expense_date_basis]
        decides = expense.deciding_day(funding.expense_date_basis)
        until = funding.expenses_until
        refused = line.state is ExpenseState.NOT_ACCREDITED
        steps = (
            WhyStep(self.tr("Prestataire qui facture"), expense.invoicing_provider or "—", "", decided=refused),
            WhyStep(basis, typed.day(decides) or "—", "", decided=line.state is ExpenseState.UNPAID),
            WhyStep(
                self.tr("Dernier jour du dispositif"),
                typed.day(until) or "—",
                "",
                decided=line.state is ExpenseState.TOO_LATE,
            ),
        )
        title = self.tr("Facture {0}").format(expense.invoice_number)
        state = self._account.state_words(line.state)
        why = self._words.of_scheme(title, typed.euros(expense.amount), line.rule, steps, state)
        return FigureWhy(f"account.invoice.{expense.id}", why)

    def _totals(self, found: Account, funding: CompanyFunding) -> Iterator[FigureWhy]:
        everything = frozenset(ExpenseState)
        rows = (
            ("invoiced", self.tr("Facturé"), found.invoiced, everything, "invoiced"),
            ("waiting", self.tr("En attente"), found.waiting, frozenset({ExpenseState.UNPAID}), "balance"),
            (
                "refused",
                self.tr("Refusé"),
                found.refused,
                frozenset({ExpenseState.TOO_LATE, ExpenseState.NOT_ACCREDITED}),
                "invoiced",
            ),
        )
        for key, title, amount, states, rule in rows:
            if amount:
                held = tuple(line for line in found.lines if line.state in states)
                why = self._words.of_scheme(title, typed.euros(amount), funding.rules[rule], self._lines(held))
                yield FigureWhy(f"account.{key}", why)

    def _lines(self, held: tuple[AccountLine, ...]) -> Steps:
        return tuple(
            WhyStep(
                line.expense.invoice_number, typed.euros(line.expense.amount), self._account.state_words(line.state)
            )
            for line in held
        )

    def _company(self, found: Account, funding: CompanyFunding) -> Why:
        steps = (
            WhyStep(
                self.tr("Facturé"), typed.euros(found.invoiced), self.tr("Factures refusées ou en attente comprises.")
            ),
            WhyStep(self.tr("Aide publique"), typed.euros(Cents(-found.grant)), self.tr("Retirée du total facturé.")),
        )
        title = self.tr("Compte, l’entreprise paie")
        return self._words.of_scheme(title, typed.euros(found.company), funding.rules["company"], steps)

    def _short(self, one: PhaseFunding) -> str:
        return self._words.scheme.phase(one.phase).title.split(":")[0].strip()
