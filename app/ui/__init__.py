"""Window of the desktop application."""

from app.ui.memory import import_plainly

import_plainly()
