"""`python -m tests.mutation --seed 1 --sample 500`: a random sample of mutants of app/domain; prints the score and the survivors."""

import argparse
import os
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence

os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"

from tests.mutation.mutants import Mutant, mutants_of
from tests.mutation.runner import BROKEN, KILLED, ROOT, SURVIVED, outcome, start

DOMAIN = ROOT / "app" / "domain"
EXTRA_TESTS = ("tests/integration/test_calc.py", "tests/integration/test_pack_library.py")
PAUSE_SECONDS = 0.02
TOLD_EVERY = 50
MOST_NEAR = 4


def every_mutant() -> list[Mutant]:
    """Mutants of every module of the domain, in order."""
    paths = sorted(path for path in DOMAIN.rglob("*.py") if path.name != "__init__.py")
    return [
        mutant for path in paths for mutant in mutants_of(path, ".".join(path.relative_to(ROOT).with_suffix("").parts))
    ]


def tests_for(module: str) -> tuple[list[str], list[str]]:
    """Tests of the rules: those named after the module or its package, or that import it, then all the others."""
    paths = [*sorted((ROOT / "tests" / "unit").glob("test_*.py")), *(ROOT / name for name in EXTRA_TESTS)]
    names = module.split(".")[2:]
    own = [path for path in paths if any(name in path.stem for name in names)]
    importing = re.compile(rf"^from {re.escape(module)} import", re.MULTILINE)
    near = own or [path for path in paths if importing.search(path.read_text("utf-8"))][:MOST_NEAR]
    return [str(path) for path in near], [str(path) for path in paths if path not in near]


def warm_up() -> None:
    """Imports what each process would otherwise import again."""
    import hypothesis
    import pydantic
    import reportlab.pdfgen.canvas

    del hypothesis, pydantic, reportlab


def run(mutants: Sequence[Mutant], jobs: int) -> Iterator[tuple[Mutant, str]]:
    """Each mutant with what became of it, as they end."""
    waiting = list(reversed(mutants))
    running: dict[int, tuple[Mutant, float]] = {}
    while waiting or running:
        while waiting and len(running) < jobs:
            mutant = waiting.pop()
            running[start(mutant, *tests_for(mutant.module))] = (mutant, time.monotonic())
        time.sleep(PAUSE_SECONDS)
        for child, (mutant, since) in list(running.items()):
            found = outcome(child, since)
            if found is not None:
                del running[child]
                yield mutant, found


def main() -> int:
    """Exit code 0 when at least the asked share of the sample is noticed."""
    options = argparse.ArgumentParser(prog="python -m tests.mutation")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--sample", type=int, default=500)
    options.add_argument("--jobs", type=int, default=2)
    options.add_argument("--least", type=int, default=90, help="percent")
    options.add_argument("--module", default="", help="only this module, such as funding")
    asked = options.parse_args()
    mutants = [one for one in every_mutant() if asked.module in {"", one.module.rsplit(".", 1)[1]}]
    sample = random.Random(asked.seed).sample(mutants, min(asked.sample, len(mutants)))  # noqa: S311
    say(f"seed {asked.seed}: {len(sample)} mutants of {len(mutants)}")
    warm_up()
    unchanged = Mutant("app.domain.errors", 0, "unchanged", (DOMAIN / "errors.py").read_text("utf-8"))
    if [found for _, found in run([unchanged], 1)] != [SURVIVED]:
        say("the tests fail without any mutant")
        return 2
    counts: Counter[str] = Counter()
    for mutant, found in run(sample, asked.jobs):
        counts[found] += 1
        if counts.total() % TOLD_EVERY == 0:
            say(f"{counts.total()} of {len(sample)}")
        if found != KILLED:
            say(f"{found}: {mutant.module.replace('.', '/')}.py:{mutant.line}: {mutant.told}")
    noticed = 100 * (len(sample) - counts[SURVIVED] - counts[BROKEN]) / max(len(sample), 1)
    say(f"{dict(counts)}: {noticed:.1f} % noticed")
    return 0 if noticed >= asked.least else 1


def say(line: str) -> None:
    """Prints at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main())
