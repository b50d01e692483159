"""The list and what stands beside it: guide, outbox, settings; each page made when first shown."""

import logging
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services.profile import Profile
from app.services.rows import MissionPage, MissionQuery
from app.services.saved_views import MOST_VIEWS
from app.ui.jobs import JobRunner
from app.ui.messages import Messages
from app.ui.presenters.missions_list import MissionsPresenter
from app.ui.presenters.palette import Command
from app.ui.qtmodels.missions_model import grouped
from app.ui.views.keys import bind
from app.ui.views.kit.rail import Mark, RailEntry
from app.ui.views.missions_page import MissionsFooter, MissionsPage
from app.ui.views.missions_views import SavedViews
from app.ui.views.shell import HomeShell

logger = logging.getLogger(__name__)

if TYPE_CHECKING:
    from app.services.workbench import Workbench

Bench = Callable[[Callable[["Workbench"], None]], None]
"""Calls back with the workbench, at once or when it is ready."""

Page = TypeVar("Page", bound=QWidget)


class HomeWindow(QWidget):
    """The frame of the list.

    Signals:
        opened: A mission is wanted; its identifier.
        new_asked: A new mission is wanted; its company's name, or empty.
        import_asked: A `.jalon` file is to be imported.
        training_asked: The fictional company is wanted.
        back_asked: Esc on a page other than the list.
        theme_chosen: A `ThemeChoice`.
        language_chosen: Another language was chosen.
        size_chosen: Another size of the text was chosen, already kept.
    """

    opened = Signal(object)
    new_asked = Signal(str)
    import_asked = Signal()
    training_asked = Signal()
    back_asked = Signal()
    theme_chosen = Signal(object)
    language_chosen = Signal()
    size_chosen = Signal()

    def __init__(
        self, profile: Profile, missions: MissionsPresenter, bench: Bench, messages: Messages, jobs: JobRunner
    ) -> None:
        """Make the frame with its list; nothing is read."""
        super().__init__()
        self._profile = profile
        self._missions = missions
        self._bench = bench
        self._messages = messages
        self._jobs = jobs
        self._pages: dict[str, Any] = {}
        self._view = self._wanted = "all"
        self.shell = HomeShell([RailEntry("all", self.tr("Missions"), "folder-open")])
        self.views = SavedViews(profile.preferences, missions.today, self)
        self.list = MissionsPage(missions, profile.is_training)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        bottom = [RailEntry("guide", self.tr("Guide"), "book-open"), RailEntry("aids", self.tr("Aides"), "coins")]
        if not self._profile.is_training:
            bottom.append(RailEntry("training", self.tr("Formation"), "graduation-cap"))
        bottom.append(RailEntry("packs", self.tr("Référentiels"), "list-checks"))
        bottom.append(RailEntry("programme", self.tr("Programme régional"), "calculator"))
        bottom.append(RailEntry("settings", self.tr("Réglages"), "settings"))
        self.shell.bottom_rail.set_entries(bottom)
        self._list_views()
        self.shell.add_page("all", self.list, footer=MissionsFooter(self._missions))
        self.shell.show_page("all")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.shell)

    def _connect(self) -> None:
        self.shell.page_asked.connect(self.show_page)
        self.shell.outbox_asked.connect(lambda: self.show_page("outbox"))
        self.shell.back_asked.connect(self._back)
        self.shell.keys_asked.connect(self._show_keys)
        self.list.opened.connect(self.opened)
        self.list.new_asked.connect(self.new_asked)
        self.list.import_asked.connect(self.import_asked)
        self.list.training_asked.connect(self.training_asked)
        self._missions.listed.connect(self._count)
        self.list.saving.kept.connect(self._keep_view)
        self.list.saving.forgotten.connect(self._forget_view)
        for rank in range(9):
            bind(self, f"Ctrl+{rank + 1}", partial(self._show_view, rank))
        for key, act in (
            (QKeySequence("Ctrl+N"), lambda: self.new_asked.emit("")),
            (QKeySequence("Ctrl+O"), self.import_asked.emit),
            (QKeySequence("Ctrl+F"), self._focus_search),
        ):
            shortcut = QShortcut(key, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def show_page(self, key: str) -> None:
        """Show a page by its key: all, waiting, outbox… « training » asks for the fictional company."""
        if key == "training":
            self.training_asked.emit()
        elif key == "all" or self.views.find(key) is not None:
            self._show_list(key)
        elif self.views.is_own(key):
            # Forgotten meanwhile, by the same profile seen from elsewhere.
            self._view = "all"
            self._list_views()
            self._show_list("all")
        else:
            self._wanted = key
            self._bench(lambda bench: self._show_wanted(key, bench))

    def _show_wanted(self, key: str, bench: "Workbench") -> None:
        """Show a page, unless another was asked for while the workbench was being read."""
        if self._wanted == key:
            self._show_other(key, bench)

    def show_guide(self, theme: str) -> None:
        """Show the guide, at the sheet of a theme when it is named."""

        def show(bench: "Workbench") -> None:
            self._show_other("guide", bench)
            if theme:
                from app.domain.referential import ThemeCode

                self._pages["guide"].browser.show_sheet(ThemeCode(theme))

        self._bench(show)

    def is_list_shown(self) -> bool:
        """Whether the list is in front."""
        return self.shell.current_page() == "all"

    def _show_list(self, key: str) -> None:
        self._view = self._wanted = key
        self.shell.show_page("all")
        self.shell.rail.set_current(key)
        view = self.views.find(key)
        self.list.saving.own = self.views.is_own(key)
        self.list.show_query(MissionQuery() if view is None else view.asked(self._missions.today))
        self._missions.refresh()
        self.list.focus_list()
        logger.info("page shown: %s", key)

    def _show_other(self, key: str, bench: "Workbench") -> None:
        if key not in self._pages:
            self._pages[key] = self._make(key, bench)
            self.shell.add_page(key, self._pages[key])
        self.shell.show_page(key)
        self._pages[key].focus_first()
        logger.info("page shown: %s", key)

    def _make(self, key: str, bench: "Workbench") -> QWidget:
        makers: dict[str, Callable[[Workbench], QWidget]] = {
            "guide": self._make_guide,
            "aids": self._make_aids,
            "settings": self._make_settings,
            "outbox": self._make_outbox,
            "packs": self._make_packs,
            "programme": self._make_programme,
        }
        return makers[key](bench)

    def _make_guide(self, bench: "Workbench") -> QWidget:
        from app.ui.presenters.guide_browser import GuideBrowser
        from app.ui.views.guide_page import GuidePage
        from app.ui.views.projector import Projector

        browser = GuideBrowser(bench.library)
        page = GuidePage(browser)

        def project() -> None:
            projector = Projector(browser)
            projector.left.connect(self.activateWindow)
            projector.showFullScreen()

        page.projector_asked.connect(project)
        return page

    def _make_aids(self, bench: "Workbench") -> QWidget:
        from app.ui.presenters.aid_browser import AidBrowser
        from app.ui.views.aids_page import AidCataloguePage

        today = bench.clock().date()
        return AidCataloguePage(AidBrowser(bench.library, bench.word, bench.sentence, today))

    def _make_settings(self, bench: "Workbench") -> QWidget:
        from app.ui.presenters.branding import BrandingPresenter
        from app.ui.presenters.pdf_seal import PdfSealPresenter
        from app.ui.views.settings_page import SettingsPage

        branding = BrandingPresenter(bench, self._messages)
        sealing = PdfSealPresenter(bench, self._messages, self._jobs)
        page = SettingsPage(self._profile, self._outbox(bench), branding, sealing, self._messages, self._jobs)
        branding.setParent(page)
        sealing.setParent(page)
        page.theme_chosen.connect(self.theme_chosen)
        page.language_chosen.connect(self.language_chosen)
        page.size_chosen.connect(self.size_chosen)
        return page

    def _make_outbox(self, bench: "Workbench") -> QWidget:
        from app.ui.views.outbox_page import OutboxPage

        page = OutboxPage(self._outbox(bench))
        page.settings_asked.connect(lambda: self.show_page("settings"))
        return page

    def _make_packs(self, bench: "Workbench") -> QWidget:
        from app.ui.presenters.packs import PacksPresenter
        from app.ui.presenters.receiving import ReceivingPresenter
        from app.ui.views.packs_page import PacksPage
        from app.ui.views.receiving_card import ReceivingCard

        presenter = PacksPresenter(bench, self._messages, self._jobs)
        receiving = ReceivingPresenter(bench, self._messages, self._jobs, self._profile.preferences)
        page = PacksPage(presenter, ReceivingCard(receiving))
        presenter.setParent(page)
        receiving.setParent(page)
        receiving.changed.connect(presenter.refresh)
        return page

    def _make_programme(self, bench: "Workbench") -> QWidget:
        from app.ui.presenters.programme import ProgrammePresenter
        from app.ui.views.programme_page import ProgrammePage

        presenter = ProgrammePresenter(bench)
        page = ProgrammePage(presenter)
        presenter.setParent(page)
        return page

    def _outbox(self, bench: "Workbench") -> Any:
        from app.ui.presenters.automatic_deposits import AutomaticDeposits
        from app.ui.presenters.outbox import OutboxPresenter

        if "presenter" not in self._pages:
            presenter = OutboxPresenter(bench, self._messages, self._jobs)
            presenter.listed.connect(self._missions.refresh)
            AutomaticDeposits(presenter)
            self._pages["presenter"] = presenter
        return self._pages["presenter"]

    def _count(self, page: MissionPage) -> None:
        if page.waiting is None:
            return
        waiting = page.waiting
        self.shell.rail.set_mark("all", Mark.words(grouped(page.total)))
        self.shell.rail.set_mark("waiting", Mark.words(grouped(waiting)) if waiting else None)
        self.shell.outbox.set_words(*outbox_words(self, waiting))

    def _back(self) -> None:
        if not self.is_list_shown():
            self.back_asked.emit()
        elif self.list.clear_search():
            self.list.focus_list()

    def _list_views(self) -> None:
        rail, chosen = self.shell.rail, self._view
        rail.set_entries([RailEntry("all", self.tr("Missions"), "folder-open"), *self.views.entries()])
        rail.set_current(chosen)
        # Ctrl+1…9 are theirs: Alt+1…9 stay with the pages, « À déposer » among them.
        views = [entry.key for entry in self.views.entries()]
        self.shell.other_keys = {key: f"Ctrl+{rank}" for rank, key in enumerate(views, 2) if key != "waiting"}

    def _show_view(self, rank: int) -> None:
        keys = ["all", *(entry.key for entry in self.views.entries())]
        if rank < len(keys):
            self.show_page(keys[rank])

    def _keep_view(self, name: str) -> None:
        key = self.views.keep(name, self._missions.query)
        if not key:
            self._messages.tell(
                self.tr("Il y a déjà {0} vues : oubliez-en une pour en garder une autre.").format(MOST_VIEWS)
            )
            return
        self._view = key
        self._list_views()
        self._show_list(key)

    def _forget_view(self) -> None:
        kept = self.views.forget(self._view)

        def put_back() -> None:
            self.views.put(kept)
            self._list_views()

        self._view = "all"
        self._list_views()
        self._messages.tell(self.tr("Vue oubliée."), self.tr("Annuler"), put_back)
        self._show_list("all")

    def _focus_search(self) -> None:
        page = self._pages.get(self.shell.current_page(), self.list)
        search = getattr(page, "search", None)
        if isinstance(search, QWidget):
            search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_keys(self) -> None:
        from app.ui.views.keys_sheet import KeysSheet

        KeysSheet(self._keys(), self).open()

    def commands(self) -> list[Command]:
        """What can be done now."""
        from app.ui.views.commands import commands_of

        page = self.list if self.is_list_shown() else self._pages.get(self.shell.current_page())
        item = {**self.shell.rail.items, **self.shell.bottom_rail.items}.get(self._shown_line())
        return commands_of(self.shell, page, self._keys(), item.text() if item else "")

    def _shown_line(self) -> str:
        return self._view if self.is_list_shown() else self.shell.current_page()

    def _keys(self) -> tuple[tuple[str, str], ...]:
        page = self._pages.get(self.shell.current_page())
        keys: tuple[tuple[str, str], ...] = getattr(page, "keys", tuple)()
        if self.is_list_shown():
            keys = (
                ("Ctrl+N", self.tr("nouvelle mission")),
                ("Ctrl+O", self.tr("importer une mission d’un fichier .jalon")),
                ("Ctrl+F", self.tr("chercher ; une lettre tapée dans la liste cherche aussi")),
                ("↑ ↓", self.tr("choisir une mission")),
                (self.tr("Entrée"), self.tr("ouvrir la mission")),
                ("Ctrl+1…9", self.tr("toutes les missions, puis les vues du rail dans leur ordre")),
                (self.tr("Suppr"), self.tr("sur un filtre : le retirer")),
            )
        return keys


def outbox_words(speaker: QWidget, waiting: int) -> tuple[str, str, str]:
    """The two lines and the icon of the outbox."""
    if not waiting:
        return QCoreApplication.translate("Outbox", "Rien à déposer"), "", "cloud"
    if waiting == 1:
        return (
            QCoreApplication.translate("Outbox", "1 version à déposer"),
            QCoreApplication.translate("Outbox", "Gardée ici, rien ne part seul"),
            "cloud-off",
        )
    return (
        QCoreApplication.translate("Outbox", "{0} versions à déposer").format(waiting),
        QCoreApplication.translate("Outbox", "Gardées ici, rien ne part seul"),
        "cloud-off",
    )
