"""From the start of the program to an open profile: key ring first, else a passphrase, or the creation of a new one."""

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.domain.errors import CodedError, DomainError
from app.services.errors import EnvironmentFailure
from app.services.jobs import JobContext
from app.services.profile import Profile
from app.services.rows import MissionPage, MissionQuery
from app.ui.jobs import Job, JobRunner

logger = logging.getLogger(__name__)


class EntrancePresenter(QObject):
    """Opens one profile; whatever may wait for the system or compute a key runs in a job.

    Signals:
        welcome_wanted: The profile is new; the name of the key ring, or empty.
        secret_wanted: The key ring cannot open it; a sentence that says why.
        refused: A passphrase or a code was refused; the sentence.
        code_made: The profile was created; its recovery code, to be shown once, then `go_on` is called.
        troubled: The profile cannot be opened; the error (`EnvironmentFailure`, or a fault of ours).
        opened: It is open; its first `MissionPage`.
    """

    welcome_wanted = Signal(str)
    secret_wanted = Signal(str)
    refused = Signal(str)
    code_made = Signal(str)
    troubled = Signal(object)
    opened = Signal(object)

    def __init__(self, profile: Profile, jobs: JobRunner, sentence: Callable[[CodedError], str]) -> None:
        super().__init__()
        self._profile = profile
        self._jobs = jobs
        self._sentence = sentence

    def begin(self) -> None:
        """Look at the profile, and open it by the key ring if that can be."""
        try:
            self._profile.claim()
        except EnvironmentFailure as failure:
            self.troubled.emit(failure)
            return
        if self._profile.is_new():
            self._start(lambda _context: self._profile.protection.keyring_name(), self.welcome_wanted.emit)
        else:
            self._start(self._open_by_keyring, self._keyring_tried)

    def create(self, *, keyring: bool, passphrase: str) -> None:
        """Create the profile."""
        self._start(lambda _context: self._profile.create(keyring=keyring, passphrase=passphrase), self.code_made.emit)

    def go_on(self) -> None:
        """The recovery code was noted: show the list."""
        self._start(lambda _context: self._first_page(), self.opened.emit)

    def unlock(self, secret: str) -> None:
        """Try a passphrase or a recovery code."""
        self._start(lambda _context: self._open_by_secret(secret), self.opened.emit)

    def _start(self, work: Callable[[JobContext], object], then: Callable[[object], None]) -> None:
        job = Job(work, self.tr("Ouverture du profil"))
        job.succeeded.connect(then)
        job.failed.connect(self._fail)
        self._jobs.start(job)

    def _open_by_keyring(self, _context: JobContext) -> MissionPage | bool:
        """The first page, or whether the key ring was meant to open."""
        if self._profile.open_by_keyring():
            return self._first_page()
        return self._profile.protection.slots().keyring

    def _open_by_secret(self, secret: str) -> MissionPage:
        self._profile.open_by_secret(secret)
        return self._first_page()

    def _first_page(self) -> MissionPage:
        return self._profile.read_missions(MissionQuery())

    def _keyring_tried(self, page: object) -> None:
        if isinstance(page, MissionPage):
            self.opened.emit(page)
        elif page:
            self.secret_wanted.emit(self.tr("Le trousseau de cette session n’a pas la clé de ce profil."))
        else:
            self.secret_wanted.emit(self.tr("Ce profil n’est pas dans un trousseau : sa phrase secrète l’ouvre."))

    def _fail(self, error: Exception) -> None:
        code = error.code if isinstance(error, CodedError) else type(error).__name__
        logger.warning("profile not opened: %s", code)
        if isinstance(error, DomainError):
            self.refused.emit(self._sentence(error))
        elif isinstance(error, EnvironmentFailure) and error.code.startswith("keyring."):
            self.secret_wanted.emit(self._sentence(error))
        else:
            self.troubled.emit(error)
