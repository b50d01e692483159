"""Photos made ready: metadata gone, upright, resized, refused when they are not what they say or would burst the memory."""

import io
import struct
import zipfile
import zlib

import pillow_heif
import pytest
from PIL import Image, ImageCms

from app.domain.attachment import MAX_ATTACHMENT_BYTES, MediaType, recognise
from app.domain.errors import DomainError
from app.infra.photos import LONGEST_SIDE, THUMBNAIL_SIDE, prepare
from tests.support.photos import MAKER, PLACE, a_picture, with_place, written

pillow_heif.register_heif_opener()


def shown(data: bytes) -> Image.Image:
    """The picture that bytes hold."""
    picture = Image.open(io.BytesIO(data))
    picture.load()
    return picture


@pytest.mark.parametrize(("kind", "kept"), [("JPEG", MediaType.JPEG), ("PNG", MediaType.PNG), ("HEIF", MediaType.JPEG)])
def test_nothing_but_the_pixels_is_kept(kind: str, kept: MediaType) -> None:
    source = with_place(a_picture(), kind)
    assert MAKER.encode() in source

    made = prepare(source)

    assert (made.media_type, recognise(made.data)) == (kept, kept)
    for content in (made.data, made.thumbnail):
        picture = shown(content)
        assert not picture.getexif()
        assert not {"exif", "xmp", "comment", "icc_profile"} & set(picture.info)
        assert MAKER.encode() not in content
        assert PLACE.encode() not in content
    assert max(shown(made.thumbnail).size) == THUMBNAIL_SIDE


def test_a_photo_held_sideways_is_kept_upright() -> None:
    made = shown(prepare(with_place(a_picture(), orientation=6)).data)
    assert made.size == (480, 640)
    corner, opposite = made.getpixel((470, 10)), made.getpixel((10, 10))
    assert isinstance(corner, tuple)
    assert isinstance(opposite, tuple)
    assert min(corner) > 230
    assert min(opposite) < 120


def test_a_large_photo_is_resized() -> None:
    assert shown(prepare(written(a_picture(5200, 2600))).data).size == (LONGEST_SIDE, LONGEST_SIDE // 2)


def test_transparency_stays_and_colours_of_a_profile_become_plain_ones() -> None:
    clear = Image.new("RGBA", (40, 40), (255, 0, 0, 0))
    assert shown(prepare(written(clear, "PNG")).data).mode == "RGBA"
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    assert shown(prepare(written(a_picture(), icc_profile=profile)).data).mode == "RGB"
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert "icc_profile" not in shown(prepare(written(a_picture(), icc_profile=srgb)).data).info


def office(*parts: str, mimetype: str = "") -> bytes:
    """An office document reduced to the names of its parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        if mimetype:
            archive.writestr("mimetype", mimetype)
        for part in parts:
            archive.writestr(part, "<xml/>")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n...", MediaType.PDF),
        (office("[Content_Types].xml", "word/document.xml"), MediaType.DOCX),
        (office("[Content_Types].xml", "xl/workbook.xml"), MediaType.XLSX),
        (office("content.xml", mimetype=MediaType.ODT.value), MediaType.ODT),
        ("Relevé ; heures\nTour 1 ; 12,5\n".encode(), MediaType.TEXT),
    ],
)
def test_files_are_kept_as_they_are(data: bytes, kind: MediaType) -> None:
    made = prepare(data)
    assert (made.data, made.media_type, made.thumbnail) == (data, kind, b"")


def bomb(width: int = 30_000, height: int = 30_000) -> bytes:
    """A PNG of a few bytes that announces hundreds of millions of pixels."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0")) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "attachment.empty"),
        (b"MZ\x90\x00" + bytes(64), "attachment.kind_unknown"),
        (b"\x7fELF" + bytes(64), "attachment.kind_unknown"),
        (office("a.txt"), "attachment.kind_unknown"),
        (office("[Content_Types].xml", "word/vbaProject.bin", "word/document.xml"), "attachment.kind_unknown"),
        (b"PK\x03\x04 cut", "attachment.kind_unknown"),
        (b"GIF89a" + bytes(20), "attachment.kind_unknown"),
        (b"\xff\xfe\x00", "attachment.kind_unknown"),
        (b"\xff\xd8\xff\xe0 nothing more", "attachment.unreadable"),
        (written(a_picture())[:900], "attachment.unreadable"),
        (written(a_picture(), "HEIF")[:600], "attachment.unreadable"),
        (bomb(), "attachment.too_many_pixels"),
        (bomb(400, 400), "attachment.unreadable"),
        (b"%PDF-" + bytes(MAX_ATTACHMENT_BYTES), "attachment.too_heavy"),
        (b"\xff\xd8\xff" + bytes(51 * 2**20), "attachment.too_heavy"),
    ],
    ids=lambda value: value if isinstance(value, str) else f"{len(value)} bytes",
)
def test_what_cannot_be_kept_is_refused_by_its_code(data: bytes, code: str) -> None:
    with pytest.raises(DomainError) as refused:
        prepare(data)
    assert refused.value.code == code
