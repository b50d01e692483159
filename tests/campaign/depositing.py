"""Program of the campaign of deposits, started by `depositing()` with the library of full disks: a JSON line a run."""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from types import SimpleNamespace
from unittest.mock import patch

from tests.campaign.deposits import Case, Verdict, cases, run
from tests.campaign.messages import Exchange, Fault, Hit, Place
from tests.campaign.shims import compile_shim
from tests.campaign.world import World, a_world

ROOT = Path(__file__).resolve().parents[2]
BROKEN_RUNS = 4
ALL_TOGETHER = "all runs together"
"""Cell of the last verdict, which no fault befell."""

SOUND, CLIENT_WITHOUT_HASHES, SERVER_WITHOUT_KEYS = "sound", "client without hashes", "server without keys"
"""The programs tried: the real ones, and two that are there to show that the campaign would see it."""


def depositing(seed: int, runs: int) -> Iterator[tuple[str, Verdict]]:
    """Run the campaign in a process of its own; the program tried and the verdict of each run, as they come."""
    shared = Path("/dev/shm")  # noqa: S108 a private folder is made in it
    with tempfile.TemporaryDirectory(dir=shared if shared.is_dir() else None) as folder:
        library = compile_shim("fulldisk", Path(folder))
        command = [sys.executable, "-m", "tests.campaign.depositing", "--seed", str(seed), "--runs", str(runs)]
        environment = {**os.environ, "LD_PRELOAD": str(library), "PYTHONPATH": str(ROOT)}
        process = subprocess.Popen(
            [*command, "--folder", folder], cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
        )
        assert process.stdout is not None
        with process.stdout:
            for line in process.stdout:
                said = json.loads(line)
                yield said.pop("program"), Verdict(**said | {"told": tuple(said["told"])})
        assert process.wait() == 0


def main() -> None:
    """Run, and say each verdict as it comes."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--runs", type=int, required=True)
    parser.add_argument("--folder", type=Path, required=True)
    asked = parser.parse_args()
    place = asked.folder / "world"
    place.mkdir()
    with a_world(place) as world:
        for number, case in enumerate(cases(asked.seed, asked.runs)):
            tell(SOUND, told(world, case, f"{asked.seed} {number}"))
        tell(SOUND, at_the_end(world, asked.runs))
        with client_without_hashes():
            altered = Case("altered receipt", (Hit(Fault.FLIP, Exchange.DOCUMENT, Place.REPLY_BODY),))
            for number in range(BROKEN_RUNS):
                tell(CLIENT_WITHOUT_HASHES, run(world, altered, f"client {asked.seed} {number}"))
        break_server(world)
        twice = Case("document twice at once", (Hit(Fault.TWIN, Exchange.DOCUMENT, Place.BETWEEN),))
        for number in range(BROKEN_RUNS):
            tell(SERVER_WITHOUT_KEYS, run(world, twice, f"server {asked.seed} {number}"))


def told(world: World, case: Case, seed: str) -> Verdict:
    """The verdict of a run; what nothing foresaw is one too, and the campaign goes on."""
    try:
        return run(world, case, seed)
    except Exception as error:  # noqa: BLE001 any of them is a finding
        traceback.print_exc()
        return Verdict(case.cell, True, 1, 1, f"{type(error).__name__}: {error}", ())


def tell(program: str, verdict: Verdict) -> None:
    """A line for the process that reads."""
    sys.stdout.write(json.dumps({"program": program, **asdict(verdict)}) + "\n")
    sys.stdout.flush()


def at_the_end(world: World, runs: int) -> Verdict:
    """All the runs together: as many missions as were sealed, and no fault that the server did not foresee."""
    [(missions,)] = world.query("SELECT count(*) FROM mission")
    wrong = "" if missions == runs else f"{missions} missions for {runs} sealed"
    faults = world.faults_logged()
    return Verdict(ALL_TOGETHER, True, 1, 1, wrong or (f"{faults} faults logged" if faults else ""), ())


@contextmanager
def client_without_hashes() -> Iterator[None]:
    """A laptop that believes whatever answers 200 or 201."""
    believed = SimpleNamespace(fictional=False)
    with (
        patch("app.sync.contract.receipt.signer_of", lambda _: ""),
        patch("app.sync.contract.receipt.check_receipt", lambda *_, **__: believed),
    ):
        yield


def break_server(world: World) -> None:
    """A server whose base lets two missions have one name, and takes its time, as a busy one does."""
    world.change("ALTER TABLE mission DROP CONSTRAINT mission_pkey CASCADE")
    world.change("ALTER TABLE version DROP CONSTRAINT version_pkey CASCADE")
    world.change(
        "CREATE FUNCTION slowly() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN PERFORM pg_sleep(0.2); RETURN NEW; END $$"
    )
    world.change("CREATE TRIGGER slowly BEFORE INSERT ON mission FOR EACH ROW EXECUTE FUNCTION slowly()")


if __name__ == "__main__":
    main()
