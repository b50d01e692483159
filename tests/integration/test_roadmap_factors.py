"""The chapter of the 360° diagnostic and the workshop votes on paper: all that is sealed is printed, nothing when empty."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.full_diagnostic import FactorView, FullDiagnostic
from app.domain.mission import MissionFile
from app.domain.referential import Factor
from app.packs.typography import typeset_paragraph
from app.reports.roadmap.document import roadmap_pdf
from tests.integration.pdf_reading import both_texts, pages_by_pdfium, squeezed
from tests.integration.roadmap_examples import content_of, demo_file, sealed_version

TITLE = squeezed("Le regard à 360° : six facteurs")
VOTES = squeezed("Les votes de l’atelier")


@pytest.fixture(scope="module")
def demo() -> tuple[MissionFile, bytes]:
    file = demo_file()
    return file, roadmap_pdf(content_of(file, sealed_version()))


def test_everything_said_of_the_factors_is_printed(demo: tuple[MissionFile, bytes], tmp_path: Path) -> None:
    file, pdf = demo
    diagnostic = file.full_diagnostic
    said = [*diagnostic.links.splitlines(), *diagnostic.outside_effects.splitlines()]
    for view in diagnostic.views.values():
        said += [view.observations, view.strengths, view.weaknesses, view.evidence]
    assert len(said) == 28
    for text in both_texts(pdf, tmp_path):
        assert TITLE in text
        assert [one for one in said if squeezed(typeset_paragraph(one)) not in text] == []


def test_votes_are_told_by_their_spread_and_never_by_who_voted(demo: tuple[MissionFile, bytes], tmp_path: Path) -> None:
    _, pdf = demo
    for text in both_texts(pdf, tmp_path):
        chapter = text[text.index(VOTES) :]
        assert (
            squeezed("5 votes, de « À étudier » à « En cours de mise en œuvre » ; au milieu, « À étudier ».") in chapter
        )
        assert squeezed("3 votes, de « Je ne connais pas »") in chapter
        assert squeezed("Le niveau déclaré reste une seule décision") in chapter
        assert "Régleur" not in chapter
        assert text.count(VOTES) == 1


def test_nothing_is_printed_of_an_empty_diagnostic_and_votes_follow_the_answers(
    demo: tuple[MissionFile, bytes],
) -> None:
    file, _ = demo
    pages = [
        squeezed(page)
        for page in pages_by_pdfium(roadmap_pdf(content_of(replace(file, full_diagnostic=FullDiagnostic()))))
    ]
    whole = "".join(pages)
    assert TITLE not in whole
    assert whole.index(VOTES) < whole.index(squeezed("Le plan d’actions"), whole.index(VOTES))


def test_a_chapter_barely_begun_and_one_overfull_are_both_printed(demo: tuple[MissionFile, bytes]) -> None:
    file, _ = demo
    begun = FullDiagnostic().with_view(FactorView(Factor.PEOPLE_SKILLS, weaknesses="Deux départs."))
    pages = [squeezed(page) for page in pages_by_pdfium(roadmap_pdf(content_of(replace(file, full_diagnostic=begun))))]
    assert sum(TITLE in page for page in pages) == 1
    assert squeezed("Ce que chaque facteur change") not in "".join(pages)
    full = FullDiagnostic(links="Lien. " * 800, outside_effects="Effet. " * 700)
    for factor in Factor:
        full = full.with_view(FactorView(factor, "Vu. " * 1_200, "Fort. " * 800, "Faible. " * 600, "Là. " * 1_200))
    printed = squeezed("".join(pages_by_pdfium(roadmap_pdf(content_of(replace(file, full_diagnostic=full))))))
    assert [printed.count(word) >= times for word, times in (("Fort.", 4_800), ("Là.", 7_200), ("Effet.", 700))] == [
        True
    ] * 3
