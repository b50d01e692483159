"""Where papers are written: accents and long paths are taken; a full disk or a locked target is told, and nothing is lost."""

import errno
import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

import pytest

from app.domain.mission import MissionFile, SealedVersion
from app.services.errors import EnvironmentFailure
from app.services.mission_papers import MissionPaper
from app.services.missions import read_mission
from app.services.other_forms import OtherForm
from app.services.workbench import Workbench
from tests.support.desk import desk_in

LONG = "Évaluation à l’entrée – pièce n° 1, Mécanique Durand & fils, Figeac, été "
SIZE_LIMIT = 600


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Workbench, UUID]]:
    with desk_in(tmp_path_factory.mktemp("profile")) as desk:
        yield desk.workbench, desk.open_demo()


def made(bench: Workbench, mission_id: UUID) -> dict[str, bytes]:
    """Every paper and form of a draft, by the end of its name."""
    file: MissionFile = read_mission(bench.unit_of_work, mission_id)
    sealed: SealedVersion | None = None
    papers = {f"{one}.pdf": bench.print_paper(one, file, sealed) for one in MissionPaper}
    return papers | {f"{one}{one.suffix}": bench.write_form(one, file, sealed) for one in OtherForm}


@contextmanager
def small_disk() -> Iterator[None]:
    """No file can grow beyond `SIZE_LIMIT` bytes, as on a disk that is full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (SIZE_LIMIT, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


def test_every_form_goes_to_a_path_of_200_characters_with_accents_and_stays_whole_on_a_full_disk(
    bench: tuple[Workbench, UUID], tmp_path: Path
) -> None:
    folder = tmp_path / "Feuilles de route – été"
    folder.mkdir()
    forms = made(*bench)
    assert len(forms) == len(MissionPaper) + len(OtherForm)
    for ending, data in forms.items():
        name = (LONG * 3)[: 200 - len(str(folder)) - len(ending) - 1] if len(str(folder)) < 150 else LONG[:40]
        path = folder / f"{name.strip()}{ending}"
        bench[0].save_file(path, data)
        assert path.read_bytes() == data
        with small_disk(), pytest.raises(EnvironmentFailure) as failed:
            bench[0].save_file(path, data[::-1])
        assert failed.value.code == "disk.full"
        assert path.read_bytes() == data
    assert sorted(one.name for one in folder.iterdir() if one.name.startswith(".")) == []


def test_a_name_that_no_disk_takes_is_told(bench: tuple[Workbench, UUID], tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFailure) as failed:
        bench[0].save_file(tmp_path / ("é" * 200 + ".pdf"), b"x")
    assert failed.value.code == "disk.name_too_long"
    assert "trop long" in bench[0].sentence(failed.value)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("refusal", [errno.EACCES, errno.EROFS, errno.EBUSY])
def test_a_target_open_elsewhere_or_read_only_is_told_and_left_as_it_is(
    refusal: int, bench: tuple[Workbench, UUID], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "feuille.pdf"
    path.write_bytes(b"former")

    def refuse(_draft: Path, target: Path) -> Path:
        raise OSError(refusal, "refusé", str(target))

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(EnvironmentFailure) as failed:
        bench[0].save_file(path, b"latter")
    assert failed.value.code == ("disk.refused" if refusal == errno.EBUSY else "disk.read_only")
    assert "feuille.pdf" in bench[0].sentence(failed.value)
    assert path.read_bytes() == b"former"
    assert [one.name for one in tmp_path.iterdir()] == ["feuille.pdf"]
