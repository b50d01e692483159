"""Quarterly report: missions decided in a quarter, what became of them, as a page and as a table."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_, select

from app.domain.errors import DomainError
from server.figures import SMALLEST, Figures, Line, figures
from server.listing import LAST
from server.publishing import orders_decided
from server.region import Region
from server.tables import mission, version

_NAME = re.compile(r"(20\d\d)-T([1-4])")
_MONTHS = 3
_MONTHS_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Quarter:
    """Three months.

    Attributes:
        year: Year.
        rank: 1 to 4.
    """

    year: int
    rank: int

    @property
    def name(self) -> str:
        """As addresses and files write it: `2026-T1`."""
        return f"{self.year}-T{self.rank}"

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, (self.rank - 1) * _MONTHS + 1, 1)

    @property
    def next_first(self) -> date:
        """First day of the one after."""
        return self.shifted(1).first

    def shifted(self, by: int) -> "Quarter":
        """The one some quarters later."""
        months = self.year * _MONTHS_A_YEAR + (self.rank - 1 + by) * _MONTHS
        return quarter_of(date(months // _MONTHS_A_YEAR, months % _MONTHS_A_YEAR + 1, 1))


@dataclass(frozen=True, slots=True)
class Report:
    """What the Region reports for a quarter; missions are those decided in it, whatever became of them since.

    Attributes:
        quarter: Which one.
        decided: Missions decided, None when too few to be told.
        figures: Figures of those of them that were deposited.
    """

    quarter: Quarter
    decided: int | None
    figures: Figures

    @property
    def last(self) -> date:
        """Last day of the quarter."""
        return self.quarter.next_first - timedelta(days=1)


def quarter_of(day: date | datetime) -> Quarter:
    """The quarter of a day."""
    return Quarter(day.year, (day.month - 1) // _MONTHS + 1)


def read_quarter(name: str) -> Quarter:
    """A quarter by its name.

    Raises:
        DomainError: `quarter.unknown`.
    """
    found = _NAME.fullmatch(name)
    if found is None:
        raise DomainError("quarter.unknown")
    return Quarter(int(found[1]), int(found[2]))


def report_of(region: Region, quarter: Quarter) -> Report:
    """The report of a quarter: missions whose decision bears a day of it, fictional ones left out."""
    ordered = orders_decided(region, quarter.first, quarter.next_first)
    among = or_(_decided_in(quarter), version.c.mission_id.in_(list(ordered)))
    found = figures(region, among)
    decided = len(ordered.keys() | _deposited(region, among))
    return Report(quarter, decided if decided >= SMALLEST or not decided else None, found)


def as_table(region: Region, report: Report) -> bytes:
    """The report as CSV: UTF-8 with its mark, semicolons, one line a figure, « moins de 5 » where a number is hidden."""
    written = io.StringIO()
    table = csv.writer(written, delimiter=";", lineterminator="\r\n")
    table.writerow(["trimestre", "tableau", "ligne", "missions", "demi-journées", "aide publique (centimes)"])
    for heading, line in _lines(region, report):
        told = ["moins de 5" if line.missions is None else line.missions]
        told += ["" if value is None else value for value in (line.half_days, line.grant_cents)]
        table.writerow([report.quarter.name, heading, _safe(line.name), *told])
    return written.getvalue().encode("utf-8-sig")


def _lines(region: Region, report: Report) -> Iterator[tuple[str, Line]]:
    found = report.figures
    yield "ensemble", Line("missions décidées", report.decided, None, None)
    total = found.total
    yield "ensemble", Line("dont déposées", total.missions, total.half_days, total.grant_cents)
    for line in found.states:
        yield (
            "état",
            Line(region.texts.word("version_kind", line.name), line.missions, line.half_days, line.grant_cents),
        )
    for heading, lines in (("filière", found.sectors), ("dispositif", found.schemes), ("phase", found.phases)):
        for line in lines:
            yield heading, Line(line.name or "non renseigné", line.missions, line.half_days, line.grant_cents)


def _safe(words: str) -> str:
    """Words that a spreadsheet does not take for a formula."""
    return f"'{words}" if words[:1] in {"=", "+", "-", "@", "\t", "\r"} else words


def _deposited(region: Region, among: ColumnElement[bool]) -> set[UUID]:
    query = select(mission.c.id).join(version, LAST).where(mission.c.fictional.is_(False), among)
    with region.database.reading() as connection:
        return set(connection.execute(query).scalars())


def _decided_in(quarter: Quarter) -> ColumnElement[bool]:
    return and_(version.c.decision_day >= quarter.first, version.c.decision_day < quarter.next_first)
