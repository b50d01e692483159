"""Fields: label above, editor, and under it an error, a hint or nothing; a dot while the value is being saved.

`Field("Raison sociale", LineEdit("company_name"), hint="…")`. The editors say `committed` when they are left with
another value than they were given (or on Enter; Ctrl+Enter in a text area): that is when a page saves.
"""

from datetime import date

from PySide6.QtCore import QEvent, QMimeData, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from app.ui.presenters import typed
from app.ui.views.kit import paint
from app.ui.views.kit.chips import KeyCap
from app.ui.views.kit.notices import IconView
from app.ui.views.kit.texts import FieldLabel, Label
from app.ui.views.look import colour, colours, repolish


class LineEdit(QLineEdit):
    """One line of text.

    Signals:
        committed: Left, or Enter pressed, with another text than was set; the text without outer blanks.
    """

    committed = Signal(str)

    def __init__(self, name: str, placeholder: str = "", accessible: str = "", parent: QWidget | None = None) -> None:
        """Make the editor; a `Field` gives it its label as accessible name when `accessible` is empty."""
        super().__init__(parent)
        self._given = ""
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setPlaceholderText(placeholder)
        self.editingFinished.connect(self._commit)

    def set_value(self, text: str) -> None:
        """Show a saved value."""
        self._given = text
        if self.text() != text:
            self.setText(text)
            self.setCursorPosition(0)

    def _commit(self) -> None:
        text = self.text().strip()
        if text != self._given:
            self._given = text
            self.committed.emit(text)


MOST_TYPED = 20_000
"""Characters that a text area takes, four times what the longest field keeps."""

_CENTURY = 2000  # a year typed with two digits belongs to it


def parse_date(text: str) -> date | None:
    """A day typed as 15/03/2022, 15.3.22, 15 3 2022 or 15032022; None when it is not a day of the calendar."""
    parts = "".join(char if char.isdigit() else " " for char in typed.figured(text)).split()
    if len(parts) == 1 and len(parts[0]) in (6, 8):
        parts = [parts[0][:2], parts[0][2:4], parts[0][4:]]
    try:
        day, month, year = (int(part) for part in parts)
        return date(year + _CENTURY if year < _CENTURY // 20 else year, month, day)
    except (ValueError, IndexError):
        return None


class DateEdit(LineEdit):
    """A day, typed as one likes and shown as 15/03/2022.

    Signals:
        date_committed: Left with another valid day, or emptied; a `date` or None. Words that are no day leave the
            last valid one unsaid: read `is_valid()` to tell the user.
    """

    date_committed = Signal(object)

    def __init__(self, name: str, accessible: str = "", parent: QWidget | None = None) -> None:
        """Make the editor."""
        super().__init__(name, self.tr("jj/mm/aaaa"), accessible, parent)
        self.committed.connect(self._read)

    def set_date(self, day: date | None) -> None:
        """Show a saved day, or nothing."""
        self.set_value(typed.day(day))

    def day(self) -> date | None:
        """The day shown, or None."""
        return parse_date(self.text())

    def is_valid(self) -> bool:
        """Whether what is typed is a day, or nothing at all."""
        return not self.text().strip() or self.day() is not None

    def _read(self, text: str) -> None:
        found = parse_date(text)
        if found is not None:
            self.set_date(found)
        if found is not None or not text:
            self.date_committed.emit(found)


class TextArea(QPlainTextEdit):
    """Several lines of plain text; Tab leaves it, Ctrl+Enter commits.

    Signals:
        committed: Left, or Ctrl+Enter, with another text than was set.
        submitted: Ctrl+Enter was pressed (after `committed`): the page may move on.
    """

    committed = Signal(str)
    submitted = Signal()

    def __init__(self, name: str, placeholder: str = "", accessible: str = "", parent: QWidget | None = None) -> None:
        """Make the editor; a `Field` gives it its label as accessible name when `accessible` is empty."""
        super().__init__(parent)
        self._given = ""
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(10)
        self.setMinimumHeight(72)

    def set_value(self, text: str) -> None:
        """Show a saved value; the text being typed by the user is not disturbed when it is the same."""
        self._given = text
        if self.value() != text:
            self.setPlainText(text)

    def set_locked(self, locked: bool) -> None:
        """A locked text is read and copied, never changed."""
        if locked != self.isReadOnly():
            self.setReadOnly(locked)
            self.setProperty("locked", locked)
            repolish(self)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take what is pasted or dropped, the beginning of it when it is far too long for any field.

        A megabyte without a blank took the layout minutes; what is kept is still refused in words when it is saved.
        """
        room = max(0, MOST_TYPED - self.document().characterCount())
        self.insertPlainText(source.text()[:room])

    def value(self) -> str:
        """What is typed. `toPlainText` would turn each no-break space into a plain one."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def sizeHint(self) -> QSize:
        """Four lines."""
        return QSize(240, 92)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Commit when left."""
        super().focusOutEvent(event)
        self._commit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter commits and moves on."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._commit()
            self.submitted.emit()
            return
        super().keyPressEvent(event)

    def _commit(self) -> None:
        text = self.value().strip()
        if text != self._given:
            self._given = text
            self.committed.emit(text)


class _SavingDot(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.shown = False

    def sizeHint(self) -> QSize:
        return QSize(8, 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.shown:
            painter = QPainter(self)
            paint.start(painter)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(colours().accent))
            painter.drawEllipse(QRectF(1, 6, 6, 6))


class Field(QWidget):
    """A label, an editor, and a sentence under it when something is to be said."""

    def __init__(
        self,
        label: str,
        editor: QWidget,
        hint: str = "",
        note: str = "",
        private: bool = False,
        key: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Make a field.

        Args:
            label: Words above; also the accessible name of the editor when it has none.
            editor: A LineEdit, TextArea, Choice, DateEdit… with its objectName.
            hint: Quiet sentence under the editor, replaced by an error.
            note: Quiet words beside the label, as « imprimée ».
            private: Show the lock of what is neither sealed nor printed.
            key: Key cap drawn at the right of the label.
            parent: Parent widget.
        """
        super().__init__(parent)
        self.editor = editor
        self._hint = hint
        if not editor.accessibleName():
            editor.setAccessibleName(label)
        self._label = FieldLabel(label)
        self._label.setBuddy(editor)
        self._dot = _SavingDot()
        self._under = Label(hint, "caption", "text3", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addLayout(self._head(note, private, key))
        tall = isinstance(editor, QPlainTextEdit)
        column.addWidget(editor, 1 if tall else 0)
        column.addWidget(self._under)
        self._say_under(hint)
        if not tall:
            column.setAlignment(Qt.AlignmentFlag.AlignTop)

    def _head(self, note: str, private: bool, key: str) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addStrut(20)
        if private:
            head.addWidget(IconView("lock-keyhole", "text2", 15))
        head.addWidget(self._label)
        if note:
            head.addWidget(Label(note, "caption", "text3"))
        head.addWidget(self._dot)
        head.addStretch(1)
        if key:
            head.addWidget(KeyCap(key))
        return head

    def set_error(self, sentence: str) -> None:
        """Say what is wrong and what to do, under the editor; an empty sentence takes it back."""
        if sentence == self.error():
            return
        self.editor.setProperty("fault", bool(sentence))
        repolish(self.editor)
        self._under.set_tone("danger" if sentence else "text3")
        self._say_under(sentence or self._hint)

    def set_hint(self, sentence: str) -> None:
        """Change the quiet sentence under the editor; an error shown stays until it is taken back."""
        self._hint = sentence
        if not self.error():
            self._say_under(sentence)

    def _say_under(self, sentence: str) -> None:
        self._under.setText(sentence)
        self._under.setVisible(bool(sentence))
        self.editor.setAccessibleDescription(sentence)

    def error(self) -> str:
        """The error shown, or an empty string."""
        return self._under.text() if self.editor.property("fault") else ""

    def set_saving(self, saving: bool) -> None:
        """Show or hide the dot of a value on its way to the disk."""
        self._dot.shown = saving
        self._dot.update()

    def changeEvent(self, event: QEvent) -> None:
        """A disabled field quiets its label."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self._label.set_tone("text" if self.isEnabled() else "text3")
