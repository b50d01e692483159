"""French writing of amounts, days, shares and dates."""

from datetime import date
from decimal import Decimal

import pytest

from app.domain.quantities import Cents, HalfDays
from app.packs import french


@pytest.mark.parametrize(
    ("cents", "expected"),
    [
        (3_600_000, "36\u00a0000\u00a0€"),
        (120_050, "1\u00a0200,50\u00a0€"),
        (5, "0,05\u00a0€"),
        (0, "0\u00a0€"),
        (-500_000, "−5\u00a0000\u00a0€"),
        (100_000_000_000_001, "1\u00a0000\u00a0000\u00a0000\u00a0000,01\u00a0€"),
    ],
)
def test_money_has_cents_only_when_there_are_some(cents: int, expected: str) -> None:
    assert french.money(Cents(cents)) == expected


@pytest.mark.parametrize(
    ("half_days", "expected"),
    [(0, "0\u00a0jour"), (1, "0,5\u00a0jour"), (2, "1\u00a0jour"), (3, "1,5\u00a0jour"), (4, "2\u00a0jours")],
)
def test_the_plural_of_days_begins_at_two(half_days: int, expected: str) -> None:
    assert french.days(HalfDays(half_days)) == expected


def test_shares_are_in_percent() -> None:
    assert french.share(Decimal("0.70")) == "70\u00a0%"
    assert french.share(Decimal("0.125")) == "12,5\u00a0%"
    assert french.share(Decimal(1)) == "100\u00a0%"


def test_dates_in_words_and_in_figures() -> None:
    assert french.long_date(date(2022, 5, 12)) == "12\u00a0mai\u00a02022"
    assert french.long_date(date(2022, 8, 1)) == "1er\u00a0août\u00a02022"
    assert french.short_date(date(2022, 5, 3)) == "03/05/2022"


def test_lists_end_with_their_word() -> None:
    assert french.listing(()) == ""
    assert french.listing(("a",)) == "a"
    assert french.listing(("a", "b", "c")) == "a, b ou c"
    assert french.listing(("a", "b"), "et") == "a et b"
