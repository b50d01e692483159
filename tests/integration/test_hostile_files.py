"""Hostile files at every door: the window, the Region's page and its command, `jalon verify`; refused by a sentence, nothing written."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import select

from app.commands.verify import run as verify
from app.domain.errors import CodedError
from app.services.incoming import take_file
from server.problems import Refused
from server.region import Region, open_region
from server.settings import Settings
from server.tables import metadata
from server.uploads import Bearer, receive_file
from tests.support.desk import Desk, desk_in
from tests.support.hostile import a_file, hostile_files, hostile_receipts
from tests.support.profile import Unwatched

FILES = hostile_files()


@dataclass(frozen=True)
class Doors:
    """A laptop and a server that nothing hostile enters."""

    desk: Desk
    region: Region
    folder: Path

    def window(self, data: bytes) -> str:
        """The sentence with which the window refuses a file."""
        try:
            take_file(self.desk.workbench, data, Unwatched())
        except CodedError as refusal:
            return self.desk.workbench.sentence(refusal)
        return ""

    def server(self, data: bytes) -> str:
        """The sentence with which the Region refuses it."""
        try:
            receive_file(self.region, data, Bearer())
        except CodedError as refusal:
            return self.region.texts.error(refusal)
        except Refused as refusal:
            return self.region.texts.sentence(refusal.code)
        return ""

    def verify(self, data: bytes) -> str:
        """What `jalon verify` says last, when it does not find the file whole."""
        path = self.folder / "file"
        path.write_bytes(data)
        said: list[str] = []
        return said[-1] if verify(path, None, None, said.append) else ""

    def bytes_kept(self) -> tuple[object, ...]:
        """Every byte of the laptop's files and every row of the server's base."""
        files = sorted(self.folder.joinpath("desk").rglob("*"))
        kept = [(path.name, path.read_bytes()) for path in files if path.is_file() and not path.name.endswith("-shm")]
        with self.region.database.reading() as connection:
            rows = [tuple(connection.execute(select(table)).all()) for table in metadata.sorted_tables]
        return (*kept, *rows)


@pytest.fixture(scope="module")
def doors(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Doors]:
    folder = tmp_path_factory.mktemp("doors")
    folder.joinpath("desk").mkdir()
    region = open_region(Settings(folder / "region"))
    with desk_in(folder / "desk") as desk:
        desk.open()
        desk.workbench.exchange.own_key()
        found = Doors(desk, region, folder)
        found.server(FILES["encrypted to another key"])
        yield found
    region.database.close()


def test_there_are_enough_of_them() -> None:
    assert len(FILES) >= 60
    assert len({data for data in FILES.values()}) == len(FILES)


@pytest.mark.parametrize("name", FILES)
def test_each_is_refused_by_a_sentence_and_nothing_is_written(doors: Doors, name: str) -> None:
    before = doors.bytes_kept()
    for door in (doors.window, doors.server, doors.verify):
        sentence = door(FILES[name]).strip()
        assert sentence.endswith("."), (name, door, sentence)
        assert "Traceback" not in sentence
    assert doors.bytes_kept() == before


@pytest.mark.parametrize("name", hostile_receipts())
def test_a_receipt_that_proves_nothing_changes_nothing(doors: Doors, name: str) -> None:
    before = doors.bytes_kept()
    assert doors.window(hostile_receipts()[name]).endswith(".")
    assert doors.bytes_kept() == before


def test_the_file_that_all_of_them_imitate_enters(doors: Doors) -> None:
    _, whole = a_file()
    assert doors.verify(whole) == ""
    before = doors.bytes_kept()
    assert (doors.window(whole), doors.server(whole)) == ("", "")
    assert doors.bytes_kept() != before
