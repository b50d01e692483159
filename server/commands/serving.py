"""`init`, `serve`, `upgrade`: a data folder made, served, brought to this program's schema."""

from dataclasses import replace

from server.accounts import NewAccount, Role, create_account, has_administrator
from server.commands.desk import Declaring, Desk
from server.commands.people import DEFAULT_LOGIN
from server.database import Database
from server.passwords import generated_password
from server.schema import bring_up

DEFAULT_PORT = 8460
_HIGHEST_PORT = 65_535


def declare(declaring: Declaring) -> None:
    """Declare them."""
    declaring.command("init", _init)
    declaring.command("upgrade", _upgrade)
    serving = declaring.command("serve", _serve)
    serving.add_argument("--host", default="127.0.0.1", help=declaring.help("host"))
    serving.add_argument("--port", type=_port, default=DEFAULT_PORT, help=declaring.help("port"))
    serving.add_argument("--workers", type=int, default=None, help=declaring.help("workers"))


def _port(text: str) -> int:
    port = int(text)
    if not 0 <= port <= _HIGHEST_PORT:
        raise ValueError(text)
    return port


def _init(desk: Desk) -> int:
    with desk.region() as region:
        desk.tell("server.made", folder=region.settings.data, kid=region.kid)
        if not has_administrator(region):
            password = generated_password()
            create_account(region, NewAccount(DEFAULT_LOGIN, "", Role.ADMINISTRATOR, password=password))
            desk.tell("server.password_made", login=DEFAULT_LOGIN, password=password)
    return 0


def _upgrade(desk: Desk) -> int:
    settings = desk.settings()
    settings.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    database = Database(settings.url, settings.limits)
    try:
        bring_up(database, older_too=True)
    finally:
        database.close()
    desk.tell("server.upgraded")
    return 0


def _serve(desk: Desk) -> int:
    from server.listening import serve
    from server.logs import set_up_logs

    set_up_logs()
    settings = desk.settings()
    if desk.asked.workers is not None:
        settings = replace(settings, workers=desk.asked.workers)
    # Made or upgraded once, before the processes that answer.
    with desk.region() as region:
        if not has_administrator(region):
            desk.warn("server.no_administrator")
    serve(settings, desk.asked.host, desk.asked.port, lambda address: desk.tell("server.ready", address=address))
    return 0
