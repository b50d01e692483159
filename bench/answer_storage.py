"""One committed answer through the use case, beside a bare encrypted update in the same run; then the list of missions.

`python -m bench.answer_storage [answers]` prints medians and 99th percentiles in milliseconds, on a profile of 1 000
missions in a temporary folder. The floor is one UPDATE and its COMMIT, synced, with the driver alone.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from uuid import UUID, uuid4

from app.domain.assessment import Assessment, AssessmentKind
from app.domain.company import Company, Establishment
from app.domain.mission import Mission
from app.domain.referential import Level, Referential
from app.models.connection import open_connection
from app.models.storage import DATABASE_NAME, Storage, open_storage
from app.packs.library import PackLibrary
from app.resources import resource_root
from app.services.questionnaire import answer_theme
from app.services.rows import MissionQuery

BUDGET_MS = 16
MISSIONS = 1_000
_ANSWERS = 2_000
_READS = 200
_KEY = bytes(range(32))
_START = datetime(2022, 1, 10, 8, tzinfo=UTC)


def timed(call: Callable[[int], object], times: int) -> list[float]:
    """How long each call took, in milliseconds, sorted; ten more before are not counted."""
    taken = []
    for rank in range(times + 10):
        start = time.perf_counter()
        call(rank)
        taken.append((time.perf_counter() - start) * 1000)
    return sorted(taken[10:])


def fill(storage: Storage, referential: Referential) -> UUID:
    """Put the missions in; returns one of them."""
    ref = referential.header.ref
    company = Company("Atelier", trade="pièces tournées")
    with storage.unit_of_work() as uow:
        for number in range(MISSIONS):
            mission = Mission(
                id=uuid4(),
                reference=f"DE-22-{number:04d}-0",
                opened_on=date(2022, 1, 10),
                company=replace(company, name=f"Atelier n° {number}"),
                establishment=Establishment(town="Béziers"),
                scheme=ref,
                referential=ref,
            )
            uow.missions.add(mission, _START + timedelta(minutes=number))
            uow.assessments.save(mission.id, Assessment(uuid4(), AssessmentKind.ENTRY, ref, date(2022, 1, 10)))
        uow.commit()
    return mission.id


def told(name: str, taken: list[float], remark: str = "") -> None:
    """Print one line of results."""
    print(f"  {name:22} median {taken[len(taken) // 2]:6.2f}   p99 {taken[len(taken) * 99 // 100]:6.2f}{remark}")


def main(answers: int) -> None:
    """Measure and print."""
    referential = PackLibrary(resource_root()).referential()
    with tempfile.TemporaryDirectory() as folder, closing(open_storage(Path(folder), _KEY)) as storage:
        mission_id = fill(storage, referential)
        levels = list(Level)

        def answer(rank: int) -> None:
            answer_theme(
                storage.unit_of_work,
                mission_id,
                AssessmentKind.ENTRY,
                referential.themes[rank % len(referential.themes)].code,
                levels[rank % len(levels)],
                referential=referential,
                clock=partial(datetime.now, UTC),
            )

        with closing(open_connection(Path(folder) / DATABASE_NAME, _KEY)) as bare:

            def update(rank: int) -> None:
                bare.execute("UPDATE answer SET evidence = ? WHERE theme = ?", (str(rank), referential.themes[0].code))

            print(f"answer, {answers} times, {MISSIONS} missions, ms")
            told("answer committed", timed(answer, answers), f"  (budget p99 {BUDGET_MS}, to the screen)")
            told("floor: bare update", timed(update, answers))
        told("list, 200 rows", timed(lambda _: storage.read_missions(), _READS))
        told("search, 3 letters", timed(lambda _: storage.read_missions(MissionQuery("ate béz")), _READS))
        told("counts", timed(lambda _: storage.count_missions(), _READS))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else _ANSWERS)
