"""Long work away from the main thread: one mechanism, a thread pool, and every signal back on the main thread.

A job runs a plain function of a `JobContext`:

    job = runner.start(Job(lambda context: outbox.deposit_pending(context)))
    job.succeeded.connect(self._deposited)
    job.failed.connect(messages.handle)

The runner keeps the job until it is finished. Nothing here touches a widget, and the work must not either.
"""

import logging
import threading
from collections.abc import Callable

from PySide6.QtCore import QDeadlineTimer, QMetaObject, QObject, QRunnable, Qt, QThreadPool, Signal, Slot

from app.domain.errors import CodedError
from app.services.jobs import Cancelled, JobContext

logger = logging.getLogger(__name__)

Work = Callable[[JobContext], object]
"""What a job does; its result goes with `succeeded`."""


class Job(QObject):
    """One piece of long work, started once by a `JobRunner`. Every signal comes on the thread that made the job.

    Signals:
        progressed: How far it is: done, total.
        succeeded: It ended; its result.
        failed: It raised; the exception (`EnvironmentFailure`, `DomainError`, or a fault of ours).
        cancelled: It stopped at a safe point because the user asked.
        finished: Always last, after exactly one of the three above.
    """

    progressed = Signal(int, int)
    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    finished = Signal()
    _told = Signal(int, int)
    _ended = Signal(object, object)

    def __init__(self, work: Work, title: str = "") -> None:
        """Prepare a job.

        Args:
            work: The function to run; it raises `Cancelled` at a safe point when the user asked to stop.
            title: What the user reads while it runs, as « Dépôt à la Région ».
        """
        super().__init__()
        self.title = title
        self._work = work
        self._stop = threading.Event()
        # The work speaks from its own thread; a queued connection brings each word to the thread of this object.
        self._told.connect(self.progressed, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self._end, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Ask it to stop at its next safe point."""
        self._stop.set()

    @property
    def is_cancelling(self) -> bool:
        """Whether it was asked to stop."""
        return self._stop.is_set()

    # What follows is the `JobContext` that the work receives.

    def progress(self, done: int, total: int) -> None:
        """Tell how far the work is. Raises `Cancelled` if the user asked to stop."""
        self.check()
        self._told.emit(done, total)

    def check(self) -> None:
        """A safe point. Raises `Cancelled` if the user asked to stop."""
        if self._stop.is_set():
            raise Cancelled

    def wait(self, seconds: float) -> None:
        """Wait, at most this long. Raises `Cancelled` as soon as the user asks to stop."""
        if self._stop.wait(seconds):
            raise Cancelled

    def run(self) -> None:
        """Do the work on the calling thread; only the runner calls it."""
        try:
            self.check()
            result = self._work(self)
        except Exception as error:  # the one place where the failures of background work are caught
            if self._stop.is_set() and not isinstance(error, CodedError):
                error = Cancelled()  # what it stood on may be gone already, as a profile that was closed
            elif not isinstance(error, Cancelled | CodedError):
                logger.exception("background work failed")
            self._ended.emit(None, error)
        else:
            self._ended.emit(result, None)
        finally:
            del self._work  # it holds what it made, and Qt may keep the job that its pool ran

    @Slot(object, object)
    def _end(self, result: object, error: Exception | None) -> None:
        if error is None:
            self.succeeded.emit(result)
        elif isinstance(error, Cancelled):
            self.cancelled.emit()
        else:
            self.failed.emit(error)
        self.finished.emit()


class _Run(QRunnable):
    def __init__(self, job: Job) -> None:
        super().__init__()
        self._job = job

    def run(self) -> None:
        self._job.run()


class JobRunner(QObject):
    """Runs jobs one after the other (one thread: background writes never compete), and keeps them until they finish.

    Signals:
        started: A job was handed over.
        ended: A job is finished.
    """

    started = Signal(object)
    ended = Signal(object)

    def __init__(self, threads: int = 1, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(threads)
        self._jobs: dict[Job, QMetaObject.Connection] = {}

    def start(self, job: Job) -> Job:
        """Hand a job over; it runs as soon as a thread is free. Returns the job."""
        self._jobs[job] = job.finished.connect(lambda: self._forget(job))
        self.started.emit(job)
        self._pool.start(_Run(job))
        return job

    def running(self) -> tuple[Job, ...]:
        """Jobs that are not finished, oldest first."""
        return tuple(self._jobs)

    def close(self, delay_ms: int = 5_000) -> tuple[Job, ...]:
        """Ask every job to stop and wait for the threads.

        Args:
            delay_ms: Longest wait.

        Returns:
            Jobs still running afterwards; empty when all have stopped.
        """
        for job in self._jobs:
            job.cancel()
        return () if self._pool.waitForDone(QDeadlineTimer(delay_ms)) else self.running()

    def _forget(self, job: Job) -> None:
        job.finished.disconnect(self._jobs.pop(job))
        self.ended.emit(job)
