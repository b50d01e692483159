"""The days of a mission: an agenda of two weeks, the form of one half-day, the append-only ledger."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal

from app.domain.days import DayEntry, HalfDay, Ledger
from app.domain.errors import DomainError
from app.domain.scheme import PhaseCode
from app.services.field_work import HalfDayWorked, add_half_day, correct_half_day
from app.ui.presenters import typed
from app.ui.presenters.attempts import Attempts
from app.ui.presenters.ledger_lines import LedgerLine, ledger_lines, line_of
from app.ui.presenters.mission_context import MissionContext, Part

ZONE = ZoneInfo("Europe/Paris")
"""Civil days are those of the company's country."""

ADD, CORRECT = "add", "correct"
"""Places of the refusals of this page."""


@dataclass(frozen=True, slots=True)
class HalfDayForm:
    """The form of one half-day, as typed."""

    day: str
    half_day: HalfDay
    phase: str
    performer: str
    purpose: str
    place: str = ""
    remote: bool = False
    in_region: bool = True
    people_met: str = ""


def monday_of(day: date) -> date:
    """First day of the week."""
    return day - timedelta(days=day.weekday())


class DaysPresenter(QObject):
    """Agenda and ledger.

    Signals:
        changed: The ledger changed; read lines and half-days again.
    """

    changed = Signal()

    def __init__(self, context: MissionContext, attempts: Attempts) -> None:
        super().__init__(attempts)
        self._context = context
        self._attempts = attempts
        self.today = context.workbench.clock().astimezone(ZONE).date()
        self.ledger: Ledger = context.file.ledger
        self.opening = self._opening()
        self.monday = monday_of(self.opening) - timedelta(weeks=1)

    def reload(self) -> None:
        """Read the mission again."""
        self.ledger = self._context.file.ledger
        self.changed.emit()

    def _opening(self) -> date:
        """Day that the agenda opens at: today, or the last one recorded of a fictional mission, dated in the past."""
        standing = self.ledger.effective
        return max(entry.day for entry in standing) if standing and self._context.mission.fictional else self.today

    def lines(self) -> tuple[LedgerLine, ...]:
        """The ledger, the last day first."""
        ranks = {phase.code: rank for rank, phase in enumerate(self._context.scheme.phases, 1)}
        return ledger_lines(self.ledger, ranks)

    def standing(self) -> dict[tuple[date, HalfDay], tuple[DayEntry, ...]]:
        """Lines that stand, by half-day."""
        found: dict[tuple[date, HalfDay], tuple[DayEntry, ...]] = {}
        for entry in self.ledger.effective:
            place = (entry.day, entry.half_day)
            found[place] = (*found.get(place, ()), entry)
        return found

    def turn(self, weeks: int) -> None:
        """Show other weeks."""
        self.monday += timedelta(weeks=weeks)

    def form(self, day: date, half_day: HalfDay, *, remote: bool = False) -> HalfDayForm:
        """The form for a half-day, with phase, person and purpose of the last line recorded."""
        mission, scheme = self._context.mission, self._context.scheme
        last = self.ledger.effective[-1] if self.ledger.effective else None
        return HalfDayForm(
            day=typed.day(day),
            half_day=half_day,
            phase=last.phase if last else scheme.phases[0].code,
            performer=last.performer if last else mission.provider.lead_consultant,
            purpose=last.purpose if last else "",
            place=(last.place if last else mission.establishment.town) if not remote else "",
            remote=remote,
        )

    def add(self, form: HalfDayForm) -> bool:
        """Add a half-day to the ledger; refusals come at the place `ADD`."""
        return self._attempts.run(ADD, lambda: self._add(form))

    def correct(self, line_id: UUID, reason: str) -> bool:
        """Cancel a line by a correcting one; refusals come at the place `CORRECT`."""
        return self._attempts.run(CORRECT, lambda: self._correct(line_id, reason))

    def correctable(self, line_id: UUID) -> LedgerLine | None:
        """The line, if it stands and so can be corrected."""
        line = line_of(self.lines(), line_id)
        return line if line is not None and line.stands else None

    def _add(self, form: HalfDayForm) -> None:
        day = typed.day_from(form.day, near=self.today)
        if day is None:
            raise DomainError("date.unreadable", text=form.day)
        people = tuple(name for name in form.people_met.split(",") if name.strip())
        worked = HalfDayWorked(
            phase=PhaseCode(form.phase),
            day=day,
            half_day=form.half_day,
            performer=form.performer,
            purpose=form.purpose,
            place=form.place,
            remote=form.remote,
            in_region=form.in_region,
            people_met=people,
        )
        bench = self._context.workbench
        self.ledger = add_half_day(
            bench.unit_of_work, self._context.mission_id, worked, clock=bench.clock, new_id=bench.new_id
        )
        self._context.note(Part.DAYS)
        self.changed.emit()

    def _correct(self, line_id: UUID, reason: str) -> None:
        bench = self._context.workbench
        self.ledger = correct_half_day(
            bench.unit_of_work, self._context.mission_id, line_id, reason, clock=bench.clock, new_id=bench.new_id
        )
        self._context.note(Part.DAYS)
        self.changed.emit()
