"""What a feuille de route is made from, and what every page asks of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from functools import cached_property, lru_cache

from reportlab.platypus import Paragraph

from app.domain.account import funding_of
from app.domain.action_plan import Action, ActionPriority, ActionState
from app.domain.assessment import Assessment, AssessmentKind
from app.domain.errors import DomainError
from app.domain.evidence import SignatureEvidence
from app.domain.evolution import Waterfall, waterfall
from app.domain.funding import FundingResult
from app.domain.i2df import Progress, progress_of
from app.domain.journal import JournalHead
from app.domain.mission import FundingScenario, Mission, MissionFile, SealedVersion
from app.domain.referential import Level, Referential, ThemeCode
from app.domain.scheme import Scheme
from app.packs.texts import Texts
from app.reports.writing import prose
from app.resources import resource_path
from app.services.branding import PLAIN, Branding

_MOST_SCENARIOS = 3
_FIRST_ACTIONS = 3
_PRIORITIES = tuple(ActionPriority)


def nothing_held(_sha256: str) -> None:
    """Of a content that comes without the bytes of its attachments."""


@dataclass(frozen=True, slots=True)
class RoadmapContent:
    """Everything that a feuille de route says.

    Attributes:
        file: The mission; private notes are never read.
        referential: The referential that its assessments were taken with.
        scheme: Its scheme.
        sealed: The version that is printed, or None for a draft (PROJET).
        printed_on: Civil day of printing, shown on a draft only.
        zone: Zone of the establishment, in which instants are shown.
        journal: Where the mission's journal was when it was sealed, or None.
        branding: How the provider signs its papers.
        evidence: Signature drawn on site that the copy shows, or None for boxes to sign in.
        read: Gives the bytes of an attachment from their hash, or None when they are not on this machine.
    """

    file: MissionFile
    referential: Referential
    scheme: Scheme
    sealed: SealedVersion | None
    printed_on: date
    zone: tzinfo
    journal: JournalHead | None = None
    branding: Branding = PLAIN
    evidence: SignatureEvidence | None = None
    read: Callable[[str], bytes | None] = nothing_held


@dataclass(frozen=True, slots=True)
class ScenarioView:
    """A scenario with its funding, or None when the scheme has no rate for a company."""

    scenario: FundingScenario
    result: FundingResult | None


class PlanView:
    """The plan in the orders in which it is told."""

    def __init__(self, content: RoadmapContent) -> None:
        self._content = content

    @cached_property
    def all(self) -> tuple[Action, ...]:
        """The plan, in its order."""
        return tuple(sorted(self._content.file.actions, key=lambda action: action.rank))

    @cached_property
    def live(self) -> tuple[Action, ...]:
        """The plan without what was dropped."""
        return tuple(action for action in self.all if action.state is not ActionState.DROPPED)

    @cached_property
    def open(self) -> tuple[Action, ...]:
        """What is still to be done."""
        return tuple(action for action in self.live if action.state is not ActionState.DONE)

    @cached_property
    def first(self) -> tuple[Action, ...]:
        """The three that come first among what is still to be done."""
        ordered = sorted(self.open, key=lambda action: (_PRIORITIES.index(action.priority), action.rank))
        return tuple(ordered[:_FIRST_ACTIONS])


class MoneyView:
    """The scenarios with their funding, and who funds."""

    def __init__(self, content: RoadmapContent) -> None:
        self._content = content

    @cached_property
    def scenarios(self) -> tuple[ScenarioView, ...]:
        """Scenarios to print, at most three: the chosen one always, then by rank."""
        ordered = sorted(self._content.file.scenarios, key=lambda one: (not one.chosen, one.rank))
        kept = sorted(ordered[:_MOST_SCENARIOS], key=lambda one: one.rank)
        return tuple(ScenarioView(scenario, self._result(scenario)) for scenario in kept)

    @cached_property
    def chosen(self) -> ScenarioView | None:
        """The scenario that the company keeps."""
        return next((view for view in self.scenarios if view.scenario.chosen), None)

    def _result(self, scenario: FundingScenario) -> FundingResult | None:
        try:
            return funding_of(self._content.file.mission, scenario.plans, self._content.scheme)
        except DomainError as error:
            if error.code == "funding.not_computable":
                return None
            raise

    @property
    def funders(self) -> str:
        """Names of the funders in one line, in the order of the pack."""
        names = [funder.name for funder in self._content.scheme.funders]
        return " et ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


class Desk:
    """The content with its texts, and the few figures that several pages share."""

    def __init__(self, content: RoadmapContent) -> None:
        self.content = content
        self.plan = PlanView(content)
        self.money = MoneyView(content)
        self._texts = _own_texts()
        self._words = _shared_texts()

    @property
    def mission(self) -> Mission:
        """The mission."""
        return self.content.file.mission

    @property
    def referential(self) -> Referential:
        """The referential."""
        return self.content.referential

    @property
    def scheme(self) -> Scheme:
        """The scheme."""
        return self.content.scheme

    def text(self, code: str, **params: object) -> str:
        """A sentence of the feuille de route."""
        return self._texts.sentence(code, params)

    def say(self, code: str, style: str = "body", **params: object) -> Paragraph:
        """A sentence of the feuille de route as a paragraph."""
        return prose(self._texts.sentence(code, params), style, emphasis=True)

    def word(self, group: str, code: str) -> str:
        """A word of the shared catalogue for a code."""
        return self._words.word(group, code)

    def shared(self, code: str, **params: object) -> str:
        """A sentence of the shared catalogue, as the window says it."""
        return self._words.sentence(code, params)

    @cached_property
    def entry(self) -> Assessment | None:
        """The assessment at entry."""
        return self.content.file.assessment(AssessmentKind.ENTRY)

    @cached_property
    def exit(self) -> Assessment | None:
        """The assessment at exit, once it holds an answer."""
        found = self.content.file.assessment(AssessmentKind.EXIT)
        return found if found is not None and found.levels else None

    @cached_property
    def evolution(self) -> Waterfall | None:
        """From entry to exit, once both are complete."""
        if any(self.progress(one).index is None for one in (self.entry, self.exit)):
            return None
        return waterfall(self.levels(self.entry), self.levels(self.exit), self.referential)

    @property
    def current(self) -> Assessment | None:
        """The last assessment that holds answers."""
        return self.exit or self.entry

    def levels(self, assessment: Assessment | None) -> Mapping[ThemeCode, Level]:
        """Declared levels of an assessment, possibly none."""
        return assessment.levels if assessment is not None else {}

    def progress(self, assessment: Assessment | None) -> Progress:
        """Progress of an assessment."""
        return progress_of(self.levels(assessment), self.referential)

    def local(self, instant: datetime) -> datetime:
        """An instant in the zone of the establishment."""
        return instant.astimezone(self.content.zone)


@lru_cache(maxsize=1)
def _own_texts() -> Texts:
    return Texts.load(resource_path("texts", "roadmap.fr.toml"))


@lru_cache(maxsize=1)
def _shared_texts() -> Texts:
    return Texts.load()
