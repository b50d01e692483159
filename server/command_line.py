"""`jalon-server`: prepare a data folder, serve it, enrol laptops, print the public key, set the password of the pages."""

import argparse
import getpass
import os
import sys
from dataclasses import replace
from pathlib import Path

from app.domain.errors import CodedError
from app.packs.texts import Texts
from server.access import generated_password, has_password, set_password
from server.devices import make_code
from server.region import Region, open_region
from server.settings import load_settings

DEFAULT_PORT = 8460
_HIGHEST_PORT = 65_535


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 0 when it did what was asked, 1 when it was refused with a sentence, 2 when it was mistyped."""
    os.umask(0o077)
    texts = Texts.load()
    asked = _parser(texts).parse_args(arguments)
    try:
        return _COMMANDS[asked.command](asked, texts)
    except CodedError as error:
        return _refused(texts.error(error))
    except OSError as error:
        return _refused(texts.sentence("server.system", {"why": error.strerror or type(error).__name__}))


def _parser(texts: Texts) -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--data", type=Path, default=None, help=texts.sentence("server.help_data"))
    parser = argparse.ArgumentParser("jalon-server", description=texts.sentence("server.help"))
    commands = parser.add_subparsers(dest="command", required=True)
    serving = commands.add_parser("serve", parents=[common], help=texts.sentence("server.help_serve"))
    serving.add_argument("--host", default="127.0.0.1", help=texts.sentence("server.help_host"))
    serving.add_argument("--port", type=_port, default=DEFAULT_PORT, help=texts.sentence("server.help_port"))
    serving.add_argument("--workers", type=int, default=None, help=texts.sentence("server.help_workers"))
    enrolling = commands.add_parser("enrol", parents=[common], help=texts.sentence("server.help_enrol"))
    enrolling.add_argument("--provider", default="", help=texts.sentence("server.help_provider"))
    for name in ("init", "key", "admin-password"):
        help_code = f"server.help_{name.replace('-', '_')}"
        commands.add_parser(name, parents=[common], help=texts.sentence(help_code))
    return parser


def _port(text: str) -> int:
    port = int(text)
    if not 0 <= port <= _HIGHEST_PORT:
        raise ValueError(text)
    return port


def _say(sentence: str) -> None:
    sys.stdout.write(f"{sentence}\n")
    sys.stdout.flush()


def _refused(sentence: str) -> int:
    sys.stderr.write(f"{sentence}\n")
    return 1


def _opened(asked: argparse.Namespace) -> Region:
    return open_region(load_settings(asked.data))


def _init(asked: argparse.Namespace, texts: Texts) -> int:
    region = _opened(asked)
    _say(texts.sentence("server.made", {"folder": region.settings.data, "kid": region.kid}))
    if not has_password(region):
        password = generated_password()
        set_password(region, password)
        _say(texts.sentence("server.password_made", {"password": password}))
    return 0


def _serve(asked: argparse.Namespace, texts: Texts) -> int:
    from server.listening import serve
    from server.logs import set_up_logs

    set_up_logs()
    settings = load_settings(asked.data)
    if asked.workers is not None:
        settings = replace(settings, workers=asked.workers)
    # Made or upgraded once, before the processes that answer.
    region = open_region(settings)
    if not has_password(region):
        sys.stderr.write(texts.sentence("server.no_password") + "\n")
    region.database.close()
    serve(settings, asked.host, asked.port, lambda address: _say(texts.sentence("server.ready", {"address": address})))
    return 0


def _enrol(asked: argparse.Namespace, _texts: Texts) -> int:
    _say(make_code(_opened(asked), asked.provider))
    return 0


def _key(asked: argparse.Namespace, _texts: Texts) -> int:
    region = _opened(asked)
    _say(f"{region.kid} {region.public_key.hex()}")
    return 0


def _admin_password(asked: argparse.Namespace, texts: Texts) -> int:
    region = _opened(asked)
    if sys.stdin.isatty():
        password = getpass.getpass(texts.sentence("server.password_asked") + " ")
    else:
        password = sys.stdin.readline().rstrip("\n")
    set_password(region, password)
    _say(texts.sentence("server.password_kept"))
    return 0


_COMMANDS = {"init": _init, "serve": _serve, "enrol": _enrol, "key": _key, "admin-password": _admin_password}
