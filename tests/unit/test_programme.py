"""State to Region: both worked examples to the euro, every vector, every reading, and what must hold for any programme."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import DomainError, InvalidData
from app.domain.mission import ProgrammeOperator
from app.domain.programme import (
    NotCounted,
    ProgrammeLineKind,
    ProgrammeRequest,
    ProgrammeResult,
    ServiceGroup,
    SizeState,
    fund_programme,
    programme_size,
)
from app.domain.programme_admission import Admission, AdmissionFacts, AdmissionState
from app.domain.quantities import Cents, HalfDays
from app.domain.readings import CeilingReading, CountingUnit, GifasBasis, ProgrammeReadings, SizeBoundReading
from app.domain.scheme import PhaseCode, Programme, Scheme, SizeClass
from app.packs.library import PackLibrary

AWARENESS, DIAGNOSTIC, ACCOMPANIMENT = (PhaseCode(code) for code in ("awareness", "diagnostic", "accompaniment"))
FILED = date(2019, 6, 14)


def euros(amount: int) -> Cents:
    return Cents(amount * 100)


def national(**readings: Any) -> Scheme:
    scheme = PackLibrary.shipped().scheme("national-2018-2022")
    assert scheme.programme is not None
    return replace(scheme, programme=replace(scheme.programme, readings=ProgrammeReadings(**readings)))


def programme_of(scheme: Scheme) -> Programme:
    assert scheme.programme is not None
    return scheme.programme


def group(phase: PhaseCode, services: int, cost: int, rate: str, **changes: Any) -> ServiceGroup:
    return ServiceGroup(phase, services, euros(cost), Decimal(rate), **changes)


FIRST_PHASES = (group(AWARENESS, 500, 1000, "1"), group(DIAGNOSTIC, 250, 4000, "0.8"))


def accompanied(services: int, **changes: Any) -> ServiceGroup:
    return group(ACCOMPANIMENT, services, 10000, "0.5", **changes)


def funded(*groups: ServiceGroup, scheme: Scheme | None = None, **changes: Any) -> ProgrammeResult:
    return fund_programme(ProgrammeRequest(groups, **changes), scheme or national())


GIFAS = {"operator": ProgrammeOperator.GIFAS}

# id, groups, filing, base, half, ceiling, grant, region net. Source: FACTS.md §4.1.
VECTORS: list[tuple[str, tuple[ServiceGroup, ...], dict[str, Any], int, int, int, int]] = [
    ("A-1", (*FIRST_PHASES, accompanied(100)), {}, 900_000, 800_000, 800_000, 1_000_000),
    ("A-2", (*FIRST_PHASES, accompanied(80), accompanied(20, **GIFAS)), {}, 900_000, 1_000_000, 900_000, 900_000),
    ("A-5", (*FIRST_PHASES, accompanied(100, **GIFAS)), {}, 900_000, 1_800_000, 900_000, 900_000),
    (
        "A-7",
        (*FIRST_PHASES, accompanied(99), accompanied(1, started_on=date(2019, 6, 13))),
        {"filed_on": FILED},
        900_000,
        792_000,
        792_000,
        1_008_000,
    ),
    (
        "A-8",
        (group(ACCOMPANIMENT, 50, 30000, "1"), group(ACCOMPANIMENT, 50, 2000, "1")),
        {},
        800_000,
        800_000,
        800_000,
        800_000,
    ),
    ("A-9", (*FIRST_PHASES, accompanied(100)), {"base": "annexe_2"}, 650_000, 800_000, 650_000, 1_150_000),
    ("A-12", FIRST_PHASES, {}, 650_000, 0, 0, 1_300_000),
]


@pytest.mark.parametrize(
    ("groups", "changes", "half", "ceiling", "grant", "net"),
    [vector[1:] for vector in VECTORS],
    ids=[vector[0] for vector in VECTORS],
)
def test_vectors(
    groups: tuple[ServiceGroup, ...], changes: dict[str, Any], half: int, ceiling: int, grant: int, net: int
) -> None:
    result = funded(*groups, **changes)
    assert (result.half, result.ceiling, result.state_grant, result.region_net) == tuple(
        euros(amount) for amount in (half, ceiling, grant, net)
    )


def test_first_example_to_the_euro() -> None:
    result = funded(*FIRST_PHASES, accompanied(100))
    gross = {line.phase: line.amount for line in result.lines if line.kind is ProgrammeLineKind.GROSS}
    assert gross == {AWARENESS: euros(500_000), DIAGNOSTIC: euros(800_000), ACCOMPANIMENT: euros(500_000)}
    assert (result.gross, result.base, result.company_share) == (euros(1_800_000), euros(1_800_000), euros(700_000))
    assert result.gross + result.company_share == euros(2_500_000)
    assert (result.counted, result.counted_gifas, result.size) == (100, 0, SizeState.REACHED)
    decided = [line for line in result.lines if line.decided]
    assert [(line.kind, line.rule) for line in decided] == [(ProgrammeLineKind.CEILING, "A3")]


def test_every_line_of_the_first_example_in_order_with_its_rule() -> None:
    lines = funded(*FIRST_PHASES, accompanied(60), accompanied(40)).lines
    assert [(line.kind, line.phase, line.amount, line.rule, line.decided) for line in lines] == [
        (ProgrammeLineKind.GROSS, AWARENESS, euros(500_000), "A8", False),
        (ProgrammeLineKind.GROSS, DIAGNOSTIC, euros(800_000), "A8", False),
        (ProgrammeLineKind.GROSS, ACCOMPANIMENT, euros(500_000), "A8", False),
        (ProgrammeLineKind.BASE, None, euros(1_800_000), "A13", False),
        (ProgrammeLineKind.HALF, None, euros(900_000), "A1", False),
        (ProgrammeLineKind.CEILING, None, euros(800_000), "A3", True),
        (ProgrammeLineKind.STATE_GRANT, None, euros(800_000), "A2", False),
        (ProgrammeLineKind.REGION_NET, None, euros(1_000_000), "A1", False),
        (ProgrammeLineKind.COMPANY_SHARE, None, euros(700_000), "A8", False),
    ]


def test_what_does_not_count_is_told_in_companies_or_in_services() -> None:
    short = accompanied(10, companies=7, half_days=HalfDays(9))
    large = accompanied(4, size=SizeClass.LARGE)
    assert dict(funded(short, large).not_counted) == {NotCounted.TOO_SHORT: 7, NotCounted.LARGE_COMPANY: 4}
    by_services = national(counting_unit=CountingUnit.SERVICES)
    assert dict(funded(short, scheme=by_services).not_counted) == {NotCounted.TOO_SHORT: 10}


def test_the_request_is_admitted_beside_its_figures() -> None:
    """A16 and A17 never change a figure; the reserve does when the pack says that it binds."""
    facts = AdmissionFacts(in_call=True)
    result = funded(accompanied(100), admission=facts)
    assert result.admission == Admission(AdmissionState.MET, AdmissionState.MET)
    assert result.state_grant == funded(accompanied(100)).state_grant
    scheme = national()
    programme = programme_of(scheme)
    bound = replace(programme, admission=replace(programme.admission, reserve_binds=True))
    wide = group(ACCOMPANIMENT, 20_000, 16000, "1")
    assert funded(wide, scheme=replace(scheme, programme=bound)).state_grant == euros(40_000_000)


def test_second_example_counts_twenty_at_the_higher_ceiling() -> None:
    result = funded(*FIRST_PHASES, accompanied(80), accompanied(20, **GIFAS))
    assert (result.counted, result.counted_gifas) == (80, 20)
    assert [line.kind for line in result.lines if line.decided] == [ProgrammeLineKind.HALF]
    assert next(line.rule for line in result.lines if line.kind is ProgrammeLineKind.CEILING) == "A4"
    assert next(line.rule for line in result.lines if line.kind is ProgrammeLineKind.STATE_GRANT) == "A1"


def test_a_11_the_ceiling_of_four_hundred_companies() -> None:
    result = funded(accompanied(400))
    assert result.ceiling == euros(3_200_000)
    assert result.state_grant <= euros(3_200_000)


def test_the_ceiling_binds_above_16_000_euros_of_the_region_an_accompaniment() -> None:
    assert funded(group(ACCOMPANIMENT, 100, 16000, "1")).state_grant == euros(800_000)
    below = funded(group(ACCOMPANIMENT, 100, 15999, "1"))
    above = funded(group(ACCOMPANIMENT, 100, 16001, "1"))
    assert (below.state_grant, above.state_grant) == (Cents(799_950_00), euros(800_000))


def test_services_under_five_days_do_not_count() -> None:
    result = funded(accompanied(99), accompanied(1, half_days=HalfDays(9)))
    assert (result.counted, dict(result.not_counted)) == (99, {NotCounted.TOO_SHORT: 1})
    assert funded(accompanied(99), accompanied(1, half_days=HalfDays(10))).counted == 100


def test_a_short_diagnostic_has_nothing_to_stay_out_of() -> None:
    result = funded(group(DIAGNOSTIC, 10, 4000, "0.8", half_days=HalfDays(4)))
    assert (result.counted, dict(result.not_counted), result.base) == (0, {}, euros(32_000))


@pytest.mark.parametrize(
    ("started", "filed", "same_day", "counted"),
    [
        (date(2019, 6, 15), FILED, False, 1),
        (FILED, FILED, False, 0),
        (FILED, FILED, True, 1),
        (date(2019, 6, 13), FILED, True, 0),
        (FILED, None, True, 0),
        (None, None, False, 1),
    ],
)
def test_only_what_starts_after_the_filing_counts(
    started: date | None, filed: date | None, same_day: bool, counted: int
) -> None:
    result = funded(accompanied(1, started_on=started), scheme=national(filing_day_counts=same_day), filed_on=filed)
    assert result.counted == counted
    assert dict(result.not_counted) == ({} if counted else {NotCounted.BEFORE_FILING: 1})


def test_the_cost_of_what_does_not_count_may_leave_the_base() -> None:
    groups = (*FIRST_PHASES, accompanied(99), accompanied(1, started_on=date(2019, 6, 13)))
    result = funded(*groups, scheme=national(uncounted_cost_in_base=False), filed_on=FILED)
    assert (result.base, result.gross) == (euros(1_795_000), euros(1_800_000))


def test_a_company_accompanied_twice_counts_once_or_twice() -> None:
    twice = accompanied(100, companies=90)
    assert funded(twice).counted == 90
    assert funded(twice, scheme=national(counting_unit=CountingUnit.SERVICES)).counted == 100
    assert funded(twice).gross == euros(500_000)


def test_the_higher_ceiling_follows_the_operator_or_the_sector() -> None:
    other_in_aerospace = accompanied(10, aerospace=True)
    by_gifas = accompanied(10, **GIFAS)
    assert funded(other_in_aerospace).counted_gifas == 0
    assert funded(by_gifas).counted_gifas == 10
    by_sector = national(gifas_basis=GifasBasis.SECTOR)
    assert funded(other_in_aerospace, scheme=by_sector).counted_gifas == 10
    assert funded(by_gifas, scheme=by_sector).counted_gifas == 0


def test_mid_caps_count_or_only_with_gifas() -> None:
    mid_cap = {"size": SizeClass.MID_CAP}
    assert funded(accompanied(10, **mid_cap)).counted == 10
    strict = national(mid_caps_count=False)
    result = funded(accompanied(10, **mid_cap), accompanied(5, **mid_cap, **GIFAS), accompanied(3), scheme=strict)
    assert (result.counted, result.counted_gifas) == (3, 5)
    assert dict(result.not_counted) == {NotCounted.LARGE_COMPANY: 10}
    assert dict(funded(accompanied(1, size=SizeClass.LARGE)).not_counted) == {NotCounted.LARGE_COMPANY: 1}


def test_a_least_aid_limits_nothing() -> None:
    result = funded(*FIRST_PHASES, accompanied(100), scheme=national(ceiling=CeilingReading.MINIMUM))
    assert (result.ceiling, result.state_grant) == (None, euros(900_000))
    assert ProgrammeLineKind.CEILING not in {line.kind for line in result.lines}


def test_the_credits_of_the_whole_programme_are_a_bound() -> None:
    result = funded(group(ACCOMPANIMENT, 20_000, 16000, "1"))
    assert result.state_grant == euros(80_000_000)
    decided = [line for line in result.lines if line.decided]
    assert [(line.kind, line.rule, line.amount) for line in decided] == [
        (ProgrammeLineKind.CREDIT_LIMIT, "A10", euros(80_000_000))
    ]


# companies, overseas, significant part of the sector, named by its committee, reading, state. Source: FACTS.md §4.1.
SIZES: list[tuple[int, bool, bool | None, bool | None, str, str]] = [
    (101, False, None, None, "above", "reached"),
    (100, False, None, None, "at_least", "reached"),
    (100, False, True, True, "above", "too_small"),
    (99, False, True, True, "at_least", "exception"),
    (99, False, True, None, "at_least", "exception_possible"),
    (99, False, None, None, "at_least", "exception_possible"),
    (99, False, True, False, "at_least", "too_small"),
    (99, False, False, None, "at_least", "too_small"),
    (31, True, None, None, "above", "reached"),
    (30, True, None, None, "at_least", "reached"),
    (30, True, None, None, "above", "too_small"),
    (29, True, True, True, "at_least", "too_small"),
]


@pytest.mark.parametrize(("count", "overseas", "part", "named", "reading", "state"), SIZES)
def test_minimum_size(
    count: int, overseas: bool, part: bool | None, named: bool | None, reading: str, state: str
) -> None:
    request = ProgrammeRequest((), overseas=overseas, significant_part=part, named_by_sector=named)
    programme = programme_of(national(minimum_size=SizeBoundReading(reading)))
    assert programme_size(count, request, programme) == SizeState(state)


def test_the_size_counts_both_ceilings() -> None:
    assert funded(accompanied(60), accompanied(40, **GIFAS)).size is SizeState.REACHED
    assert funded(accompanied(50)).size is SizeState.EXCEPTION_POSSIBLE
    assert funded(accompanied(50), overseas=True).size is SizeState.REACHED


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (accompanied(-1), "programme.negative"),
        (group(ACCOMPANIMENT, 1, -1, "0.5"), "programme.negative"),
        (accompanied(1, half_days=HalfDays(-1)), "programme.negative"),
        (accompanied(1, companies=-1), "programme.negative"),
        (group(ACCOMPANIMENT, 1, 10, "1.2"), "programme.rate"),
        (group(ACCOMPANIMENT, 1, 10, "-0.1"), "programme.rate"),
        (accompanied(1, companies=2), "programme.companies"),
    ],
)
def test_absurd_groups_are_refused_by_name(wrong: ServiceGroup, code: str) -> None:
    with pytest.raises(DomainError) as refusal:
        funded(wrong)
    assert (refusal.value.code, refusal.value.params["phase"]) == (code, ACCOMPANIMENT)


def test_bounds_are_accepted() -> None:
    assert funded(group(ACCOMPANIMENT, 0, 0, "0"), group(ACCOMPANIMENT, 1, 1, "1", companies=1)).counted == 1


def test_what_the_pack_does_not_know_is_refused() -> None:
    with pytest.raises(DomainError) as refusal:
        funded(accompanied(1), base="annexe_9")
    assert refusal.value.code == "programme.base_unknown"
    assert refusal.value.params["known"] == ("exemple_1", "annexe_2")
    with pytest.raises(InvalidData, match="phase.unknown"):
        funded(group(PhaseCode("phase_2"), 1, 1, "1"))
    occitanie = PackLibrary.shipped().scheme("occitanie-2020-2022")
    with pytest.raises(DomainError) as refusal:
        funded(scheme=occitanie)
    assert refusal.value.code == "programme.not_computable"
    assert refusal.value.params["scheme"] == occitanie.header.title


GROUPS = st.lists(
    st.builds(
        ServiceGroup,
        phase=st.sampled_from([AWARENESS, DIAGNOSTIC, ACCOMPANIMENT]),
        services=st.integers(0, 600),
        average_cost=st.integers(0, 50_000_00).map(Cents),
        takeup_rate=st.integers(0, 100).map(lambda percent: Decimal(percent) / 100),
        operator=st.sampled_from(list(ProgrammeOperator)),
        half_days=st.one_of(st.none(), st.integers(0, 60).map(HalfDays)),
    ),
    max_size=6,
)


@given(GROUPS, st.randoms(use_true_random=False))
def test_what_must_hold_for_any_programme(groups: list[ServiceGroup], random: Any) -> None:
    scheme = national()
    result = funded(*groups, scheme=scheme)
    whole = sum(one.services * one.average_cost for one in groups)
    assert result.state_grant + result.region_net + result.company_share == whole
    assert 0 <= result.state_grant <= result.half
    assert result.ceiling is not None
    assert result.state_grant <= result.ceiling
    assert result.state_grant <= programme_of(scheme).credit_limit
    assert result.company_share >= 0
    assert {line.rule for line in result.lines} <= scheme.rules.keys()
    shuffled = list(groups)
    random.shuffle(shuffled)
    again = funded(*shuffled, scheme=scheme)
    assert (again.state_grant, again.region_net, again.counted) == (
        result.state_grant,
        result.region_net,
        result.counted,
    )
    more = funded(*groups, accompanied(1), scheme=scheme)
    assert more.state_grant >= result.state_grant
