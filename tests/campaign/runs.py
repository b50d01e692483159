"""One run of the campaign: start the program, end it at a random instant, open what is left, look for what was shown."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import timedelta
from pathlib import Path
from random import Random
from threading import Timer

from app.infra.photos import prepare
from app.models.storage import DATABASE_NAME, Storage, open_storage
from app.services.attachments import sweep_attachments
from app.services.errors import EnvironmentFailure
from tests.campaign.deeds import DEEDS, key_of, make_templates
from tests.campaign.image import after_power_cut
from tests.campaign.nursery import Request
from tests.campaign.script import KEY, KIND, MISSION, START, content, levels_after, make_profile, shipped_referential
from tests.campaign.shims import compile_shim

ROOT = Path(__file__).resolve().parents[2]
LONGEST_RUN_S = 0.5
"""A run ends at most this long after its first answer; a checkpoint of the log comes every 60 answers or so."""

DONE_ONCE = {"migration": 0.1, "restore": 0.06}
"""Longest run, in seconds from its start, of what is done once: so that it mostly ends in the middle."""

_REFERENTIAL = shipped_referential()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one run found.

    Attributes:
        shown: Answers shown as saved before the end.
        kept: Answers found afterwards, or −1 when what is left is no state that the program went through.
        sound: Whether the file opens and all its checks pass.
        told: Code of the failure that the program showed last, or empty.
        log_pages: Pages in the write-ahead log that was left.
    """

    shown: int
    kept: int
    sound: bool
    told: str = ""
    log_pages: int = 0

    @property
    def nothing_lost(self) -> bool:
        """Whether every answer shown is there; the one under way may be too."""
        return self.sound and self.shown <= self.kept <= self.shown + 1


class Nursery:
    """The program under test, ready to fork; its profile and folders are below `folder`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()
        self._template = self.folder / "template"
        self._template.mkdir()
        make_profile(self._template).close()
        self._deeds = make_templates(self.folder / "deeds")
        self._keys = {name: key_of(name) for name in DEEDS}
        shims = [str(compile_shim(name, self.folder)) for name in ("powercut", "fulldisk")]
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.campaign.nursery"],
            cwd=ROOT,
            env={**os.environ, "LD_PRELOAD": " ".join(shims)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def close(self) -> None:
        """Let the process end."""
        self._process.communicate()

    def killed(self, seed: int, *, work: str = "answer") -> Verdict:
        """Kill the program at the instant that a seed gives, and open its folder."""
        with self._place(seed) as place:
            request = replace(self._request(place, seed), work=work)
            shown, told = self._end(request, Random(seed))  # noqa: S311 repeatable on purpose
            return _verdict(Path(request.folder), seed, shown, told, work)

    def power_cut(self, seed: int, *, synchronous: str = "FULL", work: str = "answer") -> Verdict:
        """Cut the power at the instant that a seed gives, and open what the disk holds."""
        with self._place(seed) as place:
            random = Random(seed)  # noqa: S311 repeatable on purpose
            (place / "shadow").mkdir()
            request = replace(
                self._request(place, seed),
                shadow=str(place / "shadow"),
                early_names=random.random() < 0.5,
                synchronous=synchronous,
                work=work,
            )
            torn = Path(request.folder) if random.random() < 0.5 else None
            shown, told = self._end(request, random)
            after_power_cut(place / "shadow", place / "left", torn=torn, random=random)
            return _verdict(place / "left", seed, shown, told, work)

    def disk_full(self, seed: int) -> Verdict:
        """Let the disk fill up at the moment that a seed gives; the program ends by itself."""
        with self._place(seed) as place:
            room = Random(seed).choice([100, 10_000, 40_000, 100_000, 300_000, 600_000])  # noqa: S311 repeatable on purpose
            request = replace(self._request(place, seed), disk_bytes=room)
            shown, told = self._end(request, None)
            return _verdict(Path(request.folder), seed, shown, told)

    def deed(self, name: str, seed: int) -> Verdict:
        """Kill the program, or cut the power for every other seed, while it does something else than answering."""
        with self._place(seed) as place:
            random = Random(seed)  # noqa: S311 repeatable on purpose
            folder = Path(shutil.copytree(self._deeds[name], place, dirs_exist_ok=True)) / "profile"
            os.mkfifo(place / "shown")
            request = Request(str(folder), str(place / "shown"), seed, work=name, key=self._keys[name].hex())
            if seed % 2:
                (place / "shadow").mkdir()
                request = replace(request, shadow=str(place / "shadow"), early_names=random.random() < 0.5)
            torn = folder if random.random() < 0.5 else None
            shown, told = self._end(request, random, longest=DONE_ONCE.get(name, 0))
            if (place / "shadow" / "names").exists():
                # Without it, the power was cut before the program touched anything.
                after_power_cut(place / "shadow", place / "left", torn=torn, random=random)
                folder = place / "left"
            return self._found(name, folder, seed, shown, told)

    def _found(self, name: str, folder: Path, seed: int, shown: int, told: str) -> Verdict:
        try:
            kept = DEEDS[name][1](folder, seed, self._keys[name], shown)
        except EnvironmentFailure as failure:
            return Verdict(shown, -1, sound=False, told=told or failure.code)
        return Verdict(shown, kept, kept >= 0, told)

    @contextmanager
    def _place(self, seed: int) -> Iterator[Path]:
        place = self.folder / f"run-{seed}"
        place.mkdir()
        try:
            yield place
        finally:
            shutil.rmtree(place)

    def _request(self, place: Path, seed: int) -> Request:
        profile = place / "profile"
        shutil.copytree(self._template, profile)
        os.mkfifo(place / "shown")
        return Request(str(profile), str(place / "shown"), seed)

    def _end(self, request: Request, random: Random | None, *, longest: float = 0) -> tuple[int, str]:
        """Start a child, kill it after a random time, and count what it showed."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(asdict(request)) + "\n")
        self._process.stdin.flush()
        child = int(self._process.stdout.readline())
        with Path(request.pipe).open(encoding="ascii") as pipe:
            lines: list[str] = []
            if not longest and random is not None and random.random() < 0.9:
                lines.append(pipe.readline())
            timer = Timer(
                random.uniform(0, longest or LONGEST_RUN_S) if random else 60, os.kill, (child, signal.SIGKILL)
            )
            timer.start()
            lines += pipe.readlines()
            timer.cancel()
        whole = [line.strip() for line in lines if line.endswith("\n")]
        told = whole.pop().removeprefix("! ") if whole and whole[-1].startswith("!") else ""
        return len(whole), told


def _verdict(folder: Path, seed: int, shown: int, told: str, work: str = "answer") -> Verdict:
    log = folder / f"{DATABASE_NAME}-wal"
    pages = log.stat().st_size // 4096 if log.exists() else 0
    try:
        storage = open_storage(folder, KEY)
    except EnvironmentFailure:
        return Verdict(shown, -1, sound=False, told=told, log_pages=pages)
    if work == "attach":
        return _attached(storage, seed, Verdict(shown, -1, sound=False, told=told, log_pages=pages))
    try:
        sound = storage.integrity_ok()
        with storage.unit_of_work() as uow:
            levels = dict(uow.assessments.levels(MISSION, KIND))
        (row,) = storage.read_missions()
    finally:
        storage.close()
    # The row of the list is written in the same transaction: its instant says how many answers the file holds.
    kept = (row.modified_at - START) // timedelta(seconds=1)
    same = levels == levels_after(kept, seed, _REFERENTIAL) and row.entry_answered == len(levels)
    return Verdict(shown, kept if same else -1, sound, told, pages)


def _attached(storage: Storage, seed: int, verdict: Verdict) -> Verdict:
    """Whether every row cites bytes that are there and right, in the order in which they were shown."""
    try:
        sound = storage.integrity_ok()
        with storage.unit_of_work() as uow:
            rows = uow.attachments.of(MISSION)
        in_order = [one.name for one in rows] == [str(count + 1) for count in range(len(rows))]
        right = in_order and all(
            storage.attachments.read(one.sha256) == prepare(content(seed, count)).data
            for count, one in enumerate(rows, start=1)
        )
        swept = sweep_attachments(storage.unit_of_work, storage.attachments)
    except EnvironmentFailure:
        return verdict
    finally:
        storage.close()
    # At most the bytes under way have no row yet; the sweep took them and nothing else.
    return replace(verdict, sound=sound and swept <= 2**21, kept=len(rows) if right else -1)
