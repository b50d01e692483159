"""The text catalogue: a stable code and its parameters become a French sentence."""

import string
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Any

from app.domain.errors import CodedError, InvalidData
from app.domain.quantities import Cents, HalfDays
from app.packs import french
from app.packs.source import PackSource
from app.packs.typography import typeset
from app.resources import resource_path

WORDS = "words"
"""Table of the words that stand for codes, one group each (`words.half_day`)."""


class Texts:
    """Sentences by dotted code, in any table of the catalogue, and words by group and code.

    A template is filled as `str.format` would, with these formats: `{amount:money}`, `{days:half_days}`, `{day:date}`,
    `{day:short_date}`, `{count:number}`, `{rate:share}`, `{count:plural thème|thèmes}`, `{code:word half_day}`,
    `{codes:list}`; without a format the value is written as it is.
    """

    def __init__(self, sentences: Mapping[str, str], words: Mapping[str, Mapping[str, str]]) -> None:
        self._sentences = sentences
        self._words = words
        self._formatter = _FrenchFormatter(self)

    @classmethod
    def load(cls, path: Path | None = None) -> "Texts":
        """The shipped French catalogue, or another file of the same form.

        Raises:
            InvalidData: `pack.unreadable`, `pack.not_utf8`, `pack.not_toml`, `pack.wrong_type`, `pack.duplicate`.
        """
        return cls.read(PackSource.read(path or resource_path("texts", "fr.toml")))

    @classmethod
    def read(cls, source: PackSource) -> "Texts":
        """A catalogue from its bytes; same refusals as `load`."""
        document = source.parsed()
        words = {
            group: MappingProxyType(_strings(source, f"{WORDS}.{group}", table))
            for group, table in _table(source, WORDS, document.pop(WORDS, {})).items()
        }
        sentences: dict[str, str] = {}
        for name, table in document.items():
            for code, sentence in _strings(source, name, table).items():
                if code in sentences:
                    raise InvalidData("pack.duplicate", file=source.file, table=name, key=code, found=code)
                sentences[code] = sentence
        return cls(MappingProxyType(sentences), MappingProxyType(words))

    @property
    def codes(self) -> frozenset[str]:
        """Every code that has a sentence."""
        return frozenset(self._sentences)

    def template(self, code: str) -> str:
        """The sentence of a code before it is filled.

        Raises:
            InvalidData: `text.missing`.
        """
        try:
            return self._sentences[code]
        except KeyError:
            raise InvalidData("text.missing", text=code) from None

    def sentence(self, code: str, params: Mapping[str, object] = MappingProxyType({})) -> str:
        """The sentence of a code, filled and typeset.

        Raises:
            InvalidData: `text.missing`, `text.param_missing`, or `text.bad_format` for a value of another type.
        """
        template = self.template(code)
        try:
            filled = self._formatter.vformat(template, (), params)
        except (ValueError, TypeError, ArithmeticError):
            raise InvalidData("text.bad_format", text=code) from None
        except KeyError as error:
            raise InvalidData("text.param_missing", text=code, param=str(error.args[0])) from None
        return typeset(filled)

    def error(self, error: CodedError) -> str:
        """What the user is told of an error known by its code; same refusals as `sentence`."""
        return self.sentence(error.code, error.params)

    def word(self, group: str, code: str) -> str:
        """The word that stands for a code, such as « matin » for `half_day`, `am`.

        Raises:
            InvalidData: `text.missing`.
        """
        try:
            return typeset(self._words[group][str(code)])
        except KeyError:
            raise InvalidData("text.missing", text=f"{WORDS}.{group}.{code}") from None


class _FrenchFormatter(string.Formatter):
    """`str.format` with the formats of the catalogue; names only, neither attributes nor items."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts

    def get_field(self, field_name: str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> tuple[Any, str]:
        return kwargs[field_name], field_name

    def format_field(self, value: Any, format_spec: str) -> str:
        name, _, rest = format_spec.partition(" ")
        if name == "":
            return str(value)
        if name == "plural":
            one, _, many = rest.partition("|")
            return french.counted(value, one, many)
        if name == "word":
            return self._texts.word(rest, value)
        return _FORMATS[name](value)


def _amount(value: Any) -> str:
    return french.money(Cents(_exact(value, int)))


def _half_days(value: Any) -> str:
    return french.days(HalfDays(_exact(value, int)))


def _exact(value: Any, kind: type | tuple[type, ...]) -> Any:
    if not isinstance(value, kind):
        raise TypeError(type(value))
    return value


_FORMATS: Mapping[str, Callable[[Any], str]] = MappingProxyType(
    {
        "money": _amount,
        "half_days": _half_days,
        "date": lambda value: french.long_date(_exact(value, date)),
        "short_date": lambda value: french.short_date(_exact(value, date)),
        "number": lambda value: french.number(_exact(value, (int, Decimal))),
        "share": lambda value: french.share(_exact(value, Decimal)),
        "list": lambda value: french.listing(tuple(str(item) for item in value)),
    }
)


def _table(source: PackSource, name: str, value: object) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise InvalidData("pack.wrong_type", file=source.file, table="document", key=name, expected="table")
    return value


def _strings(source: PackSource, name: str, value: object) -> dict[str, str]:
    table = _table(source, name, value)
    for key, text in table.items():
        if not isinstance(text, str):
            raise InvalidData("pack.wrong_type", file=source.file, table=name, key=key, expected="text")
    return table
