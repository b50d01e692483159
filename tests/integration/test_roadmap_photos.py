"""Photos on the paper: in a grid, told in words, light, opaque, without metadata; what is private or absent is treated as it must."""

import io
from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

import pikepdf
import pytest
from PIL import Image

from app.domain.attachment import Attachment, AttachmentLink, FieldAudience, MediaType
from app.domain.mission import MissionFile
from app.domain.referential import ThemeCode
from app.reports.roadmap.document import roadmap_pdf
from app.sync.contract.canonical import sha256_of
from tests.integration.pdf_reading import pages_by_pdfium, squeezed
from tests.integration.roadmap_examples import content_of, demo_file
from tests.support.photos import MAKER, PLACE, a_picture, with_place, written

_AT = datetime(2021, 9, 14, 9, tzinfo=UTC)
_FILTER = 'pikepdf.Array([ "/DCTDecode" ])'


def _attached(data: bytes, kind: MediaType = MediaType.JPEG, **more: object) -> Attachment:
    return replace(Attachment(uuid4(), sha256_of(data), kind, len(data), "piece.bin", _AT), **more)  # type: ignore[arg-type]


def _printed(file: MissionFile, *kept: bytes) -> bytes:
    held = {sha256_of(data): data for data in kept}
    return roadmap_pdf(replace(content_of(file), read=held.get))


def _images(pdf: bytes) -> list[tuple[dict[str, str], bytes]]:
    """What each image of the file says of itself, and its bytes as they are written."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        found = [image for page in document.pages for image in page.get_images().values()]
        return [({key: str(value) for key, value in image.items()}, image.read_raw_bytes()) for image in found]


def test_a_photo_is_light_opaque_and_says_nothing_of_where_it_was_taken() -> None:
    big = with_place(Image.effect_noise((2560, 1920), 40).convert("RGB"))
    clear = written(a_picture(900, 1600).convert("RGBA"), "PNG")
    photos = [_attached(big), _attached(clear, MediaType.PNG)]
    pdf = _printed(replace(demo_file(), attachments=tuple(photos)), big, clear)
    found = _images(pdf)
    assert [(facts["/ColorSpace"], facts["/Filter"]) for facts, _ in found] == [("/DeviceRGB", _FILTER)] * 2
    assert {(facts["/Width"], facts["/Height"]) for facts, _ in found} == {("416", "312"), ("175", "312")}
    assert all("/SMask" not in facts and len(data) < 200_000 for facts, data in found)
    assert not any(Image.open(io.BytesIO(data)).getexif() for _, data in found)
    raw = b"".join(data for _, data in found)
    assert MAKER.encode() not in raw
    assert PLACE.encode() not in raw


def test_a_photo_in_four_inks_is_printed_in_three_lights() -> None:
    inks = written(a_picture().convert("CMYK"))
    (found,) = _images(_printed(replace(demo_file(), attachments=(_attached(inks),)), inks))
    assert found[0]["/ColorSpace"] == "/DeviceRGB"
    assert Image.open(io.BytesIO(found[1])).mode == "RGB"


def test_each_photo_says_what_it_shows_and_where_it_stands_in_the_plan() -> None:
    file = demo_file()
    data = [written(a_picture(colour=colour)) for colour in ("navy", "teal", "maroon", "olive")]
    links = (
        AttachmentLink(theme=ThemeCode("L1.2")),
        AttachmentLink(action_id=file.actions[4].id),
        AttachmentLink(session_id=file.sessions[0].id),
        AttachmentLink(theme=ThemeCode("L4.3")),
    )
    photos = [
        _attached(one, caption=f"Vue {rank} <b>&amp;", link=link)
        for rank, (one, link) in enumerate(zip(data, links, strict=True))
    ]
    pdf = _printed(replace(file, attachments=tuple(photos)), *data)
    text = squeezed(pages_by_pdfium(pdf)[-1])
    for words in (
        "1. Vue 0 <b>&amp;",
        "plan : action 3",
        "Action 5 du plan : Ranger les encours",
        "Séance du 14/09/2021 : Visite de l’atelier et cadrage",
        "hors du plan",
    ):
        assert squeezed(words) in text
    with pikepdf.open(io.BytesIO(pdf)) as document:
        said = [
            str(one.Alt)
            for one in document.objects
            if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Figure"
        ]
    assert [words for words in said if words.startswith("Vue")] == [photo.caption for photo in photos]


@pytest.mark.parametrize("audience", [FieldAudience.REGION, FieldAudience.PRIVATE])
def test_what_is_not_for_the_company_is_not_printed(audience: FieldAudience) -> None:
    data = written(a_picture())
    kept = _attached(data, caption="Vue réservée", audience=audience)
    pdf = _printed(replace(demo_file(), attachments=(kept,)), data)
    assert _images(pdf) == []
    assert "Vueréservée" not in squeezed("".join(pages_by_pdfium(pdf)))


def test_absent_and_unreadable_photos_are_named_and_other_files_listed() -> None:
    purged, broken, bomb = b"\xff\xd8\xffpurged", b"\xff\xd8\xff broken", written(a_picture())[:400]
    report = b"%PDF-1.7 report"
    attachments = (
        _attached(purged, name="purgee.jpg", caption="Vue purgée"),
        _attached(broken, name="abimee.jpg"),
        _attached(bomb, name="coupee.jpg"),
        _attached(report, MediaType.PDF, name="rapport.pdf"),
    )
    pdf = _printed(replace(demo_file(), attachments=attachments), broken, bomb, report)
    assert _images(pdf) == []
    text = squeezed("".join(pages_by_pdfium(pdf)[-1:]))
    for words in (
        "3 photos absentes",
        "purgee.jpg",
        "Vue purgée",
        "abimee.jpg",
        "coupee.jpg",
        "Autres fichiers",
        "rapport.pdf",
    ):
        assert squeezed(words) in text


def test_a_mission_without_any_has_no_such_chapter() -> None:
    assert "Photos" not in "".join(pages_by_pdfium(roadmap_pdf(content_of(demo_file()))))
