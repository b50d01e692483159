"""Preferences of one person on one laptop, as a JSON file in the profile; names of people go into the encrypted file."""

import json
import logging
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any, Protocol
from uuid import UUID

from app.infra.files import write_whole
from app.services.errors import EnvironmentFailure
from app.services.languages import LanguageChoice
from app.services.profile import LARGEST_TEXT, SMALLEST_TEXT, Preferences, ThemeChoice

PREFERENCES_NAME = "preferences.json"

NAMES = ("provider_name", "lead_consultant", "views")
"""Preferences that name somebody or that hold words searched: never readable beside the encrypted file."""

_KEPT_UNDER = "preferences"

logger = logging.getLogger(__name__)


class Secrets(Protocol):
    """Where the names are kept, inside the encrypted file."""

    def secret(self, name: str) -> bytes | None:
        """What is kept under a name, or None."""

    def keep_secret(self, name: str, value: bytes) -> None:
        """Keep a value under a name."""


class JsonPreferences:
    """Preferences file of a profile (`app.services.profile.PreferencesFile`); it tells names once the profile is open."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / PREFERENCES_NAME
        self._secrets: Secrets | None = None
        self._names: dict[str, str] = {}

    def unlocked(self, secrets: Secrets | None) -> None:
        """The profile is open, or locked again (None): names are read, and taken out of a file of a former version."""
        self._secrets = secrets
        self._names = {}
        if secrets is None:
            return
        kept = self.load()
        found = secrets.secret(_KEPT_UNDER)
        self._names = {name: getattr(kept, name) for name in NAMES} | json.loads(found or b"{}")
        if any(getattr(kept, name) for name in NAMES):
            self.keep(self._named(kept))

    def load(self) -> Preferences:
        """Preferences as kept; the defaults, with a line in the log, when they cannot be read."""
        try:
            return self._named(parse_preferences(self._path.read_text(encoding="utf-8")))
        except FileNotFoundError:
            return self._named(Preferences())
        except (OSError, ValueError, TypeError) as error:
            logger.warning("preferences ignored: %s", type(error).__name__)
            return self._named(Preferences())

    def keep(self, preferences: Preferences) -> None:
        """Keep preferences; a failure is logged and changes nothing else. Names are kept once the profile is open."""
        names = {name: getattr(preferences, name) for name in NAMES}
        try:
            if self._secrets is not None:
                self._secrets.keep_secret(_KEPT_UNDER, json.dumps(names).encode())
                self._names = names
            nameless = replace(preferences, provider_name="", lead_consultant="", views="")
            write_whole(self._path, write_preferences(nameless).encode())
        except EnvironmentFailure as failure:
            logger.warning("preferences not kept: %s", failure.code)

    def _named(self, preferences: Preferences) -> Preferences:
        if not self._names:
            return preferences
        return replace(
            preferences,
            provider_name=self._names["provider_name"],
            lead_consultant=self._names["lead_consultant"],
            views=self._names.get("views", ""),
        )


def parse_preferences(text: str) -> Preferences:
    """Preferences from their JSON.

    Raises:
        ValueError: Not JSON, another version, or a value that is not of its kind.
        TypeError: A key that this version does not know.
    """
    found: Any = json.loads(text)
    if not isinstance(found, dict) or found.get("version") != Preferences().version:
        raise ValueError("version of the preferences")
    mission = found.pop("mission_id", None)
    theme = ThemeChoice(found.pop("theme", ThemeChoice.SYSTEM))
    language = LanguageChoice(found.pop("language", LanguageChoice.SYSTEM))
    minutes = found.pop("lock_minutes", Preferences().lock_minutes)
    percent = found.pop("text_percent", Preferences().text_percent)
    if not all(isinstance(value, str) for name, value in found.items() if name != "version"):
        raise ValueError("kind of a preference")
    if type(minutes) is not int or minutes < 0:
        raise ValueError("minutes of a preference")
    if type(percent) is not int or not SMALLEST_TEXT <= percent <= LARGEST_TEXT:
        raise ValueError("size of the text")
    return Preferences(
        **found,
        theme=theme,
        language=language,
        mission_id=None if mission is None else UUID(str(mission)),
        lock_minutes=minutes,
        text_percent=percent,
    )


def write_preferences(preferences: Preferences) -> str:
    """Preferences as JSON."""
    return json.dumps(asdict(preferences), default=str, ensure_ascii=False, indent=1) + "\n"
