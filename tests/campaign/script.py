"""What the program under test answers: a random but repeatable sequence, so that any moment of it is known."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from pathlib import Path
from random import Random
from uuid import UUID

from app.domain.assessment import Assessment, AssessmentKind
from app.domain.company import Company, Establishment
from app.domain.mission import Mission
from app.domain.referential import Level, Referential, ThemeCode
from app.models.storage import Storage, open_storage
from app.packs.library import PackLibrary
from app.resources import resource_root
from tests.support.photos import a_picture, written

KEY = bytes(range(32))
MISSION = UUID(int=1)
KIND = AssessmentKind.ENTRY
START = datetime(2022, 1, 10, 8, tzinfo=UTC)
LONGEST = 100_000


@dataclass(frozen=True, slots=True)
class Step:
    """One answer: a level declared, or taken back when None."""

    theme: ThemeCode
    level: Level | None

    @property
    def shown(self) -> str:
        """How the program under test says that it is saved."""
        return f"{self.theme} {self.level or '-'}"


def steps(seed: int, referential: Referential) -> Iterator[Step]:
    """The answers of a seed, without end."""
    random = Random(seed)  # noqa: S311 repeatable on purpose
    themes = [theme.code for theme in referential.themes]
    while True:
        yield Step(random.choice(themes), random.choice([*Level, None]))


def levels_after(count: int, seed: int, referential: Referential) -> dict[ThemeCode, Level]:
    """Declared levels once the first `count` answers are saved."""
    levels: dict[ThemeCode, Level] = {}
    for step in islice(steps(seed, referential), count):
        levels.pop(step.theme, None)
        if step.level is not None:
            levels[step.theme] = step.level
    return levels


def instant(count: int) -> datetime:
    """Instant at which the answers are `count`, the last one included; the list keeps it."""
    return START + timedelta(seconds=count)


def content(seed: int, count: int) -> bytes:
    """What the program under test attaches: by turns a photo, and a file of several chunks."""
    if count % 2:
        return written(a_picture(64, 48, f"#{(seed * 7919 + count * 104_729) % 2**24:06x}"))
    return (f"{seed} {count} " * 80_000).encode()


def shipped_referential() -> Referential:
    """The referential of the missions of the campaign."""
    return PackLibrary(resource_root()).referential()


def make_profile(folder: Path) -> Storage:
    """A profile with one mission, its entry questionnaire open and blank."""
    referential = shipped_referential()
    ref = referential.header.ref
    storage = open_storage(folder, KEY)
    with storage.unit_of_work() as uow:
        uow.missions.add(
            Mission(
                MISSION, "DE-22-7F3K-0", date(2022, 1, 10), Company("Mécanique Durand SAS"), Establishment(), ref, ref
            ),
            START,
        )
        uow.assessments.save(MISSION, Assessment(UUID(int=2), KIND, ref, date(2022, 1, 10)))
        uow.commit()
    return storage
