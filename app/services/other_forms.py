"""What a mission can be written as, besides its feuille de route."""

from collections.abc import Callable
from enum import StrEnum

from app.domain.mission import MissionFile, SealedVersion


class OtherForm(StrEnum):
    """A form of the same data, each for its reader."""

    BANKER = "banker"
    REGION = "region"
    STAFF = "staff"
    WORKBOOK = "workbook"
    CALENDAR = "calendar"
    BOOK = "book"

    @property
    def suffix(self) -> str:
        """End of the name of its file."""
        return _SUFFIXES.get(self, ".pdf")


_SUFFIXES = {OtherForm.WORKBOOK: ".xlsx", OtherForm.CALENDAR: ".ics", OtherForm.BOOK: ".html"}

FormWriter = Callable[[OtherForm, MissionFile, SealedVersion | None], bytes]
"""Bytes of a paper, from a draft or from a sealed version; raises `InvalidData` when a pinned pack is gone."""
