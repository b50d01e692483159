"""Throws away widgets that are made anew: out of sight and out of reach at once, destroyed at the next turn of the loop."""

from PySide6.QtWidgets import QWidget


def discard(widget: QWidget) -> None:
    """Hide a widget, forget its names so that no search finds it, and destroy it later.

    It keeps its parent: a widget without one is a window, and windows that die while a dialog opens take its focus away.
    """
    widget.hide()
    for one in (widget, *widget.findChildren(QWidget)):
        one.setObjectName("")
    widget.deleteLater()
