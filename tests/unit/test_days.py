"""The half-day ledger and the class of a service."""

from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID, uuid4

import pytest

from app.domain.days import DayEntry, HalfDay, Ledger, ServiceClass, classify, is_unusually_long
from app.domain.errors import DomainError
from app.domain.quantities import HalfDays, half_days_from
from app.domain.scheme import PhaseCode
from app.packs.library import PackLibrary

AT = datetime(2021, 9, 14, 8, tzinfo=UTC)


def entry(day: int = 14, half_day: HalfDay = HalfDay.MORNING, performer: str = "consultante") -> DayEntry:
    return DayEntry(uuid4(), PhaseCode("phase_1"), date(2021, 9, day), half_day, performer, "visite", recorded_at=AT)


@pytest.mark.parametrize(
    ("half_days", "expected"),
    [(1, "diagnostic"), (9, "diagnostic"), (10, "accompaniment"), (11, "accompaniment"), (60, "accompaniment")],
)
def test_boundary_of_5_days(half_days: int, expected: str) -> None:
    """Source: FACTS.md §2.8."""
    scheme = PackLibrary.shipped().scheme("national-2018-2022")
    assert classify(HalfDays(half_days), scheme) == ServiceClass(expected)


def test_above_30_days_is_warned_about_never_refused() -> None:
    scheme = PackLibrary.shipped().scheme("national-2018-2022")
    assert not is_unusually_long(HalfDays(60), scheme)
    assert is_unusually_long(HalfDays(61), scheme)
    assert classify(HalfDays(61), scheme) is ServiceClass.ACCOMPANIMENT


def test_no_day_has_no_class() -> None:
    with pytest.raises(DomainError, match="days.empty"):
        classify(HalfDays(0), PackLibrary.shipped().scheme("national-2018-2022"))


@pytest.mark.parametrize("days", ["4.99", "0.25", "-0.5", "-1"])
def test_fractions_of_a_half_day_are_refused_at_entry(days: str) -> None:
    with pytest.raises(DomainError) as refusal:
        half_days_from(Decimal(days))
    assert refusal.value.code == "days.not_half"


@pytest.mark.parametrize(("days", "half_days"), [("0", 0), ("0.5", 1), ("4.5", 9), ("5", 10), ("5.0", 10)])
def test_half_days_are_accepted(days: str, half_days: int) -> None:
    assert half_days_from(Decimal(days)) == half_days


def test_same_person_same_half_day_is_refused_two_people_both_count() -> None:
    ledger = Ledger().add(entry()).add(entry(performer="consultant")).add(entry(half_day=HalfDay.AFTERNOON))
    assert ledger.total == 3
    for line in (entry(), entry(performer=entry().performer.upper())):
        with pytest.raises(DomainError) as refusal:
            ledger.add(line)
        assert refusal.value.code == "days.already_entered"


def test_a_half_day_without_anyone_is_refused() -> None:
    with pytest.raises(DomainError, match="days.performer_missing"):
        Ledger().add(entry(performer=""))


def test_a_correction_cancels_and_keeps_both_lines() -> None:
    wrong, right = entry(), entry(15)
    ledger = Ledger().add(wrong).add(right)
    corrected = ledger.correct(wrong.id, correction_id=UUID(int=1), reason="réunion reportée", recorded_at=AT)
    assert [line.half_days for line in corrected.entries] == [1, 1, -1]
    assert sum(line.half_days for line in corrected.entries) == corrected.total == 1
    assert corrected.half_days_of(PhaseCode("phase_1")) == 1
    assert corrected.effective == (right,)
    assert corrected.add(entry()).total == 2


@pytest.mark.parametrize("which", ["correction", "corrected", "foreign"])
def test_only_a_line_that_stands_can_be_corrected(which: str) -> None:
    line = entry()
    ledger = Ledger().add(line).correct(line.id, correction_id=UUID(int=1), reason="erreur", recorded_at=AT)
    target = {"correction": UUID(int=1), "corrected": line.id, "foreign": UUID(int=2)}[which]
    with pytest.raises(DomainError, match="days.not_correctable"):
        ledger.correct(target, correction_id=UUID(int=3), reason="encore", recorded_at=AT)


def test_a_correction_says_why() -> None:
    line = entry()
    with pytest.raises(DomainError, match="days.correction_needs_reason"):
        Ledger().add(line).correct(line.id, correction_id=UUID(int=1), reason="", recorded_at=AT)
