"""The feuille de route of the fictional company, beside what bare ReportLab and LibreOffice need for the same content.

`python -m bench.roadmap [runs]` prints medians in milliseconds, elapsed and of processor, of alternated runs:
  warm      in one process: ours, and the same pages by bare ReportLab (`bench.floors.bare_roadmap`);
  fresh     from the start of a process to the document, its content read from a file of plain objects;
  soffice   LibreOffice converting the same words and tables, when it is on the machine.
`python -m bench.roadmap --many [count]` makes documents in a row and prints the memory of the process as it goes.
"""

import copyreg
import os
import pickle
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import MappingProxyType

WARM_RATIO = 2.0
FRESH_BUDGET_MS = 450
FLAT_MIB = 8
_RUNS = 9
_MANY = 1_000
_STEPS = 10


def _spent(make: Callable[[], object]) -> tuple[float, float]:
    """Elapsed time and time of processor of a call, in milliseconds."""
    start, used = time.perf_counter(), time.process_time()
    make()
    return (time.perf_counter() - start) * 1000, (time.process_time() - used) * 1000


def _spent_by_process(*command: str, compiled: Path | None = None) -> tuple[float, float]:
    """The same of a whole process, from its start to its end, its modules compiled into a folder as if installed."""
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    if compiled is not None:
        env["PYTHONPYCACHEPREFIX"] = str(compiled)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    subprocess.run(command, check=True, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    elapsed = (time.perf_counter() - start) * 1000
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return elapsed, (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000


def _told(name: str, taken: Sequence[tuple[float, float]], more: str = "") -> float:
    """Prints the medians; gives that of processor."""
    elapsed, used = (statistics.median(column) for column in zip(*taken, strict=True))
    print(f"  {name:26} elapsed {elapsed:6.0f}   processor {used:6.0f}{more}")
    return float(used)


def roadmap() -> bytes:
    """The sealed feuille de route with its data attached."""
    from app.reports.roadmap.document import roadmap_pdf
    from tests.integration.roadmap_examples import content_of, demo_file, sealed_version

    return roadmap_pdf(content_of(demo_file(), sealed_version()))


def warm(runs: int) -> None:
    """Ours and the floor by turns, after one of each that is not counted."""
    from app.reports.roadmap.document import roadmap_pdf
    from bench.floors.bare_roadmap import captured, floor, pages_of, recipes
    from tests.integration.roadmap_examples import content_of, demo_file, sealed_version

    content = content_of(demo_file(), sealed_version())
    pdf = roadmap_pdf(content)
    made = recipes(captured(content))
    without = recipes(captured(content), charts=False)
    bare = floor(made)
    print(f"warm, {runs} runs by turns: ours has {pages_of(pdf)} pages, the bare one {pages_of(bare)}")
    floor(without)
    taken: dict[str, list[tuple[float, float]]] = {"ours": [], "bare ReportLab": [], "the same without charts": []}
    for _ in range(runs):
        taken["ours"].append(_spent(lambda: roadmap_pdf(content)))
        taken["bare ReportLab"].append(_spent(lambda: floor(made)))
        taken["the same without charts"].append(_spent(lambda: floor(without)))
    ours, bare_used, plain = (_told(name, spent) for name, spent in taken.items())
    print(f"  ratio {ours / bare_used:.2f} (budget {WARM_RATIO:.0f}); {ours / plain:.2f} without charts in the floor")


def fresh(runs: int, folder: Path) -> None:
    """A whole process for one document, beside one that only starts Python and one that imports ReportLab, by turns."""
    from bench.floors.fresh_roadmap import frozen
    from tests.integration.roadmap_examples import content_of, demo_file, sealed_version

    copyreg.pickle(MappingProxyType, lambda proxy: (frozen, (dict(proxy),)))
    source = folder / "content.pickle"
    source.write_bytes(pickle.dumps(content_of(demo_file(), sealed_version())))
    print(f"fresh process, {runs} runs (budget {FRESH_BUDGET_MS})")
    python = sys.executable
    commands = {
        "Python alone": (python, "-c", ""),
        "importing ReportLab": (python, "-c", "import reportlab.platypus"),
        "ours": (python, "-m", "bench.floors.fresh_roadmap", str(source)),
    }
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for counted in (False, *[True] * runs):
        for name, command in commands.items():
            spent = _spent_by_process(*command, compiled=folder / "compiled")
            if counted:
                taken[name].append(spent)
    for name, spends in taken.items():
        _told(name, spends)


def office(runs: int, folder: Path) -> None:
    """LibreOffice converting the same words and tables, without charts."""
    from bench.floors.bare_roadmap import captured, page_text
    from tests.integration.roadmap_examples import content_of, demo_file, sealed_version

    program = shutil.which("soffice")
    if program is None:
        print("soffice: LibreOffice is not on this machine, nothing to set beside")
        return
    source = folder / "roadmap.html"
    source.write_text(page_text(captured(content_of(demo_file(), sealed_version()))), "utf-8")
    asked = (
        "--headless",
        f"-env:UserInstallation={(folder / 'office').as_uri()}",
        "--convert-to",
        "pdf:writer_web_pdf_Export",
    )
    command = (program, *asked, "--outdir", str(folder), str(source))
    made = source.with_suffix(".pdf")
    try:
        _spent_by_process(*command)
    except subprocess.CalledProcessError:
        made.unlink(missing_ok=True)
    if not made.exists():
        print("soffice: this LibreOffice converts no page (its Writer may be missing), nothing to set beside")
        return
    print(f"soffice, {runs} runs, one process each, its profile already made")
    _told("LibreOffice", [_spent_by_process(*command) for _ in range(runs)])


def many(count: int) -> bool:
    """Documents in a row in one process; whether the memory stays flat once the first tenth is made."""
    from app.reports.roadmap.document import roadmap_pdf
    from tests.integration.roadmap_examples import content_of, demo_file, sealed_version

    content = content_of(demo_file(), sealed_version())
    print(f"{count} documents in a row: memory of the process, in MiB")
    seen = []
    for step in range(_STEPS):
        for _ in range(count // _STEPS):
            roadmap_pdf(content)
        seen.append(_resident_mib())
        print(f"  after {(step + 1) * (count // _STEPS):5}: {seen[-1]:.1f}")
    grown = seen[-1] - seen[0]
    print(f"  {grown:+.1f} MiB from the first tenth to the last (budget {FLAT_MIB})")
    return grown <= FLAT_MIB


def _resident_mib() -> float:
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * resource.getpagesize() / 2**20


def main(arguments: list[str]) -> int:
    """Measures; `roadmap` makes one document."""
    if arguments[:1] == ["roadmap"]:
        roadmap()
        return 0
    if arguments[:1] == ["--many"]:
        return 0 if many(int(arguments[1]) if len(arguments) > 1 else _MANY) else 1
    runs = int(arguments[0]) if arguments else _RUNS
    with tempfile.TemporaryDirectory(prefix="jalon-bench-") as folder:
        warm(runs)
        fresh(runs, Path(folder))
        office(min(runs, 3), Path(folder))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
