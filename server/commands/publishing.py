"""`publish-pack`, `publish-order`, `publication`: what the laptops receive, on the line or in a file."""

from datetime import date
from pathlib import Path

from app.sync.contract.canonical import sha256_of
from server.commands.desk import Declaring, Desk
from server.publishing import NewOrder, provider_named, publication_for, publish_order, publish_pack
from server.writing import whole_file


def declare(declaring: Declaring) -> None:
    """Declare them."""
    pack = declaring.command("publish-pack", _publish_pack)
    pack.add_argument("file", type=Path, help=declaring.help("pack_file"))
    order = declaring.command("publish-order", _publish_order)
    for name in ("company", "scheme", "region-file"):
        order.add_argument(f"--{name}", required=True, help=declaring.help(f"order_{name.replace('-', '_')}"))
    order.add_argument("--decision", type=date.fromisoformat, required=True, help=declaring.help("order_decision"))
    for name in ("siret", "note"):
        order.add_argument(f"--{name}", default="", help=declaring.help(f"order_{name}"))
    written = declaring.command("publication", _publication)
    written.add_argument("file", type=Path, help=declaring.help("publication_file"))
    for one in (pack, order, written):
        one.add_argument("--provider", default="", required=one is order, help=declaring.help("publication_provider"))
    for one in (pack, order):
        one.add_argument("--until", type=date.fromisoformat, default=None, help=declaring.help("until"))


def _publish_pack(desk: Desk) -> int:
    file: Path = desk.asked.file
    with desk.region() as region:
        name = publish_pack(region, file.name, file.read_bytes(), desk.asked.provider, desk.asked.until)
    desk.tell("server.published", what=name)
    return 0


def _publish_order(desk: Desk) -> int:
    asked = desk.asked
    new = NewOrder(
        provider=asked.provider,
        company=asked.company,
        scheme=asked.scheme,
        decision_day=asked.decision,
        region_file=asked.region_file,
        siret=asked.siret,
        note=asked.note,
        valid_until=asked.until,
    )
    with desk.region() as region:
        publish_order(region, new)
    desk.tell("server.published", what=asked.company)
    return 0


def _publication(desk: Desk) -> int:
    with desk.region() as region:
        provider_id = provider_named(region, desk.asked.provider) if desk.asked.provider else None
        data = publication_for(region, provider_id)
    with whole_file(desk.asked.file) as file:
        file.write(data)
    desk.tell("server.publication_written", file=desk.asked.file, sha256=sha256_of(data))
    return 0
