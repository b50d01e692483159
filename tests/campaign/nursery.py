"""Program under test: a process that has imported everything, and forks one answering child a request.

Each request is a JSON line on standard input; the child's process id is printed. The child writes one line in the named
pipe of the request after each save, that is, when the window would show it.
"""

import ctypes
import json
import os
import signal
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any
from uuid import uuid4

from sqlalchemy import Engine

from app.domain.attachment import AttachmentLink
from app.infra.photos import prepare
from app.models.engine import make_engine
from app.models.storage import DATABASE_NAME, open_storage
from app.models.unit_of_work import SqlUnitOfWork
from app.services.attachments import AttachmentDesk, Source, add_attachments
from app.services.errors import EnvironmentFailure
from app.services.jobs import Unattended
from app.services.ports import UnitOfWorkFactory
from app.services.questionnaire import answer_theme
from tests.campaign.deeds import DEEDS
from tests.campaign.script import KEY, KIND, LONGEST, MISSION, content, instant, shipped_referential, steps

REFERENTIAL = shipped_referential()


@dataclass(frozen=True, slots=True)
class Request:
    """What a child has to do.

    Attributes:
        folder: Profile, its path without links.
        pipe: Named pipe that receives what is shown.
        seed: Of the answers.
        shadow: Folder of what a power cut leaves, or empty for none.
        early_names: Whether names become durable at once in it.
        disk_bytes: Bytes left on the disk, or −1 for a disk never full.
        synchronous: Level of SQLite; anything else than `FULL` is only there to show that the campaign would see it.
        work: `answer`, `attach` to add photos and files, or one of `DEEDS`.
        key: Data key of the profile of a deed, in hexadecimal.
    """

    folder: str
    pipe: str
    seed: int
    shadow: str = ""
    early_names: bool = False
    disk_bytes: int = -1
    synchronous: str = "FULL"
    work: str = "answer"
    key: str = ""


def weak_storage(request: Request) -> Engine:
    """An engine that the program never makes, with another level of durability."""
    return make_engine(Path(request.folder) / DATABASE_NAME, KEY, synchronous=request.synchronous)


def unit_of_work(request: Request) -> UnitOfWorkFactory:
    """Transactions over the profile, opened as the program opens it."""
    if request.synchronous == "FULL":
        return open_storage(Path(request.folder), KEY).unit_of_work
    engine = weak_storage(request)
    return lambda: SqlUnitOfWork(engine)


def answers(request: Request) -> Iterator[str]:
    """Answers, each once it is saved."""
    factory = unit_of_work(request)
    for count, step in enumerate(islice(steps(request.seed, REFERENTIAL), LONGEST), start=1):
        clock = partial(instant, count)
        answer_theme(factory, MISSION, KIND, step.theme, step.level, referential=REFERENTIAL, clock=clock)
        yield step.shown


def attachments(request: Request) -> Iterator[str]:
    """Photos and files, each once it is kept."""
    storage = open_storage(Path(request.folder), KEY)
    for count in range(1, LONGEST):
        clock, source = partial(instant, count), Source(f"{count}", partial(content, request.seed, count))
        desk = AttachmentDesk(storage.unit_of_work, storage.attachments, prepare, clock, uuid4)
        [kept] = add_attachments(desk, MISSION, [source], AttachmentLink(), Unattended()).kept
        yield kept.name


def show(pipe: int, words: str) -> None:
    """Show that something is saved."""
    os.write(pipe, f"{words}\n".encode())


def work_until_the_end(request: Request) -> None:
    """Work, and show each thing once it is saved, until somebody or a full disk ends it."""
    shown = os.open(request.pipe, os.O_WRONLY)
    library: Any = ctypes.CDLL(None)
    if request.shadow:
        library.powercut_start(os.fsencode(request.folder), os.fsencode(request.shadow), int(request.early_names))
    if request.disk_bytes >= 0:
        library.fulldisk_start(os.fsencode(request.folder), ctypes.c_long(request.disk_bytes))
    try:
        if request.work in DEEDS:
            key = bytes.fromhex(request.key)
            DEEDS[request.work][0](Path(request.folder), request.seed, key, lambda words: show(shown, words))
            return
        for saved in attachments(request) if request.work == "attach" else answers(request):
            show(shown, saved)
    except EnvironmentFailure as failure:
        os.write(shown, f"! {failure.code}\n".encode())


def main() -> None:
    """Fork a child for each line of standard input."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    for line in sys.stdin:
        request = Request(**json.loads(line))
        child = os.fork()
        if child == 0:
            try:
                work_until_the_end(request)
            finally:
                os._exit(0)
        sys.stdout.write(f"{child}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
