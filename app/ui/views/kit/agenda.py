"""Agenda of half-days: two weeks × five days × morning and afternoon.

`HalfDayAgenda("agenda")`; `show_from(monday)`, `set_cells({(day, afternoon): AgendaCell(…)})`, `set_today(day)`.
Arrows move by day and by half-day; Enter, or a second press, says `entered(day, afternoon)`; going over the edge asks
for the neighbouring weeks with `weeks_asked(-1 | +1)`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from PySide6.QtCore import QDate, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGroupBox, QSizePolicy, QWidget

from app.ui.language import locale
from app.ui.views import fonts, icons
from app.ui.views.kit import paint
from app.ui.views.kit.focus import focus_part_moved, ringed
from app.ui.views.look import colours, tokens

_DAYS, _WEEKS = 5, 2
_SIDE, _HEAD, _CELL, _GAP, _BETWEEN = 76, 22, 60, 5, 14
_WEEK_HEIGHT = _HEAD + 2 * _CELL + _GAP


@dataclass(frozen=True, slots=True)
class AgendaCell:
    """What one half-day holds: done (« filled ») or foreseen (« planned »); `icon` says where (map-pin, monitor)."""

    state: Literal["filled", "planned"]
    title: str
    meta: str = ""
    icon: str = ""


class HalfDayAgenda(QGroupBox):
    """The grid.

    Signals:
        moved: Another half-day is current; day (`datetime.date`) and whether it is the afternoon.
        entered: Enter or a second press on the current half-day.
        weeks_asked: An arrow went over the edge; -1 for earlier, 1 for later.
    """

    moved = Signal(object, bool)
    entered = Signal(object, bool)
    weeks_asked = Signal(int)

    def __init__(self, name: str, prompt: str = "", parent: QWidget | None = None) -> None:
        """Make the grid; `prompt` (« Entrée : ½ j » by default) is written in the current half-day while it is empty and focused."""
        super().__init__(parent)
        self._monday = date(1970, 1, 5)
        self._today: date | None = None
        self._current = (self._monday, False)
        self._cells: Mapping[tuple[date, bool], AgendaCell] = {}
        self._prompt = prompt or self.tr("Entrée : ½ j")
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        ringed(self, tokens().radius.control)

    def show_from(self, monday: date) -> None:
        """Show two weeks from this Monday; the current half-day keeps its place in the grid."""
        rank = max(0, (self._current[0] - self._monday).days)
        afternoon = self._current[1]
        self._monday = monday
        self._go(monday + timedelta(days=rank % (7 * _WEEKS)), afternoon)

    def set_today(self, today: date) -> None:
        """Mark today."""
        self._today = today
        self.update()

    def set_cells(self, cells: Mapping[tuple[date, bool], AgendaCell]) -> None:
        """Show what the half-days hold, by (day, afternoon)."""
        self._cells = cells
        self._say()
        self.update()

    def set_current(self, day: date, afternoon: bool) -> None:
        """Make a half-day of these two weeks the current one, without saying so; a weekend gives its Friday."""
        self._current = (day - timedelta(days=max(0, day.weekday() + 1 - _DAYS)), afternoon)
        self._say()
        self.update()

    def current(self) -> tuple[date, bool]:
        """The current half-day: day, and whether it is the afternoon."""
        return self._current

    def focus_rect(self) -> QRect:
        """The current half-day."""
        return self._rect(*self._current).toAlignedRect()

    def sizeHint(self) -> QSize:
        """Cells of 126 × 60."""
        return QSize(_SIDE + _DAYS * (126 + _GAP), _WEEKS * _WEEK_HEIGHT + _BETWEEN)

    def minimumSizeHint(self) -> QSize:
        """Cells of 96 × 60."""
        return QSize(_SIDE + _DAYS * (96 + _GAP), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, or enter."""
        day, afternoon = self._current
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit(day, afternoon)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._step(1 if key == Qt.Key.Key_Right else -1)
        elif key == Qt.Key.Key_Down:
            self._go(day + timedelta(days=7 if afternoon else 0), not afternoon)
        elif key == Qt.Key.Key_Up:
            self._go(day - timedelta(days=0 if afternoon else 7), not afternoon)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Make the half-day under the pointer current; enter it when it was already."""
        for rank in range(_WEEKS * _DAYS * 2):
            day = self._monday + timedelta(days=rank // 2 // _DAYS * 7 + rank // 2 % _DAYS)
            place = (day, bool(rank % 2))
            if self._rect(*place).contains(event.position()):
                if place == self._current:
                    self.entered.emit(*place)
                else:
                    self._go(*place)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw heads and cells."""
        painter = QPainter(self)
        paint.start(painter)
        for week in range(_WEEKS):
            self._paint_heads(painter, week)
            for rank in range(_DAYS * 2):
                self._paint_cell(painter, self._monday + timedelta(days=week * 7 + rank // 2), bool(rank % 2))

    def _paint_heads(self, painter: QPainter, week: int) -> None:
        c, caption = colours(), tokens().type.caption
        face = fonts.font(caption, fonts.MEDIUM)
        monday = self._monday + timedelta(days=7 * week)
        top = week * (_WEEK_HEIGHT + _BETWEEN)
        paint.words(
            painter, QRectF(0, top, _SIDE, 16), self.tr("sem. {0}").format(monday.isocalendar().week), face, c.text2
        )
        quiet = fonts.font(caption)
        for rank, half in enumerate((self.tr("Matin"), self.tr("Après-midi"))):
            area = QRectF(0, top + _HEAD + rank * (_CELL + _GAP), _SIDE, _CELL)
            paint.words(painter, area, half, quiet, c.text3)
        for offset in range(_DAYS):
            day = monday + timedelta(days=offset)
            cell = self._rect(day, False)
            words = _day_words(day)
            if paint.width_of(words, face) > cell.width() - 12:
                words = _day_words(day, short=True)
            area = QRectF(cell.left() + 4, top - 2, cell.width() - 4, 20)
            if day == self._today:
                tag = QRectF(cell.left(), top - 2, paint.width_of(words, face) + 12, 20)
                paint.box(painter, tag, tokens().radius.chip, c.accent)
                paint.words(painter, tag.adjusted(0, 0, 0, -0.5), words, face, c.on_accent, paint.CENTRE)
            else:
                paint.words(painter, area, words, face, c.text2)

    def _paint_cell(self, painter: QPainter, day: date, afternoon: bool) -> None:
        c, radius = colours(), tokens().radius.control
        rect = self._rect(day, afternoon)
        cell = self._cells.get((day, afternoon))
        current = self._current == (day, afternoon) and self.hasFocus()
        if cell is None:
            paint.box(painter, rect, radius, c.surface, c.accent if current else c.border, 2.0 if current else 1.0)
            if current:
                icons.paint_icon(painter, "plus", rect.left() + 11, rect.center().y() - 7, c.accent_ink, 14)
                face = fonts.font(tokens().type.caption, fonts.SEMIBOLD)
                paint.words(painter, rect.adjusted(31, 0, 0, -1), self._prompt, face, c.accent_ink)
            return
        filled = cell.state == "filled"
        if filled:
            paint.box(painter, rect, radius, c.accent_soft, c.accent)
            bar = QRectF(rect.left() + 4, rect.top() + 6, 3, rect.height() - 12)
            paint.box(painter, bar, 1.5, c.accent)
        else:
            paint.box(painter, rect, radius, c.surface, c.border_strong, 1.25, (5, 3))
        self._paint_words(painter, rect, cell, c.accent_ink if filled else c.text2)

    def _paint_words(self, painter: QPainter, rect: QRectF, cell: AgendaCell, ink: str) -> None:
        c = colours()
        face = fonts.font(tokens().type.caption, fonts.SEMIBOLD)
        area = QRectF(rect.left() + 13, rect.top() + 3, rect.width() - 17, 36)
        title = paint.two_lines(cell.title, face, round(area.width()))
        paint.wrapped(
            painter, area.adjusted(0, 0, 8, 0), title, face, ink, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        )
        small = fonts.font(tokens().type.cap)
        paint.words(painter, QRectF(area.left(), rect.bottom() - 20, area.width(), 16), cell.meta, small, c.text2)
        if cell.icon:
            icons.paint_icon(painter, cell.icon, rect.right() - 18, rect.bottom() - 18, c.text2, 13)

    def _rect(self, day: date, afternoon: bool) -> QRectF:
        days = (day - self._monday).days
        week, column = days // 7, days % 7
        width = (self.width() - _SIDE) / _DAYS
        top = week * (_WEEK_HEIGHT + _BETWEEN) + _HEAD + (_CELL + _GAP if afternoon else 0)
        return QRectF(round(_SIDE + column * width), top, round(width) - _GAP, _CELL)

    def _step(self, days: int) -> None:
        day, afternoon = self._current
        day += timedelta(days=days)
        while day.weekday() >= _DAYS:
            day += timedelta(days=days)
        self._go(day, afternoon)

    def _go(self, day: date, afternoon: bool) -> None:
        offset = (day - self._monday).days
        if not 0 <= offset < 7 * _WEEKS:
            self.weeks_asked.emit(1 if offset > 0 else -1)
            if not 0 <= (day - self._monday).days < 7 * _WEEKS:
                return
        self._current = (day, afternoon)
        self._say()
        self.moved.emit(day, afternoon)
        self.update()
        if self.hasFocus():
            focus_part_moved()

    def _say(self) -> None:
        day, afternoon = self._current
        cell = self._cells.get(self._current)
        half = self.tr("après-midi") if afternoon else self.tr("matin")
        words = self.tr("{0}, {1} : {2}")
        self.setAccessibleName(words.format(_day_words(day), half, cell.title if cell else self.tr("libre")))


def _day_words(day: date, *, short: bool = False) -> str:
    """« mar. 15 septembre », or « mar. 15 sept. »."""
    form = "ddd d MMM" if short else "ddd d MMMM"
    return locale().toString(QDate(day.year, day.month, day.day), form)
