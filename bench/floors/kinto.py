"""Kinto, a server of JSON records, in an environment of its own over a given PostgreSQL base; a floor of `bench.deposit`."""

import subprocess
import sys
import venv
from base64 import b64encode
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import httpx

from bench.floors.load import request

USER = "Basic " + b64encode(b"banc:essai").decode()
_PATH = "/v1/buckets/banc/collections/missions"
_SETTINGS = """\
[server:main]
use = egg:waitress#main
host = 127.0.0.1
port = {port}
threads = 4
[app:main]
use = egg:kinto
kinto.userid_hmac_secret = banc
kinto.storage_backend = kinto.core.storage.postgresql
kinto.storage_url = {url}
kinto.permission_backend = kinto.core.permission.postgresql
kinto.permission_url = {url}
kinto.cache_backend = kinto.core.cache.postgresql
kinto.cache_url = {url}
kinto.bucket_create_principals = system.Authenticated
multiauth.policies = basicauth
[loggers]
keys = root
[handlers]
keys = console
[formatters]
keys = short
[logger_root]
level = ERROR
handlers = console
[handler_console]
class = StreamHandler
args = (sys.stderr,)
formatter = short
[formatter_short]
format = %(message)s
"""


def installed(folder: Path) -> Path:
    """Its environment, made at the first call through the usual package index."""
    program = folder / "bin" / "kinto"
    if not program.exists():
        venv.create(folder, with_pip=True)
        wanted = ["kinto[postgresql]", "setuptools<81"]
        subprocess.run([folder / "bin" / "pip", "install", "-q", *wanted], check=True, stdout=sys.stderr)
    return program


@contextmanager
def running(program: Path, folder: Path, url: str, ports: Sequence[int]) -> Iterator[None]:
    """The server, over an empty base, with a collection to fill: one process a port."""
    for port in ports:
        (folder / f"{port}.ini").write_text(_SETTINGS.format(url=url, port=port), "utf-8")
    subprocess.run([program, "migrate", "--ini", folder / f"{ports[0]}.ini"], check=True, capture_output=True)
    with (folder / "kinto.log").open("wb") as log:
        processes = [
            subprocess.Popen([program, "start", "--ini", folder / f"{port}.ini"], stdout=log, stderr=log)
            for port in ports
        ]
    try:
        for port in ports:
            transport = httpx.HTTPTransport(retries=10)
            with httpx.Client(base_url=f"http://127.0.0.1:{port}", transport=transport, trust_env=False) as client:
                for path in (_PATH.rpartition("/collections")[0], _PATH):
                    client.put(path, headers={"Authorization": USER}).raise_for_status()
        yield
    finally:
        for process in processes:
            process.terminate()
        for process in processes:
            process.wait(timeout=20)


def put(record: str, document: bytes) -> bytes:
    """A request that keeps a document."""
    headers = {"Authorization": USER, "Content-Type": "application/json"}
    return request("PUT", f"{_PATH}/records/{record}", headers, b'{"data":' + document + b"}")
