"""Start of the window: nothing but Qt and the kit before the first paint; one instance for each profile."""

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from app.domain.errors import CodedError
from app.services.errors import EnvironmentFailure
from app.services.languages import Language
from app.services.profile import Profile, ThemeChoice
from app.ui.jobs import JobRunner
from app.ui.language import finish_speaking, language_of, speak, spoken
from app.ui.messages import Messages, bug_hook, qt_log
from app.ui.tokens import Theme
from app.ui.views.main_window import MainWindow
from app.ui.views.style import apply_theme, begin, dress_only

if TYPE_CHECKING:
    from app.packs.texts import Texts


@lru_cache(maxsize=2)
def _texts(language: Language) -> "Texts":
    from app.packs.texts import Texts

    return Texts.load(language=language)


def sentence(error: CodedError) -> str:
    """Sentence of an error in the language of the window; the catalogue is read when the first one is needed."""
    return _texts(spoken()).error(error)


def chosen_theme(choice: ThemeChoice) -> Theme | None:
    """Theme to force, or None when the system decides."""
    return None if choice is ThemeChoice.SYSTEM else Theme(choice.value)


OTHER_SIZE = -1
"""Instead of an exit code: the program is to start again, with another size of text."""


class Application:
    """The program with its window, from its arguments to its end."""

    def __init__(self, profile: Profile, *, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        """Make the Qt application and the window of a profile that this process holds; nothing is shown yet."""
        known = QApplication.instance()
        self.qt = known if isinstance(known, QApplication) else QApplication(sys.argv[:1])
        self.qt.setApplicationName("Jalon")
        self.qt.setApplicationDisplayName("Jalon")
        preferences = profile.preferences.load()
        speak(language_of(preferences.language))
        begin(self.qt)
        self.messages = Messages(sentence, clock)
        self.jobs = JobRunner()
        self.window = MainWindow(profile, self.messages, self.jobs, sentence, clock().astimezone().date())
        dress_only(self.window)
        apply_theme(self.qt, chosen_theme(preferences.theme))
        self.window.settled.connect(finish_speaking)
        self.window.theme_chosen.connect(lambda choice: apply_theme(self.qt, chosen_theme(choice)))

    def show(self) -> None:
        """Show the window; the profile opens after the first paint."""
        sys.excepthook = bug_hook(self.messages)
        qInstallMessageHandler(qt_log)
        self.window.show()


def run(profile: Profile, *, training: bool = False, log: Callable[[], object] = lambda: None) -> int:
    """Open the window of a profile, or bring to the front the one that already holds it.

    The window opens again by itself when another language was chosen: each word is then made in that language.

    Args:
        profile: The profile of the folder asked for.
        training: Show the fictional company as soon as the profile is open.
        log: Starts the log of the program; called once the window is painted.

    Returns:
        Exit code of the process, or `OTHER_SIZE`.
    """
    while _held(profile):
        started = Application(profile)
        started.window.starts_in_training = training
        started.window.frame_painted.connect(log)
        started.window.settled.connect(partial(_listen, started, profile))
        started.show()
        code = started.qt.exec()
        if not started.window.begins_again:
            return code
        if started.window.changes_size:
            return OTHER_SIZE
        training = False
    from app.ui.instance import ask_to_raise

    return 0 if ask_to_raise(profile.folder) else 1


def _held(profile: Profile) -> bool:
    """Whether this process may go on with the profile; a folder that cannot be written is told by the window."""
    try:
        return profile.claim()
    except EnvironmentFailure:
        return True


def _listen(started: Application, profile: Profile) -> None:
    from app.ui.instance import InstanceServer

    server = InstanceServer(profile.folder, started.window)
    server.raise_asked.connect(started.window.raise_up)
