"""The wheel holds every file of the program and of its data, and finds them once installed."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.meta.tree import ROOT, tracked


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of the files under version control, built without any network."""
    source = tmp_path_factory.mktemp("source")
    for path in tracked():
        target = source / path.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
    out = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation", "--no-index", "-w"]
    subprocess.run([*build, str(out), str(source)], check=True, capture_output=True)
    return next(out.glob("jalon-*.whl"))


def test_holds_every_file_of_the_program_and_of_its_data(wheel: Path) -> None:
    expected = set()
    for path in tracked():
        name = path.relative_to(ROOT).as_posix()
        top, _, rest = name.partition("/")
        if top in {"app", "server"}:
            expected.add(name)
        elif top == "resources" and path.suffix != ".ts":  # compiled beside it
            expected.add(f"app/_resources/{rest}")
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert held == expected


def test_finds_its_data_once_installed(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    code = "from app.resources import resource_path as p; print(p('fonts', 'OFL.txt').resolve())"
    command = [sys.executable, "-P", "-c", code]
    done = subprocess.run(command, cwd=tmp_path, env={"PYTHONPATH": str(tmp_path)}, check=True, capture_output=True)
    found = Path(done.stdout.decode("utf-8").strip())
    assert found.is_relative_to(tmp_path)
    assert found.read_bytes() == (ROOT / "resources" / "fonts" / "OFL.txt").read_bytes()
