"""`backup`, `restore`, `export`, `purge`, `erase`, `journal`, `verify`: what is kept, copied, given, destroyed, proved."""

from pathlib import Path

from server.backup import back_up, restore
from server.commands.desk import Declaring, Desk
from server.erasure import erase_company, missions_of_company, missions_past_retention, purge
from server.exporting import export
from server.journal_check import check_journal, signed_head
from server.writing import whole_file


def declare(declaring: Declaring) -> None:
    """Declare them."""
    for name, run in (("backup", _backup), ("restore", _restore), ("export", _export), ("journal", _journal)):
        declaring.command(name, run).add_argument("file", type=Path, help=declaring.help(f"{name}_file"))
    verifying = declaring.command("verify", _verify)
    verifying.add_argument("--head", type=Path, default=None, help=declaring.help("journal_head"))
    purging = declaring.command("purge", _purge)
    purging.add_argument("--yes", action="store_true", help=declaring.help("yes"))
    erasing = declaring.command("erase", _erase)
    erasing.add_argument("siren", help=declaring.help("siren"))
    erasing.add_argument("--yes", action="store_true", help=declaring.help("yes"))


def _backup(desk: Desk) -> int:
    with desk.region() as region:
        rows = back_up(region, desk.asked.file)
    desk.tell("server.backed_up", file=desk.asked.file, rows=rows)
    return 0


def _restore(desk: Desk) -> int:
    rows = restore(desk.settings(), desk.asked.file)
    desk.tell("server.restored", rows=rows)
    return 0


def _export(desk: Desk) -> int:
    with desk.region() as region:
        versions = export(region, desk.asked.file)
    desk.tell("server.exported", file=desk.asked.file, versions=versions)
    return 0


def _purge(desk: Desk) -> int:
    with desk.region() as region:
        if not desk.asked.yes:
            desk.tell("server.would_erase", missions=len(missions_past_retention(region)))
            return 0
        missions = purge(region)
        desk.tell("server.erased", missions=len(missions))
        for mission_id in missions:
            desk.write(str(mission_id))
    return 0


def _erase(desk: Desk) -> int:
    siren = "".join(desk.asked.siren.split())
    with desk.region() as region:
        if not desk.asked.yes:
            desk.tell("server.would_erase", missions=len(missions_of_company(region, siren)))
            return 0
        missions = erase_company(region, siren)
        desk.tell("server.erased", missions=len(missions))
        for mission_id in missions:
            desk.write(str(mission_id))
    return 0


def _journal(desk: Desk) -> int:
    with desk.region() as region:
        head = signed_head(region)
    with whole_file(desk.asked.file) as draft:
        draft.write(head)
    desk.tell("server.journal_written", file=desk.asked.file)
    return 0


def _verify(desk: Desk) -> int:
    head = b"" if desk.asked.head is None else desk.asked.head.read_bytes()
    with desk.region() as region:
        found = check_journal(region, head)
    desk.tell("server.journal_whole", events=found.events, versions=found.versions, tombs=found.tombs)
    desk.write(found.sha256)
    return 0
