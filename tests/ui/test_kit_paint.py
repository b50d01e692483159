"""What is painted: five glyphs that differ even in grey, icons sharp at 200 %, a ring around what has the focus."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.tokens import STATES, Theme, load_tokens
from app.ui.views import icons
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.states import paint_state
from app.ui.views.kit.surfaces import SvgView
from app.ui.views.look import colours, tokens
from app.ui.views.style import apply_theme


def glyph(level: int | None, theme: Theme, side: int = 16) -> QImage:
    palette = load_tokens(theme).colours
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(QColor(palette.surface))
    painter = QPainter(image)
    paint_state(painter, QRectF(0, 0, side, side), level, palette)
    painter.end()
    return image


@pytest.mark.parametrize("theme", list(Theme))
def test_the_six_glyphs_differ_even_in_grey_and_small(qtbot: QtBot, theme: Theme) -> None:
    greys = [glyph(level, theme).convertToFormat(QImage.Format.Format_Grayscale8) for level in (*STATES, None)]
    for one in range(len(greys)):
        for other in range(one):
            pairs = ((greys[one].pixelColor(x, y), greys[other].pixelColor(x, y)) for x in range(16) for y in range(16))
            differing = sum(abs(a.lightness() - b.lightness()) > 40 for a, b in pairs)
            assert differing >= 12, (one + 1, other + 1)


def test_icons_are_drawn_at_the_pixels_of_the_screen(qtbot: QtBot) -> None:
    once, twice = icons.pixmap("check", "#C2410C", 18, 1.0), icons.pixmap("check", "#C2410C", 18, 2.0)
    assert (once.width(), twice.width(), twice.devicePixelRatio()) == (18, 36, 2.0)
    enlarged = once.toImage().scaled(36, 36, mode=Qt.TransformationMode.SmoothTransformation)
    assert opaque(twice.toImage()) > opaque(enlarged)


def opaque(image: QImage) -> int:
    """Pixels fully covered: an enlarged drawing is blurred and has fewer."""
    return sum(image.pixelColor(x, y).alpha() == 255 for x in range(image.width()) for y in range(image.height()))


def test_icons_take_the_colour_asked(qtbot: QtBot) -> None:
    image = icons.pixmap("circle-check", "#C2410C", 24, 2.0).toImage()
    found = {
        image.pixelColor(x, y).name() for x in range(48) for y in range(48) if image.pixelColor(x, y).alpha() == 255
    }
    assert found == {"#c2410c"}


def test_an_unknown_icon_is_an_error(qtbot: QtBot) -> None:
    with pytest.raises(FileNotFoundError):
        icons.pixmap("no-such-icon", "#000000")


def test_a_drawing_fills_its_place(dressed: QApplication, qtbot: QtBot) -> None:
    view = SvgView("drawing", "Un carré")
    qtbot.addWidget(view)
    assert view.set_svg(
        '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8"/></svg>'
    )
    view.resize(80, 80)
    assert view.grab().toImage().pixelColor(40, 40) == QColor("#000000")


def shown(qtbot: QtBot) -> tuple[QWidget, Button, Button]:
    host = QWidget()
    column = QVBoxLayout(host)
    column.setContentsMargins(20, 20, 20, 20)
    first, second = Button("Un", "one"), Button("Deux", "two")
    column.addWidget(first)
    column.addWidget(second)
    qtbot.addWidget(host)
    host.show()
    host.activateWindow()
    qtbot.waitUntil(host.isActiveWindow)
    return host, first, second


def test_the_ring_surrounds_the_focused_button_and_leaves_with_the_focus(dressed: QApplication, qtbot: QtBot) -> None:
    host, first, second = shown(qtbot)
    first.setFocus(Qt.FocusReason.TabFocusReason)
    corner = first.geometry()
    place = (corner.center().x(), corner.top() - 3)
    around = host.grab().toImage().pixelColor(*place)
    assert around == QColor(colours().focus)
    second.setFocus(Qt.FocusReason.TabFocusReason)
    assert host.grab().toImage().pixelColor(*place) != around


def test_the_ring_follows_a_button_that_moves(dressed: QApplication, qtbot: QtBot) -> None:
    host, first, _second = shown(qtbot)
    first.setFocus(Qt.FocusReason.TabFocusReason)
    layout = host.layout()
    assert layout is not None
    layout.setContentsMargins(60, 60, 20, 20)
    layout.activate()
    corner = first.geometry()
    assert host.grab().toImage().pixelColor(corner.center().x(), corner.top() - 3) == QColor(colours().focus)


def test_the_ring_survives_the_end_of_what_it_surrounds(dressed: QApplication, qtbot: QtBot) -> None:
    host, first, second = shown(qtbot)
    first.setFocus(Qt.FocusReason.TabFocusReason)
    first.deleteLater()
    qtbot.waitUntil(lambda: len(host.findChildren(Button)) == 1)
    second.setFocus(Qt.FocusReason.TabFocusReason)
    top = second.geometry()
    assert host.grab().toImage().pixelColor(top.center().x(), top.top() - 3) == QColor(colours().focus)


def test_a_change_of_theme_reaches_palette_sheet_and_painting(dressed: QApplication, qtbot: QtBot) -> None:
    button = Button("Un", "one", "primary")
    qtbot.addWidget(button)
    light = button.grab().toImage().pixelColor(4, 17)
    apply_theme(dressed, Theme.DARK)
    dark = button.grab().toImage().pixelColor(4, 17)
    ground = dressed.palette().window().color().name().upper()
    apply_theme(dressed, Theme.LIGHT)
    assert (light.name().upper(), dark.name().upper()) == ("#0B5B6F", "#7CC9DA")
    assert ground == load_tokens(Theme.DARK).colours.bg


def test_the_theme_follows_the_system_unless_one_is_forced(dressed: QApplication, qtbot: QtBot) -> None:
    hints = dressed.styleHints()
    apply_theme(dressed)
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    followed = tokens().theme
    apply_theme(dressed, Theme.LIGHT)
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    forced = tokens().theme
    apply_theme(dressed, Theme.LIGHT)
    assert (followed, forced) == (Theme.DARK, Theme.LIGHT)
