"""Figures of a sealed document computed again from what it holds: the first that differs, if any."""

from collections.abc import Iterator

from app.domain.errors import CodedError
from app.domain.i2df import progress_of
from app.domain.scheme import Scheme
from app.sync.contract.carried import referential_of
from app.sync.contract.document import FundingPart, SealedDocument, ServicePart
from app.sync.contract.seal import sealed_funding, services_of
from app.sync.contract.unseal import file_of


def differing_figures(document: SealedDocument, scheme: Scheme | None) -> Iterator[str]:
    """Paths of the figures that are not what the document's own data give.

    Args:
        document: As read.
        scheme: The very pack of the mission; without it only the sums of the funding are checked.
    """
    referential, file = referential_of(document.referential, document), file_of(document)
    for part, assessment in zip(document.assessments, file.assessments, strict=True):
        try:
            index = progress_of(assessment.levels, referential).index
        except CodedError:
            index = -1
        if index != part.index:
            yield f"assessments.{part.kind.value}.index"
    if scheme is not None and document.services != [
        ServicePart.model_validate(one) for one in services_of(file.ledger, scheme)
    ]:
        yield "services"
    for scenario, told in zip(file.scenarios, document.scenarios, strict=True):
        if scheme is None:
            same = told.funding is None or _adds_up(told.funding)
        else:
            found = sealed_funding(file.mission, scenario, scheme)
            same = told.funding == (None if found is None else FundingPart.model_validate(found))
        if not same:
            yield f"scenarios.{told.rank}.funding"


def _adds_up(funding: FundingPart) -> bool:
    return funding.grant_cents + funding.company_cents == funding.invoiced_cents
