"""The list of missions: order, pages, states, and the search over what people remember of a mission."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from app.bootstrap.listing import read_page
from app.domain.company import Company, Establishment
from app.domain.mission import MissionState
from app.models.storage import Storage, open_storage
from app.services.rows import MissionOrder, MissionQuery, ShownState
from tests.integration.storage.examples import AT, a_mission
from tests.support.desk import KEY, desk_in
from tests.support.many_missions import write_missions

COMPANIES = [
    ("OC-22-7F3K-9", "Mécanique Durand SAS", "732829320", "73282932000074", "Béziers", "pièces tournées"),
    ("OC-22-8G4M-2", "Électronique du Lez", "552100554", "55210055400013", "Montpellier", "cartes électroniques"),
    ("OC-22-9H5N-4", "Aciérie O’Brien", "356000000", "35600000000048", "Alès", "moulage"),
]


@pytest.fixture
def listed(storage: Storage) -> Storage:
    """A storage with three missions, the last one changed last."""
    with storage.unit_of_work() as uow:
        for place, (reference, name, siren, siret, town, trade) in enumerate(COMPANIES):
            mission = a_mission(
                reference,
                company=Company(name, siren, trade),
                establishment=Establishment(siret, town=town),
                sector="bois" if place == 1 else "",
            )
            uow.missions.add(mission, AT + timedelta(minutes=place))
        uow.commit()
    return storage


def found(storage: Storage, search: str) -> list[str]:
    """Places in `COMPANIES` of what a search finds, as a list sorted by reference."""
    return sorted(row.reference for row in storage.read_missions(MissionQuery(search=search)))


@pytest.mark.parametrize(
    ("search", "expected"),
    [
        ("mecanique", [0]),
        ("MÉCA dur", [0]),
        ("me\u0301canique", [0]),
        ("electronique", [1]),
        ("cartes", [1]),
        ("bois", [1]),
        ("beziers", [0]),
        ("732829320", [0]),
        ("732 829 320", [0]),
        ("732 829 320 000 74", [0]),
        ("7328", [0]),
        ("durand 732 829", [0]),
        ("OC-22-8G4M-2", [1]),
        ("8g4m", [1]),
        ("o'brien", [2]),
        ("O’Brien", [2]),
        ("", [0, 1, 2]),
        ("   —  ", [0, 1, 2]),
        ("oc-22", [0, 1, 2]),
        ("durand montpellier", []),
        ('"', [0, 1, 2]),
        ('mec"anique', []),
        ("mecanique AND NOT", []),
        ("company_name:durand", []),
        ("dur*", [0]),
        ("a\x00b", []),
    ],
)
def test_search(listed: Storage, search: str, expected: list[int]) -> None:
    assert found(listed, search) == [COMPANIES[place][0] for place in expected]


def test_the_search_follows_a_change_in_its_transaction(listed: Storage) -> None:
    row = listed.read_missions(MissionQuery(search="durand"))[0]
    with listed.unit_of_work() as uow:
        mission = uow.missions.get(row.id)
        uow.missions.save(replace(mission, company=replace(mission.company, name="Usinage Petit")), AT)
        assert found(listed, "durand") == [row.reference]
        assert found(listed, "usinage") == []
        uow.commit()
    assert found(listed, "durand") == []
    assert found(listed, "usinage") == [row.reference]


def test_the_last_changed_comes_first_by_pages(listed: Storage) -> None:
    references = [company[0] for company in COMPANIES]
    assert [row.reference for row in listed.read_missions(MissionQuery())] == references[::-1]
    assert [row.reference for row in listed.read_missions(MissionQuery(limit=1, offset=1))] == [references[1]]
    assert listed.read_missions(MissionQuery(offset=3)) == []


def test_states_are_counted_and_kept_apart(listed: Storage) -> None:
    row = listed.read_missions(MissionQuery(search="durand"))[0]
    with listed.unit_of_work() as uow:
        uow.missions.save(replace(uow.missions.get(row.id), state=MissionState.SEALED, version=1), AT)
        uow.commit()
    expected = {state: 0 for state in ShownState} | {ShownState.DRAFT: 2, ShownState.SEALED: 1}
    assert listed.count_missions() == expected
    sealed_there = MissionQuery("montpellier", states=frozenset({ShownState.SEALED}))
    assert listed.count_matching(sealed_there, 10) == 0
    sealed = listed.read_missions(MissionQuery(states=frozenset({ShownState.SEALED, ShownState.DEPOSITED})))
    assert [each.reference for each in sealed] == [row.reference]
    assert listed.read_missions(MissionQuery(search="montpellier", states=frozenset({ShownState.SEALED}))) == []


def test_a_page_says_how_many_match_and_how_many_there_are(listed: Storage) -> None:
    row = listed.read_missions(MissionQuery(search="durand"))[0]
    with listed.unit_of_work() as uow:
        uow.missions.save(replace(uow.missions.get(row.id), state=MissionState.SEALED, version=1), AT)
        uow.commit()
    for query, shown, matching in (
        (MissionQuery(), 3, 3),
        (MissionQuery(limit=1), 1, 3),
        (MissionQuery("oc-22", limit=2), 2, 3),
        (MissionQuery("oc-22", frozenset({ShownState.DRAFT})), 2, 2),
        (MissionQuery("durand", frozenset({ShownState.DRAFT})), 0, 0),
    ):
        page = read_page(listed, query)
        assert (len(page.rows), page.matching, page.total) == (shown, matching, 3), query


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Storage]:
    """A storage with as many missions as each way of searching needs; « Exemple 0 » is the oldest."""
    folder = tmp_path_factory.mktemp("crowded")
    with desk_in(folder) as desk:
        write_missions(desk.workbench, 8_000)
    opened = open_storage(folder, KEY)
    yield opened
    opened.close()


@pytest.mark.parametrize("order", list(MissionOrder))
@pytest.mark.parametrize(
    ("search", "ranks"),
    [
        ("exemple", range(8_000)),
        ("aluminium", range(0, 8_000, 5)),
        ("exemple 43", (43, *range(430, 440), *range(4_300, 4_400))),
        ("composites nimes", range(18, 8_000, 35)),
    ],
    ids=["all", "many", "some", "few"],
)
def test_every_way_of_searching_finds_the_same_missions_in_the_same_order(
    crowded: Storage, search: str, ranks: Sequence[int], order: MissionOrder
) -> None:
    for states in (frozenset[ShownState](), frozenset({ShownState.SEALED})):
        names = [f"Exemple {rank} SAS" for rank in ranks if not states or rank % 3 == 0]
        if order is MissionOrder.CHANGED:
            names.reverse()
        elif order is MissionOrder.COMPANY:
            names.sort()
        for offset in (0, 30):
            rows = crowded.read_missions(MissionQuery(search, states, order=order, limit=30, offset=offset))
            assert [row.company for row in rows] == names[offset : offset + 30]
