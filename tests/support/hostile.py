"""Files that no door may take: each with its name, and what makes it hostile."""

import io
import json
import struct
import zipfile
from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID

from app.sync.contract.archive import EPOCH, write_archive
from app.sync.contract.canonical import canonical_bytes, read_canonical, sha256_of
from app.sync.contract.envelope import MAGIC, lock, new_identity, recipient_of
from tests.support.attached import with_contents
from tests.support.sealed import a_mission_file, a_version, tampered

PHOTO = b"Cycle time of the lathe, minute after minute.\n" * 20
MISSION = UUID(int=0x77)


def a_file() -> tuple[bytes, bytes]:
    """A mission's document that cites one file, and its whole archive."""
    sealed = a_version(with_contents(a_mission_file(MISSION), PHOTO))
    return sealed.document, write_archive(sealed.document, [PHOTO])


def zipped(*entries: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED, mode: int = 0o644) -> bytes:
    """A ZIP of named entries, whatever their names."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in entries:
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type, entry.external_attr = method, mode << 16
            archive.writestr(entry, content)
    return buffer.getvalue()


def _attached(document: Any, name: str, data: bytes) -> Any:
    import pikepdf

    kind, day = "application/json", "D:20220101000000Z"
    spec = pikepdf.AttachedFileSpec(
        document, data, description="", filename=name, mime_type=kind, creation_date=day, mod_date=day
    )
    document.attachments[name] = spec
    return spec.get_file().obj


def pdf_with(name: str | None, data: bytes = b"", **entries: object) -> bytes:
    """A blank page, with an attached file or without."""
    import pikepdf

    with pikepdf.new() as document:
        document.add_blank_page()
        if name is not None:
            stream = _attached(document, name, data)
            for key, value in entries.items():
                stream[f"/{key}"] = value
        output = io.BytesIO()
        document.save(output)
    return output.getvalue()


def _doubled(data: bytes) -> bytes:
    return data.replace(b'{"actions"', b'{"actions":[],"actions"', 1)


def _texts(document: bytes) -> Iterator[tuple[str, bytes]]:
    """Documents that are no canonical JSON of ours."""
    value = read_canonical(document)
    yield "not JSON", b"mission"
    yield "cut document", document[: len(document) // 2]
    yield "an array", b"[]"
    yield "null", b"null"
    yield "not UTF-8", document.replace(b"Exemple", b"\xff\xfe\xfd", 1)
    yield "byte order mark", b"\xef\xbb\xbf" + document
    yield "space at the end", document + b"\n"
    yield "indented", json.dumps(value, indent=1, ensure_ascii=False).encode()
    yield "keys in another order", json.dumps(dict(reversed(value.items())), ensure_ascii=False).encode()
    yield "duplicate key", _doubled(document)
    yield "NaN", document.replace(b'"employees":42', b'"employees":NaN', 1)
    yield "infinity", document.replace(b'"employees":42', b'"employees":-Infinity', 1)
    yield "a float", document.replace(b'"employees":42', b'"employees":42.5', 1)
    yield "huge number", document.replace(b'"employees":42', b'"employees":' + b"9" * 400, 1)
    yield "number of a million digits", document.replace(b'"employees":42', b'"employees":' + b"9" * 1_000_000, 1)
    yield "exponent", document.replace(b'"employees":42', b'"employees":1e9', 1)
    yield "nested a hundred thousand times", b'{"schema":' + b"[" * 100_000 + b"]" * 100_000 + b"}"
    yield "lone surrogate", document.replace(b"Exemple Usinage SAS", b"\\ud800", 1)
    yield "letters not composed", document.replace("é".encode(), b"e\xcc\x81", 1)
    yield "longer than any mission", b'{"a":"' + b"x" * (4 * 1024 * 1024) + b'"}'


_CHANGES: dict[str, Callable[[dict[str, Any]], object]] = {
    "schema of the future": lambda value: value.update(schema=2),
    "schema zero": lambda value: value.update(schema=0),
    "schema as a text": lambda value: value.update(schema="1"),
    "schema true": lambda value: value.update(schema=True),
    "unknown field": lambda value: value.update(surprise=1),
    "no company": lambda value: value.pop("company"),
    "mission that is a list": lambda value: value.update(mission=[]),
    "days as a text": lambda value: value.update(days="none"),
    "version zero": lambda value: value["version"].update(number=0),
    "negative version": lambda value: value["version"].update(number=-1),
    "kind unknown": lambda value: value["version"].update(kind="pirate"),
    "name of a million letters": lambda value: value["company"].update(name="x" * 1_000_000),
    "identifier that is a path": lambda value: value["mission"].update(id="../../etc/passwd"),
    "hash that is a path": lambda value: value["attachments"][0].update(sha256="../" * 20),
    "attachment of negative size": lambda value: value["attachments"][0].update(size=-5),
    "attachment of huge size": lambda value: value["attachments"][0].update(size=2**50),
    "attachment that is a program": lambda value: value["attachments"][0].update(media_type="application/x-elf"),
    "private attachment": lambda value: value["attachments"][0].update(audience="private"),
}


def _archives(document: bytes, whole: bytes) -> Iterator[tuple[str, bytes]]:
    """ZIP files that are no `.jalon`."""
    photo = f"attachments/{sha256_of(PHOTO)}"
    yield "empty file", b""
    yield "two letters", b"PK"
    yield "a text", b"Bonjour, ceci n'est pas une mission."
    yield "zeros", bytes(10_000)
    yield "cut in the middle", whole[: len(whole) // 2]
    yield "cut by its last byte", whole[:-1]
    yield "a flipped byte", whole[:200] + bytes([whole[200] ^ 0x40]) + whole[201:]
    yield "empty ZIP", zipped()
    yield "another first entry", zipped(("autre.json", document))
    yield "the mission second", zipped((photo, PHOTO), ("mission.json", document))
    yield "a path upwards", zipped(("mission.json", document), ("../../evil.sh", b"#!"))
    yield "an absolute path", zipped(("mission.json", document), ("/etc/cron.d/evil", b"#!"))
    yield "a path of Windows", zipped(("mission.json", document), ("..\\evil.exe", b"MZ"))
    yield "an attachment with a path", zipped(("mission.json", document), (f"attachments/../{'a' * 64}", PHOTO))
    yield "a folder", zipped(("mission.json", document), ("attachments/", b""))
    yield "a link", zipped(("mission.json", document), ("link", b"/etc/passwd"), mode=0o120777)
    yield "a ZIP in the ZIP", zipped(("mission.json", document), ("inside.jalon", whole))
    yield "a ZIP as the mission", zipped(("mission.json", whole))
    yield "wrong hash of an attachment", zipped(("mission.json", document), (f"attachments/{'0' * 64}", PHOTO))
    yield "attachment nobody cites", write_archive(document, [PHOTO, b"nobody cites me"])
    yield "the mission twice", _same_name_twice(document)
    yield "five thousand entries", zipped(*[(f"{rank}", b"") for rank in range(5_000)])
    yield "a bomb as the mission", zipped(("mission.json", bytes(64 * 1024 * 1024)))
    yield (
        "a bomb as an attachment",
        zipped(("mission.json", document), (f"attachments/{'b' * 64}", bytes(64 * 1024 * 1024))),
    )
    yield "a size that lies", _lying(whole)
    yield "a method unknown", _unknown_method(whole)
    yield "an encrypted entry", _encrypted_entry(whole)
    yield "an office document", zipped(("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b"<w/>"))


def _same_name_twice(document: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mission.json", document)
        archive.writestr("mission.jsom", document)
    return buffer.getvalue().replace(b"mission.jsom", b"mission.json")


def _directory(whole: bytes) -> int:
    return whole.index(b"PK\x01\x02")


def _lying(whole: bytes) -> bytes:
    at = _directory(whole) + 24
    return whole[:at] + struct.pack("<I", 10) + whole[at + 4 :]


def _unknown_method(whole: bytes) -> bytes:
    at = _directory(whole) + 10
    return whole[:at] + struct.pack("<H", 77) + whole[at + 2 :]


def _encrypted_entry(whole: bytes) -> bytes:
    at = _directory(whole) + 8
    return whole[:at] + struct.pack("<H", 1) + whole[at + 2 :]


def _papers(document: bytes) -> Iterator[tuple[str, bytes]]:
    """PDF files that carry no mission of ours, or another one than they print."""
    import pikepdf

    yield "a cut PDF", b"%PDF-1.7\n%" + b"\xe2" * 30
    yield "only the first line of a PDF", b"%PDF-1.7"
    yield "a foreign PDF", pdf_with(None)
    yield "a foreign PDF with a foreign file", pdf_with("facture.xml", b"<x/>")
    yield "a PDF whose data are a text", pdf_with("mission.json", b"bonjour")
    yield "a PDF whose data are cut", pdf_with("mission.json", document[:-9])
    yield "a PDF with a bomb", _bomb_in_pdf()
    yield "a PDF with an unknown filter", pdf_with("mission.json", document, Filter=pikepdf.Name.JBIG2Decode)


def _bomb_in_pdf() -> bytes:
    import zlib

    import pikepdf

    with pikepdf.new() as document:
        document.add_blank_page()
        stream = _attached(document, "mission.json", b"x")
        stream.write(zlib.compress(bytes(64 * 1024 * 1024), 9), filter=pikepdf.Name.FlateDecode)
        output = io.BytesIO()
        document.save(output)
    return output.getvalue()


def _encrypted(whole: bytes) -> Iterator[tuple[str, bytes]]:
    """Encrypted files that nobody here opens."""
    locked = lock(whole, recipient_of(new_identity()))
    yield "encrypted to another key", locked
    yield "encrypted, cut", locked[: len(locked) // 2]
    yield "encrypted, header alone", MAGIC
    yield "encrypted, without a body", MAGIC + b"-> X25519 abc\n--- mac\n"
    yield "encrypted to a passphrase", MAGIC + b"-> scrypt c2FsdHNhbHRzYWx0 18\nabcd\n--- mac\n"
    yield "encrypted with endless work", MAGIC + b"-> scrypt c2FsdHNhbHRzYWx0 63\nabcd\n--- mac\n"


def hostile_files() -> dict[str, bytes]:
    """Every hostile file, by what is wrong with it."""
    document, whole = a_file()
    found = dict(_archives(document, whole)) | dict(_papers(document)) | dict(_encrypted(whole))
    for name, text in _texts(document):
        found[name] = zipped(("mission.json", text))
    for name, change in _CHANGES.items():
        found[name] = zipped(("mission.json", tampered(document, change)))
    return found


def hostile_receipts() -> dict[str, bytes]:
    """Receipts that prove nothing."""
    body = {"schema": 1, "kid": "0" * 16, "mission_id": str(MISSION), "version": 1}
    return {
        "a receipt without its fields": canonical_bytes({"body": body, "signature": "AAAA"}),
        "a receipt cut": b'{"body":{"answers":29',
        "a receipt of another schema": canonical_bytes({"body": body | {"schema": 9}, "signature": ""}),
    }
