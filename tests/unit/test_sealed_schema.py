"""Schema 1 is kept for ever: what is published is what is written, what was sealed still opens, only additions pass."""

import copy
import json
import re
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from app.commands.contract import fields_text, schema_text
from app.domain.errors import InvalidData
from app.domain.mission import VersionKind
from app.packs.sealed_fields import sealed_fields
from app.sync.contract.canonical import canonical_bytes, read_canonical
from app.sync.contract.document import read_document
from app.sync.contract.schema_rules import breaks, field_paths, json_schema
from tests.meta.tree import ROOT
from tests.support.sealed_fixtures import FOLDER, generations, sealed_bytes

CASES = [(generation, kind.value) for generation in generations() for kind in VersionKind]
PUBLISH = "Run `make contract`."


def test_the_published_schema_is_that_of_the_models() -> None:
    assert (ROOT / "docs" / "sealed-document.schema.json").read_text("utf-8") == schema_text(), PUBLISH


def test_every_sealed_field_has_its_line_and_no_line_is_left_over() -> None:
    assert set(sealed_fields()) == set(field_paths()), (
        "Mend resources/sealed/fields.toml, in the order of the document."
    )
    assert (ROOT / "docs" / "sealed-fields.md").read_text("utf-8") == fields_text(), PUBLISH


def test_a_field_is_for_the_company_or_says_why_it_is_not_printed() -> None:
    for one in sealed_fields().values():
        assert one.audience in ("company", "region"), one.path
        assert one.label, one.path
        assert one.printed or re.fullmatch(r"not printed \(.+\)", one.place), one.path
        assert one.audience == "company" or not one.printed, one.path


def test_schema_1_only_ever_gains_optional_fields() -> None:
    frozen = json.loads((FOLDER / "schema-1.json").read_text("utf-8"))
    assert breaks(frozen, json_schema()) == [], "What was sealed must open for ever: give the new field a default."


def _required(schema: dict[str, Any]) -> None:
    schema["$defs"]["DayPart"]["properties"]["extra"] = {"type": "string"}
    schema["$defs"]["DayPart"]["required"].append("extra")


def _optional(schema: dict[str, Any]) -> None:
    schema["$defs"]["DayPart"]["properties"]["extra"] = {"type": "string", "default": ""}


def _gone(schema: dict[str, Any]) -> None:
    del schema["$defs"]["DayPart"]["properties"]["place"]


def _narrower(schema: dict[str, Any]) -> None:
    schema["$defs"]["DayPart"]["properties"]["place"]["maxLength"] = 100


def _no_kind(schema: dict[str, Any]) -> None:
    schema["$defs"]["VersionKind"]["enum"].remove("abandoned")


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (_required, ["/$defs/DayPart/required/extra"]),
        (_optional, []),
        (_gone, ["/$defs/DayPart/properties/place"]),
        (_narrower, ["/$defs/DayPart/properties/place/maxLength"]),
        (_no_kind, ["/$defs/VersionKind/enum/abandoned"]),
    ],
)
def test_a_change_that_refuses_what_was_sealed_is_named(
    change: Callable[[dict[str, Any]], None], place: list[str]
) -> None:
    schema = json_schema()
    changed = copy.deepcopy(schema)
    change(changed)
    assert breaks(schema, changed) == place


@pytest.mark.parametrize(("generation", "kind"), CASES)
def test_what_was_sealed_is_read_and_would_be_written_the_same(generation: str, kind: str) -> None:
    data = sealed_bytes(generation, kind)
    document = read_document(data)
    assert document.version.kind == kind
    assert canonical_bytes(document.model_dump(mode="json", by_alias=True, exclude_defaults=True)) == data


def _older(data: bytes) -> bytes:
    """A document as a schema 0 could have said it: the company's name under another key, in capitals."""
    value = {**read_canonical(data), "schema": 0}
    value["company"] = dict(value["company"])
    value["company"]["corporate_name"] = value["company"].pop("name").upper()
    return canonical_bytes(value)


def _upcast(value: Mapping[str, Any]) -> dict[str, Any]:
    company = dict(value["company"])
    company["name"] = company.pop("corporate_name")
    return {**value, "company": company}


def test_an_older_schema_is_read_through_its_upcast() -> None:
    data = sealed_bytes(*CASES[0])
    older = _older(data)
    read = read_document(older, {0: _upcast})
    assert read.company.name == read_document(data).company.name.upper()
    assert read.schema_ == 1
    with pytest.raises(InvalidData) as refusal:
        read_document(older)
    assert (refusal.value.code, refusal.value.params["path"]) == ("document.invalid", "schema")


@pytest.mark.parametrize("said", [2, 99])
def test_a_newer_schema_is_refused_whole(said: int) -> None:
    value = {**read_canonical(sealed_bytes(*CASES[0])), "schema": said, "unheard_of": {}}
    with pytest.raises(InvalidData) as refusal:
        read_document(canonical_bytes(value))
    assert (refusal.value.code, refusal.value.params) == ("document.newer", {"schema": said, "known": 1})
