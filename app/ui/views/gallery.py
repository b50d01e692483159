"""Every component of the kit in every state, in one window: `python -m app.ui.views.gallery --shot FILE.png`.

Options: `--theme light|dark|atelier`, `--page kit|home|mission`, `--width`, `--height`, `--shot FILE` (paint and quit).
At 200 %: `QT_SCALE_FACTOR=2`.
"""

import argparse
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from app.ui.tokens import Theme
from app.ui.views.gallery_frames import home_frame, mission_frame
from app.ui.views.gallery_kit import kit_page
from app.ui.views.style import apply_theme

PAGES = {"kit": kit_page, "home": home_frame, "mission": mission_frame}


def build(page: str) -> QWidget:
    """One page of the gallery: kit, home or mission."""
    return PAGES[page]()


def main(argv: list[str] | None = None) -> int:
    """Show the gallery, or paint it into a file."""
    parser = argparse.ArgumentParser(description="Composants de la fenêtre, dans tous leurs états.")
    parser.add_argument("--theme", type=Theme, default=None, choices=list(Theme))
    parser.add_argument("--page", default="kit", choices=list(PAGES))
    parser.add_argument("--width", type=int, default=1280)
    parser.add_argument("--height", type=int, default=720)
    parser.add_argument("--shot", type=Path, default=None)
    options = parser.parse_args(argv)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(app, QApplication):
        return 1
    apply_theme(app, options.theme)
    window = build(options.page)
    window.resize(options.width, options.height)
    window.show()
    if options.shot is None:
        return app.exec()
    for button in window.findChildren(QWidget):
        if button.objectName() == "gallery_focused":
            button.setFocus()
    app.processEvents()
    whole = window.widget() if hasattr(window, "widget") else window
    return 0 if whole.grab().save(str(options.shot)) else 1


if __name__ == "__main__":
    sys.exit(main())
