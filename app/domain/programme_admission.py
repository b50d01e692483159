"""Whether the State may take a Region's programme in: who bears it, when it was asked for, what the reserve leaves to it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from app.domain.quantities import Cents, share_of

LAST_REQUEST_OUTSIDE_CALL = date(2019, 6, 30)
"""Outside a call, the request comes before this civil day; the day itself is an open point."""

RESERVED_SHARE = Decimal("0.5")


class Bearer(StrEnum):
    """Who bears a programme. Source: FACTS.md §4.1, A16."""

    REGIONAL_AUTHORITY = "regional_authority"
    SECTOR_BODY = "sector_body"


class AdmissionState(StrEnum):
    """What is known of a condition."""

    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class AdmissionRules:
    """Conditions of the State's amendment that no figure depends on by default; each a key of `[programme.admission]`.

    Attributes:
        bearers: Who may bear a programme (A16).
        outside_call_until: A request outside a call for projects comes before this civil day (A17).
        last_day_counts: Whether a request on that very day still passes (A17 says « before »).
        ecological_share: Part of the national envelope reserved for projects with positive ecological effects (A18), 0 to 1.
        reserve_binds: Whether that reserve lowers the credits open to the other projects (A18 is said of the envelope, of no
            project: by default it binds none).
    """

    bearers: tuple[Bearer, ...] = tuple(Bearer)
    outside_call_until: date = LAST_REQUEST_OUTSIDE_CALL
    last_day_counts: bool = False
    ecological_share: Decimal = RESERVED_SHARE
    reserve_binds: bool = False


DEFAULT_ADMISSION = AdmissionRules()


@dataclass(frozen=True, slots=True)
class AdmissionFacts:
    """What is known of a programme's request.

    Attributes:
        bearer: Who bears it.
        designated: Whether the sector's strategic committee designated a sector's body, or None while unknown.
        in_call: Whether it answers a call for projects, or None while unknown.
        requested_on: Civil day of the request, or None while unknown.
        ecological: Whether it has significant positive ecological or energy effects, or None while unknown.
    """

    bearer: Bearer = Bearer.REGIONAL_AUTHORITY
    designated: bool | None = None
    in_call: bool | None = None
    requested_on: date | None = None
    ecological: bool | None = None


@dataclass(frozen=True, slots=True)
class Admission:
    """State of each condition of admission."""

    bearer: AdmissionState
    request: AdmissionState


def admission(facts: AdmissionFacts, rules: AdmissionRules) -> Admission:
    """State of the conditions on the bearer and on the request. Source: FACTS.md §4.1, A16 and A17."""
    return Admission(_bearer(facts, rules), _request(facts, rules))


def credits_open(limit: Cents, facts: AdmissionFacts, rules: AdmissionRules) -> Cents:
    """Credits that a programme may draw on: all of them, or those that the reserve leaves (FACTS.md §4.1, A18)."""
    if not rules.reserve_binds or facts.ecological is True:
        return limit
    return Cents(limit - share_of(limit, rules.ecological_share))


def _bearer(facts: AdmissionFacts, rules: AdmissionRules) -> AdmissionState:
    if facts.bearer not in rules.bearers:
        return AdmissionState.NOT_MET
    return AdmissionState.MET if facts.bearer is Bearer.REGIONAL_AUTHORITY else _known(facts.designated)


def _request(facts: AdmissionFacts, rules: AdmissionRules) -> AdmissionState:
    if facts.in_call is True:
        return AdmissionState.MET
    if facts.requested_on is None:
        return AdmissionState.UNKNOWN
    last = rules.outside_call_until
    in_time = facts.requested_on < last or (facts.requested_on == last and rules.last_day_counts)
    if in_time:
        return AdmissionState.MET
    return AdmissionState.NOT_MET if facts.in_call is False else AdmissionState.UNKNOWN


def _known(value: bool | None) -> AdmissionState:
    if value is None:
        return AdmissionState.UNKNOWN
    return AdmissionState.MET if value else AdmissionState.NOT_MET
