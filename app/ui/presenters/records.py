"""A list and the editor of one of its lines, without a Save button: sessions and invoice lines work this way."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.mission import MissionFile
from app.ui.presenters.attempts import Attempts
from app.ui.presenters.mission_context import MissionContext, Part

SAVE_AFTER_MS = 1200
"""Pause after the last key before a line is saved."""


class Record(Protocol):
    """A line of a list."""

    @property
    def id(self) -> UUID:
        """Its identifier."""


R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class RecordField(Generic[R]):
    """One field of a line: its text as it would be typed, and the line once a text is typed (may raise `DomainError`)."""

    show: Callable[[R], str]
    put: Callable[[R, str], R]


@dataclass(frozen=True)
class RecordKind(Generic[R]):
    """What a list holds.

    Attributes:
        place: Place of its refusals; those of one field come at `{place}.{field}`.
        part: Part of the mission that changes.
        fields: Fields by key.
        read: Lines of a mission, in the order of the list.
        blank: A new line, not saved yet.
        complete: Whether a line may be saved.
        save: Use case that keeps a line.
        remove: Use case that forgets one.
    """

    place: str
    part: Part
    fields: Mapping[str, RecordField[R]]
    read: Callable[[MissionFile], tuple[R, ...]]
    blank: Callable[[MissionContext], R]
    complete: Callable[[R], bool]
    save: Callable[[MissionContext, R], R]
    remove: Callable[[MissionContext, UUID], None]


class RecordsPresenter(QObject, Generic[R]):
    """Lines of one kind, and the one being edited.

    Signals:
        changed: The lines changed; read `records` again.
        selected: Another line, or none, is edited; read `text` again.
        pending: What is typed is not saved yet.
        saved: What was typed is saved.
        removed: A line was removed; it, so that it can be put back.
    """

    changed = Signal()
    selected = Signal()
    pending = Signal()
    saved = Signal()
    removed = Signal(object)

    def __init__(self, context: MissionContext, attempts: Attempts, kind: RecordKind[R]) -> None:
        super().__init__(attempts)
        self._context = context
        self._attempts = attempts
        self._kind = kind
        self.records: tuple[R, ...] = kind.read(context.file)
        self.current: R | None = self.records[0] if self.records else None
        self._typed: dict[str, str] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_AFTER_MS)
        self._timer.timeout.connect(self.leave)

    @property
    def place(self) -> str:
        """Place of its refusals."""
        return self._kind.place

    @property
    def is_new(self) -> bool:
        """Whether the line edited was never saved."""
        current = self.current
        return current is not None and all(record.id != current.id for record in self.records)

    def text(self, key: str) -> str:
        """Text of a field of the line edited."""
        if self.current is None:
            return ""
        return self._typed.get(key, self._kind.fields[key].show(self.current))

    def type(self, key: str, text: str) -> None:
        """A field changed under the hand."""
        if self.current is None or text == self.text(key):
            return
        self._typed[key] = text
        self._timer.start()
        self.pending.emit()

    def flush(self) -> bool:
        """Save what is typed; returns whether nothing is left unsaved. A line that was never touched is let go."""
        self._timer.stop()
        if not self._typed:
            return True
        return self._attempts.run(self._kind.place, self._save)

    def leave(self) -> None:
        """After a pause or when a field is left, save a line that can be; one that lacks something waits."""
        if self._built() is not None:
            self.flush()

    def add(self) -> None:
        """Edit a new line."""
        if self.flush():
            self._edit(self._kind.blank(self._context))

    def select(self, record_id: UUID) -> None:
        """Edit a line."""
        if self.current is not None and self.current.id == record_id:
            return
        if self.flush():
            self._edit(next((record for record in self.records if record.id == record_id), None))

    def remove(self) -> None:
        """Forget the line edited; one that was never saved is just let go."""
        current = self.current
        if current is None:
            return
        if self.is_new:
            self._typed.clear()
            self._edit(self.records[0] if self.records else None)
            return
        self._typed.clear()
        if self._attempts.run(f"{self._kind.place}.remove", lambda: self._kind.remove(self._context, current.id)):
            self._noted()
            self._edit(self.records[0] if self.records else None)
            self.removed.emit(current)

    def put_back(self, record: R) -> None:
        """Keep again a line that was removed."""

        def write() -> None:
            self._kind.save(self._context, record)
            self._noted()

        if self._attempts.run(f"{self._kind.place}.put_back", write):
            self.select(record.id)

    def reload(self) -> None:
        """Read the mission again; what is typed stays."""
        self.records = self._kind.read(self._context.file)
        known = {record.id: record for record in self.records}
        if self.current is not None and not self._typed:
            self.current = known.get(self.current.id, self.records[0] if self.records else None)
        self.changed.emit()
        self.selected.emit()

    def _edit(self, record: R | None) -> None:
        self._timer.stop()
        self._typed.clear()
        self.current = record
        self.selected.emit()

    def _built(self) -> R | None:
        """The line as typed, or None when a field cannot be read or something lacks."""
        record = self.current
        if record is None:
            return None
        sound = True
        for key, text in self._typed.items():
            built = record
            put = self._kind.fields[key].put

            def fill(built: R = built, put: Callable[[R, str], R] = put, text: str = text) -> None:
                nonlocal record
                record = put(built, text)

            sound = self._attempts.run(f"{self._kind.place}.{key}", fill) and sound
        return record if sound and record is not None and self._kind.complete(record) else None

    def _save(self) -> None:
        record = self.current
        if record is None:
            return
        typed = dict(self._typed)
        for key, text in typed.items():
            record = self._kind.fields[key].put(record, text)
        self.current = self._kind.save(self._context, record)
        self._typed = {key: text for key, text in self._typed.items() if typed.get(key) != text}
        self._noted()
        self.saved.emit()

    def _noted(self) -> None:
        self._context.note(self._kind.part)
        self.records = self._kind.read(self._context.file)
        self.changed.emit()
