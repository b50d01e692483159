"""Evidence of signatures: kept beside the version that it cites, in rows that a released file takes without loss."""

import hashlib
import io
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

import pikepdf
import pytest

from app.domain.errors import DomainError
from app.domain.evidence import EvidenceKind, Signatory, SignatoryRole, Stroke
from app.domain.journal import EventKind
from app.domain.mission import SealedVersion, VersionKind
from app.models import upgrade
from app.models.connection import open_connection
from app.services.attachments import sweep_attachments
from app.services.closing import SealAsked, seal_version
from app.services.erasing import erase_mission
from app.services.missions import read_mission
from app.services.signing import Signed, record_signature
from app.ui.pdf_pages import page_count, render_pages
from tests.integration.pdf_reading import pages_by_pdfium, squeezed
from tests.integration.storage.conftest import KEY
from tests.support.desk import Desk, desk_in
from tests.support.explained import answer_warnings
from tests.support.photos import a_picture, written

MISSION = "00000000-0000-0000-0000-000000000001"
DRAWN: tuple[Stroke, ...] = (((100, 500), (900, 200), (1500, 800)), ((2000, 600),))
HEAD = Signatory(SignatoryRole.COMPANY, "Dominique Exemple", "Gérance", DRAWN)
DAY = date(2022, 3, 15)


def sealed_demo(desk: Desk) -> SealedVersion:
    """The fictional company, its first version sealed."""
    bench, mission_id = desk.workbench, desk.open_demo()
    answer_warnings(bench, mission_id)
    mission = read_mission(bench.unit_of_work, mission_id).mission
    return seal_version(
        bench.unit_of_work,
        mission_id,
        SealAsked(VersionKind.DIAGNOSTIC),
        scheme=bench.library.scheme(mission.scheme),
        referential=bench.library.referential(mission.referential),
        write=bench.write_document,
        clock=bench.clock,
    )


def test_a_filled_file_takes_evidence(tmp_path: Path) -> None:
    path = tmp_path / "older.db"
    upgrade.upgrade(path, KEY, "0009")
    with closing(open_connection(path, KEY)) as connection:
        columns = connection.execute("PRAGMA table_info(mission)").fetchall()
        values = {name: (0 if kind == "INTEGER" else "") for _, name, kind, needed, *_ in columns if needed}
        values |= {"id": MISSION, "number": 1, "company_name": "Exemple SAS", "state": "sealed"}
        names, marks = ", ".join(values), ", ".join("?" * len(values))
        connection.execute(f"INSERT INTO mission ({names}) VALUES ({marks})", tuple(values.values()))  # noqa: S608 our own names
        sealed = (MISSION, 1, "exit", "", "a" * 64, 0, "", b"{}")
        connection.execute("INSERT INTO sealed_version VALUES (?, ?, ?, ?, ?, ?, ?, ?)", sealed)

    upgrade.upgrade(path, KEY, "0010")

    with closing(open_connection(path, KEY)) as connection:
        assert connection.execute("SELECT * FROM sealed_version").fetchall() == [sealed]
        row = ("x", MISSION, 1, "a" * 64, "on_paper", 0, "2022-03-15", "", "[]", "", None)
        assert len(row) == len(connection.execute("PRAGMA table_info(signature_evidence)").fetchall())
        connection.execute(f"INSERT INTO signature_evidence VALUES ({', '.join('?' * len(row))})", row)  # noqa: S608 marks only


def test_a_drawn_signature_cites_the_version_and_changes_nothing_in_it(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        sealed = sealed_demo(desk)
        bench = desk.workbench
        made = record_signature(
            bench.attachment_desk,
            Signed(sealed.mission_id, 1, EvidenceKind.DRAWN, DAY, "Ville d’Exemple", (HEAD,)),
        )
        with bench.unit_of_work() as uow:
            assert uow.evidence.of(sealed.mission_id) == (made,)
            assert uow.sealed.get(sealed.mission_id, 1) == sealed
            assert uow.journal.of(sealed.mission_id)[-1].kind is EventKind.SIGNED
        assert made.sha256 == hashlib.sha256(sealed.document).hexdigest()

        file = read_mission(bench.unit_of_work, sealed.mission_id)
        plain, copy = bench.print_roadmap(file, sealed), bench.print_signed(file, sealed, made)
        assert copy != plain
        with pikepdf.open(io.BytesIO(copy)) as pdf:
            assert pdf.attachments["mission.json"].get_file().read_bytes() == sealed.document
        (page,) = (one for one in pages_by_pdfium(copy) if squeezed("Exemplaire signé sur place") in squeezed(one))
        assert squeezed("Dominique Exemple") in squeezed(page)
        assert squeezed("Ville d’Exemple") in squeezed(page)
        assert len(pages_by_pdfium(copy)) == len(pages_by_pdfium(plain))
        inkless = replace(made, signatories=(replace(HEAD, strokes=()),))
        assert _dark_pixels(copy) > _dark_pixels(bench.print_signed(file, sealed, inkless)) + 100


def _dark_pixels(pdf: bytes) -> int:
    """Black pixels of the last page, where signatures are."""
    (page,) = render_pages(pdf, width=900, places=[page_count(pdf) - 1])
    return sum(byte < 90 for byte in page.data[::3])


def test_a_scan_is_kept_until_the_mission_is_erased(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        sealed = sealed_demo(desk)
        bench = desk.workbench
        made = record_signature(
            bench.attachment_desk,
            Signed(sealed.mission_id, 1, EvidenceKind.SCANNED, DAY, "", (HEAD,), written(a_picture())),
        )
        sweep_attachments(bench.unit_of_work, bench.attachments)
        assert hashlib.sha256(bench.attachments.read(made.scan)).hexdigest() == made.scan
        reference = read_mission(bench.unit_of_work, sealed.mission_id).mission.reference
        erase_mission(bench.unit_of_work, bench.attachments, sealed.mission_id, reference, clock=bench.clock)
        assert made.scan not in bench.attachments.held()


@pytest.mark.parametrize(
    ("signed", "code"),
    [
        (Signed(UUID(int=0), 1, EvidenceKind.DRAWN, DAY), "evidence.nothing_drawn"),
        (Signed(UUID(int=0), 1, EvidenceKind.ON_PAPER, DAY), "evidence.nobody"),
        (
            Signed(UUID(int=0), 1, EvidenceKind.DRAWN, DAY, "", (Signatory(SignatoryRole.COMPANY, " ", "", DRAWN),)),
            "evidence.name_missing",
        ),
        (Signed(UUID(int=0), 1, EvidenceKind.SCANNED, DAY, "", (HEAD,), b"du texte"), "evidence.scan_kind"),
        (Signed(UUID(int=0), 1, EvidenceKind.SCANNED, DAY, "", (HEAD,), b""), "attachment.empty"),
        (Signed(UUID(int=0), 7, EvidenceKind.ON_PAPER, DAY, "", (HEAD,)), "version.unknown"),
    ],
)
def test_what_proves_nothing_is_refused(signed: Signed, code: str, tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        with pytest.raises(DomainError) as refused:
            record_signature(desk.workbench.attachment_desk, signed)
        assert refused.value.code == code
        assert desk.workbench.sentence(refused.value)
