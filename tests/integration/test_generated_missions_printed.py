"""Missions made at random from a seed, hostile texts included: every value that must be printed is in the visible text.

`JALON_MISSIONS=200` makes as many of them; the suite makes twenty.
"""

import os
import random
import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from typing import Any

import pypdfium2
import pytest

from app.bootstrap.printing import Printer
from app.domain.quantities import Cents
from app.packs.french import long_date, money, short_date
from app.packs.library import PackLibrary
from app.packs.sealed_fields import sealed_fields
from app.packs.typography import typeset_paragraph
from app.reports.writing import printable
from app.sync.contract.canonical import canonical_bytes, read_canonical
from app.sync.contract.unseal import unseal
from tests.integration.pdf_reading import elements_told, squeezed
from tests.integration.test_sealed_fields_printed import _CODES, _FIXED
from tests.support.sealed_fixtures import generations, sealed_bytes

SEEDS = range(int(os.environ.get("JALON_MISSIONS", "20")))
LINE, TEXT = 200, 5_000
LONG = {"summary", "notes", "reason", "justification", "evidence", "observations", "strengths", "weaknesses", "links"}
WORDS = (
    "Usine 🏭 du futur 👩‍🔧 {}",
    "مصنع المستقبل {} في تولوز",
    "<b>gras</b> &amp; <para> {} </font> ]]> [[crochets]]",
    "x{}" + "x" * TEXT,
    "Une phrase {} qui va jusqu’au bout de la ligne, et plus loin : « oui » ; non ! ",
    "{}",
    "- premier point {}\n\n- second point ; peut-être-celui-là-\nfin",
)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_NOT_WORDS = re.compile(r".*(\.sentence|\.warning)|version\..*|.*(\.id|_id|version|code)")
"""Texts that the pack or the program words."""


class Made:
    """A sealed document whose free texts, days and amounts are drawn at random."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311 no secret
        self._count = 0
        self._kind = WORDS[seed % len(WORDS)]
        source = read_canonical(sealed_bytes(generations()[-1], "exit"))
        self.value = self._drawn(source, "")
        for day in self.value["days"]:
            day["people_met"] = []

    def _drawn(self, value: Any, path: str) -> Any:
        if isinstance(value, dict):
            return {key: self._drawn(one, f"{path}.{key}" if path else key) for key, one in value.items()}
        if isinstance(value, list):
            return [self._drawn(one, path if isinstance(one, str) else f"{path}[]") for one in value]
        if isinstance(value, str) and not (_FIXED.fullmatch(value) or _CODES.fullmatch(path)):
            return value if _NOT_WORDS.fullmatch(path) else self._text(path)
        if path.endswith(("effort_half_days", "actions[].cost_cents")):
            return self._random.randint(0, 99_999)
        return value

    def _text(self, path: str) -> str:
        self._count += 1
        mark = f"Zq{self._count}w"
        longest = TEXT if path.rpartition(".")[2] in LONG and self._random.random() < 0.02 else LINE
        text = self._kind.format(mark)
        return (text * (max(1, longest // len(text)) if longest == TEXT else 1))[:longest].strip()


def leaves(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every simple value with its path."""
    if isinstance(value, dict):
        for key, one in value.items():
            yield from leaves(one, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for one in value:
            yield from leaves(one, path if isinstance(one, str) else f"{path}[]")
    else:
        yield path, value


def forms(path: str, value: Any) -> tuple[str, ...]:  # noqa: PLR0911 one way a kind of value
    """Ways in which a value may be written; none when another test looks at it (codes, words of a pack, flags)."""
    if isinstance(value, str):
        if _DAY.fullmatch(value):
            day = date.fromisoformat(value)
            return short_date(day), long_date(day)
        if _FIXED.fullmatch(value) or _CODES.fullmatch(path) or _NOT_WORDS.fullmatch(path):
            return (value,) if path.endswith((".theme", ".themes", "mission.reference")) else ()
        return (printable("\n".join(typeset_paragraph(line) for line in value.split("\n"))),)
    if isinstance(value, int) and not isinstance(value, bool):
        if path.endswith("_cents"):
            return (money(Cents(value)),)
        if path.endswith(("placement.value", "placement.effort", "actions[].rank", "assessments[].index")):
            return (str(value),)
        if path.endswith("effort_half_days"):
            return (money(Cents(value * 50)).removesuffix("€").strip(), f"{value // 2},5")
    return ()


def inside_and_whole(pdf: bytes) -> tuple[str, str]:
    """The text inside the pages, and all the text, without spaces."""
    with pypdfium2.PdfDocument(pdf) as document:
        pages = [page.get_textpage() for page in document]
        inside = "".join(page.get_text_bounded() for page in pages)
        whole = "".join(page.get_text_range() for page in pages)
    return squeezed(inside), squeezed(whole)


def bare(text: str) -> str:
    """A text without spaces nor hyphens: pdfium takes any hyphen at the end of a line for that of a cut word."""
    return squeezed(text).replace("-", "")


def is_told(text: str, told: str) -> bool:
    """Whether a text is there to its last letter, in one paragraph or as a list of its lines."""
    return bare(text) in told or ("\n" in text and all(bare(line) in told for line in text.split("\n")))


@pytest.fixture(scope="module")
def roadmap() -> Callable[..., bytes]:
    return Printer(PackLibrary.shipped(), lambda: datetime(2026, 3, 1, tzinfo=UTC)).roadmap


@pytest.mark.parametrize("seed", SEEDS)
def test_every_value_that_must_be_printed_is_seen(seed: int, roadmap: Callable[..., bytes]) -> None:
    made = Made(seed).value
    found = unseal(canonical_bytes(made))
    pdf = roadmap(found.file, found.sealed)
    inside, whole = inside_and_whole(pdf)
    assert len(inside) == len(whole), "text outside of its page"
    told = "\0".join(map(bare, elements_told(pdf)))
    fields = sealed_fields()
    lost = [
        (path, value)
        for path, value in leaves(made)
        if path in fields and fields[path].printed
        if (written := forms(path, value)) and not any(is_told(one, told) for one in written)
    ]
    assert not lost, f"seed {seed}: {[(path, str(value)[:60]) for path, value in lost[:12]]}"
