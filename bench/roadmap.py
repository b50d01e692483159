"""The feuille de route of the fictional company: fresh process and warm, beside a bare ReportLab floor in the same run.

`python -m bench.roadmap [runs]` prints medians in milliseconds. The floor is eight pages of the same kind of text and
tables, in the same typeface, without any chart, mark or typography.
"""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from io import BytesIO

FRESH_BUDGET_MS = 700
WARM_BUDGET_MS = 250
_RUNS = 9
_FLOOR_PAGES = 8


def _warm(make: Callable[[], object], runs: int) -> float:
    """Median of a call in this process, in milliseconds, after one call that is not counted."""
    make()
    taken = []
    for _ in range(runs):
        start = time.perf_counter()
        make()
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)


def _fresh(what: str, runs: int) -> float:
    """Median of a whole process, from its start to its end, in milliseconds."""
    taken = []
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-m", "bench.roadmap", what], check=True, stdout=subprocess.DEVNULL)
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)


def roadmap() -> bytes:
    """The sealed feuille de route with its data attached."""
    from app.reports.roadmap.document import roadmap_pdf
    from tests.integration.roadmap_examples import content_of, demo_file, sealed_version

    return roadmap_pdf(content_of(demo_file(), sealed_version()))


def floor() -> bytes:
    """The bare floor."""
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Table

    from app.charts.faces import REGULAR, register_faces

    register_faces()
    style = ParagraphStyle("body", fontName=REGULAR, fontSize=9.5, leading=13)
    cell = ParagraphStyle("cell", parent=style, fontSize=8.25, leading=10.6)
    said = "Savoir machine par machine pourquoi la broche s’arrête, puis décider avec les pilotes."
    story = []
    for _ in range(_FLOOR_PAGES):
        story += [Paragraph(said * 4, style), Paragraph(said * 4, style)]
        rows = [[Paragraph(f"L{rank}", cell), Paragraph(said, cell), Paragraph("18 400 €", cell)] for rank in range(18)]
        story += [Table(rows, colWidths=[40, 340, 90], style=[("FONTNAME", (0, 0), (-1, -1), REGULAR)]), PageBreak()]
    buffer = BytesIO()
    SimpleDocTemplate(buffer, initialFontName=REGULAR, invariant=1).build(story)
    return buffer.getvalue()


def measure(runs: int = _RUNS) -> None:
    """Prints the four medians and the budgets."""
    print(f"roadmap, {runs} runs, medians in ms")
    for name, make, budgets in (
        ("roadmap", roadmap, f"  (budget {FRESH_BUDGET_MS} / {WARM_BUDGET_MS})"),
        ("floor", floor, ""),
    ):
        print(f"  {name:8} fresh process {_fresh(name, runs):6.0f}   warm {_warm(make, runs):6.0f}{budgets}")


def main(arguments: list[str]) -> None:
    """Measures, or makes one document when named."""
    made = {"roadmap": roadmap, "floor": floor}
    if arguments and arguments[0] in made:
        made[arguments[0]]()
    else:
        measure(int(arguments[0]) if arguments else _RUNS)


if __name__ == "__main__":
    main(sys.argv[1:])
