"""What may be attached to a mission: its kind is read in its bytes, whatever it is called, and its weight is bounded."""

import io
import zipfile
from datetime import UTC, datetime
from uuid import UUID

import pytest

from app.domain.attachment import (
    MAX_ATTACHMENT_BYTES,
    MAX_ATTACHMENTS,
    MAX_PIXELS,
    MAX_SOURCE_BYTES,
    Attachment,
    AttachmentLink,
    FieldAudience,
    MediaType,
    check_size,
    recognise,
)
from app.domain.errors import DomainError

MEBIBYTE = 1_048_576
CONTENT_TYPES = "[Content_Types].xml"


def archive(*names: str, mimetype: bytes | None = None) -> bytes:
    """A ZIP of empty files, with what an OpenDocument says of itself."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as held:
        if mimetype is not None:
            held.writestr("mimetype", mimetype)
        for name in names:
            held.writestr(name, b"")
    return made.getvalue()


def film(brand: bytes) -> bytes:
    """The head of a file of the family of films, to which the photos of telephones belong."""
    return b"\x00\x00\x00\x18ftyp" + brand + b"\x00\x00\x00\x00"


ODT = MediaType.ODT.value.encode()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\xff\xd8\xff\xe0JFIF", MediaType.JPEG),
        (b"\x89PNG\r\n\x1a\n\x00", MediaType.PNG),
        *((film(brand), MediaType.HEIC) for brand in (b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1")),
        (b"%PDF-1.7\n\x00", MediaType.PDF),
        (archive(CONTENT_TYPES, "_rels/.rels", "word/document.xml"), MediaType.DOCX),
        (archive(CONTENT_TYPES, "_rels/.rels", "xl/workbook.xml"), MediaType.XLSX),
        (archive(CONTENT_TYPES, "_rels/.rels", "ppt/presentation.xml"), MediaType.PPTX),
        (archive("content.xml", mimetype=ODT), MediaType.ODT),
        (archive("content.xml", mimetype=MediaType.ODS.value.encode() + b"\n"), MediaType.ODS),
        (archive("content.xml", mimetype=MediaType.ODP.value.encode()), MediaType.ODP),
        (archive("content.xml", mimetype=ODT.ljust(200)), MediaType.ODT),
        ("Relevé : 12 arrêts\tpar semaine\r\n".encode(), MediaType.TEXT),
    ],
)
def test_photos_office_documents_and_texts_are_known_by_their_bytes(data: bytes, kind: MediaType) -> None:
    assert recognise(data) is kind


@pytest.mark.parametrize(
    "data",
    [
        b"MZ\x90\x00\x03",
        b"\x7fELF\x02\x01",
        b"GIF89a\x00",
        film(b"isom"),
        b"\x00\x00\x00\x18moovheic",
        archive("report.txt"),
        archive("word/document.xml"),
        archive(CONTENT_TYPES, "old/word/document.xml"),
        archive(CONTENT_TYPES, "_rels/.rels", "word/document.xml", "word/vbaProject.bin"),
        archive("content.xml", mimetype=b"application/epub+zip"),
        archive("content.xml", mimetype=b"\xff\xfe"),
        archive("content.xml", mimetype=ODT.ljust(201)),
        b"PK\x03\x04 and nothing more",
        "Relevé".encode("latin-1"),
        *(b"text" + bytes([control]) for control in range(32) if control not in b"\t\n\r"),
    ],
)
def test_programs_archives_macros_films_and_the_rest_are_refused(data: bytes) -> None:
    with pytest.raises(DomainError) as refusal:
        recognise(data)
    assert refusal.value.code == "attachment.kind_unknown"


def test_an_empty_file_is_refused_by_its_own_name() -> None:
    with pytest.raises(DomainError) as refusal:
        recognise(b"")
    assert refusal.value.code == "attachment.empty"


def test_only_pictures_are_photos() -> None:
    assert {kind for kind in MediaType if kind.is_photo} == {MediaType.JPEG, MediaType.PNG, MediaType.HEIC}


def test_what_is_kept_weighs_25_mebibytes_at_most() -> None:
    check_size(25 * MEBIBYTE)
    for size, told in ((25 * MEBIBYTE + 1, 26), (30 * MEBIBYTE, 30), (30 * MEBIBYTE + 1, 31)):
        with pytest.raises(DomainError) as refusal:
            check_size(size)
        assert (refusal.value.code, dict(refusal.value.params)) == (
            "attachment.too_heavy",
            {"size": told, "limit": 25},
        )


def test_bounds_are_those_that_every_laptop_and_the_server_share() -> None:
    assert (MAX_SOURCE_BYTES, MAX_ATTACHMENT_BYTES) == (50 * MEBIBYTE, 25 * MEBIBYTE)
    assert (MAX_PIXELS, MAX_ATTACHMENTS) == (120_000_000, 500)


def test_a_new_attachment_is_about_the_mission_and_for_the_company() -> None:
    made = Attachment(UUID(int=1), "0" * 64, MediaType.PNG, 12, "ligne.png", datetime(2022, 3, 1, tzinfo=UTC))
    assert (made.caption, made.audience, made.link) == ("", FieldAudience.COMPANY, AttachmentLink())
    assert (made.link.session_id, made.link.theme, made.link.action_id) == (None, None, None)
