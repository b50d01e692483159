"""The missions of the list as a table: rows as given, page by page, and what each column says of them."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from enum import IntEnum
from typing import Any, NamedTuple
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from app.services.rows import MissionRow, ShownState
from app.ui import written
from app.ui.cells import CELL_ROLE, BarCell, ChipCell, PairCell, TextCell

Index = QModelIndex | QPersistentModelIndex
ID_ROLE = Qt.ItemDataRole.UserRole + 1
"""Role of the mission's identifier, a UUID."""

THEMES = 29
INDEX_TOP = 290


class Path(NamedTuple):
    """What the days of a mission are shown against.

    Attributes:
        bound: Half-days of the whole path.
        boundary: Half-days from which a service is an accompaniment.
    """

    bound: int
    boundary: int


COMMON_PATH = Path(60, 10)
"""30 days, and the boundary of 5 days, until the scheme of a mission is read. Source: FACTS.md §2.8."""


class Column(IntEnum):
    """Columns of the list."""

    COMPANY = 0
    STATE = 1
    INDEX = 2
    DAYS = 3
    PROGRESS = 4
    MODIFIED = 5


class MissionsModel(QAbstractTableModel):
    """Rows of the list; it knows no query.

    Signals:
        more_wanted: The view is at the end of the rows and others match.
    """

    more_wanted = Signal()

    def __init__(self, today: date, parent: QObject | None = None) -> None:
        """Make an empty list; `today` is the civil day of the user, for « auj. »."""
        super().__init__(parent)
        self._today = today
        self._rows: list[MissionRow] = []
        self._matching = 0
        self._paths: Mapping[str, Path] = {}

    def set_paths(self, paths: Mapping[str, Path]) -> None:
        """Show the days of each mission against the path of its scheme, once the schemes are read."""
        self._paths = paths
        if self._rows:
            last = len(self._rows) - 1
            self.dataChanged.emit(self.index(0, Column.DAYS), self.index(last, Column.DAYS))

    def set_rows(self, rows: Sequence[MissionRow], matching: int) -> None:
        """Show another list, of which these are the first rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self._matching = matching
        self.endResetModel()

    def add_rows(self, rows: Sequence[MissionRow]) -> None:
        """Append the next rows of the same list."""
        if not rows:
            self._matching = len(self._rows)
            return
        first = len(self._rows)
        self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
        self._rows += rows
        self.endInsertRows()

    def row_of(self, mission_id: UUID | None) -> int:
        """Place of a mission among the rows shown, or −1."""
        return next((rank for rank, row in enumerate(self._rows) if row.id == mission_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own default
        """Rows held so far."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own default
        """Always the same."""
        return 0 if parent.isValid() else len(Column)

    def canFetchMore(self, parent: Index) -> bool:
        """Whether others match."""
        return not parent.isValid() and len(self._rows) < self._matching

    def fetchMore(self, parent: Index) -> None:
        """Ask for the next rows."""
        if not parent.isValid():
            self.more_wanted.emit()

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Titles of the columns."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            titles = {
                Column.COMPANY: self.tr("Entreprise"),
                Column.STATE: self.tr("État"),
                Column.INDEX: self.tr("I2DF entrée → sortie"),
                Column.DAYS: self.tr("Jours"),
                Column.PROGRESS: self.tr("Avancement"),
                Column.MODIFIED: self.tr("Modifiée"),
            }
            return titles[Column(section)]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words, drawing or identifier of a cell."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], Column(index.column())
        if role == ID_ROLE:
            return row.id
        if role == CELL_ROLE:
            return self._cell(row, column)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(row, column)
        return None

    def _cell(self, row: MissionRow, column: Column) -> object:
        if column is Column.COMPANY:
            return TextCell(row.company, self._under(row), weight=600)
        if column is Column.STATE:
            return ChipCell(self._state(row.state), row.state.value)
        if column is Column.INDEX:
            return PairCell(row.entry_index, row.exit_index, INDEX_TOP, self.tr("pas encore d’indice"))
        if column is Column.DAYS:
            path = self._paths.get(row.scheme, COMMON_PATH)
            quiet = self.tr(" / {0}").format(days_words(path.bound))
            limit = max(path.bound, row.half_days)
            return BarCell(days_words(row.half_days), quiet, row.half_days, limit, path.boundary)
        if column is Column.PROGRESS:
            waits = row.state is ShownState.SEALED
            return TextCell(self._progress(row), tone="warn" if waits else "text2", weight=600 if waits else 400)
        return TextCell(self._modified(row.modified_at), tone="text2")

    def _words(self, row: MissionRow, column: Column) -> str:
        if column is Column.COMPANY:
            return f"{row.company}, {self._under(row)}"
        if column is Column.STATE:
            return self._state(row.state)
        if column is Column.INDEX:
            entry, leaving = (str(value) if value is not None else "—" for value in (row.entry_index, row.exit_index))
            return f"{entry} → {leaving}"
        if column is Column.DAYS:
            bound = self._paths.get(row.scheme, COMMON_PATH).bound
            return self.tr("{0} jours sur {1}").format(days_words(row.half_days), days_words(bound))
        return self._progress(row) if column is Column.PROGRESS else self._modified(row.modified_at)

    def _under(self, row: MissionRow) -> str:
        return " · ".join(filter(None, (row.trade, row.town, row.reference)))

    def _state(self, state: ShownState) -> str:
        return {
            ShownState.DRAFT: self.tr("Brouillon"),
            ShownState.SEALED: self.tr("Scellée"),
            ShownState.DEPOSITED: self.tr("Déposée"),
            ShownState.REOPENED: self.tr("Rouverte"),
            ShownState.AWAY: self.tr("Transmise"),
        }[state]

    def _progress(self, row: MissionRow) -> str:
        if row.state is ShownState.SEALED:
            return self.tr("à déposer")
        if row.state is ShownState.AWAY:
            return self.tr("chez un collègue")
        if row.state is ShownState.REOPENED:
            return self.tr("version {0} en cours").format(row.version + 1)
        if row.entry_index is not None and row.exit_index is not None:
            return self.tr("I2DF {0}").format(signed(row.exit_index - row.entry_index))
        return self.tr("diagnostic seul") if row.state is ShownState.DEPOSITED else self._draft_progress(row)

    def _draft_progress(self, row: MissionRow) -> str:
        if row.exit_answered:
            return self.tr("{0}/29 en sortie").format(row.exit_answered)
        if row.entry_answered < THEMES:
            return self.tr("{0}/29 en entrée").format(row.entry_answered)
        if row.actions == 1:
            return self.tr("plan : 1 action")
        return self.tr("plan : {0} actions").format(row.actions) if row.actions else self.tr("plan à écrire")

    def _modified(self, at: datetime) -> str:
        local = at.astimezone()
        if local.date() == self._today:
            return self.tr("auj. {0}").format(f"{local:%H:%M}")
        if local.date() == self._today - timedelta(days=1):
            return self.tr("hier {0}").format(f"{local:%H:%M}")
        return written.day(local.date())


def days_words(half_days: int) -> str:
    """Half-days as days: « 17,5 »."""
    return written.short_days(half_days)


def grouped(count: int) -> str:
    """A count with no-break spaces between thousands: « 1 000 »."""
    return written.number(count)


def signed(value: int) -> str:
    """A difference with its sign: « +57 », « −3 »."""
    return f"+{value}" if value > 0 else str(value).replace("-", "−")
