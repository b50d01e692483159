"""Header of a mission: who, in which state, how far, saved when; 64 px, 42 in a compact window."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.views.fonts import SEMIBOLD
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.chips import Chip, ChipKind
from app.ui.views.kit.notices import IconView
from app.ui.views.kit.progress import ProgressRing, ThinBar
from app.ui.views.kit.surfaces import Hairline, Plain
from app.ui.views.kit.texts import Label
from app.ui.views.look import look, tokens


class MissionHeader(Plain):
    """The header; every setter takes words ready to show.

    Signals:
        back_asked, menu_asked (compact only), why_asked, undo_asked, search_asked: its buttons.
    """

    back_asked = Signal()
    menu_asked = Signal()
    why_asked = Signal()
    undo_asked = Signal()
    search_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", Qt.Edge.BottomEdge, parent)
        self._compact = False
        self.setObjectName("mission_header")
        self.setAccessibleName(self.tr("En-tête de la mission"))
        self._make_buttons()
        self.company = Label("", "lead", weight=SEMIBOLD)
        self.chip = Chip("", "draft")
        self.subtitle = Label("", "caption", "text2")
        self.ring = ProgressRing(self.tr("Réponses"), 28)
        self.answers, self.answers_words = Label("", weight=SEMIBOLD), Label("", "caption", "text3")
        self.index, self.index_words = Label("", weight=SEMIBOLD), Label("", "caption", "text3")
        self.days, self.days_bar = Label("", weight=SEMIBOLD), ThinBar(self.tr("Jours"), 6)
        self.saved_icon, self.saved = IconView("circle-check", "ok", 16), Label("", "caption", "text2")
        self._index_part, self._days_part = QWidget(), QWidget()
        self._lay_out()
        self.set_compact(False)
        look().changed.connect(self._follow_theme)

    def _follow_theme(self) -> None:
        self.set_compact(self._compact)

    def _make_buttons(self) -> None:
        self.back = Button("", "mission_back", "ghost", "arrow-left", accessible=self.tr("Retour aux missions"))
        self.menu = Button("", "mission_menu", "ghost", "menu", accessible=self.tr("Pages de la mission"))
        self.why = Button(
            "", "mission_why", "ghost", "circle-question-mark", accessible=self.tr("Pourquoi ces chiffres (F2)")
        )
        self.undo = Button(
            "", "mission_undo", "ghost", "undo-2", accessible=self.tr("Annuler la dernière modification")
        )
        self.search = Button("", "mission_search", "ghost", "search", accessible=self.tr("Chercher"))
        self.back.clicked.connect(self.back_asked)
        self.menu.clicked.connect(self.menu_asked)
        self.why.clicked.connect(self.why_asked)
        self.undo.clicked.connect(self.undo_asked)
        self.search.clicked.connect(self.search_asked)

    def _lay_out(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(8, 0, 8, 1)
        line.setSpacing(12)
        line.addWidget(self.menu)
        line.addWidget(self.back)
        first = QHBoxLayout()
        first.setSpacing(11)
        first.addWidget(self.company)
        first.addWidget(self.chip)
        first.addStretch(1)
        line.addLayout(_stacked(first, self.subtitle), 1)
        line.addWidget(self.ring)
        line.addLayout(_stacked(self.answers, self.answers_words))
        for part, content in (
            (self._index_part, _stacked(self.index, self.index_words)),
            (self._days_part, _stacked(self.days, self.days_bar)),
        ):
            inner = QHBoxLayout(part)
            inner.setContentsMargins(0, 0, 0, 0)
            inner.setSpacing(12)
            rule = Hairline(vertical=True)
            rule.setFixedHeight(26)
            inner.addWidget(rule)
            inner.addLayout(content)
            line.addWidget(part)
        self.days_bar.setFixedWidth(84)
        line.addWidget(self.why)
        self._rule = Hairline(vertical=True)
        self._rule.setFixedHeight(26)
        for widget in (self._rule, self.saved_icon, self.saved, self.undo, self.search):
            line.addWidget(widget)

    def set_identity(self, company: str, subtitle: str, state: str, kind: ChipKind) -> None:
        """Say who: company, « reference · trade · town », state and version, kind of its chip."""
        self.company.setText(company)
        self.subtitle.setText(subtitle)
        self.chip.set_chip(state, kind)
        self._fit()

    def set_answers(self, done: int, total: int, words: str) -> None:
        """Show « 18/29 » and « réponses de sortie »."""
        self.ring.set_progress(done, total)
        _say(self.answers, f"{done}/{total}")
        _say(self.answers_words, words)

    def set_index(self, figure: str, words: str) -> None:
        """Show « 132 » and « I2DF d’entrée »; an empty figure hides the part."""
        before = bool(self.index.text()), self.index.minimumWidth(), self.index_words.minimumWidth()
        _say(self.index, figure)
        _say(self.index_words, words)
        if before != (bool(figure), self.index.minimumWidth(), self.index_words.minimumWidth()):
            self._fit()

    def set_days(self, words: str, value: int, limit: int, tick: int | None = None) -> None:
        """Show « 17,5 / 30 j » over its bar (units of the caller, e.g. half-days)."""
        self.days.setText(words)
        self.days_bar.set_values(value, limit, tick)

    def set_saved(self, words: str, waiting: bool = False) -> None:
        """Show « Enregistré 14:32:07 »; while `waiting`, the check leaves its place to a mark of work."""
        _say(self.saved, words)
        self.saved_icon.setToolTip(words)
        self.saved_icon.set_icon("loader-circle" if waiting else "circle-check", "text3" if waiting else "ok")

    def set_compact(self, compact: bool) -> None:
        """Switch between the header of a wide and of a narrow window."""
        self._compact = compact
        size = tokens().size
        self.setFixedHeight(size.header_compact if compact else size.header)
        self.menu.setVisible(compact)
        ring = 20 if compact else 28
        self.ring.setFixedSize(ring, ring)
        for widget in (
            self.back,
            self.subtitle,
            self.answers_words,
            self.chip,
            self.why,
            self.search,
            self.undo,
            self._rule,
        ):
            widget.setVisible(not compact)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hide what does not fit, the least needed first."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        droppable = [self.saved, self._index_part, self._days_part]
        needed = [True, bool(self.index.text()), True]
        for widget, wanted in zip(droppable, needed, strict=True):
            widget.setVisible(wanted and not self._compact)
        layout = self.layout()
        if layout is None or self._compact:
            return
        for widget in droppable:
            layout.invalidate()
            layout.activate()
            if layout.minimumSize().width() <= self.width():
                return
            widget.hide()


def _say(label: Label, words: str) -> None:
    """Change words that change with each answer; the place kept for them only grows, so the header is not laid out again."""
    if label.text() == words:
        return
    need = label.fontMetrics().horizontalAdvance(words) + 4
    if need > label.maximumWidth() or label.maximumWidth() > label.minimumWidth():
        label.setFixedSize(need, label.fontMetrics().height())
    label.setText(words)


def _stacked(upper: QWidget | QHBoxLayout, lower: QWidget) -> QVBoxLayout:
    """Two lines kept together in a tall row."""
    column = QVBoxLayout()
    column.setSpacing(1)
    column.addStretch(1)
    if isinstance(upper, QWidget):
        column.addWidget(upper)
    else:
        column.addLayout(upper)
    column.addWidget(lower)
    column.addStretch(1)
    return column
