"""Jobs: one ending each, told on the main thread, references kept, stopping at safe points only."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.services.errors import EnvironmentFailure
from app.services.jobs import JobContext
from app.ui.jobs import Job, JobRunner


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[JobRunner]:
    made = JobRunner()
    yield made
    assert made.close() == ()


def test_a_job_tells_its_progress_then_its_result_on_the_main_thread(qtbot: QtBot, runner: JobRunner) -> None:
    heard: list[tuple[str, object, bool]] = []
    main = threading.get_ident()

    def work(context: JobContext) -> str:
        assert threading.get_ident() != main
        context.progress(1, 2)
        return "done"

    job = Job(work)
    job.progressed.connect(lambda done, total: heard.append(("progressed", (done, total), _here(main))))
    job.succeeded.connect(lambda result: heard.append(("succeeded", result, _here(main))))
    with qtbot.waitSignal(job.finished):
        runner.start(job)
    assert heard == [("progressed", (1, 2), True), ("succeeded", "done", True)]
    assert runner.running() == ()


def _here(main: int) -> bool:
    return threading.get_ident() == main


def test_a_failure_arrives_as_its_exception(qtbot: QtBot, runner: JobRunner) -> None:
    def work(context: JobContext) -> None:
        raise EnvironmentFailure("server.unreachable", url="x")

    job = Job(work)
    heard: list[object] = []
    job.succeeded.connect(heard.append)
    with qtbot.waitSignals([job.failed, job.finished]) as blocker:
        job.failed.connect(lambda error: heard.append(error.code))
        runner.start(job)
    assert blocker.signal_triggered
    assert heard == ["server.unreachable"]


def test_a_cancelled_job_stops_at_its_next_safe_point_and_keeps_what_was_done(qtbot: QtBot, runner: JobRunner) -> None:
    reached = threading.Event()
    done: list[int] = []

    def work(context: JobContext) -> None:
        for rank in range(1000):
            done.append(rank)
            reached.set()
            context.wait(30)

    job = Job(work)
    with qtbot.waitSignals([job.cancelled, job.finished]):
        runner.start(job)
        assert reached.wait(5)
        job.cancel()
    assert done == [0]


def test_the_runner_keeps_a_job_that_nobody_else_keeps(qtbot: QtBot, runner: JobRunner) -> None:
    heard: list[object] = []
    release = threading.Event()
    with qtbot.waitSignal(runner.ended):
        runner.start(Job(lambda _context: release.wait(5))).succeeded.connect(heard.append)
        release.set()
    assert heard == [True]


def test_closing_says_which_job_would_not_stop(qtbot: QtBot) -> None:
    runner = JobRunner()
    reached, release = threading.Event(), threading.Event()

    def work(_context: JobContext) -> None:
        reached.set()
        release.wait(10)

    job = runner.start(Job(work, "Dépôt"))
    assert reached.wait(5)
    assert runner.close(50) == (job,)
    assert job.is_cancelling
    with qtbot.waitSignal(job.finished):
        release.set()


def test_a_finished_job_and_what_it_made_are_let_go(qtbot: QtBot, runner: JobRunner) -> None:
    class Made:
        """What a job makes may weigh tens of megabytes."""

    def work_on(made: Made) -> Job:
        return Job(lambda _context: made)

    made = Made()
    kept = weakref.ref(made)
    job = work_on(made)
    del made
    with qtbot.waitSignal(job.finished):
        runner.start(job)
    del job

    def is_let_go() -> bool:
        gc.collect()
        return kept() is None

    qtbot.waitUntil(is_let_go)
