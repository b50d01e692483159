"""« Jours »: the agenda of two weeks over the ledger, and the inline forms that write in it."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import QDate, QModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.days import DayEntry, HalfDay
from app.ui.cells import TextCell
from app.ui.language import locale
from app.ui.presenters import typed
from app.ui.presenters.attempts import Attempts
from app.ui.presenters.days import ADD, CORRECT, DaysPresenter
from app.ui.presenters.ledger_lines import LedgerLine
from app.ui.presenters.mission_context import MissionContext
from app.ui.qtmodels.cell_rows import ID_ROLE, CellRow, CellRowsModel
from app.ui.views import fonts
from app.ui.views.fonts import MEDIUM
from app.ui.views.kit import paint
from app.ui.views.kit.agenda import AgendaCell, HalfDayAgenda
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.surfaces import reveal
from app.ui.views.kit.table import Table, framed
from app.ui.views.kit.texts import Label, SectionTitle
from app.ui.views.look import tokens
from app.ui.views.mission.half_day_form import CorrectionEditor, HalfDayEditor

_TABLE_HEIGHT = 212
_TWO_LINES = 44
_PADDING = 12
_WIDTHS = (96, 82, 46, 160, 128, 94, 58, 68)
_DATE, _PURPOSE, _FOLDED, _ICON = 0, 3, (4, 5), 22
_DAYS = 6  # five days and the words at their left
_CELL_CHROME = 36


class DaysView(QWidget):
    """Agenda and ledger of one mission."""

    def __init__(self, context: MissionContext, attempts: Attempts) -> None:
        super().__init__()
        self._context = context
        self.presenter = DaysPresenter(context, attempts)
        self._correcting: UUID | None = None
        self.agenda = HalfDayAgenda("agenda", self.tr("Entrée : ½ j"))
        self.month = Label("", "body", weight=MEDIUM)
        self._phases = {phase.code: rank for rank, phase in enumerate(context.scheme.phases, 1)}
        self.editor = HalfDayEditor([(phase.code, phase.title) for phase in context.scheme.phases])
        self.correction = CorrectionEditor()
        self._correct = Button(self.tr("Corriger une ligne"), "correct_line", "ghost", "corner-down-right")
        self.table, self._model = self._ledger_table()
        self._lay_out()
        self._connect(attempts)
        self.agenda.set_today(self.presenter.today)
        self.agenda.show_from(self.presenter.monday)
        self.agenda.set_current(self.presenter.opening, False)
        self.show_all()

    def show_all(self) -> None:
        """Show the ledger and the weeks as they are now."""
        self.agenda.set_cells(self._cells())
        self._show_lines()
        monday = self.presenter.monday
        words = locale().toString(QDate(monday.year, monday.month, monday.day), "MMM yyyy")
        self.month.setText(words[:1].upper() + words[1:])
        writable = self._context.is_writable
        self._correct.setEnabled(writable)

    def turn(self, weeks: int) -> None:
        """Show other weeks."""
        self.presenter.turn(weeks)
        self.agenda.show_from(self.presenter.monday)
        self.show_all()

    def open_form(self, *, remote: bool = False) -> None:
        """Open the form of the current half-day."""
        if not self._context.is_writable:
            return
        day, afternoon = self.agenda.current()
        half = HalfDay.AFTERNOON if afternoon else HalfDay.MORNING
        self.correction.hide()
        self._show_ledger(False)
        self.editor.show_form(self.presenter.form(day, half, remote=remote))
        reveal(self.editor)

    def open_correction(self) -> None:
        """Open the correction of the line selected in the ledger, or else of the current half-day."""
        line = self._line_to_correct()
        if line is None or not self._context.is_writable:
            self._context.messages.tell(
                self.tr("Choisissez d’abord une ligne en vigueur, dans le registre ou l’agenda.")
            )
            return
        self._correcting = line.entry.id
        entry = line.entry
        words = self.tr("Corriger : {0}, {1}, {2}")
        self.editor.hide()
        self._show_ledger(True)
        self.correction.show_line(words.format(typed.day(entry.day), self._half_words(entry), entry.purpose))
        reveal(self.correction)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words of the ledger that do not fit take a second line; so do the agenda's names."""
        super().resizeEvent(event)
        self.agenda.set_cells(self._cells())
        self._show_lines()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """D adds at a distance, C corrects."""
        if event.modifiers():
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_D:
            self.open_form(remote=True)
        elif event.key() == Qt.Key.Key_C:
            self.open_correction()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.agenda)
        column.addWidget(self.editor)
        self._head = SectionTitle(
            self.tr("Registre des jours"), self.tr("jamais modifié : une erreur se corrige par une ligne")
        )
        self._head.add(self._correct)
        column.addWidget(self._head)
        column.addWidget(self.correction)
        self._card = framed(self.table)
        self._card.setMinimumHeight(_TABLE_HEIGHT)
        column.addWidget(self._card, 1)

    def _ledger_table(self) -> tuple[Table, CellRowsModel]:
        headers = [
            self.tr("Date"),
            self.tr("Moment"),
            self.tr("Ph."),
            self.tr("Objet"),
            self.tr("Intervenant"),
            self.tr("Lieu"),
            self.tr("Jours"),
            self.tr("Cumul"),
        ]
        model = CellRowsModel(headers, right=(6, 7), parent=self)
        table = Table("ledger", self.tr("Registre des jours"), row="ledger")
        table.setModel(model)
        table.set_widths(_WIDTHS, stretch=_PURPOSE)
        return table, model

    def _connect(self, attempts: Attempts) -> None:
        self.presenter.changed.connect(self.show_all)
        self.agenda.entered.connect(lambda _day, _afternoon: self.open_form())
        self.agenda.weeks_asked.connect(self.turn)
        self.editor.accepted.connect(self._add)
        self.editor.cancelled.connect(lambda: self._close(self.editor))
        self.correction.accepted.connect(self._correct_line)
        self.correction.cancelled.connect(lambda: self._close(self.correction))
        self._correct.clicked.connect(self.open_correction)
        attempts.refused.connect(self._refused)

    def _add(self) -> None:
        self.editor.set_refusal("")
        if self.presenter.add(self.editor.form()):
            self._close(self.editor)

    def _correct_line(self) -> None:
        self.correction.set_refusal("")
        if self._correcting is not None and self.presenter.correct(self._correcting, self.correction.reason.text()):
            self._close(self.correction)

    def _close(self, form: QWidget) -> None:
        form.hide()
        self._show_ledger(True)
        self.agenda.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_ledger(self, shown: bool) -> None:
        """The form of a half-day takes the place of the ledger."""
        self._head.setVisible(shown)
        self._card.setVisible(shown)

    def _show_lines(self) -> None:
        """Show the ledger: one line a row when every word fits, else person and place under the purpose."""
        lines = self.presenter.lines()
        face = fonts.font(tokens().type.small)
        rows = [self._row(line, folded=False) for line in lines]
        wanted = [
            max(
                (paint.width_of(cell.text, face) for row in rows if isinstance(cell := row.cells[column], TextCell)),
                default=0,
            )
            + 2 * _PADDING
            for column in range(len(_WIDTHS))
        ]
        fitted = (_DATE, *_FOLDED)
        widths = [max(least, wanted[column]) if column in fitted else least for column, least in enumerate(_WIDTHS)]
        room = self.table.viewport().width() - sum(widths) + widths[_PURPOSE]
        folded = wanted[_PURPOSE] + _ICON > room
        self.table.set_widths(widths, stretch=_PURPOSE)
        for column in _FOLDED:
            self.table.setColumnHidden(column, folded)
        self.table.set_row_height(_TWO_LINES if folded else tokens().size.row_ledger)
        self._model.set_rows([self._row(line, folded=True) for line in lines] if folded else rows)

    def _refused(self, where: str, sentence: str) -> None:
        if where == ADD:
            self.editor.set_refusal(sentence)
        elif where == CORRECT:
            self.correction.set_refusal(sentence)

    def _line_to_correct(self) -> LedgerLine | None:
        index: QModelIndex = self.table.currentIndex()
        if self.table.hasFocus() or not self.agenda.hasFocus():
            chosen = index.data(ID_ROLE) if index.isValid() else None
            if isinstance(chosen, UUID):
                return self.presenter.correctable(chosen)
        day, afternoon = self.agenda.current()
        half = HalfDay.AFTERNOON if afternoon else HalfDay.MORNING
        standing = self.presenter.standing().get((day, half), ())
        return self.presenter.correctable(standing[-1].id) if standing else None

    def _cells(self) -> dict[tuple[date, bool], AgendaCell]:
        cells = {}
        for (day, half), entries in self.presenter.standing().items():
            first = entries[0]
            meta = self._meta(first)
            if len(entries) > 1:
                meta = self.tr("{0} intervenants").format(len(entries))
            place = "monitor" if first.remote else "map-pin"
            cells[day, half is HalfDay.AFTERNOON] = AgendaCell("filled", first.purpose, meta, place)
        return cells

    def _meta(self, entry: DayEntry) -> str:
        """Phase and person, the name shortened until it fits the cell."""
        words = entry.performer.split()
        names = [entry.performer]
        if len(words) > 1:
            names += [f"{words[0][0]}. {words[-1]}", "".join(word[0].upper() for word in words)]
        room = self.agenda.width() / _DAYS - _CELL_CHROME
        face = fonts.font(tokens().type.cap)
        for name in names:
            meta = self.tr("Ph. {0} · {1}").format(self._phases.get(entry.phase, "?"), name)
            if paint.width_of(meta, face) <= room:
                return meta
        return self.tr("Ph. {0}").format(self._phases.get(entry.phase, "?"))

    def _row(self, line: LedgerLine, *, folded: bool) -> CellRow:
        entry, struck = line.entry, line.corrected
        tone = "warn" if line.correction else "text3" if struck else "text"
        quiet = "warn" if line.correction else "text3" if struck else "text2"
        purpose = self.tr("Annule : {0}").format(entry.purpose) if line.correction else entry.purpose
        place = self.tr("à distance") if entry.remote else entry.place or self.tr("sur site")
        if line.correction:
            place = "—"
        under = self.tr("{0} · {1}").format(entry.performer, place) if folded else ""
        cells = (
            TextCell(typed.day(entry.day), tone=quiet),
            TextCell(self._half_words(entry), tone=quiet),
            TextCell(str(line.phase), tone=quiet),
            TextCell(purpose, under, tone=tone, strike=struck, icon="corner-down-right" if line.correction else ""),
            TextCell(entry.performer, tone=quiet),
            TextCell(place, tone=quiet),
            TextCell(typed.days(line.half_days), tone=tone, right=True, strike=struck, weight=500),
            TextCell(typed.days(line.total), tone="text3" if struck else "text", right=True, weight=600),
        )
        return CellRow(entry.id, cells, "warn_soft" if line.correction else None)

    def _half_words(self, entry: DayEntry) -> str:
        return self.tr("matin") if entry.half_day is HalfDay.MORNING else self.tr("apr.-midi")
