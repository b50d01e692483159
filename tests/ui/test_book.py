"""A book sent back, reviewed on the page of the plan: what is ticked goes in the plan, the rest stays as it is."""

import json
from pathlib import Path
from typing import Any

from pytestqt.qtbot import QtBot

from app.domain.action_plan import ActionState
from app.ui.presenters.mission_context import MissionContext
from app.ui.views.mission.pages import PAGES
from app.ui.views.mission.plan_view import PlanView
from app.ui.views.mission_window import MissionWindow


def shown(context: MissionContext, qtbot: QtBot) -> PlanView:
    """The page of the plan."""
    window = MissionWindow(context, PAGES)
    qtbot.addWidget(window)
    window.resize(1280, 720)
    window.show()
    window.show_page("plan")
    page = window.page()
    assert isinstance(page, PlanView)
    return page


def sent_back(context: MissionContext, path: Path, **changed: object) -> Path:
    """The file of a book whose two first actions are done."""
    actions: list[dict[str, Any]] = [
        {"id": str(one.id), "title": one.title, "was": one.state, "state": one.state, "day": "", "note": ""}
        for one in context.file.actions
    ]
    for one in actions[:2]:
        one |= {"state": "done", "note": "Fait."}
    told = {"jalon": "book", "schema": 1, "mission": str(context.mission_id), "actions": actions} | changed
    path.write_text(json.dumps(told), "utf-8")
    return path


def test_only_what_stays_ticked_is_kept(demo: MissionContext, qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(demo, qtbot)
    qtbot.waitUntil(page.book.isVisible)
    before = [one.state for one in demo.file.actions]
    sheet = page.review_book(sent_back(demo, tmp_path / "retour.json"))
    assert sheet is not None
    assert len(sheet.boxes) == 2
    for box in sheet.boxes:
        box.click()
    assert not sheet.go.isEnabled()
    sheet.boxes[1].click()
    sheet.go.click()
    after = [one.state for one in demo.file.actions]
    assert after == [before[0], ActionState.DONE, *before[2:]]
    assert "Fait." in demo.mission.private_notes


def test_a_foreign_file_is_refused_by_a_sentence(demo: MissionContext, qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(demo, qtbot)
    before = demo.file
    assert page.review_book(sent_back(demo, tmp_path / "autre.json", mission="autre")) is None
    assert "autre mission" in demo.messages.history()[-1].sentence
    assert page.review_book(tmp_path / "absent.json") is None
    assert demo.file == before
