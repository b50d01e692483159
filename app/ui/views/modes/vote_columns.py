"""The votes of a room, seen from its back: a column of discs over each level, or a cover while they are hidden."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.views import fonts, icons
from app.ui.views.kit import paint
from app.ui.views.kit.answers import GAP_CARDS
from app.ui.views.look import colour, colours, tokens

_RADIUS, _STEP = 13.0, 32.0
_COUNT = 34


class VoteColumns(QWidget):
    """Five columns that stand over the five answers."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("workshop_votes")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._counts: tuple[int, ...] | None = None
        self._said = ""

    def show_counts(self, counts: tuple[int, ...] | None, said: str) -> None:
        """Show the votes by level, or hide them (None) under what is said."""
        self._counts, self._said = counts, said
        self.setAccessibleName(self.tr("Votes de la salle"))
        self.setAccessibleDescription(said)
        self.update()

    def sizeHint(self) -> QSize:
        """A few discs high."""
        return QSize(600, 180)

    def minimumSizeHint(self) -> QSize:
        """Still two discs and their number."""
        return QSize(200, int(2 * _STEP) + _COUNT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cover, or the discs."""
        painter = QPainter(self)
        paint.start(painter)
        if self._counts is None:
            self._paint_cover(painter)
            return
        width = (self.width() - GAP_CARDS * (len(self._counts) - 1)) / len(self._counts)
        for rank, count in enumerate(self._counts):
            self._paint_column(painter, rank + 1, count, QRectF(rank * (width + GAP_CARDS), 0, width, self.height()))

    def _paint_cover(self, painter: QPainter) -> None:
        c = colours()
        area = QRectF(self.rect()).adjusted(1, 1, -1, -4)
        paint.box(painter, area, tokens().radius.card, c.sunken, c.border_strong, 1.5, (6, 5))
        face = fonts.font(tokens().type.title, fonts.SEMIBOLD)
        left = area.center().x() - paint.width_of(self._said, face) / 2
        icons.paint_icon(painter, "lock", left - 40, area.center().y() - 14, c.text2, 28)
        paint.words(painter, area, self._said, face, c.text, paint.CENTRE)

    def _paint_column(self, painter: QPainter, level: int, count: int, area: QRectF) -> None:
        c, face = colours(), fonts.font(tokens().type.display, fonts.SEMIBOLD)
        fits = max(1, int((area.height() - _COUNT - 6) / _STEP))
        step = _STEP if count <= fits else (area.height() - _COUNT - 6 - 2 * _RADIUS) / max(count - 1, 1)
        floor = area.bottom() - _RADIUS - 6
        painter.setPen(paint.pen(c.surface, 1.5))
        painter.setBrush(colour(c.state(level).ink))
        for place in range(count):
            painter.drawEllipse(QPointF(area.center().x(), floor - place * step), _RADIUS, _RADIUS)
        top = floor - (count - 1) * step - _RADIUS if count else floor + _RADIUS
        painter.setBrush(Qt.BrushStyle.NoBrush)
        room = QRectF(area.left(), top - _COUNT, area.width(), _COUNT)
        paint.words(painter, room, str(count), face, c.text if count else c.text3, paint.CENTRE)
