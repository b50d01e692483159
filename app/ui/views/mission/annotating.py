"""Draws on a photo: arrow, circle, words; by mouse, or by arrows and Enter. The photo itself never changes."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QEvent, QIODevice, QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.views import fonts
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.dialog import Dialog
from app.ui.views.kit.fields import Field, LineEdit
from app.ui.views.kit.focus import ringed
from app.ui.views.kit.segmented import Segmented
from app.ui.views.look import tokens

ARROW, CIRCLE, TEXT = "arrow", "circle", "text"
_AREA = QSize(672, 400)
_STEP, _SMALL_STEP = 0.03, 0.005
_INK, _HALO = QColor("#b3261e"), QColor("#ffffff")
_QUALITY = 90
_UNDO = QKeySequence.StandardKey.Undo


@dataclass(frozen=True, slots=True)
class Mark:
    """Something drawn; both points in dots of the photo."""

    kind: str
    start: QPointF
    end: QPointF
    words: str = ""


class Canvas(QWidget):
    """The photo under its marks. Enter sets the first point then the second; Ctrl+Z takes the last mark away."""

    def __init__(self, photo: QImage, words: Callable[[], str]) -> None:
        super().__init__()
        self.photo = photo
        self.tool = ARROW
        self.marks: list[Mark] = []
        self._words = words
        self._at = QPointF(photo.width() / 2, photo.height() / 2)
        self._start: QPointF | None = None
        self.setObjectName("annotated_photo")
        self.setAccessibleName(self.tr("Photo à annoter"))
        self.setAccessibleDescription(self.tr("Flèches pour viser, Entrée pour poser un point, Ctrl+Z pour annuler."))
        self.setFixedSize(photo.size().scaled(_AREA, Qt.AspectRatioMode.KeepAspectRatio))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        ringed(self, tokens().radius.control)

    def undo(self) -> None:
        """Take the last mark away."""
        if self.marks:
            self.marks.pop()
        self.update()

    def event(self, event: QEvent) -> bool:
        """Undo is of the marks here, not of the mission."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.matches(_UNDO):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Aim, set a point, undo."""
        moves = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
        move = moves.get(Qt.Key(event.key()))
        if event.matches(_UNDO):
            self.undo()
        elif move is not None:
            small = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            step = self.photo.width() * (_SMALL_STEP if small else _STEP)
            self._aim(self._at + QPointF(move[0] * step, move[1] * step))
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._set_point()
        elif event.key() == Qt.Key.Key_Escape and self._start is not None:
            self._start = None
            self.update()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """First point."""
        self._start = None
        self._aim(self._on_photo(event.position()))
        self._set_point()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Aim at the second."""
        self._aim(self._on_photo(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Second point, when it is away from the first."""
        self._aim(self._on_photo(event.position()))
        if self._start is not None and QLineF(self._start, self._at).length() > self.photo.width() * _SMALL_STEP:
            self._set_point()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The photo, its marks, the one under way and the aim."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self.rect(), self.photo)
        painter.scale(self.width() / self.photo.width(), self.height() / self.photo.height())
        under_way = [] if self._start is None else [Mark(self.tool, self._start, self._at)]
        draw(painter, [*self.marks, *under_way], self.photo.width())
        if self.hasFocus():
            reach = self.photo.width() / 60
            for colour, width in ((_HALO, 3.0), (QColor("#000000"), 1.0)):
                painter.setPen(QPen(colour, width * self.photo.width() / self.width()))
                painter.drawLine(self._at - QPointF(reach, 0), self._at + QPointF(reach, 0))
                painter.drawLine(self._at - QPointF(0, reach), self._at + QPointF(0, reach))

    def _on_photo(self, at: QPointF) -> QPointF:
        return QPointF(at.x() * self.photo.width() / self.width(), at.y() * self.photo.height() / self.height())

    def _aim(self, at: QPointF) -> None:
        self._at = QPointF(min(max(at.x(), 0), self.photo.width()), min(max(at.y(), 0), self.photo.height()))
        self.update()

    def _set_point(self) -> None:
        words = self._words().strip()
        if self.tool == TEXT:
            if words:
                self.marks.append(Mark(TEXT, self._at, self._at, words))
        elif self._start is None:
            self._start = self._at
        else:
            self.marks.append(Mark(self.tool, self._start, self._at))
            self._start = None
        self.update()


def draw(painter: QPainter, marks: list[Mark], width: int) -> None:
    """Paints marks in dots of the photo: dark on a white edge, so that they stand out on any ground and in grey."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    thick = width / 160
    for mark in marks:
        for colour, breadth in ((_HALO, thick * 2), (_INK, thick)):
            painter.setPen(QPen(colour, breadth, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            _PAINTERS[mark.kind](painter, mark, thick)


def _draw_arrow(painter: QPainter, mark: Mark, thick: float) -> None:
    line = QLineF(mark.end, mark.start)
    painter.drawLine(line)
    if line.length() > 0:
        sides = []
        for turn in (28, -28):
            side = QLineF(line)
            side.setLength(thick * 5)
            side.setAngle(line.angle() + turn)
            sides.append(side.p2())
        painter.drawPolyline(QPolygonF([sides[0], mark.end, sides[1]]))


def _draw_circle(painter: QPainter, mark: Mark, _thick: float) -> None:
    painter.drawEllipse(QRectF(mark.start, mark.end).normalized())


def _draw_text(painter: QPainter, mark: Mark, thick: float) -> None:
    font = fonts.font(tokens().type.body, fonts.SEMIBOLD)
    font.setPixelSize(max(8, round(thick * 6)))
    painter.setFont(font)
    box = painter.fontMetrics().boundingRect(mark.words).translated(mark.start.toPoint())
    painter.fillRect(box.adjusted(-4, -2, 4, 2), _HALO)
    painter.setPen(_INK)
    painter.drawText(mark.start, mark.words)


_PAINTERS: dict[str, Callable[[QPainter, Mark, float], None]] = {
    ARROW: _draw_arrow,
    CIRCLE: _draw_circle,
    TEXT: _draw_text,
}


class Annotating(Dialog):
    """The photo, the tools and the words; accepted, `written` gives the annotated photo."""

    def __init__(self, photo: QImage, parent: QWidget) -> None:
        sentence = self.tr("La photo d’origine est gardée\u202f; l’annotée devient une autre pièce.")
        super().__init__(self.tr("Annoter la photo"), sentence, "annotating", parent)
        self.setFixedWidth(_AREA.width() + 48)
        self.words = LineEdit("annotation_words", self.tr("Ce que l’outil «\u202fTexte\u202f» écrit"))
        self.canvas = Canvas(photo, self.words.text)
        tools = [(ARROW, self.tr("Flèche")), (CIRCLE, self.tr("Cercle")), (TEXT, self.tr("Texte"))]
        self.tools = Segmented(tools, "annotation_tools", self.tr("Outil"))
        undo = Button(self.tr("Annuler le dernier trait"), "annotation_undo", "ghost", "undo-2")
        line = QHBoxLayout()
        line.addWidget(self.tools)
        line.addStretch(1)
        line.addWidget(undo)
        self.body.addLayout(line)
        self.body.addWidget(self.canvas, 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.addWidget(Field(self.tr("Texte à poser"), self.words))
        self.add_button(self.tr("Fermer"), "annotation_leave")
        self.add_button(self.tr("Garder la photo annotée"), "annotation_keep", "primary", accepts=True)
        self.tools.chosen.connect(self._choose)
        undo.clicked.connect(self.canvas.undo)
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def written(self) -> bytes:
        """The annotated photo, as a JPEG."""
        image = self.canvas.photo.convertToFormat(QImage.Format.Format_RGB32)
        painter = QPainter(image)
        draw(painter, self.canvas.marks, image.width())
        painter.end()
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "JPEG", _QUALITY)  # type: ignore[call-overload]
        return bytes(buffer.data().data())

    def _choose(self, tool: str) -> None:
        self.canvas.tool = tool
        focused = self.words if tool == TEXT and not self.words.text() else self.canvas
        focused.setFocus(Qt.FocusReason.OtherFocusReason)
