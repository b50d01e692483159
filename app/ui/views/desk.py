"""An open profile in the window: the list, the mission in front of it, and the way between them."""

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import CodedError
from app.services.jobs import JobContext
from app.services.profile import Profile
from app.services.rows import MissionPage, MissionQuery
from app.ui.jobs import Job, JobRunner
from app.ui.language import spoken
from app.ui.memory import spare_the_settled
from app.ui.messages import Messages
from app.ui.presenters.missions_list import WAITING, MissionsPresenter
from app.ui.presenters.palette import Command
from app.ui.views.ahead import import_ahead
from app.ui.views.home_window import HomeWindow, outbox_words
from app.ui.views.keys import bind
from app.ui.views.kit.notices import Toast
from app.ui.views.kit.pages import Pages

logger = logging.getLogger(__name__)

IMPORTED = frozenset({".jalon", ".pdf", ".json"})
"""Ends of the names of files that can be imported."""

if TYPE_CHECKING:
    from app.domain.mission import Mission
    from app.services.workbench import Workbench
    from app.ui.presenters.import_file import ImportPresenter
    from app.ui.presenters.safety import SafetyPresenter
    from app.ui.views.mission_window import MissionWindow


class Desk(QWidget):
    """The list of one profile and at most one open mission.

    Signals:
        training_asked: The fictional company is wanted.
        theme_chosen: A `ThemeChoice`.
        language_chosen: Another language was chosen.
        size_chosen: Another size of the text was chosen, already kept.
        fronted: Another frame came to the front; its `Toast`.
        atelier_asked: The mode atelier is to be put on, or taken off.
        alone_asked: The company is to answer alone; the `MissionContext`, the `AssessmentKind`.
        unsound: The files are damaged, and the user wants what can be read of them.
    """

    training_asked = Signal()
    theme_chosen = Signal(object)
    language_chosen = Signal()
    size_chosen = Signal()
    fronted = Signal(object)
    atelier_asked = Signal()
    alone_asked = Signal(object, object)
    unsound = Signal()

    def __init__(self, profile: Profile, messages: Messages, jobs: JobRunner, today: date) -> None:
        """Make the frame; `show_first` gives it its rows."""
        super().__init__()
        self.profile = profile
        self._messages = messages
        self._jobs = jobs
        self._workbench: Workbench | None = None
        self._loading: Job | None = None
        self._importer: ImportPresenter | None = None
        self._waiting: list[Callable[[Workbench], None]] = []
        self.missions = MissionsPresenter(profile.read_missions, today)
        self.setAcceptDrops(True)
        self.home = HomeWindow(profile, self.missions, self.with_bench, messages, jobs)
        self.mission: MissionWindow | None = None
        self.safety: SafetyPresenter | None = None
        self._frames = Pages()
        self._frames.add(self.home)
        self._frames.show_only(self.home)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._frames)
        self.missions.failed.connect(lambda failure: messages.fail(failure, self.missions.refresh))
        self.home.opened.connect(self.open_mission)
        self.home.new_asked.connect(self.ask_new)
        self.home.import_asked.connect(self.ask_import)
        self.home.training_asked.connect(self.training_asked)
        self._pass_on_choices()
        self.home.back_asked.connect(self._back)
        for key, act in (("Ctrl+K", self.show_palette), ("Ctrl+J", self.show_history)):
            bind(self, key, act, Qt.ShortcutContext.WindowShortcut)

    def _pass_on_choices(self) -> None:
        self.home.theme_chosen.connect(self.theme_chosen)
        self.home.language_chosen.connect(self.language_chosen)
        self.home.size_chosen.connect(self.size_chosen)

    def show_first(self, page: MissionPage) -> None:
        """The profile is open: show its rows, where the selection was; the rest is loaded behind."""
        self.missions.show_page(page)
        self.home.list.select(self.profile.preferences.load().mission_id)
        self.home.list.focus_list()
        logger.info("page shown: all")

    def show_palette(self) -> None:
        """Show everything that can be done now, and the missions by their name."""
        from app.ui.views.command_palette import CommandPalette

        in_front = self.mission if self.mission is not None and self.mission is self._frames.current() else self.home
        history = Command(self.tr("Messages précédents"), "", "Ctrl+J", self.show_history)
        atelier = Command(
            self.tr("Mode atelier : contraste fort, grandes cibles"), "", "Ctrl+Shift+A", self.atelier_asked.emit
        )
        CommandPalette([*in_front.commands(), history, atelier], self._missions_named, self).open()

    def show_history(self) -> None:
        """Show what was said since the start."""
        from app.ui.views.history_sheet import HistorySheet

        HistorySheet(self._messages.history(), self).open()

    def _missions_named(self, words: str) -> list[Command]:
        page = self.profile.read_missions(MissionQuery(words, limit=8, counted=False))
        return [
            Command(f"{row.company} · {row.reference}", self.tr("Mission"), "", partial(self._jump, row.id))
            for row in page.rows
        ]

    def _jump(self, mission_id: UUID) -> None:
        if self.mission is not None:
            self.leave_mission()
        self.open_mission(mission_id)

    def toast(self) -> Toast:
        """The toast of the frame in front."""
        in_front = self._frames.current()
        return self.mission.shell.toast if self.mission is in_front and self.mission else self.home.shell.toast

    def with_bench(self, then: "Callable[[Workbench], None]") -> None:
        """Call back with the workbench, at once when it is ready, else as soon as it is."""
        if self._workbench is not None:
            then(self._workbench)
            return
        self._waiting.append(then)
        self.load()

    def load(self) -> None:
        """Import and bind everything that the list does not need, away from the main thread."""
        if self._loading is not None or self._workbench is not None:
            return
        job = Job(self._bind)
        job.succeeded.connect(self._loaded)
        job.failed.connect(lambda error: self._messages.handle(error, self.load))
        job.finished.connect(self._stop_loading)
        self._loading = self._jobs.start(job)

    def _bind(self, context: JobContext) -> "Workbench":
        workbench = self.profile.workbench(spoken())
        import_ahead(context)
        return workbench

    def open_mission(self, mission_id: UUID) -> None:
        """Open a mission in front of the list."""
        self.with_bench(lambda bench: self._open(bench, mission_id))

    def ask_new(self, company_name: str) -> None:
        """Show the form « Nouvelle mission »."""
        self.with_bench(lambda bench: self._ask_new(bench, company_name))

    def ask_import(self) -> None:
        """Choose a file and import what it holds."""
        from app.ui.views.file_choice import choose_file

        def read(path: Path) -> None:
            self.with_bench(lambda bench: self._import(bench, path))

        choose_file(
            self.window(),
            self.tr("Importer une mission"),
            self.tr("Missions, feuilles de route et reçus (*.jalon *.pdf *.json)"),
            read,
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file of a kind that can be imported."""
        if dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Import the file dropped."""
        path = dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self.with_bench(lambda bench: self._import(bench, path))

    def leave_mission(self) -> None:
        """Back to the list."""
        mission, self.mission = self.mission, None
        if mission is not None:
            mission.leave()
            self._frames.remove(mission)
            self.home.list.select(mission.context.mission_id)
        self.home.show_page("all")
        self._front(self.home)

    def leave(self) -> None:
        """The profile is about to close: what is being typed is saved, and the place in the list is kept."""
        self.missions.stop()
        if self.mission is not None:
            self.mission.leave()
        preferences = self.profile.preferences
        selected = self.mission.context.mission_id if self.mission else self.home.list.selected()
        preferences.keep(replace(preferences.load(), mission_id=selected))

    def come_back(self) -> None:
        """The window is in the hands of the consultant again: show the open mission as it is now."""
        if self.mission is not None and self.mission is self._frames.current():
            self.mission.come_back()

    def _loaded(self, workbench: "Workbench") -> None:
        self._workbench = workbench
        self._show_schemes(workbench)
        waiting, self._waiting = self._waiting, []
        # Each in a turn of the loop of its own: the window goes on answering between two of them.
        acts: list[Callable[[], None]] = [spare_the_settled, self._look_after]
        for act in acts + [partial(then, workbench) for then in waiting]:
            QTimer.singleShot(0, self, act)

    def _look_after(self) -> None:
        """Backups and checks of the files, from now on; what is fictional has neither."""
        if self.profile.is_training or self._workbench is None:
            return
        from app.ui.presenters.safety import SafetyPresenter

        self.safety = SafetyPresenter(self.profile, self._messages, self._jobs, self._workbench.clock)
        self.safety.setParent(self)
        self.safety.unsound.connect(self.unsound)
        self.safety.begin()

    def _show_schemes(self, workbench: "Workbench") -> None:
        from app.domain.days import path_bound
        from app.ui.qtmodels.missions_model import Path as DaysPath

        schemes = {one.header.ref.id: one for one in workbench.library.schemes()}
        self.home.list.show_schemes(
            {key: one.header.title for key, one in schemes.items()},
            {key: DaysPath(path_bound(one), one.accompaniment_min_half_days) for key, one in schemes.items()},
        )

    def _stop_loading(self) -> None:
        self._loading = None

    def _open(self, bench: "Workbench", mission_id: UUID) -> None:
        from app.ui.presenters.mission_context import MissionContext, Part
        from app.ui.views.mission.pages import PAGES
        from app.ui.views.mission_window import MissionWindow

        try:
            context = MissionContext(bench, mission_id, self._messages, self._jobs)
            window = MissionWindow(context, PAGES)
        except CodedError as error:
            self._messages.handle(error, lambda: self.open_mission(mission_id))
            return
        self.mission = window
        window.left.connect(self.leave_mission)
        window.palette_asked.connect(self.show_palette)
        window.settings_asked.connect(lambda: self._aside(lambda: self.home.show_page("settings")))
        window.outbox_asked.connect(lambda: self._aside(lambda: self.home.show_page("outbox")))
        window.guide_asked.connect(lambda theme: self._aside(lambda: self.home.show_guide(theme)))
        context.alone_asked.connect(lambda kind: self.alone_asked.emit(context, kind))
        context.changed.connect(lambda parts: self._state_changed() if Part.STATE in parts else None)
        self._frames.add(window)
        self._recount()
        self._front(window)
        page = window.page()
        if page is not None:
            page.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _aside(self, show: Callable[[], None]) -> None:
        """Show a page of the home frame; Esc there comes back to the mission."""
        if self.mission is not None:
            self.mission.leave()
        self._front(self.home)
        show()

    def _back(self) -> None:
        if self.mission is None:
            self.home.show_page("all")
            return
        self._front(self.mission)
        self.mission.come_back()

    def _front(self, frame: QWidget) -> None:
        self._frames.show_only(frame)
        self.fronted.emit(self.toast())

    def _recount(self) -> None:
        """Say again, in the mission, what waits to be deposited."""
        if self.mission is not None:
            self.mission.shell.outbox.set_words(*outbox_words(self, self.missions.count(WAITING)))

    def _state_changed(self) -> None:
        self._recount()
        if self.safety is not None:
            self.safety.back_up()

    def _import(self, bench: "Workbench", path: Path) -> None:
        from app.ui.presenters.import_file import ImportPresenter

        if self._importer is None:
            self._importer = ImportPresenter(bench, self._messages, self._jobs)
            self._importer.asked_again.connect(self.ask_import)
            self._importer.imported.connect(self._imported)
            self._importer.passphrase_asked.connect(self._ask_passphrase)
        self._importer.import_file(path)

    def _ask_passphrase(self, path: Path) -> None:
        from app.ui.views.passphrase_dialog import PassphraseDialog

        dialog = PassphraseDialog(path.name, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._importer is not None:
            importer = self._importer
            dialog.accepted.connect(lambda: importer.import_file(path, dialog.passphrase()))
        dialog.open()

    def _imported(self, mission_id: UUID) -> None:
        self.home.list.select(mission_id)
        self.missions.refresh()
        self.home.list.focus_list()

    def _ask_new(self, bench: "Workbench", company_name: str) -> None:
        from app.ui.presenters.new_mission import NewMissionPresenter
        from app.ui.views.new_mission import NewMissionDialog

        presenter = NewMissionPresenter(bench, self.profile.preferences, self._messages.sentence)
        dialog = NewMissionDialog(presenter, self.window(), company_name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        presenter.setParent(dialog)
        dialog.failed.connect(self._messages.fail)
        dialog.opened.connect(self._opened_new)
        dialog.open()

    def _opened_new(self, mission: "Mission") -> None:
        self.missions.refresh()
        self.open_mission(mission.id)


def dropped(event: QDropEvent) -> Path | None:
    """The one local file that is dragged, if it may be one of ours."""
    urls = event.mimeData().urls()
    path = Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
    return path if path is not None and path.suffix.lower() in IMPORTED else None
