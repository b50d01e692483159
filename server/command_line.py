"""`jalon-server`: the parser of its commands, and what happens when one is refused."""

import argparse
import os
import sys
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from app.domain.errors import CodedError
from app.packs.texts import Texts
from server.commands import files, keeping, laptops, people, publishing, serving, signing
from server.commands.desk import Declaring, Desk
from server.problems import Refused

_SUBJECTS = (serving, laptops, people, publishing, signing, keeping, files)


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 0 when it did what was asked, 1 when it was refused with a sentence, 2 when it was mistyped."""
    os.umask(0o077)
    texts = Texts.load()
    asked = _parser(texts).parse_args(arguments)
    try:
        status: int = asked.run(Desk(asked, texts))
    except CodedError as error:
        return _refused(texts.error(error))
    except Refused as refusal:
        return _refused(texts.sentence(refusal.code))
    except DBAPIError as error:
        # Its message may hold a row or a password: its kind is enough.
        return _refused(texts.sentence("server.database", {"why": type(error.orig).__name__}))
    except OSError as error:
        return _refused(texts.sentence("server.system", {"why": error.strerror or type(error).__name__}))
    return status


def _parser(texts: Texts) -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--data", type=Path, default=None, help=texts.sentence("server.help_data"))
    parser = argparse.ArgumentParser("jalon-server", description=texts.sentence("server.help"))
    declaring = Declaring(parser.add_subparsers(dest="command", required=True), common, texts)
    for subject in _SUBJECTS:
        subject.declare(declaring)
    return parser


def _refused(sentence: str) -> int:
    sys.stderr.write(f"{sentence}\n")
    return 1
