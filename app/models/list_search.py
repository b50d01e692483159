"""Words searched in the list of missions: the FTS5 expression for rare ones, a look at the last changed rows for common ones.

A word that most missions hold would make the index list nearly all of them before the first row is known; the last changed
missions then answer sooner. Both ways cut words alike: letters and digits, without accents or case.
"""

import re
import unicodedata
from collections.abc import Callable, Sequence

_BETWEEN_WORDS = re.compile(r"[\W_]+")
_ACCENTS = re.compile(r"[\u0300-\u036f]+")
_BETWEEN_FIELDS = " ꙮ "
"""A word that nobody types, so that no phrase is found astride two fields."""


def match_expression(search: str) -> str:
    """The FTS5 expression of words as typed: all of them, each as a prefix; empty when there is nothing to look for.

    Digits typed in groups are also looked for together (« 732 829 320 » is a SIREN).
    """
    return " AND ".join(_alternatives(words) for words in _sought(search))


def holder(search: str) -> Callable[[Sequence[str]], bool]:
    """Whether the fields of a mission hold every word, as the index would say."""
    needles = [[[_phrase(word) for word in all_of] for all_of in words] for words in _sought(search)]

    def holds(fields: Sequence[str]) -> bool:
        text = _cut(_BETWEEN_FIELDS.join(fields))
        return all(any(all(part in text for part in all_of) for all_of in words) for words in needles)

    return holds


def _sought(search: str) -> list[list[list[str]]]:
    """Words of which all must be held; each is a list of alternatives, of which every part must be held."""
    found: list[list[list[str]]] = []
    digits: list[str] = []
    for word in search.split():
        if word.isdecimal():
            digits.append(word)
            continue
        found.extend(_digits(digits))
        digits = []
        if any(char.isalnum() for char in word):
            found.append([[word]])
    return [*found, *_digits(digits)]


def _digits(groups: list[str]) -> list[list[list[str]]]:
    if not groups:
        return []
    return [[groups, ["".join(groups)]]] if len(groups) > 1 else [[groups]]


def _alternatives(words: list[list[str]]) -> str:
    told = [" AND ".join(_prefix(word) for word in all_of) for all_of in words]
    return told[0] if len(told) == 1 else f"(({') OR ('.join(told)}))"


def _prefix(word: str) -> str:
    printable = "".join(char for char in word if char.isprintable())
    return '"{}"*'.format(printable.replace('"', '""'))


def _phrase(word: str) -> str:
    return _cut("".join(char for char in word if char.isprintable()))


def _cut(text: str) -> str:
    """Words of a text, each after one space, without accents or case."""
    if not text.isascii():
        text = _ACCENTS.sub("", unicodedata.normalize("NFKD", text))
    return " " + _BETWEEN_WORDS.sub(" ", text.lower()).strip()
