"""Parts of the paper that a first document must get cheaply, and as right as any other way of getting them."""

import re
import subprocess
import sys

import pytest
import segno

from app.reports import roadmap
from app.reports.blocks import qr_modules

_HEAVY = {"pikepdf", "lxml", "segno", "sqlalchemy", "pydantic", "PySide6", "xlsxwriter", "http.client"}


@pytest.mark.parametrize("mark", ["00", "5F", "C4"])
def test_the_code_is_the_one_that_another_encoder_draws(mark: str) -> None:
    content = f"JALON:OC-21-MECA-7:V2:SHA256:{mark * 32}"
    drawn = [[int(module) for module in row] for row in qr_modules(content)]
    assert drawn == [list(row) for row in segno.make_qr(content, error="q", mask=3, boost_error=False).matrix]


def test_the_pattern_that_is_compiled_late_finds_the_same() -> None:
    from reportlab.platypus.paragraph import uri_pat

    assert uri_pat.match("https://exemple.fr/a")
    assert not uri_pat.match("pas une adresse")
    assert re.compile is roadmap._compile


def test_a_document_is_made_without_what_others_need() -> None:
    asked = f"import app.reports.roadmap.document, sys; print(sorted({_HEAVY!r} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", asked], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"
