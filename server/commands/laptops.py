"""`enrol`, `laptops`, `revoke`: which laptops may deposit."""

from uuid import UUID

from server.commands.desk import Declaring, Desk
from server.devices import enrolled_laptops, make_code, revoke


def declare(declaring: Declaring) -> None:
    """Declare them."""
    enrolling = declaring.command("enrol", _enrol)
    enrolling.add_argument("--provider", default="", help=declaring.help("provider"))
    declaring.command("laptops", _laptops)
    revoking = declaring.command("revoke", _revoke)
    revoking.add_argument("laptop", type=UUID, help=declaring.help("laptop"))


def _enrol(desk: Desk) -> int:
    with desk.region() as region:
        desk.write(make_code(region, desk.asked.provider))
    return 0


def _laptops(desk: Desk) -> int:
    with desk.region() as region:
        for one in enrolled_laptops(region):
            revoked = "" if one.revoked_at is None else f"{one.revoked_at:%Y-%m-%d}"
            desk.write("\t".join([str(one.id), one.name, one.provider, f"{one.enrolled_at:%Y-%m-%d}", revoked]))
    return 0


def _revoke(desk: Desk) -> int:
    with desk.region() as region:
        revoke(region, desk.asked.laptop)
    desk.tell("server.revoked", laptop=desk.asked.laptop)
    return 0
