"""The guide on a projector: one sheet a screen, nothing under 17 px, black at will; the keys are drawn at the foot."""

from PySide6.QtCore import QElapsedTimer, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui.presenters.guide_browser import GuideBrowser
from app.ui.qtmodels.guide_model import Sheet
from app.ui.tokens import Theme, load_tokens
from app.ui.views import fonts, icons
from app.ui.views.kit import paint
from app.ui.views.look import colour
from app.ui.views.projector_sheet import DESIGN_WIDTH, LEAST, SheetLayout, Titles

FOOTER = 56


class Projector(QWidget):
    """Full screen; the sheets and their order are the browser's.

    Signals:
        left: Esc.
    """

    left = Signal()

    def __init__(self, browser: GuideBrowser) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.browser = browser
        self.is_black = False
        self.slide = 0
        self.setObjectName("projector")
        self.setWindowTitle(self.tr("Guide, mode projecteur"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._colours = load_tokens(Theme.DARK).colours
        self._titles = Titles(
            steps=self.tr("Premiers pas"),
            signs=self.tr("Signes que c’est en place"),
            questions=self.tr("À demander sur site"),
            limits=self.tr("Limites"),
        )
        self._since = QElapsedTimer()
        self._since.start()
        self._tick = QTimer(self)
        self._tick.timeout.connect(self.update)
        self._tick.start(1000)
        browser.shown.connect(self._say)
        self._say(browser.current)

    def slides(self) -> int:
        """How many slides the sheet takes on this screen."""
        return self._layout().slides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """← → Home change sheet, B blackens, Esc leaves."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Right, Qt.Key.Key_PageDown, Qt.Key.Key_Space):
            self._step(1)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_PageUp):
            self._step(-1)
        elif key == Qt.Key.Key_Home:
            self.browser.go_first()
        elif key == Qt.Key.Key_B:
            self.is_black = not self.is_black
            self.update()
        elif key == Qt.Key.Key_Escape:
            self.close()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sheet, or nothing."""
        painter = QPainter(self)
        paint.start(painter)
        painter.fillRect(self.rect(), colour("#000000" if self.is_black else self._colours.bg))
        if not self.is_black:
            layout = self._layout()
            layout.paint(painter, self.slide)
            self._paint_footer(painter, self.browser.current, layout.slides)

    def _say(self, sheet: Sheet) -> None:
        self.slide = 0
        self.setAccessibleName(f"{sheet.theme.title}. {sheet.text.definition}")
        self.update()

    def _step(self, by: int) -> None:
        if 0 <= self.slide + by < self.slides():
            self.slide += by
            self.update()
        else:
            self.browser.step(by)

    def _layout(self) -> SheetLayout:
        height = self.height() - self._footer_height()
        return SheetLayout(self.browser.current, self._titles, self._colours, self.width(), height)

    def _footer_height(self) -> int:
        return max(36, round(FOOTER * self.width() / DESIGN_WIDTH))

    def _paint_footer(self, painter: QPainter, sheet: Sheet, slides: int) -> None:
        c = self._colours
        height = self._footer_height()
        bar = QRectF(0, self.height() - height, self.width(), height)
        painter.fillRect(bar, colour(c.surface))
        painter.fillRect(QRectF(0, bar.top(), bar.width(), 1), colour(c.border))
        side = max(LEAST, round(18 * self.width() / DESIGN_WIDTH))
        line = bar.adjusted(2 * side, 0, -2 * side, 0)
        face, quiet = fonts.font(side, fonts.SEMIBOLD), fonts.font(side)
        count = f"{sheet.rank} / {len(self.browser.sheets)}"
        if slides > 1:
            count += f"   {self.slide + 1}·{slides}"
        paint.words(painter, line, count, face, c.text)
        keys = self.tr("← → fiche   B noir   Échap quitter")
        paint.words(painter, line, keys, quiet, c.text2, paint.RIGHT)
        minutes, seconds = divmod(self._since.elapsed() // 1000, 60)
        clock = f"{minutes:02d}:{seconds:02d}"
        at = line.right() - paint.width_of(keys, quiet) - paint.width_of(clock, quiet) - 2 * side
        icons.paint_icon(painter, "timer", at - side - 6, bar.center().y() - side / 2, c.text2, side)
        paint.words(painter, QRectF(at, bar.top(), 200, height), clock, quiet, c.text2)
        x = line.left() + paint.width_of(count, face) + 24
        imprint = self.browser.imprint()
        if x + paint.width_of(imprint, quiet) < at - side - 20:
            paint.words(painter, QRectF(x, bar.top(), at - x, height), imprint, quiet, c.text3)
