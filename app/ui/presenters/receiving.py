"""What the Region sends, as the window shows it: asked for by the user, taken whole, each order opened once."""

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.domain.errors import DomainError, InvalidData
from app.services.errors import EnvironmentFailure
from app.services.profile import PreferencesFile
from app.services.receiving import OrderRow, Received, open_ordered, order_rows, receive, receive_now
from app.services.workbench import Workbench
from app.ui.jobs import Job, JobRunner
from app.ui.messages import Messages
from app.ui.presenters import typed

MAX_FILE_BYTES = 8 * 1024 * 1024
"""Size above which a file is not even read; no publication is larger."""


@dataclass(frozen=True, slots=True)
class OrderShown:
    """One mission order in words; `reference` is that of the mission that it opened, or empty."""

    id: UUID
    company: str
    decided: str
    region_file: str
    scheme: str
    note: str
    reference: str


class ReceivingPresenter(QObject):
    """Behind « Reçu de la Région ».

    Signals:
        listed: The orders changed; see `rows` and `standing`.
        changed: Packs may have come.
        refused: Something is refused; the sentence, or an empty one once that is over.
        busy: Whether the Region is being asked.
    """

    listed = Signal()
    changed = Signal()
    refused = Signal(str)
    busy = Signal(bool)

    def __init__(self, bench: Workbench, messages: Messages, jobs: JobRunner, preferences: PreferencesFile) -> None:
        super().__init__()
        self._kept = preferences
        self._bench = bench
        self._messages = messages
        self._jobs = jobs
        self.rows: tuple[OrderShown, ...] = ()
        self.standing = ""

    def is_member(self) -> bool:
        """Whether this laptop is enrolled with a server: without one there is no key to verify anything with."""
        return self._bench.outbox.membership() is not None

    def refresh(self) -> None:
        """Read the orders again."""
        desk = self._bench.receiving_desk
        try:
            rows = order_rows(desk)
            last = desk.publications.last()
        except EnvironmentFailure as failure:
            self._messages.fail(failure, self.refresh)
            return
        self.rows = tuple(map(_shown, rows))
        if not self.is_member():
            self.standing = self.tr(
                "Inscrivez d’abord cet ordinateur, page Réglages : c’est la clé de la Région qui vérifie ses envois."
            )
        elif last is None:
            self.standing = self.tr("Rien n’a encore été reçu de la Région.")
        else:
            words = self.tr("Dernier envoi reçu : celui du {0}.")
            self.standing = words.format(typed.day(last.issued_at.date()))
        self.listed.emit()

    def ask(self) -> None:
        """Ask the server for what it publishes, in a job."""
        desk = self._bench.receiving_desk
        self._start(Job(lambda _context: receive_now(desk), self.tr("Réception des envois de la Région")))

    def take(self, path: Path) -> None:
        """Take a publication from a file, in a job."""
        self._start(Job(lambda _context: self._taken(path), self.tr("Lecture de l’envoi")))

    def open_order(self, mission_id: UUID) -> None:
        """Open the mission of an order."""
        self.refused.emit("")
        try:
            kept = self._kept.load()
            mission = open_ordered(
                self._bench.receiving_desk,
                mission_id,
                new_id=self._bench.new_id,
                provider=kept.provider_name,
                consultant=kept.lead_consultant,
            )
        except (DomainError, InvalidData, EnvironmentFailure) as error:
            self._refuse(error)
            return
        self._messages.tell(
            self.tr("Mission {0} ouverte : elle est dans la liste des missions.").format(mission.reference)
        )
        self.refresh()

    def _start(self, job: Job) -> None:
        self.refused.emit("")
        self.busy.emit(True)
        job.succeeded.connect(self._received)
        job.failed.connect(self._refuse)
        job.finished.connect(lambda: self.busy.emit(False))
        self._jobs.start(job)

    def _taken(self, path: Path) -> Received:
        try:
            with path.open("rb") as file:
                content = file.read(MAX_FILE_BYTES + 1)
        except OSError as error:
            raise EnvironmentFailure("import.unreadable") from error
        desk = self._bench.receiving_desk
        return receive(desk, desk.publications.read(content))

    def _received(self, found: object) -> None:
        if not isinstance(found, Received):
            self._messages.tell(self.tr("Rien de nouveau : ce poste a déjà le dernier envoi de la Région."))
            return
        packs = self.tr("%n paquet(s) nouveau(x)", "", len(found.packs))
        orders = self.tr("%n ordre(s) de mission", "", len(found.orders))
        self._messages.tell(self.tr("Envoi de la Région reçu : {0}, {1}.").format(packs, orders))
        self.changed.emit()
        self.refresh()

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, DomainError | InvalidData):
            self.refused.emit(self._messages.sentence(error))
        else:
            self._messages.handle(error)


def _shown(row: OrderRow) -> OrderShown:
    order = row.order
    decided = typed.day(order.decision_day)
    return OrderShown(
        order.mission_id, order.company_name, decided, order.region_file, order.scheme, order.note, row.reference
    )
