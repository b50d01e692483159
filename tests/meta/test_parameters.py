"""Every open point is a key of the packs and has its row in docs/parameters.md, with its true default."""

import re
import tomllib
from dataclasses import fields
from enum import StrEnum
from typing import Any

import pytest

from app.domain.programme_admission import DEFAULT_ADMISSION, AdmissionRules
from app.domain.readings import FundingReadings, ProgrammeReadings, ServiceReadings
from tests.meta.tree import ROOT, told

PAPER = ROOT / "docs" / "parameters.md"
COLUMNS = 5
TABLES = {
    "scheme": ServiceReadings,
    "company_funding": FundingReadings,
    "programme": ProgrammeReadings,
}
ROW = re.compile(r"^\| `(\w+)` \|")


def rows() -> dict[str, list[str]]:
    """Cells of each parameter."""
    lines = [line for line in PAPER.read_text("utf-8").splitlines() if ROW.match(line)]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return {row[0].strip("`"): row for row in cells}


def packs() -> dict[str, dict[str, Any]]:
    """Every shipped scheme and aid, parsed."""
    paths = [path for folder in ("schemes", "aids") for path in sorted((ROOT / "resources" / folder).glob("*.toml"))]
    return {path.stem: tomllib.loads(path.read_text("utf-8")) for path in paths}


def every_key(value: object) -> set[str]:
    """Keys of a parsed document, at any depth."""
    if isinstance(value, dict):
        return {str(key) for key in value}.union(*(every_key(inner) for inner in value.values()))
    if isinstance(value, list):
        return set().union(*(every_key(inner) for inner in value))
    return set()


def readings_of(document: dict[str, Any], table: str) -> dict[str, Any] | None:
    """The readings that a pack writes in a table, or None when it has no such table."""
    found = document.get(table)
    return None if found is None else found.get("readings", {})


def test_every_row_is_whole() -> None:
    faults = [" | ".join(row) for row in rows().values() if len(row) != COLUMNS or not all(row)]
    assert not faults, told(faults, f"Each parameter has {COLUMNS} cells: key, default, others, open point, source.")


@pytest.mark.parametrize(("table", "kind"), TABLES.items())
def test_every_reading_has_its_row_and_its_true_default(table: str, kind: type) -> None:
    told_rows, defaults = rows(), kind()
    faults = []
    for field in fields(kind):
        default = getattr(defaults, field.name)
        written = default.value if isinstance(default, StrEnum) else str(default).lower()
        row = told_rows.get(field.name)
        if row is None or not row[1].startswith(f"`{written}`"):
            faults.append(f"{table}.readings.{field.name}: default {written}")
        elif isinstance(default, StrEnum):
            faults += [
                f"{field.name}: {other} is not told" for other in type(default) if f"`{other}`" not in "".join(row)
            ]
    assert not faults, told(faults, "Write the row of this open point in docs/parameters.md.")


@pytest.mark.parametrize(("table", "kind"), TABLES.items())
def test_every_shipped_scheme_writes_its_readings(table: str, kind: type) -> None:
    names = {field.name for field in fields(kind)}
    faults = [
        f"{pack}: {table}.readings lacks {', '.join(sorted(names - given.keys()))}"
        for pack, document in packs().items()
        if (given := readings_of(document, table)) is not None and names - given.keys()
    ]
    assert not faults, told(faults, "A reading is never silent: write it in the pack, even when it is the default.")


def test_real_schemes_keep_the_documented_defaults() -> None:
    faults = []
    for pack, document in packs().items():
        if "scheme" in document and not document["scheme"]["fictional"]:
            for table, kind in TABLES.items():
                defaults = kind()
                given = readings_of(document, table) or {}
                faults += [f"{pack}: {key}" for key, value in given.items() if value != getattr(defaults, key)]
    assert not faults, told(faults, "Another reading than the documented default: say why in the pack and here.")


def test_every_row_is_a_key_of_the_packs() -> None:
    optional = {"ceiling_euros", "period_years", "state_share"} | {field.name for field in fields(AdmissionRules)}
    known = set().union(*(every_key(document) for document in packs().values())) | optional
    faults = sorted(rows().keys() - known)
    assert not faults, told(faults, "No pack has this key: mend its name in docs/parameters.md.")


def test_conditions_of_admission_have_their_row_and_their_true_default() -> None:
    told_rows = rows()
    written = {
        "bearers": "`regional_authority`, `sector_body`",
        "outside_call_until": DEFAULT_ADMISSION.outside_call_until.isoformat(),
        "last_day_counts": f"`{str(DEFAULT_ADMISSION.last_day_counts).lower()}`",
        "ecological_share": f"{DEFAULT_ADMISSION.ecological_share:.2f}",
        "reserve_binds": f"`{str(DEFAULT_ADMISSION.reserve_binds).lower()}`",
    }
    assert written.keys() == {field.name for field in fields(AdmissionRules)}
    faults = [key for key, default in written.items() if not told_rows[key][1].startswith(default)]
    assert not faults, told(faults, "Write the true default of this key in docs/parameters.md.")


def test_every_open_point_of_money_is_told() -> None:
    text = PAPER.read_text("utf-8")
    faults = [f"4.6-{point}" for point in range(1, 22) if not re.search(rf"\b4\.6-{point}\b", text)]
    assert not faults, told(faults, "Say which parameter stands for this open point, or what the program does.")
