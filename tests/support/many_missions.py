"""Many fictional missions in one profile, for the list and the measures: names, states and progress that differ."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from app.domain.assessment import AssessmentKind
from app.domain.company import Company, Establishment
from app.domain.i2df import Progress
from app.domain.mission import Mission, MissionState
from app.services.packs import DEFAULT_REFERENTIAL
from app.services.workbench import Workbench

BEGUN = datetime(2022, 1, 3, 8, tzinfo=UTC)
TRADES = ("Fonderie d’aluminium", "Tôlerie fine", "Tissage technique", "Pièces composites", "Verre technique")
TOWNS = ("Auch", "Castres", "Mazamet", "Revel", "Nîmes", "Albi", "Rodez")


def write_missions(bench: Workbench, count: int) -> None:
    """Write `count` missions in one transaction: « Exemple 0 » is the oldest, every third is sealed."""
    scheme = bench.library.scheme("occitanie-2020-2022").header.ref
    referential = bench.library.referential(DEFAULT_REFERENTIAL).header.ref
    with bench.unit_of_work() as uow:
        for rank in range(count):
            at = BEGUN + timedelta(minutes=rank)
            mission = Mission(
                id=UUID(int=rank + 1),
                reference=f"OC-22-{rank:04d}-0",
                opened_on=at.date(),
                company=Company(name=f"Exemple {rank} SAS", trade=TRADES[rank % len(TRADES)]),
                establishment=Establishment(siret="", town=TOWNS[rank % len(TOWNS)]),
                scheme=scheme,
                referential=referential,
                fictional=True,
            )
            if rank % 3 == 0:
                mission = replace(mission, state=MissionState.SEALED, version=1)
            uow.missions.add(mission, at)
            done = rank % 30
            progress = Progress(done, 29, 120 + rank % 100 if done == 29 else None)
            uow.missions.note_progress(mission.id, AssessmentKind.ENTRY, progress, at)
        uow.commit()
