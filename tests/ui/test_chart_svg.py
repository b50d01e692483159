"""Charts as SVG: QtSvg reads them, paints colours that are not black, and finds the shipped typeface."""

import re
import tomllib
from datetime import date

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QColor, QFontDatabase, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from reportlab.graphics.shapes import Drawing

from app.charts.bars import lever_bars, theme_bars
from app.charts.faces import CSS_FACE, CSS_FAMILY
from app.charts.gantt import GanttRow, Milestone, gantt
from app.charts.ink import PAPER
from app.charts.radar import radar
from app.charts.svg import to_svg
from app.charts.symbols import glyph
from app.charts.waterfall import waterfall_chart
from app.domain.evolution import waterfall
from app.domain.referential import Level, Referential
from app.packs.library import PackLibrary
from app.resources import resource_path


@pytest.fixture(scope="module")
def referential() -> Referential:
    return PackLibrary.shipped().referential()


@pytest.fixture
def drawings(referential: Referential) -> list[Drawing]:
    levels = {theme.code: Level.IN_PROGRESS for theme in referential.themes}
    return [
        radar(referential, levels, width=620, height=548),
        lever_bars(referential, levels, levels, width=380, height=240),
        theme_bars(referential, levels, width=620),
        waterfall_chart(waterfall(dict.fromkeys(levels, Level.TO_STUDY), levels, referential), width=400, height=240),
        gantt([GanttRow("1", "A & <b>", date(2022, 1, 1), None)], [Milestone(date(2022, 2, 1), "là")], width=600),
    ]


def painted(svg: bytes, ground: str) -> QImage:
    renderer = QSvgRenderer(QByteArray(svg))
    assert renderer.isValid()
    image = QImage(renderer.defaultSize(), QImage.Format.Format_RGB32)
    image.fill(QColor(ground))
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image


def test_charts_are_painted_in_their_colours(qapp: object, drawings: list[Drawing]) -> None:
    for drawing in drawings:
        image = painted(to_svg(drawing), "#FFFFFF")
        pixels = [image.pixelColor(x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)]
        black = sum(pixel.lightness() < 12 for pixel in pixels)
        inked = sum(pixel.lightness() < 200 for pixel in pixels)
        assert inked > len(pixels) * 0.005
        assert black < inked * 0.25


def test_an_accent_area_keeps_its_exact_colour(qapp: object, referential: Referential) -> None:
    levels = {theme.code: Level.IN_PLACE for theme in referential.themes}
    drawing = theme_bars(referential, levels, width=620)
    image = painted(to_svg(drawing), "#FFFFFF")
    wanted = QColor(f"#{PAPER.accent.hexval()[2:]}")
    row = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    assert sum(pixel == wanted for pixel in row) > 29 * 100


def test_svg_uses_nothing_that_qtsvg_misreads(drawings: list[Drawing]) -> None:
    for drawing in drawings:
        text = to_svg(drawing, "Les 29 thèmes").decode()
        assert "<title>Les 29 thèmes</title>" in text
        assert not re.search(r"clip|None|rgb\(|%", text.replace("100 %", ""))


def test_every_face_of_the_svg_is_found_by_qt(qapp: object) -> None:
    for file in resource_path("fonts").glob("*.ttf"):
        assert QFontDatabase.addApplicationFont(str(file)) >= 0
    styles = {QFontDatabase.weight(CSS_FAMILY, style) for style in QFontDatabase.styles(CSS_FAMILY)}
    assert {weight for weight, _ in CSS_FACE.values()} <= styles


@pytest.mark.parametrize("level", [None, *Level])
def test_symbols_differ_once_painted_in_grey(qapp: object, level: Level | None) -> None:
    def grey(one: Level | None) -> bytes:
        image = painted(to_svg(glyph(one, 30)), "#FFFFFF").convertToFormat(QImage.Format.Format_Grayscale8)
        return bytes(image.constBits())

    others = [other for other in (None, *Level) if other is not level]
    for other in others:
        different = sum(abs(a - b) > 64 for a, b in zip(grey(level), grey(other), strict=True))
        assert different > 40


def test_words_of_the_charts_are_all_there() -> None:
    with resource_path("texts", "charts.fr.toml").open("rb") as file:
        words = tomllib.load(file)
    assert len(words["months"]) == 12
