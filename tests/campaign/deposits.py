"""Runs of the campaign of deposits: each seals a mission, lets one fault befall its deposit, and tries until it is deposited."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from itertools import cycle
from random import Random
from signal import SIGINT, SIGQUIT
from uuid import UUID

from app.domain.mission import SealedVersion
from app.services.errors import EnvironmentFailure
from app.services.rows import DepositState
from app.sync.contract.canonical import sha256_of
from app.sync.contract.transfer import CHUNK_BYTES
from tests.campaign.messages import Exchange, Fault, Hit, Place, cells
from tests.campaign.world import World, what_is_false
from tests.support.attached import with_contents
from tests.support.profile import Unwatched
from tests.support.sealed import a_mission_file

MOST_TRIES = 8
"""Times that the user asks, three attempts each, before a run is said to be unfinished."""


_HELD = (
    "SELECT (SELECT count(*) FROM mission WHERE id = %s), "
    "(SELECT coalesce(json_agg(json_build_array(number, sha256) ORDER BY number), '[]') FROM version WHERE mission_id = %s)"
)
"""Missions and versions of one name, seen at one instant: a server that was slow to die may commit between two looks."""


class Incident(StrEnum):
    """What befalls the machines rather than the line."""

    KILLED_AFTER_COMMIT = "server killed between commit and reply"
    KILLED_BEFORE_COMMIT = "server killed before its commit"
    CRASH_AT_COMMIT = "PostgreSQL crashes as a commit arrives"
    RESTART_IN_BODY = "PostgreSQL restarted in the middle of a body"
    CUT_BEFORE_COMMIT = "line to PostgreSQL cut before a commit"
    CUT_AFTER_COMMIT = "line to PostgreSQL cut after a commit"
    SERVER_FULL = "server's disk full"
    LAPTOP_FULL = "laptop's disk full"
    KILLED_IN_BODY = "server killed in the middle of a body"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one run found.

    Attributes:
        cell: What was to befall it.
        happened: Whether it did.
        tries: Times that the user asked.
        attempts: Attempts of the version under fault that the laptop counts.
        wrong: What is false, or empty.
        told: Codes that the user was shown on the way.
    """

    cell: str
    happened: bool
    tries: int
    attempts: int
    wrong: str
    told: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """What a run has to live through."""

    cell: str
    hits: tuple[Hit, ...] = ()
    incident: Incident | None = None


def cases(seed: int, runs: int) -> Iterator[Case]:
    """Cases of a seed: each cell in turn, in an order of its own where each fault comes early, and incidents among them.

    Forty runs are enough for every kind of fault and every incident.
    """
    random = Random(f"cases {seed}")  # noqa: S311 repeatable on purpose
    found = cells()
    random.shuffle(found)
    early = {hit.fault: hit for hit in reversed(found)}
    found = [*early.values(), *(hit for hit in found if hit is not early[hit.fault])]
    every = min(25, max(4, runs // len(Incident)))
    incidents, hits = list(Incident), cycle(found)
    for number in range(runs):
        if number % every == every - 1:
            incident = incidents[number // every % len(incidents)]
            yield Case(str(incident), incident=incident)
            continue
        hit = next(hits)
        second = random.choice(found) if random.random() < 0.25 else None
        yield Case(str(hit), (hit,) if second is None else (hit, second))


def run(world: World, case: Case, seed: str) -> Verdict:
    """Live through a case; see that nothing false is ever shown and that the deposit ends."""
    random = Random(seed)  # noqa: S311 repeatable on purpose
    contents, versions = _sealed(world, case, random)
    last = versions[-1]
    deposit = partial(world.profile.outbox.deposit, last.mission_id, last.version, Unwatched())
    told: list[str] = []
    tries, wrong, done = 0, "", False
    with _under(world, case, random, len(versions) + len(contents)):
        tries, done = 1, _tried(deposit, told)
        world.line.settle()
    wrong = _wrong(world, versions, contents)
    while not wrong and not done and tries < MOST_TRIES:
        tries, done = tries + 1, _tried(deposit, told)
        world.line.settle()
        wrong = _wrong(world, versions, contents)
    happened = _happened(world, case)
    world.database_line.disarm()
    if not wrong and not done:
        wrong = "never finished"
    if not wrong and "refused" in told:
        wrong = "refused, though nothing was wrong with it"
    kept = [world.profile.kept(one.mission_id, one.version) for one in versions]
    return Verdict(case.cell, happened, tries, max(one.attempts for one in kept), wrong, tuple(told))


def _happened(world: World, case: Case) -> bool:
    """Whether what a run is about befell it, seen where it falls and not by what it makes."""
    if case.incident in {Incident.SERVER_FULL, Incident.LAPTOP_FULL}:
        return world.disk_was_felt
    if case.incident is not None:
        return bool(world.line.happened) or world.database_line.happened
    return case.hits[0] in world.line.happened


def _tried(deposit: Callable[[], object], told: list[str]) -> bool:
    """One request of the user; whether it ended by « Déposée »."""
    try:
        done = deposit()
    except EnvironmentFailure as failure:
        told.append(failure.code)
        return False
    state, code = getattr(done, "state", None), getattr(done, "last_code", "")
    if state is DepositState.REFUSED:
        told.append("refused")
    if code:
        told.append(code)
    return state is DepositState.DEPOSITED


def _sealed(world: World, case: Case, random: Random) -> tuple[dict[str, bytes], list[SealedVersion]]:
    """A new mission of one or two versions, queued, with as many photos and files as its case needs."""
    needs = any(hit.exchange is not Exchange.DOCUMENT for hit in case.hits) or case.incident is Incident.SERVER_FULL
    count = random.randint(1, 2) if needs else random.choice([0, 0, 1])
    sizes = [random.choice([40, 3_000, 60_000, CHUNK_BYTES + 5_000]) for _ in range(count)]
    if case.incident is Incident.SERVER_FULL:
        sizes[0] = 300_000
    # No base makes them smaller: what is received needs its room on the disk.
    contents = [b"Relais " + random.randbytes(size // 2).hex().encode() for size in sizes]
    world.missions += 1
    file = with_contents(a_mission_file(UUID(int=world.missions)), *contents)
    for one in contents:
        world.profile.storage.attachments.put(one)
    versions = [world.profile.seal(file)]
    if random.random() < 0.2:
        versions.append(world.profile.seal(file, versions[0]))
    return {sha256_of(one): one for one in contents}, versions


def _wrong(world: World, versions: list[SealedVersion], contents: dict[str, bytes]) -> str:
    """What is false now: doubled on the server, or shown as deposited without being so."""
    mission_id = versions[0].mission_id
    [(missions, rows)] = world.query(_HELD, mission_id, mission_id)
    if rows != [[one.version, one.sha256] for one in versions[: len(rows)]]:
        return "doubled or altered on the server"
    if missions != bool(rows):
        return "two missions"
    for one in versions:
        kept = world.profile.kept(mission_id, one.version)
        if kept.state is DepositState.DEPOSITED:
            false = what_is_false(world, one, contents, kept.receipt)
            if false:
                return f"shown as deposited: {false}"
    return ""


def _under(world: World, case: Case, random: Random, commits: int) -> AbstractContextManager[None]:
    """Arm what has to befall; the context ends what lasts."""
    world.database_line.disarm()
    world.database_line.happened = world.disk_was_felt = False

    at = Hit(Fault.CUT, Exchange.DOCUMENT, Place.BODY_MIDDLE)
    on_the_way: dict[Incident, Callable[[], None]] = {
        Incident.KILLED_IN_BODY: world.kill_server,
        Incident.RESTART_IN_BODY: partial(world.restart_database, random.choice([SIGINT, SIGQUIT])),
    }
    call = on_the_way.get(case.incident) if case.incident else None
    world.line.arm(case.hits, random, (at, call) if call else None)
    at_commit: dict[Incident, tuple[bool, Callable[[], None]]] = {
        Incident.KILLED_AFTER_COMMIT: (True, world.kill_server),
        Incident.KILLED_BEFORE_COMMIT: (False, world.kill_server),
        Incident.CRASH_AT_COMMIT: (False, partial(world.restart_database, SIGQUIT)),
        Incident.CUT_BEFORE_COMMIT: (False, _nothing),
        Incident.CUT_AFTER_COMMIT: (True, _nothing),
    }
    if case.incident in at_commit:
        done, at_that = at_commit[case.incident]
        call_there = partial(_counted, world, at_that)
        rank = random.randrange(commits)
        world.database_line.arm(done=done, rank=rank, call=call_there)
    if case.incident is Incident.SERVER_FULL:
        return world.full_server()
    if case.incident is Incident.LAPTOP_FULL:
        return world.full_laptop(random.choice([0, 2_000, 9_000]))
    return nullcontext()


def _counted(world: World, call: Callable[[], None]) -> None:
    """Make a call that the end of a try waits for."""
    world.line.note(1)
    try:
        call()
    finally:
        world.line.note(-1)


def _nothing() -> None:
    """The line is cut, and no more."""


def felt(verdicts: Iterable[Verdict]) -> dict[str, int]:
    """How many runs felt each kind of fault and each incident that was drawn."""
    counts: dict[str, int] = {}
    for verdict in verdicts:
        kind = verdict.cell.split(" / ")[0]
        counts[kind] = counts.get(kind, 0) + verdict.happened
    return counts
