"""Figures of the Region: small numbers hidden with what would give them back, the fictional left out, decisions counted."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.errors import DomainError
from server.deposits import Arrival, receive
from server.figures import SMALLEST, figures, hidden_among
from server.publishing import NewOrder, publish_order
from server.quarterly import Quarter, as_table, quarter_of, read_quarter, report_of
from server.region import Region
from tests.support.sealed import a_mission_file, a_version

MANY, FEW, OTHER = "Aéronautique", "Bois", "Mécanique"


def deposit(region: Region, arrival: Arrival, sector: str, decided: date, *, fictional: bool = False) -> None:
    file = a_mission_file(fictional=fictional)
    sealed = a_version(replace(file, mission=replace(file.mission, sector=sector, decision_day=decided)))
    receive(region, replace(arrival, mission_id=sealed.mission_id, data=sealed.document))


@pytest.mark.parametrize(
    ("counts", "hidden"),
    [
        ({"a": 5, "b": 9}, set()),
        ({"a": 4, "b": 9, "c": 20}, {"a", "b"}),
        ({"a": 4, "b": 1, "c": 20}, {"a", "b"}),
        ({"a": 0, "b": 9}, set()),
        ({"a": 3}, {"a"}),
    ],
)
def test_a_small_number_is_never_given_back_by_its_total(counts: dict[str, int], hidden: set[str]) -> None:
    assert hidden_among(counts) == hidden


def test_figures_count_real_missions_and_hide_the_few(region: Region, arrival: Arrival) -> None:
    for _ in range(SMALLEST + 1):
        deposit(region, arrival, MANY, date(2022, 2, 1))
    for _ in range(SMALLEST):
        deposit(region, arrival, OTHER, date(2022, 2, 1))
    deposit(region, arrival, FEW, date(2022, 2, 1))
    deposit(region, arrival, FEW, date(2022, 2, 1), fictional=True)

    found = figures(region)

    assert (found.total.missions, found.total.half_days, found.total.grant_cents) == (12, 120, 12 * 600_000)
    told = {line.name: (line.missions, line.grant_cents) for line in found.sectors}
    assert told == {MANY: (6, 6 * 600_000), FEW: (None, None), OTHER: (None, None)}
    assert [(line.missions, line.grant_cents) for line in found.phases] == [(12, 12 * 600_000)]
    assert (found.entry.median, found.entry.steps["100 à 149"], found.exit.missions) == (116, 12, 0)


def test_the_report_counts_missions_by_the_day_of_their_decision(region: Region, arrival: Arrival) -> None:
    for _ in range(SMALLEST):
        deposit(region, arrival, MANY, date(2022, 3, 31))
    deposit(region, arrival, MANY, date(2022, 4, 1))
    for rank in range(SMALLEST):
        scheme = "occitanie-2020-2022"
        publish_order(region, NewOrder("Exemple Conseil", f"Exemple {rank} SA", scheme, date(2022, 1, 1), f"D-{rank}"))

    first, second = report_of(region, Quarter(2022, 1)), report_of(region, Quarter(2022, 2))

    assert (first.decided, first.figures.total.missions) == (2 * SMALLEST, SMALLEST)
    assert (second.decided, second.figures.total.missions, second.figures.sectors[0].grant_cents) == (None, None, None)
    lines = as_table(region, first).decode("utf-8-sig").splitlines()
    assert f"2022-T1;ensemble;missions décidées;{2 * SMALLEST};;" in lines
    assert f"2022-T1;filière;{MANY};{SMALLEST};{SMALLEST * 10};{SMALLEST * 600_000}" in lines
    assert "moins de 5" in as_table(region, second).decode("utf-8-sig")


def test_a_formula_stays_words_in_the_table(region: Region, arrival: Arrival) -> None:
    for _ in range(SMALLEST):
        deposit(region, arrival, "=1+1", date(2022, 3, 31))
    assert ";'=1+1;" in as_table(region, report_of(region, Quarter(2022, 1))).decode("utf-8-sig")


def test_quarters_follow_each_other() -> None:
    assert quarter_of(date(2026, 3, 31)).name == "2026-T1"
    assert [Quarter(2026, 1).shifted(by).name for by in (-1, 0, 1, 4)] == ["2025-T4", "2026-T1", "2026-T2", "2027-T1"]
    assert (Quarter(2026, 4).first, Quarter(2026, 4).next_first) == (date(2026, 10, 1), date(2027, 1, 1))
    for name in ("2026-T5", "2026", "2026-T1 "):
        with pytest.raises(DomainError, match=r"quarter\.unknown"):
            read_quarter(name)
