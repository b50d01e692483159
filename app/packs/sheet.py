"""A referential written in a spreadsheet (CSV), read as the document of a pack; each refusal names the line."""

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from app.domain.errors import InvalidData
from app.packs.source import MAX_PACK_BYTES, PackSource
from app.packs.table import ROOT, Table

KEYED = ("pack", "referential")
"""Tables written one key a line, in the columns `key` and `value`."""

LISTED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "level": ("code", "label", "points"),
        "lever": ("code", "title", "short_title", "opens_accompaniment"),
        "theme": ("code", "lever", "title", "scope", "factors"),
    }
)
"""Lists written one element a line, each with its own columns."""

COLUMNS = ("table", "key", "value", *dict.fromkeys(column for columns in LISTED.values() for column in columns))
DELIMITERS = ";,\t"
LONGEST_NUMBER = 9
"""Digits of the longest number that a cell can hold."""

YES, NO = frozenset({"oui", "vrai", "true", "1"}), frozenset({"non", "faux", "false", "0"})


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not empty: its number in the file (the first, when a cell holds several) and its filled cells."""

    number: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A spreadsheet read: the values of the document, and the line of each.

    Attributes:
        file: Short name said to the user.
        values: Document as a pack writes it; a cell that cannot be converted stays a text, which the loader refuses.
        lines: Numbers of the lines of each list.
        keys: Numbers of the lines of each key of a table written one key a line.
    """

    file: str
    values: Mapping[str, Any]
    lines: Mapping[str, Sequence[int]]
    keys: Mapping[str, Mapping[str, int]]

    def document(self) -> Table:
        """The document, whose refusals say `file:line`."""
        return _SheetDocument(self)


class _SheetDocument(Table):
    """The whole document of a spreadsheet."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__(sheet.file, ROOT, sheet.values)
        self._sheet = sheet

    def table(self, key: str) -> Table:
        self._value(key, dict, "table")
        return _KeyedTable(self.file, key, self._sheet.values[key], self._sheet.keys[key])

    def tables(self, key: str) -> tuple[Table, ...]:
        found = super().tables(key)
        for table, line in zip(found, self._sheet.lines[key], strict=True):
            table.file = f"{self.file}:{line}"
        return found


class _KeyedTable(Table):
    """A table written one key a line."""

    def __init__(self, file: str, name: str, values: Mapping[str, Any], lines: Mapping[str, int]) -> None:
        super().__init__(file, name, values)
        self._lines = lines

    def _place(self, key: str) -> str:
        return f"{self.file}:{self._lines[key]}" if key in self._lines else self.file


def read_sheet(source: PackSource) -> Sheet:
    """A spreadsheet as saved in « CSV UTF-8 », its columns parted by semicolons, commas or tabulations.

    Raises:
        InvalidData: `pack.too_large`, `pack.not_utf8`, `pack.not_csv`, `pack.unknown_column`, `pack.missing_column`,
            `pack.unknown_row`, `pack.cell_misplaced`, `pack.duplicate`.
    """
    keyed: dict[str, dict[str, Any]] = {name: {} for name in KEYED}
    keys: dict[str, dict[str, int]] = {name: {} for name in KEYED}
    listed: dict[str, list[dict[str, Any]]] = {name: [] for name in LISTED}
    lines: dict[str, list[int]] = {name: [] for name in LISTED}
    for line in _lines(source):
        name = line.cells.get("table", "")
        if name in keyed:
            key, value = _pair(source.file, line)
            if key in keys[name]:
                raise _refusal("pack.duplicate", source.file, line, key, table=name, found=key)
            keyed[name][key], keys[name][key] = value, line.number
        elif name in listed:
            listed[name].append(_element(source.file, line, name))
            lines[name].append(line.number)
        else:
            raise _refusal("pack.unknown_row", source.file, line, "table", found=name, allowed=(*KEYED, *LISTED))
    keyed["pack"].setdefault("kind", "referential")
    return Sheet(source.file, {**keyed, **{name: rows for name, rows in listed.items() if rows}}, lines, keys)


def _refusal(code: str, file: str, line: Line, key: str, **params: object) -> InvalidData:
    return InvalidData(code, file=f"{file}:{line.number}", key=key, **params)


def _lines(source: PackSource) -> Iterator[Line]:
    text = _text(source)
    first = text.partition("\n")[0]
    delimiter = max(DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    columns: list[str] = []
    number = 1
    try:
        for row in reader:
            cells = [cell.strip() for cell in row]
            if any(cells) and not columns:
                columns = _columns(source.file, number, cells)
            elif any(cells):
                yield _line(source.file, number, columns, cells)
            number = reader.line_num + 1
    except csv.Error as error:
        raise InvalidData("pack.not_csv", file=f"{source.file}:{number}", detail=str(error)) from None
    if not columns:
        raise InvalidData("pack.missing_column", file=source.file, found=COLUMNS[0])


def _line(file: str, number: int, columns: Sequence[str], cells: Sequence[str]) -> Line:
    if any(cells[len(columns) :]):
        raise InvalidData("pack.too_many_cells", file=f"{file}:{number}", most=len(columns), found=len(cells))
    return Line(number, MappingProxyType({name: cell for name, cell in zip(columns, cells, strict=False) if cell}))


def _text(source: PackSource) -> str:
    if len(source.content) > MAX_PACK_BYTES:
        raise InvalidData("pack.too_large", file=source.file, longest=MAX_PACK_BYTES)
    try:
        return source.content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InvalidData("pack.not_utf8", file=source.file, position=error.start) from None


def _columns(file: str, number: int, cells: Sequence[str]) -> list[str]:
    while cells and not cells[-1]:
        cells = cells[:-1]
    place = f"{file}:{number}"
    for rank, name in enumerate(cells):
        if name not in COLUMNS:
            raise InvalidData("pack.unknown_column", file=place, found=name, allowed=COLUMNS)
        if name in cells[:rank]:
            raise InvalidData("pack.duplicate_column", file=place, found=name)
    for name in COLUMNS:
        if name not in cells:
            raise InvalidData("pack.missing_column", file=place, found=name)
    return list(cells)


def _pair(file: str, line: Line) -> tuple[str, Any]:
    _refuse_others(file, line, ("key", "value"))
    key = line.cells.get("key")
    if key is None:
        raise _refusal("pack.missing_key", file, line, "key", table=line.cells["table"])
    return key, _PAIRS.get(key, str)(line.cells.get("value", ""))


def _element(file: str, line: Line, name: str) -> dict[str, Any]:
    _refuse_others(file, line, LISTED[name])
    values = {column: _CELLS.get(column, str)(line.cells[column]) for column in LISTED[name] if column in line.cells}
    if "factors" in LISTED[name]:
        values.setdefault("factors", [])
    return values


def _refuse_others(file: str, line: Line, columns: Sequence[str]) -> None:
    for column in line.cells:
        if column != "table" and column not in columns:
            raise _refusal("pack.cell_misplaced", file, line, column, table=line.cells["table"], allowed=columns)


def _whole(cell: str) -> int | str:
    return int(cell) if cell.isascii() and cell.isdigit() and len(cell) <= LONGEST_NUMBER else cell


def _yes_no(cell: str) -> bool | str:
    word = cell.casefold()
    return word in YES if word in YES | NO else cell


def _day(cell: str) -> date | str:
    for written in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(cell, written).date()  # noqa: DTZ007 a civil date
        except ValueError:
            continue
    return cell


def _several(cell: str) -> list[str]:
    return [part.strip() for part in cell.replace("|", ",").split(",") if part.strip()]


_CELLS: Mapping[str, Callable[[str], Any]] = MappingProxyType(
    {"points": _whole, "opens_accompaniment": _yes_no, "factors": _several}
)
_PAIRS: Mapping[str, Callable[[str], Any]] = MappingProxyType(
    {"official": _yes_no, "valid_from": _day, "valid_until": _day, "levers": _whole, "themes": _whole}
)
