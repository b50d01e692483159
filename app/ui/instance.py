"""One instance for each profile: the first one listens on a local socket, the second asks it to come to the front."""

import hashlib
import os
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

DELAY_MS = 2_000
"""How long the second instance waits for the first."""

_WORD = b"raise\n"


def socket_name(folder: Path) -> str:
    """Name of the socket of a profile: derived from its folder, the same for every writing of its path."""
    return "jalon-" + hashlib.sha256(os.fsencode(folder.resolve())).hexdigest()[:16]


class InstanceServer(QObject):
    """The ear of the first instance.

    Signals:
        raise_asked: A second instance was started on the same profile.
    """

    raise_asked = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        """Listen; a socket left by a process that was killed is taken over, since the folder's lock is ours."""
        super().__init__(parent)
        name = socket_name(folder)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        QLocalServer.removeServer(name)
        self._server.listen(name)

    def _answer(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            self.raise_asked.emit()


def ask_to_raise(folder: Path) -> bool:
    """Ask the instance that holds a profile to come to the front; False when it does not answer."""
    # A socket needs an event dispatcher, hence an application, though no window.
    application = QCoreApplication.instance() or QCoreApplication([])
    socket = QLocalSocket(application)
    socket.connectToServer(socket_name(folder))
    if not socket.waitForConnected(DELAY_MS):
        return False
    socket.write(_WORD)
    socket.flush()
    socket.disconnectFromServer()
    return True
