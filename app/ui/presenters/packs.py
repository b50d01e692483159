"""Packs of this laptop as the window shows them: the list, what an offered one changes, keep it or not, take one away."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.domain.errors import CodedError, DomainError, InvalidData
from app.domain.packs import PackKind
from app.services.errors import EnvironmentFailure
from app.services.packs import OfferedPack, PackRow, held_packs, keep_pack, look_at_pack, remove_pack
from app.services.workbench import Workbench
from app.ui.jobs import Job, JobRunner
from app.ui.messages import Messages
from app.ui.presenters.pack_report import PackReporter, ReportShown
from app.ui.presenters.pack_rows import PackShown, PackWords

MAX_FILE_BYTES = 2_000_000
"""Size above which a file is not even read; no pack is larger."""


class PacksPresenter(QObject):
    """Behind the page « Référentiels et dispositifs ».

    Signals:
        listed: The list changed; see `rows`.
        offered: A file was read; its `ReportShown`, nothing is kept yet.
        refused: A file or a removal is refused; the sentence, or an empty one once that is over.
        settled: The offered pack was kept or left; nothing is offered any more.
    """

    listed = Signal()
    offered = Signal(object)
    refused = Signal(str)
    settled = Signal()

    def __init__(self, bench: Workbench, messages: Messages, jobs: JobRunner) -> None:
        super().__init__()
        self._bench = bench
        self._messages = messages
        self._jobs = jobs
        self._offered: OfferedPack | None = None
        self._words = PackWords(bench.word, self)
        self._reporter = PackReporter(bench.phrase, bench.word, self)
        self.rows: tuple[PackShown, ...] = ()

    def refresh(self) -> None:
        """Read the list again."""
        try:
            held = held_packs(self._bench.unit_of_work, self._bench.library)
        except EnvironmentFailure as failure:
            self._messages.fail(failure, self.refresh)
            return
        self.rows = tuple(map(self._shown, held))
        self.listed.emit()

    def look(self, path: Path) -> None:
        """Read a file and tell what it would change, in a job."""
        self._settle()
        job = Job(lambda _context: self._look(path), self.tr("Lecture du paquet"))
        job.succeeded.connect(self._show)
        job.failed.connect(self._refuse)
        self._jobs.start(job)

    def accept(self) -> None:
        """Keep the pack offered."""
        if self._offered is None:
            return
        offered = self._offered
        try:
            keep_pack(offered, library=self._bench.library, shelf=self._bench.shelf)
        except (DomainError, InvalidData, EnvironmentFailure) as error:
            self._refuse(error)
            return
        self._messages.tell(self.tr("Paquet « {0} » gardé.").format(offered.pack.header.title))
        self._settle()
        self.refresh()

    def leave(self) -> None:
        """Forget the pack offered: nothing was written."""
        self._settle()

    def remove(self, kind: PackKind, pack_id: str) -> None:
        """Take away a pack of one's own that nothing needs."""
        self.refused.emit("")
        try:
            remove_pack(self._bench.unit_of_work, kind, pack_id, library=self._bench.library, shelf=self._bench.shelf)
        except (DomainError, EnvironmentFailure) as error:
            self._refuse(error)
            return
        self._messages.tell(self.tr("Paquet « {0} » retiré.").format(pack_id))
        self.refresh()

    def _look(self, path: Path) -> OfferedPack:
        try:
            with path.open("rb") as file:
                content = file.read(MAX_FILE_BYTES + 1)
        except OSError as error:
            raise EnvironmentFailure("import.unreadable") from error
        return look_at_pack(path.name, content, library=self._bench.library, read=self._bench.read_pack)

    def _show(self, found: object) -> None:
        if isinstance(found, OfferedPack):
            self._offered = found
            report: ReportShown = self._reporter.report(found)
            self.offered.emit(report)

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, DomainError | InvalidData):
            self.refused.emit(self._messages.sentence(error))
        else:
            self._messages.handle(error)

    def _settle(self) -> None:
        self._offered = None
        self.refused.emit("")
        self.settled.emit()

    def _shown(self, row: PackRow) -> PackShown:
        fault: CodedError | None = row.held.refusal
        return self._words.shown(row, "" if fault is None else self._messages.sentence(fault))
