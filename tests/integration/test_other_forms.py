"""The other forms, read back with other libraries: pages of one reader, spreadsheet, calendar."""

import io
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import openpyxl
import pikepdf
import pytest
from icalendar import Calendar

from app.domain.mission import VersionKind
from app.reports.forms.calendar import action_calendar
from app.reports.forms.telling import telling_pdf
from app.reports.forms.workbook import workbook
from app.reports.roadmap.content import RoadmapContent
from app.services.other_forms import OtherForm
from tests.integration.pdf_reading import pages_by_pdfium, squeezed
from tests.integration.roadmap_examples import content_of, demo_file, empty_file, exit_file, sealed_version

_READERS = (OtherForm.BANKER, OtherForm.REGION, OtherForm.STAFF)


@pytest.fixture(scope="module")
def content() -> RoadmapContent:
    return content_of(exit_file(), sealed_version(VersionKind.EXIT))


@pytest.mark.parametrize("reader", _READERS)
@pytest.mark.parametrize("which", ["exit", "draft", "empty"])
def test_a_telling_is_one_tagged_page_with_its_marks(reader: OtherForm, which: str, content: RoadmapContent) -> None:
    shown = {"exit": content, "draft": content_of(demo_file()), "empty": content_of(empty_file())}[which]
    pdf = telling_pdf(shown, reader)
    (page,) = pages_by_pdfium(pdf)
    assert shown.file.mission.company.name in page
    assert ("FICTIF" in page) is shown.file.mission.fictional
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert bool(document.Root.MarkInfo.Marked)
        assert len(document.attachments) == 0


def test_the_staff_see_neither_amount_nor_owner_nor_index(content: RoadmapContent) -> None:
    file = content.file
    actions = tuple(replace(one, owner=f"Pilote {one.rank}X", gain=f"gagne {one.rank} 000 €") for one in file.actions)
    (page,) = pages_by_pdfium(telling_pdf(replace(content, file=replace(file, actions=actions)), OtherForm.STAFF))
    text = squeezed(page)
    assert "€" not in text
    assert "148" not in text
    assert file.mission.company.head_function not in page
    for action in file.actions[:5]:
        assert squeezed(action.title) in text
        assert squeezed(f"Pilote {action.rank}X") not in text


def test_the_banker_sees_what_it_costs_and_who_pays(content: RoadmapContent) -> None:
    text = squeezed(pages_by_pdfium(telling_pdf(content, OtherForm.BANKER))[0])
    for said in ("148", "18400€", "163550€", "21000€", "15000€", "Totalde14actions"):
        assert said in text


def test_the_region_sees_days_by_phase_and_no_justification(content: RoadmapContent) -> None:
    text = squeezed(pages_by_pdfium(telling_pdf(content, OtherForm.REGION))[0])
    assert squeezed(content.file.mission.region_file) in text
    assert "5jours" in text
    answers = content.file.assessments[0].answers
    said = [answer.justification for answer in answers.values() if answer.justification]
    assert said
    assert not [one for one in said if squeezed(one) in text]


def _sheets(content: RoadmapContent) -> dict[str, list[tuple[object, ...]]]:
    book = openpyxl.load_workbook(io.BytesIO(workbook(content)))
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}


def test_the_spreadsheet_holds_figures_as_figures(content: RoadmapContent) -> None:
    sheets = _sheets(content)
    assert list(sheets) == ["Mission", "Réponses", "Actions", "Jours", "Financement", "Factures"]
    assert ("I2DF d’entrée", 132) in sheets["Mission"]
    assert ("I2DF de sortie", 148) in sheets["Mission"]
    answers = sheets["Réponses"]
    assert len(answers) == 30
    column = answers[0].index("Points de sortie")
    assert sum(int(str(row[column])) for row in answers[1:]) == 148
    costs = sheets["Actions"][0].index("Coût HT")
    assert sum(float(str(row[costs] or 0)) for row in sheets["Actions"][1:]) == 163_550
    assert sum(float(str(row[8])) for row in sheets["Jours"][1:]) == 5
    amounts = {row[3]: row[4] for row in sheets["Financement"][1:] if row[1] == "oui" and not row[2]}
    assert 21_000 in amounts.values()


def test_a_text_is_never_a_formula(content: RoadmapContent) -> None:
    first = content.file.actions[0]
    hostile = replace(first, title='=HYPERLINK("http://example.org";"x")', reason="+1+1", owner="@SUM(A1)")
    file = replace(content.file, actions=(hostile, *content.file.actions[1:]))
    book = openpyxl.load_workbook(io.BytesIO(workbook(replace(content, file=file))))
    row = book["Actions"][2]
    assert row[1].value == hostile.title
    assert {cell.data_type for cell in (row[1], row[3], row[4])} == {"s"}


def test_the_same_content_gives_the_same_files(content: RoadmapContent) -> None:
    assert workbook(content) == workbook(content)
    assert action_calendar(content) == action_calendar(content)
    assert telling_pdf(content, OtherForm.STAFF) == telling_pdf(content, OtherForm.STAFF)


def test_the_calendar_holds_each_dated_action_whole_days_included(content: RoadmapContent) -> None:
    calendar = Calendar.from_ical(action_calendar(content))
    events = {str(event["uid"]): event for event in calendar.walk("VEVENT")}
    dated = [one for one in content.file.actions if one.start and one.end]
    assert len(events) == len(dated) + 1
    for action in dated:
        event = events[f"{action.id}@jalon"]
        assert event.decoded("dtstart") == action.start
        assert event.decoded("dtend") == (action.end or date.min) + timedelta(days=1)
        assert str(event["summary"]) == f"{action.rank}. {action.title}"
        assert "€" not in str(event.get("description", ""))


def test_an_empty_mission_has_its_forms_too(tmp_path: Path) -> None:
    empty = content_of(empty_file())
    assert [len(rows) for name, rows in _sheets(empty).items() if name != "Mission"][1:] == [1, 1, 1, 1]
    assert list(Calendar.from_ical(action_calendar(empty)).walk("VEVENT")) == []
