"""Amounts, days, shares, dates and typography as English writes them, and the catalogue that uses them."""

from datetime import date
from decimal import Decimal

import pytest

from app.charts.words import charts_in, month_names, word
from app.domain.errors import DomainError, InvalidData
from app.domain.quantities import Cents, HalfDays
from app.packs import english
from app.packs.texts import Texts
from app.services.languages import Language


@pytest.mark.parametrize(
    ("cents", "written"),
    [(0, "€0"), (3_600_000, "€36,000"), (120_050, "€1,200.50"), (-120_050, "−€1,200.50"), (5, "€0.05")],
)
def test_amounts(cents: int, written: str) -> None:
    assert english.money(Cents(cents)) == written


@pytest.mark.parametrize(
    ("half_days", "written"), [(0, "0 days"), (1, "0.5 days"), (2, "1 day"), (3, "1.5 days"), (2000, "1,000 days")]
)
def test_lengths(half_days: int, written: str) -> None:
    assert english.days(HalfDays(half_days)) == written.replace(" ", "\u00a0")


def test_shares_numbers_lists_and_dates() -> None:
    assert english.share(Decimal("0.625")) == "62.5%"
    assert english.number(Decimal("-4999.5")) == "−4,999.5"
    assert english.listing(("a", "b", "c")) == "a, b or c"
    assert english.short_date(date(2026, 11, 22)) == "22\u00a0Nov\u00a02026"
    assert english.long_date(date(2026, 11, 1)) == "1\u00a0November\u00a02026"


@pytest.mark.parametrize(
    ("typed", "typeset"),
    [
        ('the company\'s "head" ...', "the company’s “head” …"),
        ("Why :  yes !", "Why:  yes!"),
        ("5 days, 22 November 2026", "5\u00a0days, 22\u00a0November\u00a02026"),
        ("10:30 and -5", "10:30 and −5"),
    ],
)
def test_typography(typed: str, typeset: str) -> None:
    assert english.typeset(typed) == typeset
    assert english.typeset(typeset) == typeset


def test_one_refusal_in_each_language() -> None:
    error = DomainError("funding.advance_too_high", asked=Cents(1_050_000), highest=Cents(900_000))
    assert Texts.load().error(error).startswith("L’acompte demandé (10\u00a0500\u00a0€) dépasse")
    assert Texts.load(language=Language.ENGLISH).error(error).startswith("The advance requested (€10,500) exceeds")


def test_a_sentence_that_english_lacks_is_never_said_in_french() -> None:
    with pytest.raises(InvalidData) as refused:
        Texts.load(language=Language.ENGLISH).sentence("server.help")
    assert refused.value.code == "text.missing"


def test_charts_speak_english_inside_the_block_only() -> None:
    with charts_in(Language.ENGLISH):
        assert (word("quadrant_now"), month_names()[7]) == ("First", "Aug")
    assert (word("quadrant_now"), month_names()[7]) == ("D’abord", "août")
