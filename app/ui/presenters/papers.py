"""The other forms of a mission, made in a job and written where the user says."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from app.domain.mission import MissionFile, SealedVersion
from app.services.jobs import JobContext
from app.services.papers import Paper
from app.ui.jobs import Job
from app.ui.presenters.mission_context import MissionContext


class PapersPresenter(QObject):
    """Names and writes the other forms: from the last sealed version, or from the draft as it is."""

    def __init__(self, context: MissionContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context

    def title(self, paper: Paper) -> str:
        """What it is, for a menu."""
        return {
            Paper.BANKER: self.tr("Une page pour le banquier (PDF)"),
            Paper.REGION: self.tr("Une page pour la Région (PDF)"),
            Paper.STAFF: self.tr("Une page pour le personnel, sans montant ni nom (PDF)"),
            Paper.WORKBOOK: self.tr("Tableur : réponses, actions, jours, financement (Excel)"),
            Paper.CALENDAR: self.tr("Calendrier des actions, pour l’agenda (iCalendar)"),
        }[paper]

    def file_name(self, paper: Paper) -> str:
        """Name proposed for the file."""
        names = {
            Paper.BANKER: self.tr("page-banquier"),
            Paper.REGION: self.tr("page-region"),
            Paper.STAFF: self.tr("page-personnel"),
            Paper.WORKBOOK: self.tr("mission"),
            Paper.CALENDAR: self.tr("plan-actions"),
        }
        return f"{names[paper]}-{self._context.mission.reference}{paper.suffix}"

    def kinds(self, paper: Paper) -> str:
        """Filter of the dialog that asks for the file."""
        return {
            Paper.WORKBOOK: self.tr("Classeur Excel (*.xlsx)"),
            Paper.CALENDAR: self.tr("Calendrier iCalendar (*.ics)"),
        }.get(paper, "PDF (*.pdf)")

    def save_to(self, paper: Paper, path: Path, sealed: SealedVersion | None) -> Job:
        """Make the form and write it, in a job; tells so when done, or says what failed."""
        context = self._context

        def again() -> None:
            self.save_to(paper, path, sealed)

        job = Job(partial(self._write, paper, path, context.file, sealed), self.title(paper))
        job.succeeded.connect(lambda _: context.messages.tell(self.tr("Fichier enregistré : {0}").format(path.name)))
        job.failed.connect(lambda error: context.messages.handle(error, again))
        context.jobs.start(job)
        return job

    def _write(
        self, paper: Paper, path: Path, file: MissionFile, sealed: SealedVersion | None, job: JobContext
    ) -> None:
        made = self._context.workbench.write_paper(paper, file, sealed)
        job.check()
        self._context.workbench.save_file(path, made)
