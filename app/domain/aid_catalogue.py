"""The catalogue of public aids and services, dated: who may use them, for what, until when. Source: FACTS.md §7."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from app.domain.aids import ValidityState
from app.domain.packs import PackHeader
from app.domain.referential import ThemeCode


class Audience(StrEnum):
    """Who an aid is for."""

    TERRITORY = "territory"
    LOCAL_AUTHORITY = "local_authority"
    ASSOCIATION = "association"
    VERY_SMALL_COMPANY = "very_small_company"
    SME = "sme"
    MID_CAP = "mid_cap"
    LARGE_COMPANY = "large_company"
    GROUPING = "grouping"
    TRAINING_BODY = "training_body"
    YOUNG_PERSON = "young_person"
    EMPLOYEE = "employee"


class AidTheme(StrEnum):
    """What an aid is about; the mapping is this project's own reading."""

    ROBOTISATION = "robotisation"
    DIGITAL = "digital"
    ENERGY_ECOLOGY = "energy_ecology"
    SKILLS = "skills"
    EXPORT = "export"
    INNOVATION = "innovation"
    FINANCE = "finance"
    LAND = "land"
    INFRASTRUCTURE = "infrastructure"
    HOUSING_MOBILITY = "housing_mobility"
    DISPUTES = "disputes"
    REGULATION = "regulation"
    STRATEGY = "strategy"
    ATTRACTIVENESS = "attractiveness"


class Pillar(StrEnum):
    """Part of the guide that an aid comes from."""

    ATTRACT = "attract"
    RECRUIT = "recruit"
    INNOVATE = "innovate"
    SIMPLIFY = "simplify"
    CLUSTERS = "clusters"


class CompanyUse(StrEnum):
    """How a company benefits: by itself, through a grouping, or through its territory only."""

    DIRECT = "direct"
    COLLECTIVE = "collective"
    INDIRECT = "indirect"


class SourceStatus(StrEnum):
    """What the source says of the aid; a proposal is nobody's aid yet."""

    OPEN = "open"
    CLOSED_CALL = "closed_call"
    ANNOUNCED = "announced"
    INFORMATION_ONLY = "information_only"
    PROPOSAL = "proposal"


@dataclass(frozen=True, slots=True)
class AidEntry:
    """One aid or service.

    Attributes:
        id: Such as `ti-25`.
        sheet: Number of its sheet in the guide, or None.
        pillar: Part of the guide.
        title: French title.
        operator: Who gives it.
        audiences: Who it is for, at least one.
        use: How a company benefits.
        summary: What it gives, in one or two sentences of ours.
        figures: Rates, amounts and bounds, each a short phrase.
        conditions: Each a short phrase.
        how: How to ask.
        link: Web site, or empty.
        themes: What it is about.
        status: What the source says of it.
        valid_from: First civil day when its source gives one.
        valid_until: Last civil day when its source gives one.
        calculator: Identifier of the pack that computes it, or empty.
        source: Reference of the source.
    """

    id: str
    sheet: int | None
    pillar: Pillar
    title: str
    operator: str
    audiences: tuple[Audience, ...]
    use: CompanyUse
    summary: str
    figures: tuple[str, ...]
    conditions: tuple[str, ...]
    how: str
    link: str
    themes: tuple[AidTheme, ...]
    status: SourceStatus
    valid_from: date | None
    valid_until: date | None
    calculator: str
    source: str

    def state(self, day: date) -> ValidityState:
        """Whether it can be used on a civil day, as far as its source says; an aid that is only announced is upcoming."""
        if self.valid_until is not None and day > self.valid_until:
            return ValidityState.CLOSED
        if self.status is SourceStatus.CLOSED_CALL and self.valid_until is None:
            return ValidityState.CLOSED
        not_begun = self.valid_from is not None and day < self.valid_from
        if not_begun or self.status in {SourceStatus.ANNOUNCED, SourceStatus.PROPOSAL}:
            return ValidityState.UPCOMING
        return ValidityState.OPEN


@dataclass(frozen=True, slots=True)
class AidFilter:
    """What is looked for; None keeps everything.

    Attributes:
        audience: Who asks.
        theme: About what.
        day: Civil day on which the aid must be open.
        use: How the company may benefit.
        proposals: Whether proposals are shown too: they are nobody's aid.
    """

    audience: Audience | None = None
    theme: AidTheme | None = None
    day: date | None = None
    use: CompanyUse | None = None
    proposals: bool = False

    def keeps(self, entry: AidEntry) -> bool:
        """Whether an entry answers every part of the filter."""
        return (
            (self.audience is None or self.audience in entry.audiences)
            and (self.theme is None or self.theme in entry.themes)
            and (self.use is None or self.use is entry.use)
            and (self.proposals or entry.status is not SourceStatus.PROPOSAL)
            and (self.day is None or entry.state(self.day) is ValidityState.OPEN)
        )


@dataclass(frozen=True, slots=True)
class AidCatalogue:
    """A whole catalogue pack, in its own order.

    Attributes:
        header: Its identity; `valid_from` is the day on which its facts were stated.
        entries: Aids and services.
        referential: Referential whose themes `fits` speaks of, or empty.
        fits: What to look for from a theme of the questionnaire; the catalogue's own reading.
    """

    header: PackHeader
    entries: tuple[AidEntry, ...]
    referential: str = ""
    fits: Mapping[ThemeCode, tuple[AidTheme, ...]] = field(default_factory=lambda: MappingProxyType({}), compare=False)

    def subjects(self, themes: Iterable[ThemeCode], referential: str) -> frozenset[AidTheme]:
        """What to look for from themes of a referential; nothing when the catalogue does not speak of it."""
        if referential != self.referential:
            return frozenset()
        return frozenset(subject for theme in themes for subject in self.fits.get(theme, ()))

    def kept(self, asked: AidFilter) -> tuple[AidEntry, ...]:
        """Entries that a filter keeps, in order."""
        return tuple(entry for entry in self.entries if asked.keeps(entry))
