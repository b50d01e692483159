"""« Programme régional : simulation »: what the State pays to a Region, line by line, each figure with its rule."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from PySide6.QtCore import QObject

from app.domain.errors import DomainError
from app.domain.mission import ProgrammeOperator
from app.domain.programme import ProgrammeLine, ProgrammeResult, ServiceGroup
from app.domain.scheme import Phase, Programme, Scheme, SizeClass
from app.services.programme import ProgrammeExample, simulate_programme
from app.services.workbench import Workbench
from app.ui.presenters import typed
from app.ui.presenters.programme_fields import (
    NO,
    UNKNOWN,
    YES,
    Incomplete,
    Line,
    LineFaults,
    choices_of,
    group_of,
    line_of,
    readings_of,
    request_of,
)

WHOLE = -1
"""Rank under which the faults of the programme as a whole are told."""


@dataclass(frozen=True, slots=True)
class FieldShown:
    """A field to make: its name, its label, its options as (key, words) (none for a field that is typed) and its value."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]
    value: str


@dataclass(frozen=True, slots=True)
class FigureShown:
    """A figure: what it is, its amount, its rule with its sentence, whether it decided the grant."""

    title: str
    amount: str
    rule: str
    sentence: str
    decided: bool


@dataclass(frozen=True, slots=True)
class ProgrammeShown:
    """What is found of the programme as it is typed.

    Attributes:
        grant: What the State pays, or empty while nothing is computed.
        figures: Every figure with its rule.
        notes: Sentences: companies counted or not, size, admission, lines left aside.
        faults: Sentence of each refused field, by rank of its line (`WHOLE` for the programme) and name.
        refusal: Refusal of the programme as a whole, or empty.
    """

    grant: str = ""
    figures: tuple[FigureShown, ...] = ()
    notes: tuple[str, ...] = ()
    faults: Mapping[tuple[int, str], str] = field(default_factory=lambda: MappingProxyType({}))
    refusal: str = ""


class ProgrammePresenter(QObject):
    """Reads what is typed, asks the engine, and puts its figures in words; keeps nothing on the disk."""

    def __init__(self, bench: Workbench, parent: QObject | None = None) -> None:
        """Take the scheme whose pack says what the State pays, the latest when several do."""
        super().__init__(parent)
        self._bench = bench
        held = [one for one in bench.library.schemes() if one.programme is not None]
        self.scheme: Scheme | None = max(held, key=lambda one: one.header.valid_from, default=None)
        self.examples: tuple[ProgrammeExample, ...] = bench.library.programme_examples()

    def source(self) -> str:
        """The honest line under the title: pack, version, validity."""
        if self.scheme is None:
            return self.tr("Aucun dispositif de cet ordinateur ne dit ce que l’État verse à une Région.")
        header = self.scheme.header
        whose = self.tr("officiel") if header.official else self.tr("non officiel")
        until = "" if header.valid_until is None else self.tr(", jusqu’au {0}").format(typed.day(header.valid_until))
        words = self.tr("Source : {0}, {1} ({2}){3}. Une simulation : rien n’est gardé ni envoyé.")
        return words.format(header.title, header.ref.version, whose, until)

    def new_line(self) -> Line:
        """A line where nothing is typed yet."""
        phase = self._phases()[-1].code if self._phases() else ""
        return {
            "phase": phase,
            "operator": ProgrammeOperator.OTHER,
            "size": SizeClass.SME,
            "aerospace": NO,
        }

    def example(self, rank: int) -> tuple[Line, ...]:
        """Lines of a worked example."""
        return tuple(line_of(group) for group in self.examples[rank].groups)

    def line_fields(self, line: Line) -> tuple[FieldShown, ...]:
        """Fields of one line, in order."""
        word = self._bench.word
        options: dict[str, tuple[tuple[str, str], ...]] = {
            "phase": tuple((one.code, one.title) for one in self._phases()),
            "operator": tuple((one.value, word("operator", one)) for one in ProgrammeOperator),
            "size": tuple((one.value, word("size_class", one)) for one in SizeClass),
            "aerospace": self._yes_no(unknown=False),
        }
        return tuple(
            FieldShown(name, word("programme_field", name), options.get(name, ()), line.get(name, ""))
            for name in _LINE_FIELDS
        )

    def whole_fields(self) -> tuple[FieldShown, ...]:
        """Fields of the programme as a whole: facts first, then the readings of the open points."""
        programme = self._programme()
        if programme is None:
            return ()
        word = self._bench.word
        facts = [self._fact(name) for name in _FACTS]
        tried = [
            FieldShown(
                name,
                word("programme_field", name),
                tuple((value, word("programme_value", f"{name}_{value}")) for value in values),
                kept,
            )
            for name, (values, kept) in choices_of(programme).items()
        ]
        return (self._base(programme), *facts, *tried)

    def compute(self, lines: Sequence[Line], whole: Line) -> ProgrammeShown:
        """What is found of these lines and of the programme as a whole."""
        scheme, programme = self.scheme, self._programme()
        if scheme is None or programme is None:
            return ProgrammeShown(refusal=self.source())
        groups, faults, incomplete = self._groups(lines)
        today = self._bench.clock().astimezone().date()
        try:
            request = request_of(groups, whole, today)
            result = simulate_programme(
                request, scheme, readings_of(whole, programme.readings), readings_of(whole, programme.admission)
            )
        except LineFaults as found:
            faults |= {(WHOLE, name): self._bench.sentence(error) for name, error in found.by_field.items()}
            return ProgrammeShown(faults=MappingProxyType(faults))
        except DomainError as error:
            return ProgrammeShown(faults=MappingProxyType(faults), refusal=self._bench.sentence(error))
        if faults or not groups:
            return ProgrammeShown(faults=MappingProxyType(faults), notes=self._left(incomplete))
        return ProgrammeShown(
            grant=typed.euros(result.state_grant),
            figures=tuple(self._figure(line, scheme) for line in result.lines),
            notes=(*self._counts(result), *self._left(incomplete)),
        )

    def _groups(self, lines: Sequence[Line]) -> tuple[tuple[ServiceGroup, ...], dict[tuple[int, str], str], int]:
        today = self._bench.clock().astimezone().date()
        groups: list[ServiceGroup] = []
        faults: dict[tuple[int, str], str] = {}
        incomplete = 0
        for rank, line in enumerate(lines):
            try:
                groups.append(group_of(line, today))
            except Incomplete:
                incomplete += 1
            except LineFaults as found:
                faults |= {(rank, name): self._bench.sentence(error) for name, error in found.by_field.items()}
        return tuple(groups), faults, incomplete

    def _figure(self, line: ProgrammeLine, scheme: Scheme) -> FigureShown:
        title = self._bench.word("programme_line", line.kind)
        if line.phase is not None:
            title = self.tr("{0}, {1}").format(title, scheme.phase(line.phase).title)
        sentence = scheme.rules[line.rule].sentence
        return FigureShown(title, typed.euros(line.amount), line.rule, sentence, line.decided)

    def _counts(self, result: ProgrammeResult) -> tuple[str, ...]:
        phrase, word = self._bench.phrase, self._bench.word
        counted = phrase("simulation.counted", ordinary=result.counted, higher=result.counted_gifas)
        left = [
            phrase("simulation.not_counted", count=count, why=word("not_counted", why))
            for why, count in result.not_counted.items()
        ]
        return (
            counted,
            *left,
            phrase("simulation.size", state=word("programme_size", result.size)),
            phrase(
                "simulation.admission",
                bearer=word("admission_state", result.admission.bearer),
                request=word("admission_state", result.admission.request),
            ),
        )

    def _left(self, incomplete: int) -> tuple[str, ...]:
        return (self._bench.phrase("simulation.incomplete", count=incomplete),) if incomplete else ()

    def _fact(self, name: str) -> FieldShown:
        word = self._bench.word
        label = word("programme_field", name)
        if name in ("filed_on", "requested_on"):
            return FieldShown(name, label, (), "")
        if name == "bearer":
            options = tuple((value, word("programme_value", f"bearer_{value}")) for value in _BEARERS)
            return FieldShown(name, label, options, _BEARERS[0])
        known = name == "overseas"
        return FieldShown(name, label, self._yes_no(unknown=not known), NO if known else UNKNOWN)

    def _base(self, programme: Programme) -> FieldShown:
        titles = {phase.code: phase.title for phase in self._phases()}
        bases = dict(programme.base_readings) or {"": programme.base_phases}
        kept = next((name for name, phases in bases.items() if phases == programme.base_phases), "")
        options = tuple((name, ", ".join(titles[code] for code in phases)) for name, phases in bases.items())
        return FieldShown("base", self._bench.word("programme_field", "base"), options, kept)

    def _yes_no(self, *, unknown: bool) -> tuple[tuple[str, str], ...]:
        known = ((YES, self.tr("oui")), (NO, self.tr("non")))
        return ((UNKNOWN, self.tr("pas encore su")), *known) if unknown else known

    def _phases(self) -> tuple[Phase, ...]:
        return () if self.scheme is None else self.scheme.phases

    def _programme(self) -> Programme | None:
        return None if self.scheme is None else self.scheme.programme


_LINE_FIELDS = (
    "phase",
    "services",
    "average_cost",
    "takeup_rate",
    "operator",
    "companies",
    "half_days",
    "started_on",
    "size",
    "aerospace",
)
_FACTS = (
    "filed_on",
    "overseas",
    "significant_part",
    "named_by_sector",
    "bearer",
    "designated",
    "in_call",
    "requested_on",
    "ecological",
)
_BEARERS = ("regional_authority", "sector_body")
