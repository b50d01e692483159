"""Sentences for every warning that a mission would be sealed with, as their user would write them."""

from dataclasses import replace
from uuid import UUID

from app.domain.checks import unexplained
from app.domain.explanations import Explanation
from app.domain.mission import VersionKind
from app.services.closing import explain_warning, look_before_closing
from app.services.missions import read_mission
from app.services.workbench import Workbench

SENTENCE = "Vu avec la direction."


def answer_warnings(bench: Workbench, mission_id: UUID, kind: VersionKind = VersionKind.DIAGNOSTIC) -> int:
    """Answer each warning found now; returns how many there were."""
    file = read_mission(bench.unit_of_work, mission_id)
    scheme, referential = bench.library.scheme(file.mission.scheme), bench.library.referential(file.mission.referential)
    found = look_before_closing(file, scheme, referential, kind, clock=bench.clock)
    silent = unexplained(found, file.explanations)
    for finding in silent:
        told = Explanation(finding.id, finding.subject, bench.phrase(finding.id, **dict(finding.params)), "")
        explain_warning(bench.unit_of_work, mission_id, replace(told, sentence=SENTENCE), clock=bench.clock)
    return len(silent)
