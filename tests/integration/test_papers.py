"""Papers beside the feuille de route, read back from the PDF: what is to sign, what is to report, under which marks."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from uuid import UUID

import pypdfium2
import pytest

from app.charts.faces import REGULAR, SEMIBOLD, width_of
from app.domain.company import Company
from app.domain.days import Ledger
from app.domain.de_minimis import AidReceived
from app.domain.quantities import Cents
from app.reports.papers.application import application_pdf, application_text
from app.reports.papers.attendance import attendance_pdf
from app.reports.papers.de_minimis import de_minimis_pdf
from app.reports.roadmap.content import RoadmapContent
from app.reports.roadmap.document import roadmap_pdf
from tests.integration.pdf_reading import pages_by_pdfium
from tests.integration.roadmap_examples import content_of, demo_file, empty_file, library, sealed_version

PAPERS = (attendance_pdf, de_minimis_pdf, application_pdf)


def plain(text: str) -> str:
    """A text whose spaces are plain ones, words cut at the end of a line made whole."""
    return " ".join(re.sub(r"[\u00ad\ufffe\x02]\s*", "", text).replace("\u202f", " ").split())


def read(pdf: bytes) -> str:
    """All the words of a paper."""
    return plain(" ".join(pages_by_pdfium(pdf)))


@pytest.mark.parametrize("paper", PAPERS)
def test_a_draft_is_a_project_and_a_sealed_version_bears_its_hash(paper: Callable[[RoadmapContent], bytes]) -> None:
    draft = read(paper(content_of(demo_file())))
    assert "PROJET" in draft
    assert "FICTIF" in draft
    sealed = sealed_version()
    kept = read(paper(content_of(demo_file(), sealed)))
    assert "PROJET" not in kept
    assert sealed.sha256[:8] in kept
    assert "Paraphes" not in kept
    assert paper(content_of(demo_file(), sealed)) == paper(content_of(demo_file(), sealed))


@pytest.mark.parametrize("paper", PAPERS)
def test_a_mission_just_opened_has_its_papers(paper: Callable[[RoadmapContent], bytes]) -> None:
    assert "Forge neuve" in read(paper(content_of(empty_file())))


def test_the_attendance_sheet_has_a_row_for_each_half_day_that_stands() -> None:
    file = demo_file()
    text = read(attendance_pdf(content_of(file)))
    assert text.count("14/09/2021") == 2
    assert "22/09/2021" not in text, "a corrected line does not stand"
    assert text.count("à distance") == 2
    assert "Responsable qualité" in text, "people of the session of the day"
    first = replace(file.ledger.entries[0], people_met=("Jeanne Exemple, directrice",))
    named = replace(file, ledger=Ledger((first, *file.ledger.entries[1:])))
    assert "Jeanne Exemple, directrice" in read(attendance_pdf(content_of(named)))
    assert "Signature, entreprise" in text


def test_without_a_half_day_the_sheet_is_filled_by_hand() -> None:
    assert "à remplir et à signer à la main" in read(attendance_pdf(content_of(empty_file())))


def test_a_long_ledger_runs_on_with_its_head() -> None:
    file = demo_file()
    line = file.ledger.entries[0]
    many = tuple(
        replace(line, id=UUID(int=5_000 + rank), day=date(2022, 1 + rank // 28, 1 + rank % 28)) for rank in range(50)
    )
    pages = pages_by_pdfium(attendance_pdf(content_of(replace(file, ledger=Ledger(many)))))
    assert len(pages) > 2
    assert all("Personnes présentes" in plain(page) for page in pages[:2])


def test_the_statement_lists_the_aid_and_says_what_is_not_known() -> None:
    text = read(de_minimis_pdf(content_of(demo_file())))
    assert "Fonds de solidarité" in text
    assert "7 500 €" in text
    assert "21 000 €" in text
    assert "1407/2013, 2023/2831" in text
    assert "à vérifier auprès de la Région" in text
    assert "déclare que la liste ci-dessus est complète" in text


def test_under_a_ceiling_the_statement_says_the_room_left_and_what_is_left_out() -> None:
    file = demo_file()
    aids = (
        AidReceived(date(2021, 3, 1), Cents(4_000_000), "Région", id=UUID(int=1)),
        AidReceived(date(2018, 3, 1), Cents(900_000), "Trop ancienne", id=UUID(int=2)),
        AidReceived(date(2021, 3, 1), Cents(900_000), "Société sœur", of_group=True, id=UUID(int=3)),
    )
    content = replace(
        content_of(replace(file, aids_received=aids, scenarios=())), scheme=library().scheme("demonstration-2025")
    )
    ledger = replace(content, file=replace(content.file, ledger=Ledger()))
    text = read(de_minimis_pdf(ledger))
    assert "1 aide de minimis comptée, 40 000 € en tout." in text
    assert "il reste 10 000 € sous le plafond de 50 000 €" in text
    assert "2 aides hors de la période ou du périmètre" in text
    assert "Seules les aides reçues par l’entreprise elle-même comptent" in text


def test_a_scheme_without_the_rule_asks_for_no_statement() -> None:
    content = replace(content_of(empty_file()), scheme=library().scheme("national-2018-2022"))
    assert "il n’y a pas d’attestation à signer" in read(de_minimis_pdf(content))


def test_the_application_says_each_criterion_with_its_state_and_source() -> None:
    text = read(application_pdf(content_of(demo_file())))
    scheme = library().scheme("occitanie-2020-2022")
    copied = plain(application_text(content_of(demo_file())))
    for criterion in scheme.criteria:
        rule = scheme.rules[criterion.rule]
        assert f"Rempli – {plain(rule.sentence)} – {rule.source}, {rule.heading}" in copied
    for words in ("000 000 018 00010", "48 salariés (PME)", "30 000 €", "21 000 €", "15 000 €", "10 500 €"):
        assert words in text
        assert words in copied
    assert "elle n’est pas chiffrée ici" in text
    assert "Signée." in text


def test_the_application_says_what_is_not_known_yet() -> None:
    file = empty_file()
    unknown = plain(application_text(content_of(file)))
    assert "Effectif : à renseigner" in unknown
    assert "À vérifier – " in unknown
    assert "À faire signer." in unknown
    too_young = replace(file.mission, company=Company("Forge neuve", balance_sheet_months=11))
    assert "Non rempli – L’entreprise a un premier bilan" in plain(
        application_text(content_of(replace(file, mission=too_young)))
    )


def test_a_word_cut_at_the_end_of_a_line_shows_its_hyphen() -> None:
    for face in (REGULAR, SEMIBOLD):
        assert width_of("\u00ad", face, 10) == width_of("-", face, 10) > 0
    document = pypdfium2.PdfDocument(roadmap_pdf(content_of(demo_file(), sealed_version())))
    boxes = []
    for page in (one.get_textpage() for one in document):
        ends = [rank for rank, char in enumerate(page.get_text_range()) if char in "\x02\ufffe"]
        boxes += [page.get_charbox(rank) for rank in ends]
    assert boxes
    assert all(right > left and top > bottom for left, bottom, right, top in boxes)
