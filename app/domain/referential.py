"""The referential: levers, themes and the five levels with their points, as a frozen catalogue."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import NewType

from app.domain.errors import InvalidData
from app.domain.packs import PackHeader

ThemeCode = NewType("ThemeCode", str)
LeverCode = NewType("LeverCode", str)


class Level(StrEnum):
    """State of deployment that the company declares for a theme; a state, never a mark. Source: FACTS.md §3.2."""

    UNKNOWN = "unknown"
    NOT_CONCERNED = "not_concerned"
    TO_STUDY = "to_study"
    IN_PROGRESS = "in_progress"
    IN_PLACE = "in_place"


class Factor(StrEnum):
    """The six factors of the systemic approach. Source: FACTS.md §9.2."""

    VISION_STRATEGY = "vision_strategy"
    DIGITAL_TECHNOLOGY_SECURITY = "digital_technology_security"
    INDUSTRIAL_PERFORMANCE = "industrial_performance"
    ENVIRONMENT_ENERGY = "environment_energy"
    PEOPLE_SKILLS = "people_skills"
    ECONOMICS_BUSINESS_MODELS = "economics_business_models"


@dataclass(frozen=True, slots=True)
class LevelSpec:
    """Official wording and points of a level."""

    level: Level
    label: str
    points: int


@dataclass(frozen=True, slots=True)
class Lever:
    """A group of themes.

    Attributes:
        code: Such as `L1`.
        title: Full French title.
        short_title: Title for a chart's axis.
        opens_accompaniment: Whether it is one of the four levers that an accompaniment must choose from (FACTS.md §2.4).
    """

    code: LeverCode
    title: str
    short_title: str
    opens_accompaniment: bool


@dataclass(frozen=True, slots=True)
class Theme:
    """One question of the questionnaire."""

    code: ThemeCode
    lever: LeverCode
    title: str
    scope: str
    factors: tuple[Factor, ...]


@dataclass(frozen=True, slots=True)
class Referential:
    """A whole referential pack, in its own order; the packs' loader has checked its counts and codes."""

    header: PackHeader
    levels: tuple[LevelSpec, ...]
    levers: tuple[Lever, ...]
    themes: tuple[Theme, ...]
    _points: Mapping[Level, int] = field(init=False, compare=False)
    _themes: Mapping[ThemeCode, Theme] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_points", MappingProxyType({spec.level: spec.points for spec in self.levels}))
        object.__setattr__(self, "_themes", MappingProxyType({theme.code: theme for theme in self.themes}))

    @property
    def maximum(self) -> int:
        """Highest index, in points: 290 with 29 themes of at most 10."""
        return len(self.themes) * max(self._points.values())

    def points(self, level: Level) -> int:
        """Points of a level, 0 to 10."""
        return self._points[level]

    def label(self, level: Level) -> str:
        """Official wording of a level."""
        return next(spec.label for spec in self.levels if spec.level is level)

    def theme(self, code: ThemeCode) -> Theme:
        """The theme of a code.

        Raises:
            InvalidData: `theme.unknown`.
        """
        try:
            return self._themes[code]
        except KeyError:
            raise InvalidData("theme.unknown", theme=code, pack=self.header.ref.id) from None

    def themes_of(self, lever: LeverCode) -> tuple[Theme, ...]:
        """Themes of a lever, in order."""
        return tuple(theme for theme in self.themes if theme.lever == lever)
