"""Where deposits are tried: PostgreSQL, a server process, a laptop with its real file, and the two bad lines between them."""

import base64
import ctypes
import json
import os
import resource
import signal
from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import Any
from uuid import UUID

import psycopg
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from app.domain.mission import SealedVersion
from app.sync.contract.canonical import canonical_bytes, sha256_of
from tests.campaign.badline import BadLine
from tests.campaign.database_line import DatabaseLine
from tests.campaign.shims import compile_shim
from tests.support.postgres import Cluster, running_cluster
from tests.support.profile import Profile
from tests.support.regional import RegionalServer

SILENCE_SECONDS = 0.6
"""Of the laptop of the campaign: real ones wait longer."""

_UNBOUNDED = {"JALON_SERVER_TOKEN_PER_MINUTE": "1000000", "JALON_SERVER_ADDRESS_PER_MINUTE": "1000000"}


class World:
    """One server and one laptop, shared by all the runs.

    Attributes:
        line: Between the laptop and the server.
        database_line: Between the server and PostgreSQL.
        profile: The laptop.
        missions: Missions sealed so far; each has its own reference.
        disk_was_felt: Whether the last disk that was full refused a write.
    """

    def __init__(self, folder: Path, cluster: Cluster, machinist: Executor) -> None:
        self.folder, self.cluster, self._machinist = folder, cluster, machinist
        self.missions = 0
        self.disk_was_felt = False
        self._fill = cluster.folder / "full"
        self._database = cluster.new_database()
        self.database_line = DatabaseLine(cluster.port)
        url = self._database.replace(f":{cluster.port}/", f":{self.database_line.port}/")
        self.server = RegionalServer(folder / "region", url)
        self.server.start()
        self.line = BadLine(self.server.url)
        self.profile = Profile(folder / "profile", silence=SILENCE_SECONDS)
        self.profile.outbox.enrol(self.line.url, self.server.code(), "portable de campagne")
        self.public_key = self.server.public_key()

    def close(self) -> None:
        """Stop everything that this made."""
        self.profile.close()
        self.line.close()
        if self.server.is_running:
            self.server.stop()
        self.database_line.close()

    def kill_server(self) -> None:
        """Kill its process, and start it again on the same port."""
        self._machinist.submit(self._kill_server).result()

    def restart_database(self, number: signal.Signals) -> None:
        """Stop PostgreSQL, asked (SIGINT) or as a crash does (SIGQUIT), and start it again."""
        self._machinist.submit(self._restart_database, number).result()

    def _kill_server(self) -> None:
        self.server.stop(signal.SIGKILL)
        self.server.start()

    def _restart_database(self, number: signal.Signals) -> None:
        self.cluster.stop(number)
        self.cluster.start()

    @contextmanager
    def full_server(self) -> Iterator[None]:
        """No file of PostgreSQL grows."""
        felt = self._fill.with_name(f"{self._fill.name}.felt")
        felt.unlink(missing_ok=True)
        self._fill.touch(0o644)
        try:
            yield
        finally:
            self._fill.unlink()
            self.disk_was_felt = felt.exists()

    @contextmanager
    def full_laptop(self, room: int) -> Iterator[None]:
        """The files of the laptop grow by so many bytes at most; its log begins empty, as at each start of the program."""
        with closing(self.profile.storage.engine.raw_connection()) as connection:
            connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        library = ctypes.CDLL(None)
        library.fulldisk_refused.restype = ctypes.c_long
        library.fulldisk_start(os.fsencode(self.folder / "profile"), ctypes.c_long(room))
        try:
            yield
        finally:
            self.disk_was_felt = library.fulldisk_refused() > 0
            library.fulldisk_start(b"/", ctypes.c_long(-1))

    def query(self, text: str, *values: object) -> list[tuple[Any, ...]]:
        """Rows of the server's database, asked beside the server."""
        with psycopg.connect(self._database, connect_timeout=5, autocommit=True) as connection:
            return connection.execute(text.encode(), values).fetchall()

    def change(self, text: str) -> None:
        """Spoil the server's database."""
        with psycopg.connect(self._database, connect_timeout=5, autocommit=True) as connection:
            connection.execute(text.encode())

    def faults_logged(self) -> int:
        """Faults that the server did not foresee."""
        return self.server.log_path.read_text("utf-8", "replace").count('"message": "fault"')


def what_is_false(world: World, sealed: SealedVersion, contents: dict[str, bytes], receipt: bytes) -> str:
    """Why a version said to be deposited is not, read from the receipt and the database alone; empty when it truly is."""
    if not _is_signed(receipt, world.public_key):
        return "receipt not signed"
    body = json.loads(receipt)["body"]
    said = (body["mission_id"], body["version"], body["sha256"], body.get("attachments", []))
    if said != (str(sealed.mission_id), sealed.version, sealed.sha256, sorted(contents)):
        return "receipt of something else"
    rows = world.query(
        "SELECT document FROM version WHERE mission_id = %s AND number = %s", sealed.mission_id, sealed.version
    )
    if [bytes(row[0]) for row in rows] != [sealed.document]:
        return "other bytes on the server"
    kept = _kept_contents(world, sealed.mission_id)
    return "" if contents.items() <= kept.items() else "photos or files lack"


def _kept_contents(world: World, mission_id: UUID) -> dict[str, bytes]:
    chunks = world.query(
        "SELECT c.sha256, c.content FROM attachment_chunk c JOIN attachment a USING (mission_id, sha256) "
        "WHERE a.mission_id = %s AND a.whole_at IS NOT NULL ORDER BY c.sha256, c.start",
        mission_id,
    )
    kept: dict[str, bytes] = {}
    for sha256, content in chunks:
        kept[sha256] = kept.get(sha256, b"") + bytes(content)
    return {sha256: content for sha256, content in kept.items() if sha256_of(content) == sha256}


def _is_signed(receipt: bytes, public_key: bytes) -> bool:
    try:
        value = json.loads(receipt)
        signature = base64.b64decode(value["signature"], validate=True)
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, canonical_bytes(value["body"]))
    except (ValueError, KeyError, InvalidSignature):
        return False
    return True


@contextmanager
def a_world(folder: Path) -> Iterator[World]:
    """A world made for the occasion; the process must have been started with the library of full disks."""
    os.environ |= _UNBOUNDED
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with ExitStack() as stack:
        # PostgreSQL dies with the thread that started it: this one lives as long as the world.
        machinist = stack.enter_context(ThreadPoolExecutor(1))
        cluster = stack.enter_context(running_cluster(durable=True))
        library = compile_shim("fulldisk", cluster.folder)
        cluster.stop()
        places = {"FULLDISK_ROOT": str(cluster.folder / "data"), "FULLDISK_SWITCH": str(cluster.folder / "full")}
        cluster.environment = {"LD_PRELOAD": str(library), **places}
        cluster.start()
        world = World(folder, cluster, machinist)
        stack.callback(world.close)
        yield world
