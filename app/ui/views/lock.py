"""The lock of the window: what was shown is hidden at once, the key forgotten as soon as no work needs it."""

import logging
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QApplication, QWidget

from app.services.errors import EnvironmentFailure
from app.ui.jobs import Job, JobRunner
from app.ui.messages import Messages
from app.ui.views.desk import Desk
from app.ui.views.entrance import Entrance
from app.ui.views.kit.pages import Pages
from app.ui.views.message_surfaces import BannerArea

logger = logging.getLogger(__name__)


class Lockable(Protocol):
    """The window, as its lock needs it."""

    stack: Pages
    entrance: Entrance
    banners: BannerArea
    desk: Desk
    jobs: JobRunner
    messages: Messages

    def desks(self) -> list[Desk]:
        """What is shown of the open profiles."""

    def close_desks(self) -> None:
        """Close the files and throw away all that was read of them."""


class Lock(QObject):
    """Locks a window and opens it again.

    The key is kept for a moment in two cases, where something would be lost: a job is under way, or a dialog is open with
    what was typed in it. The screen is hidden all the same.
    """

    def __init__(self, window: Lockable, widget: QWidget) -> None:
        """Make the lock of a window, which is also given as the widget that it is."""
        super().__init__(widget)
        self._widget = widget
        self._window = window
        self._front: QWidget | None = None
        self._hidden: list[QWidget] = []
        self._holds_key = False
        self.is_on = False
        window.jobs.ended.connect(self._forget_key)

    def close_up(self) -> None:
        """Lock, if something is open and a passphrase can open it again."""
        window = self._window
        front = window.stack.current()
        if self.is_on or front is None or front is window.entrance:
            return
        if not self._can_open_again():
            words = QCoreApplication.translate(
                "Lock",
                "Pour verrouiller, choisissez d’abord une phrase secrète dans les réglages : elle seule rouvrira.",
            )
            window.messages.tell(words)
            return
        for desk in window.desks():
            desk.leave()
        self.is_on, self._holds_key, self._front = True, True, front
        self._hidden = [
            one
            for one in QApplication.topLevelWidgets()
            if one is not self._widget and one.isVisible() and one.isWindow()
        ]
        for one in self._hidden:
            one.hide()
        window.banners.mute(True)
        window.entrance.ask_again()
        logger.info("locked")
        self._forget_key()

    def open_up(self) -> bool:
        """The passphrase was right. Returns whether everything is shown as it was; else it is to be read again."""
        if not self.is_on:
            return False
        self.is_on = False
        self._window.banners.mute(False)
        logger.info("unlocked")
        if not self._holds_key:
            return False
        self._window.stack.show_only(self._front)
        for one in self._hidden:
            one.show()
        self._hidden = []
        return True

    def _can_open_again(self) -> bool:
        try:
            return self._window.desk.profile.protection.slots().passphrase
        except EnvironmentFailure:
            return False

    def _forget_key(self, _job: Job | None = None) -> None:
        if self.is_on and self._holds_key and not self._hidden and not self._window.jobs.running():
            self._holds_key = False
            self._front = None
            self._window.close_desks()
            logger.info("key forgotten")
