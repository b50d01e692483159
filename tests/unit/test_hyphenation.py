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


def test_a_word_after_an_elision_is_cut_as_any_other() -> None:
    told = [line for width in range(40, 90, 3) for line in _lines("de l’ordonnancement", "cell", width)]
    ends = {line.split()[-1] for line in told if line.endswith("-")}
    assert "l’ordonnance-" in ends or "l’ordon-" in ends
    assert not any(len(end.removeprefix("l’")) < 4 for end in ends)


def test_a_word_longer_than_its_line_is_cut_where_words_are() -> None:
    for width in range(50, 75, 3):
        lines = _lines("Responsable des approvisionnements", "cell", width)
        cut = [line.split()[-1] for line in lines if "approv" in line]
        assert all(end.endswith("-") for end in cut), lines
