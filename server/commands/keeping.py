"""`backup`, `restore`, `export`, `purge`, `erase`: what is kept, copied, given and destroyed."""

from pathlib import Path

from server.backup import back_up, restore
from server.commands.desk import Declaring, Desk
from server.erasure import erase_company, missions_of_company, missions_past_retention, purge
from server.exporting import export


def declare(declaring: Declaring) -> None:
    """Declare them."""
    for name, run in (("backup", _backup), ("restore", _restore), ("export", _export)):
        declaring.command(name, run).add_argument("file", type=Path, help=declaring.help(f"{name}_file"))
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
