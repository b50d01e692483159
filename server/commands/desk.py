"""What a command of `jalon-server` works with: its arguments, its words, the server of its data folder."""

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.packs.texts import Texts
from server.region import Region, open_region
from server.settings import Settings, load_settings

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]


@dataclass(frozen=True, slots=True)
class Desk:
    """One command under way."""

    asked: argparse.Namespace
    texts: Texts

    def settings(self) -> Settings:
        """Settings of the data folder that was named."""
        return load_settings(self.asked.data)

    @contextmanager
    def region(self) -> Iterator[Region]:
        """The server of that folder, opened beside the process that serves."""
        region = open_region(self.settings())
        try:
            yield region
        finally:
            region.database.close()

    def tell(self, code: str, **params: object) -> None:
        """Write a sentence of the catalogue on the standard output."""
        self.write(self.texts.sentence(code, params))

    def write(self, line: str) -> None:
        """Write a line on the standard output, at once."""
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()

    def warn(self, code: str, **params: object) -> None:
        """Write a sentence of the catalogue on the error output."""
        sys.stderr.write(f"{self.texts.sentence(code, params)}\n")


Command = Callable[[Desk], int]
"""Does the work; the exit status."""


@dataclass(frozen=True, slots=True)
class Declaring:
    """Where a module declares its commands."""

    commands: "Subparsers"
    common: argparse.ArgumentParser
    texts: Texts

    def command(self, name: str, run: Command) -> argparse.ArgumentParser:
        """A new command; its help is the sentence `server.help_<name>`."""
        told = self.help(name.replace("-", "_"))
        parser = self.commands.add_parser(name, parents=[self.common], help=told, description=told)
        parser.set_defaults(run=run)
        return parser

    def help(self, name: str) -> str:
        """The sentence that explains a command or an argument."""
        return self.texts.sentence(f"server.help_{name}").replace("%", "%%")
