"""Chains the events of deposits in the background of a process that serves."""

import logging
import threading

from sqlalchemy.exc import SQLAlchemyError

from server.journal import catch_up
from server.region import Region

logger = logging.getLogger(__name__)

EVERY_SECONDS = 2.0
"""Longest time that a deposit waits for its event while the server runs."""


class JournalKeeper:
    """A thread that catches the journal up from time to time; every process of a server may have one.

    Args:
        region: The server.
        every: Seconds between two looks.
    """

    def __init__(self, region: Region, every: float = EVERY_SECONDS) -> None:
        self._region = region
        self._every = every
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="journal", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """End, what was deposited until now being noted if the database allows."""
        self._stopped.set()
        self._thread.join()
        self._look()

    def _run(self) -> None:
        while not self._stopped.wait(self._every):
            self._look()

    def _look(self) -> None:
        try:
            catch_up(self._region)
        except SQLAlchemyError as error:
            # Nothing is lost: what waits is in the database, and the next look finds it.
            logger.warning("journal waits", extra={"error": type(error).__name__})
