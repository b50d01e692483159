"""Documents for paper, composed from frozen data."""

import app.charts  # noqa: F401  sets ReportLab before its shapes are imported here
