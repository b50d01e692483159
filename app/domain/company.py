"""The company and the establishment as they are on the day of the mission."""

from dataclasses import dataclass
from decimal import Decimal

from app.domain.quantities import Cents


@dataclass(frozen=True, slots=True)
class Company:
    """Beneficiary of the mission; figures are those of the mission's date, so each mission keeps its own.

    Attributes:
        name: Registered name.
        siren: Nine digits with a valid key, or empty while unknown.
        trade: What it makes, in a few words.
        employees: Staff, in persons, or None while unknown.
        equity: Own funds in cents, possibly negative, or None while unknown.
        balance_sheet_months: Length of its first balance sheet, in months, or None.
        industrial_activity: Whether its main activity is production, manufacturing or processing.
        association: Whether it is an association (social economy).
        approved_integration: Whether it holds an « entreprise d'insertion » or « entreprise adaptée » approval.
        production_revenue_share: Share of revenue from producing goods or services, 0 to 1, or None.
        in_difficulty: Whether it is an undertaking in difficulty (EU sense), or None while unknown.
        tax_and_social_up_to_date: Whether it is up to date with tax and social obligations, or None.
        de_minimis_statement: Whether it signed its de minimis statement, or None while unknown.
        head_name: Name of the company head.
        head_function: Function of the company head.
    """

    name: str
    siren: str = ""
    trade: str = ""
    employees: int | None = None
    equity: Cents | None = None
    balance_sheet_months: int | None = None
    industrial_activity: bool | None = None
    association: bool = False
    approved_integration: bool = False
    production_revenue_share: Decimal | None = None
    in_difficulty: bool | None = None
    tax_and_social_up_to_date: bool | None = None
    de_minimis_statement: bool | None = None
    head_name: str = ""
    head_function: str = ""


@dataclass(frozen=True, slots=True)
class Establishment:
    """Site where the mission takes place.

    Attributes:
        siret: Fourteen digits with a valid key, or empty while unknown.
        address: Street line.
        postal_code: Five characters, or empty.
        town: Town.
        region_code: INSEE code of its Region, or empty while unknown.
    """

    siret: str = ""
    address: str = ""
    postal_code: str = ""
    town: str = ""
    region_code: str = ""
