"""The aids that actions cite: sealed and read back, optional for what was sealed before, printed « à vérifier »."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from app.domain.action_plan import ActionState, CitedAid
from app.domain.mission import MissionFile
from app.domain.quantities import Cents
from app.packs.library import PackLibrary
from app.reports.roadmap.document import roadmap_pdf
from app.services.citing import cited
from app.sync.contract.canonical import read_canonical
from app.sync.contract.unseal import unseal
from tests.integration.pdf_reading import both_texts, squeezed
from tests.integration.roadmap_examples import content_of, demo_file, sealed_version
from tests.support.sealed import a_mission_file, a_version


def aids() -> tuple[CitedAid, CitedAid]:
    """An aid that closed with an estimate, and one whose source gives no end."""
    catalogue = PackLibrary.shipped().catalogue()
    entries = {entry.id: entry for entry in catalogue.entries}
    closed = cited(entries["ti-25"], catalogue, Cents(1_234_500))
    return replace(closed, valid_until=date(2020, 12, 31)), replace(
        cited(entries["ti-06"], catalogue), valid_until=None
    )


def citing(file: MissionFile) -> MissionFile:
    """The file whose first action cites both aids."""
    first, *others = file.actions
    for aid in aids():
        first = first.citing(aid)
    return replace(file, actions=(first, *others))


def test_cited_aids_are_sealed_and_read_back() -> None:
    file = citing(a_mission_file())
    data = a_version(file).document
    assert unseal(data).file.actions[0].aids == aids()


def test_a_document_sealed_before_aids_were_cited_still_opens() -> None:
    data = a_version(a_mission_file()).document
    assert all("aids" not in action for action in read_canonical(data)["actions"])
    assert [one.aids for one in unseal(data).file.actions] == [()]


def test_the_roadmap_prints_them_with_their_dates_to_be_checked(tmp_path: Path) -> None:
    pdf = roadmap_pdf(content_of(citing(demo_file()), sealed_version()))
    for text in both_texts(pdf, tmp_path):
        for told in (
            "Autres aides, à vérifier",
            aids()[0].title,
            "Estimation, à vérifier : 12 345 €",
            "Close depuis le 31 décembre 2020 : elle ne s’applique plus.",
            aids()[1].title,
        ):
            assert squeezed(told) in text


def test_without_aid_or_with_a_dropped_action_nothing_is_said_of_them(tmp_path: Path) -> None:
    file = citing(demo_file())
    dropped = replace(file, actions=(replace(file.actions[0], state=ActionState.DROPPED), *file.actions[1:]))
    for one in (demo_file(), dropped):
        for text in both_texts(roadmap_pdf(content_of(one, sealed_version())), tmp_path):
            assert squeezed("Autres aides, à vérifier") not in text
