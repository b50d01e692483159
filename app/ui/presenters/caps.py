"""Caps of the scheme against what is recorded: days of each phase, the whole path, cost of a day, expense, deadline."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject

from app.domain.account import Account, ExpenseState, account_of
from app.domain.days import (
    ServiceClass,
    ServiceCount,
    counted_half_days,
    counted_total,
    is_unusually_long,
    service_counts,
)
from app.domain.mission import MissionFile
from app.domain.quantities import Cents, HalfDays
from app.domain.scheme import CompanyFunding, Phase, Scheme
from app.ui.presenters import typed


@dataclass(frozen=True, slots=True)
class CapLine:
    """One cap.

    Attributes:
        key: Names it within the mission, as `cap.path`, so that it opens its rule.
        title: What is bounded.
        value: What is reached, as « 12,5 ».
        limit: Its bound with its unit, as « 25 j », or empty when there is none.
        reached: `value` in the unit of the bar.
        bound: `limit` in the same unit, 0 when there is none.
        tick: A threshold to mark, in the same unit, or None.
        tone: accent, ok, warn or danger.
        sentence: What it means now.
    """

    key: str
    title: str
    value: str
    limit: str
    reached: int
    bound: int
    tick: int | None
    tone: str
    sentence: str


@dataclass(frozen=True, slots=True)
class CapsShown:
    """The panel: the scheme's name, each cap, and the deadline of expenses with what is left (empty when none)."""

    scheme: str
    lines: tuple[CapLine, ...]
    deadline: str
    left: str
    overdue: bool
    boundary: str


class CapsPresenter(QObject):
    """Makes the panel of the caps; holds nothing."""

    def shown(self, file: MissionFile, scheme: Scheme, today: date) -> CapsShown:
        """The panel for a mission as it is recorded."""
        lines = [self._phase(rank, phase, file, scheme) for rank, phase in enumerate(scheme.phases, 1)]
        lines.extend(self._path(file, scheme))
        deadline = left = ""
        overdue = False
        funding = scheme.company_funding
        if funding is not None:
            lines.extend(self._money(account_of(file, scheme), scheme, funding))
        if funding is not None and funding.expenses_until is not None:
            remaining = (funding.expenses_until - today).days
            deadline = self.tr("Dépenses jusqu’au {0}").format(typed.day(funding.expenses_until))
            overdue = remaining < 0
            left = self.tr("échu") if overdue else self.tr("{0} j").format(typed.number(remaining))
        name = self.tr("{0} · paquet {1} · recalculé à chaque saisie")
        title = name.format(scheme.header.title, scheme.header.ref.version)
        return CapsShown(title, tuple(lines), deadline, left, overdue, self._boundary(scheme))

    def _boundary(self, scheme: Scheme) -> str:
        least = typed.short_days(scheme.accompaniment_min_half_days)
        most = typed.short_days(scheme.warn_above_half_days)
        words = self.tr(
            "Moins de {0} jours : diagnostic. À {0} jours exactement : accompagnement. Au-delà de {1} : avertissement."
        )
        return words.format(least, most)

    def _phase(self, rank: int, phase: Phase, file: MissionFile, scheme: Scheme) -> CapLine:
        used = counted_half_days(file.ledger, phase.code, scheme.service_readings)
        count = next((one for one in service_counts(file.ledger, scheme) if one.phase == phase.code), None)
        limit = phase.max_half_days
        bound = 0 if limit is None else int(limit)
        least = scheme.accompaniment_min_half_days
        tone, sentence = self._judged(used, count, limit, scheme)
        return CapLine(
            key=f"cap.{phase.code}",
            title=self.tr("Phase {0}").format(rank),
            value=typed.days(used),
            limit="" if limit is None else self.tr("{0} j").format(typed.short_days(limit)),
            reached=used,
            bound=bound,
            tick=int(least) if bound > least else None,
            tone=tone,
            sentence=sentence,
        )

    def _judged(
        self, used: HalfDays, count: ServiceCount | None, limit: HalfDays | None, scheme: Scheme
    ) -> tuple[str, str]:
        if used == 0 or count is None:
            return "accent", self.tr("rien d’enregistré")
        if limit is not None and used > limit:
            over = typed.short_days(used - limit)
            return "warn", self.tr("{0} j au-delà du plafond : non retenus").format(over)
        least = scheme.accompaniment_min_half_days
        if count.service_class is ServiceClass.DIAGNOSTIC:
            missing = typed.short_days(least - used)
            return "accent", self.tr("diagnostic : encore {0} j pour un accompagnement").format(missing)
        if limit is not None and used == limit:
            return "ok", self.tr("plafond atteint : accompagnement")
        return "accent", self.tr("{0} jours passés : accompagnement").format(typed.short_days(least))

    def _path(self, file: MissionFile, scheme: Scheme) -> Iterator[CapLine]:
        limits = [phase.max_half_days for phase in scheme.phases]
        known = [limit for limit in limits if limit is not None]
        bound = sum(known) if len(known) == len(limits) else 0
        total = counted_total(file.ledger, scheme)
        tone, sentence = "accent", self.tr("sans plafond de jours")
        if is_unusually_long(total, scheme):
            tone = "warn"
            sentence = self.tr("plus de {0} jours : à expliquer").format(typed.short_days(scheme.warn_above_half_days))
        elif bound and total > bound:
            tone, sentence = "warn", self.tr("au-delà des jours du dispositif")
        elif bound:
            sentence = self.tr("encore {0} j dans les plafonds").format(typed.short_days(bound - total))
        limit = self.tr("{0} j").format(typed.short_days(bound)) if bound else ""
        yield CapLine(
            "cap.path", self.tr("Parcours entier"), typed.days(total), limit, total, bound, None, tone, sentence
        )

    def _money(self, found: Account, scheme: Scheme, funding: CompanyFunding) -> Iterator[CapLine]:
        cap = _day_cap(scheme)
        if cap is not None:
            half_days = HalfDays(sum(one.half_days for one in found.result.phases))
            yield self._average(found.result.invoiced, half_days, cap)
        if funding.path_cap is not None:
            retained = Cents(sum(one.retained for one in found.result.phases))
            late = sum(line.state is ExpenseState.TOO_LATE for line in found.lines)
            yield CapLine(
                key="cap.retained",
                title=self.tr("Dépense retenue"),
                value=typed.amount_before(retained),
                limit=typed.euros(funding.path_cap),
                reached=retained,
                bound=funding.path_cap,
                tick=None,
                tone="warn" if found.refused or retained >= funding.path_cap else "accent",
                sentence=self._invoices(found, late),
            )

    def _invoices(self, found: Account, late: int) -> str:
        if not found.lines:
            return self.tr("aucune facture saisie")
        paid = sum(line.expense.payment_day is not None for line in found.lines)
        words = self.tr("factures payées : {0} sur {1}").format(paid, len(found.lines))
        refused = sum(line.state is ExpenseState.NOT_ACCREDITED for line in found.lines)
        if late:
            words = self.tr("{0}, {1} hors délai").format(words, late)
        return self.tr("{0}, {1} sans prestataire référencé").format(words, refused) if refused else words

    def _average(self, amount: Cents, half_days: int, cap: Cents) -> CapLine:
        title = self.tr("Coût moyen d’un jour")
        limit = typed.euros(cap)
        if not amount or not half_days:
            return CapLine(
                "cap.average",
                title,
                "—",
                limit,
                0,
                cap,
                None,
                "accent",
                self.tr("se calcule avec les factures et les jours"),
            )
        average = Cents((amount * 2 + 50 * half_days) // (100 * half_days) * 100)
        if average > cap:
            over = self.tr("{0} au-dessus du plafond, tous frais compris").format(typed.euros(Cents(average - cap)))
            return CapLine("cap.average", title, typed.amount_before(average), limit, average, cap, None, "warn", over)
        if average == cap:
            at_cap = self.tr("au plafond, tous frais compris")
            return CapLine(
                "cap.average", title, typed.amount_before(average), limit, average, cap, None, "warn", at_cap
            )
        under = self.tr("à {0} du plafond, tous frais compris").format(typed.euros(Cents(cap - average)))
        tone = "warn" if average * 20 > cap * 19 else "accent"
        return CapLine("cap.average", title, typed.amount_before(average), limit, average, cap, None, tone, under)


def _day_cap(scheme: Scheme) -> Cents | None:
    """The cap of one day when every phase has the same, in cents."""
    caps = {Cents(phase.unit_cap.amount * 2 // phase.unit_cap.half_days) for phase in scheme.phases if phase.unit_cap}
    return caps.pop() if len(caps) == 1 else None
