"""One dressed application for the tests of the window."""

import pytest
from PySide6.QtWidgets import QApplication

from app.ui.tokens import Theme
from app.ui.views.style import apply_theme


@pytest.fixture
def dressed(qapp: QApplication) -> QApplication:
    """The application in its light theme."""
    apply_theme(qapp, Theme.LIGHT)
    return qapp
