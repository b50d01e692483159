"""Start of the window with 1 000 missions, beside an empty PySide6 window and beside Vorta, in turn in the same run.

`python -m bench.start [runs]` prints medians in milliseconds from the start of the process: frame painted, list painted;
then window mapped, as the X server tells it, of Jalon and of Vorta.
The profile is unlocked by the route we ship: the Secret Service of a session of its own (`gnome-keyring` under
`dbus-run-session`) when the machine has both; else by its passphrase, which says so and adds the cost of Argon2id.
The screen is Xvfb when the machine has it, else Qt's offscreen platform. Modules are compiled by the first
runs, which are not counted, as they are once for all where the program is installed.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LIST_BUDGET = 2.0
"""Longest time to the list painted, in times of the empty window."""

MISSIONS = 1_000
PASSPHRASE = "phrase secrète des mesures"  # noqa: S105 of a folder that lives for one run
_RUNS = 9
_BEGUN = "JALON_BENCH_BEGUN"
_FOLDER = "JALON_BENCH_FOLDER"
_WITH_RING = "JALON_BENCH_RING"
_PEER = "JALON_BENCH_PEER"


def _since() -> float:
    return (time.monotonic() - float(os.environ[_BEGUN])) * 1000


def empty() -> None:
    """A QMainWindow with nothing in it, until it is painted."""
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Empty(QMainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            QTimer.singleShot(0, told)

    def told() -> None:
        print(f"{_since():.1f}")
        application.quit()

    application = QApplication([])
    window = Empty()
    window.resize(1280, 720)
    window.show()
    application.exec()


def jalon() -> None:
    """The program as it is shipped, until its list is painted."""
    from app.bootstrap.profile import local_profile

    profile = local_profile(Path(os.environ[_FOLDER]))
    profile.claim()
    from PySide6.QtCore import QEvent, QObject, QTimer

    from app.ui.views.application import Application

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint and window.desk.missions.model.rowCount():
                watched.removeEventFilter(self)
                QTimer.singleShot(0, listed)
            return False

    def listed() -> None:
        print(f"{_since():.1f}")
        profile.close()
        sys.stdout.flush()
        os._exit(0)

    application = Application(profile)
    window = application.window
    watch = Watch()
    window.desk.home.list.table.viewport().installEventFilter(watch)
    window.frame_painted.connect(lambda: print(f"{_since():.1f}"))
    if os.environ[_WITH_RING] == "0":
        window.entrance.wanted.connect(lambda: window.entrance.presenter.unlock(PASSPHRASE))
    application.show()
    application.qt.exec()


def prepare() -> None:
    """A profile with its missions, in the folder of the environment."""
    from app.bootstrap.profile import local_profile
    from tests.support.many_missions import write_missions

    profile = local_profile(Path(os.environ[_FOLDER]))
    with_ring = os.environ[_WITH_RING] == "1"
    profile.create(keyring=with_ring, passphrase="" if with_ring else PASSPHRASE)
    write_missions(profile.workbench(), MISSIONS)
    profile.close()


def _run(what: str) -> list[float]:
    environment = {**os.environ, _BEGUN: repr(time.monotonic())}
    done = subprocess.run(
        [sys.executable, "-m", "bench.start", what], env=environment, check=True, capture_output=True, text=True
    )
    return [float(line) for line in done.stdout.split()]


def measure(runs: int = _RUNS) -> None:
    """Prints the medians, their spread and the ratio; to be run inside the session that `session` makes."""
    subprocess.run([sys.executable, "-m", "bench.start", "prepare"], check=True)
    for what in ("empty", "jalon"):
        _run(what)
    floors, frames, lists = [], [], []
    for _ in range(runs):
        floors += _run("empty")
        frame, listed = _run("jalon")
        frames.append(frame)
        lists.append(listed)
    route = "trousseau (Secret Service)" if os.environ[_WITH_RING] == "1" else "phrase secrète (Argon2id)"
    screen = os.environ.get("QT_QPA_PLATFORM") or "xcb"
    print(f"start, {runs} runs, {MISSIONS} missions, {screen}, unlocked by: {route}; medians in ms")
    for name, values in (("empty window", floors), ("frame painted", frames), ("list painted", lists)):
        print(f"  {name:14} {statistics.median(values):6.0f}   ({min(values):.0f} to {max(values):.0f})")
    ratio = statistics.median(lists) / statistics.median(floors)
    print(f"  list / empty   {ratio:6.2f}   (budget {LIST_BUDGET:.0f})")
    if screen == "xcb":
        _measure_mapped(runs)


def _measure_mapped(runs: int) -> None:
    """Jalon and Vorta in turn, each from its process to its window on the screen."""
    from bench.floors import mapped, vorta

    ours = [sys.executable, "-m", "bench.start", "jalon"]
    theirs = [vorta.installed(Path(os.environ[_PEER]))]
    taken: dict[str, list[float]] = {"Jalon mapped": [], "Vorta mapped": []}
    with tempfile.TemporaryDirectory() as home:
        for turn in range(runs + 1):
            begun = {_BEGUN: repr(time.monotonic())}
            each = (mapped.mapped(ours, begun), mapped.mapped(theirs, vorta.home(Path(home))))
            if turn:
                for values, value in zip(taken.values(), each, strict=True):
                    values.append(value)
    for name, values in taken.items():
        print(f"  {name:14} {statistics.median(values):6.0f}   ({min(values):.0f} to {max(values):.0f})")


@contextmanager
def _screen() -> Iterator[dict[str, str]]:
    """What the environment must say of the screen."""
    if shutil.which("Xvfb") is None:
        yield {"QT_QPA_PLATFORM": "offscreen"}
        return
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1400x900x24", "-nolisten", "tcp", "-noreset"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    try:
        with os.fdopen(read) as told:
            yield {"DISPLAY": f":{told.readline().strip()}", "QT_QPA_PLATFORM": "xcb"}
    finally:
        server.terminate()
        server.wait()


def session(runs: int) -> int:
    """Make a screen, a session with its own key ring and a folder, and measure inside."""
    with_ring = bool(shutil.which("dbus-run-session") and shutil.which("gnome-keyring-daemon"))
    with tempfile.TemporaryDirectory() as folder, _screen() as screen:
        environment = {
            **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
            **screen,
            "PYTHONPYCACHEPREFIX": f"{folder}/compiled",
            _FOLDER: f"{folder}/profile",
            _WITH_RING: str(int(with_ring)),
            _PEER: str(Path("out/vorta").resolve()),
            "XDG_DATA_HOME": f"{folder}/data",
            "XDG_RUNTIME_DIR": folder,
        }
        measured = f"{sys.executable} -m bench.start measure {runs}"
        command = ["sh", "-c", measured]
        if with_ring:
            unlock = "printf mesure | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1"
            command = ["dbus-run-session", "--", "sh", "-c", f"{unlock}; {measured}"]
        return subprocess.run(command, env=environment, check=False).returncode


def main(arguments: list[str]) -> int:
    """Run a part of the measure, or all of it."""
    parts = {"empty": empty, "jalon": jalon, "prepare": prepare}
    if arguments and arguments[0] in parts:
        parts[arguments[0]]()
        return 0
    if arguments and arguments[0] == "measure":
        measure(int(arguments[1]))
        return 0
    return session(int(arguments[0]) if arguments else _RUNS)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
