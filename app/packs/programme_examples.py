"""Loads the worked examples of a programme that the window offers: the same strict reading as a pack."""

from app.domain.mission import ProgrammeOperator
from app.domain.programme import ServiceGroup
from app.domain.scheme import PhaseCode
from app.packs.source import PackSource
from app.packs.table import ROOT, Table, choice
from app.services.programme import ProgrammeExample

MAX_SERVICES = 1_000_000


def load_programme_examples(source: PackSource) -> tuple[ProgrammeExample, ...]:
    """Every example of a file.

    Raises:
        InvalidData: Any refusal of `PackSource.parsed` and `Table`.
    """
    document = Table(source.file, ROOT, source.parsed())
    found = tuple(_example(table) for table in document.tables("example"))
    document.close()
    return found


def _example(table: Table) -> ProgrammeExample:
    example = ProgrammeExample(
        table.text("title"), table.text("source"), tuple(_group(group) for group in table.tables("group"))
    )
    table.close()
    return example


def _group(table: Table) -> ServiceGroup:
    group = ServiceGroup(
        phase=PhaseCode(table.text("phase")),
        services=table.integer("services", 0, MAX_SERVICES),
        average_cost=table.euros("average_cost_euros"),
        takeup_rate=table.rate("takeup_rate"),
        operator=choice(table, "operator", ProgrammeOperator),
    )
    table.close()
    return group
