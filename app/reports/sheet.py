"""The sheet: A4 portrait, its margins, its two layouts, its colours."""

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm

from app.charts.ink import PAPER

PAGE_WIDTH, PAGE_HEIGHT = A4
LEFT = 20 * mm
RIGHT = 16 * mm
TOP = 23 * mm
BOTTOM = 21 * mm
TEXT_WIDTH = PAGE_WIDTH - LEFT - RIGHT
TEXT_HEIGHT = PAGE_HEIGHT - TOP - BOTTOM

SIDE = 104.0
"""Width of the side heads of the editorial layout, in points."""

GUTTER = 14.0
MAIN = TEXT_WIDTH - SIDE - GUTTER

STRONG_RULE = 0.9
ROW_RULE = 0.3

INK = PAPER
