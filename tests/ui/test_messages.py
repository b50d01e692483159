"""Messages: each family of error on its surface, kept until a window shows it, and reports without personal data."""

from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from app.domain.errors import CodedError, DomainError
from app.services.errors import EnvironmentFailure
from app.ui.messages import KEPT, Message, MessageKind, Messages, bug_hook

AT = datetime(2022, 3, 15, 14, 32, 7, tzinfo=UTC)


@pytest.fixture
def messages(qtbot: QtBot) -> Messages:
    return Messages(lambda error: f"phrase de {error.code}", lambda: AT)


def _said(messages: Messages) -> list[Message]:
    return list(messages.history())


def test_each_family_has_its_surface(messages: Messages) -> None:
    messages.handle(DomainError("siret.key"))
    messages.handle(EnvironmentFailure("disk.full"), retry=lambda: None)
    messages.handle(ValueError("Exemple SAS"))
    told, failure, bug = _said(messages)
    assert (told.kind, told.sentence) == (MessageKind.TOLD, "phrase de siret.key")
    assert (failure.kind, failure.code, failure.action) == (MessageKind.FAILURE, "disk.full", "Réessayer")
    assert bug.kind is MessageKind.BUG
    assert bug.reference


def test_what_is_said_before_the_window_is_shown_once(messages: Messages) -> None:
    messages.tell("avant")
    assert [one.sentence for one in messages.attach()] == ["avant"]
    messages.tell("pendant")
    messages.detach()
    messages.tell("après")
    assert [one.sentence for one in messages.attach()] == ["après"]


def test_a_report_names_places_and_types_but_no_value_and_no_folder(messages: Messages) -> None:
    try:
        _failing("Exemple SAS")
    except KeyError as error:
        messages.bug(error)
    report = _said(messages)[0].report
    assert "KeyError" in report
    assert "ui/test_messages.py" in report
    assert "_failing" in report
    assert "Durand" not in report
    assert __file__ not in report


def _failing(name: str) -> None:
    empty: dict[str, str] = {}
    empty[name]


def test_the_hook_sorts_what_nobody_caught(messages: Messages) -> None:
    hook = bug_hook(messages)
    for error in (CodedError("x"), EnvironmentFailure("disk.full"), RuntimeError()):
        hook(type(error), error, None)
    assert [one.kind for one in _said(messages)] == [MessageKind.BUG, MessageKind.FAILURE, MessageKind.BUG]


def test_the_history_is_bounded(messages: Messages) -> None:
    for rank in range(KEPT + 10):
        messages.tell(str(rank))
    kept = _said(messages)
    assert len(kept) == KEPT
    assert kept[-1].sentence == str(KEPT + 9)
