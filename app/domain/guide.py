"""The guide of the technologies: one short sheet per theme, as a frozen catalogue."""

from dataclasses import dataclass

from app.domain.packs import PackHeader
from app.domain.referential import ThemeCode


@dataclass(frozen=True, slots=True)
class GuideSheet:
    """What a trainer shows of one theme (80 to 150 words in all)."""

    theme: ThemeCode
    definition: str
    signs_in_place: tuple[str, ...]
    first_steps: tuple[str, ...]
    questions_on_site: tuple[str, ...]
    limits: str

    @property
    def text(self) -> str:
        """All the words of the sheet, for search."""
        parts = (self.definition, *self.signs_in_place, *self.first_steps, *self.questions_on_site, self.limits)
        return "\n".join(parts)


@dataclass(frozen=True, slots=True)
class Guide:
    """A whole guide pack, one sheet per theme of its referential."""

    header: PackHeader
    referential_id: str
    sheets: tuple[GuideSheet, ...]
