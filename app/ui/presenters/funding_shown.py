"""What the « Financement » page shows of one scenario, every text ready: figures, the rule that made each, why."""

from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from app.domain.scheme import PhaseCode

ChipTone = Literal["rule", "cap"]


@dataclass(frozen=True, slots=True)
class RuleChip:
    """A rule named beside a figure; `cap` when it made the figure smaller."""

    text: str
    tone: ChipTone


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount that opens its rule.

    Attributes:
        key: Names it within its scenario, as `retained.phase_1`; empty when there is nothing to explain.
        text: The amount, or why there is none.
        spoken: What it is, for a screen reader.
        capped: Whether a cap made it smaller.
        chips: Rules named beside it.
    """

    key: str
    text: str
    spoken: str
    capped: bool = False
    chips: tuple[RuleChip, ...] = ()


@dataclass(frozen=True, slots=True)
class PhaseShown:
    """One phase of a scenario: its fields as they would be typed, then its figures."""

    code: PhaseCode
    title: str
    short_title: str
    days: str
    cost: str
    retained: Figure
    grant: Figure


@dataclass(frozen=True, slots=True)
class FunderShown:
    """A public funder, and its euros when the pack fixes them (else empty)."""

    name: str
    amount: str


@dataclass(frozen=True, slots=True)
class ScenarioShown:
    """A whole scenario.

    Attributes:
        id: The scenario.
        letter: A, B or C.
        title: Its name, as typed.
        summary: « 15 jours · 17 000 € HT ».
        chosen: Whether the company keeps it.
        phases: One per phase of the scheme, planned or not, so that cards align.
        grant: Public aid.
        funders: In the order of the pack.
        shares_known: Whether the pack fixes what each funder bears.
        company: What the company pays.
        aid_percent: Public aid as a share of what is invoiced, 0 to 100, or None when it cannot be said.
        payments: Advance and balance, in a sentence.
    """

    id: UUID
    letter: str
    title: str
    summary: str
    chosen: bool
    phases: tuple[PhaseShown, ...]
    grant: Figure
    funders: tuple[FunderShown, ...]
    shares_known: bool
    company: Figure
    aid_percent: int | None
    payments: str


@dataclass(frozen=True, slots=True)
class WhyStep:
    """One bound looked at, or one term of a sum; `decided` when it made the figure."""

    name: str
    amount: str
    sentence: str
    decided: bool = False


@dataclass(frozen=True, slots=True)
class Why:
    """« Pourquoi ce montant ? »: whose figure, its steps, how they end, and the rule with its source."""

    letter: str
    title: str
    amount: str
    steps: tuple[WhyStep, ...]
    conclusion: str
    rule: str
    source: str
    pack: str


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to say above the cards; `page` is where it can be mended, or empty."""

    tone: Literal["info", "warn"]
    sentence: str
    action: str = ""
    page: str = ""
    field: str = ""
