"""What is missing before the seal: errors that block, warnings that want a sentence, each with one button to its field."""

import logging
from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.presenters.closing_shown import CheckShown
from app.ui.views.fonts import MEDIUM, SEMIBOLD
from app.ui.views.kit import paint
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.discard import discard
from app.ui.views.kit.fields import LineEdit
from app.ui.views.kit.notices import Banner, IconView
from app.ui.views.kit.surfaces import row
from app.ui.views.kit.texts import Label
from app.ui.views.look import colours, tokens

logger = logging.getLogger(__name__)

_INDENT = 32
"""Where the sentence of a warning begins, under its words, in px."""


class CheckRow(QWidget):
    """One finding; a warning has the line of its sentence under it.

    Signals:
        asked: The button was pressed.
        typed: The sentence changed under the hand.
        entered: Enter was pressed in the sentence.
    """

    asked = Signal()
    typed = Signal(str)
    entered = Signal()

    def __init__(self, check: CheckShown, name: str) -> None:
        super().__init__()
        self.check_id = check.id
        self._blocks = check.blocks
        icon, tone = ("circle-alert", "danger") if check.blocks else ("triangle-alert", "warn")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 8, 8)
        column.setSpacing(6)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(IconView(icon, tone))
        line.addWidget(Label(check.sentence, "small", "text", MEDIUM, wrap=True), 1)
        verb = self.tr("Corriger") if check.blocks else self.tr("Voir")
        self.go = Button(
            verb,
            name,
            "plain",
            icon="arrow-right",
            accessible=self.tr("{0} : {1}").format(verb, check.sentence),
        )
        self.go.clicked.connect(self.asked)
        line.addWidget(self.go, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(line)
        self.sentence: LineEdit | None = None if check.blocks else self._sentence(check, name)
        if self.sentence is not None:
            under = QHBoxLayout()
            under.setContentsMargins(_INDENT, 0, 0, 2)
            under.addWidget(self.sentence)
            column.addLayout(under)

    def _sentence(self, check: CheckShown, name: str) -> LineEdit:
        accessible = self.tr("Réponse à l’avertissement : {0}").format(check.sentence)
        editor = LineEdit(f"{name}_sentence", self.tr("Une phrase : pourquoi la mission est scellée ainsi"), accessible)
        editor.set_value(check.explanation)
        editor.textEdited.connect(self.typed)
        editor.returnPressed.connect(self.entered)
        return editor

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tint of an error, or the card of a warning."""
        c = colours()
        painter = QPainter(self)
        paint.start(painter)
        ground, border = (c.danger_soft, None) if self._blocks else (c.surface, c.border)
        paint.box(painter, QRectF(self.rect()), tokens().radius.card - 2, ground, border)


class CheckList(QWidget):
    """Every finding.

    Signals:
        asked: A finding is to be mended: page and field.
        typed: The sentence of a warning changed: its `CheckShown`, and the text.
        entered: Enter was pressed in a sentence.
        completed: The same, and no warning wants one any more.
    """

    asked = Signal(str, str)
    typed = Signal(object, str)
    entered = Signal()
    completed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[CheckShown, ...] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.rows: list[CheckRow] = []

    def show_checks(self, checks: tuple[CheckShown, ...]) -> None:
        """Show findings; nothing moves when they are the same."""
        if checks == self._shown:
            return
        self._shown = checks
        self._empty()
        errors = [one for one in checks if one.blocks]
        warnings = [one for one in checks if not one.blocks]
        if not errors:
            wanted = self.tr("Rien à corriger ; chaque avertissement demande une phrase.")
            words = wanted if warnings else self.tr("Rien ne bloque le sceau.")
            self._add(Banner("ok", words, "closing_clear"))
        self._section(errors, self._count(len(errors), self.tr("erreur"), self.tr("erreurs")), "danger")
        self._section(warnings, self._count(len(warnings), self.tr("avertissement"), self.tr("avertissements")), "warn")

    def _count(self, count: int, one: str, many: str) -> str:
        return f"{count} {many if count > 1 else one}"

    def _section(self, checks: Sequence[CheckShown], title: str, tone: str) -> None:
        if not checks:
            return
        blocking = self.tr("à corriger avant le sceau")
        note = blocking if tone == "danger" else self.tr("une phrase sous chacun, scellée avec la version")
        self._add(row(Label(title, "small", tone, SEMIBOLD), Label(note, "small", "text2"), 0))
        for check in checks:
            same = sum(row.check_id == check.id for row in self.rows)
            line = CheckRow(check, f"check_{check.id}_{same + 1}" if same else f"check_{check.id}")
            line.asked.connect(lambda one=check: self.asked.emit(one.page, one.field))
            line.typed.connect(lambda text, one=check: self.typed.emit(one, text))
            line.entered.connect(self._next)
            self.rows.append(line)
            self._add(line)

    def silent(self) -> CheckRow | None:
        """The first warning without a sentence, or None."""
        return next((row for row in self.rows if row.sentence is not None and not row.sentence.text().strip()), None)

    def _next(self) -> None:
        """Enter keeps the sentence and goes to the next warning that wants one."""
        following = self.silent()
        if following is None:
            logger.info("every warning has its sentence")
        self.entered.emit()
        if following is not None and following.sentence is not None:
            following.sentence.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.completed.emit()

    def _add(self, widget: QWidget) -> None:
        self._column.addWidget(widget)
        widget.show()

    def _empty(self) -> None:
        self.rows = []
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                discard(widget)
