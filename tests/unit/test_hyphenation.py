"""Where the paper cuts a word: long plain words of running text, never a name, a code or a head."""

import itertools

import pytest

from app.reports.writing import prepare, prose


def _lines(text: str, style: str, width: float) -> list[str]:
    prepare()
    paragraph = prose(text, style)
    paragraph.wrap(width, 1000)
    return [" ".join(line[1]) for line in paragraph.blPara.lines]


@pytest.mark.parametrize(("style", "cut"), [("body", True), ("cell", True), ("cell_name", False), ("h2", False)])
def test_only_running_text_is_cut(style: str, cut: bool) -> None:
    told = [line for width in range(60, 140, 4) for line in _lines("le financement de la transformation", style, width)]
    assert len(told) > 20
    assert any(line.endswith("-") for line in told) is cut


def test_three_letters_stay_before_and_four_after() -> None:
    for width in range(30, 120, 3):
        lines = _lines("un accompagnement personnalisé des responsables", "body", width)
        for line, after in itertools.pairwise(lines):
            if line.endswith("-"):
                assert len(line.split()[-1]) - 1 >= 3
                assert len(after.split()[0]) >= 4


@pytest.mark.parametrize("word", ["Transformation", "OC-21-AAAA-1TRANSFORMATION", "TRANSFORMATION", "court"])
def test_a_name_a_code_and_a_short_word_stay_whole(word: str) -> None:
    assert not any(line.endswith("-") for line in _lines(f"voir {word}", "body", 62))
