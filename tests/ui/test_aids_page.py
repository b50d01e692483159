"""The catalogue of aids in its windows: filters, validity, calculators opened from an action, aids cited in the file."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.action_plan import Action
from app.domain.aid_catalogue import AidTheme
from app.services.missions import read_mission
from app.ui.presenters.aid_browser import FIT, AidBrowser, AidFilters
from app.ui.presenters.aid_calculator import AidCalculator
from app.ui.presenters.mission_context import MissionContext
from app.ui.views.aids_page import AidCataloguePage
from app.ui.views.kit.choices import Choice
from app.ui.views.mission.aids_page import AidsPage
from app.ui.views.mission.pages import PAGES
from app.ui.views.mission.plan_view import PlanView
from app.ui.views.mission_window import MissionWindow
from tests.support.desk import Desk

DAY = date(2022, 3, 15)


@pytest.fixture
def browser(demo_desk: Desk) -> AidBrowser:
    bench = demo_desk.workbench
    return AidBrowser(bench.library, bench.word, bench.sentence, DAY)


def test_the_catalogue_is_whole_and_says_its_date(browser: AidBrowser) -> None:
    browser.look(AidFilters(proposals=True))
    assert len(browser.entries) == 50
    assert sum(entry.sheet is not None for entry in browser.entries) == 32
    assert "état du 14/11/2019, à vérifier" in browser.count()


def test_closed_aids_come_last_and_say_since_when(browser: AidBrowser) -> None:
    told = {entry.id: browser.validity(entry) for entry in browser.entries}
    assert told["ti-25"] == "clos depuis le 31/12/2020"
    closed = [words.startswith(("clos", "appel clos")) for words in told.values()]
    assert closed == sorted(closed)
    browser.look(replace(browser.filters, open_only=True))
    assert "ti-25" not in {entry.id for entry in browser.entries}
    browser.on_day(date(2020, 6, 1))
    assert "ti-25" in {entry.id for entry in browser.entries}
    assert told["ti-25"] != browser.validity(next(one for one in browser.entries if one.id == "ti-25"))


def test_filters_add_up(browser: AidBrowser) -> None:
    browser.look(AidFilters(audience="sme", theme="energy_ecology", words="etudes ademe"))
    assert browser.entries[0].id == "ti-06"
    assert all(AidTheme.ENERGY_ECOLOGY in entry.themes for entry in browser.entries)
    browser.look(AidFilters(words="introuvable"))
    assert (browser.entries, browser.current) == ((), None)
    browser.fit = frozenset({AidTheme.ROBOTISATION})
    browser.look(AidFilters(theme=FIT))
    assert browser.entries
    assert all(AidTheme.ROBOTISATION in entry.themes for entry in browser.entries)


def calculator(browser: AidBrowser, pack: str, **known: str) -> AidCalculator:
    """A calculator with what is known."""
    return AidCalculator(browser.library.aid(pack), (browser.word, browser.sentence), browser.day, known)


@pytest.mark.parametrize(
    ("pack", "typed", "headline", "amount"),
    [
        (
            "ademe-etudes-2019",
            {"cost": "60 000", "kind": "diagnostic", "size": "small"},
            "35 000 € au plus, si",
            3_500_000,
        ),
        ("ademe-forfait-2019", {"staff": "42", "saving": "20 000"}, "Forfait à payer : ", None),
        (
            "ademe-investissement-2019",
            {"cost": "100 000", "category": "environment", "size": "medium", "reference_cost": "20 000"},
            "36 000 € au plus",
            3_600_000,
        ),
        (
            "suramortissement-2019",
            {"value": "100 000", "goods": "robotics", "is_new": "yes"},
            "11 200 € au plus, si",
            1_120_000,
        ),
        ("suramortissement-2019", {"value": "100 000", "goods": ""}, "Une condition n’est pas remplie", None),
    ],
)
def test_each_calculator_gives_its_figure_and_its_rules(
    browser: AidBrowser, pack: str, typed: dict[str, str], headline: str, amount: int | None
) -> None:
    made = calculator(browser, pack)
    assert made.shown is None
    for key, text in typed.items():
        made.type(key, text)
    assert made.shown is not None, made.refusal
    assert made.shown.headline.replace("\u00a0", " ").startswith(headline)
    assert made.shown.amount == amount
    assert made.shown.lines
    assert all(line.sentence and line.source for line in (*made.shown.lines, *made.shown.conditions))
    assert made.shown.source
    assert made.shown.validity


def test_a_calculator_says_what_it_waits_for_and_what_it_refuses(browser: AidBrowser) -> None:
    made = calculator(browser, "ademe-etudes-2019", cost="10 000")
    assert "nature de l’étude, taille du bénéficiaire" in made.refusal
    made.type("kind", "diagnostic")
    made.type("size", "small")
    made.type("cost", "beaucoup")
    assert made.shown is None
    assert "beaucoup" in made.refusal


Show = Callable[[str, str], MissionWindow]


@pytest.fixture
def show(qtbot: QtBot, demo: MissionContext) -> Show:
    def make(page: str, field: str) -> MissionWindow:
        window = MissionWindow(demo, PAGES)
        qtbot.addWidget(window)
        window.resize(1280, 720)
        window.show()
        window.show_page(page, field)
        return window

    return make


def aids_page(window: MissionWindow) -> AidsPage:
    page = window.page()
    assert isinstance(page, AidsPage)
    return page


def saved(desk: Desk, demo: MissionContext, rank: int) -> Action:
    """The action of a rank, read from the file."""
    return read_mission(desk.storage.unit_of_work, demo.mission_id).actions[rank - 1]


def press(window: MissionWindow, name: str) -> None:
    """Press a button by Enter."""
    button = window.findChild(QPushButton, name)
    assert isinstance(button, QPushButton)
    assert button.isEnabled()
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)


def test_an_action_opens_the_aids_that_fit_it_and_cites_one_with_its_amount(
    show: Show, demo: MissionContext, demo_desk: Desk
) -> None:
    window = show("plan", "action_title:2")
    before = saved(demo_desk, demo, 2)
    press(window, "action_aids")
    page = aids_page(window)
    assert (page.browser.filters.audience, page.browser.filters.theme) == ("sme", FIT)
    page.browser.read("ti-25")
    card = page.view.sheet.calculator
    assert card is not None
    value = card.findChild(QLineEdit, "calc_value")
    assert isinstance(value, QLineEdit)
    assert value.text().replace("\u00a0", " ") == "26 500"
    goods = card.findChild(Choice, "calc_goods")
    assert isinstance(goods, Choice)
    goods.set_current("software")
    goods.chosen.emit("software")
    press(window, "aid_cite_amount")
    (aid,) = saved(demo_desk, demo, 2).aids
    assert (aid.id, aid.estimate, aid.valid_until) == ("ti-25", 296_800, date(2020, 12, 31))
    assert aid.catalogue == demo.workbench.library.catalogue().header.ref
    assert replace(saved(demo_desk, demo, 2), aids=()) == before
    press(window, "aid_drop")
    assert saved(demo_desk, demo, 2).aids == ()


def test_aids_cited_stand_in_the_editor_and_are_taken_out_there(
    show: Show, demo: MissionContext, demo_desk: Desk
) -> None:
    window = show("aids", "action:2")
    aids_page(window).browser.look(AidFilters())
    for aid in ("ti-06", "ti-25"):
        aids_page(window).browser.read(aid)
        press(window, "aid_cite")
    press(window, "aids_back")
    plan = window.page()
    assert isinstance(plan, PlanView)
    assert plan.editor.isVisible()
    press(window, "action_aid_drop_ti-06")
    assert [one.id for one in saved(demo_desk, demo, 2).aids] == ["ti-25"]
    assert window.findChild(QPushButton, "action_aid_drop_ti-06") is None


def test_the_catalogue_beside_the_list_is_used_by_keys(
    qtbot: QtBot, browser: AidBrowser, dressed: QApplication
) -> None:
    page = AidCataloguePage(browser)
    qtbot.addWidget(page)
    page.resize(1060, 640)
    page.show()
    page.focus_first()
    qtbot.waitUntil(page.search.hasFocus)
    QTest.keyClicks(page.search, "ademe")
    assert 0 < len(browser.entries) < 30
    QTest.keyClick(page.search, Qt.Key.Key_Down)
    assert page.view.table.hasFocus()
    first = browser.current
    QTest.keyClick(page.view.table, Qt.Key.Key_Down)
    assert browser.current is not first
    assert page.findChild(QPushButton, "aid_cite") is None


def test_a_small_window_lists_or_reads(show: Show) -> None:
    window = show("aids", "action:2")
    window.resize(640, 360)
    QApplication.processEvents()
    page = aids_page(window)
    assert window.minimumSizeHint().width() <= 640
    assert page.view.sheet.isVisible()
    assert not page.view.search.isVisible()
    page.view.turn.click()
    assert page.view.search.isVisible()
    assert not page.view.sheet.isVisible()


def test_themes_of_another_referential_fit_nothing(browser: AidBrowser) -> None:
    themes = tuple(browser.catalogue.fits)
    assert len(themes) == 29
    assert browser.catalogue.subjects(themes[:1], "jalon-default-1")
    assert not browser.catalogue.subjects(themes, "autre")
