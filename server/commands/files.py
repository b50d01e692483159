"""`import`, `recipient`: files handed to the Region, and the public key that they are encrypted to."""

from pathlib import Path

from server.commands.desk import Declaring, Desk
from server.exchange import recipient, renew
from server.uploads import Bearer, receive_file
from server.writing import whole_file


def declare(declaring: Declaring) -> None:
    """Declare them."""
    importing = declaring.command("import", _import)
    importing.add_argument("file", type=Path, help=declaring.help("import_file"))
    importing.add_argument("--receipt", type=Path, default=None, help=declaring.help("import_receipt"))
    asking = declaring.command("recipient", _recipient)
    asking.add_argument("--renew", action="store_true", help=declaring.help("renew"))


def _import(desk: Desk) -> int:
    data = desk.asked.file.read_bytes()
    with desk.region() as region:
        done = receive_file(region, data, Bearer())
    code = "server.imported" if done.created else "server.imported_already"
    desk.tell(code, reference=done.reference, version=done.number)
    if desk.asked.receipt is None:
        desk.write(done.receipt.decode("utf-8"))
    else:
        with whole_file(desk.asked.receipt) as draft:
            draft.write(done.receipt)
    return 0


def _recipient(desk: Desk) -> int:
    with desk.region() as region:
        desk.write(renew(region) if desk.asked.renew else recipient(region))
    return 0
