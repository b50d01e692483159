"""Prints missions: a draft from the mission as it is, a sealed version from its own sealed bytes."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from app.domain.evidence import SignatureEvidence
from app.domain.mission import MissionFile, SealedVersion
from app.packs.library import PackLibrary
from app.services.branding import Branding
from app.services.errors import EnvironmentFailure
from app.services.mission_papers import MissionPaper
from app.services.other_forms import OtherForm
from app.services.ports import Clock

if TYPE_CHECKING:
    from app.reports.roadmap.content import RoadmapContent

PARIS = ZoneInfo("Europe/Paris")
"""Zone in which instants are shown; the schemes shipped are all of metropolitan France."""


class Printer:
    """Makes every document of a mission; each raises `InvalidData` `pack.changed` when a pinned pack is gone."""

    def __init__(
        self,
        library: PackLibrary,
        clock: Clock,
        branding: Callable[[], Branding] = Branding,
        attachments: Callable[[str], bytes] | None = None,
    ) -> None:
        self._library = library
        self._clock = clock
        self._branding = branding
        self._attachments = attachments

    def roadmap(self, file: MissionFile, sealed: SealedVersion | None) -> bytes:
        """The feuille de route, with `mission.json` attached when sealed."""
        from app.reports.roadmap.document import roadmap_pdf

        return roadmap_pdf(self._content(file, sealed))

    def signed_copy(self, file: MissionFile, sealed: SealedVersion, evidence: SignatureEvidence) -> bytes:
        """The feuille de route of a sealed version with the signatures drawn; its attached data are the same bytes."""
        from app.reports.roadmap.document import roadmap_pdf

        return roadmap_pdf(replace(self._content(file, sealed), evidence=evidence))

    def other_form(self, form: OtherForm, file: MissionFile, sealed: SealedVersion | None) -> bytes:
        """Another form of the same data."""
        from app.reports.forms.book import book_html
        from app.reports.forms.calendar import action_calendar
        from app.reports.forms.telling import telling_pdf
        from app.reports.forms.workbook import workbook

        content = self._content(file, sealed)
        written = {OtherForm.WORKBOOK: workbook, OtherForm.CALENDAR: action_calendar, OtherForm.BOOK: book_html}
        return written[form](content) if form in written else telling_pdf(content, form)

    def shown(self, paper: MissionPaper, file: MissionFile, sealed: SealedVersion | None) -> bytes:
        """A paper that is shown page by page and signed."""
        from app.reports.papers.application import application_pdf
        from app.reports.papers.attendance import attendance_pdf
        from app.reports.papers.de_minimis import de_minimis_pdf
        from app.reports.papers.questionnaire import questionnaire_pdf

        if paper is MissionPaper.ROADMAP:
            return self.roadmap(file, sealed)
        printed = {
            MissionPaper.ATTENDANCE: attendance_pdf,
            MissionPaper.DE_MINIMIS: de_minimis_pdf,
            MissionPaper.APPLICATION: application_pdf,
            MissionPaper.QUESTIONNAIRE: questionnaire_pdf,
        }
        return printed[paper](self._content(file, sealed))

    def application_text(self, file: MissionFile, sealed: SealedVersion | None) -> str:
        """The summary of the application file, as a text to copy."""
        from app.reports.papers.application import application_text

        return application_text(self._content(file, sealed))

    def _content(self, file: MissionFile, sealed: SealedVersion | None) -> "RoadmapContent":
        from app.reports.roadmap.content import RoadmapContent
        from app.sync.contract.unseal import unseal

        journal = None
        if sealed is not None:
            found = unseal(sealed.document)
            file, journal = found.file, found.journal
        return RoadmapContent(
            file=file,
            referential=self._library.referential(file.mission.referential),
            scheme=self._library.scheme(file.mission.scheme),
            sealed=sealed,
            printed_on=self._today(),
            zone=PARIS,
            journal=journal,
            branding=self._branding(),
            read=self._read,
        )

    def _read(self, sha256: str) -> bytes | None:
        """Bytes of an attachment, or None when they were purged, left behind by an import, or damaged: the paper says so."""
        if self._attachments is None:
            return None
        try:
            return self._attachments(sha256)
        except EnvironmentFailure:
            return None

    def _today(self) -> date:
        return self._clock().astimezone(PARIS).date()
