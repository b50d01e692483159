"""Phases of a version as the figures of the Region need them: days that count, public aid of the chosen scenario."""

import json
from collections import Counter
from dataclasses import dataclass

from app.domain.funding import LineKind
from app.sync.contract.document import SealedDocument


@dataclass(frozen=True, slots=True)
class PhaseTold:
    """One phase of one mission.

    Attributes:
        code: Its code in the scheme.
        title: Its title.
        half_days: Half-days that count, as the services say.
        grant_cents: Public aid of the chosen scenario, 0 when there is none.
    """

    code: str
    title: str
    half_days: int
    grant_cents: int


def phases_told(document: SealedDocument) -> str:
    """The column `phases` of a version: JSON, one object for each phase that was performed or aided."""
    half_days = {one.phase: one.half_days for one in document.services}
    grants: Counter[str] = Counter()
    chosen = document.chosen_scenario
    for line in [] if chosen is None or chosen.funding is None else chosen.funding.lines:
        if line.kind is LineKind.PHASE_GRANT and line.phase:
            grants[line.phase] += line.amount_cents
    told = [
        {
            "code": phase.code,
            "title": phase.title,
            "half_days": half_days.get(phase.code, 0),
            "grant_cents": grants[phase.code],
        }
        for phase in document.scheme.phases
        if phase.code in half_days or phase.code in grants
    ]
    return json.dumps(told, ensure_ascii=False)


def read_phases(column: str) -> list[PhaseTold]:
    """What `phases_told` wrote."""
    return [PhaseTold(**one) for one in json.loads(column)]
