"""`jalon demo --out folder`: the whole main job of the fictional company without a window, against a real server process."""

import contextlib
import json
import re
import secrets
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter
from uuid import UUID

from app.bootstrap.workbench import workbench_at
from app.domain.account import funding_of
from app.domain.assessment import AssessmentKind
from app.domain.errors import CodedError
from app.domain.evolution import waterfall
from app.domain.i2df import i2df
from app.domain.mission import SealedVersion, VersionKind
from app.packs.demo_company import shipped_demo
from app.packs.demo_exit import shipped_second_act
from app.packs.demo_photos import DEMO_PHOTOS
from app.packs.texts import Texts
from app.services.closing import SealAsked, seal_version
from app.services.demo import (
    open_demo_mission,
    play_accompaniment,
    play_exit,
    play_field_work,
    play_photos,
    play_plan,
    play_questionnaire,
    play_workshop,
)
from app.services.errors import EnvironmentFailure
from app.services.jobs import Unattended
from app.services.mission_papers import MissionPaper
from app.services.missions import read_mission
from app.services.other_forms import OtherForm
from app.services.rows import Deposit, DepositState
from app.services.workbench import Workbench


@dataclass(frozen=True, slots=True)
class Leaving:
    """What a sealed version leaves in the folder, and when it is sealed.

    Attributes:
        kind: Kind of the version.
        at: Instant of the seal.
        roadmap: File of the feuille de route.
        archive: File of the sealed mission.
        receipt: File of the receipt, without its suffix.
    """

    kind: VersionKind
    at: datetime
    roadmap: str
    archive: str
    receipt: str


DIAGNOSTIC = Leaving(
    VersionKind.DIAGNOSTIC,
    datetime(2021, 9, 28, 14, 42, tzinfo=UTC),
    "feuille-de-route.pdf",
    "mission.jalon",
    "receipt",
)
EXIT = Leaving(
    VersionKind.EXIT,
    datetime(2022, 12, 12, 10, 15, tzinfo=UTC),
    "feuille-de-route-sortie.pdf",
    "mission-2.jalon",
    "receipt-2",
)

RECEIVED = "recu-par-la-region.zip"
"""Everything that the server holds, as its own export gives it."""

EXIT_SUFFIX = "sortie"
OTHER_FORMS = {
    OtherForm.BANKER: "page-banquier",
    OtherForm.REGION: "page-region",
    OtherForm.STAFF: "page-personnel",
    OtherForm.WORKBOOK: "tableur",
    OtherForm.CALENDAR: "calendrier",
    OtherForm.BOOK: "carnet",
}
PAPERS = {
    MissionPaper.ATTENDANCE: "presence",
    MissionPaper.DE_MINIMIS: "de-minimis",
    MissionPaper.APPLICATION: "dossier-de-demande",
    MissionPaper.QUESTIONNAIRE: "questionnaire-vierge",
}

STOP_SECONDS = 10
KEY_BYTES = 32


@dataclass
class Account:
    """Tells each step with its duration, through the text catalogue."""

    write: Callable[[str], object]
    texts: Texts
    begun: float = field(default_factory=perf_counter)

    @contextlib.contextmanager
    def step(self, name: str) -> Iterator[dict[str, object]]:
        """One step; the dictionary receives what its sentence needs."""
        params: dict[str, object] = {}
        start = perf_counter()
        yield params
        spent = round((perf_counter() - start) * 1000)
        self.write(f"{spent:>6} ms  {self.texts.sentence(f'demo.{name}', params)}\n")

    def end(self, out: Path) -> None:
        """The total."""
        spent = round((perf_counter() - self.begun) * 1000)
        self.write(f"{spent:>6} ms  {self.texts.sentence('demo.total', {'folder': out})}\n")


@contextlib.contextmanager
def server_process(data: Path) -> Iterator[str]:
    """A regional server on a free port, ended with the block. Gives its address.

    Raises:
        EnvironmentFailure: `demo.server_did_not_start`.
    """
    command = [sys.executable, "-m", "server", "serve", "--data", str(data), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:  # noqa: S603 our own program
        try:
            line = process.stdout.readline() if process.stdout else ""
            address = re.search(r"http://\S+?:\d+", line)
            if address is None:
                raise EnvironmentFailure("demo.server_did_not_start")
            yield address.group()
        finally:
            process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(STOP_SECONDS)
            process.kill()


def _server(data: Path, command: str, *arguments: str) -> str:
    """What a command of the server says."""
    asked = [sys.executable, "-m", "server", command, "--data", str(data), *arguments]
    done = subprocess.run(asked, capture_output=True, text=True, check=True)  # noqa: S603 our own program
    return done.stdout.strip()


def _play(bench: Workbench, account: Account) -> UUID:
    script = shipped_demo()
    with account.step("opened") as said:
        mission_id = open_demo_mission(bench, script)
        mission = read_mission(bench.unit_of_work, mission_id).mission
        said.update(company=mission.company.name, reference=mission.reference)
    with account.step("field_work") as said:
        play_field_work(bench, mission_id, script)
        file = read_mission(bench.unit_of_work, mission_id)
        said.update(sessions=len(file.sessions), days=file.ledger.total)
    with account.step("photographed") as said:
        play_photos(bench, mission_id, DEMO_PHOTOS)
        photos = read_mission(bench.unit_of_work, mission_id).attachments
        said.update(photos=len(photos), size=sum(photo.size for photo in photos))
    with account.step("answered") as said:
        play_questionnaire(bench, mission_id, script)
        play_workshop(bench, mission_id, script)
        file = read_mission(bench.unit_of_work, mission_id)
        entry = file.assessment(AssessmentKind.ENTRY)
        levels = entry.levels if entry else {}
        said.update(answered=len(levels), index=i2df(levels, bench.library.referential(file.mission.referential)))
    with account.step("planned") as said:
        play_plan(bench, mission_id, script)
        file = read_mission(bench.unit_of_work, mission_id)
        chosen = file.chosen_scenario
        funding = funding_of(file.mission, chosen.plans if chosen else (), bench.library.scheme(file.mission.scheme))
        said.update(actions=len(file.actions), grant=funding.grant, company=funding.company)
    return mission_id


def _play_on(bench: Workbench, mission_id: UUID, account: Account) -> None:
    """The accompaniment and the exit questionnaire, on a mission whose first version is sealed."""
    act = shipped_second_act(shipped_demo())
    with account.step("accompanied") as said:
        play_accompaniment(bench, mission_id, act)
        file = read_mission(bench.unit_of_work, mission_id)
        said.update(sessions=len(file.sessions), days=file.ledger.total)
    with account.step("answered_exit") as said:
        play_exit(bench, mission_id, act)
        file = read_mission(bench.unit_of_work, mission_id)
        entry, left = (file.assessment(kind) for kind in (AssessmentKind.ENTRY, AssessmentKind.EXIT))
        referential = bench.library.referential(file.mission.referential)
        moved = waterfall(entry.levels if entry else {}, left.levels if left else {}, referential).total
        said.update(entry=moved.entry, index=moved.exit, progress=moved.progress, apart=moved.reclassified)


def _seal(bench: Workbench, mission_id: UUID, leaving: Leaving, account: Account) -> SealedVersion:
    with account.step("sealed") as said:
        mission = read_mission(bench.unit_of_work, mission_id).mission
        sealed = seal_version(
            bench.unit_of_work,
            mission_id,
            SealAsked(leaving.kind),
            scheme=bench.library.scheme(mission.scheme),
            referential=bench.library.referential(mission.referential),
            write=bench.write_document,
            clock=lambda: leaving.at,
        )
        said.update(version=sealed.version, sha256=sealed.sha256, size=len(sealed.document))
    return sealed


def _print(bench: Workbench, sealed: SealedVersion, leaving: Leaving, out: Path, account: Account) -> None:
    with account.step("printed") as said:
        pdf = bench.print_roadmap(read_mission(bench.unit_of_work, sealed.mission_id), sealed)
        bench.save_file(out / leaving.roadmap, pdf)
        said.update(file=leaving.roadmap, size=len(pdf))
    with account.step("exported") as said:
        archive = bench.write_archive(sealed)
        bench.save_file(out / leaving.archive, archive)
        said.update(file=leaving.archive, size=len(archive))


def _write_papers(bench: Workbench, sealed: SealedVersion, out: Path, account: Account) -> None:
    """Every other form and paper of a version, under a name that ends as that of its feuille de route."""
    ending = "" if sealed.kind is VersionKind.DIAGNOSTIC else f"-{EXIT_SUFFIX}"
    file = read_mission(bench.unit_of_work, sealed.mission_id)
    with account.step("papers") as said:
        written = {
            **{f"{OTHER_FORMS[form]}{ending}{form.suffix}": bench.write_form(form, file, sealed) for form in OtherForm},
            **{f"{name}{ending}.pdf": bench.print_paper(paper, file, sealed) for paper, name in PAPERS.items()},
        }
        for name, content in written.items():
            bench.save_file(out / name, content)
        said.update(count=len(written), files=", ".join(written))


def _deposit(bench: Workbench, sealed: SealedVersion, leaving: Leaving, out: Path, account: Account) -> Deposit:
    with account.step("deposited") as said:
        deposit = bench.outbox.deposit(sealed.mission_id, sealed.version, Unattended())
        if deposit.state is not DepositState.DEPOSITED:
            raise EnvironmentFailure("demo.not_deposited", reason=deposit.last_code)
        file = (out / leaving.receipt).with_suffix(".json")
        bench.save_file(file, deposit.receipt)
        body = json.loads(deposit.receipt)["body"]
        said.update(kid=body["kid"], server=body["server"], version=sealed.version, file=file.name)
    return deposit


def _deposit_again(bench: Workbench, first: Deposit) -> Deposit:
    """Send the same bytes once more, as if the reply of the first deposit had been lost on the way."""
    with bench.unit_of_work() as uow:
        uow.deposits.save(replace(first, state=DepositState.WAITING, receipt=b""))
        uow.commit()
    return bench.outbox.deposit(first.mission_id, first.version, Unattended())


def run(out: Path, write: Callable[[str], object]) -> int:
    """Play the whole job into a folder; exit code 0, or 1 with a sentence when something failed."""
    texts = Texts.load()
    account = Account(write, texts)
    try:
        out.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix="jalon-demo-") as folder:
            _run(Path(folder), out, account)
    except CodedError as error:
        write(f"{texts.error(error)}\n")
        return 1
    account.end(out)
    return 0


def _run(folder: Path, out: Path, account: Account) -> None:
    profile, data = folder / "profile", folder / "server"
    profile.mkdir()
    data.mkdir()
    with contextlib.ExitStack() as stack:
        with account.step("server") as said:
            url = stack.enter_context(server_process(data))
            said.update(url=url)
        with account.step("profile"):
            key = secrets.token_bytes(KEY_BYTES)
            bench = stack.enter_context(workbench_at(profile, key, clock=lambda: datetime.now(UTC)))
        mission_id = _play(bench, account)
        sealed = _seal(bench, mission_id, DIAGNOSTIC, account)
        _print(bench, sealed, DIAGNOSTIC, out, account)
        _write_papers(bench, sealed, out, account)
        with account.step("enrolled") as said:
            membership = bench.outbox.enrol(url, _server(data, "enrol"), "demo")
            bench.save_file(out / "server-public-key.hex", membership.public_key.hex().encode())
            said.update(server=membership.server, kid=membership.kid)
        first = _deposit(bench, sealed, DIAGNOSTIC, out, account)
        with account.step("deposited_again") as said:
            said.update(same=_deposit_again(bench, first).receipt == first.receipt)
        _play_on(bench, mission_id, account)
        sealed = _seal(bench, mission_id, EXIT, account)
        _print(bench, sealed, EXIT, out, account)
        _write_papers(bench, sealed, out, account)
        _deposit(bench, sealed, EXIT, out, account)
        with account.step("received") as said:
            _server(data, "export", str(out / RECEIVED))
            said.update(file=RECEIVED)
