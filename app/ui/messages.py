"""What the program tells the user: one bridge between whoever has something to say and the surfaces that show it.

Three families, each with its surface. A refusal of the rules (`DomainError`) belongs beside the field that caused it:
the page shows it there (`sentence(error)`); given to `handle`, it becomes a passing sentence. A failure of the
environment (`EnvironmentFailure`) is a banner that stays until it is mended or put away, with « Réessayer ». Anything
else is a fault of ours: a dialog with a reference and a report without personal data.
"""

import logging
import platform
import traceback
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from types import TracebackType

from PySide6.QtCore import QObject, QtMsgType, Signal, qVersion

from app.domain.errors import CodedError, DomainError, InvalidData
from app.services.errors import EnvironmentFailure

logger = logging.getLogger(__name__)

KEPT = 200
"""Messages that the history keeps."""

FRAMES = 30
"""Innermost frames of a report."""


class MessageKind(StrEnum):
    """What a message is, and so which surface shows it."""

    TOLD = "told"
    FAILURE = "failure"
    BUG = "bug"


@dataclass(frozen=True, slots=True, eq=False)
class Message:
    """Something said to the user.

    Attributes:
        kind: Which surface shows it.
        sentence: French, ready to show.
        at: Instant, UTC.
        code: Stable code of a failure, or empty.
        action: Verb of the action offered (« Annuler », « Réessayer »), or empty.
        act: What the action does, or None.
        reference: Short reference of a fault, or empty.
        report: Text that « Copier le rapport » copies, or empty.
    """

    kind: MessageKind
    sentence: str
    at: datetime
    code: str = ""
    action: str = ""
    act: Callable[[], None] | None = field(default=None, repr=False)
    reference: str = ""
    report: str = field(default="", repr=False)


class Messages(QObject):
    """Keeps what is said, also before any window exists, and tells the surfaces.

    Signals:
        said: A new message to show.
        cleared: The failure of this code is over; its banner goes away.
    """

    said = Signal(object)
    cleared = Signal(str)

    def __init__(self, sentence: Callable[[CodedError], str], clock: Callable[[], datetime]) -> None:
        """Make the bridge.

        Args:
            sentence: French sentence of a coded error.
            clock: Present instant, UTC.
        """
        super().__init__()
        self._sentence = sentence
        self._clock = clock
        self._history: list[Message] = []
        self._unshown: list[Message] | None = []

    def sentence(self, error: CodedError) -> str:
        """French sentence of a coded error, for the line under a field."""
        return self._sentence(error)

    def tell(self, sentence: str, action: str = "", act: Callable[[], None] | None = None) -> None:
        """Say that something was done, in passing; with an action (« Annuler ») when it can be undone."""
        self._say(Message(MessageKind.TOLD, sentence, self._clock(), action=action, act=act))

    def fail(
        self, failure: EnvironmentFailure | InvalidData, retry: Callable[[], None] | None = None, verb: str = ""
    ) -> None:
        """Show a failure of the environment (or a foreign file that is damaged) until `clear`.

        Args:
            failure: What happened.
            retry: What « Réessayer » does; the action is only offered when it is given.
            verb: Another verb for that action, or empty.
        """
        logger.warning("environment failure %s", failure.code)
        words = self._sentence(failure)
        action = (verb or self.tr("Réessayer")) if retry else ""
        self._say(Message(MessageKind.FAILURE, words, self._clock(), failure.code, action, retry))

    def clear(self, code: str) -> None:
        """Say that the failure of this code is over."""
        self.cleared.emit(code)

    def handle(self, error: BaseException, retry: Callable[[], None] | None = None) -> None:
        """Show any error on its surface; connect it to `Job.failed`."""
        if isinstance(error, EnvironmentFailure):
            self.fail(error, retry)
        elif isinstance(error, DomainError):
            self.tell(self._sentence(error))
        else:
            self.bug(error)

    def bug(self, error: BaseException) -> None:
        """Show a fault of ours, with its reference and its report."""
        reference = uuid.uuid4().hex[:8].upper()
        logger.error("fault %s: %s", reference, type(error).__name__, exc_info=error)
        if isinstance(error, InvalidData):
            sentence = self._sentence(error)
        else:
            sentence = self.tr("Jalon a rencontré une erreur inattendue. Vos réponses enregistrées sont intactes.")
        report = report_of(error, reference)
        self._say(Message(MessageKind.BUG, sentence, self._clock(), reference=reference, report=report))

    def history(self) -> tuple[Message, ...]:
        """What was said, oldest first."""
        return tuple(self._history)

    def attach(self) -> tuple[Message, ...]:
        """The window can now show `said`: gives what was said before, once."""
        waiting, self._unshown = self._unshown or [], None
        return tuple(waiting)

    def detach(self) -> None:
        """The window goes away: keep what is said until the next one."""
        self._unshown = []

    def _say(self, message: Message) -> None:
        self._history = [*self._history[1 - KEPT :], message]
        if self._unshown is not None:
            self._unshown.append(message)
        self.said.emit(message)


def report_of(error: BaseException, reference: str) -> str:
    """What the user may send us about a fault: versions, types and places in the program; no value, no name, no path."""
    lines = [
        f"Jalon, rapport {reference}",
        f"Python {platform.python_version()}, Qt {qVersion()}, {platform.system()} {platform.machine()}",
    ]
    current: BaseException | None = error
    while current is not None:
        code = f" {current.code}" if isinstance(current, CodedError) else ""
        lines.append(f"{type(current).__name__}{code}")
        lines += [
            f"  {_module_of(frame.filename)}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(current.__traceback__)[-FRAMES:]
        ]
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)
    return "\n".join(lines)


def _module_of(filename: str) -> str:
    """End of a source path, without the folders of the machine."""
    return "/".join(filename.replace("\\", "/").split("/")[-2:])


def bug_hook(
    messages: Messages,
) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    """What `sys.excepthook` calls for an exception that nobody caught (Qt slots end there too)."""

    def hook(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        if isinstance(error, CodedError):
            messages.handle(error)
        elif isinstance(error, Exception):
            messages.bug(error)

    return hook


def qt_log(kind: QtMsgType, _context: object, text: str) -> None:
    """Sends what Qt says to the program's log."""
    levels = {
        QtMsgType.QtDebugMsg: logging.DEBUG,
        QtMsgType.QtInfoMsg: logging.INFO,
        QtMsgType.QtWarningMsg: logging.WARNING,
    }
    logging.getLogger("qt").log(levels.get(kind, logging.ERROR), "%s", text)
