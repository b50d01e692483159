"""Preferences of one person on one laptop, as a JSON file in the profile: nothing of a mission, nothing secret."""

import json
import logging
from dataclasses import asdict
from pathlib import Path
from typing import Any
from uuid import UUID

from app.infra.files import write_whole
from app.services.errors import EnvironmentFailure
from app.services.profile import Preferences, ThemeChoice

PREFERENCES_NAME = "preferences.json"

logger = logging.getLogger(__name__)


class JsonPreferences:
    """Preferences file of a profile (`app.services.profile.PreferencesFile`)."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / PREFERENCES_NAME

    def load(self) -> Preferences:
        """Preferences as kept; the defaults, with a line in the log, when they cannot be read."""
        try:
            return parse_preferences(self._path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return Preferences()
        except (OSError, ValueError, TypeError) as error:
            logger.warning("preferences ignored: %s", type(error).__name__)
            return Preferences()

    def keep(self, preferences: Preferences) -> None:
        """Keep preferences; a failure is logged and changes nothing else."""
        try:
            write_whole(self._path, write_preferences(preferences).encode())
        except EnvironmentFailure as failure:
            logger.warning("preferences not kept: %s", failure.code)


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
    if not all(isinstance(value, str) for name, value in found.items() if name != "version"):
        raise ValueError("kind of a preference")
    return Preferences(**found, theme=theme, mission_id=None if mission is None else UUID(str(mission)))


def write_preferences(preferences: Preferences) -> str:
    """Preferences as JSON."""
    return json.dumps(asdict(preferences), default=str, ensure_ascii=False, indent=1) + "\n"
