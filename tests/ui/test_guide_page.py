"""The guide in the window and on the projector: 29 sheets, search without accents, keys alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.packs.library import PackLibrary
from app.ui.presenters.guide_browser import GuideBrowser
from app.ui.views.guide_page import GuidePage
from app.ui.views.projector import Projector
from app.ui.views.projector_sheet import LEAST

pytestmark = pytest.mark.usefixtures("dressed")


@pytest.fixture
def browser(qapp: QApplication) -> GuideBrowser:
    """The shipped guide, on its first sheet."""
    return GuideBrowser(PackLibrary.shipped())


@pytest.fixture
def page(browser: GuideBrowser, qtbot: QtBot) -> GuidePage:
    """Its page, shown."""
    made = GuidePage(browser)
    qtbot.addWidget(made)
    made.resize(1060, 640)
    made.show()
    return made


def test_every_sheet_is_listed_under_its_lever(page: GuidePage, browser: GuideBrowser) -> None:
    QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    levers = len({sheet.lever.code for sheet in browser.sheets})
    assert len(browser.sheets) == 29
    assert page.model.rowCount() == 29 + levers


def test_search_forgets_accents_and_lists_the_best_first(page: GuidePage, browser: GuideBrowser, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.search, "CYBERSECURITE")
    assert browser.listed_sheets[0].theme.title == "Cybersécurité industrielle"
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert browser.current.theme.title == "Cybersécurité industrielle"
    page.search.setText("zzz")
    assert page.model.rowCount() == 0


def test_arrows_walk_through_the_sheets_and_stop_at_the_ends(
    page: GuidePage, browser: GuideBrowser, qtbot: QtBot
) -> None:
    qtbot.keyClick(page, Qt.Key.Key_Left)
    assert browser.current.rank == 1
    qtbot.keyClick(page, Qt.Key.Key_Right)
    assert browser.current.rank == 2
    assert page.table.currentIndex().data() == f"{browser.current.theme.code}  {browser.current.theme.title}"


def test_each_sheet_says_whose_text_it_is(browser: GuideBrowser) -> None:
    assert "texte du projet, non officiel" in browser.imprint()
    assert browser.guide.header.ref.version in browser.imprint()


def test_the_projector_obeys_its_keys(browser: GuideBrowser, qtbot: QtBot) -> None:
    projector = Projector(browser)
    qtbot.addWidget(projector)
    projector.resize(1280, 720)
    projector.show()
    for key, rank in ((Qt.Key.Key_Right, 2), (Qt.Key.Key_Right, 3), (Qt.Key.Key_Left, 2), (Qt.Key.Key_Home, 1)):
        qtbot.keyClick(projector, key)
        assert browser.current.rank == rank
    lit = _darkest_and_lightest(projector)
    qtbot.keyClick(projector, "b")
    assert _darkest_and_lightest(projector) == (0, 0)
    qtbot.keyClick(projector, "b")
    assert _darkest_and_lightest(projector) == lit
    with qtbot.waitSignal(projector.left):
        qtbot.keyClick(projector, Qt.Key.Key_Escape)


def test_a_small_screen_takes_several_slides_and_no_smaller_letter(browser: GuideBrowser, qtbot: QtBot) -> None:
    projector = Projector(browser)
    qtbot.addWidget(projector)
    projector.resize(1280, 720)
    assert projector.slides() == 1
    projector.resize(640, 360)
    slides = projector.slides()
    assert slides > 1
    for _ in range(slides):
        assert browser.current.rank == 1
        qtbot.keyClick(projector, Qt.Key.Key_Right)
    assert browser.current.rank == 2
    assert LEAST == 17


def _darkest_and_lightest(projector: Projector) -> tuple[int, int]:
    image = projector.grab().toImage()
    values = [
        image.pixelColor(x, y).lightness() for x in range(0, image.width(), 4) for y in range(0, image.height(), 4)
    ]
    return min(values), max(values)
