"""The line that says what runs in the background: shown after 600 ms, at least 500 ms, with « Annuler »."""

from PySide6.QtCore import QElapsedTimer, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.jobs import Job
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.progress import ThinBar
from app.ui.views.kit.texts import Label

SHOWN_AFTER_MS = 600
SHOWN_AT_LEAST_MS = 500


class JobStrip(QWidget):
    """The last job that was started, until it is finished.

    Signals:
        shown_changed: It was just shown or hidden.
    """

    shown_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("job_strip")
        self._job: Job | None = None
        self._since = QElapsedTimer()
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.timeout.connect(self._show)
        self._words = Label("", "small", "text", 500)
        self._bar = ThinBar(self.tr("Avancement"), 6)
        self._bar.setFixedWidth(160)
        self._count = Label("", "small", "text2")
        self._cancel = Button(self.tr("Annuler"), "job_strip_cancel", "link")
        self._cancel.clicked.connect(self._stop)
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 4, 8, 4)
        line.setSpacing(12)
        for widget in (self._words, self._bar, self._count):
            line.addWidget(widget)
        line.addStretch(1)
        line.addWidget(self._cancel)
        self.hide()

    def is_shown(self) -> bool:
        """Whether there is something to see."""
        return not self.isHidden()

    def follow(self, job: Job) -> None:
        """Follow a job from now on."""
        self._job = job
        self._words.setText(self.tr("{0}…").format(job.title))
        self._count.setText("")
        self._bar.set_values(0, 1)
        self._cancel.setEnabled(True)
        job.progressed.connect(self._tell)
        job.finished.connect(self._end)
        self._delay.start(SHOWN_AFTER_MS)

    def _tell(self, done: int, total: int) -> None:
        if total:
            self._bar.set_values(done, total)
            self._count.setText(self.tr("{0} sur {1}").format(done, total))

    def _show(self) -> None:
        if self._job is not None:
            self._since.start()
            self.show()
            self.shown_changed.emit()

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._cancel.setEnabled(False)
            self._words.setText(self.tr("{0} : arrêt demandé…").format(self._job.title))

    @Slot()
    def _end(self) -> None:
        if self.sender() is not self._job:
            return
        self._job = None
        self._delay.stop()
        if not self.is_shown():
            return
        QTimer.singleShot(max(0, SHOWN_AT_LEAST_MS - self._since.elapsed()), self._leave)

    def _leave(self) -> None:
        if self._job is None and self.is_shown():
            self.hide()
            self.shown_changed.emit()
