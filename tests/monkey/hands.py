"""What the monkey does: one random event after the other, each of them named so that a run can be read."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from tests.e2e.screen import Keyboard, Pointer

PLAIN = (
    *"0123456789abcdefghijklmnopqrstuvwxyz",
    *("question", "slash", "period", "comma", "minus"),
    *("Left", "Right", "Up", "Down") * 3,
    *("Tab", "Return", "space") * 5,
    *("Escape", "Home", "End", "Prior", "Next", "Delete", "BackSpace", "Menu"),
    *(f"F{rank}" for rank in range(1, 13)),
)
HELD = {
    ("Control_L",): (*"zykfndjlopacvxsbe123456789", "Return", "Tab", "plus", "minus", "End", "Home"),
    ("Alt_L",): (*"123456789" * 2, "Left", "Right", "Up", "Down"),
    ("Shift_L",): (*("Tab",) * 4, "Left", "Right", "Up", "Down", "End"),
    ("Control_L", "Shift_L"): tuple("zade"),
}
TEXTS = (
    "12",
    "1500,50",
    "31/12/2021",
    "L1.1, L4.4",
    "Atelier Exemple",
    "l’été à Noël : « œuvre » ; n° 1 !",
    "\u202eretourné\u202c",
    "שלום עולם",
    "un\u0000deux\u0007trois\u001b[31m",
    "<b>gras</b> & %s {0} %n",
    "'; DROP TABLE mission; --",
    "😀" * 20,
    "-1",
    "99999999999999999999",
    "x" * 3_000,
    "ligne\nligne\n\n\tligne",
    " ",
)
SIZES = ((1280, 720), (640, 360), (1920, 1080), (800, 600), (1000, 1050), (1600, 900))
PRESSED = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QAbstractItemView, QAbstractScrollArea)
LEFT, RIGHT, WHEEL = 1, 3, (4, 5)

Event = tuple[str, Callable[[], None]]


@dataclass
class Hands:
    """Random events for a window, from one source of chance.

    Attributes:
        random: The source.
        keyboard: The keys of the screen.
        pointer: Its mouse.
        window: The window of the program.
    """

    random: Random
    keyboard: Keyboard
    pointer: Pointer
    window: QWidget

    def next(self) -> Event:
        """Choose an event: what to call it, and how to do it."""
        kinds = (self._key, self._held, self._click, self._point, self._wheel, self._write, self._drag, self._resize)
        (kind,) = self.random.choices(kinds, weights=(30, 10, 32, 8, 7, 8, 4, 1))
        return kind()

    def _top(self) -> QWidget:
        front = QApplication.activePopupWidget() or QApplication.activeModalWidget() or QApplication.activeWindow()
        return front or self.window

    def _key(self) -> Event:
        name = self.random.choice(PLAIN)
        return f"key {name}", lambda: self.keyboard.press(name)

    def _held(self) -> Event:
        held = self.random.choice(list(HELD))
        name = self.random.choice(HELD[held])
        return f"key {'+'.join(held)} {name}", lambda: self.keyboard.press(name, *held)

    def _click(self) -> Event:
        top = self._top()
        kind = self.random.choice(PRESSED[:1] * 4 + PRESSED)
        found = [one for one in top.findChildren(kind) if one.isVisible() and one.isEnabled() and one.width() > 2]
        seen = [one for one in found if not one.visibleRegion().isEmpty()]
        if not seen:
            return self._point()
        chosen = self.random.choice(seen)
        area = chosen.visibleRegion().boundingRect()
        inside = area.topLeft() + QPoint(self.random.randrange(area.width()), self.random.randrange(area.height()))
        return self._click_at(chosen.mapToGlobal(inside), f"{type(chosen).__name__} {chosen.objectName()}")

    def _point(self) -> Event:
        return self._click_at(self._anywhere(), "anywhere")

    def _click_at(self, at: QPoint, on: str) -> Event:
        chance = self.random.random()
        button, times = RIGHT if 0.06 < chance < 0.1 else LEFT, 2 if chance < 0.06 else 1
        return f"{times} × button {button} on {on}", lambda: self.pointer.click(at.x(), at.y(), button, times)

    def _wheel(self) -> Event:
        at, button, times = self._anywhere(), self.random.choice(WHEEL), self.random.choice((1, 4))
        return f"wheel {button} × {times}", lambda: self.pointer.click(at.x(), at.y(), button, times)

    def _drag(self) -> Event:
        points = [self._anywhere() for _rank in range(3)]
        return "drag", lambda: self.pointer.drag([(point.x(), point.y()) for point in points])

    def _anywhere(self) -> QPoint:
        top = self._top()
        return top.mapToGlobal(
            QPoint(self.random.randrange(max(1, top.width())), self.random.randrange(max(1, top.height())))
        )

    def _write(self) -> Event:
        text = self.random.choice(TEXTS)

        def write() -> None:
            field = QApplication.focusWidget()
            if field is not None and field.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled):
                event = QInputMethodEvent()
                event.setCommitString(text)
                QApplication.sendEvent(field, event)
            else:
                QGuiApplication.clipboard().setText(text)

        return f"write {text[:20]!r}", write

    def _resize(self) -> Event:
        width, height = self.random.choice(SIZES)
        return f"resize {width} {height}", lambda: self.window.resize(width, height)
