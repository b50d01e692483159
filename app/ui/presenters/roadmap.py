"""The « Feuille de route » page: one paper of the mission, its PDF made in a job when the mission changed, page by page, then saved or printed."""

import logging
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.domain.mission import MissionFile, MissionState, SealedVersion
from app.services.jobs import JobContext
from app.services.mission_papers import MissionPaper
from app.ui.jobs import Job
from app.ui.pdf_pages import PageBitmap, page_count, render_pages
from app.ui.presenters import typed
from app.ui.presenters.mission_context import MissionContext

logger = logging.getLogger(__name__)

FIRST_WIDTH = 900
"""Pixels of the width of a page until the view says what it needs."""


@dataclass(slots=True)
class _Print:
    """One making of the document, filled by its job: read by the window only as far as the job has told."""

    pdf: bytes = b""
    total: int = 0
    pages: list[PageBitmap] = field(default_factory=list)


class RoadmapPresenter(QObject):
    """The document of a mission: a draft's (PROJET), or that of its last sealed version.

    Signals:
        running: A making begins (True) or is over (False).
        paged: Another page can be shown: how many, of how many.
        failed: It could not be made; French sentence.
    """

    running = Signal(bool)
    paged = Signal(int, int)
    failed = Signal(str)

    def __init__(self, context: MissionContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._job: Job | None = None
        self._made = _Print()
        self._making = self._made
        self._shown = 0
        self._stale = True
        self._sealed: SealedVersion | None = None
        self.paper = MissionPaper.ROADMAP
        self._width = FIRST_WIDTH
        context.changed.connect(self._outdate)
        context.progressed.connect(self._outdate)

    @property
    def pdf(self) -> bytes:
        """The document; empty while it is made."""
        return self._made.pdf if self._shown else b""

    @property
    def pages(self) -> tuple[PageBitmap, ...]:
        """Pages that can be shown now."""
        return tuple(self._made.pages[: self._shown])

    def is_running(self) -> bool:
        """Whether the document is being made."""
        return self._job is not None

    def subject(self) -> str:
        """Which document it is, in words."""
        mission = self._context.mission
        if self._sealed is None:
            return self.tr("PROJET : version {0}, pas encore scellée").format(mission.version + 1)
        at = self._sealed.sealed_at.astimezone()
        return self.tr("Version {0}, scellée le {1} à {2}").format(
            self._sealed.version, typed.day(at.date()), f"{at:%H:%M}"
        )

    @property
    def sealed(self) -> SealedVersion | None:
        """The version that is shown, or None for a draft."""
        return self._sealed

    def file_name(self) -> str:
        """Name proposed for the file."""
        version = self.tr("projet") if self._sealed is None else f"v{self._sealed.version}"
        name = {
            MissionPaper.ROADMAP: self.tr("feuille-de-route"),
            MissionPaper.ATTENDANCE: self.tr("feuille-de-presence"),
            MissionPaper.DE_MINIMIS: self.tr("attestation-de-minimis"),
            MissionPaper.APPLICATION: self.tr("dossier-de-demande"),
            MissionPaper.QUESTIONNAIRE: self.tr("questionnaire-vierge"),
        }[self.paper]
        return f"{name}-{self._context.mission.reference}-{version}.pdf"

    def choose(self, paper: MissionPaper) -> None:
        """Show another paper of the mission."""
        if paper is not self.paper:
            self.paper = paper
            self.make()

    def application_text(self) -> str:
        """The summary of the application file, as a text to copy; empty when it cannot be made."""
        context = self._context
        made = context.attempt(lambda: context.workbench.application_text(context.file, self._last_sealed()))
        return made or ""

    def refresh(self) -> None:
        """Make the document again if the mission changed since."""
        if self._stale:
            self.make()

    def make(self) -> None:
        """Make the document, in a job that can be cancelled."""
        self._stale = False
        self._sealed = self._last_sealed()
        self._start(partial(self._print, self.paper, self._context.file, self._sealed))

    def show_at(self, width: int) -> None:
        """Draw the pages again, `width` pixels wide, when they were drawn smaller."""
        if width <= self._width or not self.pdf:
            self._width = max(width, self._width)
            return
        self._width = width
        if self._job is None:
            self._start(partial(self._draw, self._made.pdf))

    def cancel(self) -> None:
        """Stop the making; what was already made stays shown."""
        if self._job is not None:
            self._job.cancel()

    def save_to(self, path: Path) -> bool:
        """Write the document to a file chosen by the user; tells so. A failure shows its banner."""
        pdf = self.pdf

        def write() -> Path:
            self._context.workbench.save_file(path, pdf)
            return path

        if self._context.attempt(write) is None:
            return False
        self._context.messages.tell(self.tr("Document enregistré : {0}").format(path.name))
        return True

    def _last_sealed(self) -> SealedVersion | None:
        if self._context.mission.state is not MissionState.SEALED:
            return None
        with self._context.workbench.unit_of_work() as uow:
            return next(reversed(uow.sealed.of(self._context.mission_id)), None)

    def _start(self, work: partial[None]) -> None:
        self._drop()
        made = self._making = _Print()
        job = Job(lambda context: work(context, made))
        job.progressed.connect(self._page)
        job.failed.connect(self._fail)
        job.cancelled.connect(self._stopped)
        job.finished.connect(self._finish)
        self._job = job
        self._context.jobs.start(job)
        self.running.emit(True)

    def _drop(self) -> None:
        """Let go of a making that is not wanted any more."""
        job, self._job = self._job, None
        if job is not None:
            job.cancel()
            job.progressed.disconnect(self._page)
            job.failed.disconnect(self._fail)
            job.cancelled.disconnect(self._stopped)
            job.finished.disconnect(self._finish)

    def _print(
        self, paper: MissionPaper, file: MissionFile, sealed: SealedVersion | None, context: JobContext, made: _Print
    ) -> None:
        bench = self._context.workbench
        pdf = (
            bench.print_roadmap(file, sealed)
            if paper is MissionPaper.ROADMAP
            else bench.print_paper(paper, file, sealed)
        )
        self._draw(pdf, context, made)

    def _draw(self, pdf: bytes, context: JobContext, made: _Print) -> None:
        context.check()
        made.pdf = pdf
        made.total = page_count(pdf)
        for page in render_pages(pdf, width=self._width):
            made.pages.append(page)
            context.progress(len(made.pages), made.total)

    def _page(self, done: int, total: int) -> None:
        self._made, self._shown = self._making, done
        self.paged.emit(done, total)

    def _fail(self, error: Exception) -> None:
        self._stale = True
        self.failed.emit(self.tr("Le document n’a pas pu être mis en page."))
        self._context.messages.handle(error, self.make)

    def _stopped(self) -> None:
        self._stale = True
        self.failed.emit(self.tr("Mise en page arrêtée."))

    def _finish(self) -> None:
        self._job = None
        logger.info("roadmap drawn, %d of %d pages", self._shown, self._made.total)
        self.running.emit(False)

    def _outdate(self, *_what: object) -> None:
        self._stale = True
