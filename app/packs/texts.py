"""The text catalogue: a stable code and its parameters become a sentence, in French or in English."""

import string
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Any, Protocol

from app.domain.errors import CodedError, InvalidData
from app.domain.quantities import Cents, HalfDays
from app.packs import english, french, typography
from app.packs.source import PackSource
from app.resources import resource_path
from app.services.languages import Language

WORDS = "words"
"""Table of the words that stand for codes, one group each (`words.half_day`)."""


class Writing(Protocol):
    """How a language writes numbers, amounts, days, dates and lists: the functions of `app.packs.french`."""

    def number(self, value: int | Decimal, /) -> str:
        """A number."""

    def money(self, amount: Cents, /) -> str:
        """An amount in euros."""

    def days(self, half_days: HalfDays, /) -> str:
        """A length in days."""

    def share(self, rate: Decimal, /) -> str:
        """A share in percent."""

    def counted(self, count: int | Decimal, one: str, many: str, /) -> str:
        """A count and its noun."""

    def long_date(self, day: date, /) -> str:
        """A civil date in words."""

    def short_date(self, day: date, /) -> str:
        """A short civil date."""

    def listing(self, items: tuple[str, ...], /) -> str:
        """A list in a sentence."""


WRITINGS: Mapping[Language, tuple[Writing, Callable[[str], str]]] = MappingProxyType(
    {Language.FRENCH: (french, typography.typeset), Language.ENGLISH: (english, english.typeset)}
)
"""Writing and typography of each language."""


class Texts:
    """Sentences by dotted code, in any table of the catalogue, and words by group and code.

    A template is filled as `str.format` would, with these formats: `{amount:money}`, `{days:half_days}`, `{day:date}`,
    `{day:short_date}`, `{count:number}`, `{rate:share}`, `{count:plural thème|thèmes}`, `{code:word half_day}`,
    `{codes:list}`; without a format the value is written as it is.
    """

    def __init__(
        self, sentences: Mapping[str, str], words: Mapping[str, Mapping[str, str]], language: Language = Language.FRENCH
    ) -> None:
        self._sentences = sentences
        self._words = words
        writing, self._typeset = WRITINGS[language]
        self._formatter = _Formatter(self, writing)

    @classmethod
    def load(cls, path: Path | None = None, language: Language = Language.FRENCH) -> "Texts":
        """The shipped catalogue of a language, or another file of the same form.

        Raises:
            InvalidData: `pack.unreadable`, `pack.not_utf8`, `pack.not_toml`, `pack.wrong_type`, `pack.duplicate`.
        """
        return cls.read(PackSource.read(path or resource_path("texts", f"{language}.toml")), language)

    @classmethod
    def read(cls, source: PackSource, language: Language = Language.FRENCH) -> "Texts":
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
        return cls(MappingProxyType(sentences), MappingProxyType(words), language)

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
        return self._typeset(filled)

    def error(self, error: CodedError) -> str:
        """What the user is told of an error known by its code; same refusals as `sentence`."""
        return self.sentence(error.code, error.params)

    def word(self, group: str, code: str) -> str:
        """The word that stands for a code, such as « matin » for `half_day`, `am`.

        Raises:
            InvalidData: `text.missing`.
        """
        try:
            return self._typeset(self._words[group][str(code)])
        except KeyError:
            raise InvalidData("text.missing", text=f"{WORDS}.{group}.{code}") from None


class _Formatter(string.Formatter):
    """`str.format` with the formats of the catalogue; names only, neither attributes nor items."""

    def __init__(self, texts: Texts, writing: Writing) -> None:
        self._texts = texts
        self._writing = writing

    def get_field(self, field_name: str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> tuple[Any, str]:
        return kwargs[field_name], field_name

    def format_field(self, value: Any, format_spec: str) -> str:
        name, _, rest = format_spec.partition(" ")
        if name == "":
            return str(value)
        if name == "plural":
            one, _, many = rest.partition("|")
            return self._writing.counted(value, one, many)
        if name == "word":
            return self._texts.word(rest, value)
        return _FORMATS[name](self._writing, value)


def _exact(value: Any, kind: type | tuple[type, ...]) -> Any:
    if not isinstance(value, kind):
        raise TypeError(type(value))
    return value


_FORMATS: Mapping[str, Callable[[Writing, Any], str]] = MappingProxyType(
    {
        "money": lambda writing, value: writing.money(Cents(_exact(value, int))),
        "half_days": lambda writing, value: writing.days(HalfDays(_exact(value, int))),
        "date": lambda writing, value: writing.long_date(_exact(value, date)),
        "short_date": lambda writing, value: writing.short_date(_exact(value, date)),
        "number": lambda writing, value: writing.number(_exact(value, (int, Decimal))),
        "share": lambda writing, value: writing.share(_exact(value, Decimal)),
        "list": lambda writing, value: writing.listing(tuple(str(item) for item in value)),
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
