"""Identity of the mission read back from a document."""

from decimal import Decimal

from app.domain.company import Company, Establishment
from app.domain.mission import Mission, MissionState, Provider
from app.domain.packs import PackRef
from app.domain.quantities import Cents
from app.sync.contract.document import CompanyPart, SealedDocument


def mission_of(document: SealedDocument, referential: PackRef) -> Mission:
    """Framing, company and site, read back from the document."""
    part, site, scheme = document.mission, document.establishment, document.scheme
    return Mission(
        id=part.id,
        reference=part.reference,
        opened_on=part.opened_on,
        company=company_of(document.company),
        establishment=Establishment(site.siret, site.address, site.postal_code, site.town, site.region_code),
        scheme=PackRef(scheme.id, scheme.version, scheme.sha256),
        referential=referential,
        state=MissionState.SEALED,
        version=document.version.number,
        fictional=part.fictional,
        operator=part.operator,
        provider=Provider(document.provider.name, document.provider.lead_consultant, document.provider.contact),
        purposes=tuple(part.purposes),
        market=part.market,
        sector=part.sector,
        territory=part.territory,
        recruitment_source=part.recruitment_source,
        decision_day=part.decision_day,
        region_file=part.region_file,
        summary=part.summary,
        next_day=part.next_day,
        next_step=part.next_step,
    )


def company_of(part: CompanyPart) -> Company:
    """The company, read back from the document."""
    share = part.production_revenue_share
    return Company(
        name=part.name,
        siren=part.siren,
        trade=part.trade,
        employees=part.employees,
        equity=None if part.equity_cents is None else Cents(part.equity_cents),
        balance_sheet_months=part.balance_sheet_months,
        industrial_activity=part.industrial_activity,
        association=part.association,
        approved_integration=part.approved_integration,
        production_revenue_share=None if share is None else Decimal(share),
        in_difficulty=part.in_difficulty,
        tax_and_social_up_to_date=part.tax_and_social_up_to_date,
        de_minimis_statement=part.de_minimis_statement,
        head_name=part.head_name,
        head_function=part.head_function,
    )
