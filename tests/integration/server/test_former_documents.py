"""What former versions of the program sealed is opened, imported, printed and deposited for ever."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.domain.mission import VersionKind
from app.services.importing import import_version
from app.sync.contract.archive import write_archive
from app.sync.contract.canonical import sha256_of
from app.sync.contract.protocol import EnrolmentRequest
from app.sync.contract.receipt import read_receipt
from app.sync.contract.unseal import unseal
from server.deposits import Arrival, receive
from server.devices import Device, device_of, enrol, make_code
from server.region import Region
from tests.integration.pdf_reading import pages_by_pdfium, squeezed
from tests.support.desk import desk_in
from tests.support.sealed_fixtures import CHAINED, generations, sealed_bytes

CASES = [(generation, kind.value) for generation in generations() for kind in VersionKind]


@pytest.fixture
def device(region: Region) -> Device:
    made = enrol(region, EnrolmentRequest(code=make_code(region), device_name="essai"), "127.0.0.1")
    return device_of(region, made.token)


@pytest.mark.parametrize(("generation", "kind"), CASES)
def test_an_empty_machine_imports_it_and_prints_it(generation: str, kind: str, tmp_path: Path) -> None:
    data = sealed_bytes(generation, kind)
    with desk_in(tmp_path, lambda: datetime(2026, 3, 1, tzinfo=UTC)) as desk:
        bench = desk.workbench
        file, sealed = bench.read_archive(write_archive(data))
        referential = bench.library.referential(file.mission.referential)
        assert import_version(bench.unit_of_work, file, sealed, referential=referential, clock=bench.clock)
        with bench.unit_of_work() as uow:
            kept = uow.sealed.of(file.mission.id)
            again = uow.missions.file(file.mission.id)
        assert [one.document for one in kept] == [data]
        assert again.ledger == file.ledger
        assert again.actions == file.actions
        text = squeezed("".join(pages_by_pdfium(bench.print_roadmap(again, kept[0]))))
    assert squeezed(" ".join(sealed.sha256[start : start + 8] for start in range(0, 64, 8))) in text
    assert squeezed(sealed.reason) in text


@pytest.mark.parametrize("generation", generations())
@pytest.mark.parametrize("kinds", [CHAINED, ("abandoned",)])
def test_the_region_receives_it(generation: str, kinds: tuple[str, ...], region: Region, device: Device) -> None:
    for kind in kinds:
        data = sealed_bytes(generation, kind)
        version = unseal(data).sealed
        made = receive(region, Arrival(device, version.mission_id, version.version, data))
        assert made.created
        body = read_receipt(made.receipt, region.key.public_key().public_bytes_raw())
        assert (body.sha256, body.version) == (sha256_of(data), version.version)
