"""Pages of the feuille de route as small grey images; `python -m tests.integration.reference_pages` draws the references again.

Look at what it writes before keeping it: the test only says that a page moved, never that it is beautiful.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from uuid import UUID

import pypdfium2
from PIL import Image

from app.domain.attachment import Attachment, AttachmentLink, MediaType
from app.domain.mission import MissionFile, VersionKind
from app.domain.referential import ThemeCode
from app.packs.demo_photos import DEMO_PHOTOS
from app.reports.roadmap.document import roadmap_pdf
from app.sync.contract.canonical import sha256_of
from tests.integration.roadmap_examples import content_of, demo_file, left_file, sealed_version

FOLDER = Path(__file__).resolve().parents[1] / "fixtures" / "pages"
DOTS_PER_INCH = 44
PAGES = {
    "entry": ("essentiel", "indice", "plan", "financement", "photos", "signature"),
    "exit": ("essentiel", "sortie", "photos"),
}
"""Chapters whose first page is kept, by document: a word of their title in the outline."""

_AT = datetime(2021, 9, 14, 9, tzinfo=UTC)


def photographed(file: MissionFile) -> tuple[MissionFile, dict[str, bytes]]:
    """The mission with its six photos, and their bytes by hash."""
    made, held = [], {}
    for rank, photo in enumerate(DEMO_PHOTOS, 1):
        data = photo.drawn()
        theme = ThemeCode(photo.theme) if photo.theme else None
        link = AttachmentLink(session_id=None if theme else file.sessions[0].id, theme=theme)
        digest = sha256_of(data)
        held[digest] = data
        made.append(
            Attachment(UUID(int=rank), digest, MediaType.PNG, len(data), photo.name, _AT, photo.caption, link=link)
        )
    return replace(file, attachments=tuple(made)), held


@lru_cache(maxsize=2)
def document(which: str) -> bytes:
    """The document at entry or at exit, sealed, with its photos."""
    at_exit = which == "exit"
    file, held = photographed(left_file() if at_exit else demo_file())
    kind = VersionKind.EXIT if at_exit else VersionKind.DIAGNOSTIC
    return roadmap_pdf(replace(content_of(file, sealed_version(kind)), read=held.get))


def drawn(which: str) -> Iterator[tuple[str, Image.Image]]:
    """The kept pages of a document: name and image."""
    with pypdfium2.PdfDocument(document(which)) as opened:
        begins = {entry.get_title().lower(): entry.get_dest().get_index() for entry in opened.get_toc()}
        for chapter in PAGES[which]:
            rank = next(rank for title, rank in begins.items() if chapter in title)
            page = opened[rank].render(scale=DOTS_PER_INCH / 72, grayscale=True)
            yield f"{which}-{chapter}", page.to_pil().convert("L")


if __name__ == "__main__":
    for each in PAGES:
        for name, image in drawn(each):
            image.quantize(16).save(FOLDER / f"{name}.png", optimize=True)
