"""From the start of the program to an open profile: key ring first, else a passphrase, or the creation of a new one."""

import logging
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.domain.errors import CodedError, DomainError
from app.services.backups import Backup
from app.services.company_lock import leave_company_mode
from app.services.errors import EnvironmentFailure
from app.services.jobs import JobContext
from app.services.profile import Profile
from app.services.rescue import Salvaged
from app.services.rows import MissionPage, MissionQuery
from app.ui.jobs import Job, JobRunner

logger = logging.getLogger(__name__)


class EntrancePresenter(QObject):
    """Opens one profile; whatever may wait for the system or compute a key runs in a job.

    Signals:
        welcome_wanted: The profile is new; the name of the key ring, or empty.
        secret_wanted: The key ring cannot open it; a sentence that says why.
        company_locked: It is open, and the company mode was never left: its code or a secret is wanted first.
        refused: A passphrase or a code was refused; the sentence.
        code_made: The profile was created; its recovery code, to be shown once, then `go_on` is called.
        troubled: The profile cannot be opened; the error (`EnvironmentFailure`, or a fault of ours).
        opened: It is open; its first `MissionPage`.
        found: A folder holds backups; the most recent `Backup`.
        not_found: It holds none; the sentence.
        salvaged: What was read of a damaged file, a `Salvaged`; `adopt` puts it in place.
    """

    welcome_wanted = Signal(str)
    secret_wanted = Signal(str)
    company_locked = Signal()
    refused = Signal(str)
    code_made = Signal(str)
    troubled = Signal(object)
    opened = Signal(object)
    found = Signal(object)
    not_found = Signal(str)
    salvaged = Signal(object)

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

    def leave_company(self, typed: str) -> None:
        """Try the code of the company mode, a passphrase or a recovery code, on a profile that `company_locked` told of."""
        self._start(lambda _context: self._leave_company(typed), self.opened.emit)

    def find(self, folder: Path) -> None:
        """Look for backups in a folder or on a key drive."""
        job = Job(lambda _context: self._profile.rescue.find(folder), self.tr("Recherche des sauvegardes"))
        job.succeeded.connect(lambda found: self.found.emit(found[0]))
        job.failed.connect(self._not_found)
        self._jobs.start(job)

    def restore(self, backup: Backup, secret: str) -> None:
        """Make this new profile out of a backup, opened by its passphrase or its recovery code."""
        self._start(lambda context: self._restore(backup, secret, context), self.opened.emit, self.tr("Restauration"))

    def salvage(self) -> None:
        """Read what can be of the damaged file; nothing is replaced."""
        self._start(self._profile.rescue.salvage, self.salvaged.emit, self.tr("Lecture du fichier abîmé"))

    def adopt(self, salvaged: Salvaged) -> None:
        """Go on with what was read."""
        job = Job(lambda _context: self._profile.rescue.adopt(salvaged), self.tr("Ouverture du profil"))
        job.succeeded.connect(lambda _none: self.begin())
        job.failed.connect(self._fail)
        self._jobs.start(job)

    def _restore(self, backup: Backup, secret: str, context: JobContext) -> MissionPage:
        self._profile.rescue.restore(backup, secret, context)
        self._profile.company_lock.lift()
        return self._first_page()

    def _not_found(self, error: Exception) -> None:
        if isinstance(error, CodedError):
            self.not_found.emit(self._sentence(error))
        else:
            self._fail(error)

    def _start(self, work: Callable[[JobContext], object], then: Callable[[object], None], title: str = "") -> None:
        job = Job(work, title or self.tr("Ouverture du profil"))
        job.succeeded.connect(then)
        job.failed.connect(self._fail)
        self._jobs.start(job)

    def _open_by_keyring(self, _context: JobContext) -> MissionPage | bool | None:
        """The first page, None when the company mode hides it, or whether the key ring was meant to open."""
        if self._profile.open_by_keyring():
            return None if self._profile.company_lock.is_closed() else self._first_page()
        return self._profile.protection.slots().keyring

    def _open_by_secret(self, secret: str) -> MissionPage:
        self._profile.open_by_secret(secret)
        self._profile.company_lock.lift()
        return self._first_page()

    def _leave_company(self, typed: str) -> MissionPage:
        leave_company_mode(self._profile, typed)
        return self._first_page()

    def _first_page(self) -> MissionPage:
        return self._profile.read_missions(MissionQuery())

    def _keyring_tried(self, page: object) -> None:
        if isinstance(page, MissionPage):
            self.opened.emit(page)
        elif page is None:
            self.company_locked.emit()
        elif page:
            self.secret_wanted.emit(self.tr("Le trousseau de cette session n’a pas la clé de ce profil."))
        else:
            self.secret_wanted.emit(self.tr("Ce profil n’est pas dans un trousseau : sa phrase secrète l’ouvre."))

    def _fail(self, error: Exception) -> None:
        code = error.code if isinstance(error, CodedError) else type(error).__name__
        logger.warning("profile not opened: %s", code)
        if isinstance(error, DomainError) or (
            isinstance(error, EnvironmentFailure) and error.code == "safeguard.damaged"
        ):
            self.refused.emit(self._sentence(error))
        elif isinstance(error, EnvironmentFailure) and error.code.startswith("keyring."):
            self.secret_wanted.emit(self._sentence(error))
        else:
            self.troubled.emit(error)
