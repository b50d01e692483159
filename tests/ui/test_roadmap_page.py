"""The « Feuille de route » page: made in a job, shown page by page, saved and printed as it is."""

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtGui import QPageRanges, QPageSize, QPixmapCache
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from app.domain.mission import VersionKind
from app.services.closing import SealAsked, seal_version
from app.services.errors import EnvironmentFailure
from app.services.jobs import Cancelled
from app.services.missions import frame_mission
from app.services.other_forms import OtherForm
from app.ui.messages import MessageKind
from app.ui.pdf_pages import PageBitmap, page_count, render_pages
from app.ui.presenters.mission_context import MissionContext, Part
from app.ui.views import printing
from app.ui.views.kit.texts import Label
from app.ui.views.mission.pages import PAGES
from app.ui.views.mission.roadmap_view import RoadmapView
from app.ui.views.mission.sheet_view import SheetView
from app.ui.views.mission_window import MissionWindow
from tests.support.desk import Desk

Show = Callable[[MissionContext], RoadmapView]


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    def make(context: MissionContext) -> RoadmapView:
        window = MissionWindow(context, PAGES)
        qtbot.addWidget(window)
        window.resize(1280, 720)
        window.show()
        window.show_page("roadmap")
        page = window.page()
        assert isinstance(page, RoadmapView)
        return page

    return make


def ready(page: RoadmapView, qtbot: QtBot) -> list[SheetView]:
    """The sheets, once all are drawn."""
    qtbot.waitUntil(lambda: not page.presenter.is_running() and bool(page.presenter.pages), timeout=20_000)
    return page.findChildren(SheetView)


def test_a_draft_is_shown_page_by_page_as_a_project(show: Show, demo: MissionContext, qtbot: QtBot) -> None:
    page = show(demo)
    assert not page.save.isEnabled()
    sheets = ready(page, qtbot)
    assert len(sheets) == page_count(page.presenter.pdf) == len(page.presenter.pages)
    words = " ".join(one.text for one in page.presenter.pages)
    assert "Mécanique Durand SAS" in words
    assert "PROJET" in words
    assert page.save.isEnabled()
    assert "PROJET" in page.head.note.text()
    drawn = sheets[0].grab().toImage()
    assert len({drawn.pixel(drawn.width() // 2, row) for row in range(0, drawn.height(), 3)}) > 2
    QPixmapCache.clear()
    assert sheets[0].grab().toImage() == drawn


def test_it_is_made_again_only_when_the_mission_changed(show: Show, demo: MissionContext, qtbot: QtBot) -> None:
    page = show(demo)
    ready(page, qtbot)
    page.enter()
    assert not page.presenter.is_running()
    bench = demo.workbench
    frame_mission(
        bench.unit_of_work,
        demo.mission_id,
        lambda mission: replace(mission, summary="Une phrase toute neuve."),
        clock=bench.clock,
    )
    demo.note(Part.IDENTITY)
    page.enter()
    qtbot.waitUntil(lambda: any("toute neuve" in one.text for one in page.presenter.pages), timeout=20_000)


def test_a_sealed_version_carries_its_data_and_is_saved_byte_for_byte(
    show: Show, demo: MissionContext, qtbot: QtBot, tmp_path: Path
) -> None:
    bench = demo.workbench
    sealed = seal_version(
        bench.unit_of_work,
        demo.mission_id,
        SealAsked(VersionKind.DIAGNOSTIC),
        scheme=demo.scheme,
        referential=demo.referential,
        write=bench.write_document,
        clock=bench.clock,
    )
    fresh = MissionContext(bench, demo.mission_id, demo.messages, demo.jobs)
    page = show(fresh)
    ready(page, qtbot)
    path = tmp_path / page.presenter.file_name()
    assert path.name.endswith("-v1.pdf")
    assert page.presenter.save_to(path)
    data = path.read_bytes()
    assert data == page.presenter.pdf
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.attachments["mission.json"].get_file().read_bytes() == sealed.document


def test_a_folder_that_cannot_be_written_shows_its_banner(
    show: Show, demo: MissionContext, demo_desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    page = show(demo)
    ready(page, qtbot)
    assert not page.presenter.save_to(tmp_path / "absent" / "feuille.pdf")
    assert demo_desk.messages.history()[-1].kind is MessageKind.FAILURE


def test_a_failure_is_told_in_place_and_tried_again(show: Show, demo: MissionContext, qtbot: QtBot) -> None:
    tries = []

    def failing(file: object, sealed: object) -> bytes:
        tries.append(file)
        if len(tries) == 1:
            raise EnvironmentFailure("disk.full")
        return demo.workbench.print_roadmap(demo.file, None)

    broken = MissionContext(replace(demo.workbench, print_roadmap=failing), demo.mission_id, demo.messages, demo.jobs)
    page = show(broken)
    qtbot.waitUntil(page.line.banner.isVisible, timeout=20_000)
    assert not page.save.isEnabled()
    page.line.banner.action.click()
    ready(page, qtbot)
    assert not page.line.banner.isVisible()


def test_without_any_printer_a_sentence_says_so(
    show: Show, demo: MissionContext, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "has_printer", lambda: False)
    page = show(demo)
    ready(page, qtbot)
    page.print.click()
    said = [label.text() for label in page.findChildren(Label) if "Aucune imprimante" in label.text()]
    assert len(said) == 1
    assert page.save.isEnabled()


class Handle:
    """A job that is stopped after some pages."""

    def __init__(self, most: int) -> None:
        self._most = most

    def progress(self, done: int, total: int) -> None:
        """Stop when enough was done."""
        if done >= self._most:
            raise Cancelled

    def check(self) -> None:
        """Never stop here."""

    def wait(self, seconds: float) -> None:
        """Never wait."""


def test_every_page_is_printed_at_its_size_or_until_it_is_stopped(demo: MissionContext, tmp_path: Path) -> None:
    pdf = demo.workbench.print_roadmap(demo.file, None)
    for most, expected in ((100, page_count(pdf)), (2, 2)):
        printer = QPrinter()
        printer.setResolution(60)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        path = tmp_path / f"{most}.pdf"
        printer.setOutputFileName(str(path))
        if expected == 2:
            with pytest.raises(Cancelled):
                printing.print_pages(Handle(most), printer, pdf)
        else:
            assert printing.print_pages(Handle(most), printer, pdf) == expected
        with pikepdf.open(path) as printed:
            assert len(printed.pages) == expected
            box = printed.pages[0].mediabox
            assert (round(float(box[2]) - float(box[0])), round(float(box[3]) - float(box[1]))) == (595, 842)


def paper_printer(path: Path, size: QPageSize.PageSizeId = QPageSize.PageSizeId.A4) -> QPrinter:
    """A printer that writes a PDF; no printer of the system is asked."""
    printer = QPrinter()
    printer.setResolution(60)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setPageSize(QPageSize(size))
    printer.setOutputFileName(str(path))
    return printer


def test_pages_are_chosen_one_range_at_a_time(demo: MissionContext, tmp_path: Path) -> None:
    pdf = demo.workbench.print_roadmap(demo.file, None)
    printer = paper_printer(tmp_path / "some.pdf")
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 4)
    assert printing.chosen_pages(printer, 12) == [1, 2, 3]
    ranges = QPageRanges()
    ranges.addPage(1)
    ranges.addRange(5, 6)
    ranges.addPage(99)
    printer.setPageRanges(ranges)
    assert printing.chosen_pages(printer, 12) == [0, 4, 5]
    assert printing.print_pages(Handle(100), printer, pdf) == 3
    with pikepdf.open(tmp_path / "some.pdf") as printed:
        assert len(printed.pages) == 3


def test_on_a3_two_pages_stand_on_each_sheet(demo: MissionContext, tmp_path: Path) -> None:
    pdf = demo.workbench.print_roadmap(demo.file, None)
    path = tmp_path / "a3.pdf"
    printer = paper_printer(path, QPageSize.PageSizeId.A3)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(1, 3)
    assert printing.print_pages(Handle(100), printer, pdf) == 3
    with pikepdf.open(path) as printed:
        assert len(printed.pages) == 2
        box = printed.pages[0].mediabox
        assert (round(float(box[2])), round(float(box[3]))) == (1191, 842)
    inked = [
        any(min(sheet.data[row : row + sheet.width * 3][start : start + 570]) < 128 for row in _rows(sheet))
        for sheet in render_pages(path.read_bytes(), width=400)
        for start in (15, 615)
    ]
    assert inked == [True, True, True, False]


def _rows(sheet: PageBitmap) -> range:
    return range(0, sheet.stride * sheet.height, sheet.stride)


@pytest.mark.parametrize(
    ("form", "start"), [(OtherForm.STAFF, b"%PDF"), (OtherForm.WORKBOOK, b"PK"), (OtherForm.CALENDAR, b"BEGIN")]
)
def test_another_form_is_written_where_the_user_says(
    form: OtherForm, start: bytes, show: Show, demo: MissionContext, qtbot: QtBot, tmp_path: Path
) -> None:
    page = show(demo)
    ready(page, qtbot)
    assert [one.objectName() for one in page.others.menu().actions()] == [f"roadmap_form_{one}" for one in OtherForm]
    path = tmp_path / page.forms.file_name(form)
    with qtbot.waitSignal(page.forms.save_to(form, path, page.presenter.sealed).finished, timeout=20_000):
        pass
    assert path.read_bytes().startswith(start)
    assert path.suffix == form.suffix


def test_a_form_that_cannot_be_written_is_told(show: Show, demo: MissionContext, qtbot: QtBot, tmp_path: Path) -> None:
    page = show(demo)
    ready(page, qtbot)
    path = tmp_path / "missing" / "folder" / "plan.ics"
    with qtbot.waitSignal(page.forms.save_to(OtherForm.CALENDAR, path, None).finished, timeout=20_000):
        pass
    assert demo.messages.history()[-1].kind is MessageKind.FAILURE
    assert not path.exists()
