"""The look of the window: Fusion, a full palette and one style sheet, all three from the tokens.

`apply_theme(app)` follows the light or dark choice of the system, also when it changes later; a `Theme` forces one.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from app.ui.tokens import Colours, Theme, load_tokens
from app.ui.views import fonts
from app.ui.views.kit.focus import follow_focus
from app.ui.views.look import colours, look, tokens
from app.ui.views.sheet import style_sheet

_window: list[QWidget] = []
"""The one window that wears the style sheet with all it holds, or empty: the whole application then wears it."""

_forced: list[Theme | None] = []
"""Empty until the first call of `apply_theme`; then the theme asked for, None when the system decides."""


def system_theme() -> Theme:
    """Light or dark, as the desktop says; light when it says nothing."""
    return _theme_of(QGuiApplication.styleHints().colorScheme())


def begin(app: QApplication) -> None:
    """Give the application its style and its font, before the first widget is made; `apply_theme` does it otherwise.

    A widget made under another font keeps it once it has resolved it.
    """
    if app.style().objectName() != "fusion":
        app.setStyle("Fusion")
    app.setFont(fonts.font(tokens().type.body))


def dress_only(window: QWidget) -> None:
    """Let one window wear the style sheet, with its dialogs and menus, rather than the application; before `apply_theme`.

    Under the style sheet of an application, each widget put into another is dressed again with all it holds, once a level: a
    page took two to three times as long to make. Made apart from the window, it is dressed once, when it is put there.
    """
    _window[:] = [window]
    # A window that opens again is dressed before the former one is thrown away.
    window.destroyed.connect(lambda: _window.clear() if not any(map(isValid, _window)) else None)


def apply_theme(app: QApplication, theme: Theme | None = None) -> None:
    """Dress the application; may be called again at any time.

    Args:
        app: The application.
        theme: The theme to force, or None to follow the system, also when it changes later.
    """
    hints = QGuiApplication.styleHints()
    if not _forced:
        if app.font().family() != fonts.FAMILY:
            begin(app)
        hints.colorSchemeChanged.connect(_follow_system)
        follow_focus(app)
    _forced[:] = [theme]
    if theme is None:
        hints.unsetColorScheme()
    else:
        hints.setColorScheme(Qt.ColorScheme.Dark if theme is Theme.DARK else Qt.ColorScheme.Light)
    _dress(app, theme or system_theme())


def _theme_of(scheme: Qt.ColorScheme) -> Theme:
    return Theme.DARK if scheme == Qt.ColorScheme.Dark else Theme.LIGHT


def _follow_system(scheme: Qt.ColorScheme) -> None:
    app = QApplication.instance()
    if _forced == [None] and isinstance(app, QApplication):
        _dress(app, _theme_of(scheme))


def _dress(app: QApplication, theme: Theme) -> None:
    wearer = _window[0] if _window else app
    if tokens().theme is theme and wearer.styleSheet():
        return
    look().tokens = load_tokens(theme)
    if app.font().pixelSize() != tokens().type.body:
        app.setFont(fonts.font(tokens().type.body))
    app.setPalette(_palette(colours()))
    wearer.setStyleSheet(style_sheet(tokens()))
    look().changed.emit()


def _palette(c: Colours) -> QPalette:
    """Every role Qt may read by itself: menus, selection, placeholders, file dialogs, disabled text."""
    role = QPalette.ColorRole
    palette = QPalette()
    plain = {
        role.Window: c.bg,
        role.WindowText: c.text,
        role.Base: c.surface,
        role.AlternateBase: c.hover,
        role.Text: c.text,
        role.Button: c.surface,
        role.ButtonText: c.text,
        role.BrightText: c.danger,
        role.ToolTipBase: c.surface,
        role.ToolTipText: c.text,
        role.PlaceholderText: c.text3,
        role.Highlight: c.accent,
        role.HighlightedText: c.on_accent,
        role.Accent: c.accent,
        role.Link: c.accent,
        role.LinkVisited: c.accent_ink,
        role.Light: c.surface,
        role.Midlight: c.hover,
        role.Mid: c.border,
        role.Dark: c.border_strong,
        role.Shadow: c.border_strong,
    }
    for name, value in plain.items():
        palette.setColor(name, QColor(value))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(c.text3))
    for name in (role.Base, role.Button):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(c.sunken))
    return palette
