"""`admin-password`: who opens the pages."""

import getpass
import sys

from server.access import set_password
from server.commands.desk import Declaring, Desk


def declare(declaring: Declaring) -> None:
    """Declare it."""
    declaring.command("admin-password", _admin_password)


def _admin_password(desk: Desk) -> int:
    if sys.stdin.isatty():
        password = getpass.getpass(desk.texts.sentence("server.password_asked") + " ")
    else:
        password = sys.stdin.readline().rstrip("\n")
    with desk.region() as region:
        set_password(region, password)
    desk.tell("server.password_kept")
    return 0
