"""`create-admin`, `accounts`: who opens the pages."""

import getpass
import sys

from server.accounts import NewAccount, Role, accounts, create_account, forget_second_factor, login_of, set_password
from server.commands.desk import Declaring, Desk

DEFAULT_LOGIN = "admin"


def declare(declaring: Declaring) -> None:
    """Declare them."""
    making = declaring.command("create-admin", _create_admin)
    making.add_argument("--login", default=DEFAULT_LOGIN, help=declaring.help("login"))
    making.add_argument("--name", default="", help=declaring.help("name"))
    declaring.command("accounts", _accounts)


def _create_admin(desk: Desk) -> int:
    if sys.stdin.isatty():
        password = getpass.getpass(desk.texts.sentence("server.password_asked") + " ")
    else:
        password = sys.stdin.readline().rstrip("\n")
    with desk.region() as region:
        login = login_of(desk.asked.login)
        known = [one for one in accounts(region) if one.login == login and one.role is Role.ADMINISTRATOR]
        if known:
            set_password(region, known[0].id, password)
            forget_second_factor(region, known[0].id)
            desk.tell("server.admin_changed", login=login)
        else:
            create_account(region, NewAccount(login, desk.asked.name, Role.ADMINISTRATOR, password=password))
            desk.tell("server.admin_made", login=login)
    return 0


def _accounts(desk: Desk) -> int:
    with desk.region() as region:
        for one in accounts(region):
            closed = "" if one.disabled_at is None else f"{one.disabled_at:%Y-%m-%d}"
            desk.write("\t".join([one.login, one.name, one.role.value, one.provider, closed]))
    return 0
