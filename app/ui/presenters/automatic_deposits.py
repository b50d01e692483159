"""What was asked for and could not leave is tried again in the background, further and further apart."""

import random
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from app.ui.presenters.outbox import OutboxPresenter

FIRST_WAIT_S = 30
"""Seconds before the first try that nobody asks for."""

LONGEST_WAIT_S = 900
"""Seconds that no wait passes: weeks off line are normal, and cost a knock at the door every quarter of an hour."""

PASSING = frozenset(
    {
        "server.unreachable",
        "server.timeout",
        "server.cut",
        "server.failing",
        "server.storage",
        "server.fault",
        "request.too_fast",
    }
)
"""Answers that time alone may change."""


class AutomaticDeposits(QObject):
    """Tries again what the user asked to deposit and a passing failure held; never what was not asked for.

    Args:
        outbox: The outbox; its messages stay silent while nothing leaves.
        jitter: Random number from 0 to 1, so that the laptops of a Region do not all come back at once.
    """

    def __init__(self, outbox: OutboxPresenter, jitter: Callable[[], float] = random.random) -> None:
        super().__init__(outbox)
        self._outbox = outbox
        self._jitter = jitter
        self._tries = 0
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self._try)
        outbox.listed.connect(self._look)

    def wait_s(self) -> int:
        """Seconds before the next try: twice the former, half to one and a half times."""
        return round(min(FIRST_WAIT_S << self._tries, LONGEST_WAIT_S) * (0.5 + self._jitter()))

    def _look(self) -> None:
        held = any(one.code in PASSING and one.attempts for one in self._outbox.waiting)
        if not held or self._outbox.membership() is None:
            self._tries = 0
            self.timer.stop()
        elif not self.timer.isActive():
            self.timer.start(self.wait_s() * 1000)

    def _try(self) -> None:
        self._tries = min(self._tries + 1, 10)
        self._outbox.deposit(quietly=True)
