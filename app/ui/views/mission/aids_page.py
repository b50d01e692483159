"""The aids of one action of a mission: what fits it first, what it cites, and calculators opened with its cost."""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.action_plan import Action
from app.domain.aid_catalogue import Audience
from app.domain.quantities import Cents
from app.domain.scheme import SizeClass
from app.services.citing import cite_aid, cited, drop_aid
from app.ui.presenters import typed
from app.ui.presenters.aid_browser import FIT, AidBrowser, AidFilters
from app.ui.presenters.mission_context import MissionContext, Part
from app.ui.presenters.plan import RANK_MARK, ZONE
from app.ui.views.aid_view import AidView
from app.ui.views.aids_page import aid_keys
from app.ui.views.keys import bind
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.surfaces import row
from app.ui.views.kit.texts import Label
from app.ui.views.mission.page import MissionPageView
from app.ui.views.mission.page_head import PageHead

AUDIENCE: Mapping[SizeClass, Audience] = MappingProxyType(
    {SizeClass.SME: Audience.SME, SizeClass.MID_CAP: Audience.MID_CAP, SizeClass.LARGE: Audience.LARGE_COMPANY}
)
"""Audience of a company by its size class; the sources give no staff for a very small company."""


class AidsPage(MissionPageView):
    """Catalogue and calculators of a mission."""

    def __init__(self, context: MissionContext) -> None:
        super().__init__(context)
        self.setObjectName("aids_page")
        bench = context.workbench
        self.browser = AidBrowser(bench.library, bench.word, bench.sentence, self._today(), self)
        self.view = AidView(self.browser)
        self._action_id: UUID | None = None
        self.back = Button(self.tr("Plan d’actions"), "aids_back", icon="target")
        self.head = PageHead(self.tr("Aides"), self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 12, 10)
        column.setSpacing(10)
        column.addWidget(self.head)
        column.addWidget(self.view, 1)
        self.back.clicked.connect(self._to_plan)
        self.view.cite_asked.connect(self._cite)
        self.view.drop_asked.connect(self._drop)
        bind(self, "P", self._to_plan)
        bind(self, "Ctrl+F", self.view.focus_first)

    def enter(self) -> None:
        """Show what the action cites now."""
        self._show_target()

    def first_focus(self) -> QWidget:
        """The search."""
        return self.view.search if self.view.search.isVisible() else self.view.turn

    def focus_field(self, name: str) -> bool:
        """Look for what fits the action whose rank follows `RANK_MARK`."""
        field, _, rank = name.partition(RANK_MARK)
        if field != "action" or not rank.isdigit():
            return super().focus_field(name)
        found = next((one for one in self.context.file.actions if one.rank == int(rank)), None)
        if found is None:
            return False
        self._action_id = found.id
        self._look_for(found)
        self._show_target()
        return False

    def footer_widget(self) -> QWidget:
        """The keys of the page."""
        words = self.tr("Ctrl+F chercher · ↓ liste · → fiche et calcul · P plan d’actions · F1 raccourcis")
        return row(Label(words, "caption", "text2"), 0)

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Keys of this page."""
        return (*aid_keys(self), ("P", self.tr("revenir au plan d’actions")))

    def _today(self) -> date:
        return self.context.workbench.clock().astimezone(ZONE).date()

    def _action(self) -> Action | None:
        return next((one for one in self.context.file.actions if one.id == self._action_id), None)

    def _look_for(self, action: Action) -> None:
        referential = self.context.referential.header.ref.id
        self.browser.fit = self.browser.catalogue.subjects(action.themes, referential)
        theme = FIT if self.browser.fit else ""
        self.browser.look(AidFilters(audience=self._audience(), theme=theme))
        self.view.set_fit(with_fit=bool(self.browser.fit))

    def _audience(self) -> str:
        """Audience of the company by its size; a staff that is not known keeps everything."""
        employees = self.context.mission.company.employees
        if employees is None:
            return ""
        return AUDIENCE[self.context.scheme.size_class(employees)].value

    def _show_target(self) -> None:
        action = self._action()
        if action is None:
            self.head.set_note("")
            self.view.set_target("", frozenset(), self._known(None), writable=False)
            return
        words = self.tr("l’action {0} « {1} »").format(action.rank, action.title)
        note = self.tr("pour {0}").format(words)
        self.head.set_note(note if self.context.is_writable else self.tr("{0} · mission scellée").format(note))
        listed = frozenset(one.id for one in action.aids)
        self.view.set_target(words, listed, self._known(action), writable=self.context.is_writable)

    def _known(self, action: Action | None) -> dict[str, str]:
        """What the mission already gives to a calculator, by key of its fields."""
        employees = self.context.mission.company.employees
        cost = "" if action is None or action.cost is None else typed.amount(action.cost)
        return {"cost": cost, "value": cost, "staff": "" if employees is None else typed.number(employees)}

    def _cite(self, estimate: Cents | None) -> None:
        action, entry = self._action(), self.browser.current
        if action is None or entry is None:
            return
        bench, aid = self.context.workbench, cited(entry, self.browser.catalogue, estimate)
        self._change(lambda: cite_aid(bench.unit_of_work, self.context.mission_id, action.id, aid, clock=bench.clock))

    def _drop(self) -> None:
        action, entry = self._action(), self.browser.current
        if action is None or entry is None:
            return
        bench, mission_id = self.context.workbench, self.context.mission_id
        self._change(lambda: drop_aid(bench.unit_of_work, mission_id, action.id, entry.id, clock=bench.clock))

    def _change(self, write: Callable[[], Action]) -> None:
        if self.context.attempt(write) is not None:
            self.context.note(Part.ACTIONS)
            self._show_target()

    def _to_plan(self) -> None:
        action = self._action()
        self.context.page_asked.emit("plan", f"action_title{RANK_MARK}{action.rank}" if action else "")
