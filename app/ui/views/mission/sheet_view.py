"""One printed page on the screen: white paper with a fine edge, its words given to screen readers."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QPixmapCache
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.ui.pdf_pages import PageBitmap
from app.ui.views.kit.texts import Label
from app.ui.views.look import colours

A4_RATIO = 842 / 595
_ROOM_KB = 40_960
"""Room of the pages on screen: two of them on a dense screen; Qt lets go of those that are not shown any more."""


class _Paper(QWidget):
    """The page itself; blank until it is drawn."""

    def __init__(self) -> None:
        super().__init__()
        self._page: PageBitmap | None = None
        self._drawn = QPixmapCache.Key()
        self._width = 100
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_page(self, page: PageBitmap) -> None:
        QPixmapCache.remove(self._drawn)
        self._page = page
        self.updateGeometry()
        self.update()

    def set_width(self, width: int) -> None:
        self._width = width
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        ratio = A4_RATIO if self._page is None else self._page.height / self._page.width
        return QSize(self._width, round(self._width * ratio))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        area = QRectF(self.rect())
        painter.fillRect(area, Qt.GlobalColor.white)
        if self._page is not None:
            drawn = self._pixmap(self._page)
            painter.drawPixmap(area, drawn, QRectF(drawn.rect()))
        painter.setPen(colours().border_strong)
        painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5))

    def _pixmap(self, page: PageBitmap) -> QPixmap:
        from app.ui.views.printing import image_of

        drawn = QPixmap()
        if not QPixmapCache.find(self._drawn, drawn):
            drawn = QPixmap.fromImage(image_of(page))
            QPixmapCache.setCacheLimit(max(_ROOM_KB, QPixmapCache.cacheLimit()))
            self._drawn = QPixmapCache.insert(drawn)
        return drawn


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
        self._paper.set_page(page)
        self._paper.setAccessibleDescription(page.text)

    def set_width(self, width: int) -> None:
        """Width of the paper, in px."""
        self._paper.set_width(width)
