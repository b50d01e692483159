"""The structure of the file, as a reader of tags meets it: headings, tables, figures, order, and nothing painted outside."""

import io
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pikepdf
import pytest

from app.domain.mission import VersionKind
from app.reports.furniture import PageTitle, render
from app.reports.roadmap.content import Desk
from app.reports.roadmap.document import roadmap_pdf
from app.reports.roadmap.pages import furniture_of
from app.reports.tables import ruled_table
from app.reports.writing import prose
from tests.integration.roadmap_examples import content_of, demo_file, exit_file, sealed_version

_PAINTING = {"Tj", "TJ", "'", '"', "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "EI"}
_AT = datetime(2022, 5, 12, 9, tzinfo=UTC)


@pytest.fixture(scope="module")
def file() -> Iterator[pikepdf.Pdf]:
    pdf = roadmap_pdf(content_of(exit_file(), sealed_version(VersionKind.EXIT)))
    with pikepdf.open(io.BytesIO(pdf)) as document:
        yield document


def _elements(document: pikepdf.Pdf) -> Iterator[Any]:
    waiting = [document.Root.StructTreeRoot.K[0]]
    while waiting:
        element = waiting.pop()
        yield element
        waiting += reversed([kid for kid in element.K if isinstance(kid, pikepdf.Dictionary) and "/S" in kid])


def _of(document: pikepdf.Pdf, *roles: str) -> list[Any]:
    return [element for element in _elements(document) if str(element.S).removeprefix("/") in roles]


def _below(element: Any, role: str) -> list[Any]:
    return [kid for kid in element.K if isinstance(kid, pikepdf.Dictionary) and str(kid.get("/S")) == f"/{role}"]


def _marked(page: pikepdf.Page) -> Iterator[tuple[str, int | None]]:
    """Operators that paint, with the innermost mark they stand in: a number, -1 for an artifact, None outside any."""
    stack: list[int] = []
    for step in pikepdf.parse_content_stream(page):
        operands, name = step.operands, str(step.operator)
        if name == "BDC":
            stack.append(int(operands[1].MCID))
        elif name == "BMC":
            assert str(operands[0]) == "/Artifact"
            stack.append(-1)
        elif name == "EMC":
            stack.pop()
        elif name in _PAINTING:
            yield name, stack[-1] if stack else None
    assert stack == []


def test_the_file_says_that_it_is_tagged_and_in_french(file: pikepdf.Pdf) -> None:
    assert bool(file.Root.MarkInfo.Marked)
    assert str(file.Root.Lang) == "fr-FR"
    assert all(str(page.Tabs) == "/S" for page in file.pages)


def test_nothing_is_painted_outside_an_element_or_an_artifact(file: pikepdf.Pdf) -> None:
    for page in file.pages:
        painted = list(_marked(page))
        assert len(painted) > 10
        assert [one for one in painted if one[1] is None] == []


def test_each_mark_of_a_page_leads_to_its_element_and_back(file: pikepdf.Pdf) -> None:
    numbers = file.Root.StructTreeRoot.ParentTree.Nums
    for page in file.pages:
        listed = numbers[2 * int(page.StructParents) + 1]
        used = {mark for _, mark in _marked(page) if mark is not None and mark >= 0}
        assert used <= set(range(len(listed)))
        for mark, element in enumerate(listed):
            own = [
                kid
                for kid in element.K
                if (isinstance(kid, int) and element.Pg.objgen == page.obj.objgen and kid == mark)
                or (
                    isinstance(kid, pikepdf.Dictionary)
                    and kid.get("/MCID") == mark
                    and kid.Pg.objgen == page.obj.objgen
                )
            ]
            assert len(own) == 1


def test_each_chapter_begins_with_one_title_and_no_level_is_skipped(file: pikepdf.Pdf) -> None:
    sections = _of(file, "Sect")
    with file.open_outline() as outline:
        assert len(sections) == len(outline.root)
    level = 0
    for element in _elements(file):
        role = str(element.S)
        if role == "/Sect":
            level = 0
        elif role in {"/H1", "/H2", "/H3"}:
            assert int(role[2]) <= level + 1
            level = int(role[2])
    assert len(_of(file, "H1")) == len(sections)


def test_each_figure_says_what_it_shows(file: pikepdf.Pdf) -> None:
    figures = _of(file, "Figure")
    said = [str(figure.get("/Alt", "")) for figure in figures]
    assert len(figures) > 20
    assert "" not in said
    for start in (
        "Radar des points",
        "Règle de 0 à 290",
        "Calendrier des actions",
        "De l’indice d’entrée",
    ):
        assert [text for text in said if text.startswith(start)], start


def test_the_data_of_a_chart_follow_it_as_a_table(file: pikepdf.Pdf) -> None:
    kids = [kid for element in _of(file, "Sect") for kid in element.K if isinstance(kid, pikepdf.Dictionary)]
    at = next(rank for rank, kid in enumerate(kids) if str(kid.get("/Alt", "")).startswith("De l’indice d’entrée"))
    rows = [[str(cell.ActualText) for cell in row.K] for row in kids[at + 1].K]
    assert rows[0] == ["Étape", "Points", "Total"]
    assert rows[1] == ["Entrée", "132", "132"]
    assert rows[-1] == ["Sortie", "148", "148"]


def test_rows_of_a_table_have_as_many_cells_as_its_head(file: pikepdf.Pdf) -> None:
    for table in _of(file, "Table"):
        counts = {len(row.K) for row in _below(table, "TR")}
        assert len(counts) == 1
    heads = _of(file, "TH")
    assert {str(head.A.Scope) for head in heads} == {"/Column", "/Row"}


def test_a_table_and_a_paragraph_over_several_pages_stay_one() -> None:
    desk = Desk(content_of(demo_file()))
    rows = [[str(rank), f"ligne {rank}"] for rank in range(120)]
    story = [
        PageTitle("long", "Long"),
        prose("Long", "h1"),
        ruled_table(["Rang", "Texte"], rows, [60, 300]),
        prose("Une phrase qui se répète pour remplir plus d’une page. " * 200),
    ]
    pdf = render(furniture_of(desk, "Long"), lambda _: list(story), made_at=_AT)
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert len(document.pages) > 4
        (table,) = _of(document, "Table")
        assert len(table.K) == 121
        paragraphs = [one for one in _of(document, "P") if str(one.P.S) == "/Sect"]
        assert len(paragraphs) == 1
        assert len(paragraphs[0].K) >= 2


def test_lists_hold_their_items(file: pikepdf.Pdf) -> None:
    (found,) = _of(file, "L")
    assert len(_below(found, "LI")) == len(found.K) == 3
