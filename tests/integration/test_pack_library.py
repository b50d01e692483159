"""The packs as shipped: they load, hold what they promise, and a pinned one is given back exactly or refused."""

import shutil
from collections import Counter
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from app.domain.errors import InvalidData
from app.domain.packs import PackRef
from app.domain.referential import Level
from app.domain.scheme import DayCapReading, ExpenseDateBasis, PhaseCode, RuleId, SizeClass
from app.packs.library import PackLibrary
from app.packs.typography import typeset
from app.resources import resource_root

OCCITANIE = "occitanie-2020-2022"


@pytest.fixture(scope="module")
def library() -> PackLibrary:
    return PackLibrary.shipped()


@pytest.fixture
def own_library(tmp_path: Path) -> PackLibrary:
    shutil.copytree(resource_root() / "schemes", tmp_path / "schemes")
    return PackLibrary(tmp_path)


def test_the_default_referential_has_the_national_scale(library: PackLibrary) -> None:
    referential = library.referential()

    assert [len(referential.themes_of(lever.code)) for lever in referential.levers] == [5, 7, 5, 6, 3, 3]
    assert [lever.opens_accompaniment for lever in referential.levers] == [True] * 4 + [False] * 2
    assert [(spec.level, spec.points, spec.label) for spec in referential.levels] == [
        (Level.UNKNOWN, 0, "Je ne connais pas"),
        (Level.NOT_CONCERNED, 1, "Je ne suis pas concerné"),
        (Level.TO_STUDY, 3, "À étudier"),
        (Level.IN_PROGRESS, 7, "En cours de mise en œuvre"),
        (Level.IN_PLACE, 10, "Déjà en place"),
    ]
    assert referential.maximum == 290
    assert not referential.header.official
    assert all(theme.factors for theme in referential.themes)


def test_occitanie_holds_the_rules_of_its_region(library: PackLibrary) -> None:
    scheme = library.scheme(OCCITANIE)
    funding = scheme.company_funding
    one, two = scheme.phases

    assert funding is not None
    assert (funding.path_cap, funding.capped_by_equity, funding.state_share) == (3_600_000, True, None)
    assert funding.expenses_until == date(2022, 12, 31)
    assert (funding.expense_date_basis, funding.day_cap_reading) == (ExpenseDateBasis.PAYMENT, DayCapReading.MONEY)
    assert funding.de_minimis_phases == (PhaseCode("phase_1"),)
    assert funding.de_minimis_sizes == (SizeClass.MID_CAP,)
    assert (one.min_half_days, one.max_half_days, two.max_half_days) == (10, 10, 50)
    assert [one.rates[SizeClass.SME], two.rates[SizeClass.SME], two.rates[SizeClass.MID_CAP]] == [
        1,
        Decimal("0.5"),
        Decimal("0.5"),
    ]
    assert [phase.unit_cap and (phase.unit_cap.amount, phase.unit_cap.half_days) for phase in scheme.phases] == [
        (120_000, 2),
        (120_000, 2),
    ]
    assert [funder.name for funder in scheme.funders] == ["Région Occitanie", "État"]
    assert [scheme.size_class(staff) for staff in (249, 250, 4_999, 5_000)] == [
        SizeClass.SME,
        SizeClass.MID_CAP,
        SizeClass.MID_CAP,
        SizeClass.LARGE,
    ]
    assert len(scheme.providers) == 7


def test_shipped_schemes_name_no_mailbox_and_no_telephone(library: PackLibrary) -> None:
    for path in (resource_root() / "schemes").glob("*.toml"):
        text = path.read_text("utf-8")
        assert "@" not in text
        assert "www." not in text
        assert "tél" not in text.lower()


def test_the_national_pack_funds_no_company(library: PackLibrary) -> None:
    scheme = library.scheme("national-2018-2022")

    assert scheme.company_funding is None
    assert scheme.region_code is None
    assert (scheme.accompaniment_min_half_days, scheme.warn_above_half_days) == (10, 60)
    assert scheme.programme is not None
    assert (scheme.programme.ceiling, scheme.programme.gifas_ceiling) == (800_000, 1_800_000)


def test_the_demonstration_is_fictional_open_and_unlike_occitanie(library: PackLibrary) -> None:
    scheme, other = library.scheme("demonstration-2025"), library.scheme(OCCITANIE)
    funding, others = scheme.company_funding, other.company_funding

    assert scheme.fictional
    assert scheme.header.in_force(date(2026, 6, 1))
    assert funding is not None
    assert others is not None
    assert len(scheme.phases) == 4
    assert {phase.unit_cap.half_days for phase in scheme.phases if phase.unit_cap} == {1}
    assert funding.path_cap != others.path_cap
    assert funding.capped_by_equity is not others.capped_by_equity
    assert funding.expense_date_basis is not others.expense_date_basis
    assert funding.day_cap_reading is not others.day_cap_reading
    assert funding.state_share is not None


def test_every_shipped_rule_is_distinct_and_cited_rules_are_held(library: PackLibrary) -> None:
    for scheme in library.schemes():
        repeated = [
            text for text, times in Counter(rule.sentence for rule in scheme.rules.values()).items() if times > 1
        ]
        assert repeated == []
        assert not scheme.header.official


def test_shipped_packs_are_typographically_clean(library: PackLibrary) -> None:
    referential = library.referential()
    texts = [spec.label for spec in referential.levels]
    texts += [text for lever in referential.levers for text in (lever.title, lever.short_title)]
    texts += [text for theme in referential.themes for text in (theme.title, theme.scope)]
    for scheme in library.schemes():
        texts += [text for rule in scheme.rules.values() for text in (rule.sentence, rule.heading, rule.source)]
        texts += [text for funder in scheme.funders for text in (funder.name, funder.role)]
        texts += [phase.title for phase in scheme.phases]
        texts += [scheme.header.title, scheme.header.source]

    assert [text for text in texts if typeset(text) != text or "'" in text] == []


def test_scopes_and_rules_are_whole_sentences(library: PackLibrary) -> None:
    sentences = [theme.scope for theme in library.referential().themes]
    for scheme in library.schemes():
        sentences += [rule.sentence for rule in scheme.rules.values()]
        sentences += [funder.role for funder in scheme.funders]

    assert [text for text in sentences if not (text[0].isupper() and text.endswith("."))] == []


def test_a_pinned_pack_comes_back_exactly(library: PackLibrary) -> None:
    scheme = library.scheme(OCCITANIE)

    assert library.scheme(scheme.header.ref) is scheme
    assert len(scheme.header.ref.sha256) == 64


def test_a_pack_changed_since_it_was_pinned_is_refused(own_library: PackLibrary, tmp_path: Path) -> None:
    pinned = own_library.scheme(OCCITANIE).header.ref
    path = tmp_path / "schemes" / f"{OCCITANIE}.toml"
    path.write_text(path.read_text("utf-8").replace("36000", "40000"), "utf-8")

    with pytest.raises(InvalidData) as refusal:
        PackLibrary(tmp_path).scheme(pinned)

    assert refusal.value.code == "pack.changed"
    assert refusal.value.params["pack"] == OCCITANIE


def test_a_pin_of_another_version_is_refused(library: PackLibrary) -> None:
    pinned = replace(library.scheme(OCCITANIE).header.ref, version="0.9")

    with pytest.raises(InvalidData, match=r"pack\.changed"):
        library.scheme(pinned)


@pytest.mark.parametrize("name", ["nulle-part", "../schemes/occitanie-2020-2022", "", "/etc/hostname"])
def test_an_absent_pack_is_refused(own_library: PackLibrary, name: str) -> None:
    with pytest.raises(InvalidData, match=r"pack\.absent"):
        own_library.scheme(name)
    with pytest.raises(InvalidData, match=r"pack\.absent"):
        own_library.scheme(PackRef(name, "1", "0" * 64))


def test_a_file_named_otherwise_than_its_pack_is_refused(own_library: PackLibrary, tmp_path: Path) -> None:
    (tmp_path / "schemes" / f"{OCCITANIE}.toml").rename(tmp_path / "schemes" / "autre.toml")

    with pytest.raises(InvalidData, match=r"pack\.misnamed"):
        own_library.scheme("autre")


def test_one_damaged_pack_does_not_hide_the_others(own_library: PackLibrary, tmp_path: Path) -> None:
    (tmp_path / "schemes" / "demonstration-2025.toml").write_bytes(b"\xff")

    assert own_library.scheme(OCCITANIE).rules[RuleId("B3")].heading == "Dépenses concernées"
    with pytest.raises(InvalidData, match=r"pack\.not_utf8"):
        own_library.schemes()
