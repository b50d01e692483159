"""A damaged database: seen by the check, copied aside, read as far as it can be, and what was lost told exactly."""

from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import pytest

from app.domain.assessment import Assessment, AssessmentKind
from app.domain.company import Company, Establishment
from app.domain.i2df import Progress
from app.domain.mission import Mission
from app.domain.referential import Level, ThemeCode
from app.models.connection import open_connection
from app.models.salvage import salvage
from app.models.soundness import is_sound
from app.models.storage import DATABASE_NAME, open_storage
from app.packs.library import PackLibrary
from app.resources import resource_root
from app.services.errors import EnvironmentFailure
from app.services.jobs import Unattended
from app.services.rescue import Salvaged
from tests.integration.storage.conftest import KEY

MISSIONS = 60
THEMES = 29
PAGE = 4096
TABLES = ("mission", "assessment", "answer")
AT = datetime(2022, 1, 10, 8, tzinfo=UTC)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A profile with missions and all their answers, its log folded in."""
    folder = tmp_path_factory.mktemp("whole")
    referential = PackLibrary(resource_root()).referential()
    ref = referential.header.ref
    storage = open_storage(folder, KEY)
    with storage.unit_of_work() as uow:
        for rank in range(1, MISSIONS + 1):
            mission = Mission(
                UUID(int=rank),
                f"ZZ-22-{rank:04}-0",
                date(2022, 1, 10),
                Company(f"Exemple {rank}"),
                Establishment(),
                ref,
                ref,
            )
            uow.missions.add(mission, AT)
            uow.assessments.save(
                mission.id, Assessment(UUID(int=1000 + rank), AssessmentKind.ENTRY, ref, date(2022, 1, 10))
            )
            for theme in referential.themes:
                uow.assessments.set_level(mission.id, AssessmentKind.ENTRY, ThemeCode(theme.code), tuple(Level)[-1], AT)
            uow.missions.note_progress(mission.id, AssessmentKind.ENTRY, Progress(THEMES, THEMES, 145), AT)
        uow.commit()
    storage.close()
    return folder / DATABASE_NAME


def rows(path: Path, table: str) -> set[tuple[object, ...]]:
    """Rows of a table."""
    with closing(open_connection(path, KEY)) as connection:
        return set(connection.execute(f"SELECT * FROM {table}"))  # noqa: S608 our own names


def damaged(whole: Path, folder: Path, page: int) -> bytes:
    """A folder of copies whose database has one page that the disk gave back otherwise; returns its bytes."""
    folder.mkdir()
    content = bytearray(whole.read_bytes())
    content[(page - 1) * PAGE + 100 : (page - 1) * PAGE + 200] = bytes(100)
    (folder / DATABASE_NAME).write_bytes(content)
    return bytes(content)


def salvaged(aside: Path) -> Salvaged | None:
    """What is read of a file, or None when it says that no mission can be."""
    try:
        return salvage(aside, KEY, Unattended())
    except EnvironmentFailure as failure:
        if failure.code != "salvage.nothing":
            raise
        return None


def test_a_sound_file_is_read_whole(whole: Path, tmp_path: Path) -> None:
    aside = tmp_path / "aside"
    aside.mkdir()
    (aside / DATABASE_NAME).write_bytes(whole.read_bytes())
    assert is_sound(aside, KEY, whole=True)
    assert is_sound(aside, KEY, whole=False)
    found = salvage(aside, KEY, Unattended())
    assert (found.content.missions, found.content.answers) == (MISSIONS, MISSIONS * THEMES)
    assert (found.missions_lost, found.rows_lost, found.losses) == (0, 0, ())
    for table in (*TABLES, "mission_search"):
        assert rows(found.database, table) == rows(whole, table), table


def test_whatever_page_is_damaged_what_is_kept_and_lost_is_told_exactly(whole: Path, tmp_path: Path) -> None:
    original = {table: rows(whole, table) for table in TABLES}
    pages = whole.stat().st_size // PAGE
    partial = 0
    for page in range(2, pages + 1, max(1, pages // 6)):
        aside = tmp_path / f"aside-{page}"
        before = damaged(whole, aside, page)
        assert not is_sound(aside, KEY, whole=True), page
        found = salvaged(aside)
        if found is not None:
            kept = {table: rows(found.database, table) for table in TABLES}
            assert all(kept[table] <= original[table] for table in TABLES), page
            assert len(kept["mission"]) == found.content.missions > 0
            lost = sum(len(original[table] - kept[table]) for table in TABLES)
            assert found.rows_lost or not lost, page
            of_kept_missions = found.content.missions * THEMES - len(kept["answer"])
            assert sum(loss.answers for loss in found.losses) == of_kept_missions, page
            partial += 0 < len(kept["answer"]) < len(original["answer"])
        assert (aside / DATABASE_NAME).read_bytes() == before
    assert partial


def test_a_salvaged_file_opens_and_goes_on(whole: Path, tmp_path: Path) -> None:
    aside = tmp_path / "aside"
    damaged(whole, aside, whole.stat().st_size // PAGE // 2)
    found = salvage(aside, KEY, Unattended())
    opened = tmp_path / "opened"
    opened.mkdir()
    found.database.replace(opened / DATABASE_NAME)
    storage = open_storage(opened, KEY)
    assert storage.integrity_ok()
    assert len(storage.read_missions()) == found.content.missions
    storage.close()
