"""Filters of the list of missions: states, sectors, schemes and order, each a chip with its menu; several may be kept."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from app.services.rows import MissionOrder, MissionQuery, ShownState
from app.ui.presenters.missions_list import MissionsPresenter
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.chips import FilterChip
from app.ui.views.kit.fields import LineEdit


class StayingMenu(QMenu):
    """A menu of choices that stays open while one ticks; Esc or a press elsewhere closes it."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick without closing."""
        if not self._tick(self.actionAt(event.position().toPoint())):
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter or Space tick without closing."""
        ticks = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if not (ticks and self._tick(self.activeAction())):
            super().keyPressEvent(event)

    def _tick(self, action: QAction | None) -> bool:
        stays = action is not None and action.isCheckable() and action.isEnabled()
        if stays and action is not None:
            action.trigger()
        return stays


class MissionsFilters(QWidget):
    """The chips beside the search."""

    def __init__(self, presenter: MissionsPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.scheme_titles: Mapping[str, str] = {}
        self.states = FilterChip(self.tr("État"), "missions_states")
        self.sectors = FilterChip(self.tr("Secteur"), "missions_sectors")
        self.schemes = FilterChip(self.tr("Dispositif"), "missions_schemes")
        self.order = FilterChip(self.tr("Tri"), "missions_order")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for chip, fill in (
            (self.states, self._fill_states),
            (self.sectors, self._fill_sectors),
            (self.schemes, self._fill_schemes),
            (self.order, self._fill_order),
        ):
            line.addWidget(chip)
            chip.clicked.connect(lambda _on=False, chip=chip, fill=fill: self._press(chip, fill))
        presenter.listed.connect(lambda _page: self.show_query())

    def show_query(self) -> None:
        """Say on each chip what it keeps."""
        query = self._presenter.query
        self._say(self.states, self.tr("État"), [words for state, words in self.state_words() if state in query.states])
        self._say(self.sectors, self.tr("Secteur"), sorted(query.sectors))
        self._say(self.schemes, self.tr("Dispositif"), [self.scheme_title(one) for one in sorted(query.schemes)])
        self.order.setChecked(False)

    def state_words(self) -> tuple[tuple[ShownState, str], ...]:
        """States and their words, in the order of the work."""
        return (
            (ShownState.DRAFT, self.tr("Brouillon")),
            (ShownState.REOPENED, self.tr("Rouverte")),
            (ShownState.AWAY, self.tr("Chez un collègue")),
            (ShownState.SEALED, self.tr("Scellée, à déposer")),
            (ShownState.DEPOSITED, self.tr("Déposée")),
        )

    def order_words(self) -> tuple[tuple[MissionOrder, str], ...]:
        """Orders and their words."""
        return (
            (MissionOrder.CHANGED, self.tr("triées par date de modification")),
            (MissionOrder.OLDEST, self.tr("les plus anciennes d’abord")),
            (MissionOrder.COMPANY, self.tr("triées par entreprise")),
        )

    def scheme_title(self, scheme: str) -> str:
        """Title of a scheme, or its identifier while the packs are not read."""
        return self.scheme_titles.get(scheme, scheme)

    def _say(self, chip: FilterChip, title: str, names: list[str]) -> None:
        told = ", ".join(names) if len(names) <= 1 else self.tr("{0} choix").format(len(names))
        words = self.tr("{0} : {1}").format(title, told) if names else title
        chip.setChecked(bool(names))
        if chip.text() != words:
            chip.setText(words)
            chip.setAccessibleName(self.tr("{0} : {1}").format(title, ", ".join(names)) if names else title)
            chip.updateGeometry()

    def _press(self, chip: FilterChip, fill: Callable[[QMenu], None]) -> None:
        self.show_query()
        if chip.pressed_on_cross():
            field = {self.states: "states", self.sectors: "sectors", self.schemes: "schemes"}[chip]
            self._presenter.keep(replace(self._presenter.query, **{field: frozenset()}))  # type: ignore[arg-type]
            return
        menu = StayingMenu(self)
        menu.setObjectName(f"{chip.objectName()}_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fill(menu)
        menu.popup(chip.mapToGlobal(QPoint(0, chip.height() + 4)))
        if menu.actions():
            menu.setActiveAction(menu.actions()[0])

    def _fill_states(self, menu: QMenu) -> None:
        self._tick_boxes(menu, self.state_words(), "states")

    def _fill_sectors(self, menu: QMenu) -> None:
        sectors = self._presenter.values()[0]
        self._tick_boxes(menu, [(one, one) for one in sectors], "sectors")
        if not sectors:
            menu.addAction(self.tr("Aucune mission ne dit son secteur")).setEnabled(False)

    def _fill_schemes(self, menu: QMenu) -> None:
        self._tick_boxes(menu, [(one, self.scheme_title(one)) for one in self._presenter.values()[1]], "schemes")

    def _fill_order(self, menu: QMenu) -> None:
        for order, words in self.order_words():
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(order is self._presenter.query.order)
            action.triggered.connect(lambda _on=False, order=order: self._sort(menu, order))

    def _sort(self, menu: QMenu, order: MissionOrder) -> None:
        menu.close()
        self._presenter.keep(replace(self._presenter.query, order=order))

    def _tick_boxes(self, menu: QMenu, choices: Iterable[tuple[str, str]], field: str) -> None:
        kept: frozenset[str] = getattr(self._presenter.query, field)
        for value, words in choices:
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(value in kept)
            action.toggled.connect(lambda on, value=value: self._toggle(field, value, on))

    def _toggle(self, field: str, value: str, on: bool) -> None:
        query: MissionQuery = self._presenter.query
        kept = getattr(query, field)
        self._presenter.keep(replace(query, **{field: kept | {value} if on else kept - {value}}))


class ViewSaver(QWidget):
    """Keeps what is searched and filtered under a name, typed in place; nothing shows while nothing is asked.

    Signals:
        kept: The name of a view; what is asked becomes it.
        forgotten: The view in front is to be forgotten.
    """

    kept = Signal(str)
    forgotten = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.own = False
        self._save = Button("", "missions_keep_view", "ghost", icon="bookmark", accessible=self.tr("Garder cette vue"))
        self._forget = Button("", "missions_forget_view", "ghost", "trash-2", accessible=self.tr("Oublier cette vue"))
        self._name = LineEdit("missions_view_name", self.tr("Nom de la vue"), self.tr("Nom de la vue"))
        self._name.setFixedWidth(150)
        self._name.hide()
        keeps = self._save.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)
        self._save.setSizePolicy(keeps)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        for widget in (self._name, self._save, self._forget):
            line.addWidget(widget)
        self._save.setToolTip(self._save.accessibleName())
        self._forget.setToolTip(self._forget.accessibleName())
        self._save.clicked.connect(self._press)
        self._forget.clicked.connect(self.forgotten)
        self._name.returnPressed.connect(self._keep)

    def show_for(self, query: MissionQuery) -> None:
        """Offer to keep what is asked, or to forget the view in front."""
        asked = query.is_filtered or bool(query.search) or query.order is not MissionOrder.CHANGED
        self._save.setVisible(asked and not self.own)
        self._forget.setVisible(self.own)
        if not asked:
            self._name.hide()

    def _press(self) -> None:
        if self._name.isVisible() and self._name.text().strip():
            self._keep()
            return
        self._name.show()
        self._name.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _keep(self) -> None:
        name = self._name.text().strip()
        if name:
            self._name.clear()
            self._name.hide()
            self.kept.emit(name)
