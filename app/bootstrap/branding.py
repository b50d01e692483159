"""Keeps the branding of a profile inside its encrypted file, and checks it with the paper's own rules."""

import base64
import json

from app.models.storage import Storage
from app.services.branding import Branding, Logo

_NAME = "branding"


class StoredBranding:
    """`app.services.branding.BrandingDesk` over an open storage."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    def load(self) -> Branding:
        """The branding kept, or an empty one."""
        kept = self._storage.secret(_NAME)
        if kept is None:
            return Branding()
        told = json.loads(kept)
        logo = Logo(base64.b64decode(told["logo"]), told["media_type"]) if told["logo"] else None
        return Branding(logo, told["colour"], told["legal"], told["contact"])

    def keep(self, branding: Branding) -> Branding:
        """Keep a branding that may be printed."""
        from app.reports.branding import checked_branding

        kept = checked_branding(branding)
        logo = kept.logo
        told = {
            "logo": base64.b64encode(logo.data).decode() if logo else "",
            "media_type": logo.media_type if logo else "",
            "colour": kept.colour,
            "legal": kept.legal,
            "contact": kept.contact,
        }
        self._storage.keep_secret(_NAME, json.dumps(told).encode())
        return kept

    def read_logo(self, data: bytes) -> Logo:
        """A logo from the bytes of a file."""
        from app.reports.branding import read_logo

        return read_logo(data)
