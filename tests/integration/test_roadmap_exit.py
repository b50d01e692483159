"""The page of the exit: the way from entry to exit, what changed, reclassifications apart, opinions beside."""

from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest

from app.domain.action_plan import ActionState
from app.domain.assessment import Answer, Assessment, AssessmentKind, Opinion
from app.domain.evolution import StepKind, Waterfall, waterfall
from app.domain.mission import MissionFile, VersionKind
from app.domain.referential import Level, ThemeCode
from app.reports.roadmap.document import roadmap_pdf
from tests.integration.pdf_reading import both_texts, pages_by_pdfium, pages_by_poppler, squeezed
from tests.integration.roadmap_examples import content_of, demo_file, exit_file, left_file, library, sealed_version

TITLE = squeezed("À la sortie : le chemin parcouru")


def both(file: MissionFile) -> tuple[Assessment, Assessment]:
    entry, last = (file.assessment(kind) for kind in (AssessmentKind.ENTRY, AssessmentKind.EXIT))
    assert entry is not None
    assert last is not None
    return entry, last


def evolution_of(file: MissionFile) -> Waterfall:
    entry, last = both(file)
    return waterfall(entry.levels, last.levels, library().referential())


def with_exit(file: MissionFile, answers: dict[ThemeCode, Answer]) -> MissionFile:
    entry, last = both(file)
    return replace(file, assessments=(entry, replace(last, answers=MappingProxyType(answers))))


def exit_pages(pdf: bytes) -> list[str]:
    """Pages of the chapter: from its title to the signature."""
    pages = [squeezed(page) for page in pages_by_pdfium(pdf)]
    first = next(rank for rank, page in enumerate(pages) if page.find(TITLE) >= 0)
    return pages[first:-1]


@pytest.fixture(scope="module")
def left() -> tuple[MissionFile, bytes]:
    file = left_file()
    return file, roadmap_pdf(content_of(file, sealed_version(VersionKind.EXIT)))


def test_the_page_says_progress_and_reclassifications_apart(left: tuple[MissionFile, bytes]) -> None:
    page = exit_pages(left[1])[0]
    assert squeezed("L’indice passe de 132 à 180 points : +44 points de transformation") in page
    assert squeezed("et +4 points de reclassement, comptés à part.") in page
    assert evolution_of(left[0]).total.progress == 44


def test_page_one_says_what_moved_and_what_goes_on() -> None:
    file = left_file()
    actions = tuple(
        replace(one, state=ActionState.DONE if one.rank in {1, 3, 5} else ActionState.STARTED) for one in file.actions
    )
    page = squeezed(pages_by_pdfium(roadmap_pdf(content_of(replace(file, actions=actions))))[0])
    assert squeezed("+44 points de transformation, et +4 points de reclassement, comptés à part.") in page
    assert squeezed("Ce qui continue") in page
    assert squeezed("dont 3 actions terminées") in page
    for one in actions:
        assert (squeezed(one.title) in page) is (one.rank in {2, 4, 6})
    done = tuple(replace(one, state=ActionState.DONE) for one in file.actions)
    page = squeezed(pages_by_pdfium(roadmap_pdf(content_of(replace(file, actions=done))))[0])
    assert squeezed("Toutes les actions du plan sont terminées.") in page


def test_only_themes_that_changed_are_told_reclassifications_last(left: tuple[MissionFile, bytes]) -> None:
    file, pdf = left
    (page,) = exit_pages(pdf)
    block = page.index(squeezed("Reclassements, hors transformation"))
    for step in evolution_of(file).steps:
        name = squeezed(f"{step.theme.code} {step.theme.title}")
        if step.kind is StepKind.UNCHANGED:
            assert name not in page
        else:
            assert (page.index(name) > block) is (step.kind is StepKind.RECLASSIFICATION)


def test_each_opinion_stands_in_its_column(left: tuple[MissionFile, bytes], tmp_path: Path) -> None:
    file, pdf = left
    (page,) = exit_pages(pdf)
    _, last = both(file)
    moved = [step.theme.code for step in evolution_of(file).steps if step.kind is not StepKind.UNCHANGED]
    opinions = [last.answer(code).opinion for code in moved]
    same = [last.answer(code).opinion for code in moved if _agrees(last.answer(code))]
    assert page.count(squeezed("Même avis")) == len(same) > 0
    assert page.count(squeezed("Pas d’avis")) == opinions.count(None) > 0
    raw = next(text for text in map(squeezed, pages_by_poppler(pdf, tmp_path)) if text.find(TITLE) >= 0)
    for text in (page, raw):
        assert squeezed("En cours. Restauration essayée sur une machine, pas encore sur le progiciel.") in text
        assert squeezed("À étudier. Un poste d’essai ; la suite n’est ni décidée ni chiffrée.") in text


def _agrees(answer: Answer) -> bool:
    return answer.opinion is not None and answer.opinion.level is answer.level


def test_an_opinion_on_a_theme_that_did_not_change_is_printed_too(left: tuple[MissionFile, bytes]) -> None:
    _, last = both(left[0])
    pages = [squeezed(page) for page in pages_by_pdfium(left[1])]
    row = squeezed("L1.1 Capteurs et objets connectés")
    said = next(page for page in pages if row in page and squeezed("Avis du consultant") in page)
    assert _agrees(last.answer(ThemeCode("L1.1")))
    assert squeezed("Même avis") in said[said.index(row) :]


def test_there_is_no_page_before_both_are_complete(tmp_path: Path) -> None:
    file = exit_file()
    _, last = both(file)
    partial = dict(last.answers)
    del partial[ThemeCode("L6.3")]
    for one in (demo_file(), with_exit(file, partial)):
        for text in both_texts(roadmap_pdf(content_of(one)), tmp_path):
            assert TITLE not in text


def test_no_change_is_said_and_no_block_is_empty() -> None:
    file = exit_file()
    entry, _ = both(file)
    (page,) = exit_pages(roadmap_pdf(content_of(with_exit(file, dict(entry.answers)), sealed_version())))
    assert squeezed("L’indice passe de 132 à 132 points : aucun point de transformation.") in page
    assert squeezed("Aucune réponse n’a changé") in page
    assert squeezed("Reclassements, hors transformation") not in page
    assert squeezed("Hachures") not in page


def test_losses_alone_and_reclassifications_that_cancel_are_said() -> None:
    file = exit_file()
    entry, _ = both(file)
    answers = dict(entry.answers)
    answers[ThemeCode("L2.3")] = Answer(Level.TO_STUDY)
    answers[ThemeCode("L2.4")] = Answer(Level.TO_STUDY)
    answers[ThemeCode("L2.1")] = Answer(Level.NOT_CONCERNED)
    (page,) = exit_pages(roadmap_pdf(content_of(with_exit(file, answers), sealed_version())))
    assert squeezed("−7 points de transformation, et aucun point de reclassement, comptés à part.") in page
    assert squeezed("Reclassements, hors transformation 0") in page
    assert squeezed("Blanc : points perdus.") in page


def test_twenty_nine_changes_and_long_opinions_run_over_pages() -> None:
    file = exit_file()
    entry, _ = both(file)
    said = "Le consultant voit autre chose, et le dit en une phrase entière."
    turned = {
        Level.UNKNOWN: Level.TO_STUDY,
        Level.NOT_CONCERNED: Level.TO_STUDY,
        Level.TO_STUDY: Level.IN_PROGRESS,
        Level.IN_PROGRESS: Level.IN_PLACE,
        Level.IN_PLACE: Level.NOT_CONCERNED,
    }
    answers = {
        code: Answer(turned[level], opinion=Opinion(Level.UNKNOWN, said)) for code, level in entry.levels.items()
    }
    pages = exit_pages(roadmap_pdf(content_of(with_exit(file, answers), sealed_version())))
    assert len(pages) >= 2
    assert all(squeezed("Avis du consultant") in page for page in pages[:2])
    assert "".join(pages).count(squeezed(said)) == 29
