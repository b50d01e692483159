"""Measures each turn of the event loop: how long the window could not answer, and what it was doing then."""

import signal
import time
import traceback
from dataclasses import dataclass, field
from types import FrameType

from PySide6.QtCore import QAbstractEventDispatcher

FRAMES = 8


@dataclass(frozen=True, slots=True)
class Turn:
    """One long turn.

    Attributes:
        cpu_ms: Time of the processor that the main thread took.
        event: What the monkey had just done.
        stack: Where the main thread was, every now and then, innermost last; or empty.
    """

    cpu_ms: float
    event: str
    stack: str


@dataclass
class Watch:
    """Measures the turns of the main thread's event loop while it is on.

    A turn ends where the loop is about to sleep. Its time is that of the processor, for a machine does other things too; what
    the clock says is how late the timer of the monkey was.

    Attributes:
        limit_ms: Turns that take more of the processor are kept.
        cpu_ms: Every turn, in time of the processor.
        late_ms: How late each event of the monkey was, by the clock.
        long: Turns over the limit.
        doing: What the monkey is doing, as shown with a long turn.
    """

    limit_ms: float
    cpu_ms: list[float] = field(default_factory=list)
    late_ms: list[float] = field(default_factory=list)
    long: list[Turn] = field(default_factory=list)
    doing: str = ""
    _since: float = 0.0
    _stack: str = ""

    def begin(self) -> None:
        """Watch the loop of the calling thread."""
        self._dispatcher().aboutToBlock.connect(self._end_turn)
        self._since = time.thread_time()
        signal.signal(signal.SIGALRM, self._note)

    def end(self) -> None:
        """Watch no more."""
        self._dispatcher().aboutToBlock.disconnect(self._end_turn)
        signal.setitimer(signal.ITIMER_REAL, 0)

    def leave_out(self, cpu_s: float) -> None:
        """Take away from the present turn what the monkey itself spent."""
        self._since += cpu_s

    def _dispatcher(self) -> QAbstractEventDispatcher:
        dispatcher = QAbstractEventDispatcher.instance()
        assert dispatcher is not None
        return dispatcher

    def _end_turn(self) -> None:
        cpu = (time.thread_time() - self._since) * 1_000
        signal.setitimer(signal.ITIMER_REAL, self.limit_ms / 2_000, self.limit_ms / 1_000)
        self.cpu_ms.append(cpu)
        if cpu > self.limit_ms:
            self.long.append(Turn(cpu, self.doing, self._stack))
        self._stack = ""
        self._since = time.thread_time()

    def _note(self, _signal: int, frame: FrameType | None) -> None:
        """The turn lasts by the clock: keep where it is, in our own files, in case it is long."""
        ours = [line for line in traceback.format_stack(frame) if "/app/" in line]
        self._stack += "--\n" + "".join(ours[-FRAMES:])
