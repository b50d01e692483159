"""The engines on the fictional company: a full recomputation of its mission, and the coach on a whole questionnaire.

`python -m bench.engines [runs]` prints medians in milliseconds, packs and mission already in memory.
"""

import statistics
import sys
import time
from collections.abc import Callable
from datetime import date
from decimal import Decimal

from app.domain.assessment import AssessmentKind
from app.domain.checks import CheckSubject, findings
from app.domain.coach import LADDER, CoachRequest, advise
from app.domain.eligibility import Candidate, eligibility
from app.domain.evolution import waterfall
from app.domain.funding import PhasePlan, fund, funding_request
from app.domain.i2df import ceiling, count_by_level, i2df, lever_scores
from app.domain.mission import MissionFile, VersionKind
from app.domain.quantities import Cents, HalfDays
from app.domain.referential import Level, Referential
from app.domain.scheme import Scheme
from app.packs.library import PackLibrary

MISSION_BUDGET_MS = 5
COACH_BUDGET_MS = 50
_RUNS = 200
_SCENARIOS = 3
_COACH_DAYS = (10, 60, 200)


def _median(make: Callable[[], object], runs: int) -> float:
    make()
    taken = []
    for _ in range(runs):
        start = time.perf_counter()
        make()
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)


def recomputed(file: MissionFile, scheme: Scheme, referential: Referential) -> list[object]:
    """Everything that a mission shows: index, evolution, eligibility, three scenarios and the checks."""
    found: list[object] = []
    entry, exit_ = file.assessment(AssessmentKind.ENTRY), file.assessment(AssessmentKind.EXIT)
    for assessment in filter(None, (entry, exit_)):
        levels = assessment.levels
        found += [i2df(levels, referential), ceiling(levels, referential), count_by_level(levels)]
        found.append(lever_scores(levels, referential))
    if entry is not None and exit_ is not None:
        found.append(waterfall(entry.levels, exit_.levels, referential))
    company = file.mission.company
    found.append(eligibility(Candidate(company, file.mission.establishment, services_in_region=True), scheme))
    for rank in range(_SCENARIOS):
        plans = tuple(
            PhasePlan(phase.code, HalfDays(10 + 10 * rank), Cents(600_000 + 100_000 * rank)) for phase in scheme.phases
        )
        request = funding_request(
            plans, scheme, employees=company.employees, equity=company.equity, opened_on=file.mission.opened_on
        )
        found.append(fund(request, scheme))
    found.append(findings(CheckSubject(file, scheme, referential, VersionKind.EXIT, date(2022, 9, 28))))
    return found


def coached(referential: Referential, days: int) -> object:
    """The coach on a whole questionnaire, each step with its effort."""
    levels = {theme.code: (Level.UNKNOWN, Level.TO_STUDY)[rank % 2] for rank, theme in enumerate(referential.themes)}
    efforts = {
        theme.code: {level: HalfDays(1 + (7 * rank + 3 * step) % 12) for step, level in enumerate(LADDER[1:])}
        for rank, theme in enumerate(referential.themes)
    }
    budget = HalfDays(int(Decimal(days) * 2))
    return advise(CoachRequest(levels, efforts, budget, goal=40), referential)


def main(arguments: list[str]) -> None:
    """Prints the medians beside their budgets."""
    from tests.integration.roadmap_examples import demo_file

    runs = int(arguments[0]) if arguments else _RUNS
    library = PackLibrary.shipped()
    file, referential = demo_file(), library.referential()
    scheme = library.scheme(file.mission.scheme)
    print(f"engines, {runs} runs, medians in ms")
    taken = _median(lambda: recomputed(file, scheme, referential), runs)
    print(f"  whole mission    {taken:6.2f}  (budget {MISSION_BUDGET_MS})")
    for days in _COACH_DAYS:
        taken = _median(lambda days=days: coached(referential, days), max(runs // 10, 5))  # type: ignore[misc]
        print(f"  coach, {days:3} days  {taken:6.2f}  (budget {COACH_BUDGET_MS})")


if __name__ == "__main__":
    main(sys.argv[1:])
