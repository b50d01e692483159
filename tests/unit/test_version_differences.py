"""What changed between two sealed versions: each field once, at its place, and nothing that did not change."""

from collections.abc import Callable
from typing import Any

import pytest

from app.sync.contract.differences import Difference, differences
from app.sync.contract.document import read_document
from tests.support.sealed import tampered
from tests.support.sealed_fixtures import generations, sealed_bytes

DATA = sealed_bytes(generations()[0], "exit")


def found(change: Callable[[dict[str, Any]], object]) -> tuple[Difference, ...]:
    return differences(read_document(DATA), read_document(tampered(DATA, change)))


def test_a_document_does_not_differ_from_itself_nor_by_its_version_alone() -> None:
    assert found(lambda value: value["version"].update(number=4, reason="autre")) == ()


@pytest.mark.parametrize(
    ("change", "path", "before", "after"),
    [
        (lambda value: value["company"].update(employees=51), "company.employees", 48, 51),
        (lambda value: value["mission"].update(next_day=None), "mission.next_day", "2023-01-14", None),
        (
            lambda value: value["assessments"][0]["answers"][0].update(level="unknown"),
            "assessments[].answers[].level",
            "in_progress",
            "unknown",
        ),
        (lambda value: value["days"][2].update(remote=True), "days[].remote", False, True),
        (lambda value: value["expenses"][0].update(amount_cents=1), "expenses[].amount_cents", 600_000, 1),
        (lambda value: value["actions"][4].update(owner="Autre"), "actions[].owner", None, "Autre"),
        (
            lambda value: value["scenarios"][0]["funding"].update(grant_cents=1),
            "scenarios[].funding.grant_cents",
            None,
            1,
        ),
    ],
)
def test_one_change_is_one_difference(
    change: Callable[[dict[str, Any]], object], path: str, before: object, after: object
) -> None:
    (one,) = found(change)
    assert (one.path, one.after, one.whole) == (path, after, False)
    if before is not None:
        assert one.before == before
    assert len(one.parts) == path.count("[]")


def test_parts_are_told_apart_whatever_their_order() -> None:
    assert found(lambda value: value["actions"].reverse()) == ()
    (gone,) = found(lambda value: value["actions"].pop(3))
    assert (gone.path, gone.after, gone.whole) == ("actions[]", None, True)
    (come,) = found(lambda value: value["sessions"].append({**value["sessions"][0], "id": str(read_id())}))
    assert (come.path, come.before, come.whole) == ("sessions[]", None, True)


def read_id() -> str:
    """An identifier that no part bears."""
    return "00000000-0000-0000-0000-00000000ffff"


def test_parts_with_the_same_key_are_all_kept() -> None:
    (one,) = found(lambda value: value["services"].append({**value["services"][0], "half_days": 3}))
    assert (one.path, one.whole) == ("services[]", True)
