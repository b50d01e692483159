"""Marks that the pages of the field work put on their line of the rail."""

from app.domain.full_diagnostic import FullDiagnostic
from app.domain.i2df import Progress
from app.domain.mission import Mission, MissionFile
from app.domain.referential import Factor
from app.domain.scheme import Scheme
from app.ui.views.kit.rail import Mark


def progress_mark(progress: Progress) -> Mark:
    """« 18/29 », a check once complete."""
    if progress.index is not None:
        return Mark.check()
    return Mark.words(f"{progress.answered}/{progress.total}")


def company_mark(mission: Mission) -> Mark:
    """How much of what a seal requires is there; a check once it all is."""
    company = mission.company
    required = (
        bool(company.name),
        bool(mission.establishment.siret),
        bool(company.head_name or company.head_function),
        company.employees is not None,
        bool(mission.provider.name),
        bool(mission.provider.lead_consultant),
    )
    there = sum(required)
    return Mark.check() if there == len(required) else Mark.ring(100 * there // len(required))


def days_mark(file: MissionFile, scheme: Scheme) -> Mark | None:
    """Days recorded as a share of those that the scheme speaks of; nothing before the first."""
    total = file.ledger.total
    if not total:
        return None
    return Mark.ring(min(100, 100 * total // scheme.warn_above_half_days))


def full_diagnostic_mark(diagnostic: FullDiagnostic) -> Mark | None:
    """How many of the six factors say a strength or a weakness; nothing before the first, a check once all do."""
    told = sum(diagnostic.view(factor).is_told for factor in Factor)
    if told == len(Factor):
        return Mark.check()
    return Mark.words(f"{told}/{len(Factor)}") if told else None
