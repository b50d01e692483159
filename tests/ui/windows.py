"""The window of the program on a real profile, without a process of its own."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap.profile import LocalProfile
from app.domain.errors import CodedError
from app.packs.texts import Texts
from app.ui.jobs import JobRunner
from app.ui.messages import Messages
from app.ui.views.main_window import MainWindow

PASSPHRASE = "copeaux, huile et métrologie"  # noqa: S105 of throw-away profiles
TODAY = date(2022, 3, 15)


@lru_cache(maxsize=1)
def _texts() -> Texts:
    return Texts.load()


def sentence(error: CodedError) -> str:
    """The shipped sentence of an error."""
    return _texts().error(error)


@contextmanager
def window_on(qtbot: QtBot, profile: LocalProfile) -> Iterator[MainWindow]:
    """The window of a profile, shown; closed with everything it opened."""
    jobs = JobRunner()
    window = MainWindow(profile, Messages(sentence, lambda: datetime.now(UTC)), jobs, sentence, TODAY)
    qtbot.addWidget(window)
    window.show()
    yield window
    assert window.close()
    qtbot.waitUntil(lambda: not jobs.running())  # the last word of a job that was stopped is on its way


def opened(qtbot: QtBot, window: MainWindow, *, total: int) -> None:
    """Wait until the list is shown with so many missions in the profile, and everything behind it is bound."""
    qtbot.waitUntil(lambda: window.desk.isVisible() and window.desk.missions.page.total == total, timeout=10_000)
    bound: list[object] = []
    window.desk.with_bench(bound.append)
    qtbot.waitUntil(lambda: bool(bound), timeout=10_000)


Until = Callable[[Callable[[], bool]], None]


def put_away(*windows: QWidget) -> None:
    """Destroy windows at once: the one that wears the style sheet would keep it from whatever the next test makes."""
    for window in windows:
        window.deleteLater()
        QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)
