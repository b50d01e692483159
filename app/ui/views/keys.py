"""Which answer a key press means, whatever the keyboard: the digit row of a French AZERTY works unshifted."""

import sys
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

WITHIN = Qt.ShortcutContext.WidgetWithChildrenShortcut
HERE = Qt.ShortcutContext.WidgetShortcut

_DIGITS = {Qt.Key.Key_1: 1, Qt.Key.Key_2: 2, Qt.Key.Key_3: 3, Qt.Key.Key_4: 4, Qt.Key.Key_5: 5}
_EVDEV = {10: 1, 11: 2, 12: 3, 13: 4, 14: 5}  # X11 keycodes; Qt gives the same ones under Wayland
_WINDOWS = {2: 1, 3: 2, 4: 3, 5: 4, 6: 5}  # set 1 scan codes
_MAC = {18: 1, 19: 2, 20: 3, 21: 4, 23: 5}  # virtual keys kVK_ANSI_1 … 5; 22 is the 6
_OTHER_USE = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
    | Qt.KeyboardModifier.GroupSwitchModifier
)


def digit_of(event: QKeyEvent, platform: str = sys.platform) -> int | None:
    """The digit 1 to 5 that a key press means, or None.

    A digit typed in any way counts (US row, numeric pad, AZERTY with Shift or Caps Lock). Otherwise the place of the key
    on the row counts, if Shift is up: that is « & é " ' ( » on a French keyboard. A key held down counts once, and a
    press with Ctrl, Alt, AltGr or Meta never does. The caller asks only when no text field has the focus.

    Args:
        event: The key press.
        platform: As `sys.platform`; it says how scan codes are numbered.
    """
    if event.isAutoRepeat() or event.modifiers() & _OTHER_USE:
        return None
    typed = _DIGITS.get(Qt.Key(event.key()))
    if typed is not None:
        return typed
    if event.modifiers() & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
        return None
    if platform == "darwin":
        return _MAC.get(event.nativeVirtualKey())
    return (_WINDOWS if platform == "win32" else _EVDEV).get(event.nativeScanCode())


def bind(
    host: QWidget,
    keys: str | QKeySequence.StandardKey,
    act: Callable[[], object],
    scope: Qt.ShortcutContext = WITHIN,
) -> None:
    """Do something on a key while a widget, or what it holds, has the focus.

    The scope is set afterwards: given to the constructor of `QShortcut` together with a callable, PySide6 forgets it, and
    the key then acts in the whole window.

    Args:
        host: Where the key acts.
        keys: As « Ctrl+D », or a standard key of the system.
        act: What it does.
        scope: `WITHIN` the widget and its children, or `HERE` on the widget alone.
    """
    shortcut = QShortcut(QKeySequence(keys), host)
    shortcut.setContext(scope)
    shortcut.activated.connect(act)
