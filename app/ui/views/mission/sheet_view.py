"""One printed page on the screen: white paper with a fine edge, its words given to screen readers."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.ui.pdf_pages import PageBitmap
from app.ui.views.kit.texts import Label
from app.ui.views.look import colours

A4_RATIO = 842 / 595


class _Paper(QWidget):
    """The page itself; blank until it is drawn."""

    def __init__(self) -> None:
        super().__init__()
        self._drawn: QPixmap | None = None
        self._width = 100
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_drawn(self, drawn: QPixmap) -> None:
        self._drawn = drawn
        self.updateGeometry()
        self.update()

    def set_width(self, width: int) -> None:
        self._width = width
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        ratio = A4_RATIO if self._drawn is None else self._drawn.height() / self._drawn.width()
        return QSize(self._width, round(self._width * ratio))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        area = QRectF(self.rect())
        painter.fillRect(area, Qt.GlobalColor.white)
        if self._drawn is not None:
            painter.drawPixmap(area, self._drawn, QRectF(self._drawn.rect()))
        painter.setPen(colours().border_strong)
        painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5))


class SheetView(QWidget):
    """A page and its number under it."""

    def __init__(self, place: int, total: int) -> None:
        super().__init__()
        self._paper = _Paper()
        self._name = self.tr("Page {0} sur {1}").format(place, total)
        self.setObjectName(f"sheet_{place}")
        self._paper.setAccessibleName(self._name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._paper, 0, Qt.AlignmentFlag.AlignHCenter)
        caption = Label(self._name, "caption", "text2")
        column.addWidget(caption, 0, Qt.AlignmentFlag.AlignHCenter)

    def show_page(self, page: PageBitmap) -> None:
        """Show the page once drawn."""
        from app.ui.views.printing import image_of

        self._paper.set_drawn(QPixmap.fromImage(image_of(page)))
        self._paper.setAccessibleDescription(page.text)

    def set_width(self, width: int) -> None:
        """Width of the paper, in px."""
        self._paper.set_width(width)
