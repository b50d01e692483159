"""Packs that the sealed mission used, with the codes and titles that let a machine without them read it."""

from copy import deepcopy
from typing import Annotated, Any, Self, cast

from pydantic import Field, ModelWrapValidatorHandler, model_validator

from app.domain.referential import Level
from app.sync.contract.document.base import Code, Line, Part, Sha256


class LevelPart(Part):
    """A level as the referential words and weighs it."""

    level: Level
    label: Line
    points: Annotated[int, Field(ge=0, le=100)]


class LeverPart(Part):
    """A lever of the referential."""

    code: Code
    title: Line


class ThemePart(Part):
    """A theme of the referential."""

    code: Code
    lever: Code
    title: Line


class ReferentialPart(Part):
    """Referential pack used, with what is needed to read the answers without it."""

    id: Code
    version: Code
    sha256: Sha256
    title: Line
    official: bool
    levels: list[LevelPart] = Field(min_length=1, max_length=10)
    levers: list[LeverPart] = Field(min_length=1, max_length=50)
    themes: list[ThemePart] = Field(min_length=1, max_length=500)

    @model_validator(mode="wrap")
    @classmethod
    def _recognised(cls, value: Any, validate: ModelWrapValidatorHandler[Self]) -> Self:
        """Missions of one programme carry the very same referential: it is validated once, then recognised."""
        sha256 = value.get("sha256") if isinstance(value, dict) else None
        if not isinstance(sha256, str):
            return validate(value)
        known = _RECOGNISED.get(sha256)
        if known is not None and known[0] == value:
            return cast(Self, known[1])
        part = validate(value)
        if len(_RECOGNISED) >= _MOST_RECOGNISED:
            _RECOGNISED.clear()
        _RECOGNISED[sha256] = (deepcopy(value), part)
        return part


_MOST_RECOGNISED = 8
_RECOGNISED: dict[str, tuple[dict[str, Any], ReferentialPart]] = {}


class PhasePart(Part):
    """A phase of the scheme."""

    code: Code
    title: Line


class SchemePart(Part):
    """Scheme pack used."""

    id: Code
    version: Code
    sha256: Sha256
    title: Line
    official: bool
    fictional: bool
    region_code: Line
    region_name: Line
    phases: list[PhasePart] = Field(max_length=50)
