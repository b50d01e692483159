"""A screen of our own for end-to-end tests: Xvfb, a window manager, a keyboard of physical keys, and pictures."""

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageGrab
from Xlib import XK, X
from Xlib.display import Display
from Xlib.ext import xtest

DIGIT_ROW = {1: 10, 2: 11, 3: 12, 4: 13, 5: 14}
"""Physical keys of the digit row (X keycodes), whatever the layout prints on them."""

_NAMED = {
    "\n": "Return",
    "\t": "Tab",
    " ": "space",
    "-": "minus",
    ".": "period",
    ",": "comma",
    ":": "colon",
    "/": "slash",
    "'": "apostrophe",
    "@": "at",
    "_": "underscore",
    "(": "parenleft",
    ")": "parenright",
    "é": "eacute",
    "è": "egrave",
    "à": "agrave",
    "ç": "ccedilla",
}
_ALT_GR = "ISO_Level3_Shift"
XK.load_keysym_group("xkb")
_FIRST_ALT_GR_COLUMN = 4
WAIT_SECONDS = 30


def until(condition: Callable[[], bool], what: str, seconds: float = WAIT_SECONDS) -> None:
    """Wait for something that another process does.

    Raises:
        AssertionError: It did not happen in time.
    """
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, f"waited in vain: {what}"
        time.sleep(0.02)


@dataclass
class Keyboard:
    """Keys as fingers press them: the layout in force decides what they write."""

    display: Display

    def _key(self, keysym: str) -> tuple[int, int]:
        number = XK.string_to_keysym(keysym)
        found: list[tuple[int, int]] = sorted(self.display.keysym_to_keycodes(number), key=lambda pair: pair[1])
        assert found, f"no key writes {keysym} on this layout"
        return found[0]

    def _tap(self, keycode: int, held: tuple[int, ...] = ()) -> None:
        for code in held:
            xtest.fake_input(self.display, X.KeyPress, code)
        xtest.fake_input(self.display, X.KeyPress, keycode)
        xtest.fake_input(self.display, X.KeyRelease, keycode)
        for code in reversed(held):
            xtest.fake_input(self.display, X.KeyRelease, code)
        self.display.sync()

    def press(self, name: str, *modifiers: str) -> None:
        """Press a named key (`Return`, `Tab`, `n`), holding others (`Control_L`)."""
        keycode, _ = self._key(name)
        self._tap(keycode, tuple(self._key(modifier)[0] for modifier in modifiers))

    def digit(self, rank: int) -> None:
        """Press a key of the digit row, unshifted, whatever it writes."""
        self._tap(DIGIT_ROW[rank])

    def type(self, text: str) -> None:
        """Write a text with the keys of the layout."""
        for char in text:
            keycode, column = self._key(_NAMED.get(char, char))
            held: list[int] = []
            if column >= _FIRST_ALT_GR_COLUMN:
                held.append(self._key(_ALT_GR)[0])
            if column % 2:
                held.append(self._key("Shift_L")[0])
            self._tap(keycode, tuple(held))


@dataclass
class Screen:
    """A running X server."""

    name: str
    keyboard: Keyboard
    pictures: Path

    @property
    def environment(self) -> dict[str, str]:
        """Environment of a program that opens its window on this screen."""
        kept = {key: value for key, value in os.environ.items() if not key.startswith(("QT_", "WAYLAND"))}
        return {**kept, "DISPLAY": self.name, "QT_QPA_PLATFORM": "xcb", "LC_ALL": "C.UTF-8"}

    def picture(self, name: str) -> Image.Image:
        """Take a picture of the whole screen, kept under a name."""
        image = ImageGrab.grab(xdisplay=self.name)
        image.save(self.pictures / f"{name}.png")
        return image


@contextmanager
def open_screen(pictures: Path, *, layout: str, size: str = "1280x720") -> Iterator[Screen]:
    """A screen with a keyboard layout (`us`, `fr`), ended with the block."""
    assert shutil.which("Xvfb"), "Xvfb is listed in installers/debian-packages.txt"
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{size}x24", "-nolisten", "tcp", "-noreset"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as pipe:
        name = f":{pipe.readline().strip()}"
    manager = None
    try:
        environment = {**os.environ, "DISPLAY": name}
        subprocess.run(["setxkbmap", "-layout", layout], env=environment, check=True, capture_output=True)
        manager = subprocess.Popen(
            ["openbox", "--sm-disable"], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        display = Display(name)
        yield Screen(name, Keyboard(display), pictures)
        display.close()
    finally:
        for process in (manager, server):
            if process is not None:
                process.terminate()
                process.wait(WAIT_SECONDS)
