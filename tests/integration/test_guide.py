"""The guide as shipped: one honest, short, well-typed sheet per theme, and its search."""

import pytest

from app.domain.guide import GuideSheet
from app.packs.guide_search import search_guide
from app.packs.library import PackLibrary
from app.packs.typography import typeset

LIBRARY = PackLibrary.shipped()
GUIDE = LIBRARY.guide()
REFERENTIAL = LIBRARY.referential()


def word_count(text: str) -> int:
    return sum(any(char.isalnum() for char in word) for word in text.split())


def parts(sheet: GuideSheet) -> list[str]:
    return [sheet.definition, *sheet.signs_in_place, *sheet.first_steps, *sheet.questions_on_site, sheet.limits]


def test_one_sheet_per_theme_in_the_order_of_the_referential() -> None:
    assert [sheet.theme for sheet in GUIDE.sheets] == [theme.code for theme in REFERENTIAL.themes]


def test_the_guide_never_passes_for_the_official_one() -> None:
    assert not GUIDE.header.official
    assert "n’est pas" in GUIDE.header.source


@pytest.mark.parametrize("sheet", GUIDE.sheets, ids=lambda sheet: sheet.theme)
def test_a_sheet_is_short_complete_and_well_typed(sheet: GuideSheet) -> None:
    assert 80 <= word_count(sheet.text) <= 150
    for items in (sheet.signs_in_place, sheet.first_steps, sheet.questions_on_site):
        assert 2 <= len(items) <= 3
    assert all(question.endswith("\u202f?") for question in sheet.questions_on_site)
    for text in parts(sheet):
        assert typeset(text) == text
        assert "'" not in text
        assert text[0].isupper()
        assert text.endswith((".", "?"))


def test_no_sentence_serves_twice() -> None:
    sentences = [text for sheet in GUIDE.sheets for text in parts(sheet)]

    assert len(set(sentences)) == len(sentences)


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("cybersecurite", "L1.5"),
        ("CYBERSÉCURITÉ industrielle", "L1.5"),
        ("L4.2", "L4.2"),
        ("ecoconception", "L6.3"),
        ("mise en oeuvre materiau", "L2.4"),
        ("exosquelette", "L3.4"),
        ("plm", "L5.1"),
    ],
)
def test_search_puts_the_best_sheet_first(words: str, first: str) -> None:
    assert search_guide(GUIDE, REFERENTIAL, words)[0] == first


def test_a_title_comes_before_a_text() -> None:
    found = search_guide(GUIDE, REFERENTIAL, "maintenance")

    assert found[0] == "L4.4"
    assert "L1.5" in found


def test_every_word_must_be_found() -> None:
    assert search_guide(GUIDE, REFERENTIAL, "robot girafe") == ()


@pytest.mark.parametrize("words", ["", "   ", " . ? "])
def test_an_empty_search_gives_every_sheet_in_order(words: str) -> None:
    assert search_guide(GUIDE, REFERENTIAL, words) == tuple(theme.code for theme in REFERENTIAL.themes)
