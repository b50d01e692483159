"""Digits: 1 to 5 on a US row, a French row without Shift, a numeric pad; nothing with Ctrl or Alt."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from app.ui.views.keys import digit_of

NONE = Qt.KeyboardModifier.NoModifier
FRENCH = [
    (1, Qt.Key.Key_Ampersand, "&"),
    (2, Qt.Key.Key_Eacute, "é"),
    (3, Qt.Key.Key_QuoteDbl, '"'),
    (4, Qt.Key.Key_Apostrophe, "'"),
    (5, Qt.Key.Key_ParenLeft, "("),
]
SCAN = {"linux": (10, 11, 12, 13, 14), "win32": (2, 3, 4, 5, 6)}
MAC = (18, 19, 20, 21, 23)


def press(
    key: Qt.Key, text: str, scan: int, virtual: int = 0, modifiers: Qt.KeyboardModifier = NONE, held: bool = False
) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, scan, virtual, 0, text, held)


@pytest.mark.parametrize("digit", [1, 2, 3, 4, 5])
def test_us_row(digit: int) -> None:
    key = Qt.Key(Qt.Key.Key_0.value + digit)
    assert digit_of(press(key, str(digit), 9 + digit), "linux") == digit


@pytest.mark.parametrize("platform", ["linux", "win32"])
@pytest.mark.parametrize(("digit", "key", "text"), FRENCH)
def test_french_row_unshifted(platform: str, digit: int, key: Qt.Key, text: str) -> None:
    assert digit_of(press(key, text, SCAN[platform][digit - 1]), platform) == digit


@pytest.mark.parametrize(("digit", "key", "text"), FRENCH)
def test_french_row_on_a_mac(digit: int, key: Qt.Key, text: str) -> None:
    assert digit_of(press(key, text, 0, MAC[digit - 1]), "darwin") == digit


def test_french_row_shifted_types_the_digit() -> None:
    event = press(Qt.Key.Key_3, "3", 12, modifiers=Qt.KeyboardModifier.ShiftModifier)
    assert digit_of(event, "linux") == 3


def test_numeric_pad() -> None:
    event = press(Qt.Key.Key_4, "4", 83, modifiers=Qt.KeyboardModifier.KeypadModifier)
    assert digit_of(event, "linux") == 4


@pytest.mark.parametrize(
    "event",
    [
        press(Qt.Key.Key_Exclam, "!", 10, modifiers=Qt.KeyboardModifier.ShiftModifier),
        press(Qt.Key.Key_1, "1", 10, modifiers=Qt.KeyboardModifier.ControlModifier),
        press(Qt.Key.Key_Ampersand, "&", 10, modifiers=Qt.KeyboardModifier.AltModifier),
        press(Qt.Key.Key_BraceLeft, "{", 13, modifiers=Qt.KeyboardModifier.GroupSwitchModifier),
        press(Qt.Key.Key_6, "6", 15),
        press(Qt.Key.Key_Minus, "-", 15),
        press(Qt.Key.Key_A, "a", 24),
        press(Qt.Key.Key_End, "", 87, modifiers=Qt.KeyboardModifier.KeypadModifier),
        press(Qt.Key.Key_1, "1", 10, held=True),
    ],
    ids=["shift-us", "ctrl", "alt", "altgr", "six", "six-fr", "letter", "pad-off", "held"],
)
def test_other_keys_answer_nothing(event: QKeyEvent) -> None:
    assert digit_of(event, "linux") is None


def test_the_mac_virtual_key_of_six_is_not_a_five() -> None:
    assert digit_of(press(Qt.Key.Key_section, "§", 0, 22), "darwin") is None
