"""One vector drawing per chart, for the paper, the screen (SVG) and the pages of the server alike."""

from reportlab import rl_config

# Before any shape is defined: ReportLab would check each attribute of each shape, a tenth of the time of a document.
rl_config.shapeChecking = 0
