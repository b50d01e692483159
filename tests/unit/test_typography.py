"""French typography, rule by rule. In the expectations, ~ stands for U+00A0 and ⍽ for U+202F."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.packs.typography import typeset, typeset_paragraph


def shown(text: str) -> str:
    return text.replace("\u00a0", "~").replace("\u202f", "⍽")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The examples of PAPER.md §9, thousands being U+00A0 as DESIGN.md §7.11 asks.
        ("équipé ;", "équipé⍽;"),
        ("équipé;", "équipé⍽;"),
        ("« Industrie »", "«⍽Industrie⍽»"),
        ("«Industrie»", "«⍽Industrie⍽»"),
        ("Phase 1 : diagnostic", "Phase~1~: diagnostic"),
        ("36 000 € HT", "36~000~€~HT"),
        ("12 mai 2022", "12~mai~2022"),
        ("1er août", "1er~août"),
        ("n° 4", "n°~4"),
        ("H. Durand", "H.~Durand"),
        ("page 6", "page~6"),
        # High punctuation.
        ("Vraiment ?", "Vraiment⍽?"),
        ("Vraiment ?!", "Vraiment⍽?!"),
        ("Oui! Non ?", "Oui⍽! Non⍽?"),
        ("(sûr ?)", "(sûr⍽?)"),
        ("« prêt » ?", "«⍽prêt⍽»⍽?"),
        ("titre: suite", "titre~: suite"),
        ("à 10:30", "à 10:30"),
        ("https://exemple.fr/?a=1;b=2", "https://exemple.fr/?a=1;b=2"),
        # Apostrophes, quotes, ellipsis.
        ("l'atelier d'Ève", "l’atelier d’Ève"),
        ('jusqu\'"ici"', "jusqu’«⍽ici⍽»"),
        ('un "mot" ici', "un «⍽mot⍽» ici"),
        ("un “mot” ici", "un «⍽mot⍽» ici"),
        ('tube de 3" et 5"', 'tube de 3" et 5"'),
        ("etc...", "etc…"),
        ("....", "...."),
        # Numbers and what they count.
        ("1 234 567,89 €", "1~234~567,89~€"),
        ("en 2021 350 pièces", "en 2021 350 pièces"),
        ("732 829 320 00074", "732~829~320 00074"),
        ("100 % de 5 jours", "100~% de 5~jours"),
        ("5 mesures", "5 mesures"),
        ("à 9 h 05", "à 9~h~05"),
        ("art. 39 et fiche 7", "art.~39 et fiche~7"),
        ("étape A, la phase a duré", "étape~A, la phase a duré"),
        ("M. Durand et Mme Ève Petit", "M.~Durand et Mme~Ève Petit"),
        ("de -5 à 3", "de −5 à 3"),
        ("2020-2022", "2020-2022"),
        ("vis-à-vis", "vis-à-vis"),
        ("", ""),
    ],
)
def test_each_rule(text: str, expected: str) -> None:
    assert shown(typeset(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Un mot seul ici", "Un mot seul~ici"),
        ("au bout du chantier", "au bout du chantier"),
        ("ce n'est pas fini.", "ce n’est pas~fini."),
        ("Seul", "Seul"),
    ],
)
def test_a_short_last_word_is_tied(text: str, expected: str) -> None:
    assert shown(typeset_paragraph(text)) == expected


@given(st.text(alphabet=st.sampled_from(list("aéA1250.,;:!?'\"«»()-€%° \u00a0\u202f\n…h")), max_size=40))
def test_twice_is_once(text: str) -> None:
    once = typeset(text)

    assert typeset(once) == once


@given(st.text(max_size=80))
def test_no_word_is_lost(text: str) -> None:
    letters = [char for char in text if char.isalnum()]

    assert [char for char in typeset(text) if char.isalnum()] == letters
