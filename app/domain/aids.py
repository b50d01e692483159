"""Aids that an action may cite, beside the scheme: what they have in common, and how long each one holds."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from app.domain.eligibility import CriterionResult, CriterionState
from app.domain.packs import PackHeader
from app.domain.quantities import NO_CENTS, Cents
from app.domain.scheme import Rule, RuleId


class AidFamily(StrEnum):
    """Calculators; a pack holds the parameters of one. Source: FACTS.md §4.3 and §4.4."""

    EXTRA_DEPRECIATION = "extra_depreciation"
    STUDY = "study"
    FLAT_FEE = "flat_fee"
    INVESTMENT = "investment"


class BeneficiarySize(StrEnum):
    """Columns of the rates of ADEME; the sources give no headcount for small and medium. Source: FACTS.md §4.4."""

    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"
    NON_ECONOMIC = "non_economic"


class ValidityState(StrEnum):
    """Where an aid stands on a day."""

    UPCOMING = "upcoming"
    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Validity:
    """Whether an aid holds on a day, and since or until when: `until` is None when its source gives no end."""

    state: ValidityState
    since: date
    until: date | None


def validity(header: PackHeader, day: date) -> Validity:
    """Validity of a pack on a civil day, both ends included."""
    state = ValidityState.OPEN
    if day < header.valid_from:
        state = ValidityState.UPCOMING
    elif not header.in_force(day):
        state = ValidityState.CLOSED
    return Validity(state, header.valid_from, header.valid_until)


@dataclass(frozen=True, slots=True)
class AidLine:
    """One figure of an aid with its rule: an amount in cents, or a rate between 0 and 1."""

    name: str
    rule: RuleId
    amount: Cents | None = None
    rate: Decimal | None = None


@dataclass(frozen=True, slots=True)
class AidResult:
    """What an aid gives.

    Attributes:
        amount: In cents, 0 as soon as a condition is not met.
        state: `NOT_MET` as soon as one condition is not met, else `UNKNOWN` as soon as one is not known, else `MET`.
        criteria: Each condition.
        lines: Each figure, in order.
        validity: Whether the aid holds on the day asked.
    """

    amount: Cents
    state: CriterionState
    criteria: tuple[CriterionResult, ...]
    lines: tuple[AidLine, ...]
    validity: Validity


@dataclass(frozen=True, slots=True)
class AidRules:
    """Identity of an aid's pack, and its rules as people read them: by identifier, and which one stands behind each figure."""

    header: PackHeader
    rules: Mapping[RuleId, Rule]
    cited: Mapping[str, RuleId]

    def condition(self, name: str, met: bool | None) -> CriterionResult:
        """A condition looked at; None when it is not known."""
        state = CriterionState.UNKNOWN
        if met is not None:
            state = CriterionState.MET if met else CriterionState.NOT_MET
        return CriterionResult(name, state, self.cited[name])

    def line(self, name: str, amount: Cents | None = None, rate: Decimal | None = None) -> AidLine:
        """A figure with its rule."""
        return AidLine(name, self.cited[name], amount, rate)


@dataclass(frozen=True, slots=True)
class AidMeasure:
    """What the parameters of every calculator begin with: the identity and the rules of their pack."""

    rules: AidRules

    @property
    def header(self) -> PackHeader:
        """Identity and validity of the pack."""
        return self.rules.header


def concluded(
    amount: Cents, criteria: Iterable[CriterionResult], lines: Iterable[AidLine], valid: Validity
) -> AidResult:
    """Result of an aid whose conditions were looked at: nothing is given once one of them is not met."""
    held = tuple(criteria)
    states = {criterion.state for criterion in held}
    state = CriterionState.UNKNOWN if CriterionState.UNKNOWN in states else CriterionState.MET
    if CriterionState.NOT_MET in states:
        state = CriterionState.NOT_MET
    return AidResult(NO_CENTS if state is CriterionState.NOT_MET else amount, state, held, tuple(lines), valid)
