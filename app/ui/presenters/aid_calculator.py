"""The calculator of one aid: fields of its family, what is typed in them, and its result with the rule of each figure."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QObject, Signal

from app.domain.ademe import (
    FlatFee,
    Investment,
    InvestmentAid,
    StudyAid,
    Zone,
    flat_fee,
    investment_aid,
    study_aid,
)
from app.domain.aids import AidMeasure, AidResult, BeneficiarySize, Validity, ValidityState
from app.domain.eligibility import CriterionState
from app.domain.errors import DomainError, InvalidData
from app.domain.extra_depreciation import ExtraDepreciation, Purchase, extra_depreciation
from app.domain.quantities import NO_CENTS, Cents
from app.domain.scheme import RuleId
from app.ui.presenters import typed

YES, NO = "yes", "no"


@dataclass(frozen=True, slots=True)
class CalculatorField:
    """One field: its key, its label, and its options when it is a choice; a date when `is_day`."""

    key: str
    label: str
    options: tuple[tuple[str, str], ...] = ()
    is_day: bool = False


@dataclass(frozen=True, slots=True)
class ResultLine:
    """A figure or a condition, with the rule that made it."""

    name: str
    value: str
    sentence: str
    source: str


@dataclass(frozen=True, slots=True)
class AidShown:
    """What a calculator answers.

    Attributes:
        headline: « Aide : 35 000 € au plus », or what is lacking.
        amount: In cents, what an action may cite as an estimate; None when nothing is given or when it is owed.
        validity: Whether the aid holds on the day.
        conditions: Each condition, with its state.
        lines: Each figure.
        source: Where the parameters come from.
    """

    headline: str
    amount: Cents | None
    validity: str
    conditions: tuple[ResultLine, ...]
    lines: tuple[ResultLine, ...]
    source: str


class AidCalculator(QObject):
    """A calculator and what is typed in it; nothing is kept.

    Signals:
        answered: The answer changed; read `shown` or `refusal`.
    """

    answered = Signal()

    def __init__(
        self,
        measure: AidMeasure,
        words: tuple[Callable[[str, str], str], Callable[[DomainError], str]],
        day: date,
        known: Mapping[str, str],
        parent: QObject | None = None,
    ) -> None:
        """Make it.

        Args:
            measure: Dated parameters.
            words: Word of a code in its group, and sentence of a refusal.
            day: Civil day on which the validity is told.
            known: What is known already, by key of a field: the cost of the action, the staff of the company.
            parent: Owner.
        """
        super().__init__(parent)
        self._measure = measure
        self._word, self._sentence = words
        self._day = day
        self.fields = self._fields()
        self._texts = {one.key: known.get(one.key, "") for one in self.fields}
        if isinstance(measure, ExtraDepreciation):
            self._texts["tax_rate"] = typed.share(measure.top_tax_rate)
        self.shown: AidShown | None = None
        self.refusal = ""
        self._answer()

    def text(self, key: str) -> str:
        """What is typed in a field."""
        return self._texts[key]

    def type(self, key: str, text: str) -> None:
        """A field changed under the hand: the answer follows at once."""
        if text != self._texts[key]:
            self._texts[key] = text
            self._answer()
            self.answered.emit()

    def _answer(self) -> None:
        self.shown, self.refusal = None, ""
        try:
            result = self._compute()
        except DomainError as error:
            self.refusal = self._sentence(error)
            return
        if result is None:
            self.refusal = self.tr("Le calcul attend encore : {0}.").format(", ".join(self._lacking()))
        else:
            self.shown = self._told(result)

    def _lacking(self) -> list[str]:
        needed = ("cost", "value", "kind", "size", "category", "staff", "saving", "tax_rate")
        return [one.label.lower() for one in self.fields if one.key in needed and not self._texts[one.key]]

    def _compute(self) -> AidResult | None:
        measure = self._measure
        if self._lacking():
            return None
        if isinstance(measure, StudyAid):
            size, cost = BeneficiarySize(self._texts["size"]), self._amount("cost")
            independent = self._yes_no("independent")
            return study_aid(self._texts["kind"], size, cost or NO_CENTS, measure, self._day, independent=independent)
        if isinstance(measure, FlatFee):
            staff = typed.count_from(self._texts["staff"]) or 0
            return flat_fee(staff, self._amount("saving") or NO_CENTS, measure, self._day).aid
        if isinstance(measure, InvestmentAid):
            return investment_aid(self._investment(), measure, self._day)
        if isinstance(measure, ExtraDepreciation):
            rate = typed.share_from(self._texts["tax_rate"])
            return None if rate is None else extra_depreciation(self._purchase(), rate, measure, self._day)
        return None

    def _investment(self) -> Investment:
        return Investment(
            category=self._texts["category"],
            size=BeneficiarySize(self._texts["size"]),
            cost=self._amount("cost") or NO_CENTS,
            reference_cost=self._amount("reference_cost") or NO_CENTS,
            zone=Zone(self._texts["zone"] or Zone.ELSEWHERE),
            repayable_advance=self._texts["advance"] == YES,
            other_aids=self._amount("other_aids") or NO_CENTS,
        )

    def _purchase(self) -> Purchase:
        return Purchase(
            value=self._amount("value") or NO_CENTS,
            goods=self._texts["goods"] or None,
            is_new=self._yes_no("is_new"),
            ordered_on=self._day_of("ordered_on"),
            acquired_on=self._day_of("acquired_on"),
            deposit=self._amount("deposit"),
            deposit_on=self._day_of("deposit_on"),
            delivered_on=self._day_of("delivered_on"),
            industrial_sme=self._yes_no("industrial_sme"),
        )

    def _amount(self, key: str) -> Cents | None:
        text = self._texts[key].strip()
        return typed.cents_from(text) if text else None

    def _day_of(self, key: str) -> date | None:
        return typed.day_from(self._texts[key], near=self._day)

    def _yes_no(self, key: str) -> bool | None:
        return {YES: True, NO: False}.get(self._texts[key])

    def _told(self, result: AidResult) -> AidShown:
        owed = isinstance(self._measure, FlatFee)
        given = result.state is not CriterionState.NOT_MET and not owed
        return AidShown(
            headline=self._headline(result, owed=owed),
            amount=result.amount if given else None,
            validity=self._validity(result.validity),
            conditions=tuple(
                self._line(one.id, self._word("criterion_state", one.state), one.rule) for one in result.criteria
            ),
            lines=tuple(self._line(one.name, _figure(one.amount, one.rate), one.rule) for one in result.lines),
            source=self._measure.header.source,
        )

    def _headline(self, result: AidResult, *, owed: bool) -> str:
        if result.state is CriterionState.NOT_MET:
            return self.tr("Une condition n’est pas remplie : rien ici")
        amount = typed.euros(result.amount)
        if owed:
            return self.tr("Forfait à payer : {0}").format(amount)
        if result.state is CriterionState.UNKNOWN:
            return self.tr("{0} au plus, si chaque condition est remplie").format(amount)
        return self.tr("{0} au plus").format(amount)

    def _validity(self, valid: Validity) -> str:
        if valid.state is ValidityState.CLOSED and valid.until is not None:
            return self.tr("clos depuis le {0}").format(typed.day(valid.until))
        if valid.state is ValidityState.UPCOMING:
            return self.tr("ouvert à partir du {0}").format(typed.day(valid.since))
        if valid.until is not None:
            return self.tr("ouvert jusqu’au {0}").format(typed.day(valid.until))
        return self.tr("depuis le {0}, sans date de fin dans la source : à vérifier").format(typed.day(valid.since))

    def _line(self, name: str, value: str, rule_id: RuleId) -> ResultLine:
        rule = self._measure.rules.rules[rule_id]
        return ResultLine(self._word("aid_line", name), value, rule.sentence, f"{rule.heading} · {rule.source}")

    def _named(self, group: str, code: str) -> str:
        try:
            return self._word(group, code)
        except InvalidData:
            return code

    def _fields(self) -> tuple[CalculatorField, ...]:
        measure = self._measure
        sizes = self._options("beneficiary_size", list(BeneficiarySize))
        size = CalculatorField("size", self.tr("Taille du bénéficiaire"), sizes)
        cost = CalculatorField("cost", self.tr("Coût HT, en euros"))
        if isinstance(measure, StudyAid):
            kind = CalculatorField("kind", self.tr("Nature de l’étude"), self._options("aid_kind", measure.base_caps))
            return (cost, kind, size, self._question("independent", self.tr("Prestataire indépendant")))
        if isinstance(measure, FlatFee):
            staff = CalculatorField("staff", self.tr("Effectif de l’établissement"))
            return (staff, CalculatorField("saving", self.tr("Économie prévue par an, en euros")))
        if isinstance(measure, InvestmentAid):
            category = self._options("aid_kind", measure.rates)
            return (
                cost,
                CalculatorField("reference_cost", self.tr("Coût de l’investissement de référence")),
                CalculatorField("category", self.tr("Catégorie"), category),
                size,
                CalculatorField("zone", self.tr("Zone"), self._options("aid_zone", list(Zone))),
                self._question("advance", self.tr("Avance remboursable")),
                CalculatorField("other_aids", self.tr("Autres aides publiques, en euros")),
            )
        return self._purchase_fields(measure) if isinstance(measure, ExtraDepreciation) else ()

    def _purchase_fields(self, measure: ExtraDepreciation) -> tuple[CalculatorField, ...]:
        goods = (("", self.tr("Aucune de ces classes")), *measure.goods.items())
        return (
            CalculatorField("value", self.tr("Valeur HT du bien, en euros")),
            CalculatorField("goods", self.tr("Classe du bien"), goods),
            CalculatorField("tax_rate", self.tr("Taux d’impôt, en %")),
            self._question("industrial_sme", self.tr("PME industrielle")),
            self._question("is_new", self.tr("Bien neuf")),
            CalculatorField("ordered_on", self.tr("Commandé le"), is_day=True),
            CalculatorField("acquired_on", self.tr("Acquis le"), is_day=True),
            CalculatorField("deposit", self.tr("Acompte, en euros")),
            CalculatorField("deposit_on", self.tr("Acompte payé le"), is_day=True),
            CalculatorField("delivered_on", self.tr("Livré le"), is_day=True),
        )

    def _question(self, key: str, label: str) -> CalculatorField:
        return CalculatorField(key, label, (("", self.tr("à vérifier")), (YES, self.tr("oui")), (NO, self.tr("non"))))

    def _options(self, group: str, codes: Iterable[str]) -> tuple[tuple[str, str], ...]:
        return (("", self.tr("à choisir")), *((str(code), self._named(group, str(code))) for code in codes))


def _figure(amount: Cents | None, rate: Decimal | None) -> str:
    parts = []
    if rate is not None:
        parts.append(typed.percent(rate))
    if amount is not None:
        parts.append(typed.euros(amount))
    return " · ".join(parts)
