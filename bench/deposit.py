"""Deposits a second, beside a bare upsert and beside Kinto, over one PostgreSQL server with fsync on, in one run.

`python -m bench.deposit [missions] [seconds] [processes]`: four clients that keep their connection, as many processes for each
server, each in turn for three rounds. Every deposit is authenticated, validated, computed again, stored and signed. Then fifty
deposits a second of 200 KB each, held, and every one of them read back.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from statistics import median
from uuid import uuid4

import httpx
import psycopg

from app.domain.mission import SealedVersion, Session
from app.sync.contract.protocol import DOCUMENT_TYPE, PROTOCOL_HEADER, version_path
from bench.floors import kinto
from bench.floors.load import Load, request, send_all
from bench.floors.upsert import TABLE
from tests.support.postgres import Cluster, free_port, running_cluster
from tests.support.regional import ROOT, RegionalServer
from tests.support.sealed import a_mission_file, a_version

ROUNDS = 3
HELD_PER_SECOND = 50
HELD_BYTES = 200_000
_USUAL = ("1000", "30", "1")
AIMS = {"bare": 0.4, "kinto": 5.0, "p99_ms": 40.0}
_NOTE = "Relevé des arrêts de la cellule 3, durée et cause de chacun. " * 80


def main() -> int:
    """Run and print; 1 when an aim is missed."""
    missions, seconds, processes = (int(text) for text in [*sys.argv[1:], *_USUAL[len(sys.argv) - 1 :]])
    program = kinto.installed(ROOT / "out" / "kinto")
    os.environ |= {"JALON_SERVER_TOKEN_PER_MINUTE": "1000000", "JALON_SERVER_ADDRESS_PER_MINUTE": "1000000"}
    with ExitStack() as stack, tempfile.TemporaryDirectory() as folder:
        cluster = stack.enter_context(running_cluster(durable=True))
        bare = stack.enter_context(_bare(cluster, processes))
        server = RegionalServer(Path(folder) / "region", cluster.new_database(), processes)
        server.start()
        stack.callback(server.stop)
        ports = [free_port() for _ in range(processes)]
        stack.enter_context(kinto.running(program, Path(folder), cluster.new_database(), ports))
        print(f"{processes} process(es) a server")
        missed = _compare(server, bare, ports, missions)
        missed += _hold(server, seconds)
    for one in missed:
        print(f"aim missed: {one}")
    return 1 if missed else 0


@contextmanager
def _bare(cluster: Cluster, processes: int) -> Iterator[int]:
    """The bare endpoint, on a port of its own."""
    port = free_port()
    command = [sys.executable, "-m", "uvicorn", "bench.floors.upsert:app", "--port", str(port), "--no-access-log"]
    url = cluster.new_database()
    with psycopg.connect(url) as connection:
        connection.execute(TABLE)
    command += ["--log-level", "error", "--workers", str(processes)]
    process = subprocess.Popen(command, cwd=ROOT, env={**os.environ, "UPSERT_DATABASE": url})
    try:
        with httpx.Client(transport=httpx.HTTPTransport(retries=10), trust_env=False) as client:
            client.get(f"http://127.0.0.1:{port}/")
        yield port
    finally:
        process.terminate()
        process.wait(timeout=20)


def _compare(server: RegionalServer, bare: int, others: list[int], missions: int) -> list[str]:
    token, own = server.enrol(), int(server.url.rpartition(":")[2])
    runs: dict[str, list[Load]] = {"jalon": [], "bare": [], "kinto": []}
    for rank in range(ROUNDS + 1):
        sealed = [a_version(a_mission_file()) for _ in range(missions if rank else 50)]
        loads = {
            "bare": send_all(
                [bare], [request("PUT", f"/documents/{one.mission_id}", {}, one.document) for one in sealed]
            ),
            "jalon": send_all([own], _deposits(sealed, token)),
            "kinto": send_all(others, [kinto.put(str(uuid4()), one.document) for one in sealed[: missions // 5]]),
        }
        if rank:  # The first round warms up.
            for name, load in loads.items():
                runs[name].append(load)
    size = len(sealed[0].document)
    print(f"{missions} documents of {size} bytes a round, {ROUNDS} rounds, four clients, fsync on")
    rates = {name: median(load.per_second for load in loads) for name, loads in runs.items()}
    for name, given in runs.items():
        p99 = median(load.p99 for load in given)
        statuses = {status for load in given for status in load.statuses}
        print(f"{name:6} {rates[name]:7.0f} a second   p99 {p99:6.1f} ms   statuses {sorted(statuses)}")
    print(f"jalon / bare {rates['jalon'] / rates['bare']:.2f}   jalon / kinto {rates['jalon'] / rates['kinto']:.1f}")
    missed = [name for name in ("bare", "kinto") if rates["jalon"] < AIMS[name] * rates[name]]
    slow = median(load.p99 for load in runs["jalon"]) >= AIMS["p99_ms"]
    refused = any(set(load.statuses) != {201} for load in runs["jalon"])
    return missed + ["p99"] * slow + ["refusals"] * refused


def _deposits(sealed: Sequence[SealedVersion], token: str) -> list[bytes]:
    headers = {"Authorization": f"Bearer {token}", "Content-Type": DOCUMENT_TYPE, PROTOCOL_HEADER: "1"}
    return [request("PUT", version_path(one.mission_id, 1), headers, one.document) for one in sealed]


def _hold(server: RegionalServer, seconds: int) -> list[str]:
    """Large documents at a steady pace; nothing of what was acknowledged may be missing."""
    sealed = [_large() for _ in range(HELD_PER_SECOND * seconds)]
    load = send_all([int(server.url.rpartition(":")[2])], _deposits(sealed, server.enrol()), HELD_PER_SECOND)
    kept = {(mission_id, sha256) for mission_id, _, sha256 in server.versions()}
    lost = sum((one.mission_id, one.sha256) not in kept for one in sealed)
    size = len(sealed[0].document)
    print(
        f"{HELD_PER_SECOND} a second of {size} bytes for {seconds} s: {load.per_second:.1f} a second, "
        f"p99 {load.p99:.1f} ms, statuses {load.statuses}, lost {lost}"
    )
    behind = load.per_second < HELD_PER_SECOND * 0.97
    return ["held pace"] * behind + ["lost"] * bool(lost or set(load.statuses) != {201})


def _large() -> SealedVersion:
    file = a_mission_file()
    count = HELD_BYTES // len(_NOTE.encode())
    sessions = tuple(Session(uuid4(), date(2022, 2, 1), "Visite de l’atelier", notes=_NOTE) for _ in range(count))
    return a_version(replace(file, sessions=sessions))


if __name__ == "__main__":
    raise SystemExit(main())
