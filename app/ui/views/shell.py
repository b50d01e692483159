"""The frame that never moves: header, rail, centre, side panel, footer; `HomeShell` and `MissionShell`.

A page is added once with `add_page(key, centre, side, footer)` and shown with `show_page(key)`; the shell only says
what the user asked (`page_asked`, `back_asked`, `keys_asked`). Keys: F6 next region, Alt+1…9 lines of the rail from top
to bottom, outbox last (also on the unshifted row of an AZERTY keyboard), F9 side panel, F8 toast action, F1 keys of the page, Esc back.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.views import icons
from app.ui.views.header import MissionHeader
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.notices import Toast
from app.ui.views.kit.outbox import BrandMark, OutboxLine
from app.ui.views.kit.pages import Pages
from app.ui.views.kit.rail import Rail, RailEntry
from app.ui.views.kit.surfaces import Hairline, Plain, Scroll
from app.ui.views.look import colours, look, tokens

_AZERTY_ROW = "&é\"'(-è_ç"
_SIDE_MARGINS = (16, 16, 16, 12)  # leaves 260 px to the contents
_SMALLEST = (480, 320)  # what a narrow window may shrink to, whatever the pages ask: they scroll


class _Page(NamedTuple):
    centre: QWidget
    side: QWidget | None
    footer: QWidget | None
    side_width: int


class Shell(QWidget):
    """Rail, centre, side panel and footer; a header may stand above.

    Signals:
        page_asked: A line of the rail was pressed, or Alt+n; its key (also « guide » and « settings »).
        outbox_asked: The outbox line was pressed.
        back_asked: Esc, or the arrow of the header.
        keys_asked: F1.
        compact_changed: The window crossed the breakpoint of 800 px; True when narrow.
    """

    page_asked = Signal(str)
    outbox_asked = Signal()
    back_asked = Signal()
    keys_asked = Signal()
    compact_changed = Signal(bool)

    def __init__(self, name: str, entries: Sequence[RailEntry], rail_width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setMinimumSize(*_SMALLEST)
        self._pages: dict[str, _Page] = {}
        self._current = ""
        self._side_folded = False
        self._wide_only: list[QWidget] = []
        self.other_keys: dict[str, str] = {}
        self.compact = False
        self.rail = Rail(entries, f"{name}_rail", self.tr("Pages"))
        bottom = (
            RailEntry("guide", self.tr("Guide"), "book-open"),
            RailEntry("settings", self.tr("Réglages"), "settings"),
        )
        self.bottom_rail = Rail(bottom, f"{name}_bottom", self.tr("Guide et réglages"))
        self.outbox = OutboxLine(f"{name}_outbox")
        self.centre, self.side, self.footer = Pages(), Pages(), Pages()
        self._rail_column = Plain("bg", Qt.Edge.RightEdge)
        self._rail_column.setFixedWidth(rail_width)
        self._side_panel = Plain("surface", Qt.Edge.LeftEdge)
        self._footer_bar = Plain("surface", Qt.Edge.TopEdge)
        self._outer = QVBoxLayout(self)
        self._lay_out()
        self.toast = Toast(self)
        self.rail.chosen.connect(self.page_asked)
        self.bottom_rail.chosen.connect(self.page_asked)
        self.outbox.clicked.connect(self.outbox_asked)
        self._bind_keys()
        look().changed.connect(self._arrange)

    def _lay_out(self) -> None:
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(0)
        body = QHBoxLayout()
        body.setSpacing(0)
        self._outer.addLayout(body, 1)
        self._rail_layout = QVBoxLayout(self._rail_column)
        self._rail_layout.setContentsMargins(0, 8, 1, 0)
        self._rail_layout.setSpacing(0)
        lines = Scroll(f"{self.objectName()}_lines", (0, 0, 0, 0))
        lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        lines.body.setSpacing(0)
        lines.body.addWidget(self.rail)
        lines.body.addStretch(1)
        lines.body.addWidget(Hairline())
        lines.body.addSpacing(2)
        lines.body.addWidget(self.bottom_rail)
        self._rail_layout.addWidget(lines, 1)
        line = QHBoxLayout()
        line.setContentsMargins(8, 0, 8, 2)
        line.addWidget(self.outbox)
        self._rail_layout.addLayout(line)
        middle = QVBoxLayout()
        middle.setSpacing(0)
        centre = Plain("bg")
        _fill(centre, self.centre, (0, 0, 0, 0))
        middle.addWidget(centre, 1)
        _fill(self._footer_bar, self.footer, (24, 1, 20, 0))
        _fill(self._side_panel, self.side, _SIDE_MARGINS)
        middle.addWidget(self._footer_bar)
        body.addWidget(self._rail_column)
        body.addLayout(middle, 1)
        body.addWidget(self._side_panel)
        self._side_panel.hide()
        self._footer_bar.hide()

    def _bind_keys(self) -> None:
        bindings: list[tuple[list[str], Callable[[], object]]] = [
            (["F6"], self.next_region),
            (["F9"], self.toggle_side),
            (["F8"], self.toast.focus_action),
            (["F1"], self.keys_asked.emit),
        ]
        for rank, sign in enumerate(_AZERTY_ROW):
            bindings.append(([f"Alt+{rank + 1}", f"Alt+{sign}"], partial(self._ask_rank, rank)))
        for keys, act in bindings:
            shortcut = QShortcut(self)
            shortcut.setKeys([QKeySequence(key) for key in keys])
            shortcut.activated.connect(act)

    def add_page(
        self,
        key: str,
        centre: QWidget,
        side: QWidget | None = None,
        footer: QWidget | None = None,
        side_width: int | None = None,
    ) -> None:
        """Add a page, not shown yet.

        Args:
            key: Key of its rail entry (or any other).
            centre: Its content; it brings its own margins (24 px).
            side: Its side panel, or None.
            footer: Its footer line, or None.
            side_width: Width of the side panel in px, 292 by default.
        """
        self._pages[key] = _Page(centre, side, footer, side_width or tokens().size.side)
        for stack, widget in ((self.centre, centre), (self.side, side), (self.footer, footer)):
            if widget is not None:
                stack.add(widget)

    def has_page(self, key: str) -> bool:
        """Whether the page was added (pages are made when first asked for)."""
        return key in self._pages

    def show_page(self, key: str) -> None:
        """Show a page, its side panel and its footer.

        Raises:
            KeyError: It was not added.
        """
        page = self._pages[key]
        self._current = key
        self.centre.show_only(page.centre)
        self.side.show_only(page.side)
        self.footer.show_only(page.footer)
        self.rail.set_current(key)
        self.bottom_rail.set_current(key)
        self._arrange()

    def current_page(self) -> str:
        """Key of the page shown, or an empty string."""
        return self._current

    def hide_when_compact(self, *widgets: QWidget) -> None:
        """Hide these while the window is narrow (words of a footer, a strip)."""
        self._wide_only.extend(widgets)
        self._arrange()

    def toggle_side(self) -> None:
        """Fold or unfold the side panel, where private notes live."""
        self._side_folded = not self._side_folded
        self._arrange()

    def regions(self) -> list[QWidget]:
        """The visible regions, in the order F6 visits them."""
        known = [self._rail_column, self.centre, self._side_panel, self._footer_bar]
        return [region for region in known if region.isVisible()]

    def next_region(self) -> None:
        """Give the focus to the first control of the next region that has one."""
        regions = self.regions()
        focused = QApplication.focusWidget()
        inside = [rank for rank, region in enumerate(regions) if focused and region.isAncestorOf(focused)]
        start = inside[0] + 1 if inside else 0
        for step in range(len(regions)):
            region = regions[(start + step) % len(regions)]
            if region is self._rail_column:
                self.rail.focus_current()
                return
            if (target := _first_focusable(region)) is not None:
                target.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def open_menu(self, under: QWidget) -> None:
        """Show the rail as a menu, for a compact window."""
        from PySide6.QtWidgets import QMenu

        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for rail in (self.rail, self.bottom_rail):
            for key, item in rail.items.items():
                action = menu.addAction(icons.icon(item.icon_name, colours().text2), item.text())
                action.triggered.connect(lambda _checked=False, key=key: self.page_asked.emit(key))
            menu.addSeparator()
        menu.popup(under.mapToGlobal(QPoint(0, under.height() + 4)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cross the breakpoint when the width does."""
        super().resizeEvent(event)
        compact = self.width() < tokens().regular
        if compact != self.compact:
            self.compact = compact
            self._arrange()
            self.compact_changed.emit(compact)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves a text field first, then the page."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
            return
        focused = QApplication.focusWidget()
        if focused is not None and (focused.inherits("QLineEdit") or focused.inherits("QPlainTextEdit")):
            focused.clearFocus()
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.back_asked.emit()

    def _arrange(self) -> None:
        page = self._pages.get(self._current)
        size = tokens().size
        self._rail_column.setVisible(not self.compact)
        for widget in self._wide_only:
            widget.setVisible(not self.compact)
        self._footer_bar.setFixedHeight(size.footer_compact if self.compact else size.footer)
        if page is None:
            return
        self._side_panel.setFixedWidth(page.side_width)
        self._side_panel.setVisible(page.side is not None and not self._side_folded and not self.compact)
        self._footer_bar.setVisible(page.footer is not None)

    def ranked_pages(self) -> list[str]:
        """Keys of the lines that Alt+1…9 reach, in order."""
        return [key for key in (*self.rail.items, *self.bottom_rail.items) if key not in self.other_keys]

    def _ask_rank(self, rank: int) -> None:
        keys = self.ranked_pages()
        if rank < len(keys):
            self.page_asked.emit(keys[rank])
        elif rank == len(keys):
            self.outbox_asked.emit()


class HomeShell(Shell):
    """The frame of the missions list: mark « Jalon », views, Guide, Réglages, outbox."""

    def __init__(self, views: Sequence[RailEntry], parent: QWidget | None = None) -> None:
        """Make the frame; `views` are the lines of the rail."""
        super().__init__("home", views, tokens().size.home_rail, parent)
        self._rail_layout.setContentsMargins(0, 0, 1, 0)
        self._rail_layout.insertWidget(0, BrandMark())
        self._top = Plain("surface", Qt.Edge.BottomEdge)
        self._top.setFixedHeight(tokens().size.header_compact)
        self.menu = Button("", "home_menu", "ghost", "menu", accessible=self.tr("Vues"))
        self.menu.clicked.connect(lambda: self.open_menu(self.menu))
        line = QHBoxLayout(self._top)
        line.setContentsMargins(8, 0, 8, 1)
        line.addWidget(self.menu)
        line.addWidget(BrandMark(left=4, height=tokens().size.header_compact - 2))
        line.addStretch(1)
        self._top.hide()
        self._outer.insertWidget(0, self._top)
        self.compact_changed.connect(self._top.setVisible)

    def _arrange(self) -> None:
        super()._arrange()
        self._rail_column.setFixedWidth(tokens().size.home_rail)


class MissionShell(Shell):
    """The frame of one mission: a `header`, its pages, Guide, Réglages, outbox."""

    def __init__(self, pages: Sequence[RailEntry], parent: QWidget | None = None) -> None:
        """Make the frame; `pages` are the lines of the rail."""
        super().__init__("mission", pages, tokens().size.rail, parent)
        self.header = MissionHeader()
        self.header.back_asked.connect(self.back_asked)
        self.header.menu_asked.connect(lambda: self.open_menu(self.header.menu))
        self.compact_changed.connect(self.header.set_compact)
        self._outer.insertWidget(0, self.header)

    def _arrange(self) -> None:
        super()._arrange()
        self._rail_column.setFixedWidth(tokens().size.rail)

    def regions(self) -> list[QWidget]:
        """The header comes first."""
        return [self.header, *super().regions()]


def _fill(host: QWidget, content: QWidget, margins: tuple[int, int, int, int]) -> None:
    layout = QVBoxLayout(host)
    layout.setContentsMargins(*margins)
    layout.addWidget(content)


def _first_focusable(region: QWidget) -> QWidget | None:
    """First control of a region in the order of Tab."""
    step = region.nextInFocusChain()
    while step is not None and step is not region:
        takes = bool(step.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if takes and region.isAncestorOf(step) and step.isVisible() and step.isEnabled():
            return step
        step = step.nextInFocusChain()
    return None
