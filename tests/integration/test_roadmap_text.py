"""What a reader sees in the feuille de route, read back with two libraries."""

from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path

import pytest

from app.domain.assessment import AssessmentKind
from app.domain.funding import fund, funding_request
from app.domain.i2df import i2df
from app.domain.mission import MissionFile, VersionKind
from app.domain.referential import Level
from app.packs.french import money
from app.reports.roadmap.document import roadmap_pdf
from tests.integration.pdf_reading import both_texts, pages_by_pdfium, squeezed
from tests.integration.roadmap_examples import (
    content_of,
    demo_file,
    empty_file,
    exit_file,
    library,
    national_file,
    sealed_version,
    with_answers,
)

_SHORT = {
    Level.IN_PLACE: "Déjà en place",
    Level.IN_PROGRESS: "En cours",
    Level.TO_STUDY: "À étudier",
    Level.NOT_CONCERNED: "Pas concerné",
    Level.UNKNOWN: "Ne connaît pas",
}
"""States as a narrow column says them."""


@lru_cache(maxsize=1)
def demo() -> tuple[MissionFile, bytes]:
    file = demo_file()
    return file, roadmap_pdf(content_of(file, sealed_version()))


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    return both_texts(demo()[1], tmp_path_factory.mktemp("pdf"))


def test_every_theme_stands_with_its_answer_on_one_page() -> None:
    file, pdf = demo()
    referential = library().referential()
    levels = file.assessments[0].levels
    page = next(page for page in pages_by_pdfium(pdf) if "Les 29 réponses" in page)
    flat = squeezed(page)
    for theme in referential.themes:
        assert squeezed(f"{theme.code}{theme.title}{referential.label(levels[theme.code])}") in flat


def test_the_company_and_its_index_are_read(texts: list[str]) -> None:
    file, _ = demo()
    index = i2df(file.assessments[0].levels, library().referential())
    mission = file.mission
    for text in texts:
        for value in (mission.company.name, f"{index}points sur 290", mission.summary, mission.next_step):
            assert squeezed(value) in text
        for value in (
            mission.sector,
            mission.market,
            mission.territory,
            mission.region_file,
            mission.establishment.town,
        ):
            assert squeezed(value) in text


def test_each_action_is_read_with_its_owner_step_and_cost(texts: list[str]) -> None:
    file, _ = demo()
    for text in texts:
        for action in file.actions:
            for value in (action.title, action.reason, action.owner, action.gain, action.step.target):
                assert squeezed(value) in text
            assert action.cost is None or squeezed(money(action.cost)) in text


def test_days_corrections_and_sessions_are_read(texts: list[str]) -> None:
    file, _ = demo()
    corrections = [entry for entry in file.ledger.entries if entry.corrects is not None]
    assert corrections
    for text in texts:
        for entry in [*file.ledger.effective, *corrections]:
            assert squeezed(entry.purpose) in text
            assert squeezed(entry.performer) in text
        assert squeezed("Journées faites : 5 jours") in text
        for session in file.sessions:
            assert squeezed(session.notes) in text
            assert squeezed(", ".join(session.people_met)) in text


def test_each_funding_line_is_read_with_its_rule(texts: list[str]) -> None:
    file, _ = demo()
    scheme = library().scheme("occitanie-2020-2022")
    company = file.mission.company
    chosen = file.chosen_scenario
    assert chosen is not None
    request = funding_request(
        chosen.plans,
        scheme,
        employees=company.employees,
        equity=company.equity,
        opened_on=file.mission.opened_on,
    )
    for text in texts:
        for line in fund(request, scheme).lines:
            assert squeezed(money(line.amount)) in text
            assert squeezed(scheme.rules[line.rule].sentence) in text
            assert squeezed(scheme.rules[line.rule].heading) in text
        for funder in scheme.funders:
            assert squeezed(f"{funder.name}{funder.role}") in text or squeezed(funder.role) in text


def test_justifications_and_invoices_are_read(texts: list[str]) -> None:
    file, _ = demo()
    for text in texts:
        for answer in file.assessments[0].answers.values():
            assert squeezed(answer.justification) in text
            assert squeezed(answer.evidence) in text
        for expense in file.expenses:
            assert squeezed(expense.invoice_number) in text
            assert squeezed(money(expense.amount)) in text


def test_private_notes_are_nowhere(texts: list[str]) -> None:
    file, _ = demo()
    secrets = [file.mission.private_notes, *(session.private_notes for session in file.sessions)]
    assert any(secrets)
    for text in texts:
        for secret in secrets:
            assert not secret or squeezed(secret) not in text


def test_every_page_is_numbered_marked_and_identified() -> None:
    _, pdf = demo()
    pages = pages_by_pdfium(pdf)
    assert len(pages) > 6
    for rank, page in enumerate(pages, 1):
        flat = squeezed(page)
        assert f"Page{rank}sur{len(pages)}" in flat
        assert "FICTIF" in page
        assert (
            squeezed(f"OC-21-AAAA-1 · version 1 du 28 septembre 2021 · empreinte {sealed_version().sha256[:8]}") in flat
        )
        assert "PROJET" not in page


def test_the_signature_page_holds_the_whole_hash_in_groups(texts: list[str]) -> None:
    digest = sealed_version().sha256
    last = pages_by_pdfium(demo()[1])[-1]
    assert [digest[start : start + 8] in last for start in range(0, 64, 8)] == [True] * 8
    assert squeezed("scellée le 28 septembre 2021 à 16 h 42") in squeezed(last)
    for text in texts:
        assert digest in text


def test_a_draft_says_so_and_cannot_be_signed(tmp_path: Path) -> None:
    file = demo_file()
    partial = with_answers(file, dict(list(file.assessments[0].answers.items())[:18]))
    pdf = roadmap_pdf(content_of(partial))
    pages = pages_by_pdfium(pdf)
    assert all("PROJET" in page for page in pages)
    for text in both_texts(pdf, tmp_path):
        assert squeezed("18/29 thèmes répondus. L’indice paraîtra quand les 29 le seront.") in text
        assert "pointssur290" not in text
        assert squeezed("non scellé") in text
        assert "Paraphes" not in text
        assert squeezed("Pour l’entreprise") not in text
        assert text.count(squeezed("Sans réponse")) >= 11


def test_only_what_exists_is_printed(tmp_path: Path) -> None:
    pdf = roadmap_pdf(content_of(empty_file()))
    for text in both_texts(pdf, tmp_path):
        assert squeezed("Le plan d’actions n’est pas encore écrit.") in text
        assert squeezed("Aucun scénario de financement n’est encore retenu.") in text
        assert squeezed("Quand, dans quel ordre") not in text
        assert squeezed("Le financement de l’accompagnement") not in text
        assert "FICTIF" not in text


def test_a_scheme_without_rate_is_not_computable_and_never_nil(tmp_path: Path) -> None:
    pdf = roadmap_pdf(content_of(national_file(), scheme="national-2018-2022"))
    for text in both_texts(pdf, tmp_path):
        assert squeezed("n’est pas calculable ici") in text
        assert squeezed("Aide publique : 0 €") not in text


def test_a_mission_opened_after_the_scheme_is_a_simulation(tmp_path: Path) -> None:
    file = demo_file()
    late = replace(file, mission=replace(file.mission, opened_on=date(2024, 1, 8)))
    for text in both_texts(roadmap_pdf(content_of(late)), tmp_path):
        assert squeezed("Simulation : dispositif clos le 31 décembre 2022.") in text


def test_exit_shows_both_declarations_opinions_and_reclassifications_apart(tmp_path: Path) -> None:
    file = exit_file()
    pdf = roadmap_pdf(content_of(file, sealed_version(VersionKind.EXIT)))
    referential = library().referential()
    entry, last = (file.assessment(kind) for kind in (AssessmentKind.ENTRY, AssessmentKind.EXIT))
    assert entry is not None
    assert last is not None
    for text in both_texts(pdf, tmp_path):
        assert squeezed(f"De {i2df(entry.levels, referential)} à {i2df(last.levels, referential)}") in text
        assert squeezed("dont 2 points de reclassement") in text
        assert squeezed("Deux îlots sur trois sont équipés.") in text
        assert squeezed("reclassement, compté à part") in text
        for theme in referential.themes:
            before, after = entry.levels[theme.code], last.levels[theme.code]
            assert squeezed(_SHORT[before] + _SHORT[after]) in text
    assert last.levels != entry.levels
    assert Level.TO_STUDY in last.levels.values()
