"""The theme in use: what every widget that paints itself asks at paint time.

A change of theme needs nothing of a widget but the repaint that Qt does by itself; connect to `look().changed` to
redraw what is not a widget (a chart made of text).
"""

from functools import lru_cache

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from app.ui.tokens import Colours, Theme, Tokens, load_tokens


class Look(QObject):
    """The theme in use.

    Signals:
        changed: The theme has just changed; palette and sheet are already those of the new one.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.tokens = load_tokens(Theme.LIGHT)


_look = Look()


def look() -> Look:
    """The one look of the process."""
    return _look


def tokens() -> Tokens:
    """Tokens of the theme in use (light until `style.apply_theme` is called)."""
    return _look.tokens


def colours() -> Colours:
    """Colours of the theme in use."""
    return _look.tokens.colours


@lru_cache(maxsize=256)
def colour(value: str) -> QColor:
    """A QColor from #RRGGBB, kept; not to be changed by the caller."""
    return QColor(value)


def repolish(widget: QWidget) -> None:
    """Read the sheet again for one widget, after a property named in it changed."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()
