"""Aid packs and the catalogue: what they hold, their refusals, filter and search."""

import re
from dataclasses import replace
from datetime import date

import pytest

from app.domain.aid_catalogue import (
    AidCatalogue,
    AidEntry,
    AidFilter,
    AidTheme,
    Audience,
    CompanyUse,
    Pillar,
    SourceStatus,
)
from app.domain.aids import ValidityState
from app.domain.errors import InvalidData
from app.packs.aid_catalogues import load_catalogue, search_aids
from app.packs.aids import load_aid
from app.packs.library import PackLibrary
from app.packs.source import PackSource
from app.resources import resource_path

LIBRARY = PackLibrary.shipped()
AIDS = ("suramortissement-2019", "ademe-etudes-2019", "ademe-forfait-2019", "ademe-investissement-2019")
DIRECT = {4, 5, 6, 7, 8, 12, 13, 14, 15, 18, 19, 24, 25, 27, 28, 29, 30, 31, 32}
COLLECTIVE = {2, 16, 17, 20, 21, 23}
EVERYTHING = AidFilter(proposals=True)


@pytest.fixture(scope="module")
def catalogue() -> AidCatalogue:
    return LIBRARY.catalogue()


def source(name: str, folder: str = "aids") -> str:
    return resource_path(folder, f"{name}.toml").read_text("utf-8")


@pytest.mark.parametrize("name", AIDS)
def test_each_shipped_aid_is_dated_and_sourced(name: str) -> None:
    measure = LIBRARY.aid(name)
    assert measure.header.ref.id == name
    assert not measure.header.official
    assert set(measure.rules.cited.values()) == measure.rules.rules.keys()
    assert LIBRARY.aid(measure.header.ref) is measure


@pytest.mark.parametrize(
    ("name", "old", "new", "code", "table", "key"),
    [
        (AIDS[0], "deduction_rate = 0.40", "deduction_rate = 1.40", "pack.out_of_range", "aid", "deduction_rate"),
        (AIDS[0], "acquired_until = 2020", "acquired_until = 2018", "pack.dates_reversed", "aid", "acquired_until"),
        (AIDS[0], 'code = "software"', 'code = "robotics"', "pack.duplicate", "goods[3]", "code"),
        (AIDS[0], 'new = "S3"', 'new = "S9"', "pack.unknown_reference", "aid.rules", "new"),
        (AIDS[0], 'new = "S3"\n', "", "pack.missing_key", "aid.rules", "new"),
        (AIDS[0], 'id = "S2"', 'id = "S1"', "pack.duplicate", "rule[2]", "id"),
        (AIDS[0], "delivery_months = 24", "delivery_months = 0", "pack.out_of_range", "aid", "delivery_months"),
        (AIDS[0], '"extra_depreciation"', '"magic"', "pack.unknown_value", "aid", "family"),
        (AIDS[0], 'kind = "aid"', 'kind = "guide"', "pack.wrong_kind", "pack", "kind"),
        (AIDS[1], "large = 0.50, ", "", "pack.missing_key", "aid.rates", "large"),
        (AIDS[1], "diagnostic = 50000", "diagnostic = -1", "pack.out_of_range", "aid.base_caps_euros", "diagnostic"),
        (AIDS[2], "staff_from = 20", "staff_from = 21", "pack.bands_broken", "band[2]", "staff_from"),
        (AIDS[2], "staff_from = 0", "staff_from = 1", "pack.bands_broken", "band[1]", "staff_from"),
        (AIDS[2], "staff_to = 49", "staff_to = 18", "pack.bands_broken", "band[2]", "staff_from"),
        (AIDS[3], "overseas = 0.15, ", "", "pack.missing_key", "aid.bonuses", "overseas"),
        (AIDS[3], "large = 0.45", "huge = 0.45", "pack.unknown_key", "aid.rates.renewables", "huge"),
    ],
)
def test_a_wrong_aid_is_refused_by_name(name: str, old: str, new: str, code: str, table: str, key: str) -> None:
    text = source(name)
    assert old in text
    with pytest.raises(InvalidData) as refusal:
        load_aid(PackSource("essai.toml", text.replace(old, new, 1).encode()))
    assert (refusal.value.code, refusal.value.params["table"], refusal.value.params["key"]) == (code, table, key)


def test_the_catalogue_holds_every_sheet_and_every_measure(catalogue: AidCatalogue) -> None:
    sheets = [entry.sheet for entry in catalogue.entries if entry.sheet is not None]
    assert sheets == list(range(1, 33))
    by_pillar = {pillar: {one.sheet for one in catalogue.entries if one.pillar is pillar} for pillar in Pillar}
    assert by_pillar[Pillar.ATTRACT] == set(range(1, 12))
    assert by_pillar[Pillar.RECRUIT] == set(range(12, 21))
    assert by_pillar[Pillar.INNOVATE] == set(range(21, 30))
    assert by_pillar[Pillar.SIMPLIFY] == {30, 31, 32}
    assert sum(entry.pillar is Pillar.CLUSTERS for entry in catalogue.entries) == 18
    uses = {use: {one.sheet for one in catalogue.entries if one.use is use and one.sheet} for use in CompanyUse}
    assert (uses[CompanyUse.DIRECT], uses[CompanyUse.COLLECTIVE]) == (DIRECT, COLLECTIVE)


def test_no_mailbox_no_telephone_no_copied_length(catalogue: AidCatalogue) -> None:
    for entry in catalogue.entries:
        text = " ".join((entry.summary, entry.how, entry.link, *entry.figures, *entry.conditions))
        assert "@" not in text
        assert len(entry.summary) <= 250
        assert entry.summary.endswith(".")
        assert not re.search(r"\b0\d(?:[ .\u00a0]?\d\d){4}\b", text)


def test_calculators_of_the_catalogue_are_shipped(catalogue: AidCatalogue) -> None:
    named = {entry.sheet: entry.calculator for entry in catalogue.entries if entry.calculator}
    assert named == {25: AIDS[0], 6: AIDS[1], 7: AIDS[2], 8: AIDS[3]}
    for pack in named.values():
        assert LIBRARY.aid(pack).header.ref.id == pack


def ids(entries: tuple[AidEntry, ...]) -> list[str]:
    return [entry.id for entry in entries]


def test_filters_by_audience_theme_use_and_day(catalogue: AidCatalogue) -> None:
    energy = AidFilter(Audience.SME, AidTheme.ENERGY_ECOLOGY, use=CompanyUse.DIRECT)
    assert ids(catalogue.kept(energy)) == ["ti-06", "ti-07", "ti-08", "ti-31", "afpc-eu-missions", "ademe-orplast"]
    robots = AidFilter(Audience.SME, AidTheme.ROBOTISATION)
    assert "ti-25" in ids(catalogue.kept(robots))
    open_then = AidFilter(Audience.SME, AidTheme.ROBOTISATION, day=date(2020, 12, 31))
    open_now = AidFilter(Audience.SME, AidTheme.ROBOTISATION, day=date(2026, 11, 22))
    assert "ti-25" in ids(catalogue.kept(open_then))
    assert "ti-25" not in ids(catalogue.kept(open_now))
    assert "ti-21" not in ids(catalogue.kept(open_then))


def test_a_proposal_is_nobodys_aid(catalogue: AidCatalogue) -> None:
    assert "afpc-proposals" not in ids(catalogue.kept(AidFilter()))
    assert "afpc-proposals" in ids(catalogue.kept(EVERYTHING))
    assert len(catalogue.kept(EVERYTHING)) == len(catalogue.entries) == 50


@pytest.mark.parametrize(
    ("entry", "day", "state"),
    [
        ("ti-25", date(2018, 12, 31), ValidityState.UPCOMING),
        ("ti-25", date(2019, 1, 1), ValidityState.OPEN),
        ("ti-25", date(2020, 12, 31), ValidityState.OPEN),
        ("ti-25", date(2021, 1, 1), ValidityState.CLOSED),
        ("ti-17", date(2019, 12, 31), ValidityState.OPEN),
        ("ti-17", date(2020, 1, 1), ValidityState.CLOSED),
        ("ti-21", date(2019, 12, 1), ValidityState.UPCOMING),
        ("afpc-proposals", date(2026, 1, 1), ValidityState.UPCOMING),
        ("ti-32", date(2026, 1, 1), ValidityState.OPEN),
        ("ti-09", date(2019, 12, 1), ValidityState.OPEN),
    ],
)
def test_state_of_an_entry(catalogue: AidCatalogue, entry: str, day: date, state: ValidityState) -> None:
    assert next(one for one in catalogue.entries if one.id == entry).state(day) is state


def test_a_closed_call_without_a_date_is_closed(catalogue: AidCatalogue) -> None:
    entry = replace(catalogue.entries[0], status=SourceStatus.CLOSED_CALL, valid_until=None)
    assert entry.state(date(2019, 1, 1)) is ValidityState.CLOSED


def test_search_ignores_accents_and_puts_titles_first(catalogue: AidCatalogue) -> None:
    assert ids(search_aids(catalogue, "mediateur", AidFilter()))[0] == "ti-32"
    assert ids(search_aids(catalogue, "ROBOTISATION", AidFilter()))[0] == "ti-25"
    assert ids(search_aids(catalogue, "ademe etude", AidFilter()))[0] == "ti-06"
    assert search_aids(catalogue, "zzz", AidFilter()) == ()
    assert search_aids(catalogue, "", EVERYTHING) == catalogue.entries
    young = AidFilter(Audience.YOUNG_PERSON)
    assert ids(search_aids(catalogue, "", young)) == ["ti-13", "ti-14"]


@pytest.mark.parametrize(
    ("old", "new", "code", "table", "key"),
    [
        ("entries = 50", "entries = 49", "pack.wrong_count", "catalogue", "entries"),
        ('id = "ti-02"', 'id = "ti-01"', "pack.duplicate", "entry[2]", "id"),
        ('audiences = ["territory", "local_authority"]', "audiences = []", "pack.empty_list", "entry[1]", "audiences"),
        (
            'audiences = ["territory", "local_authority"]',
            'audiences = ["x"]',
            "pack.unknown_value",
            "entry[1]",
            "audiences",
        ),
        ("valid_until = 2022-12-31", "valid_until = 2018-12-31", "pack.dates_reversed", "entry[2]", "valid_until"),
        ('use = "indirect"', 'use = "never"', "pack.unknown_value", "entry[1]", "use"),
        ("sheet = 1\n", "sheet = 0\n", "pack.out_of_range", "entry[1]", "sheet"),
        ("sheet = 1\n", "phone = 1\n", "pack.unknown_key", "entry[1]", "phone"),
    ],
)
def test_a_wrong_catalogue_is_refused_by_name(old: str, new: str, code: str, table: str, key: str) -> None:
    text = source("aides-2019", "catalogues")
    assert old in text
    with pytest.raises(InvalidData) as refusal:
        load_catalogue(PackSource("essai.toml", text.replace(old, new, 1).encode()))
    assert (refusal.value.code, refusal.value.params["table"], refusal.value.params["key"]) == (code, table, key)
