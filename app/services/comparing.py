"""Use cases of comparison: every questionnaire of a company on this laptop, and two of them side by side."""

from dataclasses import dataclass
from uuid import UUID

from app.domain.assessment import AssessmentKind
from app.domain.bridge import Bridge, same_version, turned
from app.domain.comparison import Comparison, Questionnaire, compare
from app.domain.errors import InvalidData
from app.domain.mission import MissionFile
from app.domain.referential import Referential
from app.services.packs import Holdings
from app.services.ports import UnitOfWorkFactory

COUNTED = (AssessmentKind.ENTRY, AssessmentKind.EXIT)


@dataclass(frozen=True, slots=True)
class LinkedQuestionnaire:
    """A questionnaire of a company, with the mission that it belongs to.

    Attributes:
        mission_id: Its mission.
        reference: Readable reference of that mission.
        questionnaire: The assessment with the referential that it pins.
    """

    mission_id: UUID
    reference: str
    questionnaire: Questionnaire

    @property
    def kind(self) -> AssessmentKind:
        """Entry or exit."""
        return self.questionnaire.assessment.kind


def linked_questionnaires(
    uow_factory: UnitOfWorkFactory, file: MissionFile, *, library: Holdings
) -> tuple[LinkedQuestionnaire, ...]:
    """Questionnaires of the company by its SIREN, oldest mission first, those of the mission itself included.

    Empty ones are left out, and so are those whose referential cannot be read here any more.

    Args:
        uow_factory: Storage.
        file: The mission as it is now.
        library: Packs of this laptop.
    """
    mission = file.mission
    with uow_factory() as uow:
        others = [one for one in uow.missions.of_company(mission.company.siren) if one != mission.id]
        files = [uow.missions.file(one) for one in others]
    files = sorted([*files, file], key=lambda one: one.mission.opened_on)
    return tuple(
        LinkedQuestionnaire(one.mission.id, one.mission.reference, Questionnaire(assessment, referential))
        for one in files
        for assessment in one.assessments
        if assessment.kind in COUNTED and assessment.levels
        if (referential := _held(assessment.referential.id, library)) is not None
        and referential.header.ref == assessment.referential
    )


def compare_questionnaires(
    before: Questionnaire, after: Questionnaire, *, library: Holdings
) -> tuple[Comparison, Bridge] | None:
    """Two questionnaires theme by theme, with the bridge that links them; None when nobody wrote one.

    Raises:
        InvalidData: The bridge between the two versions is damaged.
    """
    bridge = _bridge(before.referential, after.referential, library)
    return None if bridge is None else (compare(before, after, bridge), bridge)


def _held(pack_id: str, library: Holdings) -> Referential | None:
    try:
        return library.referential(pack_id)
    except InvalidData:
        return None


def _bridge(before: Referential, after: Referential, library: Holdings) -> Bridge | None:
    left, right = before.header.ref, after.header.ref
    if left == right:
        return same_version(before)
    bridge = library.bridge(left, right)
    if bridge is None:
        back = library.bridge(right, left)
        bridge = None if back is None else turned(back, before)
    return bridge
