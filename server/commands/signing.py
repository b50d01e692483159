"""`key`, `rotate-key`: the key that signs receipts, and the chain that vouches for it."""

from server.commands.desk import Declaring, Desk
from server.rotation import chain_of, rotate


def declare(declaring: Declaring) -> None:
    """Declare them."""
    key = declaring.command("key", _key)
    key.add_argument("--chain", action="store_true", help=declaring.help("chain"))
    declaring.command("rotate-key", _rotate)


def _key(desk: Desk) -> int:
    with desk.region() as region:
        if desk.asked.chain:
            desk.write(chain_of(region).model_dump_json(by_alias=True))
        else:
            desk.write(f"{region.kid} {region.public_key.hex()}")
    return 0


def _rotate(desk: Desk) -> int:
    with desk.region() as region:
        following = rotate(region)
        desk.tell("server.key_rotated", before=region.kid, after=following.kid)
    return 0
