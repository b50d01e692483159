"""Backups and checks of the files of a profile, made in jobs: by themselves each day and at each closing, or when asked."""

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from app.services.backups import Backup, Content, is_due
from app.services.errors import EnvironmentFailure
from app.services.profile import Profile
from app.ui.jobs import Job, JobRunner
from app.ui.messages import Messages
from app.ui.presenters import typed

logger = logging.getLogger(__name__)

FIRST_LOOK_MS = 4_000
"""Wait after the list is shown: the first moments belong to the user."""

LOOK_EACH_MS = 3_600_000
WHOLE_CHECK_AFTER = timedelta(days=7)
_UNIT = 1024 * 1024


class SafetyPresenter(QObject):
    """What keeps the files of one profile safe.

    Signals:
        changed: The last backup, the second place, or what is under way changed.
        unsound: A check found a damage; the user may want what can be read of the file.
    """

    changed = Signal()
    unsound = Signal()

    def __init__(self, profile: Profile, messages: Messages, jobs: JobRunner, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._profile = profile
        self._messages = messages
        self._jobs = jobs
        self._clock = clock
        self._backing_up: Job | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Look after the files from now on: soon, then each hour."""
        QTimer.singleShot(FIRST_LOOK_MS, self, self._first_look)
        self._timer.start(LOOK_EACH_MS)

    def _first_look(self) -> None:
        self.check()
        self.look()

    def look(self) -> None:
        """Back up if the last backup is too old."""
        last = self._profile.backups.last()
        if is_due(None if last is None else last.made_at, self._clock()):
            self.back_up()

    def is_busy(self) -> bool:
        """Whether a backup is being made."""
        return self._backing_up is not None

    def back_up(self, *, asked: bool = False) -> None:
        """Make a backup, without disturbing the work; said in passing when the user asked for it."""
        if self._backing_up is not None:
            return
        job = Job(self._profile.backups.make, self.tr("Sauvegarde") if asked else "")
        job.succeeded.connect(lambda made: self._made(made, asked))
        job.failed.connect(self._refused)
        job.finished.connect(self._free)
        self._backing_up = self._jobs.start(job)
        self.changed.emit()

    def verify(self) -> None:
        """Open the last backup, read it whole, and say what it holds."""
        last = self._profile.backups.last()
        if last is None:
            self._messages.tell(self.tr("Aucune sauvegarde à vérifier : faites-en une d’abord."))
            return
        job = Job(lambda _context: self._profile.backups.verify(last), self.tr("Vérification de la sauvegarde"))
        job.succeeded.connect(lambda found: self._messages.tell(self._verified(last, found)))
        job.failed.connect(lambda error: self._messages.handle(error, self.verify))
        self._jobs.start(job)

    def check(self) -> None:
        """Check the files in the background: a few moments each time, whole once a week."""
        kept = self._profile.preferences.load().checked_at
        whole = not kept or self._clock() - datetime.fromisoformat(kept) > WHOLE_CHECK_AFTER
        job = Job(lambda context: self._profile.rescue.check(context, whole=whole))
        job.succeeded.connect(lambda sound: self._checked(whole=whole, sound=bool(sound)))
        job.failed.connect(self._messages.handle)
        self._jobs.start(job)

    def choose_place(self, place: Path | None) -> None:
        """Choose the second folder or key drive, and back up there at once."""
        self._profile.backups.choose_place(place)
        self.changed.emit()
        if place is not None:
            self.back_up(asked=True)

    def second_place(self) -> Path | None:
        """The second folder or key drive."""
        return self._profile.backups.second_place()

    def last_words(self) -> str:
        """When the last backup was made, its size and where it is."""
        last = self._profile.backups.last()
        if last is None:
            return self.tr("Pas encore de sauvegarde : la première se fait d’elle-même dans un instant.")
        words = self.tr("Dernière sauvegarde : {0}, {1}\n{2}")
        return words.format(_moment(last), typed.size(last.size), last.folder)

    def _made(self, made: object, asked: bool) -> None:
        for code in ("safeguard.place_absent", "safeguard.disk_full", "safeguard.refused"):
            self._messages.clear(code)
        if asked and isinstance(made, Backup):
            self._messages.tell(self.tr("Sauvegarde faite, {0}.").format(typed.size(made.size)))

    def _refused(self, error: Exception) -> None:
        self._messages.handle(error, lambda: self.back_up(asked=True))

    def _free(self) -> None:
        self._backing_up = None
        self.changed.emit()

    def _verified(self, backup: Backup, found: object) -> str:
        if not isinstance(found, Content):
            return ""
        words = self.tr("Sauvegarde du {0} lue en entier : {1} mission(s), {2} réponses, {3} photo(s) ou fichier(s).")
        said = words.format(_moment(backup), found.missions, found.answers, found.photos)
        if found.absent_photos:
            said += " " + self.tr("{0} n’y sont pas : libérés après leur dépôt.").format(found.absent_photos)
        return said

    def _checked(self, *, whole: bool, sound: bool) -> None:
        logger.info("files checked, %s: %s", "whole" if whole else "quick", "sound" if sound else "damaged")
        if not sound:
            failure = EnvironmentFailure("storage.unsound")
            self._messages.fail(failure, self.unsound.emit, self.tr("Récupérer ce qui se lit"))
        elif whole:
            preferences = self._profile.preferences
            preferences.keep(replace(preferences.load(), checked_at=self._clock().isoformat()))


def _moment(backup: Backup) -> str:
    local = backup.made_at.astimezone()
    return QCoreApplication.translate("typed", "{0} à {1}").format(typed.long_day(local.date()), f"{local:%H:%M}")
