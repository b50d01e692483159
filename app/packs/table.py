"""Strict reading of one table of a pack: every refusal names the file, the table and the key."""

import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

from app.domain.errors import InvalidData
from app.domain.quantities import MAX_CENTS, TEXT_LENGTH, Cents, HalfDays

E = TypeVar("E", bound=StrEnum)

ROOT = "document"
"""Name of the whole document, which holds the tables."""

MAX_HALF_DAYS = 2_000
"""Highest number of half-days that a pack can state."""


class Table:
    """One table being read; `close()` at the end refuses the keys that nobody asked for.

    Every reader raises `InvalidData`: `pack.missing_key`, `pack.wrong_type`, `pack.out_of_range`, `pack.empty_text`,
    `pack.text_too_long` or `pack.unknown_value`.
    """

    def __init__(self, file: str, name: str, values: Mapping[str, Any]) -> None:
        self.file = file
        self.name = name
        self._values = values
        self._asked: set[str] = set()

    def refusal(self, code: str, key: str, **params: object) -> InvalidData:
        """An error that says where it stands."""
        return InvalidData(code, file=self._place(key), table=self.name, key=key, **params)

    def has(self, key: str) -> bool:
        """Whether an optional key is there."""
        self._asked.add(key)
        return key in self._values

    def keys(self) -> tuple[str, ...]:
        """The keys of a table whose names are codes, in their order."""
        return tuple(self._values)

    def text(self, key: str) -> str:
        """A text that is not blank, in NFC."""
        return self._clean(key, self._value(key, str, "text"))

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, without doubles."""
        found = tuple(
            self._clean(key, self._checked(key, item, str, "text")) for item in self._value(key, list, "list")
        )
        self._refuse_double(key, found)
        return found

    def boolean(self, key: str) -> bool:
        """True or false."""
        return bool(self._value(key, bool, "boolean"))

    def integer(self, key: str, lowest: int, highest: int) -> int:
        """A whole number between two bounds, both included."""
        found: int = self._value(key, int, "integer")
        self._bound(key, Decimal(found), Decimal(lowest), Decimal(highest))
        return found

    def number(self, key: str) -> Decimal:
        """Any finite number, exactly as written."""
        self._asked.add(key)
        if key not in self._values:
            raise self.refusal("pack.missing_key", key)
        value = self._values[key]
        if isinstance(value, bool) or not isinstance(value, int | Decimal) or not Decimal(value).is_finite():
            raise self.refusal("pack.wrong_type", key, expected="number")
        return Decimal(value)

    def rate(self, key: str) -> Decimal:
        """A share between 0 and 1, written as a number (`0.50`)."""
        found = self.number(key)
        self._bound(key, found, Decimal(0), Decimal(1))
        return found

    def euros(self, key: str) -> Cents:
        """An amount written in euros, in cents."""
        cents = self.number(key) * 100
        self._bound(key, cents / 100, Decimal(0), Decimal(MAX_CENTS) / 100)
        if cents != cents.to_integral_value():
            raise self.refusal("pack.not_cents", key)
        return Cents(int(cents))

    def days(self, key: str) -> HalfDays:
        """Days written in days (`4.5`), in half-days."""
        halves = self.number(key) * 2
        self._bound(key, halves / 2, Decimal(0), Decimal(MAX_HALF_DAYS) / 2)
        if halves != halves.to_integral_value():
            raise self.refusal("pack.not_half_days", key)
        return HalfDays(int(halves))

    def day(self, key: str) -> date:
        """A civil date."""
        found = self._value(key, date, "date")
        if isinstance(found, datetime):
            raise self.refusal("pack.wrong_type", key, expected="date")
        return date(found.year, found.month, found.day)

    def table(self, key: str) -> "Table":
        """A table inside this one."""
        name = key if self.name == ROOT else f"{self.name}.{key}"
        return Table(self.file, name, self._value(key, dict, "table"))

    def tables(self, key: str) -> tuple["Table", ...]:
        """A list of tables, named `key[1]`, `key[2]`…; at least one."""
        found = self._value(key, list, "tables")
        if not found:
            raise self.refusal("pack.empty_list", key)
        return tuple(
            Table(self.file, f"{key}[{rank}]", self._checked(key, item, dict, "tables"))
            for rank, item in enumerate(found, start=1)
        )

    def close(self) -> None:
        """Refuses the keys that were not asked for.

        Raises:
            InvalidData: `pack.unknown_key`.
        """
        for key in self._values:
            if key not in self._asked:
                raise self.refusal("pack.unknown_key", key)

    def _place(self, key: str) -> str:
        """File, and line when it is known, of a key."""
        return self.file

    def _value(self, key: str, kind: type, expected: str) -> Any:
        self._asked.add(key)
        if key not in self._values:
            raise self.refusal("pack.missing_key", key)
        return self._checked(key, self._values[key], kind, expected)

    def _checked(self, key: str, value: object, kind: type, expected: str) -> Any:
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            raise self.refusal("pack.wrong_type", key, expected=expected)
        return value

    def _bound(self, key: str, found: Decimal, lowest: Decimal, highest: Decimal) -> None:
        if not lowest <= found <= highest:
            raise self.refusal("pack.out_of_range", key, found=found, lowest=lowest, highest=highest)

    def _clean(self, key: str, text: str) -> str:
        cleaned = unicodedata.normalize("NFC", text).strip()
        if cleaned == "":
            raise self.refusal("pack.empty_text", key)
        if len(cleaned) > TEXT_LENGTH:
            raise self.refusal("pack.text_too_long", key, longest=TEXT_LENGTH)
        return cleaned

    def _refuse_double(self, key: str, values: Iterable[str]) -> None:
        seen: set[str] = set()
        for value in values:
            if value in seen:
                raise self.refusal("pack.duplicate", key, found=value)
            seen.add(value)


def choice(table: Table, key: str, kind: type[E]) -> E:
    """One value of a closed list."""
    return _member(table, key, table.text(key), kind)


def choices(table: Table, key: str, kind: type[E]) -> tuple[E, ...]:
    """Several values of a closed list, without doubles."""
    return tuple(_member(table, key, item, kind) for item in table.texts(key))


def _member(table: Table, key: str, value: str, kind: type[E]) -> E:
    try:
        return kind(value)
    except ValueError:
        allowed = tuple(member.value for member in kind)
        raise table.refusal("pack.unknown_value", key, found=value, allowed=allowed) from None


def unique_codes(tables: Iterable[Table], key: str) -> None:
    """Refuses two tables of a list that carry the same code.

    Raises:
        InvalidData: `pack.duplicate`, at the second of them.
    """
    seen: set[str] = set()
    for table in tables:
        code = table.text(key)
        if code in seen:
            raise table.refusal("pack.duplicate", key, found=code)
        seen.add(code)
