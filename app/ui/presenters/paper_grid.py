"""A questionnaire filled on paper, typed twice: one digit a theme, then blind again, then each difference decided."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QObject, Signal

from app.domain.assessment import AssessmentKind
from app.domain.errors import DomainError
from app.domain.referential import Theme
from app.services.paper_entry import PaperSheet, record_sheet
from app.services.questionnaire import open_assessment
from app.ui.presenters import typed
from app.ui.presenters.answer_sheet import LEVELS, key_of
from app.ui.presenters.mission_context import MissionContext, Part

BLANK = 0
"""Digit of a theme that was left blank on the paper."""


class Pass(Enum):
    """Where the typing is."""

    FIRST = auto()
    SECOND = auto()
    DIFFERENCES = auto()
    CONFIRM = auto()


@dataclass(frozen=True, slots=True)
class Cell:
    """One theme of the grid: its theme, and the digit typed in this pass (None when not yet)."""

    theme: Theme
    digit: int | None


@dataclass(frozen=True, slots=True)
class Difference:
    """A theme on which both passes differ: the two digits, and how many such themes are left with it."""

    theme: Theme
    first: int
    second: int
    left: int


@dataclass(frozen=True, slots=True)
class PaperHeading:
    """What is written above the answers, as typed: day, who answered, who types, index; the last may be empty."""

    day: str
    declared_by: str
    captured_by: str
    total: str = ""


class PaperGridPresenter(QObject):
    """The typing of one paper; nothing of it is written before `confirm`.

    Signals:
        stepped: Another pass: read `step`.
        typed: A cell changed, or another one is next.
        confirmed: Everything is recorded; how many answers the paper holds.
    """

    stepped = Signal()
    typed = Signal()
    confirmed = Signal(int)

    def __init__(self, context: MissionContext, kind: AssessmentKind, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.kind = kind
        self.step = Pass.FIRST
        self.rank = 0
        self.themes = context.referential.themes
        self._digits: dict[Pass, list[int | None]] = {
            one: [None] * len(self.themes) for one in (Pass.FIRST, Pass.SECOND)
        }

    @property
    def levels(self) -> tuple[str, ...]:
        """The wording of the five levels, in the order of their digits."""
        return tuple(self._context.referential.label(level) for level in LEVELS)

    def wording(self, digit: int) -> str:
        """A digit in words."""
        return self.tr("laissé en blanc") if digit == BLANK else self.levels[digit - 1]

    def groups(self) -> tuple[tuple[str, int], ...]:
        """Title of each lever with the number of its themes, in the order of the cells."""
        referential = self._context.referential
        return tuple((lever.title, len(referential.themes_of(lever.code))) for lever in referential.levers)

    def cells(self) -> tuple[Cell, ...]:
        """The grid of the pass under way; the second one shows nothing of the first."""
        typing = self._typing()
        return tuple(Cell(theme, digit) for theme, digit in zip(self.themes, typing, strict=True))

    def type(self, digit: int) -> None:
        """Type the digit of the theme in front, 0 to 5, and go to the next; the last one ends the pass."""
        if self.step not in self._digits or not BLANK <= digit <= len(LEVELS):
            return
        typing = self._typing()
        typing[self.rank] = digit
        empty = next((rank for rank in self._order(self.rank + 1) if typing[rank] is None), None)
        if empty is None:
            self._end_pass()
        else:
            self.rank = empty
            self.typed.emit()

    def go(self, rank: int) -> None:
        """Put a theme in front, from 0."""
        if 0 <= rank < len(self.themes):
            self.rank = rank
            self.typed.emit()

    def erase(self) -> None:
        """Take the digit in front away, or the one before it when there is none."""
        typing = self._typing()
        if typing[self.rank] is None and self.rank:
            self.rank -= 1
        typing[self.rank] = None
        self.typed.emit()

    def difference(self) -> Difference | None:
        """The first theme on which both passes differ."""
        first, second = (self._digits[one] for one in (Pass.FIRST, Pass.SECOND))
        found = [rank for rank, digit in enumerate(first) if digit != second[rank]]
        if not found:
            return None
        rank = found[0]
        return Difference(self.themes[rank], first[rank] or BLANK, second[rank] or BLANK, len(found))

    def decide(self, digit: int) -> None:
        """Say what the paper holds for the difference in front, 0 to 5."""
        found = self.difference()
        if self.step is not Pass.DIFFERENCES or found is None or not BLANK <= digit <= len(LEVELS):
            return
        rank = self.themes.index(found.theme)
        for one in (Pass.FIRST, Pass.SECOND):
            self._digits[one][rank] = digit
        if self.difference() is None:
            self._go(Pass.CONFIRM)
        else:
            self.typed.emit()

    def summary(self) -> str:
        """What is about to be recorded, and what it replaces."""
        digits = self._digits[Pass.FIRST]
        given = sum(1 for digit in digits if digit)
        replaced = sum(
            1 for digit, held in zip(digits, self._held(), strict=True) if digit and held not in (None, digit)
        )
        said = self.tr("{0} réponses sur {1} lues deux fois de la même façon.").format(given, len(digits))
        if replaced == 1:
            return self.tr("{0} Une réponse déjà donnée sera remplacée.").format(said)
        if replaced:
            return self.tr("{0} {1} réponses déjà données seront remplacées.").format(said, replaced)
        return said

    def heading(self) -> PaperHeading:
        """What is known of the heading before it is typed."""
        mission = self._context.mission
        return PaperHeading(typed.day(self._context.workbench.clock().date()), "", mission.provider.lead_consultant)

    def confirm(self, heading: PaperHeading) -> str:
        """Record everything at once. Returns the refusal, or an empty text; a failure of the disk is told by its banner."""
        if not heading.declared_by.strip():
            return self.tr("Écrivez qui a répondu : son nom ou sa fonction.")
        said: list[str] = []
        progress = self._context.attempt(lambda: self._record(heading), refused=said.append)
        if progress is None:
            return said[0] if said else self.tr("Rien n’a été enregistré. Réessayez.")
        self._context.note(Part.ANSWERS)
        self.confirmed.emit(sum(1 for digit in self._digits[Pass.FIRST] if digit))
        return ""

    def _record(self, heading: PaperHeading) -> object:
        bench, mission_id = self._context.workbench, self._context.mission_id
        day = typed.day_from(heading.day, near=bench.clock().date())
        sheet = PaperSheet(
            day=day or bench.clock().date(),
            declared_by=heading.declared_by,
            captured_by=heading.captured_by,
            levels={
                theme.code: LEVELS[digit - 1]
                for theme, digit in zip(self.themes, self._digits[Pass.FIRST], strict=True)
                if digit
            },
            total=_total(heading.total),
        )
        open_assessment(bench.unit_of_work, mission_id, self.kind, clock=bench.clock, new_id=bench.new_id)
        return record_sheet(
            bench.unit_of_work,
            mission_id,
            self.kind,
            sheet,
            referential=self._context.referential,
            clock=bench.clock,
        )

    def _held(self) -> Sequence[int | None]:
        assessment = self._context.file.assessment(self.kind)
        held = {} if assessment is None else assessment.levels
        return [key_of(held.get(theme.code)) for theme in self.themes]

    def _typing(self) -> list[int | None]:
        return self._digits[self.step if self.step in self._digits else Pass.FIRST]

    def _order(self, start: int) -> list[int]:
        count = len(self.themes)
        return [*range(start, count), *range(min(start, count))]

    def _end_pass(self) -> None:
        self.rank = 0
        if self.step is Pass.FIRST:
            self._go(Pass.SECOND)
        else:
            self._go(Pass.CONFIRM if self.difference() is None else Pass.DIFFERENCES)

    def _go(self, step: Pass) -> None:
        self.step = step
        self.stepped.emit()


def _total(text: str) -> int | None:
    """The index as typed, or None for nothing. Raises `DomainError` (`paper.total_unreadable`)."""
    written = "".join(text.split())
    if not written:
        return None
    if not (written.isascii() and written.isdecimal()) or len(written) > len("290"):
        raise DomainError("paper.total_unreadable", text=text.strip())
    return int(written)
