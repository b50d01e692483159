"""The guide on a projector: one sheet a screen, nothing under 17 px, black at will; the keys are drawn at the foot."""

from dataclasses import dataclass

from PySide6.QtCore import QElapsedTimer, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui.presenters.guide_browser import GuideBrowser
from app.ui.qtmodels.guide_model import Sheet
from app.ui.tokens import Theme, load_tokens
from app.ui.views import fonts, icons
from app.ui.views.kit import paint
from app.ui.views.look import colour

DESIGN_WIDTH, DESIGN_HEIGHT = 1280, 720
LEAST = 17
"""Smallest text of a sheet, in px: what a room can read."""

FOOTER = 56
_TOP = paint.LEFT & ~Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True, slots=True)
class _Block:
    """A title and its points, in the column of the left or of the right."""

    title: str
    points: tuple[str, ...]
    numbered: bool = False


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
        self.setObjectName("projector")
        self.setWindowTitle(self.tr("Guide, mode projecteur"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._tokens = load_tokens(Theme.DARK)
        self._since = QElapsedTimer()
        self._since.start()
        self._tick = QTimer(self)
        self._tick.timeout.connect(self.update)
        self._tick.start(1000)
        browser.shown.connect(self._say)
        self._say(browser.current)

    def _say(self, sheet: Sheet) -> None:
        self.setAccessibleName(f"{sheet.theme.title}. {sheet.text.definition}")
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """← → Home change sheet, B blackens, Esc leaves."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Right, Qt.Key.Key_PageDown, Qt.Key.Key_Space):
            self.browser.step(1)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_PageUp):
            self.browser.step(-1)
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
        c = self._tokens.colours
        painter.fillRect(self.rect(), colour("#000000" if self.is_black else c.bg))
        if not self.is_black:
            scale = min(self.width() / DESIGN_WIDTH, self.height() / DESIGN_HEIGHT)
            self._paint_sheet(painter, self.browser.current, scale)
            self._paint_footer(painter, self.browser.current, scale)

    def _paint_sheet(self, painter: QPainter, sheet: Sheet, scale: float) -> None:
        c = self._tokens.colours
        margin = round(56 * scale)
        available = self.height() - round(FOOTER * scale) - 2 * round(30 * scale)
        gap = round(48 * scale)
        left = round((self.width() - 2 * margin - gap) * 0.56)
        right = self.width() - 2 * margin - gap - left
        text = sheet.text
        steps = (_Block(self.tr("Premiers pas"), text.first_steps, numbered=True),)
        beside = (
            _Block(self.tr("Signes que c’est en place"), text.signs_in_place),
            _Block(self.tr("À demander sur site"), text.questions_on_site),
            _Block(self.tr("Limites"), (text.limits,)),
        )
        fit = self._fit(sheet, steps, beside, (left, right), available, scale)
        top = round(30 * scale) + max(0, (available - self._left_height(sheet, steps, left, scale * fit)) // 2)
        y = self._paint_head(painter, sheet, QRectF(margin, top, left, available), scale * fit)
        self._blocks(painter, steps, QRectF(margin, y, left, available), scale * fit, 22)
        painter.fillRect(QRectF(margin + left + gap / 2, 48 * scale, 1, available - 36 * scale), colour(c.border))
        height = self._blocks(None, beside, QRectF(0, 0, right, 0), scale * fit, 19)
        start = round(30 * scale) + max(0.0, (available - height) / 2)
        self._blocks(painter, beside, QRectF(margin + left + gap, start, right, available), scale * fit, 19)

    def _fit(
        self,
        sheet: Sheet,
        steps: tuple[_Block, ...],
        beside: tuple[_Block, ...],
        widths: tuple[int, int],
        available: int,
        scale: float,
    ) -> float:
        """How much smaller the texts must be so that nothing is cut, from 1 down to 0.7."""
        for percent in range(100, 68, -4):
            fit = percent / 100
            tall = max(
                self._left_height(sheet, steps, widths[0], scale * fit),
                self._blocks(None, beside, QRectF(0, 0, widths[1], 0), scale * fit, 19),
            )
            if tall <= available:
                return fit
        return 0.7

    def _left_height(self, sheet: Sheet, steps: tuple[_Block, ...], width: int, scale: float) -> int:
        head = self._paint_head(None, sheet, QRectF(0, 0, width, 0), scale)
        return round(head + self._blocks(None, steps, QRectF(0, 0, width, 0), scale, 22))

    def _paint_head(self, painter: QPainter | None, sheet: Sheet, area: QRectF, scale: float) -> float:
        """Draw code, title and definition, or only measure them; gives the height where what follows begins."""
        c = self._tokens.colours
        y = area.top()
        for text, size, weight, ink, after in (
            (f"{sheet.theme.code}   {sheet.lever.title}", 20, fonts.SEMIBOLD, c.accent, 10),
            (sheet.theme.title, 46, fonts.SEMIBOLD, c.text, 14),
            (sheet.text.definition, 24, fonts.REGULAR, c.text2, 22),
        ):
            y += self._text(painter, QRectF(area.left(), y, area.width(), 0), text, size * scale, weight, ink)
            y += after * scale
        return y

    def _blocks(
        self, painter: QPainter | None, blocks: tuple[_Block, ...], area: QRectF, scale: float, size: int
    ) -> float:
        """Draw blocks under one another, or only measure them; gives their height."""
        c = self._tokens.colours
        y = area.top()
        for block in blocks:
            head = QRectF(area.left(), y, area.width(), 0)
            y += self._text(painter, head, block.title, 19 * scale, fonts.SEMIBOLD, c.accent) + 6 * scale
            for rank, point in enumerate(block.points, start=1):
                indent = 44 * scale if block.numbered else 0
                body = QRectF(area.left() + indent, y, area.width() - indent, 0)
                height = self._text(painter, body, point, size * scale, fonts.REGULAR, c.text)
                if block.numbered and painter is not None:
                    self._number(
                        painter, QRectF(area.left(), y + height / 2 - 15 * scale, 30 * scale, 30 * scale), rank
                    )
                y += height + 7 * scale
            y += 15 * scale
        return y - area.top()

    def _number(self, painter: QPainter, rect: QRectF, rank: int) -> None:
        c = self._tokens.colours
        paint.box(painter, rect, rect.width() / 2, c.accent_soft)
        face = fonts.font(max(LEAST, round(rect.width() * 0.6)), fonts.SEMIBOLD)
        paint.words(painter, rect.adjusted(0, 0, 0, -1), str(rank), face, c.accent_ink, paint.CENTRE)

    def _text(self, painter: QPainter | None, area: QRectF, text: str, size: float, weight: int, ink: str) -> float:
        face = fonts.font(max(LEAST, round(size)), weight)
        height = paint.wrapped_height(text, face, int(area.width()))
        if painter is not None:
            box = QRectF(area.left(), area.top(), area.width(), height)
            paint.wrapped(painter, box, text, face, ink, _TOP)
        return height

    def _paint_footer(self, painter: QPainter, sheet: Sheet, scale: float) -> None:
        c = self._tokens.colours
        height = round(FOOTER * scale)
        bar = QRectF(0, self.height() - height, self.width(), height)
        painter.fillRect(bar, colour(c.surface))
        painter.fillRect(QRectF(0, bar.top(), bar.width(), 1), colour(c.border))
        line = bar.adjusted(48 * scale, 0, -48 * scale, 0)
        face = fonts.font(max(LEAST, round(18 * scale)), fonts.SEMIBOLD)
        quiet = fonts.font(max(LEAST, round(17 * scale)))
        count = f"{sheet.rank} / {len(self.browser.sheets)}"
        paint.words(painter, line, count, face, c.text)
        x = line.left() + paint.width_of(count, face) + 24 * scale
        keys = self.tr("← → fiche   B noir   Échap quitter")
        used = paint.width_of(keys, quiet)
        paint.words(painter, line, keys, quiet, c.text2, paint.RIGHT)
        minutes, seconds = divmod(self._since.elapsed() // 1000, 60)
        clock = f"{minutes:02d}:{seconds:02d}"
        at = line.right() - used - paint.width_of(clock, quiet) - 40 * scale
        side = max(LEAST, round(18 * scale))
        icons.paint_icon(painter, "timer", at - side - 6, bar.center().y() - side / 2, c.text2, side)
        paint.words(painter, QRectF(at, bar.top(), 200, height), clock, quiet, c.text2)
        imprint = self.browser.imprint()
        if x + paint.width_of(imprint, quiet) < at - side - 20:
            paint.words(painter, QRectF(x, bar.top(), at - x, height), imprint, quiet, c.text3)
