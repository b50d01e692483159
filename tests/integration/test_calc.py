"""`jalon calc` on the vectors of the sources: same figures as the tables of the sources, refusals with a sentence."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from app.commands.calc import run

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def outcomes() -> Mapping[str, Any]:
    written: list[str] = []
    assert run(ROOT / "docs" / "cases" / "sources.toml", written.append) == 0
    return {case["id"]: case for case in json.loads("".join(written))["cases"]}


@pytest.mark.parametrize(
    ("case", "grant", "company"),
    [("B-1", 6000, 0), ("B-8", 11500, 5500), ("B-11", 21000, 21000), ("B-14", 18000, 18000), ("B-18", 0, 6000)],
)
def test_funding(outcomes: Mapping[str, Any], case: str, grant: int, company: int) -> None:
    result = outcomes[case]["result"]
    assert (result["grant_cents"], result["company_cents"]) == (grant * 100, company * 100)
    assert all(line["sentence"] for line in result["lines"])


@pytest.mark.parametrize(
    ("case", "grant"),
    [
        ("B-12", 20_000),
        ("B-12, days", 17_500),
        ("B-14, first_first", 18_000),
        ("B-14, pro_rata", 18_000),
        ("B-16, not limited", 21_000),
        ("mixed day rates", 5_000),
    ],
)
def test_open_points_read_otherwise(outcomes: Mapping[str, Any], case: str, grant: int) -> None:
    assert outcomes[case]["result"]["grant_cents"] == grant * 100


def test_order_of_the_limit_by_equity(outcomes: Mapping[str, Any]) -> None:
    grants = {
        case: [phase["grant_cents"] for phase in outcomes[case]["result"]["phases"]]
        for case in ("B-14", "B-14, first_first", "B-14, pro_rata")
    }
    assert grants == {
        "B-14": [600_000, 1_200_000],
        "B-14, first_first": [300_000, 1_500_000],
        "B-14, pro_rata": [514_285, 1_285_715],
    }


def test_account_of_the_invoices(outcomes: Mapping[str, Any]) -> None:
    result = outcomes["account"]["result"]
    states = [line["state"] for line in result["expenses"]]
    assert states == ["accepted", "accepted", "not_accredited", "too_late", "unpaid"]
    assert [result[key] for key in ("invoiced_cents", "grant_cents", "waiting_cents", "refused_cents")] == [
        2_300_000,
        1_150_000,
        300_000,
        300_000,
    ]
    assert result["grant_cents"] + result["company_cents"] == result["invoiced_cents"]
    assert outcomes["non-accredited provider"]["result"]["grant_cents"] == 0
    assert outcomes["under the responsibility"]["result"]["grant_cents"] == 600_000


def test_services_under_the_readings(outcomes: Mapping[str, Any]) -> None:
    def credited(case: str) -> list[bool]:
        return [one["credited_as_accompaniment"] for one in outcomes[case]["result"]["services"]]

    assert credited("services") == [False, False]
    assert credited("services, path") == [True, True]
    assert credited("phase 1 only, not counted") == [False]


def test_de_minimis(outcomes: Mapping[str, Any]) -> None:
    open_point = outcomes["de minimis"]["result"]
    assert (open_point["state"], open_point["ceiling_cents"]) == ("unknown", None)
    assert open_point["regulations"] == ["1407/2013", "2023/2831"]
    stated = outcomes["de minimis, parameters"]["result"]
    assert (stated["state"], stated["headroom_cents"]) == ("not_met", 300_000)


def test_advances(outcomes: Mapping[str, Any]) -> None:
    assert outcomes["B-20"]["result"]["advances"] == [
        {"phase": "phase_2", "balance_cents": 0, "overpaid_cents": 140000}
    ]
    assert outcomes["B-21"]["refused"]["code"] == "funding.advance_too_high"


def test_days_index_and_eligibility(outcomes: Mapping[str, Any]) -> None:
    assert outcomes["4.5 days"]["result"]["service_class"] == "diagnostic"
    assert outcomes["5 days"]["result"]["credited_as_accompaniment"] is True
    assert outcomes["30.5 days"]["result"]["unusually_long"] is True
    assert outcomes["4.99 days"]["refused"]["code"] == "days.not_half"
    assert outcomes["2/4/12/6/5"]["result"]["index"] == 132
    assert outcomes["0/0/28/0/0"]["refused"]["code"] == "i2df.incomplete"
    assert outcomes["total 288"]["refused"]["code"] == "i2df.impossible"
    assert outcomes["5000 employees"]["result"]["state"] == "not_met"
    assert outcomes["250 employees"]["result"]["size"] == "mid_cap"
    assert [outcomes[f"{months} months"]["result"]["state"] for months in (11, 12)] == ["not_met", "met"]


@pytest.mark.parametrize(
    ("case", "half", "ceiling", "grant", "net"),
    [
        ("A-1", 900_000, 800_000, 800_000, 1_000_000),
        ("A-2", 900_000, 1_000_000, 900_000, 900_000),
        ("A-5", 900_000, 1_800_000, 900_000, 900_000),
        ("A-7", 900_000, 792_000, 792_000, 1_008_000),
        ("A-8", 800_000, 800_000, 800_000, 800_000),
        ("A-9", 650_000, 800_000, 650_000, 1_150_000),
        ("A-12", 650_000, 0, 0, 1_300_000),
    ],
)
def test_programme(outcomes: Mapping[str, Any], case: str, half: int, ceiling: int, grant: int, net: int) -> None:
    result = outcomes[case]["result"]
    keys = ("half_cents", "ceiling_cents", "state_grant_cents", "region_net_cents")
    assert [result[key] for key in keys] == [half * 100, ceiling * 100, grant * 100, net * 100]
    assert all(line["sentence"] for line in result["lines"])


@pytest.mark.parametrize(
    ("case", "size"),
    [
        ("101 metropolitan", "reached"),
        ("100 metropolitan", "reached"),
        ("100 metropolitan, strict", "too_small"),
        ("99 by exception", "exception"),
        ("99", "too_small"),
        ("31 overseas", "reached"),
        ("30 overseas", "reached"),
        ("29 overseas", "too_small"),
    ],
)
def test_size_of_a_programme(outcomes: Mapping[str, Any], case: str, size: str) -> None:
    assert outcomes[case]["result"]["size"] == size


def test_ceiling_of_four_hundred_companies(outcomes: Mapping[str, Any]) -> None:
    assert outcomes["A-11"]["result"]["ceiling_cents"] == 320_000_000


def test_evolution_and_coach(outcomes: Mapping[str, Any]) -> None:
    evolution = outcomes["entry 87, exit 132"]["result"]
    assert evolution["evolution"] == 45
    assert evolution["total"] == {"entry": 87, "gains": 59, "losses": -6, "reclassified": -8, "exit": 132}
    coach = outcomes["coach"]["result"]
    assert (coach["points"], coach["half_days"], coach["reached"]) == (8, 10, True)
    assert [pick["theme"] for pick in coach["picks"]] == ["L1.2", "L1.3"]
    assert coach["left_out"]["L1.1"] == "not_concerned"


@pytest.mark.parametrize(
    ("case", "amount", "state"),
    [
        ("C-1", 11_200, "met"),
        ("C-3", 0, "not_met"),
        ("C-4", 11_200, "met"),
        ("C-5", 0, "not_met"),
        ("C-6", 11_200, "met"),
        ("C-7", 11_200, "met"),
        ("C-10", 0, "not_met"),
        ("C-11", 0, "not_met"),
        ("study, small", 35_000, "met"),
        ("study, medium", 60_000, "met"),
        ("study, large", 20_000, "met"),
        ("fee, 12, 500", 0, "met"),
        ("fee, 12, 501", 250, "met"),
        ("fee, 20, 6000", 0, "met"),
        ("fee, 20, 6001", 3_000, "met"),
        ("fee, 50, 12001", 6_000, "met"),
        ("fee, 100, 18001", 9_000, "met"),
        ("investment, overseas", 45_000, "met"),
    ],
)
def test_aids(outcomes: Mapping[str, Any], case: str, amount: int, state: str) -> None:
    result = outcomes[case]["result"]
    assert (result["amount_cents"], result["state"]) == (amount * 100, state)
    assert all(one["sentence"] for one in (*result["lines"], *result["criteria"]))


def test_an_aid_says_that_it_is_closed(outcomes: Mapping[str, Any]) -> None:
    validity = outcomes["closed"]["result"]["validity"]
    assert validity == {"state": "closed", "since": "2019-01-01", "until": "2020-12-31"}


def test_catalogue(outcomes: Mapping[str, Any]) -> None:
    found = [entry["id"] for entry in outcomes["catalogue"]["result"]["entries"]]
    assert found[:2] == ["ti-13", "ti-24"]
    assert "ti-25" in found


def test_refusals_are_french_sentences(outcomes: Mapping[str, Any]) -> None:
    refusals = [case["refused"]["sentence"] for case in outcomes.values() if "refused" in case]
    assert len(refusals) == 7
    assert all(sentence.endswith(".") and "{" not in sentence for sentence in refusals)


def test_a_file_that_cannot_be_read_names_its_fault(tmp_path: Path) -> None:
    path = tmp_path / "cas.toml"
    path.write_text('[[case]]\nid = "x"\nengine = "astrology"\n', encoding="utf-8")
    written: list[str] = []
    assert run(path, written.append) == 2
    sentence = json.loads("".join(written))["error"]["sentence"]
    assert "cas.toml" in sentence
    assert "engine" in sentence


def test_conditions_of_admission(outcomes: Mapping[str, Any]) -> None:
    designated = outcomes["A-1, by a sector's body"]["result"]["admission"]
    assert designated == {"bearer": "met", "request": "met"}
    assert outcomes["outside a call, on the last day"]["result"]["admission"]["request"] == "not_met"
    assert outcomes["reserve that binds"]["result"]["state_grant_cents"] == 4_000_000_000
