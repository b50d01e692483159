"""One open mission: header, rail of its pages, each page made when first shown; what was saved is said at once."""

import logging
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.domain.assessment import AssessmentKind
from app.domain.i2df import Progress
from app.services.rows import ShownState
from app.services.undo import Step
from app.ui.presenters.figures import FiguresPresenter
from app.ui.presenters.mission_context import THEME_FIELD, Heading, MissionContext, Part
from app.ui.presenters.palette import Command
from app.ui.qtmodels.missions_model import days_words
from app.ui.views.keys import bind
from app.ui.views.kit.chips import ChipKind
from app.ui.views.kit.rail import Mark, RailEntry
from app.ui.views.kit.surfaces import row
from app.ui.views.kit.texts import Label
from app.ui.views.mission.figures_dialog import FiguresDialog, why_key
from app.ui.views.mission.page import MissionPageView, PageSpec
from app.ui.views.shell import MissionShell

logger = logging.getLogger(__name__)


class MissionWindow(QWidget):
    """The frame of a mission, and its pages.

    Signals:
        left: Back to the list.
        settings_asked: « Réglages » was pressed.
        outbox_asked: The outbox line was pressed.
        palette_asked: The commands are wanted.
        guide_asked: The guide is wanted, at the sheet of a theme (its code), or as it was (empty).
    """

    left = Signal()
    settings_asked = Signal()
    outbox_asked = Signal()
    guide_asked = Signal(str)
    palette_asked = Signal()

    def __init__(self, context: MissionContext, pages: tuple[PageSpec, ...]) -> None:
        """Open the window of a mission on its first page."""
        super().__init__()
        self.context = context
        self._specs = {spec.key: spec for spec in pages}
        self._pages: dict[str, MissionPageView] = {}
        self._figures = FiguresPresenter(context, self)
        self._kind = AssessmentKind.ENTRY
        self._erased = False
        self._came_from = ""
        self._indexes: dict[AssessmentKind, int | None] = {}
        self.shell = MissionShell([RailEntry(spec.key, spec.title, spec.icon) for spec in pages if not spec.under])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.shell)
        self._connect()
        self._show_heading()
        self._show_undo()
        for spec in pages:
            self._mark(spec.key, spec.mark(context))
        if pages:
            self.show_page(pages[0].key)

    def _connect(self) -> None:
        shell, context = self.shell, self.context
        shell.page_asked.connect(self._ask_page)
        shell.back_asked.connect(self._go_back)
        shell.outbox_asked.connect(self.outbox_asked)
        shell.keys_asked.connect(self._show_keys)
        context.changed.connect(self._changed)
        context.progressed.connect(self._progressed)
        context.saved.connect(self._saved)
        context.page_asked.connect(self.show_page)
        context.erased.connect(self._go_back_erased)
        context.guide_asked.connect(self.guide_asked)
        context.why_asked.connect(self.explain)
        shell.header.why_asked.connect(self.explain)
        shell.header.undo_asked.connect(self.undo)
        shell.header.search_asked.connect(self.palette_asked)
        bind(self, "Alt+Left", self.go_back_from_field)
        context.undoing.changed.connect(self._show_undo)
        context.undoing.reverted.connect(self._show_reverted)
        for keys, act in (("Ctrl+Z", self.undo), ("Ctrl+Y", self.redo), ("Ctrl+Shift+Z", self.redo)):
            bind(self, keys, act)
        QShortcut(QKeySequence("F2"), self).activated.connect(lambda: self.explain(why_key(QApplication.focusWidget())))
        for key, step in ((QKeySequence.StandardKey.NextChild, 1), (QKeySequence.StandardKey.PreviousChild, -1)):
            QShortcut(QKeySequence(key), self).activated.connect(lambda step=step: self._step(step))

    def page(self) -> MissionPageView | None:
        """The page shown."""
        return self._pages.get(self.shell.current_page())

    def show_page(self, key: str, field: str = "") -> None:
        """Show a page, made if it was not yet, and give the focus to one of its fields if it is named."""
        if key not in self._specs:
            return
        shown = self.page()
        if shown is not None and self.shell.current_page() != key:
            self._came_from = self.shell.current_page()
            shown.leave()
        page = self._pages.get(key) or self._make(key)
        self.shell.show_page(key)
        self.shell.rail.set_current(self._specs[key].under or key)
        self.shell.toast.hide()
        page.enter()
        if not (field and page.focus_field(field)):
            page.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        logger.info("page shown: %s", key)

    def explain(self, key: str = "") -> None:
        """Say why the figures of the page shown are what they are, beginning with one of them."""
        figures = self._figures.of_page(self.shell.current_page())
        if figures:
            FiguresDialog(figures, key, self).open()

    def commands(self) -> list[Command]:
        """What can be done now: the page in front, the pages, the themes."""
        from app.ui.views.commands import commands_of

        page, spec = self.page(), self._specs.get(self.shell.current_page())
        found = commands_of(self.shell, page, page.keys() if page else (), spec.title if spec else "")
        if self.shell.header.undo.isEnabled():
            found.insert(
                0, Command(self.tr("Annuler : {0}").format(self.context.undoing.next_undone()), "", "Ctrl+Z", self.undo)
            )
        if again := self.context.undoing.next_redone():
            found.insert(0, Command(self.tr("Rétablir : {0}").format(again), "", "Ctrl+Y", self.redo))
        for theme in self.context.referential.themes:
            words = self.tr("Aller à {0} {1}").format(theme.code, theme.title)
            ask = partial(self.context.page_asked.emit, "questionnaire", f"{THEME_FIELD}{theme.code}")
            found.append(Command(words, self.tr("Thème"), "", ask))
        return found

    def go_back_from_field(self) -> None:
        """Back to the page from which a link led here."""
        if self._came_from:
            before, self._came_from = self._came_from, ""
            self.show_page(before)

    def undo(self) -> None:
        """Take back the last change of the mission; what is being typed is saved first, and so is the last."""
        self.leave()
        self.context.undoing.undo()

    def redo(self) -> None:
        """Do again the last change taken back."""
        self.leave()
        self.context.undoing.redo()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A field that has nothing of its own to take back leaves Ctrl+Z and Ctrl+Y to the mission."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.redo()
        else:
            super().keyPressEvent(event)

    def _show_undo(self) -> None:
        words = self.context.undoing.next_undone()
        undo = self.shell.header.undo
        undo.setEnabled(bool(words))
        undo.setAccessibleName(self.tr("Annuler : {0} (Ctrl+Z)").format(words) if words else self.tr("Rien à annuler"))
        undo.setToolTip(undo.accessibleName())

    def _show_reverted(self, step: Step) -> None:
        shown = self.page()
        if shown is not None:
            shown.show_reverted(step)

    def _go_back_erased(self) -> None:
        """The mission is gone: back to the list, nothing being left to save."""
        self._erased = True
        self.left.emit()

    def leave(self) -> None:
        """The mission goes to the back or is closed: what is being typed is saved."""
        shown = self.page()
        if shown is not None and not self._erased:
            shown.leave()

    def come_back(self) -> None:
        """The mission comes to the front again."""
        shown = self.page()
        if shown is not None:
            self._show_heading()
            shown.enter()
            shown.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self, key: str) -> MissionPageView:
        page = self._specs[key].make(self.context)
        # A page takes keys, and the focus when nothing in it does; Tab goes through its controls only.
        page.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        page.marked.connect(lambda mark: self._mark(key, mark))
        self._pages[key] = page
        footer = page.footer_widget() or self._plain_footer()
        self.shell.add_page(key, page, page.side_widget(), footer)
        return page

    def _plain_footer(self) -> QWidget:
        keys = Label(
            self.tr("F1 raccourcis · F2 pourquoi · F6 région suivante · Alt+1…9 pages · Échap missions"),
            "caption",
            "text2",
        )
        return row(keys, 0)

    def _mark(self, key: str, mark: object) -> None:
        if not self._specs[key].under:
            self.shell.rail.set_mark(key, mark if isinstance(mark, Mark) else None)

    def _ask_page(self, key: str) -> None:
        if key == "guide":
            self.guide_asked.emit("")
        elif key == "settings":
            self.settings_asked.emit()
        else:
            self.show_page(key)

    def _go_back(self) -> None:
        """Back to the page from which this one is reached, else to the list."""
        shown = self._specs.get(self.shell.current_page())
        if shown is not None and shown.under:
            self.show_page(shown.under)
        else:
            self.left.emit()

    def _step(self, step: int) -> None:
        keys = [key for key, spec in self._specs.items() if not spec.under]
        shown = self._specs.get(self.shell.current_page())
        if shown is not None:
            self.show_page(keys[(keys.index(shown.under or shown.key) + step) % len(keys)])

    def _changed(self, parts: frozenset[Part]) -> None:
        self._show_heading()
        for key, spec in self._specs.items():
            if key not in self._pages:
                self._mark(key, spec.mark(self.context))

    def _show_heading(self) -> None:
        heading = self.context.heading()
        under = " · ".join(filter(None, (heading.reference, heading.trade, heading.town)))
        state, kind = self._state_words(heading)
        header = self.shell.header
        header.set_identity(heading.company, under, state, kind)
        self._kind = heading.kind
        self._show_progress(heading.kind, heading.progress)
        if heading.kind is AssessmentKind.EXIT:
            self._show_index(AssessmentKind.ENTRY, heading.entry)
        words = self.tr("{0} / {1} j").format(days_words(heading.half_days), days_words(heading.bound))
        header.set_days(words, heading.half_days, max(heading.bound, heading.half_days), heading.boundary)

    def _state_words(self, heading: Heading) -> tuple[str, ChipKind]:
        kinds: dict[ShownState, tuple[str, ChipKind]] = {
            ShownState.DRAFT: (self.tr("Brouillon"), "draft"),
            ShownState.REOPENED: (self.tr("Rouverte · version {0}"), "reopened"),
            ShownState.SEALED: (self.tr("Scellée · version {0}"), "sealed"),
            ShownState.AWAY: (self.tr("Transmise"), "away"),
            ShownState.DEPOSITED: (self.tr("Déposée · version {0}"), "deposited"),
        }
        words, kind = kinds[heading.state]
        return words.format(heading.version), kind

    def _progressed(self, kind: AssessmentKind, progress: Progress) -> None:
        if kind is AssessmentKind.EXIT:
            self._kind = kind
        if kind is self._kind:
            self._show_progress(kind, progress)
        else:
            self._show_index(kind, progress)

    def _show_progress(self, kind: AssessmentKind, progress: Progress) -> None:
        leaving = kind is AssessmentKind.EXIT
        words = self.tr("réponses de sortie") if leaving else self.tr("réponses d’entrée")
        self.shell.header.set_answers(progress.answered, progress.total, words)
        self._show_index(kind, progress)

    def _show_index(self, kind: AssessmentKind, progress: Progress) -> None:
        self._indexes[kind] = progress.index
        entry, left = (self._indexes.get(one) for one in (AssessmentKind.ENTRY, AssessmentKind.EXIT))
        header = self.shell.header
        if entry is not None and left is not None:
            header.set_index(f"{entry} → {left}", self.tr("I2DF entrée, sortie"))
        elif left is not None:
            header.set_index(str(left), self.tr("I2DF de sortie"))
        else:
            header.set_index("" if entry is None else str(entry), self.tr("I2DF d’entrée"))

    def _saved(self, at: datetime) -> None:
        self.shell.header.set_saved(self.tr("Enregistré {0}").format(f"{at.astimezone():%H:%M:%S}"))

    def _show_keys(self) -> None:
        from app.ui.views.keys_sheet import KeysSheet

        page = self.page()
        KeysSheet(page.keys() if page else (), self).open()
