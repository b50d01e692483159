"""Photos and files of a mission: added in a job that can be cancelled, captioned, linked, removed and put back."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.domain.attachment import MAX_SOURCE_BYTES, Attachment, AttachmentLink, FieldAudience
from app.domain.referential import ThemeCode
from app.services.attachments import (
    Added,
    Source,
    acknowledged_bytes,
    add_attachments,
    purge_acknowledged,
    remove_attachment,
    save_attachment,
)
from app.services.errors import EnvironmentFailure
from app.ui.jobs import Job
from app.ui.presenters import typed
from app.ui.presenters.mission_context import MissionContext, Part

logger = logging.getLogger(__name__)

ABOUT_THE_MISSION = AttachmentLink()
MISSION, SESSION, THEME, ACTION = "mission", "session", "theme", "action"


@dataclass(frozen=True, slots=True)
class AttachmentShown:
    """One attachment as a list shows it: words, and the bytes of its small picture."""

    attachment: Attachment
    title: str
    kind: str
    picture: bytes
    is_here: bool

    @property
    def id(self) -> UUID:
        """The attachment."""
        return self.attachment.id


def from_file(path: Path) -> Source:
    """A file that the user chose or dropped, read when its turn comes and never further than its bound."""

    def read() -> bytes:
        try:
            with path.open("rb") as file:
                return file.read(MAX_SOURCE_BYTES + 1)
        except OSError as error:
            raise EnvironmentFailure("import.unreadable") from error

    return Source(path.name, read)


class AttachmentsPresenter(QObject):
    """Attachments of a mission.

    Signals:
        changed: The list changed; read `shown` again.
        running: Files are being added (True), or no more (False).
        refused: Files that could not be kept, or a change refused; French sentences, one a line, or empty.
        added: The last attachment that was just added; its identifier.
    """

    changed = Signal()
    running = Signal(bool)
    refused = Signal(str)
    added = Signal(object)

    def __init__(self, context: MissionContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._pictures: dict[str, bytes] = {}
        self._job: Job | None = None
        self._caption = ""
        self.shown: tuple[AttachmentShown, ...] = ()

    def reload(self) -> None:
        """Read the mission again."""
        store = self._context.workbench.attachments
        attached = self._context.file.attachments
        try:
            held = store.held() if attached else frozenset[str]()
            for one in attached:
                if one.sha256 not in self._pictures:
                    self._pictures[one.sha256] = store.thumbnail(one.sha256)
        except EnvironmentFailure as failure:
            self._context.messages.fail(failure, self.reload)
            return
        self.shown = tuple(self._shown(one, held) for one in attached)
        self.changed.emit()

    def add(self, sources: Sequence[Source], link: AttachmentLink = ABOUT_THE_MISSION) -> None:
        """Keep what was chosen, dropped or pasted, in a job; what is refused is told and does not stop the others."""
        if self._job is not None or not sources or not self._context.is_writable:
            return
        desk, mission_id = self._context.workbench.attachment_desk, self._context.mission_id
        job = Job(
            lambda context: add_attachments(desk, mission_id, sources, link, context), self.tr("Ajout des pièces")
        )
        job.succeeded.connect(self._kept)
        job.failed.connect(self._context.messages.handle)
        job.finished.connect(self._finish)
        self.refused.emit("")
        # Known before it runs, so that a stop that comes at once finds it.
        self._job = job
        self._context.jobs.start(job)
        self.running.emit(True)

    def content(self, attachment_id: UUID) -> bytes:
        """The bytes of one, or nothing, told, when they are not here."""
        one = self._found(attachment_id)
        try:
            return b"" if one is None else self._context.workbench.attachments.read(one.sha256)
        except EnvironmentFailure as failure:
            self._context.messages.handle(failure)
            return b""

    def add_annotated(self, attachment_id: UUID, data: bytes) -> None:
        """Keep an annotated copy beside its photo, about the same thing, under the same caption."""
        one = self._found(attachment_id)
        if one is not None:
            name = self.tr("annotée {0}.jpg").format(one.name.rpartition(".")[0] or one.name)
            self._caption = one.caption
            self.add([Source(name, lambda: data)], one.link)

    def cancel(self) -> None:
        """Stop after the file under way; what was kept stays."""
        if self._job is not None:
            self._job.cancel()

    def is_running(self) -> bool:
        """Whether files are being added."""
        return self._job is not None

    def set_caption(self, attachment_id: UUID, caption: str) -> None:
        """Keep what is seen, in one line."""
        self._change(attachment_id, lambda one: replace(one, caption=caption))

    def set_audience(self, attachment_id: UUID, audience: str) -> None:
        """Keep who may read it."""
        self._change(attachment_id, lambda one: replace(one, audience=FieldAudience(audience)))

    def set_link(self, attachment_id: UUID, key: str) -> None:
        """Keep what it is about, one of the keys of `links`."""
        self._change(attachment_id, lambda one: replace(one, link=_link_of(key)))

    def remove(self, attachment_id: UUID) -> None:
        """Take one out; a passing message offers to put it back."""
        one = self._found(attachment_id)
        bench, mission_id = self._context.workbench, self._context.mission_id
        if one is None:
            return

        def write() -> bool:
            remove_attachment(bench.unit_of_work, mission_id, attachment_id, clock=bench.clock)
            return True

        if self._context.attempt(write, self.refused.emit):
            self._noted()
            self._context.messages.tell(
                self.tr("« {0} » retirée.").format(one.caption or one.name),
                self.tr("Annuler"),
                lambda: self._put_back(one),
            )

    def freeable(self) -> str:
        """Size of what the Region acknowledged and this laptop could give back to its disk, in words; empty for nothing."""
        bench = self._context.workbench
        try:
            size = acknowledged_bytes(bench.unit_of_work, bench.attachments, self._context.mission_id)
        except EnvironmentFailure:
            return ""
        return typed.size(size) if size else ""

    def purge(self) -> None:
        """Free the room of what the Region acknowledged, in a job; small pictures and captions stay."""
        bench, mission_id = self._context.workbench, self._context.mission_id
        job = Job(
            lambda _context: purge_acknowledged(bench.unit_of_work, bench.attachments, mission_id),
            self.tr("Libération de la place"),
        )
        job.succeeded.connect(self._purged)
        job.failed.connect(self._context.messages.handle)
        self._context.jobs.start(job)

    def _purged(self, freed: int) -> None:
        self._context.messages.tell(
            self.tr("{0} libérés ; la Région garde ces pièces, et leurs vignettes restent ici.").format(
                typed.size(freed)
            )
        )
        self.reload()

    def links(self) -> tuple[tuple[str, str], ...]:
        """What an attachment may be about: key and words; the mission, its sessions, its actions, then the themes."""
        file = self._context.file
        sessions = sorted(file.sessions, key=lambda one: one.day, reverse=True)
        return (
            (MISSION, self.tr("La mission")),
            *((f"{SESSION}:{one.id}", f"{typed.day(one.day)} · {one.topic}") for one in sessions),
            *((f"{ACTION}:{one.id}", self.tr("Action {0} · {1}").format(one.rank, one.title)) for one in file.actions),
            *((f"{THEME}:{one.code}", f"{one.code} · {one.title}") for one in self._context.referential.themes),
        )

    def audiences(self) -> tuple[tuple[str, str], ...]:
        """Who may read an attachment: key and words."""
        return (
            (FieldAudience.COMPANY.value, self.tr("L’entreprise et la Région")),
            (FieldAudience.REGION.value, self.tr("La Région seulement")),
            (FieldAudience.PRIVATE.value, self.tr("Moi seul : ni scellée, ni déposée")),
        )

    def _put_back(self, one: Attachment) -> None:
        if self._save(one):
            self._noted()

    def _change(self, attachment_id: UUID, change: Callable[[Attachment], Attachment]) -> None:
        one = self._found(attachment_id)
        if one is not None and change(one) != one and self._save(change(one)):
            self.refused.emit("")
            self._noted()

    def _save(self, one: Attachment) -> bool:
        bench, mission_id = self._context.workbench, self._context.mission_id
        kept = self._context.attempt(
            lambda: save_attachment(bench.unit_of_work, mission_id, one, clock=bench.clock), self.refused.emit
        )
        return kept is not None

    def _found(self, attachment_id: UUID) -> Attachment | None:
        return next((one.attachment for one in self.shown if one.id == attachment_id), None)

    def _kept(self, result: Added) -> None:
        lines = [f"{name} — {self._context.messages.sentence(why)}" for name, why in result.refused]
        self.refused.emit("\n".join(lines))
        if len(result.kept) == 1:
            self._context.messages.tell(self.tr("1 pièce jointe ajoutée."))
        elif result.kept:
            self._context.messages.tell(self.tr("{0} pièces jointes ajoutées.").format(len(result.kept)))
        self._noted()
        caption, self._caption = self._caption, ""
        if result.kept:
            if caption:
                self.set_caption(result.kept[-1].id, caption)
            self.added.emit(result.kept[-1].id)

    def _finish(self) -> None:
        self._job = None
        self._noted()
        self.running.emit(False)

    def _noted(self) -> None:
        self._context.note(Part.ATTACHMENTS)
        self.reload()

    def _shown(self, one: Attachment, held: frozenset[str]) -> AttachmentShown:
        suffix = one.name.rpartition(".")[2].upper() if "." in one.name else ""
        kind = self.tr("Photo") if one.media_type.is_photo else suffix[:5] or self.tr("Fichier")
        size = typed.size(one.size)
        is_here = one.sha256 in held
        words = f"{kind} · {size}" if is_here else self.tr("{0} · {1} · contenu absent").format(kind, size)
        return AttachmentShown(one, one.caption or one.name, words, self._pictures.get(one.sha256, b""), is_here)


def key_of(link: AttachmentLink) -> str:
    """Key of a link among those of `AttachmentsPresenter.links`."""
    if link.session_id is not None:
        return f"{SESSION}:{link.session_id}"
    if link.action_id is not None:
        return f"{ACTION}:{link.action_id}"
    return MISSION if link.theme is None else f"{THEME}:{link.theme}"


def _link_of(key: str) -> AttachmentLink:
    kind, _, value = key.partition(":")
    if kind == SESSION:
        return AttachmentLink(session_id=UUID(value))
    if kind == ACTION:
        return AttachmentLink(action_id=UUID(value))
    return AttachmentLink(theme=ThemeCode(value)) if kind == THEME else AttachmentLink()
