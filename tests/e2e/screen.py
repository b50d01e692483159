"""A screen of our own for end-to-end tests: Xvfb, a window manager, a keyboard of physical keys, and pictures."""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image, ImageChops, ImageColor, ImageGrab
from Xlib import XK, X
from Xlib.display import Display
from Xlib.error import XError
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
    "?": "question",
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
STILL_SECONDS = 0.25
LONGEST_MOVE_SECONDS = 3
CURSOR_AREA = 4 * 48
"""Square pixels that a cursor changes when it blinks."""

# Windows without frame, so that a picture is the window; Alt+F4 closes, and no other key is taken from the program.
_MANAGER = """<?xml version="1.0"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <theme><keepBorder>no</keepBorder></theme>
  <focus><focusNew>yes</focusNew></focus>
  <keyboard><keybind key="A-F4"><action name="Close"/></keybind></keyboard>
  <mouse/>
  <applications><application class="*"><decor>no</decor></application></applications>
</openbox_config>
"""


def until(condition: Callable[[], bool], what: str, seconds: float = WAIT_SECONDS) -> None:
    """Wait for something that another process does.

    Raises:
        AssertionError: It did not happen in time.
    """
    assert happens(condition, seconds), f"waited in vain: {what}"


def happens(condition: Callable[[], bool], seconds: float) -> bool:
    """Whether something that another process does happens in time."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True


@dataclass
class Keyboard:
    """Keys as fingers press them: the layout in force decides what they write.

    Attributes:
        pressed: Keys pressed since the beginning, modifiers not counted.
    """

    display: Display
    pressed: int = 0

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
        self.pressed += 1

    def press(self, name: str, *modifiers: str, times: int = 1) -> None:
        """Press a named key (`Return`, `Tab`, `n`), holding others (`Control_L`)."""
        keycode, _ = self._key(name)
        held = tuple(self._key(modifier)[0] for modifier in modifiers)
        for _ in range(times):
            self._tap(keycode, held)

    def digit(self, rank: int) -> None:
        """Press a key of the digit row, unshifted, whatever it writes."""
        self._tap(DIGIT_ROW[rank])

    def page(self, rank: int) -> None:
        """Press Alt and a key of the digit row: a page of the rail."""
        self._tap(DIGIT_ROW[1] + rank - 1, (self._key("Alt_L")[0],))

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
class Pointer:
    """The mouse, or a finger: where it presses, in pixels of the screen.

    Attributes:
        clicked: Clicks since the beginning.
    """

    display: Display
    clicked: int = 0

    def click(self, x: int, y: int, button: int = 1, times: int = 1) -> None:
        """Go to a point and press a button there; 4 and 5 turn the wheel."""
        self._move(x, y)
        for _ in range(times):
            xtest.fake_input(self.display, X.ButtonPress, button)
            xtest.fake_input(self.display, X.ButtonRelease, button)
        self.display.sync()
        self.clicked += times

    def drag(self, points: Sequence[tuple[int, int]]) -> None:
        """Press at the first point, go through the others, let go at the last."""
        self._move(*points[0])
        xtest.fake_input(self.display, X.ButtonPress, 1)
        for point in points[1:]:
            self._move(*point)
        xtest.fake_input(self.display, X.ButtonRelease, 1)
        self.display.sync()

    def _move(self, x: int, y: int) -> None:
        xtest.fake_input(self.display, X.MotionNotify, x=x, y=y)


@dataclass
class Screen:
    """A running X server."""

    name: str
    keyboard: Keyboard
    pointer: Pointer
    pictures: Path
    scale: int = 1

    @property
    def environment(self) -> dict[str, str]:
        """Environment of a program that opens its window on this screen."""
        left_out = ("QT_", "WAYLAND", "DBUS_")
        kept = {key: value for key, value in os.environ.items() if not key.startswith(left_out)}
        return {
            **kept,
            "DISPLAY": self.name,
            "QT_QPA_PLATFORM": "xcb",
            "QT_SCALE_FACTOR": str(self.scale),
            "LC_ALL": "C.UTF-8",
        }

    def picture(self, name: str) -> Image.Image:
        """Take a picture of the whole screen once it is still (but for a blinking cursor), kept under a name."""
        taken = [ImageGrab.grab(xdisplay=self.name).convert("RGB")]

        def is_still() -> bool:
            time.sleep(STILL_SECONDS)
            taken.append(ImageGrab.grab(xdisplay=self.name).convert("RGB"))
            changed = ImageChops.difference(taken[-2], taken[-1]).getbbox()
            return changed is None or (changed[2] - changed[0]) * (changed[3] - changed[1]) <= CURSOR_AREA

        happens(is_still, LONGEST_MOVE_SECONDS)
        taken[-1].save(self.pictures / f"{name}.png")
        return taken[-1]

    def shows(self, colour: str) -> bool:
        """Whether some point of the screen has a colour, such as `#B3261E`."""
        image = ImageGrab.grab(xdisplay=self.name).convert("RGB")
        wanted = ImageColor.getrgb(colour)
        return any(found == wanted for _count, found in image.getcolors(image.width * image.height) or ())

    def front(self) -> str:
        """Title of the window that receives the keys, or nothing."""
        title = self._of_front("_NET_WM_NAME")
        return title.decode() if isinstance(title, bytes) else ""

    def front_process(self) -> int:
        """Process whose window receives the keys, or 0."""
        pid = self._of_front("_NET_WM_PID")
        return 0 if pid is None else int(pid[0])

    def _of_front(self, name: str) -> Any:
        display = self.keyboard.display
        root = display.screen().root
        try:
            active = root.get_full_property(display.intern_atom("_NET_ACTIVE_WINDOW"), X.AnyPropertyType)
            window = active and display.create_resource_object("window", active.value[0])
            found = window and window.get_full_property(display.intern_atom(name), X.AnyPropertyType)
        except XError:
            return None  # the window went away meanwhile
        return found.value if found else None

    def until_front(self, title: str) -> None:
        """Wait until the window of this title receives the keys."""
        until(lambda: self.front().startswith(title), f"« {title} » in front (now « {self.front()} »)")


@contextmanager
def open_screen(pictures: Path, *, layout: str = "us", size: str = "1280x720", scale: int = 1) -> Iterator[Screen]:
    """A screen with a keyboard layout (`us`, `fr`), ended with the block."""
    assert shutil.which("Xvfb"), "Xvfb is listed in installers/debian-packages.txt"
    pictures.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        name = _start_server(stack, size)
        environment = {**os.environ, "DISPLAY": name}
        subprocess.run(["setxkbmap", "-layout", layout], env=environment, check=True, capture_output=True)
        display = Display(name)
        stack.callback(display.close)
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="jalon-screen-")))
        (folder / "rc.xml").write_text(_MANAGER)
        manager = ["openbox", "--sm-disable", "--config-file", str(folder / "rc.xml")]
        stack.enter_context(_running(manager, env=environment))
        known = display.intern_atom("_NET_SUPPORTING_WM_CHECK")
        until(lambda: display.screen().root.get_full_property(known, X.AnyPropertyType) is not None, "window manager")
        width, height = (int(part) for part in size.split("x"))
        display.screen().root.warp_pointer(width - 1, height - 1)  # nothing is hovered
        display.sync()
        yield Screen(name, Keyboard(display), Pointer(display), pictures, scale)


def _start_server(stack: ExitStack, size: str) -> str:
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{size}x24", "-nolisten", "tcp", "-noreset"]
    stack.enter_context(_running(command, pass_fds=[writing]))
    os.close(writing)
    with os.fdopen(reading) as pipe:
        return f":{pipe.readline().strip()}"


@contextmanager
def _running(command: list[str], **options: object) -> Iterator[None]:
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options) as process:  # type: ignore[call-overload]
        try:
            yield
        finally:
            process.terminate()
            process.wait(WAIT_SECONDS)
