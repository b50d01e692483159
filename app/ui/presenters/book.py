"""The book that a head sent back: read, shown change by change, and kept as far as the user accepts."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from app.domain.errors import DomainError
from app.services.book import MAX_BOOK_BYTES, BookChange, keep_book_changes, read_book
from app.services.errors import EnvironmentFailure
from app.ui.presenters import typed
from app.ui.presenters.mission_context import MissionContext, Part


class BookPresenter(QObject):
    """Changes proposed by a book, for one mission."""

    def __init__(self, context: MissionContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context

    def read(self, path: Path) -> tuple[BookChange, ...]:
        """What a file would change; empty, and told why, when it is refused or cannot be read."""
        return self._context.attempt(lambda: self._read(path)) or ()

    def keep(self, accepted: Sequence[BookChange]) -> bool:
        """Keep the changes accepted, all or nothing; a refusal or a failure is told."""
        context = self._context
        bench = context.workbench
        kept = context.attempt(
            lambda: keep_book_changes(bench.unit_of_work, context.mission_id, accepted, clock=bench.clock)
        )
        if kept is None:
            return False
        context.note(Part.ACTIONS, Part.IDENTITY)
        words = self.tr("Une action reprise du carnet.") if kept == 1 else self.tr("{0} actions reprises du carnet.")
        context.messages.tell(words.format(kept))
        return True

    def title(self, change: BookChange) -> str:
        """The action."""
        return f"{change.action.rank}. {change.action.title}"

    def sentence(self, change: BookChange) -> str:
        """What the head says of it, and what differs."""
        word = self._context.workbench.word
        before, after = (word("action_state", state) for state in (change.action.state, change.state))
        same = change.state is change.action.state
        told = [self.tr("reste {0}").format(after) if same else self.tr("{0} → {1}").format(before, after)]
        if change.day is not None:
            told.append(self.tr("le {0}").format(typed.day(change.day)))
        if change.note:
            told.append(self.tr("« {0} »").format(change.note))
        if change.moved_here:
            told.append(self.tr("son état a changé ici depuis le carnet"))
        return " · ".join(told)

    def _read(self, path: Path) -> tuple[BookChange, ...]:
        if not self._context.is_writable:
            raise DomainError("mission.sealed", mission=self._context.mission_id)
        try:
            with path.open("rb") as file:
                data = file.read(MAX_BOOK_BYTES + 1)
        except OSError as error:
            raise EnvironmentFailure("import.unreadable") from error
        return read_book(data, self._context.file)
