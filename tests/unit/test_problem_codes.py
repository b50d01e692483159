"""Codes that the server answers and that the outbox keeps: each has a sentence that needs no value."""

import tomllib

import pytest

from app.packs.texts import Texts
from app.resources import resource_path
from app.sync.contract.protocol import ProblemCode
from server.problems import STATUS

KEPT_BY_THE_OUTBOX = [
    *ProblemCode,
    "server.unreachable",
    "server.certificate",
    "server.timeout",
    "server.cut",
    "server.failing",
    "server.too_old",
    "server.too_new",
    "server.protocol",
    "server.garbage",
    "receipt.unreadable",
    "receipt.signature",
    "receipt.mismatch",
    "deposit.earlier_waits",
    "clock.gap",
]


@pytest.fixture(scope="module")
def texts() -> Texts:
    return Texts.load()


@pytest.mark.parametrize("code", KEPT_BY_THE_OUTBOX)
def test_a_code_is_said_long_after_without_any_value(texts: Texts, code: str) -> None:
    assert texts.sentence(code).endswith(".")


def test_the_set_of_problems_is_closed() -> None:
    told = tomllib.loads(resource_path("texts", "fr.toml").read_text("utf-8"))["problems"]
    assert set(told) == set(ProblemCode)


def test_every_problem_about_the_document_is_unprocessable_but_its_size() -> None:
    others = {code for code in ProblemCode if code not in STATUS}
    assert others == {code for code in ProblemCode if code.startswith("received.")} - {ProblemCode.TOO_LARGE}
