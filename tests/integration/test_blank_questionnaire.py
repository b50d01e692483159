"""The blank questionnaire read back from its PDF: a theme each half page, five boxes, the pack in words and in its code."""

from functools import cache

import pypdfium2

from app.reports.blocks import qr_modules
from app.reports.papers.questionnaire import LEVELS, QR_SIDE, pack_code, questionnaire_pdf
from app.reports.sheet import PAGE_HEIGHT, PAGE_WIDTH, RIGHT, TOP
from tests.integration.pdf_reading import pages_by_pdfium
from tests.integration.roadmap_examples import content_of, demo_file

DEMO = content_of(demo_file())
SCALE = 4


@cache
def printed() -> bytes:
    """The questionnaire of the fictional company."""
    return questionnaire_pdf(DEMO)


def words(text: str) -> str:
    """A text on one line, words cut at the end of a line made whole, with plain spaces."""
    for mark in ("\u00ad", "\ufffe", "\x02"):
        text = text.replace(f"{mark}\r\n", "").replace(f"{mark}\n", "").replace(mark, "")
    return " ".join(text.replace("\u202f", " ").replace("\u00a0", " ").split())


def test_two_themes_a_page_in_order_each_with_its_five_levels() -> None:
    pages = [words(page) for page in pages_by_pdfium(printed())]
    themes = DEMO.referential.themes
    assert len(pages) == (len(themes) + 1) // 2
    for rank, theme in enumerate(themes, start=1):
        assert f"{theme.code} · " in pages[rank // 2]
        assert words(theme.title) in pages[rank // 2]
        assert words(theme.scope) in pages[rank // 2]
    for level in LEVELS:
        asked = " ".join(pages).count(f"{LEVELS.index(level) + 1} {words(DEMO.referential.label(level))}")
        assert asked == len(themes)


def test_the_second_theme_of_a_page_begins_at_its_middle() -> None:
    document = pypdfium2.PdfDocument(printed())
    tops = []
    for code in ("L1.2 ", "L1.3 "):
        text = document[1].get_textpage()
        found = text.search(code).get_next()
        assert found is not None
        tops.append(text.get_charbox(found[0])[3])
    document.close()
    assert tops[0] > PAGE_HEIGHT / 2 + 150
    assert PAGE_HEIGHT / 2 - 60 < tops[1] < PAGE_HEIGHT / 2


def test_no_answer_is_printed_and_no_draft_is_said() -> None:
    text = words(" ".join(pages_by_pdfium(printed())))
    assert "PROJET" not in text
    assert "FICTIF" in text
    assert all(asked in text for asked in ("Qui répond", "Date de la déclaration", "à l’entrée", "à la sortie"))
    justified = [one.justification for file in DEMO.file.assessments for one in file.answers.values()]
    assert not any(words(one) in text for one in justified if one)


def test_each_page_says_its_pack_in_words_and_in_its_code() -> None:
    ref = DEMO.referential.header.ref
    code = pack_code(DEMO)
    assert ref.id in code
    assert f":{ref.version}:" in code
    assert code.endswith(ref.sha256[:16])
    matrix = qr_modules(code)
    module = QR_SIDE / len(matrix)
    document = pypdfium2.PdfDocument(printed())
    for rank, page in enumerate(pages_by_pdfium(printed())):
        assert f"version {ref.version}" in words(page)
        assert code in page.replace("\r", "").replace("\n", "")
        image = document[rank].render(scale=SCALE, grayscale=True).to_pil()
        left, top = PAGE_WIDTH - RIGHT - QR_SIDE, TOP
        seen = [
            [
                image.getpixel((int((left + (x + 0.5) * module) * SCALE), int((top + (y + 0.5) * module) * SCALE)))
                < 128
                for x in range(len(line))
            ]
            for y, line in enumerate(matrix)
        ]
        assert seen == [[bool(cell) for cell in line] for line in matrix], f"page {rank + 1}"
    document.close()


def test_the_same_mission_gives_the_same_bytes() -> None:
    assert questionnaire_pdf(DEMO) == printed()
