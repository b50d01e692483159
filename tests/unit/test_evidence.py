"""What proves a signature: ink within its surface, and somebody named on each side."""

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from app.domain.errors import DomainError
from app.domain.evidence import (
    EvidenceKind,
    Signatory,
    SignatoryRole,
    SignatureEvidence,
    Stroke,
    check_signatories,
    check_strokes,
)

LINE: Stroke = ((0, 0), (3_000, 1_000))
HEAD = Signatory(SignatoryRole.COMPANY, "Dominique Exemple", "Gérance", (LINE,))
CONSULTANT = Signatory(SignatoryRole.PROVIDER, "Consultante principale")
UNDRAWN = replace(HEAD, strokes=())
NOBODY = Signatory(SignatoryRole.PROVIDER, "")


def test_ink_up_to_the_edges_is_kept_and_an_empty_stroke_is_not() -> None:
    assert check_strokes([LINE, (), ((1, 2),)]) == (LINE, ((1, 2),))
    assert check_strokes([]) == ()
    assert len(check_strokes([LINE] * 10_000)) == 10_000


@pytest.mark.parametrize("point", [(-1, 0), (0, -1), (3_001, 0), (0, 1_001)])
def test_ink_off_the_surface_is_refused(point: tuple[int, int]) -> None:
    with pytest.raises(DomainError, match=r"evidence\.off_surface"):
        check_strokes([LINE, (point,)])


def test_more_than_twenty_thousand_points_are_refused() -> None:
    with pytest.raises(DomainError) as refusal:
        check_strokes([*[LINE] * 10_000, ((1, 2),)])
    assert (refusal.value.code, dict(refusal.value.params)) == ("evidence.too_much_ink", {"limit": 20_000})


@pytest.mark.parametrize("kind", [EvidenceKind.SCANNED, EvidenceKind.ON_PAPER])
def test_on_paper_and_on_a_scan_those_named_are_kept(kind: EvidenceKind) -> None:
    assert check_signatories(kind, [UNDRAWN, NOBODY, CONSULTANT]) == (UNDRAWN, CONSULTANT)


def test_drawn_here_only_those_who_drew_are_kept() -> None:
    assert check_signatories(EvidenceKind.DRAWN, [HEAD, CONSULTANT, NOBODY]) == (HEAD,)


@pytest.mark.parametrize(
    ("kind", "told", "code"),
    [
        (EvidenceKind.DRAWN, (), "evidence.nothing_drawn"),
        (EvidenceKind.DRAWN, (UNDRAWN, CONSULTANT), "evidence.nothing_drawn"),
        (EvidenceKind.ON_PAPER, (), "evidence.nobody"),
        (EvidenceKind.SCANNED, (NOBODY,), "evidence.nobody"),
        (EvidenceKind.DRAWN, (HEAD, replace(NOBODY, strokes=(LINE,))), "evidence.name_missing"),
        (EvidenceKind.DRAWN, (replace(HEAD, strokes=(((3_001, 0),),)),), "evidence.off_surface"),
    ],
)
def test_what_proves_nothing_is_refused(kind: EvidenceKind, told: tuple[Signatory, ...], code: str) -> None:
    with pytest.raises(DomainError) as refusal:
        check_signatories(kind, told)
    assert refusal.value.code == code


def test_each_side_is_found_by_its_role() -> None:
    asked = (UUID(int=1), UUID(int=2), 1, "0" * 64, EvidenceKind.ON_PAPER)
    at, day = datetime(2022, 3, 1, tzinfo=UTC), date(2022, 3, 1)
    both = SignatureEvidence(*asked, at, day, signatories=(UNDRAWN, CONSULTANT))
    assert (both.by(SignatoryRole.COMPANY), both.by(SignatoryRole.PROVIDER)) == (UNDRAWN, CONSULTANT)
    alone = replace(both, signatories=(CONSULTANT,))
    assert alone.by(SignatoryRole.COMPANY) is None
    assert (both.place, both.scan, both.scan_type, UNDRAWN.strokes) == ("", "", None, ())
    assert SignatureEvidence(*asked, at, day).signatories == ()
    assert CONSULTANT.function == ""
