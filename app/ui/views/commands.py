"""What a frame can do now, read from the frame itself: its buttons, the keys that its page says, the lines of its rail."""

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QWidget

from app.ui.presenters.palette import Command
from app.ui.views.kit.answers import AnswerButton
from app.ui.views.kit.rail import RailItem
from app.ui.views.shell import Shell

_NAMED = {"Suppr": "Del", "Entrée": "Return", "Enter": "Return", "Échap": "Esc", "Espace": "Space"}


def commands_of(shell: Shell, page: QWidget | None, keys: Sequence[tuple[str, str]], place: str) -> list[Command]:
    """Everything that the frame offers at this instant.

    Args:
        shell: The frame.
        page: Its page in front, which receives the keys.
        keys: What the page says of its keys, as its F1 sheet.
        place: Name of the page in front.
    """
    return [*_lines(shell), *_keyed(shell, page, keys, place), *_pressed(shell, place)]


def _lines(shell: Shell) -> Iterable[Command]:
    ranks = shell.ranked_pages()
    for rail in (shell.rail, shell.bottom_rail):
        for key, item in rail.items.items():
            caps = f"Alt+{ranks.index(key) + 1}" if key in ranks else shell.other_keys.get(key, "")
            yield Command(
                item.text(), QCoreApplication.translate("Shell", "Page"), caps, partial(shell.page_asked.emit, key)
            )


def _pressed(shell: Shell, place: str) -> Iterable[Command]:
    for button in shell.findChildren(QAbstractButton):
        quiet = isinstance(button, RailItem | AnswerButton) or button.isCheckable()
        words = button.accessibleName() or button.text()
        if not quiet and words and button.isEnabled() and button.isVisible() and button.objectName():
            yield Command(words, place, "", button.click)


def _keyed(shell: Shell, page: QWidget | None, keys: Sequence[tuple[str, str]], place: str) -> Iterable[Command]:
    for caps, words in keys:
        pressed = _combination(caps)
        if page is not None and pressed is not None:
            yield Command(words[:1].upper() + words[1:], place, caps, partial(_strike, shell, page, pressed))


def _combination(caps: str) -> QKeyCombination | None:
    """The first key of those drawn; None for a range, arrows or words: they are no command by themselves."""
    first = caps.split("  ", maxsplit=1)[0].replace("Ctrl ", "Ctrl+").replace("Alt ", "Alt+")
    modifiers, _, last = first.rpartition("+")
    named = _NAMED.get(last, last)
    if len(last) != 1 and last not in _NAMED:
        return None
    sequence = QKeySequence(f"{modifiers}+{named}" if modifiers else named)
    return sequence[0] if sequence.count() == 1 else None  # type: ignore[index]  # its stubs forget it


def _strike(shell: Shell, page: QWidget, pressed: QKeyCombination) -> None:
    """Do what a key does on the page."""
    wanted = QKeySequence(pressed)
    for shortcut in shell.window().findChildren(QShortcut):
        owner = shortcut.parent()
        mine = owner is page or (isinstance(owner, QWidget) and page.isAncestorOf(owner))
        if mine and shortcut.isEnabled() and shortcut.key() == wanted:
            shortcut.activated.emit()
            return
    text = chr(pressed.key()).lower() if pressed.key() < Qt.Key.Key_Escape else ""
    focused = QApplication.focusWidget()
    inside = focused is not None and page.isAncestorOf(focused)
    typing = isinstance(focused, QLineEdit | QPlainTextEdit)
    target = focused if inside and not typing and focused is not None else page
    QApplication.sendEvent(target, QKeyEvent(QEvent.Type.KeyPress, pressed.key(), pressed.keyboardModifiers(), text))
