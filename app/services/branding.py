"""How a provider signs its papers: logo, colour, legal line and contact; never a public body's logo by default."""

from dataclasses import dataclass
from typing import Protocol

MAX_LOGO_BYTES = 2 * 1024 * 1024
"""Largest logo accepted, in bytes."""

MAX_LINE = 160
"""Longest legal line or contact, in characters."""


@dataclass(frozen=True, slots=True)
class Logo:
    """An image that was read whole: PNG, or SVG without anything that runs or is fetched."""

    data: bytes
    media_type: str


@dataclass(frozen=True, slots=True)
class Branding:
    """What a provider puts on its papers; all of it may be missing.

    Attributes:
        logo: Shown on page 1 only, or None.
        colour: « #rrggbb » in place of the blue of titles and bars, or empty.
        legal: Legal line of the foot, or empty.
        contact: Contact of the foot, or empty: that of the mission's provider is printed.
    """

    logo: Logo | None = None
    colour: str = ""
    legal: str = ""
    contact: str = ""


PLAIN = Branding()
"""Papers without any brand."""


class BrandingDesk(Protocol):
    """Keeps the branding of the profile and says what may be printed."""

    def load(self) -> Branding:
        """The branding kept, or an empty one."""

    def keep(self, branding: Branding) -> Branding:
        """Keep a branding.

        Raises:
            DomainError: `branding.colour_unknown`, `branding.colour_pale` (with the nearest colour that would do), or
                `branding.line_too_long`.
        """

    def read_logo(self, data: bytes) -> Logo:
        """A logo from the bytes of a file.

        Raises:
            DomainError: `branding.logo_too_large`, `branding.logo_kind`, `branding.logo_active` or
                `branding.logo_damaged`.
        """
