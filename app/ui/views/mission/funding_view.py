"""The « Financement » page: up to three scenarios side by side, and why each amount is what it is."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QVBoxLayout, QWidget

from app.domain.mission import FundingScenario
from app.ui.presenters.account import AccountPresenter
from app.ui.presenters.figures import FiguresPresenter
from app.ui.presenters.funding import MOST_SCENARIOS, FieldKey, FundingPresenter
from app.ui.presenters.funding_shown import Notice, ScenarioShown, Why
from app.ui.presenters.mission_context import MissionContext, Part
from app.ui.views.keys import bind
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.chips import Chip
from app.ui.views.kit.dialog import Dialog
from app.ui.views.kit.discard import discard
from app.ui.views.kit.notices import Banner, EmptyState
from app.ui.views.kit.pages import Pages
from app.ui.views.kit.rail import Mark
from app.ui.views.kit.surfaces import Scroll, reveal, row
from app.ui.views.kit.texts import Label
from app.ui.views.mission.account_card import AccountCard
from app.ui.views.mission.page import MissionPageView
from app.ui.views.mission.page_head import PageHead
from app.ui.views.mission.scenario_card import ScenarioCard
from app.ui.views.mission.why_panel import WhyPanel

NARROW = 660
"""Width in px under which the cards stand one above the other."""
WHY_HEIGHT = 420


def funding_mark(context: MissionContext) -> Mark | None:
    """Mark of the rail: a check once a scenario is kept, one thing to mend when some are written and none is kept."""
    file = context.file
    if file.chosen_scenario is not None:
        return Mark.check()
    return Mark.warn(1) if file.scenarios and context.scheme.company_funding is not None else None


class FundingView(MissionPageView):
    """Scenarios of the mission."""

    def __init__(self, context: MissionContext) -> None:
        super().__init__(context)
        self._presenter = FundingPresenter(context, self)
        self._cards: dict[UUID, ScenarioCard] = {}
        self._noticed: tuple[Notice, ...] = ()
        self._asked: tuple[UUID, str] | None = None
        self._panel = WhyPanel("why")
        self._account = AccountCard()
        self._accounts = AccountPresenter(context.scheme, self)
        self._figures = FiguresPresenter(context, self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.duplicate = Button(self.tr("Dupliquer"), "funding_duplicate", "ghost", icon="copy")
        self.new = Button(self.tr("Nouveau scénario"), "funding_new", "primary", icon="plus")
        self.head = PageHead(self.tr("Financement"), self.duplicate, self.new)
        self._notices = QVBoxLayout()
        self._notices.setSpacing(6)
        self._scroll = Scroll("funding_cards", (0, 0, 4, 4))
        host = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, host)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        self._filler = QWidget()  # a card keeps its width when others come
        self._scroll.body.addWidget(host)
        self._scroll.body.addWidget(self._account)
        self._scroll.body.addWidget(self._legend())
        self._nothing = self._make_nothing()
        self._pages = Pages()
        self._pages.add(self._scroll)
        self._pages.add(self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 10, 14, 8)
        column.setSpacing(8)
        column.addWidget(self.head)
        column.addLayout(self._notices)
        column.addWidget(self._pages, 1)

    def _legend(self) -> QWidget:
        words = Label(
            self.tr("plein : aide publique · hachures : l’entreprise · « ? » sur un montant : pourquoi"),
            "caption",
            "text2",
            wrap=True,
        )
        return row(Chip(self.tr("règle"), "rule"), Chip(self.tr("plafond"), "cap"), words, spacing=8)

    def _make_nothing(self) -> EmptyState:
        state = EmptyState(
            self.tr("Aucun scénario pour l’instant"),
            self.tr("Comparez jusqu’à trois parcours : des jours, un coût, et ce que le dispositif en paie."),
        )
        self._first = Button(self.tr("Nouveau scénario"), "funding_nothing_new", "primary", icon="plus")
        self._first.clicked.connect(self.add)
        state.add_action(self._first)
        return state

    def _connect(self) -> None:
        presenter = self._presenter
        self.new.clicked.connect(self.add)
        self.duplicate.clicked.connect(self._duplicate)
        presenter.listed.connect(self._make_cards)
        presenter.changed.connect(self._show_figures)
        presenter.told.connect(self._tell)
        self._account.asked.connect(self._ask_account)
        self.context.changed.connect(self._mission_changed)
        bind(self, "N", self.add)
        bind(self, "Ctrl+D", self._duplicate)

    def enter(self) -> None:
        """Show the scenarios as they are now, the one kept in sight."""
        self._make_cards()
        if self._cards:
            reveal(self.first_focus())

    def leave(self) -> None:
        """Save what is being typed."""
        self._presenter.flush()

    def first_focus(self) -> QWidget:
        """The first field of the scenario kept, or the way to a first one."""
        cards = list(self._cards.values())
        kept = [one.id for one in self._presenter.scenarios if one.chosen]
        card = self._cards.get(kept[0]) if kept else (cards[0] if cards else None)
        if card is None:
            return self._first
        block = next(iter(card.blocks.values()))
        return block.days if block.days.isEnabled() else card.grant

    def side_widget(self) -> QWidget:
        """« Pourquoi ce montant ? »."""
        return self._panel

    def footer_widget(self) -> QWidget:
        """The keys of the page."""
        words = self.tr(
            "Tab champ suivant · ? pourquoi ce montant · N nouveau scénario · Ctrl+D dupliquer · F9 panneau"
        )
        return row(Label(words, "caption", "text2"), 0)

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Keys of this page."""
        return (
            ("?", self.tr("sur un montant : pourquoi ce montant")),
            ("N", self.tr("nouveau scénario")),
            ("Ctrl+D", self.tr("dupliquer le scénario où l’on est")),
            ("F9", self.tr("plier le panneau ; « ? » ouvre alors une fenêtre")),
        )

    def add(self) -> None:
        """Write a new scenario."""
        self._focus_on(self._presenter.add())

    def _duplicate(self) -> None:
        card = self._card_in_hand()
        if card is not None:
            self._focus_on(self._presenter.duplicate(card.scenario_id))

    def _focus_on(self, scenario: FundingScenario | None) -> None:
        card = self._cards.get(scenario.id) if scenario is not None else None
        if card is not None:
            card.title.setFocus(Qt.FocusReason.TabFocusReason)

    def _card_in_hand(self) -> ScenarioCard | None:
        """The card that has the focus, else the scenario kept, else the first."""
        focused = QApplication.focusWidget()
        for card in self._cards.values():
            if focused is not None and card.isAncestorOf(focused):
                return card
        kept = [one.id for one in self._presenter.scenarios if one.chosen]
        return self._cards[kept[0]] if kept else next(iter(self._cards.values()), None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the cards side by side where there is room."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(direction)

    def _make_cards(self) -> None:
        """Show the scenarios of now, each on its card; a card whose scenario has the same letter stays."""
        writable = self.context.is_writable
        shown = [self._presenter.shown(one.id) for one in self._presenter.scenarios]
        kept = {one.id: card for one in shown if (card := self._cards.get(one.id)) and card.is_of(one, writable)}
        for scenario_id, card in self._cards.items():
            if scenario_id not in kept:
                self._row.removeWidget(card)
                discard(card)
        self._cards = {one.id: kept.get(one.id) or self._make_card(one, writable) for one in shown}
        for place, one in enumerate(shown):
            if one.id in kept:
                kept[one.id].show_scenario(one)
            else:
                self._row.insertWidget(place, self._cards[one.id], 1)
                self._cards[one.id].show()  # at once, not at the next turn of the loop: it may be given the focus now
        self._row.removeWidget(self._filler)
        self._row.addWidget(self._filler, MOST_SCENARIOS - len(self._cards))
        self._account.show_account(self._accounts.shown(self.context.file))
        self._pages.show_only(self._scroll if self._cards or self.context.file.expenses else self._nothing)
        room = self._presenter.can_add()
        for button in (self.new, self.duplicate, self._first):
            button.setEnabled(room)
        self.duplicate.setVisible(bool(self._cards))
        note = self.tr("trois scénarios au plus") if len(self._cards) >= MOST_SCENARIOS else ""
        self.head.set_note(note if writable else self.tr("mission scellée, à relire seulement"))
        self._show_notices()
        self._explain()

    def _make_card(self, shown: ScenarioShown, writable: bool) -> ScenarioCard:
        card = ScenarioCard(self._presenter, shown, writable=writable)
        card.asked.connect(lambda key: self._ask(shown.id, key))
        card.chosen.connect(lambda: self._choose(shown.id))
        card.removed.connect(lambda: self._remove(shown.id))
        return card

    def _show_notices(self) -> None:
        notices = self._presenter.notices()
        if notices == self._noticed:
            return
        self._noticed = notices
        while (item := self._notices.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                discard(widget)
        for place, notice in enumerate(notices):
            self._notices.addWidget(self._banner(notice, place))

    def _banner(self, notice: Notice, place: int) -> Banner:
        banner = Banner(notice.tone, notice.sentence, f"funding_notice_{place}", notice.action)
        banner.acted.connect(lambda: self.context.page_asked.emit(notice.page, notice.field))
        return banner

    def _choose(self, scenario_id: UUID) -> None:
        self._presenter.choose(scenario_id)
        card = self._cards.get(scenario_id)
        if card is not None:
            card.grant.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, scenario_id: UUID) -> None:
        self._presenter.remove(scenario_id)
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_figures(self, scenario_id: UUID) -> None:
        card = self._cards.get(scenario_id)
        if card is not None:
            card.show_scenario(self._presenter.shown(scenario_id))
            self._explain()

    def _tell(self, key: FieldKey) -> None:
        card = self._cards.get(key.scenario)
        if card is not None:
            card.show_scenario(self._presenter.shown(key.scenario))

    def _ask(self, scenario_id: UUID, key: str) -> None:
        self._asked = (scenario_id, key)
        self._explain()
        if not self._panel.isVisible():
            why = self._presenter.why(scenario_id, key)
            if why is not None:
                WhyDialog(why, self).open()

    def _ask_account(self, key: str) -> None:
        if not self._panel.isVisible():
            self.context.why_asked.emit(key)
            return
        found = self._figures.find("funding", key)
        self._panel.show_why(found.why if found is not None else None)

    def _explain(self) -> None:
        """Show why again: the figure asked for, or the public aid of the scenario kept."""
        kept = next((one.id for one in self._presenter.scenarios if one.chosen), None)
        asked = self._asked or ((kept, "grant") if kept else None)
        self._panel.show_why(self._presenter.why(*asked) if asked else None)

    def _mission_changed(self, parts: frozenset[Part]) -> None:
        if parts & {Part.FUNDING, Part.IDENTITY, Part.STATE}:
            self.marked.emit(funding_mark(self.context))
        if parts & {Part.IDENTITY, Part.STATE, Part.EXPENSES, Part.DAYS}:
            self._make_cards()


class WhyDialog(Dialog):
    """The same explanation in a dialog, where there is no room for the panel or it is folded."""

    def __init__(self, why: Why, parent: QWidget) -> None:
        super().__init__(self.tr("Pourquoi ce montant ?"), "", "why_dialog", parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        panel = WhyPanel("why_in_dialog")
        panel.show_why(why, headed=True)
        panel.setMinimumHeight(min(WHY_HEIGHT, max(160, parent.window().height() - 180)))
        self.body.addWidget(panel)
        self.add_button(self.tr("Fermer"), "why_close", "primary", safe=True)
