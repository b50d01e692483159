"""Packs of the mission as the document says them."""

from typing import Any

from app.domain.referential import Referential
from app.domain.scheme import Scheme


def referential_part(referential: Referential) -> dict[str, Any]:
    """The referential with its codes, titles and points, as the document says it."""
    header = referential.header
    return {
        "id": header.ref.id,
        "version": header.ref.version,
        "sha256": header.ref.sha256,
        "title": header.title,
        "official": header.official,
        "levels": [{"level": spec.level, "label": spec.label, "points": spec.points} for spec in referential.levels],
        "levers": [{"code": lever.code, "title": lever.title} for lever in referential.levers],
        "themes": [{"code": theme.code, "lever": theme.lever, "title": theme.title} for theme in referential.themes],
    }


def scheme_part(scheme: Scheme) -> dict[str, Any]:
    """The scheme with its phases, as the document says it."""
    header = scheme.header
    return {
        "id": header.ref.id,
        "version": header.ref.version,
        "sha256": header.ref.sha256,
        "title": header.title,
        "official": header.official,
        "fictional": scheme.fictional,
        "region_code": scheme.region_code or "",
        "region_name": scheme.region_name or "",
        "phases": [{"code": phase.code, "title": phase.title} for phase in scheme.phases],
    }
