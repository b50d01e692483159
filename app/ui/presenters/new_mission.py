"""What opens a mission: name, SIRET checked as it is typed, scheme in force or closed, provider and consultant."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QObject, Signal

from app.domain.errors import CodedError, DomainError
from app.domain.identifiers import siret_from
from app.domain.packs import PackHeader
from app.domain.scheme import Scheme
from app.services.errors import EnvironmentFailure
from app.services.missions import NewMission, open_mission
from app.services.packs import DEFAULT_REFERENTIAL
from app.services.profile import PreferencesFile
from app.services.workbench import Workbench
from app.ui.presenters import typed

SIRET_DIGITS = 14
_FIELDS = {"company": "company_name", "siret": "siret", "siren": "siret"}
"""Field of the form that a family of refusals concerns."""


@dataclass(frozen=True, slots=True)
class SchemeChoice:
    """One scheme of the list: its identifier, its title with « clos le … » when it is over, and what that means."""

    id: str
    label: str
    note: str


@dataclass(frozen=True, slots=True)
class Typed:
    """What the form holds."""

    company_name: str
    siret: str
    scheme_id: str
    provider_name: str
    lead_consultant: str
    referential_id: str = DEFAULT_REFERENTIAL


class NewMissionPresenter(QObject):
    """Behind the form « Nouvelle mission ».

    Signals:
        refused: A field is refused: its name (`company_name`, `siret`, `provider_name`, `lead_consultant`), the sentence.
        failed: The environment refused; the `EnvironmentFailure`.
        opened: The mission is open and durable; the `Mission`.
    """

    refused = Signal(str, str)
    failed = Signal(object)
    opened = Signal(object)

    def __init__(
        self, workbench: Workbench, preferences: PreferencesFile, sentence: Callable[[CodedError], str]
    ) -> None:
        super().__init__()
        self._bench = workbench
        self._kept = preferences
        self._sentence = sentence

    def proposed(self) -> Typed:
        """What the form begins with: provider, consultant and scheme of the last time."""
        kept = self._kept.load()
        known = [scheme.header.ref.id for scheme in self._schemes()]
        scheme = kept.scheme_id if kept.scheme_id in known else known[0]
        return Typed("", "", scheme, kept.provider_name, kept.lead_consultant)

    def schemes(self) -> tuple[SchemeChoice, ...]:
        """Schemes to choose from, those in force first."""
        return tuple(self._choice(scheme) for scheme in self._schemes())

    def referentials(self) -> tuple[tuple[str, str], ...]:
        """Referentials in force to choose from, as (identifier, words), the default one first."""
        today = self._today()
        headers = [one.header for one in self._bench.library.referentials()]
        kept = [one for one in headers if one.ref.id == DEFAULT_REFERENTIAL or one.in_force(today)]
        kept.sort(key=lambda one: (one.ref.id != DEFAULT_REFERENTIAL, one.title))
        return tuple((one.ref.id, self._named(one)) for one in kept)

    def siret_fault(self, text: str, *, left: bool) -> str:
        """What is wrong with a SIRET, or an empty string.

        Args:
            text: As typed.
            left: Whether the field was left; before, a number that is still short is not a fault.
        """
        digits = "".join(text.split())
        if not digits or (not left and len(digits) < SIRET_DIGITS and digits.isdecimal()):
            return ""
        try:
            siret_from(text)
        except DomainError as error:
            return self._sentence(error)
        return ""

    def create(self, typed: Typed) -> None:
        """Open the mission, then keep what the next one will begin with."""
        library = self._bench.library
        asked = NewMission(
            company_name=typed.company_name,
            siret=typed.siret,
            scheme=library.scheme(typed.scheme_id),
            referential=library.referential(typed.referential_id),
            fictional=self._bench.training,
            provider_name=typed.provider_name.strip(),
            lead_consultant=typed.lead_consultant.strip(),
        )
        try:
            mission = open_mission(self._bench.unit_of_work, asked, clock=self._bench.clock, new_id=self._bench.new_id)
        except DomainError as error:
            family = error.code.partition(".")[0]
            field = str(error.params.get("field", _FIELDS.get(family, "company_name")))
            self.refused.emit(field, self._sentence(error))
        except EnvironmentFailure as failure:
            self.failed.emit(failure)
        else:
            self._keep(typed)
            self.opened.emit(mission)

    def _keep(self, typed: Typed) -> None:
        kept = self._kept.load()
        self._kept.keep(
            replace(
                kept,
                provider_name=typed.provider_name.strip(),
                lead_consultant=typed.lead_consultant.strip(),
                scheme_id=typed.scheme_id,
            )
        )

    def _today(self) -> date:
        return self._bench.clock().astimezone().date()

    def _schemes(self) -> list[Scheme]:
        today = self._today()
        return sorted(self._bench.library.schemes(), key=lambda one: (not one.header.in_force(today), one.header.title))

    def _named(self, header: PackHeader) -> str:
        if header.official:
            return self.tr("{0} {1}").format(header.title, header.ref.version)
        return self.tr("{0} {1} (non officiel)").format(header.title, header.ref.version)

    def _choice(self, scheme: Scheme) -> SchemeChoice:
        header, today = scheme.header, self._today()
        if header.valid_until is not None and header.valid_until < today:
            day = typed.day(header.valid_until)
            return SchemeChoice(
                header.ref.id,
                self.tr("{0} (clos le {1})").format(header.title, day),
                self.tr("Simulation : ce dispositif est clos depuis le {0}, il ne finance plus rien.").format(day),
            )
        if today < header.valid_from:
            day = typed.day(header.valid_from)
            return SchemeChoice(header.ref.id, self.tr("{0} (ouvre le {1})").format(header.title, day), "")
        return SchemeChoice(header.ref.id, header.title, "")
