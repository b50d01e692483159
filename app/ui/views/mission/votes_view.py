"""Workshop votes under a question: one quiet line that opens into the spread, who gave what, and the next vote."""

from PySide6.QtCore import QModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.referential import Level
from app.ui.cells import StateCell, TextCell
from app.ui.presenters.answer_sheet import LEVELS
from app.ui.presenters.workshop import VotesShown, WorkshopPresenter
from app.ui.qtmodels.cell_rows import ID_ROLE, CellRow, CellRowsModel
from app.ui.views import fonts
from app.ui.views.keys import HERE, bind, digit_of
from app.ui.views.kit import paint
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.chips import KeyCap
from app.ui.views.kit.choices import Choice
from app.ui.views.kit.fields import Field, LineEdit
from app.ui.views.kit.notices import IconView
from app.ui.views.kit.states import paint_state
from app.ui.views.kit.surfaces import Card, reveal
from app.ui.views.kit.table import Table
from app.ui.views.kit.texts import Label
from app.ui.views.look import colour, colours, tokens

_COLUMN, _GLYPH, _DOT, _TALLEST = 44, 20, 4.0, 6
_LIST_HEIGHT = 150


class VoteDots(QWidget):
    """Votes by level as columns of dots over the five glyphs; above six, the count is written instead."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("votes_dots")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._counts: tuple[int, ...] = (0,) * len(LEVELS)

    def show_counts(self, counts: tuple[int, ...], spoken: str) -> None:
        """Show the votes by key of level."""
        self._counts = counts
        self.setAccessibleName(self.tr("Étendue des votes"))
        self.setAccessibleDescription(spoken)
        self.update()

    def sizeHint(self) -> QSize:
        """Five columns of at most six dots, over their glyphs."""
        return QSize(_COLUMN * len(self._counts), int(_TALLEST * 3 * _DOT) + _GLYPH + 14)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw dots and glyphs."""
        c = colours()
        painter = QPainter(self)
        paint.start(painter)
        floor = self.height() - _GLYPH - 8
        for rank, count in enumerate(self._counts):
            x = rank * _COLUMN + _COLUMN / 2
            paint_state(painter, QRectF(x - _GLYPH / 2, self.height() - _GLYPH - 2, _GLYPH, _GLYPH), rank + 1, c)
            if count > _TALLEST:
                area = QRectF(x - _COLUMN / 2, 0, _COLUMN, floor)
                face = fonts.font(tokens().type.title, fonts.SEMIBOLD)
                paint.words(painter, area, str(count), face, c.text, paint.CENTRE)
                continue
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(c.accent))
            for place in range(count):
                painter.drawEllipse(QPointF(x, floor - (place * 3 + 1.5) * _DOT), _DOT, _DOT)


class VoteLevel(Choice):
    """The level given, chosen by its digit like an answer; nothing is chosen before the voter speaks."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit chooses its level."""
        digit = digit_of(event)
        if digit is None:
            super().keyPressEvent(event)
        else:
            self.set_current(LEVELS[digit - 1].value)


class VotesLine(QWidget):
    """« Votes de l’atelier : 5 votes, de … à … », and the way to take them down.

    Signals:
        closed: The panel was folded: give the focus back.
    """

    closed = Signal()

    def __init__(self, presenter: WorkshopPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._words = Label("", "small", "text2", wrap=True)
        self._open = Button(self.tr("Voter"), "votes_open", "link", accessible=self.tr("Votes de l’atelier"))
        self._dots = VoteDots()
        self._declared = Label("", "small", "text2", wrap=True)
        self._list, self._model = self._vote_list()
        self.voter = LineEdit("vote_voter", self.tr("Une fonction, par exemple régleur"))
        self.level = VoteLevel(presenter.levels(), "vote_level")
        self.level.set_current("")
        self._add = Button(self.tr("Ajouter le vote"), "vote_add", "primary")
        self._remove = Button(self.tr("Retirer"), "vote_remove", accessible=self.tr("Retirer le vote choisi"))
        self._voter_field = Field(self.tr("Votant"), self.voter, note=self.tr("fonction, pas de nom"))
        self._level_field = Field(self.tr("Niveau donné"), self.level, note=self.tr("1 à 5"))
        self._card = Card(12)
        self._lay_out()
        self._connect()
        self._card.hide()

    @property
    def is_open(self) -> bool:
        """Whether the panel is shown."""
        return not self._card.isHidden()

    def show_votes(self) -> None:
        """Show the votes on the theme of the questionnaire."""
        shown = self._presenter.shown()
        self._words.setText(self.tr("Votes de l’atelier : {0}").format(shown.summary))
        if self.is_open:
            self._fill(shown)

    def toggle(self) -> None:
        """Show or fold the panel."""
        if self.is_open:
            self._card.hide()
            self._open.setText(self.tr("Voter"))
            self.closed.emit()
            return
        self._card.show()
        self._open.setText(self.tr("Replier"))
        self._voter_field.set_error("")
        self._level_field.set_error("")
        self.show_votes()
        self.voter.setFocus(Qt.FocusReason.OtherFocusReason)
        reveal(self)

    def set_error(self, sentence: str) -> None:
        """Say what is refused."""
        self._voter_field.set_error(sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """In the panel a digit chooses the level of the vote: it never answers the question."""
        digit = digit_of(event)
        if not self.is_open or event.key() == Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif digit is not None and self.level.isEnabled():
            self.level.set_current(LEVELS[digit - 1].value)

    def _vote_list(self) -> tuple[Table, CellRowsModel]:
        model = CellRowsModel([self.tr("Votant"), self.tr("Niveau donné")], parent=self)
        table = Table("votes_list", self.tr("Votes sur ce thème"), row="ledger")
        table.setModel(model)
        table.set_widths([130, 210])
        table.setFixedHeight(_LIST_HEIGHT)
        return table, model

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(IconView("message-square-quote", "text2", 16))
        head.addWidget(self._words, 1)
        head.addWidget(KeyCap("V"), 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._open)
        column.addLayout(head)
        column.addWidget(self._card)
        spread = QHBoxLayout()
        spread.setSpacing(16)
        spread.addWidget(self._dots, 0, Qt.AlignmentFlag.AlignBottom)
        spread.addWidget(self._list, 1)
        self._card.body.addLayout(spread)
        self._card.body.addWidget(self._declared)
        self._entry = QWidget()
        grid = QGridLayout(self._entry)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(12)
        grid.addWidget(self._voter_field, 0, 0)
        grid.addWidget(self._level_field, 0, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._add)
        buttons.addWidget(self._remove)
        buttons.addStretch(1)
        grid.addLayout(buttons, 1, 0, 1, 2)
        self._card.body.addWidget(self._entry)

    def _connect(self) -> None:
        self._open.clicked.connect(self.toggle)
        self._add.clicked.connect(self._cast)
        self.voter.returnPressed.connect(self._cast)
        self._remove.clicked.connect(self._withdraw)
        self._list.selectionModel().currentRowChanged.connect(self._pick)
        bind(self._list, "Delete", self._withdraw, HERE)
        self._presenter.changed.connect(self.show_votes)

    def _fill(self, shown: VotesShown) -> None:
        self._dots.show_counts(shown.counts, shown.summary)
        self._declared.setText(shown.declared)
        rows = [
            CellRow(
                one.id,
                (TextCell(one.voter, wrap=True), StateCell(one.level, one.words)),
                spoken=(one.voter, one.words),
            )
            for one in shown.rows
        ]
        self._model.set_rows(rows)
        self._entry.setVisible(shown.writable)
        self._remove.setEnabled(bool(rows))

    def _pick(self, current: QModelIndex, _previous: QModelIndex) -> None:
        """A vote chosen in the list comes back under the hand, to be changed."""
        found = next((one for one in self._presenter.shown().rows if one.id == current.data(ID_ROLE)), None)
        if found is not None:
            self.voter.set_value(found.voter)
            self.level.set_current(LEVELS[found.level - 1].value)

    def _cast(self) -> None:
        level = self.level.current()
        self._voter_field.set_error("")
        self._level_field.set_error("" if level else self.tr("Choisissez le niveau que cette personne donne."))
        if level and self._presenter.cast(self.voter.text(), Level(level)):
            self._clear()
            self.voter.setFocus(Qt.FocusReason.OtherFocusReason)

    def _withdraw(self) -> None:
        rank = max(self._list.currentIndex().row(), 0)
        rows = self._presenter.shown().rows
        if rank < len(rows) and self._presenter.withdraw(rows[rank].id):
            self._clear()

    def _clear(self) -> None:
        self.voter.clear()
        self.level.set_current("")
