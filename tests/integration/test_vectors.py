"""Every vector of the sources by its id, through `jalon calc`; the list of ids and figures is docs/cases/vectors.toml."""

import json
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from app.commands.calc import run

CASES = Path(__file__).parents[2] / "docs" / "cases"
SECTIONS: Mapping[str, Mapping[str, Mapping[str, Any]]] = tomllib.loads((CASES / "vectors.toml").read_text("utf-8"))

FIRM_IDS = {
    "4.1": {f"A-{rank}" for rank in (1, 2, 5, 7, 8, 9, 11, 12)},
    "4.2": {f"B-{rank}" for rank in (1, 2, 3, 4, 6, 7, 8, 11, 12, 14, 15, 16, 17, 18, 20, 21)},
    "4.3": {f"C-{rank}" for rank in (1, 3, 4, 5, 6, 7, 10, 11)},
}
"""Vectors that the tables of the sources number."""

ROWS = {"2.7": 13, "2.8": 6, "3.3": 13, "4.1": 16, "4.2": 17, "4.3": 8, "4.4": 11}
"""Rows of each table, a row that states two readings or two bounds counting for two."""


@cache
def outcomes() -> Mapping[str, Any]:
    written: list[str] = []
    assert run(CASES / "sources.toml", written.append) == 0
    return {case["id"]: case for case in json.loads("".join(written))["cases"]}


def at(result: Any, path: str) -> Any:
    """What a dotted key leads to."""
    for step in path.split("."):
        result = result[int(step)] if isinstance(result, list) else result[step]
    return result


VECTORS = [
    pytest.param(name, expected, id=f"{section} {name}")
    for section, rows in SECTIONS.items()
    for name, expected in rows.items()
]


@pytest.mark.parametrize(("name", "expected"), VECTORS)
def test_vector(name: str, expected: Mapping[str, Any]) -> None:
    case = outcomes()[name]
    if "refused" in expected:
        assert case["refused"]["code"] == expected["refused"]
        assert case["refused"]["sentence"].endswith(".")
        return
    assert {path: at(case["result"], path) for path in expected} == dict(expected)


def test_every_table_of_the_sources_is_there_whole() -> None:
    assert {section: len(rows) for section, rows in SECTIONS.items()} == ROWS
    missing = {section: ids - SECTIONS[section].keys() for section, ids in FIRM_IDS.items()}
    assert not any(missing.values()), missing


def test_every_vector_has_its_case_and_no_case_has_two() -> None:
    written = [case["id"] for case in tomllib.loads((CASES / "sources.toml").read_text("utf-8"))["case"]]
    assert sorted(written) == sorted(set(written))
    names = [name for rows in SECTIONS.values() for name in rows]
    assert sorted(names) == sorted(set(names))
    assert set(names) <= set(written)


def test_no_vector_expects_nothing() -> None:
    assert all(expected for rows in SECTIONS.values() for expected in rows.values())
