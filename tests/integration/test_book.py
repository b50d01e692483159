"""The book of a company head: one file that fetches nothing; what comes back is read without trust and kept on request."""

import base64
import hashlib
import json
import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from app.domain.action_plan import ActionState
from app.domain.errors import DomainError
from app.domain.mission import MissionFile, VersionKind
from app.reports.forms.book import book_html
from app.services.book import MAX_BOOK_BYTES, NOTE_LENGTH, keep_book_changes, read_book
from app.services.missions import read_mission
from tests.integration.roadmap_examples import content_of, demo_file, empty_file, exit_file, sealed_version
from tests.support.desk import desk_in


class Reader(HTMLParser):
    """What a book holds, as a browser sees it."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def of(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.tags if name == tag]


def seen(html: bytes) -> Reader:
    reader = Reader()
    reader.feed(html.decode())
    return reader


def returned(file: MissionFile, **changed: str) -> dict[str, Any]:
    """What the script writes, an untouched book but for the first action."""
    actions = [
        {"id": str(one.id), "title": one.title, "was": one.state, "state": one.state, "day": "", "note": ""}
        for one in file.actions
    ]
    actions[0] |= changed
    mission = file.mission
    return {"jalon": "book", "schema": 1, "mission": str(mission.id), "reference": mission.reference, "version": 1, "actions": actions}  # fmt: skip


def test_each_action_can_be_ticked_and_nothing_is_fetched() -> None:
    content = content_of(exit_file(), sealed_version(VersionKind.EXIT))
    book = seen(book_html(content))
    live = [one for one in content.file.actions if one.state is not ActionState.DROPPED]
    assert [one["data-id"] for one in book.of("fieldset")] == [str(one.id) for one in live]
    assert len([one for one in book.of("input") if one.get("type") == "radio"]) == 3 * len(live)
    assert len([one for one in book.of("input") if "checked" in one]) == len(live)
    named = {one["for"] for one in book.of("label") if "for" in one}
    assert named == {one["id"] for tag in ("input", "textarea") for one in book.of(tag) if "id" in one}
    assert content.sealed is not None
    assert content.sealed.sha256 in book.text
    assert "FICTIF" in book.text
    assert not [attrs for _, attrs in book.tags if {"src", "href", "action", "onclick", "style"} & attrs.keys()]
    assert "http" not in book_html(content).decode().replace("http-equiv", "")


def test_its_policy_runs_its_own_two_blocks_only() -> None:
    html = book_html(content_of(demo_file())).decode()
    policy = next(one["content"] for one in seen(html.encode()).of("meta") if "http-equiv" in one)
    assert policy is not None
    assert policy.startswith("default-src 'none'")
    for tag in ("style", "script"):
        (block,) = re.findall(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(block.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


def test_a_hostile_text_stays_a_text() -> None:
    file = demo_file()
    bad = '"><script>alert(1)</script><img src=x onerror=alert(2)> \u202e 😀'
    first = replace(file.actions[0], title=bad, reason=bad, owner=bad)
    book = seen(book_html(content_of(replace(file, actions=(first, *file.actions[1:])))))
    assert len(book.of("script")) == 1
    assert book.of("img") == []
    assert book.of("fieldset")[0]["data-title"] == bad
    assert "prévue" not in seen(book_html(content_of(empty_file()))).text


def test_what_the_head_says_is_proposed_and_only_what_is_accepted_is_kept(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        bench, mission_id = desk.workbench, desk.open_demo()
        file = read_mission(bench.unit_of_work, mission_id)
        told = returned(file, state="done", day="2022-02-14", note="Fait avec l’atelier\nsans arrêt")
        told["actions"][1]["state"] = "started"
        changes = read_book(json.dumps(told).encode(), file)
        assert [(one.action.rank, one.state, one.day) for one in changes] == [
            (1, ActionState.DONE, date(2022, 2, 14)),
            (2, ActionState.STARTED, None),
        ]
        assert read_mission(bench.unit_of_work, mission_id) == file
        assert keep_book_changes(bench.unit_of_work, mission_id, changes[:1], clock=bench.clock) == 1
        after = read_mission(bench.unit_of_work, mission_id)
        assert [one.state for one in after.actions[:2]] == [ActionState.DONE, file.actions[1].state]
        assert "14/02/2022, Fait avec l’atelier sans arrêt" in after.mission.private_notes
        with pytest.raises(DomainError) as refused:
            keep_book_changes(bench.unit_of_work, mission_id, changes[:1], clock=bench.clock)
        assert refused.value.code == "book.stale"
        again = read_book(json.dumps(told).encode(), after)
        assert [one.moved_here for one in again] == [True, False]


FILE = demo_file()


def _altered(**changed: object) -> bytes:
    return json.dumps(returned(FILE) | changed).encode()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "book.foreign"),
        (b"%PDF-1.7", "book.foreign"),
        (b"[" * 200_000, "book.foreign"),
        (b" " * (MAX_BOOK_BYTES + 1), "book.foreign"),
        (b"\xff\xfe\x00", "book.foreign"),
        (_altered(jalon="mission"), "book.foreign"),
        (_altered(schema=2), "book.newer"),
        (_altered(schema="1"), "book.foreign"),
        (_altered(mission="00000000-0000-0000-0000-000000000009"), "book.other_mission"),
        (_altered(actions={}), "book.foreign"),
        (_altered(actions=[{"id": 3}]), "book.foreign"),
        (_altered(actions=returned(FILE)["actions"][:1] * 2), "book.foreign"),
        (json.dumps(returned(FILE, state="<b>")).encode(), "book.foreign"),
        (json.dumps(returned(FILE, state="done", day="hier")).encode(), "book.foreign"),
        (json.dumps(returned(FILE, note="x" * (NOTE_LENGTH + 1))).encode(), "book.foreign"),
        (json.dumps(returned(FILE, title="Une autre")).encode(), "book.stale"),
        (_altered(), "book.nothing"),
    ],
)
def test_a_file_that_proposes_nothing_sound_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(DomainError) as refused:
        read_book(data, FILE)
    assert refused.value.code == code


def test_a_sealed_mission_takes_nothing(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        bench, mission_id = desk.workbench, desk.open_demo()
        file = read_mission(bench.unit_of_work, mission_id)
        changes = read_book(json.dumps(returned(file, state="done")).encode(), file)
        with bench.unit_of_work() as uow:
            uow.missions.save(file.mission.sealed(), bench.clock())
            uow.commit()
        with pytest.raises(DomainError) as refused:
            keep_book_changes(bench.unit_of_work, mission_id, changes, clock=bench.clock)
        assert refused.value.code == "mission.sealed"
