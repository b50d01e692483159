"""The real program on a profile of its own: started, watched through its log, closed or killed."""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.e2e.folder import PASSPHRASE
from tests.e2e.screen import WAIT_SECONDS, Screen, until

ROOT = Path(__file__).resolve().parents[2]
HOME = {
    key: rank
    for rank, key in enumerate(
        ("all", "waiting", "guide", "aids", "training", "packs", "programme", "settings", "outbox"), start=1
    )
}
"""Lines of the rail beside the list, by Alt and a digit."""

COMMAND = (sys.executable, "-m", "app")


@dataclass
class Program:
    """One run of the program.

    Attributes:
        screen: Where its window is.
        profile: Its folder.
        process: The process.
        read: Lines of the log that were there before it started.
    """

    screen: Screen
    profile: Path
    process: "subprocess.Popen[str]"
    read: int

    def lines(self) -> list[dict[str, str]]:
        """Lines that this run wrote to the log of the profile."""
        return log_lines(self.profile)[self.read :]

    def said(self, words: str) -> int:
        """How many lines hold these words."""
        return sum(words in line["message"] for line in self.lines())

    def until_said(self, words: str, times: int = 1) -> None:
        """Wait until the log holds so many lines with these words."""
        until(lambda: self.said(words) >= times or self.has_ended(), f"{times} × « {words} »")
        assert self.said(words) >= times, f"ended before « {words} »: {self.errors()}"

    def until_page(self, key: str, times: int = 1) -> None:
        """Wait until a page was shown."""
        self.until_said(f"page shown: {key}", times)

    def has_ended(self) -> bool:
        """Whether the process is over."""
        return self.process.poll() is not None

    def errors(self) -> str:
        """What it wrote to its error output; it must be over."""
        assert self.process.stderr is not None
        return self.process.stderr.read()

    def noise(self) -> list[str]:
        """Lines of the log that no user expects: warnings and worse."""
        return [line["message"] for line in self.lines() if line["level"] != "info"]

    def close(self) -> int:
        """Close the window with Alt+F4; gives the exit code."""
        self.screen.keyboard.press("F4", "Alt_L")
        return self.process.wait(WAIT_SECONDS)

    def kill(self) -> None:
        """Kill it where it is."""
        self.process.kill()
        self.process.wait(WAIT_SECONDS)


def log_lines(profile: Path) -> list[dict[str, str]]:
    """Whole lines of the log of a profile."""
    path = profile / "jalon.log"
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines(keepends=True) if line[-1] == "\n"]


@contextmanager
def program_on(screen: Screen, profile: Path, arguments: Sequence[str] = ()) -> Iterator[Program]:
    """Start the program on a profile; it is over with the block, killed if it must be."""
    command = [*COMMAND, "--profile", str(profile), "--json-log", *arguments]
    read = len(log_lines(profile))
    with subprocess.Popen(
        command, cwd=ROOT, env=screen.environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            yield Program(screen, profile, process, read)
        finally:
            if process.poll() is None:
                process.kill()


def create_profile(program: Program) -> None:
    """First start: a passphrase typed twice, the recovery code noted; the empty list is in front afterwards."""
    keyboard, screen = program.screen.keyboard, program.screen
    program.until_page("welcome")
    screen.until_front("Jalon")
    keyboard.type(PASSPHRASE)
    keyboard.press("Tab")
    keyboard.type(PASSPHRASE)
    screen.picture("premier-demarrage")
    keyboard.press("Return")
    program.until_page("recovery")
    screen.picture("code-de-secours")
    keyboard.press("Return")
    program.until_page("all")


def unlock(program: Program, passphrase: str = PASSPHRASE) -> None:
    """Open an existing profile with its passphrase."""
    program.until_page("unlock")
    program.screen.until_front("Jalon")
    program.screen.keyboard.type(passphrase)
    program.screen.keyboard.press("Return")


def go(program: Program, key: str) -> None:
    """Show a page beside the list."""
    before = program.said(f"page shown: {key}")
    program.screen.keyboard.page(HOME[key])
    program.until_page(key, before + 1)


def enrol(program: Program, url: str, code: str) -> None:
    """Enrol with a regional server, from the list."""
    keyboard = program.screen.keyboard
    go(program, "settings")
    keyboard.type(url)
    keyboard.press("Tab")
    keyboard.type(code)
    keyboard.press("Return")
    program.until_said("enrolled, key ")
