"""A real regional server in a process of its own, on a free port."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID, uuid4

import httpx
from sqlalchemy import select

from app.sync.contract.protocol import DOCUMENT_TYPE, ENROLMENT_PATH, PROTOCOL_HEADER
from app.sync.contract.receipt import key_id
from server.accounts import NewAccount, Role, create_account
from server.database import Database
from server.devices import make_code
from server.region import Region, open_region
from server.sessions import open_session
from server.settings import Settings, load_settings
from server.tables import version

ROOT = Path(__file__).resolve().parents[2]
_ADDRESS = re.compile(r"http://[\w.\[\]:]+:\d+")


@dataclass
class RegionalServer:
    """One data folder, and the process that serves it; `stop` and `start` again keep the port.

    Attributes:
        data: Folder of the server.
        database_url: Its database, or empty for the embedded one.
        workers: Processes that answer.
        url: Address, once started.
    """

    data: Path
    database_url: str = ""
    workers: int = 1
    url: str = ""
    _process: "subprocess.Popen[str] | None" = field(default=None, repr=False)

    def start(self) -> None:
        """Start the process and wait until it says that it answers."""
        port = self.url.rpartition(":")[2] or "0"
        log = self.log_path.open("a")
        with log:
            command = [*_command("serve"), "--data", str(self.data), "--port", port, "--workers", str(self.workers)]
            self._process = subprocess.Popen(
                command, cwd=ROOT, env=self._environment(), stdout=subprocess.PIPE, stderr=log, text=True
            )
        assert self._process.stdout is not None
        found = _ADDRESS.search(self._process.stdout.readline())
        assert found, self.log_path.read_text()
        self.url = found.group()

    def stop(self, number: signal.Signals = signal.SIGTERM) -> int:
        """Stop the process with a signal; its exit status."""
        process = self._process
        assert process is not None
        process.send_signal(number)
        status = process.wait(timeout=20)
        assert process.stdout is not None
        process.stdout.close()
        self._process = None
        return status

    @property
    def is_running(self) -> bool:
        """Whether the process was started and not stopped."""
        return self._process is not None

    @property
    def log_path(self) -> Path:
        """Its log."""
        return self.data.with_suffix(".log")

    def run(self, *arguments: str, stdin: str = "") -> str:
        """What another command of `jalon-server` prints, over the same data folder."""
        command = [*_command(*arguments), "--data", str(self.data)]
        done = subprocess.run(
            command, cwd=ROOT, env=self._environment(), input=stdin, capture_output=True, text=True, check=True
        )
        return done.stdout.strip()

    def code(self, provider: str = "") -> str:
        """A new enrolment code, made over the same data folder."""
        with self.region() as region:
            return make_code(region, provider)

    @contextmanager
    def region(self) -> Iterator[Region]:
        """Its data folder, opened beside the process."""
        opened = open_region(self.settings)
        try:
            yield opened
        finally:
            opened.database.close()

    @property
    def settings(self) -> Settings:
        """Its settings, as its process reads them."""
        return load_settings(self.data, self._environment())

    @contextmanager
    def database(self) -> Iterator[Database]:
        """Its database, opened beside the process."""
        opened = Database(self.settings.url)
        yield opened
        opened.close()

    def enrol(self, provider: str = "") -> str:
        """The token of a new laptop."""
        answer = self.request("POST", ENROLMENT_PATH, json={"code": self.code(provider), "device_name": "essai"})
        assert answer.status_code == 201, answer.text
        token: str = answer.json()["token"]
        return token

    def session(self, role: Role = Role.ADMINISTRATOR, provider: str = "") -> str:
        """The token of an open session of a new account; pages take it in the cookie `jalon_session`."""
        new = NewAccount(f"{role}-{uuid4().hex[:8]}", "", role, provider)
        with self.region() as region:
            return open_session(region, create_account(region, new).id)

    def versions(self) -> list[tuple[UUID, int, str]]:
        """Versions received: mission, number, hash."""
        with self.region() as region, region.database.reading() as connection:
            rows = connection.execute(select(version.c.mission_id, version.c.number, version.c.sha256))
            return [(row.mission_id, row.number, row.sha256) for row in rows]

    def public_key(self) -> bytes:
        """Its public key, as it publishes it."""
        told = self.request("GET", "/api/v1/key").json()
        key = bytes.fromhex(told["public_key"])
        assert key_id(key) == told["kid"]
        return key

    def request(self, method: str, path: str, **options: object) -> httpx.Response:
        """One request with the protocol's header, unless `headers` says otherwise."""
        headers = {PROTOCOL_HEADER: "1", **dict(options.pop("headers", {}))}  # type: ignore[call-overload]
        with httpx.Client(base_url=self.url, trust_env=False, timeout=20) as client:
            return client.request(method, path, headers=headers, **options)  # type: ignore[arg-type]

    def _environment(self) -> dict[str, str]:
        given = {"JALON_SERVER_DATABASE_URL": self.database_url} if self.database_url else {}
        return {**os.environ, **given}

    def put(self, token: str, path: str, data: bytes, **headers: str) -> httpx.Response:
        """Deposit bytes under a path."""
        given = {"Authorization": f"Bearer {token}", "Content-Type": DOCUMENT_TYPE, **headers}
        return self.request("PUT", path, content=data, headers=given)


def _command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "server", *arguments]
