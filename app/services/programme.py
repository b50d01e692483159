"""Use case of the simulation of a Region's programme: the engine under the readings that the user tries."""

from dataclasses import dataclass, replace

from app.domain.errors import DomainError
from app.domain.programme import ProgrammeRequest, ProgrammeResult, ServiceGroup, fund_programme
from app.domain.programme_admission import AdmissionRules
from app.domain.readings import ProgrammeReadings
from app.domain.scheme import Scheme


@dataclass(frozen=True, slots=True)
class ProgrammeExample:
    """A worked example of the sources, with its groups of services."""

    title: str
    source: str
    groups: tuple[ServiceGroup, ...]


def simulate_programme(
    request: ProgrammeRequest, scheme: Scheme, readings: ProgrammeReadings, admission: AdmissionRules
) -> ProgrammeResult:
    """What the State pays to the Region under other readings than those of the pack; nothing is kept.

    Raises:
        DomainError: Any refusal of `fund_programme`.
    """
    programme = scheme.programme
    if programme is None:
        raise DomainError("programme.not_computable", scheme=scheme.header.title)
    tried = replace(scheme, programme=replace(programme, readings=readings, admission=admission))
    return fund_programme(request, tried)
