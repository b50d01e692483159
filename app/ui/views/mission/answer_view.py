"""Centre of the questionnaire: strip of the themes, the question, its five answers, what surrounds them."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.assessment import AssessmentKind
from app.domain.i2df import Progress
from app.domain.referential import Level, Referential, Theme
from app.ui.presenters.answer_sheet import LEVELS, AnswerSheet, key_of
from app.ui.views import fonts
from app.ui.views.kit import paint
from app.ui.views.kit.answers import AnswerBar
from app.ui.views.kit.focus import ringed
from app.ui.views.kit.segmented import Segmented
from app.ui.views.kit.strip import ThemeStrip
from app.ui.views.kit.surfaces import Hairline
from app.ui.views.kit.texts import Label
from app.ui.views.look import colours, tokens

_SCOPE = 40
"""Two lines, even for a theme that needs one: the answers keep their place from theme to theme, in px."""


class _Count(QWidget):
    """Two short lines of a fixed size: a label would lay the whole page out again at each answer."""

    def __init__(self) -> None:
        super().__init__()
        self._lines = ("", "")
        self.setFixedSize(134, 40)

    def set_lines(self, strong: str, quiet: str) -> None:
        if (strong, quiet) != self._lines:
            self._lines = (strong, quiet)
            self.setAccessibleName(f"{strong}, {quiet}")
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.start(painter)
        sizes = tokens().type
        strong = fonts.font(sizes.small, fonts.SEMIBOLD)
        paint.words(painter, QRectF(0, 0, self.width(), 20), self._lines[0], strong, colours().text)
        quiet = fonts.font(sizes.caption)
        paint.words(painter, QRectF(0, 21, self.width(), 18), self._lines[1], quiet, colours().text3)


class ProgressStrip(QWidget):
    """How far the assessment is, in words, and the glyph of each theme.

    Signals:
        picked: A glyph was pressed; rank of its theme.
    """

    picked = Signal(int)

    def __init__(self, referential: Referential) -> None:
        super().__init__()
        groups = [(str(lever.code), len(referential.themes_of(lever.code))) for lever in referential.levers]
        self._referential = referential
        self._count = _Count()
        self.strip = ThemeStrip(groups, "theme_strip")
        self.strip.picked.connect(self.picked)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self._count)
        line.addWidget(self.strip, 1)

    def show_levels(self, sheet: AnswerSheet, kind: AssessmentKind) -> None:
        """Show every answer of an assessment."""
        levels = sheet.levels(kind)
        self.strip.set_levels([key_of(levels.get(theme.code)) for theme in self._referential.themes])
        self.show_progress(sheet.progress(kind))

    def show_progress(self, progress: Progress) -> None:
        """Show how many answers there are; the index only once they are all there."""
        count = self.tr("{0} réponses sur {1}").format(progress.answered, progress.total)
        index = self.tr("l’indice paraîtra à {0}").format(progress.total)
        if progress.index is not None:
            index = self.tr("I2DF {0} sur {1}").format(progress.index, self._referential.maximum)
        self._count.set_lines(count, index)


class Question(QWidget):
    """Code, title and sentence of the theme; it takes the focus when no answer has it, so that a reader says it.

    Signals:
        kind_chosen: The other assessment is asked for; `entry` or `exit`.
    """

    kind_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.code = Label("", "lead", "accent", fonts.SEMIBOLD)
        self.title = Label("", "display", wrap=True)
        self.place = Label("", "small", "text3")
        self.place.hide()
        self.kinds = Segmented(
            [("entry", self.tr("Entrée")), ("exit", self.tr("Sortie"))],
            "assessment_kind",
            self.tr("Questionnaire montré"),
        )
        self.kinds.chosen.connect(self.kind_chosen)
        self.heading = QWidget()
        self.heading.setObjectName("theme_heading")
        self.heading.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        ringed(self.heading, tokens().radius.chip)
        inner = QHBoxLayout(self.heading)
        inner.setContentsMargins(2, 0, 2, 0)
        inner.setSpacing(10)
        inner.addWidget(self.code, 0, Qt.AlignmentFlag.AlignBaseline)
        inner.addWidget(self.title, 1, Qt.AlignmentFlag.AlignBaseline)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(self.heading, 1)
        line.addWidget(self.place)
        line.addWidget(self.kinds, 0, Qt.AlignmentFlag.AlignTop)

    def show_theme(self, theme: Theme, rank: int, total: int) -> None:
        """Show the question."""
        self.code.setText(str(theme.code))
        self.title.setText(theme.title)
        self.place.setText(self.tr("{0} sur {1}").format(rank + 1, total))
        spoken = self.tr("Thème {0} sur {1} : {2}, {3}")
        self.heading.setAccessibleName(spoken.format(rank + 1, total, theme.title, theme.scope))

    def set_compact(self, compact: bool) -> None:
        """Take less height in a narrow window."""
        size = tokens().type
        self.title.setFont(fonts.font(size.lead if compact else size.display, fonts.SEMIBOLD))
        self.code.setFont(fonts.font(size.body if compact else size.lead, fonts.SEMIBOLD))
        self.place.setVisible(compact)


class AnswerView(QWidget):
    """Strip, question and answers; texts and notes are put under them with `add`.

    Signals:
        answered: An answer was asked for; its `Level`.
        kind_chosen: `entry` or `exit`.
        stepped: An arrow was pressed on an answer; -1 or 1.
        picked: A theme was pressed in the strip; its rank.
    """

    answered = Signal(object)
    kind_chosen = Signal(str)
    stepped = Signal(int)
    picked = Signal(int)

    def __init__(self, referential: Referential) -> None:
        super().__init__()
        self._referential = referential
        self.progress = ProgressStrip(referential)
        self.question = Question()
        self.scope = Label("", "body", "text2", wrap=True)
        self.scope.setMinimumHeight(_SCOPE)
        self.bar = AnswerBar([referential.label(level) for level in LEVELS], "answers")
        self._rule = Hairline()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(10)
        for widget in (self.progress, self._rule, self.question, self.scope, self.bar):
            self.column.addWidget(widget)
        self.bar.answered.connect(lambda key: self.answered.emit(LEVELS[key - 1]))
        self.question.kind_chosen.connect(self.kind_chosen)
        self.progress.picked.connect(self.picked)
        self.bar.step_aside()
        self.bar.stepped.connect(self.stepped)

    def show_theme(self, theme: Theme, rank: int) -> None:
        """Show a theme without its answers."""
        self.question.show_theme(theme, rank, len(self._referential.themes))
        self.scope.setText(theme.scope)
        self.progress.strip.set_current(rank)

    def show_answer(self, level: Level | None) -> None:
        """Show the declared level."""
        self.bar.set_answer(key_of(level))

    def show_entry(self, level: Level | None) -> None:
        """Show the tag of the answer given at entry; it is never chosen for the exit."""
        self.bar.set_entry(key_of(level), self.tr("Réponse d’entrée"))

    def focus_target(self) -> QWidget:
        """The answer given, or the question."""
        chosen = [button for button in self.bar.buttons if button.isChecked() and button.isEnabled()]
        return chosen[0] if chosen else self.question.heading

    def focus_answer(self) -> None:
        """Give the focus to the answer given, or to the question."""
        self.focus_target().setFocus(Qt.FocusReason.TabFocusReason)

    def set_compact(self, compact: bool) -> None:
        """Answers in rows, without strip, in a narrow window."""
        self.progress.setVisible(not compact)
        self._rule.setVisible(not compact)
        self.question.set_compact(compact)
        self.bar.set_rows(compact)
        self.column.setSpacing(2 if compact else 10)
        self.scope.setMinimumHeight(0 if compact else _SCOPE)
        self.column.removeWidget(self.scope)
        self.column.insertWidget(self.column.indexOf(self.bar) + (1 if compact else 0), self.scope)
