"""Writes asked by a page: a refusal is told beside its field, a failure stays in the banner until everything is kept."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.domain.errors import DomainError
from app.services.errors import EnvironmentFailure
from app.ui.messages import Messages


class Attempts(QObject):
    """Runs the writes of one page and remembers all those that the environment refused, not only the last.

    Signals:
        refused: The rules refused; key of the field or place, French sentence.
        recovered: Nothing is left to try again.
    """

    refused = Signal(str, str)
    recovered = Signal()

    def __init__(self, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self._waiting: dict[str, Callable[[], None]] = {}
        self._codes: set[str] = set()

    @property
    def waiting(self) -> bool:
        """Whether something that was typed is not kept yet because of the environment."""
        return bool(self._waiting)

    def run(self, where: str, write: Callable[[], None]) -> bool:
        """Run one write.

        Args:
            where: Field or place it belongs to; a newer write at the same place replaces one that failed.
            write: The use case and what follows its success.

        Returns:
            Whether it was done.
        """
        had = self._waiting.pop(where, None) is not None
        done = False
        try:
            write()
            done = True
        except DomainError as error:
            self.refused.emit(where, self._messages.sentence(error))
        except EnvironmentFailure as failure:
            self._waiting[where] = write
            self._codes.add(failure.code)
            self._messages.fail(failure, retry=self.retry)
        if had and not self._waiting:
            self._recover()
        return done

    def retry(self) -> None:
        """Try again, in order, everything that failed."""
        for where, write in list(self._waiting.items()):
            self.run(where, write)
            if where in self._waiting:
                return

    def _recover(self) -> None:
        for code in sorted(self._codes):
            self._messages.clear(code)
        self._codes.clear()
        self.recovered.emit()
