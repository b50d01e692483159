"""The catalogue of aids: until when one holds, for whom it is kept, and what to look for from a theme."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.domain.aid_catalogue import (
    AidCatalogue,
    AidEntry,
    AidFilter,
    AidTheme,
    Audience,
    CompanyUse,
    Pillar,
    SourceStatus,
)
from app.domain.aids import ValidityState
from app.domain.referential import ThemeCode
from app.packs.library import PackLibrary

FIRST, LAST = date(2020, 1, 1), date(2020, 12, 31)
BEFORE, AFTER = date(2019, 12, 31), date(2021, 1, 1)
HEADER = PackLibrary.shipped().catalogue().header
UPCOMING, OPEN, CLOSED = ValidityState
ROBOT, ENERGY = ThemeCode("L2.1"), ThemeCode("L3.1")


def entry(**changes: Any) -> AidEntry:
    made = AidEntry(
        id="ti-01",
        sheet=1,
        pillar=Pillar.INNOVATE,
        title="Aide",
        operator="Région",
        audiences=(Audience.SME, Audience.MID_CAP),
        use=CompanyUse.DIRECT,
        summary="Aide.",
        figures=(),
        conditions=(),
        how="",
        link="",
        themes=(AidTheme.ROBOTISATION, AidTheme.DIGITAL),
        status=SourceStatus.OPEN,
        valid_from=None,
        valid_until=None,
        calculator="",
        source="",
    )
    return replace(made, **changes)


# changes, then the state the day before, on the first day, on the last one and the day after.
STATES: list[tuple[str, dict[str, Any], tuple[ValidityState, ...]]] = [
    ("no date", {}, (OPEN, OPEN, OPEN, OPEN)),
    ("both ends", {"valid_from": FIRST, "valid_until": LAST}, (UPCOMING, OPEN, OPEN, CLOSED)),
    ("a beginning", {"valid_from": FIRST}, (UPCOMING, OPEN, OPEN, OPEN)),
    ("an end", {"valid_until": LAST}, (OPEN, OPEN, OPEN, CLOSED)),
    ("a closed call", {"status": SourceStatus.CLOSED_CALL}, (CLOSED,) * 4),
    (
        "a closed call, dated",
        {"status": SourceStatus.CLOSED_CALL, "valid_from": FIRST, "valid_until": LAST},
        (UPCOMING, OPEN, OPEN, CLOSED),
    ),
    ("announced", {"status": SourceStatus.ANNOUNCED}, (UPCOMING,) * 4),
    (
        "announced, dated",
        {"status": SourceStatus.ANNOUNCED, "valid_from": FIRST, "valid_until": LAST},
        (UPCOMING, UPCOMING, UPCOMING, CLOSED),
    ),
    ("a proposal", {"status": SourceStatus.PROPOSAL}, (UPCOMING,) * 4),
    ("information", {"status": SourceStatus.INFORMATION_ONLY}, (OPEN,) * 4),
]


@pytest.mark.parametrize(("changes", "states"), [one[1:] for one in STATES], ids=[one[0] for one in STATES])
def test_an_aid_holds_between_its_days_both_included(
    changes: dict[str, Any], states: tuple[ValidityState, ...]
) -> None:
    assert tuple(entry(**changes).state(day) for day in (BEFORE, FIRST, LAST, AFTER)) == states


# What is asked, and whether the entry above (SME or mid-cap, robots or digital, direct) answers it.
ASKED: list[tuple[AidFilter, bool]] = [
    (AidFilter(), True),
    (AidFilter(audience=Audience.MID_CAP), True),
    (AidFilter(audience=Audience.TERRITORY), False),
    (AidFilter(theme=AidTheme.DIGITAL), True),
    (AidFilter(theme=AidTheme.LAND), False),
    (AidFilter(use=CompanyUse.DIRECT), True),
    (AidFilter(use=CompanyUse.COLLECTIVE), False),
    (AidFilter(day=LAST), True),
    (AidFilter(day=AFTER), False),
    (AidFilter(day=BEFORE), False),
    (AidFilter(Audience.SME, AidTheme.DIGITAL, LAST, CompanyUse.DIRECT), True),
    (AidFilter(Audience.SME, AidTheme.LAND, LAST, CompanyUse.DIRECT), False),
]


@pytest.mark.parametrize(("asked", "kept"), ASKED)
def test_an_aid_is_kept_when_it_answers_everything_that_is_asked(asked: AidFilter, kept: bool) -> None:
    dated = entry(valid_from=FIRST, valid_until=LAST)
    assert asked.keeps(dated) is kept
    assert AidCatalogue(HEADER, (dated,)).kept(asked) == ((dated,) if kept else ())


def test_proposals_are_shown_on_request_only_and_never_as_open() -> None:
    proposal = entry(status=SourceStatus.PROPOSAL)
    assert not AidFilter().keeps(proposal)
    assert AidFilter(proposals=True).keeps(proposal)
    assert not AidFilter(proposals=True, day=LAST).keeps(proposal)


def test_a_theme_tells_what_to_look_for_in_the_referential_that_the_catalogue_speaks_of() -> None:
    fits = {ROBOT: (AidTheme.ROBOTISATION, AidTheme.FINANCE), ENERGY: (AidTheme.ENERGY_ECOLOGY, AidTheme.FINANCE)}
    catalogue = AidCatalogue(HEADER, (), "jalon-default-1", fits)
    robots, energy = set(fits[ROBOT]), set(fits[ENERGY])
    assert catalogue.subjects([ROBOT], "jalon-default-1") == robots
    assert catalogue.subjects([ROBOT, ENERGY], "jalon-default-1") == robots | energy
    assert catalogue.subjects([ThemeCode("L9.9")], "jalon-default-1") == set()
    assert catalogue.subjects([ROBOT], "another") == set()


def test_a_catalogue_may_speak_of_no_referential() -> None:
    catalogue = AidCatalogue(HEADER, ())
    assert (catalogue.referential, dict(catalogue.fits)) == ("", {})
    assert catalogue.subjects([ROBOT], "jalon-default-1") == set()


def test_two_copies_of_a_catalogue_are_one() -> None:
    assert len({AidCatalogue(HEADER, (entry(),)), AidCatalogue(HEADER, (entry(),))}) == 1
