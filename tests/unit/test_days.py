"""The half-day ledger and the class of a service."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID, uuid4

import pytest

from app.domain.days import (
    DayEntry,
    HalfDay,
    Ledger,
    ServiceClass,
    classify,
    counted_total,
    is_credited,
    is_unusually_long,
    path_bound,
    service_counts,
)
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
        ledger.add(entry(15)).correct(target, correction_id=UUID(int=3), reason="encore", recorded_at=AT)


def test_a_correction_says_why() -> None:
    line = entry()
    with pytest.raises(DomainError, match="days.correction_needs_reason"):
        Ledger().add(line).correct(line.id, correction_id=UUID(int=1), reason="", recorded_at=AT)


def test_a_correction_stands_on_the_line_that_it_cancels() -> None:
    line = replace(
        entry(), place="Atelier", remote=True, in_region=False, people_met=("dirigeante",), half_day=HalfDay.AFTERNOON
    )
    ledger = Ledger().add(entry()).add(line).add(entry(15))
    made = ledger.correct(line.id, correction_id=UUID(int=1), reason="erreur", recorded_at=AT).entries[-1]
    assert made == replace(line, id=UUID(int=1), purpose="erreur", people_met=(), corrects=line.id, recorded_at=AT)


def test_the_refusal_of_a_half_day_names_the_day_the_half_and_the_person() -> None:
    with pytest.raises(DomainError) as refusal:
        Ledger().add(entry()).add(entry())
    assert dict(refusal.value.params) == {
        "day": date(2021, 9, 14),
        "half_day": HalfDay.MORNING,
        "performer": "consultante",
    }


def test_another_day_or_another_half_may_be_worked_by_the_same_person() -> None:
    assert Ledger().add(entry()).add(entry(15)).add(entry(half_day=HalfDay.AFTERNOON)).total == 3


def test_the_days_of_the_path_are_those_of_the_phases_of_the_scheme() -> None:
    occitanie = PackLibrary.shipped().scheme("occitanie-2020-2022")
    second = replace(entry(15), phase=PhaseCode("phase_2"), remote=True)
    ledger = Ledger().add(entry()).add(second).add(replace(entry(16), phase=PhaseCode("elsewhere")))
    assert counted_total(ledger, occitanie) == 2
    on_site_only = replace(occitanie, service_readings=replace(occitanie.service_readings, remote_counts=False))
    assert counted_total(ledger, on_site_only) == 1
    assert counted_total(Ledger(), occitanie) == 0


def test_the_path_is_shown_against_the_bounds_of_its_phases_when_all_are_known() -> None:
    """5 days and 25 days make 30; a phase without a bound leaves the length that the scheme warns about."""
    scheme = replace(PackLibrary.shipped().scheme("occitanie-2020-2022"), warn_above_half_days=HalfDays(70))
    first, second = scheme.phases
    assert path_bound(scheme) == 60
    assert path_bound(replace(scheme, phases=(first, replace(second, max_half_days=None)))) == 70
    assert path_bound(replace(scheme, phases=())) == 70


def test_a_phase_without_a_day_that_stands_has_no_service() -> None:
    scheme = PackLibrary.shipped().scheme("occitanie-2020-2022")
    line = entry()
    ledger = Ledger().add(line).correct(line.id, correction_id=UUID(int=1), reason="erreur", recorded_at=AT)
    assert service_counts(ledger, scheme) == ()
    assert [one.phase for one in service_counts(Ledger().add(line), scheme)] == ["phase_1"]


@pytest.mark.parametrize(("half_days", "long", "credited"), [(9, False, False), (10, False, True), (61, True, True)])
def test_days_are_credited_from_the_boundary_on(half_days: int, long: bool, credited: bool) -> None:
    scheme = PackLibrary.shipped().scheme("national-2018-2022")
    assert is_unusually_long(HalfDays(half_days), scheme) is long
    assert is_credited(HalfDays(half_days), scheme) is credited
