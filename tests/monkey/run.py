"""One run of the monkey: the program on a profile of its own, so many events, and what was found."""

import logging
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from PySide6.QtCore import QTimer

from app.bootstrap.profile import LocalProfile
from app.ui.views.application import Application
from tests.e2e.screen import Screen
from tests.monkey.guard import Door, caged, let_out
from tests.monkey.hands import Hands
from tests.monkey.watch import Turn, Watch
from tests.monkey.world import PASSPHRASE, faults_of, make_world

PATIENCE = 15
"""Events that the monkey spends before a locked window, until somebody types the passphrase for it."""

EXPECTED = ("environment failure ", "profile not opened: unlock.refused")
"""Warnings of the log that the window says in a sentence: a file that is none, no server, a wrong passphrase."""


@dataclass
class Found:
    """What a run found.

    Attributes:
        events: Events done, by kind.
        faults: Exceptions, lines of the log that nobody expects, and what is wrong with the profile afterwards.
        watch: Turns of the event loop.
        tried: Ways out of the window that were tried.
        pages: Pages shown, and how often.
    """

    watch: Watch
    events: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    tried: Counter[str] = field(default_factory=Counter)
    pages: Counter[str] = field(default_factory=Counter)

    @property
    def long_turns(self) -> list[Turn]:
        """Turns over the limit."""
        return self.watch.long


@dataclass(frozen=True)
class Asked:
    """What a run is asked for: where what is found goes, how many events, who is told each of them."""

    found: Found
    events: int
    trace: Callable[[str], object]


class _Ears(logging.Handler):
    def __init__(self, found: Found, doing: Callable[[], str]) -> None:
        super().__init__()
        self._found, self._doing = found, doing

    def emit(self, record: logging.LogRecord) -> None:
        words = record.getMessage()
        if words.startswith("page shown: "):
            self._found.pages[words.removeprefix("page shown: ")] += 1
        elif record.levelno >= logging.WARNING and not words.startswith(EXPECTED):
            trace = logging.Formatter().formatException(record.exc_info) if record.exc_info else ""
            self._found.faults.append(f"{words} (after: {self._doing()})\n{trace}")


class Monkey:
    """Does one event at each turn of the loop, until it has done as many as asked."""

    def __init__(self, started: Application, hands: Hands, asked: Asked) -> None:
        self._started, self._hands = started, hands
        self._found, self._left, self._trace = asked.found, asked.events, asked.trace
        self._last: list[str] = []
        self._locked_for = 0
        self._due = 0.0
        self._timer = QTimer()
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._turn)

    def begin(self) -> None:
        """Do the next event as soon as the loop is free."""
        self._due = time.perf_counter() + 0.001
        self._timer.start(1)

    def doing(self) -> str:
        """The last events."""
        return " · ".join(self._last)

    def _turn(self) -> None:
        cpu = time.thread_time()
        self._found.watch.late_ms.append((time.perf_counter() - self._due) * 1_000)
        name, act = self._hands.next()
        self._last = [*self._last[-5:], name]
        self._trace(name)
        self._found.watch.doing = self.doing()
        self._found.watch.leave_out(time.thread_time() - cpu)
        self._found.events[name.split()[0]] += 1
        self._left -= 1
        if self._left > 0:
            self.begin()
        else:
            QTimer.singleShot(0, self._started.qt.quit)
        act()
        self._unlock()

    def _unlock(self) -> None:
        """Somebody comes back to a window that was locked."""
        entrance = self._started.window.entrance
        self._locked_for = self._locked_for + 1 if entrance.isVisible() else 0
        if self._locked_for and self._locked_for % PATIENCE == 0:
            self._started.window.entrance.presenter.unlock(PASSPHRASE)


def play(screen: Screen, seed: int, found: Found, events: int, trace: Callable[[str], object]) -> Found:
    """Let the monkey do so many events on a new profile; the process is its own."""
    random = Random(seed)  # noqa: S311 repeatable on purpose
    with tempfile.TemporaryDirectory() as place:
        folder, files = Path(place) / "profile", Path(place) / "files"
        folder.mkdir()
        files.mkdir()
        world = make_world(folder)
        assert world.profile.claim()
        world.profile.protection.set_passphrase = lambda passphrase: None  # type: ignore[method-assign]
        with caged(files, random) as tried:
            _window(world.profile, screen, random, Asked(found, events, trace))
        found.tried = tried
        world.profile.close()
        found.faults += faults_of(world)
        return found


def _window(profile: LocalProfile, screen: Screen, random: Random, asked: Asked) -> None:
    started, found = Application(profile), asked.found
    started.show()
    _listen(found)
    door = Door(started.window)
    started.window.installEventFilter(door)
    monkey = Monkey(started, Hands(random, screen.keyboard, screen.pointer, started.window), asked)
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    ears = _Ears(found, monkey.doing)
    root.addHandler(ears)
    started.window.settled.connect(lambda: started.window.desk.with_bench(lambda _bench: _begin(monkey, found)))
    started.qt.exec()
    found.watch.end()
    let_out(door)
    while not started.window.close():  # a job is still under way
        started.qt.processEvents()
    started.qt.processEvents()
    root.removeHandler(ears)


def _begin(monkey: Monkey, found: Found) -> None:
    found.watch.begin()
    monkey.begin()


def _listen(found: Found) -> None:
    """Keep what the program's own hook does not see: threads, and destructors."""
    threading.excepthook = lambda args: found.faults.append(f"in a thread: {args.exc_value!r}")
    sys.unraisablehook = lambda args: found.faults.append(f"unraisable: {args.exc_value!r} {args.object!r}")
