"""Rendering of the pages: templates, French writing of their values, charts."""

from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse

from app.charts.bars import lever_bars
from app.charts.radar import radar
from app.charts.svg import to_svg
from app.domain.assessment import Assessment, AssessmentKind
from app.domain.errors import InvalidData
from app.domain.mission import MissionFile
from app.domain.quantities import Cents, HalfDays
from app.domain.referential import Referential
from app.packs import french
from app.packs.typography import typeset
from app.sync.contract.carried import referential_of
from app.sync.contract.document import SealedDocument
from server.looks import chart_ink
from server.region import Region

_TEMPLATES = Path(__file__).with_name("templates")
_RADAR_WIDTH, _RADAR_HEIGHT, _BARS_WIDTH = 760, 440, 420


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "number": french.number,
        "money": lambda cents: french.money(Cents(cents)),
        "days": lambda half_days: french.days(HalfDays(half_days)),
        "date": french.short_date,
        "counted": french.counted,
        "typeset": typeset,
    }
    return environment


def page(region: Region, template: str, status: int = 200, **values: Any) -> HTMLResponse:
    """A page of the server, with what every page shows."""

    def instant(at: datetime) -> str:
        local = at.astimezone(region.settings.zone)
        return f"{french.short_date(local.date())} à {local:%H:%M}"

    shared = {"server": region.settings.name, "instant": instant, "word": region.texts.word}
    shared |= {"session": None, "places": (), "here": "", "refusal": ""}
    html = _environment().get_template(template).render(shared | values)
    return HTMLResponse(html, status)


def referential_for(region: Region, document: SealedDocument) -> Referential:
    """The server's own referential when it is the very pack of the document, for its short titles; else the carried one."""
    carried = referential_of(document.referential, document)
    try:
        return region.packs.referential(carried.header.ref)
    except InvalidData:
        return carried


def charts_of(file: MissionFile, referential: Referential) -> dict[str, str]:
    """Radar and bars of a mission as SVG; none without an entry assessment."""
    entry = file.assessment(AssessmentKind.ENTRY)
    if entry is None:
        return {}
    exit_ = file.assessment(AssessmentKind.EXIT)
    answers = (entry.levels, _levels(exit_))
    ink = chart_ink()
    drawn = {
        "radar": radar(referential, *answers, width=_RADAR_WIDTH, height=_RADAR_HEIGHT, ink=ink),
        "bars": lever_bars(referential, *answers, width=_BARS_WIDTH, ink=ink, size=12),
    }
    titles = {"radar": "Niveaux déclarés, thème par thème", "bars": "Points de chaque levier"}
    return {name: to_svg(drawing, titles[name]).decode() for name, drawing in drawn.items()}


def _levels(assessment: Assessment | None) -> Any:
    return None if assessment is None else assessment.levels
