"""Twenty-nine long names and sixty actions at once: no two texts meet, none leaves its page, no title stands alone."""

import io
from dataclasses import replace
from itertools import combinations, groupby

import pypdfium2
import pytest
from pypdfium2 import raw

from app.domain.mission import VersionKind
from app.reports.roadmap.content import RoadmapContent
from app.reports.roadmap.document import roadmap_pdf
from app.reports.sheet import LEFT, PAGE_WIDTH
from tests.integration.pdf_reading import pages_by_pdfium
from tests.integration.reference_pages import document
from tests.integration.roadmap_examples import content_of, left_file, sealed_version
from tests.integration.test_roadmap_hostile import many_actions

_LONG = "Interopérabilité et gouvernance des données de production entre les sites, les fournisseurs et les clients"
_COMPANY = "Société nouvelle des ateliers de mécanique générale et de précision du Haut-Quercy et du Rouergue"
_OVERLAP = 0.2
"""Share of the height of a line under which letters of two lines may come close: accents and descenders."""

Box = tuple[str, float, float, float, float]


def crowded(names: int) -> RoadmapContent:
    """The fictional company at exit with sixty actions, its themes and levers named in as many letters."""
    file = many_actions(left_file())
    actions = tuple(
        replace(one, title=f"{one.title} : {_LONG}", owner=_LONG[:60], gain=_LONG[:70]) for one in file.actions
    )
    mission = replace(file.mission, company=replace(file.mission.company, name=_COMPANY))
    content = content_of(replace(file, mission=mission, actions=actions), sealed_version(VersionKind.EXIT))
    known = content.referential
    themes = tuple(replace(one, title=f"{one.title} {_LONG}"[:names].strip()) for one in known.themes)
    levers = tuple(
        replace(one, title=f"{one.title} {_LONG}"[:names].strip(), short_title=f"{one.short_title} et systèmes"[:40])
        for one in known.levers
    )
    return replace(content, referential=replace(known, themes=themes, levers=levers))


def boxes(page: pypdfium2.PdfPage) -> list[Box]:
    """Each text that a page paints with its box: left, bottom, right, top."""
    textpage, found = page.get_textpage(), []
    for painted in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=1):
        size = raw.FPDFTextObj_GetText(painted.raw, textpage.raw, None, 0)
        buffer = (raw.FPDF_WCHAR * (size // 2))()
        raw.FPDFTextObj_GetText(painted.raw, textpage.raw, buffer, size)
        text = bytes(buffer).decode("utf-16-le").rstrip("\0")
        if text.strip():
            found.append((text, *painted.get_bounds()))
    return found


def meeting(found: list[Box]) -> list[tuple[str, str]]:
    """Texts that lie over one another."""
    narrowed = [
        (text, left + 0.5, bottom + _OVERLAP * (top - bottom), right - 0.5, top - _OVERLAP * (top - bottom))
        for text, left, bottom, right, top in found
    ]
    return [
        (one[0], two[0])
        for one, two in combinations(narrowed, 2)
        if min(one[3], two[3]) > max(one[1], two[1]) and min(one[4], two[4]) > max(one[2], two[2])
    ]


@pytest.fixture(scope="module")
def pages() -> list[list[Box]]:
    with pypdfium2.PdfDocument(io.BytesIO(roadmap_pdf(crowded(120)))) as opened:
        return [boxes(page) for page in opened]


def test_no_two_texts_meet(pages: list[list[Box]]) -> None:
    assert len(pages) > 20
    assert [(rank, meeting(found)) for rank, found in enumerate(pages, 1) if meeting(found)] == []


def test_texts_that_meet_are_seen() -> None:
    assert meeting([("un", 10, 10, 40, 20), ("deux", 30, 12, 60, 22), ("trois", 10, 21, 40, 31)]) == [("un", "deux")]


def test_no_text_leaves_the_margins(pages: list[list[Box]]) -> None:
    for found in pages:
        for text, left, bottom, right, _ in found:
            assert left > LEFT - 1, text
            assert right < PAGE_WIDTH - 14, text
            assert bottom > 14, text


def test_no_page_ends_with_a_title(pages: list[list[Box]]) -> None:
    for rank, found in enumerate(pages[:-1], 1):
        body = [one for one in found if one[2] > 60 and one[3] < PAGE_WIDTH - 40]
        lines = [list(line) for _, line in groupby(sorted(body, key=lambda one: one[2]), key=lambda one: round(one[2]))]
        lowest = max(top - bottom for _, _, bottom, _, top in lines[0])
        assert lowest < 13, f"page {rank}: {lines[0]}"


def test_the_radar_stays_under_its_title(pages: list[list[Box]]) -> None:
    (page,) = (found for found in pages if any(text == "Les 29 thèmes" for text, *_ in found))
    assert "L3.4" in {text for text, *_ in page}


def test_the_plan_of_fourteen_long_actions_stands_on_one_page() -> None:
    read = pages_by_pdfium(document("exit"))
    assert len([page for page in read if "Action et étape mesurable" in page]) == 1
