"""A private PostgreSQL server in a temporary folder, for the tests and benches: one a session, one base a test."""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread
from typing import IO
from uuid import uuid4

import psycopg
import pytest
from psycopg import sql

ACCOUNTS = ("postgres", "nobody")
"""System accounts that may run the server when the tests run as root: PostgreSQL refuses root."""

_ROLE = "jalon"
_READY = b"ready to accept connections"


@dataclass
class Cluster:
    """A running server that listens on the loopback only.

    Attributes:
        folder: Its folder.
        port: Its port, kept over `stop` and `start`.
        durable: Whether a commit waits for the disk, as in real life.
        environment: Variables of its process, beside those of the tests.
    """

    folder: Path
    port: int
    durable: bool
    environment: Mapping[str, str] = field(default_factory=dict)
    _process: "subprocess.Popen[bytes] | None" = field(default=None, repr=False)
    _reader: Thread | None = field(default=None, repr=False)

    def start(self) -> None:
        """Start the server and wait until it answers."""
        options = {"listen_addresses": "127.0.0.1", "unix_socket_directories": "", "max_connections": "200"}
        if not self.durable:
            options |= {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
        command = [_binary("postgres"), "-D", str(self.folder / "data"), "-p", str(self.port)]
        command += [part for name, value in options.items() for part in ("-c", f"{name}={value}")]
        environment = {**os.environ, **self.environment}
        process = subprocess.Popen([*_as_account(), *command], cwd="/", env=environment, stderr=subprocess.PIPE)
        assert process.stderr is not None
        said = []
        for line in process.stderr:
            said.append(line)
            if _READY in line:
                break
        assert any(_READY in line for line in said), b"".join(said).decode()
        self._process = process
        self._reader = Thread(target=self._keep_log, args=(process.stderr,), daemon=True)
        self._reader.start()

    def stop(self, number: signal.Signals = signal.SIGINT) -> None:
        """Stop it: at once by default (clients are cut), as by a power cut with SIGQUIT."""
        process, self._process = self._process, None
        if process is not None:
            process.send_signal(number)
            process.wait(timeout=30)
            assert self._reader is not None
            self._reader.join()

    def _keep_log(self, said: IO[bytes]) -> None:
        """Read whatever the server says, so that it never waits for a reader."""
        with said, (self.folder / "log").open("ab") as log:
            shutil.copyfileobj(said, log)

    def new_database(self) -> str:
        """Address of a new empty base, as SQLAlchemy names it."""
        name = f"jalon_{uuid4().hex}"
        with self._administrator() as connection:
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        return f"postgresql://{_ROLE}@127.0.0.1:{self.port}/{name}"

    def drop_database(self, url: str) -> None:
        """Remove a base, its clients cut."""
        name = sql.Identifier(url.rpartition("/")[2])
        with self._administrator() as connection:
            connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(name))

    def _administrator(self) -> "psycopg.Connection[tuple[object, ...]]":
        address = f"host=127.0.0.1 port={self.port} user={_ROLE} dbname=postgres connect_timeout=5"
        return psycopg.connect(address, autocommit=True)


@contextmanager
def running_cluster(*, durable: bool = False) -> Iterator[Cluster]:
    """A server made for the occasion, stopped and removed at the end."""
    folder = Path(tempfile.mkdtemp(prefix="jalon-pg-", dir=_shared_folder()))
    try:
        _give(folder)
        data = [_binary("initdb"), "-D", str(folder / "data"), "-U", _ROLE, "-A", "trust", "-E", "UTF8", "--locale=C"]
        subprocess.run([*_as_account(), *data, "--no-sync"], cwd="/", check=True, capture_output=True)
        cluster = Cluster(folder, free_port(), durable)
        cluster.start()
        try:
            yield cluster
        finally:
            cluster.stop()
    finally:
        shutil.rmtree(folder)


def _shared_folder() -> str | None:
    """As root, a place that the account that runs the server can enter."""
    return "/tmp" if os.geteuid() == 0 else None  # noqa: S108 mkdtemp makes a private folder in it


def _give(folder: Path) -> None:
    if os.geteuid() == 0:
        account = _account()
        os.chown(folder, account.pw_uid, account.pw_gid)


def _account() -> pwd.struct_passwd:
    known = {one.pw_name: one for one in pwd.getpwall()}
    return next(known[name] for name in ACCOUNTS if name in known)


def _as_account() -> list[str]:
    """What goes before a command so that it does not run as root; the server dies with the tests that started it."""
    if os.geteuid() != 0:
        return []
    account = _account()
    who = [f"--reuid={account.pw_uid}", f"--regid={account.pw_gid}", "--clear-groups", "--pdeathsig=QUIT"]
    return ["setpriv", *who, "--"]


def _binary(name: str) -> str:
    """A program of PostgreSQL; Debian keeps them out of the path."""
    found = shutil.which(name)
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: float(path.parent.name))
    if found is None and not folders:
        pytest.fail("PostgreSQL is missing: install the package `postgresql` (installers/debian-packages.txt).")
    return found or str(folders[-1] / name)


def free_port() -> int:
    """A port of the loopback that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
    return port
