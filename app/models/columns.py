"""Column types that hand out domain values: identifiers, instants, civil days, decimals, enumerations, lists of words."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, Generic, TypeVar
from uuid import UUID

from sqlalchemy import Dialect, Integer, Text
from sqlalchemy.types import TypeDecorator, TypeEngine

from app.domain.errors import InvalidData
from app.models.encoding import instant_from_int, instant_to_int, words_from_text, words_to_text

T = TypeVar("T")


class Converted(TypeDecorator[T], Generic[T]):
    """A value kept as text or integer through a pair of functions; None stays None."""

    impl: type[TypeEngine[Any]] = Text
    cache_ok = True
    to_column: Callable[[Any], Any] = staticmethod(str)
    from_column: Callable[[Any], Any]

    def process_bind_param(self, value: T | None, dialect: Dialect) -> Any:
        """What the column keeps."""
        return None if value is None else self.to_column(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> T | None:
        """What the domain reads."""
        if value is None:
            return None
        try:
            converted: T = self.from_column(value)
        except (ValueError, ArithmeticError) as error:
            raise InvalidData("storage.value_unreadable", kind=type(self).__name__) from error
        return converted


class Identifier(Converted[UUID]):
    """A UUID, in its usual writing."""

    cache_ok = True
    from_column = UUID


class Day(Converted[date]):
    """A civil day, `YYYY-MM-DD`."""

    cache_ok = True
    to_column = staticmethod(date.isoformat)
    from_column = staticmethod(date.fromisoformat)


class Exact(Converted[Decimal]):
    """A decimal number, in digits."""

    cache_ok = True
    from_column = Decimal


class Instant(Converted[datetime]):
    """An aware instant, in microseconds since 1970, UTC."""

    impl = Integer
    cache_ok = True
    to_column = staticmethod(instant_to_int)
    from_column = staticmethod(instant_from_int)


class Flag(Converted[bool]):
    """A boolean, 0 or 1."""

    impl = Integer
    cache_ok = True
    to_column = staticmethod(int)
    from_column = staticmethod(bool)


class Words(Converted[tuple[str, ...]]):
    """A list of texts, as JSON."""

    cache_ok = True
    to_column = staticmethod(words_to_text)
    from_column = staticmethod(words_from_text)


class Choice(Converted[StrEnum]):
    """A member of an enumeration, by its value.

    Attributes:
        members: The enumeration.
    """

    cache_ok = True

    def __init__(self, members: type[StrEnum]) -> None:
        super().__init__()
        self.members = members
        self.from_column = members


class Choices(Converted[tuple[StrEnum, ...]]):
    """Several members of an enumeration, as JSON.

    Attributes:
        members: The enumeration.
    """

    cache_ok = True
    to_column = staticmethod(words_to_text)

    def __init__(self, members: type[StrEnum]) -> None:
        super().__init__()
        self.members = members

    def from_column(self, text: str) -> tuple[StrEnum, ...]:
        """The members that the JSON names."""
        return tuple(self.members(value) for value in words_from_text(text))
