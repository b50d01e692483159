"""Texts and sizes that nobody expects: nothing crashes, nothing is lost without being seen."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.domain.assessment import Answer
from app.domain.days import DayEntry, HalfDay, Ledger
from app.domain.mission import MissionFile, VersionKind
from app.domain.referential import Level
from app.domain.scheme import PhaseCode
from app.reports.roadmap.document import roadmap_pdf
from app.reports.writing import REPLACEMENT
from tests.integration.pdf_reading import both_texts, pages_by_pdfium, squeezed
from tests.integration.roadmap_examples import content_of, demo_file, new_id, sealed_version, with_answers

ANGLES = "Coupe <b>gras</b> &amp; <para> & </font> ]]> {accolades} [[crochets]]"
EMOJI = "Usine 🏭 du futur 👩‍🔧"
ARABIC = "مصنع المستقبل"
UNBROKEN = "x" * 5000
PROSE = ("Une phrase assez longue pour occuper plusieurs lignes de la feuille de route. " * 70)[:5000].strip()


def everywhere(text: str) -> MissionFile:
    """A text in every free field, cut to one line where a field has one line."""
    file = demo_file()
    line = text[:200].strip()
    mission = replace(
        file.mission,
        summary=text,
        next_step=line,
        market=line,
        company=replace(file.mission.company, name=line, trade=line, head_name=line),
        provider=replace(file.mission.provider, name=line, lead_consultant=line, contact=line),
    )
    answers = {code: Answer(Level.TO_STUDY, text, text) for code in list(file.assessments[0].answers)[:2]}
    others = {code: Answer(Level.IN_PLACE) for code in file.assessments[0].answers if code not in answers}
    changed = replace(
        file,
        mission=mission,
        actions=tuple(replace(action, title=line, reason=text, owner=line, gain=line) for action in file.actions[:2]),
        sessions=tuple(replace(session, topic=line, notes=text) for session in file.sessions[:1]),
        scenarios=tuple(replace(scenario, title=line) for scenario in file.scenarios),
    )
    return with_answers(changed, {**answers, **others})


@pytest.mark.parametrize("text", [ANGLES, EMOJI, ARABIC, UNBROKEN, PROSE, "", "\n\n", "«  »  ;  !"])
def test_any_text_is_printed(text: str, tmp_path: Path) -> None:
    pdf = roadmap_pdf(content_of(everywhere(text), sealed_version()))
    for read in both_texts(pdf, tmp_path):
        assert "29réponses" in read
        assert squeezed(text[:40]) in read or REPLACEMENT in read


def test_angle_brackets_are_letters_like_others(tmp_path: Path) -> None:
    for read in both_texts(roadmap_pdf(content_of(everywhere(ANGLES))), tmp_path):
        assert squeezed("<b>gras</b> &amp; <para> & </font> ]]> {accolades} [[crochets]]") in read


@pytest.mark.parametrize("text", [EMOJI, ARABIC])
def test_a_letter_that_the_typeface_lacks_is_seen_as_missing(text: str) -> None:
    pages = pages_by_pdfium(roadmap_pdf(content_of(everywhere(text))))
    assert REPLACEMENT in pages[0]


def test_five_thousand_characters_are_all_there(tmp_path: Path) -> None:
    for read in both_texts(roadmap_pdf(content_of(everywhere(PROSE))), tmp_path):
        assert read.count("Unephraseassezlongue") >= 70 * 3
    (first, _) = both_texts(roadmap_pdf(content_of(everywhere(UNBROKEN))), tmp_path)
    assert first.count("x") > 4 * 5000


def test_the_reason_of_a_version_is_printed_however_long(tmp_path: Path) -> None:
    sealed = replace(sealed_version(VersionKind.CORRECTION), reason=PROSE, replaces="ab" * 32)
    for read in both_texts(roadmap_pdf(content_of(demo_file(), sealed)), tmp_path):
        assert read.count("Unephraseassezlongue") >= 60
        assert "ab" * 32 in read


def many_actions(file: MissionFile) -> MissionFile:
    start = date(2021, 10, 1)
    actions = [
        replace(
            file.actions[rank % 12],
            id=new_id(),
            rank=rank + 1,
            title=f"Action numéro {rank + 1} de la liste",
            start=start + timedelta(days=9 * rank),
            end=start + timedelta(days=9 * rank + 60),
        )
        for rank in range(60)
    ]
    return replace(file, actions=tuple(actions))


def many_days(file: MissionFile) -> MissionFile:
    lines = tuple(
        DayEntry(
            id=new_id(),
            phase=PhaseCode("phase_2"),
            day=date(2021, 10, 1) + timedelta(days=rank),
            half_day=HalfDay.MORNING,
            performer="Consultante principale",
            purpose=f"Travail numéro {rank + 1}",
        )
        for rank in range(90)
    )
    return replace(file, ledger=Ledger(lines))


@pytest.mark.parametrize(
    ("grown", "head", "said"),
    [(many_actions, "Action et étape mesurable", "Action numéro"), (many_days, "Objet et lieu", "Travail numéro")],
)
def test_long_tables_run_over_pages_with_their_head(
    grown: Callable[[MissionFile], MissionFile], head: str, said: str
) -> None:
    pages = [squeezed(page) for page in pages_by_pdfium(roadmap_pdf(content_of(grown(demo_file()))))]
    with_head = [page for page in pages if squeezed(head) in page]
    assert len(with_head) >= 3
    for page in with_head[1:-1]:
        assert squeezed(said) in page
    whole = "".join(pages)
    for rank in range(1, 61):
        assert squeezed(f"{said} {rank}") in whole


def test_a_long_calendar_is_cut_between_rows_with_the_same_months() -> None:
    pages = pages_by_pdfium(roadmap_pdf(content_of(many_actions(demo_file()))))
    calendars = [page for page in pages if "T1 2022" in page or ("2022" in page and "60" in page and "Action" in page)]
    assert len(calendars) >= 2
