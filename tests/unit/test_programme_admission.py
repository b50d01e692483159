"""Conditions of the State's amendment on the bearer, the request and the reserve: defaults and other readings."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from app.domain.programme_admission import (
    DEFAULT_ADMISSION,
    AdmissionFacts,
    AdmissionState,
    Bearer,
    admission,
    credits_open,
)
from app.domain.quantities import Cents

BODY = Bearer.SECTOR_BODY
CENT = Decimal("0.01")
CREDITS = Cents(8_000_000_000)
MET, NOT_MET, UNKNOWN = AdmissionState.MET, AdmissionState.NOT_MET, AdmissionState.UNKNOWN


@pytest.mark.parametrize(
    ("facts", "state"),
    [
        (AdmissionFacts(), MET),
        (AdmissionFacts(designated=False), MET),
        (AdmissionFacts(BODY), UNKNOWN),
        (AdmissionFacts(BODY, designated=True), MET),
        (AdmissionFacts(BODY, designated=False), NOT_MET),
    ],
)
def test_a_16_a_sector_body_is_designated_by_its_committee(facts: AdmissionFacts, state: AdmissionState) -> None:
    assert admission(facts, DEFAULT_ADMISSION).bearer is state


def test_a_16_a_pack_may_know_one_bearer_only() -> None:
    regions_only = replace(DEFAULT_ADMISSION, bearers=(Bearer.REGIONAL_AUTHORITY,))
    assert admission(AdmissionFacts(BODY, designated=True), regions_only).bearer is NOT_MET


@pytest.mark.parametrize(
    ("in_call", "requested_on", "state"),
    [
        (True, None, MET),
        (True, date(2020, 1, 1), MET),
        (False, date(2019, 6, 29), MET),
        (False, date(2019, 6, 30), NOT_MET),
        (None, date(2019, 6, 29), MET),
        (None, date(2019, 6, 30), UNKNOWN),
        (None, None, UNKNOWN),
        (False, None, UNKNOWN),
    ],
)
def test_a_17_a_request_outside_a_call_comes_before_the_day(
    in_call: bool | None, requested_on: date | None, state: AdmissionState
) -> None:
    facts = AdmissionFacts(in_call=in_call, requested_on=requested_on)
    assert admission(facts, DEFAULT_ADMISSION).request is state


def test_a_17_the_day_itself_is_an_open_point() -> None:
    counted = replace(DEFAULT_ADMISSION, last_day_counts=True)
    on_the_day = AdmissionFacts(in_call=False, requested_on=date(2019, 6, 30))
    assert admission(on_the_day, counted).request is MET
    assert admission(replace(on_the_day, requested_on=date(2019, 7, 1)), counted).request is NOT_MET


def test_a_18_the_reserve_limits_no_programme_unless_the_pack_says_so() -> None:
    binds = replace(DEFAULT_ADMISSION, reserve_binds=True)
    for ecological in (True, False, None):
        assert credits_open(CREDITS, AdmissionFacts(ecological=ecological), DEFAULT_ADMISSION) == CREDITS
    assert credits_open(CREDITS, AdmissionFacts(ecological=True), binds) == CREDITS
    assert credits_open(CREDITS, AdmissionFacts(ecological=False), binds) == Cents(4_000_000_000)
    assert credits_open(CREDITS, AdmissionFacts(), replace(binds, ecological_share=CENT)) == Cents(7_920_000_000)
