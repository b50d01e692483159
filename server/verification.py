"""What the server computes again on arrival; any difference with the document is refused by its code."""

from dataclasses import dataclass
from typing import Any

from app.domain.assessment import AssessmentKind
from app.domain.days import DayEntry, Ledger
from app.domain.errors import CodedError, DomainError, InvalidData
from app.domain.i2df import Levels, check_total, progress_of
from app.domain.mission import Mission
from app.domain.packs import PackRef
from app.domain.referential import Referential
from app.domain.scheme import Scheme
from app.packs.library import PackLibrary
from app.sync.contract.carried import referential_of
from app.sync.contract.document import AssessmentPart, FundingPart, ReferentialPart, ScenarioPart, SealedDocument
from app.sync.contract.protocol import ProblemCode
from app.sync.contract.seal import sealed_funding, services_of
from app.sync.contract.unseal import ledger_of, levels_of, mission_of, scenario_of
from server.problems import Refused


@dataclass(frozen=True, slots=True)
class Figures:
    """What the server found by itself.

    Attributes:
        entry_index: I2DF at entry, or None.
        exit_index: I2DF at exit, or None.
        answers: Declared levels, over all the assessments.
        half_days: Half-days that stand in the ledger.
        funding_checked: Whether the scheme's very pack was there, so that the funding could be computed again.
    """

    entry_index: int | None
    exit_index: int | None
    answers: int
    half_days: int
    funding_checked: bool


def verify(document: SealedDocument, packs: PackLibrary) -> Figures:
    """Compute everything again.

    Raises:
        Refused: `received.referential`, `received.answers`, `received.index`, `received.index_impossible`,
            `received.ledger`, `received.services`, `received.scheme`, `received.funding`.
    """
    referential = _referential(document, packs)
    scheme = _scheme(document, packs)
    indexes: dict[AssessmentKind, int | None] = {}
    for part in document.assessments:
        if part.kind in indexes:
            raise Refused(ProblemCode.ANSWERS)
        indexes[part.kind] = _index(part, levels_of(part), referential)
    ledger = ledger_of(document)
    _check_ledger(ledger.entries, document)
    _check_services(ledger, document, scheme)
    _check_funding(document, scheme)
    return Figures(
        entry_index=indexes.get(AssessmentKind.ENTRY),
        exit_index=indexes.get(AssessmentKind.EXIT),
        answers=sum(answer.level is not None for one in document.assessments for answer in one.answers),
        half_days=ledger.total,
        funding_checked=scheme is not None,
    )


def _referential(document: SealedDocument, packs: PackLibrary) -> Referential:
    part = document.referential
    levels, levers = [one.level for one in part.levels], [one.code for one in part.levers]
    themes = [one.code for one in part.themes]
    if any(len(set(codes)) != len(codes) for codes in (levels, levers, themes)):
        raise Refused(ProblemCode.REFERENTIAL)
    if not {theme.lever for theme in part.themes} <= {lever.code for lever in part.levers}:
        raise Refused(ProblemCode.REFERENTIAL)
    try:
        ours = packs.referential(part.id)
    except InvalidData:
        return referential_of(part, document)
    if _scale(ours) != _scale(part):
        raise Refused(ProblemCode.REFERENTIAL)
    return ours


def _scale(referential: Referential | ReferentialPart) -> tuple[object, ...]:
    """What decides of an index: points of the levels, themes and their levers."""
    levels = sorted((spec.level, spec.points) for spec in referential.levels)
    return (levels, [(theme.code, theme.lever) for theme in referential.themes])


def _index(assessment: AssessmentPart, levels: Levels, referential: Referential) -> int | None:
    themes = [answer.theme for answer in assessment.answers]
    known = {spec.level for spec in referential.levels}
    if len(set(themes)) != len(themes) or not set(levels.values()) <= known:
        raise Refused(ProblemCode.ANSWERS)
    if not set(themes) <= {theme.code for theme in referential.themes}:
        raise Refused(ProblemCode.ANSWERS)
    if assessment.index is not None:
        try:
            check_total(assessment.index, referential)
        except DomainError:
            raise Refused(ProblemCode.INDEX_IMPOSSIBLE) from None
    index = progress_of(levels, referential).index
    if index != assessment.index:
        raise Refused(ProblemCode.INDEX)
    return index


def _scheme(document: SealedDocument, packs: PackLibrary) -> Scheme | None:
    """The very pack of the mission, or None when this server has not got it."""
    part = document.scheme
    phases = [phase.code for phase in part.phases]
    if len(set(phases)) != len(phases):
        raise Refused(ProblemCode.SCHEME)
    try:
        scheme = packs.scheme(PackRef(part.id, part.version, part.sha256))
    except InvalidData:
        return None
    carried = (part.version, part.fictional, part.region_code, [(phase.code, phase.title) for phase in part.phases])
    titles = [(phase.code, phase.title) for phase in scheme.phases]
    if carried != (scheme.header.ref.version, scheme.fictional, scheme.region_code or "", titles):
        raise Refused(ProblemCode.SCHEME)
    return scheme


def _check_ledger(entries: tuple[DayEntry, ...], document: SealedDocument) -> None:
    """Lines that an append-only ledger can hold: phases of the scheme, no slot taken twice, corrections of standing lines."""
    phases = {phase.code for phase in document.scheme.phases}
    standing: dict[object, DayEntry] = {}
    slots: set[object] = set()
    seen: set[object] = set()
    for entry in entries:
        if entry.id in seen or entry.phase not in phases or not entry.performer:
            raise Refused(ProblemCode.LEDGER)
        seen.add(entry.id)
        slot = (entry.day, entry.half_day, entry.performer)
        if entry.corrects is None:
            if slot in slots:
                raise Refused(ProblemCode.LEDGER)
            slots.add(slot)
            standing[entry.id] = entry
        else:
            corrected = standing.pop(entry.corrects, None)
            if corrected is None or corrected.phase != entry.phase:
                raise Refused(ProblemCode.LEDGER)
            slots.discard((corrected.day, corrected.half_day, corrected.performer))


def _check_services(ledger: Ledger, document: SealedDocument, scheme: Scheme | None) -> None:
    if scheme is not None:
        if services_of(ledger, scheme) != [service.model_dump() for service in document.services]:
            raise Refused(ProblemCode.SERVICES)
        return
    _check_services_unread(ledger, document)


def _check_services_unread(ledger: Ledger, document: SealedDocument) -> None:
    """Without the pack its readings are unknown: no more half-days than were performed, phases once and in order."""
    order = [phase.code for phase in document.scheme.phases]
    told = [one.phase for one in document.services]
    if told != [code for code in order if code in told]:
        raise Refused(ProblemCode.SERVICES)
    performed: list[str] = [entry.phase for entry in ledger.effective]
    if any(not 0 < one.half_days <= performed.count(one.phase) for one in document.services):
        raise Refused(ProblemCode.SERVICES)


def _check_funding(document: SealedDocument, scheme: Scheme | None) -> None:
    if sum(part.chosen for part in document.scenarios) > 1:
        raise Refused(ProblemCode.FUNDING)
    referential = document.referential
    mission = mission_of(document, PackRef(referential.id, referential.version, referential.sha256))
    for part in document.scenarios:
        told = part.funding
        if scheme is None:
            _check_sum(told)
        elif _computed(mission, part, scheme) != (None if told is None else told.model_dump()):
            raise Refused(ProblemCode.FUNDING)


def _check_sum(told: FundingPart | None) -> None:
    if told is not None and told.grant_cents + told.company_cents != told.invoiced_cents:
        raise Refused(ProblemCode.FUNDING)


def _computed(mission: Mission, part: ScenarioPart, scheme: Scheme) -> dict[str, Any] | None:
    try:
        return sealed_funding(mission, scenario_of(part), scheme)
    except CodedError:
        raise Refused(ProblemCode.FUNDING) from None
