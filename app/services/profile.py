"""The profile as the window sees it: one person, one folder, before and after it is unlocked; and its preferences."""

from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from app.services.backups import Backups
from app.services.company_lock import CompanyLock
from app.services.languages import Language, LanguageChoice
from app.services.rescue import Rescue
from app.services.rows import MissionPage, MissionQuery

if TYPE_CHECKING:
    from app.services.workbench import Workbench


SMALLEST_TEXT = 100
"""Smallest size of the text, in percent of the design's."""

LARGEST_TEXT = 200
"""Largest size of the text, in percent of the design's."""


class ThemeChoice(StrEnum):
    """Colours of the window."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    ATELIER = "atelier"


@dataclass(frozen=True, slots=True)
class Preferences:
    """Choices of one person on one laptop; nothing of a mission, nothing secret.

    Attributes:
        version: Version of this record.
        theme: Colours of the window.
        usual_theme: Colours to come back to from the mode atelier.
        language: Language of the interface.
        text_percent: Size of the text, in percent, from 100 to 200.
        provider_name: Accredited provider, proposed for a new mission.
        lead_consultant: Consultant, proposed for a new mission.
        scheme_id: Scheme chosen last.
        mission_id: Mission selected last in the list.
        window: Geometry of the window as Qt gives it, base64; empty at first.
        backup_folder: Second folder of the backups, or empty.
        lock_minutes: Minutes without any key or gesture before the window locks itself; 0 for never.
        checked_at: Instant of the last whole check of the files, ISO 8601, or empty.
        views: Saved views of the list, as `app.services.saved_views` writes them.
    """

    version: int = 1
    theme: ThemeChoice = ThemeChoice.SYSTEM
    usual_theme: str = ThemeChoice.SYSTEM.value
    language: LanguageChoice = LanguageChoice.SYSTEM
    text_percent: int = 100
    provider_name: str = ""
    lead_consultant: str = ""
    scheme_id: str = ""
    mission_id: UUID | None = None
    window: str = ""
    backup_folder: str = ""
    lock_minutes: int = 15
    checked_at: str = ""
    views: str = ""


def with_atelier_turned(preferences: Preferences) -> Preferences:
    """The mode atelier put on, or taken off for the colours that were there before."""
    if preferences.theme is not ThemeChoice.ATELIER:
        return replace(preferences, theme=ThemeChoice.ATELIER, usual_theme=preferences.theme.value)
    known = {choice.value for choice in ThemeChoice} - {ThemeChoice.ATELIER.value}
    usual = preferences.usual_theme
    return replace(preferences, theme=ThemeChoice(usual) if usual in known else ThemeChoice.SYSTEM)


@dataclass(frozen=True, slots=True)
class Slots:
    """Which ways open the profile.

    Attributes:
        keyring: The key is in the system's key ring.
        passphrase: A passphrase opens it.
        recovery: A printed recovery code opens it.
    """

    keyring: bool
    passphrase: bool
    recovery: bool


class PreferencesFile(Protocol):
    """Where the preferences of a profile are kept."""

    def load(self) -> Preferences:
        """Preferences as kept; the defaults when there are none or they cannot be read."""

    def keep(self, preferences: Preferences) -> None:
        """Keep preferences; a failure is logged and changes nothing else."""


class Protection(Protocol):
    """What protects the data key of a profile; methods marked « slow » belong in a job."""

    def keyring_name(self) -> str:
        """Name of the system's key ring as users know it, or empty when there is none that is safe."""

    def slots(self) -> Slots:
        """Which ways open the profile."""

    def set_passphrase(self, passphrase: str) -> None:
        """Add or replace the passphrase; slow. Raises `DomainError("passphrase.too_short")`."""

    def new_recovery_code(self) -> str:
        """Replace the recovery code, the former one no longer opens; slow. Returns the code, to be shown once."""

    def keep_in_keyring(self) -> None:
        """Add the key ring's slot. Raises `EnvironmentFailure("keyring.absent")`, `keyring.locked`."""


class Profile(Protocol):
    """One folder. Methods marked « slow » belong in a job; none uses the network.

    Attributes:
        folder: Where everything of this profile is.
        is_training: Whether it is the fictional one, where everything is fictional.
        company_lock: What hides its missions while the company answers alone.
    """

    folder: Path
    is_training: bool
    company_lock: CompanyLock

    @property
    def preferences(self) -> PreferencesFile:
        """Its preferences; readable before it is open."""

    @property
    def protection(self) -> Protection:
        """What protects it."""

    @property
    def backups(self) -> Backups:
        """Its backups."""

    @property
    def rescue(self) -> Rescue:
        """What brings it back from a backup, or from a damaged file."""

    def claim(self) -> bool:
        """Take the folder for this process until `close`; False when another one holds it."""

    def is_new(self) -> bool:
        """Whether it was never created; nothing is read but the presence of files."""

    def create(self, *, keyring: bool, passphrase: str) -> str:
        """Make the data key, its slots and the file, and open them; slow.

        Args:
            keyring: Keep the key in the system's key ring.
            passphrase: Empty for none; needed when `keyring` is false.

        Returns:
            The recovery code, to be shown once.

        Raises:
            DomainError: `passphrase.too_short`.
            EnvironmentFailure: `keyring.absent`, `keyring.locked`, `disk.full`…; nothing is left behind.
        """

    def open_by_keyring(self) -> bool:
        """Open with the key of the system's key ring.

        Returns:
            False when it is not there (never put, other laptop, no key ring): a passphrase is to be asked.

        Raises:
            EnvironmentFailure: `keyring.locked`, `storage.damaged`, `storage.newer`…
        """

    def open_by_secret(self, secret: str) -> None:
        """Open with a passphrase or a recovery code, or make sure that it opens when it is open already; slow.

        Raises:
            DomainError: `unlock.refused`.
            EnvironmentFailure: `storage.damaged`, `storage.newer`, `slots.damaged`…
        """

    def read_missions(self, query: MissionQuery) -> MissionPage:
        """Rows of the list, once open, without SQLAlchemy. Raises `EnvironmentFailure`, such as `storage.damaged`."""

    def workbench(self, language: Language = Language.FRENCH) -> "Workbench":
        """Everything else, once open; imports much the first time.

        Args:
            language: Language of its sentences and words, that of the first call until the profile is closed.
        """

    def training(self) -> "Profile":
        """The fictional profile beside this one, open; this one is open and no other secret is needed."""

    def reset(self) -> None:
        """Throw away the whole content of a fictional profile; it is empty and open afterwards.

        Raises:
            DomainError: `training.only` on another profile.
        """

    def lock(self) -> None:
        """Close the files and forget the data key; the folder stays held by this process."""

    def close(self) -> None:
        """Close the files and release the folder."""
