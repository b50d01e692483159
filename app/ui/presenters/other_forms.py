"""The other forms of a mission, made in a job and written where the user says."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from app.domain.mission import MissionFile, SealedVersion
from app.services.jobs import JobContext
from app.services.other_forms import OtherForm
from app.ui.jobs import Job
from app.ui.presenters.mission_context import MissionContext


class OtherForms(QObject):
    """Names and writes the other forms: from the last sealed version, or from the draft as it is."""

    def __init__(self, context: MissionContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context

    def title(self, form: OtherForm) -> str:
        """What it is, for a menu."""
        return {
            OtherForm.BANKER: self.tr("Une page pour le banquier (PDF)"),
            OtherForm.REGION: self.tr("Une page pour la Région (PDF)"),
            OtherForm.STAFF: self.tr("Une page pour le personnel, sans montant ni nom (PDF)"),
            OtherForm.WORKBOOK: self.tr("Tableur : réponses, actions, jours, financement (Excel)"),
            OtherForm.CALENDAR: self.tr("Calendrier des actions, pour l’agenda (iCalendar)"),
            OtherForm.BOOK: self.tr("Carnet du dirigeant, à cocher et à renvoyer (HTML)"),
        }[form]

    def file_name(self, form: OtherForm) -> str:
        """Name proposed for the file."""
        names = {
            OtherForm.BANKER: self.tr("page-banquier"),
            OtherForm.REGION: self.tr("page-region"),
            OtherForm.STAFF: self.tr("page-personnel"),
            OtherForm.WORKBOOK: self.tr("mission"),
            OtherForm.CALENDAR: self.tr("plan-actions"),
            OtherForm.BOOK: self.tr("carnet"),
        }
        return f"{names[form]}-{self._context.mission.reference}{form.suffix}"

    def kinds(self, form: OtherForm) -> str:
        """Filter of the dialog that asks for the file."""
        return {
            OtherForm.WORKBOOK: self.tr("Classeur Excel (*.xlsx)"),
            OtherForm.CALENDAR: self.tr("Calendrier iCalendar (*.ics)"),
            OtherForm.BOOK: self.tr("Page HTML (*.html)"),
        }.get(form, "PDF (*.pdf)")

    def save_to(self, form: OtherForm, path: Path, sealed: SealedVersion | None) -> Job:
        """Make the form and write it, in a job; tells so when done, or says what failed."""
        context = self._context

        def again() -> None:
            self.save_to(form, path, sealed)

        job = Job(partial(self._write, form, path, context.file, sealed), self.title(form))
        job.succeeded.connect(lambda _: context.messages.tell(self.tr("Fichier enregistré : {0}").format(path.name)))
        job.failed.connect(lambda error: context.messages.handle(error, again))
        context.jobs.start(job)
        return job

    def _write(
        self, form: OtherForm, path: Path, file: MissionFile, sealed: SealedVersion | None, job: JobContext
    ) -> None:
        made = self._context.workbench.write_form(form, file, sealed)
        job.check()
        self._context.workbench.save_file(path, made)
